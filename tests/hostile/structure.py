"""DICOM files whose parts are missing, cut, doubled, nested or in the wrong place."""

from __future__ import annotations

from functools import partial

from tests.hostile.case import BROKEN, IMAGE, Case, content
from tests.hostile.raw import (
    BIG_ENDIAN,
    DEFLATED,
    EXPLICIT,
    IMPLICIT,
    ITEM_END,
    JPEG,
    PIXELS,
    RAMP,
    ROWS,
    SEQUENCE_END,
    UNDEFINED,
    bare,
    data_set,
    deflated,
    dicom,
    element,
    image_elements,
    item,
    meta,
    us,
)

_SEQUENCE = 0x00081140


def _implicit_set(order: str = "<") -> bytes:
    parts = []
    for tag, value in sorted(image_elements().items()):
        assert value is not None
        raw = value[1]
        if order == ">" and value[0] == "US":
            raw = raw[::-1]
        parts.append(bare(tag, raw, order=order))
    return b"".join(parts) + bare(PIXELS, RAMP, order=order)


def _nested(depth: int, *, undefined: bool) -> bytes:
    if undefined:
        opened = element(_SEQUENCE, "SQ", b"", UNDEFINED) + item(b"", UNDEFINED)
        return opened * depth + (ITEM_END + SEQUENCE_END) * depth
    body = b""
    for _ in range(depth):
        body = element(_SEQUENCE, "SQ", item(body))
    return body


def _cut(at: float) -> bytes:
    whole = dicom()
    return whole[: int(len(whole) * at)]


def _with_preamble(preamble: bytes) -> bytes:
    return preamble.ljust(128, b"\0") + dicom()[128:]


def _icon() -> bytes:
    inner = data_set()
    return element(0x00880200, "SQ", item(inner))


