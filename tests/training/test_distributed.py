"""A run that is shared out over devices or machines ends as one process would, or says why not."""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from training.errors import StrategyError

pytestmark = [pytest.mark.tensorflow, pytest.mark.timeout(900)]

ROOT = Path(__file__).parents[2]

TOLERANCE = 1e-5
"""Of a weight after six steps at a rate of 1e-3: float32 sums in another order differ by about 1e-7
of themselves, which Adam's division by the gradient's own size keeps far below a step. The network
has no batch normalisation and no dropout, which see a replica's part of a batch only."""

COARSE_TOLERANCE = 1e-3
"""With bfloat16, whose steps are 1/128 of a number: a gradient near 0 may differ by its own size,
and Adam makes of that a part of one step of 1e-3."""

FIT = """
import contextlib, os, sys
from pathlib import Path
import numpy as np
import training.fit as fit
from tests.training import tiny_network
from training.batches import WHOLE
from training.distributed import Strategy, open_replicas
from training.precision import FULL, layers_of

kind, run, fatal = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
policy = sys.argv[4] if len(sys.argv) > 4 else FULL
if kind == "mirrored":
    import tensorflow as tf
    tf.config.set_logical_device_configuration(
        tf.config.list_physical_devices("CPU")[0], [tf.config.LogicalDeviceConfiguration()] * 2
    )
replicas = open_replicas(Strategy(kind), tiny_network.BATCH)
whole = fit.write_state

def write_state(folder, state):
    whole(folder, state)
    if f"{state.stage},{state.epochs_done}" == fatal:
        os._exit(9)

fit.write_state = write_state
with replicas.strategy.scope() if replicas else contextlib.nullcontext(), layers_of(policy):
    model, body = tiny_network.build()
batches = tiny_network.Batches(replicas.share if replicas else WHOLE)
fit.fit(
    model, body, batches, run=run, options=tiny_network.OPTIONS, check=lambda model: {},
    replicas=replicas,
)
if replicas is None or replicas.chief:
    np.savez(run / "weights.npz", *model.get_weights())
"""

TRAIN = """
import sys
from pathlib import Path
from tests.training import tiny_data
from training.distributed import Strategy

data, run = Path(sys.argv[1]), Path(sys.argv[2])
tiny_data.train(
    tiny_data.tiny_recipe(),
    tiny_data.RunOptions(
        data, run, weights=None, split=data / "folds.json", strategy=Strategy.MULTIWORKER
    ),
)
"""


@pytest.fixture(scope="module")
def distributed() -> Any:
    """The module; imported late because Keras comes with it."""
    return importlib.import_module("training.distributed")


