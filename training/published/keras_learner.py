"""Training of the systems that are Keras models: stages, a checkpoint every epoch, resume."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from training.errors import RunError
from training.export_onnx import export_onnx
from training.networks.transfer import (
    CLASS_MAPS,
    INPUT,
    LOGITS,
    freeze_share,
    is_linear,
    with_class_maps,
)
from training.networks.trunks import build_trunk
from training.published.files import replaced
from training.published.flow import Augmentation, DirectoryFlow, OrderedFlow, in_order
from training.published.recipe import Activation, Answered, Job
from training.published.state import check_loss, make_epoch, read_state, write_state
from tumorview.domain.arrays import UInt8Array

BEST_NAME = "best.keras"
_ANSWER_BATCH = 16


def no_callbacks() -> Sequence[Any]:
    """For recipes whose text names none."""
    return ()


@dataclass(frozen=True, slots=True)
class Stage:
    """Some epochs with one optimiser, made anew, and a part of the trunk that keeps its weights.

    `frozen_share` is the share of the trunk's layers, counted from the input; it is ignored where
    there is no trunk or the trunk starts from random weights, which would stay random.
    """

    name: str
    epochs: int
    optimizer: Callable[[], Any]
    frozen_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a network is built for: its trunk (built, or None) and that trunk's name."""

    side: int
    trunk: Any
    trunk_name: str
    pretrained: bool


@dataclass(frozen=True, slots=True)
class KerasLearner:
    """A Keras network and how it learns."""

    build: Callable[[Wanted], Any]
    stages: tuple[Stage, ...]
    batch_size: int
    trunk: str | None = None
    augmentation: Augmentation | None = None
    callbacks: Callable[[], Sequence[Any]] = no_callbacks

    @property
    def can_mirror(self) -> bool:
        """One device."""
        return False

    def planned_epochs(self, epochs: int | None) -> int:
        """Epochs of all stages."""
        return sum(count for _, count in self._stages(epochs))

    def prepare(self, job: Job) -> Any:
        """Build the network, or load the last whole epoch's with its optimiser."""
        if done := read_state(job.run).done:
            return _load(_last_path(job.run, done), job.run)
        keras.utils.set_random_seed(job.seed)
        side = job.training.pixels.shape[1]
        trunk = None if job.trunk is None else build_trunk(job.trunk, side, job.weights)
        return self.build(Wanted(side, trunk, job.trunk or "", job.weights.kind != "none"))

    def train(self, job: Job, network: Any) -> None:
        """Train through all stages, from where the run stopped.

        A stage starts with a new optimiser; within a stage a resumed run goes on with the
        optimiser's own state. Callbacks that count epochs start to count again.
        """
        done = read_state(job.run).done
        flow = DirectoryFlow(
            job.training,
            activation=job.activation,
            classes=job.classes,
            batch_size=self.batch_size,
            seed=job.seed,
            augmentation=self.augmentation,
        )
        validation = OrderedFlow(
            job.validation,
            activation=job.activation,
            classes=job.classes,
            batch_size=_ANSWER_BATCH,
        )
        first = 0
        for stage, epochs in self._stages(job.epochs):
            last = first + epochs
            if done < last:
                if done <= first:
                    _compile(network, stage, job)
                network.fit(
                    flow,
                    validation_data=validation,
                    initial_epoch=max(done, first),
                    epochs=last,
                    shuffle=False,
                    callbacks=[_Checkpoint(job.run, stage.name, flow), *self.callbacks()],
                    verbose=2,
                )
            first = last

    def trained(self, run: Path) -> TrainedKeras:
        """The best epoch's network."""
        return TrainedKeras(shippable(_load(run / BEST_NAME, run)))

    def _stages(self, epochs: int | None) -> list[tuple[Stage, int]]:
        stages = [(stage, stage.epochs) for stage in self.stages]
        if epochs is not None:
            stages[-1] = (self.stages[-1], epochs)
        return stages


