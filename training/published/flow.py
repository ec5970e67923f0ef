"""Batches out of the class folders, in an order and with changes that only the seed decides."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import keras
import numpy as np
import numpy.typing as npt

from training.published.images import as_batch
from training.published.recipe import Activation, ImageSet
from tumorview.domain.arrays import Float32Array, UInt8Array


@dataclass(frozen=True, slots=True)
class Augmentation:
    """Random changes of an image: turned, shifted (share of the side) and mirrored.

    What comes in from beyond the edge repeats the edge.
    """

    rotation_degrees: float = 0.0
    shift: float = 0.0
    horizontal_flip: bool = False
    vertical_flip: bool = False


def augmented(pixels: UInt8Array, options: Augmentation, random: np.random.Generator) -> UInt8Array:
    """One changed copy of uint8[side, side]."""
    side = pixels.shape[0]
    angle = random.uniform(-options.rotation_degrees, options.rotation_degrees)
    matrix = cv2.getRotationMatrix2D(((side - 1) / 2, (side - 1) / 2), angle, 1.0)
    matrix[:, 2] += random.uniform(-options.shift, options.shift, 2) * side
    changed = cv2.warpAffine(
        pixels, matrix, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    if options.horizontal_flip and random.random() < 0.5:
        changed = changed[:, ::-1]
    if options.vertical_flip and random.random() < 0.5:
        changed = changed[::-1]
    return np.asarray(changed, np.uint8)


def targets(labels: npt.NDArray[np.int64], activation: Activation, classes: int) -> Float32Array:
    """What a loss compares with: one-hot float32[n, classes], or float32[n, 1] for a sigmoid."""
    if activation == "sigmoid":
        return labels.astype(np.float32)[:, np.newaxis]
    return np.eye(classes, dtype=np.float32)[labels]


def epoch_order(count: int, seed: int, epoch: int) -> npt.NDArray[np.int64]:
    """The order of `count` images in an epoch; the same after a resume."""
    return np.random.default_rng((seed, epoch)).permutation(count)


class DirectoryFlow(keras.utils.PyDataset):  # type: ignore[misc]  # Keras is untyped
    """Shuffled, augmented batches for training: (float32[n, side, side, 3], targets).

    Which images an epoch gives, and how they are changed, depends on the seed and the epoch alone,
    so a resumed run sees what an unbroken one would have seen.
    """

    def __init__(
        self,
        images: ImageSet,
        *,
        activation: Activation,
        classes: int,
        batch_size: int,
        seed: int,
        augmentation: Augmentation | None,
    ) -> None:
        super().__init__()
        self._images = images
        self._targets = targets(images.labels, activation, classes)
        self._batch_size = batch_size
        self._seed = seed
        self._augmentation = augmentation
        self._epoch = 0

    def __len__(self) -> int:
        return math.ceil(len(self._images.labels) / self._batch_size)

    def __getitem__(self, index: int) -> tuple[Float32Array, Float32Array]:
        order = epoch_order(len(self._images.labels), self._seed, self._epoch)
        rows = order[index * self._batch_size : (index + 1) * self._batch_size]
        pixels = self._images.pixels[rows]
        if self._augmentation is not None:
            pixels = np.stack(
                [
                    augmented(
                        pixels[place],
                        self._augmentation,
                        np.random.default_rng((self._seed, self._epoch, int(row))),
                    )
                    for place, row in enumerate(rows)
                ]
            )
        return as_batch(pixels), self._targets[rows]

    def begin(self, epoch: int) -> None:
        """Give what belongs to that epoch, counted from 0.

        Keras' own `on_epoch_end` cannot tell: it is also called when a fit begins.
        """
        self._epoch = epoch


def in_order(pixels: UInt8Array, batch_size: int) -> Iterator[Float32Array]:
    """All images, first to last, as float32[n, side, side, 3]."""
    for start in range(0, len(pixels), batch_size):
        yield as_batch(pixels[start : start + batch_size])


class OrderedFlow(keras.utils.PyDataset):  # type: ignore[misc]  # Keras is untyped
    """All images in their own order, unchanged, for validation."""

    def __init__(
        self, images: ImageSet, *, activation: Activation, classes: int, batch_size: int
    ) -> None:
        super().__init__()
        self._images = images
        self._targets = targets(images.labels, activation, classes)
        self._batch_size = batch_size

    def __len__(self) -> int:
        return math.ceil(len(self._images.labels) / self._batch_size)

    def __getitem__(self, index: int) -> tuple[Float32Array, Float32Array]:
        rows = slice(index * self._batch_size, (index + 1) * self._batch_size)
        return as_batch(self._images.pixels[rows]), self._targets[rows]
