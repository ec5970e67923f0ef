"""What the heatmap costs over the bare forward pass.

Bare: a session that is asked for the logits only. With heatmap: the engine's pass with class maps
and the heatmaps of all classes made of them. Both on one thread, by turns, in CPU-time of the
thread, which other programs disturb least; the figure is the median of the ratios of neighbours.

    python -m benchmarks.bench_heatmap [--rounds 300]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import onnxruntime

from benchmarks.common import Result, head_image, median
from tumorview.domain.frames import ImageGeometry, ModalityFrame
from tumorview.domain.source import SourceRef
from tumorview.inference.engines.select import EngineChoice, open_engine
from tumorview.inference.heatmap import heatmap_planes, heatmaps_of
from tumorview.inference.preprocessing import model_input
from tumorview.inference.registry import load_bundle


def _cpu_seconds(work: Callable[[], object]) -> float:
    began = time.thread_time()
    work()
    return time.thread_time() - began


def run(rounds: int) -> list[Result]:
    """Bare and full passes by turns."""
    bundle = load_bundle()
    spec = bundle.manifest.heatmap
    if spec is None:
        raise SystemExit("The default model has no heatmap.")
    labels = bundle.manifest.class_labels
    frame = ModalityFrame(
        SourceRef(Path("made-up")),
        head_image(1).astype(np.float32),
        "",
        "MONOCHROME2",
        "MR",
        ImageGeometry(),
    )
    given = model_input(frame, bundle.manifest)
    batch = given.tensor[None]
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        bundle.read_verified("onnx"), options, providers=["CPUExecutionProvider"]
    )
    name = session.get_inputs()[0].name

    def bare() -> None:
        session.run([bundle.manifest.logits_output], {name: batch})

    with closing(open_engine(bundle, EngineChoice.ONNX, threads=1, device="cpu")) as engine:

        def full() -> None:
            output = engine.infer(batch)
            assert output.class_maps is not None
            values = heatmap_planes(output.class_maps, spec)
            heatmaps_of(values[0], labels, spec, given)

        for _ in range(10):
            bare()
            full()
        pairs = []
        for number in range(rounds):
            # Whoever comes second finds warmer caches, so they take turns.
            if number % 2:
                first = _cpu_seconds(bare)
                pairs.append((first, _cpu_seconds(full)))
            else:
                first = _cpu_seconds(full)
                pairs.append((_cpu_seconds(bare), first))
    return [
        Result(
            "heatmaps of all classes over the bare forward pass",
            median([(whole - plain) / plain for plain, whole in pairs]) * 100,
            5.0,
            at_least=False,
            unit="% more",
            details={
                "bare_ms": median([plain for plain, _ in pairs]) * 1e3,
                "with_heatmaps_ms": median([whole for _, whole in pairs]) * 1e3,
            },
        )
    ]


def main() -> None:
    """Print the results as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=300)
    for result in run(parser.parse_args().rounds):
        print(result.as_json())


if __name__ == "__main__":
    main()
