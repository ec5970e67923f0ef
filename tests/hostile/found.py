"""What fuzzing and properties found, in its smallest form: each once broke the reader."""

from __future__ import annotations

import struct
from functools import partial

import imagecodecs
import numpy as np

from tests.hostile.case import IMAGE, Case, content
from tests.hostile.lengths import rle
from tests.hostile.raw import (
    ALLOCATED,
    COLUMNS,
    DEFLATED,
    EXPLICIT,
    FRAMES,
    HIGH_BIT,
    JPEG,
    MR_CLASS,
    PHOTOMETRIC,
    PLANAR,
    PNG_END,
    RLE,
    ROWS,
    SAMPLES,
    SEQUENCE_END,
    SIGNED,
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
    item,
    png,
    png_header,
    png_rows,
    segment,
    text,
    us,
)

_CHARSET, _SERIES = 0x00080005, 0x0008103E
_MODALITY_LUT, _VOI_LUT = 0x00283000, 0x00283010
_SHARED, _PER_FRAME, _TRANSFORM = 0x52009229, 0x52009230, 0x00289145
_NAN, _INF = float("nan"), float("inf")


def _said_in(codec: str, letters: bytes) -> bytes:
    return dicom({_CHARSET: text("CS", codec), _SERIES: ("UT", letters)})


def _long(tag: int, vr: str, value: bytes) -> bytes:
    """An element of a VR with a length of 32 bits that `element` does not know."""
    head = struct.pack("<HH", tag >> 16, tag & 0xFFFF) + vr.encode()
    return head + struct.pack("<HL", 0, len(value)) + value


def _lut(descriptor: bytes, data: bytes) -> bytes:
    return item(descriptor + data)


_DESCRIPTOR = element(0x00283002, "US", struct.pack("<3H", 2, 0, 16))
_DATA = element(0x00283006, "OW", bytes(4))
_HUGE_NUMBERS = _long(0x00283006, "UV", struct.pack("<2Q", 2**64 - 1, 5))
_HUGE_FIRST = element(0x00283002, "FD", struct.pack("<3d", 2, 1e300, 16))
_CUT_SEQUENCE = item(element(0x00281052, "DS", b"7 ")) + b"\xfe\xff\x00"


def _behind_charset(charset: bytes) -> bytes:
    whole = dicom()
    end_of_meta = whole.index(element(0x00080016, *text("UI", MR_CLASS)))
    return whole[:end_of_meta] + charset + whole[end_of_meta:]


def _meta_of(length_vr: str, syntax_vr: str) -> bytes:
    """File meta information with these value representations of its length and transfer syntax."""
    syntax = element(0x00020010, syntax_vr, EXPLICIT.encode() + b"\0")
    length = element(0x00020000, length_vr, struct.pack("<L", len(syntax)))
    return bytes(128) + b"DICM" + length + syntax + data_set()


def _deflated_after(content: bytes, first: bytes) -> bytes:
    """A deflated data set, with `first` before the element that says so."""
    whole = deflated(content)
    syntax = whole.index(element(0x00020010, *text("UI", DEFLATED)))
    return whole[:syntax] + first + whole[syntax:]


def _unreadable(tag: int) -> bytes:
    return dicom({tag: ("ZZ", b"1 ")})


def _extended_table(vr: str, value: bytes) -> bytes:
    lengths = _long(0x7FE00002, "OV", struct.pack("<Q", 264))
    return encapsulated(
        [rle()],
        syntax=RLE,
        changes={0x7FE00001: (vr, value)},
        extra=lengths,
    )


def _fault_in(depth: int) -> bytes:
    """Items within items, and the last one holds a sequence that is cut."""
    content = element(_SERIES, "SQ", b"\xfe\xff\x00")
    for _ in range(depth):
        content = element(_SERIES, "SQ", item(content))
    return item(content)


def _fault_at(tag: int) -> bytes:
    return dicom({tag: ("SQ", _fault_in(18))})


def _in_an_item(fault: bytes) -> bytes:
    return dicom({_SERIES: ("SQ", item(fault))})


def _with(tag: int, items: bytes) -> bytes:
    return dicom(extra=element(tag, "SQ", items))


def _floats(changes: dict[int, Value | None] | None = None, extra: bytes = b"") -> bytes:
    """2 x 2 pixels of Float Pixel Data, none of them an ordinary number but the last."""
    layout: dict[int, Value | None] = {ALLOCATED: us(32), ROWS: us(2), COLUMNS: us(2)}
    layout |= dict.fromkeys((STORED, HIGH_BIT, SIGNED))
    pixels = element(0x7FE00008, "OF", struct.pack("<4f", _NAN, _INF, -_INF, 1))
    return dicom({**layout, **(changes or {})}, pixels=None, extra=extra + pixels)


