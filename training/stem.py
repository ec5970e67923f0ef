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
import onnxruntime as ort

from tumorview.domain.arrays import Float32Array

STEM_NAME = "stem.onnx"


def open_stem(stem: Any, folder: Path) -> Callable[[Float32Array], dict[str, Float32Array]]:
    """The quickest way to compute `stem` that the backend allows."""
    return OnnxStem(stem, folder) if keras.backend.backend() == "tensorflow" else KerasStem(stem)


class OnnxStem:
    """float32[batch, side, side, 1] to {"quarter", "eighth"}; calls may come from many threads.

    Parameters
    ----------
    stem
        The Keras network, as `build_stem` makes it with its weights loaded.
    folder
        Where its ONNX file is written.
    """

    def __init__(self, stem: Any, folder: Path) -> None:
        from training.export_onnx import export_onnx  # noqa: PLC0415 - brings onnx

        path = folder / STEM_NAME
        export_onnx(stem, path)
        options = ort.SessionOptions()
        # Its callers are threads already.
        options.intra_op_num_threads = 1
        self._names = list(stem.output)
        self._session = ort.InferenceSession(
            path.read_bytes(), sess_options=options, providers=["CPUExecutionProvider"]
        )

    def __call__(self, images: Float32Array) -> dict[str, Float32Array]:
        """The features of a batch."""
        answer = self._session.run(self._names, {self._session.get_inputs()[0].name: images})
        return {
            name: np.asarray(value, np.float32)
            for name, value in zip(self._names, answer, strict=True)
        }


class KerasStem:
    """The same as `OnnxStem`, by whatever backend Keras has; nothing is written."""

    def __init__(self, stem: Any) -> None:
        self._stem = stem

    def __call__(self, images: Float32Array) -> dict[str, Float32Array]:
        """The features of a batch."""
        answer = self._stem(images, training=False)
        return {
            name: np.asarray(keras.ops.convert_to_numpy(value), np.float32)
            for name, value in answer.items()
        }
