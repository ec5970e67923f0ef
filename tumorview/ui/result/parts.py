"""What the result panel is put together from."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from tumorview.ui.theme import GRID


def plain() -> QWidget:
    """A container of the panel's own colour."""
    widget = QWidget()
    widget.setProperty("surface", "panel")
    return widget


def line() -> QFrame:
    """A line across."""
    made = QFrame()
    made.setProperty("line", "horizontal")
    return made


def titled(text: str, content: QWidget) -> QWidget:
    """`content` under a line and a heading."""
    box = plain()
    heading = QLabel(text)
    heading.setProperty("role", "section")
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID)
    layout.addWidget(line())
    layout.addWidget(heading)
    layout.addWidget(content)
    return box
