"""From the scores of the series of a study to one for the study.

The rule. The score of a study is the highest score of a series that speaks. A series speaks where
its score can mean something: its files name the series (Series Instance UID), positions gave the
order of its images, the model answered at least as many of them as it refused, and no image that
the score rests on is of a modality that is unknown, contradicted or not validated.

Why the highest and no mean. The series of a study show one head in different ways: a tumour that
stands out after contrast may be hardly there in another sequence, and a localizer shows little of
anything. A mean over them would say which sequences were acquired. The highest is one series'
answer, with an image that can be looked at.

What it is not. It was not measured on studies. The chance that one of several series scores high
without a tumour grows with their number, so a study of ten series is not to be compared with one
of two. No decision is made from it, and it is not calibrated: neither are the scores of series
that it is chosen from (see `inference.pooling`).
"""

from __future__ import annotations

from collections.abc import Iterable

from tumorview.domain.prediction import Caution
from tumorview.domain.series_answer import SeriesAnswer, Silence
from tumorview.inference.cautions import REFUSING

STUDY_RULE = "highest_series_score"

NOT_VALIDATED = REFUSING | {
    Caution.MODALITY_UNKNOWN,
    Caution.MODALITY_CONTRADICTED,
    Caution.MOSAIC,
}
"""Cautions of an image that keep the score that rests on it from speaking for the study."""


def why_silent(
    answer: SeriesAnswer, cautions: Iterable[Caution], *, has_uid: bool, is_ordered: bool
) -> Silence | None:
    """Why a series does not speak for its study; None where it does.

    Parameters
    ----------
    cautions
        Of the images that the score is the mean of.
    has_uid, is_ordered
        Whether the files name the series, and whether positions gave their order.
    """
    if not answer.answered:
        return Silence.NO_ANSWER
    if not has_uid:
        return Silence.NO_SERIES_UID
    if answer.score is None:
        return Silence.NO_NEIGHBOURS
    if not is_ordered:
        return Silence.ORDER_UNKNOWN
    if answer.refused > answer.answered:
        return Silence.MOSTLY_REFUSED
    if not NOT_VALIDATED.isdisjoint(cautions):
        return Silence.NOT_VALIDATED
    return None
