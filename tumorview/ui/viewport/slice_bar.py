"""The scroll bar of a series: where one is, and which slices have a result."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tumorview.ui.language import tr
from tumorview.ui.theme import color

WIDTH = 20
_END = 12.0
_SHORTEST_HANDLE = 24.0
_KEY_MARK = 5.0


class TickKind(IntEnum):
    """What a slice's tick says; the highest wins where several share a pixel."""

    QUIET = 1
    """Analysed; no tumour suspected, or the gate refused."""
    FAILED = 2
    FINDING = 3
    """A tumour is suspected."""


_INKS = {
    TickKind.QUIET: ("text_faint", 6.0),
    TickKind.FAILED: ("danger", 8.0),
    TickKind.FINDING: ("warning", 10.0),
}


class SliceBar(QWidget):
    """A slim upright bar; click or drag to go to a slice.

    Signals
    -------
    chosen(int)
        Slice, counted from 0.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(tr("Slices"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._index = 0
        self._count = 0
        self._ticks: dict[int, TickKind] = {}
        self._key_images: tuple[int, ...] = ()
        self._hovered = False

    def sizeHint(self) -> QSize:
        """Qt: the size it would like."""
        return QSize(WIDTH, 200)

    @property
    def ticks(self) -> Mapping[int, TickKind]:
        """Tick by slice."""
        return self._ticks

    def set_position(self, index: int, count: int) -> None:
        """Slice `index` of `count`."""
        self._index, self._count = index, count
        self.setAccessibleDescription(
            tr("Image {number} of {count}", number=index + 1, count=count) if count else ""
        )
        self.update()

    def set_ticks(self, ticks: Mapping[int, TickKind]) -> None:
        """Show these ticks, by slice."""
        self._ticks = dict(ticks)
        self.update()

    @property
    def key_images(self) -> tuple[int, ...]:
        """The slices that are marked."""
        return self._key_images

    def set_key_images(self, slices: tuple[int, ...]) -> None:
        """Mark these slices at the left of the bar."""
        self._key_images = slices
        self.update()

    def slice_at(self, y: float) -> int:
        """The slice that a click at height `y` means."""
        span = max(self.height() - 2 * _END, 1.0)
        share = min(max((y - _END) / span, 0.0), 1.0)
        return min(int(share * self._count), self._count - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("canvas"))
        if self._count < 2:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        span = self.height() - 2 * _END
        middle = self.width() / 2
        painter.setBrush(color("overlay_groove"))
        painter.drawRoundedRect(QRectF(middle - 1.5, _END, 3, span), 1.5, 1.5)
        step = span / self._count
        thickness = min(max(step - 1, 1.5), 4.0)
        # One call a kind: between two calls another thread may take Python's lock.
        for kind in sorted(set(self._ticks.values())):
            ink, length = _INKS[kind]
            painter.setBrush(color(ink))
            left, top = middle - length / 2, _END - thickness / 2
            painter.drawRects(
                [
                    QRectF(left, top + (index + 0.5) * step, length, thickness)
                    for index, one in self._ticks.items()
                    if one == kind
                ]
            )
        painter.setBrush(color("overlay_text"))
        for index in self._key_images:
            y = _END + (index + 0.5) * step
            painter.drawPolygon(
                [QPointF(0, y - _KEY_MARK), QPointF(_KEY_MARK, y), QPointF(0, y + _KEY_MARK)]
            )
        height = max(step, _SHORTEST_HANDLE)
        place = self._index / max(self._count - 1, 1) * (span - height)
        painter.setBrush(color("accent", 0.9 if self._hovered else 0.65))
        painter.drawRoundedRect(QRectF(middle - 3, _END + place, 6, height), 3, 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a button went down."""
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: the pointer moved."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def enterEvent(self, _event: QEvent) -> None:
        """Qt: the pointer came."""
        self._hovered = True
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        """Qt: the pointer went."""
        self._hovered = False
        self.update()

    def _go(self, event: QMouseEvent) -> None:
        if self._count:
            self.chosen.emit(self.slice_at(event.position().y()))
