"""The workers of a cluster: which of them take part in a scan, and what became of the others."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tumorview.domain.events import ClusterNotice
from tumorview.services.cluster import worker
from tumorview.services.cluster.connection import Connection
from tumorview.services.cluster.wire import (
    Greeting,
    InvalidMessageError,
    Reply,
    Sealed,
    Setup,
    opened,
    plain,
    sealed,
)
from tumorview.services.errors import ClusterWorkersError

if TYPE_CHECKING:
    from distributed import Future

_LOOK_SECONDS = 1.0
"""How often the scheduler is asked for its workers."""

_GREET_AGAIN_SECONDS = 5.0
"""How often one that is at work for another scan is asked again."""

_PATIENCE_SECONDS = 60.0
"""How long a scan waits for workers, at its start and whenever all are lost."""


@dataclass(slots=True)
class Member:
    """A worker that takes part; `batches` are with it now, `given` it has had in all."""

    address: str
    threads: int
    batches: int = 0
    given: int = 0

    @property
    def has_room(self) -> bool:
        """One batch more than threads, so that none waits for the next one to arrive."""
        return self.batches <= self.threads


class Crew:
    """Who takes part; every worker is asked before it is given anything.

    Parameters
    ----------
    connection
        The scheduler.
    setup
        What each worker is told.
    """

    def __init__(self, connection: Connection, setup: Setup) -> None:
        self._connection = connection
        self._setup = setup
        self._threads: dict[str, int] = {}
        self._members: dict[str, Member] = {}
        self._asked: dict[str, Future[Sealed]] = {}
        self._refused: dict[str, tuple[str, float | None]] = {}
        self._look_at = 0.0
        self._count = 0
        self._alone_since: float | None = None
        self.probe: bytes | None = None

    @property
    def members(self) -> tuple[Member, ...]:
        """Those that take part, least busy first."""
        return tuple(sorted(self._members.values(), key=lambda m: m.batches / m.threads))

    @property
    def threads(self) -> int:
        """Files that all of them can do at once."""
        return sum(member.threads for member in self._members.values())

    def takes_part(self, address: str) -> bool:
        """Whether that worker is there and takes part."""
        return address in self._members

    def is_there(self, address: str) -> bool:
        """Whether the scheduler knows that worker, whether it takes part or not."""
        return address in self._threads

    def relieve(self, address: str) -> None:
        """A batch is no longer with that worker, if it takes part at all."""
        if address in self._members:
            self._members[address].batches -= 1

    def look(self) -> Iterator[ClusterNotice]:
        """See who is there now; what has changed since the last look.

        Raises
        ------
        ClusterUnreachableError
            The scheduler has gone.
        ClusterWorkersError
            None can take part, and none has come within a minute.
        Cancelled
            As `Connection.ask`.
        """
        now = time.monotonic()
        if now >= self._look_at:
            self._look_at = now + _LOOK_SECONDS
            yield from self._compare(self._connection.workers())
        yield from self._take_replies()
        self._require_somebody(now)

    def refuse(self, address: str, reply: Reply) -> ClusterNotice:
        """Give that worker nothing more; one whose reason may pass is asked again later."""
        self._members.pop(address, None)
        again = time.monotonic() + _GREET_AGAIN_SECONDS if reply.passing else None
        reason = plain(reply.refusal)
        self._refused[address] = (reason, again)
        return ClusterNotice(f"The worker {plain(address)} takes no part: {reason}.")

    def stop(self) -> None:
        """Let them end what they do for this scan; does not wait for it."""
        client, names = self._connection.client, list(self._members)
        self._connection.tell(lambda: client.cancel(list(self._asked.values())))
        if names:
            self._connection.tell(
                lambda: client.run(
                    worker.stop, self._setup.scan, workers=names, wait=False, on_error="ignore"
                )
            )

    def _compare(self, present: dict[str, int]) -> Iterator[ClusterNotice]:
        for address in self._threads.keys() - present.keys():
            self._asked.pop(address, None)
            self._refused.pop(address, None)
            if self._members.pop(address, None) is not None:
                yield ClusterNotice(f"The worker {plain(address)} is gone.")
        self._threads = present
        now = time.monotonic()
        for address in present:
            _, again = self._refused.get(address, ("", now))
            is_known = address in self._members or address in self._asked
            if not is_known and again is not None and now >= again:
                self._greet(address)

    def _greet(self, address: str) -> None:
        self._count += 1
        self._asked[address] = self._connection.client.submit(
            worker.greet,
            sealed(Greeting(self._setup, self.probe)),
            key=f"tumorview-{self._setup.scan}-worker-{self._count}",
            workers=[address],
            pure=False,
        )

    def _take_replies(self) -> Iterator[ClusterNotice]:
        for address, future in list(self._asked.items()):
            if future.status == "pending":
                continue
            del self._asked[address]
            reply = self._reply(future)
            if reply is None:
                continue
            if not reply.refusal:
                self._refused.pop(address, None)
                member = Member(address, max(1, self._threads[address]))
                self._members[address] = member
                yield ClusterNotice(
                    f"The worker {plain(address)} takes part ({member.threads} at once)."
                )
            elif self._refused.get(address, ("",))[0] != plain(reply.refusal):
                yield self.refuse(address, reply)
            else:
                self.refuse(address, reply)

    def _reply(self, future: Future[Sealed]) -> Reply | None:
        """What the worker said; None when it was lost on the way, which `_compare` will see."""
        if future.status == "error":
            error = future.exception()
            if isinstance(error, ImportError | AttributeError):
                return Reply("TumorView is not installed there, or another version of it")
            return Reply(f"it could not be asked ({type(error).__name__})")
        content = self._connection.fetch(future) if future.status == "finished" else None
        if content is None:
            return None
        try:
            return opened(content, Reply)
        except InvalidMessageError:
            return Reply("it answers in another way, so it runs another TumorView")

    def _require_somebody(self, now: float) -> None:
        if self._members or self._asked:
            # Who was asked may be at work for others, or still loading the model.
            self._alone_since = None
            return
        since = self._alone_since = now if self._alone_since is None else self._alone_since
        for_good = {a: reason for a, (reason, again) in self._refused.items() if again is None}
        nobody_else = self._threads and self._threads.keys() <= for_good.keys()
        if nobody_else or now - since >= _PATIENCE_SECONDS:
            raise self._nobody({a: reason for a, (reason, _) in self._refused.items()})

    def _nobody(self, reasons: dict[str, str]) -> ClusterWorkersError:
        if not self._threads:
            return ClusterWorkersError(
                "the cluster has no workers", received=self._connection.address
            )
        first = next(iter(reasons.items()), None)
        why = f"; the worker {first[0]}: {first[1]}" if first else ""
        return ClusterWorkersError(
            f"none of the cluster's {len(self._threads)} workers can take part{why}"
        )
