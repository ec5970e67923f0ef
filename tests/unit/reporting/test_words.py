from __future__ import annotations

import pytest

from tests.ui.models import answer, decided
from tumorview.domain.prediction import Caution
from tumorview.reporting.cautions import CAUTION_TEXTS, caution_text
from tumorview.reporting.words import (
    coverage_words,
    decision_title,
    disagreement,
    set_names,
    set_words,
)

_FOUR = ("glioma", "meningioma", "pituitary", "no_tumor")


@pytest.mark.parametrize(
    ("members", "names", "sentence"),
    [
        ((), "", ""),
        (_FOUR[:1], "Glioma", "The only class that is not ruled out: Glioma."),
        (_FOUR[:2], "Glioma or Meningioma", "Cannot tell apart: Glioma or Meningioma."),
        (
            _FOUR[:3],
            "Glioma, Meningioma or Pituitary tumour",
            "Cannot tell apart: Glioma, Meningioma or Pituitary tumour.",
        ),
    ],
)
def test_a_prediction_set_is_read_aloud(
    members: tuple[str, ...], names: str, sentence: str
) -> None:
    prediction = answer(prediction_set=members)
    assert set_names(prediction) == names
    assert set_words(prediction) == sentence


def test_what_a_prediction_set_promises_is_said_where_there_is_one() -> None:
    promised = coverage_words(answer(prediction_set=_FOUR[:2], set_coverage=0.9))
    assert "in about 90 of 100 images" in promised
    assert coverage_words(answer(set_coverage=0.9)) == ""
    assert coverage_words(answer(prediction_set=_FOUR[:2])) == ""


@pytest.mark.parametrize(
    ("values", "probability"), [((0.6, 0.1, 0.1, 0.2), 0.8), ((0.1, 0.05, 0.05, 0.8), 0.2)]
)
def test_where_threshold_and_class_agree_there_is_nothing_to_say(
    values: tuple[float, ...], probability: float
) -> None:
    assert disagreement(answer(values, decision=decided(probability))) == ""


def test_a_suspicion_against_the_most_probable_class_is_a_disagreement() -> None:
    said = disagreement(answer((0.2, 0.1, 0.1, 0.6), decision=decided(0.4)))
    assert '"No tumour" is the most probable single class' in said
    assert "reaches the threshold" in said


def test_a_tumour_on_top_below_the_threshold_is_a_disagreement_too() -> None:
    prediction = answer((0.5, 0.05, 0.05, 0.4), decision=decided(0.6, threshold=0.7))
    assert prediction.decision is not None
    assert decision_title(prediction.decision) == "No tumour suspected"
    assert '"Glioma"' in disagreement(prediction)
    assert "stays below the threshold" in disagreement(prediction)


@pytest.mark.parametrize("caution", list(Caution))
def test_a_caution_without_more_to_say_has_its_own_sentence(caution: Caution) -> None:
    assert caution_text(caution, answer(cautions=(caution,))) == CAUTION_TEXTS[caution]
