"""Which theme the application has: the one that is set, or the one that the desktop has."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tumorview.ui import theme
from tumorview.ui.settings_keeper import SettingsKeeper
from tumorview.ui.theme import ThemeName

_SCHEMES = {
    "dark": Qt.ColorScheme.Dark,
    "light": Qt.ColorScheme.Light,
    "system": Qt.ColorScheme.Unknown,
}


class Appearance(QObject):
    """Keeps the theme as the settings say, also while the window is open."""

    def __init__(self, settings: SettingsKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._chosen = ""
        settings.changed.connect(self._take_choice)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_desktop)
        self._take_choice()

    def _take_choice(self) -> None:
        chosen = self._settings.current.theme
        if chosen == self._chosen:
            return
        self._chosen = chosen
        # Title bars and the system's own dialogs follow this; Unknown gives it back to the desktop.
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[chosen])
        self._show(theme_for(chosen, QGuiApplication.styleHints().colorScheme()))

    def _follow_desktop(self, scheme: Qt.ColorScheme) -> None:
        if self._chosen == "system":
            self._show(theme_for(self._chosen, scheme))

    def _show(self, name: ThemeName) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.use(app, name)


def theme_for(chosen: str, desktop: Qt.ColorScheme) -> ThemeName:
    """The theme for a choice of the settings; a desktop that does not say gets the dark one."""
    if chosen == "system":
        return ThemeName.LIGHT if desktop is Qt.ColorScheme.Light else ThemeName.DARK
    return ThemeName(chosen)
