"""Files and pictures made off the GUI thread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal

from tumorview.cancel import CancelToken
from tumorview.domain.events import Outcome
from tumorview.ui.takeaway.wishes import (
    Circumstances,
    Content,
    Drawn,
    FileWish,
    Progress,
    ReportWish,
    Shot,
    Sight,
    TargetsExist,
    Written,
)
from tumorview.ui.threads import Work, WorkerThread, WorkFinished


class FileWriter(QObject):
    """Writes what one wish asks for at a time.

    Signals
    -------
    progressed(int, int)
        Images done, images in all.
    exists(object)
        A `TargetsExist`: nothing was written.
    written(object)
        A `Written`.
    failed(object)
        The TumorViewError for which nothing, or nothing more, was written.
    stopped()
        After a cancel.
    """

    progressed = Signal(int, int)
    exists = Signal(object)
    written = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = WorkerThread("tumorview-export", self, background=True)
        self._thread.reported.connect(self._on_reported)
        self._thread.finished.connect(self._on_finished)
        self._running = 0
        self._answer: TargetsExist | Written | None = None

    @property
    def is_running(self) -> bool:
        """True until the wish has ended in its signal."""
        return bool(self._running)

    def start(self, wish: FileWish) -> None:
        """Begin; call only when nothing is being written."""
        if self._running:
            raise RuntimeError("An export is already running")
        self._answer = None

        def work(token: CancelToken) -> Iterator[object]:
            from tumorview.ui.takeaway.work import write  # noqa: PLC0415 - worker thread only

            return write(wish, token)

        self._running = self._thread.submit(work)

    def cancel(self) -> None:
        """Ask it to stop; what is written already stays."""
        self._thread.cancel()

    def shutdown(self) -> bool:
        """Stop and join."""
        return self._thread.shutdown()

    def _on_reported(self, request_id: int, event: object) -> None:
        if request_id != self._running:
            return
        if isinstance(event, Progress):
            self.progressed.emit(event.done, event.total)
        elif isinstance(event, TargetsExist | Written):
            self._answer = event

    def _on_finished(self, end: WorkFinished) -> None:
        if end.request_id != self._running:
            return
        self._running = 0
        if isinstance(self._answer, Written):  # also when a cancel came too late
            self.written.emit(self._answer)
        elif end.outcome is Outcome.FAILED:
            self.failed.emit(end.error)
        elif end.outcome is Outcome.CANCELLED:
            self.stopped.emit()
        else:
            self.exists.emit(self._answer)


class Studio(QObject):
    """Draws pictures for dialog, clipboard and printer; only the latest wish is answered.

    Signals
    -------
    drawn(object)
        The QImage of the latest `draw` or `draw_report`.
    failed(object)
        The TumorViewError for which there is none.
    looked(object)
        The `Circumstances` of the latest `look`.
    """

    drawn = Signal(object)
    failed = Signal(object)
    looked = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = WorkerThread(name, self, background=True)
        self._thread.reported.connect(self._on_reported)
        self._thread.finished.connect(self._on_finished)
        # Headers of a long series take longer than a preview may wait.
        self._looker = WorkerThread(f"{name}-look", self, background=True)
        self._looker.reported.connect(self._on_reported)
        self._drawing = self._looking = 0

    def draw(self, sight: Sight, shot: Shot, content: Content, bound: QSize | None = None) -> None:
        """Draw a shot, no larger than `bound`."""

        def work(token: CancelToken) -> Iterator[object]:
            from tumorview.ui.takeaway.work import draw  # noqa: PLC0415 - worker thread only

            return draw(sight, shot, content, bound, token)

        self._take(work)

    def draw_report(self, wish: ReportWish, width: int) -> None:
        """Draw the first page of a report."""

        def work(token: CancelToken) -> Iterator[object]:
            from tumorview.ui.takeaway.work import draw_report  # noqa: PLC0415 - as above

            return draw_report(wish, width, token)

        self._take(work)

    def draw_for_report(self, sight: Sight, shot: Shot, content: Content) -> None:
        """Draw the picture of a report, as large as paper can show it."""

        def work(token: CancelToken) -> Iterator[object]:
            from tumorview.ui.takeaway.work import report_picture  # noqa: PLC0415 - as above

            yield Drawn(report_picture(sight, shot, content, token))

        self._take(work)

    def look(self, paths: Sequence[Path]) -> None:
        """Find out what has to be known before `paths` are exported."""
        self._looker.cancel()

        def work(token: CancelToken) -> Iterator[object]:
            from tumorview.ui.takeaway.work import circumstances  # noqa: PLC0415 - as above

            return circumstances(paths, token)

        self._looking = self._looker.submit(work)

    def shutdown(self) -> bool:
        """Stop and join."""
        self._looker.cancel()
        return self._thread.shutdown() and self._looker.shutdown()

    def _take(self, work: Work) -> None:
        if self._drawing:
            self._thread.cancel(self._drawing)
        self._drawing = self._thread.submit(work)

    def _on_reported(self, request_id: int, event: object) -> None:
        if request_id == self._drawing and isinstance(event, Drawn):
            self.drawn.emit(event.image)
        elif request_id == self._looking and isinstance(event, Circumstances):
            self.looked.emit(event)

    def _on_finished(self, end: WorkFinished) -> None:
        if end.request_id == self._drawing and end.outcome is Outcome.FAILED:
            self.failed.emit(end.error)
