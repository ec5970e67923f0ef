"""Calls that may never come back, on threads that can be left behind.

A drive on a network that has gone does not fail: the call into the operating system waits, perhaps
for ever, and nothing can interrupt it. So it is made on a thread of its own, and whoever asked goes
on without the answer once patience is at its end.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from tumorview.cancel import CancelToken
from tumorview.errors import Cancelled

PATIENCE_SECONDS = 60.0
"""How long a drive may say nothing: a disk that has to spin up takes 10 s, a remount longer."""

_POLL_SECONDS = 0.1

Result = TypeVar("Result")
SignOfLife = Callable[[], None]


@dataclass(slots=True)
class _Call(Generic[Result]):
    work: Callable[[SignOfLife], Result]
    heard: float = field(default_factory=time.monotonic)
    answer: queue.SimpleQueue[tuple[Result | None, BaseException | None]] = field(
        default_factory=queue.SimpleQueue
    )

    def alive(self) -> None:
        self.heard = time.monotonic()


class Attendants:
    """Threads for calls that may hang; a context manager. From any number of threads at once.

    A thread is kept for the next call; one that was left behind ends when its call comes back.
    """

    def __init__(self) -> None:
        self._idle: list[queue.SimpleQueue[_Call[Any] | None]] = []
        self._threads: dict[int, threading.Thread] = {}
        self._lock = threading.Lock()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the threads that have nothing to do and wait for them.

        One that was left behind ends by itself. A later call still works, on a thread of its own.
        """
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
            threads = [self._threads.pop(id(jobs)) for jobs in idle]
        for jobs in idle:
            jobs.put(None)
        for thread in threads:
            thread.join()

    def call(
        self,
        work: Callable[[SignOfLife], Result],
        *,
        token: CancelToken | None = None,
        patience: float | None = PATIENCE_SECONDS,
        grace: float = 0.0,
    ) -> Result:
        """What `work` returns or raises.

        Parameters
        ----------
        work
            Gets a function to call at each sign of life, from which patience counts anew.
        patience
            Seconds; None to wait as long as it takes, until `token` is cancelled.
        grace
            Seconds that are left to `work` to come to its end once `token` is cancelled.

        Raises
        ------
        TimeoutError
            Patience is at its end.
        Cancelled
            `token` was cancelled, also while `work` hangs.
        """
        jobs = self._taken()
        call = _Call(work)
        jobs.put(call)
        try:
            result, error = _answer(call, token, patience, grace)
        except BaseException:
            # Whatever it is, what the call may still answer is not for the next one.
            self._leave(jobs)
            raise
        self._give_back(jobs)
        if error is not None:
            raise error
        answer: Result = result
        return answer

    def _taken(self) -> queue.SimpleQueue[_Call[Any] | None]:
        with self._lock:
            if self._idle:
                return self._idle.pop()
            jobs: queue.SimpleQueue[_Call[Any] | None] = queue.SimpleQueue()
            thread = threading.Thread(target=_attend, args=(jobs,), name="attendant", daemon=True)
            self._threads[id(jobs)] = thread
        thread.start()
        return jobs

    def _give_back(self, jobs: queue.SimpleQueue[_Call[Any] | None]) -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(jobs)
                return
        self._leave(jobs)

    def _leave(self, jobs: queue.SimpleQueue[_Call[Any] | None]) -> None:
        jobs.put(None)
        with self._lock:
            del self._threads[id(jobs)]


def _answer(
    call: _Call[Any], token: CancelToken | None, patience: float | None, grace: float
) -> tuple[Any, BaseException | None]:
    """Wait for the answer; raises TimeoutError and Cancelled, as `Attendants.call` says."""
    cancelled: float | None = None
    while True:
        try:
            return call.answer.get(timeout=_POLL_SECONDS)
        except queue.Empty:
            now = time.monotonic()
        if token is not None and token.is_cancelled:
            cancelled = now if cancelled is None else cancelled
            if now - cancelled >= grace:
                raise Cancelled
        if patience is not None and now - call.heard > patience:
            raise TimeoutError


def _attend(jobs: queue.SimpleQueue[_Call[Any] | None]) -> None:
    while (call := jobs.get()) is not None:
        answer: tuple[object, BaseException | None]
        try:
            answer = call.work(call.alive), None
        except BaseException as error:  # noqa: BLE001 - raised again where it was asked for
            answer = None, error
        call.answer.put(answer)
        del call, answer
