"""A folder in the system's temporary place that nobody else can read and that does not stay.

It is removed when it is closed, and at the end of the program. A program that is killed leaves it
behind: each folder has a file that its owner keeps locked, so that the next program can tell which
of them nobody uses any more.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
import time
import weakref
from pathlib import Path

PREFIX = "tumorview-unpacked-"

_LOCK = "in-use"
_FORGOTTEN_SECONDS = 24 * 3600.0
"""After which a folder without a lock file, whose owner ended while making it, is removed too."""


class PrivateFolder:
    """An empty folder with the rights of its owner alone (0700).

    Raises
    ------
    OSError
        It cannot be made.
    """

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        lock = os.open(self.path / _LOCK, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        _try_lock(lock)
        # Runs at the end of the program too.
        self._finalizer = weakref.finalize(self, _remove, self.path, lock)

    def close(self) -> None:
        """Remove it with all that is in it."""
        self._finalizer()


def remove_abandoned() -> int:
    """Remove the folders of programs that ended without doing so; how many there were."""
    removed = 0
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if _is_mine(path) and _is_abandoned(path):
            shutil.rmtree(path, ignore_errors=True)
            removed += not path.exists()
    return removed


def _remove(path: Path, lock: int) -> None:
    if sys.platform == "win32":
        # An open file cannot be removed there.
        os.close(lock)
        shutil.rmtree(path, ignore_errors=True)
        return
    shutil.rmtree(path, ignore_errors=True)
    os.close(lock)


def _is_mine(path: Path) -> bool:
    """Whether it is a real folder of this user: the temporary place belongs to everybody."""
    try:
        status = path.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(status.st_mode):
        return False
    return sys.platform == "win32" or status.st_uid == os.getuid()


def _is_abandoned(path: Path) -> bool:
    try:
        lock = os.open(path / _LOCK, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except FileNotFoundError:
        return time.time() - path.lstat().st_mtime > _FORGOTTEN_SECONDS
    except OSError:
        return False
    try:
        return _try_lock(lock)
    finally:
        os.close(lock)


def _try_lock(descriptor: int) -> bool:
    """Lock a file for as long as it is open; False where another program has done so."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only there

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
