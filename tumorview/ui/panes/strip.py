"""The line above a pane: what it shows, and how it hangs together with the others."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

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


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where there is no room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Qt: it can always be smaller."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw what fits."""
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), text)


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
