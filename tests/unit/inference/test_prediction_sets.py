from __future__ import annotations

import numpy as np

from tumorview.inference.prediction_sets import set_members


def test_a_class_is_in_the_set_from_one_minus_its_quantile_on() -> None:
    probabilities = np.array([[0.5, 0.25, 0.25], [0.75, 0.125, 0.125]])
    members = set_members(probabilities, (0.5, 0.75, 0.5))
    assert members.tolist() == [[True, True, False], [True, False, False]]


def test_an_empty_set_becomes_the_most_probable_class() -> None:
    members = set_members(np.array([[0.3, 0.4, 0.3]]), (0.1, 0.1, 0.1))
    assert members.tolist() == [[False, True, False]]


def test_sets_keep_the_stated_coverage_on_exchangeable_data() -> None:
    rng = np.random.default_rng(4)
    labels = rng.integers(0, 3, 4000)
    logits = rng.normal(size=(4000, 3)) + 2.0 * np.eye(3)[labels]
    powers = np.exp(logits)
    probabilities = powers / powers.sum(axis=1, keepdims=True)
    own = probabilities[np.arange(4000), labels]
    quantiles = [
        float(np.quantile(1 - own[:2000][labels[:2000] == one], 0.9, method="higher"))
        for one in range(3)
    ]
    covered = set_members(probabilities[2000:], quantiles)[np.arange(2000), labels[2000:]]
    assert 0.87 <= covered.mean() <= 0.93


def test_the_probabilities_are_left_as_they_were() -> None:
    probabilities = np.array([[0.3, 0.4, 0.3]])
    set_members(probabilities, (0.1, 0.1, 0.1))
    assert probabilities.tolist() == [[0.3, 0.4, 0.3]]
