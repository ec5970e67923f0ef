"""Decoding in processes of their own: a crash, a flood or a hang there is an error here.

A process decodes one picture after the other and is kept for the next; one that ended or was ended
is replaced. Each thread that decodes has one to itself meanwhile.
"""

from __future__ import annotations

import atexit
import signal
import threading
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from tumorview.imaging.child_process import own_command, start
from tumorview.imaging.decode_channel import channel_to
from tumorview.imaging.decode_jobs import Job
from tumorview.imaging.decode_worker import LENGTHS, Reply, allowed_seconds
from tumorview.imaging.errors import (
    DecoderCrashedError,
    DecodeTimeoutError,
    ImagingError,
    TooLargeError,
)
from tumorview.imaging.limits import limits
from tumorview.machine import available_cores

AnyArray = npt.NDArray[Any]

WORKER_ARGUMENT = "--decode-worker"
"""With which the packaged application starts as a worker."""

_WAIT_FACTOR, _WAIT_SECONDS = 10.0, 20.0
"""How much longer than its CPU time a job may take on a busy machine before it is ended."""

_LARGEST_HEAD = 1 << 16
_KINDS = frozenset({"|u1", "|i1", "|b1", "<u2", "<i2", "<u4", "<i4", "<f4", "<f8"})


class RefusedByDecoderError(Exception):
    """The decoder does not accept the bytes; the text is its own."""


class DecodePool:
    """Processes that decode; any number of threads may ask at once."""

    def __init__(self) -> None:
        self._idle: list[_Worker] = []
        self._lock = threading.Lock()
        self._prepares = True

    def prepare(self) -> None:
        """Start a process where none is waiting, so that it is ready when it is needed."""
        with self._lock:
            if self._idle or not self._prepares:
                return
            self._idle.append(_Worker())

    def prepare_nothing(self) -> None:
        """From now on `prepare` does nothing: this program reads headers alone."""
        self._prepares = False

    def decode(self, job: Job, data: bytes, path: Path) -> AnyArray:
        """The samples of one picture; `path` is for the errors.

        Raises
        ------
        RefusedByDecoderError
            The decoder does not accept the bytes.
        DecoderCrashedError, DecodeTimeoutError, TooLargeError
            It ended, took too long, or ran out of memory.
        """
        worker = self._taken()
        try:
            array = worker.decode(job, data, path)
        except RefusedByDecoderError:
            self._give_back(worker)
            raise
        except BaseException:
            # Whatever it is, an answer that nobody has read must not reach the next one.
            worker.end()
            raise
        self._give_back(worker)
        return array

    def close(self) -> None:
        """End all processes that are not at work; the pool can be used again."""
        with self._lock:
            ended, self._idle = self._idle, []
        for worker in ended:
            worker.end()

    def _taken(self) -> _Worker:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.is_alive():
                    return worker
                worker.end()
        return _Worker()

    def _give_back(self, worker: _Worker) -> None:
        with self._lock:
            if len(self._idle) < available_cores() + 1:
                self._idle.append(worker)
                return
        worker.end()


class _Worker:
    """One process."""

    def __init__(self) -> None:
        self._process = start(_command())
        self._channel = channel_to(self._process)

    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def end(self) -> None:
        """End the process and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        self._channel.close()

    def decode(self, job: Job, data: bytes, path: Path) -> AnyArray:
        """See `DecodePool.decode`; after any error but a refusal the process has to be ended."""
        limit = allowed_seconds(job, len(data))
        head = msgspec.json.encode(job)
        try:
            with self._channel.within(limit * _WAIT_FACTOR + _WAIT_SECONDS):
                self._channel.send((LENGTHS.pack(len(head), len(data)) + head, data))
                reply, body = self._reply(path)
        except (OSError, EOFError, ValueError, msgspec.DecodeError) as error:
            raise self._ended(path, limit) from error
        if reply.no_memory:
            raise TooLargeError("not enough memory for the image", path=path)
        if reply.error:
            raise RefusedByDecoderError(reply.error)
        return body

    def _reply(self, path: Path) -> tuple[Reply, AnyArray]:
        """The answer; nothing in it is believed that could do harm."""
        head_size, body_size = LENGTHS.unpack(self._channel.receive(LENGTHS.size))
        if head_size > _LARGEST_HEAD:
            raise ValueError("the head of the answer is too long")
        reply = msgspec.json.decode(self._channel.receive(head_size), type=Reply)
        if reply.error:
            return reply, np.empty(0, np.uint8)
        if reply.dtype not in _KINDS or not 1 <= len(reply.shape) <= 3:
            raise ValueError("not an array of samples")
        dtype = np.dtype(reply.dtype)
        if (
            min(reply.shape) < 0
            or np.prod([*reply.shape, dtype.itemsize], dtype=object) != body_size
        ):
            raise ValueError("the array is not of the size of its shape")
        try:
            array = np.empty(reply.shape, dtype)
        except MemoryError as error:
            raise TooLargeError("not enough memory for the image", path=path) from error
        self._channel.receive_into(array.reshape(-1).view(np.uint8).data)
        return reply, array

    def _ended(self, path: Path, limit: float) -> ImagingError:
        """Why there is no answer; called when the process is gone or cannot be understood."""
        self._process.kill()
        status = self._process.wait()
        if self._channel.was_late or status == -getattr(signal, "SIGXCPU", 0):
            return DecodeTimeoutError(
                "the image takes too long to decode",
                path=path,
                received=f"more than {limit:.0f} s",
            )
        return DecoderCrashedError(
            "the decoder ended while it read the image",
            path=path,
            received=f"exit status {status}",
        )


def _command() -> list[str]:
    memory = str(limits().decoder_bytes)
    return own_command(WORKER_ARGUMENT, "tumorview.imaging.decode_worker", [memory])


POOL = DecodePool()
"""The processes of this program."""

atexit.register(POOL.close)
