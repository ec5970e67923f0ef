"""DICOM objects that belong to an image and have none themselves."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

import pydicom
from pydicom.dataset import Dataset
from pydicom.filereader import read_dataset

from tumorview.imaging import dicom_tags as tags
from tumorview.imaging.decoders import DEFLATED
from tumorview.imaging.dicom_file import DicomFile
from tumorview.imaging.dicom_parse import inflated, last_element_is_cut
from tumorview.imaging.errors import (
    DecodeError,
    ImagingError,
    NotAnImageError,
    TruncatedFileError,
)
from tumorview.imaging.file_start import file_start
from tumorview.imaging.image_file import ImageFile
from tumorview.imaging.limits import BoundedStream
from tumorview.imaging.recognize import FileKind, recognize, unreadable

_IDENTITY = (
    *("SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID", "Modality"),
    *("PatientID", "PatientName", "PatientBirthDate", "PatientSex", "AccessionNumber", "StudyID"),
    *("StudyDate", "StudyTime", "ReferringPhysicianName", "StudyDescription"),
)
_TIMES = {"PatientBirthDate": "%Y%m%d", "StudyDate": "%Y%m%d", "StudyTime": "%H%M%S"}
"""What is no date or time would keep a report from being written (PS3.5 6.2, DA and TM)."""


def read_object(path: Path) -> Dataset:
    """The data set of a DICOM file that need not hold an image.

    Raises
    ------
    ImagingError
        It cannot be read, is no DICOM file, or is larger than the limits.
    """
    if recognize(path) is not FileKind.DICOM:
        raise NotAnImageError("this is not a DICOM file", path=path)
    bounded: BoundedStream | None = None
    try:
        with path.open("rb") as stream, tags.quiet_pydicom():
            bounded = _bounded(path, stream)
            found: Dataset
            if bounded.tell():
                found = read_dataset(cast("Any", bounded), False, True)
            else:
                found = pydicom.dcmread(cast("Any", bounded), stop_before_pixels=True, force=True)
    except ImagingError:
        raise
    except OSError as error:
        if error.errno is not None:
            raise unreadable(path, error) from error
        raise _broken(path, error, bounded) from error
    except Exception as error:
        raise _broken(path, error, bounded) from error
    if last_element_is_cut(found):
        raise TruncatedFileError("the file ends before its content does", path=path)
    return found


def evidence_of(image: ImageFile) -> Dataset | None:
    """Whose image it is and which, for a report about it; None for one that is not DICOM.

    What is absent is empty (type 2), and so are dates and times that are none.
    """
    if not isinstance(image.content, DicomFile):
        return None
    ds = image.content.parsed.dataset
    found = Dataset()
    for keyword in _IDENTITY:
        said = tags.text(ds, keyword)
        form = _TIMES.get(keyword)
        setattr(found, keyword, said if form is None or _is_time(said, form) else "")
    header = image.header
    found.SOPClassUID = header.sop_class_uid or ""
    found.SOPInstanceUID = header.sop_instance_uid or ""
    found.StudyInstanceUID = header.study_instance_uid or ""
    found.SeriesInstanceUID = header.series_instance_uid or ""
    found.Rows, found.Columns = header.rows, header.columns
    found.SpecificCharacterSet = "ISO_IR 192"
    if header.lossy:
        # What is derived from it says so too (PS3.3 C.7.6.1.1.5).
        found.LossyImageCompression = "01"
        for keyword in ("LossyImageCompressionRatio", "LossyImageCompressionMethod"):
            if values := tags.texts(ds, keyword):
                setattr(found, keyword, list(values))
    if header.frame_count > 1:
        found.NumberOfFrames = header.frame_count
    return found


def _is_time(said: str, form: str) -> bool:
    try:
        # A time may have a fraction of a second, which nothing depends on.
        datetime.strptime(said.partition(".")[0], form)  # noqa: DTZ007 - checked, not used
    except ValueError:
        return False
    return True


def _bounded(path: Path, stream: BinaryIO) -> BoundedStream:
    """The stream at 0, or, of a deflated file, at the inflated data set behind a first byte."""
    start = file_start(stream)
    if start.syntax == DEFLATED:
        content = io.BytesIO(b"\0" + inflated(path, stream, start.data_offset))
        content.seek(1)
        return BoundedStream(content, path)
    stream.seek(0)
    return BoundedStream(stream, path)


def _broken(path: Path, error: Exception, bounded: BoundedStream | None) -> ImagingError:
    if bounded is not None and bounded.refusal is not None:
        return bounded.refusal
    return DecodeError(
        "the DICOM data set cannot be read to its end", path=path, received=type(error).__name__
    )
