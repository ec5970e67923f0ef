"""Prediction sets calibrated by patient."""

from __future__ import annotations

import numpy as np
import pytest
from crepes import ConformalClassifier

from training.errors import DataError
from training.trust.conformal import class_quantiles, cross_checked_sets
from tumorview.inference.prediction_sets import set_members

CLASSES = ("glioma", "meningioma", "no_tumor")


def _answers(patients: int, slices: int, seed: int) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Probabilities in which a patient's slices share most of what makes them hard."""
    random = np.random.default_rng(seed)
    labels = np.repeat(random.integers(0, 3, patients), slices)
    shared = np.repeat(random.normal(0, 1.2, (patients, 3)), slices, axis=0)
    logits = shared + random.normal(0, 0.5, shared.shape)
    logits[np.arange(labels.size), labels] += 1.5
    powers = np.exp(logits)
    groups = [str(i // slices) for i in range(labels.size)]
    return powers / powers.sum(axis=1, keepdims=True), labels, groups


def test_with_one_slice_a_patient_the_sets_are_those_of_crepes() -> None:
    probabilities, labels, groups = _answers(300, 1, 1)
    new, _, _ = _answers(200, 1, 2)
    quantiles = class_quantiles(probabilities, labels, groups, class_ids=CLASSES)
    scores = 1 - probabilities[np.arange(300), labels]
    judge = ConformalClassifier().fit(scores, bins=labels)
    expected = np.stack(
        [
            judge.predict_p(1 - new[:, [c]], np.full(200, c), all_classes=True, smoothing=False)
            for c in range(3)
        ],
        axis=1,
    )[:, :, 0]
    inside = new >= 1 - np.array(quantiles)
    np.testing.assert_array_equal(inside, expected > 0.1)


def test_sets_hold_the_true_class_of_new_patients_as_often_as_stated() -> None:
    covered: list[list[float]] = [[], [], []]
    for seed in range(30):
        probabilities, labels, groups = _answers(240, 4, seed)
        new, truth, _ = _answers(400, 4, 1000 + seed)
        quantiles = class_quantiles(probabilities, labels, groups, class_ids=CLASSES)
        sets = set_members(new, quantiles)
        for index in range(3):
            own = truth == index
            covered[index].append(float(sets[own, index].mean()))
    for shares in covered:
        assert 0.89 <= np.mean(shares) <= 0.93


def test_a_patient_with_many_slices_counts_as_one() -> None:
    probabilities, labels, groups = _answers(60, 1, 3)
    once = class_quantiles(probabilities, labels, groups, class_ids=CLASSES)
    again = np.repeat(np.arange(60), np.where(np.arange(60) < 5, 50, 1))
    many = class_quantiles(
        probabilities[again], labels[again], [groups[i] for i in again], class_ids=CLASSES
    )
    assert many == pytest.approx(once)


def test_too_few_patients_put_the_class_into_every_set() -> None:
    probabilities = np.full((12, 2), 0.5)
    labels = np.array([0] * 3 + [1] * 9)
    groups = [str(i) for i in range(12)]
    quantiles = class_quantiles(probabilities, labels, groups, class_ids=("a", "b"))
    assert quantiles[0] == 1.0
    assert quantiles[1] == pytest.approx(0.5)


def test_quantiles_of_a_fold_come_from_the_others() -> None:
    probabilities = np.array([[0.9, 0.1]] * 20 + [[0.2, 0.8]] * 20)
    labels = np.zeros(40, int)
    labels[::4] = 1
    groups = [str(i) for i in range(40)]
    folds = np.repeat([0, 1], 20)
    sets = cross_checked_sets(
        probabilities, labels, groups, folds, class_ids=("a", "b"), coverage=0.5
    )
    first = class_quantiles(
        probabilities[20:], labels[20:], groups[20:], class_ids=("a", "b"), coverage=0.5
    )
    np.testing.assert_array_equal(sets[:20], set_members(probabilities[:20], first))
    assert not np.array_equal(
        class_quantiles(
            probabilities[:20], labels[:20], groups[:20], class_ids=("a", "b"), coverage=0.5
        ),
        first,
    )


def test_a_class_without_images_is_refused() -> None:
    with pytest.raises(DataError, match=r"every class.*'b'"):
        class_quantiles(np.ones((2, 2)), np.zeros(2, int), ["x", "y"], class_ids=("a", "b"))
