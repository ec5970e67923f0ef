from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest

from tests.model_factory import (
    TinyModel,
    golden_inputs,
    make_model,
    onnx_bytes,
    reference_output,
    reference_trust,
    write_manifest,
)
from tests.trust_parts import ACQUISITION, GATE, LESION_MAP
from tumorview.inference.engines import onnx_engine
from tumorview.inference.engines.onnx_engine import OnnxEngine
from tumorview.inference.errors import InferenceError, ModelShapeError, ModelTamperedError
from tumorview.inference.registry import load_bundle
from tumorview.machine import available_cores


def _engine(tmp_path: Path, model: TinyModel | None = None, threads: int = 1) -> OnnxEngine:
    make_model(tmp_path, model)
    return OnnxEngine(load_bundle(search=[tmp_path]), threads=threads)


@pytest.mark.parametrize(
    "model",
    [
        TinyModel(),
        TinyModel(channels=3, side=48, grid=6),
        TinyModel(labels=(("no", "No"), ("yes", "Yes")), activation="sigmoid"),
    ],
    ids=["softmax", "rgb", "sigmoid"],
)
@pytest.mark.parametrize("count", [1, 5])
def test_one_pass_gives_logits_and_class_maps(tmp_path: Path, model: TinyModel, count: int) -> None:
    batch = golden_inputs(model, count)
    output = _engine(tmp_path, model).infer(batch)
    logits, class_maps = reference_output(model, batch)
    assert output.class_maps is not None
    np.testing.assert_allclose(output.logits, logits, atol=1e-5)
    np.testing.assert_allclose(output.class_maps, class_maps, atol=1e-5)
    assert output.logits.dtype == np.float32
    assert not output.logits.flags.writeable


def test_every_output_that_the_manifest_names_comes_back(tmp_path: Path) -> None:
    model = TinyModel(trust=True)
    batch = golden_inputs(model, 5)
    output = _engine(tmp_path, model).infer(batch)
    expected = reference_trust(model, batch)
    assert output.class_maps is not None
    assert output.features is not None
    assert output.acquisition_logits is not None
    np.testing.assert_allclose(output.logits, reference_output(model, batch)[0], atol=1e-5)
    np.testing.assert_allclose(output.class_maps, expected["lesion_map"], atol=1e-5)
    np.testing.assert_allclose(output.features, expected["features"], atol=1e-5)
    np.testing.assert_allclose(output.acquisition_logits, expected["acquisition_logits"], atol=1e-5)
    assert not output.features.flags.writeable


@pytest.mark.parametrize(
    ("part", "value", "words"),
    [
        ("heatmap", {**LESION_MAP, "output": "lesions"}, 'no output "lesions"'),
        ("gate", {**GATE, "output": "elsewhere"}, 'no output "elsewhere"'),
        ("gate", {**GATE, "output": "lesion_map"}, "does not have the shape .any, any."),
        (
            "acquisition",
            {**ACQUISITION, "labels": ACQUISITION["labels"][:4], "validated": ["ct", "t1"]},
            "does not have the shape .any, 4.",
        ),
    ],
)
def test_trust_outputs_that_are_not_those_of_the_manifest_are_refused(
    tmp_path: Path, part: str, value: dict[str, Any], words: str
) -> None:
    changes = {"heatmap": None, part: value}
    with pytest.raises(ModelShapeError, match=words):
        _engine(tmp_path, TinyModel(trust=True, manifest_changes=changes))


def test_a_model_without_a_heatmap_gives_none(tmp_path: Path) -> None:
    model = TinyModel(heatmap=False)
    assert _engine(tmp_path, model).infer(golden_inputs(model)).class_maps is None


def test_name_and_device_are_words_for_people(tmp_path: Path) -> None:
    engine = _engine(tmp_path, threads=1)
    assert engine.name.startswith("ONNX Runtime ")
    assert engine.device == "CPU, 1 thread"
    noted = OnnxEngine(load_bundle(search=[tmp_path]), threads=2, note="the GPU is asleep")
    assert noted.device == "CPU, 2 threads; the GPU is asleep"


