"""The results of a scan as a table of any length: only what is looked at is in memory.

The model holds the order of the rows as numbers and asks for rows when a view wants to see them;
until they come, their cells are empty. Sorting and filtering happen in the journal.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from tumorview.services.result_query import Arrangement, Order
from tumorview.services.result_rows import ResultRow, SortColumn
from tumorview.ui.batch.reader import RowsRead
from tumorview.ui.batch.table_columns import COLUMNS, FILE_COLUMN, STATE_INKS, STATUS_COLUMN
from tumorview.ui.language import local
from tumorview.ui.theme import color

_Index = QModelIndex | QPersistentModelIndex

BLOCK = 32
"""Rows are asked for in blocks of so many, since whoever sees one soon sees its neighbours."""
_BLOCKS_AT_ONCE = 3
HELD_ROWS = 4096
_LOADING = "…"
_TEXT, _INK, _TIP, _ALIGNMENT = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
    )
)
_ROLES = frozenset({_TEXT, _INK, _TIP, _ALIGNMENT})
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ResultTableModel(QAbstractTableModel):
    """Lines in the order of the latest `Arrangement`.

    Signals
    -------
    rows_wanted(list of int)
        Ids of rows that are to be seen and are not held; answer with `take_rows`.
    sort_wished(SortColumn or None, bool)
        Sort by that column, descending or not; answer with `arrange`.
    """

    rows_wanted = Signal(list)
    sort_wished = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order: Order = np.empty(0, np.int64)
        self._rows: OrderedDict[int, ResultRow | None] = OrderedDict()
        self._blocks: OrderedDict[int, None] = OrderedDict()
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.timeout.connect(self._ask)

    # What the owner does.

    def clear(self) -> None:
        """Hold nothing."""
        self.beginResetModel()
        self._order = np.empty(0, np.int64)
        self._rows.clear()
        self._blocks.clear()
        self.endResetModel()

    def arrange(self, arrangement: Arrangement) -> None:
        """Show another order; lines keep what is selected as far as their rows are still there."""
        before, after = self._order, arrangement.order
        self._forget(arrangement.changed if arrangement.is_merge else None)
        grown = len(after) - len(before)
        if arrangement.is_merge and grown >= 0:
            if grown:
                self.beginInsertRows(QModelIndex(), len(before), len(after) - 1)
                # The new ones at the end for now; where they belong is said below.
                self._order = np.concatenate([before, np.zeros(grown, np.int64)])
                if arrangement.kept == len(before):
                    self._order = after
                self.endInsertRows()
            if self._order is not after:
                self._reorder(before, after)
        elif len(before) == len(after):
            self._reorder(before, after)
        else:
            self.beginResetModel()
            self._order = after
            self.endResetModel()
        if arrangement.changed is None or arrangement.changed:
            self._say_changed(0, len(self._order) - 1)

    def take_rows(self, read: RowsRead) -> None:
        """Hold these rows; those that were let go of longest ago make room."""
        for identity in read.wanted:
            self._rows[identity] = None  # it may have gone
        for row in read.rows:
            self._rows[row.id] = row
            self._rows.move_to_end(row.id)
        while len(self._rows) > HELD_ROWS:
            self._rows.popitem(last=False)
        self._say_changed(0, len(self._order) - 1)

    def row(self, line: int) -> ResultRow | None:
        """The row in that line, or None while it is not held."""
        return self._rows.get(int(self._order[line]))

    def id_of(self, line: int) -> int:
        """Id of the row in that line."""
        return int(self._order[line])

    def line_of(self, identity: int) -> int | None:
        """Where the row of that id is, or None when it is left out."""
        found = np.flatnonzero(self._order == identity)
        return int(found[0]) if len(found) else None

    @property
    def held_rows(self) -> int:
        """How many rows are in memory."""
        return len(self._rows)

    # What the view asks.

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Lines that are shown."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Columns of `COLUMNS`."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, alignment, colour and tool tip of a cell."""
        # A view asks for a dozen roles of each cell whenever it paints.
        if role not in _ROLES or not index.isValid():
            return None
        line, place = index.row(), index.column()
        if line >= len(self._order):
            return None
        if role == _ALIGNMENT:
            return _RIGHT if COLUMNS[place].is_number else None
        if role == _TEXT:
            row = self._looked_at(line)
            if row is None:
                return _LOADING if place == FILE_COLUMN else ""
            return COLUMNS[place].text(row)
        row = None if role == _INK and place != STATUS_COLUMN else self.row(line)
        if row is None:
            return None
        return color(STATE_INKS[row.state]) if role == _INK else COLUMNS[place].text(row) or None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Headings, aligned as their columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return local(column.heading)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            return _RIGHT if column.is_number else left
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Wish for another order; -1 for the one in which the rows came."""
        key: SortColumn | None = COLUMNS[column].sort if column >= 0 else None
        is_descending = key is not None and order is Qt.SortOrder.DescendingOrder
        self.sort_wished.emit(key, is_descending)

    # How rows come.

    def _looked_at(self, line: int) -> ResultRow | None:
        identity = int(self._order[line])
        if identity in self._rows:
            self._rows.move_to_end(identity)
            return self._rows[identity]
        block = line // BLOCK
        self._blocks[block] = None
        self._blocks.move_to_end(block)
        # What was scrolled past meanwhile nobody looks at any more.
        while len(self._blocks) > _BLOCKS_AT_ONCE:
            self._blocks.popitem(last=False)
        if not self._asking.isActive():
            self._asking.start(0)
        return None

    def _ask(self) -> None:
        wanted: list[int] = []
        for block in self._blocks:
            ids = self._order[block * BLOCK : (block + 1) * BLOCK].tolist()
            wanted += [one for one in ids if one not in self._rows]
        self._blocks.clear()
        if wanted:
            self.rows_wanted.emit(wanted)

    def _forget(self, changed: frozenset[int] | None) -> None:
        if changed is None:
            self._rows.clear()
            return
        for identity in changed:
            self._rows.pop(identity, None)
        # Those that were not there when they were asked for may be now.
        for identity in [one for one, row in self._rows.items() if row is None]:
            del self._rows[identity]

    def _reorder(self, before: Order, after: Order) -> None:
        self.layoutAboutToBeChanged.emit()
        self._order = after
        held = self.persistentIndexList()
        moved: Sequence[QModelIndex] = [self._moved(index, before) for index in held]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _moved(self, index: QModelIndex, before: Order) -> QModelIndex:
        line = self.line_of(int(before[index.row()])) if index.row() < len(before) else None
        return QModelIndex() if line is None else self.index(line, index.column())

    def _say_changed(self, first: int, last: int) -> None:
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))
