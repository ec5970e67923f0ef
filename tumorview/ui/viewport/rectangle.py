"""The rectangle that is drawn to set the window: which pixels lie in it, and how it looks."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from tumorview.domain.region import PixelRegion
from tumorview.ui.theme import color
from tumorview.ui.viewport.camera import ImageShape, Placement


def region_between(
    placement: Placement, shape: ImageShape, first: QPointF, second: QPointF
) -> PixelRegion | None:
    """The pixels whose centre lies between two corners in the viewport, in every orientation.

    A rectangle so small that it holds no centre stands for the pixel that its middle lies in. None
    when it holds nothing of the image.
    """
    column_a, row_a = placement.to_image(first.x(), first.y())
    column_b, row_b = placement.to_image(second.x(), second.y())
    columns = _span(column_a, column_b, shape.columns)
    rows = _span(row_a, row_b, shape.rows)
    if columns is None or rows is None:
        return None
    return PixelRegion(rows[0], columns[0], rows[1], columns[1])


def draw_rectangle(painter: QPainter, first: QPointF, second: QPointF) -> None:
    """Draw the rectangle while it is dragged."""
    box = QRectF(first, second).normalized()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color("overlay_shadow", 0.85), 3.0))
    painter.drawRect(box)
    painter.setPen(QPen(color("overlay_text"), 1.0, Qt.PenStyle.DashLine))
    painter.drawRect(box)


def _span(first: float, second: float, side: int) -> tuple[int, int] | None:
    low, high = min(first, second), max(first, second)
    # Pixel k covers k to k + 1.
    begin, end = math.ceil(low - 0.5), math.floor(high - 0.5) + 1
    if begin >= end:
        begin = math.floor((low + high) / 2)
        end = begin + 1
    begin, end = max(begin, 0), min(end, side)
    return (begin, end) if begin < end else None
