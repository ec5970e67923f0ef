"""Reading what dcmtk writes, in a few lines that share nothing with the application.

dcmtk is asked for Explicit VR Little Endian with explicit lengths, so that a data set is a plain
row of elements (PS3.5 7.1.2), and for binary PPM.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tests.pixel_truth.decoded import MOST_FRAMES, AnyArray

_LONG_VRS = frozenset({b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"UC", b"UN", b"UR", b"UT"})
_ROWS, _COLUMNS, _SAMPLES, _FRAMES = 0x00280010, 0x00280011, 0x00280002, 0x00280008
_ALLOCATED, _STORED, _HIGH_BIT, _SIGNED = 0x00280100, 0x00280101, 0x00280102, 0x00280103
_PHOTOMETRIC, _PIXELS = 0x00280004, 0x7FE00010
_WANTED = frozenset(
    {*(_ROWS, _COLUMNS, _SAMPLES, _FRAMES, _ALLOCATED, _STORED, _HIGH_BIT, _SIGNED, _PHOTOMETRIC)}
)


@dataclass(frozen=True, slots=True)
class FlatImage:
    """The image of an uncompressed file; `pixels` are its bytes."""

    rows: int
    columns: int
    frame_count: int
    is_gray: bool
    bits_allocated: int
    bits_stored: int
    high_bit: int
    is_signed: bool
    pixels: bytes

    def frames(self) -> tuple[AnyArray, ...]:
        """Stored values of the first frames, [rows, columns] each; one sample a pixel only."""
        count = self.rows * self.columns
        found = []
        flat: AnyArray
        for index in range(min(self.frame_count, MOST_FRAMES)):
            if self.bits_allocated == 1:
                bits = np.unpackbits(np.frombuffer(self.pixels, np.uint8), bitorder="little")
                flat = bits[index * count : (index + 1) * count]
            else:
                dtype = np.dtype(f"<u{self.bits_allocated // 8}")
                whole = np.frombuffer(self.pixels, dtype, count, index * count * dtype.itemsize)
                flat = self._value_bits(whole)
            found.append(flat.reshape(self.rows, self.columns))
        return tuple(found)

    def _value_bits(self, whole: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
        """The Bits Stored below High Bit, as numbers (PS3.5 8.1.1)."""
        modulus = 1 << self.bits_stored
        values = (whole.astype(np.int64) >> (self.high_bit + 1 - self.bits_stored)) % modulus
        if self.is_signed:
            values[values >= modulus // 2] -= modulus
        return values


def read_flat(path: Path) -> FlatImage | None:
    """The image of an Explicit VR Little Endian file of dcmtk's; None when it holds none."""
    data = path.read_bytes()
    found: dict[int, bytes] = {}
    position = 132
    while position + 8 <= len(data):
        group, element, vr = struct.unpack_from("<HH2s", data, position)
        if vr in _LONG_VRS:
            (length,) = struct.unpack_from("<L", data, position + 8)
            position += 12
        else:
            (length,) = struct.unpack_from("<H", data, position + 6)
            position += 8
        tag = group << 16 | element
        if tag in _WANTED or tag == _PIXELS:
            found[tag] = data[position : position + length]
        position += length
    if _PIXELS not in found or _ROWS not in found:
        return None
    allocated = _number(found, _ALLOCATED, 16)
    # The leading digits, as dcmtk's own getter reads an integer string.
    frames = re.match(rb" *(\d+)", found.get(_FRAMES, b""))
    stored = _number(found, _STORED, allocated)
    return FlatImage(
        rows=_number(found, _ROWS, 0),
        columns=_number(found, _COLUMNS, 0),
        frame_count=int(frames[1]) if frames else 1,
        is_gray=found.get(_PHOTOMETRIC, b"").startswith(b"MONOCHROME"),
        bits_allocated=allocated,
        bits_stored=stored,
        high_bit=_number(found, _HIGH_BIT, stored - 1),
        is_signed=_number(found, _SIGNED, 0) == 1,
        pixels=found[_PIXELS],
    )


def _number(found: dict[int, bytes], tag: int, default: int) -> int:
    value = found.get(tag, b"")
    return int(struct.unpack("<H", value[:2])[0]) if len(value) >= 2 else default


def read_ppm(path: Path) -> npt.NDArray[np.uint8]:
    """uint8[rows, columns, 3] of a binary PPM as dcmtk writes it."""
    data = path.read_bytes()
    head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
    if head is None:
        raise ValueError(f"{path.name} is not a binary PPM of 8 bits")
    shape = (int(head[2]), int(head[1]), 3)
    return np.frombuffer(data, np.uint8, int(np.prod(shape)), head.end()).reshape(shape)
