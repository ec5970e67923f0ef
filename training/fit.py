"""The training loop of the bundled network: stages, averaged weights, a checkpoint every epoch."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import msgspec
import numpy as np

from training.distributed import Loss, Replicas, SummedAdamW, fit_replicas
from training.errors import RunError, TrainingError
from training.losses import known_cross_entropy, lesion_loss, tumor_cross_entropy


@dataclass(frozen=True, slots=True)
class Stage:
    """Some epochs with one choice of what is trained.

    Without `body_trained` only the layers above the trunk learn. The rate rises over the first
    `warmup_epochs` and falls to nothing by a cosine.
    """

    name: str
    epochs: int
    rate: float
    body_trained: bool
    warmup_epochs: float = 0.5


@dataclass(frozen=True, slots=True)
class FitOptions:
    """Loss weights and optimiser."""

    stages: tuple[Stage, ...]
    tumor_weight: float = 1.0
    type_weight: float = 1.5
    lesion_weight: float = 1.0
    acquisition_weight: float = 0.3
    lesion_positive_weight: float = 3.0
    weight_decay: float = 1e-4
    ema_momentum: float = 0.998
    check_every: int = 8
    """Epochs between two looks at the test images; nothing is chosen by them."""


class RunState(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far a run has come; written after each epoch, last of all."""

    stage: int
    epochs_done: int


STATE_NAME = "state.json"
LOG_NAME = "epochs.jsonl"
TENSORBOARD_NAME = "tensorboard"

_AVERAGED_NAME = "averaged.weights.h5"
_LAST_NAME = "last.weights.h5"
_STATE_VARIABLES_NAME = "optimizer.npz"

Check = Callable[[Any], dict[str, float]]


def head_losses(options: FitOptions) -> dict[str, tuple[Loss, float]]:
    """Loss and weight of each output that is trained; every loss is a mean over pictures."""
    return {
        "tumor": (tumor_cross_entropy, options.tumor_weight),
        "type": (known_cross_entropy, options.type_weight),
        "lesion": (lesion_loss(options.lesion_positive_weight), options.lesion_weight),
        "acquisition_logits": (known_cross_entropy, options.acquisition_weight),
    }


def compile_stage(
    model: Any,
    stage: Stage,
    options: FitOptions,
    steps_per_epoch: int,
    *,
    replicas: Replicas | None = None,
) -> None:
    """Give the model the stage's optimiser and the losses."""
    warmup = max(1, round(stage.warmup_epochs * steps_per_epoch))
    total = max(warmup + 1, stage.epochs * steps_per_epoch)
    schedule = keras.optimizers.schedules.CosineDecay(
        initial_learning_rate=stage.rate / 20,
        decay_steps=total - warmup,
        alpha=0.02,
        warmup_target=stage.rate,
        warmup_steps=warmup,
    )
    optimizer = (keras.optimizers.AdamW if replicas is None else SummedAdamW)(
        schedule,
        weight_decay=options.weight_decay,
        global_clipnorm=2.0,
        use_ema=True,
        ema_momentum=options.ema_momentum,
    )
    optimizer.exclude_from_weight_decay(var_names=["bias", "gamma", "beta"])
    losses = head_losses(options)
    model.compile(
        optimizer,
        loss={name: loss for name, (loss, _) in losses.items()},
        loss_weights={name: weight for name, (_, weight) in losses.items()},
    )


class _EpochDraw(keras.callbacks.Callback):  # type: ignore[misc]  # Keras is untyped
    """Tells the batches which epoch of the whole run begins."""

    def __init__(self, batches: Any, epochs_before: int) -> None:
        super().__init__()
        self._batches = batches
        self._epochs_before = epochs_before

    def on_epoch_begin(self, epoch: int, _logs: dict[str, float] | None = None) -> None:
        self._batches.start_epoch(self._epochs_before + epoch)


