from __future__ import annotations

import csv
import hashlib
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.models import ON_CT, decided, guessed
from tests.ui.models import answer as made_up
from tumorview.domain.events import ScanItem
from tumorview.domain.prediction import Caution, ClassLabel, ClassProbabilities, Prediction
from tumorview.domain.reading import ReadingNotice
from tumorview.domain.source import SourceRef
from tumorview.imaging.errors import IndexFileError, TruncatedFileError
from tumorview.reporting.csv_columns import COLUMNS, CSV_SCHEMA
from tumorview.reporting.csv_report import (
    CellKind,
    CsvReport,
    RowFacts,
    columns_for,
    columns_markdown,
    format_cell,
    neutralise,
    restore,
)
from tumorview.reporting.errors import OutputError
from tumorview.reporting.level_columns import SERIES_COLUMNS, SERIES_SCHEMA, series_columns
from tumorview.reporting.study_columns import STUDY_COLUMNS, STUDY_SCHEMA, study_columns
from tumorview.reporting.whole_file import new_path

LABELS = (ClassLabel("tumor", "Tumour"), ClassLabel("none", "None"))


def _facts(
    *,
    prediction: bool = True,
    error: TruncatedFileError | IndexFileError | None = None,
    description: str = "T1",
    patient_id: str = "P1",
    name: str = "a/b.dcm",
    gate_score: float | None = None,
    answer: Prediction | None = None,
) -> RowFacts:
    source = SourceRef(Path("/in") / name, "1.2", "1.2.3", "1.2.3.4", 7)
    answer = answer or Prediction(
        source=source,
        probabilities=ClassProbabilities(LABELS, (0.25, 0.75), 1.0),
        heatmaps=(),
        model_id="m",
        model_sha256="f" * 64,
        cautions=(Caution.LOSSY_SOURCE, Caution.UNCERTAIN),
        engine="engine 1",
        device="CPU",
        milliseconds=12.5,
        prediction_set=("none", "tumor"),
        gate_score=gate_score,
    )
    return RowFacts(
        item=ScanItem(source, "a" * 64, patient_id, "MR", description),
        relative_path=PurePosixPath(name),
        prediction=answer if prediction else None,
        error=error,
        heatmap_path=Path("maps/b.png") if prediction else None,
        model_id="m",
        model_sha256="f" * 64,
        app_version="0",
        timestamp="2026-01-01T00:00:00+00:00",
    )


def _written(path: Path, *rows: RowFacts) -> list[dict[str, str]]:
    report = CsvReport([label.id for label in LABELS])
    report.write(path, [report.row(row) for row in rows])
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_row_says_what_was_found(tmp_path: Path) -> None:
    (row,) = _written(tmp_path / "out.csv", _facts())
    assert row["path"] == "a/b.dcm"
    assert row["frame"] == "7"
    assert row["status"] == "done"
    assert (row["p_tumor"], row["p_none"]) == ("0.25", "0.75")
    assert row["predicted"] == "none"
    assert row["prediction_set"] == "none;tumor"
    assert row["cautions"] == "lossy_source;uncertain"
    assert row["gate_refused"] == "no"
    assert row["heatmap_path"] == "maps/b.png"
    assert row["milliseconds"] == "12.5"
    assert (row["error_code"], row["gate_score"]) == ("", "")


_FOUR = ("glioma", "meningioma", "pituitary", "no_tumor")


def _row_of(answer: Prediction) -> dict[str, str]:
    report = CsvReport(_FOUR)
    return dict(zip(report.header, report.row(_facts(answer=answer)), strict=True))


def test_the_columns_of_trust_are_there_and_are_filled() -> None:
    row = _row_of(
        made_up(
            (0.5, 0.1, 0.1, 0.3),
            decision=decided(0.7),
            acquisition=guessed(),
            evidence="=weak",
            notices=(ReadingNotice.MOSAIC, ReadingNotice.OVERLAYS),
        )
    )
    assert list(row.items())[-9:-1] == [
        ("decision", "tumour suspected"),
        ("tumor_probability", "0.7"),
        ("decision_threshold", "0.3"),
        ("judged_modality", "MR"),
        ("judged_acquisition", "t1"),
        ("judged_acquisition_probability", "0.91"),
        ("evidence", "'=weak"),
        ("reading_notices", "mosaic;overlays"),
    ]
    assert _row_of(made_up(decision=decided(0.1)))["decision"] == "no tumour suspected"


