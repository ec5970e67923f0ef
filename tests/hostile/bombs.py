"""Small files that ask for a lot of memory or time."""

from __future__ import annotations

import struct
import zlib
from functools import partial

import imagecodecs
import numpy as np

from tests.hostile.case import BROKEN, IMAGE, Case, content
from tests.hostile.lengths import j2k
from tests.hostile.raw import (
    ALLOCATED,
    COLUMNS,
    EOI,
    FRAMES,
    HIGH_BIT,
    JPEG,
    JPEG_2000,
    JPEG_LS,
    PHOTOMETRIC,
    PNG_END,
    RLE,
    ROWS,
    SAMPLES,
    SOI,
    STORED,
    UNDEFINED,
    Value,
    chunk,
    data_set,
    deflated,
    dicom,
    element,
    encapsulated,
    frame_header,
    item,
    png,
    png_header,
    png_rows,
    segment,
    text,
    us,
)

_HUGE = {ROWS: us(65535), COLUMNS: us(65535)}
_BYTES: dict[int, Value | None] = {ALLOCATED: us(8), STORED: us(8), HIGH_BIT: us(7)}
_MEBIBYTE = 1 << 20
_SOF = {b"\xff\xc0", b"\xff\xc1"}


def _zeros(mebibytes: int) -> bytes:
    """A deflate stream of that many MiB of zeros; each MiB is a block that stands by itself."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = packer.compress(bytes(_MEBIBYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * mebibytes + packer.flush()


def _zlib_zeros(mebibytes: int) -> bytes:
    # The Adler-32 of n zeros: the first sum stays 1, the second counts to n (RFC 1950).
    checksum = (mebibytes * _MEBIBYTE % 65521) << 16 | 1
    return b"\x78\xda" + _zeros(mebibytes) + struct.pack(">I", checksum)


def _deflate_bomb(mebibytes: int) -> bytes:
    return deflated(b"")[:-2] + _zeros(mebibytes)


def _j2k_of(rows: int, columns: int, tile: int | None = None) -> bytes:
    """The ramp's codestream with another size in its SIZ segment."""
    stream = bytearray(j2k())
    start = stream.find(b"\xff\x51")
    struct.pack_into(">II", stream, start + 6, columns, rows)
    if tile is not None:
        struct.pack_into(">II", stream, start + 22, tile, tile)
    return bytes(stream)


def _j2k_components(count: int) -> bytes:
    stream = bytearray(j2k())
    start = stream.find(b"\xff\x51")
    struct.pack_into(">H", stream, start + 38, count)
    return bytes(stream)


def _jls_of(rows: int, columns: int) -> bytes:
    stream = bytearray(imagecodecs.jpegls_encode(np.zeros((8, 8), np.uint8)))
    start = stream.find(b"\xff\xf7")
    struct.pack_into(">HH", stream, start + 5, rows, columns)
    return bytes(stream)


def _jpeg_of(rows: int, columns: int) -> bytes:
    stream = bytearray(imagecodecs.jpeg8_encode(np.zeros((8, 8), np.uint8)))
    start = next(k for k in range(len(stream)) if bytes(stream[k : k + 2]) in _SOF)
    struct.pack_into(">HH", stream, start + 5, rows, columns)
    return bytes(stream)


def progressive_scans(rows: int, columns: int, scans: int) -> bytes:
    """A progressive JPEG that refines one coefficient over and over (each scan costs a pass)."""
    counts = bytes([0, 1] + [0] * 14)
    table = segment(0xC4, b"\x00" + counts + b"\x00") + segment(0xC4, b"\x10" + counts + b"\x00")
    quantisation = segment(0xDB, b"\0" + bytes([1] * 64))
    first = segment(0xDA, bytes([1, 1, 0x00, 0, 0, 0x00])) + bytes(64)
    again = segment(0xDA, bytes([1, 1, 0x00, 1, 63, 0x00])) + bytes(8)
    return (
        SOI + quantisation + frame_header(0xC2, rows, columns) + table + first + again * scans + EOI
    )


def _palette(entries: int, data: bytes) -> dict[int, Value | None]:
    descriptor = ("US", struct.pack("<3H", entries & 0xFFFF, 0, 16))
    changes: dict[int, Value | None] = {PHOTOMETRIC: text("CS", "PALETTE COLOR")}
    for k in range(3):
        changes[0x00281101 + k] = descriptor
        changes[0x00281221 + k] = ("OW", data)
    return changes


