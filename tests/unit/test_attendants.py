from __future__ import annotations

import threading
import time

import pytest

from tumorview.attendants import Attendants
from tumorview.cancel import CancelToken
from tumorview.errors import Cancelled


@pytest.fixture
def gate() -> threading.Event:
    """What a call that hangs waits for; the test has to open it in the end."""
    return threading.Event()


def test_a_call_returns_and_raises_what_its_work_does() -> None:
    with Attendants() as attendants:
        assert attendants.call(lambda _alive: 7) == 7
        assert attendants.call(lambda _alive: None) is None
        with pytest.raises(ValueError, match="seven"):
            attendants.call(lambda _alive: int("seven"))


def test_a_thread_serves_one_call_after_the_other() -> None:
    with Attendants() as attendants:
        threads = {attendants.call(lambda _alive: threading.get_ident()) for _ in range(20)}
    assert len(threads) == 1
    assert threads != {threading.get_ident()}


def test_patience_ends_and_the_next_call_is_served(gate: threading.Event) -> None:
    with Attendants() as attendants:
        with pytest.raises(TimeoutError):
            attendants.call(lambda _alive: gate.wait(), patience=0.2)
        assert attendants.call(lambda _alive: 7) == 7
    gate.set()


def test_signs_of_life_keep_patience() -> None:
    def slow(alive: object) -> str:
        assert callable(alive)
        for _ in range(8):
            time.sleep(0.1)
            alive()
        return "done"

    with Attendants() as attendants:
        assert attendants.call(slow, patience=0.4) == "done"


def test_a_hanging_call_is_left_when_it_is_cancelled(gate: threading.Event) -> None:
    token = CancelToken()
    threading.Timer(0.1, token.cancel).start()
    with Attendants() as attendants, pytest.raises(Cancelled):
        attendants.call(lambda _alive: gate.wait(), token=token, patience=None)
    gate.set()


def test_a_cancelled_call_has_its_grace(gate: threading.Event) -> None:
    token = CancelToken()
    token.cancel()
    threading.Timer(0.3, gate.set).start()
    with Attendants() as attendants:
        assert attendants.call(lambda _alive: gate.wait(), token=token, grace=30.0)


def test_no_thread_is_left_when_a_call_outlives_the_attendants(gate: threading.Event) -> None:
    # That none is left is what the fixture of every test looks after.
    attendants = Attendants()
    caller = threading.Thread(target=lambda: attendants.call(lambda _alive: gate.wait()))
    with attendants:
        caller.start()
        attendants.call(lambda _alive: None)
    gate.set()
    caller.join()


def test_many_threads_may_ask_at_once() -> None:
    answers: list[int] = []
    with Attendants() as attendants:

        def ask(number: int) -> None:
            answers.extend(attendants.call(lambda _alive: number) for _ in range(50))

        threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(answers) == sorted([number for number in range(8) for _ in range(50)])
