"""Image files -> the grey values that the network is given, made as the application makes them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from training.data.sources import read_gray
from training.progress import progress
from training.published.layout import LabelledImage
from training.published.recipe import PublishedInput
from tumorview.domain.arrays import UInt8Array
from tumorview.inference.manifest import RangeMapping
from tumorview.inference.preprocessing import crop_and_resize, luminance, map_intensity

INTENSITY = RangeMapping()
"""Darkest to brightest pixel becomes [0, 1]: the published division by 255, for any file."""

_LARGEST_COPY = 256


@dataclass(frozen=True, slots=True)
class ReadImages:
    """What reading a data folder gives.

    Attributes
    ----------
    pixels
        uint8[n, side, side], the network's input times 255.
    copies
        uint8[rows, columns] of each image, at most 256 pixels a side, for finding near-duplicates.
    sha256
        Of names, labels and pixels of all files.
    """

    pixels: UInt8Array
    copies: tuple[UInt8Array, ...]
    sha256: str


def read_images(images: Sequence[LabelledImage], wanted: PublishedInput) -> ReadImages:
    """Read every image once; raises DataError for the first that cannot be decoded."""
    pixels = np.zeros((len(images), wanted.side, wanted.side), np.uint8)
    copies: list[UInt8Array] = []
    digest = hashlib.sha256()
    for row, image in enumerate(progress(images, "reading", len(images))):
        gray = read_gray(image.path)
        digest.update(f"{image.image_id}\0{image.label}\0".encode())
        digest.update(gray.tobytes())
        unit = map_intensity(luminance(gray), INTENSITY)
        tensor, _ = crop_and_resize(unit, wanted.crop, wanted.side, wanted.side)
        pixels[row] = np.rint(tensor * 255)
        copies.append(_copy(gray))
    return ReadImages(pixels, tuple(copies), digest.hexdigest())


def _copy(gray: UInt8Array) -> UInt8Array:
    scale = _LARGEST_COPY / max(gray.shape)
    if scale >= 1:
        return gray
    size = (max(1, round(gray.shape[1] * scale)), max(1, round(gray.shape[0] * scale)))
    return np.asarray(cv2.resize(gray, size, interpolation=cv2.INTER_AREA), np.uint8)


def as_batch(pixels: UInt8Array) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """float32[n, side, side, 3] in [0, 1] of uint8[n, side, side]: grey in all three channels."""
    unit = pixels.astype(np.float32) / np.float32(255)
    return np.repeat(unit[..., np.newaxis], 3, axis=3)
