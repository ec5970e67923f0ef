"""Scan a folder: where from, where to, how far, and what came out."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tumorview.domain.events import ItemDone, ItemFailed, Outcome, ScanFinished, ScanStarted
from tumorview.reporting.colormaps import DEFAULT_COLOR_MAP
from tumorview.ui.batch.form import BatchForm
from tumorview.ui.batch.rate import RateMeter, duration_text
from tumorview.ui.batch.table_model import COLUMNS, RowState, ScanTableModel, rows_of
from tumorview.ui.batch.worker import ScanFunction, ScanRunner, scan_with_service
from tumorview.ui.icons import icon
from tumorview.ui.language import local, localized, plural, tr
from tumorview.ui.result.heatmap_controls import DEFAULT_OPACITY
from tumorview.ui.result.wording import spoken
from tumorview.ui.theme import GRID, set_property


@dataclass(frozen=True, slots=True)
class _Look:
    model_id: str | None = None
    engine: str = "auto"
    color_map: str = DEFAULT_COLOR_MAP
    opacity: float = DEFAULT_OPACITY


class BatchDialog(QDialog):
    """A window beside the main one; it never blocks it.

    Parameters
    ----------
    scan
        What runs the scan, on a thread of its own.

    Signals
    -------
    open_requested(path, frame_number)
        A line of the table was activated.
    stop_answered(stopped: bool)
        The question whether to stop the scan and close has its answer; when it was yes, the scan
        has ended and the dialog is closed.
    """

    open_requested = Signal(Path, int)
    stop_answered = Signal(bool)

    def __init__(
        self, scan: ScanFunction = scan_with_service, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Scan a folder"))
        self.setModal(False)
        self.resize(136 * GRID, 90 * GRID)
        self._folder = Path()
        self._total = 0
        self._done = 0
        self._meter = RateMeter(0.0)
        self._csv_path: Path | None = None
        self._close_when_finished = False
        self._look = _Look()

        self.runner = ScanRunner(scan, self)
        self.form = BatchForm()
        self.model = ScanTableModel(self)
        self.table = self._make_table()
        self.start_button = QPushButton(icon("play", "accent_text"), tr("Start scan"))
        self.start_button.setProperty("kind", "primary")
        self.cancel_button = QPushButton(icon("stop", "text"), tr("Stop"))
        self.cancel_button.setToolTip(tr("The rows so far are kept; the scan can be resumed"))
        self.open_folder_button = QPushButton(icon("folder", "text"), tr("Open CSV folder"))
        self.close_button = QPushButton(tr("Close"))
        for button in (self.start_button, self.cancel_button, self.open_folder_button):
            button.setAutoDefault(False)
        self.close_button.setAutoDefault(False)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addLayout(self._make_heading())
        layout.addWidget(self.form)
        layout.addWidget(self._make_progress())
        layout.addLayout(self._make_filters())
        layout.addWidget(self.table, 1)
        layout.addWidget(self._make_confirmation())
        layout.addLayout(self._make_footer())
        self._connect()
        self._show_state()

    # What the owner does.

    def set_folder(self, folder: Path) -> None:
        """Propose a folder; no effect while a scan runs."""
        if not self.runner.is_running:
            self.form.set_folder(folder)

    def set_look(self, model_id: str | None, engine: str, color_map: str, opacity: float) -> None:
        """Model, engine and heatmap look of the next scan, as in the user's settings."""
        self._look = _Look(model_id, engine, color_map, opacity)

    @property
    def is_running(self) -> bool:
        """True while a scan runs."""
        return self.runner.is_running

    def start(self) -> None:
        """Scan what the form says, if it says enough."""
        asked = self.form.options()
        if asked is None or self.runner.is_running:
            return
        options = replace(
            asked,
            model_id=self._look.model_id,
            engine=self._look.engine,
            color_map=self._look.color_map,
            opacity=self._look.opacity,
        )
        self._folder = options.folder
        self._csv_path = options.csv_path
        self._total = self._done = 0
        self._close_when_finished = False
        self.model.clear()
        self._summary.clear()
        set_property(self._summary, "severity", None)
        self._progress.setRange(0, 0)
        self._progress_text.setText(tr("Listing the folder and loading the model…"))
        self._rate_text.clear()
        self.runner.start(options)
        self._show_state()

    def cancel(self) -> None:
        """Ask the scan to stop."""
        self.cancel_button.setEnabled(False)
        self._progress_text.setText(tr("Stopping…"))
        self._rate_text.clear()
        self.runner.cancel()

    def shutdown(self, timeout_seconds: float = 10.0) -> bool:
        """Stop without asking and join the scan's thread; False when it did not end in time."""
        return self.runner.shutdown(timeout_seconds)

    def reject(self) -> None:
        """Esc and every way of closing end here; a running scan is not thrown away unasked."""
        if self.runner.is_running and not self._close_when_finished:
            self._confirmation.show()
            self._stop_and_close.setFocus()
            return
        super().reject()

    # How it is made.

    def _make_heading(self) -> QVBoxLayout:
        title = QLabel(tr("Scan a folder"))
        title.setProperty("role", "title")
        text = QLabel(
            tr(
                "Every image of the folder and its subfolders gets a row in the CSV; "
                "a file that cannot be read gets a row with the reason."
            )
        )
        text.setProperty("role", "muted")
        text.setWordWrap(True)
        layout = QVBoxLayout()
        layout.setSpacing(GRID // 2)
        layout.addWidget(title)
        layout.addWidget(text)
        return layout

    def _make_progress(self) -> QWidget:
        box = QFrame()
        box.setProperty("surface", "card")
        self._progress_text = QLabel(tr("Ready"))
        self._rate_text = QLabel()
        self._rate_text.setProperty("role", "muted")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(tr("Progress of the scan"))
        texts = QHBoxLayout()
        texts.addWidget(self._progress_text)
        texts.addStretch(1)
        texts.addWidget(self._rate_text)
        left = QVBoxLayout()
        left.setSpacing(GRID)
        left.addLayout(texts)
        left.addWidget(self._progress)
        layout = QHBoxLayout(box)
        layout.setContentsMargins(GRID + 4, GRID + 4, GRID + 4, GRID + 4)
        layout.setSpacing(2 * GRID)
        layout.addLayout(left, 1)
        layout.addWidget(self.start_button)
        layout.addWidget(self.cancel_button)
        return box

    def _make_filters(self) -> QHBoxLayout:
        self._filters = QButtonGroup(self)
        self.filter_buttons: dict[RowState | None, QPushButton] = {}
        layout = QHBoxLayout()
        layout.setSpacing(GRID // 2)
        for state in (None, *RowState):
            button = QPushButton()
            button.setProperty("kind", "quiet")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, chosen=state: self.model.set_filter(chosen))
            self._filters.addButton(button)
            self.filter_buttons[state] = button
            layout.addWidget(button)
        self.filter_buttons[None].setChecked(True)
        layout.addStretch(1)
        hint = QLabel(tr("Double-click a line to open the image"))
        hint.setProperty("role", "faint")
        layout.addWidget(hint)
        return layout

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(tr("Results of the scan"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        rows = table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(4 * GRID)
        columns = table.horizontalHeader()
        columns.setStretchLastSection(True)
        columns.setHighlightSections(False)
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for index, column in enumerate(COLUMNS):
            # A heading may be longer in another language than the column was made for.
            heading = columns.fontMetrics().horizontalAdvance(local(column.heading)) + 3 * GRID
            table.setColumnWidth(index, max(column.width, heading))
            table.setColumnHidden(index, column.is_optional)
        table.setSortingEnabled(True)
        return table

    def _make_confirmation(self) -> QWidget:
        self._confirmation = QFrame()
        self._confirmation.setProperty("surface", "banner")
        self._confirmation.setProperty("severity", "warning")
        text = QLabel(tr("The scan is still running. Its rows so far are kept when it is stopped."))
        text.setWordWrap(True)
        self._stop_and_close = QPushButton(tr("Stop and close"))
        self._keep_running = QPushButton(tr("Keep scanning"))
        layout = QHBoxLayout(self._confirmation)
        layout.setContentsMargins(GRID + 4, GRID, GRID, GRID)
        layout.addWidget(text, 1)
        layout.addWidget(self._keep_running)
        layout.addWidget(self._stop_and_close)
        self._confirmation.hide()
        return self._confirmation

    def _make_footer(self) -> QHBoxLayout:
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._summary.setAccessibleName(tr("Outcome of the scan"))
        layout = QHBoxLayout()
        layout.setSpacing(GRID)
        layout.addWidget(self._summary, 1)
        layout.addWidget(self.open_folder_button)
        layout.addWidget(self.close_button)
        return layout

    def _connect(self) -> None:
        self.form.changed.connect(self._show_state)
        self.form.browse_folder.connect(self._choose_folder)
        self.form.browse_csv.connect(self._choose_csv)
        self.form.output_chosen.connect(self.runner.look_at_output)
        self.runner.output_looked.connect(self.form.show_output)
        self.runner.started.connect(self._on_started)
        self.runner.items.connect(self._on_items)
        self.runner.finished.connect(self._on_finished)
        self.start_button.clicked.connect(self.start)
        self.cancel_button.clicked.connect(self.cancel)
        self.close_button.clicked.connect(self.close)
        self.open_folder_button.clicked.connect(self._open_csv_folder)
        self._keep_running.clicked.connect(self._on_keep_running)
        self._stop_and_close.clicked.connect(self._on_stop_and_close)
        # A double click or Enter; a single click where that is the desktop's habit.
        self.table.activated.connect(self._on_activated)

    # What happens.

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder to scan"), self.form.folder_text)
        if chosen:
            self.form.set_folder(Path(chosen))

    def _choose_csv(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("CSV file"), self.form.csv_text, "CSV (*.csv)"
        )
        if chosen:
            self.form.set_csv(Path(chosen))

    def _open_csv_folder(self) -> None:
        if self._csv_path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._csv_path.parent)))

    def _on_started(self, event: ScanStarted) -> None:
        self._total = event.total_files
        self._done = event.already_done
        self._meter = RateMeter(time.monotonic(), event.already_done)
        self._progress.setRange(0, max(1, event.total_files))
        self._show_progress()

    def _on_items(self, events: list[ItemDone | ItemFailed]) -> None:
        self.model.append(rows_of(events, self._folder))
        silent = self.model.silent_columns()
        for index, column in enumerate(COLUMNS):
            if column.is_optional:
                self.table.setColumnHidden(index, index in silent)
        self._done = events[-1].files_done
        self._meter.update(time.monotonic(), self._done)
        self._show_progress()
        self._show_counts()

    def _on_finished(self, event: ScanFinished) -> None:
        self._confirmation.hide()
        self._summary.setText(_summary_text(event))
        severity = {Outcome.FAILED: "danger", Outcome.DONE: "warning" if event.failed else None}
        set_property(self._summary, "severity", severity.get(event.outcome))
        self._progress.setRange(0, 1)
        self._progress.setValue(1 if event.outcome is Outcome.DONE else 0)
        self._rate_text.clear()
        self._progress_text.setText(
            {
                Outcome.DONE: plural("The file is done", "All {n} files done", self._total),
                Outcome.CANCELLED: plural(
                    "Stopped after {done} of {n} file",
                    "Stopped after {done} of {n} files",
                    self._total,
                    done=localized(self._done),
                ),
                Outcome.FAILED: tr("The scan could not go on"),
            }[event.outcome]
        )
        self.form.refresh_output()
        self._show_state()
        if self._close_when_finished:
            self._close_as_asked()

    def _on_keep_running(self) -> None:
        self._confirmation.hide()
        self.stop_answered.emit(False)

    def _on_stop_and_close(self) -> None:
        self._close_when_finished = True
        self._confirmation.hide()
        if self.runner.is_running:
            self.cancel()
        else:
            self._close_as_asked()

    def _close_as_asked(self) -> None:
        self.close()
        self.stop_answered.emit(True)

    def _on_activated(self, index: QModelIndex) -> None:
        source = self.model.row(index.row()).source
        self.open_requested.emit(source.path, source.frame_number)

    def _show_progress(self) -> None:
        if not self.cancel_button.isEnabled():
            return
        self._progress.setValue(self._done)
        self._progress_text.setText(
            plural(
                "{done} of {n} file", "{done} of {n} files", self._total, done=localized(self._done)
            )
        )
        rate = self._meter.files_per_second
        remaining = self._meter.remaining_seconds(self._total)
        if rate is not None and remaining is not None:
            self._rate_text.setText(
                tr(
                    "{rate} files/s · {duration} left",
                    rate=localized(rate, 1),
                    duration=duration_text(remaining),
                )
            )

    def _show_counts(self) -> None:
        counts = self.model.counts()
        self.filter_buttons[None].setText(tr("All {count}", count=localized(sum(counts.values()))))
        for state in RowState:
            self.filter_buttons[state].setText(f"{local(state)} {localized(counts[state])}")

    def _show_state(self) -> None:
        running = self.runner.is_running
        self.form.setEnabled(not running)
        self.start_button.setVisible(not running)
        self.start_button.setEnabled(self.form.options() is not None)
        self.cancel_button.setVisible(running)
        self.cancel_button.setEnabled(running)
        self.open_folder_button.setEnabled(self._csv_path is not None and not running)
        self._show_counts()


def _summary_text(event: ScanFinished) -> str:
    if event.outcome is Outcome.FAILED and event.error is not None:
        return spoken(event.error)
    duration = duration_text(event.seconds)
    if event.failed:
        said = plural(
            "{n} image analysed, {failed} failed, in {duration}.",
            "{n} images analysed, {failed} failed, in {duration}.",
            event.analysed,
            failed=localized(event.failed),
            duration=duration,
        )
    else:
        said = plural(
            "{n} image analysed, none failed, in {duration}.",
            "{n} images analysed, none failed, in {duration}.",
            event.analysed,
            duration=duration,
        )
    stopped = tr("Stopped before the end.") if event.outcome is Outcome.CANCELLED else ""
    written = tr("Written to {name}.", name=event.csv_path.name)
    return " ".join(part for part in (said, stopped, written) if part)
