from __future__ import annotations

import pytest

from tests.ui.models import answer, decided
from tumorview.domain.prediction import Prediction
from tumorview.reporting.comparison_words import agreement

NAMES = ("Alpha", "Beta")
TUMOR = answer((0.9, 0.0, 0.0, 0.1))
NONE = answer((0.1, 0.0, 0.0, 0.9))
SILENT = answer(refused=True)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (TUMOR, TUMOR, "Both models suspect a tumour."),
        (NONE, NONE, "Both models suspect no tumour."),
        (TUMOR, NONE, "They disagree: Alpha suspects a tumour, Beta does not."),
        (NONE, TUMOR, "They disagree: Beta suspects a tumour, Alpha does not."),
        (SILENT, TUMOR, "Nothing to compare: Alpha gives no answer for this image."),
        (TUMOR, SILENT, "Nothing to compare: Beta gives no answer for this image."),
        (SILENT, SILENT, "Neither model gives an answer for this image."),
    ],
)
def test_two_answers_are_compared_in_words(
    first: Prediction, second: Prediction, words: str
) -> None:
    assert agreement(first, second, NAMES) == words


def test_each_model_is_taken_by_its_own_threshold() -> None:
    low = answer((0.2, 0.0, 0.0, 0.8), decision=decided(0.2, 0.1))
    high = answer((0.2, 0.0, 0.0, 0.8), decision=decided(0.2, 0.3))
    assert agreement(low, high, NAMES).startswith("They disagree: Alpha")
