"""Cautions as readable sentences, the gravest first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from tumorview.reporting.cautions import CautionText
from tumorview.ui.language import local, tr
from tumorview.ui.theme import GRID


class CautionsView(QFrame):
    """A card with a title and a sentence for each caution; hidden when there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "banner")
        self.setProperty("severity", "warning")
        self.setAccessibleName(tr("Cautions"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID)
        self._layout.setSpacing(2)
        self._shown: tuple[CautionText, ...] = ()
        self.hide()

    def set_cautions(self, texts: tuple[CautionText, ...]) -> None:
        """Show these."""
        if texts != self._shown:
            self._shown = texts
            while (item := self._layout.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.deleteLater()
            for index, text in enumerate(texts):
                if index:
                    self._layout.addSpacing(GRID // 2)
                self._add(text)
        self.setVisible(bool(texts))

    @property
    def sentences(self) -> list[str]:
        """What is shown."""
        return [text.sentence for text in self._shown]

    def _add(self, text: CautionText) -> None:
        title = QLabel(local(text.title))
        title.setProperty("role", "heading")
        title.setProperty("severity", "warning")
        sentence = QLabel(local(text.sentence))
        sentence.setProperty("role", "muted")
        sentence.setWordWrap(True)
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layout.addWidget(title)
        self._layout.addWidget(sentence)