def _start(script: str, *arguments: object, config: str | None = None) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "KERAS_BACKEND": "tensorflow"}
    environment.pop("TF_CONFIG", None)
    if config is not None:
        environment["TF_CONFIG"] = config
    return subprocess.Popen(
        [sys.executable, "-c", script, *(str(one) for one in arguments)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


@contextlib.contextmanager
def _workers(script: str, *arguments: list[object]) -> Iterator[list[subprocess.Popen[bytes]]]:
    """One worker for each list of arguments, all on free ports of this machine."""
    with contextlib.ExitStack() as probes:
        sockets = [probes.enter_context(socket.socket()) for _ in arguments]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        addresses = [f"127.0.0.1:{one.getsockname()[1]}" for one in sockets]
    started = [
        _start(script, *own, config=_config(addresses, index))
        for index, own in enumerate(arguments)
    ]
    try:
        yield started
    finally:
        for process in started:
            process.kill()
            process.communicate()


def _config(addresses: list[str], index: int) -> str:
    return json.dumps(
        {"cluster": {"worker": addresses}, "task": {"type": "worker", "index": index}}
    )


def _finish(process: subprocess.Popen[bytes]) -> None:
    _, said = process.communicate(timeout=800)
    assert process.returncode == 0, said.decode()[-2000:]


def _assert_same(run: Path, other: Path) -> None:
    with np.load(run / "weights.npz") as one, np.load(other / "weights.npz") as two:
        assert one.files == two.files
        for name in one.files:
            np.testing.assert_allclose(one[name], two[name], rtol=0, atol=TOLERANCE)


def _weights(run: Path) -> np.ndarray:
    with np.load(run / "weights.npz") as found:
        return np.concatenate([found[name].ravel() for name in found.files])


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run of one process on one device."""
    run: Path = tmp_path_factory.mktemp("alone")
    _finish(_start(FIT, "none", run, "never"))
    return run


@pytest.mark.slow
def test_two_devices_learn_what_one_does_also_after_a_kill(alone: Path, tmp_path: Path) -> None:
    killed = _start(FIT, "mirrored", tmp_path, "0,1")
    killed.communicate(timeout=800)
    assert killed.returncode == 9
    _finish(_start(FIT, "mirrored", tmp_path, "never"))
    _assert_same(alone, tmp_path)


@pytest.mark.slow
def test_two_devices_with_16_bits_learn_nearly_what_one_does(alone: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    _finish(_start(FIT, "none", one, "never", "mixed_bfloat16"))
    _finish(_start(FIT, "mirrored", two, "never", "mixed_bfloat16"))
    whole, single, shared = (_weights(run) for run in (alone, one, two))
    assert not np.array_equal(single, whole)  # 16 bits were used at all
    np.testing.assert_allclose(shared, single, rtol=0, atol=COARSE_TOLERANCE)


@pytest.mark.slow
def test_two_workers_learn_what_one_process_does(alone: Path, tmp_path: Path) -> None:
    chief, other = tmp_path / "chief", tmp_path / "other"
    arguments: list[list[object]] = [["multiworker", run, "never"] for run in (chief, other)]
    with _workers(FIT, *arguments) as started:
        for process in started:
            _finish(process)
    _assert_same(alone, chief)
    assert not other.exists()


@pytest.mark.slow
def test_of_two_workers_the_chief_alone_writes_a_whole_run(tmp_path: Path) -> None:
    tiny_data = importlib.import_module("tests.training.tiny_data")
    data = tiny_data.write_data(tmp_path / "data")
    chief, other = tmp_path / "chief", tmp_path / "other"
    with _workers(TRAIN, [data, chief], [data, other]) as started:
        for process in started:
            _finish(process)
    assert {"answers.npz", "trained.keras", "state.json"} <= {one.name for one in chief.iterdir()}
    environment = json.loads((chief / "environment.json").read_bytes())
    assert environment["options"]["strategy"] == "multiworker, replicas: 2"
    assert not other.exists()


def test_a_run_that_is_not_shared_out_asks_for_nothing(distributed: Any) -> None:
    assert distributed.open_replicas(distributed.Strategy.NONE, 16) is None


def test_the_chief_comes_first_among_the_workers(distributed: Any) -> None:
    config = {
        "cluster": {"chief": ["a:1"], "worker": ["b:1", "c:1"]},
        "task": {"type": "worker", "index": 1},
    }
    workers = distributed.read_workers({"TF_CONFIG": json.dumps(config)})
    assert (workers.addresses, workers.own) == (("a:1", "b:1", "c:1"), 2)


@pytest.mark.parametrize(
    ("config", "sentence"),
    [
        (None, "TF_CONFIG is not set"),
        ("worker 0", "TF_CONFIG cannot be understood"),
        ('{"task": {"type": "worker", "index": 0}}', "missing required field `cluster`"),
        (_config(["a:1", "b:1"], 2), "names no such task"),
        (_config(["a:1", "a:1"], 0), "an address twice"),
        ('{"cluster":{"worker":["a:1"]},"task":{"type":"ps","index":0}}', "names no such task"),
    ],
)
def test_a_wrong_cluster_is_one_sentence_with_an_example(
    distributed: Any, config: str | None, sentence: str
) -> None:
    with pytest.raises(StrategyError, match=sentence) as raised:
        distributed.read_workers({} if config is None else {"TF_CONFIG": config})
    assert '"task"' in raised.value.sentence()


def test_a_port_that_is_taken_is_refused_before_anybody_waits(
    distributed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as taken:
        taken.bind(("", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setenv("TF_CONFIG", _config([f"127.0.0.1:{port}", "127.0.0.1:9"], 0))
        with pytest.raises(StrategyError, match=rf"port cannot be used.*{port}"):
            distributed.open_replicas(distributed.Strategy.MULTIWORKER, 16)


def test_an_address_without_a_port_is_refused(
    distributed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TF_CONFIG", _config(["somewhere", "127.0.0.1:9"], 0))
    with pytest.raises(StrategyError, match=r"port cannot be used.*somewhere"):
        distributed.open_replicas(distributed.Strategy.MULTIWORKER, 16)


def test_another_backend_cannot_share_a_run_out(
    distributed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("keras.backend.backend", lambda: "jax")
    with pytest.raises(StrategyError, match=r"only TensorFlow.*'jax'"):
        distributed.open_replicas(distributed.Strategy.MIRRORED, 16)
