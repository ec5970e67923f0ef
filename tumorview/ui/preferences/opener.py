"""The settings dialog from the window's side: made when first asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tumorview.ui.actions.table import ActionTable
from tumorview.ui.preferences.dialog import KEYS, SettingsDialog
from tumorview.ui.preferences.table import Page
from tumorview.ui.settings_keeper import SettingsKeeper


class Preferences(QObject):
    """Opens the one settings dialog of `window` by its actions."""

    def __init__(self, settings: SettingsKeeper, actions: ActionTable, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self.dialog: SettingsDialog | None = None
        actions.connect_jobs(
            {
                "settings": lambda: self.show(Page.APPEARANCE),
                "edit_keys": lambda: self.show(KEYS),
            },
            {},
        )

    def show(self, page: str) -> None:
        """Open the dialog on a page, or bring it to the front."""
        if self.dialog is None:
            self.dialog = SettingsDialog(self._settings, self._window)
        self.dialog.open_page(str(page))

    def shutdown(self) -> None:
        """Close the dialog, stop and join."""
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.shutdown()
