"""The report of one image and the model's answer, as the HTML subset that Qt's documents know.

The words are those of the window; nothing here decides what may be said. The page is black on
white, for paper.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from tumorview.domain.prediction import Caution, Prediction
from tumorview.reporting.cautions import caution_text, refusal
from tumorview.reporting.words import (
    acquisition_words,
    coverage_words,
    decision_reason,
    decision_title,
    disagreement,
    operating_point,
    percent,
    set_words,
)
from tumorview.said import joined, say

Speak = Callable[[str], str]
"""What a text is in the language of the page."""

TITLE = say("Image and model result")
NOT_ANALYSED = say("This image has not been analysed.")


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What the page says besides the picture.

    Attributes
    ----------
    rows
        (what, value) of the image: patient where identity is shown, study, series, window, ...
    prediction
        The model's answer, None where it was not asked.
    modality
        Modality (0008,0060), for the words of a refusal.
    heatmap_note
        What a heatmap on the picture shows and what not, "" without one.
    cautions
        Sentences about the image itself (how it was read, burned-in text).
    made
        Date and time of the report, as people read it.
    app_version
        Of TumorView.
    disclaimer
        What holds of every result.
    """

    rows: tuple[tuple[str, str], ...]
    prediction: Prediction | None
    modality: str
    heatmap_note: str
    cautions: tuple[str, ...]
    made: str
    app_version: str
    disclaimer: str


def report_html(
    facts: ReportFacts, picture: str, width: int, height: int, speak: Speak = str
) -> str:
    """The whole page.

    Parameters
    ----------
    picture
        Name of the picture among the document's resources.
    width, height
        How large it is drawn, in the document's pixels.
    speak
        Puts what is said here into the language of the page; `facts` are in it already.
    """
    parts = [
        f"<h2>{escape(speak(TITLE))}</h2>",
        f"<p>TumorView {escape(facts.app_version)} &middot; {escape(facts.made)}</p>",
        f"<p><b>{escape(facts.disclaimer)}</b></p>",
        "<hr>",
        _table(facts.rows),
        f'<p align="center"><img src="{escape(picture)}" width="{width}" height="{height}"></p>',
    ]
    if facts.heatmap_note:
        parts.append(f'<p align="center">{escape(facts.heatmap_note)}</p>')
    parts.append(_heading(speak(say("The model's answer"))))
    parts += _answer(facts, speak)
    return "\n".join(parts)


def _answer(facts: ReportFacts, speak: Speak) -> list[str]:
    prediction = facts.prediction
    if prediction is None:
        return [_paragraph(speak(NOT_ANALYSED)), *_cautions(list(facts.cautions), speak)]
    said: Caution | None = None
    if prediction.gate_refused:
        words = refusal(prediction, facts.modality)
        said = words.caution
        parts = [
            f"<p><b>{escape(speak(words.title))}</b></p>",
            _paragraph(speak(joined((words.reason, say("No probabilities are given."))))),
        ]
    else:
        parts = _probabilities(prediction, speak)
        if prediction.decision is not None:
            said = Caution.THRESHOLD_DISAGREES
    texts = [caution_text(c, prediction) for c in prediction.cautions if c is not said]
    sentences = [f"{speak(text.title)}: {speak(text.sentence)}" for text in texts]
    # How the file was read may be said by a caution of the answer already.
    others = (one for one in facts.cautions if not any(one in text for text in sentences))
    parts += _cautions([*sentences, *others], speak)
    parts.append(_heading(speak(say("Where the answer is from"))))
    parts.append(
        _table(
            (
                (speak(say("Model")), prediction.model_id),
                ("SHA-256", prediction.model_sha256),
                (speak(say("Engine")), f"{prediction.engine}, {prediction.device}"),
                (speak(say("Application")), f"TumorView {facts.app_version}"),
            )
        )
    )
    return parts


def _probabilities(prediction: Prediction, speak: Speak) -> list[str]:
    decision, guess = prediction.decision, prediction.acquisition
    parts = []
    if decision is not None:
        parts += [
            f"<p><b>{escape(speak(decision_title(decision)))}</b></p>",
            _paragraph(speak(decision_reason(decision))),
            _paragraph(speak(disagreement(prediction))),
            _paragraph(speak(operating_point(decision))),
        ]
    parts.append(_paragraph(speak(prediction.evidence)))
    pairs = zip(prediction.probabilities.labels, prediction.probabilities.values, strict=True)
    parts.append(_paragraph(speak(say("Calibrated probabilities:"))))
    parts.append(_table(tuple((speak(label.name), percent(value)) for label, value in pairs)))
    parts.append(_paragraph(speak(joined((set_words(prediction), coverage_words(prediction))))))
    if guess is not None:
        parts.append(_paragraph(speak(acquisition_words(guess))))
    return [part for part in parts if part]


def _cautions(sentences: list[str], speak: Speak) -> list[str]:
    if not sentences:
        return []
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return [_heading(speak(say("Cautions"))), f"<ul>{items}</ul>"]


def _heading(text: str) -> str:
    return f"<h3>{escape(text)}</h3>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _table(rows: tuple[tuple[str, str], ...]) -> str:
    cells = "".join(
        f"<tr><td>{escape(what)}&nbsp;&nbsp;&nbsp;</td><td>{escape(value)}</td></tr>"
        for what, value in rows
        if value
    )
    return f'<table cellspacing="0" cellpadding="1">{cells}</table>' if cells else ""
