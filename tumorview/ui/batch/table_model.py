"""The results of a scan as a table that can be sorted and filtered while it grows.

A QSortFilterProxyModel would call back into Python for every comparison; 100 000 rows are sorted
here by one list sort.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tumorview.domain.events import ItemDone, ItemFailed
from tumorview.domain.source import SourceRef
from tumorview.reporting.cautions import CAUTION_TEXTS, refusal
from tumorview.reporting.words import decision_title, percent, set_names
from tumorview.ui.language import local
from tumorview.ui.result.wording import spoken
from tumorview.ui.theme import color

_Index = QModelIndex | QPersistentModelIndex


class RowState(StrEnum):
    """What became of a frame, as the table says it."""

    DONE = "Done"
    REFUSED = "No answer"
    FAILED = "Failed"


@dataclass(frozen=True, slots=True)
class ScanRow:
    """One line; heatmaps are left behind, so that a long scan does not fill the memory."""

    source: SourceRef
    file: str
    modality: str
    state: RowState
    reason: str = ""
    decision: str = ""
    predicted: str = ""
    probability: float | None = None
    left_open: str = ""
    evidence: str = ""
    cautions: str = ""


def row_of(event: ItemDone | ItemFailed, folder: Path) -> ScanRow:
    """The line of one event; `file` is as seen from `folder`."""
    item = event.item
    path = item.source.path
    relative = path.relative_to(folder) if path.is_relative_to(folder) else path
    file = os.fsencode(relative).decode("utf-8", "replace")
    if isinstance(event, ItemFailed):
        reason = spoken(event.error, with_path=False)
        return ScanRow(item.source, file, item.modality, RowState.FAILED, reason)
    answer = event.prediction
    cautions = ", ".join(local(CAUTION_TEXTS[c].title) for c in answer.cautions)
    if answer.gate_refused:
        reason = local(refusal(answer, item.modality).title)
        return ScanRow(
            item.source, file, item.modality, RowState.REFUSED, reason, cautions=cautions
        )
    best = answer.probabilities
    return ScanRow(
        item.source,
        file,
        item.modality,
        RowState.DONE,
        decision="" if answer.decision is None else local(decision_title(answer.decision)),
        predicted=local(best.predicted.name),
        probability=best.top,
        left_open=local(set_names(answer)) if len(answer.prediction_set) > 1 else "",
        evidence=local(answer.evidence),
        cautions=cautions,
    )


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: heading, width in px, what the cell says, what it is sorted by.

    An optional column is only shown once a row says something in it: most models do not fill it.
    """

    heading: str
    width: int
    text: Callable[[ScanRow], str]
    key: Callable[[ScanRow], Any]
    is_number: bool = False
    is_optional: bool = False


COLUMNS: tuple[TableColumn, ...] = (
    TableColumn("File", 224, lambda r: r.file, lambda r: r.file.casefold()),
    TableColumn(
        "Frame",
        56,
        lambda r: str(r.source.frame_number),
        lambda r: r.source.frame_number,
        is_number=True,
    ),
    TableColumn("Modality", 72, lambda r: r.modality, lambda r: r.modality),
    TableColumn("Decision", 176, lambda r: r.decision, lambda r: r.decision, is_optional=True),
    TableColumn("Predicted", 128, lambda r: r.predicted, lambda r: r.predicted),
    TableColumn(
        "Probability",
        88,
        lambda r: "" if r.probability is None else percent(r.probability),
        lambda r: -1.0 if r.probability is None else r.probability,
        is_number=True,
    ),
    TableColumn("Left open", 200, lambda r: r.left_open, lambda r: r.left_open, is_optional=True),
    TableColumn("Evidence", 160, lambda r: r.evidence, lambda r: r.evidence, is_optional=True),
    TableColumn("Cautions", 160, lambda r: r.cautions, lambda r: r.cautions),
    TableColumn("Status", 88, lambda r: local(r.state), lambda r: local(r.state)),
    TableColumn("Reason", 200, lambda r: r.reason, lambda r: r.reason),
)
STATUS_COLUMN = next(i for i, c in enumerate(COLUMNS) if c.heading == "Status")

