"""What the benchmarks share: made-up images, timing, the printed result."""

from __future__ import annotations

import json
import os
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

import cv2
import numpy as np
import numpy.typing as npt
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, MRImageStorage, generate_uid

Kind = Literal["mixed", "dicom", "jpeg"]


@dataclass(frozen=True, slots=True)
class Result:
    """One figure against its target; `at_least` tells which side of the target is good."""

    name: str
    measured: float
    target: float
    at_least: bool
    unit: str
    details: dict[str, object] = field(default_factory=dict)

    @property
    def reached(self) -> bool:
        """True when the target is met."""
        return self.measured >= self.target if self.at_least else self.measured <= self.target

    def as_json(self) -> str:
        """For other programs."""
        return json.dumps(asdict(self) | {"reached": self.reached}, indent=2)


def live_in(home: str) -> None:
    """Keep settings, queue and window state there: a benchmark must not touch the user's own."""
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        os.environ[name] = home


def median(values: Sequence[float]) -> float:
    """The middle value; robust against a machine that is busy now and then."""
    return float(statistics.median(values))


def head_image(seed: int, side: int = 512) -> npt.NDArray[np.uint16]:
    """A round, textured, noisy object of 12 bits: uint16[side, side]; compresses like an image."""
    rng = np.random.default_rng(seed)
    rows, columns = np.mgrid[0:side, 0:side].astype(np.float32) / side - 0.5
    radius = np.hypot(rows * 1.1, columns * (1.2 + 0.1 * rng.random()))
    texture = cv2.resize(rng.random((24, 24)).astype(np.float32), (side, side))
    image = np.where(radius < 0.45, 700 + 900 * texture, 0)
    image = np.where((radius > 0.42) & (radius < 0.45), 2200, image)
    image = cv2.GaussianBlur(image.astype(np.float32), (0, 0), 1.2) + rng.normal(0, 25, image.shape)
    return np.asarray(np.clip(image, 0, 4095), dtype=np.uint16)


def write_dicom(path: Path, pixels: npt.NDArray[np.uint16]) -> None:
    """One uncompressed MR image, as scanners send them."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = MRImageStorage
    meta.MediaStorageSOPInstanceUID = generate_uid()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    image = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    image.SOPClassUID = MRImageStorage
    image.SOPInstanceUID = meta.MediaStorageSOPInstanceUID
    image.StudyInstanceUID = image.SeriesInstanceUID = generate_uid()
    image.Modality = "MR"
    image.SeriesDescription = "Benchmark"
    image.Rows, image.Columns = pixels.shape
    image.PixelSpacing = [0.45, 0.45]
    image.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    image.ImagePositionPatient = [0, 0, 0]
    image.SamplesPerPixel = 1
    image.PhotometricInterpretation = "MONOCHROME2"
    image.BitsAllocated, image.BitsStored, image.HighBit = 16, 12, 11
    image.PixelRepresentation = 0
    image.PixelData = pixels.tobytes()
    image.save_as(path, enforce_file_format=True)


def write_jpeg(path: Path, pixels: npt.NDArray[np.uint16]) -> None:
    """The same as an 8-bit JPEG of quality 92."""
    encoded, data = cv2.imencode(
        ".jpg", (pixels >> 4).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, 92]
    )
    if not encoded:
        raise RuntimeError("OpenCV cannot write JPEG")
    path.write_bytes(data.tobytes())


def make_folder(folder: Path, count: int, kind: Kind = "mixed") -> Path:
    """`count` images of one kind, or DICOM and JPEG by turns."""
    folder.mkdir(parents=True)
    for number in range(count):
        image = head_image(number)
        if kind == "jpeg" or (kind == "mixed" and number % 2):
            write_jpeg(folder / f"{number:05d}.jpg", image)
        else:
            write_dicom(folder / f"{number:05d}.dcm", image)
    return folder
