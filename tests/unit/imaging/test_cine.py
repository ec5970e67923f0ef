"""The rate that a file wants to be played at (PS3.3 C.7.6.5)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.dicom_factory import make_dataset, write_dicom, write_mr_series
from tumorview.imaging.catalog import read_catalog
from tumorview.imaging.cine import frames_per_second
from tumorview.imaging.image_file import open_image

PIXELS = np.zeros((3, 4, 4), np.uint16)


@pytest.mark.parametrize(
    ("tags", "rate"),
    [
        ({}, None),
        ({"CineRate": 25}, 25),
        ({"RecommendedDisplayFrameRate": 8}, 8),
        ({"FrameTime": 40}, 25),
        ({"RecommendedDisplayFrameRate": 8, "CineRate": 25, "FrameTime": 10}, 8),
        ({"CineRate": 25, "FrameTime": 10}, 25),
        ({"RecommendedDisplayFrameRate": 0, "CineRate": 0, "FrameTime": 50}, 20),
        ({"CineRate": -3}, None),
        ({"CineRate": 1_000_000}, None),
        ({"FrameTime": 0}, None),
        ({"FrameTime": -40}, None),
        ({"FrameTime": 1e-300}, None),
    ],
    ids=str,
)
def test_the_rate_is_the_recommended_one_then_the_cine_rate_then_that_of_the_frame_time(
    tags: dict[str, Any], rate: float | None
) -> None:
    found = frames_per_second(make_dataset(PIXELS, **tags))
    assert found == (None if rate is None else pytest.approx(rate))


def test_a_rate_that_is_no_number_is_none(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS, CineRate=25)
    path.write_bytes(path.read_bytes().replace(b"IS\x02\x0025", b"IS\x02\x00x!", 1))
    assert open_image(path).header.frames_per_second is None


def test_header_and_series_carry_the_rate(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "film.dcm", PIXELS, CineRate=25, SeriesInstanceUID="1.2.3")
    assert open_image(path).header.frames_per_second == 25
    [study] = read_catalog(path).studies
    assert study.series[0].frames_per_second == 25
    write_mr_series(tmp_path / "still", 2)
    [study] = read_catalog(tmp_path / "still").studies
    assert study.series[0].frames_per_second is None
