"""Panes that scroll together, by where their slices lie in the patient.

Slices of one frame of reference (PS3.3 C.7.4.1) are compared by their positions. A study of
another day has another frame of reference: its positions mean something else. The reader links it
by hand, while both show the same place; how far the two then lie apart is the offset that holds
from then on.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from tumorview.domain.study import FrameInfo, Series
from tumorview.imaging.planes import Point, place_along, share_a_space
from tumorview.ui.language import tr
from tumorview.ui.panes.following import Following
from tumorview.ui.panes.grid import Panes
from tumorview.ui.panes.pane import Pane
from tumorview.ui.panes.stacks import Stacks


class ScrollLink(QObject):
    """Has the other panes follow whichever is scrolled.

    Signals
    -------
    changed()
        What hangs together with what is otherwise now.
    """

    changed = Signal()

    def __init__(self, panes: Panes) -> None:
        super().__init__(panes)
        self._panes = panes
        self._stacks = Stacks()
        self._on = True
        self._anchors: dict[tuple[str, ...], float] = {}
        self._following = Following()
        self._fresh: set[Pane] = set()
        panes.pane_added.connect(self._add)
        panes.pane_removed.connect(self._fresh.discard)
        self._add(panes.lead)

    @property
    def is_on(self) -> bool:
        """True while slices of one frame of reference go together."""
        return self._on

    @property
    def is_following(self) -> bool:
        """True while panes move because another one was moved."""
        return self._following.is_on

    @property
    def has_offset(self) -> bool:
        """True while panes are linked by hand."""
        return bool(self._anchors)

    def set_on(self, on: bool) -> None:
        """Scroll together or not; when it is switched on all go where the active pane is."""
        self._on = on
        if on:
            self._lead_others(self._panes.lead)
        self.changed.emit()

    def link_by_hand(self, on: bool) -> bool:
        """Take the places that are on screen as the same one, or end that.

        False when there are no two panes whose places are known and cannot be compared.
        """
        self._anchors = {}
        if on:
            found: dict[tuple[str, ...], tuple[FrameInfo, float]] = {}
            for pane in self._panes.all:
                series, info = pane.viewer.series, pane.viewer.frame_info
                place = None if info is None else place_along(info)
                if series is not None and info is not None and place is not None:
                    found[series.key] = info, place[1]
            frames = [frame for frame, _ in found.values()]
            apart = any(not share_a_space(one, other) for one in frames for other in frames)
            if apart:
                self._anchors = {key: place for key, (_, place) in found.items()}
        self.changed.emit()
        return bool(self._anchors)

    def start_index(self, series: Series, pane: Pane) -> int | None:
        """Where a series that is opened in `pane` begins, to show what the others show."""
        if not self._on:
            return None
        stack = self._stacks.of(series)
        others = (one for one in self._panes.all if one is not pane)
        for other in sorted(others, key=lambda one: one is not self._panes.lead):
            info = other.viewer.frame_info
            index = None if info is None else stack.nearest(info)
            if index is not None:
                return index
        return None

    def note_of(self, pane: Pane) -> str:
        """How a pane hangs together with the active one, "" where it does not."""
        lead = self._panes.lead
        mine, theirs = lead.viewer.frame_info, pane.viewer.frame_info
        if pane is lead or mine is None or theirs is None or pane.viewer.series is None:
            return ""
        if share_a_space(mine, theirs):
            together = self._on and self._stacks.of(pane.viewer.series).nearest(mine) is not None
            return tr("linked") if together else ""
        offset = self._offset(lead, pane)
        if offset is None:
            return ""
        return tr("linked by hand, offset {offset} mm", offset=f"{offset:+.1f}")

    def go_to_point(self, point: Point, space: FrameInfo, by: Pane) -> None:
        """Have every pane but `by` show the slice nearest to `point`, in the space of a frame."""
        with self._following:
            for pane in self._panes.all:
                if pane is not by and pane.viewer.series is not None:
                    index = self._stacks.of(pane.viewer.series).nearest_to(point, space)
                    if index is not None:
                        pane.viewer.go_to(index)

    def _add(self, pane: Pane) -> None:
        pane.viewer.series_changed.connect(partial(self._on_series, pane))
        pane.viewer.position_changed.connect(partial(self._on_position, pane))

    def _on_series(self, pane: Pane) -> None:
        if self._panes.is_exchanging:
            return
        self._fresh.add(pane)
        shown = {p.viewer.series.key for p in self._panes.all if p.viewer.series is not None}
        anchors = {key: place for key, place in self._anchors.items() if key in shown}
        if anchors != self._anchors:
            self._anchors = anchors if len(anchors) > 1 else {}
            self.changed.emit()

    def _on_position(self, pane: Pane) -> None:
        # A series that is opened goes where the others are (`start_index`), not they to it.
        if self._panes.is_exchanging or self._following.is_on or pane in self._fresh:
            if not self._panes.is_exchanging:
                self._fresh.discard(pane)
            return
        self._lead_others(pane)

    def _lead_others(self, leader: Pane) -> None:
        info = leader.viewer.frame_info
        if info is None:
            return
        with self._following:
            for pane in self._panes.all:
                index = None if pane is leader else self._partner(leader, info, pane)
                if index is not None:
                    pane.viewer.go_to(index)

    def _partner(self, leader: Pane, info: FrameInfo, pane: Pane) -> int | None:
        series, own = pane.viewer.series, pane.viewer.frame_info
        if series is None or own is None:
            return None
        if share_a_space(info, own):
            return self._stacks.of(series).nearest(info) if self._on else None
        offset, place = self._offset(leader, pane), place_along(info)
        if offset is None or place is None:
            return None
        return self._stacks.of(series).nearest_along(place[0], place[1] + offset)

    def _offset(self, leader: Pane, pane: Pane) -> float | None:
        """By how much more a place in `pane` is the same one as in `leader`, in mm."""
        one, other = leader.viewer.series, pane.viewer.series
        if one is None or other is None:
            return None
        mine, theirs = self._anchors.get(one.key), self._anchors.get(other.key)
        return None if mine is None or theirs is None else theirs - mine
