"""Whether a heatmap lies where the lesion is.

Everything is counted on the cells of the mask, whatever grid the model answers on: heatmaps are
resampled to it bilinearly, as the application draws them.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from training.evaluation.intervals import BoolArray, FloatArray
from tumorview.domain.arrays import UInt8Array

THRESHOLDS = tuple(round(0.05 * step, 2) for step in range(1, 20))


def on_mask_cells(maps: FloatArray, side: int) -> npt.NDArray[np.float16]:
    """float[n, h, w] heatmaps as float16[n, side, side]."""
    resized = np.empty((len(maps), side, side), np.float16)
    for index, one in enumerate(maps):
        resized[index] = cv2.resize(
            one.astype(np.float32), (side, side), interpolation=cv2.INTER_LINEAR
        )
    return resized


def lesion_cells(masks: UInt8Array) -> BoolArray:
    """bool[n, side, side]: cells of uint8 masks that are lesion by half, or by half of the fullest.

    The second holds for lesions that fill no cell.
    """
    fullest = masks.max(axis=(1, 2), keepdims=True).astype(np.float32)
    return np.asarray((masks >= np.minimum(fullest, 255.0) / 2) & (masks > 0))


def peaks_in_lesions(heat: FloatArray, masks: UInt8Array) -> BoolArray:
    """bool[n]: whether the highest cell of the heatmap is lesion.

    The "pointing game" of Zhang et al., "Top-down Neural Attention by Excitation Backprop" (ECCV
    2016), without its tolerance.
    """
    peaks = heat.reshape(len(heat), -1).argmax(axis=1)
    cells = lesion_cells(masks).reshape(len(masks), -1)
    # A map that is the same everywhere points nowhere.
    flat = heat.max(axis=(1, 2)) <= heat.min(axis=(1, 2))
    return np.asarray(cells[np.arange(len(heat)), peaks] & ~flat)


def intersections_over_union(
    heat: FloatArray, masks: UInt8Array, thresholds: FloatArray
) -> FloatArray:
    """float[n]: |heat >= threshold and lesion| / |heat >= threshold or lesion|.

    `thresholds` is float[n], one an image.
    """
    cells = lesion_cells(masks)
    found = heat >= thresholds[:, np.newaxis, np.newaxis]
    both = (found & cells).sum(axis=(1, 2))
    either = (found | cells).sum(axis=(1, 2))
    return np.asarray(both / np.maximum(either, 1))


def best_threshold(heat: FloatArray, masks: UInt8Array) -> float:
    """The threshold of `THRESHOLDS` with the largest mean intersection over union."""
    means = [
        float(intersections_over_union(heat, masks, np.full(len(heat), one)).mean())
        for one in THRESHOLDS
    ]
    return THRESHOLDS[int(np.argmax(means))]


def relevance_inside(heat: FloatArray, masks: UInt8Array) -> FloatArray:
    """float[n]: share of the heatmap's total that lies on the lesion; 0 for an empty heatmap.

    "Relevance mass accuracy" of Arras, Osman and Samek, "CLEVR-XAI" (Information Fusion 2022).
    """
    total = heat.sum(axis=(1, 2), dtype=np.float32)
    inside = (heat * (masks / np.float32(255))).sum(axis=(1, 2))
    return np.asarray(inside / np.maximum(total, 1e-12))


def mask_share(masks: UInt8Array) -> FloatArray:
    """float[n]: share of the picture that is lesion, what chance would reach."""
    return np.asarray(masks.mean(axis=(1, 2)) / 255)
