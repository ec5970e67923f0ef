"""A mark while it is drawn, and how its handles change it: plain values, no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tumorview.domain.marks import MOST_POINTS, POINT_COUNTS, Mark, MarkKind, Point

BOXES = frozenset({MarkKind.ELLIPSE, MarkKind.RECTANGLE})

_MOST_HANDLES = 16
"""Of a freehand outline, which has a corner wherever the mouse was seen."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """Points that are placed, and the one that follows the mouse; None before it has moved."""

    kind: MarkKind
    uid: str
    placed: tuple[Point, ...] = ()
    floating: Point | None = None

    def at(self, point: Point) -> Sketch:
        """The mouse is there; a freehand outline goes through it."""
        if self.kind is MarkKind.FREEHAND:
            if len(self.placed) == MOST_POINTS:
                return self
            return replace(self, placed=(*self.placed, point))
        return replace(self, floating=point)

    def placing(self, point: Point) -> Sketch:
        """The next point is there for good."""
        return replace(self, placed=(*self.placed, point), floating=None)

    @property
    def is_complete(self) -> bool:
        """True when no point is missing; a freehand outline is complete when the button goes up."""
        return len(self.placed) == POINT_COUNTS.get(self.kind, -1)

    @property
    def lines(self) -> tuple[tuple[Point, ...], ...]:
        """What to draw before it is a mark."""
        points = self.placed if self.floating is None else (*self.placed, self.floating)
        if self.kind is MarkKind.COBB:
            return tuple(line for line in (points[:2], points[2:]) if line)
        return (points,) if points else ()

    def mark(self, text: str = "") -> Mark | None:
        """The mark as it would be now, None while a point is missing or it encloses nothing."""
        points = self.placed if self.floating is None else (*self.placed, self.floating)
        wanted = POINT_COUNTS.get(self.kind, 3)
        if len(points) < wanted or (self.kind is MarkKind.TEXT and not text):
            return None
        if self.kind in BOXES and (points[0][0] == points[1][0] or points[0][1] == points[1][1]):
            return None
        return Mark(self.kind, points, self.uid, text)


def handles(mark: Mark) -> tuple[Point, ...]:
    """Where a mark can be taken to change it."""
    points = mark.points
    if mark.kind is MarkKind.RECTANGLE:
        (x0, y0), (x1, y1) = points
        return (x0, y0), (x1, y0), (x1, y1), (x0, y1)
    if mark.kind is MarkKind.ELLIPSE:
        (x0, y0), (x1, y1) = points
        middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
        return (x0, middle_y), (x1, middle_y), (middle_x, y0), (middle_x, y1)
    if mark.kind is MarkKind.FREEHAND:
        return points[:: _handle_step(mark)]
    return points


def with_handle(mark: Mark, index: int, point: Point) -> Mark:
    """The mark after one of its handles was put at `point`.

    A handle of a freehand outline takes its neighbours along, the less the further they are.
    """
    x, y = point
    if mark.kind is MarkKind.RECTANGLE:
        (x0, y0), (x1, y1) = mark.points
        x0, x1 = (x, x1) if index in (0, 3) else (x0, x)
        y0, y1 = (y, y1) if index in (0, 1) else (y0, y)
        return replace(mark, points=((x0, y0), (x1, y1)))
    if mark.kind is MarkKind.ELLIPSE:
        (x0, y0), (x1, y1) = mark.points
        sides = ((x, y0, x1, y1), (x0, y0, x, y1), (x0, y, x1, y1), (x0, y0, x1, y))[index]
        return replace(mark, points=(sides[:2], sides[2:]))
    if mark.kind is MarkKind.FREEHAND:
        return _pulled(mark, index, point)
    return mark.with_point(index, point)


def within(mark: Mark, rows: int, columns: int) -> Mark:
    """The mark moved so that it lies on an image, as far as it fits."""
    xs, ys = [p[0] for p in mark.points], [p[1] for p in mark.points]
    return mark.moved(_back(min(xs), max(xs), columns), _back(min(ys), max(ys), rows))


def clamped(point: Point, rows: int, columns: int) -> Point:
    """The place on an image that is nearest to `point`."""
    return min(max(point[0], 0.0), float(columns)), min(max(point[1], 0.0), float(rows))


def _back(low: float, high: float, side: int) -> float:
    if low < 0:
        return -low
    return min(side - high, 0.0) if high - low <= side else 0.0


def _handle_step(mark: Mark) -> int:
    return -(-len(mark.points) // _MOST_HANDLES)


def _pulled(mark: Mark, index: int, point: Point) -> Mark:
    step, count = _handle_step(mark), len(mark.points)
    taken = index * step
    x, y = mark.points[taken]
    points = list(mark.points)
    for aside in range(1 - step, step):
        place = (taken + aside) % count
        share = 1 - abs(aside) / step
        points[place] = (
            points[place][0] + share * (point[0] - x),
            points[place][1] + share * (point[1] - y),
        )
    return replace(mark, points=tuple(points))
