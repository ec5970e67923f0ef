"""Encapsulated pixel data: the compressed stream of one frame (PS3.5 A.4)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any, BinaryIO

from pydicom.encaps import get_frame

from tumorview.imaging.dicom_tags import quiet_pydicom
from tumorview.imaging.limits import limits

_ITEM = b"\xfe\xff\x00\xe0"
_STREAMS = (b"\xff\xd8\xff", b"\xff\x4f\xff\x51", b"\xff\x0a", b"\0\0\0\x0cJXL ")
"""How JPEG, JPEG-LS, JPEG 2000 and JPEG XL begin; no Basic Offset Table does, whose first is 0."""
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
    if _lacks_table(stream, offset):
        return _frame_without_table(stream, index, offset, available, frame_count)
    stream.seek(offset)
    # What it warns of, such as a missing end mark, is looked for by the caller.
    with quiet_pydicom():
        try:
            return get_frame(
                stream, index, extended_offsets=extended_offsets, number_of_frames=frame_count
            )
        except struct.error as error:
            raise EOFError("the offset table or a fragment is cut") from error


def _lacks_table(stream: BinaryIO, offset: int) -> bool:
    """True when the first item is no Basic Offset Table but the first fragment (PS3.5 A.4)."""
    stream.seek(offset)
    head = stream.read(16)
    return head[:4] == _ITEM and head[8:].startswith(_STREAMS)


def _frame_without_table(
    stream: BinaryIO, index: int, offset: int, available: int, frame_count: int
) -> bytes:
    """The bytes of a frame where the fragments alone tell frames apart: one a frame, or one frame.

    Raises EOFError or ValueError where they do not.
    """
    fragments = list(fragment_starts(stream, offset, limits().frames))
    if frame_count > 1 and len(fragments) != frame_count:
        raise ValueError(
            f"{len(fragments)} fragments without an offset table, {frame_count} frames"
        )
    parts = []
    for start, length in fragments if frame_count == 1 else fragments[index : index + 1]:
        if start + length > offset + available:
            raise EOFError("the last fragment is cut")
        stream.seek(start)
        parts.append(stream.read(length))
    return b"".join(parts)


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


def fragment_starts(stream: BinaryIO, offset: int, most: int) -> Iterator[tuple[int, int]]:
    """(first byte, length) of up to `most` fragments that are not empty, behind the offset table.

    Stops where the items cannot be followed; the last one may run past the end of the file.
    """
    position, is_table = offset, not _lacks_table(stream, offset)
    while most > 0:
        stream.seek(position)
        head = stream.read(8)
        if len(head) < 8 or head[:4] != _ITEM:
            return
        (length,) = struct.unpack("<L", head[4:])
        if length and not is_table:
            most -= 1
            yield position + 8, length
        is_table = False
        position += 8 + length