CASES: tuple[Case, ...] = (
    content("nothing", bytes, "empty_file"),
    content("one byte", lambda: b"\0", "not_an_image"),
    content("zeros", lambda: bytes(4096), "not_an_image"),
    content("text", lambda: b"Dear colleague,\n" * 40, "not_an_image"),
    content("preamble alone", lambda: bytes(128), "not_an_image"),
    content("preamble and DICM alone", lambda: bytes(128) + b"DICM", *BROKEN),
    content("file meta information alone", lambda: bytes(128) + b"DICM" + meta(), *BROKEN),
    content("half a file meta information", lambda: bytes(128) + b"DICM" + meta()[:30], *BROKEN),
    *(
        content(f"cut at {share:.0%}", partial(_cut, share), *BROKEN)
        for share in (0.40, 0.50, 0.60, 0.70, 0.80, 0.90, 0.99)
    ),
    content("one byte short", lambda: dicom()[:-1], "truncated_file"),
    content("without preamble", lambda: meta() + data_set(), IMAGE),
    content("without file meta information, explicit", data_set, IMAGE),
    content("without file meta information, implicit", _implicit_set, IMAGE),
    content(
        "implicit data set announced as explicit",
        lambda: bytes(128) + b"DICM" + meta(EXPLICIT) + _implicit_set(),
        IMAGE,
        *BROKEN,
    ),
    content(
        "explicit data set announced as implicit",
        lambda: bytes(128) + b"DICM" + meta(IMPLICIT) + data_set(),
        IMAGE,
        *BROKEN,
    ),
    content(
        "little endian data set announced as big endian",
        lambda: dicom(syntax=BIG_ENDIAN),
        IMAGE,
    ),
    content(
        "implicit big endian, which no standard knows",
        lambda: bytes(128) + b"DICM" + meta(IMPLICIT) + _implicit_set(">"),
        "not_an_image",
        *BROKEN,
    ),
    content("preamble of a JPEG", lambda: _with_preamble(b"\xff\xd8\xff\xe0"), IMAGE),
    content("preamble of a program", lambda: _with_preamble(b"MZ\x90\0"), IMAGE),
    content("file meta group length of 0", lambda: dicom(meta_length=0), IMAGE),
    content("file meta group length too large", lambda: dicom(meta_length=1 << 30), IMAGE, *BROKEN),
    content("file meta group length too small", lambda: dicom(meta_length=20), IMAGE, *BROKEN),
    content("no transfer syntax", lambda: dicom(syntax=None), IMAGE, "invalid_tag"),
    content("empty transfer syntax", lambda: dicom(syntax=b""), IMAGE, "invalid_tag"),
    content(
        "transfer syntax of another planet",
        lambda: dicom(syntax="1.2.3.4.5.6"),
        "unsupported_transfer_syntax",
    ),
    content(
        "transfer syntax that is no UID",
        lambda: dicom(syntax=b"\xff\xfe../../etc"),
        "unsupported_transfer_syntax",
        *BROKEN,
    ),
    content(
        "transfer syntax of 60,000 characters",
        lambda: dicom(syntax="1." * 30000),
        "unsupported_transfer_syntax",
        *BROKEN,
    ),
    content(
        "video",
        lambda: dicom(syntax="1.2.840.10008.1.2.4.102"),
        "unsupported_transfer_syntax",
    ),
    content("the same tag twice", lambda: dicom(extra=element(ROWS, *us(8))), IMAGE, *BROKEN),
    content(
        "the same tag twice with two values",
        lambda: dicom(extra=element(ROWS, *us(60000))),
        IMAGE,
        *BROKEN,
    ),
    content(
        "rows after the pixel data",
        lambda: dicom({ROWS: None}, tail=element(ROWS, *us(8))),
        "invalid_tag",
    ),
    content("garbage after the pixel data", lambda: dicom(tail=b"\xde\xad\xbe\xef" * 999), IMAGE),
    content("a second file after the first", lambda: dicom(tail=dicom()), IMAGE),
    content("pixel data twice", lambda: dicom(tail=element(PIXELS, "OW", bytes(128))), IMAGE),
    content("group 0000 in a file", lambda: dicom({0x00000000: ("UL", bytes(4))}), IMAGE, *BROKEN),
    content(
        "pixel data in an icon only",
        lambda: bytes(128) + b"DICM" + meta() + _icon(),
        *BROKEN,
    ),
    content(
        "pixel data in an icon and at the top",
        lambda: dicom({0x00880200: ("SQ", item(data_set()))}),
        IMAGE,
    ),
    content("no pixel data", lambda: dicom(pixels=None), "no_pixel_data", "truncated_file"),
    content("empty pixel data", lambda: dicom(pixels=b""), "truncated_file"),
    content(
        "pixel data of a foreign VR",
        lambda: dicom(pixel_vr="UN"),
        IMAGE,
    ),
    content("pixel data of VR ZZ", lambda: dicom(pixel_vr="ZZ"), IMAGE, *BROKEN),
    content(
        "integer and float pixel data",
        lambda: dicom(extra=element(0x7FE00008, "OF", bytes(256))),
        IMAGE,
        *BROKEN,
    ),
    *(
        content(
            f"sequences {depth} deep, {'undefined' if undefined else 'defined'} length",
            partial(dicom, extra=_nested(depth, undefined=undefined)),
            IMAGE,
            *BROKEN,
        )
        for depth in (20, 200, 2000, 20000)
        for undefined in (True, False)
        if depth < 20000 or undefined
    ),
    content(
        "a sequence that never ends",
        lambda: dicom(extra=element(_SEQUENCE, "SQ", item(b""), UNDEFINED), pixels=None),
        *BROKEN,
    ),
    content(
        "an item that never ends",
        lambda: dicom(extra=element(_SEQUENCE, "SQ", item(b"", UNDEFINED), UNDEFINED)),
        *BROKEN,
    ),
    content("a delimiter out of nowhere", lambda: dicom(extra=SEQUENCE_END), IMAGE, *BROKEN),
    content("an item end out of nowhere", lambda: dicom(extra=ITEM_END), IMAGE, *BROKEN),
    content(
        "undefined length of a text",
        lambda: dicom(extra=element(0x00281055, "UT", b"abcd", UNDEFINED)),
        IMAGE,
        *BROKEN,
    ),
    content(
        "undefined length of unknown bytes",
        lambda: dicom(extra=element(0x00281055, "UN", b"abcd", UNDEFINED)),
        IMAGE,
        *BROKEN,
    ),
    content(
        "VR in lower case",
        lambda: dicom(extra=element(0x00281055, "lo", b"abcd")),
        IMAGE,
        *BROKEN,
    ),
    content(
        "VR of two zeros",
        lambda: dicom(extra=element(0x00281055, "\0\0", b"abcd")),
        IMAGE,
        *BROKEN,
    ),
    content(
        "private block without a creator",
        lambda: dicom({0x00291010: ("OB", bytes(64))}),
        IMAGE,
    ),
    content("a hundred thousand elements", lambda: dicom(extra=_many_elements()), IMAGE),
    content(
        "eight hundred thousand empty elements", lambda: dicom(extra=_empty_elements()), "too_large"
    ),
    content("deflated", lambda: deflated(data_set()), IMAGE),
    content("deflated and cut", lambda: deflated(data_set())[:-12], *BROKEN),
    content(
        "announced as deflated, which it is not",
        lambda: dicom(syntax=DEFLATED),
        *BROKEN,
    ),
    content(
        "deflated twice",
        lambda: deflated(deflated(data_set())),
        "not_an_image",
        *BROKEN,
    ),
    content(
        "announced as JPEG, which it is not",
        lambda: dicom(syntax=JPEG),
        "decode_failed",
    ),
    content(
        "announced as uncompressed, encapsulated all the same",
        lambda: dicom(pixels=item(b"") + item(RAMP) + SEQUENCE_END, pixel_length=UNDEFINED),
        "decode_failed",
    ),
)


def _many_elements() -> bytes:
    one = [element(0x00290000 | (k % 0xFF00), "LO", b"ab") for k in range(0xFF00)]
    return b"".join(one) + b"".join(element(0x002B0000 | k, "LO", b"ab") for k in range(34720))


def _empty_elements() -> bytes:
    """Elements of eight bytes each: what a parser spends most time on for the fewest bytes."""
    return b"".join(
        element(0x00290000 + (k // 0xFF00 << 17) + k % 0xFF00, "LO", b"") for k in range(800_000)
    )
