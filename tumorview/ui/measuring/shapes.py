"""Marks in viewport coordinates: lines to draw and to hit. Plain arithmetic, no Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from tumorview.domain.marks import Mark, MarkKind, Point
from tumorview.ui.viewport.camera import Placement

Line = tuple[Point, ...]
"""Viewport points, joined by straight lines."""

_ELLIPSE_CORNERS = 120
_ARROW_HEAD = 11.0
_ARROW_SPREAD = math.radians(24)


def in_view(points: Iterable[Point], placement: Placement) -> Line:
    """Image points as viewport points."""
    return tuple(placement.to_view(*point) for point in points)


def lines(mark: Mark, placement: Placement) -> tuple[Line, ...]:
    """What a mark looks like; nothing for a text, which is its label."""
    points = in_view(mark.points, placement)
    if mark.kind is MarkKind.TEXT:
        return ()
    if mark.kind is MarkKind.COBB:
        return points[:2], points[2:]
    if mark.kind is MarkKind.ARROW:
        return points, _arrow_head(points[0], points[1])
    if mark.kind is MarkKind.FREEHAND:
        return ((*points, points[0]),)
    if mark.kind in (MarkKind.RECTANGLE, MarkKind.ELLIPSE):
        (x0, y0), (x1, y1) = points
        if mark.kind is MarkKind.RECTANGLE:
            return (((x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)),)
        return (_ellipse((x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2, (y1 - y0) / 2),)
    return (points,)


def helper_lines(mark: Mark, placement: Placement) -> tuple[Line, ...]:
    """Lines that explain a mark and measure nothing: the middles of a Cobb angle's lines joined."""
    if mark.kind is not MarkKind.COBB:
        return ()
    a, b, c, d = in_view(mark.points, placement)
    return ((_middle(a, b), _middle(c, d)),)


def distance_to(line: Sequence[Point], place: Point) -> float:
    """From a viewport point to the nearest point of a line."""
    if len(line) == 1:
        return math.dist(line[0], place)
    return min(
        (_to_segment(start, end, place) for start, end in pairwise(line)),
        default=math.inf,
    )


def _to_segment(start: Point, end: Point, place: Point) -> float:
    along = (end[0] - start[0], end[1] - start[1])
    squared = along[0] ** 2 + along[1] ** 2
    if squared == 0:
        return math.dist(start, place)
    share = ((place[0] - start[0]) * along[0] + (place[1] - start[1]) * along[1]) / squared
    share = min(max(share, 0.0), 1.0)
    return math.dist((start[0] + share * along[0], start[1] + share * along[1]), place)


def _middle(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _ellipse(x: float, y: float, half_width: float, half_height: float) -> Line:
    steps = (2 * math.pi * k / _ELLIPSE_CORNERS for k in range(_ELLIPSE_CORNERS + 1))
    return tuple((x + half_width * math.cos(a), y + half_height * math.sin(a)) for a in steps)


def _arrow_head(tip: Point, tail: Point) -> Line:
    back = math.atan2(tail[1] - tip[1], tail[0] - tip[0])
    ends = [
        (tip[0] + _ARROW_HEAD * math.cos(back + turn), tip[1] + _ARROW_HEAD * math.sin(back + turn))
        for turn in (_ARROW_SPREAD, -_ARROW_SPREAD)
    ]
    return ends[0], tip, ends[1]