def _indirect_palette(depth: int) -> bytes:
    """Segments of which each repeats the one before it."""
    words = [0, 1, 7]
    for _ in range(depth):
        words += [2, 0xFFFF, 0, 0]
    return struct.pack(f"<{len(words)}H", *words)


def _empty_groups(count: int) -> bytes:
    return element(0x52009230, "SQ", item(b"") * count)


CASES: tuple[Case, ...] = (
    content("65535 x 65535 pixels", lambda: dicom(_HUGE), "too_large"),
    content(
        "65535 x 65535 in colour",
        lambda: dicom({**_HUGE, SAMPLES: us(3), PHOTOMETRIC: text("CS", "RGB")}),
        "too_large",
    ),
    content(
        "65535 x 65535 of one bit",
        lambda: dicom({**_HUGE, ALLOCATED: us(1), STORED: us(1), HIGH_BIT: us(0)}),
        "too_large",
        "truncated_file",
    ),
    content(
        "20000 x 20000, just below the budget, without pixels",
        lambda: dicom({ROWS: us(20000), COLUMNS: us(20000)}),
        "truncated_file",
    ),
    content("2147483647 frames", lambda: dicom({FRAMES: text("IS", "2147483647")}), "too_large"),
    content("65537 frames", lambda: dicom({FRAMES: text("IS", "65537")}), "too_large"),
    content(
        "a number of frames with a thousand digits",
        lambda: dicom({FRAMES: text("IS", "9" * 1000)}),
        "invalid_tag",
        "too_large",
    ),
    content(
        "a number of frames with an exponent",
        lambda: dicom({FRAMES: text("IS", "1e9")}),
        "invalid_tag",
        "too_large",
    ),
    content(
        "60000 frames without data",
        lambda: dicom({FRAMES: text("IS", "60000")}),
        "truncated_file",
    ),
    content(
        "60000 frames, each with an empty description",
        lambda: dicom({FRAMES: text("IS", "60000")}, extra=_empty_groups(60000)),
        "truncated_file",
    ),
    content("a deflated data set of 3 GiB of zeros", lambda: _deflate_bomb(3072), "too_large"),
    content("a deflated data set of 200 MiB of zeros", lambda: _deflate_bomb(200), "too_large"),
    content(
        "a deflated picture with 200 MiB behind it",
        lambda: deflated(data_set() + element(0xFFFCFFFC, "OB", bytes(200 * _MEBIBYTE))),
        IMAGE,
        "too_large",
    ),
    *(
        content(
            f"JPEG 2000 of {rows} x {columns} in the stream",
            partial(encapsulated, [_j2k_of(rows, columns)], syntax=JPEG_2000),
            *BROKEN,
        )
        for rows, columns in ((65535, 65535), (0xFFFFFFFF, 0xFFFFFFFF), (0, 8), (8, 0x7FFFFFFF))
    ),
    content(
        "JPEG 2000 whose stream and header both claim 16000 x 16000",
        lambda: encapsulated(
            [_j2k_of(16000, 16000)],
            syntax=JPEG_2000,
            changes={ROWS: us(16000), COLUMNS: us(16000)},
        ),
        *BROKEN,
        IMAGE,
    ),
    content(
        "JPEG 2000 in tiles of one pixel",
        lambda: encapsulated([_j2k_of(8, 8, tile=1)], syntax=JPEG_2000),
        *BROKEN,
    ),
    content(
        "JPEG 2000 of 4000 x 4000 in tiles of one pixel",
        lambda: encapsulated(
            [_j2k_of(4000, 4000, tile=1)],
            syntax=JPEG_2000,
            changes={ROWS: us(4000), COLUMNS: us(4000)},
        ),
        *BROKEN,
    ),
    content(
        "JPEG 2000 in tiles of no size",
        lambda: encapsulated([_j2k_of(8, 8, tile=0)], syntax=JPEG_2000),
        *BROKEN,
    ),
    content(
        "JPEG 2000 with 16384 components",
        lambda: encapsulated([_j2k_components(16384)], syntax=JPEG_2000),
        *BROKEN,
    ),
    content(
        "JPEG-LS of 65535 x 65535 in the stream",
        lambda: encapsulated([_jls_of(65535, 65535)], syntax=JPEG_LS, changes=_BYTES),
        *BROKEN,
    ),
    content(
        "JPEG-LS whose stream and header both claim 16000 x 16000",
        lambda: encapsulated(
            [_jls_of(16000, 16000)],
            syntax=JPEG_LS,
            changes={**_BYTES, ROWS: us(16000), COLUMNS: us(16000)},
        ),
        *BROKEN,
    ),
    content(
        "JPEG of 65535 x 65535 in the stream",
        lambda: encapsulated([_jpeg_of(65535, 65535)], syntax=JPEG, changes=_BYTES),
        *BROKEN,
    ),
    content(
        "JPEG whose stream and header both claim 16000 x 16000",
        lambda: encapsulated(
            [_jpeg_of(16000, 16000)],
            syntax=JPEG,
            changes={**_BYTES, ROWS: us(16000), COLUMNS: us(16000)},
        ),
        *BROKEN,
        IMAGE,
    ),
    content(
        "RLE whose header claims 16000 x 16000",
        lambda: encapsulated(
            [struct.pack("<16L", 1, 64, *[0] * 14) + b"\x81\0" * 32],
            syntax=RLE,
            changes={**_BYTES, ROWS: us(16000), COLUMNS: us(16000)},
        ),
        *BROKEN,
    ),
    content("JPEG of 65500 x 65500", lambda: _jpeg_of(65500, 65500), "too_large"),
    content(
        "progressive JPEG with 3000 scans",
        lambda: progressive_scans(2000, 2000, 3000),
        IMAGE,
        *BROKEN,
        "unsupported_image",
        "too_large",
    ),
    content(
        "JPEG with 20000 tables",
        lambda: SOI + segment(0xDB, b"\0" + bytes([1] * 64)) * 20000 + _jpeg_of(8, 8)[2:],
        IMAGE,
    ),
    content(
        "JPEG behind a million fill bytes",
        lambda: SOI + b"\xff" * 1_000_000 + _jpeg_of(8, 8)[2:],
        IMAGE,
    ),
    content(
        "PNG of 2147483647 x 2147483647",
        lambda: png(png_header(0x7FFFFFFF, 0x7FFFFFFF), png_rows(), PNG_END),
        "too_large",
    ),
    content(
        "PNG of 30000 x 30000 without pixels",
        lambda: png(png_header(30000, 30000), chunk(b"IDAT", zlib.compress(b"\0")), PNG_END),
        "decode_failed",
        "too_large",
    ),
    content(
        "PNG whose pixels inflate to 1 GiB",
        lambda: png(png_header(), chunk(b"IDAT", _zlib_zeros(1024)), PNG_END),
        IMAGE,
        "decode_failed",
    ),
    content(
        "PNG whose text inflates to 1 GiB",
        lambda: png(
            png_header(),
            chunk(b"zTXt", b"Comment\0\0" + _zlib_zeros(1024)),
            png_rows(),
            PNG_END,
        ),
        IMAGE,
    ),
    content(
        "PNG whose colour profile inflates to 1 GiB",
        lambda: png(
            png_header(), chunk(b"iCCP", b"profile\0\0" + _zlib_zeros(1024)), png_rows(), PNG_END
        ),
        IMAGE,
        "decode_failed",
    ),
    content(
        "PNG of 100,000 empty chunks",
        lambda: png(png_header(), *[chunk(b"teXt", b"")] * 100_000, png_rows(), PNG_END),
        IMAGE,
    ),
    content(
        "palette that repeats itself",
        lambda: dicom(_palette(0, _indirect_palette(2000))),
        *BROKEN,
    ),
    content(
        "ten thousand VOI LUTs",
        lambda: dicom(
            extra=element(
                0x00283010,
                "SQ",
                item(
                    element(0x00283002, "US", struct.pack("<3H", 256, 0, 16))
                    + element(0x00283006, "OW", bytes(512))
                )
                * 10_000,
            )
        ),
        IMAGE,
    ),
    content(
        "a text of 64 MiB",
        lambda: dicom(extra=element(0x00204000, "UT", b"a" * (64 * _MEBIBYTE))),
        IMAGE,
        "too_large",
    ),
    content(
        "a million sequence items",
        lambda: dicom(
            extra=element(0x00081140, "SQ", item(b"") * 1_000_000, UNDEFINED)
            + struct.pack("<HHL", 0xFFFE, 0xE0DD, 0)
        ),
        IMAGE,
        "too_large",
        *BROKEN,
    ),
)
