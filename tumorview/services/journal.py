"""What a folder scan has done so far, safe against crashes, so that it can go on later.

One SQLite file beside the CSV. A file's rows and the fact that it is finished go into it together
or not at all. Commits are gathered, since one a file would cost as much as reading the file: a
process that is killed at any moment loses the files of the last quarter of a second, and never
more. The database is locked for as long as a scan runs, so two scans cannot write one CSV.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path
from typing import Any, ClassVar, Self

import msgspec

from tumorview.errors import TumorViewError
from tumorview.reporting.errors import OutputError
from tumorview.services.errors import ServiceError
from tumorview.services.journal_records import FileRecord, SliceRecord
from tumorview.services.journal_schema import (
    EMPTY,
    FORMAT,
    HIDE_RESULTS,
    KEEP_RESULT,
    READABLE_FORMATS,
    SCHEMA,
    SHOW_RESULTS,
)
from tumorview.services.result_rows import ResultRow

__all__ = ["FileRecord", "Journal", "JournalError", "journal_path"]

JOURNAL_SUFFIX = ".journal"
_SECONDS_BETWEEN_COMMITS = 0.25
_PLACE = (
    "INSERT INTO files (path, position) VALUES (?, ?)"
    " ON CONFLICT (path) DO UPDATE SET position = excluded.position"
)
_PAGE = 256


class JournalError(ServiceError):
    """The journal of an earlier scan cannot be used to go on."""

    code: ClassVar[str] = "journal_damaged"


def journal_path(csv_path: Path) -> Path:
    """The journal of the scan that writes `csv_path`."""
    return csv_path.with_name(csv_path.name + JOURNAL_SUFFIX)


class Journal:
    """An open journal; use it as a context manager. Calls may come from several threads.

    Parameters
    ----------
    path
        The SQLite file; made when it is not there.
    resume
        Keep what an earlier scan wrote; otherwise begin with an empty journal.

    Raises
    ------
    OutputError
        When it cannot be written or another scan holds it.
    JournalError
        When `resume` is asked for and the file is no journal of this version.
    """

    def __init__(self, path: Path, *, resume: bool) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._uncommitted_since: float | None = None
        try:
            self._database = self._open(resume=resume)
        except sqlite3.DatabaseError as error:
            if resume or not _is_damaged(error):
                raise self._typed(error) from error
            # Nothing of it is wanted and it is not in use: begin anew.
            self._remove()
            try:
                self._database = self._open(resume=False)
            except sqlite3.DatabaseError as second:
                raise self._typed(second) from second

    def _open(self, *, resume: bool) -> sqlite3.Connection:
        database = sqlite3.connect(
            self._path, timeout=0.2, isolation_level=None, check_same_thread=False
        )
        try:
            # Exclusive locking keeps a second scan out and needs no shared memory, which network
            # folders do not offer.
            database.execute("PRAGMA locking_mode=EXCLUSIVE")
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("PRAGMA synchronous=NORMAL")
            # The indices touch many pages: bring them into the file seldom, each of them once.
            database.execute("PRAGMA wal_autocheckpoint=4000")
            version = int(database.execute("PRAGMA user_version").fetchone()[0])
            if version not in READABLE_FORMATS:
                raise sqlite3.DatabaseError(f"file is not a database of format {FORMAT}")
            database.executescript(
                f"BEGIN IMMEDIATE; {SCHEMA} PRAGMA user_version={FORMAT}; COMMIT;"
            )
            # Before anything is emptied: whoever has read along sees that all is new then.
            self._stamp = int(
                database.execute("SELECT coalesce(max(stamp), 0) FROM results").fetchone()[0]
            )
            if not resume:
                database.executescript(f"BEGIN IMMEDIATE; {EMPTY} COMMIT;")
        except sqlite3.Error:
            database.close()
            raise
        return database

    def _remove(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            try:
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
            except OSError as error:
                raise OutputError(
                    f"the damaged journal cannot be replaced: {error.strerror or error}",
                    path=self._path,
                    remedy="Delete it, or choose another CSV file.",
                ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Commit and close. Closing twice does nothing."""
        with self._lock:
            try:
                self.commit()
                # Then whoever only reads needs neither shared memory nor the right to write.
                with contextlib.suppress(sqlite3.Error):
                    self._database.execute("PRAGMA journal_mode=DELETE")
            finally:
                self._database.close()
                self._uncommitted_since = None

    def commit(self) -> None:
        """Make everything recorded so far safe against a crash."""
        with self._guarded():
            if self._uncommitted_since is None:
                return
            self._uncommitted_since = None
            try:
                self._database.execute("COMMIT")
            except sqlite3.Error:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise

    def list_files(self, paths: Iterable[bytes]) -> int:
        """Take over the folder's listing and count it: its order is the order of the rows.

        Files that are no longer listed keep their record but have no rows in `rows`. An exception
        of the iteration leaves the earlier listing as it was.
        """
        count = 0
        with self._together():
            self._database.execute("UPDATE files SET position = NULL WHERE position IS NOT NULL")
            for count, path in enumerate(paths, start=1):
                self._database.execute(_PLACE, (path, count))
        self.commit()
        return count

    def add_files(self, paths: Iterable[bytes]) -> None:
        """Append to the listing what is not in it yet."""
        with self._together():
            last = self._database.execute("SELECT max(position) FROM files").fetchone()[0] or 0
            for path in paths:
                found = self._database.execute(
                    "SELECT position FROM files WHERE path = ?", (path,)
                ).fetchone()
                if found is None or found[0] is None:
                    last += 1
                    self._database.execute(_PLACE, (path, last))

    def listed(self) -> Iterator[bytes]:
        """The listed files in order, a page at a time, so that their number costs no memory."""
        position = 0
        while True:
            with self._guarded():
                page = self._database.execute(
                    "SELECT position, path FROM files WHERE position > ? ORDER BY position LIMIT ?",
                    (position, _PAGE),
                ).fetchall()
            if not page:
                return
            position = page[-1][0]
            for _, path in page:
                yield path

    def count_records(self) -> int:
        """How many files are finished, listed or not."""
        row = self._fetch("SELECT count(*) FROM files WHERE recipe IS NOT NULL", ())
        return 0 if row is None else int(row[0])

    def count_done(self, recipe: str, *, retry_failed: bool = False) -> int:
        """How many listed files are finished by the same recipe and stay so if unchanged."""
        row = self._fetch(
            "SELECT count(*) FROM files WHERE position IS NOT NULL AND recipe = ? AND sha256 != ''"
            " AND (failed = 0 OR NOT (passing OR ?))",
            (recipe, retry_failed),
        )
        return 0 if row is None else int(row[0])

    def has_other_recipe(self, recipe: str) -> bool:
        """True when a listed file's rows were made in another way than by `recipe`."""
        return (
            self._fetch(
                "SELECT 1 FROM files WHERE position IS NOT NULL AND recipe != ? LIMIT 1", (recipe,)
            )
            is not None
        )

    def find(self, path: bytes) -> FileRecord | None:
        """The record of a finished file, or None."""
        row = self._fetch(
            "SELECT sha256, recipe, frames, failed, passing, size, modified_ns FROM files"
            " WHERE path = ? AND recipe IS NOT NULL",
            (path,),
        )
        if row is None:
            return None
        sha256, made_by, frames, failed, passing, size, modified_ns = row
        return FileRecord(sha256, made_by, frames, failed, bool(passing), size, modified_ns)

    def note_state(self, path: bytes, size: int, modified_ns: int) -> None:
        """Keep size and time of a file that was touched, but whose content is what it was."""
        with self._together():
            self._database.execute(
                "UPDATE files SET size = ?, modified_ns = ? WHERE path = ?",
                (size, modified_ns, path),
            )

    def record(
        self,
        path: bytes,
        record: FileRecord,
        rows: Sequence[Sequence[str]],
        slices: Sequence[SliceRecord] = (),
        results: Sequence[ResultRow] = (),
    ) -> None:
        """Keep a finished file's rows in place of those it had; all of it or nothing.

        `rows` is what the table is made from, `slices` what series and studies are, `results` what
        a window shows.
        """
        with self._together():
            self._keep_results(path, results)
            self._database.execute("DELETE FROM rows WHERE path = ?", (path,))
            self._database.execute("DELETE FROM slices WHERE path = ?", (path,))
            self._database.executemany(
                "INSERT INTO slices (path, number, study, series, facts) VALUES (?, ?, ?, ?, ?)",
                (
                    (path, number, one.study, one.series, one.facts)
                    for number, one in enumerate(slices)
                ),
            )
            self._database.executemany(
                "INSERT INTO rows (path, number, cells) VALUES (?, ?, ?)",
                ((path, number, msgspec.json.encode(cells)) for number, cells in enumerate(rows)),
            )
            self._database.execute(
                "UPDATE files SET sha256 = ?, recipe = ?, frames = ?, failed = ?, passing = ?,"
                " size = ?, modified_ns = ? WHERE path = ?",
                (*astuple(record), path),
            )
        self._commit_when_due()

    def _keep_results(self, path: bytes, results: Sequence[ResultRow]) -> None:
        for number, row in enumerate(results):
            # A row that is replaced keeps its id, and so its place where nothing is sorted.
            self._stamp += 1
            self._database.execute(KEEP_RESULT, (path, number, self._stamp, *row.stored()))
        self._database.execute(
            "DELETE FROM results WHERE path = ? AND number >= ?", (path, len(results))
        )

    def _commit_when_due(self) -> None:
        began = self._uncommitted_since
        if began is not None and time.monotonic() - began >= _SECONDS_BETWEEN_COMMITS:
            self.commit()

    def show_results_of(self, recipe: str) -> None:
        """Let `results` show what is listed and was made by this recipe, as `rows` does."""
        with self._together():
            self._database.execute(HIDE_RESULTS, (recipe,))
            self._database.execute(SHOW_RESULTS, (recipe,))
        self.commit()

    def ask(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Whole answer of a statement that only reads; what was recorded before is in it.

        Unlike `query` it may be called while a scan records; keep it short, as the scan waits.
        """
        with self._guarded():
            self._commit_when_due()
            return self._database.execute(statement, values).fetchall()

    def rows_of(self, path: bytes) -> list[list[str]]:
        """The rows of one file."""
        with self._guarded():
            found = self._database.execute(
                "SELECT cells FROM rows WHERE path = ? ORDER BY number", (path,)
            ).fetchall()
        return [_cells(row[0]) for row in found]

    def rows(self, recipe: str) -> Iterator[list[str]]:
        """The rows of all listed files that this recipe made, in the order of the listing."""
        with self._guarded():
            cursor = self._database.execute(
                "SELECT cells FROM files JOIN rows USING (path)"
                " WHERE position IS NOT NULL AND recipe = ? ORDER BY position, number",
                (recipe,),
            )
            for (cells,) in cursor:
                yield _cells(cells)

    def query(self, query: str, values: tuple[object, ...]) -> Iterator[tuple[Any, ...]]:
        """What a SELECT finds, one after the other; nothing may be recorded meanwhile."""
        with self._guarded():
            yield from self._database.execute(query, values)

    def _fetch(self, query: str, values: tuple[object, ...]) -> tuple[Any, ...] | None:
        with self._guarded():
            found: tuple[Any, ...] | None = self._database.execute(query, values).fetchone()
        return found

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """One thread at a time; SQLite's errors become typed ones."""
        with self._lock:
            try:
                yield
            except sqlite3.Error as error:
                raise self._typed(error) from error

    @contextmanager
    def _together(self) -> Iterator[None]:
        """All changes inside or none; the commit may come later."""
        with self._guarded():
            if self._uncommitted_since is None:
                self._database.execute("BEGIN IMMEDIATE")
                self._uncommitted_since = time.monotonic()
            self._database.execute("SAVEPOINT file")
            try:
                yield
                self._database.execute("RELEASE file")
            except BaseException:
                # A full disk may have rolled back everything already.
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK TO file")
                    self._database.execute("RELEASE file")
                else:
                    self._uncommitted_since = None
                raise

    def _typed(self, error: sqlite3.Error) -> TumorViewError:
        if _is_damaged(error):
            return JournalError(
                f"the journal of the earlier scan cannot be used: {error}",
                path=self._path,
                remedy="Scan without --resume to begin anew.",
            )
        if "locked" in str(error):
            return OutputError(
                "another scan is writing here",
                path=self._path,
                remedy="Wait until it has ended, or choose another CSV file.",
            )
        return OutputError(
            f"cannot be written: {error}",
            path=self._path,
            remedy="Choose a folder that exists, can be written and has room; what was finished "
            "is kept for --resume.",
        )


def _is_damaged(error: sqlite3.Error) -> bool:
    return any(hint in str(error) for hint in ("not a database", "malformed", "no such column"))


def _cells(raw: bytes) -> list[str]:
    return msgspec.json.decode(raw, type=list[str])
