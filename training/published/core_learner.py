"""The training loop of `resnet_core`: GradientTape, summed gradients, one file a checkpoint."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import tensorflow as tf

from training.errors import DataError, RunError
from training.export_onnx import export_onnx
from training.networks.residual_core import CoreOptions, ResidualCore
from training.networks.transfer import CLASS_MAPS, INPUT, LOGITS
from training.progress import progress
from training.published.core_adam import Adam, Schedule
from training.published.files import replaced
from training.published.flow import epoch_order, in_order, targets
from training.published.images import as_batch
from training.published.recipe import Answered, ImageSet, Job
from training.published.state import make_epoch, read_state, write_state
from tumorview.domain.arrays import Float32Array, UInt8Array

BEST_NAME = "best.npz"
_ANSWER_BATCH = 16


@dataclass(frozen=True, slots=True)
class Prepared:
    """Strategy, network, optimiser and the two traced steps of a run."""

    strategy: Any
    network: Any
    adam: Any
    step: Any
    answer: Any


@dataclass(frozen=True, slots=True)
class CoreLearner:
    """A network without Keras and how it learns; `batch_size` is over all replicas."""

    options: CoreOptions
    side: int
    epochs: int
    batch_size: int
    rate: float
    warmup_epochs: int = 3

    @property
    def trunk(self) -> None:
        """It has none."""
        return

    @property
    def can_mirror(self) -> bool:
        """Several devices, by `tf.distribute.MirroredStrategy`."""
        return True

    def planned_epochs(self, epochs: int | None) -> int:
        """There is one stage."""
        return epochs or self.epochs

    def prepare(self, job: Job) -> Prepared:
        """Build network and optimiser on the devices, and load the last whole epoch.

        Raises
        ------
        DataError
            When there are fewer devices than replicas, or fewer images than a batch has.
        """
        if job.batch_of(self.batch_size) % job.replicas:
            raise DataError(
                "the replicas do not share a batch evenly",
                received=(job.batch_of(self.batch_size), job.replicas),
                remedy="Give another number with --replicas.",
            )
        steps = len(job.training.labels) // job.batch_of(self.batch_size)
        strategy = _strategy(job.replicas)
        with strategy.scope():
            network = ResidualCore(self.options, job.seed)
            total = steps * (job.epochs or self.epochs)
            schedule = Schedule(self.rate, min(steps * self.warmup_epochs, total // 2), total)
            adam = Adam(network.trainable_variables, schedule)
        done = read_state(job.run).done
        if done:
            _restore(_last_path(job.run, done), (*network.variables, *adam.variables), job.run)
        batch = job.batch_of(self.batch_size)
        step = _training_step(strategy, network, adam, batch)
        return Prepared(strategy, network, adam, step, _answering(network, self.side))

    def train(self, job: Job, network: Prepared) -> None:
        """Train from where the run stopped; an epoch leaves out what does not fill a batch."""
        everything = (*network.network.variables, *network.adam.variables)
        for epoch in range(read_state(job.run).done, job.epochs or self.epochs):
            loss, accuracy = self._epoch(job, network, epoch)
            validation = _validate(network.answer, job.validation)
            logs = {"loss": loss, "accuracy": accuracy, **validation}
            found = make_epoch("all", epoch + 1, logs, job.run)
            state = read_state(job.run).with_epoch(found)
            if state.best is found:
                _save(job.run / BEST_NAME, network.network.variables)
            _save(_last_path(job.run, state.done), everything)
            # The state names the checkpoint that it belongs to, so a kill between the two costs
            # an epoch and never mixes them.
            write_state(job.run, state)
            _last_path(job.run, epoch).unlink(missing_ok=True)
            print(
                f"epoch {found.epoch}: loss {loss:.4f}, accuracy {accuracy:.4f}, "
                f"val_loss {found.validation_loss:.4f}, "
                f"val_accuracy {found.validation_accuracy:.4f}",
                flush=True,
            )

    def trained(self, run: Path) -> TrainedCore:
        """The best epoch's network."""
        network = ResidualCore(self.options, seed=0)
        _restore(run / BEST_NAME, network.variables, run)
        return TrainedCore(network, self.options, self.side)

    def _epoch(self, job: Job, prepared: Prepared, epoch: int) -> tuple[float, float]:
        size = job.batch_of(self.batch_size)
        labels = targets(job.training.labels, "sigmoid", job.classes)
        order = epoch_order(len(labels), job.seed, epoch)
        starts = range(0, len(order) - size + 1, size)
        losses, hits = [], []
        for start in progress(starts, f"epoch {epoch + 1}", len(starts)):
            rows = order[start : start + size]
            loss, right = prepared.step(
                *_shared(prepared.strategy, as_batch(job.training.pixels[rows]), labels[rows])
            )
            losses.append(float(loss))
            hits.append(float(right))
        return float(np.mean(losses)), float(np.mean(hits))


