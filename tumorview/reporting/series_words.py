"""What is said of a whole series: the same wherever it is shown."""

from __future__ import annotations

from tumorview.domain.series_answer import SeriesAnswer, Span
from tumorview.reporting.words import percent

NOT_CALIBRATED = (
    "Not calibrated: how often such a score is right was not measured on series. The model's "
    "threshold was chosen for single images and decides nothing here."
)
STUDY_NOT_VALIDATED = (
    "Not calibrated and not validated for studies: it is the highest score of a series that "
    "speaks, and the more series a study has the higher it is without a tumour. No decision is "
    "made from it; images not flagged still have to be read."
)
NO_KNOWN_ORDER = (
    "The order of these images is not known by their positions, so neighbours in the list need "
    "not be neighbours in the head."
)


def series_title(answer: SeriesAnswer) -> str:
    """How many images speak for a tumour."""
    if not answer.answered:
        return "No image of the series has an answer"
    if not answer.suspected:
        return f"No tumour suspected in {_images(answer.answered)} with an answer"
    return f"Tumour suspected in {answer.suspected} of {_images(answer.answered)} with an answer"


def run_words(answer: SeriesAnswer) -> str:
    """The longest run of suspected images, "" without one."""
    run = answer.longest_run
    if run is None:
        return ""
    if run.length == 1:
        return f"None of these are next to each other; the first is {_span(run)}."
    return f"Longest run of neighbours: {_span(run)}."


def pooled_words(answer: SeriesAnswer) -> str:
    """The score and how it was pooled."""
    how = f"the highest mean of {answer.neighbours} neighbouring images"
    if answer.score is None or answer.score_span is None:
        return f"No score: it would be {how}, and no {answer.neighbours} neighbours have an answer."
    return (
        f"Score {percent(answer.score)}, pooled from {answer.answered} of "
        f"{_images(answer.total)} by {how} ({_span(answer.score_span)})."
    )


def left_out_words(answer: SeriesAnswer) -> str:
    """Images that took no part, each kind by itself; "" where all did."""
    parts = (
        (answer.refused, "refused by the model (empty boxes)"),
        (answer.failed, "failed (crossed boxes)"),
        (answer.waiting, "not analysed (no mark)"),
    )
    said = [f"{count} {words}" for count, words in parts if count]
    return f"Left out: {', '.join(said)}." if said else ""


def best_words(answer: SeriesAnswer, probability: float | None) -> str:
    """Which image has the highest probability, "" without one."""
    if answer.best is None or probability is None:
        return ""
    return f"Highest probability: image {answer.best + 1}, {percent(probability)}."


def _span(span: Span) -> str:
    if span.length == 1:
        return f"image {span.first + 1}"
    return f"images {span.first + 1} to {span.last + 1}"


def _images(count: int) -> str:
    return "1 image" if count == 1 else f"{count} images"
