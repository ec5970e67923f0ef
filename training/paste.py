"""Lesions pasted into healthy slices, decoys pasted the same way, and heads without their skull.

The pictures without a tumour come from other scanners and sequences than most tumours. A lesion
pasted into one of them is a tumour of that scanner and sequence; a decoy is a piece of healthy
tissue pasted through the same steps, so that the seam itself tells nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from tumorview.domain.arrays import Float32Array, UInt8Array

_FOREGROUND = 20
"""Grey value from which a pixel belongs to the head."""
_LEAST_CONTRAST = 17.0
"""Grey values that a pasted lesion must differ from its surroundings on average."""
_SMALLEST_SHARE = 0.0015
"""Of the picture's pixels; a smaller lesion is not worth pasting."""
_DEPTH = 0.17
"""Least distance of a pasted lesion's centre from the air, as a share of the side."""


@dataclass(frozen=True, slots=True)
class Donor:
    """A picture, uint8[side, side], and the lesion shares of its cells, uint8[m, m]."""

    image: UInt8Array
    mask: UInt8Array


def paste(
    target: UInt8Array, donor: Donor, random: np.random.Generator, *, contrast: bool
) -> tuple[UInt8Array, UInt8Array] | None:
    """`target` with what lies under the donor's mask pasted somewhere into its head.

    Returns uint8[side, side] and the pasted shape uint8[m, m], or None when it finds no place or
    the result could not be seen. With `contrast` the piece keeps its contrast to its surroundings
    (a lesion); without, it takes on the grey values of the place it comes to (a decoy).
    """
    side, cells = target.shape[0], donor.mask.shape[0]
    shape = np.asarray(cv2.resize(donor.mask, (side, side)), np.uint8)
    center = _centroid(shape)
    place = _place(target, random)
    if center is None or place is None:
        return None
    matrix = _placement(center, place, random)
    moved = cv2.warpAffine(
        donor.image, matrix, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
    ).astype(np.float32)
    alpha = cv2.warpAffine(shape, matrix, (side, side), flags=cv2.INTER_LINEAR)
    alpha = np.where(target > _FOREGROUND // 2, alpha, 0).astype(np.float32) / np.float32(255)
    inside = alpha > 0.5
    if inside.mean() < _SMALLEST_SHARE:
        return None
    piece = _matched(moved, target.astype(np.float32), inside, random, contrast=contrast)
    if piece is None:
        return None
    soft = cv2.GaussianBlur(alpha, (0, 0), random.uniform(0.8, 2.5))
    pasted = target * (1 - soft) + piece * soft
    small = cv2.resize(alpha, (cells, cells), interpolation=cv2.INTER_AREA)
    return (
        np.clip(np.rint(pasted), 0, 255).astype(np.uint8),
        np.asarray(np.rint(small * 255), np.uint8),
    )


def strip_skull(
    image: UInt8Array, mask: UInt8Array, random: np.random.Generator
) -> tuple[UInt8Array, UInt8Array] | None:
    """The head without its outer layer, as after brain extraction, filling the picture again.

    A rough cut: the filled foreground shrunk by 8 to 14 % of the side. None when that would take
    more than a twentieth of the lesion with it.
    """
    side = image.shape[0]
    head = _filled_foreground(image)
    depth = cv2.distanceTransform(head, cv2.DIST_L2, 3)
    cut = random.uniform(0.08, 0.14) * side
    keep = np.clip((depth - cut) / 2 + 0.5, 0, 1).astype(np.float32)
    kept = cv2.resize(keep, mask.shape[::-1], interpolation=cv2.INTER_AREA)
    total = float(mask.sum())
    if total and float((mask * kept).sum()) < 0.95 * total:
        return None
    rows, columns = (
        np.flatnonzero((keep > 0.5).any(axis=1)),
        np.flatnonzero((keep > 0.5).any(axis=0)),
    )
    if rows.size < side // 4 or columns.size < side // 4:
        return None
    extent = max(rows[-1] - rows[0], columns[-1] - columns[0]) * 1.08
    scale = side / extent
    middle = ((columns[0] + columns[-1]) / 2, (rows[0] + rows[-1]) / 2)
    stripped = np.asarray(np.rint(image * keep), np.uint8)
    zoomed = cv2.warpAffine(
        stripped, _zoom(scale, middle, (side - 1) / 2), (side, side), flags=cv2.INTER_LINEAR
    )
    cells = mask.shape[0]
    ratio = cells / side
    on_cells = tuple((m + 0.5) * ratio - 0.5 for m in middle)
    zoomed_mask = cv2.warpAffine(
        mask,
        _zoom(scale, (on_cells[0], on_cells[1]), (cells - 1) / 2),
        (cells, cells),
        flags=cv2.INTER_LINEAR,
    )
    return np.asarray(zoomed, np.uint8), np.asarray(zoomed_mask, np.uint8)


def _matched(
    piece: Float32Array,
    target: Float32Array,
    inside: np.ndarray[tuple[int, int], np.dtype[np.bool_]],
    random: np.random.Generator,
    *,
    contrast: bool,
) -> Float32Array | None:
    """The piece in the grey values of the place that it comes to; None when it cannot be seen."""
    grown = cv2.dilate(inside.astype(np.uint8), np.ones((15, 15), np.uint8)) > 0
    ring = grown & ~inside & (target > _FOREGROUND)
    if ring.sum() < 20:
        return None
    around, own = float(target[ring].mean()), float(piece[ring].mean())
    if not contrast:
        spread = max(float(piece[inside].std()), 4.0)
        gain = np.clip(float(target[inside].std()) / spread, 0.3, 2.0)
        shift = float(target[inside].mean()) - float(piece[inside].mean()) * gain
        return np.asarray(piece * gain + shift, np.float32)
    gain = float(np.clip(around / max(own, 1.0), 0.6, 1.6)) * random.uniform(0.7, 1.3)
    if random.random() < 0.12:
        gain = -gain
    matched = np.asarray((piece - own) * gain + around, np.float32)
    seen = float(np.abs(np.clip(matched, 0, 255)[inside] - target[inside]).mean())
    return matched if seen >= _LEAST_CONTRAST else None


def _place(target: UInt8Array, random: np.random.Generator) -> tuple[float, float] | None:
    """(column, row) of a random pixel deep enough in the head."""
    depth = cv2.distanceTransform(_filled_foreground(target), cv2.DIST_L2, 3)
    rows, columns = np.nonzero(depth > _DEPTH * target.shape[0])
    if rows.size == 0:
        return None
    chosen = int(random.integers(rows.size))
    return float(columns[chosen]), float(rows[chosen])


def _filled_foreground(image: UInt8Array) -> UInt8Array:
    """1 where the head is, holes filled: the convex hull of what is bright enough."""
    bright = (cv2.GaussianBlur(image, (0, 0), 2.0) > _FOREGROUND).astype(np.uint8)
    opened = cv2.morphologyEx(bright, cv2.MORPH_OPEN, np.ones((7, 7), np.uint8))
    points = cv2.findNonZero(opened)
    filled = np.zeros_like(image)
    if points is not None:
        cv2.fillConvexPoly(filled, cv2.convexHull(points), 1)
    # The air round the picture counts as air, also where the head touches the edge.
    filled[0], filled[-1], filled[:, 0], filled[:, -1] = 0, 0, 0, 0
    return filled


def _centroid(shape: UInt8Array) -> tuple[float, float] | None:
    moments = cv2.moments((shape > 127).astype(np.uint8), binaryImage=True)
    if moments["m00"] == 0:
        return None
    return moments["m10"] / moments["m00"], moments["m01"] / moments["m00"]


def _placement(
    center: tuple[float, float], place: tuple[float, float], random: np.random.Generator
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    angle = random.uniform(0, 2 * np.pi)
    scale = random.uniform(0.6, 1.25)
    mirror = -1.0 if random.random() < 0.5 else 1.0
    cos, sin = np.cos(angle) * scale, np.sin(angle) * scale
    linear = np.array([[cos * mirror, -sin], [sin * mirror, cos]])
    return np.column_stack([linear, np.array(place) - linear @ np.array(center)])


def _zoom(
    scale: float, middle: tuple[float, float], to: float
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array([[scale, 0, to - scale * middle[0]], [0, scale, to - scale * middle[1]]])
