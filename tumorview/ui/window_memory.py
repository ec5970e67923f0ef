"""Opens the window where it was and with what it showed when it was closed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from tumorview.services.window_state import WindowState, load_state, save_state
from tumorview.ui.actions.table import ActionTable
from tumorview.ui.panes.layouts import LAYOUTS, layout_named
from tumorview.ui.workspace import Workspace

PANE_SWITCHES = ("link_scrolling", "link_window", "link_zoom", "reference_lines")
"""Actions whose state is kept under their own id."""

_GRIP = QSize(160, 24)
"""So much of the upper edge of a window has to be on a screen for it to be moved with the mouse."""


class WindowMemory(QObject):
    """Restores the state of a window when it is made, and keeps it when told to.

    `restore` is called before the window is shown, `keep` when it closes.
    """

    def __init__(self, window: QMainWindow, workspace: Workspace, actions: ActionTable) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._actions = actions
        self._state: WindowState = load_state()
        # `triggered` is the user's hand; the window hides the list of series when it has none.
        actions["series_panel"].triggered.connect(lambda shown: self._note(series_panel=shown))

    @property
    def wants_series(self) -> bool:
        """True when the list of series is to be seen once something is open."""
        return self._state.series_panel

    @property
    def folder(self) -> str:
        """Where a file dialog starts."""
        return self._state.folder

    @property
    def tour_seen(self) -> bool:
        """True once the tour was gone through or skipped."""
        return self._state.tour_seen

    def chose_in(self, folder: Path) -> None:
        """A file dialog has ended in `folder`."""
        self._note(folder=str(folder))

    def saw_tour(self) -> None:
        """The tour has ended; written at once, so that it never comes again."""
        self._note(tour_seen=True)
        save_state(self._state)

    def restore(self) -> None:
        """Give the window what it had."""
        state, window = self._state, self._window
        screens = [(s.name(), s.availableGeometry()) for s in QGuiApplication.screens()]
        if state.place is not None:
            window.setGeometry(
                placed(QRect(*state.place), state.screen, screens, window.minimumSize())
            )
        if state.maximized:
            window.setWindowState(window.windowState() | window.windowState().WindowMaximized)
        self._workspace.set_panel_widths(state.series_width, state.result_width)
        self._actions["result_panel"].setChecked(state.result_panel)
        self._actions[layout_named(state.layout).action_id].trigger()
        for name in PANE_SWITCHES:
            self._actions[name].setChecked(getattr(state, name))

    def keep(self) -> None:
        """Write what the window has now."""
        window = self._window
        place = window.normalGeometry() if window.normalGeometry().isValid() else window.geometry()
        screen = window.screen()
        series, result = self._workspace.panel_widths
        self._note(
            place=(place.x(), place.y(), place.width(), place.height()),
            maximized=window.isMaximized(),
            screen=screen.name(),
            series_width=series,
            result_width=result,
            result_panel=self._actions["result_panel"].isChecked(),
            layout=next(
                layout.name for layout in LAYOUTS if self._actions[layout.action_id].isChecked()
            ),
            **{name: self._actions[name].isChecked() for name in PANE_SWITCHES},
        )
        save_state(self._state)

    def _note(self, **values: object) -> None:
        self._state = msgspec.structs.replace(self._state, **values)


def placed(
    wished: QRect, screen: str, screens: Sequence[tuple[str, QRect]], smallest: QSize
) -> QRect:
    """Where a window that was at `wished` on the screen named `screen` opens now.

    It stays where it was as long as its upper edge can be reached there, and is made smaller where
    its screen has become smaller. Else it comes to the middle of the screen of that name, or of the
    first one.

    Parameters
    ----------
    wished
        In points of the desktop.
    screens
        Name and usable area of each screen, the first one first; at least one.
    smallest
        What the window can be at least, even where a screen has less.
    """
    upper_edge = QRect(wished.topLeft(), QSize(wished.width(), _GRIP.height()))
    for _, area in screens:
        seen = area.intersected(upper_edge)
        if seen.width() >= min(_GRIP.width(), wished.width()) and seen.height() == _GRIP.height():
            size = wished.size().boundedTo(area.size()).expandedTo(smallest)
            return QRect(wished.topLeft(), size)
    area = next((area for name, area in screens if name == screen), screens[0][1])
    size = wished.size().boundedTo(area.size()).expandedTo(smallest)
    place = QRect(area.topLeft(), size)
    place.moveCenter(area.center())
    # A window that is larger than the screen shows its upper left.
    place.moveLeft(max(place.left(), area.left()))
    place.moveTop(max(place.top(), area.top()))
    return place
