"""Work on several threads whose results come out in the order of the jobs.

Nothing is handed round in advance: a free worker takes the next job, so all workers stay busy
whatever the jobs cost. Two bounds keep the memory flat: how far ahead of the oldest unfinished
job a worker may begin, and how many results may wait.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from operator import length_hint
from typing import Generic, TypeVar

from tumorview.cancel import CancelToken
from tumorview.errors import Cancelled

Job = TypeVar("Job")
Result = TypeVar("Result")

_POLL_SECONDS = 0.1
_JOIN_SECONDS = 1.0


class OrderedWork(Generic[Job, Result]):
    """Runs ``work(job)`` for each job on threads and yields all results in the jobs' order.

    Parameters
    ----------
    jobs
        What to do, in order; taken one by one, as workers become free, so that there may be any
        number of them. An exception of the iteration is treated like one of the last job.
    work
        Called on a worker thread; its results are taken one by one. An exception ends the whole
        work and is raised from `results`, after the results of the jobs before.
    workers
        Number of threads, at least 1.
    lookahead
        How many jobs may be begun ahead of the oldest one whose results are not all taken.
    waiting_results
        How many results may wait to be taken; the oldest job's own are counted apart, so that it
        can always go on.
    """

    def __init__(
        self,
        jobs: Iterable[Job],
        work: Callable[[Job], Iterable[Result]],
        *,
        workers: int,
        lookahead: int,
        waiting_results: int,
    ) -> None:
        if min(workers, lookahead, waiting_results) < 1:
            raise ValueError("workers, lookahead and waiting_results are at least 1")
        self._jobs = iter(jobs)
        self._threads = min(workers, max(1, length_hint(jobs, workers)))
        self._exhausted = False
        self._work = work
        self._lookahead = max(lookahead, workers)
        self._limit = waiting_results
        self._changed = threading.Condition()
        self._next = 0
        self._oldest = 0
        self._waiting: dict[int, deque[Result]] = {}
        self._ended: dict[int, BaseException | None] = {}
        self._ahead = 0
        self._stopped = False

    def results(self, token: CancelToken) -> Generator[Result, None, None]:
        """All results in order.

        Raises
        ------
        Cancelled
            Soon after the token was set, also while all workers are busy.
        """
        threads = [
            threading.Thread(target=self._run, name=f"scan-worker-{number}", daemon=True)
            for number in range(self._threads)
        ]
        for thread in threads:
            thread.start()
        try:
            while (taken := self._take(token)) is not None:
                # One by one out of it, so that what was handed over is not held any longer.
                while taken:
                    token.raise_if_cancelled()
                    yield taken.popleft()
        finally:
            with self._changed:
                self._stopped = True
                self._changed.notify_all()
            # A worker deep inside a decoder cannot be interrupted; it ends by itself afterwards.
            deadline = time.monotonic() + _JOIN_SECONDS
            for thread in threads:
                thread.join(max(0.0, deadline - time.monotonic()))

    def _take(self, token: CancelToken) -> deque[Result] | None:
        """Wait for results of the oldest job and take them; move on to the next job at its end.

        None when there are no more jobs.
        """
        with self._changed:
            while True:
                waiting = self._waiting.get(self._oldest)
                if waiting:
                    taken = deque(waiting)
                    waiting.clear()
                    self._changed.notify_all()
                    return taken
                if self._oldest in self._ended:
                    error = self._ended.pop(self._oldest)
                    if error is not None:
                        raise error
                    self._waiting.pop(self._oldest, None)
                    self._oldest += 1
                    self._ahead -= len(self._waiting.get(self._oldest, ()))
                    self._changed.notify_all()
                    return deque()
                if self._exhausted and self._oldest == self._next:
                    return None
                if token.is_cancelled:
                    raise Cancelled
                self._changed.wait(_POLL_SECONDS)

    def _run(self) -> None:
        while (begun := self._begin()) is not None:
            index, job = begun
            error: BaseException | None = None
            try:
                for result in self._work(job):
                    if not self._offer(index, result):
                        return
            except BaseException as caught:  # noqa: BLE001 - raised again by `_take`
                error = caught
            with self._changed:
                self._ended[index] = error
                self._changed.notify_all()

    def _begin(self) -> tuple[int, Job] | None:
        with self._changed:
            while not self._stopped and not self._exhausted:
                if self._next >= self._oldest + self._lookahead:
                    self._changed.wait()
                    continue
                try:
                    job = next(self._jobs)
                except StopIteration:
                    self._exhausted = True
                except BaseException as error:  # noqa: BLE001 - raised again by `_take`
                    self._exhausted = True
                    self._ended[self._next] = error
                    self._next += 1
                else:
                    self._next += 1
                    return self._next - 1, job
                self._changed.notify_all()
            return None

    def _offer(self, index: int, result: Result) -> bool:
        """Put a result where `_take` finds it; wait while there is no room; False once stopped."""
        with self._changed:
            while not self._stopped:
                mine = self._waiting.setdefault(index, deque())
                oldest = index == self._oldest
                if (len(mine) if oldest else self._ahead) < self._limit:
                    mine.append(result)
                    if not oldest:
                        self._ahead += 1
                    self._changed.notify_all()
                    return True
                self._changed.wait()
            return False
