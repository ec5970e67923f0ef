"""Every image of a run preprocessed once, exactly as the application does it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from training.data.pixels import read_pixels, unit_values
from training.data.records import ImageRecord
from training.data.sources import read_gray
from training.errors import DataError
from training.progress import progress
from tumorview.domain.arrays import UInt8Array
from tumorview.inference.manifest import CropSpec, PercentileMapping
from tumorview.inference.preprocessing import crop_and_resize

MASK_SIDE = 64


@dataclass(frozen=True, slots=True)
class InputOptions:
    """The preprocessing that goes into the manifest."""

    side: int
    intensity: PercentileMapping
    crop: CropSpec


@dataclass(frozen=True, slots=True)
class ImageCache:
    """Preprocessed images of one list of records.

    Attributes
    ----------
    images
        uint8[n, side, side], the model's input times 255.
    masks
        uint8[n, MASK_SIDE, MASK_SIDE], share of lesion in each cell times 255, on the same crop.
    """

    images: UInt8Array
    masks: UInt8Array


def build_cache(records: Sequence[ImageRecord], options: InputOptions, folder: Path) -> ImageCache:
    """Preprocess all records, or map an earlier run's result when nothing has changed.

    The cache is keyed by the image ids and the options; a half-written one is never used.
    """
    key = hashlib.sha256(
        repr(
            (options, MASK_SIDE, [(r.image_id, r.mask_path is not None) for r in records])
        ).encode()
    ).hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    images_path, masks_path = folder / f"images-{key}.npy", folder / f"masks-{key}.npy"
    if not (images_path.is_file() and masks_path.is_file()):
        _write(records, options, images_path, masks_path)
    return ImageCache(np.load(images_path, mmap_mode="r"), np.load(masks_path, mmap_mode="r"))


def _write(
    records: Sequence[ImageRecord], options: InputOptions, images_path: Path, masks_path: Path
) -> None:
    images = np.zeros((len(records), options.side, options.side), np.uint8)
    masks = np.zeros((len(records), MASK_SIDE, MASK_SIDE), np.uint8)
    for i, record in enumerate(progress(records, "preprocessing", len(records))):
        pixels = read_pixels(record)
        unit = unit_values(pixels, options.intensity)
        tensor, affine = crop_and_resize(
            unit, options.crop, options.side, options.side, pixels.aspect
        )
        images[i] = np.rint(tensor * 255)
        if record.mask_path is None:
            continue
        mask = read_gray(record.mask_path)
        if mask.shape != unit.shape:
            raise DataError(
                "the mask has another size than its image",
                path=record.mask_path,
                received=(mask.shape, unit.shape),
            )
        on_input = cv2.warpAffine(
            np.where(mask > 127, 255, 0).astype(np.float32),
            affine.matrix(),
            (options.side, options.side),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        )
        small = cv2.resize(on_input, (MASK_SIDE, MASK_SIDE), interpolation=cv2.INTER_AREA)
        masks[i] = np.rint(small)
    for array, path in ((images, images_path), (masks, masks_path)):
        partial = path.with_suffix(".partial.npy")
        np.save(partial, array)
        partial.replace(path)
