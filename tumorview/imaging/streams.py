"""What compressed streams say about themselves, read before a decoder sees them."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from tumorview.imaging.jpeg_xl import is_jpeg_xl, jpeg_xl_head
from tumorview.imaging.limits import MAX_SEGMENTS

SOF_MARKERS = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}) | {0xF7}
"""Start of Frame of JPEG (ITU-T T.81, B.1.1.3) and of JPEG-LS (T.87)."""

_FILL = re.compile(rb"\xff*")
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9
_RLE_HEADER_BYTES = 64
_START_OF_TILE_PART, _END_OF_CODESTREAM = 0xFF90, 0xFFD9
_MOST_TILES = 65535
_EXTENSIONS = {
    0xFF70: "variable DC offset",
    0xFF71: "visual masking",
    0xFF72: "arbitrary decomposition",
    0xFF73: "arbitrary decomposition",
    0xFF74: "component transformation",
    0xFF75: "component transformation",
    0xFF76: "non-linear transformation",
    0xFF77: "component transformation",
    0xFF79: "wavelet",
}
"""Marker segments of JPEG 2000 Part 2 that change the samples (ISO/IEC 15444-2, A.3)."""


def jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(marker, body) of each segment of a JPEG stream up to its first scan.

    Stops early where the stream is cut or malformed, and at `MAX_SEGMENTS`.
    """
    position = 2
    for _ in range(MAX_SEGMENTS):
        position = behind_fill(data, position)
        if position + 4 > len(data) or data[position] != 0xFF:
            return
        marker = data[position + 1]
        if marker in {_START_OF_SCAN, _END_OF_IMAGE}:
            return
        (length,) = struct.unpack_from(">H", data, position + 2)
        yield marker, data[position + 4 : position + 2 + length]
        position += 2 + length


def behind_fill(data: bytes, position: int) -> int:
    """Where the marker is that begins at `position`, behind any fill bytes (T.81, B.1.1.2)."""
    fill = _FILL.match(data, position)
    return max(position, fill.end() - 1) if fill is not None else position


def stream_shape(data: bytes) -> tuple[int, int] | None:
    """(rows, columns) that a JPEG, JPEG-LS, JPEG 2000 or JPEG XL stream announces, or None.

    A decoder allocates by these, not by the DICOM header.
    """
    if is_jpeg_xl(data):
        head = jpeg_xl_head(data)
        return None if head is None else (head.rows, head.columns)
    start = data[:512].find(b"\xff\x4f\xff\x51")
    if start >= 0 and len(data) >= start + 24:
        columns, rows, left, top = struct.unpack_from(">4I", data, start + 8)
        return rows - top, columns - left
    for marker, body in jpeg_segments(data):
        if marker in SOF_MARKERS and len(body) >= 5:
            rows, columns = struct.unpack_from(">HH", body, 1)
            return rows, columns
    return None


def has_end_mark(data: bytes) -> bool:
    """True when a JPEG, JPEG-LS or JPEG 2000 stream goes on to its last marker, FFD9."""
    return data[-16:].rstrip(b"\0")[-2:] == b"\xff\xd9"


def jpeg_is_ybr(data: bytes, header_says_ybr: bool) -> bool:
    """Whether the three components of a JPEG stream are Y, Cb and Cr.

    An Adobe marker (APP14) knows best, then a JFIF marker, which always means YCbCr; without both
    the DICOM header decides (PS3.5 8.2.1).
    """
    is_jfif = False
    for marker, body in jpeg_segments(data):
        if marker == 0xEE and body.startswith(b"Adobe") and len(body) >= 12:
            return body[11] == 1
        is_jfif = is_jfif or (marker == 0xE0 and body.startswith(b"JFIF"))
    return is_jfif or header_says_ybr


def jpeg_has_rgb_ids(data: bytes) -> bool:
    """True when the components are named R, G and B, as libjpeg names untransformed ones."""
    return any(
        marker in SOF_MARKERS and body[6:15:3] == b"RGB" for marker, body in jpeg_segments(data)
    )


def jpeg_2000_has_color_transform(codestream: bytes) -> bool:
    """The multiple component transformation of the COD segment (ISO/IEC 15444-1, A.6.1)."""
    start = codestream.find(b"\xff\x52")
    return 0 <= start < len(codestream) - 8 and codestream[start + 8] == 1


