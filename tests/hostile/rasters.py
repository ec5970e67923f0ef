"""PNG and JPEG files, broken in the ways that have broken decoders."""

from __future__ import annotations

import struct
import zlib
from functools import partial

import imagecodecs
import numpy as np

from tests.hostile.case import ANY_END, IMAGE, Case, content
from tests.hostile.raw import (
    EOI,
    PNG_END,
    PNG_SIGNATURE,
    SOI,
    chunk,
    dicom,
    frame_header,
    png,
    png_header,
    png_rows,
    segment,
)

_BAD = ("decode_failed", "truncated_file")


def _sound_png() -> bytes:
    return png(png_header(), png_rows(), PNG_END)


def _sound_jpeg() -> bytes:
    row = np.arange(32, dtype=np.uint8)
    return bytes(imagecodecs.jpeg8_encode((row[:, np.newaxis] * 4 + row).astype(np.uint8)))


def _part(sound: bytes, share: float) -> bytes:
    return sound[: int(len(sound) * share)]


def _with_exif(body: bytes) -> bytes:
    return SOI + segment(0xE1, b"Exif\0\0" + body) + _sound_jpeg()[2:]


def _exif(entries: bytes, count: int, following: int = 0) -> bytes:
    head = b"II*\0" + struct.pack("<L", 8) + struct.pack("<H", count)
    return head + entries + struct.pack("<L", following)


def _changed(sound: bytes, seed: int, *, first: int) -> bytes:
    random = np.random.default_rng(seed)
    data = bytearray(sound)
    for place in random.integers(first, len(data) - 2, 12):
        data[int(place)] = int(random.integers(256))
    return bytes(data)


def _resealed(seed: int) -> bytes:
    """A PNG with changed bytes in its pixels, whose checksums are right again."""
    random = np.random.default_rng(seed)
    packed = bytearray(zlib.compress(b"".join(b"\0" + bytes(range(8)) for _ in range(8))))
    for place in random.integers(0, len(packed), 4):
        packed[int(place)] = int(random.integers(256))
    return png(png_header(), chunk(b"IDAT", bytes(packed)), PNG_END)


_ORIENTATION_ENTRY = struct.pack("<HHLHH", 0x0112, 3, 1, 6, 0)

