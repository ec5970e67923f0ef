"""Tool tips of buttons that do what an action does, with the key that the action has now."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton


def follow_tip(button: QAbstractButton, action: QAction) -> None:
    """Give `button` the tool tip of `action`, now and whenever it changes."""

    def show() -> None:
        button.setToolTip(action.toolTip())

    action.changed.connect(show)
    show()
