"""The Layout menu: put together here, so that the window need not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup

from tumorview.domain.study import Series, Study
from tumorview.imaging.reformat_series import is_reformatted, origin_of
from tumorview.ui.language import local, tr_noop
from tumorview.ui.panes.comparing import Comparing, badge_of
from tumorview.ui.panes.filling import series_to_offer
from tumorview.ui.panes.layouts import LAYOUTS, SINGLE, Layout
from tumorview.ui.panes.lines import PaneLines
from tumorview.ui.panes.look_links import LookLinks
from tumorview.ui.panes.outfit import PaneOutfit
from tumorview.ui.panes.pane import Pane
from tumorview.ui.panes.reformatting import Reformatting
from tumorview.ui.panes.scroll_link import ScrollLink
from tumorview.ui.series_model import series_title
from tumorview.ui.viewer import ViewerState

if TYPE_CHECKING:
    from tumorview.ui.main_window import MainWindow


NOTHING_TO_LINK = tr_noop(
    "There is nothing to link by hand: that needs two panes whose images say where they lie, and "
    "that have no frame of reference in common. Those that have scroll together by themselves (L)."
)

_NEED_SEVERAL = (
    *("next_pane", "previous_pane", "link_scrolling", "link_by_hand", "link_window", "link_zoom"),
    "reference_lines",
)


class PaneTools(QObject):
    """Wires the actions of panes to the panes, and says what is shown where."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self.panes = panes = window.panes
        self.outfit = PaneOutfit(window)
        self.scrolling = ScrollLink(panes)
        self.looks = LookLinks(panes)
        self.lines = PaneLines(panes, self.scrolling)
        actions = window.actions_table
        group = QActionGroup(self)
        jobs: dict[str, Callable[[], object]] = {
            "next_pane": lambda: self.activate_next(1),
            "previous_pane": lambda: self.activate_next(-1),
        }
        for layout in LAYOUTS:
            group.addAction(actions[layout.action_id])
            jobs[layout.action_id] = partial(self.use, layout)
        switches: dict[str, Callable[[bool], object]] = {
            "link_scrolling": self.scrolling.set_on,
            "link_window": self.looks.set_window,
            "link_zoom": self.looks.set_zoom,
            "reference_lines": self.lines.set_on,
        }
        actions.connect_jobs(jobs, switches)
        actions["link_by_hand"].triggered.connect(self._link_by_hand)
        for name in ("link_scrolling", "reference_lines"):
            actions[name].setChecked(True)
        self.scrolling.changed.connect(self._on_links)
        panes.pane_added.connect(self._on_added)
        panes.layout_changed.connect(self._on_layout)
        panes.series_dropped.connect(self._on_dropped)
        panes.active_changed.connect(self._describe)
        window.viewer.series_changed.connect(self._describe)
        window.viewer.position_changed.connect(self._describe)
        window.settings.changed.connect(self._describe)
        self._desk.show_series = self.show
        self._desk.changed.connect(self._follow_shelf)
        self._desk.emptied.connect(self._empty)
        window.toolbar.layouts.chosen.connect(lambda layout: actions[layout.action_id].trigger())
        self.reformatting = Reformatting(window, self)
        self.comparing = Comparing(window, self)
        self._on_layout()

    def use(self, layout: Layout) -> None:
        """Show so many panes; new ones get series of the study that are not on screen."""
        self.panes.use(layout)
        self.fill()

    def activate(self, pane: Pane) -> None:
        """Make a pane the one that keys and menus are about."""
        self.panes.activate(pane)

    def activate_next(self, step: int) -> None:
        """Go to the next pane, or with -1 to the one before."""
        self.panes.activate_next(step)

    def show(self, study: Study, series: Series) -> None:
        """Show a series in the active pane."""
        self.show_in(self.panes.lead, study, series)

    def show_in(
        self, pane: Pane, study: Study, series: Series, like: ViewerState | None = None
    ) -> None:
        """Show a series in a pane, at the place where the others are; windowed `like` another."""
        index = self.scrolling.start_index(series, pane)
        if index is None:
            index = len(series.frames) // 2
        if like is None:
            pane.viewer.show(study, series, index)
        else:
            pane.viewer.resume(ViewerState(study, series, index, like.choice, like.invert))

    def fill(self) -> None:
        """Give panes without a series one of the study in the active pane, none of them twice."""
        viewer = self.panes.lead.viewer
        free = [pane for pane in self.panes.sides if pane.is_empty]
        if viewer.study is None or viewer.series is None or not free:
            return
        shown = [p.viewer.series.key for p in self.panes.all if p.viewer.series is not None]
        offered = series_to_offer(viewer.study, viewer.series, shown, len(free))
        for pane, series in zip(free, offered, strict=False):
            self.show_in(pane, viewer.study, series)

    def shutdown(self) -> None:
        """Stop and join the threads of the panes."""
        self.reformatting.shutdown()
        self.outfit.shutdown()
        self.panes.shutdown()

    def _link_by_hand(self, on: bool) -> None:
        if not self.scrolling.link_by_hand(on) and on:
            self._window.notifier.show_warning(local(NOTHING_TO_LINK))

    def _on_links(self) -> None:
        self._window.actions_table["link_by_hand"].setChecked(self.scrolling.has_offset)
        self._describe()

    def _on_added(self, pane: Pane) -> None:
        pane.viewer.series_changed.connect(self._describe)

    def _on_layout(self) -> None:
        actions, layout = self._window.actions_table, self.panes.arrangement
        actions[layout.action_id].setChecked(True)
        for name in _NEED_SEVERAL:
            actions[name].setEnabled(layout != SINGLE)
        self._window.toolbar.layouts.show_layout(layout)
        self._describe()

    def _on_dropped(self, pane: Pane, dragged: bytes) -> None:
        row = self._window.series_list.rows.series_of(dragged)
        if row is None:
            return
        # Whoever puts something into a pane goes on there.
        self.activate(pane)
        self.show(row.study, row.series)

    def _follow_shelf(self) -> None:
        """The series in the panes may have grown, or been closed."""
        for pane in self.panes.all:
            series = pane.viewer.series
            # What the lead shows of files is followed by the desk.
            if series is not None and (pane is not self.panes.lead or is_reformatted(series)):
                self._follow_shelf_in(pane, series)
        self.fill()

    def _follow_shelf_in(self, pane: Pane, series: Series) -> None:
        viewer, origin = pane.viewer, origin_of(series)
        here = viewer.index if origin is series else 0
        place = self._desk.find(origin.frames[here].source)
        if place is None:
            viewer.resume(None)
        elif origin is not series:
            if place.study is not viewer.study:
                viewer.follow(place.study, series, viewer.index)
        elif place.series is not series or place.study is not viewer.study:
            viewer.follow(place.study, place.series, place.index)

    def _empty(self) -> None:
        for pane in self.panes.sides:
            pane.viewer.resume(None)

    def _describe(self) -> None:
        hidden = self._window.settings.current.hide_identity
        studies = [p.viewer.study for p in self.panes.all if p.viewer.study is not None]
        for pane in self.panes.all:
            series = pane.viewer.series
            title = "" if series is None else series_title(series, hidden=hidden)
            badge = badge_of(pane.viewer.study, studies, self.panes.lead.viewer.study)
            pane.strip.say(replace(badge, title=title, note=self.scrolling.note_of(pane)))
