"""The rows of the series list: a heading for each study, its series, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from tumorview.domain.study import Series, Study, StudyCatalog
from tumorview.ui.viewport.corner_text import date_text

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """Data roles of the model."""

    ROW = Qt.ItemDataRole.UserRole + 1
    THUMBNAIL = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class StudyRow:
    """Heading of a study. `identity` is left out where identity is hidden."""

    study: Study
    title: str
    subtitle: str
    identity: str


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series; `number` counts over all studies from 0, as thumbnails do."""

    study: Study
    series: Series
    number: int


@dataclass(frozen=True, slots=True)
class FailuresRow:
    """So many files could not be read."""

    count: int


Row = StudyRow | SeriesRow | FailuresRow


def series_title(series: Series) -> str:
    """Description of a series, or what can be said in its place."""
    if series.description:
        return series.description
    if series.number is not None:
        return f"Series {series.number}"
    return series.frames[0].source.path.parent.name if series.series_instance_uid is None else "—"


def series_facts(series: Series) -> str:
    """Modality and number of images."""
    count = len(series.frames)
    images = "1 image" if count == 1 else f"{count} images"
    return f"{series.modality} · {images}" if series.modality else images


def series_notices(series: Series) -> str:
    """What a reader must know of how the series hangs together and was read, or ""."""
    text = ", ".join(n.value for n in (*series.notices, *series.reading_notices))
    return text[:1].upper() + text[1:]


def rows_of(catalog: StudyCatalog) -> list[Row]:
    """Rows in the catalogue's order."""
    rows: list[Row] = []
    number = 0
    for study in catalog.studies:
        identity = study.patient.name.replace("^", " ").strip() or study.patient.patient_id
        named = study.description or "Study"
        title = named if study.study_instance_uid else "Images without a study"
        rows.append(StudyRow(study, title, date_text(study.date), identity))
        for series in study.series:
            rows.append(SeriesRow(study, series, number))
            number += 1
    if catalog.failures:
        rows.append(FailuresRow(len(catalog.failures)))
    return rows


class SeriesModel(QAbstractListModel):
    """Rows and thumbnails."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._thumbnails: dict[int, QImage] = {}
        self.hide_identity = False

    def set_catalog(self, catalog: StudyCatalog | None) -> None:
        """Show what was opened, or nothing."""
        self.beginResetModel()
        self._rows = [] if catalog is None else rows_of(catalog)
        self._thumbnails.clear()
        self.endResetModel()

    def set_hide_identity(self, hide: bool) -> None:
        """Leave names out."""
        self.hide_identity = hide
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def set_thumbnail(self, number: int, image: QImage) -> None:
        """The small picture of series `number`."""
        self._thumbnails[number] = image
        for place, row in enumerate(self._rows):
            if isinstance(row, SeriesRow) and row.number == number:
                self.dataChanged.emit(self.index(place), self.index(place), [Role.THUMBNAIL])

    def series_rows(self) -> list[tuple[int, SeriesRow]]:
        """(place, row) of every series."""
        return [(i, row) for i, row in enumerate(self._rows) if isinstance(row, SeriesRow)]

    def rowCount(self, parent: Index | None = None) -> int:
        """Qt: number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: a heading cannot be chosen."""
        if index.isValid() and isinstance(self._rows[index.row()], StudyRow):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: one value of a row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role == Role.THUMBNAIL:
            return self._thumbnails.get(row.number) if isinstance(row, SeriesRow) else None
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role in texts or role == Qt.ItemDataRole.ToolTipRole:
            return self._text(row)
        return None

    def _text(self, row: Row) -> str:
        match row:
            case StudyRow():
                parts = (row.title, row.subtitle, "" if self.hide_identity else row.identity)
            case SeriesRow():
                parts = (
                    series_title(row.series),
                    series_facts(row.series),
                    series_notices(row.series),
                )
            case FailuresRow():
                parts = (failures_text(row.count), "", "")
        return "\n".join(part for part in parts if part)


def failures_text(count: int) -> str:
    """How many files could not be read, in words."""
    return "1 file could not be read" if count == 1 else f"{count} files could not be read"
