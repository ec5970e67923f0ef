"""The frozen stem, computed beside the training step.

The stem's layers never change, and ONNX Runtime folds their normalisation away: on a CPU that is
several times quicker than running them inside the training graph. Writing its ONNX file takes
TensorFlow; under another backend Keras computes the stem itself.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import numpy as np

from training.onnx_network import OnnxNetwork
from tumorview.domain.arrays import Float32Array

STEM_NAME = "stem.onnx"


def open_stem(stem: Any, folder: Path) -> Callable[[Float32Array], dict[str, Float32Array]]:
    """The quickest way to compute `stem` that the backend allows."""
    if keras.backend.backend() != "tensorflow":
        return KerasStem(stem)
    # Its callers are threads already.
    return OnnxNetwork(stem, folder / STEM_NAME, threads=1)


class KerasStem:
    """The same by whatever backend Keras has; nothing is written."""

    def __init__(self, stem: Any) -> None:
        self._stem = stem

    def __call__(self, images: Float32Array) -> dict[str, Float32Array]:
        """The features of a batch."""
        answer = self._stem(images, training=False)
        return {
            name: np.asarray(keras.ops.convert_to_numpy(value), np.float32)
            for name, value in answer.items()
        }
