"""A study that is opened from several places is one, as far as that can be told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
from pydicom.uid import generate_uid

from tests.dicom_factory import write_mr_series, write_series
from tumorview.domain.study import Study
from tumorview.imaging.catalog import read_catalog
from tumorview.imaging.joining import StudyContent, join_studies


def study_of(*paths: Path) -> Study:
    (study,) = read_catalog(paths).studies
    return study


def joined_of(one: Study, other: Study) -> Study | None:
    joined = join_studies(StudyContent(one), StudyContent(other))
    return None if joined is None else joined.study


def heights(study: Study) -> list[list[float]]:
    return [
        [f.geometry.position_mm[2] for f in s.frames if f.geometry.position_mm]
        for s in study.series
    ]


def test_files_of_one_series_are_put_in_order_whichever_came_first(tmp_path: Path) -> None:
    paths = write_mr_series(tmp_path, 6)
    joined = joined_of(study_of(*paths[1::2]), study_of(*paths[::2]))
    assert joined is not None
    assert heights(joined) == [[0.0, 5.0, 10.0, 15.0, 20.0, 25.0]]
    assert joined.series == study_of(*paths).series


def test_what_one_side_has_already_leaves_it_as_it_is(tmp_path: Path) -> None:
    paths = write_mr_series(tmp_path, 4)
    part, whole = study_of(paths[2]), study_of(*paths)
    assert joined_of(part, whole) is whole
    assert joined_of(whole, part) is whole


def test_series_of_one_study_come_together(tmp_path: Path) -> None:
    study = generate_uid()
    write_series(tmp_path / "a", [0.0, 5.0], StudyInstanceUID=study, SeriesNumber=7)
    write_series(tmp_path / "b", [0.0], StudyInstanceUID=study, SeriesNumber=3)
    joined = joined_of(study_of(tmp_path / "a"), study_of(tmp_path / "b"))
    assert joined is not None
    assert [series.number for series in joined.series] == [3, 7]


def test_one_image_in_two_files_keeps_them_apart(tmp_path: Path) -> None:
    (path,) = write_mr_series(tmp_path / "a", 1)
    copy = tmp_path / "b" / "copy.dcm"
    copy.parent.mkdir()
    copy.write_bytes(path.read_bytes())
    assert joined_of(study_of(path), study_of(copy)) is None


def test_two_acquisitions_that_came_one_after_the_other_are_split(tmp_path: Path) -> None:
    uids: dict[str, Any] = {"StudyInstanceUID": generate_uid(), "SeriesInstanceUID": generate_uid()}
    for number in (1, 2):
        write_series(tmp_path / str(number), [0.0, 5.0], **uids, AcquisitionNumber=number)
    joined = joined_of(study_of(tmp_path / "1"), study_of(tmp_path / "2"))
    assert joined is not None
    assert [series.split for series in joined.series] == ["acquisition 1", "acquisition 2"]


def test_other_studies_and_patients_do_not_belong_together(tmp_path: Path) -> None:
    uid = generate_uid()
    write_mr_series(tmp_path / "a", 1, StudyInstanceUID=uid, PatientID="A")
    write_mr_series(tmp_path / "b", 1, StudyInstanceUID=uid, PatientID="B")
    write_mr_series(tmp_path / "c", 1, PatientID="A")
    one = study_of(tmp_path / "a")
    assert joined_of(one, study_of(tmp_path / "b")) is None
    assert joined_of(one, study_of(tmp_path / "c")) is None


def test_pictures_of_one_folder_are_joined_where_one_side_has_all(tmp_path: Path) -> None:
    for name in ("1.png", "2.png", "3.png"):
        (tmp_path / name).write_bytes(imagecodecs.png_encode(np.zeros((4, 4), np.uint8)))
    one, whole = study_of(tmp_path / "1.png"), study_of(tmp_path)
    assert joined_of(one, whole) is whole
    assert joined_of(one, study_of(tmp_path / "2.png")) is None
