"""Native DICOM pixels of every kind, against values worked out by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from pydicom.dataset import Dataset
from pydicom.filewriter import dcmwrite
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ImplicitVRLittleEndian,
)

from tests.dicom_factory import CT_IMAGE, make_dataset, save, write_dicom
from tumorview.domain.frames import VoiFunction
from tumorview.imaging.errors import (
    DecodeError,
    FrameNumberError,
    InvalidTagError,
    TooLargeError,
    TruncatedFileError,
    UnreadableFileError,
    UnsupportedImageError,
    UnsupportedTransferSyntaxError,
)
from tumorview.imaging.image_file import open_image, read_frame
from tumorview.imaging.modality import modality_frame

RAMP = np.arange(12, dtype=np.uint16).reshape(3, 4)
RANDOM_FRAMES = np.random.default_rng(8).integers(0, 255, (5, 3, 5)).astype(np.uint8)


def stored(path: Path, number: int = 1) -> npt.NDArray[Any]:
    return np.asarray(open_image(path).read_frame(number).stored_values)


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.uint16, np.int16, np.uint32, np.int32])
def test_whole_numbers_of_every_width_come_back(tmp_path: Path, dtype: type) -> None:
    limits = np.iinfo(dtype)
    pixels: npt.NDArray[Any] = np.array([[limits.min, 0, 1], [7, 100, limits.max]], dtype)
    values = stored(write_dicom(tmp_path / "a.dcm", pixels))
    np.testing.assert_array_equal(values, pixels)
    assert values.dtype == dtype


@pytest.mark.parametrize("syntax", [ImplicitVRLittleEndian, DeflatedExplicitVRLittleEndian])
def test_other_encodings_give_the_same_pixels(tmp_path: Path, syntax: Any) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP, transfer_syntax=syntax)
    np.testing.assert_array_equal(stored(path), RAMP)


@pytest.mark.parametrize("vr", ["OW", "OB"])
def test_big_endian_pixels_are_put_right(tmp_path: Path, vr: str) -> None:
    pixels = np.arange(15, dtype=np.uint8).reshape(3, 5)
    ds = make_dataset(pixels)
    data = pixels.tobytes() + b"\0"
    if vr == "OW":  # bytes lie in 16-bit words, which big endian turns round (PS3.5 8.1.1)
        data = np.frombuffer(data, "<u2").astype(">u2").tobytes()
    ds.PixelData = data
    ds["PixelData"].VR = vr
    ds.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
    path = tmp_path / "a.dcm"
    # The bytes above are final: pydicom writes OB and OW as they are.
    dcmwrite(path, ds, implicit_vr=False, little_endian=False, force_encoding=True)
    np.testing.assert_array_equal(stored(path), pixels)


def test_big_endian_words_are_put_right(tmp_path: Path) -> None:
    ds = make_dataset(RAMP)
    ds.PixelData = RAMP.astype(">u2").tobytes()
    ds.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
    path = tmp_path / "a.dcm"
    dcmwrite(path, ds, implicit_vr=False, little_endian=False, force_encoding=True)
    np.testing.assert_array_equal(stored(path), RAMP)


@pytest.mark.parametrize("dtype", [np.uint32, np.int32])
def test_big_endian_pixels_of_32_bits_are_pairs_of_words(tmp_path: Path, dtype: type) -> None:
    pixels: npt.NDArray[Any] = np.array([[1, 0x12345678], [0x00010000, 7]], dtype)
    ds = make_dataset(pixels)
    # OW is turned round in each 16-bit word, and the first word stays the low one (PS3.5 7.3).
    ds.PixelData = np.frombuffer(pixels.tobytes(), "<u2").astype(">u2").tobytes()
    ds.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
    path = tmp_path / "a.dcm"
    dcmwrite(path, ds, implicit_vr=False, little_endian=False, force_encoding=True)
    np.testing.assert_array_equal(stored(path), pixels)
    assert stored(path).dtype == dtype


@pytest.mark.parametrize(("count", "bytes_more"), [(4, 0), (5, 1)])
def test_frames_are_counted_where_their_number_cannot_be_read(
    tmp_path: Path, count: int, bytes_more: int
) -> None:
    pixels = RANDOM_FRAMES[:count]
    path = write_dicom(tmp_path / "a.dcm", pixels, NumberOfFrames="77")
    assert (pixels.nbytes % 2) == bytes_more
    path.write_bytes(path.read_bytes().replace(b"IS\x02\x0077", b"IS\x02\x007A"))
    assert open_image(path).frame_count == count
    np.testing.assert_array_equal(stored(path, count), pixels[-1])


def test_frames_are_not_counted_where_they_do_not_fill_the_pixel_data(tmp_path: Path) -> None:
    ds = make_dataset(RANDOM_FRAMES[:2], NumberOfFrames="77")
    ds.PixelData += b"\0\0"
    path = save(ds, tmp_path / "a.dcm")
    path.write_bytes(path.read_bytes().replace(b"IS\x02\x0077", b"IS\x02\x007A"))
    with pytest.raises(InvalidTagError, match="7A"):
        open_image(path)


def test_bits_above_bits_stored_are_dropped(tmp_path: Path) -> None:
    pixels = np.array([[0x0FFF, 0xF001]], np.uint16)  # an old overlay in the four highest bits
    values = stored(write_dicom(tmp_path / "a.dcm", pixels, BitsStored=12))
    assert values.tolist() == [[0x0FFF, 0x0001]]


def test_the_sign_is_extended_from_bits_stored(tmp_path: Path) -> None:
    pixels = np.array([[0x0FFF, 0x0800, 0x07FF]], np.uint16)
    path = write_dicom(tmp_path / "a.dcm", pixels, BitsStored=12, PixelRepresentation=1)
    assert stored(path).tolist() == [[-1, -2048, 2047]]


def test_a_high_bit_above_bits_stored_shifts_the_values_down(tmp_path: Path) -> None:
    pixels = np.array([[0xABC0, 0x0010]], np.uint16)
    path = write_dicom(tmp_path / "a.dcm", pixels, BitsStored=12, HighBit=15)
    assert stored(path).tolist() == [[0xABC, 1]]


def test_one_bit_frames_run_on_without_a_gap_between_them(tmp_path: Path) -> None:
    frames = np.array([[[1, 0], [0, 1], [1, 1]], [[0, 1], [1, 1], [1, 0]]], np.uint8)
    ds = make_dataset(frames, BitsStored=1)
    ds.BitsAllocated, ds.HighBit = 1, 0
    ds.PixelData = np.packbits(frames.ravel(), bitorder="little").tobytes()
    path = save(ds, tmp_path / "a.dcm")
    np.testing.assert_array_equal(stored(path, 1), frames[0])
    np.testing.assert_array_equal(stored(path, 2), frames[1])


@pytest.mark.parametrize(
    ("keyword", "dtype"), [("FloatPixelData", np.float32), ("DoubleFloatPixelData", np.float64)]
)
def test_floating_point_pixels_are_read(tmp_path: Path, keyword: str, dtype: type) -> None:
    pixels: npt.NDArray[Any] = np.array([[0.25, -1.5], [1e-3, 1e6]], dtype)
    ds = make_dataset(np.zeros((2, 2), np.uint32), BitsAllocated=np.dtype(dtype).itemsize * 8)
    del ds.PixelData
    for name in ("BitsStored", "HighBit", "PixelRepresentation"):
        delattr(ds, name)
    setattr(ds, keyword, pixels.tobytes())
    values = stored(save(ds, tmp_path / "a.dcm"))
    assert values.dtype == dtype
    np.testing.assert_array_equal(values, pixels)


@pytest.mark.parametrize("planar", [0, 1])
def test_both_planar_configurations_give_the_same_rgb(tmp_path: Path, planar: int) -> None:
    rgb = np.arange(24, dtype=np.uint8).reshape(2, 4, 3)
    ds = make_dataset(rgb, PlanarConfiguration=planar)
    ds.PixelData = (np.moveaxis(rgb, -1, 0) if planar else rgb).tobytes()
    frame = open_image(save(ds, tmp_path / "a.dcm")).read_frame()
    np.testing.assert_array_equal(frame.stored_values, rgb)
    assert frame.photometric_interpretation == "RGB"


def test_sixteen_bit_colour_keeps_its_most_significant_bits(tmp_path: Path) -> None:
    rgb = np.array([[[0x0102, 0x80FF, 0xFFFF]]], np.uint16)
    assert stored(write_dicom(tmp_path / "a.dcm", rgb)).tolist() == [[[0x01, 0x80, 0xFF]]]


def test_ybr_full_becomes_rgb(tmp_path: Path) -> None:
    # Pure red, grey and white by the equations of PS3.3 C.7.6.3.1.2.
    ybr = np.array([[[76, 85, 255], [128, 128, 128], [255, 128, 128]]], np.uint8)
    path = write_dicom(tmp_path / "a.dcm", ybr, PhotometricInterpretation="YBR_FULL")
    frame = open_image(path).read_frame()
    assert frame.stored_values.tolist() == [[[254, 0, 0], [128, 128, 128], [255, 255, 255]]]
    assert frame.source_photometric_interpretation == "YBR_FULL"


def test_ybr_partial_has_black_at_16_and_white_at_235(tmp_path: Path) -> None:
    ybr = np.array([[[16, 128, 128], [235, 128, 128], [81, 90, 240]]], np.uint8)
    path = write_dicom(tmp_path / "a.dcm", ybr, PhotometricInterpretation="YBR_PARTIAL_422")
    values = stored(path)
    assert values[0, :2].tolist() == [[0] * 3, [255] * 3]
    assert np.abs(values[0, 2].astype(int) - (255, 0, 0)).max() <= 2


@pytest.mark.parametrize(
    ("dtype", "slope"), [(np.uint32, 0.001), (np.int32, 0.5), (np.uint32, 1.0)]
)
def test_numbers_of_32_bits_are_rescaled_without_losing_their_last_bits(
    tmp_path: Path, dtype: type, slope: float
) -> None:
    pixels: npt.NDArray[Any] = np.array([[0, 1], [16777217, 2000000001]], dtype)
    path = write_dicom(tmp_path / "a.dcm", pixels, RescaleSlope=slope, RescaleIntercept=-16777216)
    frame = modality_frame(open_image(path).read_frame())
    expected = (pixels.astype(np.float64) * slope - 16777216).astype(np.float32)
    np.testing.assert_array_equal(frame.values, expected)


def test_ybr_422_shares_its_colour_between_two_pixels(tmp_path: Path) -> None:
    ds = make_dataset(np.zeros((1, 2, 3), np.uint8), PhotometricInterpretation="YBR_FULL_422")
    ds.PixelData = bytes([100, 200, 128, 128])
    assert stored(save(ds, tmp_path / "a.dcm")).tolist() == [[[100] * 3, [200] * 3]]


def test_unsampled_pixels_called_422_are_read_by_their_length(tmp_path: Path) -> None:
    ybr = np.full((2, 2, 3), 128, np.uint8)
    ybr[..., 0] = [[1, 2], [3, 4]]
    path = write_dicom(tmp_path / "a.dcm", ybr, PhotometricInterpretation="YBR_FULL_422")
    assert stored(path)[..., 0].tolist() == [[1, 2], [3, 4]]


def test_each_frame_of_a_multi_frame_file_is_read_by_its_number(tmp_path: Path) -> None:
    frames = np.arange(3 * 8, dtype=np.int16).reshape(3, 2, 4)
    opened = open_image(write_dicom(tmp_path / "a.dcm", frames))
    assert opened.frame_count == 3
    for number in (3, 1, 2):
        frame = opened.read_frame(number)
        np.testing.assert_array_equal(frame.stored_values, frames[number - 1])
        assert frame.source.frame_number == number


def test_read_frame_follows_a_source(tmp_path: Path) -> None:
    frames = np.arange(8, dtype=np.int16).reshape(2, 2, 2)
    source = open_image(write_dicom(tmp_path / "a.dcm", frames)).header.frames[1].source
    np.testing.assert_array_equal(read_frame(source).stored_values, frames[1])


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_frame_that_is_not_there_is_refused(tmp_path: Path, number: int) -> None:
    opened = open_image(write_dicom(tmp_path / "a.dcm", np.zeros((2, 2, 2), np.int16)))
    with pytest.raises(FrameNumberError, match="1 to 2"):
        opened.read_frame(number)


def test_a_cut_multi_frame_file_still_gives_its_whole_frames(tmp_path: Path) -> None:
    frames = np.arange(3 * 64, dtype=np.int16).reshape(3, 8, 8)
    path = write_dicom(tmp_path / "a.dcm", frames)
    path.write_bytes(path.read_bytes()[:-20])
    opened = open_image(path)
    np.testing.assert_array_equal(opened.read_frame(2).stored_values, frames[1])
    with pytest.raises(TruncatedFileError, match="frame 3"):
        opened.read_frame(3)


def test_padding_and_its_range_are_stored_values(tmp_path: Path) -> None:
    ds = make_dataset(np.zeros((2, 2), np.int16), SOPClassUID=CT_IMAGE)
    ds.add_new("PixelPaddingValue", "SS", -2000)
    ds.add_new("PixelPaddingRangeLimit", "SS", -1500)
    frame = open_image(save(ds, tmp_path / "a.dcm")).read_frame()
    assert frame.padding == (-2000.0, -1500.0)


def test_padding_written_unsigned_for_signed_pixels_is_put_right(tmp_path: Path) -> None:
    ds = make_dataset(np.array([[-2000, 5]], np.int16))
    ds.add_new("PixelPaddingValue", "US", 63536)
    frame = modality_frame(open_image(save(ds, tmp_path / "a.dcm")).read_frame())
    assert frame.padding_mask is not None
    assert frame.padding_mask.tolist() == [[True, False]]


def test_padding_outside_bits_stored_does_not_hide_real_pixels(tmp_path: Path) -> None:
    # 63536 & 0x0FFF is 2096, a value that a real pixel has.
    ds = make_dataset(np.array([[63536, 2096]], np.uint16), BitsStored=12)
    ds.add_new("PixelPaddingValue", "US", 63536)
    frame = modality_frame(open_image(save(ds, tmp_path / "a.dcm")).read_frame())
    assert frame.values.tolist() == [[63536.0, 2096.0]]
    assert frame.padding_mask is not None
    assert frame.padding_mask.tolist() == [[True, False]]


def test_rescale_and_windows_come_with_the_frame(tmp_path: Path) -> None:
    path = write_dicom(
        tmp_path / "a.dcm",
        RAMP,
        Modality="CT",
        RescaleSlope="2",
        RescaleIntercept="-1024",
        WindowCenter=[40, 600],
        WindowWidth=[80, 2800],
        WindowCenterWidthExplanation=["BRAIN", "BONE"],
        VOILUTFunction="LINEAR_EXACT",
    )
    frame = open_image(path).read_frame()
    assert (frame.rescale_slope, frame.rescale_intercept) == (2.0, -1024.0)
    assert frame.rescale_type == "HU"
    assert [(w.center, w.width, w.explanation) for w in frame.voi_windows] == [
        (40.0, 80.0, "BRAIN"),
        (600.0, 2800.0, "BONE"),
    ]
    assert frame.voi_windows[0].function is VoiFunction.LINEAR_EXACT


@pytest.mark.parametrize(
    "tags",
    [
        {"WindowCenter": 40},
        {"WindowWidth": 80},
        {"WindowCenter": 40, "WindowWidth": 0},
        {"WindowCenter": 40, "WindowWidth": -5},
    ],
)
def test_half_a_window_or_an_impossible_one_is_no_window(
    tmp_path: Path, tags: dict[str, Any]
) -> None:
    assert open_image(write_dicom(tmp_path / "a.dcm", RAMP, **tags)).read_frame().voi_windows == ()


def test_more_centres_than_widths_give_the_complete_pairs(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP, WindowCenter=[40, 50], WindowWidth=80)
    assert len(open_image(path).read_frame().voi_windows) == 1


def lut_item(descriptor: list[int], data: list[int], vr: str = "US") -> Dataset:
    item = Dataset()
    item.add_new("LUTDescriptor", vr, descriptor)
    item.add_new("LUTData", "US", data)
    return item


def test_a_modality_lut_sequence_is_applied(tmp_path: Path) -> None:
    item = lut_item([3, 1, 16], [10, 20, 500])
    item.ModalityLUTType = "HU"
    ds = make_dataset(np.array([[0, 1, 2, 3, 9]], np.uint16))
    ds.ModalityLUTSequence = [item]
    frame = modality_frame(open_image(save(ds, tmp_path / "a.dcm")).read_frame())
    assert frame.values.tolist() == [[10.0, 10.0, 20.0, 500.0, 500.0]]
    assert frame.rescale_type == "HU"


def test_a_modality_lut_that_lacks_entries_is_refused(tmp_path: Path) -> None:
    ds = make_dataset(RAMP)
    ds.ModalityLUTSequence = [lut_item([300, 0, 16], [1, 2, 3])]
    with pytest.raises(InvalidTagError, match="ModalityLUTSequence"):
        open_image(save(ds, tmp_path / "a.dcm")).read_frame()


def test_a_voi_lut_with_a_negative_first_value_is_read(tmp_path: Path) -> None:
    item = lut_item([2, -100, 12], [0, 4095], vr="SS")
    item.LUTExplanation = "soft tissue"
    ds = make_dataset(RAMP)
    ds.VOILUTSequence = [item]
    (lut,) = open_image(save(ds, tmp_path / "a.dcm")).read_frame().voi_luts
    assert (lut.first_mapped, lut.bits, lut.explanation) == (-100, 12, "soft tissue")
    assert lut.table.tolist() == [0, 4095]


@pytest.mark.parametrize(
    ("tags", "keyword"),
    [
        ({"Rows": None}, "Rows"),
        ({"Columns": 0}, "Columns"),
        ({"BitsAllocated": 12, "BitsStored": 12}, "BitsAllocated"),
        ({"BitsStored": 17, "HighBit": 15}, "BitsStored"),
        ({"SamplesPerPixel": 3}, "SamplesPerPixel"),
        ({"NumberOfFrames": "0"}, "NumberOfFrames"),
        ({"RescaleSlope": "0"}, "RescaleSlope"),
    ],
)
def test_a_tag_that_makes_no_sense_is_named_with_its_number(
    tmp_path: Path, tags: dict[str, Any], keyword: str
) -> None:
    path = write_dicom(tmp_path / "odd.dcm", RAMP, **tags)
    with pytest.raises(InvalidTagError) as caught:
        open_image(path).read_frame()
    assert caught.value.keyword == keyword
    assert "odd.dcm" in str(caught.value)
    assert f"({caught.value.tag >> 16:04X}," in str(caught.value)


def test_a_rescale_slope_that_is_no_number_is_refused(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP, RescaleSlope="12345678")
    path.write_bytes(path.read_bytes().replace(b"12345678", b"1,5 once"))
    with pytest.raises(InvalidTagError, match="1,5 once"):
        open_image(path).read_frame()


def test_an_unknown_photometric_interpretation_is_refused(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP, PhotometricInterpretation="HSV")
    with pytest.raises(UnsupportedImageError, match="HSV"):
        open_image(path)


def test_an_image_beyond_the_memory_budget_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP, Rows=65535, Columns=65535)
    with pytest.raises(TooLargeError) as caught:
        open_image(path)
    assert caught.value.code == "too_large"


def test_an_absurd_number_of_frames_is_refused(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP, NumberOfFrames="2000000000")
    with pytest.raises(TooLargeError):
        open_image(path)


def test_an_unknown_transfer_syntax_is_refused_by_name(tmp_path: Path) -> None:
    ds = make_dataset(RAMP)
    ds.file_meta.TransferSyntaxUID = UID("1.2.840.10008.1.2.4.102")
    path = tmp_path / "movie.dcm"
    ds["PixelData"].is_undefined_length = True
    ds.PixelData = b"\xfe\xff\x00\xe0\0\0\0\0\xfe\xff\x00\xe0\x04\0\0\0abcd"
    ds.save_as(path, implicit_vr=False, little_endian=True)
    opened = open_image(path)
    with pytest.raises(UnsupportedTransferSyntaxError, match=r"1\.2\.840\.10008\.1\.2\.4\.102"):
        opened.read_frame()


def test_a_deflated_file_that_is_cut_is_called_truncated(tmp_path: Path) -> None:
    pixels = np.random.default_rng(1).integers(0, 4000, (64, 64)).astype(np.uint16)
    path = write_dicom(tmp_path / "a.dcm", pixels, transfer_syntax=DeflatedExplicitVRLittleEndian)
    path.write_bytes(path.read_bytes()[:-500])
    with pytest.raises(TruncatedFileError):
        open_image(path)


def test_native_data_under_a_compressed_transfer_syntax_are_refused(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP)
    content = path.read_bytes().replace(b"1.2.840.10008.1.2.1\0", b"1.2.840.10008.1.2.5\0")
    path.write_bytes(content)
    with pytest.raises(DecodeError, match="encapsulated"):
        open_image(path).read_frame()


def test_the_decoded_frame_cannot_be_written_through(tmp_path: Path) -> None:
    frame = open_image(write_dicom(tmp_path / "a.dcm", RAMP)).read_frame()
    with pytest.raises(ValueError, match="read-only"):
        frame.stored_values[0, 0] = 1


def test_no_repr_shows_a_patient(tmp_path: Path) -> None:
    opened = open_image(write_dicom(tmp_path / "a.dcm", RAMP, PatientName="Secret^Name"))
    assert opened.header.patient.name == "Secret^Name"
    shown = repr(opened) + repr(opened.header) + repr(opened.read_frame())
    assert "Secret" not in shown
    assert "PHANTOM-1" not in shown


def test_a_multi_frame_file_that_changes_on_disk_is_read_again(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", np.full((2, 4, 5), 1, np.int16))
    source = open_image(path).header.frames[1].source
    assert read_frame(source).stored_values.max() == 1
    assert read_frame(source).stored_values.max() == 1
    write_dicom(path, np.full((2, 4, 6), 2, np.int16))
    assert read_frame(source).stored_values.shape == (4, 6)


def test_a_file_that_is_gone_when_its_frame_is_asked_for_is_unreadable(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", RAMP)
    opened = open_image(path)
    path.unlink()
    with pytest.raises(UnreadableFileError):
        opened.read_frame()
    with pytest.raises(UnreadableFileError):
        read_frame(opened.header.frames[0].source)
