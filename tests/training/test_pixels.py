"""A record's pixels reach the model as the application's do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.dicom_factory import write_dicom
from training.data.cache import InputOptions, build_cache
from training.data.pixels import read_pixels, shown, unit_values
from training.data.records import ImageRecord
from training.errors import DataError
from tumorview.imaging.image_file import open_image
from tumorview.imaging.modality import modality_frame
from tumorview.inference.manifest import CropSpec, PercentileMapping, WindowMapping
from tumorview.inference.preprocessing import crop_and_resize, map_intensity

MAPPING = PercentileMapping(1.0, 99.5)
CROP = CropSpec(kind="foreground_square")


def _record(path: Path) -> ImageRecord:
    return ImageRecord("s/a", path, 0, "s/g", "s")


def _head_16_bit() -> np.ndarray[tuple[int, int], np.dtype[np.uint16]]:
    image = np.zeros((40, 60), np.uint16)
    cv2.ellipse(image, (30, 20), (22, 16), 0, 0, 360, 900, -1)
    image[14:20, 20:26] = 3000
    return image


def test_sixteen_bits_of_a_dicom_file_reach_the_model_as_in_the_application(
    tmp_path: Path,
) -> None:
    path = write_dicom(tmp_path / "a.dcm", _head_16_bit(), PixelSpacing=[1.0, 0.5])
    frame = modality_frame(open_image(path).read_frame(1))
    expected, _ = crop_and_resize(map_intensity(frame.values, MAPPING), CROP, 32, 32, 2.0)
    cache = build_cache([_record(path)], InputOptions(32, MAPPING, CROP), tmp_path / "cache")
    np.testing.assert_array_equal(cache.images[0], np.rint(expected * 255).astype(np.uint8))
    assert len(np.unique(cache.images[0])) > 3


def test_where_low_is_bright_the_picture_is_turned_round_but_a_window_is_not(
    tmp_path: Path,
) -> None:
    content = _head_16_bit()
    plain = read_pixels(_record(write_dicom(tmp_path / "a.dcm", content)))
    turned = read_pixels(
        _record(write_dicom(tmp_path / "b.dcm", content, PhotometricInterpretation="MONOCHROME1"))
    )
    widest = PercentileMapping(0.0, 100.0)
    np.testing.assert_allclose(
        unit_values(turned, widest), 1 - unit_values(plain, widest), atol=1e-6
    )
    window = WindowMapping(center=1000, width=2000)
    np.testing.assert_array_equal(unit_values(turned, window), unit_values(plain, window))


def test_each_frame_of_a_file_is_a_picture_of_its_own(tmp_path: Path) -> None:
    frames = np.stack([np.full((8, 8), 5, np.uint8), np.full((8, 8), 77, np.uint8)])
    record = _record(write_dicom(tmp_path / "a.dcm", frames))
    assert [read_pixels(replace(record, frame=k)).values[0, 0] for k in (0, 1)] == [5, 77]


def test_a_picture_keeps_its_grey_values(tmp_path: Path) -> None:
    image = np.tile(np.arange(0, 240, 10, dtype=np.uint8), (6, 1))
    cv2.imwrite(str(tmp_path / "a.png"), image)
    pixels = read_pixels(_record(tmp_path / "a.png"))
    np.testing.assert_array_equal(pixels.values, image)
    assert shown(pixels).min() == 0
    assert shown(pixels).max() == 255


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\nbroken"])
def test_a_file_that_is_no_picture_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.png").write_bytes(content)
    with pytest.raises(DataError, match=r"x\.png: the image cannot be read.*Remove it"):
        read_pixels(_record(tmp_path / "x.png"))


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"gone\.png: the image cannot be read.*Remove it"):
        read_pixels(_record(tmp_path / "gone.png"))
