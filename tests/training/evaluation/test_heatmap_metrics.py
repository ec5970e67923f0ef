"""Heatmaps against lesions."""

from __future__ import annotations

import numpy as np
import pytest

from training.evaluation.heatmap_metrics import (
    best_threshold,
    intersections_over_union,
    lesion_cells,
    on_mask_cells,
    peaks_in_lesions,
    relevance_inside,
)


def _mask(value: int = 255) -> np.ndarray:
    masks = np.zeros((1, 16, 16), np.uint8)
    masks[0, 4:8, 4:8] = value
    return masks


def test_a_peak_counts_only_on_the_lesion() -> None:
    heat = np.zeros((2, 16, 16), np.float16)
    heat[0, 5, 5] = heat[1, 8, 8] = 0.4
    masks = np.concatenate([_mask(), _mask()])
    assert peaks_in_lesions(heat, masks).tolist() == [True, False]


def test_a_map_that_is_the_same_everywhere_points_nowhere() -> None:
    masks = np.full((1, 16, 16), 255, np.uint8)
    assert peaks_in_lesions(np.full((1, 16, 16), 0.5), masks).tolist() == [False]


def test_a_lesion_that_fills_no_cell_still_has_cells() -> None:
    masks = _mask(40)
    masks[0, 10, 10] = 10
    assert lesion_cells(masks).sum() == 16
    assert lesion_cells(np.zeros((1, 16, 16), np.uint8)).sum() == 0


def test_overlap_worked_out_by_hand() -> None:
    heat = np.zeros((1, 16, 16), np.float16)
    heat[0, 4:8, 6:10] = 0.6
    masks = _mask()
    assert intersections_over_union(heat, masks, np.array([0.5])) == pytest.approx([8 / 24])
    assert intersections_over_union(heat, masks, np.array([0.7])) == pytest.approx([0.0])


def test_the_best_threshold_has_the_largest_overlap() -> None:
    heat = np.full((1, 16, 16), 0.33, np.float16)
    heat[0, 4:8, 4:8] = 0.62
    threshold = best_threshold(heat, _mask())
    assert 0.33 < threshold <= 0.62
    assert intersections_over_union(heat, _mask(), np.array([threshold])) == pytest.approx([1.0])


def test_relevance_is_the_share_of_the_whole_map() -> None:
    heat = np.zeros((2, 16, 16), np.float16)
    heat[0, 4:8, 4:8] = 0.5
    heat[0, 8:12, 8:12] = 0.25
    masks = np.concatenate([_mask(), _mask()])
    np.testing.assert_allclose(relevance_inside(heat, masks), [2 / 3, 0.0], atol=1e-3)


def test_a_coarse_map_keeps_its_peak_in_its_place() -> None:
    coarse = np.zeros((1, 4, 4), np.float32)
    coarse[0, 1, 2] = 1.0
    fine = on_mask_cells(coarse, 64)[0]
    row, column = np.unravel_index(int(fine.argmax()), fine.shape)
    assert 16 <= row < 32
    assert 32 <= column < 48
