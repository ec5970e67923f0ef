from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tumorview.domain.arrays import Float32Array
from tumorview.inference.errors import InferenceError
from tumorview.inference.probabilities import sigmoid_probabilities, softmax_probabilities

_logits = hnp.arrays(np.float32, (3, 4), elements=st.floats(-1e6, 1e6, width=32))


def test_softmax_has_the_values_worked_out_by_hand() -> None:
    logits = np.log(np.array([[1.0, 2.0, 3.0, 4.0]], np.float32))
    np.testing.assert_allclose(
        softmax_probabilities(logits, 1.0), [[0.1, 0.2, 0.3, 0.4]], rtol=1e-6
    )


def test_a_higher_temperature_makes_the_answer_less_certain_but_not_another() -> None:
    logits = np.array([[1.0, 3.0, 2.0]], np.float32)
    cool, warm = (softmax_probabilities(logits, t)[0] for t in (1.0, 2.0))
    np.testing.assert_allclose(warm[1] / warm[2], np.exp(0.5), rtol=1e-6)
    assert warm.max() < cool.max()
    assert warm.argmax() == cool.argmax()


def test_sigmoid_is_the_softmax_of_zero_and_the_logit() -> None:
    logits = np.array([[-3.0], [0.0], [0.4]], np.float32)
    pairs = np.concatenate([np.zeros_like(logits), logits], axis=1)
    np.testing.assert_allclose(
        sigmoid_probabilities(logits, 1.5), softmax_probabilities(pairs, 1.5), rtol=1e-6
    )


@given(logits=_logits, temperature=st.floats(0.01, 100))
def test_probabilities_sum_to_one_and_never_overflow(
    logits: Float32Array, temperature: float
) -> None:
    for values in (
        softmax_probabilities(logits, temperature),
        sigmoid_probabilities(logits[:, :1], temperature),
    ):
        np.testing.assert_allclose(values.sum(axis=1), 1.0, rtol=1e-12)
        assert values.min() >= 0.0


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_a_logit_that_is_not_a_number_is_an_error_and_never_a_probability(bad: float) -> None:
    logits = np.array([[0.0, bad, 1.0]], np.float32)
    with pytest.raises(InferenceError, match="not a number"):
        softmax_probabilities(logits, 1.0)
    with pytest.raises(InferenceError, match="not a number"):
        sigmoid_probabilities(logits[:, 1:2], 1.0)
