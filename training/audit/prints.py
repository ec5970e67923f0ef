"""What an audit keeps of every image, read once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from training.data.adapters.folder_data import Unreadable
from training.data.duplicates import descriptor_maps
from training.data.pixels import RecordPixels, read_pixels, shown
from training.data.records import ImageRecord
from training.data.sources import read_gray
from training.errors import DataError
from training.progress import progress
from tumorview.domain.arrays import Float32Array, UInt8Array

HISTOGRAM_BINS = 32
_THUMBNAIL = 64
_BORDER = 5
"""Outermost pixels of a thumbnail, an eighth of it: background, letters and frames, no brain."""


@dataclass(frozen=True, slots=True)
class Prints:
    """One entry a readable image, all in the same order.

    Attributes
    ----------
    digests
        SHA-256 of size and decoded pixels.
    maps
        float32[n, side, side], `descriptor_maps`; zero for an image without contrast.
    tones
        float32[n, HISTOGRAM_BINS + 3]: histogram of the whole thumbnail; mean, spread and share of
        black of its border. Nothing in it tells where anything is.
    sizes
        (rows, columns) each.
    unreadable, wrong_masks
        Images that cannot be decoded, and masks that cannot or are of another size.
    """

    records: tuple[ImageRecord, ...]
    digests: tuple[str, ...]
    maps: Float32Array
    tones: Float32Array
    sizes: tuple[tuple[int, int], ...]
    blank: npt.NDArray[np.bool_]
    unreadable: tuple[Unreadable, ...]
    wrong_masks: tuple[Unreadable, ...]


@dataclass(frozen=True, slots=True)
class _Print:
    record: ImageRecord
    digest: str
    tones: Float32Array
    size: tuple[int, int]
    blank: bool


def take_prints(records: Sequence[ImageRecord]) -> Prints:
    """Decode every image once; what cannot be read is listed and left out."""
    found: list[_Print] = []
    unreadable: list[Unreadable] = []
    wrong_masks: list[Unreadable] = []

    def image_of(record: ImageRecord) -> UInt8Array | None:
        try:
            pixels = read_pixels(record)
        except DataError as error:
            unreadable.append(Unreadable(record.path, error.reason))
            return None
        wrong_masks.extend(_mask_fault(record, pixels))
        image = shown(pixels)
        blank = bool(image.max() == image.min())
        size = (image.shape[0], image.shape[1])
        found.append(_Print(record, _digest(pixels), tones(image), size, blank))
        return image

    images = (image_of(record) for record in progress(records, "reading", len(records)))
    maps = descriptor_maps(image for image in images if image is not None)
    blank = np.array([item.blank for item in found], bool)
    maps[blank] = 0
    return Prints(
        records=tuple(item.record for item in found),
        digests=tuple(item.digest for item in found),
        maps=maps,
        tones=np.array([item.tones for item in found], np.float32),
        sizes=tuple(item.size for item in found),
        blank=blank,
        unreadable=tuple(unreadable),
        wrong_masks=tuple(wrong_masks),
    )


def tones(image: UInt8Array) -> Float32Array:
    """float32[HISTOGRAM_BINS + 3] of uint8[rows, columns]: shares of grey values, and the border's
    mean, spread and share of black, all 0 to 1.
    """
    small = cv2.resize(image, (_THUMBNAIL, _THUMBNAIL), interpolation=cv2.INTER_AREA)
    histogram = np.bincount(small.ravel() // (256 // HISTOGRAM_BINS), minlength=HISTOGRAM_BINS)
    inside = slice(_BORDER, _THUMBNAIL - _BORDER)
    is_border = np.ones(small.shape, bool)
    is_border[inside, inside] = False
    border = small[is_border]
    edge = (border.mean() / 255, border.std() / 255, float((border < 8).mean()))
    return np.asarray([*(histogram / small.size), *edge], np.float32)


def _digest(pixels: RecordPixels) -> str:
    shape = repr(pixels.values.shape).encode()
    return hashlib.sha256(shape + np.ascontiguousarray(pixels.values).tobytes()).hexdigest()


def _mask_fault(record: ImageRecord, pixels: RecordPixels) -> list[Unreadable]:
    if record.mask_path is None:
        return []
    try:
        mask = read_gray(record.mask_path)
    except DataError as error:
        return [Unreadable(record.mask_path, error.reason)]
    if mask.shape == pixels.values.shape:
        return []
    rows, columns = pixels.values.shape
    return [
        Unreadable(
            record.mask_path,
            f"the mask has {mask.shape[0]} x {mask.shape[1]} pixels, its image {rows} x {columns}",
        )
    ]
