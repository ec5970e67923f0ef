"""A folder with everything that a scan meets, and what it made of it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from tests.dicom_factory import write_dicom
from tumorview.cancel import CancelToken
from tumorview.domain.events import ScanEvent, ScanFinished
from tumorview.services.scan import ScanOptions, scan_folder

VARYING = ("milliseconds", "timestamp")
"""Columns that differ between two scans of the same files."""

MIXED_ROWS = {
    "a_good.dcm": ["done"],
    "b_multi.dcm": ["done", "done", "done"],
    "c_image.png": ["done"],
    "d_text.txt": ["failed"],
    "e_truncated.dcm": ["failed"],
    "f_empty.dcm": ["failed"],
    "sub/g_Übersicht.dcm": ["done"],
}
"""File of `make_mixed_folder` -> status of its rows."""


def pixels(seed: int, shape: tuple[int, ...] = (64, 64)) -> npt.NDArray[np.uint16]:
    """Noise with a bright disc, so that no frame is blank and no two are alike."""
    rng = np.random.default_rng(seed)
    image = rng.integers(0, 200, shape).astype(np.uint16)
    image[..., 20:40, 20 + seed % 20 : 40] += 700
    return image


def make_mixed_folder(folder: Path) -> Path:
    """Good and bad files; `MIXED_ROWS` says what becomes of each."""
    folder.mkdir(parents=True)
    write_dicom(folder / "a_good.dcm", pixels(1), SeriesDescription="=T1", PatientID="P-1")
    write_dicom(folder / "b_multi.dcm", pixels(2, (3, 64, 64)), NumberOfFrames=3)
    encoded, data = cv2.imencode(".png", pixels(3).astype(np.uint8))
    assert encoded
    (folder / "c_image.png").write_bytes(data.tobytes())
    (folder / "d_text.txt").write_text("not an image")
    whole = write_dicom(folder / "e_truncated.dcm", pixels(4)).read_bytes()
    (folder / "e_truncated.dcm").write_bytes(whole[: len(whole) // 2])
    (folder / "f_empty.dcm").touch()
    write_dicom(folder / "sub" / "g_Übersicht.dcm", pixels(5))
    return folder


def make_series(folder: Path, count: int) -> Path:
    """`count` good files."""
    for number in range(count):
        write_dicom(folder / f"{number:03d}.dcm", pixels(number))
    return folder


def scan(folder: Path, csv_path: Path, **options: Any) -> list[ScanEvent]:
    """All events of a scan that is left alone."""
    return list(scan_folder(ScanOptions(folder, csv_path, **options), CancelToken()))


def finished(events: list[ScanEvent]) -> ScanFinished:
    """The closing event, of which there is exactly one."""
    assert [isinstance(e, ScanFinished) for e in events].count(True) == 1
    last = events[-1]
    assert isinstance(last, ScanFinished)
    return last


def read_rows(csv_path: Path) -> list[dict[str, str]]:
    """The table as a CSV reader sees it."""
    with csv_path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def lasting(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows without what differs between two scans of the same files."""
    return [{k: v for k, v in row.items() if k not in VARYING} for row in rows]
