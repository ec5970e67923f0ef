"""A Keras network computed by ONNX Runtime, which is several times quicker on a CPU."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort

from training.progress import progress
from tumorview.domain.arrays import Float32Array, UInt8Array

_BATCH = 16


class OnnxNetwork:
    """float32[batch, side, side, 1] to the network's outputs; calls may come from many threads.

    Parameters
    ----------
    network
        A Keras network with one input and a dict of outputs. TensorFlow has to be what computes it.
    path
        Where its ONNX file is written.
    threads
        That ONNX Runtime uses for one call; 0 for as many as there are cores.
    """

    def __init__(self, network: Any, path: Path, threads: int = 0) -> None:
        from training.export_onnx import export_onnx  # noqa: PLC0415 - brings onnx

        path.parent.mkdir(parents=True, exist_ok=True)
        export_onnx(network, path)
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        self._names = list(network.output)
        self._session = ort.InferenceSession(
            path.read_bytes(), sess_options=options, providers=["CPUExecutionProvider"]
        )

    def __call__(self, images: Float32Array) -> dict[str, Float32Array]:
        """The outputs for a batch, by name."""
        answer = self._session.run(self._names, {self._session.get_inputs()[0].name: images})
        return {
            name: np.asarray(value, np.float32)
            for name, value in zip(self._names, answer, strict=True)
        }

    def over(self, images: UInt8Array, what: str) -> dict[str, Float32Array]:
        """The outputs for all of uint8[n, side, side]; `what` names them on the progress bar."""
        found: dict[str, list[Float32Array]] = {name: [] for name in self._names}
        starts = range(0, len(images), _BATCH)
        for start in progress(starts, what, len(starts)):
            batch = images[start : start + _BATCH, :, :, np.newaxis].astype(np.float32)
            for name, values in self(batch / np.float32(255)).items():
                found[name].append(values)
        return {name: np.concatenate(parts) for name, parts in found.items()}
