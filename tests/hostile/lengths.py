"""Lengths, offsets and counts that say something else than the file holds."""

from __future__ import annotations

import struct
from functools import partial

import imagecodecs
import numpy as np

from tests.hostile.case import BROKEN, IMAGE, Case, content
from tests.hostile.raw import (
    ALLOCATED,
    FRAMES,
    HIGH_BIT,
    JPEG_2000,
    PIXELS,
    RAMP,
    RLE,
    SEQUENCE_END,
    STORED,
    UNDEFINED,
    bare,
    dicom,
    element,
    encapsulated,
    item,
    text,
    us,
)

_TEXT = 0x0008103E
_SEQUENCE = 0x00081140
_OFFSETS, _OFFSET_LENGTHS = 0x7FE00001, 0x7FE00002


def j2k() -> bytes:
    """The ramp as a JPEG 2000 codestream."""
    ramp = np.frombuffer(RAMP, np.uint16).reshape(8, 8)
    return bytes(imagecodecs.jpeg2k_encode(ramp, codecformat="j2k", level=0, reversible=True))


def rle() -> bytes:
    """The ramp as one RLE frame of two segments (PS3.5 Annex G)."""
    ramp = np.frombuffer(RAMP, np.uint16).reshape(8, 8)
    segments = [
        b"".join(b"\x07" + bytes(row) for row in plane)
        for plane in ((ramp >> 8).astype(np.uint8), (ramp & 255).astype(np.uint8))
    ]
    starts = [64, 64 + len(segments[0])]
    return struct.pack("<16L", 2, *starts, *[0] * 13) + b"".join(segments)


def _offset_tables(first: int, length: int) -> bytes:
    return element(_OFFSETS, "OV", struct.pack("<Q", first)) + element(
        _OFFSET_LENGTHS, "OV", struct.pack("<Q", length)
    )


def _two_frames(table: bytes) -> bytes:
    return encapsulated([rle(), rle()], syntax=RLE, changes={FRAMES: text("IS", "2")}, table=table)


_LIES = {"0": 0, "1": 1, "odd": 7, "0xFFFE": 0xFFFE, "0xFFFF": 0xFFFF}

