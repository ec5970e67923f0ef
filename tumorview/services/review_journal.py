"""The audit journal: what readers said of results, one JSON object a line, never changed.

Lines are only ever appended. A line is written in one go while the file is locked against other
processes, and is on the disk (fsync) before `append` returns. A process that dies while it writes
leaves at most one torn line at the end; the next line begins anew after it. Damaged lines stay in
the file and are counted and skipped when it is read.

Nothing in it tells who the patient is: an image is named by its SOP Instance UID, else by the hash
of its file. What the reader types into a comment is the reader's.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import msgspec

from tumorview.domain.prediction import Prediction
from tumorview.domain.review import LONGEST_COMMENT, FrameKey, Review, Verdict
from tumorview.domain.source import SourceRef
from tumorview.paths import state_dir
from tumorview.services.errors import ReviewJournalError

JOURNAL_NAME = "reviews.jsonl"
_LONGEST_LINE = 64 * 1024
"""Bytes; a comment of the longest kind stays well below, so a longer line is damage."""


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of the file."""

    schema_version: Literal[1]
    time: str
    user: str
    model_id: str
    model_sha256: str
    sop_instance_uid: str | None
    file_sha256: str | None
    frame_number: int
    verdict: Verdict
    comment: str
    predicted: str
    tumor_probability: float | None
    refused: bool


@dataclass(frozen=True, slots=True)
class ReviewLog:
    """What the journal holds, oldest first, and how many of its lines are damaged."""

    reviews: tuple[Review, ...]
    damaged: int = 0

    def of(self, frame: FrameKey) -> tuple[Review, ...]:
        """The reviews of one image, latest first."""
        return tuple(review for review in reversed(self.reviews) if review.frame == frame)


def journal_path() -> Path:
    """The journal of this user; need not exist."""
    return state_dir() / JOURNAL_NAME


JournalState = tuple[int, int]
"""Size in bytes and time of the last change in ns; another one means other content."""


def journal_state(path: Path | None = None) -> JournalState:
    """What tells whether the journal has to be read again, also for what others wrote."""
    place = journal_path() if path is None else path
    try:
        status = place.stat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns


