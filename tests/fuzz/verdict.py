"""One input, run and judged: an end that is allowed, or a finding."""

from __future__ import annotations

import contextlib
import hashlib
import signal
import time
import traceback
import types
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.targets import Target
from tumorview.errors import TumorViewError
from tumorview.imaging.decode_pool import RefusedByDecoderError
from tumorview.imaging.errors import DecodeError, UnreadableFileError

CPU_SECONDS = 5.0
"""CPU time of this process after which an input counts as hanging."""

FLOOD_MIB = 300.0
"""Resident memory that one input may add at its worst: far more than the small limits explain."""

_FORESEEN = (
    *(RefusedByDecoderError, ValueError, EOFError, IndexError, RecursionError, zlib.error),
)
"""Causes of a refusal that the reader counts on."""


class Hang(BaseException):
    """Raised in the middle of whatever runs for too long; no `except Exception` keeps it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What an input did that no input may do.

    `kind` is "exception" (none of TumorView's own), "unforeseen" (one that was only kept by the
    reader's last resort), "hang" or "flood". Findings with one `signature` have one cause.
    """

    kind: str
    signature: str
    details: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an input ended: "done", an error's code or a finding's kind; `seconds` of CPU time."""

    outcome: str
    seconds: float
    finding: Finding | None = None


def judge(target: Target, data: bytes, path: Path) -> Verdict:
    """Run `target`; Python warnings are errors, as they are in the tests."""
    before = time.process_time()
    outcome, finding = "done", None
    _forget_peak()
    resident = _memory("VmRSS")
    try:
        with warnings.catch_warnings(), _alarm():
            warnings.simplefilter("error")
            target(data, path)
    except TumorViewError as error:
        outcome = error.code
        cause = _unforeseen(error)
        if cause is not None:
            finding = _finding("unforeseen", cause)
    except Hang as error:
        finding = _finding("hang", error)
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        finding = _finding("exception", error)
    grown = _memory("VmHWM") - resident
    if finding is None and grown > FLOOD_MIB:
        finding = Finding("flood", f"flood, {outcome}", f"{grown:.0f} MiB more than before")
    seconds = time.process_time() - before
    if finding is None and seconds > CPU_SECONDS:
        finding = Finding("hang", f"hang, {outcome}", f"{seconds:.1f} s of CPU time")
    return Verdict(finding.kind if finding else outcome, seconds, finding)


def _unforeseen(error: TumorViewError) -> BaseException | None:
    """The cause of an error that only a last resort kept, or None."""
    cause = error.__cause__
    if isinstance(error, UnreadableFileError):  # the file is there and may be read
        return cause or error
    if not isinstance(error, DecodeError) or cause is None:
        return None
    if error.received == type(cause).__name__:  # the header's last resort
        return cause
    return None if isinstance(cause, _FORESEEN) else cause


def _finding(kind: str, error: BaseException) -> Finding:
    places = traceback.extract_tb(error.__traceback__)
    own = [place for place in places if "/tumorview/" in place.filename]
    last = [f"{Path(p.filename).name}:{p.name}" for p in (own[-1:] + places[-1:])]
    # A hang is interrupted anywhere within a loop: only the function of ours tells it apart.
    where = last[:1] if kind == "hang" else last
    name = type(error).__name__
    details = "".join(traceback.format_exception(error, limit=-12))
    return Finding(kind, f"{name} in {' > '.join(dict.fromkeys(where))}", details[-4000:])


@contextlib.contextmanager
def _alarm() -> Iterator[None]:
    """Raise `Hang` once this process has computed for `CPU_SECONDS`; only in the main thread."""

    def ring(_number: int, _frame: types.FrameType | None) -> None:
        raise Hang(f"more than {CPU_SECONDS:.0f} s of CPU time")

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _memory(field: str) -> float:
    """A figure of /proc/self/status in MiB; 0 where there is none."""
    try:
        text = Path("/proc/self/status").read_bytes()
    except OSError:
        return 0.0
    start = text.find(field.encode() + b":")
    return int(text[start:].split(None, 2)[1]) / 1024 if start >= 0 else 0.0


def _forget_peak() -> None:
    if _memory("VmHWM") - _memory("VmRSS") > FLOOD_MIB / 2:
        with contextlib.suppress(OSError):
            Path("/proc/self/clear_refs").write_bytes(b"5")


def resident_mib() -> float:
    """Resident memory of this process."""
    return _memory("VmRSS")


def name_of(data: bytes) -> str:
    """A file name for an input, by its content."""
    return hashlib.sha256(data).hexdigest()[:16]
