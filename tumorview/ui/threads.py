"""Work off the GUI thread, and its events back on it.

One `WorkerThread` is one Python thread with a queue. What it yields arrives on the GUI thread by
queued signals, in order, and every request ends in exactly one `finished`, whatever the exception
type was.
"""

from __future__ import annotations

import contextlib
import gc
import itertools
import logging
import os
import queue
import sys
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QObject, Signal

from tumorview.cancel import CancelToken
from tumorview.domain.events import Outcome
from tumorview.errors import Cancelled, TumorViewError
from tumorview.services.errors import as_tumorview_error

_log = logging.getLogger(__name__)

_BACKGROUND_NICE = 5
"""A third of the processor time of a thread at 0 when both want all of it."""

Work = Callable[[CancelToken], Iterable[object]]
"""Called on the worker thread; each yielded object becomes one `WorkerThread.reported`."""


@dataclass(frozen=True, slots=True)
class WorkFinished:
    """The end of one request. `error` is set when the outcome is FAILED."""

    request_id: int
    outcome: Outcome
    error: TumorViewError | None = None


@dataclass(frozen=True, slots=True)
class _Request:
    request_id: int
    work: Work
    token: CancelToken


def yield_to_the_window() -> None:
    """Lower the priority of the calling thread and of the threads that it will start.

    On Linux a thread has a nice value of its own (setpriority(2), "C library/kernel
    differences"); elsewhere that value is the whole process's, so nothing is done there.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # it may be forbidden; the work is done all the same
            os.setpriority(
                os.PRIO_PROCESS, threading.get_native_id(), os.nice(0) + _BACKGROUND_NICE
            )


def keep_collections_short() -> None:
    """Take everything that lives now out of Python's garbage collections.

    A full collection stops all threads. Once pydicom, OpenCV and an engine are imported it looks
    at some 70 000 objects that stay anyway, which takes 20 ms of a fast core; without them it
    takes less than one.
    """
    gc.freeze()


class WorkerThread(QObject):
    """Runs one request after another on a named thread.

    The thread starts with the first request and ends with `shutdown`, which the owner must call.

    Parameters
    ----------
    name
        Of the thread.
    background
        True for long work that must not take the processor from the window: the thread, and
        those that it starts, run at a lower priority where the system has one for threads.

    Signals
    -------
    reported(int, object)
        Request id and what the work yielded, on the thread that this object lives in.
    finished(object)
        A `WorkFinished`; the last signal of its request.
    """

    reported = Signal(int, object)
    finished = Signal(object)

    _ids: ClassVar[itertools.count[int]] = itertools.count(1)

    def __init__(
        self, name: str, parent: QObject | None = None, *, background: bool = False
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._background = background
        self._queue: queue.SimpleQueue[_Request | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._tokens: dict[int, CancelToken] = {}
        self._closed = False

    def submit(self, work: Work) -> int:
        """Queue `work` and return its request id, unique in the process.

        A request submitted after `shutdown` ends at once as CANCELLED.
        """
        request = _Request(next(self._ids), work, CancelToken())
        if self._closed:
            self.finished.emit(WorkFinished(request.request_id, Outcome.CANCELLED))
            return request.request_id
        with self._lock:
            self._tokens[request.request_id] = request.token
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()
        self._queue.put(request)
        return request.request_id

    def cancel(self, request_id: int | None = None) -> None:
        """Ask one request, or all of them, to stop; it still ends in its one `finished`."""
        with self._lock:
            tokens = (
                list(self._tokens.values())
                if request_id is None
                else [t for t in (self._tokens.get(request_id),) if t is not None]
            )
        for token in tokens:
            token.cancel()

    def pause(self, request_id: int) -> None:
        """Ask a request to wait; it heeds that where its work looks for it."""
        token = self._token_of(request_id)
        if token is not None:
            token.pause()

    def resume(self, request_id: int) -> None:
        """Let a request go on that was asked to wait."""
        token = self._token_of(request_id)
        if token is not None:
            token.resume()

    def _token_of(self, request_id: int) -> CancelToken | None:
        with self._lock:
            return self._tokens.get(request_id)

    @property
    def is_busy(self) -> bool:
        """True while a request is queued or running."""
        with self._lock:
            return bool(self._tokens)

    def stop(self) -> None:
        """Cancel everything and let the thread end by itself; `shutdown` joins it later."""
        self._closed = True
        self.cancel()
        self._queue.put(None)

    @property
    def has_ended(self) -> bool:
        """True while no thread runs: before the first request, or after the end."""
        return self._thread is None or not self._thread.is_alive()

    def shutdown(self, timeout_seconds: float = 10.0) -> bool:
        """Cancel everything and join the thread; False when it did not end within the bound."""
        self._closed = True
        self.cancel()
        return self._join(timeout_seconds)

    def drain(self, timeout_seconds: float = 10.0) -> bool:
        """Let everything submitted so far run to its end, then join; no further work is taken."""
        self._closed = True
        return self._join(timeout_seconds)

    def _join(self, timeout_seconds: float) -> bool:
        if self._thread is None:
            return True
        self._queue.put(None)
        self._thread.join(timeout_seconds)
        ended = not self._thread.is_alive()
        if ended:
            self._thread = None
        else:
            _log.warning("Thread %s did not end within %.1f s", self._name, timeout_seconds)
        return ended

    def _run(self) -> None:
        if self._background:
            yield_to_the_window()
        while (request := self._queue.get()) is not None:
            finish = self._carry_out(request)
            with self._lock:
                del self._tokens[request.request_id]
            self.finished.emit(finish)

    def _carry_out(self, request: _Request) -> WorkFinished:
        try:
            request.token.raise_if_cancelled()
            for event in request.work(request.token):
                self.reported.emit(request.request_id, event)
        except Cancelled:
            return WorkFinished(request.request_id, Outcome.CANCELLED)
        except TumorViewError as error:
            return WorkFinished(request.request_id, Outcome.FAILED, error)
        except BaseException as error:  # noqa: BLE001 - whatever it is, the request must end
            _log.error("Unexpected %s on thread %s", type(error).__name__, self._name)
            # The message of a foreign exception may hold a path or a value of a file.
            _log.debug("Traceback of the failure", exc_info=error)
            return WorkFinished(request.request_id, Outcome.FAILED, as_tumorview_error(error))
        outcome = Outcome.CANCELLED if request.token.is_cancelled else Outcome.DONE
        return WorkFinished(request.request_id, outcome)
