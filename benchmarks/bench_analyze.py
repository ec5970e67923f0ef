"""From process start to answer: ``tumorview analyze`` against a short Keras script.

The script (benchmarks/keras_analyze.py) reads the same image, runs ``model.predict`` on the same
model and prints the probabilities. Both are started by turns; the figure is the median of ratios.

    python -m benchmarks.bench_analyze [--rounds 3]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.common import Result, head_image, median, write_dicom
from benchmarks.keras_process import keras_command, quiet_environment


def _seconds(command: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, env=quiet_environment(), check=True, capture_output=True)
    return time.perf_counter() - began


def run(rounds: int) -> list[Result]:
    """Start both programs by turns."""
    with tempfile.TemporaryDirectory() as place:
        image = Path(place) / "image.dcm"
        write_dicom(image, head_image(1))
        ours = [sys.executable, "-m", "tumorview", "analyze", str(image), "--engine", "onnx"]
        theirs = keras_command("keras_analyze.py", str(image))
        # The first start of each reads its files from the disk.
        _seconds(ours)
        _seconds(theirs)
        pairs = [(_seconds(ours), _seconds(theirs)) for _ in range(rounds)]
    return [
        Result(
            "tumorview analyze over a Keras script, process start to answer",
            median([their / our for our, their in pairs]),
            5.0,
            at_least=True,
            unit="times as fast",
            details={
                "tumorview_seconds": median([our for our, _ in pairs]),
                "keras_seconds": median([their for _, their in pairs]),
            },
        )
    ]


def main() -> None:
    """Print the results as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    for result in run(parser.parse_args().rounds):
        print(result.as_json())


if __name__ == "__main__":
    main()
