"""What is said of compressed streams before a decoder sees them."""

from __future__ import annotations

import struct

import imagecodecs
import numpy as np
import pytest

from tumorview.imaging.decoders import RLE, least_bytes
from tumorview.imaging.streams import check_rle_header, check_tiles

_JPEG = "1.2.840.10008.1.2.4.50"
_JPEG_LOSSLESS = "1.2.840.10008.1.2.4.70"
_JPEG_LS = "1.2.840.10008.1.2.4.80"


def _picture(side: int = 64) -> np.ndarray[tuple[int, int], np.dtype[np.uint16]]:
    return np.random.default_rng(1).integers(0, 4096, (side, side)).astype(np.uint16)


def _rle_header(*offsets: int, count: int | None = None) -> bytes:
    padded = [*offsets, *[0] * (15 - len(offsets))]
    return struct.pack("<16L", len(offsets) if count is None else count, *padded)


def test_an_rle_header_whose_segments_follow_one_another_passes() -> None:
    check_rle_header(_rle_header(64, 80) + bytes(40), 2)


@pytest.mark.parametrize(
    ("data", "segments"),
    [
        (b"", 1),
        (_rle_header(64)[:60], 1),
        (_rle_header(64) + bytes(8), 2),
        (_rle_header(64, 80, count=16) + bytes(40), 16),
        (_rle_header(60) + bytes(8), 1),
        (_rle_header(64, 64) + bytes(8), 2),
        (_rle_header(64, 90, 80) + bytes(60), 3),
        (_rle_header(64, 1 << 31) + bytes(8), 2),
        (_rle_header(64), 1),
    ],
)
def test_an_rle_header_that_points_anywhere_else_is_refused(data: bytes, segments: int) -> None:
    with pytest.raises(ValueError, match="RLE"):
        check_rle_header(data, segments)


def _tiled(tiles: list[int], *, open_end: bool = False) -> bytes:
    """Markers of a 64 x 64 codestream in four tiles of 32 x 32, with parts of the named ones."""
    size = struct.pack(">HH8IH", 41, 0, 64, 64, 0, 0, 32, 32, 0, 0, 1) + b"\x07\x01\x01"
    stream = b"\xff\x4f\xff\x51" + size + b"\xff\x52" + struct.pack(">H", 12) + bytes(10)
    for place, tile in enumerate(tiles):
        length = 0 if open_end and place == len(tiles) - 1 else 14 + 5
        part = struct.pack(">HHHIBB", 0xFF90, 10, tile, length, 0, 1)
        stream += part + b"\xff\x93" + b"bytes"
    return stream + b"\xff\xd9"


def test_every_tile_of_a_sound_jpeg_2000_is_found() -> None:
    whole = bytes(imagecodecs.jpeg2k_encode(_picture(), codecformat="j2k", level=0))
    for stream in (whole, _tiled([0, 1, 2, 3]), _tiled([3, 1, 0, 0, 2], open_end=True)):
        check_tiles(stream)
        check_tiles(stream[:-2])  # without its end mark


def test_the_tiles_are_found_within_a_jp2_file_too() -> None:
    check_tiles(bytes(imagecodecs.jpeg2k_encode(_picture(), codecformat="jp2", level=0)))


@pytest.mark.parametrize("tiles", [[0], [0, 1, 3], [0, 0, 1, 2]])
def test_a_jpeg_2000_that_lacks_a_tile_is_refused(tiles: list[int]) -> None:
    with pytest.raises(ValueError, match=r"[13] of 4 JPEG 2000 tiles"):
        check_tiles(_tiled(tiles))


def test_what_is_no_jpeg_2000_is_left_to_the_decoder() -> None:
    for data in (b"", b"text", b"\xff\x4f\xff\x51", b"\xff\x4f\xff\x51" + bytes(20)):
        check_tiles(data)


def test_no_frame_is_shorter_than_its_compression_allows() -> None:
    flat = np.zeros((512, 512), np.uint8)
    pixels = flat.size
    assert least_bytes(_JPEG, pixels, 1) < len(imagecodecs.jpeg8_encode(flat))
    assert least_bytes(_JPEG_LOSSLESS, pixels, 1) < len(imagecodecs.ljpeg_encode(flat))
    assert least_bytes(RLE, pixels, 1) == pixels // 64
    # A flat picture of any size may be a few bytes in JPEG-LS.
    assert least_bytes(_JPEG_LS, pixels, 1) == 0
