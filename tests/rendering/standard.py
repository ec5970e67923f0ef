"""The display pipeline of DICOM in float64, written from the standard and from nothing else.

Modality LUT (PS3.3 C.11.1), VOI LUT (C.11.2), polarity of MONOCHROME1 (C.7.6.3.1.2); the output is
a real number from 0 to 255, before any rounding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[Any]

WHITE = 255.0


@dataclass(frozen=True)
class Table:
    """A look-up table: `entries` of `bits` each, the first for the value `first`."""

    entries: tuple[int, ...]
    first: int
    bits: int

    def of(self, values: Ints | Floats) -> Floats:
        """The entry of each value; beyond the ends the entry at that end (C.11.1.1, C.11.2.1.1)."""
        place = np.clip(np.rint(values).astype(np.int64) - self.first, 0, len(self.entries) - 1)
        found: Floats = np.asarray(self.entries, np.float64)[place]
        return found


@dataclass(frozen=True)
class Window:
    """Window Center, Window Width and VOI LUT Function."""

    center: float
    width: float
    function: str = "LINEAR"

    def of(self, x: Floats) -> Floats:
        """y from 0 to 255."""
        c, w = self.center, self.width
        if self.function == "SIGMOID":  # C.11.2.1.3.1
            # Beyond 80 nothing is left of 256 greys, and exp would overflow far out.
            return WHITE / (1 + np.exp(np.clip(-4 * (x - c) / w, -80, 80)))
        if self.function == "LINEAR_EXACT":  # C.11.2.1.3.2
            inner = ((x - c) / w + 0.5) * WHITE
            return np.where(x <= c - w / 2, 0.0, np.where(x > c + w / 2, WHITE, inner))
        # C.11.2.1.2.1; a width of 1 is a threshold and has no inner part.
        inner = ((x - (c - 0.5)) / max(w - 1, 1e-300) + 0.5) * WHITE
        low, high = c - 0.5 - (w - 1) / 2, c - 0.5 + (w - 1) / 2
        return np.where(x <= low, 0.0, np.where(x > high, WHITE, inner))


Modality = Table | tuple[float, float]
"""Modality LUT, or Rescale Slope and Rescale Intercept."""


def rendered(
    stored: Ints, modality: Modality, voi: Window | Table, *, inverted: bool = False
) -> Floats:
    """float64[rows, columns] from 0 to 255 of stored values of the same shape."""
    if isinstance(modality, Table):
        values = modality.of(stored)
    else:
        slope, intercept = modality
        values = stored.astype(np.float64) * slope + intercept
    shown: Floats
    if isinstance(voi, Table):
        shown = voi.of(values) * (WHITE / (2**voi.bits - 1))
    else:
        shown = voi.of(values)
    return WHITE - shown if inverted else shown


def rgb_of_ybr_full(ybr: Ints) -> Floats:
    """float64[rows, columns, 3] of YBR_FULL samples (PS3.3 C.7.6.3.1.2), clipped to 0..255."""
    y, cb, cr = (ybr[..., k].astype(np.float64) for k in range(3))
    red = y + 1.402 * (cr - 128)
    green = y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128)
    blue = y + 1.772 * (cb - 128)
    return np.clip(np.stack([red, green, blue], axis=-1), 0, WHITE)
