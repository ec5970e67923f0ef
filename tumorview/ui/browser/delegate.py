"""How the rows of the study list are drawn."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from tumorview.domain.study import Series
from tumorview.ui.browser.model import BrowserModel, Index, Role
from tumorview.ui.browser.rows import (
    FailuresRow,
    PatientRow,
    SeriesRow,
    StudyRow,
    patient_facts,
    patient_title,
    study_facts,
    study_title,
)
from tumorview.ui.icons import icon
from tumorview.ui.series_model import (
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
_CHEVRON = 14
_CLOSE = 16
_INDENT = _CHEVRON + 4
_SERIES_INDENT = _PAD

_ELIDE = Qt.TextElideMode.ElideRight
_SELECTED, _HOVERED = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver


def close_rect(row: QRect) -> QRect:
    """Where the heading of a study, drawn in `row`, has the cross that closes it."""
    return QRect(row.right() - 2 * _PAD - _CLOSE + 4, row.top() + _PAD, _CLOSE, _CLOSE)


class RowDelegate(QStyledItemDelegate):
    """Draws headings, cards of series and the line about unreadable files.

    `current_series` is the one on screen; `pointer` is where the mouse is in the viewport.
    """

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self.current_series: Series | None = None
        self.pointer: QPoint | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: the size of one row."""
        row = index.data(Role.ROW)
        line = option.fontMetrics.height() + 1
        small = QFontMetrics(_small(option.font)).height() + 1
        match row:
            case PatientRow():
                lines = line + (small if patient_facts(row, hidden=_hides(index)) else 0)
                return QSize(0, lines + 2 * _PAD - 2)
            case StudyRow():
                return QSize(0, line + small + 2 * _PAD - 4)
            case SeriesRow():
                return QSize(0, _SERIES_HEIGHT)
        return QSize(0, _FAILURES_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = index.data(Role.ROW)
        rect: QRect = option.rect
        rect.setLeft(0)
        self._paint_card(painter, option, row)
        match row:
            case PatientRow():
                self._paint_patient(painter, rect, row, index)
            case StudyRow():
                self._paint_study(painter, option, row, index)
            case SeriesRow():
                self._paint_series(painter, rect, row, index)
            case FailuresRow():
                self._paint_failures(painter, rect, row)
        painter.restore()

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        on_screen = isinstance(row, SeriesRow) and row.series is self.current_series
        focused = bool(option.state & _SELECTED) and self._view.hasFocus()
        hovered = bool(option.state & _HOVERED)
        if not (on_screen or focused or hovered):
            return
        card = QRectF(option.rect).adjusted(_PAD, 2, -_PAD, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if on_screen or hovered:
            painter.setBrush(color("accent_soft" if on_screen else "surface_raised"))
        if focused:
            painter.setPen(color("accent"))
            card.adjust(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(card, 6, 6)

    def _paint_chevron(self, painter: QPainter, rect: QRect, left: int, index: Index) -> None:
        folded = not self._view.isExpanded(index)
        place = QRect(left, rect.top() + _PAD, _CHEVRON, _CHEVRON)
        icon("chevron_right" if folded else "chevron_down", "text_faint").paint(painter, place)

    def _paint_patient(self, painter: QPainter, rect: QRect, row: PatientRow, index: Index) -> None:
        hidden = _hides(index)
        self._paint_chevron(painter, rect, 2 * _PAD - 4, index)
        x = 2 * _PAD + _INDENT - 4
        font = QFont(painter.font())
        font.setBold(True)
        _lines(
            painter,
            QRect(x, rect.top() + _PAD - 1, rect.right() - 2 * _PAD - x, rect.height()),
            font,
            patient_title(row, hidden=hidden),
            patient_facts(row, hidden=hidden),
        )

    def _paint_study(
        self, painter: QPainter, option: QStyleOptionViewItem, row: StudyRow, index: Index
    ) -> None:
        rect = option.rect
        left = 2 * _PAD + 4
        self._paint_chevron(painter, rect, left, index)
        x = left + _INDENT
        right = rect.right() - 2 * _PAD
        focused = bool(option.state & _SELECTED) and self._view.hasFocus()
        if option.state & _HOVERED or focused:
            cross = close_rect(rect)
            under = self.pointer is not None and cross.contains(self.pointer)
            icon("close", "text" if under else "text_faint").paint(painter, cross)
            right = cross.left() - 4
        font = QFont(painter.font())
        area = QRect(x, rect.top() + _PAD - 2, right - x, rect.height())
        _lines(painter, area, font, study_title(row.study, hidden=_hides(index)), "")
        area.setRight(rect.right() - 2 * _PAD)
        small = _small(font)
        area.translate(0, QFontMetrics(font).height() + 1)
        painter.setFont(small)
        painter.setPen(color("text_muted"))
        metrics = QFontMetrics(small)
        text = metrics.elidedText(study_facts(row.study), _ELIDE, area.width())
        painter.drawText(area.left(), area.top() + metrics.ascent(), text)

    def _paint_series(self, painter: QPainter, rect: QRect, row: SeriesRow, index: Index) -> None:
        left = rect.left() + 2 * _PAD + _SERIES_INDENT
        side = QRectF(left, rect.top() + _PAD + 2, _THUMBNAIL, _THUMBNAIL)
        _paint_thumbnail(painter, side, index.data(Role.THUMBNAIL))
        x = int(left) + _PAD + _THUMBNAIL
        width = rect.right() - 2 * _PAD - x
        notices = series_notices(row.series)
        metrics = QFontMetrics(painter.font())
        small = _small(painter.font())
        small_metrics = QFontMetrics(small)
        facts = [series_facts(row.series)]
        title = two_lines(series_title(row.series, hidden=_hides(index)), metrics, width)
        if row.series.sequence and len(title) + len(facts) + bool(notices) < _MOST_LINES:
            facts.append(row.series.sequence)
        step, small_step = metrics.height(), small_metrics.height() + 2
        height = step * len(title) + small_step * (len(facts) + bool(notices))
        y = rect.center().y() - height // 2 + metrics.ascent()
        painter.setPen(color("text"))
        for line in title:
            painter.drawText(x, y, line)
            y += step
        painter.setFont(small)
        painter.setPen(color("text_muted"))
        for line in facts:
            painter.drawText(x, y, small_metrics.elidedText(line, _ELIDE, width))
            y += small_step
        if notices:
            mark = QRect(x, y - small_metrics.ascent(), 12, 12)
            icon("warning", "warning").paint(painter, mark)
            painter.setPen(color("warning"))
            painter.drawText(x + 16, y, small_metrics.elidedText(notices, _ELIDE, width - 16))

    def _paint_failures(self, painter: QPainter, rect: QRect, row: FailuresRow) -> None:
        middle = rect.center().y()
        icon("error", "danger").paint(painter, QRect(rect.left() + 2 * _PAD, middle - 8, 16, 16))
        text = rect.adjusted(2 * _PAD + 24, 0, -_PAD, 0)
        painter.setPen(color("danger"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(text, flags, failures_text(row.count))


_MOST_LINES = 4


def _hides(index: Index) -> bool:
    model = index.model()
    return isinstance(model, BrowserModel) and model.hide_identity


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(_SMALL_PX)
    return small


def _lines(painter: QPainter, area: QRect, font: QFont, first: str, second: str) -> None:
    """A line of text in `font`, and a small faint one below it."""
    painter.setFont(font)
    painter.setPen(color("text"))
    metrics = QFontMetrics(font)
    y = area.top() + metrics.ascent()
    painter.drawText(area.left(), y, metrics.elidedText(first, _ELIDE, area.width()))
    if second:
        small = _small(font)
        small.setBold(False)
        painter.setFont(small)
        painter.setPen(color("text_muted"))
        y += metrics.height() + 1
        text = QFontMetrics(small).elidedText(second, _ELIDE, area.width())
        painter.drawText(area.left(), y, text)


def _paint_thumbnail(painter: QPainter, side: QRectF, thumbnail: QImage | None) -> None:
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
