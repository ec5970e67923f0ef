"""The queue at work: one scan after the other, each paused, stopped and repeated at will."""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from tumorview.domain.events import Outcome, ScanFinished, ScanStarted
from tumorview.services.result_source import ResultSource
from tumorview.services.scan_queue import ScanQueue, ScanState, ScanWish
from tumorview.ui.batch.keeper import QueueKeeper
from tumorview.ui.batch.rate import RateMeter
from tumorview.ui.batch.worker import ScanFunction, ScanRunner, scan_with_service
from tumorview.ui.result.wording import spoken

_STATES = {
    Outcome.DONE: ScanState.DONE,
    Outcome.CANCELLED: ScanState.STOPPED,
    Outcome.FAILED: ScanState.FAILED,
}


class QueueRunner(QObject):
    """Runs the scans of a queue.

    What waited when the application ended does not begin by itself: `is_held` then says that the
    user has to let it.

    Signals
    -------
    changed()
        The list, or the state of a scan in it.
    progressed(int)
        Number of the scan that has come further.
    ended(QueuedScan)
        A scan has ended, however it did.
    emptied()
        Nothing waits or runs any longer.
    """

    changed = Signal()
    progressed = Signal(int)
    ended = Signal(object)
    emptied = Signal()

    def __init__(
        self, scan: ScanFunction = scan_with_service, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.runner = ScanRunner(scan, self)
        self.keeper = QueueKeeper(self)
        self.queue: ScanQueue = self.keeper.load()
        self.is_held = bool(self.queue.waiting)
        self._sources: dict[int, ResultSource] = {}
        self._meter = RateMeter(0.0)
        self._is_stopping = False
        self.runner.started.connect(self._on_started)
        self.runner.progressed.connect(self._on_progressed)
        self.runner.finished.connect(self._on_finished)

    # What is asked of it.

    @property
    def is_running(self) -> bool:
        """True while a scan runs or is paused."""
        return self.runner.is_running

    @property
    def is_stopping(self) -> bool:
        """True between `stop` and the end of the scan."""
        return self._is_stopping

    @property
    def meter(self) -> RateMeter:
        """Of the scan that runs."""
        return self._meter

    def source(self, number: int) -> ResultSource | None:
        """Where the rows of that scan are read; None when there is no such scan."""
        scan = self.queue.find(number)
        if scan is None:
            return None
        if number not in self._sources:
            self._sources[number] = ResultSource(scan.wish.csv_path)
        return self._sources[number]

    # What can be done to it.

    def add(self, wish: ScanWish) -> int:
        """Put a scan at the end and return its number; it begins when its turn has come."""
        if not self.queue.waiting and not self.is_running:
            self.is_held = False
        self._set(self.queue.added(wish))
        number = self.queue.last_number
        self._start_next()
        return number

    def start(self) -> None:
        """Let what waits begin."""
        self.is_held = False
        self.changed.emit()
        self._start_next()

    def hold(self) -> None:
        """Let the scan that runs come to its end and begin no other."""
        self.is_held = bool(self.queue.waiting)
        self.changed.emit()

    def pause(self) -> None:
        """Hold the scan that runs where it is; nothing else begins meanwhile."""
        scan = self.queue.active
        if scan is not None and scan.state is ScanState.RUNNING and not self._is_stopping:
            self.runner.pause()
            self._meter.pause(time.monotonic())
            self._set(self.queue.changed(replace(scan, state=ScanState.PAUSED)))

    def resume(self) -> None:
        """Go on with the scan that is paused."""
        scan = self.queue.active
        if scan is not None and scan.state is ScanState.PAUSED:
            self._meter.resume(time.monotonic())
            self.runner.resume()
            self._set(self.queue.changed(replace(scan, state=ScanState.RUNNING)))

    def stop(self) -> None:
        """End the scan that runs; its rows are kept, and the next one begins."""
        if self.is_running and not self._is_stopping:
            self._is_stopping = True
            self.runner.cancel()
            self.changed.emit()

    def again(self, number: int, *, resume: bool, retry_failed: bool = False) -> None:
        """Let a scan that has ended wait once more: from its journal, or from the beginning.

        Whoever asks for that wants the queue to go on, so it is no longer held.
        """
        self.is_held = False
        self._set(self.queue.again(number, resume=resume, retry_failed=retry_failed))
        self._start_next()

    def remove(self, number: int) -> None:
        """Take a scan out of the list, unless it runs; its files stay."""
        self._set(self.queue.without(number))
        self.is_held = self.is_held and bool(self.queue.waiting)

    def move(self, number: int, step: int) -> None:
        """Move a scan down (negative: up)."""
        self._set(self.queue.moved(number, step))

    def shutdown(self, timeout_seconds: float = 10.0) -> bool:
        """End everything; what runs is kept as stopped. False when that did not end in time."""
        ended = self.runner.shutdown(timeout_seconds)
        self.queue = self.queue.broken_off()
        self.keeper.save(self.queue)
        for source in self._sources.values():
            source.close()
        return self.keeper.shutdown() and ended

    # What happens.

    def _set(self, queue: ScanQueue) -> None:
        self.queue = queue
        for number in [one for one in self._sources if queue.find(one) is None]:
            self._sources.pop(number).close()
        self.keeper.save(queue)
        self.changed.emit()

    def _start_next(self) -> None:
        if self.is_running or self.is_held or not self.queue.waiting:
            return
        scan = self.queue.waiting[0]
        source = self.source(scan.number)
        assert source is not None
        self._is_stopping = False
        self._meter = RateMeter(time.monotonic())
        begun = replace(scan, state=ScanState.RUNNING, files=0, files_done=0, reason="")
        self.runner.start(scan.wish, source)
        self._set(self.queue.changed(begun))

    def _on_started(self, event: ScanStarted) -> None:
        scan = self.queue.active
        if scan is not None:
            self._meter = RateMeter(time.monotonic(), event.already_done)
            if scan.state is ScanState.PAUSED:
                self._meter.pause(time.monotonic())
            self.queue = self.queue.changed(
                replace(scan, files=event.total_files, files_done=event.already_done)
            )
            self.progressed.emit(scan.number)

    def _on_progressed(self, done: int) -> None:
        scan = self.queue.active
        if scan is not None:
            self._meter.update(time.monotonic(), done)
            self.queue = self.queue.changed(replace(scan, files_done=done))
            self.progressed.emit(scan.number)

    def _on_finished(self, event: ScanFinished) -> None:
        scan = self.queue.active
        self._is_stopping = False
        if scan is None:
            return
        ended = replace(
            scan,
            state=_STATES[event.outcome],
            analysed=event.analysed,
            failed=event.failed,
            seconds=event.seconds,
            reason="" if event.error is None else spoken(event.error),
        )
        self._set(self.queue.changed(ended))
        self.ended.emit(ended)
        self._start_next()
        if not self.is_running:
            self.emptied.emit()
