"""The input gate: fitted to what the model learned from, chosen and judged on what it did not see.

Three methods are fitted (`tumorview.inference.gate` scores all of them). Pictures that show no
brain and brain images that the model did not learn from are each cut into two halves by group: on
the first the method with the larger area under the ROC curve is chosen and its threshold set, on
the second both are measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.covariance import ledoit_wolf

from training.errors import DataError
from training.evaluation.intervals import BoolArray, IntArray
from training.evaluation.metrics import auc
from training.trust.groups import first_half
from tumorview.domain.arrays import Float32Array
from tumorview.inference.gate import Gate, KnnGate, MahalanobisGate, VimGate
from tumorview.inference.probabilities import Float64Array

FALSE_REFUSAL = 0.01
"""Share of brain images that the threshold refuses where it is set: half of what is allowed (2 %),
so that chance on other images does not take it beyond."""

MISSED_STRANGERS = 0.02
"""Share of pictures without a brain that may pass, which a higher threshold makes use of."""

_NEIGHBOUR = 10
_MOST_STORED = 2000
_PROJECTED_VARIANCE = 0.99
_PRINCIPAL_VARIANCE = 0.95
_MOST_COMPONENTS = 128
_LEAST_SPREAD = 1e-6
_SEED = 13


@dataclass(frozen=True, slots=True)
class Penultimate:
    """What the gate judges of n images.

    Attributes
    ----------
    features
        float32[n, k].
    logits
        float32[n, classes], not calibrated.
    groups
        Patient or cluster of each image.
    """

    features: Float32Array
    logits: Float32Array
    groups: tuple[str, ...]

    def __post_init__(self) -> None:
        lengths = {len(self.features), len(self.logits), len(self.groups)}
        if len(lengths) != 1:
            raise ValueError(f"One row and one group an image. Received: {sorted(lengths)}")

    def rows(self, chosen: BoolArray) -> Penultimate:
        """The images that bool[n] names."""
        groups = tuple(g for g, own in zip(self.groups, chosen, strict=True) if own)
        return Penultimate(self.features[chosen], self.logits[chosen], groups)


@dataclass(frozen=True, slots=True)
class ChosenGate:
    """The method that told best on the first halves, and its figures on the second.

    `compared` holds each method's area under the ROC curve on the first halves.
    """

    gate: Gate
    threshold: float
    compared: dict[str, float]
    auroc: float
    false_refusal: float
    refused_strangers: float


def fit_gates(known: Penultimate, clusters: IntArray) -> tuple[Gate, ...]:
    """One gate of each method, of images like those that the model learned from.

    `clusters` int[n] says which images share a mean: class and kind of acquisition.

    Raises
    ------
    DataError
        When there are too few images to tell what is usual.
    """
    count, width = known.features.shape
    if count < 2 * _NEIGHBOUR or count <= np.unique(clusters).size:
        raise DataError(
            "the input gate needs more images to learn what is usual",
            received=count,
            remedy=f"Give it at least {2 * _NEIGHBOUR}.",
        )
    center = known.features.mean(axis=0, dtype=np.float64)
    away = known.features - center
    principal, explained = _principal(away)
    kept = min(int(np.searchsorted(explained, _PRINCIPAL_VARIANCE)) + 1, width - 1)
    return (
        _mahalanobis(away, clusters, center),
        _knn(known),
        _vim(away, known.logits, center, principal[:, : max(kept, 1)]),
    )


def _principal(away: Float64Array) -> tuple[Float64Array, Float64Array]:
    """Principal directions of centred float64[n, k] in columns, and the variance up to each."""
    values, vectors = np.linalg.eigh(away.T @ away / len(away))
    values = np.maximum(values[::-1], 0.0)
    return vectors[:, ::-1], np.cumsum(values) / max(float(values.sum()), 1e-30)


def choose_gate(
    gates: Sequence[Gate],
    brain: Penultimate,
    strangers: Penultimate,
    *,
    false_refusal: float = FALSE_REFUSAL,
) -> ChosenGate:
    """The best of the gates by images that the model did not learn from.

    Raises
    ------
    DataError
        When there are fewer than two groups of either kind.
    """
    for what, images in (("brain images", brain), ("pictures without a brain", strangers)):
        if len(set(images.groups)) < 2:
            raise DataError(
                f"choosing an input gate needs two groups of {what}",
                received=len(set(images.groups)),
            )
    brain_first, strange_first = first_half(brain.groups), first_half(strangers.groups)
    compared: dict[str, float] = {
        gate.method: _auroc(gate, brain.rows(brain_first), strangers.rows(strange_first))
        for gate in gates
    }
    best = max(gates, key=lambda gate: compared[gate.method])
    # Where the two kinds lie far apart the threshold moves up to the strangers: brain images of a
    # scanner that was not learned from score higher than those at hand.
    threshold = max(
        refusal_threshold(_scores(best, brain.rows(brain_first)), false_refusal),
        float(np.quantile(_scores(best, strangers.rows(strange_first)), MISSED_STRANGERS)),
    )
    judged, strange = brain.rows(~brain_first), strangers.rows(~strange_first)
    return ChosenGate(
        gate=best,
        threshold=threshold,
        compared=compared,
        auroc=_auroc(best, judged, strange),
        false_refusal=float(np.mean(_scores(best, judged) > threshold)),
        refused_strangers=float(np.mean(_scores(best, strange) > threshold)),
    )


def refusal_threshold(scores: Float64Array, false_refusal: float = FALSE_REFUSAL) -> float:
    """The smallest score above which at most that share of float64[n] brain images lies."""
    ordered = np.sort(scores)
    allowed = int(np.floor(false_refusal * ordered.size + 1e-9))
    return float(ordered[ordered.size - 1 - allowed])


def _scores(gate: Gate, images: Penultimate) -> Float64Array:
    return gate.score(images.features, images.logits)


def _auroc(gate: Gate, brain: Penultimate, strangers: Penultimate) -> float:
    scores = np.concatenate([_scores(gate, brain), _scores(gate, strangers)])
    return auc(scores, np.arange(scores.size) >= len(brain.groups))


def _mahalanobis(away: Float64Array, clusters: IntArray, center: Float64Array) -> MahalanobisGate:
    # Every feature counts by its own spread: the loudest are not those that tell a brain.
    spread = np.maximum(away.std(axis=0), _LEAST_SPREAD)
    principal, explained = _principal(away / spread)
    count = min(int(np.searchsorted(explained, _PROJECTED_VARIANCE)) + 1, _MOST_COMPONENTS)
    vectors = principal[:, :count] / spread[:, np.newaxis]
    projected = away @ vectors
    names, of_cluster = np.unique(clusters, return_inverse=True)
    means = np.stack([projected[of_cluster == i].mean(axis=0) for i in range(names.size)])
    covariance, _ = ledoit_wolf(projected - means[of_cluster], assume_centered=True)
    precision = np.linalg.inv(np.atleast_2d(covariance))
    return MahalanobisGate(
        center=center.astype(np.float32),
        projection=vectors.astype(np.float32),
        means=means.astype(np.float32),
        precision=((precision + precision.T) / 2).astype(np.float32),
    )


def _knn(known: Penultimate) -> KnnGate:
    stored = known.features
    if len(stored) > _MOST_STORED:
        # Drawn by group, so that a patient with many slices does not fill the store.
        names, of_group, sizes = np.unique(
            np.array(known.groups), return_inverse=True, return_counts=True
        )
        chance = 1.0 / sizes[of_group] / names.size
        random = np.random.default_rng(_SEED)
        stored = stored[random.choice(len(stored), _MOST_STORED, replace=False, p=chance)]
    norms = np.maximum(np.linalg.norm(stored, axis=1, keepdims=True), 1e-12)
    return KnnGate(stored=(stored / norms).astype(np.float32), k=_NEIGHBOUR)


def _vim(
    away: Float64Array, logits: Float32Array, center: Float64Array, principal: Float64Array
) -> VimGate:
    residual = away - away @ principal @ principal.T
    norm = float(np.linalg.norm(residual, axis=1).mean())
    return VimGate(
        center=center.astype(np.float32),
        principal=principal.astype(np.float32),
        scale=float(np.float32(logits.max(axis=1).mean() / max(norm, 1e-12))),
    )
