"""Conformal prediction sets: the classes that cannot be told apart at the stated coverage.

Class-conditional (Mondrian) split conformal prediction with 1 - p(class) as nonconformity: Vovk,
Gammerman and Shafer, "Algorithmic Learning in a Random World", 2005. Training fits the quantiles
and measures coverage and size with this same function.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from tumorview.inference.probabilities import Float64Array


def set_members(probabilities: Float64Array, quantiles: Sequence[float]) -> npt.NDArray[np.bool_]:
    """Which classes are in the set of each image: bool[batch, classes].

    A class is in the set when its probability, of float64[batch, classes], is at least 1 - q of
    that class. Where none is, the set is the most probable class alone: an empty set would say
    that nothing fits, which is for the input gate to say, and a set that is larger than the
    conformal one never covers less.
    """
    members = np.asarray(probabilities >= 1.0 - np.asarray(quantiles, np.float64))
    empty = np.flatnonzero(~members.any(axis=1))
    members[empty, probabilities[empty].argmax(axis=1)] = True
    return members
