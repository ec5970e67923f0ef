"""A network and batches with the names of the real ones, small enough to be trained in seconds."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
from keras import layers

from training.batches import WHOLE, Features, Share
from training.fit import FitOptions, Stage

BATCH = 8

OPTIONS = FitOptions(stages=(Stage("heads", 1, 1e-3, False), Stage("body", 1, 1e-3, True)))


class Batches(keras.utils.PyDataset):  # type: ignore[misc]  # Keras is untyped
    """Three batches an epoch, the same for the same epoch; `spoiled` is an epoch with a NaN."""

    def __init__(self, share: Share = WHOLE, spoiled: int | None = None) -> None:
        super().__init__(workers=2)
        self._share = share
        self._spoiled = spoiled
        self._epoch = 0

    def __len__(self) -> int:
        return 3

    def start_epoch(self, epoch: int) -> None:
        self._epoch = epoch

    def __getitem__(self, index: int) -> tuple[Features, Features]:
        random = np.random.default_rng((self._epoch, index))
        features = {"quarter": random.random((BATCH, 4, 4, 3), dtype=np.float32)}
        targets = {
            "tumor": random.random((BATCH, 1), dtype=np.float32),
            "type": random.random((BATCH, 3), dtype=np.float32),
            "lesion": random.random((BATCH, 4, 4, 2), dtype=np.float32),
            "acquisition_logits": random.random((BATCH, 5), dtype=np.float32),
        }
        if self._epoch == self._spoiled and index == 1:
            features["quarter"][0] = np.nan
        return self._own(features), self._own(targets)

    def _own(self, values: Features) -> Features:
        size = BATCH // self._share.count
        first = self._share.index * size
        return {name: value[first : first + size] for name, value in values.items()}


def build() -> tuple[Any, Any]:
    """(model, body), the same weights each time; without batch normalisation and dropout."""
    keras.utils.set_random_seed(1)
    quarter = keras.Input((4, 4, 3), name="quarter")
    body = layers.Conv2D(6, 1, activation="relu", name="body")
    mixed = body(quarter)
    mean = layers.GlobalAveragePooling2D(name="mean")(mixed)
    outputs = {
        "tumor": layers.Dense(1, name="tumor", dtype="float32")(mean),
        "type": layers.Dense(3, name="type", dtype="float32")(mean),
        "lesion": layers.Conv2D(1, 1, name="lesion", dtype="float32")(mixed),
        "acquisition_logits": layers.Dense(5, name="acquisition_logits", dtype="float32")(mean),
    }
    return keras.Model({"quarter": quarter}, outputs), body