_INK = {RowState.DONE: "text_muted", RowState.REFUSED: "warning", RowState.FAILED: "danger"}


class ScanTableModel(QAbstractTableModel):
    """Rows in the scan's order, or sorted by a column; all of them, or those of one state."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ScanRow] = []
        # Indices into `_rows` of the lines that the filter lets through, in ascending order of
        # the sort key; shown from the end when `_descending`.
        self._shown: list[int] = []
        self._keys: list[Any] = []
        self._counts = dict.fromkeys(RowState, 0)
        self._silent = _optional_columns()
        self._state: RowState | None = None
        self._column: int | None = None
        self._descending = False

    # What the owner does.

    def clear(self) -> None:
        """Forget every row; filter and sorting stay."""
        self.beginResetModel()
        self._rows.clear()
        self._shown.clear()
        self._keys.clear()
        self._counts = dict.fromkeys(RowState, 0)
        self._silent = _optional_columns()
        self.endResetModel()

    def append(self, rows: Iterable[ScanRow]) -> None:
        """Add rows where the sorting wants them."""
        added = []
        for row in rows:
            self._rows.append(row)
            self._counts[row.state] += 1
            self._silent = {i for i in self._silent if not COLUMNS[i].text(row)}
            if self._accepts(row):
                added.append(len(self._rows) - 1)
        if not added:
            return
        if self._column is None:
            self.beginInsertRows(QModelIndex(), len(self._shown), len(self._shown) + len(added) - 1)
            self._shown.extend(added)
            self.endInsertRows()
        else:
            for index in added:
                self._insert_sorted(index, COLUMNS[self._column].key(self._rows[index]))

    def set_filter(self, state: RowState | None) -> None:
        """Show the rows of one state, or all."""
        self._state = state
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def row(self, line: int) -> ScanRow:
        """The row that is shown in that line."""
        return self._rows[self._shown[self._place(line)]]

    def counts(self) -> dict[RowState, int]:
        """Number of rows of each state, shown or not."""
        return dict(self._counts)

    def silent_columns(self) -> frozenset[int]:
        """Optional columns in which no row has said anything yet."""
        return frozenset(self._silent)

    # What the view asks.

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Lines that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Columns of `COLUMNS`."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, alignment, colour and tool tip of a cell."""
        if not index.isValid():
            return None
        column = COLUMNS[index.column()]
        row = self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.text(row) or None
        if role == Qt.ItemDataRole.TextAlignmentRole and column.is_number:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == STATUS_COLUMN:
            return color(_INK[row.state])
        return None

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
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 for the scan's own order."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(i.column(), self._shown[self._place(i.row())]) for i in before]
        self._column = column if column >= 0 else None
        self._descending = order is Qt.SortOrder.DescendingOrder and self._column is not None
        self._arrange()
        place_of = {row: place for place, row in enumerate(self._shown)} if held else {}
        after = [self.index(self._place(place_of[row]), col) for col, row in held]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _accepts(self, row: ScanRow) -> bool:
        return self._state is None or row.state is self._state

    def _place(self, line: int) -> int:
        """Line on screen to position in `_shown`; its own inverse."""
        return len(self._shown) - 1 - line if self._descending else line

    def _arrange(self) -> None:
        shown = [i for i, row in enumerate(self._rows) if self._accepts(row)]
        if self._column is None:
            self._shown, self._keys = shown, []
            return
        key = COLUMNS[self._column].key
        pairs = sorted(((key(self._rows[i]), i) for i in shown), key=lambda pair: pair[0])
        self._keys = [k for k, _ in pairs]
        self._shown = [i for _, i in pairs]

    def _insert_sorted(self, index: int, key: Any) -> None:
        place = bisect_right(self._keys, key)
        line = len(self._shown) - place if self._descending else place
        self.beginInsertRows(QModelIndex(), line, line)
        self._keys.insert(place, key)
        self._shown.insert(place, index)
        self.endInsertRows()


def _optional_columns() -> set[int]:
    return {index for index, column in enumerate(COLUMNS) if column.is_optional}


def rows_of(events: Sequence[ItemDone | ItemFailed], folder: Path) -> list[ScanRow]:
    """The lines of several events."""
    return [row_of(event, folder) for event in events]