def test_the_columns_of_trust_are_empty_for_a_model_without_them() -> None:
    assert set(list(_row_of(made_up()).values())[-9:-1]) == {""}


def test_a_modality_that_is_not_clear_is_not_written() -> None:
    row = _row_of(made_up(acquisition=guessed(modality_is_clear=False)))
    assert (row["judged_modality"], row["judged_acquisition"]) == ("", "t1")


def test_the_types_of_a_tumour_are_empty_where_they_are_not_told() -> None:
    row = _row_of(made_up((0.75, 0.25), labels=ON_CT, prediction_set=("tumor",)))
    assert [row[f"p_{one}"] for one in _FOUR] == ["", "", "", "0.25"]
    assert (row["predicted"], row["prediction_set"]) == ("tumor", "tumor")


def test_a_failure_keeps_its_row_with_code_and_reason_and_without_numbers(tmp_path: Path) -> None:
    error = TruncatedFileError(
        "the file ends early", path=Path("/in/a/b.dcm"), remedy="Copy again."
    )
    (row,) = _written(tmp_path / "out.csv", _facts(prediction=False, error=error))
    assert row["status"] == "failed"
    assert row["error_code"] == "truncated_file"
    assert row["error_text"] == "the file ends early. Copy again."
    assert row["p_tumor"] == row["predicted"] == row["device"] == ""
    assert row["model_id"] == "m"


def test_the_index_of_a_medium_is_skipped_and_no_failure(tmp_path: Path) -> None:
    (row,) = _written(tmp_path / "o.csv", _facts(prediction=False, error=IndexFileError("index")))
    assert (row["status"], row["error_code"]) == ("skipped", "index_file")


def test_a_row_needs_an_answer_or_an_error() -> None:
    with pytest.raises(ValueError, match="either"):
        _facts(prediction=False)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_begins_like_a_formula_is_neutralised(tmp_path: Path, start: str) -> None:
    evil = f"{start}HYPERLINK(1)"
    (row,) = _written(tmp_path / "out.csv", _facts(description=evil, patient_id=evil))
    assert row["series_description"] == row["patient_id"] == f"'{evil}"
    assert restore(row["series_description"]) == evil


def test_a_file_name_that_begins_like_a_formula_is_neutralised(tmp_path: Path) -> None:
    (row,) = _written(tmp_path / "out.csv", _facts(name="=cmd.dcm"))
    assert row["path"] == "'=cmd.dcm"


def test_negative_numbers_stay_numbers_and_negative_text_does_not(tmp_path: Path) -> None:
    (row,) = _written(tmp_path / "out.csv", _facts(gate_score=-1.5, description="-1.5"))
    assert row["gate_score"] == "-1.5"
    assert row["series_description"] == "'-1.5"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_neutralised_text_never_looks_like_a_formula_and_comes_back(text: str) -> None:
    cell = neutralise(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert restore(cell) == text


@pytest.mark.parametrize(
    "text", ['say "hi", twice', "one\ntwo", "one\r\ntwo", "Schädel, Übersicht", "脑", "a;b"]
)
def test_quotes_newlines_and_foreign_letters_survive_the_round_trip(
    tmp_path: Path, text: str
) -> None:
    (row,) = _written(tmp_path / "out.csv", _facts(description=text))
    assert row["series_description"] == text


def test_the_file_begins_with_a_byte_order_mark_and_ends_lines_as_the_standard_says(
    tmp_path: Path,
) -> None:
    _written(tmp_path / "out.csv", _facts())
    raw = (tmp_path / "out.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfpath,")
    assert raw.count(b"\r\n") == 2
    assert raw.count(b"\n") == 2


def test_a_name_that_is_no_utf8_is_escaped(tmp_path: Path) -> None:
    (row,) = _written(
        tmp_path / "out.csv", _facts(name=b"a\xff.dcm".decode("utf-8", "surrogateescape"))
    )
    assert row["path"] == "a\\xff.dcm"


def test_numbers_are_plain_decimals() -> None:
    assert format_cell(1e-9, CellKind.NUMBER) == "0"
    assert format_cell(1.0, CellKind.NUMBER) == "1"
    assert format_cell(0.123456789, CellKind.NUMBER) == "0.123457"
    assert format_cell(12, CellKind.NUMBER) == "12"
    assert format_cell(None, CellKind.FLAG) == ""


def test_a_report_that_cannot_be_written_leaves_the_earlier_one(tmp_path: Path) -> None:
    report = CsvReport(["a"])
    target = tmp_path / "out.csv"
    target.write_text("earlier")

    def rows() -> list[list[str]]:
        raise OSError(28, "No space left on device")

    class Failing:
        def __iter__(self) -> object:
            return iter(rows())

    with pytest.raises(OutputError, match="No space left"):
        report.write(target, Failing())  # type: ignore[arg-type]
    assert target.read_text() == "earlier"
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]


