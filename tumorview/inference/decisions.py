"""Whether a tumour is suspected, and probabilities in which the classes of tumour are one.

Training chooses thresholds with these same functions.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from tumorview.domain.prediction import (
    NO_TUMOR,
    ClassLabel,
    ClassProbabilities,
    TumorDecision,
)
from tumorview.inference.manifest_trust import DecisionSpec
from tumorview.inference.probabilities import Float64Array

TUMOR = "tumor"
"""Id of all classes of tumour together, where their kind is not told."""


def is_suspected(tumor_probability: Float64Array, threshold: float) -> npt.NDArray[np.bool_]:
    """True where the probability of a tumour, float64[...] in [0, 1], reaches the threshold."""
    return np.asarray(tumor_probability >= threshold)


def decide(tumor_probability: float, spec: DecisionSpec) -> TumorDecision:
    """The decision for one image."""
    return TumorDecision(
        suspected=bool(is_suspected(np.asarray(tumor_probability), spec.threshold)),
        tumor_probability=tumor_probability,
        threshold=spec.threshold,
        sensitivity=spec.sensitivity,
        specificity=spec.specificity,
        chosen_on=spec.chosen_on,
    )


def set_without_types(prediction_set: Sequence[str]) -> tuple[str, ...]:
    """A prediction set of tumour and no tumour only: a tumour is in it when one of its types is.

    It covers at least as often as the set that it is made of.
    """
    types = [class_id for class_id in prediction_set if class_id != NO_TUMOR]
    return (TUMOR,) * bool(types) + (NO_TUMOR,) * (NO_TUMOR in prediction_set)


def without_types(probabilities: ClassProbabilities, modality: str) -> ClassProbabilities:
    """Tumour against no tumour only: the type is not judged on images of that modality.

    Raises ValueError when no class speaks against a tumour.
    """
    against = probabilities.of(NO_TUMOR)
    if against is None:
        raise ValueError(f"No label {NO_TUMOR!r}. Received: {probabilities.labels}")
    none = next(label for label in probabilities.labels if label.id == NO_TUMOR)
    tumor = ClassLabel(TUMOR, f"Tumour (type not judged on {modality})")
    return ClassProbabilities(
        labels=(tumor, none),
        values=(1.0 - against, against),
        calibration_temperature=probabilities.calibration_temperature,
    )
