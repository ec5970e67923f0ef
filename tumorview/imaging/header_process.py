"""Headers from a process apart, some files ahead, so that the window's process has its hands free.

What comes back is checked (`header_worker.decoded`). A file that the process cannot read, or any
file where there is no process, is read by whoever asks: that is slower and never wrong.
"""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import threading
from collections import deque
from collections.abc import Sequence
from pathlib import Path

import msgspec

from tumorview.imaging.child_process import own_command, start
from tumorview.imaging.header import ImageHeader
from tumorview.imaging.header_worker import LENGTH, decoded
from tumorview.imaging.limits import limits

WORKER_ARGUMENT = "--header-worker"
"""With which the packaged application starts as a reader of headers."""

FILES_AHEAD = 8
"""Files that the process is asked for before they are needed."""

_LARGEST_ANSWER = 1 << 30
_ROOM_BYTES = 3000
"""Of questions that wait: what the smallest pipe takes, so that asking never waits."""
_END_SECONDS = 5.0

_log = logging.getLogger(__name__)


class HeaderProcess:
    """One process, which answers one thread at a time; it starts with `start` and may start again.

    `header` may wait for a drive that does not answer. Whoever has lost patience calls `give_up`,
    which ends the process and with it the waiting.
    """

    def __init__(self) -> None:
        self._running: _Running | None = None

    @property
    def is_running(self) -> bool:
        """Whether there is a process, held to the limits that hold now."""
        running = self._running
        return running is not None and running.is_alive() and running.limits == limits()

    def start(self) -> None:
        """Start the process unless it runs, without waiting until it can answer."""
        if self.is_running:
            return
        self.give_up()
        try:
            self._running = _Running()
        except OSError as error:
            _log.warning("No process for headers could be started: %s", error.strerror)

    def header(self, path: Path, ahead: Sequence[Path] = ()) -> ImageHeader | None:
        """The header of `path`; None where whoever asks has to read it.

        `ahead` are the files that will be asked for next, in that order.
        """
        running = self._running
        if running is None:
            return None
        try:
            data = running.answer(path, ahead)
            return decoded(data) if data else None
        except (OSError, EOFError, ValueError, msgspec.DecodeError) as error:
            _log.info("The process for headers has ended (%s)", type(error).__name__)
            if self._running is running:
                self.give_up()
            return None

    def rest(self) -> None:
        """Nothing more is wanted of what was asked ahead."""
        if self._running is not None and self._running.is_busy:
            self.give_up()

    def give_up(self) -> None:
        """End the process; `header` returns None until another is started."""
        running, self._running = self._running, None
        if running is not None:
            running.end()


class _Running:
    """A process and what it was asked. Raises OSError when there can be none."""

    def __init__(self) -> None:
        self.limits = limits()
        self._process = start(_command())
        self._asked: deque[Path] = deque()
        self._answers: dict[Path, bytes] = {}

    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    @property
    def is_busy(self) -> bool:
        """Whether it was asked what nobody has taken yet."""
        return bool(self._asked or self._answers)

    def answer(self, path: Path, ahead: Sequence[Path]) -> bytes:
        """What it says of `path`. Raises OSError, EOFError or ValueError when it has ended."""
        self._ask(path)
        for one in ahead[:FILES_AHEAD]:
            waiting = sum(len(os.fsencode(asked)) + LENGTH.size for asked in (*self._asked, one))
            if waiting > _ROOM_BYTES:
                break
            self._ask(one)
        while path not in self._answers:
            data = _received(self._process)
            self._answers[self._asked.popleft()] = data
        return self._answers.pop(path)

    def end(self) -> None:
        """End the process."""
        process = self._process
        process.kill()
        try:
            process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            # What waits in the system for a drive ends when that does; it is not waited for.
            threading.Thread(target=process.wait, name="header-process", daemon=True).start()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()

    def _ask(self, path: Path) -> None:
        if path in self._answers or path in self._asked:
            return
        assert self._process.stdin is not None
        data = os.fsencode(path)
        rest = memoryview(LENGTH.pack(len(data)) + data)
        while rest:
            rest = rest[self._process.stdin.write(rest) or 0 :]
        self._asked.append(path)


def _received(process: subprocess.Popen[bytes]) -> bytes:
    (size,) = LENGTH.unpack(_read(process, LENGTH.size))
    if size > _LARGEST_ANSWER:
        raise ValueError("the answer is too long")
    return _read(process, size)


def _read(process: subprocess.Popen[bytes], size: int) -> bytes:
    assert process.stdout is not None
    data = bytearray()
    while len(data) < size:
        more = process.stdout.read(size - len(data))
        if not more:
            raise EOFError
        data += more
    return bytes(data)


def _command() -> list[str]:
    allowed = msgspec.json.encode(limits()).decode("ascii")
    return own_command(WORKER_ARGUMENT, "tumorview.imaging.header_worker", [allowed])
