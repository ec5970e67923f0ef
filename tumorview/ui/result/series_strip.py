"""Probability of tumour against slice: where in the series to look first."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tumorview.domain.prediction import Prediction
from tumorview.reporting.words import percent
from tumorview.ui.result.wording import EVEN, is_finding, tumor_probability
from tumorview.ui.theme import GRID, color

_HEIGHT = 8 * GRID
_INSET = 4


class SeriesStrip(QWidget):
    """One column a frame; a click or the arrow keys choose a frame.

    The dashed line is the model's threshold, or one half where it has none; columns of frames in
    which a tumour is suspected stand out. Frames without a number (not analysed, failed, refused
    by the gate) have no column, so a gap never looks like a low probability.

    Signals
    -------
    frame_chosen(index)
        Counted from 0.
    """

    frame_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[float | None] = []
        self._findings: list[bool] = []
        self._threshold = EVEN
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Probability of tumour by slice")
        self.setMouseTracking(True)

    def set_length(self, frames: int) -> None:
        """Forget everything and expect that many frames."""
        self._values = [None] * frames
        self._findings = [False] * frames
        self._threshold = EVEN
        self._current = 0
        self.update()

    def set_prediction(self, index: int, prediction: Prediction | None) -> None:
        """The answer for a frame, or None for none; an index outside the series is ignored."""
        if 0 <= index < len(self._values):
            self._values[index] = None if prediction is None else tumor_probability(prediction)
            self._findings[index] = prediction is not None and is_finding(prediction)
            if prediction is not None and prediction.decision is not None:
                self._threshold = prediction.decision.threshold
            self.update()

    def set_current(self, index: int) -> None:
        """Mark the frame that is on screen."""
        if index != self._current:
            self._current = index
            self.update()

    @property
    def values(self) -> tuple[float | None, ...]:
        """Probability of tumour of each frame, None where there is no number."""
        return tuple(self._values)

    @property
    def findings(self) -> tuple[bool, ...]:
        """Whether each frame's column stands out."""
        return tuple(self._findings)

    @property
    def threshold(self) -> float:
        """Where the dashed line is, in 0..1."""
        return self._threshold

    @property
    def has_values(self) -> bool:
        """True when at least two frames have a number: one alone is no curve."""
        return sum(v is not None for v in self._values) > 1

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(30 * GRID, _HEIGHT)

    def frame_at(self, x: float) -> int:
        """Index of the frame whose column is at that place, in px from the left."""
        last = len(self._values) - 1
        return max(0, min(last, int((x - _INSET) / self._column_width())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a frame."""
        if event.button() is Qt.MouseButton.LeftButton and self._values:
            self.frame_chosen.emit(self.frame_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose frames while dragging; otherwise say what is under the pointer."""
        if not self._values:
            return
        index = self.frame_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.frame_chosen.emit(index)
            return
        value = self._values[index]
        said = "no result" if value is None else f"tumour {percent(value)}"
        self.setToolTip(f"Image {index + 1}: {said}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbours."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        index = self._current + step
        if step and 0 <= index < len(self._values):
            self.frame_chosen.emit(index)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame, the threshold, the columns and the marker."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = color("accent") if self.hasFocus() else color("border")
        painter.setPen(QPen(border, 1))
        painter.setBrush(color("window"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        area = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.setPen(QPen(color("border"), 1, Qt.PenStyle.DashLine))
        level = round(area.bottom() - area.height() * self._threshold) + 0.5
        painter.drawLine(QPointF(area.left(), level), QPointF(area.right(), level))
        painter.setPen(Qt.PenStyle.NoPen)
        # One call a colour: between two calls another thread may take Python's lock.
        for ink, found in (("text_disabled", False), ("accent", True)):
            painter.setBrush(color(ink))
            painter.drawRects(self._columns(area, found=found))
        if self._values:
            x = area.left() + (self._current + 0.5) * self._column_width()
            painter.setPen(QPen(color("text"), 1))
            painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))
        painter.end()

    def _columns(self, area: QRectF, *, found: bool) -> list[QRectF]:
        """The columns of frames in which a tumour is suspected, or the others."""
        width = self._column_width()
        gap = 1.0 if width >= 4 else 0.0
        left, bottom, full = area.left(), area.bottom(), area.height()
        return [
            QRectF(left + index * width, bottom - height, width - gap, height)
            for index, value in enumerate(self._values)
            if value is not None and self._findings[index] == found
            for height in (max(2.0, full * value),)
        ]

    def _column_width(self) -> float:
        return max(0.001, (self.width() - 2 * _INSET) / max(1, len(self._values)))
