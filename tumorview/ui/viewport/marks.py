"""Drawing over the image: corner text, orientation letters, ruler, heatmap legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from tumorview.imaging.orientation import EdgeLetters
from tumorview.ui.language import local, tr_noop
from tumorview.ui.theme import color
from tumorview.ui.viewport.corner_text import Corners
from tumorview.ui.viewport.ruler import Ruler

MARGIN = 16.0
_LINE_GAP = 3.0
_WIDEST_SHARE = 0.46
_PILL_ROOM = 8.0
_TWO_COLUMNS = 300.0
"""Pixels, below which texts from both sides would run into each other and cover the image."""

ORIENTATION_UNKNOWN = tr_noop("orientation unknown")


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything that lies over the image.

    `letters` is None when the orientation is unknown, which is then said in words; `legend` is the
    line that names a heatmap, `caution` what to beware of in these pixels. `shows_letters` is False
    where neither letters nor words were asked for.
    """

    corners: Corners
    letters: EdgeLetters | None
    ruler: Ruler | None
    legend: str
    caution: str = ""
    shows_letters: bool = True


def draw(painter: QPainter, area: QRectF, marks: Marks) -> None:
    """Draw `marks` into the viewport rectangle `area`."""
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    inner = area.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    corners = _fitting(marks.corners, inner.width())
    _draw_lines(painter, inner, corners.top_left, right=False, bottom=False)
    _draw_lines(painter, inner, corners.top_right, right=True, bottom=False)
    _draw_lines(painter, inner, corners.bottom_left, right=False, bottom=True)
    _draw_lines(painter, inner, corners.bottom_right, right=True, bottom=True)
    if marks.shows_letters:
        _draw_letters(painter, area, marks.letters)
    if marks.ruler is not None:
        _draw_ruler(painter, area, marks.ruler, corners)
    lines = ((marks.caution, "warning"), (marks.legend, "overlay_text"))
    _draw_pills(painter, area, [(text, ink) for text, ink in lines if text])


def _fitting(corners: Corners, width: float) -> Corners:
    """What is read in a pane too narrow for two columns: who, which image, what to beware of.

    The line above a pane says what it shows.
    """
    if width >= _TWO_COLUMNS:
        return corners
    return Corners(
        top_left=corners.top_left[:1],
        bottom_left=corners.bottom_left[:1],
        bottom_right=corners.bottom_right[-1:],
    )


def _text(painter: QPainter, place: QPointF, text: str, ink: str = "overlay_text") -> None:
    painter.setPen(color("overlay_shadow", 0.85))
    painter.drawText(place + QPointF(1, 1), text)
    painter.setPen(color(ink))
    painter.drawText(place, text)


def _draw_lines(
    painter: QPainter, inner: QRectF, lines: Sequence[str], *, right: bool, bottom: bool
) -> None:
    metrics = QFontMetricsF(painter.font())
    step = metrics.height() + _LINE_GAP
    y = inner.top() + metrics.ascent()
    if bottom:
        y = inner.bottom() - metrics.descent() - step * (len(lines) - 1)
    widest = inner.width() * _WIDEST_SHARE
    placed = []
    for line in lines:
        text = metrics.elidedText(line, Qt.TextElideMode.ElideRight, widest)
        x = inner.right() - metrics.horizontalAdvance(text) if right else inner.left()
        placed.append((x, y, text))
        y += step
    # All shadows, then all words: every call less is a moment less in which another thread may
    # take Python's lock.
    painter.setPen(color("overlay_shadow", 0.85))
    for x, y, text in placed:
        painter.drawText(QPointF(x + 1, y + 1), text)
    painter.setPen(color("overlay_text"))
    for x, y, text in placed:
        painter.drawText(QPointF(x, y), text)


