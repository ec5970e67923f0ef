"""Printing that survives every file name and every kind of stream."""

from __future__ import annotations

import io
import os
import sys
from pathlib import PurePath


def use_safe_streams() -> None:
    """Escape what the terminal's encoding or UTF-8 has no character for, in place of crashing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def shown(path: PurePath | str) -> str:
    """A path for people: bytes that are no UTF-8 and control characters are escaped."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def print_line(text: str = "") -> None:
    """A line on standard output."""
    print(text)


def print_error(text: str) -> None:
    """A line on standard error."""
    # The windowed program on Windows has no streams at all.
    if sys.stderr is not None:
        print(f"tumorview: {text}", file=sys.stderr, flush=True)
