"""PNG and JPEG, against pixels made by hand."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import numpy.typing as npt
import pytest

from tumorview.imaging.errors import (
    DecodeError,
    ImagingError,
    TooLargeError,
    TruncatedFileError,
    UnsupportedImageError,
)
from tumorview.imaging.image_file import open_image
from tumorview.imaging.recognize import FileKind

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, body: bytes) -> bytes:
    checksum = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", checksum)


def png(rows: list[bytes], columns: int, bits: int, color_type: int, *extra: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", columns, len(rows), bits, color_type, 0, 0, 0)
    lines = b"".join(b"\0" + row for row in rows)
    return b"".join(
        [
            SIGNATURE,
            chunk(b"IHDR", header),
            *extra,
            chunk(b"IDAT", zlib.compress(lines)),
            chunk(b"IEND", b""),
        ]
    )


def read(path: Path, content: bytes) -> npt.NDArray[Any]:
    path.write_bytes(content)
    return np.asarray(open_image(path).read_frame().stored_values)


def exif(orientation: int, order: str = "<") -> bytes:
    mark = b"II" if order == "<" else b"MM"
    tiff = mark + struct.pack(f"{order}HIH", 42, 8, 1)
    tiff += struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0) + b"\0\0\0\0"
    body = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def with_exif(jpeg: bytes, orientation: int, order: str = "<") -> bytes:
    return jpeg[:2] + exif(orientation, order) + jpeg[2:]


def test_eight_bit_grey(tmp_path: Path) -> None:
    values = read(tmp_path / "a", png([b"\x00\x7f\xff", b"\x01\x02\x03"], 3, 8, 0))
    assert values.tolist() == [[0, 127, 255], [1, 2, 3]]
    assert values.dtype == np.uint8


def test_sixteen_bit_grey_keeps_every_bit(tmp_path: Path) -> None:
    values = read(tmp_path / "a", png([struct.pack(">3H", 0, 258, 65535)], 3, 16, 0))
    assert values.tolist() == [[0, 258, 65535]]
    assert values.dtype == np.uint16


@pytest.mark.parametrize(
    ("bits", "row", "expected"),
    [(1, b"\xa0", [255, 0, 255]), (2, b"\x1b", [0, 85, 170]), (4, b"\x0f\x80", [0, 255, 136])],
)
def test_fewer_bits_are_spread_over_the_full_range(
    tmp_path: Path, bits: int, row: bytes, expected: list[int]
) -> None:
    assert read(tmp_path / "a", png([row], 3, bits, 0)).tolist() == [expected]


def test_a_palette_becomes_rgb(tmp_path: Path) -> None:
    palette = chunk(b"PLTE", bytes([255, 0, 0, 0, 255, 0, 9, 8, 7]))
    values = read(tmp_path / "a", png([b"\x00\x01\x02"], 3, 8, 3, palette))
    assert values.tolist() == [[[255, 0, 0], [0, 255, 0], [9, 8, 7]]]


def test_a_grey_palette_becomes_grey(tmp_path: Path) -> None:
    palette = chunk(b"PLTE", bytes([0, 0, 0, 77, 77, 77]))
    values = read(tmp_path / "a", png([b"\x40"], 2, 1, 3, palette))
    assert values.tolist() == [[0, 77]]


def test_colour_with_equal_channels_becomes_grey(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png([bytes([5, 5, 5, 200, 200, 200])], 2, 8, 2))
    frame = open_image(path).read_frame()
    assert frame.stored_values.tolist() == [[5, 200]]
    assert frame.photometric_interpretation == "MONOCHROME2"


def test_colour_stays_colour(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png([bytes([1, 2, 3, 4, 5, 6])], 2, 8, 2))
    frame = open_image(path).read_frame()
    assert frame.stored_values.tolist() == [[[1, 2, 3], [4, 5, 6]]]
    assert frame.photometric_interpretation == "RGB"


def test_sixteen_bit_colour_is_brought_to_eight(tmp_path: Path) -> None:
    row = struct.pack(">6H", 0, 32768, 65535, 257, 514, 0)
    assert read(tmp_path / "a", png([row], 2, 16, 2)).tolist() == [[[0, 128, 255], [1, 2, 0]]]


def test_sixteen_bit_colour_with_equal_channels_keeps_every_bit(tmp_path: Path) -> None:
    row = struct.pack(">3H", 258, 258, 258)
    assert read(tmp_path / "a", png([row], 1, 16, 2)).tolist() == [[258]]


def test_alpha_is_composited_on_black(tmp_path: Path) -> None:
    grey_alpha = read(tmp_path / "a", png([bytes([200, 255, 200, 0, 200, 128])], 3, 8, 4))
    assert grey_alpha.tolist() == [[200, 0, 100]]
    rgba = read(tmp_path / "b", png([bytes([200, 100, 50, 51, 1, 2, 3, 255])], 2, 8, 6))
    assert rgba.tolist() == [[[40, 20, 10], [1, 2, 3]]]


def test_a_transparent_palette_entry_is_black(tmp_path: Path) -> None:
    palette = chunk(b"PLTE", bytes([255, 0, 0, 0, 255, 0])) + chunk(b"tRNS", bytes([0]))
    values = read(tmp_path / "a", png([b"\x00\x01"], 2, 8, 3, palette))
    assert values.tolist() == [[[0, 0, 0], [0, 255, 0]]]


def test_a_png_header_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(png([b"\0\0", b"\0\0", b"\0\0"], 2, 8, 0))
    header = open_image(path).header
    assert (header.kind, header.rows, header.columns) == (FileKind.PNG, 3, 2)
    assert (header.modality, header.series_instance_uid, header.lossy) == ("", None, False)


def test_a_grey_jpeg_is_read_and_called_lossy(tmp_path: Path) -> None:
    pixels = np.add.outer(np.arange(16), np.arange(24)).astype(np.uint8) * 5
    path = tmp_path / "a.png"
    path.write_bytes(imagecodecs.jpeg8_encode(pixels, level=98))
    frame = open_image(path).read_frame()
    assert np.abs(np.asarray(frame.stored_values).astype(int) - pixels).max() <= 2
    assert frame.lossy
    assert frame.photometric_interpretation == "MONOCHROME2"


def test_a_colour_jpeg_is_rgb(tmp_path: Path) -> None:
    rgb = np.empty((16, 16, 3), np.uint8)
    rgb[:] = (200, 30, 10)
    values = read(tmp_path / "a", bytes(imagecodecs.jpeg8_encode(rgb, level=100)))
    assert np.abs(values[8, 8].astype(int) - (200, 30, 10)).max() <= 2


def test_a_colour_jpeg_of_grey_is_grey(tmp_path: Path) -> None:
    rgb = np.repeat(np.arange(256, dtype=np.uint8).reshape(16, 16, 1), 3, axis=2)
    assert read(tmp_path / "a", bytes(imagecodecs.jpeg8_encode(rgb, level=100))).ndim == 2


def test_an_untransformed_rgb_jpeg_is_not_converted(tmp_path: Path) -> None:
    rgb = np.empty((16, 16, 3), np.uint8)
    rgb[:] = (200, 30, 10)
    stream = bytes(imagecodecs.jpeg8_encode(rgb, level=100, colorspace="RGB", outcolorspace="RGB"))
    values = read(tmp_path / "a", stream)
    assert np.abs(values[8, 8].astype(int) - (200, 30, 10)).max() <= 2


@pytest.mark.parametrize("stored", ["CMYK", "YCCK"])
def test_adobe_cmyk_is_inverted_ink(tmp_path: Path, stored: str) -> None:
    # 255 is no ink: no cyan, half magenta, all yellow, little black.
    cmyk = np.empty((16, 16, 4), np.uint8)
    cmyk[:] = (255, 128, 0, 204)
    stream = bytes(
        imagecodecs.jpeg8_encode(cmyk, level=100, colorspace="CMYK", outcolorspace=stored)
    )
    assert b"Adobe" in stream[:40]
    values = read(tmp_path / "a", stream)
    assert np.abs(values[8, 8].astype(int) - (204, 102, 0)).max() <= 4


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_turns_the_picture_upright(tmp_path: Path, orientation: int, order: str) -> None:
    # What the camera stored, so that the tag says how to get this picture back: bright top left
    # quarter, dim top right quarter, black below.
    upright = np.zeros((16, 32), np.uint8)
    upright[:8, :16], upright[:8, 16:] = 250, 100
    stored = {
        1: upright,
        2: np.fliplr(upright),
        3: np.rot90(upright, 2),
        4: np.flipud(upright),
        5: upright.T,
        6: np.rot90(upright, 1),
        7: np.rot90(upright, 2).T,
        8: np.rot90(upright, -1),
    }[orientation]
    stream = bytes(imagecodecs.jpeg8_encode(np.ascontiguousarray(stored), level=100))
    path = tmp_path / "photo.jpg"
    path.write_bytes(with_exif(stream, orientation, order))
    opened = open_image(path)
    assert (opened.header.rows, opened.header.columns) == (16, 32)
    values = np.asarray(opened.read_frame().stored_values).astype(int)
    assert np.abs(values - upright).max() <= 3


def test_a_malformed_exif_block_is_ignored(tmp_path: Path) -> None:
    stream = bytes(imagecodecs.jpeg8_encode(np.full((8, 16), 9, np.uint8)))
    block = b"\xff\xe1\x00\x10Exif\0\0II*\0\xff\xff\xff\x7f"
    assert read(tmp_path / "a", stream[:2] + block + stream[2:]).shape == (8, 16)


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_truncated_picture_is_refused_and_never_filled_with_grey(
    tmp_path: Path, kind: str, kept: float
) -> None:
    pixels = np.random.default_rng(5).integers(0, 256, (64, 64)).astype(np.uint8)
    encode = imagecodecs.png_encode if kind == "png" else imagecodecs.jpeg8_encode
    content = bytes(encode(pixels))
    path = tmp_path / "cut"
    path.write_bytes(content[: int(len(content) * kept)])
    with pytest.raises(TruncatedFileError) as caught:
        open_image(path).read_frame()
    assert caught.value.path == path


def test_a_png_with_a_damaged_chunk_is_refused(tmp_path: Path) -> None:
    content = bytearray(png([b"\x00\x7f\xff"], 3, 8, 0))
    content[content.index(b"IDAT") + 6] ^= 0x55
    path = tmp_path / "a.png"
    path.write_bytes(content)
    with pytest.raises(DecodeError, match="IDAT"):
        open_image(path)


def test_a_png_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    header = struct.pack(">IIBBBBB", 2**31 - 1, 2**31 - 1, 8, 0, 0, 0, 0)
    path = tmp_path / "bomb.png"
    body = chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
    path.write_bytes(SIGNATURE + body)
    with pytest.raises(TooLargeError):
        open_image(path)


def test_a_jpeg_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    stream = bytearray(imagecodecs.jpeg8_encode(np.zeros((16, 16, 3), np.uint8)))
    frame = stream.index(b"\xff\xc0")
    stream[frame + 5 : frame + 9] = b"\xff\xff\xff\xff"
    path = tmp_path / "bomb.jpg"
    path.write_bytes(stream)
    with pytest.raises(TooLargeError):
        open_image(path)


def test_a_jpeg_of_two_components_is_refused(tmp_path: Path) -> None:
    stream = bytearray(imagecodecs.jpeg8_encode(np.zeros((16, 16), np.uint8)))
    stream[stream.index(b"\xff\xc0") + 9] = 2
    path = tmp_path / "a.jpg"
    path.write_bytes(stream)
    with pytest.raises(UnsupportedImageError):
        open_image(path)


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_damaged_pictures_never_escape_as_untyped_errors(tmp_path: Path, kind: str) -> None:
    random = np.random.default_rng(11)
    pixels = random.integers(0, 256, (32, 32, 3)).astype(np.uint8)
    encode = imagecodecs.png_encode if kind == "png" else imagecodecs.jpeg8_encode
    content = bytes(encode(pixels))
    path = tmp_path / "a"
    outcomes = set()
    for _ in range(150):
        damaged = bytearray(content)
        for position in random.integers(8, len(content), 3):
            damaged[position] = random.integers(256)
        path.write_bytes(damaged)
        try:
            open_image(path).read_frame()
            outcomes.add("read")
        except ImagingError as error:
            outcomes.add(error.code)
    assert "decode_failed" in outcomes or "truncated_file" in outcomes
