"""Patients (or clusters) as what counts, in place of slices."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from training.evaluation.intervals import BoolArray
from tumorview.inference.probabilities import Float64Array

_SEED = 11


def group_weights(groups: Sequence[str]) -> Float64Array:
    """float64[n]: 1 over the number of images of each image's group, so that groups count alike."""
    _, of_group, sizes = np.unique(np.array(groups), return_inverse=True, return_counts=True)
    return np.asarray(1.0 / sizes[of_group])


def first_half(groups: Sequence[str]) -> BoolArray:
    """bool[n]: the images of one half of the groups, always the same half."""
    names, of_group = np.unique(np.array(groups), return_inverse=True)
    shuffled = np.random.default_rng(_SEED).permutation(names.size)
    return np.asarray(shuffled[of_group] < (names.size + 1) // 2)
