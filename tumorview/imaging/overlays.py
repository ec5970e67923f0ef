"""Overlay planes of a DICOM data set (PS3.3 C.9.2; PS3.5 8.1.2 for those among the pixels)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from pydicom.dataset import Dataset

from tumorview.domain.overlays import FrameOverlays, OverlayKind, OverlayPlane
from tumorview.imaging.dicom_tags import CONVERSION_ERRORS, has, value_at
from tumorview.imaging.pixels import PixelFormat

AnyArray = npt.NDArray[Any]

GROUPS = range(0x6000, 0x6020, 2)
PIXEL_BUDGET = 1 << 28
"""Pixels of all overlays of one frame together; each takes a byte."""

_ROWS, _COLUMNS, _FRAMES, _DESCRIPTION = 0x0010, 0x0011, 0x0015, 0x0022
_TYPE, _ORIGIN, _FRAME_ORIGIN = 0x0040, 0x0050, 0x0051
_BIT_POSITION, _LABEL, _DATA = 0x0102, 0x1500, 0x3000
_MAX_TEXT = 64


class _BrokenOverlayError(ValueError):
    """One overlay cannot be read; the text says why."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The elements of one group 60xx."""

    ds: Dataset
    number: int

    def has(self, element: int) -> bool:
        return has(self.ds, self.number << 16 | element)

    def value(self, element: int) -> Any:
        """The value as pydicom gives it; None when absent or malformed."""
        return value_at(self.ds, self.number << 16 | element)

    def whole(self, element: int, default: int | None = None) -> int:
        """A whole number; `default` when absent. Raises `_BrokenOverlayError`."""
        value = self.value(element)
        if value is None and default is not None and not self.has(element):
            return default
        try:
            return int(value)
        except CONVERSION_ERRORS as error:
            raise _BrokenOverlayError(f"({self.number:04X},{element:04X}) is no number") from error

    def text(self, element: int) -> str:
        """One line of printable characters."""
        value = str(self.value(element) or "")[:_MAX_TEXT]
        return "".join(c if c.isprintable() else " " for c in value).strip()


def overlay_groups(ds: Dataset) -> tuple[int, ...]:
    """The groups that announce an overlay; looks at no value."""
    return tuple(
        number
        for number in GROUPS
        if has(ds, number << 16 | _DATA) or has(ds, number << 16 | _BIT_POSITION)
    )


def has_embedded(ds: Dataset, groups: tuple[int, ...]) -> bool:
    """Whether one of `groups` has its bits among the pixels (retired, PS3.5 8.1.2)."""
    return any(not has(ds, number << 16 | _DATA) for number in groups)


def frame_overlays(
    ds: Dataset, layout: PixelFormat, groups: tuple[int, ...], number: int, cells: AnyArray | None
) -> FrameOverlays:
    """The overlays of frame `number`, counted from 1.

    `cells` [rows, columns] are the frame's pixels with all their allocated bits, None where they
    are not to be had (compressed). An overlay that cannot be read is a sentence in `problems`.
    """
    planes: list[OverlayPlane] = []
    problems: list[str] = []
    budget = PIXEL_BUDGET
    for group in groups:
        try:
            plane = _plane(_Group(ds, group), layout, number, cells, budget)
        except _BrokenOverlayError as error:
            problems.append(f"overlay {group:04X}: {error}")
            continue
        if plane is not None:
            planes.append(plane)
            budget -= plane.mask.size
    return FrameOverlays(tuple(planes), tuple(problems))


def _plane(
    group: _Group, layout: PixelFormat, number: int, cells: AnyArray | None, budget: int
) -> OverlayPlane | None:
    """The plane of one group, or None where it has none for this frame."""
    if group.has(_DATA):
        mask = _from_data(group, layout, number, budget)
    else:
        mask = _from_pixels(group, layout, cells)
    if mask is None:
        return None
    said = group.text(_TYPE).upper()
    return OverlayPlane(
        group=group.number,
        kind=OverlayKind.REGION if said == "R" else OverlayKind.GRAPHICS,
        origin=_origin(group),
        mask=mask,
        label=group.text(_LABEL),
        description=group.text(_DESCRIPTION),
    )


def _from_data(
    group: _Group, layout: PixelFormat, number: int, budget: int
) -> npt.NDArray[np.bool_] | None:
    rows, columns = group.whole(_ROWS), group.whole(_COLUMNS)
    if not (1 <= rows <= 65535 and 1 <= columns <= 65535):
        raise _BrokenOverlayError(f"{rows} x {columns} is no size")
    if rows * columns > budget:
        raise _BrokenOverlayError(f"{rows} x {columns} is more than is read")
    first, frames = group.whole(_FRAME_ORIGIN, 1), group.whole(_FRAMES, 1)
    # Without either attribute the overlay is one of all frames (PS3.3 C.9.2).
    is_for_all = not group.has(_FRAME_ORIGIN) and not group.has(_FRAMES)
    index = 0 if is_for_all else number - first
    if not 0 <= index < frames:
        return None
    data = group.value(_DATA)
    if not isinstance(data, bytes):
        raise _BrokenOverlayError("the data are no bytes")
    start, end = index * rows * columns, (index + 1) * rows * columns
    if layout.big_endian and group.ds[group.number << 16 | _DATA].VR == "OW":
        data = np.frombuffer(data[: len(data) // 2 * 2], ">u2").astype("<u2").tobytes()
    if len(data) * 8 < end:
        raise _BrokenOverlayError(f"{len(data)} bytes where {-(-end // 8)} are needed")
    octets = np.frombuffer(data, np.uint8)[start // 8 : -(-end // 8)]
    bits = np.unpackbits(octets, bitorder="little")[start % 8 : start % 8 + rows * columns]
    return bits.view(np.bool_).reshape(rows, columns)


def _from_pixels(
    group: _Group, layout: PixelFormat, cells: AnyArray | None
) -> npt.NDArray[np.bool_]:
    position = group.whole(_BIT_POSITION)
    lowest = layout.high_bit + 1 - layout.bits_stored
    if not 0 <= position < layout.bits_allocated or lowest <= position <= layout.high_bit:
        raise _BrokenOverlayError(f"bit {position} is none beside the pixels")
    if cells is None or cells.ndim != 2 or cells.dtype.kind not in "iu":
        raise _BrokenOverlayError("the bits beside the pixels are lost in this compression")
    mask: npt.NDArray[np.bool_] = np.bitwise_and(np.right_shift(cells, position), 1) != 0
    return mask


def _origin(group: _Group) -> tuple[int, int]:
    """(row, column) of the image, from 1, that the first overlay pixel lies on; 1, 1 if absent."""
    value = group.value(_ORIGIN)
    if value is None and not group.has(_ORIGIN):
        return 1, 1
    try:
        row, column = (int(v) for v in value)
    except CONVERSION_ERRORS as error:
        raise _BrokenOverlayError("the origin is no pair of numbers") from error
    return row, column
