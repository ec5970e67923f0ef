"""From which probability on a tumour is suspected, chosen for a stated sensitivity."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.errors import DataError
from training.evaluation.intervals import BoolArray, FloatArray

SENSITIVITY = 0.95

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
    if tumor.all() or not tumor.any():
        raise DataError(
            "a decision threshold needs images with a tumour and images without",
            received={"with": int(tumor.sum()), "without": int((~tumor).sum())},
            remedy="Choose it on data that have both.",
        )
    own = np.sort(probabilities[tumor])[::-1]
    needed = int(np.ceil(sensitivity * own.size - 1e-9))
    scale = 10**_DECIMALS
    floor = float(np.floor(own[max(needed, 1) - 1] * scale) / scale)
    # The manifest takes thresholds strictly between 0 and 1.
    value = float(np.clip(floor, 1 / scale, 1 - 1 / scale))
    return Threshold(
        value=value,
        sensitivity=float(np.mean(own >= value)),
        specificity=float(np.mean(probabilities[~tumor] < value)),
        tumors=own.size,
        others=int((~tumor).sum()),
    )
