"""What is said of a whole series: the same wherever it is shown."""

from __future__ import annotations

from tumorview.domain.series_answer import SeriesAnswer, Span
from tumorview.reporting.words import percent
from tumorview.said import joined, say, say_many

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
        return say("No image of the series has an answer")
    if not answer.suspected:
        return say_many(
            "No tumour suspected in {n} image with an answer",
            "No tumour suspected in {n} images with an answer",
            answer.answered,
        )
    return say_many(
        "Tumour suspected in {suspected} of {n} image with an answer",
        "Tumour suspected in {suspected} of {n} images with an answer",
        answer.answered,
        suspected=answer.suspected,
    )


def run_words(answer: SeriesAnswer) -> str:
    """The longest run of suspected images, "" without one."""
    run = answer.longest_run
    if run is None:
        return ""
    if run.length == 1:
        return say("None of these are next to each other; the first is {which}.", which=_span(run))
    return say("Longest run of neighbours: {which}.", which=_span(run))


def pooled_words(answer: SeriesAnswer) -> str:
    """The score and how it was pooled."""
    if answer.score is None or answer.score_span is None:
        return say(
            "No score: it would be the highest mean of {neighbours} neighbouring images, and no "
            "{neighbours} neighbours have an answer.",
            neighbours=answer.neighbours,
        )
    return say_many(
        "Score {score}, pooled from {answered} of {n} image by the highest mean of {neighbours} "
        "neighbouring images ({which}).",
        "Score {score}, pooled from {answered} of {n} images by the highest mean of {neighbours} "
        "neighbouring images ({which}).",
        answer.total,
        score=percent(answer.score),
        answered=answer.answered,
        neighbours=answer.neighbours,
        which=_span(answer.score_span),
    )


def left_out_words(answer: SeriesAnswer) -> str:
    """Images that took no part, each kind by itself; "" where all did."""
    parts = (
        (answer.refused, say("{count} refused by the model (empty boxes)", count=answer.refused)),
        (answer.failed, say("{count} failed (crossed boxes)", count=answer.failed)),
        (answer.waiting, say("{count} not analysed (no mark)", count=answer.waiting)),
    )
    which = joined((words for count, words in parts if count), ", ")
    return say("Left out: {which}.", which=which) if which else ""


def best_words(answer: SeriesAnswer, probability: float | None) -> str:
    """Which image has the highest probability, "" without one."""
    if answer.best is None or probability is None:
        return ""
    return say(
        "Highest probability: image {number}, {probability}.",
        number=answer.best + 1,
        probability=percent(probability),
    )


def _span(span: Span) -> str:
    if span.length == 1:
        return say("image {number}", number=span.first + 1)
    return say("images {first} to {last}", first=span.first + 1, last=span.last + 1)
