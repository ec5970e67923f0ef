"""JPEG XL frames: what the stream announces, what comes back, what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import numpy.typing as npt
import pytest

from tests.dicom_factory import make_dataset, save_encapsulated, write_dicom
from tumorview.imaging.decoders import is_left_as_ybr
from tumorview.imaging.errors import DecodeError, TruncatedFileError, UnsupportedImageError
from tumorview.imaging.image_file import open_image
from tumorview.imaging.jpeg_xl import jpeg_xl_head
from tumorview.imaging.streams import stream_shape

LOSSLESS = "1.2.840.10008.1.2.4.110"
RECOMPRESSION = "1.2.840.10008.1.2.4.111"
LOSSY = "1.2.840.10008.1.2.4.112"

RANDOM = np.random.default_rng(8)


def encode(pixels: npt.NDArray[Any], **options: Any) -> bytes:
    return bytes(imagecodecs.jpegxl_encode(pixels, **options))


def stored(path: Path) -> npt.NDArray[Any]:
    return np.asarray(open_image(path).read_frame().stored_values)


def write(path: Path, pixels: npt.NDArray[Any], stream: bytes, syntax: str, **tags: Any) -> Path:
    return save_encapsulated(make_dataset(pixels, **tags), path, [stream], syntax)


def smooth_rgb() -> npt.NDArray[np.uint8]:
    y, x = np.mgrid[0:48, 0:64]
    return np.dstack([x * 3, y * 4, 200 - x - y]).astype(np.uint8)


def with_orientation(orientation: int) -> bytes:
    """The head of a 16 x 16 codestream that says how it is turned."""
    bits = 1 | (1 << 1) | (1 << 6)  # sides in eights: 16 rows, as many columns
    bits |= 0 << 9 | 1 << 10 | (orientation - 1) << 11  # metadata of its own, with extra fields
    return b"\xff\x0a" + bits.to_bytes(8, "little")


@pytest.mark.parametrize("bits", [8, 10, 12, 16])
@pytest.mark.parametrize("syntax", [LOSSLESS, LOSSY])
def test_lossless_grey_comes_back_to_the_last_bit(tmp_path: Path, syntax: str, bits: int) -> None:
    pixels = RANDOM.integers(0, 1 << bits, (24, 40)).astype(np.uint8 if bits == 8 else np.uint16)
    stream = encode(pixels, lossless=True, bitspersample=bits)
    frame = open_image(
        write(tmp_path / "a.dcm", pixels, stream, syntax, BitsStored=bits)
    ).read_frame()
    np.testing.assert_array_equal(frame.stored_values, pixels)
    assert not frame.lossy


def test_signed_pixels_get_their_sign_back(tmp_path: Path) -> None:
    pixels = np.array([[-2000, -1, 0, 1], [5, 1000, 2047, -2048]] * 4, np.int16)
    stream = encode((pixels & 0x0FFF).astype(np.uint16), lossless=True)
    path = write(tmp_path / "a.dcm", pixels, stream, LOSSLESS, BitsStored=12)
    np.testing.assert_array_equal(stored(path), pixels)


@pytest.mark.parametrize("container", [False, True])
def test_lossless_colour_comes_back(tmp_path: Path, container: bool) -> None:
    rgb = RANDOM.integers(0, 256, (16, 20, 3)).astype(np.uint8)
    stream = encode(rgb, lossless=True, usecontainer=container)
    np.testing.assert_array_equal(stored(write(tmp_path / "a.dcm", rgb, stream, LOSSLESS)), rgb)


def test_lossless_samples_that_the_header_calls_ybr_are_converted(tmp_path: Path) -> None:
    ybr = np.empty((16, 16, 3), np.uint8)
    ybr[:] = (76, 85, 255)
    stream = encode(ybr, lossless=True)
    path = write(tmp_path / "a.dcm", ybr, stream, LOSSLESS, PhotometricInterpretation="YBR_FULL")
    assert stored(path)[3, 3].tolist() == [254, 0, 0]


@pytest.mark.parametrize("photometric", ["YBR_FULL_422", "YBR_FULL", "RGB"])
@pytest.mark.parametrize("syntax", [RECOMPRESSION, LOSSY])
def test_a_recompressed_jpeg_has_the_colours_of_the_jpeg(
    tmp_path: Path, photometric: str, syntax: str
) -> None:
    rgb = smooth_rgb()
    jpeg = imagecodecs.jpeg8_encode(rgb, level=95, colorspace="RGB", outcolorspace="YCBCR")
    stream = bytes(imagecodecs.jpegxl_encode_jpeg(jpeg))
    path = write(tmp_path / "a.dcm", rgb, stream, syntax, PhotometricInterpretation=photometric)
    difference = np.abs(stored(path).astype(int) - imagecodecs.jpeg8_decode(jpeg))
    assert difference.mean() < 2
    assert open_image(path).header.lossy == (syntax == RECOMPRESSION)


def test_lossy_colour_in_xyb_comes_as_rgb(tmp_path: Path) -> None:
    rgb = smooth_rgb()
    stream = encode(rgb, distance=0.5)
    path = write(tmp_path / "a.dcm", rgb, stream, LOSSY, PhotometricInterpretation="XYB")
    frame = open_image(path).read_frame()
    assert frame.photometric_interpretation == "RGB"
    assert np.abs(frame.stored_values.astype(int) - rgb).mean() < 3


def test_xyb_outside_jpeg_xl_is_refused(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", smooth_rgb(), PhotometricInterpretation="XYB")
    with pytest.raises(UnsupportedImageError, match="XYB"):
        open_image(path)


@pytest.mark.parametrize(
    "shape",
    [(8, 8), (24, 40), (256, 256), (48, 64), (40, 48), (100, 150), (90, 160), (300, 600), (1, 999)],
)
def test_a_stream_announces_its_own_size(shape: tuple[int, int]) -> None:
    stream = encode(np.zeros(shape, np.uint8), lossless=True)
    assert stream_shape(stream) == shape
    boxed = encode(np.zeros(shape, np.uint8), lossless=True, usecontainer=True)
    assert stream_shape(boxed) == shape


def test_a_stream_of_another_size_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    # 2^30 rows, and as many columns.
    bits = 0 | 3 << 1 | ((1 << 30) - 1) << 3 | 1 << 33 | 1 << 36
    bomb = b"\xff\x0a" + bits.to_bytes(40, "little")
    assert stream_shape(bomb) == (1 << 30, 1 << 30)
    path = write(tmp_path / "a.dcm", np.zeros((8, 8), np.uint8), bomb, LOSSLESS)
    with pytest.raises(DecodeError, match="size") as caught:
        open_image(path).read_frame()
    assert caught.value.received == (1 << 30, 1 << 30)


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_turned_picture_is_refused(tmp_path: Path, orientation: int) -> None:
    stream = with_orientation(orientation)
    head = jpeg_xl_head(stream)
    assert head is not None
    assert (head.rows, head.columns, head.is_plain) == (16, 16, False)
    path = write(tmp_path / "a.dcm", np.zeros((16, 16), np.uint8), stream, LOSSLESS)
    with pytest.raises(DecodeError, match="turned"):
        open_image(path).read_frame()


def test_an_upright_picture_with_extra_fields_is_plain() -> None:
    head = jpeg_xl_head(with_orientation(1))
    assert head is not None
    assert head.is_plain


def test_an_animation_is_refused(tmp_path: Path) -> None:
    frames = RANDOM.integers(0, 256, (3, 24, 40)).astype(np.uint8)
    stream = encode(frames, photometric="gray", lossless=True)
    path = write(tmp_path / "a.dcm", frames[0], stream, LOSSLESS)
    with pytest.raises(DecodeError):
        open_image(path).read_frame()


@pytest.mark.parametrize("data", [b"", b"\xff\x0a", b"\xff\xd8\xff", b"\0\0\0\x0cJXL \r\n\x87\n"])
def test_what_is_no_jpeg_xl_has_no_head(data: bytes) -> None:
    assert jpeg_xl_head(data) is None


def test_boxes_that_lie_about_their_length_end_the_search() -> None:
    start = b"\0\0\0\x0cJXL \r\n\x87\n"
    for box in (b"\0\0\0\x07jxlc", b"\0\0\0\x01jxlc" + bytes(8), b"\xff\xff\xff\xffjxlc\xff"):
        assert jpeg_xl_head(start + box) is None


def test_a_codestream_in_parts_is_put_together() -> None:
    whole = encode(np.zeros((300, 600), np.uint8), lossless=True)
    boxes = b"\0\0\0\x0cJXL \r\n\x87\n"
    for number, part in enumerate((whole[:3], whole[3:5], whole[5:])):
        content = number.to_bytes(4, "big") + part
        boxes += (len(content) + 8).to_bytes(4, "big") + b"jxlp" + content
    assert stream_shape(boxes) == (300, 600)


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_a_cut_file_is_refused(tmp_path: Path, kept: float) -> None:
    pixels = RANDOM.integers(0, 256, (64, 64)).astype(np.uint8)
    stream = encode(pixels, lossless=True)
    path = write(tmp_path / "a.dcm", pixels, stream, LOSSLESS)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) - 8 - int(len(stream) * (1 - kept))])
    with pytest.raises(TruncatedFileError):
        open_image(path).read_frame()


@pytest.mark.parametrize("kept", [20, 200, 2000])
def test_a_stream_that_ends_too_early_is_refused(tmp_path: Path, kept: int) -> None:
    pixels = RANDOM.integers(0, 256, (64, 64)).astype(np.uint8)
    stream = encode(pixels, lossless=True)
    path = write(tmp_path / "a.dcm", pixels, stream[:kept], LOSSLESS)
    with pytest.raises(DecodeError):
        open_image(path).read_frame()


def test_only_lossless_samples_may_still_be_ybr() -> None:
    stream = encode(smooth_rgb(), lossless=True)
    assert is_left_as_ybr(LOSSLESS, stream, "YBR_FULL")
    assert not is_left_as_ybr(LOSSLESS, stream, "YBR_FULL_422")
    assert not is_left_as_ybr(RECOMPRESSION, stream, "YBR_FULL")
    assert not is_left_as_ybr(LOSSLESS, stream, "RGB")
