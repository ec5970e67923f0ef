"""With 16 bits the layers inside are smaller; what goes in, comes out and ships is as ever."""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from training.errors import RunError

pytestmark = [
    pytest.mark.tensorflow,
    pytest.mark.timeout(600),
    # Keras 3.15 saves models through a numpy protocol that numpy 2 deprecates.
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]


@pytest.fixture(scope="module")
def keras() -> Any:
    return importlib.import_module("keras")


@pytest.fixture(scope="module")
def precision(keras: Any) -> Any:
    return importlib.import_module("training.precision")


@pytest.fixture(scope="module")
def kit(keras: Any) -> Any:
    return importlib.import_module("tests.training.tiny_data")


@pytest.fixture(scope="module")
def fit(keras: Any) -> Any:
    return importlib.import_module("training.fit")


@pytest.mark.parametrize(
    ("devices", "policy"),
    [
        (["cpu:0"], "mixed_bfloat16"),
        (["cpu:0", "gpu:0"], "mixed_float16"),
        (["GPU:0"], "mixed_float16"),
    ],
)
def test_only_a_gpu_computes_with_float16(
    precision: Any, monkeypatch: pytest.MonkeyPatch, devices: list[str], policy: str
) -> None:
    monkeypatch.setattr("keras.distribution.list_devices", lambda: devices)
    assert precision.policy_name(mixed=True) == policy
    assert precision.policy_name(mixed=False) == "float32"


def test_the_policy_ends_with_its_block_also_after_an_error(keras: Any, precision: Any) -> None:
    before = keras.config.dtype_policy().name

    def fail() -> None:
        with precision.layers_of("mixed_bfloat16"):
            raise KeyError(keras.config.dtype_policy().name)

    with pytest.raises(KeyError, match="mixed_bfloat16"):
        fail()
    assert keras.config.dtype_policy().name == before


@pytest.mark.parametrize("policy", ["mixed_bfloat16", "mixed_float16"])
def test_inside_are_16_bits_and_weights_and_outputs_have_32(kit: Any, policy: str) -> None:
    recipe = importlib.import_module("training.recipe")
    network = recipe.build_network(kit.tiny_recipe(), None, policy)
    assert network.head.get_layer("decoder_quarter_mixed_conv").compute_dtype == policy[6:]
    assert {one.dtype for one in network.head.trainable_variables} == {"float32"}
    assert {one.dtype for one in network.head.outputs} == {"float32"}
    assert {one.compute_dtype for one in network.stem.layers} == {"float32"}


@pytest.mark.slow
def test_float16_scales_the_loss_as_keras_does(keras: Any, kit: Any, fit: Any) -> None:
    recipe = importlib.import_module("training.recipe")
    network = recipe.build_network(kit.tiny_recipe(), None, "mixed_float16")
    options = kit.tiny_recipe().fit
    fit.compile_stage(network.head, options.stages[0], options, 4)
    optimizer = network.head.optimizer
    assert isinstance(optimizer, keras.optimizers.LossScaleOptimizer)
    optimizer.build(network.head.trainable_variables)
    # What a run resumes from has the scale, and the averages of the weights.
    assert any("dynamic_scale" in one.path for one in optimizer.variables)
    before = network.head.get_weights()
    with fit.averaged_weights(network.head):
        pass
    for one, other in zip(before, network.head.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)


@pytest.mark.slow
def test_a_run_with_16_bits_resumes_and_ships_a_plain_network(
    keras: Any, kit: Any, fit: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def write_state(folder: Path, state: Any) -> None:
        whole(folder, state)
        if (state.stage, state.epochs_done) == (1, 1):
            raise Killed

    whole = fit.write_state
    data, run = kit.write_data(tmp_path / "data"), tmp_path / "run"
    recipe = kit.tiny_recipe()
    options = kit.RunOptions(
        data,
        run,
        weights=None,
        split=data / "folds.json",
        resume=True,
        mixed_precision=True,
    )
    with monkeypatch.context() as patch:
        patch.setattr(fit, "write_state", write_state)
        with pytest.raises(Killed):
            kit.train(recipe, options)
    with pytest.raises(RunError, match=r"another .* precision"):
        kit.train(recipe, replace(options, mixed_precision=False))
    kit.train(recipe, options)
    shipped = keras.models.load_model(run / "trained.keras")
    assert {one.compute_dtype for one in shipped._flatten_layers()} == {"float32"}
    with np.load(run / "answers.npz") as answers:
        for name in answers.files:
            if answers[name].dtype.kind == "f":
                assert np.isfinite(answers[name]).all(), name
