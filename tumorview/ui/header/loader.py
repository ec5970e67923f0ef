"""Reads headers off the GUI thread; only the answer to the latest question is passed on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from tumorview.cancel import CancelToken
from tumorview.domain.events import Outcome
from tumorview.ui.threads import WorkerThread, WorkFinished


class HeaderLoader(QObject):
    """One thread for headers.

    Signals
    -------
    loaded(object)
        The `HeaderListing` of the latest `request`.
    failed(object)
        The TumorViewError for which there is none.
    """

    loaded = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = WorkerThread("tumorview-header", self, background=True)
        self._thread.reported.connect(self._on_reported)
        self._thread.finished.connect(self._on_finished)
        self._latest = 0

    def request(self, path: Path) -> None:
        """Read the header of `path`; an earlier request is dropped."""
        self._thread.cancel()

        def work(token: CancelToken) -> Iterator[object]:
            from tumorview.ui.work import header  # noqa: PLC0415 - heavy, worker thread only

            return header(path, token)

        self._latest = self._thread.submit(work)

    def drop(self) -> None:
        """Pass nothing on of what was asked for."""
        self._thread.cancel()
        self._latest = 0

    def shutdown(self) -> bool:
        """Stop and join."""
        return self._thread.shutdown()

    def _on_reported(self, request_id: int, event: object) -> None:
        if request_id == self._latest:
            self.loaded.emit(event)

    def _on_finished(self, end: WorkFinished) -> None:
        if end.request_id == self._latest and end.outcome is Outcome.FAILED:
            self.failed.emit(end.error)
