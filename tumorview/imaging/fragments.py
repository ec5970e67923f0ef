"""Encapsulated pixel data: the compressed stream of one frame (PS3.5 A.4)."""

from __future__ import annotations

import struct
from typing import BinaryIO

from pydicom.encaps import get_frame

_ITEM = b"\xfe\xff\x00\xe0"
_DELIMITER = b"\xfe\xff\xdd\xe0"


def frame_stream(
    stream: BinaryIO,
    offset: int,
    index: int,
    frame_count: int,
    extended_offsets: tuple[bytes, bytes] | None,
) -> bytes:
    """The compressed bytes of frame `index`, counted from 0.

    `offset` is that of the Basic Offset Table's item. Raises EOFError, ValueError or IndexError
    when the fragments do not hold such a frame.
    """
    stream.seek(offset)
    return get_frame(stream, index, extended_offsets=extended_offsets, number_of_frames=frame_count)


def is_cut(stream: BinaryIO, offset: int, size: int) -> bool:
    """True when the items from `offset` on run past the `size` of the file, or never end."""
    position = offset
    while position + 8 <= size:
        stream.seek(position)
        head = stream.read(8)
        if head[:4] == _DELIMITER:
            return False
        if head[:4] != _ITEM:
            return False
        position += 8 + int(struct.unpack("<L", head[4:])[0])
    return True
