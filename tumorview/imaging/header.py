"""What a file says about its image, without the pixels."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tumorview.domain.reading import ReadingNotice
from tumorview.domain.study import FrameInfo, PatientInfo
from tumorview.imaging.recognize import FileKind


@dataclass(frozen=True, slots=True)
class ImageHeader:
    """Identity, technique and frames of one file.

    Fields carry DICOM keywords; those that a PNG or JPEG does not have are None or "". `repr`
    leaves out everything that could name a patient.

    Attributes
    ----------
    frames
        One `FrameInfo` a frame, in the file's order.
    lossy
        Irreversible compression somewhere in the image's history, and always for JPEG.
    transfer_syntax_uid
        None for PNG and JPEG.
    notices
        What was noticed while the file was read.
    color_profile
        Description of the ICC profile or colour space of a colour image, "" without one.
    overlay_groups
        Groups (60xx) that hold an overlay.
    frames_per_second
        Rate at which the frames want to be played, None where the file says none.
    sequence
        How an MR image was made, in words; "" where nothing is said.
    """

    path: Path
    kind: FileKind
    rows: int
    columns: int
    frames: tuple[FrameInfo, ...]
    photometric_interpretation: str
    samples_per_pixel: int
    bits_allocated: int
    bits_stored: int
    patient: PatientInfo = field(default_factory=PatientInfo)
    study_instance_uid: str | None = None
    study_description: str = ""
    study_date: str = ""
    accession_number: str = ""
    series_instance_uid: str | None = None
    series_description: str = ""
    series_number: int | None = None
    modality: str = ""
    body_part_examined: str = ""
    sop_class_uid: str | None = None
    sop_instance_uid: str | None = None
    instance_number: int | None = None
    transfer_syntax_uid: str | None = None
    manufacturer: str = ""
    lossy: bool = False
    notices: tuple[ReadingNotice, ...] = ()
    color_profile: str = ""
    overlay_groups: tuple[int, ...] = ()
    frames_per_second: float | None = None
    sequence: str = ""

    @property
    def frame_count(self) -> int:
        """Number of frames."""
        return len(self.frames)

    def __repr__(self) -> str:
        return (
            f"ImageHeader({self.kind.value}, {self.modality!r}, {self.rows}x{self.columns}, "
            f"{self.frame_count} frames)"
        )
