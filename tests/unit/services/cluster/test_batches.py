"""Who gets which files, with workers that are played: what they do is set by the test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import cast

import msgspec
import pytest

from tumorview.domain.events import ClusterNotice
from tumorview.services.cluster import crew as crew_module
from tumorview.services.cluster import worker
from tumorview.services.cluster.batches import Batches, Returned, Task, blamed
from tumorview.services.cluster.connection import Connection
from tumorview.services.cluster.crew import Crew
from tumorview.services.cluster.wire import Answer, Job, Reply, Request, Sealed, Setup, sealed
from tumorview.services.errors import ClusterWorkersError


@dataclass
class PlayedFuture:
    """A call that is pending until the test says what became of it."""

    address: str
    content: Sealed
    status: str = "pending"
    answer: Sealed | None = None
    error: BaseException | None = None

    def finish(self, answer: Sealed) -> None:
        self.status, self.answer = "finished", answer

    def exception(self) -> BaseException | None:
        return self.error

    def release(self) -> None:
        pass


@dataclass
class PlayedClient:
    """Greetings are answered by `reply`; files stay where they are sent."""

    reply: Callable[[str], Reply]
    calls: list[PlayedFuture] = field(default_factory=list)
    cancelled: list[PlayedFuture] = field(default_factory=list)

    def submit(
        self, function: object, content: Sealed, *, key: str, workers: list[str], pure: bool
    ) -> PlayedFuture:
        assert not pure
        future = PlayedFuture(workers[0], content)
        if function is worker.greet:
            future.finish(sealed(self.reply(workers[0])))
        else:
            self.calls.append(future)
        return future

    def cancel(self, futures: list[PlayedFuture]) -> None:
        self.cancelled += futures


@dataclass
class PlayedConnection:
    """A scheduler that knows the workers `present`."""

    client: PlayedClient
    present: dict[str, int]
    address: str = "tcp://head:1"

    def workers(self) -> dict[str, int]:
        return dict(self.present)

    def fetch(self, future: PlayedFuture) -> Sealed | None:
        return future.answer


SETUP = Setup(
    scan="a",
    version="1",
    folder=b"in",
    model_id="m",
    manifest_sha256="",
    model_sha256="",
    recipe="r",
    engine="onnx",
    retry_failed=False,
    heatmap_dir=None,
    color_map="c",
    opacity=0.5,
    parametric_maps=False,
    pseudonym_key=None,
    limits=(1,),
)


class Play:
    """A crew, its batches, and as many files as are asked for."""

    def __init__(self, present: dict[str, int], files: int = 10_000) -> None:
        self.replies: dict[str, Reply] = {}
        self.client = PlayedClient(lambda address: self.replies.get(address, Reply()))
        self.connection = PlayedConnection(self.client, present)
        there = cast("Connection", self.connection)
        self.crew = Crew(there, SETUP)
        jobs = iter(Job(n, str(n).encode()) for n in range(files))
        self.batches = Batches(there, self.crew, SETUP, lambda: next(jobs, None))

    def look(self) -> list[str]:
        self.crew._look_at = 0.0
        return [notice.sentence for notice in self.crew.look()]

    def sizes(self, address: str) -> list[int]:
        return [len(files_of(c)) for c in self.client.calls if c.address == address]

    def lose(self, address: str) -> list[Returned]:
        del self.connection.present[address]
        self.look()
        return list(self.batches.returned())


def files_of(call: PlayedFuture) -> list[int]:
    request = msgspec.msgpack.decode(call.content.content, type=Request)
    return [job.number for job in request.jobs]


def test_a_worker_gets_one_batch_more_than_it_has_threads_and_small_ones_first() -> None:
    play = Play({"one": 1, "four": 4})
    assert len(play.look()) == 2
    play.batches.give_out()
    play.batches.give_out()
    assert play.sizes("one") == [1, 2]
    assert play.sizes("four") == [1, 2, 4, 8, 16]
    numbers = [n for call in play.client.calls for n in files_of(call)]
    assert sorted(numbers) == list(range(len(numbers)))
    play.client.calls[0].finish(sealed(Answer()))
    assert [r.was_lost for r in play.batches.returned()] == [False]
    play.batches.give_out()
    assert len(play.client.calls) == 8


def test_files_of_a_lost_worker_are_done_one_by_one_and_then_each_alone_on_a_worker() -> None:
    play = Play({"one": 1, "two": 1}, files=6)
    play.look()
    play.batches.give_out()
    assert (play.sizes("one"), play.sizes("two")) == ([1, 2], [1, 2])
    lost = play.lose("one")
    assert [r.was_lost for r in lost] == [True, True]
    tasks = [blamed(task) for r in lost for task in r.batch.tasks]
    assert [task.losses for task in tasks] == [1, 1, 1]
    for call in play.client.calls:
        call.finish(sealed(Answer()))
    list(play.batches.returned())
    play.batches.give_back(tasks)
    play.batches.give_out()
    assert play.sizes("two")[2:] == [1, 1]

    # The second loss: from now on each has a worker to itself.
    tasks = [blamed(task) for r in play.lose("two") for task in r.batch.tasks]
    assert {task.losses for task in tasks} == {2}
    play.batches.give_back([*tasks, Task(Job(99, b"99"))])
    play.connection.present |= {"three": 2, "four": 2}
    play.look()
    play.batches.give_out()
    play.batches.give_out()
    assert (play.sizes("three"), play.sizes("four")) == ([1], [1])
    suspects = {task.job.number for task in tasks}
    assert {n for c in play.client.calls[-2:] for n in files_of(c)} == suspects


def test_a_suspect_waits_for_one_worker_and_lets_the_others_go_on() -> None:
    play = Play({"one": 1, "two": 1})
    play.look()
    play.batches.give_out()
    play.batches.give_back([Task(Job(77_777, b"x"), losses=2)])
    next(c for c in play.client.calls if c.address == "two").finish(sealed(Answer()))
    list(play.batches.returned())
    before = len(play.client.calls)
    play.batches.give_out()
    # Two has less to do, so it is kept free; one is full and needs nothing.
    assert len(play.client.calls) == before
    for call in play.client.calls:
        call.finish(sealed(Answer()))
    list(play.batches.returned())
    play.batches.give_out()
    new = play.client.calls[before:]
    alone = next(call.address for call in new if files_of(call) == [77_777])
    assert [call.address for call in new].count(alone) == 1
    assert len(new) == 3


def test_what_a_refused_worker_had_is_done_elsewhere_and_nobody_is_blamed() -> None:
    play = Play({"one": 1, "two": 1})
    play.look()
    play.batches.give_out()
    notice = play.crew.refuse("one", Reply("it has\x1b[31m another model"))
    assert notice == ClusterNotice("The worker one takes no part: it has [31m another model.")
    returned = list(play.batches.returned())
    assert [(r.content, r.was_lost) for r in returned] == [(None, False)] * 2
    assert len(play.client.cancelled) == 2
    for r in returned:
        play.batches.give_back(r.batch.tasks)
    play.look()
    play.batches.give_out()
    assert len(play.sizes("one")) == 2


def test_a_call_that_dask_gave_up_with_its_workers_counts_as_a_loss_and_others_do_not() -> None:
    class KilledWorker(Exception):  # noqa: N818 - Dask's name
        pass

    play = Play({"one": 1})
    play.look()
    play.batches.give_out()
    for call, error in zip(play.client.calls, (KilledWorker(), ImportError("x")), strict=True):
        call.status, call.error = "error", error
    first, second = play.batches.returned()
    assert (first.was_lost, first.error) == (True, None)
    assert (second.was_lost, type(second.error)) == (False, ImportError)


def test_a_busy_worker_is_asked_again_and_one_with_another_model_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(crew_module, "_GREET_AGAIN_SECONDS", 0.0)
    play = Play({"busy": 1, "other": 1})
    play.replies = {"busy": Reply("it is at work", passing=True), "other": Reply("it differs")}
    assert sorted(play.look()) == [
        "The worker busy takes no part: it is at work.",
        "The worker other takes no part: it differs.",
    ]
    assert play.look() == []
    play.replies.clear()
    assert play.look() == ["The worker busy takes part (1 at once)."]
    assert [member.address for member in play.crew.members] == ["busy"]


def test_a_scan_waits_a_minute_for_workers_and_not_for_ones_that_will_never_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [1000.0]
    monkeypatch.setattr(crew_module, "time", SimpleNamespace(monotonic=lambda: now[0]))
    play = Play({})
    play.look()
    now[0] += 59
    play.look()
    now[0] += 2
    with pytest.raises(ClusterWorkersError, match="has no workers"):
        play.look()

    play = Play({"other": 1})
    play.replies = {"other": Reply("it differs")}
    with pytest.raises(ClusterWorkersError, match=r"none of .* 1 workers .*other: it differs"):
        play.look()
