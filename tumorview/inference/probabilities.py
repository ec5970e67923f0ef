"""Logits -> calibrated probabilities, for one image or a batch."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tumorview.domain.arrays import Float32Array
from tumorview.inference.errors import InferenceError

Float64Array = npt.NDArray[np.float64]


def softmax_probabilities(logits: Float32Array, calibration_temperature: float) -> Float64Array:
    """softmax(logits / temperature) of float32[batch, classes] as float64[batch, classes].

    Dividing the logits by one number fitted on validation data makes the probabilities honest
    without ever changing which class is on top (temperature scaling: Guo, Pleiss, Sun and
    Weinberger, "On Calibration of Modern Neural Networks", ICML 2017).

    Raises InferenceError when a logit is not finite.
    """
    scaled = _scaled(logits, calibration_temperature)
    powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def sigmoid_probabilities(logits: Float32Array, calibration_temperature: float) -> Float64Array:
    """Two-label probabilities float64[batch, 2] (negative, positive) of float32[batch, 1].

    The logit of the negative class is 0 by definition, so this is the softmax of (0, logit), with
    the temperature as above. Raises InferenceError when a logit is not finite.
    """
    scaled = _scaled(logits, calibration_temperature)
    # 1 / (1 + exp(-x)) written with exp of a negative number only, so that nothing overflows.
    small = np.exp(-np.abs(scaled[:, 0]))
    near, far = 1.0 / (1.0 + small), small / (1.0 + small)
    positive = np.where(scaled[:, 0] >= 0, near, far)
    negative = np.where(scaled[:, 0] >= 0, far, near)
    return np.stack([negative, positive], axis=1)


def _scaled(logits: Float32Array, calibration_temperature: float) -> Float64Array:
    if not np.isfinite(logits).all():
        raise InferenceError(
            "the model gave a value that is not a number, so there are no probabilities",
            received=[float(value) for value in logits[~np.isfinite(logits)][:4]],
            remedy="Check the model with: tumorview doctor",
        )
    return np.asarray(logits, dtype=np.float64) / calibration_temperature
