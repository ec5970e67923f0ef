"""Results read off the GUI thread: arranged on one thread, rows that come on screen on another."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from tumorview.cancel import CancelToken
from tumorview.domain.events import Outcome
from tumorview.services.result_query import Arrangement, ResultQuery
from tumorview.services.result_rows import ResultRow
from tumorview.services.result_source import ResultSource
from tumorview.services.result_view import ResultView
from tumorview.ui.threads import WorkerThread, WorkFinished

_LOOK_MILLISECONDS = 500
_SHARE = 10
"""The next look comes after at least so many times as long as the last one took."""


@dataclass(frozen=True, slots=True)
class _Arranged:
    source: ResultSource
    arrangement: Arrangement | None
    seconds: float


@dataclass(frozen=True, slots=True)
class RowsRead:
    """Answer to `ResultReader.want`: of the ids that were wanted, the rows that are there."""

    wanted: tuple[int, ...]
    rows: tuple[ResultRow, ...]


class ResultReader(QObject):
    """Reads one source at a time for a table.

    Signals
    -------
    arranged(Arrangement)
        Answer to `ask`, and each time that it has changed since.
    rows_read(RowsRead)
        Answer to `want`.
    busy_changed(bool)
        An `ask` is being answered, or no longer.
    failed(TumorViewError)
        The source cannot be read.
    """

    arranged = Signal(object)
    rows_read = Signal(object)
    busy_changed = Signal(bool)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arranger = WorkerThread("scan-results", self)
        self._arranger.reported.connect(self._on_arranged)
        self._arranger.finished.connect(self._on_finished)
        self._fetcher = WorkerThread("scan-rows", self)
        self._fetcher.reported.connect(self._on_rows)
        self._fetcher.finished.connect(self._on_fetched)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._source: ResultSource | None = None
        self._view: ResultView | None = None
        self._query = ResultQuery()
        self._asked: int | None = None
        self._looking: int | None = None
        self._fetching: int | None = None
        self._wanted: tuple[int, ...] = ()
        self._is_live = False
        self._pause_seconds = 0.0

    def set_source(self, source: ResultSource | None, query: ResultQuery) -> None:
        """Read another source from now on; what is still to come of the one before is dropped."""
        self._source = source
        self._view = None if source is None else ResultView(source)
        self._wanted = ()
        self.ask(query)

    def set_live(self, live: bool) -> None:
        """Look again and again for what a scan has added, or once more and then no longer."""
        self._is_live = live
        self._timer.start(0)

    def ask(self, query: ResultQuery) -> None:
        """Arrange the rows anew; a query that is still being answered is given up."""
        self._query = query
        self._arranger.cancel()
        self._looking = None
        view = self._view
        if view is None:
            self._asked = None
            self.busy_changed.emit(False)
            return
        self.busy_changed.emit(True)
        self._asked = self._submit(lambda token: view.arrange(query, token))

    def want(self, ids: Sequence[int]) -> None:
        """Read these rows; of several wishes meanwhile the last one counts."""
        self._wanted = tuple(ids)
        self._fetch()

    def shutdown(self) -> bool:
        """End both threads; False when one did not end in time."""
        self._timer.stop()
        self._is_live = False
        ended = self._arranger.shutdown()
        return self._fetcher.shutdown() and ended

    def _submit(self, work: Callable[[CancelToken], Arrangement | None]) -> int:
        source = self._source
        assert source is not None

        def answer(token: CancelToken) -> Iterable[object]:
            began = time.monotonic()
            arrangement = work(token)
            yield _Arranged(source, arrangement, time.monotonic() - began)

        return self._arranger.submit(answer)

    def _look(self) -> None:
        view = self._view
        if view is not None and self._asked is None and self._looking is None:
            self._looking = self._submit(view.refresh)
        elif self._is_live:
            self._plan()

    def _plan(self) -> None:
        self._timer.start(max(_LOOK_MILLISECONDS, round(1000 * self._pause_seconds)))

    def _on_arranged(self, request_id: int, answer: object) -> None:
        assert isinstance(answer, _Arranged)
        if answer.source is self._source and request_id in {self._asked, self._looking}:
            self._pause_seconds = _SHARE * answer.seconds
            if answer.arrangement is not None:
                self.arranged.emit(answer.arrangement)

    def _on_finished(self, finish: WorkFinished) -> None:
        if finish.request_id not in {self._asked, self._looking}:
            return
        if finish.request_id == self._asked:
            self._asked = None
            self.busy_changed.emit(False)
        self._looking = None
        if finish.outcome is Outcome.FAILED:
            self.failed.emit(finish.error)
        if self._is_live:
            self._plan()

    def _fetch(self) -> None:
        source, ids = self._source, self._wanted
        if source is None or not ids or self._fetching is not None:
            return
        self._wanted = ()

        def read(token: CancelToken) -> Iterable[object]:
            yield source, RowsRead(ids, tuple(ResultView(source).rows(ids, token)))

        self._fetching = self._fetcher.submit(read)

    def _on_rows(self, _request_id: int, answer: object) -> None:
        assert isinstance(answer, tuple)
        source, rows = answer
        if source is self._source:
            self.rows_read.emit(rows)

    def _on_fetched(self, finish: WorkFinished) -> None:
        self._fetching = None
        if finish.outcome is Outcome.FAILED:
            self.failed.emit(finish.error)
        self._fetch()
