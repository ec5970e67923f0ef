"""What of the marks lies at a viewport point."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from tumorview.domain.marks import Mark, Point
from tumorview.ui.measuring import shapes
from tumorview.ui.measuring.sketch import handles
from tumorview.ui.viewport.camera import Placement

_REACH = 7.0
"""How near to a line or handle a press counts, in viewport pixels."""


@dataclass(frozen=True, slots=True)
class Grip:
    """A mark taken at the image point `start`: by a handle, or whole where that is None."""

    mark: Mark
    handle: int | None
    start: Point


@dataclass(frozen=True, slots=True)
class Targets:
    """Marks as they are drawn, in that order; `labels` are boxes in the viewport by uid."""

    marks: Sequence[Mark]
    selected: Mark | None
    labels: Mapping[str, QRectF]
    placement: Placement

    def at(self, here: QPointF) -> Grip | None:
        """The handle of the selected mark, else the topmost line or label, else None."""
        place = (here.x(), here.y())
        start = self.placement.to_image(*place)
        if self.selected is not None:
            for index, handle in enumerate(shapes.in_view(handles(self.selected), self.placement)):
                if math.dist(handle, place) <= _REACH:
                    return Grip(self.selected, index, start)
        for mark in reversed(self.marks):
            near = any(
                shapes.distance_to(line, place) <= _REACH
                for line in shapes.lines(mark, self.placement)
            )
            if near or self.labels.get(mark.uid, QRectF()).contains(here):
                return Grip(mark, None, start)
        return None
