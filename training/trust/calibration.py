"""What is fitted on validation groups after training: temperature, certainty, heatmap scale."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from training.trust.groups import group_weights
from tumorview.domain.arrays import Float32Array
from tumorview.inference.probabilities import softmax_probabilities

IntArray = npt.NDArray[np.integer]

_TEMPERATURE_RANGE = (0.05, 20.0)
_GRID_POINTS = 21
_REFINEMENTS = 5


def fit_temperature(
    logits: Float32Array, labels: IntArray, groups: Sequence[str] | None = None
) -> float:
    """The temperature with the smallest negative log likelihood of float32[n, classes] logits.

    With `groups` every patient counts alike, however many slices there are of one.

    Temperature scaling: Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural
    Networks" (ICML 2017).
    """
    rows = np.arange(len(labels))
    weights = None if groups is None else group_weights(groups)

    def loss(log_temperature: float) -> float:
        probabilities = softmax_probabilities(logits, float(np.exp(log_temperature)))
        right = np.maximum(probabilities[rows, labels], 1e-12)
        return float(-np.average(np.log(right), weights=weights))

    # The loss is convex in 1 / T and so has one valley: narrow a grid round its lowest point.
    low, high = (float(v) for v in np.log(_TEMPERATURE_RANGE))
    for _ in range(_REFINEMENTS):
        grid = np.linspace(low, high, _GRID_POINTS)
        lowest = int(np.argmin([loss(point) for point in grid]))
        low, high = float(grid[max(lowest - 1, 0)]), float(grid[min(lowest + 1, _GRID_POINTS - 1)])
    return float(np.exp((low + high) / 2))


def certainty_threshold(
    probabilities: npt.NDArray[np.floating], labels: IntArray, wanted_accuracy: float = 0.95
) -> float:
    """Smallest highest-probability from which on the answers are right often enough.

    Of the answers whose highest probability reaches the returned value, at least
    `wanted_accuracy` are right. The value is rounded up to a hundredth and is at most 0.99, also
    where no threshold gets that far.
    """
    top = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    for threshold in np.arange(1, 100) / 100:
        kept = top >= threshold
        if kept.any() and right[kept].mean() >= wanted_accuracy:
            return float(threshold)
    return 0.99


def heatmap_full_scale(
    class_maps: Float32Array, labels: IntArray, tumor_classes: Sequence[int], percentile: float = 95
) -> float:
    """Value of float32[n, h, w, classes] that is drawn at full strength.

    Each tumour class has a percentile of the highest cells of its own maps over its own images;
    the median over the classes is taken, so that one class with strong maps does not pale the
    others.
    """
    scales = []
    for index in tumor_classes:
        own = class_maps[labels == index, :, :, index]
        if len(own):
            scales.append(np.percentile(own.max(axis=(1, 2)), percentile))
    return float(max(np.median(scales), 1e-3))
