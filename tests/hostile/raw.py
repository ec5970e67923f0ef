"""DICOM, PNG and JPEG byte by byte, so that any length, tag or checksum can be a lie."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping

EXPLICIT = "1.2.840.10008.1.2.1"
IMPLICIT = "1.2.840.10008.1.2"
BIG_ENDIAN = "1.2.840.10008.1.2.2"
DEFLATED = "1.2.840.10008.1.2.1.99"
RLE = "1.2.840.10008.1.2.5"
JPEG = "1.2.840.10008.1.2.4.50"
JPEG_EXTENDED = "1.2.840.10008.1.2.4.51"
JPEG_LOSSLESS = "1.2.840.10008.1.2.4.70"
JPEG_LS = "1.2.840.10008.1.2.4.80"
JPEG_2000 = "1.2.840.10008.1.2.4.90"
HTJ2K = "1.2.840.10008.1.2.4.201"

MR_CLASS = "1.2.840.10008.5.1.4.1.1.4"
UNDEFINED = 0xFFFFFFFF

_LONG_VRS = frozenset({"OB", "OD", "OF", "OL", "OV", "OW", "SQ", "UC", "UN", "UR", "UT"})

ROWS, COLUMNS, FRAMES = 0x00280010, 0x00280011, 0x00280008
SAMPLES, PHOTOMETRIC, PLANAR = 0x00280002, 0x00280004, 0x00280006
ALLOCATED, STORED, HIGH_BIT, SIGNED = 0x00280100, 0x00280101, 0x00280102, 0x00280103
CENTER, WIDTH = 0x00281050, 0x00281051
INTERCEPT, SLOPE = 0x00281052, 0x00281053
PIXELS = 0x7FE00010

Value = tuple[str, bytes]
"""VR and bytes of an element."""


def us(number: int) -> Value:
    """An unsigned short."""
    return "US", struct.pack("<H", number)


def text(vr: str, said: str | bytes) -> Value:
    """A string, padded to an even length."""
    raw = said.encode("latin-1") if isinstance(said, str) else said
    return vr, raw + (b"\0" if vr == "UI" else b" ") * (len(raw) % 2)


def element(tag: int, vr: str, value: bytes, length: int | None = None) -> bytes:
    """An explicit little endian element; `length` may say something else than the value has."""
    said = len(value) if length is None else length
    head = struct.pack("<HH", tag >> 16, tag & 0xFFFF) + vr.encode("latin-1")
    if vr in _LONG_VRS:
        return head + b"\0\0" + struct.pack("<L", said) + value
    return head + struct.pack("<H", said & 0xFFFF) + value


def bare(tag: int, value: bytes, length: int | None = None, order: str = "<") -> bytes:
    """An implicit VR element; with `order` ">" what no file should hold."""
    said = len(value) if length is None else length
    return struct.pack(f"{order}HHL", tag >> 16, tag & 0xFFFF, said) + value


def item(content: bytes, length: int | None = None) -> bytes:
    """An item of a sequence or of encapsulated pixel data."""
    return bare(0xFFFEE000, content, length)


ITEM_END = bare(0xFFFEE00D, b"")
SEQUENCE_END = bare(0xFFFEE0DD, b"")


def meta(syntax: str | bytes | None = EXPLICIT, length: int | None = None) -> bytes:
    """Group 0002; `length` lies about how long it is."""
    body = element(0x00020001, "OB", b"\0\1")
    body += element(0x00020002, *text("UI", MR_CLASS))
    body += element(0x00020003, *text("UI", "1.2.3.4"))
    if syntax is not None:
        body += element(0x00020010, *text("UI", syntax))
    said = len(body) if length is None else length
    return element(0x00020000, "UL", struct.pack("<L", said)) + body


def image_elements() -> dict[int, Value | None]:
    """The elements of a sound 8 x 8 MR image of 16 bits."""
    return {
        0x00080016: text("UI", MR_CLASS),
        0x00080018: text("UI", "1.2.3.4"),
        0x00080060: text("CS", "MR"),
        0x00100010: text("PN", "Phantom^Hostile"),
        0x00100020: text("LO", "PHANTOM-H"),
        0x0020000D: text("UI", "1.2.3"),
        0x0020000E: text("UI", "1.2.3.1"),
        SAMPLES: us(1),
        PHOTOMETRIC: text("CS", "MONOCHROME2"),
        ROWS: us(8),
        COLUMNS: us(8),
        ALLOCATED: us(16),
        STORED: us(16),
        HIGH_BIT: us(15),
        SIGNED: us(0),
    }


RAMP = struct.pack("<64H", *range(64))
"""Pixels of the sound image."""


def dicom(
    changes: Mapping[int, Value | None] | None = None,
    *,
    pixels: bytes | None = RAMP,
    pixel_vr: str = "OW",
    pixel_length: int | None = None,
    syntax: str | bytes | None = EXPLICIT,
    extra: bytes = b"",
    tail: bytes = b"",
    meta_length: int | None = None,
) -> bytes:
    """A DICOM file around the sound image.

    `changes` replaces or, with None, removes elements; `extra` stands before the pixel data, `tail`
    after it; `pixels` None leaves the pixel data out.
    """
    return (
        bytes(128)
        + b"DICM"
        + meta(syntax, meta_length)
        + data_set(
            changes, pixels=pixels, pixel_vr=pixel_vr, pixel_length=pixel_length, extra=extra
        )
        + tail
    )


def data_set(
    changes: Mapping[int, Value | None] | None = None,
    *,
    pixels: bytes | None = RAMP,
    pixel_vr: str = "OW",
    pixel_length: int | None = None,
    extra: bytes = b"",
) -> bytes:
    """The explicit little endian data set of `dicom`."""
    elements = {**image_elements(), **(changes or {})}
    body = b"".join(
        element(tag, *value) for tag, value in sorted(elements.items()) if value is not None
    )
    if pixels is not None:
        extra += element(PIXELS, pixel_vr, pixels, pixel_length)
    return body + extra


def encapsulated(
    fragments: Iterable[bytes],
    *,
    syntax: str,
    changes: Mapping[int, Value | None] | None = None,
    table: bytes = b"",
    end: bytes = SEQUENCE_END,
    extra: bytes = b"",
) -> bytes:
    """A file with compressed frames; `table` is the Basic Offset Table."""
    content = item(table) + b"".join(item(one) for one in fragments) + end
    return dicom(
        changes,
        pixels=content,
        pixel_vr="OB",
        pixel_length=UNDEFINED,
        syntax=syntax,
        extra=extra,
    )


def deflated(content: bytes) -> bytes:
    """A file whose data set is deflated (PS3.5 A.5)."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return bytes(128) + b"DICM" + meta(DEFLATED) + packer.compress(content) + packer.flush()


