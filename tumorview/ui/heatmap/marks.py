"""What goes with a heatmap on the image: its colour scale and the line at its threshold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from tumorview.domain.arrays import Float32Array
from tumorview.reporting.colormaps import apply_color_map
from tumorview.ui.language import tr
from tumorview.ui.qimage import to_qimage
from tumorview.ui.theme import color
from tumorview.ui.viewport.camera import Placement
from tumorview.ui.viewport.canvas import transform_of

SCALE_LEFT = 44.0
"""Right of the orientation letter, in px from the left edge."""
SCALE_WIDTH = 12.0
_SCALE_SHARE = 0.36
_TALLEST, _SHORTEST = 220.0, 60.0
_SHORT, _BELOW = 380.0, 28.0
_PADDING = 8.0
_RIM = ((1, 1), (-1, 1), (1, -1), (-1, -1))
"""Steps of the dark copies of the words, which may lie on white bone."""


@dataclass(frozen=True, slots=True)
class HeatMarks:
    """Scale and contour of the heatmap in a picture.

    `contour` is in image coordinates, in which pixel k covers k .. k + 1; None without one.
    """

    color_map: str
    threshold: float
    contour: QPainterPath | None = None


def path_of(lines: Float32Array) -> QPainterPath:
    """float32[n, 2, 2] pieces of lines as one path."""
    path = QPainterPath()
    for (x0, y0), (x1, y1) in lines.tolist():
        path.moveTo(x0, y0)
        path.lineTo(x1, y1)
    return path


def draw_heat_marks(
    painter: QPainter, marks: HeatMarks, placement: Placement, area: QRectF
) -> None:
    """Draw them over the picture that lies at `placement` in the viewport rectangle `area`."""
    if marks.contour is not None:
        draw_contour(painter, marks.contour, placement)
    draw_scale(painter, marks, area)


def draw_contour(painter: QPainter, contour: QPainterPath, placement: Placement) -> None:
    """A light line with a dark rim, so that it stands out from whatever lies below it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(transform_of(placement))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, width in (("overlay_shadow", 3.0), ("overlay_text", 1.0)):
        pen = QPen(color(ink), width)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawPath(contour)
    painter.restore()


def scale_box(area: QRectF) -> QRectF:
    """Where the colours of the scale are in the viewport."""
    height = min(_TALLEST, max(_SHORTEST, area.height() * _SCALE_SHARE))
    top = area.center().y() - height / 2
    if area.height() < _SHORT:  # the legend needs the room above
        top = area.bottom() - height - _BELOW
    return QRectF(area.left() + SCALE_LEFT, round(top), SCALE_WIDTH, round(height))


def scale_labels(threshold: float, line: float) -> tuple[tuple[float, str], ...]:
    """(place in 0..1, words) beside the scale, a line of words taking the share `line` of it.

    What is so near to the threshold that words would lie on words is left out.
    """
    ends = ((1.0, tr("1 strong")), (0.5, "0.5"), (0.0, tr("0 none")))
    if threshold <= 0.0:
        return ends
    kept = tuple(one for one in ends if abs(one[0] - threshold) > line)
    return (*kept, (threshold, tr("{value:.2f} threshold", value=threshold)))


def draw_scale(painter: QPainter, marks: HeatMarks, area: QRectF) -> None:
    """The colours from 0 at the bottom to 1; what is below the threshold is left empty."""
    painter.save()
    metrics = QFontMetricsF(painter.font())
    box = scale_box(area)
    labels = scale_labels(marks.threshold, metrics.height() / box.height())
    widest = max(metrics.horizontalAdvance(text) for _, text in labels)
    half = metrics.height() / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    drawn = QRectF(box)
    drawn.setHeight(round(box.height() * (1.0 - marks.threshold)))
    if drawn.height() > 0:
        steps = np.linspace(1.0, marks.threshold, int(drawn.height()), dtype=np.float32)
        painter.drawImage(drawn, to_qimage(apply_color_map(steps[:, np.newaxis], marks.color_map)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color("overlay_text"), 1))
    painter.drawRect(box.adjusted(-1, -1, 0, 0))
    left = box.right() + _PADDING
    for place, text in labels:
        y = box.bottom() - box.height() * place
        painter.setPen(QPen(color("overlay_text"), 1))
        painter.drawLine(int(box.right()), int(y), int(box.right()) + 4, int(y))
        line = QRectF(left, y - half, widest + 1, 2 * half)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(color("overlay_shadow", 0.85))
        for across, down in _RIM:
            painter.drawText(line.translated(across, down), flags, text)
        painter.setPen(color("overlay_text"))
        painter.drawText(line, flags, text)
    painter.restore()
