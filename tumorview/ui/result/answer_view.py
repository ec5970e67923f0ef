"""The answer itself: decision, how strong the evidence is, probabilities, what is left open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from tumorview.domain.prediction import Prediction
from tumorview.reporting.words import (
    acquisition_words,
    coverage_words,
    decision_reason,
    decision_title,
    disagreement,
    operating_point,
    set_words,
)
from tumorview.ui.language import local, tr
from tumorview.ui.result.bars import ProbabilityBars
from tumorview.ui.theme import GRID, set_property


class AnswerView(QWidget):
    """What the model says of one image that it answers for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.bars = ProbabilityBars()
        self._decision = _label("title")
        self._reason = _label("muted")
        self._disagreement = _label("muted")
        self._disagreement.setProperty("severity", "warning")
        self._point = _label("faint")
        self._evidence = _label("muted")
        self._set = _label("muted")
        self._acquisition = _label("faint")
        self._decision_card = _card(self._decision, self._reason, self._disagreement, self._point)
        self._evidence_card = _card(_heading(tr("How strong the evidence is")), self._evidence)
        self._evidence_card.setProperty("severity", "warning")
        section = QLabel(tr("Calibrated probabilities"))
        section.setProperty("role", "section")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for widget in (
            self._decision_card,
            self._evidence_card,
            section,
            self.bars,
            self._set,
            self._acquisition,
        ):
            layout.addWidget(widget)

    def show_answer(self, prediction: Prediction) -> None:
        """Show this answer; the owner hides the view when the gate refused."""
        decision, guess = prediction.decision, prediction.acquisition
        self.bars.set_probabilities(prediction.probabilities)
        if decision is not None:
            self._decision.setText(local(decision_title(decision)))
            severity = "warning" if decision.suspected else None
            if self._decision.property("severity") != severity:
                set_property(self._decision, "severity", severity)
            self._reason.setText(local(decision_reason(decision)))
            self._point.setText(local(operating_point(decision)))
        _say(self._disagreement, local(disagreement(prediction)))
        _say(self._evidence, local(prediction.evidence))
        _say(self._set, local(set_words(prediction)))
        self._set.setToolTip(local(coverage_words(prediction)))
        _say(self._acquisition, "" if guess is None else local(acquisition_words(guess)))
        self._decision_card.setVisible(decision is not None)
        self._evidence_card.setVisible(bool(prediction.evidence))


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label


def _card(*labels: QLabel) -> QFrame:
    card = QFrame()
    card.setProperty("surface", "banner")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID)
    layout.setSpacing(GRID // 2)
    for label in labels:
        layout.addWidget(label)
    return card
