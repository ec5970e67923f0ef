"""Headers -> studies and series."""

from __future__ import annotations

from collections.abc import Sequence

from tumorview.domain.reading import ReadingNotice
from tumorview.domain.study import (
    FrameInfo,
    PatientInfo,
    Series,
    SeriesNotice,
    SliceOrder,
    Study,
    patient_key,
)
from tumorview.imaging.header import ImageHeader
from tumorview.imaging.natural import natural_key
from tumorview.imaging.recognize import FileKind
from tumorview.imaging.splitting import stacked


def catalog_of(headers: Sequence[ImageHeader]) -> tuple[Study, ...]:
    """Group headers into studies and series."""
    studies: dict[tuple[str, ...], list[ImageHeader]] = {}
    for header in headers:
        studies.setdefault(_study_key(header), []).append(header)
    made = [_study(members) for members in studies.values()]
    return tuple(sorted(made, key=lambda study: (study.study_instance_uid is None, study.date)))


def _study_key(header: ImageHeader) -> tuple[str, ...]:
    if header.study_instance_uid is not None:
        # One UID on files of two patients is a mistake that must not put both under one name.
        return ("uid", header.study_instance_uid, *patient_key(header.patient))
    return (_source_kind(header), str(header.path.parent))


def _source_kind(header: ImageHeader) -> str:
    return "dicom" if header.kind is FileKind.DICOM else "picture"


def _series_key(header: ImageHeader) -> tuple[str, str]:
    if header.series_instance_uid is not None:
        return ("uid", header.series_instance_uid)
    return (_source_kind(header), str(header.path.parent))


def _study(headers: Sequence[ImageHeader]) -> Study:
    groups: dict[tuple[str, str], list[ImageHeader]] = {}
    for header in headers:
        groups.setdefault(_series_key(header), []).append(header)
    series = sorted(
        (one for members in groups.values() for one in _series(members)), key=_series_order
    )
    first = headers[0]
    is_raster = first.kind is not FileKind.DICOM
    return Study(
        study_instance_uid=first.study_instance_uid,
        description=first.path.absolute().parent.name if is_raster else first.study_description,
        date=first.study_date,
        patient=PatientInfo() if is_raster else first.patient,
        series=tuple(series),
        accession_number=first.accession_number,
    )


def _series_order(series: Series) -> tuple[bool, int, tuple[tuple[int, int, str], ...]]:
    return (series.number is None, series.number or 0, natural_key(series.description))


def _series(headers: Sequence[ImageHeader]) -> list[Series]:
    first = headers[0]
    frames = [frame for header in headers for frame in header.frames]
    if first.kind is not FileKind.DICOM:
        return [_picture_series(first, frames)]
    template = Series(
        series_instance_uid=first.series_instance_uid,
        modality=first.modality,
        description=first.series_description,
        number=first.series_number,
        frames=(),
        order=SliceOrder.INSTANCE_NUMBER,
        body_part_examined=first.body_part_examined,
        reading_notices=_reading_notices(headers),
        frames_per_second=next(
            (h.frames_per_second for h in headers if h.frames_per_second is not None), None
        ),
        sequence=first.sequence,
    )
    return stacked(template, frames)


def _picture_series(first: ImageHeader, frames: list[FrameInfo]) -> Series:
    frames.sort(key=lambda frame: natural_key(frame.source.path.name))
    sizes = {(frame.rows, frame.columns) for frame in frames}
    mixed = (SeriesNotice.MIXED_SIZE,) if len(sizes) > 1 else ()
    return Series(
        series_instance_uid=None,
        modality="",
        description=first.path.name if len(frames) == 1 else first.path.absolute().parent.name,
        number=None,
        frames=tuple(frames),
        order=SliceOrder.FILE_NAME,
        notices=(*mixed, SeriesNotice.NO_ORIENTATION),
    )


def _reading_notices(headers: Sequence[ImageHeader]) -> tuple[ReadingNotice, ...]:
    """What was noticed in any of the files, in the order of the enumeration."""
    noticed = {notice for header in headers for notice in header.notices}
    return tuple(notice for notice in ReadingNotice if notice in noticed)
