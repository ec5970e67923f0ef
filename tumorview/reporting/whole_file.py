"""Files that are there whole or not at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tumorview.reporting.errors import OutputError

NEW_SUFFIX = ".new"


def new_path(path: Path) -> Path:
    """Where a file is written before it takes its place at `path`.

    A fixed name, so that what a killed process left is found and replaced by the next one, and is
    never taken for a file of the user's.
    """
    return path.with_name(path.name + NEW_SUFFIX)


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content replaces `path` in one step when the block ends without an exception.

    Content and name are on the disk when it has ended, also where the power fails afterwards.

    Raises
    ------
    OutputError
        When it cannot be written; an earlier file at `path` is then unharmed.
    """
    temporary = new_path(path)
    try:
        temporary.unlink(missing_ok=True)
        try:
            # Exclusive, so that nothing is written through a link that somebody put there.
            with temporary.open("xb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        _settle(path.parent)
    except OSError as error:
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> OutputError:
    """The typed error for an operating system's refusal to write `path`."""
    return OutputError(
        f"cannot be written: {error.strerror or error}",
        path=path,
        remedy="Choose a folder that exists, can be written and has room.",
    )


def _settle(folder: Path) -> None:
    """Bring the folder's names to the disk, where the system knows how."""
    if os.name != "posix":
        return
    # Some network folders refuse it; the content is safe all the same.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
