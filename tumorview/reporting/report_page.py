"""The report of one image and the model's answer, as the HTML subset that Qt's documents know.

The words are those of the window; nothing here decides what may be said. The page is black on
white, for paper.
"""

from __future__ import annotations

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

TITLE = "Image and model result"
NOT_ANALYSED = "This image has not been analysed."


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


def report_html(facts: ReportFacts, picture: str, width: int, height: int) -> str:
    """The whole page.

    Parameters
    ----------
    picture
        Name of the picture among the document's resources.
    width, height
        How large it is drawn, in the document's pixels.
    """
    parts = [
        f"<h2>{escape(TITLE)}</h2>",
        f"<p>TumorView {escape(facts.app_version)} &middot; {escape(facts.made)}</p>",
        f"<p><b>{escape(facts.disclaimer)}</b></p>",
        "<hr>",
        _table(facts.rows),
        f'<p align="center"><img src="{escape(picture)}" width="{width}" height="{height}"></p>',
    ]
    if facts.heatmap_note:
        parts.append(f'<p align="center">{escape(facts.heatmap_note)}</p>')
    parts.append("<h3>The model's answer</h3>")
    parts += _answer(facts)
    return "\n".join(parts)


def _answer(facts: ReportFacts) -> list[str]:
    prediction = facts.prediction
    if prediction is None:
        return [_paragraph(NOT_ANALYSED), *_cautions(list(facts.cautions))]
    said: Caution | None = None
    if prediction.gate_refused:
        words = refusal(prediction, facts.modality)
        said = words.caution
        parts = [
            f"<p><b>{escape(words.title)}</b></p>",
            _paragraph(f"{words.reason} No probabilities are given.".strip()),
        ]
    else:
        parts = _probabilities(prediction)
        if prediction.decision is not None:
            said = Caution.THRESHOLD_DISAGREES
    texts = [caution_text(c, prediction) for c in prediction.cautions if c is not said]
    sentences = [f"{text.title}: {text.sentence}" for text in texts]
    # How the file was read may be said by a caution of the answer already.
    others = (one for one in facts.cautions if not any(one in text for text in sentences))
    parts += _cautions([*sentences, *others])
    parts.append("<h3>Where the answer is from</h3>")
    parts.append(
        _table(
            (
                ("Model", prediction.model_id),
                ("SHA-256", prediction.model_sha256),
                ("Engine", f"{prediction.engine}, {prediction.device}"),
                ("Application", f"TumorView {facts.app_version}"),
            )
        )
    )
    return parts


def _probabilities(prediction: Prediction) -> list[str]:
    decision, guess = prediction.decision, prediction.acquisition
    parts = []
    if decision is not None:
        parts += [
            f"<p><b>{escape(decision_title(decision))}</b></p>",
            _paragraph(decision_reason(decision)),
            _paragraph(disagreement(prediction)),
            _paragraph(operating_point(decision)),
        ]
    parts.append(_paragraph(prediction.evidence))
    pairs = zip(prediction.probabilities.labels, prediction.probabilities.values, strict=True)
    parts.append("<p>Calibrated probabilities:</p>")
    parts.append(_table(tuple((label.name, percent(value)) for label, value in pairs)))
    parts.append(_paragraph(f"{set_words(prediction)} {coverage_words(prediction)}".strip()))
    if guess is not None:
        parts.append(_paragraph(acquisition_words(guess)))
    return [part for part in parts if part]


def _cautions(sentences: list[str]) -> list[str]:
    if not sentences:
        return []
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return ["<h3>Cautions</h3>", f"<ul>{items}</ul>"]


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _table(rows: tuple[tuple[str, str], ...]) -> str:
    cells = "".join(
        f"<tr><td>{escape(what)}&nbsp;&nbsp;&nbsp;</td><td>{escape(value)}</td></tr>"
        for what, value in rows
        if value
    )
    return f'<table cellspacing="0" cellpadding="1">{cells}</table>' if cells else ""
