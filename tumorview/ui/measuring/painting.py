"""Draws marks over the image: lines, handles and labels that stay upright."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from tumorview.domain.marks import Mark, MarkKind
from tumorview.ui.measuring import shapes
from tumorview.ui.measuring.sketch import Sketch, handles
from tumorview.ui.theme import color
from tumorview.ui.viewport.camera import Placement

HANDLE = 4.0
"""Half a side of a handle."""

_GAP = 10.0
_PADDING = 3.0
_EDGE = 4.0


def draw_marks(
    painter: QPainter,
    placement: Placement,
    labelled: Sequence[tuple[Mark, Sequence[str]]],
    selected: str,
) -> dict[str, QRectF]:
    """Draw marks and the lines of their labels; `selected` is the uid of one with handles.

    Returns where each label stands in the viewport, by uid; empty without lines.
    """
    # Labels above all lines, so that they can be read; the selected mark on top.
    ordered = sorted(labelled, key=lambda one: one[0].uid == selected)
    for mark, _lines in ordered:
        _draw_mark(painter, mark, placement, selected=mark.uid == selected)
    covered = {mark.uid: _covered(mark, placement) for mark, _ in ordered if mark.is_region}
    boxes: dict[str, QRectF] = {}
    for mark, lines in ordered:
        others = [box for uid, box in covered.items() if uid != mark.uid]
        box = _label_box(painter, mark, placement, lines, [*boxes.values(), *others])
        boxes[mark.uid] = box
        if lines:
            _draw_label(painter, box, lines, selected=mark.uid == selected)
    return boxes


def _draw_mark(painter: QPainter, mark: Mark, placement: Placement, *, selected: bool) -> None:
    """Draw the lines of one mark, and its handles where it is selected."""
    ink = _ink(selected)
    _draw_lines(painter, shapes.lines(mark, placement), ink)
    _draw_lines(painter, shapes.helper_lines(mark, placement), ink, dashed=True)
    for x, y in shapes.in_view(handles(mark), placement) if selected else ():
        _draw_handle(painter, QPointF(x, y), ink)


def _draw_label(painter: QPainter, box: QRectF, lines: Sequence[str], *, selected: bool) -> None:
    """Draw the label of a mark into the place that `_label_box` found for it."""
    metrics = QFontMetricsF(painter.font())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("overlay_shadow", 0.6))
    painter.drawRoundedRect(box, _PADDING, _PADDING)
    painter.setPen(color(_ink(selected)))
    baseline = box.top() + _PADDING + metrics.ascent()
    for line in lines:
        painter.drawText(QPointF(box.left() + _PADDING, baseline), line)
        baseline += metrics.height()


def _covered(region: Mark, placement: Placement) -> QRectF:
    """The box around a region, which no label of another mark should hide."""
    outline = shapes.lines(region, placement)[0]
    return QPolygonF([QPointF(x, y) for x, y in outline]).boundingRect()


def _label_box(
    painter: QPainter,
    mark: Mark,
    placement: Placement,
    lines: Sequence[str],
    taken: Sequence[QRectF],
) -> QRectF:
    """Where the label of a mark has room in the viewport, clear of `taken` where that can be had.

    Empty without lines.
    """
    if not lines:
        return QRectF()
    metrics = QFontMetricsF(painter.font())
    width = max(metrics.horizontalAdvance(line) for line in lines) + 2 * _PADDING
    height = metrics.height() * len(lines) + 2 * _PADDING
    room = QRectF(painter.viewport()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    boxes = []
    for anchor in _anchors(mark, placement, width, height):
        # A label is moved rather than cut where its mark lies at the edge of the viewport.
        x = max(min(anchor.x(), room.right() - width), room.left())
        y = max(min(anchor.y(), room.bottom() - height), room.top())
        boxes.append(QRectF(x, y, width, height))
    free = (box for box in boxes if not any(box.intersects(other) for other in taken))
    return next(free, boxes[0])


def draw_sketch(painter: QPainter, sketch: Sketch, placement: Placement) -> None:
    """Draw what there is of a mark that is not complete."""
    ink = "overlay_mark_selected"
    found = [shapes.in_view(line, placement) for line in sketch.lines]
    _draw_lines(painter, found, ink)
    for line in found if sketch.kind is not MarkKind.FREEHAND else ():
        for x, y in line:
            _draw_handle(painter, QPointF(x, y), ink)


def _draw_lines(
    painter: QPainter, lines: Sequence[shapes.Line], ink: str, *, dashed: bool = False
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    # Dark below light: the line can be seen on air as well as on bone.
    for pen in (QPen(color("overlay_shadow", 0.75), 3.0), QPen(color(ink), 1.4, style)):
        pen.setCosmetic(True)
        painter.setPen(pen)
        for line in lines:
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))


def _draw_handle(painter: QPainter, place: QPointF, ink: str) -> None:
    box = QRectF(place.x() - HANDLE, place.y() - HANDLE, 2 * HANDLE, 2 * HANDLE)
    painter.setPen(QPen(color(ink), 1.2))
    painter.setBrush(color("overlay_shadow", 0.75))
    painter.drawRect(box)


def _ink(selected: bool) -> str:
    return "overlay_mark_selected" if selected else "overlay_mark"


def _anchors(mark: Mark, placement: Placement, width: float, height: float) -> list[QPointF]:
    """Top left corners that a label may have, the best one first."""
    points = shapes.in_view(mark.points, placement)
    if mark.kind is MarkKind.TEXT:
        return [QPointF(*points[0])]
    columns, rows = [x for x, _ in points], [y for _, y in points]
    left, right, top, bottom = min(columns), max(columns), min(rows), max(rows)
    around = [
        QPointF(right + _GAP, bottom - _GAP),
        QPointF(right + _GAP, top),
        QPointF(left, bottom + _GAP),
        QPointF(left - _GAP - width, top),
        QPointF(left, top - _GAP - height),
    ]
    if mark.kind is MarkKind.ARROW:
        return [QPointF(points[1][0] + _GAP / 2, points[1][1] - _GAP), *around]
    if mark.kind is MarkKind.ANGLE:
        return [QPointF(points[1][0] + _GAP, points[1][1] + _GAP / 2), *around]
    if mark.kind is MarkKind.DISTANCE:
        x, y = max(points)
        return [QPointF(x + _GAP, y - _GAP), *around]
    return around
