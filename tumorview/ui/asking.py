"""One question at a time to a thread of its own; only the answer to the latest is passed on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal

from tumorview.cancel import CancelToken
from tumorview.domain.events import Outcome
from tumorview.ui.threads import WorkerThread, WorkFinished


class Asker(QObject):
    """A named thread that answers questions.

    Signals
    -------
    answered(object)
        What the latest question came to.
    failed(object)
        The TumorViewError for which it came to nothing.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = WorkerThread(name, self)
        self._thread.reported.connect(self._on_reported)
        self._thread.finished.connect(self._on_finished)
        self._latest = 0

    def ask(self, question: Callable[[], object]) -> None:
        """Call `question` on the thread; every one is called, in order."""

        def work(_token: CancelToken) -> Iterator[object]:
            yield question()

        self._latest = self._thread.submit(work)

    def drop(self) -> None:
        """Pass nothing on of what was asked; it is still done."""
        self._latest = 0

    def shutdown(self) -> bool:
        """Let what was asked be done, then join."""
        self._latest = 0
        return self._thread.drain()

    def _on_reported(self, request_id: int, event: object) -> None:
        if request_id == self._latest:
            self.answered.emit(event)

    def _on_finished(self, end: WorkFinished) -> None:
        if end.request_id == self._latest and end.outcome is Outcome.FAILED:
            self.failed.emit(end.error)
