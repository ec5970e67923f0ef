"""One scan of the queue: how far it is, what can be done to it, and its results."""

from __future__ import annotations

import os
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tumorview.errors import TumorViewError
from tumorview.services.result_query import Arrangement, ResultQuery
from tumorview.services.result_rows import SortColumn
from tumorview.services.scan_queue import QueuedScan, ScanState
from tumorview.ui.batch.filters import ResultFilters
from tumorview.ui.batch.progress_card import ProgressCard
from tumorview.ui.batch.queue import QueueRunner
from tumorview.ui.batch.reader import ResultReader
from tumorview.ui.batch.table_model import ResultTableModel
from tumorview.ui.batch.table_view import ResultTable
from tumorview.ui.batch.wording import scan_name, summary
from tumorview.ui.icons import icon
from tumorview.ui.language import tr
from tumorview.ui.result.wording import spoken
from tumorview.ui.theme import GRID, set_property

_NAME_WIDTH = 28 * GRID


class ResultsPanel(QWidget):
    """Shows one scan at a time.

    Signals
    -------
    open_requested(path, frame_number)
        A line of the table was activated.
    """

    open_requested = Signal(object, int)

    def __init__(self, runner: QueueRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self._runner = runner
        self._number = 0
        self._query = ResultQuery()
        self._was_active = False
        self.reader = ResultReader(self)
        self.model = ResultTableModel(self)
        self.table = ResultTable(self.model)
        self.filters = ResultFilters()
        self.progress = ProgressCard(runner)
        self.title = QLabel()
        self.title.setProperty("role", "heading")
        self.place = QLabel()
        self.place.setProperty("role", "muted")
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.summary.setAccessibleName(tr("Outcome of the scan"))
        self.open_folder_button = QPushButton(icon("folder", "text"), tr("Open CSV folder"))
        self.open_folder_button.setAutoDefault(False)

        heading = QHBoxLayout()
        heading.setSpacing(GRID)
        heading.addWidget(self.title)
        heading.addWidget(self.place, 1)
        heading.addWidget(self.open_folder_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(heading)
        layout.addWidget(self.progress)
        layout.addWidget(self.summary)
        layout.addWidget(self.filters)
        layout.addWidget(self.table, 1)
        hint = QLabel(tr("Double-click a line, or press Enter, to open the image in the viewer"))
        hint.setProperty("role", "faint")
        layout.addWidget(hint)
        self._connect()

    @property
    def number(self) -> int:
        """Of the scan that is shown; 0 for none."""
        return self._number

    def show_scan(self, number: int) -> None:
        """Show another scan, unfiltered and unsorted."""
        if number == self._number:
            return
        self._number = number
        self._was_active = False
        self.table.forget()
        self.filters.clear()
        self._query = ResultQuery()
        self.reader.set_source(self._runner.source(number), self._query)
        self.refresh()

    def refresh(self) -> None:
        """Show how the scan stands now."""
        scan = self._scan()
        if scan is None:
            return
        if scan.is_active != self._was_active:
            self._was_active = scan.is_active
            self.reader.set_live(scan.is_active)
        _say_short(self.title, scan_name(scan))
        _say_short(self.place, tr("to {name}", name=scan.wish.csv_path.name))
        self.place.setToolTip(f"{scan.wish.folder}\n{scan.wish.csv_path}")
        self.progress.show_scan(scan)
        self._say(summary(scan), _severity(scan))

    def shutdown(self) -> bool:
        """End its threads; False when one did not end in time."""
        return self.reader.shutdown()

    def _connect(self) -> None:
        self.reader.arranged.connect(self._on_arranged)
        self.reader.rows_read.connect(self.model.take_rows)
        self.reader.busy_changed.connect(self.filters.busy.setVisible)
        self.reader.failed.connect(self._on_failed)
        self.model.rows_wanted.connect(self.reader.want)
        self.model.sort_wished.connect(self._on_sort)
        self.filters.changed.connect(self._ask)
        self.open_folder_button.clicked.connect(self._open_csv_folder)
        # A double click or Enter; a single click where that is the desktop's habit.
        self.table.activated.connect(self._on_activated)

    def _scan(self) -> QueuedScan | None:
        return self._runner.queue.find(self._number)

    def _say(self, text: str, severity: str | None) -> None:
        self.summary.setText(text)
        self.summary.setVisible(bool(text))
        set_property(self.summary, "severity", severity)

    def _on_sort(self, column: SortColumn | None, descending: bool) -> None:
        asked = replace(self._query, column=column, descending=descending)
        if asked != self._query:
            self._query = asked
            self._ask()

    def _ask(self) -> None:
        asked = self.filters.applied_to(self._query)
        self._query = asked
        self.reader.ask(asked)

    def _on_arranged(self, arrangement: Arrangement) -> None:
        self.filters.show_counts(arrangement.counts)
        self.table.show_arrangement(arrangement)

    def _on_failed(self, error: TumorViewError) -> None:
        self._say(spoken(error), "warning")

    def _on_activated(self, index: QModelIndex) -> None:
        scan, row = self._scan(), self.model.row(index.row())
        if scan is not None and row is not None:
            self.open_requested.emit(scan.wish.folder / os.fsdecode(row.path), row.frame)

    def _open_csv_folder(self) -> None:
        scan = self._scan()
        if scan is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(scan.wish.csv_path.parent)))


def _say_short(label: QLabel, text: str) -> None:
    """Names of any length must not widen the window."""
    middle = Qt.TextElideMode.ElideMiddle
    label.setText(label.fontMetrics().elidedText(text, middle, _NAME_WIDTH))


def _severity(scan: QueuedScan) -> str | None:
    if scan.state is ScanState.FAILED:
        return "danger"
    return "warning" if scan.state is ScanState.DONE and scan.failed else None
