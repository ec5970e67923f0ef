"""The table of results: follows its model without losing the reader's place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from tumorview.services.result_query import Arrangement
from tumorview.ui.batch.table_columns import COLUMNS
from tumorview.ui.batch.table_model import ResultTableModel
from tumorview.ui.language import local, tr
from tumorview.ui.theme import GRID


class ResultTable(QTableView):
    """Lines of one height, chosen as a whole; columns that say nothing are hidden.

    Parameters
    ----------
    model
        Its model; `show_arrangement` keeps what is selected and what is at the top.
    """

    def __init__(self, model: ResultTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = model
        self._sorted_by = (-1, Qt.SortOrder.AscendingOrder)
        self.setModel(model)
        self.setAccessibleName(tr("Results of the scan"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(4 * GRID)
        columns = self.horizontalHeader()
        columns.setStretchLastSection(True)
        columns.setHighlightSections(False)
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        columns.sortIndicatorChanged.connect(self._on_sort_indicator)
        for index, column in enumerate(COLUMNS):
            # A heading may be longer in another language than the column was made for.
            heading = columns.fontMetrics().horizontalAdvance(local(column.heading)) + 3 * GRID
            self.setColumnWidth(index, max(column.width, heading))
            self.setColumnHidden(index, bool(column.empty))
        self.setSortingEnabled(True)

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Take over an answer; the line at the top stays there where rows come between."""
        for index, column in enumerate(COLUMNS):
            if column.empty:
                self.setColumnHidden(index, column.empty not in arrangement.counts.said)
        model = self._results
        current = self._id_at(self.currentIndex())
        was_seen = self.visualRect(self.currentIndex()).intersects(self.viewport().rect())
        top = self.indexAt(QPoint(0, 0))
        top_id, offset = self._id_at(top), self.rowViewportPosition(top.row())
        is_at_top = self.verticalScrollBar().value() == 0
        model.arrange(arrangement)
        if current is not None and not self.currentIndex().isValid():
            self._go_to(model.line_of(current))
        if arrangement.is_merge:
            if top_id is not None and not is_at_top:
                self._keep_at(model.line_of(top_id), offset)
        elif current is not None and was_seen and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def forget(self) -> None:
        """Show nothing, sorted by nothing, from the top."""
        self._results.clear()
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _id_at(self, index: QModelIndex) -> int | None:
        return self._results.id_of(index.row()) if index.isValid() else None

    def _go_to(self, line: int | None) -> None:
        if line is not None:
            self.setCurrentIndex(self._results.index(line, 0))

    def _keep_at(self, line: int | None, offset: int) -> None:
        if line is not None:
            height = self.verticalHeader().defaultSectionSize()
            self.verticalScrollBar().setValue(line * height - offset)

    def _on_sort_indicator(self, column: int, order: Qt.SortOrder) -> None:
        if column >= 0 and COLUMNS[column].sort is None:
            self.horizontalHeader().setSortIndicator(*self._sorted_by)
        else:
            self._sorted_by = (column, order)
