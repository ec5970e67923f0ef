"""Made pairs against the shortcut "this scanner's pictures always show a tumour".

A head whose lesion lies in one half gives two further pictures of the same scanner and sequence:
healed, the half with the lesion replaced by the mirrored healthy half; and doubled, the healthy
half replaced by the mirrored half with the lesion. Both are equally symmetric and equally cut, so
symmetry and the seam tell nothing; only the lesion does.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from training.data.duplicates import descriptor
from tumorview.domain.arrays import Float32Array, UInt8Array

_SEAM_PIXELS = 6
_MIDLINE_MARGIN = 0.02
"""Share of the width that a lesion must stay away from the midline."""
_SYMMETRY = 0.62
"""Least correlation of edge maps with the mirrored picture; sagittal cuts fall below it."""

Half = Literal["left", "right"]


def lesion_half(image: UInt8Array, mask: UInt8Array) -> Half | None:
    """The half of uint8[side, side] that holds the whole lesion of uint8[m, m], or None.

    None too when the picture is not left-right symmetric enough for a mirrored half to pass.
    """
    columns = np.flatnonzero((mask > 25).any(axis=0))
    if columns.size == 0:
        return None
    width = mask.shape[1]
    first, last = columns[0] / width, (columns[-1] + 1) / width
    if last < 0.5 - _MIDLINE_MARGIN:
        half: Half = "left"
    elif first > 0.5 + _MIDLINE_MARGIN:
        half = "right"
    else:
        return None
    edges = descriptor(image)
    side = int(np.sqrt(edges.size))
    mirrored = edges.reshape(side, side)[:, ::-1].ravel()
    return half if float(edges @ mirrored) >= _SYMMETRY else None


def mirror_onto(array: UInt8Array, target: Half) -> UInt8Array:
    """uint8[rows, columns] with the half `target` replaced by the other half, mirrored.

    The two are blended over a few columns at the midline, so that there is no hard seam.
    """
    columns = array.shape[1]
    seam = max(1.0, _SEAM_PIXELS * columns / 256)
    position = np.arange(columns, dtype=np.float32) - (columns - 1) / 2
    keep: Float32Array = np.clip(position / seam + 0.5, 0, 1).astype(np.float32)
    if target == "right":
        keep = keep[::-1]
    mirrored = array[:, ::-1].astype(np.float32)
    blended = array * keep + mirrored * (1 - keep)
    return np.asarray(np.rint(blended), np.uint8)
