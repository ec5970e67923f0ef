"""Whether a scan gets slower or larger with the number of files.

Folders of small images are scanned, each in a process of its own, with a network so small that
whatever a scan does besides would show: the time is that of listing, hashing, decoding, journal and
table. Measured are processor seconds a file from the second file on (loading the model is not
counted, listing and the writing of the table are) and the peak of resident memory.

    python -m benchmarks.bench_growth [--sizes 1000 10000 100000]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import cv2

from benchmarks.common import Result, head_image

SIZES = (1_000, 10_000)
QUICK_SIZES = (200, 1_000)
LARGE_SIZES = (1_000, 10_000, 100_000)
_CONTENTS = 50
_A_FOLDER = 1_000
_SIDE = 64


@dataclass(frozen=True, slots=True)
class Run:
    """One scan: `files`, processor and wall seconds without the start, peak memory in MiB."""

    files: int
    cpu_seconds: float
    wall_seconds: float
    peak_mib: float

    @property
    def milliseconds_a_file(self) -> float:
        """Processor time."""
        return self.cpu_seconds / self.files * 1e3


def make_many(root: Path, count: int) -> Path:
    """`count` small JPEGs in folders of a thousand; some contents under many names (links)."""
    originals = []
    root.mkdir(parents=True)
    for number in range(_CONTENTS):
        image = (head_image(number, _SIDE) >> 4).astype("uint8")
        path = root.parent / f"original-{number}.jpg"
        path.write_bytes(cv2.imencode(".jpg", image)[1].tobytes())
        originals.append(path)
    for number in range(count):
        folder = root / f"{number // _A_FOLDER:04d}"
        if number % _A_FOLDER == 0:
            folder.mkdir()
        os.link(originals[number % _CONTENTS], folder / f"IM{number:07d}.jpg")
    return root


def scan_here(folder: Path, csv_path: Path) -> Run:
    """Scan in this process and measure it."""
    from tumorview.cancel import CancelToken  # noqa: PLC0415 - only in the process that scans
    from tumorview.domain.events import ItemDone, ScanFinished, ScanStarted  # noqa: PLC0415
    from tumorview.services.scan import ScanOptions, scan_folder  # noqa: PLC0415

    cpu, wall = time.process_time(), time.perf_counter()
    listing_cpu = listing_wall = 0.0
    done = 0
    for event in scan_folder(ScanOptions(folder, csv_path), CancelToken()):
        match event:
            case ScanStarted():
                listing_cpu, listing_wall = time.process_time() - cpu, time.perf_counter() - wall
            case ItemDone():
                done += 1
                if done == 1:
                    cpu, wall = time.process_time(), time.perf_counter()
            case ScanFinished(error=error) if error is not None:
                raise error
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    return Run(done, cpu + listing_cpu, wall + listing_wall, _peak_mib())


def _peak_mib() -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024


def measure(count: int, models: Path) -> Run:
    """Make the folder, scan it in a process of its own, and throw both away."""
    with tempfile.TemporaryDirectory() as place:
        folder = make_many(Path(place) / "images", count)
        answer = subprocess.run(
            [sys.executable, "-m", "benchmarks.bench_growth", "--scan", str(folder)],
            check=True,
            stdout=subprocess.PIPE,
            env=os.environ | {"TUMORVIEW_MODELS": str(models)},
        )
    return Run(**json.loads(answer.stdout))


def run(sizes: Sequence[int]) -> list[Result]:
    """The largest and those between against the smallest."""
    from tests.model_factory import make_model  # noqa: PLC0415 - not in the process that scans

    with tempfile.TemporaryDirectory() as models:
        make_model(Path(models))
        runs = [measure(count, Path(models)) for count in sizes]
    first, *others = runs
    details: dict[str, object] = {
        "runs": [asdict(one) for one in runs],
        "load_average": os.getloadavg()[0],
    }
    results = []
    for one in others:
        against = f"{one.files:,} files against {first.files:,}"
        results += [
            Result(
                f"processor time a file, {against}",
                one.milliseconds_a_file / first.milliseconds_a_file,
                1.10,
                at_least=False,
                unit="times",
                details=details,
            ),
            Result(
                f"peak memory of a scan, {against}",
                one.peak_mib / first.peak_mib,
                1.05,
                at_least=False,
                unit="times",
                details=details,
            ),
        ]
    return results


def main() -> None:
    """Print the results as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--scan", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.scan is not None:
        print(json.dumps(asdict(scan_here(options.scan, options.scan.parent / "out.csv"))))
        return
    for result in run(options.sizes):
        print(result.as_json())


if __name__ == "__main__":
    main()
