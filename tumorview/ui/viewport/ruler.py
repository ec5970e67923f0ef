"""A ruler of a round length."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ruler:
    """`length_px` viewport pixels long, divided into `divisions` equal parts."""

    length_px: float
    divisions: int
    label: str
    words: str = ""


def ruler(
    pixels_per_row: float, row_spacing_mm: float | None, longest_px: float, words: str = ""
) -> Ruler | None:
    """The longest ruler of 1, 2 or 5 times a power of ten that fits `longest_px`.

    Parameters
    ----------
    pixels_per_row
        Viewport pixels per image row.
    row_spacing_mm
        Distance between rows (first value of Pixel Spacing, PS3.3 10.7.1.3), or None: the ruler
        then counts image pixels.
    longest_px
        Room for it; None is returned when not even a part of a unit fits.
    words
        What must be known of a millimetre, said below the length.
    """
    unit_px = pixels_per_row / row_spacing_mm if row_spacing_mm else pixels_per_row
    if not (math.isfinite(unit_px) and unit_px > 0 and longest_px > 8):
        return None
    most = longest_px / unit_px
    power = 10.0 ** math.floor(math.log10(most))
    factor = next(f for f in (5, 2, 1) if f * power <= most * (1 + 1e-9))
    length = factor * power
    unit = "mm" if row_spacing_mm else "px"
    return Ruler(length * unit_px, 4 if factor == 2 else 5, f"{length:g} {unit}", words)
