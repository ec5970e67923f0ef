"""What the queue asks of the disk: it is kept there, and outputs are looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal

from tumorview.cancel import CancelToken
from tumorview.services.scan_queue import ScanQueue, load_queue, queue_path, save_queue
from tumorview.ui.threads import WorkerThread


@dataclass(frozen=True, slots=True)
class OutputLook:
    """What is already at the place that the CSV will go to."""

    csv_path: Path
    csv_exists: bool
    journal_exists: bool


def count_left_over() -> int:
    """How many scans of the last time have not ended; none where a window works with them."""
    if not queue_path().exists():
        return 0
    lock = _locked()
    if lock is None:
        return 0
    lock.unlock()
    return load_queue().left_over


def _locked() -> QLockFile | None:
    """The right to the queue's file, or None while another program has it."""
    path = queue_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    lock = QLockFile(str(path.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # one of a program that runs no more is taken over all the same
    return lock if lock.tryLock(0) else None


class QueueKeeper(QObject):
    """Keeps the queue of the one application that holds the file; another one's is not kept.

    Signals
    -------
    output_looked(OutputLook)
        Answer to `look_at_output`.
    """

    output_looked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = WorkerThread("scan-queue", self)
        self._worker.reported.connect(self._on_reported)
        self._lock: QLockFile | None = None
        self._latest: ScanQueue | None = None

    def load(self) -> ScanQueue:
        """The queue of the last time; an empty one where another window works with it."""
        self._lock = _locked()
        return ScanQueue() if self._lock is None else load_queue()

    def save(self, queue: ScanQueue) -> None:
        """Keep this queue; of several wishes at once the last one counts."""
        self._latest = queue
        if self._lock is not None:
            self._worker.submit(self._save)

    def look_at_output(self, csv_path: Path) -> None:
        """Find out what is at `csv_path`; a slow disk does not hold up the window."""

        def work(_token: CancelToken) -> Iterable[object]:
            from tumorview.services.journal import journal_path  # noqa: PLC0415 - loads sqlite

            yield OutputLook(csv_path, csv_path.exists(), journal_path(csv_path).exists())

        self._worker.submit(work)

    def shutdown(self) -> bool:
        """Let what was asked for be written; False when that did not end in time."""
        ended = self._worker.drain()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
        return ended

    def _save(self, _token: CancelToken) -> Iterable[object]:
        queue, self._latest = self._latest, None
        if queue is not None:
            save_queue(queue)
        return ()

    def _on_reported(self, _request_id: int, answer: object) -> None:
        if isinstance(answer, OutputLook):
            self.output_looked.emit(answer)
