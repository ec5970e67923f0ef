"""The hostile files among good ones, scanned as a user would: each has its row, nothing is lost."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.dicom_factory import write_dicom
from tests.hostile.case import IMAGE
from tests.hostile.on_disk import Written, write_cases
from tests.model_factory import make_model

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="some of the files can only be made on Linux"
)

PEAK_MIB = 600.0
PARTIAL = 8
"""Exit status of a scan some of whose files failed."""

_SIDE = 64
_GOOD = "good-"


@dataclass(frozen=True, slots=True)
class Scanned:
    """What came of a scan: rows by path, and the memory that it took at worst.

    The processes that decode have a limit of their own, which the files one by one are held to.
    """

    status: int
    errors: str
    rows: dict[str, list[dict[str, str]]]
    peak_mib: float


def _write_good(path: Path, number: int) -> Path:
    """A sound picture: DICOM for the most part, each tenth a PNG and each tenth a JPEG."""
    values = np.random.default_rng(number).integers(0, 256, (_SIDE, _SIDE), np.uint8)
    if number % 10 < 8:
        return write_dicom(
            path.with_suffix(".dcm"), values.astype(np.uint16), InstanceNumber=number
        )
    path = path.with_suffix(".png" if number % 10 == 8 else ".jpg")
    path.write_bytes(cv2.imencode(path.suffix, values)[1].tobytes())
    return path


def _scan(folder: Path, work: Path) -> Scanned:
    make_model(work / "models")
    csv_path = work / "out.csv"
    with (work / "errors.txt").open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "tumorview", "scan", str(folder), "--csv", str(csv_path)],
            stdout=subprocess.DEVNULL,
            stderr=errors,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "TUMORVIEW_MODELS": str(work / "models")},
        )
        peak = 0
        while process.poll() is None:
            # What wait4 tells begins with the memory of the process that started it: this one.
            peak = max(peak, _peak_kib(process.pid))
            time.sleep(0.05)
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    with csv_path.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            rows[row["path"]].append(row)
    said = (work / "errors.txt").read_text(encoding="utf-8", errors="replace")
    return Scanned(process.returncode, said, rows, peak / 1024)


def _peak_kib(pid: int) -> int:
    """Largest resident memory of a process so far; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def _outcomes(rows: list[dict[str, str]]) -> set[str]:
    return {IMAGE if row["status"] == "done" else row["error_code"] for row in rows}


def _check(written: list[Written], root: Path, scanned: Scanned, good: set[str]) -> None:
    assert scanned.status == PARTIAL, scanned.errors[-2000:]
    assert "Traceback" not in scanned.errors
    assert scanned.peak_mib < PEAK_MIB
    for path in good:
        assert _outcomes(scanned.rows[path]) == {IMAGE}, path
    bad: dict[str, list[dict[str, str]]] = defaultdict(list)
    for path, rows in scanned.rows.items():
        if path not in good:
            bad["/".join(path.split("/")[:2])] += rows
    for one in written:
        rows = bad.pop(one.folder.relative_to(root).as_posix(), [])
        if not one.is_listed:
            assert not rows, one.case.name
            continue
        assert rows, f"{one.family}: {one.case.name} has no row"
        # Of several frames some may be sound.
        sound = {IMAGE, "frames_not_tried"} if len(rows) > 1 else set()
        assert _outcomes(rows) <= one.expected_in_folder | sound, (one.family, one.case.name)
        assert _outcomes(rows) & one.expected_in_folder, (one.family, one.case.name)
        assert all(row["error_text"] for row in rows if row["status"] == "failed")
    assert not bad


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    "count", [20, pytest.param(1000, marks=pytest.mark.slow)], ids=lambda count: f"{count} good"
)
def test_every_good_file_is_analysed_and_every_bad_one_has_its_row(
    tmp_path: Path, count: int
) -> None:
    root = tmp_path / "export"
    written = write_cases(root)
    good = set()
    for number in range(count):
        # Spread over the whole tree, so that good ones come before, between and after bad ones.
        place = written[number * len(written) // count].folder
        path = _write_good(place / f"{_GOOD}{number:04d}", number)
        good.add(path.relative_to(root).as_posix())
    _check(written, root, _scan(root, tmp_path), good)
