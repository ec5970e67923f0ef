"""Data set -> `ImageHeader`, `PixelFormat`, and what each frame needs to become a picture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from tumorview.domain.arrays import Float32Array
from tumorview.domain.frames import ImageGeometry, VoiFunction, VoiLut, VoiWindow
from tumorview.domain.source import SourceRef
from tumorview.domain.study import ConcatenationPart, FrameInfo, PatientInfo
from tumorview.imaging import dicom_tags as tags
from tumorview.imaging.cine import frames_per_second
from tumorview.imaging.decoders import LOSSY
from tumorview.imaging.dicom_notices import color_profile, image_notices, is_colored
from tumorview.imaging.errors import TooLargeError, UnsupportedImageError
from tumorview.imaging.header import ImageHeader
from tumorview.imaging.limits import FRAME_BUDGET_BYTES, MAX_FRAMES
from tumorview.imaging.orientation import is_valid_orientation
from tumorview.imaging.overlays import overlay_groups
from tumorview.imaging.palette import lut_data, lut_descriptor
from tumorview.imaging.pixels import PixelFormat
from tumorview.imaging.recognize import FileKind

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


@dataclass(frozen=True, slots=True)
class FrameValues:
    """What turns the stored values of one frame into modality units and a first picture."""

    rescale_slope: float
    rescale_intercept: float
    rescale_type: str
    modality_lut: tuple[Float32Array, int] | None
    voi_windows: tuple[VoiWindow, ...]
    voi_luts: tuple[VoiLut, ...]


def pixel_format(
    ds: Dataset, path: Path, number_kind: str, *, big_endian: bool, word_swapped: bool
) -> PixelFormat:
    """Read and check the Image Pixel module.

    Raises `InvalidTagError`, `UnsupportedImageError` or `TooLargeError`.
    """
    photometric = tags.text(ds, "PhotometricInterpretation").upper()
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
        pixel_representation=tags.integer(ds, "PixelRepresentation") or 0,
        planar_configuration=tags.integer(ds, "PlanarConfiguration") or 0,
        number_kind=number_kind,
        big_endian=big_endian,
        # Words of 16 bits need no turning: they are read as big endian numbers.
        word_swapped=word_swapped and number_kind == "integer" and allocated != 16,
    )
    if layout.decoded_bytes > FRAME_BUDGET_BYTES:
        raise TooLargeError(
            f"one frame would need {layout.decoded_bytes >> 20} MiB of memory, more than the "
            f"{FRAME_BUDGET_BYTES >> 20} MiB that are allowed",
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
    if count > MAX_FRAMES:
        raise TooLargeError(
            f"more than the {MAX_FRAMES} frames that are read of one file",
            path=path,
            received=count,
        )
    return count


def image_header(
    ds: Dataset, path: Path, layout: PixelFormat, transfer_syntax_uid: str, frame_count: int
) -> ImageHeader:
    """Everything that the screen and the catalogue want to know."""
    study_uid = tags.uid(ds, "StudyInstanceUID")
    series_uid = tags.uid(ds, "SeriesInstanceUID")
    sop_uid = tags.uid(ds, "SOPInstanceUID")
    instance_number = tags.integer(ds, "InstanceNumber")
    part, overlays = _part(ds, frame_count), overlay_groups(ds)
    frames = tuple(
        FrameInfo(
            part=part,
            source=SourceRef(path, study_uid, series_uid, sop_uid, number),
            rows=layout.rows,
            columns=layout.columns,
            geometry=geometry,
            instance_number=instance_number,
        )
        for number, geometry in enumerate(frame_geometries(ds, frame_count), start=1)
    )
    return ImageHeader(
        path=path,
        kind=FileKind.DICOM,
        rows=layout.rows,
        columns=layout.columns,
        frames=frames,
        photometric_interpretation=layout.photometric_interpretation,
        samples_per_pixel=layout.samples_per_pixel,
        bits_allocated=layout.bits_allocated,
        bits_stored=layout.bits_stored,
        patient=PatientInfo(
            name=tags.text(ds, "PatientName"),
            patient_id=tags.text(ds, "PatientID"),
            birth_date=tags.text(ds, "PatientBirthDate"),
            sex=tags.text(ds, "PatientSex"),
            age=tags.text(ds, "PatientAge"),
        ),
        study_instance_uid=study_uid,
        study_description=tags.text(ds, "StudyDescription"),
        study_date=tags.text(ds, "StudyDate"),
        accession_number=tags.text(ds, "AccessionNumber"),
        series_instance_uid=series_uid,
        series_description=tags.text(ds, "SeriesDescription"),
        series_number=tags.integer(ds, "SeriesNumber"),
        modality=tags.text(ds, "Modality"),
        body_part_examined=tags.text(ds, "BodyPartExamined"),
        sop_class_uid=tags.uid(ds, "SOPClassUID"),
        sop_instance_uid=sop_uid,
        instance_number=instance_number,
        transfer_syntax_uid=transfer_syntax_uid,
        manufacturer=tags.text(ds, "Manufacturer"),
        lossy=is_lossy(ds, transfer_syntax_uid),
        notices=image_notices(ds, layout, has_overlays=bool(overlays)),
        color_profile=color_profile(ds) if is_colored(layout) else "",
        overlay_groups=overlays,
        frames_per_second=frames_per_second(ds),
    )


def _part(ds: Dataset, frame_count: int) -> ConcatenationPart | None:
    """Which part of a split multi-frame image the file is, or None."""
    uid = tags.uid(ds, "ConcatenationUID")
    if uid is None:
        return None
    return ConcatenationPart(
        uid=uid,
        number=tags.integer(ds, "InConcatenationNumber"),
        total=tags.integer(ds, "InConcatenationTotalNumber"),
        frame_offset=tags.integer(ds, "ConcatenationFrameOffsetNumber"),
        frame_count=frame_count,
    )


def is_lossy(ds: Dataset, transfer_syntax_uid: str) -> bool:
    """Lossy Image Compression (0028,2110), or a transfer syntax that is always lossy."""
    return transfer_syntax_uid in LOSSY or tags.text(ds, "LossyImageCompression") == "01"


def macro(ds: Dataset, index: int, sequence: str) -> Dataset | None:
    """The functional group `sequence` of frame `index` (PS3.3 C.7.6.16), or None.

    A frame's own group wins over the shared one.
    """
    own = _own_groups(ds, index)
    found = tags.first_item(own, sequence) if own is not None else None
    return found if found is not None else shared_macro(ds, sequence)


def _own_groups(ds: Dataset, index: int) -> Dataset | None:
    per_frame = tags.raw(ds, "PerFrameFunctionalGroupsSequence")
    if isinstance(per_frame, Sequence) and index < len(per_frame):
        return per_frame[index]
    return None


def shared_macro(ds: Dataset, sequence: str) -> Dataset | None:
    """The functional group `sequence` that all frames share, or None."""
    shared = tags.first_item(ds, "SharedFunctionalGroupsSequence")
    return tags.first_item(shared, sequence) if shared is not None else None


def is_enhanced(ds: Dataset) -> bool:
    """True when the file describes its frames by functional groups."""
    return "PerFrameFunctionalGroupsSequence" in ds or "SharedFunctionalGroupsSequence" in ds


def frame_geometries(ds: Dataset, count: int) -> list[ImageGeometry]:
    """Planes of the first `count` frames.

    What all frames share is read once: a file may announce thousands of frames.
    """
    if not is_enhanced(ds):
        first = _geometry(ds, ds, ds, ds, is_first=True)
        if count == 1:
            return [first]
        return [first] + [_geometry(ds, ds, ds, ds, is_first=False)] * (count - 1)
    shared = [shared_macro(ds, name) for name in _PLANE_MACROS]
    described = tags.items(ds, "PerFrameFunctionalGroupsSequence")
    found: list[ImageGeometry] = []
    others: ImageGeometry | None = None
    for index in range(count):
        own: list[Dataset | None] = [None] * len(_PLANE_MACROS)
        if index < len(described) and len(described[index]):
            own = [tags.first_item(described[index], name) for name in _PLANE_MACROS]
        if index and others is not None and not any(own):
            found.append(others)
            continue
        parts = [mine or common or ds for mine, common in zip(own, shared, strict=True)]
        found.append(_geometry(ds, *parts, is_first=index == 0))
        if index and not any(own):
            others = found[-1]
    return found


_NARROWEST_MM, _WIDEST_MM = 1e-6, 1e3
"""Pixel Spacing from an electron microscope's to a hand's breadth; another is taken for unknown."""

_LONGEST_PIXEL = 100.0

_PLANE_MACROS = ("PlanePositionSequence", "PlaneOrientationSequence", "PixelMeasuresSequence")


def _geometry(
    ds: Dataset,
    position_of: Dataset,
    orientation_of: Dataset,
    measures_of: Dataset,
    *,
    is_first: bool,
) -> ImageGeometry:
    position = tags.decimals(position_of, "ImagePositionPatient")
    orientation = tags.decimals(orientation_of, "ImageOrientationPatient")
    has_position = len(position) == 3 and (position_of is not ds or is_first)
    return ImageGeometry(
        pixel_spacing_mm=_spacing(measures_of),
        position_mm=(position[0], position[1], position[2]) if has_position else None,
        orientation=_six(orientation) if is_valid_orientation(orientation) else None,
        slice_thickness_mm=_positive(tags.decimal(measures_of, "SliceThickness")),
        spacing_between_slices_mm=tags.decimal(measures_of, "SpacingBetweenSlices"),
        pixel_aspect_ratio=_aspect(ds),
    )


def _six(v: tuple[float, ...]) -> tuple[float, float, float, float, float, float]:
    return v[0], v[1], v[2], v[3], v[4], v[5]


def _spacing(ds: Dataset) -> tuple[float, float] | None:
    # Imager and Nominal Scanned Pixel Spacing lie at the detector, not in the patient, but they
    # keep the shape of the pixels right where Pixel Spacing is absent.
    for keyword in ("PixelSpacing", "ImagerPixelSpacing", "NominalScannedPixelSpacing"):
        spacing = tags.decimals(ds, keyword)
        if len(spacing) == 2 and _NARROWEST_MM <= min(spacing) <= max(spacing) <= _WIDEST_MM:
            shape = _shape(spacing)
            if shape is not None:
                return shape
    return None


def _aspect(ds: Dataset) -> tuple[float, float]:
    ratio = tags.decimals(ds, "PixelAspectRatio")
    shape = _shape(ratio) if len(ratio) == 2 and min(ratio) > 0 else None
    return shape or (1.0, 1.0)


def _shape(sides: tuple[float, ...]) -> tuple[float, float] | None:
    """(vertical, horizontal), None where no pixel of an image is of that shape."""
    vertical, horizontal = sides
    # Such a picture would be a line, and one of astronomic length ends the window's painter.
    return None if max(sides) / min(sides) > _LONGEST_PIXEL else (vertical, horizontal)


def _positive(value: float | None) -> float | None:
    return value if value is not None and value > 0 else None


def frame_values(ds: Dataset, path: Path, index: int, *, big_endian: bool) -> FrameValues:
    """Modality LUT, rescale, windows and VOI LUTs of frame `index`, counted from 0.

    Raises `InvalidTagError` where the modality transform makes no sense: a wrong value would be
    worse than none. A window that makes no sense is left out.
    """
    rescale_of, voi_of = ds, ds
    tags.require_readable(ds, "ModalityLUTSequence", path)
    if is_enhanced(ds):
        _require_groups(ds, path, index)
        rescale_of = macro(ds, index, "PixelValueTransformationSequence") or ds
        voi_of = macro(ds, index, "FrameVOILUTSequence") or ds
    slope = tags.optional_number(rescale_of, "RescaleSlope", path, 1.0)
    if slope == 0:
        raise tags.invalid("RescaleSlope", "must not be 0", path, slope)
    modality_lut, lut_type = _modality_lut(ds, path, big_endian)
    return FrameValues(
        rescale_slope=slope,
        rescale_intercept=tags.optional_number(rescale_of, "RescaleIntercept", path, 0.0),
        rescale_type=lut_type or _rescale_type(ds, rescale_of),
        modality_lut=modality_lut,
        voi_windows=_voi_windows(voi_of),
        voi_luts=_voi_luts(voi_of, big_endian),
    )


def _require_groups(ds: Dataset, path: Path, index: int) -> None:
    """Raise where the functional groups that hold a frame's rescale cannot be parsed."""
    for keyword in ("PerFrameFunctionalGroupsSequence", "SharedFunctionalGroupsSequence"):
        tags.require_readable(ds, keyword, path)
    for group in (
        _own_groups(ds, index),
        tags.first_item(ds, "SharedFunctionalGroupsSequence"),
    ):
        if group is not None:
            tags.require_readable(group, "PixelValueTransformationSequence", path)


