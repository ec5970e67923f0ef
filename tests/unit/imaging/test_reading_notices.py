"""Files read as far as they can be trusted, and what is told of them."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import numpy.typing as npt
import pytest
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.filewriter import dcmwrite
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from tests.dicom_factory import make_dataset, save, save_encapsulated, write_dicom
from tumorview.domain.reading import UNTRUSTED, ReadingNotice
from tumorview.imaging.catalog import read_catalog
from tumorview.imaging.errors import DecodeError, ImagingError, TruncatedFileError
from tumorview.imaging.file_start import file_start
from tumorview.imaging.image_file import open_image
from tumorview.reporting.notices import READING_NOTICE_TEXTS, notice_sentences

RAMP = np.arange(12, dtype=np.uint16).reshape(3, 4)
JPEG_LS = "1.2.840.10008.1.2.4.80"


def stored(path: Path) -> npt.NDArray[Any]:
    return np.asarray(open_image(path).read_frame().stored_values)


def notices(path: Path) -> tuple[ReadingNotice, ...]:
    return open_image(path).header.notices


def data_set_only(path: Path) -> bytes:
    """A file's bytes behind its file meta information."""
    with path.open("rb") as stream:
        return path.read_bytes()[file_start(stream).data_offset :]


def restate(path: Path, old: str, new: str) -> Path:
    """Let a file state another transfer syntax, of as many bytes."""
    content = path.read_bytes()
    size = len(old) + len(old) % 2
    assert content.count(old.encode().ljust(size, b"\0"), 0, 400) == 1
    path.write_bytes(
        content.replace(old.encode().ljust(size, b"\0"), new.encode().ljust(size, b"\0"), 1)
    )
    return path


def test_a_sound_file_has_no_notices(tmp_path: Path) -> None:
    assert notices(write_dicom(tmp_path / "a.dcm", RAMP)) == ()


def test_every_notice_has_a_text_and_a_sentence_of_its_own() -> None:
    assert set(READING_NOTICE_TEXTS) == set(ReadingNotice)
    assert len(set(READING_NOTICE_TEXTS.values())) == len(ReadingNotice)
    assert all(text.endswith(".") for text in READING_NOTICE_TEXTS.values())
    assert set(ReadingNotice) > UNTRUSTED
    assert notice_sentences(()) == ""
    assert notice_sentences((ReadingNotice.MOSAIC,)) == READING_NOTICE_TEXTS[ReadingNotice.MOSAIC]


@pytest.mark.parametrize("syntax", [ImplicitVRLittleEndian, ExplicitVRLittleEndian])
def test_a_data_set_without_preamble_and_meta_is_read_with_a_notice(
    tmp_path: Path, syntax: UID
) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP, transfer_syntax=syntax)
    path.write_bytes(data_set_only(path))
    np.testing.assert_array_equal(stored(path), RAMP)
    assert notices(path) == (ReadingNotice.SYNTAX_ASSUMED, ReadingNotice.NO_FILE_META)


def test_a_big_endian_data_set_without_meta_is_read(tmp_path: Path) -> None:
    ds = make_dataset(RAMP)
    ds.PixelData = RAMP.astype(">u2").tobytes()
    ds.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
    path = tmp_path / "a.dcm"
    dcmwrite(path, ds, implicit_vr=False, little_endian=False, force_encoding=True)
    path.write_bytes(data_set_only(path))
    np.testing.assert_array_equal(stored(path), RAMP)


def test_meta_without_a_preamble_is_read_with_a_notice(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP)
    path.write_bytes(path.read_bytes()[132:])
    np.testing.assert_array_equal(stored(path), RAMP)
    assert notices(path) == (ReadingNotice.NO_FILE_META,)


def test_meta_without_a_transfer_syntax_is_read_with_a_notice(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP)
    content = path.read_bytes()
    start = content.index(b"\2\0\x10\0UI")
    (length,) = struct.unpack_from("<H", content, start + 6)
    path.write_bytes(content[:start] + content[start + 8 + length :])
    np.testing.assert_array_equal(stored(path), RAMP)
    assert notices(path) == (ReadingNotice.SYNTAX_ASSUMED, ReadingNotice.META_LENGTH_WRONG)


@pytest.mark.parametrize("length", [0, 4, 5000, 2**32 - 1])
@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, DeflatedExplicitVRLittleEndian])
def test_a_wrong_length_of_the_meta_is_read_with_a_notice(
    tmp_path: Path, length: int, syntax: UID
) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP, transfer_syntax=syntax)
    content = bytearray(path.read_bytes())
    struct.pack_into("<L", content, 140, length)
    path.write_bytes(content)
    np.testing.assert_array_equal(stored(path), RAMP)
    assert notices(path) == (ReadingNotice.META_LENGTH_WRONG,)


def test_a_deflated_file_without_a_length_of_its_meta_is_read(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP, transfer_syntax=DeflatedExplicitVRLittleEndian)
    content = path.read_bytes()
    path.write_bytes(content[:132] + content[144:])
    np.testing.assert_array_equal(stored(path), RAMP)


