"""What can go wrong on the way from a result to a file."""

from __future__ import annotations

from typing import ClassVar

from tumorview.errors import TumorViewError


class ReportingError(TumorViewError):
    """Base of the reporting room."""

    code: ClassVar[str] = "report_failed"


class OutputError(ReportingError):
    """A file or folder that results go to cannot be written: full, read-only, missing, in use."""

    code: ClassVar[str] = "output_not_writable"


class ColorMapError(ReportingError):
    """There is no such colour map, or its table is missing or broken."""

    code: ClassVar[str] = "color_map_invalid"


class MeasurementFileError(ReportingError):
    """A file of measurements cannot be read, or the images cannot be put into one."""

    code: ClassVar[str] = "measurements_invalid"


class MeasurementsElsewhereError(ReportingError):
    """The measurements of a file are all of images that are not open."""

    code: ClassVar[str] = "measurements_elsewhere"


class MeasurementsKeptError(ReportingError):
    """A file was not replaced, because something in it would have been lost."""

    code: ClassVar[str] = "measurements_kept"


class MeasurementsNeedDicomError(ReportingError):
    """Measurements of images that are not DICOM cannot be put into a DICOM report."""

    code: ClassVar[str] = "measurements_need_dicom"
