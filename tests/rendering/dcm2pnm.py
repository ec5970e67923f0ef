"""dcmtk's rendering of a file: `dcm2pnm`, run as a program."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tests.pixel_truth.dcmtk import SECONDS


def picture(path: Path, folder: Path, options: Sequence[str], frame: int = 1) -> npt.NDArray[Any]:
    """uint8[rows, columns] or [rows, columns, 3] of one frame, with overlays as `options` say."""
    out = folder / "dcm2pnm.pnm"
    out.unlink(missing_ok=True)
    overlays = () if any(o.startswith(("+O", "-O")) for o in options) else ("-O",)
    command = ["dcm2pnm", *overlays, "+F", str(frame), *options, "+op", str(path), str(out)]
    done = subprocess.run(
        command, capture_output=True, text=True, errors="replace", timeout=SECONDS, check=False
    )
    if done.returncode != 0 or not out.exists():
        raise RuntimeError(f"dcm2pnm cannot render it: {done.stderr.strip()[-200:]}")
    return read_pnm(out)


def read_pnm(path: Path) -> npt.NDArray[Any]:
    """A binary PGM or PPM of 8 bits."""
    data = path.read_bytes()
    head = re.match(rb"P([56])\s+(\d+)\s+(\d+)\s+255\s", data)
    if head is None:
        raise ValueError(f"{path.name} is not a binary PNM of 8 bits")
    columns, rows = int(head[2]), int(head[3])
    shape = (rows, columns) if head[1] == b"5" else (rows, columns, 3)
    return np.frombuffer(data, np.uint8, int(np.prod(shape)), head.end()).reshape(shape)
