"""Scans that go on when they are told to, and journals with made-up results."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from tests.ui.models import answer
from tumorview.cancel import CancelToken
from tumorview.domain.events import (
    ItemDone,
    ItemFailed,
    Outcome,
    ScanEvent,
    ScanFinished,
    ScanItem,
    ScanStarted,
)
from tumorview.domain.source import SourceRef
from tumorview.errors import Cancelled, TumorViewError
from tumorview.services.journal import FileRecord, Journal, journal_path
from tumorview.services.result_rows import ResultRow, RowState
from tumorview.services.result_source import ResultSource
from tumorview.services.scan_queue import ScanWish

RECIPE = "r"


def done(
    name: str, predicted: str = "Glioma", probability: float = 0.8, **more: object
) -> ResultRow:
    row = ResultRow(name, 1, "MR", RowState.DONE, predicted=predicted, probability=probability)
    return replace(row, **more)  # type: ignore[arg-type]


def failed(name: str, reason: str = "The file is empty.") -> ResultRow:
    return ResultRow(name, 1, "", RowState.FAILED, reason)


def refused(name: str, caution: str = "modality_not_validated") -> ResultRow:
    reason = "Not validated for CT."
    return ResultRow(name, 1, "CT", RowState.REFUSED, reason, cautions=(caution,))


def record(journal: Journal, row: ResultRow) -> None:
    """Keep one file of one row."""
    key = os.fsencode(row.file)
    journal.add_files([key])
    record = FileRecord("a" * 64, RECIPE, 1, int(row.state is RowState.FAILED))
    journal.record(key, record, [["x"]], results=[replace(row, path=key)])


def write_journal(csv_path: Path, rows: Iterable[ResultRow]) -> ResultSource:
    """The journal of a scan that came to its end with these rows."""
    with Journal(journal_path(csv_path), resume=False) as journal:
        for row in rows:
            record(journal, row)
    return ResultSource(csv_path)


class SteppedScan:
    """A scan that goes on by one file for each `release`, and stops when it is told to."""

    def __init__(self, files: int, fails: frozenset[int] = frozenset()) -> None:
        self.files = files
        self.fails = fails
        self.steps = threading.Semaphore(0)
        self.threads: set[int] = set()
        self.wishes: list[ScanWish] = []
        self.taken = 0

    def __call__(
        self, wish: ScanWish, token: CancelToken, source: ResultSource
    ) -> Iterator[ScanEvent]:
        self.threads.add(threading.get_ident())
        self.wishes.append(wish)
        outcome, reached = Outcome.DONE, 0
        with (
            source.held(),
            Journal(journal_path(wish.csv_path), resume=wish.resume) as journal,
            source.reading(journal),
        ):
            yield ScanStarted(wish.folder, self.files, 0)
            for number in range(1, self.files + 1):
                while not self.steps.acquire(timeout=0.01):
                    if token.is_cancelled:
                        break
                try:
                    token.wait_while_paused()
                except Cancelled:
                    outcome = Outcome.CANCELLED
                    break
                self.taken += 1
                reached = number
                yield self._file(wish, journal, number)
        failures = len([one for one in self.fails if one <= reached])
        yield ScanFinished(outcome, reached - failures, failures, wish.csv_path, 1.0)

    def _file(self, wish: ScanWish, journal: Journal, number: int) -> ItemDone | ItemFailed:
        name = f"{number}.dcm"
        item = ScanItem(SourceRef(wish.folder / name), "", "", "MR", "")
        if number in self.fails and not wish.retry_failed:
            record(journal, failed(name))
            return ItemFailed(item, TumorViewError("the file is empty"), number)
        record(journal, done(name))
        return ItemDone(item, answer(), None, number)
