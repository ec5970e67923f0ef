"""Probability of tumour against image: where in the series to look first."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from tumorview.domain.prediction import Prediction
from tumorview.domain.series_answer import SliceAnswer, SliceState
from tumorview.inference.pooling import pool_series, slice_answer
from tumorview.reporting.series_words import best_words, left_out_words, series_title
from tumorview.reporting.words import percent
from tumorview.ui.language import local, tr, tr_noop
from tumorview.ui.result.wording import EVEN
from tumorview.ui.theme import GRID, color

_HEIGHT = 16 * GRID
LEFT, RIGHT = 46, 6
"""Room at the sides of the columns: figures of the probability, and half a marker."""
_TOP, _LANE, _BOTTOM = 14, 10, 20
"""Room above for the marker of the highest, below for what has no number, and for figures."""
_MARK = 5.0
_NARROWEST_BOX = 5.0
_STATE_WORDS = {
    SliceState.WAITING: tr_noop("not analysed"),
    SliceState.REFUSED: tr_noop("refused by the model, no number"),
    SliceState.FAILED: tr_noop("failed"),
}


class SeriesStrip(QWidget):
    """One column an image; a click or the keys choose an image.

    The dashed line is the model's threshold, or one half where it has none; columns of images in
    which a tumour is suspected stand out. Images without a number have no column, so that a gap
    never looks like a low probability: below the line, refused ones have an empty box and failed
    ones a crossed one. A triangle points at the highest probability.

    Signals
    -------
    frame_chosen(index)
        Counted from 0.
    changed()
        The answer for an image came or went.
    """

    frame_chosen = Signal(int)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slices: list[SliceAnswer] = []
        self._tried = 0
        self._threshold = EVEN
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Probability of tumour by image"))
        self.setMouseTracking(True)

    def set_length(self, frames: int) -> None:
        """Forget everything and expect that many images."""
        self._slices = [SliceAnswer()] * frames
        self._tried = 0
        self._threshold = EVEN
        self._current = 0
        self._changed()

    def set_prediction(self, index: int, prediction: Prediction | None) -> None:
        """The answer for an image, or None for none; an index outside the series is ignored."""
        if prediction is not None and prediction.decision is not None:
            self._threshold = prediction.decision.threshold
        self._set(index, SliceAnswer() if prediction is None else slice_answer(prediction))

    def set_failed(self, index: int) -> None:
        """An image could not be analysed; an index outside the series is ignored."""
        self._set(index, SliceAnswer(SliceState.FAILED))

    def set_current(self, index: int) -> None:
        """Mark the image that is on screen."""
        if index != self._current:
            self._current = index
            self.update()

    @property
    def slices(self) -> tuple[SliceAnswer, ...]:
        """What is known of each image."""
        return tuple(self._slices)

    @property
    def values(self) -> tuple[float | None, ...]:
        """Probability of tumour of each image, None where there is no number."""
        return tuple(one.tumor_probability for one in self._slices)

    @property
    def findings(self) -> tuple[bool, ...]:
        """Whether each image's column stands out."""
        return tuple(one.suspected for one in self._slices)

    @property
    def threshold(self) -> float:
        """Where the dashed line is, in 0..1."""
        return self._threshold

    @property
    def has_values(self) -> bool:
        """True when at least two images have a number: one alone is no curve."""
        return sum(value is not None for value in self.values) > 1

    @property
    def has_numbers(self) -> bool:
        """True when an image has a number."""
        return any(value is not None for value in self.values)

    @property
    def has_answers(self) -> bool:
        """True when at least two images were tried, whatever came of it."""
        return self._tried > 1

    @property
    def best(self) -> int | None:
        """The image with the highest probability, the first of several; None without numbers."""
        return pool_series(self._slices).best

    def choose_best(self) -> None:
        """Choose the image with the highest probability; nothing without numbers."""
        best = self.best
        if best is not None:
            self.frame_chosen.emit(best)

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(30 * GRID, _HEIGHT)

    def frame_at(self, x: float) -> int:
        """Index of the image whose column is at that place, in px from the left."""
        last = len(self._slices) - 1
        return max(0, min(last, int((x - LEFT) / self._column_width())))

    def column_middle(self, index: int) -> float:
        """Where the middle of an image's column is, in px from the left; undoes `frame_at`."""
        return LEFT + (index + 0.5) * self._column_width()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose an image."""
        if event.button() is Qt.MouseButton.LeftButton and self._slices:
            self.frame_chosen.emit(self.frame_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose images while dragging; otherwise say what is under the pointer."""
        if not self._slices:
            return
        index = self.frame_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.frame_chosen.emit(index)
            return
        one = self._slices[index]
        said = local(_STATE_WORDS.get(one.state, ""))
        if one.tumor_probability is not None:
            said = tr("tumour {probability}", probability=percent(one.tumor_probability))
        self.setToolTip(tr("Image {number}: {said}", number=index + 1, said=said))

    def event(self, event: QEvent) -> bool:
        """Qt: keep the key of the highest probability from the window while focused."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_B
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbours, B the highest probability."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        index = self._current + step
        if event.key() == Qt.Key.Key_B:
            self.choose_best()
        elif step and 0 <= index < len(self._slices):
            self.frame_chosen.emit(index)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw axes, threshold, columns, boxes and markers."""
        painter = QPainter(self)
        area = self._area()
        painter.setPen(QPen(color("accent" if self.hasFocus() else "border"), 1))
        painter.setBrush(color("window"))
        painter.drawRect(area.adjusted(-1, -1, 0, _LANE))
        self._draw_figures(painter, area)
        level = round(area.bottom() - area.height() * self._threshold) + 0.5
        painter.setPen(Qt.PenStyle.NoPen)
        # One call a colour: between two calls another thread may take Python's lock.
        for ink, found in (("text_disabled", False), ("accent", True)):
            painter.setBrush(color(ink))
            painter.drawRects(self._columns(area, found=found))
        painter.setPen(QPen(color("text_faint"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), level), QPointF(area.right(), level))
        painter.setPen(QPen(color("text_muted"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects(self.boxes(SliceState.REFUSED))
        crossed = self.boxes(SliceState.FAILED)
        painter.drawRects(crossed)
        painter.drawLines([line for box in crossed for line in _cross(box)])
        self._draw_markers(painter, area)

    def boxes(self, state: SliceState) -> list[QRectF]:
        """The boxes of images without a number, one for neighbours of the same state."""
        top = self._area().bottom() + 2
        width, boxes = self._column_width(), []
        for first, last in self._runs(state):
            left = LEFT + first * width
            wide = max((last - first + 1) * width - 1, _NARROWEST_BOX)
            boxes.append(QRectF(round(left) + 0.5, round(top) + 0.5, round(wide), _LANE - 5))
        return boxes

    def _runs(self, state: SliceState) -> Iterator[tuple[int, int]]:
        first: int | None = None
        for index, one in enumerate([*self._slices, SliceAnswer()]):
            if one.state is state and first is None and index < len(self._slices):
                first = index
            elif first is not None and (one.state is not state or index == len(self._slices)):
                yield first, index - 1
                first = None

    def _draw_figures(self, painter: QPainter, area: QRectF) -> None:
        font = QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(color("text_faint"))
        half = QFontMetricsF(font).height() / 2
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for share in self._shares(area.height(), 2 * half):
            y = area.bottom() - area.height() * share
            text = f"{round(share * 100)} %"
            painter.drawText(QRectF(0, y - half, LEFT - 6, 2 * half), right, text)
        below = QRectF(area.left(), self.height() - 2 * half, area.width(), 2 * half)
        if self._slices:
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, "1")
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, tr("image"))
            painter.drawText(below, Qt.AlignmentFlag.AlignRight, str(len(self._slices)))

    def _shares(self, height: float, line: float) -> list[float]:
        """Probabilities with a figure: the ends, and the threshold; none lies on another."""
        ends = [end for end in (0.0, 1.0) if abs(end - self._threshold) * height >= line]
        return [*ends, self._threshold]

    def _draw_markers(self, painter: QPainter, area: QRectF) -> None:
        if not self._slices:
            return
        x = self.column_middle(self._current)
        painter.setPen(QPen(color("text"), 1))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom() + _LANE))
        best = self.best
        if best is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("warning"))
        middle, tip = self.column_middle(best), area.top() - 2
        corners = ((-_MARK, -1.6 * _MARK), (_MARK, -1.6 * _MARK), (0.0, 0.0))
        painter.drawPolygon(QPolygonF([QPointF(middle + dx, tip + dy) for dx, dy in corners]))

    def _columns(self, area: QRectF, *, found: bool) -> list[QRectF]:
        """The columns of images in which a tumour is suspected, or the others."""
        width = self._column_width()
        gap = 1.0 if width >= 4 else 0.0
        left, bottom, full = area.left(), area.bottom(), area.height()
        return [
            QRectF(left + index * width, bottom - height, width - gap, height)
            for index, one in enumerate(self._slices)
            if one.tumor_probability is not None and one.suspected == found
            for height in (max(2.0, full * one.tumor_probability),)
        ]

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(LEFT, _TOP, -RIGHT, -_BOTTOM - _LANE)

    def _column_width(self) -> float:
        return max(0.001, (self.width() - LEFT - RIGHT) / max(1, len(self._slices)))

    def _set(self, index: int, answer: SliceAnswer) -> None:
        if 0 <= index < len(self._slices):
            self._tried += _is_tried(answer) - _is_tried(self._slices[index])
            self._slices[index] = answer
            self._changed()

    def _changed(self) -> None:
        self.update()
        self.changed.emit()

    def describe(self) -> None:
        """Say in words, for screen readers, what is drawn."""
        answer = pool_series(self._slices)
        best = None if answer.best is None else self._slices[answer.best].tumor_probability
        title = tr("{title}.", title=local(series_title(answer)))
        parts = (title, local(best_words(answer, best)), local(left_out_words(answer)))
        self.setAccessibleDescription(" ".join(part for part in parts if part))


def _is_tried(answer: SliceAnswer) -> bool:
    return answer.state is not SliceState.WAITING


def _cross(box: QRectF) -> tuple[QLineF, QLineF]:
    return QLineF(box.topLeft(), box.bottomRight()), QLineF(box.bottomLeft(), box.topRight())
