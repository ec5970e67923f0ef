"""The connection to the scheduler of a Dask cluster."""

from __future__ import annotations

import asyncio
import logging
import queue
import re
import threading
from collections.abc import Callable, Iterator
from concurrent import futures
from contextlib import contextmanager, suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING, TypeVar

from tumorview.attendants import Attendants
from tumorview.cancel import CancelToken
from tumorview.errors import Cancelled
from tumorview.services.errors import ClusterMissingError, ClusterUnreachableError

if TYPE_CHECKING:
    from distributed import Client, Future
    from tornado.ioloop import IOLoop

_ADDRESS = re.compile(r"((?P<scheme>tcp|tls)://)?(?P<host>[^/\s@]+):(?P<port>\d{1,5})")
_CONNECT_SECONDS = 10.0
_ANSWER_SECONDS = 30.0
"""How long the scheduler may take to answer; it may be busy, but it does nothing long."""

_FETCH_SECONDS = 5.0
_TELL_SECONDS = 0.5
_CLOSE_SECONDS = 1.0

Result = TypeVar("Result")


def is_address(text: str) -> bool:
    """Whether `text` is ``HOST:PORT``, ``tcp://HOST:PORT`` or ``tls://HOST:PORT``."""
    found = _ADDRESS.fullmatch(text)
    return found is not None and 0 < int(found["port"]) < 65536


def is_in_the_clear(address: str) -> bool:
    """Whether what goes to this address can be read on the way to another machine."""
    found = _ADDRESS.fullmatch(address)
    if found is None or found["scheme"] == "tls":
        return False
    host = found["host"].strip("[]")
    try:
        return not ip_address(host).is_loopback
    except ValueError:
        return host != "localhost"


def require_cluster() -> None:
    """Raise `ClusterMissingError` unless a cluster can be used here."""
    try:
        import distributed  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        raise ClusterMissingError(
            "a cluster cannot be used: Dask is not installed",
            remedy="Install it (pip install 'tumorview[cluster]'), or leave out --cluster.",
        ) from error


class Connection:
    """A scheduler that answers; nothing here waits beyond a cancellation.

    Parameters
    ----------
    client
        Dask's own, connected.
    """

    def __init__(
        self, client: Client, address: str, attendants: Attendants, token: CancelToken
    ) -> None:
        self.client = client
        self.address = address
        self._attendants = attendants
        self._token = token

    def workers(self) -> dict[str, int]:
        """The workers that are there now: address -> threads. Raises `ClusterUnreachableError`."""
        return dict(self.ask(self.client.nthreads))

    def ask(self, question: Callable[[], Result]) -> Result:
        """What the scheduler answers.

        Raises
        ------
        ClusterUnreachableError
            It does not answer, or the connection to it is gone.
        Cancelled
            The token was cancelled meanwhile.
        """
        if self.client.status != "running":
            raise self._lost()
        try:
            return self._attendants.call(
                lambda _alive: question(), token=self._token, patience=_ANSWER_SECONDS
            )
        except (OSError, TimeoutError) as error:
            raise self._lost() from error

    def fetch(self, future: Future[Result]) -> Result | None:
        """The result of a finished task; None where it was lost with its worker meanwhile."""
        try:
            return self._attendants.call(
                lambda _alive: future.result(timeout=_FETCH_SECONDS),
                token=self._token,
                patience=2 * _FETCH_SECONDS,
            )
        except (OSError, TimeoutError, asyncio.CancelledError, futures.CancelledError):
            return None

    def tell(self, order: Callable[[], object]) -> None:
        """Give an order whose answer is of no interest; waits for a moment at most, never fails."""
        if self.client.status == "running":
            with suppress(OSError, TimeoutError):
                self._attendants.call(lambda _alive: order(), patience=_TELL_SECONDS)

    def _lost(self) -> ClusterUnreachableError:
        return ClusterUnreachableError(
            "the connection to the scheduler of the cluster was lost",
            received=self.address,
            remedy="Check that it runs and go on with --resume; what was finished is kept.",
        )


