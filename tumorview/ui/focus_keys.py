"""Which keys a focused control keeps for itself instead of giving them to the window's actions.

The arrow keys, Home, Space and the digits are shortcuts of the reading room; a slider that has the
focus must still move with the arrows, a button must still be pressed with Space, and text must
still be typed.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

_MOVES = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)
_TEXT_WIDGETS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


def keeps_key(widget: QWidget | None, key: int, modifiers: Qt.KeyboardModifier) -> bool:
    """True when `widget`, which has the focus, uses this key itself."""
    if widget is None:
        return False
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        # Text that was selected is copied, not the image.
        return key == Qt.Key.Key_C and isinstance(widget, QLabel) and widget.hasSelectedText()
    if isinstance(widget, _TEXT_WIDGETS):
        return key != Qt.Key.Key_Escape
    if isinstance(widget, QAbstractButton):
        return key == Qt.Key.Key_Space
    if isinstance(widget, QComboBox):
        return key in _MOVES or key == Qt.Key.Key_Space
    return isinstance(widget, QAbstractSlider | QTableView | QTreeView) and key in _MOVES