def check_rle_header(data: bytes, segments: int) -> None:
    """Raise ValueError unless an RLE frame's header names `segments` that lie in it (PS3.5 G.5).

    The decoder trusts the offsets.
    """
    if len(data) < _RLE_HEADER_BYTES:
        raise ValueError(f"{len(data)} bytes are no RLE frame")
    count, *offsets = struct.unpack_from("<16L", data)
    if count != segments:
        raise ValueError(f"{count} RLE segments where {segments} are needed")
    ends = [*offsets[1:count], len(data)]
    if offsets[0] != _RLE_HEADER_BYTES or any(
        start >= end for start, end in zip(offsets[:count], ends, strict=True)
    ):
        raise ValueError("the RLE segments do not lie one behind the other")


def check_tiles(codestream: bytes) -> None:
    """Raise ValueError where a JPEG 2000 codestream lacks a tile (ISO/IEC 15444-1, A.4.2, A.5.1).

    Decoders leave a missing tile black and call it a success. Nothing is said of a stream whose
    headers cannot be followed; that is for the decoder to refuse.
    """
    start = codestream[:512].find(b"\xff\x4f\xff\x51")
    if start < 0 or len(codestream) < start + 40:
        return
    size = struct.unpack_from(">8I", codestream, start + 8)
    columns, rows, _, _, tile_columns, tile_rows, tiles_left, tiles_top = size
    if not tile_columns or not tile_rows:
        raise ValueError("JPEG 2000 tiles of no size")
    across = -(-(columns - tiles_left) // tile_columns)
    down = -(-(rows - tiles_top) // tile_rows)
    if across * down > _MOST_TILES:
        raise ValueError(f"{across} x {down} JPEG 2000 tiles")
    found = _tiles(codestream, start)
    if found is not None and len(found) < across * down:
        raise ValueError(f"{len(found)} of {across * down} JPEG 2000 tiles")


def check_extensions(codestream: bytes, samples: int) -> None:
    """Raise ValueError where a JPEG 2000 codestream needs more than its Part 1 to be decoded.

    Decoders skip marker segments that they do not know, and give wrong samples. `samples` is how
    many components a frame has; where the stream has more, they are frames that were compressed
    together (PS3.5 A.4.5).
    """
    start = codestream[:512].find(b"\xff\x4f\xff\x51")
    if start < 0 or len(codestream) < start + 42:
        return
    (components,) = struct.unpack_from(">H", codestream, start + 40)
    if components != samples:
        together = "; frames that were compressed together are not read"
        said = f"{components} components where a frame has {samples}"
        raise ValueError(said + (together if components > 4 else ""))
    position = start + 2
    while position + 4 <= len(codestream):
        marker, length = struct.unpack_from(">HH", codestream, position)
        if marker in _EXTENSIONS:
            raise ValueError(f"JPEG 2000 Part 2 with an own {_EXTENSIONS[marker]} is not read")
        if marker == _START_OF_TILE_PART or length < 2:
            return
        position += 2 + length


def _tiles(codestream: bytes, start: int) -> set[int] | None:
    """Numbers of the tiles that have a tile-part, or None where the markers cannot be followed."""
    position = start + 2
    found: set[int] = set()
    while position + 12 <= len(codestream):
        marker, length = struct.unpack_from(">HH", codestream, position)
        if marker == _START_OF_TILE_PART:
            tile, part_length = struct.unpack_from(">HI", codestream, position + 4)
            found.add(tile)
            if part_length == 0:  # up to the end of the codestream
                return found
            if part_length < 14:
                return None
            position += part_length
        elif found:
            return found if marker == _END_OF_CODESTREAM else None
        elif length < 2:
            return None
        else:
            position += 2 + length
    return found


def sniffed_syntax(data: bytes) -> str:
    """The transfer syntax of a JPEG, JPEG-LS, JPEG 2000 or JPEG XL stream, "" of anything else."""
    if is_jpeg_xl(data):
        return "1.2.840.10008.1.2.4.112"
    if data.startswith(b"\xff\x4f\xff\x51"):
        return "1.2.840.10008.1.2.4.91"
    if not data.startswith(b"\xff\xd8\xff"):
        return ""
    for marker, _ in jpeg_segments(data):
        if marker in SOF_MARKERS:
            return _JPEG_SYNTAXES.get(marker, "")
    return ""


_JPEG_SYNTAXES = {
    0xC0: "1.2.840.10008.1.2.4.50",
    0xC1: "1.2.840.10008.1.2.4.51",
    0xC3: "1.2.840.10008.1.2.4.57",
    0xF7: "1.2.840.10008.1.2.4.81",
}
"""By Start of Frame: baseline, extended, lossless, JPEG-LS (which may have loss)."""
