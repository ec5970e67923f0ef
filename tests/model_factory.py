"""Tiny but complete model folders, made in milliseconds, for the tests of every room.

The network is small enough to be worked out by hand (`reference_output`): the input is cut into
square patches, three features are taken of each (mean, left half minus right half, upper half
minus lower half), rectified, and a linear head turns them into class maps; the mean of a map plus
the bias is the logit. The first class answers to bright pixels and the last one to dark images.
With `trust` the network has the outputs of a manifest of schema version 2 in place of class maps:
a lesion map that answers to bright pixels, the features' means, and an acquisition head.
"""

from __future__ import annotations

import hashlib
import json
import os
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from tests.trust_parts import (
    ACQUISITION,
    DECISION,
    GATE,
    LESION_MAP,
    PREDICTION_SETS,
    RULES,
)
from tumorview.domain.arrays import Float32Array
from tumorview.inference.gate import MahalanobisGate, gate_content

LABELS: tuple[tuple[str, str], ...] = (
    ("glioma", "Glioma"),
    ("meningioma", "Meningioma"),
    ("pituitary", "Pituitary tumour"),
    ("no_tumor", "No tumour"),
)
_OPSET = 17
_IR_VERSION = 8


@dataclass(frozen=True, slots=True)
class TinyModel:
    """What a tiny model folder is made of.

    `network_classes` and `network_side` make the weights disagree with the manifest, and
    `manifest_changes` replaces or adds keys of manifest.json (a value of None removes the key).
    """

    id: str = "tiny"
    version: str = "1.0.0"
    title: str = "Tiny test model"
    labels: tuple[tuple[str, str], ...] = LABELS
    activation: str = "softmax"
    side: int = 32
    channels: int = 1
    grid: int = 8
    temperature: float = 1.0
    full_scale: float = 8.0
    heatmap: bool = True
    modalities: tuple[str, ...] = ("MR",)
    certainty_threshold: float = 0.0
    minimum_source_side: int = 64
    seed: int = 7
    logit_gain: float = 1.0
    trust: bool = False
    gate_threshold: float = 1e6
    network_classes: int | None = None
    network_side: int | None = None
    input_name: str = "input"
    logits_name: str = "logits"
    class_maps_name: str = "class_maps"
    manifest_changes: dict[str, Any] = field(default_factory=dict)

    @property
    def outputs(self) -> int:
        """Number of logits: one a label, or a single one for a sigmoid model."""
        if self.network_classes is not None:
            return self.network_classes
        return 1 if self.activation == "sigmoid" else len(self.labels)


def make_model(parent: Path, model: TinyModel | None = None, *, keras: bool = False) -> Path:
    """Write a model folder ``parent/<id>`` with an ONNX file (and a Keras twin) and return it."""
    model = model or TinyModel()
    folder = parent / model.id
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.onnx").write_bytes(onnx_bytes(model))
    (folder / "MODEL_CARD.md").write_text(f"# {model.title}\n\nA test model.\n", encoding="utf-8")
    inputs = golden_inputs(model)
    logits, class_maps = reference_output(model, inputs)
    np.savez(
        folder / "golden.npz",
        inputs=inputs,
        logits=logits,
        class_maps=class_maps,
        probabilities=_probabilities(model, logits),
    )
    if model.trust:
        (folder / "gate.npz").write_bytes(gate_content(tiny_gate(model)))
    if keras:
        write_keras_twin(folder / "model.keras", model)
    write_manifest(folder, model)
    return folder


def write_manifest(folder: Path, model: TinyModel) -> None:
    """Write manifest.json with the hashes of the files that lie in `folder` now."""
    names = {
        "model.onnx": "onnx",
        "model.keras": "keras",
        "golden.npz": "golden",
        "MODEL_CARD.md": "card",
        "gate.npz": "gate",
    }
    content: dict[str, Any] = {
        "schema_version": 1,
        "id": model.id,
        "version": model.version,
        "title": model.title,
        "created": "2026-01-01",
        "files": [
            {"name": name, "role": role, "sha256": sha256_of(folder / name)}
            for name, role in names.items()
            if (folder / name).exists()
        ],
        "input": {"height": model.side, "width": model.side, "channels": model.channels},
        "intensity": {"kind": "range"},
        "crop": {"kind": "full_square"},
        "labels": [{"id": label, "name": name} for label, name in model.labels],
        "activation": model.activation,
        "calibration_temperature": model.temperature,
        "validated_modalities": list(model.modalities),
        "intended_use": "Tests.",
        "out_of_scope_use": "Everything else.",
        "limits": ["It is not a real model."],
        "data_sources": [],
        "certainty_threshold": model.certainty_threshold,
        "minimum_source_side": model.minimum_source_side,
    }
    if model.heatmap:
        content["heatmap"] = {
            "kind": "class activation map",
            "output": "class_maps",
            "feature_layer": "features",
            "full_scale": model.full_scale,
        }
    if model.trust:
        content |= {
            "schema_version": 2,
            "heatmap": LESION_MAP,
            "decision": DECISION,
            "prediction_sets": PREDICTION_SETS,
            "gate": {**GATE, "threshold": model.gate_threshold},
            "acquisition": ACQUISITION,
            "modality_rules": RULES,
            "validated_modalities": ["MR", "CT"],
        }
    for key, value in model.manifest_changes.items():
        if value is None:
            content.pop(key, None)
        else:
            content[key] = value
    (folder / "manifest.json").write_text(json.dumps(content, indent=1), encoding="utf-8")


