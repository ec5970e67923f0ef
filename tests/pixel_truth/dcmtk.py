"""dcmtk as a program: decompress, then read what it wrote without any code of the application.

Grey comes back as stored values, colour as 8-bit RGB, which dcm2pnm makes of every Photometric
Interpretation. dcmtk 3.6 has no JPEG 2000.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from tests.pixel_truth.decoded import MOST_FRAMES, Decoded, Meaning, Pictures, Refusal
from tests.pixel_truth.flat import read_flat, read_ppm

NAME = "dcmtk"
SECONDS = 120
_PROGRAMS = ("dcmconv", "dcmdjpeg", "dcmdjpls", "dcmdrle", "dcm2pnm")
_SYNTAX = re.compile(rb"\x02\x00\x10\x00UI..([0-9.]+)", re.DOTALL)
_RLE, _JPEG_LS = "1.2.840.10008.1.2.5", ("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81")


@cache
def version() -> str:
    """dcmtk's version, or "" where one of its programs is not installed."""
    if any(shutil.which(program) is None for program in _PROGRAMS):
        return ""
    said = subprocess.run(
        ["dcmconv", "--version"], capture_output=True, text=True, timeout=SECONDS, check=False
    ).stdout
    found = re.search(r"v(\d+\.\d+\.\d+)", said)
    return found[1] if found else "unknown"


def decode(path: Path, folder: Path) -> Decoded:
    """The pictures of `path`; intermediate files go to `folder`, which is emptied."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    flat = folder / "flat.dcm"
    words = _run([*_decompressor(path), "+te", str(path), str(flat)])
    if words is not None:
        return Refusal(words)
    image = read_flat(flat)
    if image is None:
        return Refusal("no pixel data", has_pixels=False)
    if image.is_gray:
        return Pictures(Meaning.STORED, image.frames(), image.frame_count)
    compared = str(min(image.frame_count, MOST_FRAMES))
    # Overlays off: they would be burnt in.
    words = _run(["dcm2pnm", "-O", "+Fr", "1", compared, "+op", str(flat), str(folder / "rgb")])
    if words is not None:
        return Refusal(words)
    names = sorted(folder.glob("rgb*.ppm"), key=lambda p: int(p.suffixes[0][1:] or 0))
    return Pictures(Meaning.COLOR, tuple(read_ppm(p) for p in names), image.frame_count)


def _decompressor(path: Path) -> list[str]:
    with path.open("rb") as stream:
        found = _SYNTAX.search(stream.read(4096))
    syntax = found[1].decode() if found else ""
    if syntax == _RLE:
        return ["dcmdrle"]
    if syntax in _JPEG_LS:
        return ["dcmdjpls"]
    return ["dcmdjpeg"] if syntax.startswith("1.2.840.10008.1.2.4.") else ["dcmconv"]


def _run(command: list[str]) -> str | None:
    """None when the program succeeds, else why it did not."""
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"{command[0]} took more than {SECONDS} s"
    if done.returncode == 0:
        return None
    if done.returncode < 0:
        return f"{command[0]} ended by signal {-done.returncode}"
    fatal = [line for line in done.stderr.splitlines() if line.startswith(("F:", "E:"))]
    return f"{command[0]}: {fatal[-1][3:].split(': ')[0][:80]}" if fatal else command[0]
