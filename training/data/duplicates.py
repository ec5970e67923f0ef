"""Near-duplicate images: also mirrored copies and copies with changed contrast."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import cv2
import numpy as np

from training.data.matching import (
    IntArray,
    find_pairs,
    linked_clusters,
    unit_maps,
)
from tumorview.domain.arrays import Float32Array, UInt8Array
from tumorview.inference.manifest import CropSpec, PercentileMapping
from tumorview.inference.preprocessing import crop_and_resize, luminance, map_intensity

_SIDE = 64
_CROP = CropSpec(kind="foreground_square")
_MAPPING = PercentileMapping(lower=1.0, upper=99.5)

SAME_IMAGE = 0.70
"""Correlation, without what all heads share, above which no-tumour images count as one picture."""

TWIN = 0.95
"""Correlation of descriptors as they are from which on two images are twins: one picture, or two
slices so close that a model that has seen one knows the other.

Measured on the 3064 slices of cheng: no two patients' slices reach 0.92.
"""


def descriptor(gray: UInt8Array) -> Float32Array:
    """Unit-length float32[_SIDE * _SIDE] that survives contrast changes.

    The gradient magnitude of the cropped head, replaced by its ranks: a monotone change of grey
    values moves edges little, and ranks forget how strong they were.
    """
    unit = map_intensity(luminance(gray), _MAPPING)
    head, _ = crop_and_resize(unit, _CROP, _SIDE * 2, _SIDE * 2)
    smooth = cv2.GaussianBlur(head, (0, 0), 1.0)
    edges = np.hypot(cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1))
    small = cv2.resize(edges, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA).ravel()
    ranks = np.empty(small.size, np.float32)
    ranks[np.argsort(small, kind="stable")] = np.arange(small.size, dtype=np.float32)
    ranks -= ranks.mean()
    return np.asarray(ranks / np.linalg.norm(ranks), np.float32)


def descriptor_maps(images: Iterable[UInt8Array]) -> Float32Array:
    """float32[n, _SIDE, _SIDE], each of length 1: the descriptors of `images`."""
    maps = [descriptor(image) for image in images]
    return np.asarray(np.reshape(maps, (-1, _SIDE, _SIDE)), np.float32)


def without_shared(*parts: Float32Array) -> tuple[Float32Array, ...]:
    """Maps of `descriptor_maps`, each of length 1 again without what all of `parts` share."""
    shared = np.concatenate(parts).mean(axis=0)
    shared = (shared + shared[:, ::-1]) / 2
    return tuple(unit_maps(part - shared) for part in parts)


def near_duplicate_clusters(images: Sequence[UInt8Array]) -> IntArray:
    """Cluster number of each image: connected components of pairs above `SAME_IMAGE`.

    What all heads share (skull, midline) is the mean descriptor; it is taken away first, since it
    makes strangers look alike. Clusters are numbered by their first image, so the same input gives
    the same numbers.
    """
    (maps,) = without_shared(descriptor_maps(images))
    pairs = find_pairs(maps, SAME_IMAGE)
    return linked_clusters(len(maps), pairs.first, pairs.second)


def twin_clusters(maps: Float32Array) -> IntArray:
    """Cluster number of each picture: connected components of pairs of at least `TWIN`.

    `maps` are those of `descriptor_maps`. For sets that name no patients and hold many slices of
    one sequence, where the wider net of `near_duplicate_clusters` would link strangers.
    """
    pairs = find_pairs(maps, TWIN)
    return linked_clusters(len(maps), pairs.first, pairs.second)
