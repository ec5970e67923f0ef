"""Which files go to which worker, and what is done when one of them is lost.

Dask could place the batches itself, but it would also run one again, unseen, when its worker ends.
A file that ends workers would then take all of them with it, one after the other, and every file
that was beside it would be suspected as well. So each batch goes to one named worker.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tumorview.services.cluster import worker
from tumorview.services.cluster.connection import Connection
from tumorview.services.cluster.crew import Crew, Member
from tumorview.services.cluster.wire import Job, Request, Sealed, Setup, sealed

if TYPE_CHECKING:
    from distributed import Future

_MOST_FILES = 32

ALONE_IN_A_BATCH, ALONE_ON_A_WORKER, GIVEN_UP = 1, 2, 3
"""What becomes of a file after so many workers ended that had it."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to do; `losses` workers have ended that had it."""

    job: Job
    losses: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that are with a worker."""

    tasks: tuple[Task, ...]
    address: str
    future: Future[Sealed]


@dataclass(frozen=True, slots=True)
class Returned:
    """A batch that is no longer with its worker.

    Attributes
    ----------
    content
        What the worker answered, or None.
    was_lost
        The worker ended while it had the batch.
    error
        Why Dask could not run it, or None.
    """

    batch: Batch
    content: Sealed | None
    was_lost: bool
    error: BaseException | None = None


class Batches:
    """Files that are on their way to workers and back.

    Parameters
    ----------
    next_job
        Gives the next file of the listing, or None when there are no more, or none for now.
    """

    def __init__(
        self, connection: Connection, crew: Crew, setup: Setup, next_job: Callable[[], Job | None]
    ) -> None:
        self._connection = connection
        self._crew = crew
        self._setup = setup
        self._next_job = next_job
        self._again: deque[Task] = deque()
        self._suspects: deque[Task] = deque()
        self._out: dict[str, Batch] = {}
        self._alone: set[str] = set()
        self._count = 0

    @property
    def is_empty(self) -> bool:
        """Nothing is with a worker, and nothing waits to be given out again."""
        return not (self._out or self._again or self._suspects)

    def give_out(self) -> None:
        """Give every worker as much as it has room for."""
        is_one_kept_free = False
        for member in self._crew.members:
            if member.address in self._alone:
                continue
            if self._suspects and not member.batches:
                self._alone.add(member.address)
                self._send(member, (self._suspects.popleft(),))
            elif self._suspects and not is_one_kept_free:
                # It gets nothing more until it has nothing else, and then the suspect.
                is_one_kept_free = True
            else:
                while member.has_room and (tasks := self._taken(member)):
                    self._send(member, tasks)

    def give_back(self, tasks: Iterable[Task]) -> None:
        """Have files done again that a worker has not come to, or was lost with."""
        for task in tasks:
            if task.losses >= ALONE_ON_A_WORKER:
                self._suspects.append(task)
            else:
                self._again.append(task)

    def returned(self) -> Iterator[Returned]:
        """What has come back, or was lost, since the last call."""
        for key, batch in list(self._out.items()):
            status = batch.future.status
            if status == "pending" and self._crew.takes_part(batch.address):
                continue
            content = self._connection.fetch(batch.future) if status == "finished" else None
            error = batch.future.exception() if status == "error" else None
            was_lost = status == "pending" and not self._crew.is_there(batch.address)
            if type(error).__name__ == "KilledWorker":
                error, was_lost = None, True
            del self._out[key]
            self._alone.discard(batch.address)
            if status == "pending":
                self._connection.client.cancel([batch.future])
            batch.future.release()
            self._crew.relieve(batch.address)
            yield Returned(batch, content, was_lost, error)

    def stop(self) -> None:
        """Take back what is with the workers; does not wait for it."""
        futures = [batch.future for batch in self._out.values()]
        self._connection.tell(lambda: self._connection.client.cancel(futures))
        self._out.clear()

    def _taken(self, member: Member) -> tuple[Task, ...]:
        if self._again:
            first = self._again.popleft()
            if first.losses >= ALONE_IN_A_BATCH:
                return (first,)
            tasks = [first]
            while self._again and not self._again[0].losses and len(tasks) < _MOST_FILES:
                tasks.append(self._again.popleft())
            return tuple(tasks)
        # Small ones first, so that a short listing is spread over all workers.
        size = min(_MOST_FILES, 1 << min(member.given, 8))
        tasks = []
        while len(tasks) < size and (job := self._next_job()) is not None:
            tasks.append(Task(job))
        return tuple(tasks)

    def _send(self, member: Member, tasks: tuple[Task, ...]) -> None:
        self._count += 1
        key = f"tumorview-{self._setup.scan}-{self._count}"
        request = Request(self._setup, tuple(task.job for task in tasks))
        future = self._connection.client.submit(
            worker.work, sealed(request), key=key, workers=[member.address], pure=False
        )
        member.batches += 1
        member.given += 1
        self._out[key] = Batch(tasks, member.address, future)


def blamed(task: Task) -> Task:
    """The file after one more worker ended that had it."""
    return replace(task, losses=task.losses + 1)
