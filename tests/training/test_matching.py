"""Pairs are found in blocks as they would be in one piece."""

from __future__ import annotations

import numpy as np
import pytest

from training.data import matching
from training.data.matching import TURNS, find_pairs, linked_clusters, nearest, unit_maps
from tumorview.domain.arrays import Float32Array


def _maps(count: int, side: int = 8) -> Float32Array:
    random = np.random.default_rng(0)
    return unit_maps(random.normal(size=(count, side, side)).astype(np.float32))


def _best_cosines(maps: Float32Array) -> Float32Array:
    """float32[n, n] by the definition: the best of all turns and mirrorings."""
    flat = maps.reshape(len(maps), -1)
    best = np.full((len(maps), len(maps)), -2, np.float32)
    for quarter in range(4):
        rotated = np.rot90(maps, quarter, axes=(1, 2))
        for laid in (rotated, rotated[:, :, ::-1]):
            best = np.maximum(best, flat @ laid.reshape(len(maps), -1).T)
    return best


@pytest.mark.parametrize("side", [6, 8])
@pytest.mark.parametrize("at_least", [0.1, 0.3, 0.4])
def test_no_pair_is_missed_and_none_is_made_up(side: int, at_least: float) -> None:
    maps = _maps(40, side)
    pairs = find_pairs(maps, at_least)
    best = _best_cosines(maps)
    expected = np.argwhere(np.triu(best >= at_least, 1))
    assert len(expected) > 0
    np.testing.assert_array_equal(np.stack([pairs.first, pairs.second], axis=1), expected)
    np.testing.assert_allclose(pairs.score, best[pairs.first, pairs.second], atol=1e-6)


def test_few_near_pairs_are_picked_out_as_exactly_as_many() -> None:
    # Beyond a share of near pairs the whole product is taken instead.
    maps = _maps(60)
    maps[50] = maps[3][:, ::-1]
    few = find_pairs(maps, 0.9)
    assert (few.first.tolist(), few.second.tolist()) == ([3], [50])
    assert few.score[0] == pytest.approx(1, abs=1e-5)


def test_blocks_give_the_pairs_of_the_whole_matrix(monkeypatch: pytest.MonkeyPatch) -> None:
    maps = _maps(23)
    whole = find_pairs(maps, 0.3)
    monkeypatch.setattr(matching, "BLOCK", 5)
    blocked = find_pairs(maps, 0.3)
    assert len(whole) > 10
    np.testing.assert_array_equal(blocked.first, whole.first)
    np.testing.assert_array_equal(blocked.second, whole.second)
    np.testing.assert_array_equal(blocked.turn, whole.turn)
    np.testing.assert_allclose(blocked.score, whole.score, atol=1e-6)
    assert (whole.first < whole.second).all()


@pytest.mark.parametrize("turn", range(len(TURNS)))
def test_the_turn_that_lays_one_picture_onto_the_other_is_named(turn: int) -> None:
    first = _maps(1)[0]
    # The second is made by undoing the turn: mirrored first, then rotated back.
    second = first[:, ::-1] if turn % 2 else first
    second = np.rot90(second, -(turn // 2))
    pairs = find_pairs(np.stack([first, second]), 0.99)
    assert pairs.turn.tolist() == [turn]
    assert pairs.score[0] == pytest.approx(1, abs=1e-5)


def test_the_nearest_is_found_across_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "BLOCK", 4)
    among = _maps(11)
    wanted = among[[9, 2, 5, 0, 10]][:, :, ::-1]
    positions, scores = nearest(wanted, among)
    assert positions.tolist() == [9, 2, 5, 0, 10]
    np.testing.assert_allclose(scores, 1, atol=1e-5)


def test_links_of_links_are_one_cluster_numbered_by_its_first() -> None:
    clusters = linked_clusters(6, np.array([4, 1, 2]), np.array([5, 4, 3]))
    assert clusters.tolist() == [0, 1, 2, 2, 1, 1]


def test_maps_of_nothing_match_nothing() -> None:
    assert len(find_pairs(unit_maps(np.zeros((3, 4, 4), np.float32)), 0.5)) == 0
