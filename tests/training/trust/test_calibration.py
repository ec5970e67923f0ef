"""Temperature, certainty threshold and heatmap scale."""

from __future__ import annotations

import numpy as np
import pytest

from training.trust.calibration import certainty_threshold, fit_temperature, heatmap_full_scale


@pytest.mark.parametrize("temperature", [0.4, 1.0, 3.0])
def test_the_temperature_that_spoiled_the_logits_is_found_again(temperature: float) -> None:
    random = np.random.default_rng(3)
    honest = random.normal(0, 1.5, (20000, 4))
    powers = np.exp(honest)
    cumulated = np.cumsum(powers / powers.sum(axis=1, keepdims=True), axis=1)
    labels = (random.random((20000, 1)) > cumulated).sum(axis=1).clip(0, 3)
    spoiled = (honest * temperature).astype(np.float32)
    assert fit_temperature(spoiled, labels) == pytest.approx(temperature, rel=0.05)


def test_a_patient_with_many_slices_does_not_decide_the_temperature() -> None:
    random = np.random.default_rng(4)
    logits = random.normal(0, 2, (60, 4)).astype(np.float32)
    labels = np.where(random.random(60) < 0.7, logits.argmax(axis=1), random.integers(0, 4, 60))
    groups = [str(i) for i in range(60)]
    rows = np.repeat(np.arange(60), np.where(np.arange(60) == 7, 400, 1))
    repeated = [groups[i] for i in rows]
    once = fit_temperature(logits, labels)
    assert fit_temperature(logits[rows], labels[rows], repeated) == pytest.approx(once)
    assert fit_temperature(logits[rows], labels[rows]) != pytest.approx(once, rel=0.05)


def test_the_threshold_is_the_smallest_that_is_right_often_enough() -> None:
    top = np.linspace(0.505, 0.995, 50)
    probabilities = np.stack([top, 1 - top], axis=1)
    labels = np.where(top < 0.8, 1, 0)
    found = certainty_threshold(probabilities, labels)
    kept = top >= found
    assert np.mean(labels[kept] == 0) >= 0.95
    lower = top >= found - 0.01
    assert np.mean(labels[lower] == 0) < 0.95


def test_a_model_that_is_always_wrong_gets_the_highest_threshold() -> None:
    probabilities = np.tile([[0.9, 0.1]], (10, 1))
    assert certainty_threshold(probabilities, np.ones(10, int)) == 0.99


def test_full_scale_is_the_middle_of_what_the_tumour_classes_reach_on_their_own_images() -> None:
    maps = np.zeros((4, 2, 2, 4), np.float32)
    for image, peak in enumerate((4.0, 6.0, 50.0, 90.0)):
        maps[image, 1, 0, image] = peak
        maps[image, 0, 0, (image + 1) % 4] = 1000.0
    labels = np.array([0, 1, 2, 3])
    assert heatmap_full_scale(maps, labels, (0, 1, 2)) == pytest.approx(6.0)
