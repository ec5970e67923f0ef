"""Opens files in a process of its own, so that a crash, a hang or a flood is an outcome too.

``python -m tests.hostile.judge`` reads one path a line (JSON) and answers each with what came of
it. `Judge` drives such a process and replaces it when it is gone.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import select
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.hostile.case import IMAGE, NOTHING
from tumorview.errors import TumorViewError
from tumorview.imaging.archive import Unpacker
from tumorview.imaging.catalog import read_catalog
from tumorview.imaging.image_file import open_image
from tumorview.imaging.modality import modality_frame
from tumorview.imaging.recognize import FileKind, recognize
from tumorview.imaging.voi import display_frame

ADDRESS_LIMIT = 6 << 30
"""Address space of the process; a flood ends as an error there before it harms the machine."""

CPU_LIMIT = 10.0
"""Seconds of CPU time after which the process is ended."""

WAIT_SECONDS = 60.0
"""After which a silent process counts as hanging: far more than the CPU time that is allowed, since
the machine may be busy with something else."""

FRAMES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a file.

    `outcome` is `IMAGE`, an error's code, "crashed", "hung", or the name of an exception that no
    reader may let out. `seconds` is CPU time, `peak_mib` the largest resident memory meanwhile.
    """

    outcome: str
    sentence: str
    seconds: float
    peak_mib: float


class Judge:
    """A process that opens files, started when it is needed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def judge(self, path: Path) -> Verdict:
        """Open `path`, and show the first frames of what is in it."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(str(path)).encode() + b"\n")
        process.stdin.flush()
        line = _line(process.stdout)
        if line:
            return Verdict(**json.loads(line))
        if line is None:
            process.kill()
        status = process.wait()
        self.close()
        hung = line is None or status == -signal.SIGPROF
        return Verdict("hung" if hung else "crashed", f"exit status {status}", 0.0, 0.0)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-W", "error", "-m", __name__],
                cwd=Path(__file__).parents[2],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        return self._process


def _line(stream: IO[bytes]) -> bytes | None:
    """A line, b"" when the stream has ended, None when nothing comes."""
    ready, _, _ = select.select([stream], [], [], WAIT_SECONDS)
    return stream.readline() if ready else None


def _open(path: Path) -> tuple[str, str]:
    unpacker = Unpacker()
    try:
        return _open_archive(path, unpacker) if _is_zip(path) else _open_file(path)
    finally:
        unpacker.close()


def _is_zip(path: Path) -> bool:
    try:
        return recognize(path) is FileKind.ZIP
    except TumorViewError:
        return False


def _open_archive(path: Path, unpacker: Unpacker) -> tuple[str, str]:
    """As the window does: the first image of the archive, else why there is none."""
    try:
        catalog = read_catalog(path, unpacker=unpacker)
    except TumorViewError as error:
        return error.code, error.sentence()
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return type(error).__name__, str(error)[:500]
    if catalog.studies:
        return _open_file(catalog.studies[0].series[0].frames[0].source.path)
    for failure in catalog.failures:
        return failure.error.code, failure.error.sentence()
    return NOTHING, ""


def _open_file(path: Path) -> tuple[str, str]:
    try:
        image = open_image(path)
        for number in range(1, min(image.frame_count, FRAMES_SHOWN) + 1):
            display_frame(modality_frame(image.read_frame(number)), None)
    except TumorViewError as error:
        return error.code, error.sentence()
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return type(error).__name__, str(error)[:500]
    return IMAGE, ""


def _family() -> list[Path]:
    """Folders of this process and of those that it has started, under /proc."""
    found = [Path("/proc/self")]
    for listed in Path("/proc/self/task").glob("*/children"):
        found += [Path("/proc") / number for number in listed.read_text(encoding="ascii").split()]
    return found


def _forget_peaks() -> None:
    for process in _family():
        with contextlib.suppress(OSError):
            (process / "clear_refs").write_text("5", encoding="ascii")


def _peak_mib() -> float:
    """Largest resident memory of all together, at worst."""
    total = 0.0
    for process in _family():
        with contextlib.suppress(OSError):
            lines = (process / "status").read_text(encoding="ascii").splitlines()
            total += sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
    return total / 1024


def _seconds() -> float:
    """CPU time of all together, those that have ended included."""
    total = 0
    for process in _family():
        with contextlib.suppress(OSError):
            # User, system, and both of children that have ended (proc(5)).
            numbers = (process / "stat").read_text(encoding="ascii").rpartition(")")[2].split()
            total += sum(int(number) for number in numbers[11:15])
    return total / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Answer paths until there are none."""
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_LIMIT, ADDRESS_LIMIT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for line in sys.stdin:
        path = Path(json.loads(line))
        _forget_peaks()
        signal.setitimer(signal.ITIMER_PROF, CPU_LIMIT)
        before = _seconds()
        outcome, sentence = _open(path)
        answer = {
            "outcome": outcome,
            "sentence": sentence,
            "seconds": _seconds() - before,
            "peak_mib": _peak_mib(),
        }
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
