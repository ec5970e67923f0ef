"""What is said of two models' answers for one image."""

from __future__ import annotations

from tumorview.domain.prediction import Prediction
from tumorview.domain.series_answer import SliceState
from tumorview.inference.pooling import slice_answer
from tumorview.said import say

NOT_A_VOTE = (
    "Each model has its own classes, threshold and calibration: their numbers are not on one "
    "scale, and two that agree are no proof, least of all where they learned from the same images. "
    "A model without a threshold suspects a tumour from 50 % on."
)


def agreement(first: Prediction, second: Prediction, names: tuple[str, str]) -> str:
    """Whether the two say the same of a tumour; `names` are the models' names for people."""
    answers = (slice_answer(first), slice_answer(second))
    silent = [
        name
        for name, one in zip(names, answers, strict=True)
        if one.state is not SliceState.ANSWERED
    ]
    if len(silent) == 2:
        return say("Neither model gives an answer for this image.")
    if silent:
        return say("Nothing to compare: {model} gives no answer for this image.", model=silent[0])
    if answers[0].suspected == answers[1].suspected:
        if answers[0].suspected:
            return say("Both models suspect a tumour.")
        return say("Both models suspect no tumour.")
    sure, other = names if answers[0].suspected else names[::-1]
    return say("They disagree: {sure} suspects a tumour, {other} does not.", sure=sure, other=other)
