"""The series in the result panel: the strip, and what it comes to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tumorview.inference.pooling import pool_series
from tumorview.reporting.series_words import (
    NO_KNOWN_ORDER,
    NOT_CALIBRATED,
    best_words,
    left_out_words,
    pooled_words,
    run_words,
    series_title,
)
from tumorview.ui.language import local, tr
from tumorview.ui.result.series_strip import SeriesStrip
from tumorview.ui.theme import GRID


class SeriesView(QWidget):
    """Strip, words and the way to the highest probability. `refresh` brings the words up to date.

    Answers may come faster than words can be laid out, so that the owner says when.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.strip = SeriesStrip()
        self.best_button = QPushButton(tr("Go to the highest"))
        self.best_button.setToolTip(tr("The image with the highest probability  (Ctrl+Shift+B)"))
        self.best_button.clicked.connect(self.strip.choose_best)
        self._title = _label("heading")
        self._run = _label("muted")
        self._pooled = _label("muted")
        self._left_out = _label("muted")
        self._caveat = _label("faint")
        self._best = _label("muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.strip)
        for label in (
            self._title,
            self._run,
            self._best,
            self._pooled,
            self._left_out,
            self._caveat,
        ):
            layout.addWidget(label)
        layout.addWidget(self.best_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh(ordered=True)

    def refresh(self, *, ordered: bool) -> None:
        """Say what the strip shows; `ordered` is True when positions gave the images' order."""
        slices = self.strip.slices
        answer = pool_series(slices)
        best = None if answer.best is None else slices[answer.best].tumor_probability
        self._title.setText(local(series_title(answer)))
        _say(self._run, local(run_words(answer)))
        _say(self._best, local(best_words(answer, best)))
        _say(self._pooled, local(pooled_words(answer)))
        _say(self._left_out, local(left_out_words(answer)))
        caveats = (NOT_CALIBRATED,) if ordered else (NOT_CALIBRATED, NO_KNOWN_ORDER)
        _say(self._caveat, " ".join(map(local, caveats)))
        self.best_button.setEnabled(answer.best is not None)
        self.strip.describe()


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