CASES: tuple[Case, ...] = (
    content("PNG", _sound_png, IMAGE),
    content("JPEG", _sound_jpeg, IMAGE),
    content("PNG signature alone", lambda: PNG_SIGNATURE, "truncated_file"),
    *(
        content(
            f"PNG cut at {share:.0%}",
            partial(_part, _sound_png(), share),
            "truncated_file",
        )
        for share in (0.3, 0.6, 0.9)
    ),
    content("PNG without an end mark", lambda: png(png_header(), png_rows()), "truncated_file"),
    content("PNG without pixels", lambda: png(png_header(), PNG_END), *_BAD),
    content("PNG without a header", lambda: png(png_rows(), PNG_END), *_BAD),
    content(
        "PNG with two headers",
        lambda: png(png_header(), png_header(4, 4), png_rows(), PNG_END),
        IMAGE,
        *_BAD,
    ),
    content(
        "PNG with a wrong checksum",
        lambda: png(png_header(), chunk(b"IDAT", b"x" * 9, crc=1), PNG_END),
        "decode_failed",
    ),
    content(
        "PNG chunk of 4 GiB",
        lambda: png(png_header(), chunk(b"IDAT", b"", length=0xFFFFFFFF), PNG_END),
        "truncated_file",
    ),
    content("PNG of 0 columns", lambda: png(png_header(0, 8), png_rows(), PNG_END), *_BAD),
    content("PNG of 3 bits", lambda: png(png_header(bits=3), png_rows(), PNG_END), *_BAD),
    content("PNG of 0 bits", lambda: png(png_header(bits=0), png_rows(), PNG_END), *_BAD),
    content("PNG of colour type 5", lambda: png(png_header(color=5), png_rows(), PNG_END), *_BAD),
    content(
        "PNG interlaced by 9", lambda: png(png_header(interlace=9), png_rows(), PNG_END), *_BAD
    ),
    content(
        "PNG palette without entries", lambda: png(png_header(color=3), png_rows(), PNG_END), *_BAD
    ),
    content(
        "PNG palette of one entry for eight values",
        lambda: png(png_header(color=3), chunk(b"PLTE", b"\1\2\3"), png_rows(), PNG_END),
        IMAGE,
        *_BAD,
    ),
    content(
        "PNG palette of 257 entries",
        lambda: png(png_header(color=3), chunk(b"PLTE", bytes(771)), png_rows(), PNG_END),
        *_BAD,
    ),
    content(
        "PNG with transparency for 9,000 entries",
        lambda: png(png_header(), chunk(b"tRNS", bytes(9000)), png_rows(), PNG_END),
        IMAGE,
        *_BAD,
    ),
    content(
        "PNG whose pixels end early",
        lambda: png(png_header(), chunk(b"IDAT", zlib.compress(b"\0" * 20)), PNG_END),
        IMAGE,
        *_BAD,
    ),
    content(
        "PNG whose pixels are not deflated",
        lambda: png(png_header(), chunk(b"IDAT", b"plain text"), PNG_END),
        *_BAD,
    ),
    content(
        "PNG with an unknown critical chunk",
        lambda: png(png_header(), chunk(b"XXXX", b""), png_rows(), PNG_END),
        IMAGE,
        *_BAD,
    ),
    content("PNG with a file behind it", lambda: _sound_png() + dicom(), IMAGE),
    content(
        "PNG animation",
        lambda: png(
            png_header(), chunk(b"acTL", struct.pack(">II", 1 << 31, 0)), png_rows(), PNG_END
        ),
        IMAGE,
        *_BAD,
    ),
    content(
        "PNG with a turned EXIF loop",
        lambda: png(
            png_header(), chunk(b"eXIf", _exif(_ORIENTATION_ENTRY, 1, 8)), png_rows(), PNG_END
        ),
        IMAGE,
    ),
    *(
        content(
            f"PNG, twelve bytes changed, {seed}",
            partial(_changed, _sound_png(), seed, first=8),
            *ANY_END,
        )
        for seed in range(4)
    ),
    *(
        content(
            f"PNG, pixels changed under right checksums, {seed}",
            partial(_resealed, seed),
            *ANY_END,
        )
        for seed in range(4)
    ),
    content("JPEG start alone", lambda: SOI + b"\xff", "truncated_file"),
    *(
        content(
            f"JPEG cut at {share:.0%}",
            partial(_part, _sound_jpeg(), share),
            "truncated_file",
        )
        for share in (0.05, 0.4, 0.9)
    ),
    content("JPEG without a frame", lambda: SOI + segment(0xDA, b"\1\1\0\0\77\0") + EOI, *_BAD),
    content(
        "JPEG segment of length 0",
        lambda: SOI + segment(0xE0, b"", 0) + _sound_jpeg()[2:],
        IMAGE,
        *_BAD,
    ),
    content(
        "JPEG segment of length 1",
        lambda: SOI + segment(0xE0, b"", 1) + _sound_jpeg()[2:],
        IMAGE,
        *_BAD,
    ),
    content(
        "JPEG segment longer than the file", lambda: SOI + segment(0xE0, b"", 65535) + EOI, *_BAD
    ),
    content(
        "JPEG with garbage between segments",
        lambda: SOI + b"garbage" + _sound_jpeg()[2:],
        "not_an_image",
    ),
    content(
        "JPEG of 0 rows",
        lambda: SOI + frame_header(0xC0, 0, 8) + segment(0xDA, b"\1\1\0\0\77\0") + EOI,
        "unsupported_image",
        *_BAD,
    ),
    content(
        "JPEG of 2 components",
        lambda: SOI + frame_header(0xC0, 8, 8, 2) + segment(0xDA, b"\1\1\0\0\77\0") + EOI,
        "unsupported_image",
    ),
    content(
        "JPEG of 200 components",
        lambda: SOI + frame_header(0xC0, 8, 8, 200) + segment(0xDA, b"\1\1\0\0\77\0") + EOI,
        "unsupported_image",
    ),
    content(
        "JPEG of 99 bits",
        lambda: SOI + frame_header(0xC0, 8, 8, bits=99) + segment(0xDA, b"\1\1\0\0\77\0") + EOI,
        "unsupported_image",
        *_BAD,
    ),
    content(
        "arithmetic JPEG",
        lambda: SOI + frame_header(0xC9, 8, 8) + segment(0xDA, b"\1\1\0\0\77\0") + EOI,
        "unsupported_image",
        *_BAD,
    ),
    content(
        "hierarchical JPEG",
        lambda: SOI + frame_header(0xC5, 8, 8) + segment(0xDA, b"\1\1\0\0\77\0") + EOI,
        "unsupported_image",
    ),
    content(
        "JPEG without tables",
        lambda: SOI + frame_header(0xC0, 8, 8) + segment(0xDA, b"\1\1\0\0\77\0") + bytes(9) + EOI,
        *_BAD,
    ),
    content(
        "JPEG with two frames",
        lambda: SOI + frame_header(0xC0, 4000, 4000) + _sound_jpeg()[2:],
        IMAGE,
        *_BAD,
    ),
    content(
        "JPEG with a huge table count",
        lambda: SOI + segment(0xC4, b"\0" + b"\xff" * 16) + _sound_jpeg()[2:],
        IMAGE,
        *_BAD,
    ),
    content(
        "EXIF that points into itself", lambda: _with_exif(_exif(_ORIENTATION_ENTRY, 1, 8)), IMAGE
    ),
    content("EXIF with 65535 entries", lambda: _with_exif(_exif(b"", 65535)), IMAGE),
    content(
        "EXIF that begins behind its end",
        lambda: _with_exif(b"II*\0" + struct.pack("<L", 1 << 31)),
        IMAGE,
    ),
    content(
        "EXIF orientation 99",
        lambda: _with_exif(_exif(struct.pack("<HHLHH", 0x0112, 3, 1, 99, 0), 1)),
        IMAGE,
    ),
    content("EXIF of no byte order", lambda: _with_exif(b"XX*\0" + bytes(20)), IMAGE),
    content("JPEG with a DICOM file behind it", lambda: _sound_jpeg() + dicom(), IMAGE),
    *(
        content(
            f"JPEG, twelve bytes changed, {seed}",
            partial(_changed, _sound_jpeg(), seed, first=2),
            *ANY_END,
        )
        for seed in range(8)
    ),
    content("GIF", lambda: b"GIF89a" + bytes(40), "not_an_image"),
    content("TIFF", lambda: b"II*\0" + bytes(40), "not_an_image"),
    content("JPEG XL", lambda: b"\xff\x0a" + bytes(40), "not_an_image"),
    content("PDF", lambda: b"%PDF-1.7\n" + bytes(40), "not_an_image"),
    content("SVG", lambda: b"<svg xmlns='x'><image href='/etc/passwd'/></svg>", "not_an_image"),
)
