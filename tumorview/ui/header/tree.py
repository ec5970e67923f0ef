"""The rows of a header on screen: unfolding, copying, and keeping one's place from file to file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeView, QWidget

from tumorview.domain.header_listing import HeaderListing, HeaderRow
from tumorview.reporting.csv_report import neutralise
from tumorview.ui.header.model import Column, HeaderModel, Key
from tumorview.ui.header.search import Search
from tumorview.ui.icons import icon
from tumorview.ui.language import tr
from tumorview.ui.theme import GRID

MOST_UNFOLDED = 5_000
"""Rows up to which everything is unfolded at once; more would hold up the window."""

_WIDTHS = {Column.TAG: 20 * GRID, Column.NAME: 32 * GRID, Column.VR: 6 * GRID}
_NUMBER_VRS = frozenset(
    {"DA", "DS", "DT", "FD", "FL", "IS", "SL", "SS", "SV", "TM", "UI", "UL", "US", "UV"}
)


class HeaderTree(QTreeView):
    """A tree of rows.

    `copy_rows`, `copy_value`, `unfold`, `fold` are its actions, for menu and buttons.
    """

    def __init__(self, model: HeaderModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._unfolded: set[Key] = set()
        self._opened: set[Key] = set()
        self._were_all_unfolded = False
        self._is_searching = False
        self.setModel(model)
        self.setAccessibleName(tr("Data elements"))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIndentation(2 * GRID)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionsMovable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)

        self.copy_rows = self._action(tr("Copy rows"), QKeySequence.StandardKey.Copy, "copy")
        self.copy_rows.triggered.connect(self._copy_rows)
        self.copy_value = self._action(tr("Copy value"), "Ctrl+Shift+C", "")
        self.copy_value.triggered.connect(self._copy_value)
        self.unfold = self._action(tr("Expand all"), "Ctrl+Down", "")
        self.unfold.triggered.connect(self._unfold_all)
        self.fold = self._action(tr("Collapse all"), "Ctrl+Up", "")
        self.fold.triggered.connect(self.collapseAll)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.selectionModel().selectionChanged.connect(self._show_what_can_be_copied)
        self.expanded.connect(self._on_expanded)
        model.modelReset.connect(self._show_what_can_be_copied)
        self._show_what_can_be_copied()

    # What the owner does.

    def show_listing(self, listing: HeaderListing | None) -> None:
        """Show another file; what is unfolded, current and in sight stays so where it is there."""
        height = self.verticalScrollBar().value()
        self._change(lambda: self._model.set_listing(listing))
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(height)

    def show_search(self, search: Search) -> None:
        """Show what is found, unfolded; an empty search goes back to what was unfolded before."""

        def change() -> None:
            self._is_searching = not search.is_empty
            self._model.set_search(search)

        self._change(change)

    def set_shows_private(self, shows: bool) -> None:
        """Show or leave out private elements."""
        self._change(lambda: self._model.set_shows_private(shows))

    def set_shows_identity(self, shows: bool) -> None:
        """Show or mask what tells who."""
        self._change(lambda: self._model.set_shows_identity(shows))

    def go_to_first_found(self) -> None:
        """Make the first element that is found current, and take the keys."""
        if self._model.found:
            self.setCurrentIndex(self._model.index_of(self._model.found[0]))
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the asterisk unfolds all that lies in a row, of which Qt says nothing."""
        if event.key() == Qt.Key.Key_Asterisk:
            self._were_all_unfolded = self._were_all_unfolded or not self._is_searching
        super().keyPressEvent(event)

    # How.

    def _on_expanded(self, index: QModelIndex) -> None:
        self._opened.add(self._model.key(index))

    def _action(self, text: str, key: QKeySequence.StandardKey | str, picture: str) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{text}  ({native})")
        if picture:
            action.setIcon(icon(picture, "text"))
        self.addAction(action)
        return action

    def _change(self, change: Callable[[], None]) -> None:
        """Reset the model by `change`; what is unfolded and current stays so where it is there."""
        model, current = self._model, self.currentIndex()
        here = model.key(current) if current.isValid() else ()
        if not self._is_searching:
            self._unfolded = self._unfolded_now()
        change()
        if self._is_searching:
            # Qt asks for every row that it unfolds.
            if model.upper_count <= MOST_UNFOLDED:
                self._unfold()
        else:
            for key in sorted(self._unfolded, key=len):
                self.setExpanded(model.find(key), True)
        there = model.find(here)
        if there.isValid():
            self.setCurrentIndex(there)

    def _unfolded_now(self) -> set[Key]:
        """What is unfolded, also in what is folded.

        To ask for each of 10,000 items takes longer than a search; so only those are asked for
        that were opened one by one.
        """
        model = self._model
        if self._were_all_unfolded:
            self._were_all_unfolded = False
            return {model.key(index) for index in model.holders() if self.isExpanded(index)}
        asked, self._opened = self._unfolded | self._opened, set()
        return {key for key in asked if self.isExpanded(model.find(key))}

    def _unfold_all(self) -> None:
        # Qt says nothing of the rows that it unfolds so.
        self._were_all_unfolded = self._were_all_unfolded or not self._is_searching
        self._unfold()

    def _unfold(self) -> None:
        if self._model.shown_count <= MOST_UNFOLDED:
            self.expandAll()
        else:
            self.expandToDepth(0)

    def _selected(self) -> list[HeaderRow]:
        """Rows of the selection, from the top down."""
        indexes = self.selectionModel().selectedRows(Column.TAG)
        ordered = sorted(indexes, key=lambda index: int(index.internalId()))
        return [self._model.row(index) for index in ordered]

    def _copy_rows(self) -> None:
        lines = ["\t".join(_cells(self._model, row)) for row in self._selected()]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _copy_value(self) -> None:
        values = [self._model.value(row) for row in self._selected()]
        if values:
            QGuiApplication.clipboard().setText("\n".join(values))

    def _show_what_can_be_copied(self) -> None:
        some = self.selectionModel().hasSelection()
        self.copy_rows.setEnabled(some)
        self.copy_value.setEnabled(some)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions([self.copy_rows, self.copy_value])
        menu.addSeparator()
        menu.addActions([self.unfold, self.fold])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(place))


def _cells(model: HeaderModel, row: HeaderRow) -> list[str]:
    """The columns of a row; what a spreadsheet would take for a formula is neutralised."""
    tag, name, vr, value = model.texts(row)
    return [tag, name, vr, value if row.vr in _NUMBER_VRS else neutralise(value)]
