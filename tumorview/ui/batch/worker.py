"""The scan on a thread of its own; its events come to the GUI thread in handfuls."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from tumorview.cancel import CancelToken
from tumorview.domain.events import ItemDone, ItemFailed, ScanEvent, ScanFinished, ScanStarted
from tumorview.ui.threads import WorkerThread, WorkFinished, keep_collections_short

SCAN_THREAD_NAME = "scan"

_TICK_MILLISECONDS = 50
_ITEMS_A_TICK = 200
"""A tick must stay short, whatever has piled up; what is left waits for the next one."""


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """What the dialog asks for; the worker thread makes `ScanOptions` of it.

    The dialog cannot make them itself: importing the scan brings in pydicom and OpenCV, which
    would hold up the window.
    """

    folder: Path
    csv_path: Path
    resume: bool = False
    heatmap_dir: Path | None = None
    model_id: str | None = None
    engine: str = "auto"
    color_map: str = "inferno"
    opacity: float = 0.5


@dataclass(frozen=True, slots=True)
class OutputLook:
    """What is already at the place that the CSV will go to."""

    csv_path: Path
    csv_exists: bool
    journal_exists: bool


ScanFunction = Callable[[BatchOptions, CancelToken], Iterable[ScanEvent]]


def scan_with_service(options: BatchOptions, token: CancelToken) -> Iterable[ScanEvent]:
    """`services.scan.scan_folder` with the dialog's options; to be called on a worker thread."""
    from tumorview.inference.engines.select import EngineChoice  # noqa: PLC0415 - see BatchOptions
    from tumorview.services.scan import ScanOptions, scan_folder  # noqa: PLC0415

    return scan_folder(
        ScanOptions(
            folder=options.folder,
            csv_path=options.csv_path,
            resume=options.resume,
            retry_failed=options.resume,
            heatmap_dir=options.heatmap_dir,
            model_id=options.model_id,
            engine=EngineChoice(options.engine),
            color_map=options.color_map,
            opacity=options.opacity,
        ),
        token,
    )


class ScanRunner(QObject):
    """Runs one scan at a time.

    Signals
    -------
    started(ScanStarted)
    items(list of ItemDone or ItemFailed)
        At most twenty times a second, in the order of the scan.
    finished(ScanFinished)
        Exactly once a scan, after all its items.
    output_looked(OutputLook)
        Answer to `look_at_output`.
    """

    started = Signal(object)
    items = Signal(list)
    finished = Signal(object)
    output_looked = Signal(object)

    def __init__(
        self, scan: ScanFunction = scan_with_service, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._scan = scan
        self._inbox: deque[ScanEvent] = deque()
        self._scan_id: int | None = None
        self._options: BatchOptions | None = None
        self._worker = WorkerThread(SCAN_THREAD_NAME, self, background=True)
        self._worker.reported.connect(self._on_reported)
        self._worker.finished.connect(self._on_work_finished)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MILLISECONDS)
        self._timer.timeout.connect(self._deliver)

    @property
    def is_running(self) -> bool:
        """True from `start` until `finished`."""
        return self._options is not None

    def start(self, options: BatchOptions) -> None:
        """Begin a scan; call only when none is running."""
        if self.is_running:
            raise RuntimeError("A scan is already running")
        self._options = options
        self._inbox.clear()
        inbox = self._inbox

        def work(token: CancelToken) -> Iterable[object]:
            # One signal an image would queue thousands of calls on the GUI thread.
            for event in self._scan(options, token):
                inbox.append(event)
            return ()

        self._timer.start()
        self._scan_id = self._worker.submit(work)

    def cancel(self) -> None:
        """Ask the scan to stop; what is done is in the CSV."""
        if self._scan_id is not None:
            self._worker.cancel(self._scan_id)

    def look_at_output(self, csv_path: Path) -> None:
        """Find out what is at `csv_path`; a slow disk does not hold up the window."""

        def work(_token: CancelToken) -> Iterable[object]:
            from tumorview.services.journal import journal_path  # noqa: PLC0415 - loads sqlite

            yield OutputLook(csv_path, csv_path.exists(), journal_path(csv_path).exists())

        self._worker.submit(work)

    def shutdown(self, timeout_seconds: float = 10.0) -> bool:
        """Cancel, join the thread; False when it did not end within the bound."""
        self._timer.stop()
        self._options = None
        return self._worker.shutdown(timeout_seconds)

    def _on_reported(self, _request_id: int, answer: object) -> None:
        if isinstance(answer, OutputLook):
            self.output_looked.emit(answer)

    def _on_work_finished(self, finish: WorkFinished) -> None:
        if finish.request_id != self._scan_id or self._options is None:
            return
        self._scan_id = None
        if not any(isinstance(event, ScanFinished) for event in self._inbox):
            # Cancelled before it began, or the scan broke its promise; the window must not wait.
            csv_path = self._options.csv_path
            self._inbox.append(ScanFinished(finish.outcome, 0, 0, csv_path, 0.0, finish.error))

    def _deliver(self) -> None:
        batch: list[ItemDone | ItemFailed] = []
        while self._inbox and len(batch) < _ITEMS_A_TICK:
            event = self._inbox.popleft()
            match event:
                case ItemDone() | ItemFailed():
                    batch.append(event)
                case ScanStarted():
                    keep_collections_short()
                    self.started.emit(event)
                case ScanFinished():
                    self._timer.stop()
                    if batch:
                        self.items.emit(batch)
                    self._options = None
                    self._scan_id = None
                    self.finished.emit(event)
                    return
        if batch:
            self.items.emit(batch)
