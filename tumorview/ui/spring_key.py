"""A key that is tapped to switch something on, or held to have it only so long."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

HELD_MILLISECONDS = 300
"""A key that was down longer than this was held rather than tapped."""


class SpringKey(QObject):
    """Clears a checkable action when the key that set it was held and is let go.

    The release of a key goes to whatever has the focus, so it is looked for in the whole
    application, but only while the action is on.

    Parameters
    ----------
    action
        A checkable action with shortcuts of one key each, which may change.
    held_milliseconds
        From when on a press counts as held.
    """

    def __init__(
        self,
        action: QAction,
        parent: QObject,
        *,
        held_milliseconds: int = HELD_MILLISECONDS,
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._held_milliseconds = held_milliseconds
        self._since = QElapsedTimer()
        action.toggled.connect(self._on_toggled)

    def _on_toggled(self, on: bool) -> None:
        app = QApplication.instance()
        assert app is not None
        if on:
            self._since.start()
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)

    def _has(self, key: int) -> bool:
        """True for a key of the action, whatever is held with it."""
        name = QKeySequence(key).toString()
        shortcuts = [keys.toString() for keys in self._action.shortcuts()]
        return any(text == name or text.endswith(f"+{name}") for text in shortcuts)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt: an event on its way to its widget; none is kept."""
        if (
            event.type() is QEvent.Type.KeyRelease
            and isinstance(event, QKeyEvent)
            and self._has(event.key())
            and not event.isAutoRepeat()
        ):
            app = QApplication.instance()
            assert app is not None
            app.removeEventFilter(self)
            if self._since.elapsed() >= self._held_milliseconds:
                self._action.setChecked(False)
        return False
