"""Whether a file is still the one that was opened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tumorview.attendants import PATIENCE_SECONDS
from tumorview.imaging.errors import FileChangedError, ReadStalledError, UnreadableFileError
from tumorview.imaging.recognize import unreadable


@dataclass(frozen=True, slots=True)
class FileState:
    """What changes when a file is written to or replaced, without looking at its content."""

    size: int
    modified_ns: int
    inode: int
    device: int


def file_state(path: Path) -> FileState:
    """The state of what `path` leads to now. Raises `UnreadableFileError`."""
    try:
        status = path.stat()
    except OSError as error:
        raise unreadable(path, error) from error
    except ValueError as error:  # a null byte in the name
        raise UnreadableFileError("the name cannot be opened", path=path) from error
    return FileState(status.st_size, status.st_mtime_ns, status.st_ino, status.st_dev)


def require_unchanged(path: Path, state: FileState) -> None:
    """Raise `FileChangedError` when `path` is no longer in `state`.

    A file that has gone meanwhile was whole as long as it was read.
    """
    try:
        now = file_state(path)
    except UnreadableFileError:
        return
    if now != state:
        raise FileChangedError("the file changed while it was read", path=path)


def stalled(path: Path) -> ReadStalledError:
    """The error of a file whose drive does not answer."""
    return ReadStalledError(f"the drive has not answered for {PATIENCE_SECONDS:.0f} s", path=path)
