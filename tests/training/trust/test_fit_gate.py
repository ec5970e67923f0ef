"""The input gate: fitted, chosen, judged."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from training.errors import DataError
from training.trust.gate import Penultimate, choose_gate, fit_gates, refusal_threshold
from training.trust.groups import first_half, group_weights
from tumorview.inference.gate import KnnGate, MahalanobisGate, gate_content, parse_gate

WIDTH = 12


def _images(count: int, seed: int, *, strange: bool = False) -> tuple[Penultimate, np.ndarray]:
    """Two classes in a plane of the features; strangers lie off the plane and have low logits."""
    random = np.random.default_rng(seed)
    clusters = np.arange(count) % 2
    features = random.normal(0, 0.05, (count, WIDTH))
    features[:, 0] += np.where(clusters == 0, 3.0, -3.0) + random.normal(0, 0.5, count)
    features[:, 1] += 2.0 + random.normal(0, 0.5, count)
    if strange:
        features = random.normal(0, 2.0, (count, WIDTH))
    logits = np.stack([features[:, 0], -features[:, 0]], axis=1)
    groups = tuple(f"{strange}{i // 2}" for i in range(count))
    images = Penultimate(features.astype(np.float32), logits.astype(np.float32), groups)
    return images, clusters


def test_every_method_tells_strangers_from_what_is_known() -> None:
    gates = fit_gates(*_images(300, 1))
    brain, _ = _images(200, 2)
    strangers, _ = _images(100, 3, strange=True)
    assert {gate.method for gate in gates} == {"mahalanobis", "knn", "vim"}
    found = choose_gate(gates, brain, strangers)
    assert all(area > 0.9 for area in found.compared.values())
    assert found.compared[found.gate.method] == max(found.compared.values())
    assert found.auroc > 0.97
    assert found.false_refusal <= 0.06
    assert found.refused_strangers > 0.9


def test_the_written_gate_gives_the_same_scores_in_the_application() -> None:
    brain, _ = _images(50, 5)
    for gate in fit_gates(*_images(300, 1)):
        read = parse_gate(gate_content(gate), gate.method, Path("gate.npz"))
        np.testing.assert_allclose(
            read.score(brain.features, brain.logits), gate.score(brain.features, brain.logits)
        )


def test_the_mahalanobis_distance_does_not_depend_on_a_features_unit() -> None:
    known, clusters = _images(300, 6)
    others, _ = _images(50, 7, strange=True)
    units = np.ones(WIDTH, np.float32)
    units[3] = 1000.0
    found = []
    for unit in (np.float32(1), units):
        images = Penultimate(known.features * unit, known.logits, known.groups)
        (gate,) = (g for g in fit_gates(images, clusters) if isinstance(g, MahalanobisGate))
        found.append(gate.score(others.features * unit, others.logits))
    np.testing.assert_allclose(found[1], found[0], rtol=1e-3)


def test_a_feature_that_never_changes_does_no_harm() -> None:
    known, clusters = _images(300, 8)
    known.features[:, 5] = 0.25
    for gate in fit_gates(known, clusters):
        assert np.isfinite(gate.score(known.features, known.logits)).all()


def test_a_large_store_of_neighbours_is_thinned_by_patient() -> None:
    known, clusters = _images(2600, 4)
    (knn,) = (gate for gate in fit_gates(known, clusters) if isinstance(gate, KnnGate))
    assert knn.stored.shape == (2000, WIDTH)


def test_where_strangers_are_far_away_the_threshold_leaves_room_for_other_brains() -> None:
    gates = fit_gates(*_images(300, 1))
    brain, _ = _images(200, 2)
    far, _ = _images(100, 3, strange=True)
    far.features[:] *= 50
    found = choose_gate(gates, brain, far)
    half = first_half(brain.groups)
    scores = found.gate.score(brain.features[half], brain.logits[half])
    assert found.threshold > 2 * scores.max()
    assert found.false_refusal == 0.0
    assert found.refused_strangers > 0.9


def test_the_threshold_refuses_no_more_than_it_may() -> None:
    scores = np.arange(200.0)
    assert refusal_threshold(scores, 0.01) == 197.0
    assert np.sum(scores > refusal_threshold(scores, 0.01)) == 2
    assert refusal_threshold(scores[:50], 0.01) == 49.0


def test_halves_are_cut_by_group_and_stay_the_same() -> None:
    groups = [str(i // 3) for i in range(30)]
    half = first_half(groups)
    assert half.sum() == 15
    assert all(len({bool(half[i]) for i in range(30) if groups[i] == g}) == 1 for g in groups)
    np.testing.assert_array_equal(half, first_half(groups))


def test_a_group_weighs_the_same_however_many_images_it_has() -> None:
    weights = group_weights(["a", "b", "b", "b"])
    np.testing.assert_allclose(weights, [1, 1 / 3, 1 / 3, 1 / 3])


def test_too_few_images_are_refused() -> None:
    known, clusters = _images(10, 1)
    with pytest.raises(DataError, match="needs more images"):
        fit_gates(known, clusters)


def test_a_single_group_cannot_choose_a_gate() -> None:
    gates = fit_gates(*_images(100, 1))
    brain, _ = _images(2, 2)
    strangers, _ = _images(40, 3, strange=True)
    with pytest.raises(DataError, match="two groups of brain images"):
        choose_gate(gates, brain, strangers)
