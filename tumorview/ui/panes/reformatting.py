"""The actions that show a series in other planes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tumorview.domain.study import Series
from tumorview.errors import TumorViewError
from tumorview.imaging.errors import NotAVolumeError
from tumorview.imaging.reformat import Plane, volume_geometry
from tumorview.imaging.reformat_series import (
    Volume,
    is_reformatted,
    origin_of,
    reformatted_series,
)
from tumorview.ui.panes.layouts import Layout
from tumorview.ui.panes.pane import Pane
from tumorview.ui.panes.reformatter import Reformatter

if TYPE_CHECKING:
    from tumorview.ui.main_window import MainWindow
    from tumorview.ui.panes.tools import PaneTools

_THREE_PLANES = Layout(2, 2)
_ACTIONS = {plane: f"reformat_{plane.value}" for plane in Plane}


class Reformatting(QObject):
    """Reformats the series of the active pane, into that pane or into three beside it."""

    def __init__(self, window: MainWindow, tools: PaneTools) -> None:
        super().__init__(tools)
        self._window = window
        self._tools = tools
        self._panes = window.panes
        self.reformatter = Reformatter(window.viewer.cache, self)
        self._then: Callable[[Volume], object] | None = None
        jobs: dict[str, Callable[[], object]] = {
            name: partial(self.show_plane, plane) for plane, name in _ACTIONS.items()
        }
        jobs["reformat_planes"] = self.show_three
        jobs["as_acquired"] = self.show_acquired
        window.actions_table.connect_jobs(jobs, {})
        self.reformatter.made.connect(self._on_made)
        self.reformatter.failed.connect(self._on_failed)
        self.reformatter.progressed.connect(window.status.show_reformat)
        self._panes.pane_added.connect(self._add)
        self._panes.layout_changed.connect(self._let_go)
        self._panes.active_changed.connect(self._offer)
        self._add(self._panes.lead)
        window.viewer.series_changed.connect(self._offer)
        self._offer()

    def show_plane(self, plane: Plane) -> None:
        """Show the series of the active pane in `plane`, in that pane."""
        self._ask(lambda volume: self._show(self._panes.lead, volume, plane))

    def show_three(self) -> None:
        """Show the series of the active pane, and axial, coronal and sagittal in the others."""
        self._ask(self._show_three)

    def show_acquired(self) -> None:
        """Back to the slices of the scanner in the active pane."""
        viewer = self._panes.lead.viewer
        if viewer.study is None or viewer.series is None or not is_reformatted(viewer.series):
            return
        self._tools.show_in(self._panes.lead, viewer.study, origin_of(viewer.series), viewer.state)

    def shutdown(self) -> None:
        """Stop and join."""
        self.reformatter.shutdown()

    def _ask(self, then: Callable[[Volume], object]) -> None:
        series = self._panes.lead.viewer.series
        if series is None:
            return
        origin = origin_of(series)
        try:
            # Said at once, before anything is read.
            volume_geometry(origin.frames)
        except NotAVolumeError as error:
            self._window.show_error(error)
            return
        self._then = then
        self.reformatter.request(origin)

    def _on_made(self, volume: Volume) -> None:
        series = self._panes.lead.viewer.series
        # Whoever went on to another series meanwhile stays there.
        is_wanted = series is not None and origin_of(series).key == volume.series.key
        if self._then is not None and is_wanted:
            self._then(volume)
        self._then = None
        self._let_go()

    def _on_failed(self, error: TumorViewError) -> None:
        self._then = None
        self._window.show_error(error)

    def _show(self, pane: Pane, volume: Volume, plane: Plane) -> None:
        lead = self._panes.lead.viewer
        if lead.study is not None:
            made = reformatted_series(volume, plane)
            self._tools.show_in(pane, lead.study, made, lead.state)

    def _show_three(self, volume: Volume) -> None:
        self.show_acquired()
        self._panes.use(_THREE_PLANES)
        for pane, plane in zip(self._panes.sides, Plane, strict=False):
            self._show(pane, volume, plane)

    def _add(self, pane: Pane) -> None:
        pane.viewer.series_changed.connect(self._let_go)

    def _let_go(self) -> None:
        """Hold the volumes of what is on screen and no others."""
        if self._panes.is_exchanging or self._then is not None:
            return
        shown: list[Series] = [p.viewer.series for p in self._panes.all if p.viewer.series]
        self.reformatter.hold({origin_of(one).key for one in shown if is_reformatted(one)})

    def _offer(self) -> None:
        series = self._panes.lead.viewer.series
        actions = self._window.actions_table
        for name in ("reformat_planes", *_ACTIONS.values()):
            actions[name].setEnabled(series is not None)
        actions["as_acquired"].setEnabled(is_reformatted(series))
