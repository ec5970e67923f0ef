"""Reading the results of a scan while it runs, and afterwards.

A scan locks its journal against everybody else, other connections of the same process included. So
whoever wants to read along asks the scan's own connection, a short statement at a time; when no
scan runs here, a connection of its own that can only read.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tumorview.reporting.errors import OutputError
from tumorview.services.journal import Journal, JournalError, journal_path
from tumorview.services.journal_schema import FORMAT

_BUSY_SECONDS = 0.2


class SourceHeld(Exception):  # noqa: N818 - nothing has failed
    """A scan is about to take the journal; ask again in a moment."""


class ResultSource:
    """The results in the journal of one table. Calls may come from several threads.

    Parameters
    ----------
    csv_path
        The table; neither it nor its journal need exist.
    """

    def __init__(self, csv_path: Path) -> None:
        self.csv_path = csv_path
        self._path = journal_path(csv_path)
        self._lock = threading.Lock()
        self._lent: Journal | None = None
        self._own: sqlite3.Connection | None = None
        self._is_held = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep away from the file, so that a scan can take it; nothing is read meanwhile."""
        with self._lock:
            self._is_held = True
            self._close()
        try:
            yield
        finally:
            with self._lock:
                self._is_held = False

    @contextmanager
    def reading(self, journal: Journal) -> Iterator[None]:
        """Read from this open journal until the block ends."""
        with self._lock:
            self._close()
            self._lent = journal
        try:
            yield
        finally:
            with self._lock:
                self._lent = None

    def query(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Answer of a short statement that only reads; nothing while there is no journal.

        Raises
        ------
        SourceHeld
            While `held` and not yet `reading`.
        JournalError
            When the file is no journal of this version, or damaged.
        OutputError
            When it cannot be read, or a scan of another process holds it.
        """
        with self._lock:
            if self._lent is not None:
                return self._lent.ask(statement, values)
            if self._is_held:
                raise SourceHeld
            if not self._path.exists():
                return []
            try:
                if self._own is None:
                    self._own = self._open()
                return self._own.execute(statement, values).fetchall()
            except sqlite3.Error as error:
                self._close()
                raise self._typed(error) from error

    def close(self) -> None:
        """Let go of the file. A later `query` opens it again."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._own is not None:
            self._own.close()
            self._own = None

    def _open(self) -> sqlite3.Connection:
        if self._path.with_name(self._path.name + "-wal").exists():
            # Left by a scan that was killed: let SQLite bring it in.
            Journal(self._path, resume=True).close()
        database = sqlite3.connect(
            f"{self._path.absolute().as_uri()}?mode=ro",
            uri=True,
            timeout=_BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            self._require_format(database)
        except BaseException:
            database.close()
            raise
        return database

    def _require_format(self, database: sqlite3.Connection) -> None:
        if int(database.execute("PRAGMA user_version").fetchone()[0]) != FORMAT:
            raise JournalError(
                "it was written by another version of TumorView, so its rows cannot be shown",
                path=self._path,
                remedy=f"Open {self.csv_path.name}, which holds them, or scan anew.",
            )

    def _typed(self, error: sqlite3.Error) -> JournalError | OutputError:
        if "locked" in str(error):
            return OutputError(
                "another scan is writing here, so its rows cannot be shown yet",
                path=self._path,
                remedy="Wait until it has ended.",
            )
        return JournalError(
            f"the rows cannot be read: {error}",
            path=self._path,
            remedy=f"Open {self.csv_path.name}, which holds them, or scan anew.",
        )