class _StopAtNan(keras.callbacks.Callback):  # type: ignore[misc]  # Keras is untyped
    """Ends a run whose loss is not a number, with the last whole epoch's checkpoint as it was."""

    def __init__(self, run: Path) -> None:
        super().__init__()
        self._run = run

    def on_train_batch_end(self, batch: int, logs: dict[str, float] | None = None) -> None:
        loss = float((logs or {}).get("loss", np.nan))
        if not np.isfinite(loss):
            raise TrainingError(
                f"the loss is not a number any more (batch {batch + 1})",
                path=self._run,
                remedy="Lower the learning rate in the recipe and train into another folder.",
            )


class _Checkpoint(keras.callbacks.Callback):  # type: ignore[misc]  # Keras is untyped
    """Keeps everything that a run needs to go on as if it had not been stopped."""

    def __init__(self, run: Path, stage: int, last_epoch: int, check: Check, every: int) -> None:
        super().__init__()
        self._run = run
        self._stage = stage
        self._last_epoch = last_epoch
        self._check = check
        self._every = every

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        values = {k: float(v) for k, v in (logs or {}).items()}
        checkpoint = checkpoint_folder(self._run, RunState(self._stage, epoch + 1))
        try:
            _checked(checkpoint, lambda: self._write(checkpoint))
        except RunError:
            # A full disk has better uses for half a checkpoint's space.
            shutil.rmtree(checkpoint, ignore_errors=True)
            raise
        with averaged_weights(self.model):
            if (epoch + 1) % self._every == 0 or epoch + 1 == self._last_epoch:
                values |= self._check(self.model)
        if logs is not None:
            logs.update(values)  # so that TensorBoard, which comes next, draws them too
        row = {"stage": self._stage, "epoch": epoch + 1, **values}
        _checked(self._run, lambda: self._finish(row))

    def _write(self, checkpoint: Path) -> None:
        checkpoint.mkdir(parents=True, exist_ok=True)
        self.model.save_weights(checkpoint / _LAST_NAME)
        with averaged_weights(self.model):
            self.model.save_weights(checkpoint / _AVERAGED_NAME)
        values = [np.asarray(variable) for variable in _state_variables(self.model)]
        with (checkpoint / _STATE_VARIABLES_NAME).open("wb") as stream:
            np.savez(stream, allow_pickle=False, **{f"v{i:05d}": v for i, v in enumerate(values)})

    def _finish(self, row: dict[str, float]) -> None:
        """Make the new checkpoint the one that counts, and only then drop the older ones."""
        with (self._run / LOG_NAME).open("ab") as stream:
            stream.write(msgspec.json.encode(row) + b"\n")
        state = RunState(int(row["stage"]), int(row["epoch"]))
        write_state(self._run, state)
        for folder in self._run.glob("checkpoint-*"):
            if folder != checkpoint_folder(self._run, state):
                shutil.rmtree(folder)


class averaged_weights:  # noqa: N801 - read as a phrase: with averaged_weights(model)
    """Inside, the model has the exponential moving averages of its trained weights.

    Polyak and Juditsky, "Acceleration of Stochastic Approximation by Averaging" (1992).
    """

    def __init__(self, model: Any) -> None:
        self._model = model
        self._raw = [np.asarray(variable) for variable in model.trainable_variables]

    def __enter__(self) -> None:
        self._model.optimizer.finalize_variable_values(self._model.trainable_variables)

    def __exit__(self, *_: object) -> None:
        for variable, value in zip(self._model.trainable_variables, self._raw, strict=True):
            variable.assign(value)


def read_state(run: Path) -> RunState:
    """The state of a run folder; the beginning when there is none yet."""
    path = run / STATE_NAME
    if not path.is_file():
        return RunState(0, 0)
    try:
        return msgspec.json.decode(path.read_bytes(), type=RunState)
    except msgspec.DecodeError as error:
        raise RunError(
            "the run's state cannot be read", path=path, remedy="Train into another folder."
        ) from error


def write_state(run: Path, state: RunState) -> None:
    """Replace the state file in one step."""
    partial = run / f"partial-{STATE_NAME}"
    partial.write_bytes(msgspec.json.encode(state))
    partial.replace(run / STATE_NAME)


def checkpoint_folder(run: Path, state: RunState) -> Path:
    """Where the checkpoint of a state lies."""
    return run / f"checkpoint-{state.stage}-{state.epochs_done}"