def _palette() -> dict[int, Value | None]:
    changes: dict[int, Value | None] = {PHOTOMETRIC: text("CS", "PALETTE COLOR")}
    for k in range(3):
        changes[0x00281101 + k] = ("US", struct.pack("<3H", 2, 0, 16))
        changes[0x00281201 + k] = ("OW", bytes(4))
    return changes


def _segments_of_nothing() -> bytes:
    nothing = struct.pack("<2H", 0, 0) * 8000
    again = struct.pack("<4H", 2, 8000, 6, 0) * 4000
    changes = _palette()
    for k in range(3):
        changes[0x00281101 + k] = ("US", struct.pack("<3H", 0, 0, 16))
        del changes[0x00281201 + k]
        changes[0x00281221 + k] = ("OW", struct.pack("<3H", 0, 1, 7) + nothing + again)
    return dicom(changes)


def _deflated_behind(group_length: str) -> bytes:
    whole = deflated(data_set())
    return whole[:132] + element(0x00020000, *text("DS", group_length)) + whole[144:]


def _jpeg() -> bytes:
    return bytes(imagecodecs.jpeg8_encode(np.zeros((8, 8), np.uint8)))


_COLOR: dict[int, Value | None] = {PHOTOMETRIC: text("CS", "RGB"), SAMPLES: us(3)}

