"""The actions that change how the series is looked at: wired to viewer, viewport and film."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from tumorview.ui.actions.table import ActionTable
from tumorview.ui.cine import Cine
from tumorview.ui.language import local, tr_noop
from tumorview.ui.reading_area import ReadingArea
from tumorview.ui.spring_key import SpringKey
from tumorview.ui.viewer import Viewer
from tumorview.ui.viewport.view_orientation import (
    CLOCKWISE,
    COUNTERCLOCKWISE,
    FLIP_HORIZONTAL,
    FLIP_VERTICAL,
)

FAR_STEP = 10
REAL_SIZE = tr_noop("Real size")

_NEED_A_SERIES = (
    *("auto_window", "invert", "fit", "one_to_one", "magnifier", "cycle_overlay", "cine"),
    *("rotate_right", "rotate_left", "flip_horizontal", "flip_vertical"),
)


class ViewActions(QObject):
    """What the Image menu does to the picture, and which of it can be done now."""

    def __init__(
        self,
        actions: ActionTable,
        viewer: Viewer,
        reading: ReadingArea,
        cine: Cine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._viewer = viewer
        self._reading = reading
        viewport, look = reading.viewport, reading.viewport.control
        jobs: dict[str, Callable[[], object]] = {
            "cycle_overlay": viewport.cycle_text,
            "auto_window": viewer.auto_window,
            "fit": look.fit,
            "one_to_one": look.zoom_one_to_one,
            "real_size": look.zoom_real_size,
            "rotate_right": lambda: look.turn(CLOCKWISE),
            "rotate_left": lambda: look.turn(COUNTERCLOCKWISE),
            "flip_horizontal": lambda: look.turn(FLIP_HORIZONTAL),
            "flip_vertical": lambda: look.turn(FLIP_VERTICAL),
            "previous_image": lambda: viewer.step(-1),
            "next_image": lambda: viewer.step(1),
            "back_ten": lambda: viewer.step(-FAR_STEP),
            "forward_ten": lambda: viewer.step(FAR_STEP),
            "first_image": lambda: viewer.go_to(0),
            "cine_faster": cine.faster,
            "cine_slower": cine.slower,
            "last_image": lambda: viewer.go_to(viewer.count - 1),
        }
        switches: dict[str, Callable[[bool], object]] = {
            "invert": viewer.set_invert,
            "magnifier": reading.set_lens,
            "cine": cine.set_playing,
            "overlays": reading.set_overlays,
        }
        actions.connect_jobs(jobs, switches)
        actions["overlays"].setChecked(True)
        SpringKey(actions["magnifier"], self)
        viewer.series_changed.connect(self._on_series)
        cine.rate_changed.connect(self._on_rate)
        reading.shown.connect(self._offer_real_size)
        self._on_series()
        self._on_rate(None)

    def reset(self) -> None:
        """Window, polarity, zoom, position and orientation as when the series was opened."""
        self._actions["invert"].setChecked(False)
        self._actions["magnifier"].setChecked(False)
        self._reading.reset()

    def _on_series(self) -> None:
        for name in _NEED_A_SERIES:
            self._actions[name].setEnabled(self._viewer.series is not None)
        self._offer_real_size()
        self._actions["cine"].setChecked(False)
        invert = self._actions["invert"]
        invert.blockSignals(True)
        invert.setChecked(self._viewer.invert)
        invert.blockSignals(False)

    def _on_rate(self, rate: float | None) -> None:
        for name in ("cine_faster", "cine_slower"):
            self._actions[name].setEnabled(rate is not None)
        self._reading.viewport.set_cine_rate(rate)

    def _offer_real_size(self) -> None:
        """Offer it, or say in the menu why it cannot be had."""
        reading = self._viewer.series is not None
        problem = self._reading.viewport.control.real_size().problem
        action = self._actions["real_size"]
        action.setEnabled(reading and not problem)
        name = local(REAL_SIZE)
        action.setText(f"{name} ({local(problem)})" if reading and problem else name)
