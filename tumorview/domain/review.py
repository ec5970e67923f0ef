"""What a reader says of a result."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LONGEST_COMMENT = 2000
"""Characters."""


class Verdict(StrEnum):
    """The reader's judgement of one answer of the model."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    COMMENTED = "commented"
    """Neither; a comment alone."""


@dataclass(frozen=True, slots=True)
class FrameKey:
    """Which image, without its name or whose it is.

    Attributes
    ----------
    sop_instance_uid
        SOP Instance UID (0008,0018), None for a file without one (PNG, JPEG).
    file_sha256
        Hash of the file's bytes in hexadecimal where there is no UID, else None.
    frame_number
        Counts from 1.
    """

    sop_instance_uid: str | None
    file_sha256: str | None
    frame_number: int = 1


@dataclass(frozen=True, slots=True)
class Review:
    """One judgement, as it is kept.

    Attributes
    ----------
    time
        UTC with its offset, ISO 8601: ``2026-11-28T09:30:00.000+00:00``.
    user
        Login name, "" where the reader did not choose to give it.
    model_id, model_sha256
        Which model's answer was judged.
    verdict, comment
        The judgement; the comment has at most `LONGEST_COMMENT` characters.
    predicted, tumor_probability, refused
        What was judged: the most probable class' id and the probability of a tumour; "" and None
        where the model refused to answer.
    """

    time: str
    user: str
    model_id: str
    model_sha256: str
    frame: FrameKey
    verdict: Verdict
    comment: str
    predicted: str = ""
    tumor_probability: float | None = None
    refused: bool = False