def sha256_of(path: Path) -> str:
    """Hexadecimal SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def golden_inputs(model: TinyModel, count: int = 3) -> Float32Array:
    """float32[count, side, side, channels] of noise in [0, 1]."""
    rng = np.random.default_rng(model.seed + 1)
    shape = (count, model.side, model.side, model.channels)
    return rng.random(shape, dtype=np.float32)


def reference_output(model: TinyModel, batch: Float32Array) -> tuple[Float32Array, Float32Array]:
    """The network by plain numpy: logits [batch, classes], class maps [batch, h, w, classes]."""
    patch, kernel, head, bias = _weights(model)
    count, side = batch.shape[0], batch.shape[1]
    cells = side // patch
    cut = batch.reshape(count, cells, patch, cells, patch, model.channels)
    features = np.maximum(np.einsum("nipjqc,fcpq->nijf", cut, kernel), 0.0)
    class_maps = np.einsum("nijf,kf->nijk", features, head).astype(np.float32)
    logits = (class_maps.mean(axis=(1, 2)) + bias).astype(np.float32)
    return logits, class_maps


def reference_trust(model: TinyModel, batch: Float32Array) -> dict[str, Float32Array]:
    """The outputs of a network with `trust` but the logits, by plain numpy."""
    patch, kernel, _, _ = _weights(model)
    cells = batch.shape[1] // patch
    cut = batch.reshape(len(batch), cells, patch, cells, patch, model.channels)
    features = np.maximum(np.einsum("nipjqc,fcpq->nijf", cut, kernel), 0.0)
    means = features.mean(axis=(1, 2))
    return {
        "lesion_map": 1.0 / (1.0 + np.exp(4.0 - 8.0 * features[..., :1])),
        "features": means,
        "acquisition_logits": means @ _acquisition_head(model).T,
    }


def tiny_gate(model: TinyModel) -> MahalanobisGate:
    """A gate round the features of the golden inputs, with the identity as precision."""
    features = reference_trust(model, golden_inputs(model))["features"]
    identity = np.eye(3, dtype=np.float32)
    return MahalanobisGate(features.mean(axis=0), identity, np.zeros((1, 3), np.float32), identity)


def _acquisition_head(model: TinyModel) -> Float32Array:
    """[labels, 3]"""
    rng = np.random.default_rng(model.seed + 2)
    return rng.normal(0.0, 2.0, (len(ACQUISITION["labels"]), 3)).astype(np.float32)


def _probabilities(model: TinyModel, logits: Float32Array) -> Float32Array:
    scaled = logits.astype(np.float64) / model.temperature
    if model.activation == "sigmoid":
        positive = 1.0 / (1.0 + np.exp(-scaled[:, 0]))
        return np.asarray(np.stack([1.0 - positive, positive], axis=1), dtype=np.float32)
    powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)


def _weights(model: TinyModel) -> tuple[int, Float32Array, Float32Array, Float32Array]:
    """Patch side, kernel [3, channels, p, p], head [classes, 3], bias [classes]."""
    side = model.network_side or model.side
    patch = side // model.grid
    half = patch // 2
    kernel = np.zeros((3, model.channels, patch, patch), np.float32)
    kernel[0] = 1.0
    kernel[1, :, :, :half], kernel[1, :, :, half:] = 1.0, -1.0
    kernel[2, :, :half, :], kernel[2, :, half:, :] = 1.0, -1.0
    kernel /= patch * patch * model.channels
    rng = np.random.default_rng(model.seed)
    head = rng.normal(0.0, 1.0, (model.outputs, 3)).astype(np.float32)
    bias = np.zeros(model.outputs, np.float32)
    if model.outputs > 1:
        head[0] = (8.0, 0.0, 0.0)
        head[-1] = (-8.0, 0.0, 0.0)
        bias[-1] = 4.0
    else:
        head[0] = (16.0, 0.0, 0.0)
        bias[0] = -4.0
    gain = np.float32(model.logit_gain)
    return patch, kernel, head * gain, bias * gain


def onnx_bytes(model: TinyModel) -> bytes:
    """The network as ONNX: NHWC in, "logits" and "class_maps" (NHWC) out, any batch."""
    from onnx import TensorProto, checker, helper, numpy_helper  # noqa: PLC0415 - slow to import

    patch, kernel, head, bias = _weights(model)
    side = model.network_side or model.side
    weights = {
        "kernel": kernel,
        "head": head[:, :, np.newaxis, np.newaxis],
        "bias": bias,
    }
    logits, maps = model.logits_name, model.class_maps_name
    nodes = [
        helper.make_node("Transpose", [model.input_name], ["planes"], perm=[0, 3, 1, 2]),
        helper.make_node(
            "Conv",
            ["planes", "kernel"],
            ["raw_features"],
            kernel_shape=[patch, patch],
            strides=[patch, patch],
        ),
        helper.make_node("Relu", ["raw_features"], ["features"]),
        helper.make_node("Conv", ["features", "head"], ["map_planes"], kernel_shape=[1, 1]),
        helper.make_node("Transpose", ["map_planes"], [maps], perm=[0, 2, 3, 1]),
        helper.make_node("ReduceMean", [maps], ["means"], axes=[1, 2], keepdims=0),
        helper.make_node("Add", ["means", "bias"], [logits]),
    ]
    if model.trust:
        lesion = np.array([8.0, 0.0, 0.0], np.float32)[np.newaxis, :, np.newaxis, np.newaxis]
        weights |= {
            "lesion": lesion,
            "lesion_bias": np.array([-4.0], np.float32),
            "acquisition": _acquisition_head(model).T,
        }
        nodes += [
            helper.make_node(
                "Conv", ["features", "lesion", "lesion_bias"], ["raw_lesion"], kernel_shape=[1, 1]
            ),
            helper.make_node("Sigmoid", ["raw_lesion"], ["lesion_planes"]),
            helper.make_node("Transpose", ["lesion_planes"], ["lesion_map"], perm=[0, 2, 3, 1]),
            helper.make_node(
                "ReduceMean", ["features"], ["feature_means"], axes=[2, 3], keepdims=0
            ),
            helper.make_node("MatMul", ["feature_means", "acquisition"], ["acquisition_logits"]),
        ]
    classes = model.outputs
    outputs = [helper.make_tensor_value_info(logits, TensorProto.FLOAT, ["batch", classes])]
    if model.trust:
        told: dict[str, list[str | int | None]] = {
            "lesion_map": ["batch", model.grid, model.grid, 1],
            "feature_means": ["batch", 3],
            "acquisition_logits": ["batch", len(ACQUISITION["labels"])],
        }
        outputs += [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
            for name, shape in told.items()
        ]
    elif model.heatmap:
        map_shape: list[str | int | None] = ["batch", model.grid, model.grid, classes]
        outputs.append(helper.make_tensor_value_info(maps, TensorProto.FLOAT, map_shape))
    shape: list[str | int | None] = ["batch", side, side, model.channels]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(model.input_name, TensorProto.FLOAT, shape)],
        outputs,
        [numpy_helper.from_array(array, name) for name, array in weights.items()],
    )
    proto = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR_VERSION
    )
    checker.check_model(proto)
    return bytes(proto.SerializeToString())


def write_keras_twin(path: Path, model: TinyModel) -> None:
    """Write the same network with the same weights as a Keras file (imports TensorFlow)."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with warnings.catch_warnings():  # Keras itself calls numpy in ways that numpy 2 regrets
        warnings.simplefilter("ignore")
        _save_keras_twin(path, model)