class RuntimeWithGpu:
    """The real ONNX Runtime, but its build claims a CUDA provider that does not work."""

    def __init__(self, failure: Exception | None) -> None:
        self._failure = failure
        self.asked: list[object] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(onnxruntime, name)

    def get_available_providers(self) -> list[str]:
        return ["CUDAExecutionProvider", "CPUExecutionProvider"]

    def InferenceSession(  # noqa: N802 - the runtime's own name
        self, content: bytes, *, providers: list[Any], **options: Any
    ) -> Any:
        self.asked.append(providers[0])
        if len(providers) > 1:
            if self._failure is not None:
                raise self._failure
            providers = providers[1:]
        return onnxruntime.InferenceSession(content, providers=providers, **options)


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (RuntimeError("[ONNXRuntimeError] : 1 : FAIL : no kernel image"), "no kernel image"),
        (None, "it did not start"),
    ],
    ids=["raises", "silent"],
)
def test_an_accelerator_that_fails_leaves_the_cpu_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception | None, words: str
) -> None:
    make_model(tmp_path)
    runtime = RuntimeWithGpu(failure)
    monkeypatch.setattr(onnx_engine, "_import_runtime", lambda: runtime)
    bundle = load_bundle(search=[tmp_path])
    engine = OnnxEngine(bundle, threads=1)
    assert engine.device == f"CPU, 1 thread; GPU (CUDA) not used: {words}"
    assert len(engine.infer(golden_inputs(TinyModel(), 2)).logits) == 2
    runtime.asked.clear()
    assert OnnxEngine(bundle, threads=1, accelerate=False).device == "CPU, 1 thread"
    assert runtime.asked == ["CPUExecutionProvider"]


def test_the_default_number_of_threads_is_within_the_cores_of_the_process(tmp_path: Path) -> None:
    make_model(tmp_path)
    engine = OnnxEngine(load_bundle(search=[tmp_path]))
    threads = int(engine.device.split()[1])
    assert 1 <= threads <= min(available_cores(), 8)


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (TinyModel(network_classes=3), r'output "logits".*received.*3'),
        (TinyModel(network_side=64, grid=8), r'input "input".*received.*64'),
        (TinyModel(logits_name="scores"), 'no output "logits".*scores'),
        (TinyModel(class_maps_name="maps"), 'no output "class_maps".*maps'),
        (
            TinyModel(
                channels=3, manifest_changes={"input": {"height": 32, "width": 32, "channels": 1}}
            ),
            r"\[any, 32, 32, 1\]",
        ),
    ],
    ids=["classes", "side", "logits name", "maps name", "channels"],
)
def test_a_network_of_another_shape_than_the_manifest_is_refused(
    tmp_path: Path, model: TinyModel, words: str
) -> None:
    with pytest.raises(ModelShapeError, match=words) as caught:
        _engine(tmp_path, model)
    assert caught.value.path is not None
    assert "\n" not in str(caught.value)


def _with_network(tmp_path: Path, network: onnx.ModelProto) -> Path:
    folder = make_model(tmp_path)
    (folder / "model.onnx").write_bytes(network.SerializeToString())
    write_manifest(folder, TinyModel())
    return folder


def test_a_network_with_a_fixed_batch_is_refused(tmp_path: Path) -> None:
    network = onnx.load_from_string(onnx_bytes(TinyModel()))
    network.graph.input[0].type.tensor_type.shape.dim[0].dim_value = 1
    _with_network(tmp_path, network)
    with pytest.raises(ModelShapeError, match=r"received: '\[1, 32, 32, 1\]'"):
        OnnxEngine(load_bundle(search=[tmp_path]))


def test_a_network_with_two_inputs_is_refused(tmp_path: Path) -> None:
    network = onnx.load_from_string(onnx_bytes(TinyModel()))
    network.graph.input.append(
        onnx.helper.make_tensor_value_info("second", onnx.TensorProto.FLOAT, [1])
    )
    _with_network(tmp_path, network)
    with pytest.raises(ModelShapeError, match="exactly one input"):
        OnnxEngine(load_bundle(search=[tmp_path]))


