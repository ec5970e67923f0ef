from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from tests.model_factory import (
    TinyModel,
    golden_inputs,
    make_model,
    reference_output,
    write_manifest,
)
from tumorview.inference.engines.keras_engine import KerasEngine
from tumorview.inference.engines.onnx_engine import OnnxEngine
from tumorview.inference.engines.select import EngineChoice, open_engine
from tumorview.inference.errors import (
    EngineUnavailableError,
    InferenceError,
    ModelShapeError,
    ModelTamperedError,
    ModelUnsafeError,
)
from tumorview.inference.registry import load_bundle

pytestmark = pytest.mark.tensorflow


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> KerasEngine:
    place = tmp_path_factory.mktemp("models")
    make_model(place, keras=True)
    return KerasEngine(load_bundle(search=[place]))


@pytest.mark.parametrize("count", [1, 5])
def test_one_pass_gives_logits_and_class_maps(engine: KerasEngine, count: int) -> None:
    batch = golden_inputs(TinyModel(), count)
    output = engine.infer(batch)
    logits, class_maps = reference_output(TinyModel(), batch)
    assert output.class_maps is not None
    np.testing.assert_allclose(output.logits, logits, atol=1e-5)
    np.testing.assert_allclose(output.class_maps, class_maps, atol=1e-5)


def test_both_engines_give_the_same(tmp_path: Path) -> None:
    labels = (("no", "No"), ("yes", "Yes"))
    model = TinyModel(labels=labels, activation="sigmoid", side=48, grid=6, channels=3)
    make_model(tmp_path, model, keras=True)
    bundle = load_bundle(search=[tmp_path])
    batch = golden_inputs(model)
    onnx_output, keras_output = OnnxEngine(bundle).infer(batch), KerasEngine(bundle).infer(batch)
    assert keras_output.logits.shape == (3, 1)
    np.testing.assert_allclose(keras_output.logits, onnx_output.logits, atol=1e-5)
    assert keras_output.class_maps is not None
    assert onnx_output.class_maps is not None
    np.testing.assert_allclose(keras_output.class_maps, onnx_output.class_maps, atol=1e-5)


def test_both_engines_give_the_same_outputs_of_trust(tmp_path: Path) -> None:
    model = TinyModel(trust=True)
    make_model(tmp_path, model, keras=True)
    bundle = load_bundle(search=[tmp_path])
    batch = golden_inputs(model)
    onnx_output, keras_output = OnnxEngine(bundle).infer(batch), KerasEngine(bundle).infer(batch)
    for name in ("logits", "class_maps", "features", "acquisition_logits"):
        one, other = getattr(keras_output, name), getattr(onnx_output, name)
        assert one is not None
        np.testing.assert_allclose(one, other, atol=1e-5, err_msg=name)


def test_name_and_device_are_words_for_people(engine: KerasEngine) -> None:
    assert engine.name.startswith("TensorFlow 2.")
    assert ", Keras 3." in engine.name
    assert engine.device == "CPU" or engine.device.startswith("GPU 0 (")


def test_a_model_without_a_heatmap_gives_none(tmp_path: Path) -> None:
    model = TinyModel(heatmap=False)
    make_model(tmp_path, model, keras=True)
    engine = KerasEngine(load_bundle(search=[tmp_path]), accelerate=False, threads=1)
    assert engine.device == "CPU"
    assert engine.infer(golden_inputs(model)).class_maps is None


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (TinyModel(network_classes=3), r'output "logits".*received.*3'),
        (TinyModel(network_side=64, grid=8), r'input "input".*received.*64'),
        (TinyModel(class_maps_name="maps"), 'no output "class_maps".*maps'),
    ],
    ids=["classes", "side", "name"],
)
def test_a_network_of_another_shape_than_the_manifest_is_refused(
    tmp_path: Path, model: TinyModel, words: str
) -> None:
    make_model(tmp_path, model, keras=True)
    with pytest.raises(ModelShapeError, match=words):
        KerasEngine(load_bundle(search=[tmp_path]))