@contextmanager
def connected(address: str, attendants: Attendants, token: CancelToken) -> Iterator[Connection]:
    """A connection to the scheduler at `address`, with the certificates of Dask's configuration.

    Raises
    ------
    ClusterMissingError
        Dask is not installed.
    ClusterUnreachableError
        Nothing answers there, or not to who has these certificates.
    Cancelled
        The token was cancelled while it was waited for.
    """
    require_cluster()
    _require_certificates(address)
    with _quiet_client(), _event_loop() as loop:
        client = _client(address, loop, attendants, token)
        try:
            yield Connection(client, address, attendants, token)
        finally:
            _close(client, attendants)


@contextmanager
def _quiet_client() -> Iterator[None]:
    """Dask's client warns of what a lost worker takes with it; here that is in the scan's hands."""
    loggers = [logging.getLogger(f"distributed.{name}") for name in ("client", "core")]
    for logger in loggers:
        logger.addFilter(_nothing)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeFilter(_nothing)


def _nothing(_record: logging.LogRecord) -> bool:
    return False


@contextmanager
def _event_loop() -> Iterator[IOLoop]:
    """A loop for the client on a thread of its own.

    The one that a client makes for itself goes on for ever when it cannot connect.
    """
    from tornado.ioloop import IOLoop  # noqa: PLC0415 - comes with Dask

    started: queue.SimpleQueue[tuple[IOLoop, asyncio.Event]] = queue.SimpleQueue()

    async def run() -> None:
        end = asyncio.Event()
        started.put((IOLoop.current(), end))
        await end.wait()

    thread = threading.Thread(target=lambda: asyncio.run(run()), name="cluster-loop", daemon=True)
    thread.start()
    loop, end = started.get()
    try:
        yield loop
    finally:
        loop.add_callback(end.set)
        thread.join(_CLOSE_SECONDS)


def _client(address: str, loop: IOLoop, attendants: Attendants, token: CancelToken) -> Client:
    from distributed import Client  # noqa: PLC0415 - an extra

    def connect() -> Client:
        client = Client(
            address,
            loop=loop,
            timeout=_CONNECT_SECONDS,
            set_as_default=False,
            name="tumorview-scan",
        )
        if token.is_cancelled:
            # Nobody waits for it any more.
            client.close(timeout=_CLOSE_SECONDS)
            raise Cancelled
        return client

    try:
        return attendants.call(lambda _alive: connect(), token=token, patience=None)
    except (OSError, TimeoutError) as error:
        raise ClusterUnreachableError(
            "no scheduler of a Dask cluster answers at this address",
            received=address,
            remedy="Check the address, that the scheduler runs, and whether it asks for tls://.",
        ) from error


def _require_certificates(address: str) -> None:
    """Raise `ClusterUnreachableError` where Dask's configuration does not fit the address.

    Dask says it only when it connects, and then leaves half a client behind.
    """
    from distributed import Security  # noqa: PLC0415 - an extra

    is_tls = address.startswith("tls://")
    problem = None
    try:
        security = Security()
        if is_tls and security.get_connection_args("client")["ssl_context"] is None:
            problem = "Dask's configuration names no certificates for tls://"
        elif security.require_encryption and not is_tls:
            problem = "Dask's configuration asks for encryption, which tls:// gives"
    except (OSError, TypeError, ValueError) as error:
        problem = f"the certificates of Dask's configuration cannot be used ({error})"
    if problem is not None:
        raise ClusterUnreachableError(
            problem, received=address, remedy="docs/SCALING.md says how certificates are given."
        )


def _close(client: Client, attendants: Attendants) -> None:
    """Close within a moment, also where nothing answers any more."""
    with suppress(OSError, TimeoutError):
        attendants.call(
            lambda _alive: client.close(timeout=_CLOSE_SECONDS), patience=2 * _CLOSE_SECONDS
        )
