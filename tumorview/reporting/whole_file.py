"""Files that are written whole or not at all.

The content goes into a temporary file beside the target, which takes the target's name at the end:
whoever looks finds the old file or the new one, never a part of it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
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
        # Exclusive, so that nothing is written through a link that somebody put there.
        with _taking_place(temporary, path), temporary.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _settle(path.parent)
    except OSError as error:
        raise unwritable(path, error) from error


@contextmanager
def _taking_place(temporary: Path, path: Path) -> Iterator[None]:
    """Let `temporary` take the name of `path` when the block ends; leave nothing when it raises."""
    try:
        yield
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


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


_REMEDIES = {
    errno.ENOSPC: "Free some space, or choose another disk.",
    errno.EDQUOT: "Free some space, or choose another disk.",
    errno.EFBIG: "Choose another disk; this one takes no file so large.",
    errno.EROFS: "Choose another place; this one can only be read.",
    errno.ENAMETOOLONG: "Choose a shorter name.",
    errno.EISDIR: "A folder has this name; choose another one.",
}
_OTHERWISE = "Choose a folder that exists and that you may write to."


def write_whole(path: Path, content: bytes, what: str) -> None:
    """Write `content` to `path`, replacing what was there.

    Raises
    ------
    OutputError
        Naming `what` ("the picture"), when it cannot be written; an earlier file is unharmed.
    """
    with whole_file(path, what) as temporary, temporary.open("xb") as stream:
        stream.write(content)


@contextmanager
def whole_file(path: Path, what: str) -> Iterator[Path]:
    """A name beside `path`, with its suffix, to write to; it becomes `path` when the block ends.

    When the block raises, nothing is left behind. An OSError becomes an OutputError.
    """
    temporary = path.with_name(f".{secrets.token_hex(8)}{path.suffix or '.tmp'}")
    try:
        with _taking_place(temporary, path):
            yield temporary
    except OSError as error:
        raise not_writable(path, what, error) from error


def not_writable(path: Path, what: str, error: OSError) -> OutputError:
    """The error that says why `what` could not be written, and what can be done."""
    return OutputError(
        f"{what} cannot be written ({error.strerror or type(error).__name__})",
        path=path,
        remedy=_REMEDIES.get(error.errno or 0, _OTHERWISE),
    )