class TrainedCore:
    """The network as a function with "logits" and "class_maps"."""

    def __init__(self, network: Any, options: CoreOptions, side: int) -> None:
        self._network = network
        self._options = options
        self._side = side
        self._answer = _answering(network, side)

    def answer(self, pixels: UInt8Array) -> Answered:
        """Answer uint8[n, side, side], a few images at a time."""
        found = [self._answer(tf.constant(b)) for b in in_order(pixels, _ANSWER_BATCH)]
        return Answered(
            np.concatenate([logits.numpy() for logits, _ in found]),
            np.concatenate([maps.numpy() for _, maps in found]),
        )

    def write(self, folder: Path) -> None:
        """Write ``model.onnx``. There is no ``model.keras``: the network is no Keras model."""
        export_onnx(_Exported(self._network, self._side), folder / "model.onnx")

    def layers(self) -> tuple[tuple[str, str], ...]:
        """Each part of the network, and the shape of what it gives."""
        return self._options.diagram(self._side)


class _Exported:
    """The network with what the ONNX export asks of a Keras model: names, input, a call."""

    def __init__(self, network: Any, side: int) -> None:
        self._network = network
        self.inputs = (SimpleNamespace(shape=(None, side, side, 3), name=INPUT),)
        self.output = (LOGITS, CLASS_MAPS)

    def __call__(self, batch: Any, *, training: bool) -> dict[str, Any]:
        logits, maps = self._network(batch, training=training)
        return {LOGITS: logits, CLASS_MAPS: maps}


def _strategy(replicas: int) -> Any:
    devices = tf.config.list_logical_devices("GPU") or tf.config.list_logical_devices("CPU")
    if len(devices) < replicas:
        raise DataError(
            "there are fewer devices than replicas",
            received=(len(devices), replicas),
            remedy="Give a smaller number with --replicas.",
        )
    names = [device.name for device in devices[:replicas]]
    # Summing on one device works wherever TensorFlow does; NCCL is for NVIDIA GPUs alone.
    gpus = devices[0].device_type == "GPU" and replicas > 1
    reduction = None if gpus else tf.distribute.ReductionToOneDevice()
    return tf.distribute.MirroredStrategy(names, cross_device_ops=reduction)


def _training_step(strategy: Any, network: Any, adam: Any, batch_size: int) -> Any:
    weights = network.trainable_variables

    def on_replica(images: Any, wanted: Any) -> tuple[Any, Any]:
        with tf.GradientTape() as tape:
            logits, _ = network(images, training=True)
            entropy = tf.nn.sigmoid_cross_entropy_with_logits(labels=wanted, logits=logits)
            # Of the whole batch, so that the sum over replicas is its mean.
            loss = tf.reduce_sum(entropy) / batch_size
        gradients = tape.gradient(loss, weights)
        context = tf.distribute.get_replica_context()
        adam.apply(context.all_reduce(tf.distribute.ReduceOp.SUM, gradients))
        right = tf.cast(tf.equal(logits > 0, wanted > 0.5), tf.float32)
        return loss, tf.reduce_sum(right) / batch_size

    @tf.function  # type: ignore[untyped-decorator]  # TensorFlow is untyped
    def step(images: Any, wanted: Any) -> tuple[Any, Any]:
        loss, right = strategy.run(on_replica, args=(images, wanted))
        total = tf.distribute.ReduceOp.SUM
        return strategy.reduce(total, loss, None), strategy.reduce(total, right, None)

    return step


def _answering(network: Any, side: int) -> Any:
    signature = [tf.TensorSpec((None, side, side, 3), tf.float32)]
    function = tf.function(lambda batch: network(batch, training=False), input_signature=signature)
    return function.get_concrete_function()


def _shared(strategy: Any, images: Float32Array, wanted: Float32Array) -> tuple[Any, Any]:
    """A batch dealt to the replicas in equal parts."""
    count = strategy.num_replicas_in_sync

    def dealt(array: Float32Array) -> Any:
        return strategy.experimental_distribute_values_from_function(
            lambda context: tf.constant(array[context.replica_id_in_sync_group :: count])
        )

    return dealt(images), dealt(wanted)


def _validate(answer: Any, images: ImageSet) -> dict[str, float]:
    logits = np.concatenate(
        [answer(tf.constant(b))[0].numpy() for b in in_order(images.pixels, _ANSWER_BATCH)]
    )[:, 0].astype(np.float64)
    wanted = images.labels.astype(np.float64)
    entropy = np.logaddexp(0.0, logits) - wanted * logits
    return {
        "val_loss": float(entropy.mean()),
        "val_accuracy": float(np.mean((logits > 0) == (wanted > 0.5))),
    }


def _last_path(run: Path, done: int) -> Path:
    return run / f"last-{done:04d}.npz"


def _save(path: Path, variables: Iterable[Any]) -> None:
    arrays = {f"v{number:04d}": variable.numpy() for number, variable in enumerate(variables)}
    with replaced(path) as partial, partial.open("wb") as stream:
        np.savez(stream, **arrays)


def _restore(path: Path, variables: Iterable[Any], run: Path) -> None:
    if not path.is_file():
        raise RunError("the run has no trained model yet", path=run, remedy="Train it first.")
    with np.load(path) as arrays:
        for number, variable in enumerate(variables):
            variable.assign(arrays[f"v{number:04d}"])