def chunk(kind: bytes, body: bytes, *, length: int | None = None, crc: int | None = None) -> bytes:
    """A PNG chunk whose length or checksum may be a lie."""
    said = len(body) if length is None else length
    check = zlib.crc32(kind + body) if crc is None else crc
    return struct.pack(">I", said) + kind + body + struct.pack(">I", check)


PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
PNG_END = chunk(b"IEND", b"")


def png_header(
    columns: int = 8, rows: int = 8, bits: int = 8, color: int = 0, interlace: int = 0
) -> bytes:
    """An IHDR chunk."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", columns, rows, bits, color, 0, 0, interlace))


def png(*chunks: bytes) -> bytes:
    """A PNG file of these chunks."""
    return PNG_SIGNATURE + b"".join(chunks)


def png_rows(rows: int = 8, row_bytes: int = 8) -> bytes:
    """The IDAT chunk of a grey ramp."""
    lines = b"".join(b"\0" + bytes(k % 256 for k in range(row_bytes)) for _ in range(rows))
    return chunk(b"IDAT", zlib.compress(lines))


def segment(marker: int, body: bytes, length: int | None = None) -> bytes:
    """A JPEG segment; `length` may be a lie."""
    said = len(body) + 2 if length is None else length
    return bytes([0xFF, marker]) + struct.pack(">H", said & 0xFFFF) + body


def frame_header(marker: int, rows: int, columns: int, samples: int = 1, bits: int = 8) -> bytes:
    """A JPEG start of frame."""
    body = struct.pack(">BHHB", bits, rows, columns, samples)
    return segment(marker, body + b"".join(bytes([k + 1, 0x11, 0]) for k in range(samples)))


SOI, EOI = b"\xff\xd8", b"\xff\xd9"
