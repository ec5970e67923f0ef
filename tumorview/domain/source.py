"""Where an image comes from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SourceRef:
    """One frame of one file.

    The UIDs are those of DICOM PS3.3 C.7.2.1, C.7.3.1 and C.12.1; None for PNG and JPEG.
    `frame_number` counts from 1 (PS3.3 10.3), also for files with a single frame.
    """

    path: Path
    study_instance_uid: str | None = None
    series_instance_uid: str | None = None
    sop_instance_uid: str | None = None
    frame_number: int = 1

    def __post_init__(self) -> None:
        if self.frame_number < 1:
            raise ValueError(f"frame_number counts from 1. Received: {self.frame_number}")
