"""What a reader draws on an image: values in the coordinates of the stored image."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from tumorview.domain.source import SourceRef

Point = tuple[float, float]
"""(column, row) of the stored image: pixel k covers k to k + 1, its centre is at k + 0.5.

These are the coordinates of SCOORD (PS3.3 C.18.6.1.2): (0, 0) is the top left corner of the first
pixel.
"""

MOST_POINTS = 2000
"""Of one mark."""

_FURTHEST = 65_536.0
"""Rows and columns have at most 16 bits (PS3.3 C.7.6.3)."""


class MarkKind(StrEnum):
    """What a mark measures, or that it only says something."""

    DISTANCE = "distance"
    """Two ends."""
    ANGLE = "angle"
    """End, vertex, end."""
    COBB = "Cobb angle"
    """Two ends of the first line, then two of the second."""
    ELLIPSE = "ellipse"
    """Two opposite corners of the box around it; its axes run along rows and columns."""
    RECTANGLE = "rectangle"
    """Two opposite corners."""
    FREEHAND = "freehand"
    """Corners of a closed outline; the first is not repeated."""
    ARROW = "arrow"
    """Tip, then tail."""
    TEXT = "text"
    """The place that it speaks of."""


POINT_COUNTS = {
    MarkKind.DISTANCE: 2,
    MarkKind.ANGLE: 3,
    MarkKind.COBB: 4,
    MarkKind.ELLIPSE: 2,
    MarkKind.RECTANGLE: 2,
    MarkKind.ARROW: 2,
    MarkKind.TEXT: 1,
}
"""Points of each kind but FREEHAND, which has at least three."""

REGIONS = frozenset({MarkKind.ELLIPSE, MarkKind.RECTANGLE, MarkKind.FREEHAND})
"""Kinds that enclose pixels."""


def new_uid() -> str:
    """A UID for a new mark, from a random UUID (PS3.5 B.2)."""
    return f"2.25.{uuid.uuid4().int}"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark on one image.

    Attributes
    ----------
    uid
        What it is followed by through changes, files and reports (Tracking Unique Identifier).
    text
        What TEXT and ARROW say; "" for the others and for an arrow without words.
    """

    kind: MarkKind
    points: tuple[Point, ...]
    uid: str
    text: str = ""

    def __post_init__(self) -> None:
        wanted = POINT_COUNTS.get(self.kind)
        count = len(self.points)
        if count != wanted if wanted is not None else not 3 <= count <= MOST_POINTS:
            raise ValueError(f"A {self.kind.value} has other points. Received: {count}")
        if not all(abs(value) <= _FURTHEST for point in self.points for value in point):
            raise ValueError("A mark lies where an image can be.")
        if self.kind is MarkKind.TEXT and not self.text:
            raise ValueError("A text says something.")

    @property
    def is_region(self) -> bool:
        """True when it encloses pixels."""
        return self.kind in REGIONS

    def with_point(self, index: int, point: Point) -> Mark:
        """The mark with one of its points elsewhere."""
        return replace(self, points=(*self.points[:index], point, *self.points[index + 1 :]))

    def moved(self, columns: float, rows: float) -> Mark:
        """The mark elsewhere."""
        return self.mapped(lambda point: (point[0] + columns, point[1] + rows))

    def mapped(self, to: Callable[[Point], Point]) -> Mark:
        """The mark with every point put where `to` says."""
        return replace(self, points=tuple(to(point) for point in self.points))


@dataclass(frozen=True, slots=True)
class FrameMarks:
    """The marks of one frame, in the order in which they were made."""

    source: SourceRef
    marks: tuple[Mark, ...]
