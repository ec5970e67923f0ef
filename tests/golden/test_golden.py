"""Every model that ships answers its golden inputs as it did when it was made."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from tumorview import paths
from tumorview.inference.engines.base import EngineOutput, InferenceEngine
from tumorview.inference.engines.checks import output_names
from tumorview.inference.engines.select import DeviceChoice, EngineChoice, open_engine
from tumorview.inference.probabilities import (
    Float64Array,
    sigmoid_probabilities,
    softmax_probabilities,
)
from tumorview.inference.registry import ModelBundle, list_models, load_bundle, verify_all

TOLERANCE = 1e-4

_FOLDERS: list[Path | None] = [
    path.parent for path in sorted(paths.bundled_models_dir().glob("*/manifest.json"))
]


@pytest.fixture(params=_FOLDERS or [None], ids=lambda folder: folder.name if folder else "none")
def bundle(request: pytest.FixtureRequest) -> ModelBundle:
    """Each model folder in turn."""
    if request.param is None:
        pytest.skip("no model in models/ yet")
    return load_bundle(search=[Path(request.param)])


@pytest.fixture
def golden(bundle: ModelBundle) -> Mapping[str, npt.NDArray[Any]]:
    """Inputs, logits, class maps and probabilities of the Keras model at packaging time."""
    with np.load(io.BytesIO(bundle.read_verified("golden")), allow_pickle=False) as archive:
        return {name: archive[name] for name in archive.files}


@pytest.fixture
def open_on_cpu() -> Callable[[ModelBundle, EngineChoice], InferenceEngine]:
    """Open an engine on the CPU, with two threads as on a small machine."""

    def opened(bundle: ModelBundle, choice: EngineChoice) -> InferenceEngine:
        return open_engine(bundle, choice, threads=2, device=DeviceChoice.CPU)

    return opened


def _probabilities(bundle: ModelBundle, output: EngineOutput) -> Float64Array:
    manifest = bundle.manifest
    convert = sigmoid_probabilities if manifest.activation == "sigmoid" else softmax_probabilities
    return convert(output.logits, manifest.calibration_temperature)


def _check(
    bundle: ModelBundle, golden: Mapping[str, npt.NDArray[Any]], output: EngineOutput
) -> None:
    np.testing.assert_allclose(
        _probabilities(bundle, output), golden["probabilities"], rtol=0, atol=TOLERANCE
    )
    for field, name in output_names(bundle.manifest).items():
        found, expected = getattr(output, field), golden[name]
        assert found is not None
        scale = max(1.0, float(np.abs(expected).max()))
        np.testing.assert_allclose(found / scale, expected / scale, rtol=0, atol=1e-3, err_msg=name)


def test_the_bundled_models_are_whole(bundle: ModelBundle) -> None:
    verify_all(bundle)
    (listing,) = list_models([bundle.folder])
    assert listing.problem is None


def test_the_golden_inputs_are_many_and_not_all_answered_alike(
    golden: Mapping[str, npt.NDArray[Any]],
) -> None:
    assert len(golden["inputs"]) >= 4
    assert np.ptp(golden["probabilities"], axis=0).max() > 0.01


def test_onnx_runtime_gives_the_golden_answers(
    bundle: ModelBundle,
    golden: Mapping[str, npt.NDArray[Any]],
    open_on_cpu: Callable[[ModelBundle, EngineChoice], InferenceEngine],
) -> None:
    if not bundle.has("onnx"):
        pytest.skip("this model has no ONNX file")
    engine = open_on_cpu(bundle, EngineChoice.ONNX)
    _check(bundle, golden, engine.infer(golden["inputs"]))


def test_an_image_alone_is_answered_as_in_a_batch(
    bundle: ModelBundle,
    golden: Mapping[str, npt.NDArray[Any]],
    open_on_cpu: Callable[[ModelBundle, EngineChoice], InferenceEngine],
) -> None:
    if not bundle.has("onnx"):
        pytest.skip("this model has no ONNX file")
    engine = open_on_cpu(bundle, EngineChoice.ONNX)
    together = _probabilities(bundle, engine.infer(golden["inputs"]))
    for index, one in enumerate(golden["inputs"]):
        alone = _probabilities(bundle, engine.infer(one[np.newaxis]))
        np.testing.assert_allclose(alone[0], together[index], rtol=0, atol=TOLERANCE)


@pytest.mark.tensorflow
def test_keras_gives_the_golden_answers_and_agrees_with_onnx_runtime(
    bundle: ModelBundle,
    golden: Mapping[str, npt.NDArray[Any]],
    open_on_cpu: Callable[[ModelBundle, EngineChoice], InferenceEngine],
) -> None:
    if not bundle.has("keras"):
        pytest.skip("this model has no Keras file")
    output = open_on_cpu(bundle, EngineChoice.KERAS).infer(golden["inputs"])
    _check(bundle, golden, output)
    if bundle.has("onnx"):
        other = open_on_cpu(bundle, EngineChoice.ONNX).infer(golden["inputs"])
        np.testing.assert_allclose(
            _probabilities(bundle, output), _probabilities(bundle, other), rtol=0, atol=TOLERANCE
        )
