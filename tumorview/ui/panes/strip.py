"""The line above a pane: what it shows, and how it hangs together with the others."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from tumorview.ui.elided_label import ElidedLabel
from tumorview.ui.language import tr
from tumorview.ui.theme import GRID, set_property

HEIGHT = 24


@dataclass(frozen=True, slots=True)
class StripWords:
    """What a strip says.

    Attributes
    ----------
    badge
        Which of several studies this is.
    title
        The series.
    note
        What follows what.
    warning
        True when `badge` is something to beware of.
    """

    badge: str = ""
    title: str = ""
    note: str = ""
    warning: bool = False


class PaneStrip(QFrame):
    """Badge and title at the left, note at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setFixedHeight(HEIGHT)
        self.badge = QLabel()
        self.badge.setProperty("role", "heading")
        self.title = ElidedLabel()
        self.title.setProperty("role", "muted")
        self.note = QLabel()
        self.note.setProperty("role", "faint")
        for label in (self.badge, self.note):
            label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, 0, GRID, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.badge)
        layout.addWidget(self.title, 1)
        layout.addWidget(self.note)
        self.words = StripWords()
        self.say(self.words)

    def say(self, words: StripWords) -> None:
        """Show other words."""
        if words == self.words and self.accessibleName():
            return  # asked at every slice
        self.words = words
        self.badge.setText(words.badge)
        self.badge.setVisible(bool(words.badge))
        severity = "warning" if words.warning else ""
        if self.badge.property("severity") != severity:
            set_property(self.badge, "severity", severity)
        self.title.setText(words.title)
        self.note.setText(words.note)
        whole = " · ".join(part for part in (words.badge, words.title, words.note) if part)
        self.setToolTip(whole)
        self.setAccessibleName(whole or tr("Empty pane"))
