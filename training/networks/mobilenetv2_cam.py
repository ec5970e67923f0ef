"""MobileNet V2 with a fused 1/16 feature map and a linear class-activation head.

The trunk is the one of Sandler, Howard, Zhu, Zhmoginov and Chen, "MobileNetV2: Inverted Residuals
and Linear Bottlenecks" (CVPR 2018), up to the last bottleneck. Its 1/32 output is brought to the
1/16 grid and joined with the expanded features there, so that the heatmap has 16x16 cells at an
input of 256 in place of 8x8. The head is linear over a global average (Zhou et al., "Learning Deep
Features for Discriminative Localization", CVPR 2016): mean(F) W + b = mean(F W) + b, so the class
maps F W of one forward pass are the heatmap.

Two models share their layers: the one that is trained ends in "logits" and "lesion", the one that
ships ends in "logits" and "class_maps".
"""

from __future__ import annotations

from dataclasses import dataclass
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

_IMAGENET_MEAN = (0.485, 0.456, 0.406)
_IMAGENET_STD = (0.229, 0.224, 0.225)

INPUT = "input"
LOGITS = "logits"
CLASS_MAPS = "class_maps"
FEATURES = "features"
LESION = "lesion"


@dataclass(frozen=True, slots=True)
class NetworkOptions:
    """What can be chosen. `side` is the input in pixels, a multiple of 32."""

    side: int = 256
    classes: int = 4
    feature_channels: int = 256
    dropout: float = 0.2

    @property
    def grid(self) -> int:
        """Cells of the class maps along one side."""
        return self.side // 16


def build_trunk(side: int) -> Any:
    """The ImageNet trunk without its 1280-channel tail: float32[batch, side, side, 3] in.

    Outputs the stride-16 expansion float32[batch, side/16, side/16, 576] and the last bottleneck
    float32[batch, side/32, side/32, 320].
    """
    image = keras.Input((side, side, 3), name="rgb")
    x = layers.ZeroPadding2D(1, name="pad0")(image)
    x = layers.Conv2D(32, 3, strides=2, use_bias=False, name="conv0")(x)
    x = _normalised(x, "batchnorm0", active=True)
    lateral = None
    channels_in = 32
    for number, (channels, stride) in enumerate(_BOTTLENECKS):
        name = f"linearbottleneck{number}"
        shortcut = x
        expanded = channels_in * (1 if number == 0 else 6)
        x = layers.Conv2D(expanded, 1, use_bias=False, name=f"{name}_conv0")(x)
        x = _normalised(x, f"{name}_batchnorm0", active=True)
        if number == _LATERAL_BOTTLENECK:
            lateral = x
        x = layers.ZeroPadding2D(1, name=f"{name}_pad")(x)
        x = layers.DepthwiseConv2D(3, strides=stride, use_bias=False, name=f"{name}_conv1")(x)
        x = _normalised(x, f"{name}_batchnorm1", active=True)
        x = layers.Conv2D(channels, 1, use_bias=False, name=f"{name}_conv2")(x)
        x = _normalised(x, f"{name}_batchnorm2", active=False)
        if stride == 1 and channels_in == channels:
            x = layers.Add(name=f"{name}_add")([shortcut, x])
        channels_in = channels
    return keras.Model(image, [lateral, x], name="trunk")


def _normalised(x: Any, name: str, *, active: bool) -> Any:
    x = layers.BatchNormalization(epsilon=1e-5, momentum=0.99, name=name)(x)
    return layers.ReLU(max_value=6.0, name=f"{name}_relu6")(x) if active else x


def load_imagenet(trunk: Any, architecture: Path, weights: Path) -> None:
    """Copy ImageNet weights into `trunk`, layer by layer by name.

    `architecture` and `weights` are what ``model.to_json`` and ``model.save_weights`` wrote.

    Raises
    ------
    DataError
        When a file cannot be read or is of another network.
    """
    try:
        source = keras.models.model_from_json(architecture.read_text(encoding="utf-8"))
        source.load_weights(weights)
        for layer in trunk.layers:
            if layer.weights:
                layer.set_weights(source.get_layer(layer.name).get_weights())
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(
            "these are not the ImageNet weights of MobileNet V2",
            path=weights,
            received=type(error).__name__,
            remedy="Give the .json and the .weights.h5 of the same network with --weights.",
        ) from error


