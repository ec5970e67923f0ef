"""A trunk, the scaling that it expects, and a head of one's own.

Where the head is linear over a global average, mean(F) W + b = mean(F W) + b: the same network can
be written with its class maps F W as a second output (class activation maps, Zhou et al., "Learning
Deep Features for Discriminative Localization", CVPR 2016).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import keras
import numpy as np
from keras import layers

from training.networks.trunks import FROM_FILE, TRUNK

Scaling = Literal["unit", "signed"]
"""What a published trunk is given: [0, 1] as it is, or [-1, 1]."""

INPUT = "input"
SCALING = "scaling"
LOGITS = "logits"
CLASS_MAPS = "class_maps"

_IMAGENET_MEAN = (0.485, 0.456, 0.406)
_IMAGENET_STD = (0.229, 0.224, 0.225)


def transfer_network(
    trunk: Any,
    name: str,
    *,
    scaling: Scaling,
    head: Callable[[Any], Any],
    pretrained: bool,
) -> Any:
    """float32[batch, side, side, 3] in [0, 1] -> the logits that `head` makes of the features.

    Batch normalisation of a pretrained trunk keeps ImageNet's moments throughout, as Keras advises
    for fine-tuning; a trunk with random weights has to learn its own.
    """
    inputs = keras.Input(trunk.input_shape[1:], name=INPUT)
    scaled = _scaling(name, scaling)(inputs)
    features = trunk(scaled, training=False) if pretrained else trunk(scaled)
    return keras.Model(inputs, head(features))


def linear_head(outputs: int, dropout: float) -> Callable[[Any], Any]:
    """Global average, dropout, one dense layer: class maps can be read off it."""

    def build(features: Any) -> Any:
        pooled = layers.GlobalAveragePooling2D(name="average")(features)
        return layers.Dense(outputs, name=LOGITS)(layers.Dropout(dropout)(pooled))

    return build


def deep_head(outputs: int, units: int, dropout: float) -> Callable[[Any], Any]:
    """Global average, two dense ReLU layers with dropout, then the logits."""

    def build(features: Any) -> Any:
        x = layers.GlobalAveragePooling2D(name="average")(features)
        for _ in range(2):
            x = layers.Dropout(dropout)(layers.Dense(units, activation="relu")(x))
        return layers.Dense(outputs, name=LOGITS)(x)

    return build


def freeze_share(network: Any, share: float) -> None:
    """Let the first `share` of the trunk's layers keep their weights; 0 lets all of them learn."""
    trunk = network.get_layer(TRUNK)
    kept = round(share * len(trunk.layers))
    trunk.trainable = True
    for place, layer in enumerate(trunk.layers):
        layer.trainable = place >= kept


def is_linear(network: Any) -> bool:
    """Whether the head is one dense layer over the trunk's global average."""
    names = [layer.name for layer in network.layers]
    if TRUNK not in names or "average" not in names:
        return False
    after = network.layers[names.index("average") + 1 :]
    return sum(isinstance(layer, layers.Dense) for layer in after) == 1


def with_class_maps(network: Any) -> Any:
    """The same answers, and the class maps of the same pass: {"logits", "class_maps"}.

    `network` must be one for which `is_linear` holds.
    """
    kernel, bias = network.get_layer(LOGITS).get_weights()
    inputs = keras.Input(network.input_shape[1:], name=INPUT)
    features = network.get_layer(TRUNK)(network.get_layer(SCALING)(inputs), training=False)
    maps = layers.Conv2D(len(bias), 1, use_bias=False, name=CLASS_MAPS)(features)
    mean = layers.GlobalAveragePooling2D()(maps)
    # A dense layer with the identity as its weights adds the bias without a layer of our own.
    logits = layers.Dense(len(bias), name=LOGITS)(mean)
    shown = keras.Model(inputs, {LOGITS: logits, CLASS_MAPS: maps})
    shown.get_layer(CLASS_MAPS).set_weights([kernel[np.newaxis, np.newaxis]])
    shown.get_layer(LOGITS).set_weights([np.eye(len(bias), dtype=np.float32), bias])
    return shown


def _scaling(name: str, scaling: Scaling) -> Any:
    if name in FROM_FILE:
        # (x - mean) / deviation, written so that the export sees plain constants.
        pairs = tuple(zip(_IMAGENET_MEAN, _IMAGENET_STD, strict=True))
        return layers.Rescaling(
            [1 / deviation for _, deviation in pairs],
            offset=[-mean / deviation for mean, deviation in pairs],
            name=SCALING,
        )
    if scaling == "signed":
        return layers.Rescaling(2.0, offset=-1.0, name=SCALING)
    return layers.Rescaling(1.0, name=SCALING)
