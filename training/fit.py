"""The training loop of the class-activation networks: two stages, a checkpoint every epoch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import msgspec
from keras import ops

from training.errors import TrainingError


@dataclass(frozen=True, slots=True)
class Stage:
    """Some epochs with one choice of what is trained.

    `first_trained` is the first bottleneck that learns, None for the head alone. The rate rises
    over the first `warmup_epochs` and falls to nothing by a cosine.
    """

    name: str
    epochs: int
    rate: float
    first_trained: int | None
    warmup_epochs: float = 0.5


@dataclass(frozen=True, slots=True)
class FitOptions:
    """Loss and optimiser."""

    stages: tuple[Stage, ...]
    label_smoothing: float = 0.05
    lesion_weight: float = 1.0
    lesion_positive_weight: float = 6.0
    weight_decay: float = 1e-4
    ema_momentum: float = 0.995


class RunState(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far a run has come; written after each epoch."""

    stage: int
    epochs_done: int
    best_macro_f1: float


STATE_NAME = "state.json"
BEST_NAME = "best.keras"
LAST_NAME = "last.weights.h5"
LOG_NAME = "epochs.jsonl"


def lesion_loss(positive_weight: float) -> Any:
    """Binary cross-entropy of each cell's lesion share, over the cells whose mask is known.

    Targets are float32[b, grid, grid, 2] (share, weight); predictions are logits
    float32[b, grid, grid, 1]. Lesion cells weigh `positive_weight` times a healthy one.
    """

    def loss(target: Any, predicted: Any) -> Any:
        share, known = target[..., 0], target[..., 1]
        logit = predicted[..., 0]
        entropy = ops.softplus(logit) - share * logit
        weight = known * (1 + (positive_weight - 1) * share)
        per_image = ops.sum(entropy * weight, axis=(1, 2)) / (ops.sum(weight, axis=(1, 2)) + 1e-6)
        return ops.mean(per_image)

    return loss


def compile_stage(model: Any, stage: Stage, options: FitOptions, steps_per_epoch: int) -> None:
    """Give the model the stage's optimiser and the two losses."""
    warmup = max(1, round(stage.warmup_epochs * steps_per_epoch))
    total = max(warmup + 1, stage.epochs * steps_per_epoch)
    schedule = keras.optimizers.schedules.CosineDecay(
        initial_learning_rate=stage.rate / 20,
        decay_steps=total - warmup,
        alpha=0.02,
        warmup_target=stage.rate,
        warmup_steps=warmup,
    )
    optimizer = keras.optimizers.AdamW(
        schedule,
        weight_decay=options.weight_decay,
        clipnorm=2.0,
        use_ema=True,
        ema_momentum=options.ema_momentum,
    )
    optimizer.exclude_from_weight_decay(var_names=["bias", "gamma", "beta"])
    model.compile(
        optimizer,
        loss={
            "logits": keras.losses.CategoricalCrossentropy(
                from_logits=True, label_smoothing=options.label_smoothing
            ),
            "lesion": lesion_loss(options.lesion_positive_weight),
        },
        loss_weights={"logits": 1.0, "lesion": options.lesion_weight},
        metrics={
            "logits": [
                keras.metrics.CategoricalAccuracy(name="accuracy"),
                keras.metrics.F1Score(average="macro", name="macro_f1"),
            ]
        },
    )


class _Checkpoint(keras.callbacks.Callback):  # type: ignore[misc]  # Keras is untyped
    """Keeps the last weights, the best model by validation macro-F1, the log and the state."""

    def __init__(self, run: Path, stage: int, state: RunState) -> None:
        super().__init__()
        self._run = run
        self._stage = stage
        self._best = state.best_macro_f1

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        values = {k: float(v) for k, v in (logs or {}).items()}
        if values.get("loss") != values.get("loss"):
            raise TrainingError(
                "the loss is not a number any more",
                path=self._run,
                remedy="Lower the learning rate and start again with --resume.",
            )
        score = values.get("val_logits_macro_f1", values.get("val_macro_f1", 0.0))
        if score > self._best:
            self._best = score
            partial = self._run / f"partial-{BEST_NAME}"
            self.model.save(partial)
            partial.replace(self._run / BEST_NAME)
        partial = self._run / f"partial-{LAST_NAME}"
        self.model.save_weights(partial)
        partial.replace(self._run / LAST_NAME)
        with (self._run / LOG_NAME).open("ab") as stream:
            row = {"stage": self._stage, "epoch": epoch + 1, **values}
            stream.write(msgspec.json.encode(row) + b"\n")
        write_state(self._run, RunState(self._stage, epoch + 1, self._best))


def read_state(run: Path) -> RunState:
    """The state of a run folder; the beginning when there is none yet."""
    path = run / STATE_NAME
    if not path.is_file():
        return RunState(0, 0, 0.0)
    return msgspec.json.decode(path.read_bytes(), type=RunState)


def write_state(run: Path, state: RunState) -> None:
    """Replace the state file in one step."""
    partial = run / f"partial-{STATE_NAME}"
    partial.write_bytes(msgspec.json.encode(state))
    partial.replace(run / STATE_NAME)


def fit(
    model: Any,
    freeze: Any,
    batches: Any,
    validation: Any,
    *,
    run: Path,
    options: FitOptions,
) -> None:
    """Train through all stages, from where `run` stopped.

    `freeze` is called with a stage's `first_trained` before it is compiled. The weights that are
    validated and kept are exponential moving averages (Polyak and Juditsky, 1992).

    A resumed run goes on from the averaged weights of the last whole epoch with a fresh optimiser
    state and the stage's schedule at the same place.
    """
    state = read_state(run)
    if (run / LAST_NAME).is_file():
        model.load_weights(run / LAST_NAME)
    for number, stage in enumerate(options.stages):
        if number < state.stage:
            continue
        done = state.epochs_done if number == state.stage else 0
        if done >= stage.epochs:
            continue
        freeze(stage.first_trained)
        compile_stage(model, stage, options, len(batches))
        model.optimizer.build(model.trainable_variables)
        model.optimizer.iterations.assign(done * len(batches))
        callbacks: Sequence[Any] = (
            keras.callbacks.SwapEMAWeights(swap_on_epoch=True),
            _Checkpoint(run, number, read_state(run)),
        )
        model.fit(
            batches,
            validation_data=validation,
            initial_epoch=done,
            epochs=stage.epochs,
            callbacks=list(callbacks),
            verbose=2,
        )
