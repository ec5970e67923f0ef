"""Whole files only: what is written appears complete or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from training.errors import RunError


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """A place beside `path` to write to, which takes `path`'s place when the block ends well.

    Raises
    ------
    RunError
        When the disk is full or the folder cannot be written; what was there before stays.
    """
    partial = path.with_name(f"partial-{path.name}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield partial
        partial.replace(path)
    except OSError as error:
        raise RunError(
            f"the file cannot be written ({error.strerror or type(error).__name__})",
            path=path,
            remedy="Make room on the disk or give another folder with --out.",
        ) from error
    finally:
        partial.unlink(missing_ok=True)


def write_bytes(path: Path, raw: bytes) -> None:
    """Replace `path` by `raw` in one step; raises RunError as `replaced` does."""
    with replaced(path) as partial:
        partial.write_bytes(raw)
