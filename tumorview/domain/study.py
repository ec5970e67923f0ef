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
    SPLIT = "one of several parts of a series"
    MIXED_PIXEL_SPACING = "images of several pixel spacings"
    STATED_SPACING = "slice spacing other than stated"
    UNREAD = "not all files read"


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


def patient_key(patient: PatientInfo) -> tuple[str, ...]:
    """What tells patients apart: Patient ID, or the name where there is none."""
    if patient.patient_id:
        return ("id", patient.patient_id)
    return ("name", patient.name)


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
class Pass:
    """Which pass over the patient a file is from; None where its header does not say.

    Attributes
    ----------
    acquisition, echo, time
        Acquisition Number (0020,0012), Echo Number(s) (0018,0086), Temporal Position Identifier
        (0020,0100).
    frame_of_reference_uid
        Frame of Reference UID (0020,0052): positions compare only within one (PS3.3 C.7.4.1).
    """

    acquisition: int | None = None
    echo: int | None = None
    time: int | None = None
    frame_of_reference_uid: str | None = None


NO_PASS = Pass()


@dataclass(frozen=True, slots=True)
class FrameInfo:
    """One frame of a series as its header describes it; pixels are read later by `source`."""

    source: SourceRef
    rows: int
    columns: int
    geometry: ImageGeometry
    instance_number: int | None = None
    part: ConcatenationPart | None = None
    scanner_pass: Pass = NO_PASS


@dataclass(frozen=True, slots=True)
class Derivation:
    """Images that were interpolated between the `slice_count` slices of another series.

    `between_mm` is how far those lie apart.
    """

    slice_count: int
    between_mm: float


@dataclass(frozen=True, slots=True)
class Series:
    """Frames that belong together, in reading order.

    `reading_notices` are those of all its files; `frames_per_second` is how fast it wants to be
    played (PS3.3 C.7.6.5), by the first file that says so. `sequence` says how an MR series was
    made. `split` names the part ("acquisition 2") where one Series Instance UID holds several
    stacks that lie in the same place; such parts are series of their own here. `derivation` says
    how its images were worked out where no file holds them.
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
    sequence: str = ""
    split: str = ""
    derivation: Derivation | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What stays the same while more files of the series are found."""
        if self.series_instance_uid is not None:
            return (self.series_instance_uid, self.split)
        # Without a UID the files of one folder make a series.
        picture = "picture" if self.order is SliceOrder.FILE_NAME else "dicom"
        return (picture, str(self.frames[0].source.path.parent), self.split)


@dataclass(frozen=True, slots=True)
class Study:
    """Series of one examination of one patient."""

    study_instance_uid: str | None
    description: str
    date: str
    patient: PatientInfo
    series: tuple[Series, ...]
    accession_number: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What stays the same while more files of the study are found."""
        if self.study_instance_uid is not None:
            return (self.study_instance_uid, *patient_key(self.patient))
        return self.series[0].key


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """A file that could not be read: kept, shown, and given a row; never dropped."""

    path: Path
    error: TumorViewError


@dataclass(frozen=True, slots=True)
class StudyCatalog:
    """Everything found at a path; with `is_complete` False, so far.

    `first_look` is then the frame that was read before all others, for people to look at.
    """

    studies: tuple[Study, ...]
    failures: tuple[ReadFailure, ...] = ()
    is_complete: bool = True
    first_look: SourceRef | None = None

    @property
    def frame_count(self) -> int:
        """Number of frames over all series."""
        return sum(len(s.frames) for study in self.studies for s in study.series)
