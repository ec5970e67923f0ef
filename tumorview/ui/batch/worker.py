"""The scan on a thread of its own; what it says comes to the GUI thread in handfuls."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from tumorview.cancel import CancelToken
from tumorview.domain.events import (
    ItemDone,
    ItemDoneElsewhere,
    ItemFailed,
    ScanEvent,
    ScanFinished,
    ScanStarted,
)
from tumorview.services.result_source import ResultSource
from tumorview.services.scan_queue import ScanWish
from tumorview.ui.threads import WorkerThread, WorkFinished, keep_collections_short

SCAN_THREAD_NAME = "scan"

_TICK_MILLISECONDS = 50

ScanFunction = Callable[[ScanWish, CancelToken, ResultSource], Iterable[ScanEvent]]


def scan_with_service(
    wish: ScanWish, token: CancelToken, source: ResultSource
) -> Iterable[ScanEvent]:
    """`services.scan.scan_folder` as the window wishes; to be called on a worker thread."""
    # Brings in pydicom and OpenCV, which would hold up the window.
    from tumorview.inference.engines.select import EngineChoice  # noqa: PLC0415
    from tumorview.services.scan import ScanOptions, scan_folder  # noqa: PLC0415

    options = ScanOptions(
        folder=wish.folder,
        csv_path=wish.csv_path,
        resume=wish.resume,
        retry_failed=wish.retry_failed,
        heatmap_dir=wish.heatmap_dir,
        model_id=wish.model_id,
        engine=EngineChoice(wish.engine),
        color_map=wish.color_map,
        opacity=wish.opacity,
        parametric_maps=wish.parametric_maps,
    )
    with source.held():
        yield from scan_folder(options, token, source)


class ScanRunner(QObject):
    """Runs one scan at a time.

    Signals
    -------
    started(ScanStarted)
    progressed(int)
        So many files are done; at most twenty times a second.
    finished(ScanFinished)
        Exactly once a scan, and last.
    """

    started = Signal(object)
    progressed = Signal(int)
    finished = Signal(object)

    def __init__(
        self, scan: ScanFunction = scan_with_service, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._scan = scan
        self._inbox: deque[ScanStarted | ScanFinished | int] = deque()
        self._scan_id: int | None = None
        self._wish: ScanWish | None = None
        self._worker = WorkerThread(SCAN_THREAD_NAME, self, background=True)
        self._worker.finished.connect(self._on_work_finished)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MILLISECONDS)
        self._timer.timeout.connect(self._deliver)

    @property
    def is_running(self) -> bool:
        """True from `start` until `finished`, also while paused."""
        return self._wish is not None

    def start(self, wish: ScanWish, source: ResultSource) -> None:
        """Begin a scan whose rows `source` will read; call only when none is running."""
        if self.is_running:
            raise RuntimeError("A scan is already running")
        self._wish = wish
        self._inbox.clear()
        inbox = self._inbox

        def work(token: CancelToken) -> Iterable[object]:
            # One signal an image would queue thousands of calls on the GUI thread.
            for event in self._scan(wish, token, source):
                match event:
                    case ItemDone() | ItemFailed() | ItemDoneElsewhere():
                        inbox.append(event.files_done)
                    case ScanStarted() | ScanFinished():
                        inbox.append(event)
            return ()

        self._timer.start()
        self._scan_id = self._worker.submit(work)

    def pause(self) -> None:
        """Let it finish the images in hand and take no others; model and memory stay held."""
        if self._scan_id is not None:
            self._worker.pause(self._scan_id)

    def resume(self) -> None:
        """Go on after a pause."""
        if self._scan_id is not None:
            self._worker.resume(self._scan_id)

    def cancel(self) -> None:
        """Ask the scan to stop; what is done is in the CSV."""
        if self._scan_id is not None:
            self._worker.cancel(self._scan_id)

    def shutdown(self, timeout_seconds: float = 10.0) -> bool:
        """Cancel, join the thread; False when it did not end within the bound."""
        self._timer.stop()
        self._wish = None
        return self._worker.shutdown(timeout_seconds)

    def _on_work_finished(self, finish: WorkFinished) -> None:
        if finish.request_id != self._scan_id or self._wish is None:
            return
        self._scan_id = None
        if not any(isinstance(event, ScanFinished) for event in self._inbox):
            # Cancelled before it began, or the scan broke its promise; the window must not wait.
            csv_path = self._wish.csv_path
            self._inbox.append(ScanFinished(finish.outcome, 0, 0, csv_path, 0.0, finish.error))

    def _deliver(self) -> None:
        done: int | None = None
        while self._inbox:
            event = self._inbox.popleft()
            match event:
                case ScanStarted():
                    keep_collections_short()
                    self.started.emit(event)
                case ScanFinished():
                    self._timer.stop()
                    if done is not None:
                        self.progressed.emit(done)
                    self._wish = None
                    self._scan_id = None
                    self.finished.emit(event)
                    return
                case int():
                    done = event
        if done is not None:
            self.progressed.emit(done)