CASES: tuple[Case, ...] = (
    content(
        "a character set that is a codec for host names",
        lambda: _said_in("idna", b"xn--" + b"zz9a" * 100_000),
        IMAGE,
    ),
    content(
        "a character set that is the codec of such names' parts",
        lambda: _said_in("punycode", b"a-" + b"zz9a" * 250_000),
        IMAGE,
    ),
    content(
        "a character set with a zero byte in its name",
        lambda: dicom({_CHARSET: text("CS", b"ISO\0IR 100")}),
        IMAGE,
    ),
    *(
        content(
            f"a character set {what}",
            partial(_behind_charset, charset),
            IMAGE,
        )
        for what, charset in (
            ("of VR IO", element(_CHARSET, "IO", b"ISO_IR 100")),
            ("that is a number", element(_CHARSET, "US", b"\x49\0")),
            ("that is two numbers", element(_CHARSET, "US", b"\x49\0\x4a\0")),
            ("that is an endless number", element(_CHARSET, "IS", b"1e999 ")),
            ("that is half a number", element(_CHARSET, "US", b"\x49")),
            ("that is a sequence", element(_CHARSET, "SQ", item(b"") + SEQUENCE_END, UNDEFINED)),
            ("that is a sequence and cut", element(_CHARSET, "SQ", b"\xfe\xff\x00")),
        )
    ),
    *(
        content(
            f"a transfer syntax of VR {vr} behind a length of VR {length_vr}",
            partial(_meta_of, length_vr, vr),
            IMAGE,
        )
        for length_vr, vr in (("UL", "ZZ"), ("ZZ", "UI"), ("UL", "FD"), ("FD", "ZZ"))
    ),
    *(
        content(
            f"10 MiB of zeros in a deflated data set behind {what}",
            partial(_deflated_after, bytes(10 << 20), first),
            "decode_failed",
        )
        for what, first in (
            ("100 KB", element(0x00020001, "OB", bytes(100_000))),
            (
                "an element of undefined length",
                element(0x00020001, "OB", item(b"ab") + SEQUENCE_END, UNDEFINED),
            ),
        )
    ),
    content(
        "a deflated data set behind an element of VR ZZ",
        lambda: _deflated_after(data_set(), element(0x00020003, "ZZ", b"1.2 ")),
        IMAGE,
    ),
    content(
        "an empty patient's id of a VR that is none",
        lambda: dicom({0x00100020: ("L\0", b"")}),
        IMAGE,
    ),
    content(
        "a sequence end out of nowhere and nothing behind it",
        lambda: dicom(pixels=None, extra=SEQUENCE_END),
        "truncated_file",
    ),
    *(
        content(
            f"pixels whose {what} cannot be read",
            partial(_unreadable, tag),
            "invalid_tag",
        )
        for what, tag in (
            ("signedness", SIGNED),
            ("planes", PLANAR),
            ("Photometric Interpretation", PHOTOMETRIC),
        )
    ),
    *(
        content(
            f"an extended offset table of VR {vr}",
            partial(_extended_table, vr, value),
            "invalid_tag",
        )
        for vr, value in (("ZZ", bytes(8)), ("SQ", item(b"")), ("US", b"\1\0\2\0"))
    ),
    content("palette segments of nothing, over and over", _segments_of_nothing, "invalid_tag"),
    content(
        "modality LUT of numbers with 64 bits",
        lambda: _with(_MODALITY_LUT, _lut(_DESCRIPTOR, _HUGE_NUMBERS)),
        "invalid_tag",
    ),
    content(
        "VOI LUT of numbers with 64 bits",
        lambda: _with(_VOI_LUT, _lut(_DESCRIPTOR, _HUGE_NUMBERS)),
        IMAGE,
    ),
    content(
        "a fault in sequences 18 deep, where a text belongs",
        partial(_fault_at, _SERIES),
        IMAGE,
    ),
    *(
        content(
            f"an item with {what}, where a text belongs",
            partial(_in_an_item, fault),
            IMAGE,
        )
        for what, fault in (
            ("an element of VR ZZ", element(0x00080018, "ZZ", b"1.2 ")),
            ("a Pixel Representation of a byte", element(SIGNED, "US", b"\0")),
            ("LUT Data and no descriptor", element(0x00283006, "UN", b"\0\0")),
            ("a sequence that is cut", element(0x00209113, "SQ", b"\xfe\xff\x00")),
        )
    ),
    *(
        content(
            f"a fault in sequences 18 deep, where {tag:08X} belongs",
            partial(_fault_at, tag),
            outcome,
        )
        for tag, outcome in (
            (ROWS, "invalid_tag"),
            (PHOTOMETRIC, "invalid_tag"),
            (0x00281053, "invalid_tag"),
            (FRAMES, IMAGE),  # no number: the frames are counted
        )
    ),
    content(
        "modality LUT that begins at 1e300",
        lambda: _with(_MODALITY_LUT, _lut(_HUGE_FIRST, _DATA)),
        "invalid_tag",
    ),
    content(
        "VOI LUT that begins at 1e300",
        lambda: _with(_VOI_LUT, _lut(_HUGE_FIRST, _DATA)),
        IMAGE,
    ),
    *(
        content(
            f"sequence {tag:08X} cut in an item",
            partial(_with, tag, _CUT_SEQUENCE),
            "invalid_tag",
        )
        for tag in (_MODALITY_LUT, _SHARED, _PER_FRAME)
    ),
    content("VOI LUT sequence cut in an item", lambda: _with(_VOI_LUT, _CUT_SEQUENCE), IMAGE),
    content(
        "pixel value transformation cut in an item",
        lambda: _with(_SHARED, item(element(_TRANSFORM, "SQ", _CUT_SEQUENCE))),
        "invalid_tag",
    ),
    content(
        "position cut in an item of the plane position",
        lambda: dicom(extra=element(0x00209113, "SQ", _CUT_SEQUENCE)),
        IMAGE,
    ),
    content(
        "a modality LUT for floating-point pixels that are no numbers",
        lambda: _floats(extra=element(_MODALITY_LUT, "SQ", _lut(_DESCRIPTOR, _DATA))),
        IMAGE,
    ),
    content(
        "padding beyond single precision",
        lambda: _floats({0x00280123: ("FD", struct.pack("<d", 1e300))}),
        IMAGE,
    ),
    content("floating-point pixels of a palette", lambda: _floats(_palette()), "invalid_tag"),
    content("floating-point pixels in colour", lambda: _floats(_COLOR), "invalid_tag"),
    content(
        "colour of one bit",
        lambda: dicom({**_COLOR, ALLOCATED: us(1), STORED: us(1), HIGH_BIT: us(0)}),
        "invalid_tag",
    ),
    *(
        content(
            f"a deflated data set behind {length} bytes of file meta information",
            partial(_deflated_behind, length),
            IMAGE,  # where the data set begins is told without that length
        )
        for length in ("-5", "-1e300", "1e300")
    ),
    content(
        "JPEG behind 40 million fill bytes",
        lambda: SOI + b"\xff" * 40_000_000 + _jpeg()[2:],
        IMAGE,
    ),
    content(
        "JPEG of ten million empty segments",
        lambda: SOI + segment(0xE0, b"") * 10_000_000 + _jpeg()[2:],
        "too_large",
    ),
    content(
        "PNG of four million empty chunks",
        lambda: png(png_header(), chunk(b"teXt", b"") * 4_000_000, png_rows(), PNG_END),
        "too_large",
    ),
    content(
        "an offset table that is longer than the file",
        lambda: dicom(pixels=item(rle(), 264), pixel_length=UNDEFINED, syntax=RLE),
        "truncated_file",
    ),
    content(
        "two JPEG frames in three fragments without an end mark",
        lambda: encapsulated([b"ab", b"cd", b"ef"], syntax=JPEG, changes={FRAMES: text("IS", "2")}),
        "decode_failed",
        "truncated_file",
    ),
)
