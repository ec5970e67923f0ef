"""What makes a window its user's own: theme, settings, keys, state; put together here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tumorview.ui.appearance import Appearance
from tumorview.ui.dialogs import AboutDialog, ShortcutSheet
from tumorview.ui.focus_frame import FocusFrame
from tumorview.ui.licences import LicencesOpener
from tumorview.ui.model_choice import ModelChoice
from tumorview.ui.model_opener import ModelOpener
from tumorview.ui.preferences.opener import Preferences
from tumorview.ui.shortcuts import Shortcuts
from tumorview.ui.tour import Tour
from tumorview.ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from tumorview.ui.main_window import MainWindow


class Personal(QObject):
    """Follows the settings of a window in everything that belongs to no single part of it."""

    def __init__(self, window: MainWindow, opener: ModelOpener) -> None:
        super().__init__(window)
        settings, actions = window.settings, window.actions_table
        self.appearance = Appearance(settings, self)
        self.model_choice = ModelChoice(
            settings, opener, window.controller, window.presenter, window.show_error
        )
        self.memory = WindowMemory(window, window.workspace, actions)
        self.preferences = Preferences(settings, actions, window)
        self.shortcuts = Shortcuts(
            settings, actions, window.result_panel.action_buttons, window.show_error
        )
        FocusFrame(window.reading.viewport)
        self.licences = LicencesOpener(window)
        self.tour = Tour(window, actions, self.memory)
        actions.connect_jobs(
            {
                "shortcuts": lambda: ShortcutSheet(window, settings.current.shortcuts).show(),
                "about": lambda: AboutDialog(window).show(),
                "licences": self.licences.show,
                "tour": self.tour.start,
            },
            {},
        )

    def shutdown(self) -> None:
        """Keep the state of the window, close what is open, stop and join."""
        self.memory.keep()
        self.tour.skip()
        self.preferences.shutdown()
        self.licences.shutdown()
