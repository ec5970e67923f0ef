from __future__ import annotations

import pytest

from tumorview.domain.prediction import Caution
from tumorview.domain.series_answer import SeriesAnswer, Silence, SliceAnswer, SliceState
from tumorview.inference.cautions import REFUSING
from tumorview.inference.pooling import pool_series
from tumorview.inference.study_pooling import why_silent


def pooled(answered: int, refused: int = 0) -> SeriesAnswer:
    slices = [SliceAnswer(SliceState.ANSWERED, 0.2, False)] * answered
    return pool_series([*slices, *[SliceAnswer(SliceState.REFUSED)] * refused])


def reason(answer: SeriesAnswer, *cautions: Caution, **known: bool) -> Silence | None:
    return why_silent(answer, cautions, **({"has_uid": True, "is_ordered": True} | known))


def test_a_series_speaks_where_its_score_can_mean_something() -> None:
    assert reason(pooled(5), Caution.UNCERTAIN, Caution.LOW_RESOLUTION) is None
    assert reason(pooled(4, refused=4)) is None


def test_a_series_is_silent_for_the_first_reason_that_holds() -> None:
    assert reason(pooled(0, refused=3), has_uid=False) is Silence.NO_ANSWER
    assert reason(pooled(2), has_uid=False) is Silence.NO_SERIES_UID
    assert reason(pooled(2), is_ordered=False) is Silence.NO_NEIGHBOURS
    assert reason(pooled(4, refused=5), is_ordered=False) is Silence.ORDER_UNKNOWN
    assert reason(pooled(4, refused=5), Caution.MOSAIC) is Silence.MOSTLY_REFUSED


@pytest.mark.parametrize(
    "caution",
    sorted({*REFUSING, Caution.MODALITY_UNKNOWN, Caution.MODALITY_CONTRADICTED, Caution.MOSAIC}),
)
def test_a_score_on_images_that_are_not_validated_does_not_speak(caution: Caution) -> None:
    assert reason(pooled(5), Caution.UNCERTAIN, caution) is Silence.NOT_VALIDATED
