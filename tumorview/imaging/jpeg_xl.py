"""What a JPEG XL stream says about itself before a decoder sees it (ISO/IEC 18181-1 and -2)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_CODESTREAM = b"\xff\x0a"
_CONTAINER = b"\0\0\0\x0cJXL \r\n\x87\n"
_HEAD_BYTES = 64
_MOST_BOXES = 1000
_SIZE_BITS = (9, 13, 18, 30)
_RATIOS = ((1, 1), (12, 10), (4, 3), (3, 2), (16, 9), (5, 4), (2, 1))
"""Width to height where the stream gives the width as a share of the height."""


@dataclass(frozen=True, slots=True)
class JpegXlHead:
    """The first fields of a codestream, and what its container adds.

    Attributes
    ----------
    rows, columns
        As coded: before the stream's own orientation is applied.
    is_plain
        One upright picture: no rotation, no mirroring, no preview, no animation.
    holds_jpeg
        The container says how to get back the JPEG file that the stream was made from.
    """

    rows: int
    columns: int
    is_plain: bool
    holds_jpeg: bool


def is_jpeg_xl(data: bytes) -> bool:
    """True when the bytes begin as a JPEG XL codestream or container does."""
    return data.startswith((_CODESTREAM, _CONTAINER))


def jpeg_xl_head(data: bytes) -> JpegXlHead | None:
    """Read the head of a JPEG XL stream; None when it is none or too short."""
    holds_jpeg = False
    codestream = data[:_HEAD_BYTES]
    if data.startswith(_CONTAINER):
        codestream = b""
        for kind, body in _boxes(data):
            holds_jpeg = holds_jpeg or kind == b"jbrd"
            if kind == b"jxlc":
                codestream = body[:_HEAD_BYTES]
            elif kind == b"jxlp" and len(codestream) < _HEAD_BYTES:
                codestream += body[4 : 4 + _HEAD_BYTES]
    if not codestream.startswith(_CODESTREAM):
        return None
    bits = _Bits(codestream[2:])
    try:
        rows, columns = _size(bits)
        is_plain = _is_plain(bits)
    except EOFError:
        return None
    return JpegXlHead(rows, columns, is_plain, holds_jpeg)


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(type, content) of the container's boxes, as far as they can be followed."""
    position = 0
    for _ in range(_MOST_BOXES):
        if position + 8 > len(data):
            return
        size, kind = struct.unpack_from(">I4s", data, position)
        head = 8
        if size == 1 and position + 16 <= len(data):
            (size,) = struct.unpack_from(">Q", data, position + 8)
            head = 16
        elif size == 0:  # up to the end of the file
            size = len(data) - position
        if size < head:
            return
        yield kind, data[position + head : position + size]
        position += size


class _Bits:
    """Bits of a codestream, the least significant of each byte first."""

    def __init__(self, data: bytes) -> None:
        self._value = int.from_bytes(data, "little")
        self._left = 8 * len(data)

    def take(self, count: int) -> int:
        """The next `count` bits as a number; EOFError where there are fewer."""
        if count > self._left:
            raise EOFError
        found = self._value & ((1 << count) - 1)
        self._value >>= count
        self._left -= count
        return found


def _size(bits: _Bits) -> tuple[int, int]:
    """(rows, columns) of a SizeHeader."""
    in_eights = bits.take(1) == 1

    def side() -> int:
        if in_eights:
            return 8 * (bits.take(5) + 1)
        return bits.take(_SIZE_BITS[bits.take(2)]) + 1

    rows = side()
    ratio = bits.take(3)
    if ratio == 0:
        return rows, side()
    across, down = _RATIOS[ratio - 1]
    return rows, rows * across // down


def _is_plain(bits: _Bits) -> bool:
    """Whether the ImageMetadata leave orientation, preview and animation at their defaults."""
    all_default = bits.take(1)
    if all_default or not bits.take(1):
        return True
    if bits.take(3):  # the orientation, less one
        return False
    if bits.take(1):  # a size for display, which says nothing of the pixels
        _size(bits)
    has_preview = bits.take(1)
    return not has_preview and not bits.take(1)
