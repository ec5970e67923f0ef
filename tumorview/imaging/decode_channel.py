"""Bytes to and from a process that may stop answering at any time.

Where pipes can be polled nobody else is needed to keep the time; on Windows a timer ends a process
that is late, which costs a thread an image.
"""

from __future__ import annotations

import contextlib
import os
import select
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence

_PIPE_BYTES = 1 << 20


class Channel:
    """The two pipes of a process, which is ended once it is late.

    Parameters
    ----------
    process
        With unbuffered pipes as its standard input and output.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process = process
        self._streams = (process.stdin, process.stdout)
        self._jobs = process.stdin.fileno()
        self._answers = process.stdout.fileno()
        self._deadline = 0.0
        self.was_late = False
        _widen(self._jobs)
        _widen(self._answers)

    @contextlib.contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Let what is sent and received inside take so long in all; then `TimeoutError`."""
        self._deadline = time.monotonic() + seconds
        yield

    def send(self, parts: Sequence[bytes | memoryview]) -> None:
        """Write all of `parts`. Raises OSError when the process is gone."""
        for part in parts:
            rest = memoryview(part)
            while rest:
                rest = rest[self._write(rest) :]

    def receive(self, size: int) -> bytes:
        """Exactly `size` bytes. Raises EOFError when the process is gone."""
        data = bytearray(size)
        self.receive_into(memoryview(data))
        return bytes(data)

    def receive_into(self, view: memoryview) -> None:
        """Fill `view`. Raises EOFError when the process is gone."""
        while view:
            read = self._read_into(view)
            if not read:
                raise EOFError
            view = view[read:]

    def close(self) -> None:
        """Close the pipes."""
        for stream in self._streams:
            with contextlib.suppress(OSError):  # what it had not read yet
                stream.close()

    def _write(self, data: memoryview) -> int:
        return os.write(self._jobs, data)

    def _read_into(self, view: memoryview) -> int:
        return os.readv(self._answers, [view])


class _PolledChannel(Channel):
    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        super().__init__(process)
        os.set_blocking(self._jobs, False)
        os.set_blocking(self._answers, False)

    def _write(self, data: memoryview) -> int:
        while True:
            try:
                return super()._write(data)
            except BlockingIOError:
                self._wait(self._jobs, select.POLLOUT)

    def _read_into(self, view: memoryview) -> int:
        while True:
            try:
                return super()._read_into(view)
            except BlockingIOError:
                self._wait(self._answers, select.POLLIN)

    def _wait(self, descriptor: int, event: int) -> None:
        poll = select.poll()
        poll.register(descriptor, event)
        left = self._deadline - time.monotonic()
        if left <= 0 or not poll.poll(left * 1000):
            self.was_late = True
            raise TimeoutError


class _WatchedChannel(Channel):
    @contextlib.contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        watch = threading.Timer(seconds, self._be_late)
        watch.name = "decode-watch"
        watch.daemon = True
        watch.start()
        try:
            yield
        finally:
            watch.cancel()
            watch.join()

    def _read_into(self, view: memoryview) -> int:
        data = os.read(self._answers, min(len(view), _PIPE_BYTES))  # no readv there
        view[: len(data)] = data
        return len(data)

    def _be_late(self) -> None:
        self.was_late = True
        self._process.kill()


def channel_to(process: subprocess.Popen[bytes]) -> Channel:
    """The channel that this system allows."""
    return _WatchedChannel(process) if sys.platform == "win32" else _PolledChannel(process)


def _widen(descriptor: int) -> None:
    """Let a whole picture into a pipe at once where the system can."""
    if sys.platform == "linux":
        import fcntl  # noqa: PLC0415 - not on Windows

        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
