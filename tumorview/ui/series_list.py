"""The list of series at the left of the window."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tumorview.domain.study import Series, Study, StudyCatalog
from tumorview.ui.icons import icon
from tumorview.ui.messages import ThumbnailReady
from tumorview.ui.series_model import (
    FailuresRow,
    Index,
    Role,
    SeriesModel,
    SeriesRow,
    StudyRow,
    failures_text,
    series_facts,
    series_notices,
    series_title,
)
from tumorview.ui.theme import GRID, color

_THUMBNAIL = 56
_PAD = GRID
_SERIES_HEIGHT = _THUMBNAIL + 2 * _PAD + 4
_FAILURES_HEIGHT = 44
_SMALL_PX = 11


class _RowDelegate(QStyledItemDelegate):
    """Draws headings, series cards and the line about unreadable files."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: the size of one row."""
        row = index.data(Role.ROW)
        if isinstance(row, StudyRow):
            lines = 1 + bool(self._identity(row, index)) + bool(row.subtitle)
            return QSize(0, 2 * _PAD + lines * (option.fontMetrics.height() + 1))
        return QSize(0, _FAILURES_HEIGHT if isinstance(row, FailuresRow) else _SERIES_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = index.data(Role.ROW)
        if isinstance(row, StudyRow):
            self._paint_study(painter, option.rect, row, self._identity(row, index))
        else:
            self._paint_card(painter, option)
            if isinstance(row, SeriesRow):
                self._paint_series(painter, option.rect, row, index.data(Role.THUMBNAIL))
            elif isinstance(row, FailuresRow):
                self._paint_failures(painter, option.rect, row)
        painter.restore()

    def _identity(self, row: StudyRow, index: Index) -> str:
        model = index.model()
        hidden = isinstance(model, SeriesModel) and model.hide_identity
        return "" if hidden else row.identity

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (selected or hovered):
            return
        card = QRectF(option.rect).adjusted(_PAD, 2, -_PAD, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent_soft" if selected else "surface_raised"))
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(color("accent"))
            card.adjust(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(card, 6, 6)

    def _paint_study(self, painter: QPainter, rect: QRect, row: StudyRow, identity: str) -> None:
        x, width = rect.left() + 2 * _PAD, rect.width() - 4 * _PAD
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        y = rect.top() + _PAD + metrics.ascent()
        painter.setPen(color("text"))
        first = identity or row.title
        painter.drawText(x, y, metrics.elidedText(first, Qt.TextElideMode.ElideRight, width))
        font.setBold(False)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        painter.setPen(color("text_muted"))
        for line in (row.title if identity else "", row.subtitle):
            if line:
                y += metrics.height() + 1
                painter.drawText(x, y, metrics.elidedText(line, Qt.TextElideMode.ElideRight, width))

    def _paint_series(
        self, painter: QPainter, rect: QRect, row: SeriesRow, thumbnail: QImage | None
    ) -> None:
        side = QRectF(rect.left() + 2 * _PAD, rect.top() + _PAD + 2, _THUMBNAIL, _THUMBNAIL)
        frame = QPainterPath()
        frame.addRoundedRect(side, 4, 4)
        painter.save()
        painter.setClipPath(frame)
        painter.fillRect(side, color("canvas"))
        if thumbnail is not None:
            shown = thumbnail.size().scaled(
                QSize(_THUMBNAIL, _THUMBNAIL), Qt.AspectRatioMode.KeepAspectRatio
            )
            target = QRectF(0, 0, shown.width(), shown.height())
            target.moveCenter(side.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, thumbnail)
        else:
            icon("image", "text_disabled").paint(painter, side.adjusted(16, 16, -16, -16).toRect())
        painter.restore()

        x = rect.left() + 3 * _PAD + _THUMBNAIL
        width = rect.right() - 2 * _PAD - x
        notices = series_notices(row.series)
        metrics = QFontMetrics(painter.font())
        small = painter.font()
        small.setPixelSize(_SMALL_PX)
        small_metrics = QFontMetrics(small)
        title = two_lines(series_title(row.series), metrics, width)
        step, small_step = metrics.height(), small_metrics.height() + 2
        height = step * len(title) + small_step * (2 if notices else 1)
        y = rect.center().y() - height // 2 + metrics.ascent()
        painter.setPen(color("text"))
        for line in title:
            painter.drawText(x, y, line)
            y += step
        painter.setFont(small)
        painter.setPen(color("text_muted"))
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(x, y, small_metrics.elidedText(series_facts(row.series), elide, width))
        if notices:
            y += small_step
            mark = QRect(x, y - small_metrics.ascent(), 12, 12)
            icon("warning", "warning").paint(painter, mark)
            painter.setPen(color("warning"))
            painter.drawText(x + 16, y, small_metrics.elidedText(notices, elide, width - 16))

    def _paint_failures(self, painter: QPainter, rect: QRect, row: FailuresRow) -> None:
        middle = rect.center().y()
        icon("error", "danger").paint(painter, QRect(rect.left() + 2 * _PAD, middle - 8, 16, 16))
        text = rect.adjusted(2 * _PAD + 24, 0, -_PAD, 0)
        painter.setPen(color("danger"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(text, flags, failures_text(row.count))


def two_lines(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """`text` broken between words into at most two lines; what does not fit is elided.

    Descriptions of one study often differ only in their last words.
    """
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    words = text.split(" ")
    first = ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    if not first:
        return [metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width)]
    return [first, metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideMiddle, width)]


class SeriesList(QListView):
    """Studies and their series.

    Signals
    -------
    series_chosen(object, object)
        Study and series.
    failures_chosen()
        The line about unreadable files.
    """

    series_chosen = Signal(object, object)
    failures_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SeriesModel()
        self.setModel(self._model)
        self.setItemDelegate(_RowDelegate(self))
        self.setAccessibleName("Series")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        # The arrow keys belong to the slices wherever the focus is.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(self._on_clicked)

    @property
    def rows(self) -> SeriesModel:
        """The model."""
        return self._model

    def set_catalog(self, catalog: StudyCatalog | None) -> None:
        """Show what was opened, or nothing."""
        self._model.set_catalog(catalog)

    def show_thumbnail(self, ready: ThumbnailReady) -> None:
        """A small picture has been drawn."""
        self._model.set_thumbnail(ready.number, ready.image)

    def set_hide_identity(self, hide: bool) -> None:
        """Leave names out."""
        self._model.set_hide_identity(hide)
        self.doItemsLayout()

    def mark_current(self, series: Series | None) -> None:
        """Show which series is being read."""
        selection = self.selectionModel()
        selection.clearSelection()
        for place, row in self._model.series_rows():
            if row.series is series:
                index = self._model.index(place)
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                self.scrollTo(index)

    def neighbour(self, series: Series, step: int) -> tuple[Study, Series] | None:
        """The series `step` places further, or None beyond the ends."""
        rows = [row for _, row in self._model.series_rows()]
        here = next((i for i, row in enumerate(rows) if row.series is series), None)
        if here is None or not 0 <= here + step < len(rows):
            return None
        return rows[here + step].study, rows[here + step].series

    def row_center(self, place: int) -> QPoint:
        """Middle of a row in viewport coordinates."""
        return self.visualRect(self._model.index(place)).center()

    def _on_clicked(self, index: Index) -> None:
        row = index.data(Role.ROW)
        if isinstance(row, SeriesRow):
            self.series_chosen.emit(row.study, row.series)
        elif isinstance(row, FailuresRow):
            self.failures_chosen.emit()