def _save_keras_twin(path: Path, model: TinyModel) -> None:
    import keras  # noqa: PLC0415 - slow, and only for tests marked tensorflow

    patch, kernel, class_head, bias = _weights(model)
    side = model.network_side or model.side
    shape = (side, side, model.channels)
    inputs = keras.Input(shape, name=model.input_name)
    features = keras.layers.Conv2D(
        3, patch, strides=patch, use_bias=False, activation="relu", name="features"
    )(inputs)
    maps = keras.layers.Conv2D(model.outputs, 1, use_bias=False, name=model.class_maps_name)(
        features
    )
    means = keras.layers.GlobalAveragePooling2D()(maps)
    # A dense layer with the identity as its weights adds the bias without a layer of our own.
    logits = keras.layers.Dense(model.outputs, name=model.logits_name)(means)
    outputs = {model.logits_name: logits}
    if model.trust:
        lesion = keras.layers.Conv2D(1, 1, activation="sigmoid", name="lesion_map")
        pooled = keras.layers.GlobalAveragePooling2D(name="feature_means")(features)
        head = keras.layers.Dense(
            len(ACQUISITION["labels"]), use_bias=False, name="acquisition_logits"
        )
        outputs |= {
            "lesion_map": lesion(features),
            "feature_means": pooled,
            "acquisition_logits": head(pooled),
        }
        lesion.set_weights([np.array([8, 0, 0]).reshape(1, 1, 3, 1), np.array([-4.0])])
        head.set_weights([_acquisition_head(model).T])
    elif model.heatmap:
        outputs[model.class_maps_name] = maps
    network = keras.Model(inputs, outputs)
    network.get_layer("features").set_weights([kernel.transpose(2, 3, 1, 0)])
    network.get_layer(model.class_maps_name).set_weights([class_head.T[np.newaxis, np.newaxis]])
    network.get_layer(model.logits_name).set_weights(
        [np.eye(model.outputs, dtype=np.float32), bias]
    )
    network.save(path)