class TrainedKeras:
    """A Keras model with "logits" and, where the head is linear, "class_maps"."""

    def __init__(self, model: Any) -> None:
        self._model = model
        shape = (None, *model.inputs[0].shape[1:])
        self._answer: Any = tf.function(
            lambda batch: model(batch, training=False),
            input_signature=[tf.TensorSpec(shape, tf.float32)],
        ).get_concrete_function()

    def answer(self, pixels: UInt8Array) -> Answered:
        """Answer uint8[n, side, side], a few images at a time."""
        logits, maps = [], []
        for batch in in_order(pixels, _ANSWER_BATCH):
            found = self._answer(tf.constant(batch))
            logits.append(found[LOGITS].numpy())
            if CLASS_MAPS in found:
                maps.append(found[CLASS_MAPS].numpy())
        return Answered(np.concatenate(logits), np.concatenate(maps) if maps else None)

    def write(self, folder: Path) -> None:
        """Write ``model.keras`` (no code in it) and ``model.onnx``."""
        self._model.save(folder / "model.keras")
        export_onnx(self._model, folder / "model.onnx")

    def layers(self) -> tuple[tuple[str, str], ...]:
        """Each layer's name with its kind, and the shape of what it gives."""
        return tuple(
            (f"{layer.name} ({type(layer).__name__})", _shape(layer.output))
            for layer in self._model.layers
        )


def shippable(network: Any) -> Any:
    """The trained network with named outputs."""
    if is_linear(network):
        return with_class_maps(network)
    # A new input, since the trained one may not carry the name that the application looks for.
    inputs = keras.Input(network.input_shape[1:], name=INPUT)
    x = inputs
    for layer in network.layers[1:]:
        x = layer(x)
    return keras.Model(inputs, {LOGITS: x})


class _Checkpoint(keras.callbacks.Callback):  # type: ignore[misc]  # Keras is untyped
    """After each epoch: the last network with its optimiser, the best one, log and state."""

    def __init__(self, run: Path, stage: str, flow: DirectoryFlow) -> None:
        super().__init__()
        self._flow = flow
        self._run = run
        self._stage = stage

    def on_epoch_begin(self, epoch: int, logs: dict[str, float] | None = None) -> None:  # noqa: ARG002
        self._flow.begin(epoch)

    def on_train_batch_end(self, batch: int, logs: dict[str, float] | None = None) -> None:  # noqa: ARG002
        check_loss((logs or {}).get("loss", 0.0), self._run)

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        state = read_state(self._run)
        found = make_epoch(self._stage, epoch + 1, logs or {}, self._run)
        state = state.with_epoch(found)
        if state.best is found:
            with replaced(self._run / BEST_NAME) as partial:
                self.model.save(partial)
        with replaced(_last_path(self._run, state.done)) as partial:
            self.model.save(partial)
        # The state names the checkpoint that it belongs to, so a kill between the two costs an
        # epoch and never mixes them.
        write_state(self._run, state)
        _last_path(self._run, state.done - 1).unlink(missing_ok=True)


def _last_path(run: Path, done: int) -> Path:
    return run / f"last-{done:04d}.keras"


def _compile(network: Any, stage: Stage, job: Job) -> None:
    if job.trunk is not None:
        freeze_share(network, 0.0 if job.weights.kind == "none" else stage.frozen_share)
    loss, accuracy = _objective(job.activation)
    network.compile(stage.optimizer(), loss=loss, metrics=[accuracy])


def _objective(activation: Activation) -> tuple[Any, Any]:
    """Cross-entropy of the logits: the published loss after the published activation."""
    if activation == "sigmoid":
        loss = keras.losses.BinaryCrossentropy(from_logits=True)
        return loss, keras.metrics.BinaryAccuracy(name="accuracy", threshold=0.0)
    loss = keras.losses.CategoricalCrossentropy(from_logits=True)
    return loss, keras.metrics.CategoricalAccuracy(name="accuracy")


def _load(path: Path, run: Path) -> Any:
    if not path.is_file():
        raise RunError("the run has no trained model yet", path=run, remedy="Train it first.")
    try:
        return keras.models.load_model(path, safe_mode=True)
    except (ValueError, OSError, KeyError, TypeError) as error:
        raise RunError(
            "the checkpoint cannot be read", path=path, remedy="Start again in another folder."
        ) from error


def _shape(tensor: Any) -> str:
    return " x ".join(str(side) for side in tensor.shape[1:])