def fit(
    model: Any,
    body: Any,
    batches: Any,
    *,
    run: Path,
    options: FitOptions,
    check: Check,
    replicas: Replicas | None = None,
) -> None:
    """Train through all stages, from where `run` stopped.

    `body` is the part of `model` that only some stages train. `check` looks at the model with its
    averaged weights; what it returns goes into the log. With `replicas`, `model` was made in their
    strategy's scope, and of several workers the chief alone writes.
    """
    state = read_state(run)
    checkpoint = checkpoint_folder(run, state)
    if state.epochs_done:
        # Between two stages the averages go on, as they would have without the stop.
        whole = state.epochs_done >= options.stages[state.stage].epochs
        _load(model, checkpoint / (_AVERAGED_NAME if whole else _LAST_NAME))
    for number, stage in enumerate(options.stages):
        if number < state.stage:
            continue
        done = state.epochs_done if number == state.stage else 0
        if done >= stage.epochs:
            continue
        body.trainable = stage.body_trained
        with contextlib.nullcontext() if replicas is None else replicas.strategy.scope():
            compile_stage(model, stage, options, len(batches), replicas=replicas)
            model.optimizer.build(model.trainable_variables)
        if state.epochs_done:
            _load_state_variables(model, checkpoint, with_optimizer=done > 0)
            state = RunState(0, 0)
        callbacks: list[Any] = [
            _EpochDraw(batches, sum(one.epochs for one in options.stages[:number])),
            _StopAtNan(run),
        ]
        if replicas is None or replicas.chief:
            callbacks.append(_Checkpoint(run, number, stage.epochs, check, options.check_every))
            callbacks.extend(_tensorboard(run / TENSORBOARD_NAME / stage.name))
        if replicas is None:
            model.fit(
                batches,
                initial_epoch=done,
                epochs=stage.epochs,
                callbacks=callbacks,
                verbose=1 if sys.stdout.isatty() else 2,
                shuffle=False,
            )
        else:
            fit_replicas(
                replicas,
                model,
                batches,
                losses=head_losses(options),
                initial_epoch=done,
                epochs=stage.epochs,
                callbacks=callbacks,
            )
        model.optimizer.finalize_variable_values(model.trainable_variables)


def _tensorboard(folder: Path) -> list[Any]:
    """TensorBoard's callback, which TensorFlow writes for, whatever computes."""
    if importlib.util.find_spec("tensorflow") is None:
        return []
    return [keras.callbacks.TensorBoard(folder, write_graph=False)]


def _state_variables(model: Any) -> list[Any]:
    """What a checkpoint of weights leaves out: the optimiser's, and what dropout draws from."""
    draws = [one for one in model.variables if "seed_generator" in one.path]
    return [*model.optimizer.variables, *draws]


def _load(model: Any, weights: Path) -> None:
    try:
        model.load_weights(weights)
    except (OSError, ValueError, KeyError) as error:
        raise _unusable(weights, error) from error


def _load_state_variables(model: Any, checkpoint: Path, *, with_optimizer: bool) -> None:
    path = checkpoint / _STATE_VARIABLES_NAME
    try:
        with np.load(path, allow_pickle=False) as found:
            values = [found[name] for name in sorted(found.files)]
        variables = _state_variables(model)
        if not with_optimizer:
            # A new stage has a new optimiser; dropout goes on drawing where it was.
            variables = variables[len(model.optimizer.variables) :]
            values = values[len(values) - len(variables) :]
        for variable, value in zip(variables, values, strict=True):
            variable.assign(value)
    except (OSError, ValueError) as error:
        raise _unusable(path, error) from error


def _unusable(path: Path, error: Exception) -> RunError:
    return RunError(
        "the checkpoint cannot be used",
        path=path,
        received=str(error)[:200],
        remedy="Train into another folder.",
    )


def _checked(path: Path, write: Callable[[], object]) -> None:
    try:
        write()
    except OSError as error:
        # HDF5 tells of its buffers over several lines; the number says it in a few words.
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise RunError(
            f"the checkpoint cannot be written: {reason}",
            path=path,
            remedy="Free some space and go on with --resume.",
        ) from error
