"""The network: what ships is what was trained, and the maps add up to the logits."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from training.errors import DataError

pytestmark = [
    pytest.mark.tensorflow,
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]

SIDE = 64


@pytest.fixture(scope="module")
def cam() -> Any:
    """The network's module; imported late because TensorFlow comes with it."""
    return importlib.import_module("training.networks.mobilenetv2_cam")


@pytest.fixture(scope="module")
def options(cam: Any) -> Any:
    return cam.NetworkOptions(side=SIDE, feature_channels=8)


@pytest.fixture(scope="module")
def trained(cam: Any, options: Any) -> Any:
    """A training network with random weights, the head's bias too."""
    model = cam.build_training_model(cam.build_trunk(SIDE), options)
    kernel, _ = model.get_layer("logits").get_weights()
    model.get_layer("logits").set_weights([kernel, np.arange(4, dtype=np.float32)])
    return model


@pytest.fixture
def batch() -> Any:
    return np.random.default_rng(5).random((3, SIDE, SIDE, 1), dtype=np.float32)


def test_the_shipped_network_answers_as_the_trained_one(
    cam: Any, options: Any, trained: Any, batch: Any
) -> None:
    shipped = cam.build_inference_model(trained, options)
    answer = shipped(batch, training=False)
    expected = np.asarray(trained(batch, training=False)["logits"])
    np.testing.assert_allclose(
        answer["logits"], expected - expected.mean(axis=1, keepdims=True), atol=1e-5
    )
    assert tuple(answer["class_maps"].shape) == (3, SIDE // 16, SIDE // 16, 4)
    assert set(answer) == {"logits", "class_maps"}


def test_class_maps_average_to_the_logits_without_the_bias(
    cam: Any, options: Any, trained: Any, batch: Any
) -> None:
    shipped = cam.build_inference_model(trained, options)
    bias = shipped.get_layer("logits").get_weights()[1]
    answer = shipped(batch, training=False)
    means = np.asarray(answer["class_maps"]).mean(axis=(1, 2))
    np.testing.assert_allclose(means + bias, answer["logits"], atol=1e-5)


def test_an_empty_image_has_no_heatmap(cam: Any, options: Any, trained: Any) -> None:
    shipped = cam.build_inference_model(trained, options)
    empty = np.zeros((1, SIDE, SIDE, 1), np.float32)
    np.testing.assert_allclose(shipped(empty, training=False)["class_maps"], 0.0, atol=1e-5)


def test_the_onnx_file_has_the_same_names_and_answers(
    cam: Any, options: Any, trained: Any, batch: Any, tmp_path: Path
) -> None:
    export = importlib.import_module("training.export_onnx")
    onnxruntime = importlib.import_module("onnxruntime")
    shipped = cam.build_inference_model(trained, options)
    path = tmp_path / "model.onnx"
    export.export_onnx(shipped, path)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    assert [one.name for one in session.get_inputs()] == ["input"]
    assert {one.name for one in session.get_outputs()} == {"logits", "class_maps"}
    assert export.largest_difference(shipped, path, batch) < 1e-4
    assert not any("BatchNorm" in node for node in _operators(path))
    assert [p.name for p in tmp_path.iterdir()] == ["model.onnx"]


def test_a_frozen_trunk_does_not_learn_and_a_thawed_end_does(cam: Any) -> None:
    trunk = cam.build_trunk(SIDE)
    cam.freeze_trunk(trunk, None)
    assert not trunk.trainable_variables
    cam.freeze_trunk(trunk, 14)
    names = {layer.name for layer in trunk.layers if layer.trainable_variables}
    assert {name.split("_")[0] for name in names} == {f"linearbottleneck{i}" for i in (14, 15, 16)}


def test_weights_of_another_network_are_refused(cam: Any, tmp_path: Path) -> None:
    architecture = tmp_path / "other.json"
    architecture.write_text('{"class_name": "Nothing"}', encoding="utf-8")
    with pytest.raises(DataError, match=r"other\.weights\.h5.*MobileNet V2.*--weights"):
        cam.load_imagenet(cam.build_trunk(SIDE), architecture, tmp_path / "other.weights.h5")


def test_the_imagenet_weights_give_the_features_of_the_network_they_come_from(
    cam: Any, shared_data: Path
) -> None:
    folder = shared_data.parent / "weights"
    architecture = folder / "mobilenet_v2_imagenet_notop.json"
    if not architecture.is_file():
        pytest.skip(f"no ImageNet weights beside the shared data ({folder})")
    keras = importlib.import_module("keras")
    trunk = cam.build_trunk(224)
    cam.load_imagenet(trunk, architecture, architecture.with_suffix(".weights.h5"))
    source = keras.models.model_from_json(architecture.read_text(encoding="utf-8"))
    source.load_weights(architecture.with_suffix(".weights.h5"))
    deep = source.get_layer("linearbottleneck16_batchnorm2").output
    image = np.random.default_rng(1).normal(0, 1, (1, 224, 224, 3)).astype(np.float32)
    expected = keras.Model(source.inputs[0], deep)(image)
    np.testing.assert_allclose(trunk(image)[1], expected, atol=1e-5)


def _operators(path: Path) -> list[str]:
    onnx = importlib.import_module("onnx")
    return [node.op_type for node in onnx.load(path).graph.node]
