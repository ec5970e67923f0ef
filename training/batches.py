"""Batches for training: drawn per stratum, augmented, the same for the same seed and epoch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import cv2
import keras
import numpy as np

from training.augment import AugmentOptions, augment
from training.counterfactual import Half, lesion_half, mirror_onto
from training.data.cache import ImageCache
from training.data.records import CLASS_IDS, ImageRecord
from training.errors import DataError
from tumorview.domain.arrays import Float32Array


class Variant(StrEnum):
    """What is done with a picture before it is augmented."""

    PLAIN = "plain"
    HEALED = "healed"
    DOUBLED = "doubled"


@dataclass(frozen=True, slots=True)
class Stratum:
    """Pictures of one source, class and variant, and how many an epoch shows."""

    source: str
    class_id: str
    draws: int
    variant: Variant = Variant.PLAIN


@dataclass(frozen=True, slots=True)
class _Item:
    index: int
    variant: Variant
    half: Half | None


class TrainingBatches(keras.utils.PyDataset):  # type: ignore[misc]  # Keras is untyped
    """Batches of ({image}, {logits, lesion}) for ``model.fit``.

    Targets: "logits" float32[b, classes], smoothed by the loss; "lesion" float32[b, grid, grid, 2],
    the lesion's share of each cell and the weight of that cell (0 where no mask is known).
    """

    def __init__(
        self,
        records: Sequence[ImageRecord],
        cache: ImageCache,
        *,
        strata: Sequence[Stratum],
        grid: int,
        batch_size: int,
        seed: int,
        options: AugmentOptions,
        first_epoch: int = 0,
        workers: int = 2,
    ) -> None:
        super().__init__(workers=workers, use_multiprocessing=False, max_queue_size=8)
        self._records = records
        self._cache = cache
        self._grid = grid
        self._batch_size = batch_size
        self._seed = seed
        self._options = options
        self._pools = {stratum: self._pool(stratum) for stratum in strata}
        self._epoch = first_epoch
        self._order = self._draw()

    def __len__(self) -> int:
        """Number of whole batches an epoch."""
        return len(self._order) // self._batch_size

    def __getitem__(self, index: int) -> tuple[Float32Array, Mapping[str, Float32Array]]:
        """Batch `index` of the present epoch."""
        items = self._order[index * self._batch_size : (index + 1) * self._batch_size]
        random = np.random.default_rng((self._seed, self._epoch, index))
        side = self._cache.images.shape[1]
        images = np.empty((len(items), side, side, 1), np.float32)
        labels = np.zeros((len(items), len(CLASS_IDS)), np.float32)
        lesions = np.zeros((len(items), self._grid, self._grid, 2), np.float32)
        for k, item in enumerate(items):
            record = self._records[item.index]
            image, mask = self._cache.images[item.index], self._cache.masks[item.index]
            label = record.label
            if item.half is not None and item.variant is Variant.HEALED:
                image, mask = mirror_onto(image, item.half), np.zeros_like(mask)
                label = CLASS_IDS.index("no_tumor")
            elif item.half is not None:
                other: Half = "left" if item.half == "right" else "right"
                image, mask = mirror_onto(image, other), mirror_onto(mask, other)
            moved, moved_mask = augment(image, mask, random, self._options)
            images[k, :, :, 0] = moved
            labels[k, label] = 1
            if record.mask_known:
                lesions[k, :, :, 0] = cv2.resize(
                    moved_mask, (self._grid, self._grid), interpolation=cv2.INTER_AREA
                )
                lesions[k, :, :, 1] = 1
        return images, {"logits": labels, "lesion": lesions}

    def on_epoch_end(self) -> None:
        """Draw the next epoch."""
        self._epoch += 1
        self._order = self._draw()

    def _pool(self, stratum: Stratum) -> tuple[_Item, ...]:
        label = CLASS_IDS.index(stratum.class_id)
        items = []
        for index, record in enumerate(self._records):
            if record.source != stratum.source or record.label != label or not record.trainable:
                continue
            half = None
            if stratum.variant is not Variant.PLAIN:
                half = lesion_half(self._cache.images[index], self._cache.masks[index])
                if half is None:
                    continue
            items.append(_Item(index, stratum.variant, half))
        if not items:
            raise DataError("no training image for a stratum of the recipe", received=stratum)
        return tuple(items)

    def _draw(self) -> list[_Item]:
        random = np.random.default_rng((self._seed, self._epoch))
        order: list[_Item] = []
        for stratum, pool in self._pools.items():
            # Groups weigh by the root of their size, so that a patient or a web picture with a
            # hundred copies does not rule the epoch.
            sizes: dict[str, int] = defaultdict(int)
            for item in pool:
                sizes[self._records[item.index].group] += 1
            weights = np.array([sizes[self._records[i.index].group] ** -0.5 for i in pool])
            replace = stratum.draws > len(pool)
            chosen = random.choice(
                len(pool), stratum.draws, replace=replace, p=weights / weights.sum()
            )
            order.extend(pool[int(i)] for i in chosen)
        random.shuffle(order)
        return order


class EvaluationBatches(keras.utils.PyDataset):  # type: ignore[misc]  # Keras is untyped
    """Every record once, in order, without augmentation."""

    def __init__(
        self, records: Sequence[ImageRecord], cache: ImageCache, *, grid: int, batch_size: int = 32
    ) -> None:
        super().__init__(workers=1, use_multiprocessing=False)
        self._records = records
        self._cache = cache
        self._grid = grid
        self._batch_size = batch_size

    def __len__(self) -> int:
        """Number of batches, the last one may be smaller."""
        return (len(self._records) + self._batch_size - 1) // self._batch_size

    def __getitem__(self, index: int) -> tuple[Float32Array, Mapping[str, Float32Array]]:
        """Batch `index`."""
        part = slice(index * self._batch_size, (index + 1) * self._batch_size)
        images = self._cache.images[part, :, :, np.newaxis].astype(np.float32) / np.float32(255)
        records = self._records[part]
        labels = np.zeros((len(records), len(CLASS_IDS)), np.float32)
        lesions = np.zeros((len(records), self._grid, self._grid, 2), np.float32)
        for k, record in enumerate(records):
            labels[k, record.label] = 1
            if record.mask_known:
                mask = self._cache.masks[part][k].astype(np.float32) / np.float32(255)
                lesions[k, :, :, 0] = cv2.resize(
                    mask, (self._grid, self._grid), interpolation=cv2.INTER_AREA
                )
                lesions[k, :, :, 1] = 1
        return np.asarray(images, np.float32), {"logits": labels, "lesion": lesions}
