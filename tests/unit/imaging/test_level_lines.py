from __future__ import annotations

import numpy as np
import pytest

from tumorview.domain.arrays import Float32Array
from tumorview.imaging.level_lines import level_lines


def test_a_ramp_is_cut_where_it_passes_the_level_and_not_at_a_pixel() -> None:
    ramp = np.tile(np.arange(5, dtype=np.float32), (4, 1))
    lines = level_lines(ramp, 2.25)
    assert lines.shape == (3, 2, 2)
    # Value 2 has its centre at x = 2.5.
    np.testing.assert_allclose(lines[:, :, 0], 2.75)
    assert sorted(lines[:, :, 1].ravel().tolist()) == [0.5, 1.5, 1.5, 2.5, 2.5, 3.5]


def test_a_ramp_downwards_is_cut_across() -> None:
    ramp = np.tile(np.arange(5, dtype=np.float32)[:, np.newaxis], (1, 3))
    lines = level_lines(ramp, 0.5)
    np.testing.assert_allclose(lines[:, :, 1], 1.0)


def test_the_line_round_a_hill_is_a_circle_about_its_top() -> None:
    rows, columns = np.mgrid[0:41, 0:51]
    distance = np.hypot(columns + 0.5 - 30.0, rows + 0.5 - 17.0)
    lines = level_lines((40.0 - distance).astype(np.float32), 30.0)
    ends = lines.reshape(-1, 2)
    assert np.abs(np.hypot(ends[:, 0] - 30.0, ends[:, 1] - 17.0) - 10.0).max() < 0.05
    # Closed: every end belongs to two pieces.
    _, times = np.unique(np.round(ends, 4), axis=0, return_counts=True)
    assert set(times.tolist()) == {2}
    length = np.hypot(*(lines[:, 1] - lines[:, 0]).T).sum()
    assert length == pytest.approx(2 * np.pi * 10.0, rel=0.01)


@pytest.mark.parametrize(("middle", "joined"), [(0.9, True), (0.1, False)])
def test_two_opposite_corners_are_joined_by_their_mean(middle: float, joined: bool) -> None:
    plane = np.array([[1.0, 0.0], [0.0, 1.0]], np.float32) * (2 * middle)
    lines = level_lines(plane, 0.5 * 2 * middle if joined else 0.6 * 2 * middle)
    assert lines.shape == (2, 2, 2)
    # A line round the corner at the upper left has both its ends near (0.5, 0.5).
    near = np.abs(lines - 0.5).sum(axis=2) < 1.0
    assert near.all(axis=1).any() != joined


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize("flip", [False, True])
def test_turned_values_have_the_turned_line(turn: int, flip: bool) -> None:
    values = np.random.default_rng(3).random((9, 9)).astype(np.float32)
    lines = level_lines(values, 0.5)
    turned = np.rot90(values, -turn)
    turned = np.fliplr(turned) if flip else turned
    x, y = lines[:, :, 0], lines[:, :, 1]
    for _ in range(turn):
        x, y = 9 - y, x
    x = 9 - x if flip else x

    def pieces(x: Float32Array, y: Float32Array) -> set[frozenset[tuple[float, float]]]:
        ends = np.round(np.stack([x, y], axis=2), 3).tolist()
        return {frozenset((tuple(a), tuple(b))) for a, b in ends}

    again = level_lines(np.ascontiguousarray(turned), 0.5)
    assert pieces(x, y) == pieces(again[:, :, 0], again[:, :, 1])


def test_nothing_passes_a_level_that_all_or_none_reach() -> None:
    flat = np.full((4, 4), 0.5, np.float32)
    assert level_lines(flat, 0.5).shape == (0, 2, 2)
    assert level_lines(flat, 0.6).shape == (0, 2, 2)


def test_planes_without_a_cell_and_values_that_are_no_number_have_no_line() -> None:
    assert level_lines(np.ones((1, 5), np.float32), 0.5).shape == (0, 2, 2)
    plane = np.full((3, 3), np.nan, np.float32)
    assert level_lines(plane, 0.5).shape == (0, 2, 2)
