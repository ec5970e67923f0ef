"""Image Pixel attributes that contradict each other, numbers that are none, damaged streams."""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import partial

import imagecodecs
import numpy as np

from tests.hostile.case import ANY_END, BROKEN, IMAGE, Case, content
from tests.hostile.lengths import j2k, rle
from tests.hostile.raw import (
    ALLOCATED,
    CENTER,
    COLUMNS,
    HIGH_BIT,
    INTERCEPT,
    JPEG,
    JPEG_2000,
    JPEG_LOSSLESS,
    JPEG_LS,
    PHOTOMETRIC,
    PLANAR,
    RAMP,
    RLE,
    ROWS,
    SAMPLES,
    SIGNED,
    SLOPE,
    STORED,
    WIDTH,
    Value,
    dicom,
    element,
    encapsulated,
    item,
    text,
    us,
)

_BYTES: dict[int, Value | None] = {ALLOCATED: us(8), STORED: us(8), HIGH_BIT: us(7)}
_PADDING, _PADDING_LIMIT = 0x00280120, 0x00280121


def _picture(side: int = 32) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    row = np.arange(side, dtype=np.uint8)
    return (row[:, np.newaxis] * 5 + row).astype(np.uint8)


def _changed(codec: str, seed: int) -> bytes:
    """A file whose compressed stream has twenty bytes changed at random behind its first 12."""
    random = np.random.default_rng(seed)
    syntax, encode = _CODECS[codec]
    stream = bytearray(encode())
    for place in random.integers(12, len(stream) - 2, 20):
        stream[int(place)] = int(random.integers(256))
    sixteen = codec in {"JPEG 2000", "RLE"}
    changes = {} if sixteen else {**_BYTES, ROWS: us(32), COLUMNS: us(32)}
    return encapsulated([bytes(stream)], syntax=syntax, changes=changes)


_CODECS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "JPEG": (JPEG, lambda: bytes(imagecodecs.jpeg8_encode(_picture()))),
    "JPEG lossless": (JPEG_LOSSLESS, lambda: bytes(imagecodecs.ljpeg_encode(_picture()))),
    "JPEG-LS": (JPEG_LS, lambda: bytes(imagecodecs.jpegls_encode(_picture()))),
    "JPEG 2000": (JPEG_2000, j2k),
    "RLE": (RLE, rle),
}


def _number(tag: int, said: str) -> dict[int, Value | None]:
    return {tag: text("DS", said)}


def _palette(**parts: Value | None) -> dict[int, Value | None]:
    """A palette of 64 entries; `parts` replaces "descriptor" or "data" of the green one."""
    changes: dict[int, Value | None] = {PHOTOMETRIC: text("CS", "PALETTE COLOR")}
    for k in range(3):
        changes[0x00281101 + k] = ("US", struct.pack("<3H", 64, 0, 16))
        changes[0x00281201 + k] = ("OW", bytes(128))
    if "descriptor" in parts:
        changes[0x00281102] = parts["descriptor"]
    if "data" in parts:
        changes[0x00281202] = parts["data"]
    return changes


def _modality_lut(descriptor: bytes, data: bytes) -> bytes:
    content_ = element(0x00283002, "US", descriptor) + element(0x00283006, "OW", data)
    return element(0x00283000, "SQ", item(content_))


def _floats(tag: int, vr: str, code: str, values: list[float]) -> bytes:
    bits = 32 if code == "f" else 64
    changes: dict[int, Value | None] = {
        ALLOCATED: us(bits),
        STORED: None,
        HIGH_BIT: None,
        SIGNED: None,
        ROWS: us(2),
        COLUMNS: us(2),
    }
    return dicom(changes, pixels=None, extra=element(tag, vr, struct.pack(f"<4{code}", *values)))


_NAN, _INF = float("nan"), float("inf")

