"""Batches for training: drawn per stratum, augmented, the same for the same seed and epoch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import cv2
import keras
import numpy as np

from training.augment import AugmentOptions, augment
from training.counterfactual import Half, lesion_half, mirror_onto
from training.data.cache import ImageCache
from training.data.records import CLASS_IDS, NO_TUMOR, ImageRecord
from training.errors import DataError
from training.evaluation.measured import acquisition_of
from training.paste import Donor, paste, strip_skull
from tumorview.domain.arrays import Float32Array, UInt8Array


class Variant(StrEnum):
    """What is done with a picture before it is augmented."""

    PLAIN = "plain"
    HEALED = "healed"
    DOUBLED = "doubled"
    PASTED = "pasted"
    DECOY = "decoy"


_HALVED = frozenset({Variant.HEALED, Variant.DOUBLED})


@dataclass(frozen=True, slots=True)
class Stratum:
    """Pictures of one source and finding, what is done with them, and how many an epoch shows.

    `finding` is a class id, or "tumor" for tumours of unknown type. `modality` and `sequence`
    narrow it down. `donors` is the source whose lesions, or lesions' shapes, are pasted.
    """

    source: str
    finding: str
    draws: int
    variant: Variant = Variant.PLAIN
    modality: str | None = None
    sequence: str | None = None
    donors: str | None = None

    def holds(self, record: ImageRecord) -> bool:
        """Whether a record belongs to it."""
        label = None if self.finding == "tumor" else CLASS_IDS.index(self.finding)
        return (
            record.trainable
            and record.source == self.source
            and record.label == label
            and self.modality in (None, record.modality)
            and self.sequence in (None, record.sequence)
        )


@dataclass(frozen=True, slots=True)
class TargetOptions:
    """The shapes of the targets: cells of the lesion map, and the acquisition head's outputs."""

    mask_side: int
    acquisitions: tuple[str, ...]
    label_smoothing: float = 0.05


@dataclass(frozen=True, slots=True)
class Sample:
    """One picture as the network is shown it, and what it is told about it.

    `image` is float32[side, side] in [0, 1]; `mask` float32[m, m] in [0, 1], None where the
    lesion's extent is not known; `label` an index into `CLASS_IDS`, None where the type is not
    known; `acquisition` "CT", a sequence or empty.
    """

    image: Float32Array
    mask: Float32Array | None
    label: int | None
    tumor: bool
    acquisition: str


@dataclass(frozen=True, slots=True)
class Share:
    """One of `count` equal parts of each batch, for workers that divide a batch among them."""

    index: int
    count: int


WHOLE = Share(0, 1)


@dataclass(frozen=True, slots=True)
class _Item:
    index: int
    stratum: Stratum
    half: Half | None


Features = dict[str, Float32Array]
Stem = Callable[[Float32Array], Features]


def stacked_targets(samples: Sequence[Sample], options: TargetOptions) -> Features:
    """The targets of a batch, as `TrainingBatches` states them."""
    count, side = len(samples), options.mask_side
    smoothing = options.label_smoothing
    types = len(CLASS_IDS) - 1
    tumor = np.zeros((count, 1), np.float32)
    kind = np.zeros((count, types), np.float32)
    lesion = np.zeros((count, side, side, 2), np.float32)
    acquisition = np.zeros((count, len(options.acquisitions)), np.float32)
    for k, sample in enumerate(samples):
        tumor[k] = 1 - smoothing / 2 if sample.tumor else smoothing / 2
        if sample.tumor and sample.label is not None:
            kind[k] = smoothing / types
            kind[k, sample.label] += 1 - smoothing
        if sample.mask is not None:
            lesion[k, :, :, 0] = cv2.resize(sample.mask, (side, side), interpolation=cv2.INTER_AREA)
            lesion[k, :, :, 1] = 1
        if sample.acquisition in options.acquisitions:
            acquisition[k, options.acquisitions.index(sample.acquisition)] = 1
    return {"tumor": tumor, "type": kind, "lesion": lesion, "acquisition_logits": acquisition}