def login_name() -> str:
    """The name that the user is logged in under, "" where the system does not tell."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # ImportError: no pwd on Windows
        return ""


def frame_key(source: SourceRef) -> FrameKey:
    """How the journal names an image; reads the file where it has no SOP Instance UID.

    Raises ReviewJournalError when the file has to be read and cannot be.
    """
    if source.sop_instance_uid:
        return FrameKey(source.sop_instance_uid, None, source.frame_number)
    try:
        with source.path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise ReviewJournalError(
            f"the image cannot be read, so nothing can be kept of it "
            f"({error.strerror or type(error).__name__})",
            path=source.path,
            remedy="Check that it is still there.",
        ) from error
    return FrameKey(None, digest, source.frame_number)


def review_of(
    prediction: Prediction, frame: FrameKey, verdict: Verdict, comment: str, user: str
) -> Review:
    """A review of `prediction`, of now.

    Raises ReviewJournalError for a comment that is too long, or one without words in place of a
    verdict.
    """
    said = comment.strip()
    if len(said) > LONGEST_COMMENT:
        raise ReviewJournalError(
            f"a comment has at most {LONGEST_COMMENT} characters",
            received=len(said),
            remedy="Shorten it.",
        )
    if verdict is Verdict.COMMENTED and not said:
        raise ReviewJournalError("a comment needs words", remedy="Write some, or give a verdict.")
    refused = prediction.gate_refused
    return Review(
        time=datetime.now(UTC).isoformat(timespec="milliseconds"),
        user=user,
        model_id=prediction.model_id,
        model_sha256=prediction.model_sha256,
        frame=frame,
        verdict=verdict,
        comment=said,
        predicted="" if refused else prediction.probabilities.predicted.id,
        tumor_probability=None if refused else prediction.probabilities.tumor,
        refused=refused,
    )


def append_review(review: Review, path: Path | None = None) -> None:
    """Add a line and have it on the disk before returning.

    Raises ReviewJournalError when that cannot be done; what the file held is unharmed.
    """
    place = journal_path() if path is None else path
    line = msgspec.json.encode(_line(review)) + b"\n"
    try:
        is_new = not place.exists()
        place.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
        descriptor = os.open(place, flags, 0o600)
        try:
            with _locked(descriptor):
                _write(descriptor, line if _ends_whole(descriptor) else b"\n" + line)
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if is_new:
            _sync_folder(place.parent)
    except OSError as error:
        raise ReviewJournalError(
            f"the judgement was not kept ({error.strerror or type(error).__name__})",
            path=place,
            remedy="Free some space, or check that you may write there, and judge again.",
        ) from error


def read_reviews(path: Path | None = None) -> ReviewLog:
    """Everything that can be read; a journal that is not there is empty.

    Raises ReviewJournalError when the file is there and cannot be read.
    """
    place = journal_path() if path is None else path
    reviews: list[Review] = []
    damaged = 0
    try:
        with place.open("rb") as stream:
            for raw in _lines(stream.readline):
                review = _decoded(raw)
                if review is None:
                    damaged += 1
                else:
                    reviews.append(review)
    except FileNotFoundError:
        return ReviewLog(())
    except OSError as error:
        raise ReviewJournalError(
            f"the earlier judgements cannot be read ({error.strerror or type(error).__name__})",
            path=place,
            remedy="Check that you may read it.",
        ) from error
    return ReviewLog(tuple(reviews), damaged)


def _lines(readline: Callable[[int], bytes]) -> Iterator[bytes]:
    """Lines that are not empty; of one that is too long its first bytes, which are no line."""
    while raw := readline(_LONGEST_LINE):
        whole = raw
        while len(raw) == _LONGEST_LINE and not raw.endswith(b"\n"):
            raw = readline(_LONGEST_LINE)
        if whole.strip():
            yield whole


def _decoded(raw: bytes) -> Review | None:
    try:
        line = msgspec.json.decode(raw, type=_Line)
        when = datetime.fromisoformat(line.time)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None
    if when.utcoffset() is None or line.frame_number < 1:
        return None
    frame = FrameKey(line.sop_instance_uid, line.file_sha256, line.frame_number)
    return Review(
        line.time,
        line.user,
        line.model_id,
        line.model_sha256,
        frame,
        line.verdict,
        line.comment,
        line.predicted,
        line.tumor_probability,
        line.refused,
    )


def _line(review: Review) -> _Line:
    return _Line(
        1,
        review.time,
        review.user,
        review.model_id,
        review.model_sha256,
        review.frame.sop_instance_uid,
        review.frame.file_sha256,
        review.frame.frame_number,
        review.verdict,
        # A lone surrogate, which a clipboard may hold, has no UTF-8.
        review.comment.encode("utf-8", "replace").decode("utf-8"),
        review.predicted,
        review.tumor_probability,
        review.refused,
    )


def _ends_whole(descriptor: int) -> bool:
    """False when the file ends within a line: a process died there, or its disk was full."""
    if os.fstat(descriptor).st_size == 0:
        return True
    os.lseek(descriptor, -1, os.SEEK_END)
    return os.read(descriptor, 1) == b"\n"


def _write(descriptor: int, content: bytes) -> None:
    while content:
        content = content[os.write(descriptor, content) :]


@contextlib.contextmanager
def _locked(descriptor: int) -> Iterator[None]:
    """Keep other processes of this application from writing at the same time."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - there only

        # A byte far beyond the end, so that readers are not kept out.
        os.lseek(descriptor, 1 << 40, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
        try:
            yield
        finally:
            os.lseek(descriptor, 1 << 40, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - not there on Windows

        # Freed by the system when the process ends, however it ends.
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(descriptor, fcntl.LOCK_UN)


def _sync_folder(folder: Path) -> None:
    """Have the new file's name on the disk too, where folders can be synced."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
