"""Encapsulated pixel data: the compressed stream of one frame (PS3.5 A.4)."""

from __future__ import annotations

import struct
from typing import Any, BinaryIO

from pydicom.encaps import get_frame

from tumorview.imaging.dicom_tags import quiet_pydicom

_ITEM = b"\xfe\xff\x00\xe0"
_DELIMITER = b"\xfe\xff\xdd\xe0"


def frame_stream(
    stream: BinaryIO,
    index: int,
    *,
    offset: int,
    available: int,
    frame_count: int,
    extended_offsets: tuple[bytes, bytes] | None,
) -> bytes:
    """The compressed bytes of frame `index`, counted from 0.

    `offset` is that of the Basic Offset Table's item, behind which the file has `available` bytes.
    Raises EOFError, ValueError or IndexError when the fragments do not hold such a frame.
    """
    if extended_offsets is not None:
        _check_extended(extended_offsets, index, available)
    stream.seek(offset)
    # What it warns of, such as a missing end mark, is looked for by the caller.
    with quiet_pydicom():
        try:
            return get_frame(
                stream, index, extended_offsets=extended_offsets, number_of_frames=frame_count
            )
        except struct.error as error:
            raise EOFError("the offset table or a fragment is cut") from error


def _check_extended(tables: tuple[Any, Any], index: int, available: int) -> None:
    """Raise ValueError where the Extended Offset Table points out of the file (PS3.3 C.7.6.3)."""
    if any(not isinstance(table, bytes) or len(table) < 8 * (index + 1) for table in tables):
        raise ValueError("the extended offset table has no such frame")
    first, length = (struct.unpack_from("<Q", table, 8 * index)[0] for table in tables)
    if first + length > available:
        raise ValueError(f"the extended offset table points at {first} + {length} bytes")


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
