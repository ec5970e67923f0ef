"""MobileNet V2 with ImageNet weights, in two parts: a frozen stem, and a body that learns.

Sandler, Howard, Zhu, Zhmoginov and Chen, "MobileNetV2: Inverted Residuals and Linear Bottlenecks"
(CVPR 2018), up to the last bottleneck. The stem ends after the sixth bottleneck: its features are
edges and textures that serve any picture, and since it never changes, another runtime than the one
that trains may compute it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import keras
import numpy as np
from keras import layers

from training.errors import DataError

# (channels out, stride) of the seventeen bottlenecks; the first expands by 1, the others by 6.
_BOTTLENECKS = (
    (16, 1), (24, 2), (24, 1), (32, 2), (32, 1), (32, 1), (64, 2), (64, 1), (64, 1), (64, 1),
    (96, 1), (96, 1), (96, 1), (160, 2), (160, 1), (160, 1), (320, 1),
)  # fmt: skip
_LATERAL_BOTTLENECK = 13
"""The bottleneck whose expansion is the last feature map of stride 16."""
STEM_BOTTLENECKS = 6
_QUARTER_BOTTLENECK = 2
"""The last bottleneck of stride 4."""

QUARTER_CHANNELS = 24
EIGHTH_CHANNELS = 32

_IMAGENET_MEAN = (0.485, 0.456, 0.406)
_IMAGENET_STD = (0.229, 0.224, 0.225)


def build_stem(side: int) -> Any:
    """Gray float32[batch, side, side, 1] in [0, 1] to features of stride 4 and 8.

    Outputs {"quarter": float32[batch, side/4, side/4, 24], "eighth": float32[batch, side/8, side/8,
    32]}; every layer is frozen.
    """
    image = keras.Input((side, side, 1), name="input")
    to_rgb = layers.Conv2D(3, 1, name="imagenet_scale")
    x = to_rgb(image)
    std = np.array(_IMAGENET_STD, np.float32)
    mean = np.array(_IMAGENET_MEAN, np.float32)
    to_rgb.set_weights([(1.0 / std).reshape(1, 1, 1, 3), -mean / std])
    x = layers.ZeroPadding2D(1, name="pad0")(x)
    x = layers.Conv2D(32, 3, strides=2, use_bias=False, name="conv0")(x)
    x = _normalised(x, "batchnorm0", active=True)
    channels_in = 32
    outputs = {}
    for number in range(STEM_BOTTLENECKS):
        x, _ = _bottleneck(x, number, channels_in)
        channels_in = _BOTTLENECKS[number][0]
        if number == _QUARTER_BOTTLENECK:
            outputs["quarter"] = x
    outputs["eighth"] = x
    stem = keras.Model(image, outputs, name="stem")
    stem.trainable = False
    return stem


def build_body(side: int) -> Any:
    """The stem's features of stride 8 to [stride 16 with 576 channels, stride 32 with 320]."""
    eighth = keras.Input((side // 8, side // 8, EIGHTH_CHANNELS), name="eighth")
    x, lateral = eighth, None
    channels_in = EIGHTH_CHANNELS
    for number in range(STEM_BOTTLENECKS, len(_BOTTLENECKS)):
        x, expanded = _bottleneck(x, number, channels_in)
        channels_in = _BOTTLENECKS[number][0]
        if number == _LATERAL_BOTTLENECK:
            lateral = expanded
    return keras.Model(eighth, [lateral, x], name="body")


def _bottleneck(x: Any, number: int, channels_in: int) -> tuple[Any, Any]:
    """The output of a bottleneck, and its expansion."""
    channels, stride = _BOTTLENECKS[number]
    name = f"linearbottleneck{number}"
    shortcut = x
    expansion = channels_in * (1 if number == 0 else 6)
    x = layers.Conv2D(expansion, 1, use_bias=False, name=f"{name}_conv0")(x)
    expanded = _normalised(x, f"{name}_batchnorm0", active=True)
    x = layers.ZeroPadding2D(1, name=f"{name}_pad")(expanded)
    x = layers.DepthwiseConv2D(3, strides=stride, use_bias=False, name=f"{name}_conv1")(x)
    x = _normalised(x, f"{name}_batchnorm1", active=True)
    x = layers.Conv2D(channels, 1, use_bias=False, name=f"{name}_conv2")(x)
    x = _normalised(x, f"{name}_batchnorm2", active=False)
    if stride == 1 and channels_in == channels:
        x = layers.Add(name=f"{name}_add")([shortcut, x])
    return x, expanded


def _normalised(x: Any, name: str, *, active: bool) -> Any:
    x = layers.BatchNormalization(epsilon=1e-5, momentum=0.99, name=name)(x)
    return layers.ReLU(max_value=6.0, name=f"{name}_relu6")(x) if active else x


def load_imagenet(stem: Any, body: Any, architecture: Path, weights: Path) -> None:
    """Copy ImageNet weights into both parts, layer by layer by name.

    `architecture` and `weights` are what ``model.to_json`` and ``model.save_weights`` wrote.

    Raises
    ------
    DataError
        When a file cannot be read or is of another network.
    """
    try:
        source = keras.models.model_from_json(architecture.read_text(encoding="utf-8"))
        source.load_weights(weights)
        for layer in (*stem.layers, *body.layers):
            if layer.weights and layer.name != "imagenet_scale":
                layer.set_weights(source.get_layer(layer.name).get_weights())
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(
            "these are not the ImageNet weights of MobileNet V2",
            path=weights,
            received=type(error).__name__,
            remedy="Give the .json and the .weights.h5 of the same network with --weights.",
        ) from error
