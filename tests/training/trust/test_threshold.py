"""The decision threshold."""

from __future__ import annotations

import numpy as np
import pytest

from training.errors import DataError
from training.trust.threshold import specific_threshold, tumor_threshold


def test_the_threshold_is_the_highest_that_reaches_the_sensitivity() -> None:
    random = np.random.default_rng(2)
    tumor = np.arange(500) < 200
    probabilities = np.clip(random.normal(np.where(tumor, 0.7, 0.3), 0.15), 0, 1)
    found = tumor_threshold(probabilities, tumor)
    assert np.mean(probabilities[tumor] >= found.value) == found.sensitivity >= 0.95
    assert np.mean(probabilities[tumor] >= found.value + 2e-4 + 1e-9) < found.sensitivity
    assert found.specificity == np.mean(probabilities[~tumor] < found.value)
    assert (found.tumors, found.others) == (200, 300)


def test_certain_answers_still_give_a_threshold_that_a_manifest_takes() -> None:
    tumor = np.array([True, True, False])
    assert 0 < tumor_threshold(np.array([1.0, 1.0, 0.0]), tumor).value < 1
    assert 0 < tumor_threshold(np.array([0.0, 0.0, 0.0]), tumor).value < 1


@pytest.mark.parametrize("tumor", [[True, True], [False, False]])
def test_one_kind_alone_is_refused(tumor: list[bool]) -> None:
    with pytest.raises(DataError, match="images with a tumour and images without"):
        tumor_threshold(np.array([0.1, 0.9]), np.array(tumor))


def test_with_few_patients_the_threshold_is_the_lowest_that_reaches_the_specificity() -> None:
    random = np.random.default_rng(3)
    tumor = np.arange(300) < 20
    probabilities = np.clip(random.normal(np.where(tumor, 0.6, 0.3), 0.15), 0, 1)
    found = specific_threshold(probabilities, tumor)
    assert np.mean(probabilities[~tumor] < found.value) == found.specificity >= 0.90
    assert np.mean(probabilities[~tumor] < found.value - 2e-4) <= 0.90
    assert found.sensitivity == np.mean(probabilities[tumor] >= found.value)
    assert 0 < specific_threshold(np.ones(3), np.array([True, False, False])).value < 1


@pytest.mark.parametrize("tumor", [[True, True], [False, False]])
def test_one_kind_alone_has_no_specific_threshold(tumor: list[bool]) -> None:
    with pytest.raises(DataError, match="images with a tumour and images without"):
        specific_threshold(np.array([0.1, 0.9]), np.array(tumor))
