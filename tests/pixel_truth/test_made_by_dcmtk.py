"""What dcmtk compresses or turns round, TumorView reads back to the last bit.

Round trips through our own libraries cannot show a mistake that encoder and decoder share.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from tests.dicom_factory import make_dataset, save
from tests.pixel_truth import dcmtk
from tumorview.imaging.image_file import open_image

ENCODERS = {
    "RLE": ["dcmcrle"],
    "JPEG Lossless SV1": ["dcmcjpeg", "+e1"],
    "JPEG Lossless, predictor 4": ["dcmcjpeg", "+el", "+sv", "4"],
    "JPEG Lossless, predictor 6": ["dcmcjpeg", "+el", "+sv", "6"],
    "JPEG-LS": ["dcmcjpls", "+el"],
    "big endian": ["dcmconv", "+tb"],
    "implicit": ["dcmconv", "+ti"],
    "deflated": ["dcmconv", "+td"],
}
RANDOM = np.random.default_rng(30)


def encoded(name: str, pixels: npt.NDArray[Any], folder: Path, **tags: Any) -> Path:
    command = ENCODERS[name]
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed (CONTRIBUTING.md, Hunting)")
    plain, changed = save(make_dataset(pixels, **tags), folder / "plain.dcm"), folder / "new.dcm"
    subprocess.run(
        [*command, str(plain), str(changed)], check=True, timeout=dcmtk.SECONDS, capture_output=True
    )
    return changed


@pytest.mark.parametrize("name", ENCODERS)
@pytest.mark.parametrize("bits", [8, 12, 16])
def test_grey_comes_back(name: str, bits: int, tmp_path: Path) -> None:
    dtype = np.uint8 if bits == 8 else np.uint16
    pixels = RANDOM.integers(0, 1 << bits, (37, 53)).astype(dtype)
    path = encoded(name, pixels, tmp_path, BitsStored=bits)
    np.testing.assert_array_equal(open_image(path).read_frame().stored_values, pixels)


@pytest.mark.parametrize("name", ENCODERS)
def test_negative_numbers_come_back(name: str, tmp_path: Path) -> None:
    pixels = RANDOM.integers(-1024, 1024, (20, 30)).astype(np.int16)
    path = encoded(name, pixels, tmp_path)
    np.testing.assert_array_equal(open_image(path).read_frame().stored_values, pixels)


@pytest.mark.parametrize("name", ENCODERS)
def test_colour_comes_back(name: str, tmp_path: Path) -> None:
    pixels = RANDOM.integers(0, 256, (14, 22, 3)).astype(np.uint8)
    path = encoded(name, pixels, tmp_path)
    np.testing.assert_array_equal(open_image(path).read_frame().stored_values, pixels)


@pytest.mark.parametrize("name", ["big endian", "implicit", "deflated"])
def test_numbers_of_32_bits_come_back(name: str, tmp_path: Path) -> None:
    pixels = RANDOM.integers(0, 1 << 32, (9, 7)).astype(np.uint32)
    path = encoded(name, pixels, tmp_path)
    np.testing.assert_array_equal(open_image(path).read_frame().stored_values, pixels)