@pytest.mark.parametrize(
    ("written", "stated"),
    [
        (ImplicitVRLittleEndian, "1.2.840.10008.1.2.1"),
        (ExplicitVRLittleEndian, "1.2.840.10008.1.2"),
        (ExplicitVRLittleEndian, "1.2.840.10008.1.2.2"),
    ],
)
def test_a_data_set_in_another_encoding_than_stated_is_read_with_a_notice(
    tmp_path: Path, written: UID, stated: str
) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP, transfer_syntax=written)
    content = path.read_bytes()
    start = content.index(b"\2\0\x10\0UI") + 6
    (length,) = struct.unpack_from("<H", content, start)
    value = stated.encode() + b"\0" * (len(stated) % 2)
    meta = content[:start] + struct.pack("<H", len(value)) + value
    (whole,) = struct.unpack_from("<L", meta, 140)
    meta = meta[:140] + struct.pack("<L", whole + len(value) - length) + meta[144:]
    path.write_bytes(meta + content[start + 2 + length :])
    np.testing.assert_array_equal(stored(path), RAMP)
    assert notices(path) == (ReadingNotice.ENCODING_CONTRADICTED,)


def test_a_big_endian_data_set_that_is_called_little_endian_is_read(tmp_path: Path) -> None:
    ds = make_dataset(RAMP)
    ds.PixelData = RAMP.astype(">u2").tobytes()
    ds.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
    path = tmp_path / "a.dcm"
    dcmwrite(path, ds, implicit_vr=False, little_endian=False, force_encoding=True)
    restate(path, "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1")
    np.testing.assert_array_equal(stored(path), RAMP)
    assert notices(path) == (ReadingNotice.ENCODING_CONTRADICTED,)


@pytest.mark.parametrize(
    "encode",
    [
        imagecodecs.jpegls_encode,
        lambda a: imagecodecs.jpeg8_encode(a, lossless=True),
        lambda a: imagecodecs.jpeg2k_encode(a, codecformat="J2K", level=0, reversible=True),
        lambda a: imagecodecs.jpegxl_encode(a, lossless=True),
    ],
)
def test_compressed_pixels_that_are_called_native_are_told_from_their_stream(
    tmp_path: Path, encode: Any
) -> None:
    pixels = np.add.outer(np.arange(16), np.arange(20)).astype(np.uint8)
    ds = make_dataset(pixels)
    path = save_encapsulated(ds, tmp_path / "a.dcm", [encode(pixels)], "1.2.840.10008.1.2.4.80")
    restate(path, "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.1")
    np.testing.assert_array_equal(stored(path), pixels)
    assert notices(path) == (ReadingNotice.ENCODING_CONTRADICTED,)


def test_run_length_pixels_that_are_called_native_are_refused(tmp_path: Path) -> None:
    stream = struct.pack("<16L", 1, 64, *[0] * 14) + b"\xc1\0"
    ds = make_dataset(np.zeros((8, 8), np.uint8))
    path = save_encapsulated(ds, tmp_path / "a.dcm", [stream], "1.2.840.10008.1.2.4.80")
    restate(path, "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.1")
    with pytest.raises(DecodeError, match="encapsulated"):
        stored(path)


def pixel_length_at(content: bytes | bytearray) -> int:
    return content.rindex(b"\xe0\x7f\x10\0OW\0\0") + 8


@pytest.mark.parametrize("length", [0, 2, 23])
def test_a_pixel_length_that_is_too_small_is_mended_where_the_file_fits(
    tmp_path: Path, length: int
) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP)
    content = bytearray(path.read_bytes())
    struct.pack_into("<L", content, pixel_length_at(content), length)
    path.write_bytes(content)
    np.testing.assert_array_equal(stored(path), RAMP)
    assert notices(path) == (ReadingNotice.PIXEL_LENGTH_WRONG,)


def test_a_pixel_length_that_is_too_small_is_an_error_where_something_follows(
    tmp_path: Path,
) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP)
    content = bytearray(path.read_bytes())
    struct.pack_into("<L", content, pixel_length_at(content), 20)
    path.write_bytes(bytes(content) + b"something else")
    with pytest.raises(TruncatedFileError):
        stored(path)


def test_a_pixel_length_beyond_the_file_is_read_where_the_frames_are_there(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP)
    content = bytearray(path.read_bytes())
    struct.pack_into("<L", content, pixel_length_at(content), 5000)
    path.write_bytes(content)
    np.testing.assert_array_equal(stored(path), RAMP)
    assert notices(path) == (ReadingNotice.PIXEL_LENGTH_WRONG,)


def test_more_pixel_data_than_described_is_noticed(tmp_path: Path) -> None:
    ds = make_dataset(RAMP)
    ds.PixelData += bytes(10)
    path = save(ds, tmp_path / "a.dcm")
    np.testing.assert_array_equal(stored(path), RAMP)
    assert notices(path) == (ReadingNotice.MORE_PIXEL_DATA,)


