"""SimpleITK (GDCM inside) as the second decoder, in a process that may crash or hang.

Grey comes back as modality values, since it applies the rescale itself, and colour as RGB.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from tests.pixel_truth.decoded import (
    MOST_FRAMES,
    AnyArray,
    Decoded,
    Meaning,
    Pictures,
    Refusal,
    eight_bits,
)

NAME = "SimpleITK"
SECONDS = 120.0
_WORKER = Path(__file__).with_name("sitk_worker.py")
# GDCM's words open with the name and the address of an object.
_OBJECT = re.compile(r"(?:ITK ERROR: )?\w+\(0x[0-9a-f]+\): ")


def version() -> str:
    """SimpleITK's version, or "" where it is not installed."""
    if importlib.util.find_spec("SimpleITK") is None:
        return ""
    return importlib.metadata.version("SimpleITK")


def decode_all(paths: Sequence[Path], folder: Path) -> Mapping[Path, Decoded]:
    """The pictures of each path; intermediate files go to `folder`, which is emptied."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    found: dict[Path, Decoded] = {}
    left = list(enumerate(paths))
    while left:
        ended = _run(left, folder)
        for number, path in left:
            answer = _answer(folder / str(number))
            if answer is not None:
                found[path] = answer
        left = [(number, path) for number, path in left if path not in found]
        if left:
            # The process ended at the first file without an answer; the rest get a new one.
            found[left.pop(0)[1]] = Refusal(ended)
    return found


def _run(files: Sequence[tuple[int, Path]], folder: Path) -> str:
    """Let a process answer `files`; how it ended."""
    lines = "".join(f"{number}\t{path}\n" for number, path in files)
    command = [sys.executable, str(_WORKER), str(folder), str(SECONDS)]
    try:
        done = subprocess.run(
            command,
            input=lines.encode(),
            capture_output=True,
            timeout=SECONDS * (1 + len(files)),
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "SimpleITK did not end"
    if done.returncode < 0:
        return f"SimpleITK ended by signal {-done.returncode}"
    return f"SimpleITK took more than {SECONDS:.0f} s or ended with {done.returncode}"


def _answer(stem: Path) -> Decoded | None:
    refused, read = stem.with_suffix(".txt"), stem.with_suffix(".npy")
    if refused.exists():
        return Refusal(_OBJECT.sub("", refused.read_text(encoding="utf-8"))[:80])
    if not read.exists():
        return None
    values: AnyArray = np.load(read, allow_pickle=False)
    # ITK's axes are [frame, row, column] and, for colour, the sample.
    volume = values if values.ndim in {3, 4} else values[np.newaxis]
    frames = tuple(volume[:MOST_FRAMES])
    if volume.ndim == 4:
        bits = volume.dtype.itemsize * 8
        rgb = tuple(eight_bits(frame, bits) for frame in frames)
        return Pictures(Meaning.COLOR, rgb, len(volume))
    return Pictures(Meaning.MODALITY, frames, len(volume))
