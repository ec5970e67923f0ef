"""Data set -> `ImageHeader`, and what each frame needs to become a picture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from pydicom.dataset import Dataset

from tumorview.domain.arrays import Float32Array
from tumorview.domain.frames import VoiFunction, VoiLut, VoiWindow
from tumorview.domain.source import SourceRef
from tumorview.domain.study import ConcatenationPart, FrameInfo, Pass, PatientInfo
from tumorview.imaging import dicom_tags as tags
from tumorview.imaging.cine import frames_per_second
from tumorview.imaging.decoders import LOSSY
from tumorview.imaging.dicom_geometry import frame_geometries
from tumorview.imaging.dicom_notices import color_profile, image_notices, is_colored
from tumorview.imaging.functional_groups import is_enhanced, macro, own_groups
from tumorview.imaging.header import ImageHeader
from tumorview.imaging.mr_sequence import mr_sequence
from tumorview.imaging.overlays import overlay_groups
from tumorview.imaging.palette import lut_data, lut_descriptor
from tumorview.imaging.pixels import PixelFormat
from tumorview.imaging.recognize import FileKind


@dataclass(frozen=True, slots=True)
class FrameValues:
    """What turns the stored values of one frame into modality units and a first picture."""

    rescale_slope: float
    rescale_intercept: float
    rescale_type: str
    modality_lut: tuple[Float32Array, int] | None
    voi_windows: tuple[VoiWindow, ...]
    voi_luts: tuple[VoiLut, ...]


def image_header(
    ds: Dataset, path: Path, layout: PixelFormat, transfer_syntax_uid: str, frame_count: int
) -> ImageHeader:
    """Everything that the screen and the catalogue want to know."""
    study_uid = tags.uid(ds, "StudyInstanceUID")
    series_uid = tags.uid(ds, "SeriesInstanceUID")
    sop_uid = tags.uid(ds, "SOPInstanceUID")
    instance_number = tags.integer(ds, "InstanceNumber")
    part, overlays, scanner_pass = _part(ds, frame_count), overlay_groups(ds), _pass(ds)
    frames = tuple(
        FrameInfo(
            part=part,
            source=SourceRef(path, study_uid, series_uid, sop_uid, number),
            rows=layout.rows,
            columns=layout.columns,
            geometry=geometry,
            instance_number=instance_number,
            scanner_pass=scanner_pass,
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
        sequence=mr_sequence(ds),
    )


def _pass(ds: Dataset) -> Pass:
    """Which pass over the patient the file is from."""
    return Pass(
        acquisition=tags.integer(ds, "AcquisitionNumber"),
        echo=tags.integer(ds, "EchoNumbers"),
        time=tags.integer(ds, "TemporalPositionIdentifier"),
        frame_of_reference_uid=tags.uid(ds, "FrameOfReferenceUID"),
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


def frame_values(ds: Dataset, path: Path, index: int, *, big_endian: bool) -> FrameValues:
    """Modality LUT, rescale, windows and VOI LUTs of frame `index`, counted from 0.

    Raises `InvalidTagError` where the modality transform makes no sense: a wrong value would be
    worse than none. A window that makes no sense is left out.
    """
    rescale_of, voi_of = ds, ds
    tags.require_sequence(ds, "ModalityLUTSequence", path)
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
        tags.require_sequence(ds, keyword, path)
    for group in (
        own_groups(ds, index),
        tags.first_item(ds, "SharedFunctionalGroupsSequence"),
    ):
        if group is not None:
            tags.require_sequence(group, "PixelValueTransformationSequence", path)


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
