"""Which way the image lies in the patient (PS3.3 C.7.6.2.1.1)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

Cosines = tuple[float, float, float, float, float, float]
Vector = tuple[float, float, float]

_POSITIVE = "LPS"
_NEGATIVE = "RAI"
# Head and foot are written H and F, as on every scanner's screen.
_NAMES = {"S": "H", "I": "F"}
_SMALLEST_SHARE = 0.2
"""A direction cosine below this (11.5 degrees) earns no letter of its own."""
_OBLIQUE_DEGREES = 30.0
"""A plane turned by more than this from the nearest one of the body is named oblique. Heads are
scanned along the base of the skull or the corpus callosum, up to some 25 degrees from the axial
plane, and every reader calls that axial."""
_PLANES = ("sagittal", "coronal", "axial")


@dataclass(frozen=True, slots=True)
class EdgeLetters:
    """Patient direction at each edge: up to three of R L A P H F, strongest first."""

    left: str
    right: str
    top: str
    bottom: str


def edge_letters(orientation: Sequence[float] | None) -> EdgeLetters | None:
    """Letters for the four edges from Image Orientation (Patient), or None without a valid one."""
    return None if orientation is None else _edge_letters(tuple(orientation))


@lru_cache(maxsize=64)  # asked at every paint, and the slices of a series lie alike
def _edge_letters(orientation: tuple[float, ...]) -> EdgeLetters | None:
    if not is_valid_orientation(orientation):
        return None
    row = (orientation[0], orientation[1], orientation[2])
    column = (orientation[3], orientation[4], orientation[5])
    return EdgeLetters(
        left=_letters(_negated(row)),
        right=_letters(row),
        top=_letters(_negated(column)),
        bottom=_letters(column),
    )


def is_valid_orientation(orientation: Sequence[float]) -> bool:
    """True for six finite cosines: two vectors of length 1 at right angles, to within 1 %."""
    if len(orientation) != 6 or not all(math.isfinite(v) for v in orientation):
        return False
    row, column = orientation[:3], orientation[3:]
    return (
        abs(math.hypot(*row) - 1) < 0.01
        and abs(math.hypot(*column) - 1) < 0.01
        and abs(sum(a * b for a, b in zip(row, column, strict=True))) < 0.01
    )


def plane_name(orientation: Sequence[float] | None) -> str:
    """axial, coronal, sagittal or oblique; "" without a valid Image Orientation (Patient)."""
    if orientation is None or not is_valid_orientation(orientation):
        return ""
    shares = [abs(share) for share in slice_normal(orientation)]
    nearest = max(range(3), key=shares.__getitem__)
    if shares[nearest] < math.cos(math.radians(_OBLIQUE_DEGREES)):
        return "oblique"
    return _PLANES[nearest]


def slice_normal(orientation: Sequence[float]) -> Vector:
    """Cross product of the row and the column direction, a unit vector in the LPS system."""
    rx, ry, rz, cx, cy, cz = orientation
    return (ry * cz - rz * cy, rz * cx - rx * cz, rx * cy - ry * cx)


def reading_direction(orientation: Sequence[float]) -> Vector:
    """The slice normal, turned so that its largest component is positive.

    Slices ascend along it: axial from feet to head, coronal from front to back, sagittal from the
    patient's right to the left, whichever way the rows and columns run.
    """
    normal = slice_normal(orientation)
    if max(normal, key=abs) < 0:
        return _negated(normal)
    return normal


def _letters(direction: Vector) -> str:
    shares = sorted(enumerate(direction), key=lambda item: -abs(item[1]))
    text = ""
    for axis, share in shares:
        if abs(share) >= _SMALLEST_SHARE or not text:
            letter = (_POSITIVE if share > 0 else _NEGATIVE)[axis]
            text += _NAMES.get(letter, letter)
    return text


def _negated(vector: Vector) -> Vector:
    return (-vector[0], -vector[1], -vector[2])
