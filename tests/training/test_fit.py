"""What can go wrong in the middle of a run costs an epoch at most, and is said in one sentence."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from training.errors import RunError, TrainingError

pytestmark = [
    pytest.mark.tensorflow,
    pytest.mark.slow,
    pytest.mark.timeout(600),
    # Keras 3.15 saves models through a numpy protocol that numpy 2 deprecates.
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]


class Killed(BaseException):
    """Ends a run where it stands, as a kill would."""


@pytest.fixture(scope="module")
def kit() -> Any:
    """The module `tests.training.tiny_network`; imported late because Keras comes with it."""
    return importlib.import_module("tests.training.tiny_network")


@pytest.fixture(scope="module")
def fit() -> Any:
    """The module `training.fit`."""
    return importlib.import_module("training.fit")


def _train(kit: Any, fit: Any, run: Path, spoiled: int | None = None) -> list[Any]:
    """Train into `run`, from where it stopped, and return the weights."""
    model, body = kit.build()
    fit.fit(
        model,
        body,
        kit.Batches(spoiled=spoiled),
        run=run,
        options=kit.OPTIONS,
        check=lambda _: {},
    )
    return list(model.get_weights())


@pytest.fixture(scope="module")
def unbroken(kit: Any, fit: Any, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The weights of a run that nothing happened to."""
    return _train(kit, fit, tmp_path_factory.mktemp("unbroken"))


def _assert_same(found: list[Any], expected: list[Any]) -> None:
    for one, other in zip(found, expected, strict=True):
        # Threads may add float32 in another order; see test_resume for the last bit.
        np.testing.assert_allclose(one, other, rtol=0, atol=1e-6)


def test_a_loss_that_is_no_number_ends_the_run_with_the_last_good_epoch_kept(
    kit: Any, fit: Any, tmp_path: Path, unbroken: list[Any]
) -> None:
    with pytest.raises(TrainingError, match=r"not a number any more \(batch 2\)"):
        _train(kit, fit, tmp_path, spoiled=1)
    assert fit.read_state(tmp_path) == fit.RunState(0, 1)
    assert [one.name for one in tmp_path.glob("checkpoint-*")] == ["checkpoint-0-1"]
    _assert_same(_train(kit, fit, tmp_path), unbroken)


def test_a_full_disk_ends_the_run_and_it_goes_on_when_there_is_room(
    kit: Any, fit: Any, tmp_path: Path, unbroken: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = np.savez

    def savez(stream: Any, **arrays: Any) -> None:
        if "checkpoint-1-1" in stream.name:
            stream.write(b"half")
            raise OSError(28, "Can't synchronously write data\n, filename = 'x'")
        whole(stream, **arrays)

    with monkeypatch.context() as patch:
        patch.setattr(np, "savez", savez)
        with pytest.raises(RunError, match=r"checkpoint cannot be written: No space left") as said:
            _train(kit, fit, tmp_path)
    assert "--resume" in said.value.sentence()
    assert fit.read_state(tmp_path) == fit.RunState(0, 1)
    assert not (tmp_path / "checkpoint-1-1").exists()
    _assert_same(_train(kit, fit, tmp_path), unbroken)


def test_a_kill_while_a_checkpoint_is_written_costs_that_epoch_alone(
    kit: Any, fit: Any, tmp_path: Path, unbroken: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = np.savez

    def savez(stream: Any, **arrays: Any) -> None:
        if "checkpoint-1-1" in stream.name:
            stream.write(b"half")
            raise Killed
        whole(stream, **arrays)

    with monkeypatch.context() as patch:
        patch.setattr(np, "savez", savez)
        with pytest.raises(Killed):
            _train(kit, fit, tmp_path)
    assert fit.read_state(tmp_path) == fit.RunState(0, 1)
    _assert_same(_train(kit, fit, tmp_path), unbroken)
    rows = [json.loads(line) for line in (tmp_path / "epochs.jsonl").read_bytes().splitlines()]
    assert [(row["stage"], row["epoch"]) for row in rows] == [(0, 1), (1, 1)]


def test_a_checkpoint_that_was_damaged_is_named(kit: Any, fit: Any, tmp_path: Path) -> None:
    with pytest.raises(TrainingError):
        _train(kit, fit, tmp_path, spoiled=1)
    (tmp_path / "checkpoint-0-1" / "averaged.weights.h5").write_bytes(b"no weights")
    with pytest.raises(RunError, match=r"averaged.weights.h5: the checkpoint cannot be used"):
        _train(kit, fit, tmp_path)
