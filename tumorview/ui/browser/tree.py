"""The tree of studies on screen: choosing, closing, and keeping one's place while it grows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QTreeView, QWidget

from tumorview.domain.study import Series
from tumorview.ui.browser.delegate import RowDelegate, close_rect
from tumorview.ui.browser.model import BrowserModel, Index, Role, RowKey, row_key
from tumorview.ui.browser.rows import FailuresRow, PatientRow, SeriesRow, StudyRow
from tumorview.ui.icons import icon
from tumorview.ui.language import tr


class StudyTree(QTreeView):
    """Patients, studies and series.

    A click shows a series and leaves the keys with the image; a series can be dragged to a pane.
    With the focus (Tab) the arrows move through the rows, Right and Left open and close them,
    Enter shows and Delete closes.

    Signals
    -------
    series_chosen(object, object)
        Study and series.
    failures_chosen()
        The line about unreadable files.
    close_wished(int), close_others_wished(int), close_all_wished()
        Number of the study.
    """

    series_chosen = Signal(object, object)
    failures_chosen = Signal()
    close_wished = Signal(int)
    close_others_wished = Signal(int)
    close_all_wished = Signal()

    def __init__(self, model: BrowserModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._folded: set[RowKey] = set()
        self._changing = False
        self._delegate = RowDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Studies and series"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(True)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        # PySide makes its types when they are first used: now rather than under the first image.
        self.viewport().update()
        self.setUniformRowHeights(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        # After a click the arrow keys belong to the slices; by Tab they belong to the rows.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._on_clicked)
        self.expanded.connect(self._on_expanded)
        self.collapsed.connect(self._on_collapsed)

    # What the owner does.

    def change(self, job: Callable[[], object]) -> None:
        """Change the model and keep what is folded, current and in sight."""
        current = self._key(self.currentIndex())
        height = self.verticalScrollBar().value()
        self._changing = True
        try:
            job()
            for index in self._model.indexes():
                key = self._key(index)
                unfolded = key not in self._folded or self._model.is_searching
                self.setExpanded(index, unfolded)
        finally:
            self._changing = False
        if current is not None:
            self._go_to(self._model.find(current))
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(height)

    def mark_current(self, series: Series | None) -> None:
        """Show which series is on screen."""
        if series is self._delegate.current_series:
            return
        self._delegate.current_series = series
        for index, row in self._model.series_rows():
            if row.series is series:
                self._go_to(index)
                self.scrollTo(index)
        self.viewport().update()

    def go_to_first_series(self) -> None:
        """Make the first series current and take the keys."""
        rows = self._model.series_rows()
        if rows:
            self._go_to(rows[0][0])
            self.scrollTo(rows[0][0])
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def activate(self, index: Index) -> None:
        """Do what a row is for: show a series, fold or unfold a heading, list what failed."""
        row = index.data(Role.ROW)
        match row:
            case SeriesRow():
                self.series_chosen.emit(row.study, row.series)
            case FailuresRow():
                self.failures_chosen.emit()
            case PatientRow() | StudyRow():
                place = self._model.find(row_key(row))
                self.setExpanded(place, not self.isExpanded(place))

    def make_menu(self, index: Index) -> QMenu:
        """What can be done with a row, for the right button and the menu key."""
        menu = QMenu(self)
        number = self._study_number(index)
        if number is not None:
            close = menu.addAction(icon("close"), tr("Close this study"))
            close.triggered.connect(lambda: self.close_wished.emit(number))
            others = menu.addAction(tr("Close the other studies"))
            others.triggered.connect(lambda: self.close_others_wished.emit(number))
        close_all = menu.addAction(tr("Close all studies"))
        close_all.triggered.connect(self.close_all_wished)
        menu.addSeparator()
        menu.addAction(tr("Expand all")).triggered.connect(self.expandAll)
        menu.addAction(tr("Collapse all")).triggered.connect(self._fold_studies)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    # Qt.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter does what the row is for, Delete closes its study."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.activate(index)
            return
        number = self._study_number(index)
        if event.key() == Qt.Key.Key_Delete and number is not None:
            self.close_wished.emit(number)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the keys come here; they begin at the series on screen."""
        if not self.currentIndex().isValid():
            self._go_to(self._model.index(0, 0))
        super().focusInEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: the pointer moved."""
        self._delegate.pointer = event.position().toPoint()
        index = self.indexAt(self._delegate.pointer)
        if isinstance(index.data(Role.ROW), StudyRow):
            self.viewport().update(self.visualRect(index))
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the cross of a study closes it; nothing else is done with that press."""
        place = event.position().toPoint()
        number = self._closed_by(place)
        if event.button() is Qt.MouseButton.LeftButton and number is not None:
            self.close_wished.emit(number)
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: the right button, or the menu key."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        place = event.pos() if by_mouse else self.visualRect(index).center()
        self.make_menu(index).popup(self.viewport().mapToGlobal(place))

    # How.

    def close_place(self, index: Index) -> QPoint:
        """Middle of the cross of a study's heading, in viewport coordinates."""
        return close_rect(self._row_rect(index)).center()

    def _closed_by(self, place: QPoint) -> int | None:
        index = self.indexAt(place)
        row = index.data(Role.ROW)
        if isinstance(row, StudyRow) and close_rect(self._row_rect(index)).contains(place):
            return row.number
        return None

    def _row_rect(self, index: Index) -> QRect:
        rect = self.visualRect(index)
        rect.setLeft(0)
        return rect

    def _study_number(self, index: Index) -> int | None:
        row = index.data(Role.ROW) if index.isValid() else None
        if isinstance(row, StudyRow):
            return row.number
        return row.study_number if isinstance(row, SeriesRow) else None

    def _key(self, index: Index) -> RowKey | None:
        return row_key(index.data(Role.ROW)) if index.isValid() else None

    def _go_to(self, index: QModelIndex) -> None:
        if index.isValid():
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def _fold_studies(self) -> None:
        for index in self._model.indexes():
            if isinstance(index.data(Role.ROW), StudyRow):
                self.collapse(index)

    def _on_clicked(self, index: Index) -> None:
        self.activate(index)

    def _on_expanded(self, index: Index) -> None:
        key = self._key(index)
        if key is not None and not self._changing:
            self._folded.discard(key)

    def _on_collapsed(self, index: Index) -> None:
        key = self._key(index)
        if key is not None and not self._changing:
            self._folded.add(key)
