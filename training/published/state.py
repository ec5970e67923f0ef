"""How far a run has come, its log, and which epoch was its best."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import msgspec

from training.errors import RunError, TrainingError
from training.published.files import write_bytes

STATE_NAME = "state.json"
LOG_NAME = "epochs.jsonl"


class Epoch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of the log."""

    stage: str
    epoch: int
    loss: float
    accuracy: float
    validation_loss: float
    validation_accuracy: float

    @property
    def score(self) -> tuple[float, float]:
        """Validation accuracy; of two that are equal, the lower loss is better."""
        return self.validation_accuracy, -self.validation_loss


class RunState(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whole epochs that were trained, one after the other over all stages, with their figures."""

    epochs: tuple[Epoch, ...] = ()

    @property
    def done(self) -> int:
        """Number of whole epochs."""
        return len(self.epochs)

    @property
    def best(self) -> Epoch | None:
        """The epoch with the best score, the first of equals; None before the first."""
        return max(self.epochs, key=lambda epoch: epoch.score) if self.epochs else None

    def with_epoch(self, epoch: Epoch) -> RunState:
        """The state after one more epoch."""
        return RunState((*self.epochs, epoch))


def make_epoch(stage: str, number: int, logs: Mapping[str, float], run: Path) -> Epoch:
    """An epoch from Keras' names of its figures.

    Raises
    ------
    TrainingError
        When the loss is not a number any more.
    """
    check_loss(logs["loss"], run)
    check_loss(logs["val_loss"], run)
    return Epoch(
        stage=stage,
        epoch=number,
        loss=float(logs["loss"]),
        accuracy=float(logs["accuracy"]),
        validation_loss=float(logs["val_loss"]),
        validation_accuracy=float(logs["val_accuracy"]),
    )


def check_loss(loss: float, run: Path) -> None:
    """Stop on NaN or infinity; raises TrainingError."""
    if not math.isfinite(loss):
        raise TrainingError(
            "the loss is not a number any more",
            path=run,
            received=float(loss),
            remedy="Lower the learning rate of the recipe and go on with --resume.",
        )


def read_state(run: Path) -> RunState:
    """The state of a run folder; the beginning when there is none yet."""
    path = run / STATE_NAME
    if not path.is_file():
        return RunState()
    try:
        return msgspec.json.decode(path.read_bytes(), type=RunState)
    except (OSError, msgspec.DecodeError) as error:
        raise RunError(
            "the state of the run cannot be read",
            path=path,
            remedy="Start again in another folder with --out.",
        ) from error


def write_state(run: Path, state: RunState) -> None:
    """Replace the state and the log, each in one step."""
    lines = b"".join(msgspec.json.encode(epoch) + b"\n" for epoch in state.epochs)
    write_bytes(run / LOG_NAME, lines)
    write_bytes(run / STATE_NAME, msgspec.json.encode(state))
