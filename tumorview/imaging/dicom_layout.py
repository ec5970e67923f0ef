"""How the pixel data of a DICOM file are laid out, from the header and from the data themselves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pydicom.dataset import Dataset

from tumorview.imaging import dicom_tags as tags
from tumorview.imaging.decoders import JPEG_XL_FAMILY
from tumorview.imaging.dicom_parse import UNDEFINED_LENGTH, ParsedDicom
from tumorview.imaging.errors import TooLargeError, UnsupportedImageError
from tumorview.imaging.limits import limits
from tumorview.imaging.pixels import PixelFormat

_SAMPLES = {
    "MONOCHROME1": 1,
    "MONOCHROME2": 1,
    "PALETTE COLOR": 1,
    "RGB": 3,
    "YBR_FULL": 3,
    "YBR_FULL_422": 3,
    "YBR_PARTIAL_422": 3,
    "YBR_PARTIAL_420": 3,
    "YBR_RCT": 3,
    "YBR_ICT": 3,
    "XYB": 3,
}
_NUMBER_BITS = {"integer": (1, 8, 16, 32), "float": (32,), "double": (64,)}


def pixel_layout(parsed: ParsedDicom, path: Path) -> PixelFormat:
    """The pixel format, where the pixel data show that the header's is not meant literally."""
    pixels = parsed.pixels
    layout = _stated_format(
        parsed.dataset,
        path,
        pixels.number_kind,
        big_endian=parsed.big_endian,
        word_swapped=parsed.big_endian and pixels.vr == "OW",
    )
    if (
        layout.photometric_interpretation == "XYB"
        and parsed.transfer_syntax_uid not in JPEG_XL_FAMILY
    ):
        raise UnsupportedImageError(
            "only JPEG XL has images of this Photometric Interpretation", path=path, received="XYB"
        )
    if layout.photometric_interpretation == "YBR_FULL_422" and pixels.length != UNDEFINED_LENGTH:
        # Some writers call unsubsampled pixels 4:2:2; the length tells.
        unsampled = layout.rows * layout.columns * 3 * frame_total(parsed.dataset, path)
        if pixels.length >= unsampled:
            layout = replace(layout, photometric_interpretation="YBR_FULL")
    padding = pixel_padding(parsed.dataset, layout)
    if padding is not None and layout.number_kind == "integer":
        lowest = -(1 << layout.bits_stored - 1) if layout.pixel_representation else 0
        highest = lowest + (1 << layout.bits_stored) - 1
        if padding[0] < lowest or padding[1] > highest:
            # Padding outside Bits Stored: the bits above it are in use, so none is dropped.
            whole = layout.bits_allocated
            layout = replace(layout, bits_stored=whole, high_bit=whole - 1)
    return layout


def _stated_format(
    ds: Dataset, path: Path, number_kind: str, *, big_endian: bool, word_swapped: bool
) -> PixelFormat:
    """Read and check the Image Pixel module.

    Raises `InvalidTagError`, `UnsupportedImageError` or `TooLargeError`.
    """
    photometric = tags.checked_text(ds, "PhotometricInterpretation", path).upper()
    samples = (
        tags.required_integer(ds, "SamplesPerPixel", path, 1, 4)
        if (tags.is_present(ds, "SamplesPerPixel"))
        else 1
    )
    if not photometric:
        photometric = "MONOCHROME2" if samples == 1 else "RGB"
    if photometric not in _SAMPLES:
        raise UnsupportedImageError(
            "images of this Photometric Interpretation are not read",
            path=path,
            received=photometric,
        )
    if samples != _SAMPLES[photometric]:
        raise tags.invalid(
            "SamplesPerPixel", f"must be {_SAMPLES[photometric]} for {photometric}", path, samples
        )
    allocated = tags.required_integer(ds, "BitsAllocated", path, 1, 64)
    if allocated not in _NUMBER_BITS[number_kind]:
        choices = ", ".join(str(bits) for bits in _NUMBER_BITS[number_kind])
        raise tags.invalid("BitsAllocated", f"must be one of {choices}", path, allocated)
    if number_kind != "integer" and not photometric.startswith("MONOCHROME"):
        # PS3.3 C.7.6.24: what else they would mean is not defined.
        raise tags.invalid(
            "PhotometricInterpretation",
            "must be MONOCHROME2 for floating-point pixels",
            path,
            photometric,
        )
    if allocated == 1 and samples > 1:
        raise tags.invalid("BitsAllocated", "must be 8 or more for colour", path, allocated)
    stored = allocated
    if tags.is_present(ds, "BitsStored") and number_kind == "integer":
        stored = tags.required_integer(ds, "BitsStored", path, 1, allocated)
    high_bit = stored - 1
    if tags.is_present(ds, "HighBit") and number_kind == "integer":
        high_bit = tags.required_integer(ds, "HighBit", path, stored - 1, allocated - 1)
    layout = PixelFormat(
        rows=tags.required_integer(ds, "Rows", path, 1, 65535),
        columns=tags.required_integer(ds, "Columns", path, 1, 65535),
        samples_per_pixel=samples,
        photometric_interpretation=photometric,
        bits_allocated=allocated,
        bits_stored=stored,
        high_bit=high_bit,
        pixel_representation=tags.optional_integer(ds, "PixelRepresentation", path, 0),
        planar_configuration=tags.optional_integer(ds, "PlanarConfiguration", path, 0),
        number_kind=number_kind,
        big_endian=big_endian,
        # Words of 16 bits need no turning: they are read as big endian numbers.
        word_swapped=word_swapped and number_kind == "integer" and allocated != 16,
    )
    most = limits().frame_bytes
    if layout.decoded_bytes > most:
        raise TooLargeError(
            f"one frame would need {layout.decoded_bytes >> 20} MiB of memory, more than the "
            f"{most >> 20} MiB that are allowed",
            path=path,
            received=f"{layout.rows} x {layout.columns} x {samples}",
        )
    return layout


