"""The rows a series and a study beside the table of frames."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

import cv2
import numpy as np
import pytest

from tests.dicom_factory import CORONAL, write_dicom
from tests.model_factory import make_model
from tests.unit.services.scan_helpers import finished, make_mixed_folder, read_rows, scan
from tumorview.cancel import CancelToken
from tumorview.domain.events import ItemDone, Outcome, ScanItem, ScanStarted
from tumorview.domain.series_answer import SliceAnswer, SliceState
from tumorview.domain.study import ConcatenationPart, Pass
from tumorview.imaging.catalog import list_files, read_catalog
from tumorview.imaging.image_file import open_image
from tumorview.inference.pooling import pool_series
from tumorview.reporting.csv_columns import CellKind, RowFacts
from tumorview.reporting.csv_report import restore
from tumorview.reporting.errors import OutputError
from tumorview.reporting.level_columns import SERIES_SCHEMA, series_columns
from tumorview.reporting.parquet import Heading
from tumorview.reporting.pseudonyms import Pseudonyms
from tumorview.reporting.study_columns import STUDY_SCHEMA, study_columns
from tumorview.services.journal import Journal, journal_path
from tumorview.services.level_paths import level_paths
from tumorview.services.levels import Levels
from tumorview.services.pseudonym_key import make_key
from tumorview.services.scan import ScanOptions, scan_folder
from tumorview.services.slice_facts import SliceKeeper, facts_of

CLASSES = ("glioma", "meningioma", "pituitary", "no_tumor")


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_model(tmp_path / "models")
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path / "models"))


def write_stack(folder: Path, brightness: Sequence[int], **tags: Any) -> list[Path]:
    """A located MR series; the brighter a slice, the higher its probability of a tumour.

    File names run against the positions, so that nothing but these can have ordered it.
    """
    paths = []
    for index, value in enumerate(brightness):
        image = np.random.default_rng(index).integers(0, 60, (64, 64)).astype(np.uint16)
        image[8:56, 8 : 8 + value] += 900
        values: dict[str, Any] = {
            "StudyInstanceUID": "1.2.1",
            "SeriesInstanceUID": "1.2.1.1",
            "SOPInstanceUID": f"{tags.get('SeriesInstanceUID', '1.2.1.1')}.{index + 1}",
            "SeriesNumber": 3,
            "SeriesDescription": "made for a test",
            "PixelSpacing": [1.0, 1.0],
            "ImageOrientationPatient": [1, 0, 0, 0, 1, 0],
            "ImagePositionPatient": [0, 0, 5.0 * index],
            "InstanceNumber": index + 1,
        } | tags
        paths.append(write_dicom(folder / f"{len(brightness) - index:03d}.dcm", image, **values))
    return paths


def tables(csv_path: Path) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    series, studies = level_paths(csv_path)
    return read_rows(series), read_rows(studies)


def probability(row: dict[str, str]) -> float:
    return 1.0 - float(row["p_no_tumor"])


def test_the_score_of_a_series_is_the_one_that_the_window_shows(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_stack(folder, (2, 40, 3, 30, 38, 36, 5))
    out = tmp_path / "out.csv"
    scan(folder, out)
    frames = {row["path"]: row for row in read_rows(out)}
    (series,), _ = tables(out)
    (study,) = read_catalog(list_files(folder)).studies
    ordered = [frames[frame.source.path.name] for frame in study.series[0].frames]
    assert [row["path"] for row in ordered] == [f"{number:03d}.dcm" for number in range(7, 0, -1)]
    window = pool_series(
        [
            SliceAnswer(SliceState.ANSWERED, probability(row), probability(row) >= 0.5)
            for row in ordered
        ]
    )
    assert window.score is not None
    assert window.score_span is not None
    assert float(series["pooled_tumor_score"]) == pytest.approx(window.score, abs=2e-6)
    assert series["pooling_rule"] == f"highest_mean_of_{window.neighbours}_neighbours"
    assert int(series["score_first_image"]) == window.score_span.first + 1
    assert int(series["score_last_image"]) == window.score_span.last + 1
    assert window.best is not None
    assert int(series["best_image"]) == window.best + 1
    best = ordered[window.best]
    assert series["best_path"] == best["path"]
    assert series["best_sop_instance_uid"] == best["sop_instance_uid"]
    assert float(series["best_tumor_probability"]) == pytest.approx(probability(best), abs=2e-6)
    assert int(series["suspected"]) == window.suspected
    means = [float(series[f"pooled_p_{one}"]) for one in CLASSES]
    assert sum(means) == pytest.approx(1.0, abs=1e-5)
    assert 1.0 - means[-1] == pytest.approx(window.score, abs=2e-6)


def test_a_row_says_what_the_series_is_and_that_its_score_is_not_calibrated(
    tmp_path: Path,
) -> None:
    write_stack(
        tmp_path / "in", (9, 9, 9), ScanningSequence="SE", RepetitionTime=500, PatientID="P-1"
    )
    scan(tmp_path / "in", tmp_path / "out.csv")
    (series,), (study,) = tables(tmp_path / "out.csv")
    assert series["patient_id"] == study["patient_id"] == "P-1"
    assert series["study_instance_uid"] == study["study_instance_uid"] == "1.2.1"
    assert series["series_instance_uid"] == "1.2.1.1"
    assert series["folder"] == series["part"] == study["folder"] == ""
    assert (series["series_number"], series["modality"], series["plane"]) == ("3", "MR", "axial")
    assert series["sequence"] == "spin echo TR 500"
    assert series["image_order"] == "position"
    assert [series[name] for name in ("frames", "analysed", "refused", "failed")] == [
        *("3", "3", "0", "0")
    ]
    assert series["score_is_calibrated"] == study["score_is_calibrated"] == "no"
    assert "Not calibrated" in series["not_claimed"]
    assert "not validated for studies" in study["not_claimed"]
    assert (series["series_schema"], study["study_schema"]) == ("1", "1")
    assert series["model_id"] == study["model_id"] == "tiny"


def test_the_study_has_the_highest_score_of_a_series_that_speaks(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_stack(folder / "a", (5, 5, 5), SeriesInstanceUID="1.2.1.1")
    write_stack(
        folder / "b",
        (20, 20, 20),
        SeriesInstanceUID="1.2.1.2",
        ImageOrientationPatient=[1, 0, 0, 0, 0, -1],
    )
    # Higher, but nobody knows which of its images are neighbours.
    write_stack(folder / "c", (40, 40, 40), SeriesInstanceUID="1.2.1.3", ImagePositionPatient=None)
    # Higher, but of no known modality.
    write_stack(folder / "d", (40, 40, 40), SeriesInstanceUID="1.2.1.4", Modality=None)
    # Two images have no three neighbours.
    write_stack(folder / "e", (40, 40), SeriesInstanceUID="1.2.1.5")
    scan(folder, tmp_path / "out.csv")
    series, (study,) = tables(tmp_path / "out.csv")
    assert {row["series_instance_uid"]: row["silent_because"] for row in series} == {
        "1.2.1.1": "",
        "1.2.1.2": "",
        "1.2.1.3": "order_unknown",
        "1.2.1.4": "not_validated",
        "1.2.1.5": "no_neighbours",
    }
    scores = {row["series_instance_uid"]: row["pooled_tumor_score"] for row in series}
    assert float(scores["1.2.1.3"]) > float(scores["1.2.1.2"]) > float(scores["1.2.1.1"])
    assert study["study_tumor_score"] == scores["1.2.1.2"]
    assert study["leading_series_instance_uid"] == "1.2.1.2"
    assert study["leading_plane"] == "coronal"
    assert [row["speaks_for_study"] for row in series] == ["yes", "yes", "no", "no", "no"]
    assert (study["series"], study["series_speaking"], study["frames"]) == ("5", "2", "14")
    assert study["study_rule"] == "highest_series_score"
    leading = next(row for row in series if row["series_instance_uid"] == "1.2.1.2")
    for name in ("best_path", "best_sop_instance_uid", "pooled_p_glioma", "prediction_set"):
        assert study[name] == leading[name]


def test_a_study_in_which_no_series_speaks_has_no_score_and_says_nothing_else(
    tmp_path: Path,
) -> None:
    write_stack(tmp_path / "in", (40, 40))
    scan(tmp_path / "in", tmp_path / "out.csv")
    _, (study,) = tables(tmp_path / "out.csv")
    assert study["study_tumor_score"] == study["leading_series_instance_uid"] == ""
    assert [study[f"pooled_p_{one}"] for one in CLASSES] == [""] * 4
    assert (study["series_speaking"], study["series_suspected"]) == ("0", "1")


def test_one_study_uid_on_two_patients_makes_two_rows(tmp_path: Path) -> None:
    write_stack(tmp_path / "in" / "a", (9, 9, 9), PatientID="A")
    write_stack(tmp_path / "in" / "b", (9, 9, 9), PatientID="B", SeriesInstanceUID="1.2.1.2")
    scan(tmp_path / "in", tmp_path / "out.csv")
    _, studies = tables(tmp_path / "out.csv")
    assert [row["patient_id"] for row in studies] == ["A", "B"]


def test_copies_are_counted_and_take_no_part(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_stack(folder / "a", (3, 40, 3, 3))
    scan(folder, tmp_path / "once.csv")
    # The same bytes, and the same image once more with another header.
    shutil.copy(folder / "a" / "003.dcm", folder / "copy.dcm")
    write_stack(folder / "b", (3, 40, 3, 3), StationName="another export")
    scan(folder, tmp_path / "twice.csv")
    ((once,), _), ((twice,), (study,)) = (
        tables(tmp_path / "once.csv"),
        tables(tmp_path / "twice.csv"),
    )
    assert (twice["frames"], twice["duplicates"]) == ("4", "5")
    assert study["duplicates"] == "5"
    assert twice["pooled_tumor_score"] == once["pooled_tumor_score"]
    assert once["duplicates"] == "0"


def test_of_two_copies_the_one_that_can_be_read_counts(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    good, *_ = write_stack(folder, (9, 9, 9))
    whole = good.read_bytes()
    # The header is there, the pixels are not all there; it comes first in the listing.
    (folder / "000.dcm").write_bytes(whole[:-2000])
    scan(folder, tmp_path / "out.csv")
    (series,), _ = tables(tmp_path / "out.csv")
    assert (series["frames"], series["analysed"], series["failed"]) == ("3", "3", "0")


def test_one_sop_uid_in_all_files_of_a_series_makes_no_copies(tmp_path: Path) -> None:
    write_stack(tmp_path / "in", (9, 9, 9), SOPInstanceUID="1.2.1.9")
    scan(tmp_path / "in", tmp_path / "out.csv")
    (series,), _ = tables(tmp_path / "out.csv")
    assert (series["frames"], series["duplicates"]) == ("3", "0")
    assert series["series_notices"] == "duplicate_uid"


def test_stacks_under_one_series_uid_have_a_row_each(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for echo, width in ((1, 5), (2, 30)):
        write_stack(
            folder / str(echo), (width,) * 3, EchoNumbers=echo, SOPInstanceUID=f"1.2.{echo}"
        )
    scan(folder, tmp_path / "out.csv")
    series, (study,) = tables(tmp_path / "out.csv")
    assert [row["part"] for row in series] == ["echo 1", "echo 2"]
    assert [row["frames"] for row in series] == ["3", "3"]
    assert study["leading_part"] == "echo 2"


def test_pictures_make_a_series_a_folder_that_does_not_speak(tmp_path: Path) -> None:
    for name in ("in/a/10.png", "in/a/9.png", "in/a/8.png", "in/b/1.png"):
        image = np.random.default_rng(len(name)).integers(0, 255, (64, 64)).astype(np.uint8)
        image[10:50, 10:40] = 250
        image[0, 0] = int(Path(name).stem)
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(tmp_path / name), image)
    scan(tmp_path / "in", tmp_path / "out.csv")
    series, studies = tables(tmp_path / "out.csv")
    assert [row["folder"] for row in series] == [row["folder"] for row in studies] == ["a", "b"]
    assert {row["silent_because"] for row in series} == {"no_series_uid"}
    assert {row["image_order"] for row in series} == {"file name"}
    assert series[0]["pooled_tumor_score"]
    assert "order of these images is not known" in series[0]["not_claimed"]
    assert studies[0]["study_tumor_score"] == ""


def test_a_frame_that_fails_is_counted_and_a_file_of_no_known_series_is_not(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "in"
    good, *_ = write_stack(folder, (9, 9, 9, 9))
    good.write_bytes(good.read_bytes()[:-2000])
    (folder / "notes.txt").write_text("no image")
    scan(folder, tmp_path / "out.csv")
    (series,), (study,) = tables(tmp_path / "out.csv")
    for row in (series, study):
        assert (row["frames"], row["analysed"], row["failed"]) == ("4", "3", "1")


def test_frames_that_were_not_tried_count_as_failed(tmp_path: Path) -> None:
    images = np.random.default_rng(0).integers(0, 900, (40, 64, 64)).astype(np.uint16)
    path = write_dicom(tmp_path / "in" / "many.dcm", images, NumberOfFrames=40)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) - 37 * 64 * 64 * 2])
    scan(tmp_path / "in", tmp_path / "o.csv")
    (series,), _ = tables(tmp_path / "o.csv")
    assert len(read_rows(tmp_path / "o.csv")) == 20
    assert (series["frames"], series["analysed"], series["failed"]) == ("40", "3", "37")


def test_texts_that_look_like_formulas_are_neutralised_and_come_back(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed (it comes with train)")
    texts = {"PatientID": "=1+1", "SeriesDescription": '@a "quoted", cell'}
    write_stack(tmp_path / "=in", (9, 9, 9), **texts)
    scan(tmp_path, tmp_path / "out.csv")
    for path in level_paths(tmp_path / "out.csv"):
        table = pandas.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
        assert list(table["patient_id"]) == ["'=1+1"]
        assert restore(table["patient_id"][0]) == "=1+1"
        assert restore(table["best_path"][0]).startswith("=in/")
        for name in table.columns:
            assert not table[name][0].startswith(("=", "+", "@", "\t", "\r"))
    series = pandas.read_csv(level_paths(tmp_path / "out.csv")[0], encoding="utf-8-sig")
    assert restore(series["series_description"][0]) == texts["SeriesDescription"]
    assert series["pooled_tumor_score"].dtype == float


def test_pseudonyms_stand_in_both_tables_and_in_what_the_journal_keeps_for_them(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "in"
    write_stack(folder / "Doe", (9, 9, 9), PatientID="DOE-1", FrameOfReferenceUID="1.2.77")
    cv2.imwrite(
        str(folder / "Doe" / "x.png"),
        np.random.default_rng(0).integers(0, 255, (64, 64)).astype(np.uint8),
    )
    key = make_key(tmp_path / "key")
    out = tmp_path / "out.csv"
    scan(folder, out, pseudonym_key=tmp_path / "key")
    one = Pseudonyms(key)
    series, studies = tables(out)
    frames = read_rows(out)
    assert series[0]["patient_id"] == one.text("patient_id", "DOE-1")
    assert series[0]["series_instance_uid"] == one.uid("series_instance_uid", "1.2.1.1")
    assert studies[0]["study_instance_uid"] == one.uid("study_instance_uid", "1.2.1")
    assert series[0]["best_path"] in {row["path"] for row in frames}
    assert series[0]["series_description"] == ""
    assert series[1]["folder"] == one.text("folder", "Doe")
    for path in level_paths(out):
        assert "doe" not in path.read_text("utf-8").casefold()
    database = sqlite3.connect(journal_path(out))
    kept = [facts_of(row[0]) for row in database.execute("SELECT facts FROM slices")]
    database.close()
    assert len(kept) == 4
    for facts in kept:
        assert "doe" not in repr(facts).casefold()
        assert "'1.2." not in repr(facts)


def test_the_series_of_a_study_are_the_same_with_and_without_pseudonyms(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_stack(folder / "a", (3, 30, 31, 32, 3))
    write_stack(folder / "b", (9, 9, 9), SeriesInstanceUID="1.2.1.2")
    make_key(tmp_path / "key")
    scan(folder, tmp_path / "plain.csv")
    scan(folder, tmp_path / "hidden.csv", pseudonym_key=tmp_path / "key")
    kept = ("frames", "pooled_tumor_score", "score_first_image", "best_image", "plane")
    plain, hidden = (
        [[row[name] for name in kept] for row in tables(tmp_path / name)[0]]
        for name in ("plain.csv", "hidden.csv")
    )
    assert plain == hidden


def test_a_series_of_too_many_images_is_counted_and_has_no_score(tmp_path: Path) -> None:
    write_stack(tmp_path / "in", (9, 9, 40, 9, 9))
    out = tmp_path / "out.csv"
    scan(tmp_path / "in", out)
    with Journal(journal_path(out), resume=True) as journal:
        (recipe,) = {row[0] for row in journal.query("SELECT recipe FROM files", ())}
        levels = Levels(journal, recipe, CLASSES, most_images=4)
        series, study = levels.rows()
    (row,), _ = tables(out)
    assert series.silence == "too_many_images"  # type: ignore[union-attr]
    assert series.answer.score is None  # type: ignore[union-attr]
    assert str(series.answer.answered) == row["analysed"]  # type: ignore[union-attr]
    assert str(series.answer.suspected) == row["suspected"]  # type: ignore[union-attr]
    assert study.leading is None  # type: ignore[union-attr]


def test_a_cancelled_scan_has_the_rows_of_what_was_finished(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_stack(folder, (9,) * 8)
    out = tmp_path / "out.csv"
    token = CancelToken()
    for event in scan_folder(ScanOptions(folder, out, workers=1), token):
        if isinstance(event, ItemDone) and event.files_done == 4:
            token.cancel()
    done = len(read_rows(out))
    assert 4 <= done < 8
    (series,), (study,) = tables(out)
    assert int(series["frames"]) == int(study["frames"]) == done
    scan(folder, out, resume=True)
    scan(folder, tmp_path / "fresh.csv")
    for one, other in zip(level_paths(out), level_paths(tmp_path / "fresh.csv"), strict=True):
        assert one.read_bytes() == other.read_bytes()


def test_files_that_left_the_folder_leave_their_series_when_a_scan_goes_on(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "in"
    paths = write_stack(folder, (9,) * 5)
    out = tmp_path / "out.csv"
    scan(folder, out)
    paths[0].unlink()
    scan(folder, out, resume=True)
    (series,), _ = tables(out)
    assert series["frames"] == "4"


def test_the_tables_are_no_files_to_be_scanned(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_stack(folder, (9, 9, 9))
    out = folder / "out.csv"
    for _ in range(2):
        end = finished(scan(folder, out))
        assert (end.analysed, end.failed) == (3, 0)
    assert [path.name for path in level_paths(out)] == ["out.series.csv", "out.studies.csv"]


def test_a_file_of_somebody_elses_is_never_replaced(tmp_path: Path) -> None:
    write_stack(tmp_path / "in", (9, 9, 9))
    out = tmp_path / "out.csv"
    mine = tmp_path / "out.studies.csv"
    mine.write_text("my list of studies\n")
    error = finished(scan(tmp_path / "in", out)).error
    assert isinstance(error, OutputError)
    assert "out.studies.csv" in error.sentence()
    assert mine.read_text() == "my list of studies\n"
    assert not out.exists()
    mine.unlink()
    mine.mkdir()
    assert isinstance(finished(scan(tmp_path / "in", out)).error, OutputError)


def test_parquet_files_of_both_hold_what_the_tables_hold(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    folder = make_mixed_folder(tmp_path / "in")
    write_stack(folder / "stack", (9, 30, 31, 32), PatientID="=P")
    parquet = folder / "out.parquet"
    for _ in range(2):
        assert finished(scan(folder, tmp_path / "o.csv", parquet_path=parquet)).failed == 3
    columns: tuple[Sequence[Heading], ...] = (series_columns(CLASSES), study_columns(CLASSES))
    versions = ((b"series_schema", SERIES_SCHEMA), (b"study_schema", STUDY_SCHEMA))
    for path, rows, known, (key, version) in zip(
        level_paths(parquet), tables(tmp_path / "o.csv"), columns, versions, strict=True
    ):
        table = pq.read_table(path)
        assert table.schema.metadata[key] == str(version).encode()
        found = table.to_pylist()
        assert len(found) == len(rows) > 1
        kinds = {column.name: column.kind for column in known}
        for row, other in zip(rows, found, strict=True):
            for name, cell in row.items():
                if kinds[name] is CellKind.TEXT:
                    assert other[name] == restore(cell)
                elif kinds[name] is CellKind.FLAG:
                    assert other[name] is (cell == "yes")
                else:
                    assert other[name] == (float(cell) if cell else None)


def test_the_report_on_the_run_counts_series_and_studies(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_stack(folder / "a", (9, 9, 9))
    write_stack(folder / "b", (9, 9), SeriesInstanceUID="1.2.1.2")
    write_stack(folder / "c", (9, 9), StudyInstanceUID="1.2.2", SeriesInstanceUID="1.2.2.1")
    scan(folder, tmp_path / "out.csv")
    report = json.loads((tmp_path / "out.csv.report.json").read_text("utf-8"))
    assert report["levels"] == {
        "series": 3,
        "series_speaking": 1,
        "studies": 2,
        "studies_with_score": 1,
        "parametric_maps": {},
    }


def test_a_journal_from_before_there_were_series_is_gone_on_from(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_stack(folder, (9, 9, 9))
    out = tmp_path / "out.csv"
    scan(folder, out)
    before = [path.read_bytes() for path in level_paths(out)]
    database = sqlite3.connect(journal_path(out))
    database.executescript(
        "DROP INDEX slices_by_series; DROP TABLE slices; PRAGMA user_version = 2;"
        "UPDATE files SET recipe = 'of an earlier version'"
    )
    database.close()
    events = scan(folder, out, resume=True)
    assert events[0] == ScanStarted(folder, 3, 0)
    assert finished(events).outcome is Outcome.DONE
    assert [path.read_bytes() for path in level_paths(out)] == before


def test_numbers_that_nobody_can_have_meant_are_left_out(tmp_path: Path) -> None:
    path, *_ = write_stack(tmp_path, (9,))
    header, huge = open_image(path).header, 10**30
    frame = replace(
        header.frames[0],
        instance_number=-huge,
        scanner_pass=Pass(acquisition=huge, echo=-huge, time=1),
        part=ConcatenationPart("1.2", huge, 2, -huge, 1),
    )
    header = replace(header, series_number=huge, frames=(frame,))
    item = ScanItem(frame.source, "", "", "MR", "")
    row = RowFacts(item, PurePath("x"), None, OutputError("full"), None, "", "", "", "")
    facts = facts_of(SliceKeeper(CLASSES, None).record(header, row).facts)
    assert facts.series_number is facts.instance_number is None
    assert facts.scanner_pass == (None, None, 1)
    assert facts.part == ("1.2", None, 2, None, 1)


def test_a_plane_within_thirty_degrees_has_its_name(tmp_path: Path) -> None:
    write_stack(tmp_path / "in", (9, 9, 9), ImageOrientationPatient=list(CORONAL))
    scan(tmp_path / "in", tmp_path / "out.csv")
    (series,), _ = tables(tmp_path / "out.csv")
    assert series["plane"] == "coronal"
    assert series["series_notices"] == "duplicate_position"


def test_both_tables_are_in_the_dialect_of_the_table_of_frames(tmp_path: Path) -> None:
    write_stack(tmp_path / "in", (9, 9, 9))
    scan(tmp_path / "in", tmp_path / "out.csv")
    for path, column in zip(
        level_paths(tmp_path / "out.csv"), ("series_schema", "study_schema"), strict=True
    ):
        raw = path.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        assert raw.count(b"\r\n") == raw.count(b"\n") == 2
        with path.open(encoding="utf-8-sig", newline="") as stream:
            assert next(csv.reader(stream))[-1] == column
