"""The small network of the text: one convolution, two poolings, one unit."""

from __future__ import annotations

from typing import Any

import keras
from keras import layers

from training.networks.transfer import INPUT, LOGITS


def small_cnn(side: int) -> Any:
    """float32[batch, side, side, 3] in [0, 1] -> the logit float32[batch, 1].

    Zero padding 2, 32 filters of 7 x 7, batch normalisation, ReLU, two maximum poolings of 4 x 4,
    flatten, one unit whose sigmoid is the probability.
    """
    inputs = keras.Input((side, side, 3), name=INPUT)
    x = layers.ZeroPadding2D(2)(inputs)
    x = layers.Conv2D(32, 7)(x)
    x = layers.BatchNormalization()(x)
    x = layers.ReLU()(x)
    x = layers.MaxPooling2D(4)(x)
    x = layers.MaxPooling2D(4)(x)
    return keras.Model(inputs, layers.Dense(1, name=LOGITS)(layers.Flatten()(x)))
