"""Recipes small enough for a test; imported late because TensorFlow comes with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import keras

from training.networks.residual_core import CoreOptions
from training.networks.small_cnn import small_cnn
from training.networks.transfer import linear_head, transfer_network
from training.published.core_learner import CoreLearner
from training.published.keras_learner import KerasLearner, Stage, Wanted, no_callbacks
from training.published.packaging import write_model_folder
from training.published.recipe import PublishedInput, PublishedRecipe, Weights
from training.published.result import read_result
from training.published.run import PublishedOptions, train_published
from training.recipes import resnet_core
from training.recipes import small_cnn as small_cnn_recipe
from tumorview.inference.manifest import CropSpec

__all__ = [
    "PublishedOptions",
    "Weights",
    "core",
    "last_epoch",
    "network_file",
    "options",
    "read_result",
    "small",
    "train_published",
    "transfer",
    "write_model_folder",
]

SIDE = 32
_INPUT = PublishedInput(SIDE, CropSpec(kind="brain_contour", threshold=0.15))


def small(
    callbacks: Callable[[], Sequence[Any]] = no_callbacks, rate: float = 0.01
) -> PublishedRecipe:
    """The small network at 32 pixels, one epoch and then two."""
    learner = KerasLearner(
        build=lambda wanted: small_cnn(wanted.side),
        stages=(
            Stage("first", 1, lambda: keras.optimizers.SGD(rate)),
            Stage("second", 2, lambda: keras.optimizers.Adam(rate)),
        ),
        batch_size=8,
        callbacks=callbacks,
    )
    return replace(small_cnn_recipe.RECIPE, input=_INPUT, learner=learner)


def transfer() -> PublishedRecipe:
    """A linear head on a trunk from a file, its first half frozen."""

    def build(wanted: Wanted) -> Any:
        return transfer_network(
            wanted.trunk,
            wanted.trunk_name,
            scaling="signed",
            head=linear_head(1, dropout=0.2),
            pretrained=wanted.pretrained,
        )

    stage = Stage("head", 1, lambda: keras.optimizers.Adam(0.01), frozen_share=0.5)
    learner = KerasLearner(build=build, stages=(stage,), batch_size=8, trunk="xception")
    return replace(small_cnn_recipe.RECIPE, id="xception", input=_INPUT, learner=learner)


def core(epochs: int = 2) -> PublishedRecipe:
    """The network without Keras, one block a stage."""
    learner = CoreLearner(
        CoreOptions(width=4, blocks=(1, 1)), side=SIDE, epochs=epochs, batch_size=8, rate=0.01
    )
    return replace(resnet_core.RECIPE, input=_INPUT, learner=learner)


def options(data: Path, out: Path, **changes: Any) -> PublishedOptions:
    """A run under the published protocol."""
    chosen: dict[str, Any] = {
        "protocol": "published",
        "trunk": None,
        "weights": Weights("none"),
        **changes,
    }
    return PublishedOptions(data=data, out=out, **chosen)


def network_file(folder: Path) -> Path:
    """A trunk of four layers as .json and .weights.h5, written for another size."""
    inputs = keras.Input((48, 48, 3))
    x = keras.layers.Conv2D(4, 3, strides=4, padding="same", activation="relu")(inputs)
    x = keras.layers.BatchNormalization()(x)
    model = keras.Model(inputs, keras.layers.Conv2D(6, 3, padding="same", activation="relu")(x))
    path = folder / "tiny_trunk.json"
    path.write_text(model.to_json(), encoding="utf-8")
    model.save_weights(folder / "tiny_trunk.weights.h5")
    return path


def last_epoch(run: Path) -> Any:
    """The network of the last whole epoch of a Keras run."""
    (path,) = run.glob("last-*.keras")
    return keras.models.load_model(path)
