"""Keras model -> ONNX file with the same names, and the proof that both answer alike."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import warnings
from pathlib import Path
from typing import Any

import keras
import numpy as np
import onnx
import onnxruntime as ort

from training.errors import TrainingError
from tumorview.domain.arrays import Float32Array

OPSET = 18
TOLERANCE = 1e-4
"""Largest difference of a probability between Keras and ONNX Runtime that is accepted."""


def export_onnx(model: Any, path: Path) -> None:
    """Write `model` (one input, a dict of outputs) as ONNX with a free batch dimension.

    Batch normalisations are folded into their convolutions by ONNX Runtime's basic, portable
    optimisations, so that any provider can run the file.

    Raises
    ------
    TrainingError
        When the conversion fails, or another backend than TensorFlow computes.
    """
    if keras.backend.backend() != "tensorflow":
        raise TrainingError(
            "a model is written as ONNX by TensorFlow alone",
            path=path,
            received=keras.backend.backend(),
            remedy="Run the same command with KERAS_BACKEND=tensorflow.",
        )
    import tensorflow as tf  # noqa: PLC0415 - only its models can be exported

    names = list(model.output)
    sizes = [None, *model.inputs[0].shape[1:]]
    input_name = str(model.inputs[0].name)

    def forward(batch: Any) -> list[Any]:
        answer = model(batch, training=False)
        return [tf.identity(answer[name], name=name) for name in names]

    signature = [tf.TensorSpec(sizes, tf.float32, name=input_name)]
    raw = path.with_name(path.name + ".raw")
    try:
        with _quiet():
            import tf2onnx  # noqa: PLC0415 - it warns while it is imported

            function = tf.function(forward, input_signature=signature)
            proto, _ = tf2onnx.convert.from_function(
                function, input_signature=signature, opset=OPSET
            )
        _rename_outputs(proto, names)
        onnx.save(proto, raw)
        options = ort.SessionOptions()
        options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.optimized_model_filepath = os.fspath(path)
        options.log_severity_level = 3
        ort.InferenceSession(os.fspath(raw), options, providers=["CPUExecutionProvider"])
        _keep_used_opsets(path)
    except (ValueError, RuntimeError, KeyError, AttributeError) as error:
        raise TrainingError(
            "the model could not be written as ONNX", path=path, received=str(error)[:300]
        ) from error
    finally:
        raw.unlink(missing_ok=True)


def largest_difference(model: Any, onnx_path: Path, batch: Float32Array) -> float:
    """Largest absolute difference of a softmax probability between Keras and ONNX Runtime."""
    session = ort.InferenceSession(os.fspath(onnx_path), providers=["CPUExecutionProvider"])
    feed = {session.get_inputs()[0].name: batch}
    (logits,) = session.run(["logits"], feed)
    expected = keras.ops.softmax(model(batch, training=False)["logits"])
    found = keras.ops.softmax(keras.ops.convert_to_tensor(np.asarray(logits)))
    return float(np.abs(np.asarray(expected) - np.asarray(found)).max())


def _keep_used_opsets(path: Path) -> None:
    """Drop the operator sets that ONNX Runtime declares but the graph does not use."""
    proto = onnx.load(path)
    used = {node.domain for node in proto.graph.node}
    kept = [entry for entry in proto.opset_import if entry.domain in used]
    del proto.opset_import[:]
    proto.opset_import.extend(kept)
    onnx.checker.check_model(proto)
    onnx.save(proto, path)


def _rename_outputs(proto: Any, names: list[str]) -> None:
    """Give the graph's outputs our names; the converter numbers them."""
    for output, name in zip(proto.graph.output, names, strict=True):
        old = output.name
        if old == name:
            continue
        for node in proto.graph.node:
            for index, have in enumerate(node.output):
                if have == old:
                    node.output[index] = name
            for index, have in enumerate(node.input):
                if have == old:
                    node.input[index] = name
        output.name = name


@contextlib.contextmanager
def _quiet() -> Any:
    """Keep the converter's warnings about its own use of numpy and TensorFlow to itself."""
    logger = logging.getLogger("tf2onnx")
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(before)
