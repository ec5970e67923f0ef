"""The tree of patients, studies and series that lie open, as Qt wants it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QImage

from tumorview.domain.source import SourceRef
from tumorview.domain.study import Series
from tumorview.ui.browser.rows import (
    FailuresRow,
    Node,
    PatientRow,
    Row,
    SeriesRow,
    StudyRow,
    filtered,
    row_text,
    tree_of,
)
from tumorview.ui.browser.shelf import OpenStudy

Index = QModelIndex | QPersistentModelIndex

RowKey = tuple[object, ...]
"""What a row is known by while the tree around it changes."""

SERIES_MIME = "application/x-tumorview-series"
"""A series on its way from the list to a pane: what `series_id` says of it."""


class Role(IntEnum):
    """Data roles of the model."""

    ROW = Qt.ItemDataRole.UserRole + 1
    THUMBNAIL = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row with where it stands; `parent` and `children` are places in the list of all."""

    row: Row
    parent: int
    number: int
    children: tuple[int, ...]


def shown_frame(series: Series) -> SourceRef:
    """The frame that a thumbnail shows: the middle one, where a head shows most."""
    return series.frames[len(series.frames) // 2].source


def row_key(row: Row) -> RowKey:
    """What a row is known by."""
    match row:
        case PatientRow():
            return ("patient", *row.key)
        case StudyRow():
            return ("study", row.number)
        case SeriesRow():
            return ("series", *row.key)
        case FailuresRow():
            return ("failures",)


def series_id(row: SeriesRow) -> bytes:
    """What tells a series from all others while it is dragged; of no meaning elsewhere."""
    return repr(row_key(row)).encode()


class BrowserModel(QAbstractItemModel):
    """Rows, what of them is searched for, and thumbnails."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studies: tuple[OpenStudy, ...] = ()
        self._failure_count = 0
        self._search = ""
        self._placed: list[_Placed] = []
        self._top: tuple[int, ...] = ()
        self._thumbnails: dict[SourceRef, QImage] = {}
        self._latest: dict[RowKey, QImage] = {}
        self.hide_identity = False

    # What the owner says.

    def set_open(self, studies: Sequence[OpenStudy], failure_count: int) -> None:
        """Show these studies."""
        self._studies, self._failure_count = tuple(studies), failure_count
        self._arrange()
        keys = {row_key(row) for row in self.all_series()}
        sources = {shown_frame(row.series) for row in self.all_series()}
        self._latest = {k: image for k, image in self._latest.items() if k in keys}
        self._thumbnails = {s: image for s, image in self._thumbnails.items() if s in sources}

    def set_search(self, text: str) -> None:
        """Show only what matches; "" shows all."""
        if text != self._search:
            self._search = text
            self._arrange()

    def set_hide_identity(self, hide: bool) -> None:
        """Leave out what tells who."""
        if hide != self.hide_identity:
            self.hide_identity = hide
            self._arrange()

    def set_thumbnail(self, source: SourceRef, image: QImage) -> None:
        """The small picture of the series whose middle frame is `source`."""
        self._thumbnails[source] = image
        for place, placed in enumerate(self._placed):
            row = placed.row
            if isinstance(row, SeriesRow) and shown_frame(row.series) == source:
                self._latest[row_key(row)] = image
                index = self._index(place)
                self.dataChanged.emit(index, index, [Role.THUMBNAIL])

    # What there is.

    def all_series(self) -> list[SeriesRow]:
        """Every series that lies open, whether it is searched for or not."""
        return [
            SeriesRow(one.number, one.study, series)
            for one in self._studies
            for series in one.study.series
        ]

    def missing_thumbnails(self) -> list[SourceRef]:
        """Frames that a thumbnail is wanted of, in the order of the list."""
        wanted = (shown_frame(row.series) for row in self.all_series())
        return [source for source in wanted if source not in self._thumbnails]

    def series_rows(self) -> list[tuple[QModelIndex, SeriesRow]]:
        """(index, row) of every series in the tree as it is, from the top down."""
        return [
            (self._index(place), placed.row)
            for place, placed in enumerate(self._placed)
            if isinstance(placed.row, SeriesRow)
        ]

    def indexes(self) -> Iterator[QModelIndex]:
        """Every row, from the top down."""
        return (self._index(place) for place in range(len(self._placed)))

    def find(self, key: RowKey) -> QModelIndex:
        """The row with a key; an invalid index where it is not in the tree."""
        for place, placed in enumerate(self._placed):
            if row_key(placed.row) == key:
                return self._index(place)
        return QModelIndex()

    @property
    def is_searching(self) -> bool:
        """Whether rows may be left out."""
        return bool(self._search.strip())

    @property
    def found_series(self) -> int:
        """Series in the tree as it is."""
        return len(self.series_rows())

    @property
    def series_count(self) -> int:
        """Series that lie open."""
        return len(self.all_series())

    # Qt.

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Qt: the index of a row below `parent`."""
        places = self._children(parent)
        if column != 0 or not 0 <= row < len(places):
            return QModelIndex()
        return self._index(places[row])

    def parent(self, index: Index | None = None) -> Any:
        """Qt: the row above, or the object that owns the model."""
        if index is None:
            return super().parent()
        if not index.isValid():
            return QModelIndex()
        above = self._placed[index.internalId()].parent
        return self._index(above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """Qt: number of rows below `parent`."""
        return len(self._children(parent))

    def columnCount(self, _parent: Index | None = None) -> int:
        """Qt: one column."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: every row can be gone to."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_series = isinstance(self._placed[index.internalId()].row, SeriesRow)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if is_series else flags

    def mimeTypes(self) -> list[str]:
        """Qt: what is dragged out of the tree."""
        return [SERIES_MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        """Qt: the series of a row, for a pane of this window."""
        data = QMimeData()
        for index in indexes:
            row = self._placed[index.internalId()].row
            if isinstance(row, SeriesRow):
                data.setData(SERIES_MIME, series_id(row))
        return data

    def series_of(self, dragged: bytes) -> SeriesRow | None:
        """The series that is dragged, None where it is not (or no longer) in the list."""
        return next((row for row in self.all_series() if series_id(row) == dragged), None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: one value of a row."""
        if not index.isValid():
            return None
        row = self._placed[index.internalId()].row
        if role == Role.ROW:
            return row
        if role == Role.THUMBNAIL:
            return self._thumbnail(row)
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role in texts or role == Qt.ItemDataRole.ToolTipRole:
            return row_text(row, hidden=self.hide_identity)
        return None

    # How.

    def _thumbnail(self, row: Row) -> QImage | None:
        if not isinstance(row, SeriesRow):
            return None
        exact = self._thumbnails.get(shown_frame(row.series))
        # While a series grows its middle moves; the picture of before is better than none.
        return exact if exact is not None else self._latest.get(row_key(row))

    def _children(self, parent: Index | None) -> tuple[int, ...]:
        if parent is None or not parent.isValid():
            return self._top
        return self._placed[parent.internalId()].children

    def _index(self, place: int) -> QModelIndex:
        return self.createIndex(self._placed[place].number, 0, place)

    def _arrange(self) -> None:
        self.beginResetModel()
        nodes = tree_of(self._studies, self._failure_count)
        shown = filtered(nodes, self._search, hidden=self.hide_identity)
        self._placed = []
        self._top = tuple(self._place(node, -1, number) for number, node in enumerate(shown))
        self.endResetModel()

    def _place(self, node: Node, parent: int, number: int) -> int:
        place = len(self._placed)
        self._placed.append(_Placed(node.row, parent, number, ()))
        children = tuple(
            self._place(child, place, count) for count, child in enumerate(node.children)
        )
        self._placed[place] = _Placed(node.row, parent, number, children)
        return place
