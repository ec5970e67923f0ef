from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tumorview.cancel import CancelToken
from tumorview.domain.events import Outcome
from tumorview.errors import TumorViewError
from tumorview.services.errors import OutOfMemoryError, UnexpectedError
from tumorview.ui.threads import WorkerThread, WorkFinished


class Ear(QObject):
    """Remembers what it hears and on which thread."""

    def __init__(self, worker: WorkerThread) -> None:
        super().__init__()
        self.events: list[tuple[int, object]] = []
        self.ends: list[WorkFinished] = []
        self.threads: set[int] = set()
        worker.reported.connect(self.hear)
        worker.finished.connect(self.end)

    def hear(self, request_id: int, event: object) -> None:
        self.threads.add(threading.get_ident())
        self.events.append((request_id, event))

    def end(self, finish: WorkFinished) -> None:
        self.threads.add(threading.get_ident())
        self.ends.append(finish)


@pytest.fixture
def worker(qapp: object) -> Iterator[WorkerThread]:
    made = WorkerThread("test-worker")
    yield made
    assert made.shutdown()


@pytest.fixture
def ear(worker: WorkerThread) -> Ear:
    return Ear(worker)


def test_events_arrive_in_order_on_the_gui_thread_and_end_once(
    qtbot: QtBot, worker: WorkerThread, ear: Ear
) -> None:
    ran_on: list[int] = []

    def work(_token: CancelToken) -> Iterator[object]:
        ran_on.append(threading.get_ident())
        yield from range(5)

    request = worker.submit(work)
    qtbot.waitUntil(lambda: len(ear.ends) == 1)
    assert ear.events == [(request, n) for n in range(5)]
    assert ear.ends == [WorkFinished(request, Outcome.DONE)]
    assert ear.threads == {threading.get_ident()}
    assert ran_on != [threading.get_ident()]


@pytest.mark.allow_log("Unexpected (RuntimeError|MemoryError|SystemExit) on thread")
@pytest.mark.parametrize("cause", [RuntimeError("Doe^Jane"), MemoryError(), SystemExit(3)])
def test_any_exception_ends_the_request_as_failed_and_the_thread_goes_on(
    qtbot: QtBot,
    worker: WorkerThread,
    ear: Ear,
    cause: BaseException,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def work(_token: CancelToken) -> Iterator[object]:
        yield 1
        raise cause

    worker.submit(work)
    worker.submit(lambda _token: iter([2]))
    qtbot.waitUntil(lambda: len(ear.ends) == 2)
    assert [end.outcome for end in ear.ends] == [Outcome.FAILED, Outcome.DONE]
    expected = OutOfMemoryError if isinstance(cause, MemoryError) else UnexpectedError
    assert isinstance(ear.ends[0].error, expected)
    assert "Doe" not in str(ear.ends[0].error)
    assert "Doe" not in "".join(r.getMessage() for r in caplog.records)


def test_a_typed_error_is_passed_on_as_it_is(qtbot: QtBot, worker: WorkerThread, ear: Ear) -> None:
    error = TumorViewError("the disk is gone")

    def work(_token: CancelToken) -> Iterator[object]:
        raise error

    worker.submit(work)
    qtbot.waitUntil(lambda: len(ear.ends) == 1)
    assert ear.ends[0].error is error


def test_a_cancelled_request_stops_at_its_next_look_and_queued_ones_never_start(
    qtbot: QtBot, worker: WorkerThread, ear: Ear
) -> None:
    started = threading.Event()
    second_ran = threading.Event()

    def endless(token: CancelToken) -> Iterator[object]:
        started.set()
        while True:
            token.raise_if_cancelled()
            yield from ()

    def second(_token: CancelToken) -> Iterator[object]:
        second_ran.set()
        yield 1

    worker.submit(endless)
    worker.submit(second)
    assert started.wait(5)
    worker.cancel()
    qtbot.waitUntil(lambda: len(ear.ends) == 2)
    assert [end.outcome for end in ear.ends] == [Outcome.CANCELLED] * 2
    assert not second_ran.is_set()


def test_one_request_can_be_cancelled_alone(qtbot: QtBot, worker: WorkerThread, ear: Ear) -> None:
    gate = threading.Event()

    def waits(_token: CancelToken) -> Iterator[object]:
        gate.wait(5)
        yield "first"

    worker.submit(waits)
    second = worker.submit(lambda _token: iter(["second"]))
    worker.cancel(second)
    gate.set()
    qtbot.waitUntil(lambda: len(ear.ends) == 2)
    assert [event for _, event in ear.events] == ["first"]
    assert [end.outcome for end in ear.ends] == [Outcome.DONE, Outcome.CANCELLED]


def test_work_after_shutdown_ends_as_cancelled(worker: WorkerThread, ear: Ear) -> None:
    worker.submit(lambda _token: iter([1]))
    assert worker.shutdown()
    worker.submit(lambda _token: iter([2]))
    assert ear.ends[-1].outcome is Outcome.CANCELLED


def test_draining_runs_what_was_submitted(qapp: object) -> None:
    done: list[int] = []
    worker = WorkerThread("test-drain")

    def work(number: int, _token: CancelToken) -> Iterator[object]:
        done.append(number)
        return iter(())

    for number in range(20):
        worker.submit(partial(work, number))
    assert worker.drain()
    assert done == list(range(20))


@pytest.mark.allow_log("did not end within")
def test_a_thread_that_does_not_listen_is_reported(qapp: object) -> None:
    gate = threading.Event()
    started = threading.Event()
    worker = WorkerThread("test-deaf")

    def deaf(_token: CancelToken) -> Iterator[object]:
        started.set()
        gate.wait(10)
        yield 1

    worker.submit(deaf)
    assert started.wait(5)
    assert not worker.shutdown(timeout_seconds=0.05)
    gate.set()
    assert worker.shutdown()
