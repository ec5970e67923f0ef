"""A residual network from tf.Module, tf.Variable and tf.nn alone; Keras has no part in it.

After He, Zhang, Ren and Sun, "Deep Residual Learning for Image Recognition" (CVPR 2016): a stem,
four stages of two basic blocks, a global average and one linear unit. Because the head is linear,
the features times its weights are the class map.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import tensorflow as tf

_EPSILON = 1e-5
_MOMENTUM = 0.95
"""Of the moving moments; lower than is usual, since an epoch of a small data set has few steps."""


@dataclass(frozen=True, slots=True)
class CoreOptions:
    """Filters of the first stage (each further one has twice as many) and blocks of each stage."""

    width: int = 16
    blocks: tuple[int, ...] = (2, 2, 2, 2)

    def diagram(self, side: int) -> tuple[tuple[str, str], ...]:
        """(part, shape of what it gives) from an input of `side` pixels to the logit."""
        cells = math.ceil(side / 4)
        found = [
            ("input", f"{side} x {side} x 3"),
            ("stem: 7 x 7, stride 2; maximum of 3 x 3, stride 2", _shape(cells, self.width)),
        ]
        for stage, count in enumerate(self.blocks):
            cells = cells if stage == 0 else math.ceil(cells / 2)
            shape = _shape(cells, self.width * 2**stage)
            found.append((f"stage {stage + 1}: {count} residual blocks of two 3 x 3", shape))
        found += [("class map: features times the head's weights", _shape(cells, 1))]
        return (*found, ("logit: mean of the map, plus bias", "1"))


class ResidualCore(tf.Module):  # type: ignore[misc]  # TensorFlow is untyped
    """float32[batch, side, side, 3] in [0, 1] -> logit [batch, 1] and class map [batch, h, w, 1].

    Weights start as He, Zhang, Ren and Sun, "Delving Deep into Rectifiers" (ICCV 2015) advise,
    drawn from `seed`; the last batch normalisation of a block starts at zero, so that the network
    starts as a shallow one.
    """

    def __init__(self, options: CoreOptions, seed: int) -> None:
        super().__init__(name="residual_core")
        draw = tf.random.Generator.from_seed(seed)
        self._stem = _Convolution(7, 3, options.width, draw)
        self._stem_norm = _Normalisation(options.width)
        self._blocks = []
        channels = options.width
        for stage, count in enumerate(options.blocks):
            for place in range(count):
                wide = options.width * 2**stage
                stride = 2 if stage > 0 and place == 0 else 1
                self._blocks.append(_Block(channels, wide, stride, draw))
                channels = wide
        self._head = _variable(draw.normal((channels, 1), stddev=0.01), "head")
        self._bias = _variable(tf.zeros((1,)), "bias")

    def __call__(self, batch: Any, *, training: bool) -> tuple[Any, Any]:
        """The logit and the class map of each image."""
        x = tf.nn.relu(self._stem_norm(self._stem(batch * 2 - 1, 2), training=training))
        x = tf.nn.max_pool2d(x, 3, 2, "SAME")
        for block in self._blocks:
            x = block(x, training=training)
        maps = tf.tensordot(x, self._head, axes=1)
        return tf.reduce_mean(maps, axis=(1, 2)) + self._bias, maps


def _shape(cells: int, channels: int) -> str:
    return f"{cells} x {cells} x {channels}"


class _Convolution(tf.Module):  # type: ignore[misc]  # TensorFlow is untyped
    def __init__(self, side: int, channels: int, filters: int, draw: Any) -> None:
        super().__init__()
        deviation = (2.0 / (side * side * channels)) ** 0.5
        kernel = draw.normal((side, side, channels, filters), stddev=deviation)
        self._kernel = _variable(kernel, "kernel")

    def __call__(self, x: Any, stride: int) -> Any:
        return tf.nn.conv2d(x, self._kernel, stride, "SAME")


class _Normalisation(tf.Module):  # type: ignore[misc]  # TensorFlow is untyped
    """Batch normalisation (Ioffe and Szegedy, ICML 2015); each replica uses its own batch."""

    def __init__(self, channels: int, scale: float = 1.0) -> None:
        super().__init__()
        self._scale = _variable(tf.fill((channels,), scale), "scale")
        self._offset = _variable(tf.zeros((channels,)), "offset")
        self._mean = _moment(tf.zeros((channels,)), "moving_mean")
        self._variance = _moment(tf.ones((channels,)), "moving_variance")

    def __call__(self, x: Any, *, training: bool) -> Any:
        if not training:
            mean, variance = self._mean, self._variance
        else:
            mean, variance = tf.nn.moments(x, axes=(0, 1, 2))
            for kept, seen in ((self._mean, mean), (self._variance, variance)):
                kept.assign(_MOMENTUM * kept + (1 - _MOMENTUM) * seen)
        return tf.nn.batch_normalization(x, mean, variance, self._offset, self._scale, _EPSILON)


class _Block(tf.Module):  # type: ignore[misc]  # TensorFlow is untyped
    """Two convolutions of 3 x 3 and the way round them."""

    def __init__(self, channels: int, filters: int, stride: int, draw: Any) -> None:
        super().__init__()
        self._stride = stride
        self._first = _Convolution(3, channels, filters, draw)
        self._first_norm = _Normalisation(filters)
        self._second = _Convolution(3, filters, filters, draw)
        self._second_norm = _Normalisation(filters, scale=0.0)
        self._shortcut = None
        if stride != 1 or channels != filters:
            self._shortcut = _Convolution(1, channels, filters, draw)
            self._shortcut_norm = _Normalisation(filters)

    def __call__(self, x: Any, *, training: bool) -> Any:
        y = tf.nn.relu(self._first_norm(self._first(x, self._stride), training=training))
        y = self._second_norm(self._second(y, 1), training=training)
        if self._shortcut is not None:
            x = self._shortcut_norm(self._shortcut(x, self._stride), training=training)
        return tf.nn.relu(x + y)


def _variable(value: Any, name: str) -> Any:
    """A trained weight. All replicas compute the same update, so the first one's counts."""
    return tf.Variable(
        value, name=name, aggregation=tf.VariableAggregation.ONLY_FIRST_REPLICA, dtype=tf.float32
    )


def _moment(value: Any, name: str) -> Any:
    """A moving moment: the mean over the replicas is kept."""
    return tf.Variable(
        value,
        name=name,
        trainable=False,
        aggregation=tf.VariableAggregation.MEAN,
        dtype=tf.float32,
    )
