"""How far a scan is and how long it will take; pause, stop, go on, failures again."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from tumorview.services.scan_queue import QueuedScan, ScanState
from tumorview.ui.batch.queue import QueueRunner
from tumorview.ui.batch.wording import progress_text
from tumorview.ui.icons import icon
from tumorview.ui.language import tr
from tumorview.ui.theme import GRID


class ProgressCard(QFrame):
    """Progress of the scan that it was shown last, and the buttons that fit its state."""

    def __init__(self, runner: QueueRunner) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._runner = runner
        self._number = 0
        self.text = QLabel()
        self.rate = QLabel()
        self.rate.setProperty("role", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the scan"))
        self.pause_button = QPushButton(icon("pause", "text"), tr("Pause"))
        self.pause_button.setToolTip(
            tr(
                "Holds the scan where it is; model and memory stay in use, and the queue waits. "
                "To let go of them, stop it: it can be resumed later."
            )
        )
        self.resume_button = QPushButton(icon("play", "accent_text"), tr("Resume"))
        self.resume_button.setProperty("kind", "primary")
        self.resume_button.setToolTip(
            tr("Files that are done and have not changed are not done again")
        )
        self.stop_button = QPushButton(icon("stop", "text"), tr("Stop"))
        self.stop_button.setToolTip(tr("The rows so far are kept; the scan can be resumed"))
        self.retry_button = QPushButton(icon("redo", "text"), tr("Re-run failures"))
        self.retry_button.setToolTip(tr("Does the files again that failed; the others stay"))
        self.again_button = QPushButton(icon("reset", "text"), tr("Scan anew"))
        self.again_button.setToolTip(tr("Does all files again and replaces the table"))
        texts = QHBoxLayout()
        texts.addWidget(self.text)
        texts.addStretch(1)
        texts.addWidget(self.rate)
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addLayout(texts)
        left.addWidget(self.bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID + 4, GRID + 4, GRID + 4, GRID + 4)
        layout.setSpacing(GRID)
        layout.addLayout(left, 1)
        for button in (
            self.again_button,
            self.retry_button,
            self.pause_button,
            self.resume_button,
            self.stop_button,
        ):
            button.setAutoDefault(False)
            layout.addWidget(button)
        self.pause_button.clicked.connect(runner.pause)
        self.resume_button.clicked.connect(self._resume)
        self.stop_button.clicked.connect(runner.stop)
        self.retry_button.clicked.connect(
            lambda: runner.again(self._number, resume=True, retry_failed=True)
        )
        self.again_button.clicked.connect(lambda: runner.again(self._number, resume=False))

    def show_scan(self, scan: QueuedScan) -> None:
        """Show where this scan stands."""
        self._number = scan.number
        state = scan.state
        is_stopping = scan.is_active and self._runner.is_stopping
        self.text.setText(tr("Stopping…") if is_stopping else progress_text(scan))
        shows_rate = state is ScanState.RUNNING and scan.files and not is_stopping
        self.rate.setText(self._runner.meter.text(scan.files) if shows_rate else "")
        if state is ScanState.RUNNING and not scan.files:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, max(1, scan.files))
            self.bar.setValue(max(1, scan.files) if state is ScanState.DONE else scan.files_done)
        self.pause_button.setVisible(state is ScanState.RUNNING)
        self.pause_button.setEnabled(not is_stopping)
        self.resume_button.setVisible(
            state in {ScanState.PAUSED, ScanState.STOPPED, ScanState.FAILED}
        )
        self.resume_button.setEnabled(not is_stopping)
        self.stop_button.setVisible(scan.is_active)
        self.stop_button.setEnabled(not is_stopping)
        self.retry_button.setVisible(state is ScanState.DONE and scan.failed > 0)
        self.again_button.setVisible(state is ScanState.DONE)

    def _resume(self) -> None:
        scan = self._runner.queue.find(self._number)
        if scan is not None and scan.is_active:
            self._runner.resume()
        elif scan is not None:
            retry_failed = scan.wish.retry_failed
            self._runner.again(self._number, resume=True, retry_failed=retry_failed)
