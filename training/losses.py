"""The losses of the bundled network; each is a mean over the pictures of a batch."""

from __future__ import annotations

from typing import Any

import keras
from keras import ops


def lesion_loss(positive_weight: float) -> Any:
    """Binary cross-entropy of each cell's lesion share plus soft Dice, where the mask is known.

    Targets are float32[b, m, m, 2] (share, weight); predictions are logits float32[b, m, m, 1].
    Lesion cells weigh `positive_weight` times a healthy one. The Dice part (Milletari, Navab and
    Ahmadi, "V-Net", 3DV 2016) counts only pictures with a lesion.
    """

    def loss(target: Any, predicted: Any) -> Any:
        share, known = target[..., 0], target[..., 1]
        logit = predicted[..., 0]
        entropy = ops.softplus(logit) - share * logit
        weight = known * (1 + (positive_weight - 1) * share)
        per_image = ops.sum(entropy * weight, axis=(1, 2)) / (ops.sum(weight, axis=(1, 2)) + 1e-6)
        found = ops.sigmoid(logit) * known
        lesion = ops.sum(share * known, axis=(1, 2))
        overlap = (2 * ops.sum(found * share, axis=(1, 2)) + 1) / (
            ops.sum(found, axis=(1, 2)) + lesion + 1
        )
        present = ops.cast(lesion > 1, overlap.dtype)
        return ops.mean(4 * per_image + (1 - overlap) * present)

    return loss


def known_cross_entropy(target: Any, logits: Any) -> Any:
    """Categorical cross-entropy of logits; a picture whose target is all 0 counts nothing."""
    return ops.mean(-ops.sum(target * ops.log_softmax(logits, axis=-1), axis=-1))


def tumor_cross_entropy(target: Any, logit: Any) -> Any:
    """Binary cross-entropy of logits, the mean over a batch."""
    return ops.mean(keras.losses.binary_crossentropy(target, logit, from_logits=True))