def test_a_padding_byte_is_nothing_to_notice(tmp_path: Path) -> None:
    pixels = np.arange(15, dtype=np.uint8).reshape(3, 5)
    path = write_dicom(tmp_path / "a.dcm", pixels)
    np.testing.assert_array_equal(stored(path), pixels)
    assert notices(path) == ()


def test_an_odd_length_of_pixel_data_is_read(tmp_path: Path) -> None:
    pixels = np.arange(15, dtype=np.uint8).reshape(3, 5)
    path = write_dicom(tmp_path / "a.dcm", pixels)
    content = bytearray(path.read_bytes())
    at = content.rindex(b"\xe0\x7f\x10\0OB\0\0") + 8
    struct.pack_into("<L", content, at, 15)
    path.write_bytes(content[:-1])
    np.testing.assert_array_equal(stored(path), pixels)


@pytest.mark.parametrize("garbage", [b"\0", b"\0\0\0\0garbage", b"\xff" * 300])
def test_what_follows_the_pixel_data_changes_nothing(tmp_path: Path, garbage: bytes) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP)
    path.write_bytes(path.read_bytes() + garbage)
    np.testing.assert_array_equal(stored(path), RAMP)


def test_fewer_native_frames_than_announced_are_noticed_and_those_there_shown(
    tmp_path: Path,
) -> None:
    frames = np.arange(2 * 12, dtype=np.uint16).reshape(2, 3, 4)
    ds = make_dataset(frames, NumberOfFrames=4)
    opened = open_image(save(ds, tmp_path / "a.dcm"))
    assert opened.header.notices == (ReadingNotice.FEWER_FRAMES,)
    np.testing.assert_array_equal(opened.read_frame(2).stored_values, frames[1])
    with pytest.raises(TruncatedFileError, match="frame 3"):
        opened.read_frame(3)


@pytest.mark.parametrize("has_table", [True, False])
def test_fewer_compressed_frames_than_announced_are_noticed_and_those_there_shown(
    tmp_path: Path, has_table: bool
) -> None:
    frames = [np.full((8, 8), value, np.uint8) for value in (3, 9)]
    ds = make_dataset(np.zeros((4, 8, 8), np.uint8))
    streams = [bytes(imagecodecs.jpegls_encode(frame)) for frame in frames]
    path = save_encapsulated(ds, tmp_path / "a.dcm", streams, JPEG_LS)
    ds.PixelData = encapsulate(streams, has_bot=has_table)
    ds["PixelData"].is_undefined_length = True
    ds.save_as(path, enforce_file_format=True)
    opened = open_image(path)
    assert opened.header.notices == (ReadingNotice.FEWER_FRAMES,)
    if has_table:
        assert opened.read_frame(2).stored_values.max() == 9
    with pytest.raises(ImagingError):
        opened.read_frame(4)


@pytest.mark.parametrize("vr", ["IS", "UL", "SS", "DS"])
def test_a_size_of_another_value_representation_is_read(tmp_path: Path, vr: str) -> None:
    ds = make_dataset(RAMP)
    value: Any = "3" if vr in {"IS", "DS"} else 3
    del ds.Rows
    ds.add_new("Rows", vr, value)
    np.testing.assert_array_equal(stored(save(ds, tmp_path / "a.dcm")), RAMP)


def mosaic(**tags: Any) -> Dataset:
    return make_dataset(RAMP, **tags)


def test_a_mosaic_is_told_by_its_image_type(tmp_path: Path) -> None:
    ds = mosaic(ImageType=["ORIGINAL", "PRIMARY", "M", "ND", "MOSAIC"])
    path = save(ds, tmp_path / "a.dcm")
    assert notices(path) == (ReadingNotice.MOSAIC,)
    assert open_image(path).read_frame().notices == (ReadingNotice.MOSAIC,)
    (study,) = read_catalog(tmp_path).studies
    assert study.series[0].reading_notices == (ReadingNotice.MOSAIC,)


@pytest.mark.parametrize("syntax", [ImplicitVRLittleEndian, ExplicitVRLittleEndian])
@pytest.mark.parametrize(("count", "expected"), [(36, True), (1, False)])
def test_a_mosaic_is_told_by_siemens_own_element(
    tmp_path: Path, count: int, expected: bool, syntax: UID
) -> None:
    ds = mosaic()
    block = ds.private_block(0x0019, "SIEMENS MR HEADER", create=True)
    block.add_new(0x0A, "US", count)
    path = save(ds, tmp_path / "a.dcm", transfer_syntax=syntax)
    assert (ReadingNotice.MOSAIC in notices(path)) == expected


def test_the_same_element_of_another_maker_is_no_mosaic(tmp_path: Path) -> None:
    ds = mosaic()
    ds.private_block(0x0019, "SOMEBODY ELSE", create=True).add_new(0x0A, "US", 36)
    assert notices(save(ds, tmp_path / "a.dcm")) == ()
