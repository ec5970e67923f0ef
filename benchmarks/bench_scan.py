"""Throughput of a folder scan.

Two ratios: against the work-conserving limit, cores / (CPU-seconds an image of decoding,
preprocessing and raw engine, each measured alone on one thread), and against a loop of
``model.predict`` plus a Grad-CAM by GradientTape, a file at a time (benchmarks/keras_loop.py).

    python -m benchmarks.bench_scan [--images 600] [--rounds 3] [--kind mixed] [--no-keras]
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, get_args

import cv2

from benchmarks.common import Kind, Result, make_folder, median
from benchmarks.keras_process import run_keras
from tumorview.cancel import CancelToken
from tumorview.domain.events import ItemDone, ScanFinished
from tumorview.imaging.image_file import open_image
from tumorview.imaging.modality import modality_frame
from tumorview.inference.engines.select import EngineChoice, open_engine
from tumorview.inference.preprocessing import model_input
from tumorview.inference.registry import load_bundle
from tumorview.machine import available_cores
from tumorview.services.scan import ScanOptions, scan_folder

_KERAS_IMAGES = 24
_ALONE_IMAGES = 60

Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class StageCosts:
    """CPU-seconds an image on one thread, each stage alone."""

    decode: float
    preprocess: float
    engine: float

    @property
    def total(self) -> float:
        """All three."""
        return self.decode + self.preprocess + self.engine


def _alone(stage: Callable[[Given], Made], items: Sequence[Given]) -> tuple[float, list[Made]]:
    """Mean CPU-seconds an item of one thread, and what was made."""
    began = time.thread_time()
    made = [stage(item) for item in items]
    return (time.thread_time() - began) / len(items), made


def measure_stages(files: Sequence[Path]) -> StageCosts:
    """Each stage alone over the same files."""
    bundle = load_bundle()
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        with closing(open_engine(bundle, EngineChoice.ONNX, threads=1)) as engine:
            decode, frames = _alone(lambda f: modality_frame(open_image(f).read_frame(1)), files)
            preprocess, inputs = _alone(lambda f: model_input(f, bundle.manifest), frames)
            tensors = [given.tensor[None] for given in inputs]
            engine.infer(tensors[0])
            infer, _ = _alone(engine.infer, tensors)
    finally:
        cv2.setNumThreads(threads)
    return StageCosts(decode, preprocess, infer)


@dataclass(frozen=True, slots=True)
class ScanSpeed:
    """One scan from call to end.

    `cores_left` is what other programs left of the machine during it, idle time included.
    """

    images_per_second: float
    cpu_seconds: float
    cores_left: float


def measure_scan(folder: Path, csv_path: Path) -> ScanSpeed:
    """Scan and measure."""
    cpu, busy, began = time.process_time(), _busy_seconds(), time.perf_counter()
    done = 0
    for event in scan_folder(
        ScanOptions(folder, csv_path, engine=EngineChoice.ONNX), CancelToken()
    ):
        if isinstance(event, ItemDone):
            done += 1
        elif isinstance(event, ScanFinished) and event.error is not None:
            raise event.error
    wall = time.perf_counter() - began
    if not done:
        raise RuntimeError("The scan answered nothing")
    own = time.process_time() - cpu
    others = max(0.0, _busy_seconds() - busy - own)
    return ScanSpeed(
        done / wall, own / done, available_cores() - min(others / wall, available_cores() * 0.9)
    )


def _busy_seconds() -> float:
    """CPU-seconds of all programs since the machine started; 0 where it does not say."""
    statistics = Path("/proc/stat")
    if not statistics.exists():
        return 0.0
    user, nice, system, _idle, _wait, irq, softirq, steal, *_ = (
        int(value) for value in statistics.read_text().split("\n", 1)[0].split()[1:]
    )
    busy = user + nice + system + irq + softirq + steal
    return busy / os.sysconf("SC_CLK_TCK")


def run(images: int, rounds: int, *, keras: bool, kind: Kind = "mixed") -> list[Result]:
    """Measure stages, scan and Keras loop by turns."""
    with tempfile.TemporaryDirectory() as place:
        folder = make_folder(Path(place) / "images", images, kind)
        files = sorted(folder.iterdir())
        sample = files[:_ALONE_IMAGES]
        loops: list[float] = []
        faster: list[float] = []
        ratios, left, overheads, throughputs, stages = [], [], [], [], []
        for number in range(rounds):
            before = measure_stages(sample)
            speed = measure_scan(folder, Path(place) / f"{number}.csv")
            after = measure_stages(sample)
            cost = (before.total + after.total) / 2
            throughputs.append(speed.images_per_second)
            ratios.append(speed.images_per_second * cost / available_cores())
            left.append(speed.images_per_second * cost / speed.cores_left)
            overheads.append(speed.cpu_seconds / cost)
            stages.append(after)
            if keras:
                answer = run_keras("keras_loop.py", *map(str, files[:_KERAS_IMAGES]))
                loops.append(_KERAS_IMAGES / float(answer["seconds"]))
                faster.append(speed.images_per_second / loops[-1])
        results = [
            Result(
                "scan throughput over the work-conserving limit",
                median(ratios),
                0.85,
                at_least=True,
                unit="of the limit",
                details={
                    "images": images,
                    "cores": available_cores(),
                    "images_per_second": median(throughputs),
                    "rounds": ratios,
                    "of_the_cores_that_others_left": median(left),
                    "cpu_seconds_over_stages": median(overheads),
                    "decode_ms": median([s.decode for s in stages]) * 1e3,
                    "preprocess_ms": median([s.preprocess for s in stages]) * 1e3,
                    "engine_ms": median([s.engine for s in stages]) * 1e3,
                    "load_average": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
                },
            )
        ]
        if keras:
            results.append(
                Result(
                    "scan throughput over a loop of model.predict and Grad-CAM",
                    median(faster),
                    5.0,
                    at_least=True,
                    unit="times as fast",
                    details={"keras_images_per_second": median(loops), "rounds": faster},
                )
            )
    return results


def main() -> None:
    """Print the results as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--images", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--kind", choices=get_args(Kind), default="mixed")
    parser.add_argument("--no-keras", action="store_true")
    options = parser.parse_args()
    for result in run(
        options.images, options.rounds, keras=not options.no_keras, kind=options.kind
    ):
        print(result.as_json())


if __name__ == "__main__":
    main()