def build_training_model(trunk: Any, options: NetworkOptions) -> Any:
    """Input float32[batch, side, side, 1] in [0, 1].

    Outputs {"logits": [batch, classes], "lesion": logits [batch, grid, grid, 1]}.
    """
    image, features = _features(trunk, options)
    dropped = layers.SpatialDropout2D(options.dropout, name="feature_dropout")(features)
    pooled = layers.GlobalAveragePooling2D(name="pooled")(dropped)
    logits = layers.Dense(options.classes, name=LOGITS)(pooled)
    lesion = layers.Conv2D(1, 1, name=LESION)(features)
    return keras.Model(image, {LOGITS: logits, LESION: lesion}, name="training_network")


def build_inference_model(trained: Any, options: NetworkOptions) -> Any:
    """The shipped network of a trained one, with the same probabilities.

    Outputs {"logits": [batch, classes], "class_maps": [batch, grid, grid, classes]};
    the mean of a class map plus the bias of its class is the logit.

    Two things that training leaves open are fixed so that the maps can be read. What all classes
    have in common says nothing (softmax takes it out), so it is taken out of the head. And the
    features of an empty image are not zero, least at its corners, where the padding of the
    convolutions shows; its maps are subtracted, and their mean is put into the bias. A map then
    says what the image adds to an empty one.
    """
    kernel, bias = trained.get_layer(LOGITS).get_weights()
    kernel = kernel - kernel.mean(axis=1, keepdims=True)
    bias = bias - bias.mean()
    features = trained.get_layer(FEATURES).output
    empty = np.zeros((1, options.side, options.side, 1), np.float32)
    feature_model = keras.Model(trained.inputs[0], features)
    ground = np.asarray(feature_model(empty, training=False))[0] @ kernel
    to_maps = layers.EinsumDense(
        "bhwc,ck->bhwk",
        output_shape=(options.grid, options.grid, options.classes),
        bias_axes="hwk",
        name=CLASS_MAPS,
    )
    maps = to_maps(features)
    means = layers.GlobalAveragePooling2D(name="class_map_means")(maps)
    # Stock Keras has no layer that only adds a bias; a product with the identity costs nothing.
    logits = layers.Dense(options.classes, name=LOGITS)(means)
    model = keras.Model(
        trained.inputs[0], {LOGITS: logits, CLASS_MAPS: maps}, name="inference_network"
    )
    to_maps.set_weights([kernel, -ground])
    model.get_layer(LOGITS).set_weights(
        [np.eye(options.classes, dtype=np.float32), bias + ground.mean(axis=(0, 1))]
    )
    return model


def freeze_trunk(trunk: Any, first_trained: int | None) -> None:
    """Freeze the trunk below bottleneck `first_trained`; None freezes all of it.

    Keras runs a frozen batch normalisation with its stored statistics.
    """
    thawed = False
    for layer in trunk.layers:
        if first_trained is not None and layer.name == f"linearbottleneck{first_trained}_conv0":
            thawed = True
        layer.trainable = thawed


def _features(trunk: Any, options: NetworkOptions) -> tuple[Any, Any]:
    image = keras.Input((options.side, options.side, 1), name=INPUT)
    to_rgb = layers.Conv2D(3, 1, trainable=False, name="imagenet_scale")
    x = to_rgb(image)
    std = np.array(_IMAGENET_STD, np.float32)
    mean = np.array(_IMAGENET_MEAN, np.float32)
    to_rgb.set_weights([(1.0 / std).reshape(1, 1, 1, 3), -mean / std])
    lateral, deep = trunk(x)
    # A 1x1 convolution of two joined maps is the sum of one each, and commutes with resampling;
    # this way the deep one runs on a quarter of the cells.
    deep = layers.Conv2D(options.feature_channels, 1, use_bias=False, name="deep_projection")(deep)
    deep = layers.UpSampling2D(2, interpolation="bilinear", name="deep_upsampled")(deep)
    lateral = layers.Conv2D(options.feature_channels, 1, use_bias=False, name="lateral_projection")(
        lateral
    )
    joined = layers.Add(name="joined")([deep, lateral])
    joined = layers.BatchNormalization(momentum=0.98, name="joined_batchnorm")(joined)
    return image, layers.ReLU(name=FEATURES)(joined)
