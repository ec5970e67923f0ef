"""A multi-frame image that was split into several files (PS3.3 C.7.6.16.2.2.4)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tests.dicom_factory import make_enhanced, save, write_dicom
from tumorview.domain.study import Series, SeriesNotice, SliceOrder
from tumorview.imaging.catalog import read_catalog
from tumorview.imaging.image_file import read_frame

UID = "1.2.826.0.1.3680043.8.498.1"


def part(path: Path, values: Sequence[int], **tags: Any) -> Path:
    """A file without positions, each frame of one value."""
    pixels = np.stack([np.full((4, 5), value, np.uint16) for value in values])
    return write_dicom(path, pixels, ConcatenationUID=UID, **tags)


def only_series(folder: Path) -> Series:
    (study,) = read_catalog(folder).studies
    (series,) = study.series
    return series


def values(series: Series) -> list[int]:
    return [int(read_frame(frame.source).stored_values[0, 0]) for frame in series.frames]


def test_frames_are_counted_through_all_files_whatever_these_are_called(tmp_path: Path) -> None:
    part(tmp_path / "a", [5, 6], InConcatenationNumber=3, ConcatenationFrameOffsetNumber=4)
    part(tmp_path / "b", [1, 2], InConcatenationNumber=1, ConcatenationFrameOffsetNumber=0)
    part(tmp_path / "c", [3, 4], InConcatenationNumber=2, ConcatenationFrameOffsetNumber=2)
    series = only_series(tmp_path)
    assert values(series) == [1, 2, 3, 4, 5, 6]
    assert series.order is SliceOrder.INSTANCE_NUMBER
    assert series.notices == (SeriesNotice.NO_ORIENTATION,)


def test_instance_numbers_of_the_files_do_not_matter(tmp_path: Path) -> None:
    part(
        tmp_path / "a", [1, 2], InConcatenationNumber=1, ConcatenationFrameOffsetNumber=0,
        InstanceNumber=9,
    )  # fmt: skip
    part(
        tmp_path / "b", [3], InConcatenationNumber=2, ConcatenationFrameOffsetNumber=2,
        InstanceNumber=4,
    )  # fmt: skip
    assert values(only_series(tmp_path)) == [1, 2, 3]


def test_without_offsets_the_numbers_of_the_parts_decide(tmp_path: Path) -> None:
    part(tmp_path / "a", [4], InConcatenationNumber=2)
    part(tmp_path / "b", [1, 2, 3], InConcatenationNumber=1)
    part(tmp_path / "c", [5, 6], InConcatenationNumber=3)
    series = only_series(tmp_path)
    assert values(series) == [1, 2, 3, 4, 5, 6]
    assert SeriesNotice.MISSING_PARTS not in series.notices


def test_a_part_that_is_missing_in_the_middle_is_noticed(tmp_path: Path) -> None:
    part(tmp_path / "a", [1, 2], InConcatenationNumber=1, ConcatenationFrameOffsetNumber=0)
    part(tmp_path / "b", [5, 6], InConcatenationNumber=3, ConcatenationFrameOffsetNumber=4)
    series = only_series(tmp_path)
    assert values(series) == [1, 2, 5, 6]
    assert SeriesNotice.MISSING_PARTS in series.notices


def test_a_first_part_that_is_missing_is_noticed_by_its_frames(tmp_path: Path) -> None:
    part(tmp_path / "a", [3, 4], ConcatenationFrameOffsetNumber=2)
    assert SeriesNotice.MISSING_PARTS in only_series(tmp_path).notices


def test_a_last_part_that_is_missing_is_noticed_by_the_total(tmp_path: Path) -> None:
    part(
        tmp_path / "a", [1, 2], InConcatenationNumber=1, InConcatenationTotalNumber=2,
        ConcatenationFrameOffsetNumber=0,
    )  # fmt: skip
    assert SeriesNotice.MISSING_PARTS in only_series(tmp_path).notices


def test_positions_still_decide_where_all_frames_have_one(tmp_path: Path) -> None:
    for index, positions in enumerate(((10.0, 5.0), (0.0, 15.0))):
        frames = np.stack([np.full((4, 5), int(p), np.uint16) for p in positions])
        ds = make_enhanced(
            frames,
            positions,
            ConcatenationUID=UID,
            InConcatenationNumber=index + 1,
            InConcatenationTotalNumber=2,
            ConcatenationFrameOffsetNumber=2 * index,
        )
        save(ds, tmp_path / f"{index}.dcm")
    series = only_series(tmp_path)
    assert series.order is SliceOrder.POSITION
    assert values(series) == [0, 5, 10, 15]
    assert series.notices == ()


def test_two_concatenations_are_kept_apart(tmp_path: Path) -> None:
    other = UID + ".2"
    part(tmp_path / "a", [3], InConcatenationNumber=2, ConcatenationFrameOffsetNumber=2)
    part(tmp_path / "b", [1, 2], InConcatenationNumber=1, ConcatenationFrameOffsetNumber=0)
    for name, value, number in (("c", 12, 2), ("d", 11, 1)):
        pixels = np.full((1, 4, 5), value, np.uint16)
        write_dicom(
            tmp_path / name,
            pixels,
            NumberOfFrames=1,
            ConcatenationUID=other,
            InstanceNumber=2,
            InConcatenationNumber=number,
            ConcatenationFrameOffsetNumber=number - 1,
        )
    series = only_series(tmp_path)
    assert sorted(values(series)) == [1, 2, 3, 11, 12]
    found = values(series)
    assert [v for v in found if v < 10] == [1, 2, 3]
    assert [v for v in found if v > 10] == [11, 12]
    assert SeriesNotice.MISSING_PARTS not in series.notices
