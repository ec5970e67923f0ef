from __future__ import annotations

import numpy as np
import pytest

from tumorview.domain.prediction import ClassLabel, ClassProbabilities
from tumorview.inference.decisions import decide, is_suspected, without_types
from tumorview.inference.manifest_trust import DecisionSpec

_SPEC = DecisionSpec(threshold=0.3, sensitivity=0.95, specificity=0.88, chosen_on="drawn data")
_LABELS = (
    ClassLabel("glioma", "Glioma"),
    ClassLabel("no_tumor", "No tumour"),
    ClassLabel("meningioma", "Meningioma"),
)


def test_a_tumour_is_suspected_from_the_threshold_on() -> None:
    found = is_suspected(np.array([0.0, 0.2999, 0.3, 1.0]), 0.3)
    assert found.tolist() == [False, False, True, True]


@pytest.mark.parametrize(("probability", "suspected"), [(0.3, True), (0.29, False)])
def test_a_decision_says_what_it_rests_on(probability: float, suspected: bool) -> None:
    decision = decide(probability, _SPEC)
    assert decision.suspected is suspected
    assert decision.tumor_probability == probability
    assert (decision.threshold, decision.sensitivity, decision.specificity) == (0.3, 0.95, 0.88)
    assert decision.chosen_on == "drawn data"


def test_without_types_only_tumour_against_no_tumour_is_left() -> None:
    whole = ClassProbabilities(_LABELS, (0.5, 0.2, 0.3), 1.3)
    joined = without_types(whole, "CT")
    assert [label.id for label in joined.labels] == ["tumor", "no_tumor"]
    assert joined.labels[0].name == "Tumour (type not judged on CT)"
    assert joined.values == pytest.approx((0.8, 0.2))
    assert joined.calibration_temperature == 1.3
    assert joined.tumor == pytest.approx(whole.tumor)


def test_types_cannot_be_joined_where_no_class_speaks_against_a_tumour() -> None:
    with pytest.raises(ValueError, match="no_tumor"):
        without_types(ClassProbabilities(_LABELS[::2], (0.4, 0.6), 1.0), "CT")