class TrainingBatches(keras.utils.PyDataset):  # type: ignore[misc]  # Keras is untyped
    """Batches of (stem features, targets) for ``model.fit``.

    Targets: "tumor" float32[b, 1], smoothed; "type" float32[b, 3], smoothed, all 0 where the type
    is not known or there is none; "lesion" float32[b, m, m, 2], the lesion's share of each cell and
    the weight of that cell (0 where no mask is known); "acquisition_logits" float32[b, n], all 0
    where modality or sequence are not known. Of each batch only the pictures of `share` are given;
    all are drawn all the same, so that the parts add up to what one process would see.
    """

    def __init__(
        self,
        records: Sequence[ImageRecord],
        cache: ImageCache,
        *,
        stem: Stem,
        strata: Sequence[Stratum],
        targets: TargetOptions,
        batch_size: int,
        seed: int,
        options: AugmentOptions,
        share: Share = WHOLE,
        workers: int = 2,
    ) -> None:
        super().__init__(workers=workers, use_multiprocessing=False, max_queue_size=8)
        self._records = records
        self._cache = cache
        self._stem = stem
        self._targets = targets
        self._batch_size = batch_size
        self._seed = seed
        self._options = options
        self._share = share
        self._pools = {stratum: self._pool(stratum) for stratum in strata}
        self._donors = {
            stratum: self._donor_pool(stratum)
            for stratum in strata
            if stratum.variant in (Variant.PASTED, Variant.DECOY)
        }
        self._epoch = 0
        self._order = self._draw()

    def __len__(self) -> int:
        """Number of whole batches an epoch."""
        return len(self._order) // self._batch_size

    def __getitem__(self, index: int) -> tuple[Features, Features]:
        """Batch `index` of the present epoch."""
        items = self._order[index * self._batch_size : (index + 1) * self._batch_size]
        random = np.random.default_rng((self._seed, self._epoch, index))
        part = self._batch_size // self._share.count
        drawn = [self._sample(item, random) for item in items][part * self._share.index :][:part]
        images = np.stack([sample.image for sample in drawn])[..., np.newaxis]
        return self._stem(images), stacked_targets(drawn, self._targets)

    def _sample(self, item: _Item, random: np.random.Generator) -> Sample:
        record = self._records[item.index]
        image, mask = self._cache.images[item.index], self._cache.masks[item.index]
        label, tumor = record.label, bool(record.tumor)
        if item.half is not None and item.stratum.variant is Variant.HEALED:
            image, mask = mirror_onto(image, item.half), np.zeros_like(mask)
            label, tumor = NO_TUMOR, False
        elif item.half is not None:
            other: Half = "left" if item.half == "right" else "right"
            image, mask = mirror_onto(image, other), mirror_onto(mask, other)
        elif (donors := self._donors.get(item.stratum)) is not None:
            pasted = self._pasted(image, item.stratum, donors, random)
            if pasted is not None and item.stratum.variant is Variant.PASTED:
                image, mask = pasted
                label, tumor = None, True
            elif pasted is not None:
                image = pasted[0]
        if random.random() < self._options.strip_probability:
            stripped = strip_skull(image, mask, random)
            image, mask = stripped or (image, mask)
        moved, moved_mask = augment(image, mask, random, self._options)
        return Sample(
            image=moved,
            mask=moved_mask if record.mask_known else None,
            label=label,
            tumor=tumor,
            acquisition=acquisition_of(record),
        )

    def _pasted(
        self,
        image: UInt8Array,
        stratum: Stratum,
        donors: tuple[int, ...],
        random: np.random.Generator,
    ) -> tuple[UInt8Array, UInt8Array] | None:
        first, second = (int(donors[int(random.integers(len(donors)))]) for _ in range(2))
        lesion = stratum.variant is Variant.PASTED
        # A decoy has the shape of a lesion and the tissue of another healthy picture.
        tissue = self._cache.images[first] if lesion else self._healthy_tissue(stratum, random)
        mask = self._cache.masks[first if lesion else second]
        return paste(image, Donor(tissue, mask), random, contrast=lesion)

    def _healthy_tissue(self, stratum: Stratum, random: np.random.Generator) -> UInt8Array:
        pool = self._pools[stratum]
        chosen: UInt8Array = self._cache.images[pool[int(random.integers(len(pool)))].index]
        return chosen

    def start_epoch(self, epoch: int) -> None:
        """Draw the pictures of that epoch; the same epoch always has the same ones.

        Keras' own hook at the end of an epoch does not serve: it is also called after the batch
        that Keras looks at before the first epoch, so it counts otherwise after a resumption.
        """
        self._epoch = epoch
        self._order = self._draw()

    def _pool(self, stratum: Stratum) -> tuple[_Item, ...]:
        items = []
        for index, record in enumerate(self._records):
            if not stratum.holds(record):
                continue
            half = None
            if stratum.variant in _HALVED:
                half = lesion_half(self._cache.images[index], self._cache.masks[index])
                if half is None:
                    continue
            items.append(_Item(index, stratum, half))
        if not items:
            raise DataError("no training image for a stratum of the recipe", received=stratum)
        return tuple(items)

    def _donor_pool(self, stratum: Stratum) -> tuple[int, ...]:
        """Pictures with a mask whose lesions, or whose lesions' shapes, are pasted."""
        donors = tuple(
            index
            for index, record in enumerate(self._records)
            if record.source == stratum.donors and record.mask_path is not None and record.trainable
        )
        if not donors:
            raise DataError("no picture with a mask to take lesions from", received=stratum)
        return donors

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
    """Stem features of every record once, in order, without augmentation."""

    def __init__(
        self,
        records: Sequence[ImageRecord],
        cache: ImageCache,
        *,
        stem: Stem,
        targets: TargetOptions,
        batch_size: int = 16,
    ) -> None:
        super().__init__(workers=1, use_multiprocessing=False)
        self._records = records
        self._cache = cache
        self._stem = stem
        self._targets = targets
        self._batch_size = batch_size

    def __len__(self) -> int:
        """Number of batches, the last one may be smaller."""
        return (len(self._records) + self._batch_size - 1) // self._batch_size

    def __getitem__(self, index: int) -> tuple[Features, Features]:
        """Batch `index`."""
        part = slice(index * self._batch_size, (index + 1) * self._batch_size)
        images = self._cache.images[part].astype(np.float32) / np.float32(255)
        samples = [
            Sample(
                image=image,
                mask=mask.astype(np.float32) / np.float32(255) if record.mask_known else None,
                label=record.label,
                tumor=bool(record.tumor),
                acquisition=acquisition_of(record),
            )
            for image, mask, record in zip(
                images, self._cache.masks[part], self._records[part], strict=True
            )
        ]
        return self._stem(images[..., np.newaxis]), stacked_targets(samples, self._targets)
