"""Files of a report: whole or not at all."""

from __future__ import annotations

import contextlib
from pathlib import Path

from training.errors import RunError


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and rename it.

    Raises
    ------
    RunError
        When the disk is full or the folder cannot be written.
    """
    partial = path.with_name(path.name + ".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        # Where a file stands in the folder's place, this fails as the writing did.
        with contextlib.suppress(OSError):
            partial.unlink()
        raise RunError(
            f"the file cannot be written: {error.strerror}",
            path=path,
            remedy="Make room, or give another folder with --out.",
        ) from error