def test_a_missing_folder_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"out\.csv"):
        CsvReport(["a"]).write(tmp_path / "no" / "out.csv", [])


def test_the_documentation_is_the_one_that_the_table_makes(checkout: Path) -> None:
    assert (checkout / "docs" / "CSV.md").read_text(encoding="utf-8") == columns_markdown()
    for column in columns_for(["x"]):
        assert f"`{column.name}`" in columns_markdown().replace("p_<class id>", "p_x")


_SCHEMAS = {2: "e06115dd08318909"}
"""Version of the table -> digest of its columns. A changed column needs a new version here."""


def test_a_column_cannot_change_without_the_version_of_the_table() -> None:
    columns = "\n".join(f"{column.name} {column.kind}" for column in COLUMNS)
    assert hashlib.sha256(columns.encode()).hexdigest()[:16] == _SCHEMAS[CSV_SCHEMA]
    assert max(_SCHEMAS) == CSV_SCHEMA
    assert f"\n| {CSV_SCHEMA} | " in columns_markdown()


_LEVEL_SCHEMAS = {1: ("58e0f289aa6ea1a1", "16051a3ecfdf6d8c")}
"""Version of the tables of series and studies -> digests of their columns, likewise."""


def test_no_column_of_series_and_studies_can_change_without_their_version() -> None:
    found = tuple(
        hashlib.sha256("\n".join(f"{c.name} {c.kind}" for c in columns).encode()).hexdigest()[:16]
        for columns in (SERIES_COLUMNS, STUDY_COLUMNS)
    )
    assert found == (_LEVEL_SCHEMAS[SERIES_SCHEMA][0], _LEVEL_SCHEMAS[STUDY_SCHEMA][1])


def test_the_columns_of_both_are_named_once_each() -> None:
    for columns in (series_columns(["a", "b"]), study_columns(["a", "b"])):
        names = [column.name for column in columns]
        assert len(set(names)) == len(names)
        assert names.count("pooled_p_a") == names.count("pooled_p_b") == 1


def test_the_version_of_the_table_stands_at_the_end_of_each_row() -> None:
    assert list(_row_of(made_up()).items())[-1] == ("csv_schema", str(CSV_SCHEMA))


def test_what_a_killed_process_left_is_replaced_and_never_written_through(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    out = tmp_path / "out.csv"
    for leave in (_half, _link):
        leave(new_path(out), victim)
        CsvReport(["a"]).write(out, [])
        assert out.read_text("utf-8-sig").startswith("path,")
        assert not new_path(out).exists()
    assert victim.read_text() == "mine"


def _half(place: Path, _victim: Path) -> None:
    place.write_text("half a row")


def _link(place: Path, victim: Path) -> None:
    try:
        place.symlink_to(victim)
    except OSError:
        pytest.skip("links cannot be made here")


def test_pandas_reads_every_text_as_it_was(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed (it comes with train)")
    texts = ["Grün\nwald", 'a "quoted", cell', "=1+1", "'=x", " spaces ", "頭部;T1", "\r\nx"]
    out = tmp_path / "out.csv"
    report = CsvReport(["a"])
    width = len(report.header)
    rows = [[format_cell(text, CellKind.TEXT)] + [""] * (width - 1) for text in texts]
    report.write(out, rows)
    frame = pandas.read_csv(out, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    assert list(frame.columns) == list(report.header)
    assert [restore(cell) for cell in frame["path"]] == texts
