"""The window with two models' answers side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tumorview.domain.prediction import Prediction
from tumorview.reporting.cautions import caution_text, refusal
from tumorview.reporting.comparison_words import NOT_A_VOTE, agreement
from tumorview.ui.icons import icon
from tumorview.ui.language import local, tr, tr_noop
from tumorview.ui.result.answer_view import AnswerView
from tumorview.ui.result.cautions_view import CautionsView
from tumorview.ui.result.wording import DISCLAIMER
from tumorview.ui.theme import GRID

LOOKING = tr_noop("Looking for models…")
_HASH = 12


@dataclass(frozen=True, slots=True)
class Model:
    """A model that can be compared."""

    id: str
    title: str
    version: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a model says of the image on screen: an answer, or words in its place."""

    prediction: Prediction | None
    words: str = ""


class AnswerColumn(QWidget):
    """One model's answer."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("surface", "panel")
        self.title = _label("heading")
        self.provenance = _label("faint")
        self.words = _label("muted")
        self.answer = AnswerView()
        self.cautions = CautionsView()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, GRID, 0)
        layout.setSpacing(GRID)
        for widget in (self.title, self.provenance, self.words, self.answer, self.cautions):
            layout.addWidget(widget)
        layout.addStretch(1)

    def show_model(self, model: Model | None) -> None:
        """Name the model."""
        self.title.setText("" if model is None else f"{model.title} {model.version}".strip())

    def show_said(self, said: Said, modality: str) -> None:
        """Show its answer, or the words in its place."""
        prediction = said.prediction
        words = said.words
        cautions = () if prediction is None else prediction.cautions
        if prediction is not None and prediction.gate_refused:
            why = refusal(prediction, modality)
            words = " ".join(
                (local(why.title), local(why.reason), tr("No probabilities are shown."))
            )
            cautions = tuple(one for one in cautions if one is not why.caution)
        shown = prediction is not None and not prediction.gate_refused
        if prediction is not None and shown:
            self.answer.show_answer(prediction)
        self.answer.setVisible(shown)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.provenance.setText("" if prediction is None else _provenance(prediction))
        self.provenance.setVisible(prediction is not None)
        self.cautions.set_cautions(
            ()
            if prediction is None
            else tuple(caution_text(caution, prediction) for caution in cautions)
        )


class CompareDialog(QDialog):
    """A window beside the main one; it asks nothing of a model itself.

    Signals
    -------
    model_chosen(str)
        Id of the second model.
    analysis_wished()
        Both are to be asked about the image on screen.
    """

    model_chosen = Signal(str)
    analysis_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Compare two models"))
        self.setModal(False)
        self.resize(92 * GRID, 80 * GRID)
        self._names = ("", "")
        self.box = QComboBox()
        self.box.setAccessibleName(tr("Second model"))
        self.analyze_button = QPushButton(icon("analyze", "accent_text"), tr("Analyse with both"))
        self.analyze_button.setProperty("kind", "primary")
        self.message = _label("muted")
        self.message.setText(local(LOOKING))
        self.agreement = _label("heading")
        self.first, self.second = AnswerColumn(tr("First model")), AnswerColumn(tr("Second model"))
        self._columns = self._make_columns()

        second = QLabel(tr("Second model"))
        second.setProperty("role", "muted")
        second.setBuddy(self.box)
        self._choice = QWidget()
        self._choice.setProperty("surface", "panel")
        choice = QHBoxLayout(self._choice)
        choice.setContentsMargins(0, 0, 0, 0)
        choice.setSpacing(GRID)
        choice.addWidget(second)
        choice.addWidget(self.box, 1)
        choice.addWidget(self.analyze_button)
        title = QLabel(tr("Compare two models"))
        title.setProperty("role", "title")
        note = _label("faint")
        note.setText(f"{local(NOT_A_VOTE)} {local(DISCLAIMER)}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        for widget in (title, self.message, self._choice, self.agreement):
            layout.addWidget(widget)
        layout.addWidget(self._columns, 1)
        layout.addStretch(0)
        layout.addWidget(note)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout.addWidget(close)
        self.box.activated.connect(lambda place: self.model_chosen.emit(self.box.itemData(place)))
        self.analyze_button.clicked.connect(self.analysis_wished)
        self.show_message(local(LOOKING))

    def show_models(self, first: Model, others: Sequence[Model]) -> None:
        """Offer `others` to compare `first` with; the first of them is chosen."""
        self.box.clear()
        for model in others:
            self.box.addItem(f"{model.title} {model.version}".strip(), model.id)
        self.first.show_model(first)
        self._show_parts(ready=True)

    def show_message(self, message: str) -> None:
        """Say why there is nothing to compare."""
        self.message.setText(message)
        self._show_parts(ready=False)

    def show_answers(
        self, models: tuple[Model, Model], said: tuple[Said, Said], modality: str
    ) -> None:
        """What both say of the image on screen; `modality` is its Modality (0008,0060)."""
        for column, model, one in zip((self.first, self.second), models, said, strict=True):
            column.show_model(model)
            column.show_said(one, modality)
        first, second = said[0].prediction, said[1].prediction
        together = ""
        if first is not None and second is not None:
            together = local(agreement(first, second, (models[0].title, models[1].title)))
        self.agreement.setText(together)
        self.agreement.setVisible(bool(together))

    def _show_parts(self, *, ready: bool) -> None:
        self.message.setVisible(not ready)
        self._choice.setVisible(ready)
        self._columns.setVisible(ready)
        if not ready:
            self.agreement.hide()

    def _make_columns(self) -> QScrollArea:
        content = QWidget()
        content.setProperty("surface", "panel")
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        line = QFrame()
        line.setProperty("line", "vertical")
        row.addWidget(self.first, 1)
        row.addWidget(line)
        row.addWidget(self.second, 1)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.NoFrame)
        return area


def _provenance(prediction: Prediction) -> str:
    return f"{prediction.model_id} · SHA-256 {prediction.model_sha256[:_HASH]}"


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
