"""Panes that share window, zoom and place on the screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from PySide6.QtCore import QObject

from tumorview.domain.frames import ModalityFrame, VoiWindow
from tumorview.domain.study import FrameInfo
from tumorview.imaging.matching import is_same_sequence
from tumorview.imaging.planes import PARALLEL_DEGREES, plane_of, share_a_space
from tumorview.ui.messages import WindowMode
from tumorview.ui.panes.following import Following
from tumorview.ui.panes.grid import Panes
from tumorview.ui.panes.pane import Pane
from tumorview.ui.viewport.camera import MAX_ZOOM, MIN_ZOOM, Camera, Placement
from tumorview.ui.viewport.picture import Picture

_PARALLEL = float(np.cos(np.radians(PARALLEL_DEGREES)))
_NO_UNITS = ("", "US")


class LookLinks(QObject):
    """Has the other panes take the window, and the zoom and place, of the one that is changed."""

    def __init__(self, panes: Panes) -> None:
        super().__init__(panes)
        self._panes = panes
        self.window_on = False
        self._zoom_on = False
        self._following = Following()
        self._new: set[Pane] = set()
        panes.pane_added.connect(self._add)
        panes.pane_removed.connect(self._new.discard)
        self._add(panes.lead)

    def set_window(self, on: bool) -> None:
        """Share the window or not; when it is switched on all take that of the active pane."""
        self.window_on = on
        if on:
            self._on_choice(self._panes.lead)

    def set_zoom(self, on: bool) -> None:
        """Share zoom and place or not; when it is switched on all take those of the active pane."""
        self._zoom_on = on
        if on:
            self._on_camera(self._panes.lead)

    def _add(self, pane: Pane) -> None:
        pane.viewer.choice_changed.connect(partial(self._on_choice, pane))
        pane.viewer.series_changed.connect(partial(self._on_series, pane))
        pane.viewport.control.changed.connect(partial(self._on_camera, pane))
        pane.reading.shown.connect(partial(self._on_shown, pane))

    def _on_choice(self, leader: Pane) -> None:
        if not self.window_on or self._following.is_on or self._panes.is_exchanging:
            return
        choice = leader.viewer.choice
        with self._following:
            for pane in self._panes.all:
                if pane is leader or not has_same_values(leader, pane):
                    continue
                if isinstance(choice, VoiWindow):
                    pane.viewer.set_window(choice)
                elif choice is WindowMode.AUTO:
                    pane.viewer.auto_window()
                elif choice is WindowMode.DEFAULT:
                    pane.viewer.reset()

    def _on_series(self, pane: Pane) -> None:
        if not self._panes.is_exchanging:
            self._new.add(pane)

    def _on_shown(self, pane: Pane, _picture: Picture) -> None:
        """The first picture of another series is looked at as the others are."""
        if pane not in self._new:
            return
        self._new.discard(pane)
        others = [one for one in self._panes.all if one is not pane and not one.is_empty]
        if not self._zoom_on or not others:
            return
        lead = self._panes.lead
        self._copy_camera(lead if lead is not pane else others[0], pane)

    def _on_camera(self, leader: Pane) -> None:
        if not self._zoom_on or self._following.is_on or self._panes.is_exchanging:
            return
        picture = leader.viewport.picture
        # A series that has just been opened is fitted; that is nobody's wish for the others.
        if picture is None or picture.series is not leader.viewer.series:
            return
        for pane in self._panes.all:
            if pane is not leader:
                self._copy_camera(leader, pane)

    def _copy_camera(self, leader: Pane, pane: Pane) -> None:
        theirs, own = seen_in(leader), seen_in(pane)
        if theirs is None or own is None:
            return
        with self._following:
            pane.viewport.control.use(matching(theirs, own))


def unit_of(frame: ModalityFrame) -> str:
    """Unit of the values (HU for CT), "" where they have none that means anything elsewhere."""
    if frame.rescale_type in _NO_UNITS:
        return "HU" if frame.modality == "CT" else ""
    return frame.rescale_type


def has_same_values(one: Pane, other: Pane) -> bool:
    """True when a window means the same in both.

    Modality and unit have to be the same. Values of MR have no unit: there the sequence has to be
    the same, since a window of a T1 says nothing of a T2.
    """
    first, second = one.viewer, other.viewer
    if first.series is None or second.series is None:
        return False
    if first.frame is None or second.frame is None:
        return False
    if first.series.modality != second.series.modality or first.frame.is_color:
        return False
    unit = unit_of(first.frame)
    if unit != unit_of(second.frame):
        return False
    return bool(unit) or is_same_sequence(first.series.sequence, second.series.sequence)


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture as a viewport of the size `view`, (width, height), shows it."""

    camera: Camera
    picture: Picture
    view: tuple[float, float]

    def placement(self) -> Placement:
        """Where the picture lies."""
        return self.camera.place(self.picture.shape, self.view)

    @property
    def info(self) -> FrameInfo:
        """Where the picture is from."""
        return self.picture.series.frames[self.picture.index]


def seen_in(pane: Pane) -> Seen | None:
    """What a pane shows now, None without a picture."""
    viewport = pane.viewport
    if viewport.picture is None:
        return None
    view = float(viewport.width()), float(viewport.height())
    return Seen(viewport.camera, viewport.picture, view)


def matching(theirs: Seen, own: Seen) -> Camera:
    """The camera that shows as much of the patient in `own` as there is to be seen in `theirs`.

    Millimetres are as long in both where the pixel spacing is known; else both are as far from
    fitting. In parallel planes of one frame of reference the same place lies in the middle.
    Rotation and flip stay each its own.
    """
    camera = theirs.camera
    if camera.zoom is None:
        return own.camera.fitted()
    spacing = theirs.picture.frame.geometry.pixel_spacing_mm
    own_spacing = own.picture.frame.geometry.pixel_spacing_mm
    if spacing is not None and own_spacing is not None:
        zoom = camera.zoom * own_spacing[1] / spacing[1]
    else:
        fitting = camera.fitted().effective_zoom(theirs.picture.shape, theirs.view)
        own_fitting = own.camera.fitted().effective_zoom(own.picture.shape, own.view)
        zoom = camera.zoom / fitting * own_fitting
    zoomed = replace(
        own.camera,
        zoom=min(max(zoom, MIN_ZOOM), MAX_ZOOM),
        offset_x=camera.offset_x,
        offset_y=camera.offset_y,
    )
    middle = _middle_of(theirs, own)
    if middle is None:
        return zoomed
    centred = replace(zoomed, offset_x=0.0, offset_y=0.0)
    x, y = centred.place(own.picture.shape, own.view).to_view(*middle)
    return replace(zoomed, offset_x=own.view[0] / 2 - x, offset_y=own.view[1] / 2 - y)


def _middle_of(theirs: Seen, own: Seen) -> tuple[float, float] | None:
    """(column, row) in `own` of what lies in the middle of the other viewport."""
    plane, own_plane = plane_of(theirs.info), plane_of(own.info)
    if plane is None or own_plane is None or not share_a_space(theirs.info, own.info):
        return None
    if abs(float(plane.normal @ own_plane.normal)) < _PARALLEL:
        return None
    column, row = theirs.placement().to_image(theirs.view[0] / 2, theirs.view[1] / 2)
    # Planes count from the middle of the first pixel, the screen from its corner.
    there = own_plane.pixel(plane.at(column - 0.5, row - 0.5))
    return there[0] + 0.5, there[1] + 0.5
