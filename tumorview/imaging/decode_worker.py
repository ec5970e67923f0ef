"""The process that decodes compressed pixels: reads jobs from its standard input, answers on its
standard output, and may be ended by any of them.

A message is the length of its head and of its body (two unsigned 64-bit numbers), the head in JSON,
the body. Neither side ever unpickles anything.
"""

from __future__ import annotations

import contextlib
import os
import signal
import struct
import sys
import time
from typing import IO

import msgspec
import numpy as np

from tumorview.imaging.decode_jobs import Job, run

LENGTHS = struct.Struct("<QQ")

CPU_SECONDS = 3.0
CPU_BYTES_A_SECOND = 2 << 20
CPU_PIXELS_A_SECOND = 50_000_000
"""A job may take the seconds above, and more for many compressed bytes and many samples: several
times what the slowest decoder needs on a slow machine."""


class Reply(msgspec.Struct, frozen=True):
    """Head of an answer: the array that follows, or why there is none."""

    dtype: str = ""
    shape: tuple[int, ...] = ()
    error: str = ""
    no_memory: bool = False


def allowed_seconds(job: Job, size: int) -> float:
    """CPU time that a job of so many compressed bytes may take."""
    return CPU_SECONDS + size / CPU_BYTES_A_SECOND + job.pixels / CPU_PIXELS_A_SECOND


def send(stream: IO[bytes], head: bytes, body: bytes | memoryview) -> None:
    """Write one message."""
    stream.write(LENGTHS.pack(len(head), len(body)))
    stream.write(head)
    stream.write(body)
    stream.flush()


def main(memory_bytes: int) -> int:
    """Answer jobs until there are no more, with an address space of so many bytes."""
    jobs, answers = sys.stdin.buffer, own_output()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that asks
    _limit_memory(memory_bytes)
    while len(lengths := jobs.read(LENGTHS.size)) == LENGTHS.size:
        head_size, body_size = LENGTHS.unpack(lengths)
        job = msgspec.json.decode(jobs.read(head_size), type=Job)
        data = jobs.read(body_size)
        _limit_time(allowed_seconds(job, len(data)))
        head, body = _answer(job, data)
        send(answers, msgspec.json.encode(head), body)
    return 0


def _answer(job: Job, data: bytes) -> tuple[Reply, bytes | memoryview]:
    try:
        array = np.ascontiguousarray(run(job, data))
    except MemoryError:
        return Reply(error="MemoryError", no_memory=True), b""
    except ImportError:
        # A codec that cannot be loaded for want of memory says nothing of the picture.
        raise
    except Exception as error:  # noqa: BLE001 - told to whoever asked
        return Reply(error=f"{type(error).__name__}: {error}"[:200]), b""
    return Reply(array.dtype.str, array.shape), array.reshape(-1).view(np.uint8).data


def own_output() -> IO[bytes]:
    """Standard output for the answers alone: what a C library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return answers


def _limit_memory(size: int) -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _limit_time(seconds: float) -> None:
    """Let the system end this process once it has computed for `seconds` more."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + seconds) + 1, hard))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
