"""Intervals over groups."""

from __future__ import annotations

import numpy as np
import pytest

from training.evaluation.intervals import BoolArray, Figure, GroupDraws, mean, ratio


def _share(hits: BoolArray, groups: list[str]) -> Figure:
    found = mean("x", hits.astype(np.float64), groups, draws=100)
    assert found is not None
    return found


def test_totals_are_the_sums_over_the_images_of_each_draw() -> None:
    draws = GroupDraws.of(["a", "b", "a", "c"], draws=50)
    values = np.array([[1.0, 0], [2, 1], [4, 0], [8, 0]])
    totals = draws.totals(values)
    for draw in range(50):
        np.testing.assert_allclose(totals[draw], draws.weights(draw) @ values)
    assert np.all(draws.times.sum(axis=1) == 3)


def test_the_same_groups_give_the_same_interval_in_any_order() -> None:
    hits = np.array([True, False, True, True, False, True])
    groups = ["a", "a", "b", "b", "c", "c"]
    backwards = _share(hits[::-1], groups[::-1])
    assert _share(hits, groups).interval95 == backwards.interval95


def test_a_flawless_figure_is_no_surer_than_its_number_of_patients_allows() -> None:
    hits = np.ones(400, bool)
    few = _share(hits, [str(i % 5) for i in range(400)])
    many = _share(hits, [str(i % 100) for i in range(400)])
    assert few.value == many.value == 1.0
    np.testing.assert_allclose(few.interval95, (0.025 ** (1 / 5), 1.0))
    np.testing.assert_allclose(many.interval95, (0.025 ** (1 / 100), 1.0))
    none = _share(~hits, [str(i % 5) for i in range(400)])
    np.testing.assert_allclose(none.interval95, (0.0, 1 - 0.025 ** (1 / 5)))


def test_a_ratio_counts_only_images_and_groups_that_can_be_in_it() -> None:
    figure = ratio("x", np.array([1, 0, 0]), np.array([1, 1, 0]), ["a", "b", "c"])
    assert figure is not None
    assert (figure.value, figure.images, figure.groups) == (0.5, 2, 2)
    assert ratio("x", np.zeros(2), np.zeros(2), ["a", "b"]) is None


def test_a_mean_lies_in_its_interval() -> None:
    values = np.linspace(0.2, 0.8, 30)
    figure = mean("iou", values, [str(i) for i in range(30)])
    assert figure is not None
    assert figure.value == pytest.approx(0.5)
    assert 0.2 < figure.interval95[0] < 0.5 < figure.interval95[1] < 0.8
