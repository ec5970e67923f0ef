"""The rows so far, for those who want to look while a scan runs."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from tumorview.reporting.csv_report import open_csv, unwritable, write_rows

_log = logging.getLogger(__name__)


class PartialCsv:
    """A CSV that grows; a context manager.

    Raises
    ------
    OutputError
        When it cannot be made or written.
    """

    def __init__(self, path: Path, header: Sequence[str]) -> None:
        self._path = path
        self._header = header
        self._stream: TextIO | None = None

    def __enter__(self) -> PartialCsv:
        try:
            self._stream = open_csv(self._path)
        except OSError as error:
            raise unwritable(self._path, error) from error
        self.append([self._header])
        return self

    def __exit__(self, *_: object) -> None:
        if self._stream is not None:
            try:
                self._stream.close()
            except OSError:
                # A full disk was reported when the rows were appended.
                _log.debug("The partial CSV could not be closed")

    def append(self, rows: Sequence[Sequence[str]]) -> None:
        """Write rows so that others can read them at once."""
        assert self._stream is not None
        try:
            write_rows(self._stream, rows)
            self._stream.flush()
        except OSError as error:
            raise unwritable(self._path, error) from error
