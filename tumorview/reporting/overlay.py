"""The heatmap on the image, and pictures into files."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from tumorview.domain.arrays import Float32Array, UInt8Array
from tumorview.reporting.colormaps import color_index, color_table
from tumorview.reporting.errors import OutputError
from tumorview.reporting.whole_file import write_whole


def blend(
    display: UInt8Array,
    heatmap_values: Float32Array,
    color_map: str,
    opacity: float,
    threshold: float = 0.0,
) -> UInt8Array:
    """Lay a heatmap over the displayed image.

    The colour's share in a pixel is its heat times `opacity`, so that cold areas keep their grey
    values untouched and the image is never hidden by a map that says nothing there.

    Parameters
    ----------
    display
        uint8[rows, columns] grey or uint8[rows, columns, 3] RGB.
    heatmap_values
        float32[rows, columns] in [0, 1], as `resampled_to_source` gives it; NaN counts as 0.
    color_map
        A name of `COLOR_MAPS`.
    opacity
        0 (the image alone) to 1.
    threshold
        Heat below it, in 0..1, is not drawn: the image stays as it is.

    Returns
    -------
    uint8[rows, columns, 3] RGB.

    Raises
    ------
    ColorMapError
        For an unknown colour map.
    ValueError
        When the shapes differ, or `opacity` or `threshold` lies outside 0..1.
    """
    if heatmap_values.shape != display.shape[:2]:
        raise ValueError(
            f"Heatmap and image differ in shape. Received: {heatmap_values.shape}, {display.shape}"
        )
    if not 0.0 <= opacity <= 1.0:
        raise ValueError(f"Opacity lies in 0..1. Received: {opacity}")
    if not 0.0 <= threshold <= 1.0:
        raise ValueError(f"A threshold lies in 0..1. Received: {threshold}")
    # One 8-bit heat decides colour and share alike, so an answer depends on two bytes only (heat
    # and image) and all of them are worked out once: 65 536 entries in place of every pixel.
    share = np.arange(256, dtype=np.float32) * np.float32(opacity / 255.0)
    grays = np.arange(256, dtype=np.float32)
    kept = np.outer(1.0 - share, grays)
    laid = color_table(color_map) * share[:, np.newaxis]
    mixtures = np.rint(kept[:, :, np.newaxis] + laid[:, np.newaxis, :]).astype(np.uint8)
    heat = color_index(heatmap_values)
    if threshold > 0.0:  # by the value itself: its 8 bits may have been rounded up
        heat = np.where(heatmap_values >= threshold, heat, np.uint8(0))
    if display.ndim == 2:
        return np.asarray(mixtures[heat, display])
    return np.stack([mixtures[heat, display[:, :, i], i] for i in range(3)], axis=2)


def write_png(path: Path, rgb: UInt8Array) -> None:
    """Write uint8[rows, columns, 3] RGB or uint8[rows, columns] grey as a PNG, whole or not at all.

    The picture is encoded in memory and written by Python, because OpenCV cannot open every name
    on Windows; a temporary file beside the target is renamed at the end.

    Raises OutputError when the file cannot be written.
    """
    pixels = rgb if rgb.ndim == 2 else cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR)
    done, encoded = cv2.imencode(".png", pixels)
    if not done:
        raise OutputError("the picture cannot be encoded as PNG", path=path)
    write_whole(path, encoded.tobytes(), "the picture")