def test_a_file_that_is_no_network_is_refused_in_one_sentence(tmp_path: Path) -> None:
    folder = make_model(tmp_path)
    (folder / "model.keras").write_bytes(b"not a network")
    write_manifest(folder, TinyModel())
    with pytest.raises(InferenceError) as caught:
        KerasEngine(load_bundle(search=[tmp_path]))
    assert str(caught.value).startswith("model.keras: the Keras file cannot be read")
    assert "\n" not in str(caught.value)


def test_code_hidden_in_a_model_is_not_run(tmp_path: Path) -> None:
    import keras  # noqa: PLC0415 - only here

    folder = make_model(tmp_path)
    inputs = keras.Input((32, 32, 1), name="input")
    outputs = keras.layers.Lambda(lambda x: x * 2.0)(inputs)
    keras.Model(inputs, outputs).save(folder / "model.keras")
    write_manifest(folder, TinyModel())
    with pytest.raises(ModelUnsafeError, match=r"no part of Keras.*Lambda"):
        KerasEngine(load_bundle(search=[tmp_path]))


def test_keras_itself_refuses_code_too(tmp_path: Path) -> None:
    import keras  # noqa: PLC0415 - only here

    from tumorview.inference.engines.keras_engine import _load  # noqa: PLC0415 - as above

    inputs = keras.Input((32, 32, 1), name="input")
    outputs = keras.layers.Lambda(lambda x: x * 2.0)(inputs)
    keras.Model(inputs, outputs).save(tmp_path / "model.keras")
    with pytest.raises(InferenceError, match="cannot load the model"):
        _load(keras, tmp_path / "model.keras")


def test_changed_weights_are_not_loaded(tmp_path: Path) -> None:
    folder = make_model(tmp_path)
    (folder / "model.keras").write_bytes(b"weights")
    write_manifest(folder, TinyModel())
    (folder / "model.keras").write_bytes(b"Weights")
    with pytest.raises(ModelTamperedError, match=r"model\.keras"):
        KerasEngine(load_bundle(search=[tmp_path]))


def test_a_demand_for_a_gpu_is_refused_where_there_is_none(tmp_path: Path) -> None:
    import tensorflow as tf  # noqa: PLC0415 - only here

    if tf.config.list_physical_devices("GPU"):
        pytest.skip("this machine has a GPU")
    make_model(tmp_path, keras=True)
    with pytest.raises(EngineUnavailableError, match="no GPU"):
        KerasEngine(load_bundle(search=[tmp_path]), require_gpu=True)


def test_a_driver_without_a_usable_gpu_falls_back_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tensorflow as tf  # noqa: PLC0415 - only here

    if tf.config.list_physical_devices("GPU"):
        pytest.skip("this machine has a GPU")
    make_model(tmp_path, keras=True)
    monkeypatch.setattr("tumorview.inference.engines.select.nvidia_driver_present", lambda: True)
    engine = open_engine(load_bundle(search=[tmp_path]), EngineChoice.AUTO, threads=1)
    assert engine.name.startswith("ONNX Runtime")
    assert engine.device == (
        "CPU, 1 thread; TensorFlow finds no GPU although an NVIDIA driver is present"
    )


def test_several_threads_may_ask_at_once(engine: KerasEngine) -> None:
    batches = [golden_inputs(TinyModel(seed=seed), 2) for seed in range(12)]
    with ThreadPoolExecutor(3) as pool:
        outputs = list(pool.map(engine.infer, batches))
    for batch, output in zip(batches, outputs, strict=True):
        logits = reference_output(TinyModel(), batch)[0]
        np.testing.assert_allclose(output.logits, logits, atol=1e-5)


def test_a_closed_engine_says_so(tmp_path: Path) -> None:
    make_model(tmp_path, keras=True)
    engine = open_engine(load_bundle(search=[tmp_path]), EngineChoice.KERAS)
    engine.close()
    with pytest.raises(InferenceError, match="closed"):
        engine.infer(golden_inputs(TinyModel()))


def test_loading_prints_no_chatter(tmp_path: Path, checkout: Path) -> None:
    make_model(tmp_path, keras=True)
    code = (
        "import sys; from pathlib import Path\n"
        "from tumorview.inference.registry import load_bundle\n"
        "from tumorview.inference.engines.keras_engine import KerasEngine\n"
        "KerasEngine(load_bundle(search=[Path(sys.argv[1])]), accelerate=False)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
        cwd=checkout,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
