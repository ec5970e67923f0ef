"""One hostile file: how it is made, and what has to come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

IMAGE = "image"
"""Outcome of a file that opens and whose frames can be shown."""

NOTHING = "nothing"
"""Outcome of an archive that is sound and holds no file."""

BROKEN = frozenset({"truncated_file", "decode_failed", "invalid_tag", "no_pixel_data"})
"""For damage of which several things can be said with equal right; never a picture."""

ANY_END = BROKEN | {IMAGE, "not_an_image", "too_large", "unsupported_image"}
"""For random damage, which may hit what does not matter; no crash, hang or flood all the same."""


@dataclass(frozen=True, slots=True)
class Case:
    """A file to be opened.

    `write` makes it at or below the path that it is given and returns what is to be opened.
    `expected` holds the outcomes that are right: `IMAGE` or codes of errors.
    """

    name: str
    write: Callable[[Path], Path]
    expected: frozenset[str]


def content(name: str, make: Callable[[], bytes], *expected: str) -> Case:
    """A file of these bytes; they are made only when it is written."""

    def write(path: Path) -> Path:
        path.write_bytes(make())
        return path

    return Case(name, write, frozenset(expected))
