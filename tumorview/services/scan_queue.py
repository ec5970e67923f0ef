"""Scans that wait for each other, and how the queue outlives the application.

The list is a value: what is done to it gives another one. It is kept as a private file of the
user's, which names folders, as the list of recent files does.
"""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import msgspec

from tumorview.paths import state_dir
from tumorview.services.private_file import replacing

QUEUE_NAME = "scan-queue.json"

_log = logging.getLogger(__name__)
_MAX_BYTES = 4 * 1024 * 1024


class ScanState(StrEnum):
    """Where a scan of the queue stands."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    STOPPED = "stopped"
    """By the user, or by the end of the application; it can be gone on with."""
    FAILED = "failed"


BROKEN_OFF = "Broken off when TumorView ended."

_UNFINISHED = frozenset({ScanState.RUNNING, ScanState.PAUSED})


@dataclass(frozen=True, slots=True)
class ScanWish:
    """What to scan and where to, as it was asked for in the window.

    Attributes are those of `ScanOptions`; `engine` is the value of an `EngineChoice`.
    """

    folder: Path
    csv_path: Path
    resume: bool = False
    heatmap_dir: Path | None = None
    model_id: str | None = None
    engine: str = "auto"
    color_map: str = "inferno"
    opacity: float = 0.5
    retry_failed: bool = False
    parametric_maps: bool = False

    def __repr__(self) -> str:
        # A folder is named after a patient as often as not.
        return f"ScanWish(resume={self.resume}, retry_failed={self.retry_failed})"


@dataclass(frozen=True, slots=True)
class QueuedScan:
    """One scan of the queue.

    Attributes
    ----------
    number
        Tells it from the others of its queue; never used again in it.
    files_done, files
        Of the folder, as far as is known.
    analysed, failed
        Rows of the table after its end.
    reason
        Why it failed, or was stopped by nobody, in a sentence.
    seconds
        How long the latest run took.
    """

    number: int
    wish: ScanWish
    state: ScanState = ScanState.WAITING
    files_done: int = 0
    files: int = 0
    analysed: int = 0
    failed: int = 0
    reason: str = ""
    seconds: float = 0.0

    @property
    def is_active(self) -> bool:
        """True while it runs or is paused."""
        return self.state in _UNFINISHED

    @property
    def can_be_repeated(self) -> bool:
        """True when it has ended, however it did."""
        return self.state in {ScanState.DONE, ScanState.STOPPED, ScanState.FAILED}

    def __repr__(self) -> str:
        return f"QueuedScan({self.number}, {self.state})"


@dataclass(frozen=True, slots=True)
class ScanQueue:
    """The scans in the order in which they are to run.

    Parameters
    ----------
    scans
        Each with a number of its own.
    last_number
        The greatest that was ever given.
    """

    scans: tuple[QueuedScan, ...] = ()
    last_number: int = 0

    def find(self, number: int) -> QueuedScan | None:
        """The scan of that number, or None."""
        return next((scan for scan in self.scans if scan.number == number), None)

    @property
    def active(self) -> QueuedScan | None:
        """The one that runs or is paused."""
        return next((scan for scan in self.scans if scan.is_active), None)

    @property
    def waiting(self) -> tuple[QueuedScan, ...]:
        """Those whose turn is still to come."""
        return tuple(scan for scan in self.scans if scan.state is ScanState.WAITING)

    @property
    def left_over(self) -> int:
        """How many the end of the application has kept from their end."""
        return len(self.waiting) + sum(
            scan.state is ScanState.STOPPED and bool(scan.reason) for scan in self.scans
        )

    def writer_of(self, csv_path: Path, *, besides: int = 0) -> QueuedScan | None:
        """A scan that waits or runs and writes to that table; not the one of number `besides`."""
        return next(
            (
                scan
                for scan in self.scans
                if scan.number != besides
                and scan.wish.csv_path == csv_path
                and (scan.is_active or scan.state is ScanState.WAITING)
            ),
            None,
        )

    def added(self, wish: ScanWish) -> ScanQueue:
        """With one more at the end; a finished one with the same table gives way to it."""
        number = self.last_number + 1
        kept = tuple(
            scan
            for scan in self.scans
            if scan.wish.csv_path != wish.csv_path or not scan.can_be_repeated
        )
        return ScanQueue((*kept, QueuedScan(number, wish)), number)

    def changed(self, scan: QueuedScan) -> ScanQueue:
        """With `scan` in place of the one of its number."""
        scans = tuple(scan if one.number == scan.number else one for one in self.scans)
        return replace(self, scans=scans)

    def without(self, number: int) -> ScanQueue:
        """Without that scan, unless it runs."""
        kept = tuple(scan for scan in self.scans if scan.number != number or scan.is_active)
        return replace(self, scans=kept)

    def moved(self, number: int, step: int) -> ScanQueue:
        """With that scan `step` places further down (negative: up), as far as the list goes."""
        scans = list(self.scans)
        place = next((i for i, scan in enumerate(scans) if scan.number == number), None)
        if place is None:
            return self
        target = min(max(place + step, 0), len(scans) - 1)
        scans.insert(target, scans.pop(place))
        return replace(self, scans=tuple(scans))

    def again(self, number: int, *, resume: bool, retry_failed: bool = False) -> ScanQueue:
        """With that scan, which has ended, waiting once more."""
        scan = self.find(number)
        if scan is None or not scan.can_be_repeated:
            return self
        wish = replace(scan.wish, resume=resume, retry_failed=retry_failed)
        return self.changed(replace(scan, wish=wish, state=ScanState.WAITING, reason=""))

    def broken_off(self) -> ScanQueue:
        """What it is after the application ended: nothing runs any more."""
        scans = tuple(
            replace(scan, state=ScanState.STOPPED, reason=BROKEN_OFF) if scan.is_active else scan
            for scan in self.scans
        )
        return replace(self, scans=scans)


def queue_path() -> Path:
    """The file; need not exist."""
    return state_dir() / QUEUE_NAME


def load_queue(path: Path | None = None) -> ScanQueue:
    """The queue of the last time, nothing of it running; never fails.

    A file that cannot be used is dropped with a line in the log: the scans themselves are in their
    journals.
    """
    place = queue_path() if path is None else path
    try:
        with place.open("rb") as stream:
            raw = stream.read(_MAX_BYTES + 1)
        if len(raw) > _MAX_BYTES:
            raise msgspec.DecodeError("it is too long")
        return msgspec.json.decode(raw, type=ScanQueue, dec_hook=_path).broken_off()
    except FileNotFoundError:
        return ScanQueue()
    except (OSError, ValueError) as error:  # msgspec's errors are ValueErrors
        # The text of the error may quote a folder.
        _log.warning("The queue of scans is dropped (%s)", type(error).__name__)
        return ScanQueue()


def save_queue(queue: ScanQueue, path: Path | None = None) -> bool:
    """Write the queue, whole or not at all; False when that was not possible."""
    place = queue_path() if path is None else path
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with replacing(place, ".queue-") as stream:
            stream.write(msgspec.json.encode(queue, enc_hook=_text) + b"\n")
    except OSError as error:
        _log.warning("The queue of scans is not kept (%s)", type(error).__name__)
        return False
    return True


def _path(kind: type, value: object) -> object:
    if kind is Path and isinstance(value, str):
        return Path(os.fsdecode(bytes.fromhex(value)))
    raise NotImplementedError


def _text(value: object) -> object:
    if isinstance(value, Path):
        # JSON knows no names that are no UTF-8.
        return os.fsencode(value).hex()
    raise NotImplementedError
