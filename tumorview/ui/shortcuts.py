"""Gives actions the keys that the user has chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton

from tumorview.errors import TumorViewError
from tumorview.services.settings import SettingsError, settings_path
from tumorview.ui.actions.keymap import problem_with
from tumorview.ui.actions.table import ActionTable
from tumorview.ui.actions.tips import follow_tip
from tumorview.ui.settings_keeper import SettingsKeeper


class Shortcuts(QObject):
    """Keeps the keys of `actions` as the settings say.

    Parameters
    ----------
    buttons
        Buttons that do what an action does, by its id; their tool tips name its key.
    report
        Told when the keys in the settings cannot be had; the actions then have their own.
    """

    def __init__(
        self,
        settings: SettingsKeeper,
        actions: ActionTable,
        buttons: Mapping[str, QAbstractButton],
        report: Callable[[TumorViewError], None],
    ) -> None:
        super().__init__(actions)
        self._settings = settings
        self._actions = actions
        self._report = report
        self._given: Mapping[str, tuple[str, ...]] = {}
        for name, button in buttons.items():
            follow_tip(button, actions[name])
        settings.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        chosen = self._settings.current.shortcuts
        if chosen == self._given:
            return
        self._given = chosen
        problem = problem_with(chosen)
        self._actions.set_keys({} if problem else chosen)
        if problem:
            self._report(
                SettingsError(
                    f"the keys in the settings cannot be used: {problem}",
                    path=settings_path(),
                    remedy="All actions have their own keys. Restore them in Help, Change keys, "
                    "or correct the file.",
                )
            )
