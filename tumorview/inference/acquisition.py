"""What the acquisition head says of how an image was made."""

from __future__ import annotations

import numpy as np

from tumorview.domain.arrays import Float32Array
from tumorview.domain.prediction import AcquisitionGuess
from tumorview.inference.manifest_trust import AcquisitionSpec
from tumorview.inference.probabilities import Float64Array, softmax_probabilities


def acquisition_guesses(
    logits: Float32Array, spec: AcquisitionSpec
) -> tuple[AcquisitionGuess, ...]:
    """One guess an image from the head's logits float32[batch, labels].

    Raises InferenceError when a logit is not finite.
    """
    probabilities = softmax_probabilities(logits, spec.temperature)
    return tuple(_guess(row, spec) for row in probabilities)


def _guess(probabilities: Float64Array, spec: AcquisitionSpec) -> AcquisitionGuess:
    """The most probable modality, and in it the most probable label."""
    modalities = np.array([label.modality for label in spec.labels])
    totals = {str(one): float(probabilities[modalities == one].sum()) for one in set(modalities)}
    modality = max(sorted(totals), key=totals.__getitem__)
    best = int(np.where(modalities == modality, probabilities, -1.0).argmax())
    probability = float(probabilities[best])
    return AcquisitionGuess(
        id=spec.labels[best].id,
        sequence=spec.labels[best].sequence,
        probability=probability,
        sequence_is_clear=probability >= spec.minimum_confidence,
        modality=modality,
        modality_probability=totals[modality],
        modality_is_clear=totals[modality] >= spec.minimum_confidence,
    )