def _rescale_type(ds: Dataset, rescale_of: Dataset) -> str:
    said = tags.text(rescale_of, "RescaleType")
    # PS3.3 C.8.2.1.1.2: the values of a CT image are HU unless Rescale Type says otherwise.
    if not said and tags.text(ds, "Modality") == "CT" and "RescaleIntercept" in rescale_of:
        return "HU"
    return said


def _modality_lut(
    ds: Dataset, path: Path, big_endian: bool
) -> tuple[tuple[Float32Array, int] | None, str]:
    item = tags.first_item(ds, "ModalityLUTSequence")
    if item is None:
        return None, ""
    signed = tags.integer(ds, "PixelRepresentation") == 1
    try:
        descriptor = tags.decimals(item, "LUTDescriptor")
        entries, first, bits = lut_descriptor(descriptor, signed)
        table = lut_data(tags.raw(item, "LUTData"), entries, bits, big_endian)
    except (ValueError, TypeError) as error:
        raise tags.invalid("ModalityLUTSequence", f"cannot be used: {error}", path) from error
    return (table.astype(np.float32), first), tags.text(item, "ModalityLUTType")


def _voi_windows(ds: Dataset) -> tuple[VoiWindow, ...]:
    centers = tags.decimals(ds, "WindowCenter")
    widths = tags.decimals(ds, "WindowWidth")
    explanations = tags.texts(ds, "WindowCenterWidthExplanation")
    try:
        function = VoiFunction(tags.text(ds, "VOILUTFunction").upper() or "LINEAR")
    except ValueError:
        function = VoiFunction.LINEAR
    least = 1.0 if function is VoiFunction.LINEAR else math.ulp(0.0)
    # One of the two tags may be absent or have fewer values: only complete pairs are windows.
    return tuple(
        VoiWindow(center, width, function, explanations[k] if k < len(explanations) else "")
        for k, (center, width) in enumerate(zip(centers, widths, strict=False))
        if least <= width <= tags.LARGEST_NUMBER and abs(center) <= tags.LARGEST_NUMBER
    )


def _voi_luts(ds: Dataset, big_endian: bool) -> tuple[VoiLut, ...]:
    luts = []
    for item in tags.items(ds, "VOILUTSequence"):
        descriptor: Any = tags.decimals(item, "LUTDescriptor")
        try:
            signed = len(descriptor) == 3 and descriptor[1] < 0
            entries, first, bits = lut_descriptor(descriptor, signed)
            table = lut_data(tags.raw(item, "LUTData"), entries, bits, big_endian)
        except (ValueError, TypeError):
            continue
        luts.append(VoiLut(table, first, bits, tags.text(item, "LUTExplanation")))
    return tuple(luts)
