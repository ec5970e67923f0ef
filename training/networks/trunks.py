"""ImageNet trunks without their tops: Keras' own, and those that are read from a file.

The file is the trunk's architecture (``.json``) with its weights beside it (``.weights.h5``), or,
for one of Keras' own trunks, its weights alone (``.h5``).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import keras

from training.errors import DataError
from training.published.recipe import Weights

TRUNK = "trunk"
"""Name of the trunk's layer in every network that has one."""

APPLICATIONS = {
    "inception_resnet_v2": "InceptionResNetV2",
    "inception_v3": "InceptionV3",
    "xception": "Xception",
    "resnet50": "ResNet50",
}
"""Trunk -> its builder in keras.applications."""

FROM_FILE = ("mobilenet_v2", "resnet50v2_conv4")
"""Trunks whose architecture comes with the weights; they take ImageNet-normalised input."""

TRUNKS = (*APPLICATIONS, *FROM_FILE)


def build_trunk(name: str, side: int, weights: Weights) -> Any:
    """A trunk for float32[batch, side, side, 3], named `TRUNK`.

    Raises
    ------
    DataError
        When the weights cannot be fetched, are missing, or belong to another network.
    """
    if name in FROM_FILE:
        model = _from_file(name, side, weights)
    elif weights.kind == "imagenet":
        model = _downloaded(name, side)
    else:
        model = _application(name, side, None)
        if weights.path is not None:
            _load(model, weights.path)
    return keras.Model(model.inputs[0], model.outputs[0], name=TRUNK)


def _application(name: str, side: int, weights: str | None) -> Any:
    builder = getattr(keras.applications, APPLICATIONS[name])
    return builder(include_top=False, weights=weights, input_shape=(side, side, 3))


def _downloaded(name: str, side: int) -> Any:
    try:
        return _application(name, side, "imagenet")
    except Exception as error:  # Keras raises a plain Exception when a download fails
        raise DataError(
            f"the ImageNet weights of {APPLICATIONS[name]} could not be fetched "
            f"({type(error).__name__})",
            remedy="Train where Keras can download them, give them with --weights FILE, "
            "or start from random weights with --weights none.",
        ) from error


def _from_file(name: str, side: int, weights: Weights) -> Any:
    path = weights.path
    if path is None or path.suffix != ".json":
        raise DataError(
            f"the trunk {name} is read from a file",
            received=weights.words,
            remedy="Give its .json, with its .weights.h5 beside it, with --weights FILE.",
        )
    try:
        description = json.loads(path.read_text(encoding="utf-8"))
        # The file was written for one size; convolutions do not mind another.
        description["config"]["layers"][0]["config"]["batch_shape"] = [None, side, side, 3]
        model = keras.models.model_from_json(json.dumps(description))
    except OSError as error:
        raise _missing(path) from error
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise _foreign(path, error) from error
    _load(model, path.with_suffix(".weights.h5"))
    return model


def _load(model: Any, path: Path) -> None:
    if not path.is_file():
        raise _missing(path)
    try:
        model.load_weights(path)
    except (ValueError, OSError, KeyError) as error:
        raise _foreign(path, error) from error


def _missing(path: Path) -> DataError:
    return DataError(
        "the ImageNet weights are not there",
        path=path,
        remedy="Give the trunk's file with --weights FILE, 'imagenet' or 'none'.",
    )


def _foreign(path: Path, error: Exception) -> DataError:
    return DataError(
        "the weights are not those of this trunk",
        path=path,
        received=str(error).split("\n", 1)[0][:200],
        remedy="Give the weights of the trunk that --trunk names.",
    )
