"""Series that hold several stacks are split or said to be odd, never dealt like cards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydicom.uid import generate_uid

from tests.dicom_factory import write_mr_series, write_series
from tumorview.domain.study import Series, SeriesNotice, SliceOrder, Study
from tumorview.imaging.catalog import read_catalog
from tumorview.imaging.splitting import MOST_PARTS

UIDS: dict[str, Any] = {"StudyInstanceUID": generate_uid(), "SeriesInstanceUID": generate_uid()}
PLACES = [0.0, 5.0, 10.0]


def study_of(folder: Path) -> Study:
    catalog = read_catalog(folder)
    assert catalog.failures == ()
    (study,) = catalog.studies
    return study


def heights(series: Series) -> list[float]:
    return [f.geometry.position_mm[2] for f in series.frames if f.geometry.position_mm]


@pytest.mark.parametrize(
    ("keyword", "word"),
    [
        ("AcquisitionNumber", "acquisition"),
        ("EchoNumbers", "echo"),
        ("TemporalPositionIdentifier", "time"),
    ],
)
def test_two_stacks_in_one_place_become_two_series(tmp_path: Path, keyword: str, word: str) -> None:
    for number in (2, 1):
        tags = {**UIDS, keyword: number}
        write_series(tmp_path / str(number), PLACES, **tags)
    one, other = study_of(tmp_path).series
    assert (one.split, other.split) == (f"{word} 1", f"{word} 2")
    assert heights(one) == heights(other) == PLACES
    assert {f.source.path.parent.name for f in one.frames} == {"1"}
    assert one.notices == other.notices == (SeriesNotice.SPLIT,)
    assert one.key != other.key


def test_frames_of_reference_are_always_parted(tmp_path: Path) -> None:
    for name, places in (("a", [0.0, 10.0]), ("b", [5.0, 15.0])):
        write_series(tmp_path / name, places, **UIDS, FrameOfReferenceUID=generate_uid())
    parts = study_of(tmp_path).series
    assert [heights(part) for part in parts] == [[0.0, 10.0], [5.0, 15.0]]
    assert all(SeriesNotice.SPLIT in part.notices for part in parts)


def test_acquisitions_that_lie_beside_each_other_stay_one_series(tmp_path: Path) -> None:
    write_series(tmp_path / "a", [0.0, 10.0], **UIDS, AcquisitionNumber=1)
    write_series(tmp_path / "b", [5.0, 15.0], **UIDS, AcquisitionNumber=2)
    (series,) = study_of(tmp_path).series
    assert (series.split, heights(series)) == ("", [0.0, 5.0, 10.0, 15.0])


def test_without_anything_to_tell_them_apart_they_stay_together_and_it_is_said(
    tmp_path: Path,
) -> None:
    write_series(tmp_path / "a", PLACES, **UIDS)
    write_series(tmp_path / "b", PLACES, **UIDS)
    (series,) = study_of(tmp_path).series
    assert SeriesNotice.DUPLICATE_POSITION in series.notices
    assert len(series.frames) == 2 * len(PLACES)


def test_a_number_that_does_not_tell_all_apart_splits_nothing(tmp_path: Path) -> None:
    write_series(tmp_path / "a", PLACES, **UIDS, AcquisitionNumber=1)
    write_series(tmp_path / "b", PLACES, **UIDS, AcquisitionNumber=1)
    write_series(tmp_path / "c", PLACES, **UIDS, AcquisitionNumber=2)
    (series,) = study_of(tmp_path).series
    assert SeriesNotice.DUPLICATE_POSITION in series.notices


def test_a_film_over_time_is_not_split_into_a_long_list(tmp_path: Path) -> None:
    for number in range(MOST_PARTS + 1):
        write_series(
            tmp_path / str(number), [0.0, 5.0], **UIDS, TemporalPositionIdentifier=number + 1
        )
    (series,) = study_of(tmp_path).series
    assert SeriesNotice.DUPLICATE_POSITION in series.notices


def test_single_images_in_one_place_stay_together(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        write_series(tmp_path / str(number), [0.0], **UIDS, AcquisitionNumber=number)
    (series,) = study_of(tmp_path).series
    assert series.notices == (SeriesNotice.DUPLICATE_POSITION,)


def test_frames_without_a_place_are_not_parted(tmp_path: Path) -> None:
    for name in "ab":
        write_series(
            tmp_path / name, PLACES, **UIDS, FrameOfReferenceUID=generate_uid(),
            ImagePositionPatient=None,
        )  # fmt: skip
    (series,) = study_of(tmp_path).series
    assert series.order is SliceOrder.INSTANCE_NUMBER


def test_one_study_uid_on_two_patients_is_two_studies(tmp_path: Path) -> None:
    write_series(tmp_path / "a", PLACES, **UIDS, PatientID="A", PatientName="Doe^Jane")
    write_series(tmp_path / "b", PLACES, **UIDS, PatientID="B", PatientName="Roe^Rita")
    studies = read_catalog(tmp_path).studies
    assert [s.patient.patient_id for s in studies] == ["A", "B"]
    assert all(len(s.series[0].frames) == len(PLACES) for s in studies)
    assert studies[0].key != studies[1].key


def test_a_spacing_other_than_stated_is_said(tmp_path: Path) -> None:
    write_mr_series(tmp_path / "wrong", 4, SpacingBetweenSlices=2.5)
    write_mr_series(tmp_path / "right", 4, SpacingBetweenSlices=-5.0, SeriesNumber=3)
    # The gap in place of the distance between the middles, as some write it.
    write_mr_series(tmp_path / "gap", 4, SpacingBetweenSlices=2.0, SliceThickness=3.0)
    said = {
        study.series[0].frames[0].source.path.parent.name: study.series[0].notices
        for study in read_catalog(tmp_path).studies
    }
    assert said == {"wrong": (SeriesNotice.STATED_SPACING,), "right": (), "gap": ()}


def test_several_pixel_spacings_in_a_series_are_said(tmp_path: Path) -> None:
    write_series(tmp_path / "a", [0.0, 5.0], **UIDS, PixelSpacing=[0.5, 0.5])
    write_series(tmp_path / "b", [10.0, 15.0], **UIDS, PixelSpacing=[0.5, 0.6])
    (series,) = study_of(tmp_path).series
    assert series.notices == (SeriesNotice.MIXED_PIXEL_SPACING,)


def test_how_an_mr_series_was_made_is_told_in_words(tmp_path: Path) -> None:
    write_mr_series(
        tmp_path, 2, ScanningSequence=["SE", "IR"], RepetitionTime=9000, EchoTime=110.5,
        InversionTime=2500,
    )  # fmt: skip
    (series,) = study_of(tmp_path).series
    assert series.sequence == "spin echo inversion recovery TR 9000 TE 110.5 TI 2500"
