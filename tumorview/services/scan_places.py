"""The folder that a scan reads and the files that it writes: are they there, and which is which."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import ClassVar

from tumorview.attendants import Attendants
from tumorview.cancel import CancelToken
from tumorview.imaging.catalog import walk_files
from tumorview.reporting.errors import OutputError
from tumorview.reporting.run_report import html_path, json_path
from tumorview.reporting.whole_file import new_path
from tumorview.services.errors import ServiceError
from tumorview.services.journal import journal_path
from tumorview.services.level_paths import level_files
from tumorview.services.scan_options import ScanOptions

PARTIAL_SUFFIX = ".partial"
_NAMES_AT_ONCE = 500


class InputFolderError(ServiceError):
    """The folder to scan is not there, is no folder, cannot be listed, or has gone meanwhile."""

    code: ClassVar[str] = "input_folder"


class SourceFolder:
    """The scanned folder as it was when the scan began.

    Parameters
    ----------
    path
        The folder.

    Raises
    ------
    InputFolderError
        When it is not there, is no folder, or cannot be listed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        problem = None
        try:
            if not path.exists():
                problem = "there is no such folder"
            elif not path.is_dir():
                problem = "this is a file, not a folder"
            else:
                self._identity = _identity(path)
                with os.scandir(path) as entries:
                    next(entries, None)
        except OSError as error:
            problem = f"the folder cannot be listed: {error.strerror or error}"
        if problem is not None:
            raise InputFolderError(
                problem, path=path, remedy="Give a folder that exists and that you may read."
            )

    def require_present(self) -> None:
        """Raise `InputFolderError` when the folder has gone, or another one is in its place.

        A drive that was unplugged leaves an empty folder behind on many systems; it lies on another
        device then. Without this, each file that is left would become a failure of its own.
        """
        try:
            if _identity(self.path) == self._identity:
                return
        except OSError:
            pass
        raise InputFolderError(
            "the folder has gone while it was scanned",
            path=self.path,
            remedy="Connect the drive again and go on with --resume; what was finished is kept.",
        )


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


def partial_path(csv_path: Path) -> Path:
    """Where the rows so far are while a scan runs."""
    return csv_path.with_name(csv_path.name + PARTIAL_SUFFIX)


def require_writable_place(path: Path) -> None:
    """Raise `OutputError` when no file can be made at `path`, before anything is analysed."""
    problem = None
    if path.is_dir():
        problem = "this is a folder, not a file"
    elif not path.parent.is_dir():
        problem = "the folder for it does not exist"
    if problem is not None:
        raise OutputError(
            f"cannot be written: {problem}",
            path=path,
            remedy="Choose a file in a folder that exists.",
        )


class OwnFiles:
    """Tells the files of a scan's own from those that are to be scanned."""

    def __init__(self, options: ScanOptions) -> None:
        self._root = options.folder
        folder = options.folder.resolve()

        def inside(path: Path | None) -> Path | None:
            if path is None:
                return None
            resolved = path.resolve()
            return resolved.relative_to(folder) if resolved.is_relative_to(folder) else None

        self._heatmaps = inside(options.heatmap_dir)
        own = [inside(options.pseudonym_key)]
        csv_path = inside(options.csv_path)
        if csv_path is not None:
            journal = journal_path(csv_path)
            own += [partial_path(csv_path)]
            own += [journal.with_name(journal.name + suffix) for suffix in ("", "-wal", "-shm")]
        written = [csv_path, inside(options.parquet_path)]
        written += [*level_files(csv_path), *level_files(inside(options.parquet_path))]
        if csv_path is not None:
            written += [json_path(csv_path), html_path(csv_path)]
        own += written
        own += [new_path(path) for path in written if path is not None]
        self._own = frozenset(path for path in own if path is not None)

    def __contains__(self, path: Path) -> bool:
        relative = path.relative_to(self._root)
        return relative in self._own or (
            self._heatmaps is not None and relative.is_relative_to(self._heatmaps)
        )


def listing(options: ScanOptions, token: CancelToken, attendants: Attendants) -> Iterator[Path]:
    """The folder's files without those that this scan writes itself, in natural order.

    Some hundred names at a time are read on another thread: a drive may take its time, but the
    user need not.

    Raises
    ------
    UnreadableFileError, Cancelled
        As `walk_files` does.
    """
    own = OwnFiles(options)
    names = walk_files(options.folder, token)
    while True:
        found = attendants.call(
            lambda _alive: list(islice(names, _NAMES_AT_ONCE)), token=token, patience=None
        )
        yield from (path for path in found if path not in own)
        if len(found) < _NAMES_AT_ONCE:
            return
