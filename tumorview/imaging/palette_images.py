"""The palettes of a DICOM data set, and images that use them (PS3.3 C.7.9, C.7.6.19)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from pydicom.dataset import Dataset

from tumorview.domain.arrays import UInt8Array
from tumorview.domain.frames import ColorSupplement
from tumorview.imaging import dicom_tags as tags
from tumorview.imaging.errors import InvalidTagError
from tumorview.imaging.palette import (
    UInt16Array,
    apply_palette,
    lut_data,
    lut_descriptor,
    segmented_lut_data,
)
from tumorview.imaging.pixels import PixelFormat

AnyArray = npt.NDArray[Any]

_COLORS = ("Red", "Green", "Blue")
_MIXED = "MIXED"
_FRAME_TYPES = (
    "MRImageFrameTypeSequence",
    "CTImageFrameTypeSequence",
    "PETFrameTypeSequence",
    "XRay3DFrameTypeSequence",
    "XAXRFFrameCharacteristicsSequence",
)
"""Functional groups of a frame that state its Pixel Presentation."""


class Palette:
    """Three tables of one first mapped value and depth."""

    def __init__(self, ds: Dataset, path: Path, layout: PixelFormat) -> None:
        """Read the tables; raises `InvalidTagError` when one of them cannot be used."""
        signed = layout.pixel_representation == 1
        tables: list[UInt16Array] = []
        self.first, self.bits = 0, 8
        for color in _COLORS:
            keyword = f"{color}PaletteColorLookupTableDescriptor"
            data_keyword = f"{color}PaletteColorLookupTableData"
            try:
                descriptor = tags.decimals(ds, keyword)
                entries, self.first, self.bits = lut_descriptor(descriptor, signed)
                segmented = tags.raw(ds, f"Segmented{data_keyword}")
                if segmented is not None:
                    table = segmented_lut_data(segmented, entries, self.bits, layout.big_endian)
                else:
                    value = tags.raw(ds, data_keyword)
                    table = lut_data(value, entries, self.bits, layout.big_endian)
            except (ValueError, TypeError) as error:
                raise tags.invalid(keyword, f"cannot be used: {error}", path) from error
            tables.append(table)
        self._tables = (tables[0], tables[1], tables[2])

    def colors(self, stored: AnyArray) -> UInt8Array:
        """uint8[rows, columns, 3] RGB of stored values [rows, columns]."""
        return apply_palette(stored, self._tables, self.first, self.bits)


def has_supplement(ds: Dataset) -> bool:
    """Whether some stored values may stand for colours (PS3.3 C.7.6.19).

    That is said by Pixel Presentation (0008,9205) of COLOR or MIXED.
    """
    return tags.text(ds, "PixelPresentation").upper() in {"COLOR", _MIXED}


def color_supplement(
    ds: Dataset, path: Path, layout: PixelFormat, frame_groups: Dataset | None, stored: AnyArray
) -> ColorSupplement | None:
    """The pixels of one frame that are shown in colour, or None when there are none.

    Stored values below the first one that the tables map are grey, all others colours. In an image
    of MIXED presentation, `frame_groups` (the functional groups of the frame) has to say that this
    frame is one of COLOR. Tables that cannot be used give no colours: the grey is right for a
    screen without them.
    """
    if stored.ndim != 2 or stored.dtype.kind not in "iu":
        return None
    if tags.text(ds, "PixelPresentation").upper() == _MIXED and not _says_color(frame_groups):
        return None
    try:
        palette = Palette(ds, path, layout)
    except InvalidTagError:
        return None
    mask = np.greater_equal(stored, palette.first)
    return ColorSupplement(mask, palette.colors(stored)) if mask.any() else None


def _says_color(groups: Dataset | None) -> bool:
    if groups is None:
        return False
    found = (tags.first_item(groups, name) for name in _FRAME_TYPES)
    return any(
        item is not None and tags.text(item, "PixelPresentation").upper() == "COLOR"
        for item in found
    )
