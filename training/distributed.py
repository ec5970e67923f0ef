"""Training on several devices or machines: one step of the loop, shared out over replicas.

Keras' own ``fit`` is not used here. With Keras 3 it does not run under
``MultiWorkerMirroredStrategy`` (keras-team/keras issue 20585), and it clips each replica's gradient
before they are added up, so that its result would depend on the number of replicas. Here the
gradients are added up first: only the batch normalisations and dropout, which see a replica's part
of the batch, still tell replicas from one process.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import keras
import msgspec
import numpy as np

from training.batches import Features, Share
from training.errors import StrategyError, TrainingError

TF_CONFIG = "TF_CONFIG"
"""The environment variable that names the workers; TensorFlow reads it too."""

_EXAMPLE = (
    'Set it like {"cluster":{"worker":["host1:2222","host2:2222"]},'
    '"task":{"type":"worker","index":0}}, with another index on each host.'
)

Loss = Callable[[Any, Any], Any]


class Strategy(StrEnum):
    """How a run is shared out; see tf.distribute."""

    NONE = "none"
    MIRRORED = "mirrored"
    MULTIWORKER = "multiworker"


class _Cluster(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    worker: list[str]
    chief: list[str] = []


class _Task(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    type: str
    index: int


class _Config(msgspec.Struct, frozen=True):
    cluster: _Cluster
    task: _Task


@dataclass(frozen=True, slots=True)
class Workers:
    """Every worker's address, the chief's first, and which of them this process is."""

    addresses: tuple[str, ...]
    own: int


@dataclass(frozen=True, slots=True)
class Replicas:
    """What shares out a run, and the place of this process among the workers."""

    strategy: Any
    share: Share

    @property
    def chief(self) -> bool:
        """Whether this process is the one that writes."""
        return self.share.index == 0

    @property
    def count(self) -> int:
        """Replicas of all workers together."""
        return int(self.strategy.num_replicas_in_sync)


def open_replicas(strategy: Strategy, batch_size: int) -> Replicas | None:
    """The replicas of a strategy, or None for a run in one process on one device.

    To be called before anything else is asked of TensorFlow; workers wait here for each other.

    Raises
    ------
    StrategyError
        When TensorFlow does not compute, TF_CONFIG does not name the workers, or a batch cannot be
        dealt out evenly.
    """
    if strategy is Strategy.NONE:
        return None
    if keras.backend.backend() != "tensorflow":
        raise StrategyError(
            "only TensorFlow can share out a run",
            received=keras.backend.backend(),
            remedy="Leave --strategy out, or set KERAS_BACKEND=tensorflow.",
        )
    import tensorflow as tf  # noqa: PLC0415 - another backend has no need of it

    if strategy is Strategy.MIRRORED:
        kind = "GPU" if tf.config.list_logical_devices("GPU") else "CPU"
        devices = [one.name for one in tf.config.list_logical_devices(kind)]
        replicas = Replicas(tf.distribute.MirroredStrategy(devices), Share(0, 1))
    else:
        workers = read_workers(os.environ)
        _check_port(workers)
        replicas = Replicas(
            tf.distribute.MultiWorkerMirroredStrategy(),
            Share(workers.own, len(workers.addresses)),
        )
    if batch_size % replicas.count:
        raise StrategyError(
            f"a batch of {batch_size} cannot be dealt out evenly",
            received=f"{replicas.count} replicas",
            remedy="Use a number of devices that divides the batch.",
        )
    return replicas


def read_workers(environment: Mapping[str, str]) -> Workers:
    """What TF_CONFIG says; raises StrategyError when it does not say who the workers are."""
    text = environment.get(TF_CONFIG)
    if text is None:
        raise StrategyError(f"{TF_CONFIG} is not set", remedy=_EXAMPLE)
    try:
        config = msgspec.json.decode(text, type=_Config)
    except msgspec.DecodeError as error:
        raise StrategyError(
            f"{TF_CONFIG} cannot be understood: {error}", received=text[:200], remedy=_EXAMPLE
        ) from error
    own = config.cluster.chief if config.task.type == "chief" else config.cluster.worker
    known = config.task.type in ("chief", "worker") and 0 <= config.task.index < len(own)
    addresses = (*config.cluster.chief, *config.cluster.worker)
    if not known or len(config.cluster.chief) > 1 or len(set(addresses)) < len(addresses):
        raise StrategyError(
            f"{TF_CONFIG} names no such task, two chiefs, or an address twice",
            received=text[:200],
            remedy=_EXAMPLE,
        )
    before = len(config.cluster.chief) if config.task.type == "worker" else 0
    return Workers(addresses, before + config.task.index)


def _check_port(workers: Workers) -> None:
    """Refuse an own address that is taken: TensorFlow would share it and wait for ever."""
    address = workers.addresses[workers.own]
    _, _, port = address.rpartition(":")
    try:
        with socket.socket() as probe:
            if os.name == "posix":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("", int(port)))
    except (OSError, ValueError, OverflowError) as error:
        raise StrategyError(
            f"this worker's port cannot be used: {getattr(error, 'strerror', None) or error}",
            received=address,
            remedy=f"Give free ports in {TF_CONFIG}, the same list on every host.",
        ) from error


class SummedAdamW(keras.optimizers.AdamW):  # type: ignore[misc]  # Keras is untyped
    """AdamW for gradients that are already the sum over the replicas."""

    def _all_reduce_sum_gradients(self, grads_and_vars: Any) -> list[Any]:
        return list(grads_and_vars)


def fit_replicas(
    replicas: Replicas,
    model: Any,
    batches: Any,
    *,
    losses: Mapping[str, tuple[Loss, float]],
    initial_epoch: int,
    epochs: int,
    callbacks: Sequence[Any],
) -> None:
    """``model.fit`` for replicas: `model` and its optimiser were made in the strategy's scope.

    `batches` gives this worker's share of each batch. `losses` are mean losses and weights by
    output; what callbacks are told as "loss" is over the whole batch.

    Raises
    ------
    TrainingError
        When another worker is gone.
    """
    import tensorflow as tf  # noqa: PLC0415 - as above

    step = _step(replicas, model, losses)
    told = keras.callbacks.CallbackList(
        list(callbacks),
        add_progbar=replicas.chief,
        model=model,
        epochs=epochs,
        steps=len(batches),
        verbose=1 if sys.stdout.isatty() else 2,
    )
    told.on_train_begin()
    try:
        for epoch in range(initial_epoch, epochs):
            told.on_epoch_begin(epoch)
            found: list[float] = []
            for number, (features, targets) in enumerate(_ahead(batches)):
                told.on_train_batch_begin(number)
                found.append(float(step(_dealt(replicas, features), _dealt(replicas, targets))))
                told.on_train_batch_end(number, {"loss": found[-1]})
            told.on_epoch_end(epoch, {"loss": float(np.mean(found))})
    except tf.errors.OpError as error:
        raise TrainingError(
            "the replicas cannot go on together: " + str(error.message).splitlines()[0][:200],
            remedy="See what the other workers say, and start all of them again with --resume.",
        ) from error
    told.on_train_end()


def _step(replicas: Replicas, model: Any, losses: Mapping[str, tuple[Loss, float]]) -> Any:
    """One training step: features and targets as `_dealt` makes them to the batch's loss."""
    import tensorflow as tf  # noqa: PLC0415 - as above

    def on_replica(features: Any, targets: Any) -> Any:
        with tf.GradientTape() as tape:
            answer = model(features, training=True)
            parts = [weight * loss(targets[k], answer[k]) for k, (loss, weight) in losses.items()]
            # The mean over a batch is the sum of its equal parts' means, each by their number.
            loss = tf.add_n(parts) / replicas.count
            scaled = model.optimizer.scale_loss(loss)
        variables = model.trainable_variables
        context = tf.distribute.get_replica_context()
        total = context.all_reduce(tf.distribute.ReduceOp.SUM, tape.gradient(scaled, variables))
        model.optimizer.apply(total, variables)
        return loss

    def step(features: Any, targets: Any) -> Any:
        found = replicas.strategy.run(on_replica, args=(features, targets))
        return replicas.strategy.reduce(tf.distribute.ReduceOp.SUM, found, axis=None)

    return tf.function(step)


def _dealt(replicas: Replicas, values: Features) -> Any:
    """A worker's share of a batch, cut into equal parts for its own replicas."""
    import tensorflow as tf  # noqa: PLC0415 - as above

    local = replicas.count // replicas.share.count
    first = replicas.share.index * local

    def part(context: Any) -> dict[str, Any]:
        number = context.replica_id_in_sync_group - first
        return {
            name: tf.convert_to_tensor(np.array_split(value, local)[number])
            for name, value in values.items()
        }

    return replicas.strategy.experimental_distribute_values_from_function(part)


def _ahead(batches: Any) -> Iterator[tuple[Features, Features]]:
    """The batches of an epoch in order, a few of them made before they are asked for."""
    with ThreadPoolExecutor(batches.workers) as pool:
        depth = 2 * batches.workers
        waiting = [pool.submit(batches.__getitem__, i) for i in range(min(depth, len(batches)))]
        for number in range(len(batches)):
            ready = waiting.pop(0).result()
            if number + depth < len(batches):
                waiting.append(pool.submit(batches.__getitem__, number + depth))
            yield ready
