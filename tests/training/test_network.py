"""The network: what ships is what was trained, and a lesion speaks where it lies."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from training.errors import DataError, TrainingError

pytestmark = [
    pytest.mark.tensorflow,
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]

SIDE = 64
OUTPUTS = {"logits", "lesion_map", "features", "acquisition_logits"}


@pytest.fixture(scope="module")
def trunk() -> Any:
    """The trunk's module; imported late because TensorFlow comes with it."""
    return importlib.import_module("training.networks.mobilenetv2")


@pytest.fixture(scope="module")
def lesion() -> Any:
    """The module of the network above the trunk."""
    return importlib.import_module("training.networks.lesion_network")


@pytest.fixture(scope="module")
def parts(trunk: Any, lesion: Any) -> tuple[Any, Any]:
    """(stem, head) with random weights."""
    options = lesion.NetworkOptions(side=SIDE, feature_channels=8, decoder_channels=8)
    return trunk.build_stem(SIDE), lesion.build_head(trunk.build_body(SIDE), options)


@pytest.fixture
def batch() -> Any:
    return np.random.default_rng(5).random((3, SIDE, SIDE, 1), dtype=np.float32)


def test_the_shipped_network_answers_as_the_trained_one(
    lesion: Any, parts: tuple[Any, Any], batch: Any
) -> None:
    stem, head = parts
    shipped = lesion.build_inference_model(stem, head)(batch, training=False)
    trained = head(stem(batch, training=False), training=False)
    assert set(shipped) == OUTPUTS
    assert tuple(shipped["logits"].shape) == (3, 4)
    assert tuple(shipped["lesion_map"].shape) == (3, SIDE // 4, SIDE // 4, 1)
    np.testing.assert_allclose(
        shipped["lesion_map"], 1 / (1 + np.exp(-np.asarray(trained["lesion"]))), atol=1e-6
    )
    np.testing.assert_array_equal(shipped["features"], trained["features"])


def test_the_four_probabilities_are_those_of_a_tumour_and_of_its_type(
    lesion: Any, parts: tuple[Any, Any], batch: Any
) -> None:
    stem, head = parts
    logits = np.asarray(lesion.build_inference_model(stem, head)(batch, training=False)["logits"])
    trained = head(stem(batch, training=False), training=False)
    powers = np.exp(logits)
    four = powers / powers.sum(axis=1, keepdims=True)
    kinds = np.exp(np.asarray(trained["type"]))
    tumor = 1 / (1 + np.exp(-np.asarray(trained["tumor"])))
    expected = tumor * kinds / kinds.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(four[:, :3], expected, atol=1e-6)
    np.testing.assert_allclose(four[:, 3:], 1 - tumor, atol=1e-6)


def test_log_files_and_shipped_network_agree_on_the_four_logits(
    lesion: Any, parts: tuple[Any, Any], batch: Any
) -> None:
    answering = importlib.import_module("training.answering")
    stem, head = parts
    trained = head(stem(batch, training=False), training=False)
    shipped = lesion.build_inference_model(stem, head)(batch, training=False)
    found = answering.four_logits(np.asarray(trained["tumor"]), np.asarray(trained["type"]))
    np.testing.assert_allclose(found, shipped["logits"], atol=1e-5)


def test_the_acquisition_head_does_not_change_the_features(parts: tuple[Any, Any]) -> None:
    tensorflow = importlib.import_module("tensorflow")
    stem, head = parts
    given = stem(np.zeros((2, SIDE, SIDE, 1), np.float32))
    with tensorflow.GradientTape() as tape:
        answer = head(given, training=True)["acquisition_logits"]
        total = tensorflow.reduce_sum(answer**2)
    learning = {
        variable.path
        for variable, gradient in zip(
            head.trainable_variables,
            tape.gradient(total, head.trainable_variables),
            strict=True,
        )
        if gradient is not None
    }
    assert learning
    assert all("acquisition" in path for path in learning)


def test_the_onnx_file_has_the_same_names_and_answers(
    lesion: Any, parts: tuple[Any, Any], batch: Any, tmp_path: Path
) -> None:
    export = importlib.import_module("training.export_onnx")
    onnxruntime = importlib.import_module("onnxruntime")
    shipped = lesion.build_inference_model(*parts)
    path = tmp_path / "model.onnx"
    export.export_onnx(shipped, path)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    assert [one.name for one in session.get_inputs()] == ["input"]
    assert {one.name for one in session.get_outputs()} == OUTPUTS
    assert export.largest_difference(shipped, path, batch) < 1e-4
    assert not any("BatchNorm" in node for node in _operators(path))
    assert [p.name for p in tmp_path.iterdir()] == ["model.onnx"]


def test_the_stem_in_onnx_gives_the_features_of_the_stem_in_keras(
    parts: tuple[Any, Any], batch: Any, tmp_path: Path
) -> None:
    stem, _ = parts
    module = importlib.import_module("training.stem")
    found, expected = module.open_stem(stem, tmp_path)(batch), module.KerasStem(stem)(batch)
    assert (tmp_path / module.STEM_NAME).is_file()
    assert set(found) == set(expected) == {"quarter", "eighth"}
    for name, values in found.items():
        assert values.dtype == expected[name].dtype == np.float32
        np.testing.assert_allclose(values, expected[name], atol=1e-4)


def test_where_tensorflow_does_not_compute_keras_computes_the_stem_and_writes_nothing(
    parts: tuple[Any, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = importlib.import_module("training.stem")
    monkeypatch.setattr("keras.backend.backend", lambda: "jax")
    assert isinstance(module.open_stem(parts[0], tmp_path), module.KerasStem)
    assert not list(tmp_path.iterdir())


def test_an_export_without_tensorflow_is_refused_in_one_sentence(
    parts: tuple[Any, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = importlib.import_module("training.export_onnx")
    monkeypatch.setattr("keras.backend.backend", lambda: "jax")
    with pytest.raises(TrainingError, match=r"by TensorFlow alone.*'jax'.*KERAS_BACKEND"):
        export.export_onnx(parts[0], tmp_path / "stem.onnx")
    assert not list(tmp_path.iterdir())


def test_the_stem_does_not_learn(parts: tuple[Any, Any]) -> None:
    stem, head = parts
    assert not stem.trainable_variables
    assert head.trainable_variables


def test_weights_of_another_network_are_refused(trunk: Any, tmp_path: Path) -> None:
    architecture = tmp_path / "other.json"
    architecture.write_text('{"class_name": "Nothing"}', encoding="utf-8")
    with pytest.raises(DataError, match=r"other\.weights\.h5.*MobileNet V2.*--weights"):
        trunk.load_imagenet(
            trunk.build_stem(SIDE),
            trunk.build_body(SIDE),
            architecture,
            tmp_path / "other.weights.h5",
        )


def test_the_imagenet_weights_give_the_features_of_the_network_they_come_from(
    trunk: Any, shared_data: Path
) -> None:
    folder = shared_data.parent / "weights"
    architecture = folder / "mobilenet_v2_imagenet_notop.json"
    if not architecture.is_file():
        pytest.skip(f"no ImageNet weights beside the shared data ({folder})")
    keras = importlib.import_module("keras")
    stem, body = trunk.build_stem(224), trunk.build_body(224)
    trunk.load_imagenet(stem, body, architecture, architecture.with_suffix(".weights.h5"))
    source = keras.models.model_from_json(architecture.read_text(encoding="utf-8"))
    source.load_weights(architecture.with_suffix(".weights.h5"))
    deep = source.get_layer("linearbottleneck16_batchnorm2").output
    gray = np.random.default_rng(1).random((1, 224, 224, 1), dtype=np.float32)
    mean, std = np.array([0.485, 0.456, 0.406], "f4"), np.array([0.229, 0.224, 0.225], "f4")
    rgb = (gray - mean) / std
    expected = keras.Model(source.inputs[0], deep)(rgb)
    np.testing.assert_allclose(body(stem(gray)["eighth"])[1], expected, atol=1e-4)


def _operators(path: Path) -> list[str]:
    onnx = importlib.import_module("onnx")
    return [node.op_type for node in onnx.load(path).graph.node]