def test_weights_outside_the_verified_file_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The weights lie where a careless loader would find them: in the model folder, which is also
    # the working directory.
    network = onnx.load_from_string(onnx_bytes(TinyModel()))
    folder = tmp_path / "tiny"
    folder.mkdir()
    onnx.save_model(
        network,
        folder / "model.onnx",
        save_as_external_data=True,
        location="weights.bin",
        size_threshold=0,
    )
    assert (folder / "weights.bin").stat().st_size > 0
    write_manifest(folder, TinyModel())
    monkeypatch.chdir(folder)
    with pytest.raises(InferenceError, match="ONNX Runtime cannot load the model"):
        OnnxEngine(load_bundle(search=[tmp_path]))


@pytest.mark.parametrize("content", [b"", b"not a network", b"\x08\x08" * 1000])
def test_a_file_that_is_no_network_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes
) -> None:
    folder = make_model(tmp_path)
    (folder / "model.onnx").write_bytes(content)
    write_manifest(folder, TinyModel())
    with pytest.raises(InferenceError) as caught:
        OnnxEngine(load_bundle(search=[tmp_path]))
    assert str(caught.value).startswith("model.onnx: ")
    assert "\n" not in str(caught.value)


def test_weights_changed_after_the_check_are_not_run(tmp_path: Path) -> None:
    folder = make_model(tmp_path)
    bundle = load_bundle(search=[tmp_path])
    (folder / "model.onnx").write_bytes(onnx_bytes(TinyModel(seed=99)))
    with pytest.raises(ModelTamperedError):
        OnnxEngine(bundle)


@pytest.mark.parametrize(
    "batch",
    [
        np.zeros((1, 32, 32, 3), np.float32),
        np.zeros((32, 32, 1), np.float32),
        np.zeros((0, 32, 32, 1), np.float32),
        np.zeros((1, 32, 32, 1), np.float64),
    ],
    ids=["channels", "no batch", "empty batch", "float64"],
)
def test_a_batch_that_does_not_fit_is_an_inference_error(
    tmp_path: Path, batch: np.ndarray[tuple[int, ...], np.dtype[np.float32]]
) -> None:
    with pytest.raises(InferenceError, match=r"takes float32 batches of \(32, 32, 1\)"):
        _engine(tmp_path).infer(batch)


def test_several_threads_may_ask_at_once(tmp_path: Path) -> None:
    model = TinyModel()
    engine = _engine(tmp_path, model)
    batches = [golden_inputs(replace(model, seed=seed), 2) for seed in range(24)]
    with ThreadPoolExecutor(4) as pool:
        outputs = list(pool.map(engine.infer, batches))
    for batch, output in zip(batches, outputs, strict=True):
        np.testing.assert_allclose(output.logits, reference_output(model, batch)[0], atol=1e-5)


def test_a_closed_engine_says_so(tmp_path: Path) -> None:
    engine = _engine(tmp_path)
    engine.close()
    with pytest.raises(InferenceError, match="closed"):
        engine.infer(golden_inputs(TinyModel()))


def test_nothing_is_printed_while_a_model_is_loaded_run_and_refused(tmp_path: Path) -> None:
    make_model(tmp_path / "good")
    make_model(tmp_path / "bad", TinyModel(network_classes=3))
    junk = make_model(tmp_path / "junk")
    (junk / "model.onnx").write_bytes(b"not a network")
    write_manifest(junk, TinyModel())
    code = (
        "import sys; from pathlib import Path; import numpy as np\n"
        "from tumorview.inference.registry import load_bundle\n"
        "from tumorview.inference.engines.onnx_engine import OnnxEngine\n"
        "from tumorview.inference.errors import InferenceError, ModelShapeError\n"
        "root = Path(sys.argv[1])\n"
        "engine = OnnxEngine(load_bundle(search=[root / 'good']))\n"
        "engine.infer(np.zeros((1, 32, 32, 1), np.float32))\n"
        "try: OnnxEngine(load_bundle(search=[root / 'bad']))\n"
        "except ModelShapeError: pass\n"
        "else: raise SystemExit('accepted')\n"
        "try: OnnxEngine(load_bundle(search=[root / 'junk']))\n"
        "except InferenceError: pass\n"
        "else: raise SystemExit('accepted')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