CASES: tuple[Case, ...] = (
    *(
        content(
            f"a text whose length says {name}",
            partial(dicom, {_TEXT: None}, extra=element(_TEXT, "LO", b"abcd", said)),
            IMAGE,
            "not_an_image",
            *BROKEN,
        )
        for name, said in _LIES.items()
    ),
    *(
        content(
            f"a sequence whose length says {said:#x}",
            partial(dicom, extra=element(_SEQUENCE, "SQ", item(b"ab"), said)),
            IMAGE,
            *BROKEN,
        )
        for said in (1, 0x7FFFFFFF, 0xFFFFFFFE)
    ),
    content(
        "an item longer than its sequence",
        lambda: dicom(extra=element(_SEQUENCE, "SQ", item(b"", 1 << 20), 8)),
        IMAGE,
        *BROKEN,
    ),
    content(
        "an item of 4 GiB",
        lambda: dicom(extra=element(_SEQUENCE, "SQ", item(b"", 0xFFFFFFFE), UNDEFINED)),
        *BROKEN,
    ),
    content(
        "unknown bytes of 4 GiB",
        lambda: dicom(extra=element(0x00291010, "UN", b"", 0xFFFFFFFE)),
        *BROKEN,
    ),
    content("pixel data that claim 4 GiB", lambda: dicom(pixel_length=0xFFFFFFFE), IMAGE, *BROKEN),
    content(
        "pixel data that claim too much and are too short",
        lambda: dicom(pixels=RAMP[:100], pixel_length=1 << 20),
        "truncated_file",
    ),
    content("pixel data that claim nothing", lambda: dicom(pixel_length=0), IMAGE),
    content(
        "pixel data that claim nothing, and something behind them",
        lambda: dicom(pixel_length=0) + bytes(8),
        "truncated_file",
    ),
    content("pixel data of an odd length", lambda: dicom(pixels=RAMP + b"x"), IMAGE),
    content("pixel data shorter than a frame", lambda: dicom(pixels=RAMP[:-2]), "truncated_file"),
    content("pixel data longer than a frame", lambda: dicom(pixels=RAMP * 3), IMAGE),
    content(
        "undefined length of uncompressed pixel data",
        lambda: dicom(pixel_length=UNDEFINED),
        *BROKEN,
    ),
    content(
        "two frames announced, one there",
        lambda: dicom({FRAMES: text("IS", "2")}),
        "truncated_file",
    ),
    content("no frames", lambda: dicom({FRAMES: text("IS", "0")}), "invalid_tag"),
    content("minus one frame", lambda: dicom({FRAMES: text("IS", "-1")}), "invalid_tag"),
    content("half a frame", lambda: dicom({FRAMES: text("IS", "0.5")}), "invalid_tag"),
    content(
        "frames in letters, which can be counted",
        lambda: dicom({FRAMES: text("IS", "many")}),
        IMAGE,
    ),
    content(
        "frames in letters, and half of one",
        lambda: dicom({FRAMES: text("IS", "many")}, pixels=RAMP + RAMP[:64]),
        "invalid_tag",
    ),
    content(
        "frames in letters, compressed",
        lambda: encapsulated([rle()], syntax=RLE, changes={FRAMES: text("IS", "many")}),
        "invalid_tag",
    ),
    content("fragments, none of them", lambda: encapsulated([], syntax=RLE), *BROKEN),
    content("one empty fragment", lambda: encapsulated([b""], syntax=RLE), *BROKEN),
    content("RLE", lambda: encapsulated([rle()], syntax=RLE), IMAGE),
    content(
        "RLE in two fragments", lambda: encapsulated([rle()[:70], rle()[70:]], syntax=RLE), IMAGE
    ),
    content(
        "fragments without an end",
        lambda: encapsulated([rle()], syntax=RLE, end=b""),
        IMAGE,
        "truncated_file",
    ),
    content(
        "a fragment longer than the file",
        lambda: dicom(pixels=item(b"") + item(rle(), 1 << 24), pixel_length=UNDEFINED, syntax=RLE),
        IMAGE,  # all of it is there
        "truncated_file",
        "decode_failed",
    ),
    content(
        "a fragment of 4 GiB",
        lambda: dicom(
            pixels=item(b"") + item(rle(), 0xFFFFFFFE), pixel_length=UNDEFINED, syntax=RLE
        ),
        IMAGE,  # all of it is there
        "truncated_file",
        "decode_failed",
    ),
    content(
        "a foreign tag among the fragments",
        lambda: dicom(
            pixels=item(b"") + bare(PIXELS, rle()) + SEQUENCE_END,
            pixel_length=UNDEFINED,
            syntax=RLE,
        ),
        *BROKEN,
    ),
    content("offset table of an odd length", lambda: _two_frames(b"\0\0\0"), IMAGE, *BROKEN),
    content(
        "offset table that points behind the file",
        lambda: _two_frames(struct.pack("<LL", 0, 1 << 30)),
        IMAGE,
        *BROKEN,
    ),
    content(
        "offset table that points backwards",
        lambda: _two_frames(struct.pack("<LL", 400, 0)),
        IMAGE,
        *BROKEN,
    ),
    content(
        "offset table with 100,000 frames",
        lambda: _two_frames(struct.pack("<L", 0) * 100_000),
        IMAGE,
        *BROKEN,
    ),
    *(
        content(
            f"extended offset table: {first:#x} of {length:#x} bytes",
            partial(encapsulated, [rle()], syntax=RLE, extra=_offset_tables(first, length)),
            IMAGE,
            *BROKEN,
        )
        for first, length in ((0, 1 << 62), (1 << 62, 100), (0, 0), ((1 << 64) - 1, (1 << 64) - 1))
    ),
    content(
        "extended offset table without lengths",
        lambda: encapsulated([rle()], syntax=RLE, extra=element(_OFFSETS, "OV", bytes(8))),
        IMAGE,
    ),
    *(
        content(
            f"RLE with {count} segments",
            partial(encapsulated, [struct.pack("<L", count) + rle()[4:]], syntax=RLE),
            *BROKEN,
        )
        for count in (0, 1, 15, 16, 0xFFFFFFFF)
    ),
    content(
        "RLE whose segment begins behind its end",
        lambda: encapsulated([struct.pack("<3L", 2, 64, 1 << 31) + rle()[12:]], syntax=RLE),
        *BROKEN,
    ),
    content("RLE cut after its header", lambda: encapsulated([rle()[:64]], syntax=RLE), *BROKEN),
    content("RLE shorter than its header", lambda: encapsulated([rle()[:10]], syntax=RLE), *BROKEN),
    content(
        "RLE of another depth than the header says",
        lambda: encapsulated(
            [rle()], syntax=RLE, changes={ALLOCATED: us(32), STORED: us(32), HIGH_BIT: us(31)}
        ),
        *BROKEN,
    ),
    content("JPEG 2000", lambda: encapsulated([j2k()], syntax=JPEG_2000), IMAGE),
    content(
        "JPEG 2000 without its last bytes",
        lambda: encapsulated([j2k()[:-20]], syntax=JPEG_2000),
        IMAGE,
        *BROKEN,
    ),
    content(
        "JPEG 2000 without anything but its header",
        lambda: encapsulated([j2k()[:60]], syntax=JPEG_2000),
        *BROKEN,
    ),
)
