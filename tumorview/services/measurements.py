"""Marks into a DICOM structured report and out of it again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydicom.dataset import Dataset

from tumorview.cancel import CancelToken
from tumorview.domain.marks import FrameMarks
from tumorview.domain.source import SourceRef
from tumorview.domain.stored_marks import PlacedMarks, StoredMarks, placed_on
from tumorview.errors import TumorViewError
from tumorview.imaging import dicom_tags as tags
from tumorview.imaging.image_file import ImageFile, open_image
from tumorview.imaging.measuring import measure
from tumorview.imaging.modality import modality_frame
from tumorview.imaging.report_file import evidence_of, read_object
from tumorview.reporting.errors import (
    MeasurementFileError,
    MeasurementsElsewhereError,
    MeasurementsKeptError,
    MeasurementsNeedDicomError,
    OutputError,
)
from tumorview.reporting.measurement_sr import MeasuredFrame, measurement_report
from tumorview.reporting.measurement_sr_reader import is_report, read_marks
from tumorview.services.private_file import replacing


def save_measurements(path: Path, frames: Sequence[FrameMarks], token: CancelToken) -> None:
    """Write the marks of frames of one study, with what they measure, to `path`.

    A file that is there is replaced only where it is a report of marks that TumorView understands
    to the last one; until the new one is complete it stays as it is.

    Raises
    ------
    MeasurementsNeedDicomError
        A frame is of an image that is not DICOM, or has no UIDs.
    MeasurementsKeptError
        What is at `path` would be lost.
    OutputError
        `path` cannot be written.
    MeasurementFileError
        What the images say of themselves cannot be put into a report.
    ImagingError
        An image cannot be read any more.
    """
    _require_replaceable(path)
    opened: dict[Path, ImageFile] = {}
    measured: list[MeasuredFrame] = []
    for frame in frames:
        token.raise_if_cancelled()
        source = frame.source
        image = opened.get(source.path) or open_image(source.path)
        opened[source.path] = image
        evidence = evidence_of(image)
        if evidence is None or not _has_uids(evidence):
            raise MeasurementsNeedDicomError(
                "a DICOM report can be about DICOM images only, and this image is none or has no "
                "UIDs",
                path=source.path,
            )
        pixels = modality_frame(image.read_frame(source.frame_number))
        values = tuple((mark, measure(mark, pixels)) for mark in frame.marks)
        measured.append(MeasuredFrame(evidence, source.frame_number, values))
    try:
        with tags.quiet_pydicom():
            report = measurement_report(measured)
    except (ValueError, TypeError, AttributeError) as error:
        raise MeasurementFileError(
            "what the images say of themselves cannot be put into a report",
            path=path,
            received=type(error).__name__,
            remedy="Copy the measurements as a table: Measure > Copy measurements.",
        ) from error
    _write(report, path)


def load_measurements(path: Path, sources: Sequence[SourceRef]) -> PlacedMarks:
    """The marks of a report on those of its images that are among `sources`.

    Raises
    ------
    MeasurementFileError
        The file is no structured report, or none with marks.
    MeasurementsElsewhereError
        Its marks are all on images that are not among `sources`.
    ImagingError
        The file cannot be read.
    """
    stored = read_stored(path)
    if not stored.marks:
        raise MeasurementFileError(
            "there is no mark in it that TumorView understands",
            path=path,
            received="; ".join(stored.not_understood) or None,
        )
    placed = placed_on(stored, sources)
    if not placed.frames:
        raise MeasurementsElsewhereError(
            f"its {placed.elsewhere} marks are on images that are not open", path=path
        )
    return placed


def read_stored(path: Path) -> StoredMarks:
    """The marks of a report; raises like `load_measurements`."""
    report = read_object(path)
    if not is_report(report):
        raise MeasurementFileError("this is not a DICOM structured report", path=path)
    with tags.quiet_pydicom():
        return read_marks(report)


def _require_replaceable(path: Path) -> None:
    if not path.exists():
        return
    try:
        unknown = read_stored(path).not_understood
    except TumorViewError as error:
        raise MeasurementsKeptError(
            "the file that is there is no report of marks", path=path
        ) from (error)
    if unknown:
        raise MeasurementsKeptError(
            "the report that is there holds more than TumorView understands",
            path=path,
            received="; ".join(unknown),
        )


def _has_uids(evidence: Dataset) -> bool:
    keywords = ("SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID")
    return all(evidence.get(keyword) for keyword in keywords)


def _write(report: Dataset, path: Path) -> None:
    try:
        with replacing(path, ".measurements-") as stream:
            report.save_as(stream, enforce_file_format=True)
    except OSError as error:
        raise OutputError(
            "the measurements cannot be written", path=path, received=error.strerror
        ) from error
