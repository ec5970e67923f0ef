"""How long the bundled model takes an image in batches of eight on two threads.

The whole pass of the engine, with every output that the application asks for, on an input made of
one picture. In milliseconds, not as a ratio: the issue that set the target names a time.

    python -m benchmarks.bench_engine [--rounds 40]
"""

from __future__ import annotations

import argparse
import time
from contextlib import closing
from pathlib import Path

import numpy as np

from benchmarks.common import Result, head_image, median
from tumorview.domain.frames import ImageGeometry, ModalityFrame
from tumorview.domain.source import SourceRef
from tumorview.inference.engines.select import DeviceChoice, EngineChoice, open_engine
from tumorview.inference.preprocessing import model_input
from tumorview.inference.registry import load_bundle

_BATCH = 8
_THREADS = 2


def run(rounds: int) -> list[Result]:
    """`rounds` passes one after the other."""
    bundle = load_bundle()
    frames = [
        ModalityFrame(
            SourceRef(Path("made-up")),
            head_image(seed).astype(np.float32),
            "",
            "MONOCHROME2",
            "MR",
            ImageGeometry(),
        )
        for seed in range(_BATCH)
    ]
    batch = np.stack([model_input(frame, bundle.manifest).tensor for frame in frames])
    times = []
    with closing(
        open_engine(bundle, EngineChoice.ONNX, threads=_THREADS, device=DeviceChoice.CPU)
    ) as engine:
        for number in range(rounds + 3):
            began = time.perf_counter()
            engine.infer(batch)
            if number >= 3:  # the first passes set up memory
                times.append((time.perf_counter() - began) / _BATCH * 1e3)
    return [
        Result(
            f"ONNX Runtime, {_THREADS} threads, batches of {_BATCH}: an image",
            median(times),
            20.0,
            at_least=False,
            unit="ms",
            details={"fastest_ms": min(times), "slowest_ms": max(times)},
        )
    ]


def main() -> None:
    """Print the results as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    for result in run(parser.parse_args().rounds):
        print(result.as_json())


if __name__ == "__main__":
    main()
