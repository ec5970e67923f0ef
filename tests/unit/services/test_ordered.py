from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from tumorview.cancel import CancelToken
from tumorview.errors import Cancelled
from tumorview.services.ordered import OrderedWork


def _ordered(work: OrderedWork[int, int]) -> list[int]:
    return list(work.results(CancelToken()))


def test_results_come_in_job_order_although_later_jobs_end_first() -> None:
    later_jobs_done = threading.Event()

    def work(job: int) -> Iterator[int]:
        if job == 0:
            assert later_jobs_done.wait(10)
        yield job * 10
        yield job * 10 + 1
        if job == 3:
            later_jobs_done.set()

    found = _ordered(OrderedWork(range(6), work, workers=2, lookahead=4, waiting_results=100))
    assert found == [value for job in range(6) for value in (job * 10, job * 10 + 1)]


def test_all_workers_work_at_the_same_time() -> None:
    meeting = threading.Barrier(3, timeout=10)

    def work(job: int) -> Iterator[int]:
        meeting.wait()
        yield job

    found = _ordered(OrderedWork(range(3), work, workers=3, lookahead=3, waiting_results=1))
    assert found == [0, 1, 2]


def test_a_slow_first_job_bounds_how_far_the_others_run_ahead() -> None:
    begun: list[int] = []
    release = threading.Event()

    def work(job: int) -> Iterator[int]:
        begun.append(job)
        if job == 0:
            # All that may begin has begun before the oldest job goes on.
            release.wait(0.3)
            assert max(begun) < 4
        yield job

    found = _ordered(OrderedWork(range(50), work, workers=2, lookahead=4, waiting_results=100))
    assert found == list(range(50))


def test_results_that_nobody_takes_stop_the_workers() -> None:
    made: list[int] = []

    def work(job: int) -> Iterator[int]:
        for number in range(1000):
            made.append(number)
            yield number

    results = OrderedWork(range(2), work, workers=2, lookahead=2, waiting_results=5).results(
        CancelToken()
    )
    assert next(results) == 0
    results.close()
    assert len(made) <= 5 + 5 + 1 + 2


def test_a_job_with_more_results_than_may_wait_does_not_block_itself() -> None:
    def work(job: int) -> Iterator[int]:
        yield from range(job * 1000, job * 1000 + 100)

    found = _ordered(OrderedWork(range(4), work, workers=3, lookahead=4, waiting_results=2))
    assert found == [job * 1000 + number for job in range(4) for number in range(100)]


def test_no_jobs_give_no_results() -> None:
    work: OrderedWork[int, int] = OrderedWork(
        [], lambda job: [job], workers=2, lookahead=2, waiting_results=2
    )
    assert _ordered(work) == []


def test_an_exception_is_raised_after_the_results_before_it() -> None:
    def work(job: int) -> Iterator[int]:
        if job == 2:
            raise RuntimeError("job two")
        yield job

    results = OrderedWork(range(5), work, workers=2, lookahead=5, waiting_results=9).results(
        CancelToken()
    )
    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(RuntimeError, match="job two"):
        next(results)


def test_cancelling_is_noticed_while_every_worker_is_busy() -> None:
    token = CancelToken()
    release = threading.Event()

    def work(job: int) -> Iterator[int]:
        token.cancel()
        release.wait(10)
        yield job

    work_on = OrderedWork(range(2), work, workers=2, lookahead=2, waiting_results=2)
    with pytest.raises(Cancelled):
        list(work_on.results(token))
    release.set()


def test_bounds_below_one_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        OrderedWork(range(2), lambda job: [job], workers=0, lookahead=1, waiting_results=1)


def test_jobs_are_taken_as_workers_become_free_and_never_all_at_once() -> None:
    taken = 0
    done = 0

    def jobs() -> Iterator[int]:
        nonlocal taken
        for job in range(500):
            taken += 1
            yield job

    work = OrderedWork(jobs(), lambda job: (job,), workers=2, lookahead=4, waiting_results=100)
    for result in work.results(CancelToken()):
        assert result == done
        done += 1
        assert taken <= done + 5
    assert (taken, done) == (500, 500)


def test_an_error_of_the_jobs_is_raised_after_the_results_before_it() -> None:
    def jobs() -> Iterator[int]:
        yield from range(3)
        raise OSError("the list has gone")

    work = OrderedWork(jobs(), lambda job: (job,), workers=2, lookahead=4, waiting_results=100)
    found: list[int] = []
    with pytest.raises(OSError, match="the list has gone"):
        found.extend(work.results(CancelToken()))
    assert found == [0, 1, 2]


def test_no_jobs_are_no_results() -> None:
    def jobs() -> Iterator[int]:
        yield from ()

    work = OrderedWork(jobs(), lambda job: (job,), workers=2, lookahead=4, waiting_results=100)
    assert list(work.results(CancelToken())) == []
    assert (
        _ordered(OrderedWork([], lambda j: (j,), workers=2, lookahead=2, waiting_results=1)) == []
    )
