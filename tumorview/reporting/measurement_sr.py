"""Marks -> a DICOM structured report: Comprehensive SR, TID 1500 (PS3.16), by highdicom.

Regions are planar ROI groups (TID 1410) with their outline; distances and angles are groups of
TID 1501 whose value is inferred from its coordinates; texts and arrows are groups with a Comment
that is inferred from its coordinates. Coordinates are SCOORD in pixels of the source image.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from highdicom import UID
from highdicom.sr import (
    CodedConcept,
    ComprehensiveSR,
    ContentSequence,
    CoordinatesForMeasurement,
    DeviceObserverIdentifyingAttributes,
    GraphicTypeValues,
    ImageRegion,
    Measurement,
    MeasurementReport,
    MeasurementsAndQualitativeEvaluations,
    ObservationContext,
    ObserverContext,
    PlanarROIMeasurementsAndQualitativeEvaluations,
    RelationshipTypeValues,
    SourceImageForRegion,
    TextContentItem,
    TrackingIdentifier,
)
from pydicom.dataset import Dataset
from pydicom.sr.codedict import codes
from pydicom.uid import generate_uid

from tumorview import __version__
from tumorview.domain.marks import Mark, MarkKind, Point
from tumorview.domain.measurements import Measurement as Measured
from tumorview.reporting.measure_words import KIND_NAMES, scale_words

APPLICATION = "TumorView"
NO_WORDS = "Arrow"
"""What the Comment of an arrow without words says, since it must say something."""

_DEVICE = generate_uid(entropy_srcs=[APPLICATION, "device observer"])
_PIXELS = CodedConcept("{pixels}", "UCUM", "pixels")
_PIXEL_VALUE = CodedConcept("pixel-value", "99TUMORVIEW", "Pixel value")
_IMAGING_PROCEDURE = CodedConcept("363679005", "SCT", "Imaging procedure")
_UNIT = re.compile(r"[A-Za-z0-9/]{1,14}")

Group = MeasurementsAndQualitativeEvaluations | PlanarROIMeasurementsAndQualitativeEvaluations


@dataclass(frozen=True, slots=True)
class MeasuredFrame:
    """One frame of `evidence` (see `imaging.report_file`), with what each mark on it measures."""

    evidence: Dataset
    frame_number: int
    measured: tuple[tuple[Mark, Measured], ...]


def measurement_report(frames: Sequence[MeasuredFrame]) -> Dataset:
    """The report about marks on images of one study; at least one frame with a mark.

    Raises
    ------
    ValueError, TypeError, AttributeError
        highdicom cannot encode what the images say of themselves.
    """
    evidence = {frame.evidence.SOPInstanceUID: frame.evidence for frame in frames}
    groups = [_group(frame, mark, found) for frame in frames for mark, found in frame.measured]
    observer = DeviceObserverIdentifyingAttributes(
        uid=_DEVICE, name=APPLICATION, manufacturer_name=APPLICATION, model_name=APPLICATION
    )
    context = ObservationContext(
        observer_device_context=ObserverContext(codes.DCM.Device, observer)
    )
    report = MeasurementReport(
        observation_context=context,
        procedure_reported=_IMAGING_PROCEDURE,
        imaging_measurements=groups,
        title=codes.DCM.ImagingMeasurementReport,
    )
    return ComprehensiveSR(
        evidence=list(evidence.values()),
        content=report,
        series_instance_uid=UID(),
        series_number=9100,
        sop_instance_uid=UID(),
        instance_number=1,
        manufacturer=APPLICATION,
        manufacturer_model_name=APPLICATION,
        software_versions=__version__,
        series_description="Measurements",
    )


def _group(frame: MeasuredFrame, mark: Mark, found: Measured) -> Group:
    tracking = TrackingIdentifier(uid=mark.uid, identifier=KIND_NAMES[mark.kind])
    image = _image(frame)
    if mark.is_region:
        group: Group = PlanarROIMeasurementsAndQualitativeEvaluations(
            tracking_identifier=tracking,
            referenced_region=ImageRegion(*_outline(mark), image),
            measurements=_region_values(found, str(frame.evidence.Modality)),
        )
    elif mark.kind in (MarkKind.TEXT, MarkKind.ARROW):
        group = MeasurementsAndQualitativeEvaluations(tracking_identifier=tracking)
        group[0].ContentSequence.append(_comment(mark, image))
    else:
        group = MeasurementsAndQualitativeEvaluations(
            tracking_identifier=tracking, measurements=[_line_value(mark, found, image)]
        )
    words = scale_words(found.scale)
    if words and (found.length is not None or found.area is not None):
        group[0].ContentSequence.append(_text(f"Spacing of the pixels: {words}"))
    return group


def _line_value(mark: Mark, found: Measured, image: SourceImageForRegion) -> Measurement:
    lines = [mark.points[:2], mark.points[2:]] if mark.kind is MarkKind.COBB else [mark.points]
    coordinates = [
        CoordinatesForMeasurement(GraphicTypeValues.POLYLINE, _array(line), image) for line in lines
    ]
    if mark.kind is MarkKind.DISTANCE:
        assert found.length is not None
        unit = codes.UCUM.Millimeter if found.scale.is_calibrated else _PIXELS
        name, value = codes.SCT.Length, found.length
    else:
        assert found.angle_degrees is not None
        name = codes.SCT.CobbAngle if mark.kind is MarkKind.COBB else codes.SCT.Angle
        unit, value = codes.UCUM.Degree, found.angle_degrees
    return Measurement(name=name, value=value, unit=unit, referenced_coordinates=coordinates)


def _region_values(found: Measured, modality: str) -> list[Measurement]:
    assert found.area is not None
    area_unit = codes.UCUM.SquareMillimeter if found.scale.is_calibrated else _PIXELS
    values = [Measurement(name=codes.SCT.Area, value=found.area, unit=area_unit)]
    pixels = found.statistics
    if pixels is None:
        return values
    name, unit = _quantity(modality, found.value_unit)
    for derivation, value in (
        (codes.SCT.Mean, pixels.mean),
        (codes.SCT.StandardDeviation, pixels.standard_deviation),
        (codes.SCT.Minimum, pixels.minimum),
        (codes.SCT.Maximum, pixels.maximum),
    ):
        values.append(Measurement(name=name, value=value, unit=unit, derivation=derivation))
    return values


def _quantity(modality: str, unit: str) -> tuple[CodedConcept, CodedConcept]:
    """What the pixels are of, and its unit (UCUM)."""
    if unit == "HU":
        return codes.DCM.AttenuationCoefficient, codes.UCUM.HounsfieldUnit
    name = codes.DCM.MRSignalIntensity if modality == "MR" else _PIXEL_VALUE
    # An annotation in braces is of dimension one in UCUM: what the file calls its unit, no more.
    known = bool(_UNIT.fullmatch(unit))
    return name, CodedConcept(f"{{{unit}}}", "UCUM", unit) if known else codes.UCUM.NoUnits


def _outline(mark: Mark) -> tuple[GraphicTypeValues, npt.NDArray[np.float64]]:
    if mark.kind is MarkKind.FREEHAND:
        return GraphicTypeValues.POLYLINE, _array([*mark.points, mark.points[0]])
    (x0, y0), (x1, y1) = mark.points
    if mark.kind is MarkKind.RECTANGLE:
        corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
        return GraphicTypeValues.POLYLINE, _array(corners)
    middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
    along_row = [(x0, middle_y), (x1, middle_y)]
    along_column = [(middle_x, y0), (middle_x, y1)]
    # The ends of the longer axis come first (PS3.3 C.18.6.1.2).
    wide = abs(x1 - x0) >= abs(y1 - y0)
    ends = [*along_row, *along_column] if wide else [*along_column, *along_row]
    return GraphicTypeValues.ELLIPSE, _array(ends)


def _comment(mark: Mark, image: SourceImageForRegion) -> TextContentItem:
    is_point = mark.kind is MarkKind.TEXT
    graphic = GraphicTypeValues.POINT if is_point else GraphicTypeValues.POLYLINE
    text = _text(mark.text or NO_WORDS)
    coordinates = CoordinatesForMeasurement(graphic, _array(mark.points), image)
    text.ContentSequence = ContentSequence([coordinates])
    return text


def _text(value: str) -> TextContentItem:
    return TextContentItem(
        name=codes.DCM.Comment, value=value, relationship_type=RelationshipTypeValues.CONTAINS
    )


def _image(frame: MeasuredFrame) -> SourceImageForRegion:
    several = "NumberOfFrames" in frame.evidence
    return SourceImageForRegion(
        referenced_sop_class_uid=frame.evidence.SOPClassUID,
        referenced_sop_instance_uid=frame.evidence.SOPInstanceUID,
        referenced_frame_numbers=[frame.frame_number] if several else None,
    )


def _array(points: Sequence[Point]) -> npt.NDArray[np.float64]:
    return np.array(points, np.float64)
