"""From which probability on a tumour is suspected, chosen for a stated sensitivity."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.errors import DataError
from training.evaluation.intervals import BoolArray, FloatArray

SENSITIVITY = 0.95
SPECIFICITY = 0.90
"""For which a threshold is chosen where there are too few patients with a tumour."""
ENOUGH_PATIENTS = 50
"""Patients with a tumour from which on a sensitivity can be chosen for."""

_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Threshold:
    """A threshold on P(tumour) and what it reached on the images that it was chosen on."""

    value: float
    sensitivity: float
    specificity: float
    tumors: int
    others: int


def tumor_threshold(
    probabilities: FloatArray, tumor: BoolArray, sensitivity: float = SENSITIVITY
) -> Threshold:
    """The highest threshold on float[n] P(tumour) at which so many of the tumours are suspected.

    Rounded down to four decimals, as the manifest states it.

    Raises
    ------
    DataError
        When there is no image with, or none without, a tumour.
    """
    _need_both(tumor)
    own = np.sort(probabilities[tumor])[::-1]
    needed = int(np.ceil(sensitivity * own.size - 1e-9))
    scale = 10**_DECIMALS
    floor = float(np.floor(own[max(needed, 1) - 1] * scale) / scale)
    return _measured(probabilities, tumor, floor)


def specific_threshold(
    probabilities: FloatArray, tumor: BoolArray, specificity: float = SPECIFICITY
) -> Threshold:
    """The lowest threshold on float[n] P(tumour) at which so many of the others are not suspected.

    For a modality with a handful of patients with a tumour: the threshold of a wished sensitivity
    would hang on one or two of them. Rounded up to four decimals.

    Raises
    ------
    DataError
        When there is no image with, or none without, a tumour.
    """
    _need_both(tumor)
    others = np.sort(probabilities[~tumor])
    below = int(np.ceil(specificity * others.size - 1e-9))
    scale = 10**_DECIMALS
    # Strictly above the last one that must not be suspected.
    ceiling = (np.floor(others[max(below, 1) - 1] * scale) + 1) / scale
    return _measured(probabilities, tumor, float(ceiling))


def _need_both(tumor: BoolArray) -> None:
    if tumor.all() or not tumor.any():
        raise DataError(
            "a decision threshold needs images with a tumour and images without",
            received={"with": int(tumor.sum()), "without": int((~tumor).sum())},
            remedy="Choose it on data that have both.",
        )


def _measured(probabilities: FloatArray, tumor: BoolArray, wished: float) -> Threshold:
    scale = 10**_DECIMALS
    # The manifest takes thresholds strictly between 0 and 1.
    value = float(np.clip(wished, 1 / scale, 1 - 1 / scale))
    own, others = probabilities[tumor], probabilities[~tumor]
    return Threshold(
        value=value,
        sensitivity=float(np.mean(own >= value)),
        specificity=float(np.mean(others < value)),
        tumors=own.size,
        others=others.size,
    )
