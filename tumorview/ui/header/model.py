"""The rows of a header as a tree that can be searched, with what must not be seen masked.

A QSortFilterProxyModel would call back into Python for every row and level; 100,000 rows are
filtered here in one pass.
"""

from __future__ import annotations

import html
import itertools
from enum import IntEnum
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tumorview.domain.header_listing import HeaderListing, HeaderRow, RowKind
from tumorview.ui.header.outline import TOP, RowTable, outline_of
from tumorview.ui.header.search import Search
from tumorview.ui.language import local, plural, tr, tr_noop
from tumorview.ui.theme import color

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()

MASK = "••••••"
"""Stands for a value that is hidden."""

Key = tuple[tuple[int | None, int], ...]
"""A row of any file, from the outermost level in: tags, and the numbers of items from 0."""


class Column(IntEnum):
    """Columns, in order."""

    TAG = 0
    NAME = 1
    VR = 2
    VALUE = 3


HEADINGS = (tr_noop("Tag"), tr_noop("Name"), "VR", tr_noop("Value"))


class HeaderModel(QAbstractItemModel):
    """One listing, and of it the rows that search and switches let through."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = RowTable(None)
        self._rows: tuple[HeaderRow, ...] = ()
        self._search = Search()
        self._shows_private = True
        self._shows_identity = True
        self._outline = outline_of(self._table, self._table.elements())
        self._found: list[int] = []

    # What the owner does.

    def set_listing(self, listing: HeaderListing | None) -> None:
        """Show another file, or nothing."""
        self._table = RowTable(listing)
        self._rows = self._table.rows
        self._arrange()

    def set_search(self, search: Search) -> None:
        """Show what is found, and what it lies in."""
        self._search = search
        self._arrange()

    def set_shows_private(self, shows: bool) -> None:
        """Show or leave out private elements and all that lies in them."""
        self._shows_private = shows
        self._arrange()

    def set_shows_identity(self, shows: bool) -> None:
        """Show or mask what tells who; what is masked is not found by its value either."""
        self._shows_identity = shows
        self._arrange()

    @property
    def is_searching(self) -> bool:
        """Whether anything is looked for."""
        return not self._search.is_empty

    @property
    def shows_identity(self) -> bool:
        """Whether nothing is masked."""
        return self._shows_identity

    @property
    def found(self) -> list[int]:
        """Places of the elements that are found; without a search, of all that are shown."""
        return self._found

    def row(self, index: _Index) -> HeaderRow:
        """The row behind a valid index."""
        return self._rows[index.internalId()]

    def value(self, row: HeaderRow) -> str:
        """What the column of values shows."""
        return MASK if self._is_masked(row) else row.value

    def texts(self, row: HeaderRow) -> tuple[str, str, str, str]:
        """What the four columns show."""
        name = "" if row.kind is RowKind.ITEM else row.name
        return row.tag_text, name, row.vr, self.value(row)

    def index_of(self, place: int, column: int = 0) -> QModelIndex:
        """The index of a place in the listing that is shown."""
        return self.createIndex(self._outline.order[place], column, place)

    @property
    def shown_count(self) -> int:
        """How many rows are shown, on all levels."""
        return self._outline.count

    @property
    def upper_count(self) -> int:
        """How many rows are shown on the first two levels."""
        outline = self._outline
        top = outline.children(TOP)
        return len(top) + sum(outline.child_count(place) for place in top)

    def key(self, index: _Index) -> Key:
        """What finds the same row in the listing of another file."""
        steps = []
        place = int(index.internalId())
        while place != TOP:
            row = self._rows[place]
            steps.append((row.tag, self._outline.order[place] if row.kind is RowKind.ITEM else 0))
            place = row.parent
        return tuple(reversed(steps))

    def find(self, key: Key) -> QModelIndex:
        """The row of `key`, or an invalid index when it is not shown."""
        place = TOP
        for tag, number in key:
            alike = (p for p in self._outline.children(place) if self._rows[p].tag == tag)
            place = next(itertools.islice(alike, number, None), TOP)
            if place == TOP:
                return QModelIndex()
        return QModelIndex() if place == TOP else self.index_of(place)

    def holders(self) -> list[QModelIndex]:
        """The rows that others lie in, from the top down."""
        return [self.index_of(place) for place in self._outline.holders()]

    # What the view asks.

    def index(self, row: int, column: int, parent: _Index = _NO_INDEX) -> QModelIndex:
        """Qt: the index of a cell."""
        outline, place = self._outline, _place(parent)
        if not 0 <= row < outline.child_count(place) or not 0 <= column < len(Column):
            return QModelIndex()
        return self.createIndex(row, column, outline.child(place, row))

    def parent(self, index: _Index = _NO_INDEX) -> Any:
        """Qt: the index of the row that `index` lies in."""
        above = self._rows[index.internalId()].parent if index.isValid() else TOP
        return QModelIndex() if above == TOP else self.index_of(above)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Qt: rows that lie in `parent`."""
        return 0 if parent.column() > 0 else self._outline.child_count(_place(parent))

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:  # noqa: ARG002 - Qt's signature
        """Qt: columns."""
        return len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: text, colour, tool tip of a cell."""
        if not index.isValid():
            return None
        row = self.row(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.texts(row)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.column())
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Qt: headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return local(HEADINGS[section])
        return None

    # How.

    def _arrange(self) -> None:
        table = self._table
        shown = table.visible(private=self._shows_private)
        found = table.elements() & shown
        if not self._search.is_empty:
            found = table.found(self._search, masked=not self._shows_identity) & shown
            shown = table.around(found, shown)
        self.beginResetModel()
        self._outline = outline_of(table, shown)
        self._found = np.flatnonzero(found).tolist()
        self.endResetModel()

    def _is_masked(self, row: HeaderRow) -> bool:
        return row.identifies and not self._shows_identity

    def _ink(self, row: HeaderRow, column: int) -> Any:
        if row.kind is RowKind.REMARK or (row.is_broken and column == Column.VALUE):
            return color("warning")
        if row.kind is RowKind.ITEM or column == Column.VR:
            return color("text_muted")
        if column == Column.VALUE and self._is_masked(row):
            return color("text_faint")
        return color("text_muted") if row.is_private and column == Column.NAME else None

    def _spoken(self, row: HeaderRow, column: int) -> str | None:
        if column == Column.VALUE and self._is_masked(row):
            return tr("hidden")
        return self.texts(row)[column] or None

    def _tool_tip(self, row: HeaderRow) -> str | None:
        if row.kind is not RowKind.ELEMENT:
            return None
        heading = " ".join(part for part in (row.tag_text, row.keyword or row.name) if part)
        facts = [f"VR {row.vr}" if row.vr else "", "" if row.vm is None else f"VM {row.vm}"]
        facts.append(
            tr("undefined length")
            if row.length is None
            else plural("{n} byte", "{n} bytes", row.length)
        )
        lines = [heading, ", ".join(fact for fact in facts if fact)]
        if row.creator:
            lines.append(f"Private Creator {row.creator}")
        lines.append(self.value(row))
        # Values of a file are text, whatever they look like.
        return "<br>".join(html.escape(line) for line in lines if line)


def _place(index: _Index) -> int:
    return int(index.internalId()) if index.isValid() else TOP
