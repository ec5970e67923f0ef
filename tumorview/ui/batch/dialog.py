"""The window of the scans: the queue, and beside it the form or the results of one scan."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tumorview.services.scan_queue import QueuedScan, ScanWish
from tumorview.ui.batch.form_page import FormPage
from tumorview.ui.batch.queue import QueueRunner
from tumorview.ui.batch.queue_panel import QueuePanel
from tumorview.ui.batch.results_panel import ResultsPanel
from tumorview.ui.batch.worker import ScanFunction, scan_with_service
from tumorview.ui.language import tr
from tumorview.ui.theme import GRID


class BatchDialog(QDialog):
    """A window beside the main one; it never blocks it.

    Parameters
    ----------
    scan
        What runs a scan, on a thread of its own.

    Signals
    -------
    open_requested(path, frame_number)
        A line of the table was activated.
    ended(QueuedScan)
        A scan has ended, however it did.
    stop_answered(stopped: bool)
        The question whether to stop the scan and close has its answer; when it was yes, the scan
        has ended and the dialog is closed.
    """

    open_requested = Signal(Path, int)
    ended = Signal(object)
    stop_answered = Signal(bool)

    def __init__(
        self, scan: ScanFunction = scan_with_service, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Scan folders"))
        self.setModal(False)
        self.resize(150 * GRID, 92 * GRID)
        self._close_when_stopped = False
        self._may_hide = True

        self.runner = QueueRunner(scan, self)
        self.queue_panel = QueuePanel(self.runner)
        self.form_page = FormPage(self.runner)
        self.results = ResultsPanel(self.runner)
        self._pages = QStackedWidget()
        self._pages.setProperty("surface", "panel")
        self._pages.addWidget(self.form_page)
        self._pages.addWidget(self.results)
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setAutoDefault(False)

        columns = QHBoxLayout()
        columns.setSpacing(2 * GRID)
        columns.addWidget(self.queue_panel)
        line = QFrame()
        line.setProperty("line", "vertical")
        columns.addWidget(line)
        columns.addWidget(self._pages, 1)
        footer = QHBoxLayout()
        footer.addStretch(1)
        footer.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID + 4)
        layout.setSpacing(GRID)
        layout.addLayout(columns, 1)
        layout.addWidget(self._make_confirmation())
        layout.addLayout(footer)
        self._connect()
        scans = self.runner.queue.scans
        self.queue_panel.choose(scans[0].number if scans else 0)

    # What the owner does.

    def set_folder(self, folder: Path) -> None:
        """Propose a folder for the next scan."""
        self.form_page.form.set_folder(folder)

    def set_look(self, model_id: str | None, engine: str, color_map: str, opacity: float) -> None:
        """Model, engine and heatmap look of the scans to come, as in the user's settings."""
        self.form_page.set_look(model_id, engine, color_map, opacity)

    def show_form(self) -> None:
        """Show the form and not the results of a scan."""
        self.queue_panel.choose(0)

    @property
    def is_running(self) -> bool:
        """True while a scan runs or is paused."""
        return self.runner.is_running

    def start(self) -> None:
        """Put what the form says into the queue, if it says enough."""
        self.form_page.start()

    def cancel(self) -> None:
        """Stop the scan that runs."""
        self.runner.stop()

    def ask_to_stop(self) -> bool:
        """False while a scan runs: the user is asked then, and cannot let it go on unseen."""
        if not self.is_running:
            return True
        self._may_hide = False
        self._ask()
        return False

    def shutdown(self, timeout_seconds: float = 10.0) -> bool:
        """Stop without asking and join all threads; False when one did not end in time."""
        ended = self.runner.shutdown(timeout_seconds)
        return self.results.shutdown() and ended

    def reject(self) -> None:
        """Esc and every way of closing end here; a running scan is not thrown away unasked."""
        if self.is_running and not self._close_when_stopped:
            self._may_hide = True
            self._ask()
            return
        super().reject()

    # How it is made.

    def _make_confirmation(self) -> QWidget:
        self._confirmation = QFrame()
        self._confirmation.setProperty("surface", "banner")
        self._confirmation.setProperty("severity", "warning")
        text = QLabel(
            tr(
                "A scan has not ended. When it is stopped, its rows so far are kept and it can be "
                "resumed; the rest of the queue waits."
            )
        )
        text.setWordWrap(True)
        self._stop_and_close = QPushButton(tr("Stop and close"))
        self._keep_running = QPushButton(tr("Keep scanning"))
        self._hide = QPushButton(tr("Go on in the background"))
        layout = QHBoxLayout(self._confirmation)
        layout.setContentsMargins(GRID + 4, GRID, GRID, GRID)
        layout.addWidget(text, 1)
        for button in (self._keep_running, self._hide, self._stop_and_close):
            button.setAutoDefault(False)
            layout.addWidget(button)
        self._confirmation.hide()
        return self._confirmation

    def _connect(self) -> None:
        runner = self.runner
        runner.changed.connect(self._on_changed)
        runner.progressed.connect(self._on_progressed)
        runner.ended.connect(self._on_ended)
        self.queue_panel.chosen.connect(self._on_chosen)
        self.form_page.wished.connect(self._on_wished)
        self.results.open_requested.connect(self.open_requested)
        self.close_button.clicked.connect(self.close)
        self._keep_running.clicked.connect(self._on_keep_running)
        self._hide.clicked.connect(self._on_hide)
        self._stop_and_close.clicked.connect(self._on_stop_and_close)

    # What happens.

    def _on_wished(self, wish: ScanWish) -> None:
        number = self.runner.add(wish)
        self.form_page.form.clear()
        self.queue_panel.choose(number)

    def _on_chosen(self, number: int) -> None:
        if number:
            self.results.show_scan(number)
            self._pages.setCurrentWidget(self.results)
        else:
            self._pages.setCurrentWidget(self.form_page)
            self.form_page.form.refresh_output()

    def _on_changed(self) -> None:
        self.results.refresh()

    def _on_progressed(self, number: int) -> None:
        if number == self.results.number:
            self.results.refresh()

    def _on_ended(self, scan: QueuedScan) -> None:
        self.ended.emit(scan)
        if not self._close_when_stopped:
            self._confirmation.hide()
            return
        self._close_when_stopped = False
        self.close()
        self.stop_answered.emit(True)

    def _ask(self) -> None:
        self._hide.setVisible(self._may_hide)
        self._confirmation.show()
        (self._hide if self._may_hide else self._stop_and_close).setFocus()

    def _on_keep_running(self) -> None:
        self._confirmation.hide()
        self.stop_answered.emit(False)

    def _on_hide(self) -> None:
        self._confirmation.hide()
        super().reject()

    def _on_stop_and_close(self) -> None:
        self._confirmation.hide()
        self._close_when_stopped = True
        # The scan that is stopped ends with the others held back.
        self.runner.hold()
        if self.is_running:
            self.runner.stop()
        else:
            self._close_when_stopped = False
            self.close()
            self.stop_answered.emit(True)
