"""Compressed DICOM pixels: round trips through each decoder, and what a damaged stream gives."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import numpy.typing as npt
import pytest
from pydicom.uid import JPEG2000Lossless, JPEGLSLossless, RLELossless

from tests.dicom_factory import make_dataset, save, save_encapsulated
from tumorview.imaging.decoders import (
    COMPRESSED,
    DECODERS,
    Decoder,
    EncodedFrame,
    decode,
    decoders,
    is_supported,
)
from tumorview.imaging.errors import DecodeError, ImagingError, TruncatedFileError
from tumorview.imaging.image_file import open_image
from tumorview.imaging.streams import jpeg_is_ybr, stream_shape

JPEG_BASELINE = "1.2.840.10008.1.2.4.50"
JPEG_EXTENDED = "1.2.840.10008.1.2.4.51"
JPEG_LOSSLESS = "1.2.840.10008.1.2.4.57"
JPEG_LOSSLESS_SV1 = "1.2.840.10008.1.2.4.70"
JPEG_LS = "1.2.840.10008.1.2.4.80"
JPEG_2000 = "1.2.840.10008.1.2.4.90"
JPEG_2000_PART_2_LOSSLESS = "1.2.840.10008.1.2.4.92"
JPEG_2000_PART_2 = "1.2.840.10008.1.2.4.93"
HTJ2K_LOSSLESS = "1.2.840.10008.1.2.4.201"
UNCOMPRESSED = "1.2.840.10008.1.2.1.98"

RANDOM = np.random.default_rng(3)
SMOOTH = np.add.outer(np.arange(32) * 40, np.arange(48) * 30)


def encode_lossless(pixels: npt.NDArray[Any], predictor: int) -> bytes:
    # Without its precision a JPEG of 16-bit numbers would claim to have 12.
    bits = 8 * pixels.itemsize
    stream = imagecodecs.jpeg8_encode(
        pixels, lossless=True, predictor=predictor, bitspersample=bits
    )
    return bytes(stream)


LOSSLESS_ENCODERS: dict[str, Any] = {
    JPEG_LOSSLESS: lambda a: encode_lossless(a, 7),
    JPEG_LOSSLESS_SV1: lambda a: encode_lossless(a, 1),
    JPEG_LS: imagecodecs.jpegls_encode,
    JPEG_2000: lambda a: imagecodecs.jpeg2k_encode(a, codecformat="J2K", level=0, reversible=True),
    HTJ2K_LOSSLESS: imagecodecs.htj2k_encode,
}


def stored(path: Path, number: int = 1) -> npt.NDArray[Any]:
    return np.asarray(open_image(path).read_frame(number).stored_values)


@pytest.mark.parametrize("syntax", [RLELossless, JPEGLSLossless, JPEG2000Lossless])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.int16])
def test_what_pydicom_compresses_comes_back(tmp_path: Path, syntax: Any, dtype: type) -> None:
    pixels: npt.NDArray[Any] = (SMOOTH % 250).astype(dtype)
    if np.dtype(dtype).kind == "i":
        pixels = (pixels - 100).astype(dtype)
    if syntax == JPEGLSLossless and np.dtype(dtype).kind == "i":
        pixels = np.abs(pixels)
    path = save(make_dataset(pixels), tmp_path / "a.dcm", transfer_syntax=syntax)
    values = stored(path)
    np.testing.assert_array_equal(values, pixels)
    assert values.dtype == dtype


@pytest.mark.parametrize("syntax", LOSSLESS_ENCODERS)
@pytest.mark.parametrize("bits", [8, 12, 16])
def test_lossless_grey_comes_back_to_the_last_bit(tmp_path: Path, syntax: str, bits: int) -> None:
    pixels = RANDOM.integers(0, 1 << bits, (24, 40)).astype(np.uint8 if bits == 8 else np.uint16)
    ds = make_dataset(pixels, BitsStored=bits)
    path = save_encapsulated(ds, tmp_path / "a.dcm", [LOSSLESS_ENCODERS[syntax](pixels)], syntax)
    np.testing.assert_array_equal(stored(path), pixels)


@pytest.mark.parametrize("syntax", [JPEG_LOSSLESS_SV1, JPEG_LS, JPEG_2000])
def test_signed_pixels_in_an_unsigned_stream_get_their_sign_back(
    tmp_path: Path, syntax: str
) -> None:
    pixels = np.array([[-2000, -1, 0, 1], [5, 1000, 2047, -2048]] * 4, np.int16)
    stream = LOSSLESS_ENCODERS[syntax]((pixels & 0x0FFF).astype(np.uint16))
    ds = make_dataset(pixels, BitsStored=12)
    path = save_encapsulated(ds, tmp_path / "a.dcm", [stream], syntax)
    np.testing.assert_array_equal(stored(path), pixels)


@pytest.mark.parametrize("syntax", [JPEG_LOSSLESS_SV1, JPEG_LS, JPEG_2000, HTJ2K_LOSSLESS])
def test_lossless_colour_comes_back(tmp_path: Path, syntax: str) -> None:
    rgb = RANDOM.integers(0, 256, (16, 20, 3)).astype(np.uint8)
    if syntax == JPEG_LOSSLESS_SV1:
        stream = imagecodecs.jpeg8_encode(
            rgb, lossless=True, predictor=1, colorspace="RGB", outcolorspace="RGB"
        )
    else:
        stream = LOSSLESS_ENCODERS[syntax](rgb)
    ds = make_dataset(rgb)
    path = save_encapsulated(ds, tmp_path / "a.dcm", [stream], syntax)
    np.testing.assert_array_equal(stored(path), rgb)


def test_ybr_in_a_lossless_jpeg_is_converted_once(tmp_path: Path) -> None:
    ybr = np.empty((8, 8, 3), np.uint8)
    ybr[:] = (76, 85, 255)  # red
    stream = imagecodecs.jpeg8_encode(
        ybr, lossless=True, predictor=1, colorspace="RGB", outcolorspace="RGB"
    )
    ds = make_dataset(ybr, PhotometricInterpretation="YBR_FULL")
    path = save_encapsulated(ds, tmp_path / "a.dcm", [stream], JPEG_LOSSLESS_SV1)
    assert stored(path)[0, 0].tolist() == [254, 0, 0]


def test_ybr_in_a_jpeg_ls_stream_is_converted(tmp_path: Path) -> None:
    ybr = np.empty((8, 8, 3), np.uint8)
    ybr[:] = (76, 85, 255)
    ds = make_dataset(ybr, PhotometricInterpretation="YBR_FULL")
    stream = imagecodecs.jpegls_encode(ybr)
    path = save_encapsulated(ds, tmp_path / "a.dcm", [stream], JPEG_LS)
    assert stored(path)[0, 0].tolist() == [254, 0, 0]


@pytest.mark.parametrize("photometric", ["YBR_RCT", "YBR_FULL", "RGB"])
def test_a_jpeg_2000_colour_transform_is_undone_whatever_the_header_calls_it(
    tmp_path: Path, photometric: str
) -> None:
    rgb = np.empty((16, 16, 3), np.uint8)
    rgb[:] = (200, 30, 10)
    stream = imagecodecs.jpeg2k_encode(rgb, codecformat="J2K", level=0, reversible=True, mct=True)
    ds = make_dataset(rgb, PhotometricInterpretation=photometric)
    path = save_encapsulated(ds, tmp_path / "a.dcm", [stream], JPEG_2000)
    assert stored(path)[0, 0].tolist() == [200, 30, 10]


def test_baseline_jpeg_is_close_and_called_lossy(tmp_path: Path) -> None:
    pixels = (SMOOTH / SMOOTH.max() * 255).astype(np.uint8)
    stream = imagecodecs.jpeg8_encode(pixels, level=95)
    path = save_encapsulated(make_dataset(pixels), tmp_path / "a.dcm", [stream], JPEG_BASELINE)
    frame = open_image(path).read_frame()
    assert frame.lossy
    assert np.abs(frame.stored_values.astype(int) - pixels).max() <= 4


def test_twelve_bit_jpeg_is_read(tmp_path: Path) -> None:
    pixels = SMOOTH.astype(np.uint16)
    stream = imagecodecs.jpeg8_encode(pixels, level=95, bitspersample=12)
    ds = make_dataset(pixels, BitsStored=12)
    values = stored(save_encapsulated(ds, tmp_path / "a.dcm", [stream], JPEG_EXTENDED))
    assert values.dtype == np.uint16
    assert np.abs(values.astype(int) - pixels).max() <= 40


@pytest.mark.parametrize("photometric", ["YBR_FULL_422", "RGB"])
def test_a_jfif_stream_is_ycbcr_whatever_the_header_calls_it(
    tmp_path: Path, photometric: str
) -> None:
    rgb = np.empty((16, 16, 3), np.uint8)
    rgb[:] = (200, 30, 10)
    stream = imagecodecs.jpeg8_encode(rgb, level=100, colorspace="RGB", outcolorspace="YCBCR")
    assert b"JFIF" in stream[:30]
    ds = make_dataset(rgb, PhotometricInterpretation=photometric)
    path = save_encapsulated(ds, tmp_path / "a.dcm", [stream], JPEG_BASELINE)
    assert np.abs(stored(path)[4, 4].astype(int) - (200, 30, 10)).max() <= 2


def test_an_adobe_marker_decides_the_colour_space_of_a_jpeg() -> None:
    def stream(transform: int) -> bytes:
        adobe = b"Adobe\0\x64\0\0\0\0" + bytes([transform])
        return b"\xff\xd8\xff\xee\0\x0e" + adobe + b"\xff\xda"

    assert jpeg_is_ybr(stream(1), header_says_ybr=False)
    assert not jpeg_is_ybr(stream(0), header_says_ybr=True)
    assert jpeg_is_ybr(b"\xff\xd8\xff\xda", header_says_ybr=True)
    assert not jpeg_is_ybr(b"\xff\xd8\xff\xda", header_says_ybr=False)


def test_run_length_colour_of_sixteen_bits_is_read(tmp_path: Path) -> None:
    rgb = RANDOM.integers(0, 65536, (6, 7, 3)).astype(np.uint16)
    path = save(make_dataset(rgb), tmp_path / "a.dcm", transfer_syntax=RLELossless)
    np.testing.assert_array_equal(stored(path), rgb >> 8)


def test_encapsulated_uncompressed_pixels_are_read(tmp_path: Path) -> None:
    pixels = SMOOTH.astype(np.uint16)
    ds = make_dataset(pixels)
    path = save_encapsulated(ds, tmp_path / "a.dcm", [pixels.tobytes()], UNCOMPRESSED)
    np.testing.assert_array_equal(stored(path), pixels)


@pytest.mark.parametrize("syntax", [RLELossless, JPEG2000Lossless])
def test_each_frame_of_a_compressed_file_is_decoded_alone(tmp_path: Path, syntax: Any) -> None:
    frames = RANDOM.integers(0, 200, (4, 64, 64)).astype(np.uint8)
    path = save(make_dataset(frames), tmp_path / "a.dcm", transfer_syntax=syntax)
    for number in (4, 1, 3):
        np.testing.assert_array_equal(stored(path, number), frames[number - 1])


def test_a_damaged_frame_leaves_the_others_readable(tmp_path: Path) -> None:
    good = imagecodecs.jpegls_encode(np.full((8, 8), 9, np.uint8))
    ds = make_dataset(np.zeros((2, 8, 8), np.uint8))
    frames = [good, b"\xff\xd8nonsense\xff\xd9"]
    opened = open_image(save_encapsulated(ds, tmp_path / "a.dcm", frames, JPEG_LS))
    assert opened.read_frame(1).stored_values.max() == 9
    with pytest.raises(DecodeError, match="frame 2") as caught:
        opened.read_frame(2)
    assert caught.value.__cause__ is not None


def test_a_stream_of_another_size_than_the_header_is_refused(tmp_path: Path) -> None:
    stream = imagecodecs.jpegls_encode(np.zeros((8, 9), np.uint8))
    ds = make_dataset(np.zeros((8, 8), np.uint8))
    path = save_encapsulated(ds, tmp_path / "a.dcm", [stream], JPEG_LS)
    with pytest.raises(DecodeError, match="size"):
        open_image(path).read_frame()


@pytest.mark.parametrize("syntax", [JPEG_BASELINE, *LOSSLESS_ENCODERS])
@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_a_cut_compressed_file_is_refused_and_never_filled_with_grey(
    tmp_path: Path, syntax: str, kept: float
) -> None:
    pixels = RANDOM.integers(0, 256, (64, 64)).astype(np.uint8)
    encode = LOSSLESS_ENCODERS.get(syntax, imagecodecs.jpeg8_encode)
    stream = encode(pixels)
    path = save_encapsulated(make_dataset(pixels), tmp_path / "a.dcm", [stream], syntax)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) - 8 - int(len(stream) * (1 - kept))])
    with pytest.raises(TruncatedFileError):
        open_image(path).read_frame()


def test_a_cut_run_length_file_is_refused(tmp_path: Path) -> None:
    pixels = RANDOM.integers(0, 256, (64, 64)).astype(np.uint8)
    path = save(make_dataset(pixels), tmp_path / "a.dcm", transfer_syntax=RLELossless)
    path.write_bytes(path.read_bytes()[:-1000])
    with pytest.raises(TruncatedFileError):
        open_image(path).read_frame()


@pytest.mark.parametrize("syntax", [JPEG_BASELINE, *LOSSLESS_ENCODERS])
def test_a_damaged_stream_never_escapes_as_an_untyped_error(tmp_path: Path, syntax: str) -> None:
    pixels = RANDOM.integers(0, 256, (32, 32)).astype(np.uint8)
    stream = LOSSLESS_ENCODERS.get(syntax, imagecodecs.jpeg8_encode)(pixels)
    ds = make_dataset(pixels)
    outcomes = set()
    for _ in range(40):
        damaged = bytearray(stream)
        for position in RANDOM.integers(0, len(stream), 4):
            damaged[position] = RANDOM.integers(256)
        path = save_encapsulated(ds, tmp_path / "a.dcm", [bytes(damaged)], syntax)
        try:
            assert stored(path).shape == (32, 32)
            outcomes.add("read")
        except ImagingError as error:
            outcomes.add(error.code)
    assert outcomes


def test_frames_are_read_from_many_threads_at_once(tmp_path: Path) -> None:
    expected = []
    paths = []
    for index in range(12):
        pixels = RANDOM.integers(0, 4000, (32, 32)).astype(np.uint16)
        syntax = (RLELossless, JPEG2000Lossless, JPEGLSLossless)[index % 3]
        path = save(make_dataset(pixels), tmp_path / f"{index}.dcm", transfer_syntax=syntax)
        expected.append(pixels)
        paths.append(path)
    with ThreadPoolExecutor(6) as pool:
        for _ in range(3):
            for values, pixels in zip(pool.map(stored, paths), expected, strict=True):
                np.testing.assert_array_equal(values, pixels)


def test_every_transfer_syntax_of_the_table_has_a_decoder_here() -> None:
    table = {info.transfer_syntax_uid: info for info in decoders()}
    assert len(table) == len(decoders())
    assert [info.name for info in decoders() if not info.decoder] == []
    assert all(is_supported(uid) for uid in table)
    assert not is_supported("1.2.840.10008.1.2.4.102")


@pytest.mark.parametrize("syntax", [JPEG_BASELINE, *LOSSLESS_ENCODERS])
def test_a_stream_announces_its_own_size(syntax: str) -> None:
    encode = LOSSLESS_ENCODERS.get(syntax, imagecodecs.jpeg8_encode)
    assert stream_shape(encode(np.zeros((32, 48), np.uint8))) == (32, 48)


def test_a_stream_that_would_unpack_to_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    pixels = np.zeros((64, 64), np.uint8)
    stream = bytearray(LOSSLESS_ENCODERS[JPEG_2000](pixels))
    stream[8:16] = b"\x00\x00\xff\xff\x00\x00\xff\xff"
    path = save_encapsulated(make_dataset(pixels), tmp_path / "a.dcm", [stream], JPEG_2000)
    with pytest.raises(DecodeError, match="size") as caught:
        open_image(path).read_frame()
    assert caught.value.received == (65535, 65535)


@pytest.mark.parametrize("bits", [8, 12, 16])
@pytest.mark.parametrize("syntax", [JPEG_LOSSLESS, JPEG_LOSSLESS_SV1, JPEG_LS, JPEG_2000])
def test_every_decoder_of_a_lossless_chain_gives_the_same_pixels(syntax: str, bits: int) -> None:
    pixels = RANDOM.integers(0, 1 << bits, (64, 80)).astype(np.uint8 if bits == 8 else np.uint16)
    frame = EncodedFrame(
        data=bytes(LOSSLESS_ENCODERS[syntax](pixels)),
        rows=64,
        columns=80,
        samples=1,
        bits_allocated=pixels.itemsize * 8,
        colorspace_is_ybr=False,
    )
    chain = COMPRESSED[syntax][1]
    assert len(chain) == 2
    for name in chain:
        np.testing.assert_array_equal(DECODERS[name].decode(frame), pixels, err_msg=name)


def test_the_first_installed_decoder_of_a_chain_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tumorview.imaging.decoders.is_installed", lambda name: "pyl" in name)
    served = {info.transfer_syntax_uid: info.decoder for info in decoders()}
    assert served[JPEG_2000] == "pylibjpeg-openjpeg"
    assert served[JPEG_BASELINE] == ""
    assert not is_supported(JPEG_BASELINE)


def refusing(words: str) -> Decoder:
    def refuse(_frame: EncodedFrame) -> npt.NDArray[Any]:
        raise ValueError(words)

    return Decoder(refuse)


def encoded(stream: bytes, pixels: npt.NDArray[Any]) -> EncodedFrame:
    rows, columns = pixels.shape
    return EncodedFrame(bytes(stream), rows, columns, 1, pixels.itemsize * 8, False)


@pytest.mark.parametrize("syntax", [JPEG_LS, JPEG_2000, HTJ2K_LOSSLESS])
def test_what_one_decoder_refuses_the_next_one_reads(
    syntax: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pixels = SMOOTH.astype(np.uint16)
    monkeypatch.setitem(DECODERS, COMPRESSED[syntax][1][0], refusing("not mine"))
    frame = encoded(LOSSLESS_ENCODERS[syntax](pixels), pixels)
    np.testing.assert_array_equal(decode(syntax, frame), pixels)


def test_a_decoder_that_fills_damage_is_not_asked_after_a_refusal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pixels = SMOOTH.astype(np.uint16)
    first, second = COMPRESSED[JPEG_LOSSLESS][1]
    assert not DECODERS[second].strict
    monkeypatch.setitem(DECODERS, first, refusing("not mine"))
    with pytest.raises(ValueError, match="not mine"):
        decode(JPEG_LOSSLESS, encoded(LOSSLESS_ENCODERS[JPEG_LOSSLESS](pixels), pixels))


def test_a_huge_frame_is_not_given_to_a_second_decoder(monkeypatch: pytest.MonkeyPatch) -> None:
    pixels = SMOOTH.astype(np.uint16)
    monkeypatch.setattr("tumorview.imaging.decoders.SECOND_TRY_SAMPLES", pixels.size - 1)
    monkeypatch.setitem(DECODERS, COMPRESSED[JPEG_LS][1][0], refusing("not mine"))
    with pytest.raises(ValueError, match="not mine"):
        decode(JPEG_LS, encoded(LOSSLESS_ENCODERS[JPEG_LS](pixels), pixels))


def test_where_all_refuse_the_first_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in COMPRESSED[JPEG_LS][1]:
        monkeypatch.setitem(DECODERS, name, refusing(f"{name} says no"))
    with pytest.raises(ValueError, match=r"imagecodecs \(CharLS\) says no"):
        decode(JPEG_LS, encoded(b"", SMOOTH.astype(np.uint16)))


def test_no_memory_is_no_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(_frame: EncodedFrame) -> npt.NDArray[Any]:
        raise MemoryError

    pixels = SMOOTH.astype(np.uint16)
    monkeypatch.setitem(DECODERS, COMPRESSED[JPEG_LS][1][0], Decoder(exhausted))
    with pytest.raises(MemoryError):
        decode(JPEG_LS, encoded(LOSSLESS_ENCODERS[JPEG_LS](pixels), pixels))


@pytest.mark.parametrize("syntax", [JPEG_2000_PART_2_LOSSLESS, JPEG_2000_PART_2])
def test_a_part_2_frame_that_needs_only_part_1_is_read(tmp_path: Path, syntax: str) -> None:
    pixels = SMOOTH.astype(np.uint16)
    stream = bytearray(LOSSLESS_ENCODERS[JPEG_2000](pixels))
    stream[6] |= 0x80  # Rsiz: the codestream may use extensions
    path = save_encapsulated(make_dataset(pixels), tmp_path / "a.dcm", [stream], syntax)
    np.testing.assert_array_equal(stored(path), pixels)


@pytest.mark.parametrize("marker", [0x70, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x79])
@pytest.mark.parametrize("syntax", [JPEG_2000, JPEG_2000_PART_2_LOSSLESS])
def test_a_part_2_frame_that_a_decoder_would_misread_is_refused(
    tmp_path: Path, marker: int, syntax: str
) -> None:
    pixels = SMOOTH.astype(np.uint16)
    stream = LOSSLESS_ENCODERS[JPEG_2000](pixels)
    start = stream.find(b"\xff\x52")
    stream = stream[:start] + bytes([0xFF, marker, 0, 6, 0, 0, 0, 0]) + stream[start:]
    path = save_encapsulated(make_dataset(pixels), tmp_path / "a.dcm", [stream], syntax)
    with pytest.raises(DecodeError, match="Part 2"):
        open_image(path).read_frame()


def test_frames_that_were_compressed_together_are_refused_by_name(tmp_path: Path) -> None:
    frames = RANDOM.integers(0, 200, (6, 16, 16)).astype(np.uint8)
    stream = imagecodecs.jpeg2k_encode(
        np.moveaxis(frames, 0, -1), codecformat="J2K", level=0, reversible=True, mct=False
    )
    path = save_encapsulated(
        make_dataset(frames), tmp_path / "a.dcm", [stream], JPEG_2000_PART_2_LOSSLESS
    )
    with pytest.raises(DecodeError):
        open_image(path).read_frame(1)
    ds = make_dataset(frames[0])
    path = save_encapsulated(ds, tmp_path / "b.dcm", [stream], JPEG_2000_PART_2_LOSSLESS)
    with pytest.raises(DecodeError, match="compressed together"):
        open_image(path).read_frame()
