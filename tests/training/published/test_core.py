"""The network without Keras: its optimiser, its loop on one device and on two, its package."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.training.published.drawn import write_yes_no
from tests.unit.inference.make_frame import make_frame
from training.errors import DataError
from tumorview.inference.engines.select import open_engine
from tumorview.inference.predictor import Predictor
from tumorview.inference.registry import load_bundle

pytestmark = [
    pytest.mark.tensorflow,
    pytest.mark.timeout(300),
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]


@pytest.fixture(scope="module")
def kit() -> Any:
    """The module `tiny`; imported late because TensorFlow comes with it."""
    return importlib.import_module("tests.training.published.tiny")


@pytest.fixture(scope="module")
def adam() -> Any:
    return importlib.import_module("training.published.core_adam")


def test_the_rate_rises_to_its_peak_and_falls_to_nothing(adam: Any) -> None:
    schedule = adam.Schedule(peak=0.1, warmup=4, total=20)
    rates = [float(schedule.rate(step)) for step in range(21)]
    np.testing.assert_allclose(rates[:4], [0.025, 0.05, 0.075, 0.1], rtol=1e-5)
    assert rates[12] == pytest.approx(0.05, rel=1e-4)
    assert rates[20] == pytest.approx(0.0, abs=1e-7)
    assert all(one >= other for one, other in pairwise(rates[4:]))


def test_a_step_of_adam_is_that_of_keras(adam: Any) -> None:
    tf, keras = importlib.import_module("tensorflow"), importlib.import_module("keras")
    mine, other = tf.Variable([3.0, -2.0, 0.5]), keras.Variable([3.0, -2.0, 0.5])
    own = adam.Adam([mine], adam.Schedule(peak=0.1, warmup=1, total=10**9))
    reference = keras.optimizers.Adam(0.1)
    # A replica context of the default strategy is what a plain call runs in.
    for step in range(6):
        gradient = tf.constant([1.0 + step, -0.3, 0.0])
        own.apply([gradient])
        reference.apply([gradient], [other])
    np.testing.assert_allclose(mine.numpy(), np.asarray(other), rtol=1e-4)


def test_it_learns_resumes_packages_and_opens_with_its_heatmap(kit: Any, tmp_path: Path) -> None:
    data = write_yes_no(tmp_path / "data")
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    recipe = kit.core()
    result = kit.train_published(recipe, kit.options(data, whole))
    assert result.epochs == 2

    learner_module = importlib.import_module("training.published.core_learner")
    original = learner_module.write_state

    def killed_after_the_first(run: Path, state: Any) -> None:
        original(run, state)
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(learner_module, "write_state", killed_after_the_first)
        with pytest.raises(KeyboardInterrupt):
            kit.train_published(recipe, kit.options(data, broken))
    kit.train_published(recipe, kit.options(data, broken, resume=True))
    with np.load(whole / "last-0002.npz") as one, np.load(broken / "last-0002.npz") as other:
        assert set(one.files) == set(other.files)
        for name in one.files:
            np.testing.assert_allclose(one[name], other[name], rtol=1e-4, atol=1e-5)

    folder = kit.write_model_folder(
        recipe, recipe.learner.trained(whole), result, tmp_path / "models"
    )
    bundle = load_bundle(search=[folder])
    assert {file.role for file in bundle.manifest.files} == {"onnx", "golden", "card"}
    assert "no Keras model" in (folder / "MODEL_CARD.md").read_text(encoding="utf-8")
    predictor = Predictor(bundle, open_engine(bundle, "onnx"))
    prediction = predictor.predict(make_frame(np.random.default_rng(1).random((64, 64)) * 200))
    predictor.close()
    assert sum(prediction.probabilities.values) == pytest.approx(1.0)
    assert prediction.heatmap_for("tumor") is not None


def test_the_diagram_has_the_shapes_of_the_network(kit: Any) -> None:
    network = importlib.import_module("training.networks.residual_core")
    options = network.CoreOptions(width=4, blocks=(1, 2))
    blocks = options.diagram(36)
    _, maps = network.ResidualCore(options, seed=1)(
        np.zeros((1, 36, 36, 3), np.float32), training=False
    )
    assert [name.split(":")[0] for name, _ in blocks] == [
        *("input", "stem", "stage 1", "stage 2", "class map", "logit"),
    ]
    assert blocks[3][1] == "5 x 5 x 8"
    assert blocks[4][1] == " x ".join(str(side) for side in maps.shape[1:])


def test_more_replicas_than_devices_are_refused_before_anything_is_written(
    kit: Any, tmp_path: Path
) -> None:
    data = write_yes_no(tmp_path / "data")
    with pytest.raises(DataError, match="fewer devices than replicas"):
        kit.train_published(kit.core(), kit.options(data, tmp_path / "run", replicas=4))
    with pytest.raises(DataError, match="do not share a batch evenly"):
        kit.train_published(kit.core(), kit.options(data, tmp_path / "run", replicas=3))
    assert not (tmp_path / "run").exists()


_TWO_DEVICES = """
import json, sys
from pathlib import Path
import numpy as np
import tensorflow as tf
cpu = tf.config.list_physical_devices("CPU")[0]
tf.config.set_logical_device_configuration(cpu, [tf.config.LogicalDeviceConfiguration()] * 2)
from tests.training.published import tiny
from training.published.core_learner import CoreLearner
kept = []
prepare = CoreLearner.prepare
CoreLearner.prepare = lambda self, job: kept.append(prepare(self, job)) or kept[0]
options = tiny.options(Path(sys.argv[1]), Path(sys.argv[2]), replicas=2)
result = tiny.train_published(tiny.core(epochs=4), options)
alike = [
    bool(np.allclose(copies[0].numpy(), copies[1].numpy()))
    for copies in (variable.values for variable in kept[0].network.variables)
]
answer = tiny.core().learner.trained(options.out).answer(np.zeros((1, 32, 32), np.uint8))
print(json.dumps({
    "replicas": kept[0].strategy.num_replicas_in_sync,
    "alike": alike,
    "finite": bool(np.isfinite(answer.logits).all()),
    "losses": [json.loads(line)["loss"] for line in (options.out / "epochs.jsonl").open()],
}))
"""


@pytest.mark.slow
def test_two_devices_hold_the_same_weights_after_training(tmp_path: Path, checkout: Path) -> None:
    data = write_yes_no(tmp_path / "data")
    done = subprocess.run(
        [sys.executable, "-c", _TWO_DEVICES, str(data), str(tmp_path / "run")],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(checkout)},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["replicas"] == 2
    assert len(found["alike"]) > 10
    assert all(found["alike"])
    assert found["finite"]
    assert found["losses"][-1] < found["losses"][0]
