"""Where the slice of the active pane cuts the images of the others, and a point shown in all."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen

from tumorview.domain.study import FrameInfo
from tumorview.imaging.planes import Point, Segment, plane_of, reference_line, share_a_space
from tumorview.ui.panes.grid import Panes
from tumorview.ui.panes.pane import Pane
from tumorview.ui.panes.scroll_link import ScrollLink
from tumorview.ui.theme import color
from tumorview.ui.viewport.camera import Placement
from tumorview.ui.viewport.view import Viewport

_LINE = 1.5
_ARM, _HOLE = 14.0, 4.0


class PaneLines(QObject):
    """Draws the lines; Shift and the left button take all panes to the point under the mouse."""

    def __init__(self, panes: Panes, link: ScrollLink) -> None:
        super().__init__(panes)
        self._panes = panes
        self._link = link
        self._on = True
        self._point: Point | None = None
        self._space: FrameInfo | None = None
        self._pointing = False
        panes.pane_added.connect(self._add)
        panes.active_changed.connect(self.refresh)
        self._add(panes.lead)
        panes.lead.viewport.installEventFilter(self)

    def set_on(self, on: bool) -> None:
        """Draw lines or not."""
        self._on = on
        self.refresh()

    @property
    def point(self) -> Point | None:
        """What all panes were taken to: float64[3], x, y, z in mm; None while there is nothing."""
        return self._point

    def line_in(self, pane: Pane) -> Segment | None:
        """Where the active pane's slice cuts what `pane` shows, in pixels of its image."""
        lead, shown = self._panes.lead, shown_frame(pane.viewport)
        cutting = shown_frame(lead.viewport)
        if not self._on or pane is lead or shown is None or cutting is None:
            return None
        if not share_a_space(shown, cutting):
            return None
        plane, other = plane_of(shown), plane_of(cutting)
        return None if plane is None or other is None else reference_line(plane, other)

    def point_at(self, place: QPointF) -> None:
        """Take all panes to what lies at a point of the active pane's viewport."""
        lead = self._panes.lead
        info, placement = shown_frame(lead.viewport), lead.viewport.placement()
        plane = None if info is None else plane_of(info)
        if info is None or plane is None or placement is None:
            return
        column, row = placement.to_image(place.x(), place.y())
        # Planes count from the middle of the first pixel, the screen from its corner.
        self._point, self._space = plane.at(column - 0.5, row - 0.5), info
        self._link.go_to_point(self._point, info, lead)
        self.refresh()

    def refresh(self) -> None:
        """Draw anew."""
        for pane in self._panes.all:
            pane.viewport.update()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt: what the active pane's viewport is about to get."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() is QEvent.Type.MouseButtonPress:
            shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
            several = len(self._panes.all) > 1
            self._pointing = shift and several and event.button() is Qt.MouseButton.LeftButton
        elif not self._pointing:
            return False
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._pointing = False
            return True
        if self._pointing and event.type() in _POINTS:
            self.point_at(event.position())
            return True
        return False

    def _add(self, pane: Pane) -> None:
        pane.viewport.layers.append(partial(self._paint, pane))
        pane.viewer.position_changed.connect(self._on_position)
        pane.viewer.series_changed.connect(self._on_position)
        pane.reading.shown.connect(partial(self._on_shown, pane))

    def _on_shown(self, pane: Pane, _picture: object) -> None:
        if pane is self._panes.lead:
            self.refresh()

    def _on_position(self) -> None:
        if not self._link.is_following and not self._panes.is_exchanging:
            self._point = self._space = None

    def _paint(self, pane: Pane, painter: QPainter, placement: Placement) -> None:
        line = self.line_in(pane)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line is not None:
            ends = [
                QPointF(*placement.to_view(c + 0.5, r + 0.5)) for c, r in (line.start, line.end)
            ]
            _draw(painter, [QLineF(*ends)])
        cross = self._cross_in(pane)
        if cross is not None:
            here = QPointF(*placement.to_view(cross[0] + 0.5, cross[1] + 0.5))
            arms = (QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1))
            _draw(painter, [QLineF(here + arm * _HOLE, here + arm * _ARM) for arm in arms])
        painter.restore()

    def _cross_in(self, pane: Pane) -> tuple[float, float] | None:
        """(column, row) of the point in what a pane shows; None where it lies in another slice."""
        shown = shown_frame(pane.viewport)
        if self._point is None or self._space is None or shown is None:
            return None
        plane = plane_of(shown)
        if plane is None or not share_a_space(shown, self._space):
            return None
        depth = shown.geometry.slice_thickness_mm or min(plane.spacing_mm)
        if abs(plane.height(self._point)) > max(depth, 1.0):
            return None
        column, row = plane.pixel(self._point)
        inside = -0.5 <= column <= plane.columns - 0.5 and -0.5 <= row <= plane.rows - 0.5
        return (column, row) if inside else None


_POINTS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove)


def shown_frame(viewport: Viewport) -> FrameInfo | None:
    """The frame whose picture is on screen."""
    picture = viewport.picture
    return None if picture is None else picture.series.frames[picture.index]


def _draw(painter: QPainter, lines: list[QLineF]) -> None:
    painter.setPen(QPen(color("overlay_shadow", 0.9), _LINE + 1.5))
    painter.drawLines(lines)
    painter.setPen(QPen(color("accent"), _LINE))
    painter.drawLines(lines)
