"""What the core says while it works: closed unions that the window and the command line match on.

Every stream ends in exactly one `AnalysisFinished` or `ScanFinished`, whatever happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tumorview.domain.prediction import Prediction
from tumorview.domain.source import SourceRef
from tumorview.errors import TumorViewError


class Outcome(StrEnum):
    """How a piece of work ended."""

    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class AnalysisRequest:
    """Frames to analyse, in order. `request_id` comes back in every event."""

    request_id: int
    frames: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class AnalysisStarted:
    """The engine is ready and the first frame is next."""

    request_id: int
    total: int


@dataclass(frozen=True, slots=True)
class FrameAnalysed:
    """One frame has its answer."""

    request_id: int
    index: int
    prediction: Prediction


@dataclass(frozen=True, slots=True)
class FrameFailed:
    """One frame could not be read or analysed; the others go on."""

    request_id: int
    index: int
    source: SourceRef
    error: TumorViewError


@dataclass(frozen=True, slots=True)
class AnalysisFinished:
    """The last event of a request. `error` is set when the outcome is FAILED."""

    request_id: int
    outcome: Outcome
    error: TumorViewError | None = None


AnalysisEvent = AnalysisStarted | FrameAnalysed | FrameFailed | AnalysisFinished


@dataclass(frozen=True, slots=True)
class ScanItem:
    """What is known of one frame of a scanned folder apart from the model's answer.

    Identity fields are for the user's own CSV; `repr` leaves them out.
    """

    source: SourceRef
    sha256: str
    patient_id: str
    modality: str
    series_description: str

    def __repr__(self) -> str:
        return f"ScanItem(frame={self.source.frame_number}, modality={self.modality!r})"


@dataclass(frozen=True, slots=True)
class ScanStarted:
    """The folder has been listed. `already_done` files were finished by an earlier scan."""

    folder: Path
    total_files: int
    already_done: int


@dataclass(frozen=True, slots=True)
class ItemDone:
    """One frame has its row. `files_done` counts files finished so far."""

    item: ScanItem
    prediction: Prediction
    heatmap_path: Path | None
    files_done: int


@dataclass(frozen=True, slots=True)
class ItemFailed:
    """One file or frame failed and has a row that says why."""

    item: ScanItem
    error: TumorViewError
    files_done: int


@dataclass(frozen=True, slots=True)
class ItemDoneElsewhere:
    """One frame has its row, made on another machine, which has kept the rest of the answer."""

    source: SourceRef
    files_done: int


@dataclass(frozen=True, slots=True)
class ClusterNotice:
    """Something to know of the machines that scan, in a sentence: who joined, was lost, refused."""

    sentence: str


@dataclass(frozen=True, slots=True)
class ScanFinished:
    """The last event of a scan.

    `pictures_only` counts heatmaps that were to be DICOM parametric maps and could not be.
    """

    outcome: Outcome
    analysed: int
    failed: int
    csv_path: Path
    seconds: float
    error: TumorViewError | None = None
    pictures_only: int = 0


ScanEvent = ScanStarted | ItemDone | ItemDoneElsewhere | ItemFailed | ClusterNotice | ScanFinished
