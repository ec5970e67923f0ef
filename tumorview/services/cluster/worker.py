"""What Dask calls on a worker; these functions and their names are what coordinators ask for.

None of them raises: Dask would write the arguments into its log, and an exception is pickled.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tumorview import __version__
from tumorview.services.cluster.station import RefusedError, Station
from tumorview.services.cluster.wire import (
    Answer,
    Failure,
    Greeting,
    InvalidMessageError,
    Reply,
    Request,
    Sealed,
    Setup,
    opened,
    sealed,
)
from tumorview.services.errors import UnexpectedError
from tumorview.services.incident import log_incident

_IN_USE_SECONDS = 30.0
"""A scan that has not asked for anything for so long has been killed, or has nothing left to do."""

_log = logging.getLogger(__name__)
_NOWHERE = logging.NullHandler()


class _BusyError(RefusedError):
    """Another scan is using this worker."""


class _Place:
    """The one station of this process: a worker serves one scan at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._station: Station | None = None
        self._at_work = 0
        self._used = 0.0

    @contextmanager
    def station(self, setup: Setup) -> Iterator[Station]:
        """The scan's station, opened when it is not there yet. Raises `RefusedError`."""
        with self._lock:
            station = self._for(setup)
            self._at_work += 1
        try:
            yield station
        finally:
            with self._lock:
                self._at_work -= 1
                self._used = time.monotonic()
                if station.is_stopped:
                    self._clear()

    def stop(self, scan: str) -> None:
        """End the scan here; never waits for what it is doing."""
        station = self._station
        if station is not None and station.scan == scan:
            station.stop()
            threading.Thread(target=self._clear_soon, name="cluster-stop", daemon=True).start()

    def _for(self, setup: Setup) -> Station:
        station = self._station
        if station is not None and station.scan == setup.scan and not station.is_stopped:
            return station
        if station is not None:
            used_now = time.monotonic() - self._used < _IN_USE_SECONDS
            if self._at_work or (used_now and not station.is_stopped):
                raise _BusyError("it is at work for another scan")
            self._clear()
        self._station = Station(setup, _threads())
        return self._station

    def _clear(self) -> None:
        """Called with the lock held."""
        if self._station is not None and not self._at_work:
            self._station.close()
            self._station = None

    def _clear_soon(self) -> None:
        with self._lock:
            if self._station is not None and self._station.is_stopped:
                self._clear()


_place = _Place()


def greet(content: Sealed) -> Sealed:
    """Whether this worker can take part: `Greeting` -> `Reply`. Opens the model."""
    try:
        _keep_logs_clean()
        greeting = opened(content, Greeting)
        with _place.station(greeting.setup) as station:
            if greeting.probe is not None and not station.sees(greeting.probe):
                return sealed(Reply("it does not see the files of the folder"))
        return sealed(Reply())
    except InvalidMessageError:
        return sealed(Reply(f"it runs TumorView {__version__}, which was asked in another way"))
    except RefusedError as error:
        return sealed(_reply(error))
    except Exception as error:  # noqa: BLE001 - said as a refusal
        log_incident(_log, "A worker could not be prepared", error)
        return sealed(Reply(f"it could not be prepared ({type(error).__name__})"))


def work(content: Sealed) -> Sealed:
    """Do files: `Request` -> `Answer`."""
    try:
        request = opened(content, Request)
        with _place.station(request.setup) as station:
            return sealed(station.do(request.jobs))
    except RefusedError as error:
        return sealed(Answer(refusal=_reply(error)))
    except Exception as error:  # noqa: BLE001 - said as an answer
        log_incident(_log, "A worker could not do its files", error)
        reason = f"a worker failed in a way that was not foreseen ({type(error).__name__})"
        return sealed(Answer(ended=Failure(UnexpectedError.code, reason, "")))


async def stop(scan: str) -> None:
    """End what is done for that scan, between two images, and let go of its model."""
    _place.stop(scan)


def _reply(error: RefusedError) -> Reply:
    text = str(error).encode("utf-8", "backslashreplace").decode()
    return Reply(text[:500], passing=isinstance(error, _BusyError))


def _threads() -> int:
    from distributed import get_worker  # noqa: PLC0415 - an extra

    return int(get_worker().state.nthreads)


def _keep_logs_clean() -> None:
    """TumorView's own records go to the worker's log, which name nobody; libraries' go nowhere.

    These may quote headers, and Python prints them where nobody handles them.
    """
    logging.getLogger().addHandler(_NOWHERE)
    ours = logging.getLogger("tumorview")
    if not ours.handlers:
        ours.addHandler(logging.StreamHandler())
