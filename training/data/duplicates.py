"""Near-duplicate images: also mirrored copies and copies with changed contrast."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from tumorview.domain.arrays import Float32Array, UInt8Array
from tumorview.inference.manifest import CropSpec, PercentileMapping
from tumorview.inference.preprocessing import crop_and_resize, luminance, map_intensity

_SIDE = 64
_CROP = CropSpec(kind="foreground_square")
_MAPPING = PercentileMapping(lower=1.0, upper=99.5)

SAME_IMAGE = 0.70
"""Correlation of descriptors above which two images count as one picture."""


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


def similarity(images: Sequence[UInt8Array]) -> Float32Array:
    """float32[n, n]: the larger of the correlations with the image and with its mirror image.

    What all heads share (skull, midline) is the mean descriptor; it is taken away first, since it
    makes strangers look alike.
    """
    plain = np.stack([descriptor(image) for image in images])
    maps = plain.reshape(-1, _SIDE, _SIDE)
    shared = maps.mean(axis=0)
    shared = (shared + shared[:, ::-1]) / 2
    maps = maps - shared
    norms = np.maximum(np.linalg.norm(maps, axis=(1, 2), keepdims=True), 1e-6)
    maps /= norms
    plain = maps.reshape(len(images), -1)
    mirrored = maps[:, :, ::-1].reshape(len(images), -1)
    return np.asarray(np.maximum(plain @ plain.T, plain @ mirrored.T), np.float32)


def near_duplicate_clusters(images: Sequence[UInt8Array]) -> npt.NDArray[np.int64]:
    """Cluster number of each image: connected components of pairs above `SAME_IMAGE`.

    Clusters are numbered by their first image, so the same input gives the same numbers.
    """
    linked = similarity(images) >= SAME_IMAGE
    clusters = np.full(len(images), -1, np.int64)
    number = 0
    for first in range(len(images)):
        if clusters[first] >= 0:
            continue
        frontier = [first]
        clusters[first] = number
        while frontier:
            neighbours = np.flatnonzero(linked[frontier.pop()] & (clusters < 0))
            clusters[neighbours] = number
            frontier.extend(int(n) for n in neighbours)
        number += 1
    return clusters
