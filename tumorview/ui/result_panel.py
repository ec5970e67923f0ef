"""The model's answer for the image on screen. Opened on request: read first, AI second."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tumorview.domain.prediction import Caution, Prediction
from tumorview.errors import TumorViewError
from tumorview.reporting.cautions import caution_text, refusal
from tumorview.ui.icons import icon
from tumorview.ui.language import local, localized, plural, tr
from tumorview.ui.result.answer_view import AnswerView
from tumorview.ui.result.cautions_view import CautionsView
from tumorview.ui.result.heatmap_controls import HeatmapControls, HeatmapView
from tumorview.ui.result.parts import line, plain, titled
from tumorview.ui.result.series_view import SeriesView
from tumorview.ui.result.wording import DISCLAIMER, spoken
from tumorview.ui.review.bar import ReviewBar
from tumorview.ui.theme import GRID, set_property

__all__ = ["HeatmapView", "ResultPanel"]

Scope = Literal["image", "series"]

PANEL_WIDTH = 40 * GRID
_SHORT_HASH = 12


class ResultPanel(QWidget):
    """Probabilities, cautions, heatmap controls and provenance of one image.

    The owner says what is on screen: `set_image_available`, `show_prediction` for the current
    frame, `series_strip` for its series, `show_progress` while a request runs and `show_idle`
    when it has ended. Errors stay until the next answer.

    Signals
    -------
    analyze_requested(scope)
        "image" or "series".
    cancel_requested()
    heatmap_changed(HeatmapView)
    frame_chosen(index)
        A frame of the series was chosen in the strip, counted from 0.
    model_card_wished()
    prediction_shown(object)
        The Prediction for the image on screen, or None.
    """

    analyze_requested = Signal(str)
    cancel_requested = Signal()
    heatmap_changed = Signal(object)
    frame_chosen = Signal(int)
    model_card_wished = Signal()
    prediction_shown = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(PANEL_WIDTH - 5 * GRID)
        self.setAccessibleName(tr("AI result"))
        self._prediction: Prediction | None = None
        self._running = self._stopping = False
        self._image_available = False

        self.heatmap_controls = HeatmapControls()
        self.series_view = SeriesView()
        self.series_strip = self.series_view.strip
        self.answer = AnswerView()
        self.bars = self.answer.bars
        self.cautions = CautionsView()
        self.review_bar = ReviewBar()

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_header())
        layout.addWidget(line())
        layout.addWidget(self._make_scroll_area(), 1)
        layout.addWidget(line())
        layout.addWidget(self._make_footer())

        self.heatmap_controls.changed.connect(self.heatmap_changed)
        self.series_strip.frame_chosen.connect(self.frame_chosen)
        self.show_prediction(None)
        self.show_idle()

    # What the owner says.

    @property
    def action_buttons(self) -> dict[str, QPushButton]:
        """Buttons that do what an action of the window does, by the action's id."""
        return {
            "analyze_image": self.analyze_button,
            "analyze_series": self.series_button,
            "cancel_analysis": self.cancel_button,
        }

    def set_model(self, title: str, version: str = "") -> None:
        """Name the model in the header."""
        self._model.setText(f"{title} {version}".strip())

    def set_image_available(self, available: bool) -> None:
        """Offer the analysis only when there is an image."""
        self._image_available = available
        self._refresh()

    def show_prediction(self, prediction: Prediction | None, modality: str = "") -> None:
        """The answer for the image on screen, or None when it has none yet.

        `modality` is the image's Modality (0008,0060), for the words of a refusal.
        """
        self._prediction = prediction
        if prediction is not None:
            self._error_card.hide()
            words = refusal(prediction, modality)
            said = words.caution if prediction.gate_refused else None
            if prediction.decision is not None:  # the decision says it itself
                said = Caution.THRESHOLD_DISAGREES
            self.cautions.set_cautions(
                tuple(caution_text(c, prediction) for c in prediction.cautions if c is not said)
            )
            self.answer.show_answer(prediction)
            self._refusal.setText(local(words.title))
            said_why = (local(words.reason), tr("No probabilities are shown."))
            self._refusal_reason.setText(" ".join(filter(None, said_why)))
            self._provenance.setText(_provenance_text(prediction))
            self._provenance.setToolTip(f"SHA-256 {prediction.model_sha256}")
        else:
            self.cautions.set_cautions(())
        self.heatmap_controls.set_prediction(prediction)
        self._refresh()
        self.prediction_shown.emit(prediction)

    def show_progress(self, done: int, total: int) -> None:
        """A request runs; a `total` of 0 means that the model is being loaded."""
        begins, self._running = not self._running, True
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        if self._stopping:
            self._progress_text.setText(tr("Stopping…"))
        elif total == 0:
            self._progress_text.setText(tr("Loading the model…"))
        elif total == 1:
            self._progress_text.setText(tr("Analysing the image…"))
        else:
            self._progress_text.setText(
                plural("{done} of {n} image", "{done} of {n} images", total, done=localized(done))
            )
        if begins:
            self._refresh()
        else:  # twenty times a second: no more than what changes
            self._series.setVisible(self.series_strip.has_answers)

    def show_stopping(self) -> None:
        """The user cancelled and the frame at hand is being finished; until `show_idle`."""
        self._stopping = True
        self._refresh()

    def show_idle(self) -> None:
        """No request runs."""
        self._running = self._stopping = False
        self._refresh()

    def show_error(self, error: TumorViewError) -> None:
        """Say why there is no answer; stays until the next one."""
        self._running = self._stopping = False
        self._error_text.setText(spoken(error))
        self._error_card.show()
        self._refresh()

    def clear_error(self) -> None:
        """Take the error away (another image is on screen)."""
        if not self._error_card.isHidden():
            self._error_card.hide()
            self._refresh()

    # How it is made.

    def _make_header(self) -> QWidget:
        header = plain()
        title = QLabel(tr("AI result"))
        title.setProperty("role", "title")
        self._model = QLabel(tr("No model loaded yet"))
        self._model.setProperty("role", "faint")
        self._model.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # A long title must not dictate the panel's width.
        self._model.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._model.setWordWrap(True)

        self.analyze_button = QPushButton(icon("analyze", "accent_text"), tr("Analyse image"))
        self.analyze_button.setProperty("kind", "primary")
        self.series_button = QPushButton(icon("stack", "text"), tr("Series"))
        self.series_button.setAccessibleName(tr("Analyse series"))
        self._actions = plain()
        actions = QHBoxLayout(self._actions)
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(GRID)
        actions.addWidget(self.analyze_button, 2)
        actions.addWidget(self.series_button, 1)

        self._progress_row = plain()
        self._progress_text = QLabel()
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(tr("Progress of the analysis"))
        self.cancel_button = QPushButton(tr("Stop"))
        left = QVBoxLayout()
        left.setSpacing(GRID // 2)
        left.addWidget(self._progress_text)
        left.addWidget(self._progress)
        row = QHBoxLayout(self._progress_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID + 4)
        row.addLayout(left, 1)
        row.addWidget(self.cancel_button)
        # One height for both, so that nothing jumps when a request begins.
        self._progress_row.setFixedHeight(self._actions.sizeHint().height())

        layout = QVBoxLayout(header)
        layout.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID + 4)
        layout.setSpacing(GRID // 2)
        layout.addWidget(title)
        layout.addLayout(self._make_model_row())
        layout.addSpacing(GRID)
        layout.addWidget(self._actions)
        layout.addWidget(self._progress_row)
        self.analyze_button.clicked.connect(lambda: self.analyze_requested.emit("image"))
        self.series_button.clicked.connect(lambda: self.analyze_requested.emit("series"))
        self.cancel_button.clicked.connect(self._on_cancel)
        return header

    def _make_model_row(self) -> QHBoxLayout:
        self.card_button = QPushButton(tr("Model card"))
        self.card_button.setProperty("kind", "quiet")
        self.card_button.setToolTip(tr("Intended use, limits and figures of the model"))
        self.card_button.clicked.connect(self.model_card_wished)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._model, 1)
        row.addWidget(self.card_button)
        return row

    def _make_scroll_area(self) -> QScrollArea:
        content = plain()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)

        self._empty = QLabel()
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._make_error_card()
        self._make_refusal_card()

        self._series = titled(tr("Probability of tumour by image"), self.series_view)
        self._heatmap = titled(tr("Heatmap"), self.heatmap_controls)
        self._review = titled(tr("Your judgement of this answer"), self.review_bar)
        for widget in (
            self._empty,
            self._error_card,
            self._refusal_card,
            self.answer,
            self.cautions,
            self._series,
            self._heatmap,
            self._review,
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _make_error_card(self) -> None:
        self._error_card = QFrame()
        self._error_card.setProperty("surface", "banner")
        self._error_card.setProperty("severity", "danger")
        self._error_text = QLabel()
        self._error_text.setWordWrap(True)
        self._error_text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._error_text.setAccessibleName(tr("Why there is no result"))
        layout = QVBoxLayout(self._error_card)
        layout.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID)
        layout.addWidget(self._error_text)
        self._error_card.hide()

    def _make_refusal_card(self) -> None:
        self._refusal_card = QFrame()
        self._refusal_card.setProperty("surface", "card")
        self._refusal = QLabel()
        self._refusal.setProperty("role", "title")
        self._refusal.setWordWrap(True)
        self._refusal_reason = QLabel()
        self._refusal_reason.setProperty("role", "muted")
        self._refusal_reason.setWordWrap(True)
        layout = QVBoxLayout(self._refusal_card)
        layout.setContentsMargins(GRID + 4, GRID + 4, GRID + 4, GRID + 4)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._refusal)
        layout.addWidget(self._refusal_reason)

    def _make_footer(self) -> QWidget:
        footer = plain()
        self._provenance = QLabel()
        self._provenance.setProperty("role", "faint")
        self._provenance.setWordWrap(True)
        self._provenance.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._provenance.setAccessibleName(tr("Model and engine of this result"))
        disclaimer = QLabel(local(DISCLAIMER))
        disclaimer.setProperty("role", "faint")
        disclaimer.setWordWrap(True)
        layout = QVBoxLayout(footer)
        layout.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID + 4)
        layout.setSpacing(GRID)
        layout.addWidget(self._provenance)
        layout.addWidget(disclaimer)
        return footer

    def _on_cancel(self) -> None:
        self.show_stopping()
        self.cancel_requested.emit()

    def _refresh(self) -> None:
        answer = self._prediction
        refused = answer is not None and answer.gate_refused
        self._actions.setVisible(not self._running)
        self._progress_row.setVisible(self._running)
        self.cancel_button.setEnabled(not self._stopping)
        if self._stopping:
            self._progress_text.setText(tr("Stopping…"))
        self.analyze_button.setEnabled(self._image_available)
        self.series_button.setEnabled(self._image_available)
        self._show_analyze_button(first=answer is None)
        self._empty.setText(
            tr("This image has not been analysed.")
            if self._image_available
            else tr("Open an image to ask the model about it.")
        )
        self._empty.setVisible(answer is None and self._error_card.isHidden())
        self._refusal_card.setVisible(refused)
        self.answer.setVisible(answer is not None and not refused)
        self._series.setVisible(self.series_strip.has_answers)
        self._heatmap.setVisible(answer is not None and bool(answer.heatmaps))
        self._review.setVisible(answer is not None)
        self._provenance.setVisible(answer is not None)

    def _show_analyze_button(self, *, first: bool) -> None:
        text = tr("Analyse image") if first else tr("Analyse again")
        if text == self.analyze_button.text():
            return  # restyling is the dear part, and slices are scrolled quickly
        self.analyze_button.setText(text)
        set_property(self.analyze_button, "kind", "primary" if first else None)
        self.analyze_button.setIcon(icon("analyze", "accent_text" if first else "text"))


def _provenance_text(prediction: Prediction) -> str:
    return (
        f"{prediction.engine} · {prediction.device} · {_milliseconds(prediction)}\n"
        f"{prediction.model_id} · SHA-256 {prediction.model_sha256[:_SHORT_HASH]}"
    )


def _milliseconds(prediction: Prediction) -> str:
    if prediction.milliseconds < 1:
        return tr("< 1 ms")
    return tr("{milliseconds:.0f} ms", milliseconds=prediction.milliseconds)
