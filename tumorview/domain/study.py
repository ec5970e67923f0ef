"""Folder -> study -> series -> frames, without pixels."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tumorview.domain.frames import ImageGeometry
from tumorview.domain.reading import ReadingNotice
from tumorview.domain.source import SourceRef
from tumorview.errors import TumorViewError


class SliceOrder(StrEnum):
    """What the order of a series' frames rests on."""

    POSITION = "position"
    """Image Position (Patient) along the slice normal."""
    INSTANCE_NUMBER = "instance number"
    """No usable positions; Instance Number, then frame number."""
    FILE_NAME = "file name"
    """Nothing in the files tells the order (PNG, JPEG): natural order of names."""


class SeriesNotice(StrEnum):
    """What a reader must know about how a series hangs together."""

    GAP = "gap between slices"
    UNEVEN_SPACING = "uneven slice spacing"
    DUPLICATE_POSITION = "two images at one position"
    MIXED_ORIENTATION = "images of several orientations"
    MIXED_SIZE = "images of several sizes"
    GANTRY_TILT = "gantry tilt"
    DUPLICATE_UID = "two files with one SOP Instance UID"
    NO_ORIENTATION = "orientation unknown"
    MISSING_PARTS = "files of a concatenation missing"


@dataclass(frozen=True, slots=True)
class PatientInfo:
    """Identity, for the screen and the user's own CSV only; never logged (repr is masked)."""

    name: str = ""
    patient_id: str = ""
    birth_date: str = ""
    sex: str = ""
    age: str = ""

    def __repr__(self) -> str:
        return "PatientInfo(<hidden>)"


@dataclass(frozen=True, slots=True)
class ConcatenationPart:
    """Which part of a multi-frame image that was split a file is (PS3.3 C.7.6.16.2.2.4).

    Attributes
    ----------
    uid
        Concatenation UID (0020,9161).
    number, total
        In-concatenation Number and Total Number; None where absent.
    frame_offset
        Concatenation Frame Offset Number: frames of the whole image before those of this file;
        None where absent.
    frame_count
        Frames of this file.
    """

    uid: str
    number: int | None
    total: int | None
    frame_offset: int | None
    frame_count: int


@dataclass(frozen=True, slots=True)
class FrameInfo:
    """One frame of a series as its header describes it; pixels are read later by `source`."""

    source: SourceRef
    rows: int
    columns: int
    geometry: ImageGeometry
    instance_number: int | None = None
    part: ConcatenationPart | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Frames that belong together, in reading order.

    `reading_notices` are those of all its files; `frames_per_second` is how fast it wants to be
    played (PS3.3 C.7.6.5), by the first file that says so.
    """

    series_instance_uid: str | None
    modality: str
    description: str
    number: int | None
    frames: tuple[FrameInfo, ...]
    order: SliceOrder
    notices: tuple[SeriesNotice, ...] = ()
    body_part_examined: str = ""
    reading_notices: tuple[ReadingNotice, ...] = ()
    frames_per_second: float | None = None


@dataclass(frozen=True, slots=True)
class Study:
    """Series of one examination of one patient."""

    study_instance_uid: str | None
    description: str
    date: str
    patient: PatientInfo
    series: tuple[Series, ...]
    accession_number: str = ""


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """A file that could not be read: kept, shown, and given a row; never dropped."""

    path: Path
    error: TumorViewError


@dataclass(frozen=True, slots=True)
class StudyCatalog:
    """Everything found at a path."""

    studies: tuple[Study, ...]
    failures: tuple[ReadFailure, ...] = ()

    @property
    def frame_count(self) -> int:
        """Number of frames over all series."""
        return sum(len(s.frames) for study in self.studies for s in study.series)
