"""Scans in processes of their own that can be killed, and that start in no time.

``python -m tests.unit.services.scan_process`` loads everything that a scan needs and then forks
one process a request, so that a test can kill fifty of them without waiting for fifty imports.
"""

from __future__ import annotations

import functools
import importlib
import json
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

from tumorview.cancel import CancelToken
from tumorview.domain.events import Outcome, ScanFinished
from tumorview.services.scan import ScanOptions, scan_folder

CHECKOUT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Request:
    """One scan.

    `file_limit` is the size in bytes that no file may grow beyond: what a full disk does, without
    one. `kill_at` is ``module:name`` of a function; the process kills itself (SIGKILL) at its
    `kill_call`th call, after the call where `kill_after` is set and before it otherwise.
    """

    folder: str
    csv: str
    options: dict[str, Any] = field(default_factory=dict)
    file_limit: int | None = None
    kill_at: str | None = None
    kill_call: int = 1
    kill_after: bool = False


class ScanProcess:
    """A running scan; its process is a child of the one that forks."""

    def __init__(self, pid: int, answers: Callable[[], str]) -> None:
        self.pid = pid
        self._answers = answers

    def kill(self) -> None:
        """SIGKILL; nothing when it has ended meanwhile (its status is collected by `wait`)."""
        # Nobody else collects it, so the number cannot belong to another process yet.
        os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        """Exit status: 0, the number of a signal as a negative number, or that of a failure."""
        return int(self._answers())


class ScanStarter:
    """Starts scans by forking; a context manager."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "tests.unit.services.scan_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=CHECKOUT,
            env=os.environ | {"PYTHONPATH": str(CHECKOUT), "OPENBLAS_NUM_THREADS": "1"},
        )
        assert self._read() == "ready"
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

    def start(self, request: Request) -> ScanProcess:
        """Begin; one at a time, and wait for each."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(asdict(request)) + "\n")
        self._process.stdin.flush()
        return ScanProcess(int(self._read()), self._let_go)

    def run(self, request: Request) -> int:
        """Begin and wait: the exit status."""
        return self.start(request).wait()

    def _let_go(self) -> str:
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return self._read()

    def _read(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


def _scan(request: Request) -> int:
    if request.file_limit is not None:
        import resource  # noqa: PLC0415 - not on Windows, where nothing can be forked either

        resource.setrlimit(resource.RLIMIT_FSIZE, (request.file_limit, request.file_limit))
    if request.kill_at is not None:
        _kill_at(request.kill_at, request.kill_call, after=request.kill_after)
    given = request.options
    if "heatmap_dir" in given:
        given = given | {"heatmap_dir": Path(given["heatmap_dir"])}
    options = ScanOptions(Path(request.folder), Path(request.csv), **given)
    for event in scan_folder(options, CancelToken()):
        if isinstance(event, ScanFinished) and event.outcome is not Outcome.DONE:
            return 6 if event.error is not None and event.error.code == "output_not_writable" else 1
    return 0


def _kill_at(place: str, call: int, *, after: bool) -> None:
    module_name, _, name = place.partition(":")
    holder: Any = importlib.import_module(module_name)
    *holders, function_name = name.split(".")
    for part in holders:
        holder = getattr(holder, part)
    function = getattr(holder, function_name)
    calls = 0

    @functools.wraps(function)
    def wrapped(*args: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == call and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        answer = function(*args, **options)
        if calls == call:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    setattr(holder, function_name, wrapped)


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> None:
    """Fork a scan for each line of standard input; say its number, then its status."""
    _say("ready")
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            status = 70
            try:
                status = _scan(Request(**json.loads(line)))
            except BaseException:  # noqa: BLE001 - said by the status, like every other end
                traceback.print_exc()
            finally:
                # Nothing of this process's ending is the parent's.
                os._exit(status)
        _say(str(pid))
        # Collected only when it is asked for, so that the number stays its own until then.
        sys.stdin.readline()
        _say(str(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])))


if __name__ == "__main__":
    main()