CASES: tuple[Case, ...] = (
    *(
        content(
            f"{bits} bits allocated",
            partial(dicom, {ALLOCATED: us(bits), STORED: None, HIGH_BIT: None}),
            "invalid_tag",
            "unsupported_image",
        )
        for bits in (0, 2, 7, 12, 24, 64, 65535)
    ),
    content("no bits allocated tag", lambda: dicom({ALLOCATED: None}), "invalid_tag"),
    content("17 bits stored of 16", lambda: dicom({STORED: us(17)}), "invalid_tag"),
    content("no bits stored", lambda: dicom({STORED: us(0)}), "invalid_tag"),
    content("high bit beyond the bits", lambda: dicom({HIGH_BIT: us(40)}), "invalid_tag"),
    content("high bit below the bits", lambda: dicom({HIGH_BIT: us(3)}), "invalid_tag"),
    *(
        content(
            f"{count} samples a pixel",
            partial(dicom, {SAMPLES: us(count)}),
            "invalid_tag",
            "unsupported_image",
        )
        for count in (0, 2, 5, 65535)
    ),
    content("colour in one sample", lambda: dicom({PHOTOMETRIC: text("CS", "RGB")}), "invalid_tag"),
    content(
        "a photometric interpretation of another planet",
        lambda: dicom({PHOTOMETRIC: text("CS", "ULTRAVIOLET")}),
        "unsupported_image",
    ),
    content(
        "a photometric interpretation in bytes that are no text",
        lambda: dicom({PHOTOMETRIC: ("CS", b"\xff\xfe\x00\x01")}),
        "unsupported_image",
    ),
    content("no photometric interpretation", lambda: dicom({PHOTOMETRIC: None}), IMAGE),
    content(
        "planar configuration 9",
        lambda: dicom(
            {PLANAR: us(9), SAMPLES: us(3), PHOTOMETRIC: text("CS", "RGB")}, pixels=RAMP * 3
        ),
        IMAGE,
        "invalid_tag",
    ),
    content("pixel representation 7", lambda: dicom({SIGNED: us(7)}), IMAGE, "invalid_tag"),
    *(
        content(f"{name} of 0", partial(dicom, {tag: us(0)}), "invalid_tag")
        for name, tag in (("rows", ROWS), ("columns", COLUMNS))
    ),
    content("no rows", lambda: dicom({ROWS: None}), "invalid_tag", "truncated_file"),
    content("rows in letters", lambda: dicom({ROWS: text("LO", "eight")}), "invalid_tag"),
    content(
        "rows as a decimal string", lambda: dicom({ROWS: text("DS", "8")}), IMAGE, "invalid_tag"
    ),
    content("rows of one byte", lambda: dicom({ROWS: ("US", b"\x08")}), *BROKEN, "not_an_image"),
    content(
        "rows of two values",
        lambda: dicom({ROWS: ("US", struct.pack("<2H", 8, 9))}),
        IMAGE,
        *BROKEN,
    ),
    content("empty rows", lambda: dicom({ROWS: ("US", b"")}), "invalid_tag"),
    content(
        "4:2:2 with an odd number of columns",
        lambda: dicom(
            {
                **_BYTES,
                SAMPLES: us(3),
                PHOTOMETRIC: text("CS", "YBR_FULL_422"),
                COLUMNS: us(7),
            }
        ),
        *BROKEN,
        "unsupported_image",
    ),
    *(
        content(
            f"rescale slope {said}",
            partial(dicom, _number(SLOPE, said)),
            "invalid_tag",
        )
        for said in ("0", "steep", "nan", "inf", "1e999")
    ),
    content("rescale slope 1e300", lambda: dicom(_number(SLOPE, "1e300")), IMAGE, "invalid_tag"),
    content(
        "rescale slope of 40,000 digits",
        lambda: dicom(_number(SLOPE, "1" * 40000)),
        IMAGE,
        "invalid_tag",
    ),
    content("rescale intercept nan", lambda: dicom(_number(INTERCEPT, "nan")), "invalid_tag"),
    content(
        "rescale intercept -1e308",
        lambda: dicom(_number(INTERCEPT, "-1e308")),
        IMAGE,
        "invalid_tag",
    ),
    *(
        content(
            f"window of width {said}",
            partial(dicom, {**_number(CENTER, "30"), **_number(WIDTH, said)}),
            IMAGE,
        )
        for said in ("0", "-5", "nan", "1e-320", "1e308", "wide", "1\\2\\3")
    ),
    content("a window centre without a width", lambda: dicom(_number(CENTER, "40")), IMAGE),
    content(
        "ten thousand windows",
        lambda: dicom(
            {
                CENTER: text("UT", "\\".join(["1"] * 10000)),
                WIDTH: text("UT", "\\".join(["2"] * 10000)),
            }
        ),
        IMAGE,
    ),
    content("padding of a foreign VR", lambda: dicom({_PADDING: text("LO", "none")}), IMAGE),
    content(
        "everything is padding", lambda: dicom({_PADDING: us(0), _PADDING_LIMIT: us(65535)}), IMAGE
    ),
    content("a picture of one value", lambda: dicom(pixels=b"\x05\x00" * 64), IMAGE),
    content("palette", lambda: dicom(_palette()), IMAGE),
    content(
        "palette without green",
        lambda: dicom(_palette(descriptor=None, data=None)),
        *BROKEN,
        "unsupported_image",
    ),
    content(
        "palette descriptor of two values",
        lambda: dicom(_palette(descriptor=("US", bytes(4)))),
        *BROKEN,
    ),
    content(
        "palette of 99 bits",
        lambda: dicom(_palette(descriptor=("US", struct.pack("<3H", 64, 0, 99)))),
        *BROKEN,
    ),
    content("palette with too little data", lambda: dicom(_palette(data=("OW", b"ab"))), *BROKEN),
    content(
        "palettes of different lengths",
        lambda: dicom(
            _palette(descriptor=("US", struct.pack("<3H", 32, 0, 16)), data=("OW", bytes(64)))
        ),
        IMAGE,
        *BROKEN,
    ),
    content(
        "modality LUT without entries",
        lambda: dicom(extra=_modality_lut(struct.pack("<3H", 16, 0, 16), b"")),
        "invalid_tag",
    ),
    content(
        "modality LUT of 0 bits",
        lambda: dicom(extra=_modality_lut(struct.pack("<3H", 16, 0, 0), bytes(32))),
        "invalid_tag",
    ),
    content(
        "modality LUT with a descriptor of one value",
        lambda: dicom(extra=_modality_lut(struct.pack("<H", 16), bytes(32))),
        "invalid_tag",
    ),
    content("float pixels", lambda: _floats(0x7FE00008, "OF", "f", [0, 1, 2, 3]), IMAGE),
    content(
        "float pixels that are no numbers",
        lambda: _floats(0x7FE00008, "OF", "f", [_NAN, _INF, -_INF, 1e38]),
        IMAGE,
    ),
    content(
        "float pixels, none of them a number",
        lambda: _floats(0x7FE00008, "OF", "f", [_NAN] * 4),
        IMAGE,
    ),
    content(
        "double pixels beyond single precision",
        lambda: _floats(0x7FE00009, "OD", "d", [1e308, -1e308, _NAN, _INF]),
        IMAGE,
    ),
    content(
        "JPEG of another size than the header says",
        lambda: encapsulated(
            [_CODECS["JPEG"][1]()], syntax=JPEG, changes={**_BYTES, ROWS: us(16), COLUMNS: us(64)}
        ),
        "decode_failed",
    ),
    content(
        "grey JPEG announced in colour",
        lambda: encapsulated(
            [_CODECS["JPEG"][1]()],
            syntax=JPEG,
            changes={
                **_BYTES,
                ROWS: us(32),
                COLUMNS: us(32),
                SAMPLES: us(3),
                PHOTOMETRIC: text("CS", "RGB"),
            },
        ),
        "decode_failed",
        IMAGE,
    ),
    content(
        "JPEG 2000 in a JPEG's transfer syntax",
        lambda: encapsulated([j2k()], syntax=JPEG, changes=_BYTES),
        "decode_failed",
    ),
    content(
        "text in a JPEG's place",
        lambda: encapsulated([b"no picture today"], syntax=JPEG, changes=_BYTES),
        *BROKEN,
    ),
    content(
        "JPEG 2000 of 16 bits announced as 8",
        lambda: encapsulated([j2k()], syntax=JPEG_2000, changes=_BYTES),
        IMAGE,
        "decode_failed",
    ),
    *(
        content(
            f"{codec}, twenty bytes changed, {seed}",
            partial(_changed, codec, seed),
            *ANY_END,
        )
        for codec in _CODECS
        for seed in range(6)
    ),
)