def frame_total(ds: Dataset, path: Path, counted: int | None = None) -> int:
    """Number of Frames (0028,0008); 1 when absent, `counted` when it is no number.

    Raises `InvalidTagError` where it makes no sense and nothing was `counted`.
    """
    if not tags.is_present(ds, "NumberOfFrames"):
        return 1
    if counted is not None and not tags.is_number(ds, "NumberOfFrames"):
        count = counted
    else:
        count = tags.required_integer(ds, "NumberOfFrames", path, 1, 2**31 - 1)
    most = limits().frames
    if count > most:
        raise TooLargeError(
            f"more than the {most} frames that are read of one file",
            path=path,
            received=count,
        )
    return count


def counted_frames(parsed: ParsedDicom, layout: PixelFormat) -> int | None:
    """How many whole frames fill native pixel data; None where they do not fill them exactly."""
    length = parsed.pixels.length
    if length == UNDEFINED_LENGTH or layout.frame_bits % 8:
        return None
    # A last byte may be there to make the length even (PS3.5 7.1.1).
    count, rest = divmod(length, layout.frame_bits // 8)
    return count if count and (rest == 0 or (rest == 1 and length % 2 == 0)) else None


def extended_offsets(ds: Dataset, path: Path) -> tuple[bytes, bytes] | None:
    """Extended Offset Table and its lengths (PS3.3 C.7.6.3), None when one of them is absent.

    Raises `InvalidTagError` where one cannot be read.
    """
    tables: list[bytes] = []
    for keyword in ("ExtendedOffsetTable", "ExtendedOffsetTableLengths"):
        if not tags.is_present(ds, keyword):
            return None
        value = tags.raw(ds, keyword)
        if not isinstance(value, bytes):
            raise tags.invalid(keyword, "cannot be read", path)
        tables.append(value)
    return tables[0], tables[1]


def pixel_padding(ds: Dataset, layout: PixelFormat) -> tuple[float, float] | None:
    """Pixel Padding Value and Range Limit as stored values (PS3.3 C.7.5.1.1.2)."""
    for prefix in ("", "Float", "DoubleFloat"):
        value = tags.decimal(ds, f"{prefix}PixelPaddingValue")
        if value is None:
            continue
        limit = tags.decimal(ds, f"{prefix}PixelPaddingRangeLimit")
        ends = [_as_stored(v, layout) for v in (value, value if limit is None else limit)]
        return min(ends), max(ends)
    return None


def _as_stored(value: float, layout: PixelFormat) -> float:
    """The padding value in the signedness of the pixels: writers often use the other VR."""
    if layout.number_kind != "integer":
        return value
    modulus = 1 << layout.bits_allocated
    wrapped = int(value) % modulus
    if layout.pixel_representation == 1 and wrapped >= modulus >> 1:
        wrapped -= modulus
    return float(wrapped)