def _draw_letters(painter: QPainter, area: QRectF, letters: EdgeLetters | None) -> None:
    metrics = QFontMetricsF(painter.font())
    if letters is None:
        width = metrics.horizontalAdvance(local(ORIENTATION_UNKNOWN))
        place = QPointF(area.center().x() - width / 2, area.top() + MARGIN + metrics.ascent())
        _text(painter, place, local(ORIENTATION_UNKNOWN), "overlay_faint")
        return
    font = painter.font()
    larger = painter.font()
    larger.setPixelSize(font.pixelSize() + 3)
    larger.setBold(True)
    painter.setFont(larger)
    metrics = QFontMetricsF(larger)
    middle = area.center()
    half = (metrics.ascent() - metrics.descent()) / 2
    _text(painter, QPointF(area.left() + MARGIN, middle.y() + half), letters.left)
    width = metrics.horizontalAdvance(letters.right)
    _text(painter, QPointF(area.right() - MARGIN - width, middle.y() + half), letters.right)
    width = metrics.horizontalAdvance(letters.top)
    top = QPointF(middle.x() - width / 2, area.top() + MARGIN + metrics.ascent())
    _text(painter, top, letters.top)
    width = metrics.horizontalAdvance(letters.bottom)
    bottom = QPointF(middle.x() - width / 2, area.bottom() - MARGIN - metrics.descent())
    _text(painter, bottom, letters.bottom)
    painter.setFont(font)


def _draw_ruler(painter: QPainter, area: QRectF, scale: Ruler, corners: Corners) -> None:
    """An upright ruler at the right edge, between the texts; none where it would lie on them."""
    metrics = QFontMetricsF(painter.font())
    x = area.right() - MARGIN - 48
    step = metrics.height() + _LINE_GAP
    highest = area.top() + MARGIN + step * len(corners.top_right)
    label_height = 6 + metrics.height() * (2 if scale.words else 1)
    lowest = area.bottom() - MARGIN - step * len(corners.bottom_right) - label_height
    lowest -= scale.length_px
    if lowest < highest:
        return
    top = min(max(area.center().y() - scale.length_px / 2, highest), lowest)
    lines = [QLineF(x, top, x, top + scale.length_px)]
    for mark in range(scale.divisions + 1):
        y = top + scale.length_px * mark / scale.divisions
        length = 8 if mark in (0, scale.divisions) else 4
        lines.append(QLineF(x - length, y, x, y))
    painter.setPen(QPen(color("overlay_shadow", 0.9), 2.0))
    painter.drawLines([line.translated(1, 1) for line in lines])
    painter.setPen(QPen(color("overlay_text", 0.9), 1.0))
    painter.drawLines(lines)
    width = metrics.horizontalAdvance(scale.label)
    label = QPointF(x - width / 2, top + scale.length_px + metrics.ascent() + 6)
    _text(painter, label, scale.label, "overlay_text")
    if scale.words:
        width = metrics.horizontalAdvance(scale.words)
        below = QPointF(area.right() - MARGIN - width, label.y() + metrics.height())
        _text(painter, below, scale.words, "overlay_text")


def _draw_pills(painter: QPainter, area: QRectF, lines: Sequence[tuple[str, str]]) -> None:
    """(text, ink) of each line below the orientation letter, one under the other."""
    top = area.top() + MARGIN + 28
    for text, ink in lines:
        top += _draw_pill(painter, area, top, text, ink) + _LINE_GAP


def _draw_pill(painter: QPainter, area: QRectF, top: float, text: str, ink: str) -> float:
    """Draw one and return its height."""
    metrics = QFontMetricsF(painter.font())
    # It must be read in full, on a small picture in several lines.
    width = min(metrics.horizontalAdvance(text) + 24, area.width() - 2 * MARGIN)
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    needed = metrics.boundingRect(QRectF(0, 0, width - 22, 1), flags, text)
    height = max(needed.height(), metrics.height()) + _PILL_ROOM
    box = QRectF(area.center().x() - width / 2, top, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("canvas", 0.72))
    radius = (metrics.height() + _PILL_ROOM) / 2
    painter.drawRoundedRect(box, radius, radius)
    painter.setPen(color(ink))
    painter.drawText(box.adjusted(11, 0, -11, 0), flags, text)
    return height
