"""Class-conditional conformal prediction sets, calibrated by patient.

A class is in the set when its calibrated probability is at least 1 - q of that class. Slices of a
patient are not exchangeable with those of another, so the usual quantile over slices promises
nothing. Dunn, Wasserman and Ramdas, "Distribution-Free Prediction Sets for Two-Layer Hierarchical
Models" (J. Am. Stat. Assoc. 2023), draw one slice a patient, which restores the promise for a slice
of a new patient, and average the p-values of repeated draws to take the chance out. The mean over
endlessly many draws has a closed form, used here: each of k patients counts once, shared among the
slices,

    p(s) = (1 + sum over patients of the share of their slices with a score >= s) / (k + 1),

and q is the largest score whose p is above 1 - coverage. One draw promises the coverage exactly;
an average of p-values promises 1 - 2 (1 - coverage) at worst (Vovk and Wang, Biometrika 2020) and
comes out close to the coverage, which `cross_checked_sets` measures. crepes has the same Mondrian
quantile for images that count alike but takes no weights; the tests hold this module to it where
each patient has one slice.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from training.errors import DataError
from training.evaluation.intervals import BoolArray, IntArray
from training.trust.groups import group_weights
from tumorview.inference.prediction_sets import set_members
from tumorview.inference.probabilities import Float64Array

COVERAGE = 0.90


def class_quantiles(
    probabilities: Float64Array,
    labels: IntArray,
    groups: Sequence[str],
    *,
    class_ids: Sequence[str],
    coverage: float = COVERAGE,
) -> tuple[float, ...]:
    """The q of each class from float[n, classes] probabilities of images not learned from.

    q is 1 (the class is in every set) where a class has too few patients for the coverage.

    Raises
    ------
    DataError
        When a class has no image.
    """
    found = []
    for index, class_id in enumerate(class_ids):
        own = np.flatnonzero(labels == index)
        if not own.size:
            raise DataError(
                "prediction sets need images of every class",
                received=class_id,
                remedy="Calibrate on data that have it.",
            )
        scores = 1.0 - probabilities[own, index]
        found.append(_quantile(scores, [groups[int(i)] for i in own], coverage))
    return tuple(found)


def cross_checked_sets(
    probabilities: Float64Array,
    labels: IntArray,
    groups: Sequence[str],
    folds: IntArray,
    *,
    class_ids: Sequence[str],
    coverage: float = COVERAGE,
) -> BoolArray:
    """bool[n, classes]: the set of each image after quantiles of the other folds only.

    `folds` int[n] says to which fold an image belongs; a group lies in one fold.
    """
    sets = np.zeros(probabilities.shape, bool)
    for fold in np.unique(folds):
        own, others = folds == fold, np.flatnonzero(folds != fold)
        quantiles = class_quantiles(
            probabilities[others],
            labels[others],
            [groups[int(i)] for i in others],
            class_ids=class_ids,
            coverage=coverage,
        )
        sets[own] = set_members(probabilities[own], quantiles)
    return sets


def _quantile(scores: Float64Array, groups: Sequence[str], coverage: float) -> float:
    order = np.argsort(scores)[::-1]
    ordered, weights = scores[order], group_weights(groups)[order]
    # Up to the last of a run of equal scores, so that p counts all of them.
    last = np.r_[ordered[1:] != ordered[:-1], True]
    p_values = (1.0 + np.cumsum(weights)) / (len(set(groups)) + 1)
    # Sums of shares fall short of whole numbers by rounding.
    above = last & (p_values > 1.0 - coverage + 1e-9)
    if 1.0 / (len(set(groups)) + 1) > 1.0 - coverage + 1e-9:
        return 1.0
    return float(np.clip(ordered[above].max(), 0.0, 1.0))
