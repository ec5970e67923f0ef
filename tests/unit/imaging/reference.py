"""Slow formulas, one value at a time, that the arrays are held to.

Written from the standard, not from the code; exact numbers where the standard has exact formulas.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from hypothesis import settings

from tumorview.domain.frames import VoiFunction, VoiWindow

SOME = settings(max_examples=50)
"""For properties that are checked value by value: together they should take seconds."""


def windowed(x: float, window: VoiWindow) -> float:
    """Grey 0 to 255 of one finite value (PS3.3 C.11.2.1.2.1, C.11.2.1.3.1, C.11.2.1.3.2)."""
    value, center, width = Fraction(x), Fraction(window.center), Fraction(window.width)
    if window.function is VoiFunction.SIGMOID:
        exponent = float(max(min(-4 * (value - center) / width, Fraction(700)), Fraction(-700)))
        return 255 / (1 + math.exp(exponent))
    if window.function is VoiFunction.LINEAR:
        center, width = center - Fraction(1, 2), width - 1
    if value <= center - width / 2:
        return 0.0
    if value > center + width / 2:
        return 255.0
    return float(((value - center) / width + Fraction(1, 2)) * 255)


def looked_up(x: float, entries: Sequence[int], first: int) -> int:
    """The entry for a whole number; what lies beyond an end takes it (PS3.3 C.11.1.1.1)."""
    return entries[max(0, min(len(entries) - 1, int(x) - first))]


def stored_value(cell: int, bits_stored: int, high_bit: int, *, signed: bool) -> int:
    """The value in the bits of a pixel cell (PS3.5 8.1.1)."""
    bits = [(cell >> place) & 1 for place in range(high_bit - bits_stored + 1, high_bit + 1)]
    value = sum(bit << place for place, bit in enumerate(bits))
    return value - (1 << bits_stored) if signed and bits[-1] else value


def expanded(words: Sequence[int], unit_bytes: int) -> list[Fraction]:
    """The entries of a segmented palette (PS3.3 C.7.9.2), unrounded.

    `words` are the data in units of `unit_bytes`; an offset is of 32 bits and counts bytes.
    """
    table: list[Fraction] = []
    position = 0
    while position < len(words):
        position = _segment(words, position, unit_bytes, table)
    return table


def _segment(words: Sequence[int], position: int, unit_bytes: int, table: list[Fraction]) -> int:
    opcode, length = words[position], words[position + 1]
    position += 2
    if opcode == 0:
        table.extend(Fraction(word) for word in words[position : position + length])
        return position + length
    if opcode == 1:
        start, end = table[-1], words[position]
        table.extend(start + (end - start) * Fraction(k, length) for k in range(1, length + 1))
        return position + 1
    assert opcode == 2
    parts = 4 // unit_bytes
    offset = sum(words[position + k] << 8 * unit_bytes * k for k in range(parts))
    source = offset // unit_bytes
    for _ in range(length):
        source = _segment(words, source, unit_bytes, table)
    return position + parts


def upright_place(
    row: int, column: int, rows: int, columns: int, orientation: int
) -> tuple[int, int]:
    """Where a stored pixel belongs in the upright picture (CIPA DC-008, 4.6.4, Orientation).

    The standard says on which side the 0th row and the 0th column are.
    """
    row_side, column_side = {
        1: ("top", "left"),
        2: ("top", "right"),
        3: ("bottom", "right"),
        4: ("bottom", "left"),
        5: ("left", "top"),
        6: ("right", "top"),
        7: ("right", "bottom"),
        8: ("left", "bottom"),
    }[orientation]
    place = {
        row_side: row,
        column_side: column,
    }
    size = {row_side: rows, column_side: columns}
    y = place["top"] if "top" in place else size["bottom"] - 1 - place["bottom"]
    x = place["left"] if "left" in place else size["right"] - 1 - place["right"]
    return y, x
