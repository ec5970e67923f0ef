"""Adam with a warm-up and a cosine, in tf.Variable alone.

Kingma and Ba, "Adam: A Method for Stochastic Optimization" (ICLR 2015); the cosine after Loshchilov
and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts" (ICLR 2017), without restarts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import tensorflow as tf

_BETA_1, _BETA_2, _EPSILON = 0.9, 0.999, 1e-7


@dataclass(frozen=True, slots=True)
class Schedule:
    """The rate rises to `peak` over `warmup` steps and falls to nothing at step `total`."""

    peak: float
    warmup: int
    total: int

    def rate(self, step: Any) -> Any:
        """The rate of a step, float32; steps count from 0."""
        place = tf.cast(step, tf.float32)
        rising = (place + 1) / max(1, self.warmup)
        share = (place - self.warmup) / max(1, self.total - self.warmup)
        falling = 0.5 * (1 + tf.cos(math.pi * tf.clip_by_value(share, 0.0, 1.0)))
        return self.peak * tf.minimum(rising, falling)


class Adam(tf.Module):  # type: ignore[misc]  # TensorFlow is untyped
    """First and second moments of each weight, and the number of steps taken."""

    def __init__(self, weights: Sequence[Any], schedule: Schedule) -> None:
        super().__init__(name="adam")
        self._weights = list(weights)
        self._schedule = schedule
        self.step = _slot(tf.zeros((), tf.int64), "step")
        self._first = [_slot(tf.zeros_like(w), "first") for w in self._weights]
        self._second = [_slot(tf.zeros_like(w), "second") for w in self._weights]

    def apply(self, gradients: Sequence[Any]) -> None:
        """One step along gradients that are the same on every replica."""
        place = tf.cast(self.step, tf.float32) + 1
        rate = self._schedule.rate(self.step)
        # Moments start at zero; this takes their bias away.
        rate *= tf.sqrt(1 - _BETA_2**place) / (1 - _BETA_1**place)
        for weight, gradient, first, second in zip(
            self._weights, gradients, self._first, self._second, strict=True
        ):
            first.assign(_BETA_1 * first + (1 - _BETA_1) * gradient)
            second.assign(_BETA_2 * second + (1 - _BETA_2) * tf.square(gradient))
            weight.assign_sub(rate * first / (tf.sqrt(second) + _EPSILON))
        self.step.assign_add(1)


def _slot(value: Any, name: str) -> Any:
    return tf.Variable(
        value,
        name=name,
        trainable=False,
        aggregation=tf.VariableAggregation.ONLY_FIRST_REPLICA,
    )
