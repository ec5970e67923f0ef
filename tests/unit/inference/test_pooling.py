from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.models import answer, decided
from tumorview.domain.prediction import ClassLabel
from tumorview.domain.series_answer import SliceAnswer, SliceState, Span
from tumorview.inference.pooling import NEIGHBOURS, pool_series, slice_answer

WAITING = SliceAnswer()
REFUSED = SliceAnswer(SliceState.REFUSED)
FAILED = SliceAnswer(SliceState.FAILED)


def with_probability(value: float, threshold: float = 0.5) -> SliceAnswer:
    return SliceAnswer(SliceState.ANSWERED, value, value >= threshold)


def series(*values: float) -> list[SliceAnswer]:
    return [with_probability(value) for value in values]


def test_the_score_is_the_highest_mean_of_three_neighbours() -> None:
    pooled = pool_series(series(0.1, 0.9, 0.2, 0.6, 0.7, 0.8, 0.1))
    assert pooled.score == pytest.approx(0.7)
    assert pooled.score_span == Span(3, 5)
    assert pooled.neighbours == NEIGHBOURS == 3


def test_one_image_that_stands_out_does_not_make_the_score() -> None:
    pooled = pool_series(series(0.02, 0.02, 0.99, 0.02, 0.02))
    assert pooled.score == pytest.approx((0.99 + 0.04) / 3)
    assert pooled.best == 2
    assert pooled.longest_run == Span(2, 2)


@pytest.mark.parametrize("gap", [REFUSED, FAILED, WAITING])
def test_a_gap_is_counted_apart_and_never_filled(gap: SliceAnswer) -> None:
    pooled = pool_series([*series(0.9, 0.9), gap, *series(0.9, 0.6, 0.6)])
    assert pooled.score == pytest.approx(0.7)
    assert pooled.score_span == Span(3, 5)
    assert pooled.longest_run == Span(3, 5)
    assert (pooled.total, pooled.answered, pooled.suspected) == (6, 5, 5)
    counts = {
        SliceState.REFUSED: pooled.refused,
        SliceState.FAILED: pooled.failed,
        SliceState.WAITING: pooled.waiting,
    }
    assert counts.pop(gap.state) == 1
    assert set(counts.values()) == {0}


def test_without_three_neighbours_there_is_no_score() -> None:
    pooled = pool_series([*series(0.9, 0.9), REFUSED, *series(0.9, 0.9)])
    assert pooled.score is None
    assert pooled.score_span is None
    assert pooled.answered == 4
    assert pool_series(series(0.9, 0.9)).score is None


def test_an_empty_series_has_nothing_to_say() -> None:
    pooled = pool_series([])
    assert (pooled.total, pooled.answered, pooled.suspected) == (0, 0, 0)
    assert (pooled.best, pooled.score, pooled.longest_run) == (None, None, None)


def test_of_several_equal_ones_the_first_counts() -> None:
    pooled = pool_series(series(0.6, 0.6, 0.6, 0.1, 0.6, 0.6, 0.6))
    assert pooled.best == 0
    assert pooled.score_span == Span(0, 2)
    assert pooled.longest_run == Span(0, 2)


def test_a_mean_of_no_image_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one image"):
        pool_series(series(0.5), neighbours=0)


@given(
    st.lists(
        st.one_of(
            st.floats(0, 1).map(with_probability), st.sampled_from([REFUSED, FAILED, WAITING])
        ),
        max_size=30,
    )
)
def test_the_score_lies_between_the_answers_and_the_counts_add_up(
    slices: list[SliceAnswer],
) -> None:
    pooled = pool_series(slices)
    known = [one.tumor_probability for one in slices if one.tumor_probability is not None]
    assert pooled.answered + pooled.refused + pooled.failed + pooled.waiting == len(slices)
    assert pooled.suspected == sum(one.suspected for one in slices)
    if pooled.score is not None:
        assert min(known) - 1e-9 <= pooled.score <= max(known) + 1e-9
    # The other way round it is the same score.
    again = pool_series(slices[::-1])
    assert again.score == pytest.approx(pooled.score)
    lengths = [None if p.longest_run is None else p.longest_run.length for p in (pooled, again)]
    assert lengths[0] == lengths[1]


def test_an_image_is_suspected_by_the_threshold_of_the_model_where_it_has_one() -> None:
    below_half = slice_answer(answer((0.3, 0.05, 0.05, 0.6), decision=decided(0.4, 0.3)))
    assert (below_half.state, below_half.suspected) == (SliceState.ANSWERED, True)
    assert below_half.tumor_probability == pytest.approx(0.4)
    assert not slice_answer(answer((0.3, 0.05, 0.05, 0.6))).suspected
    assert slice_answer(answer((0.3, 0.1, 0.1, 0.5))).suspected


def test_a_refused_image_and_one_without_a_class_against_a_tumour_have_no_number() -> None:
    assert slice_answer(answer(refused=True)) == REFUSED
    others = (ClassLabel("a", "A"), ClassLabel("b", "B"))
    assert slice_answer(answer((0.5, 0.5), labels=others)) == REFUSED
