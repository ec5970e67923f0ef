from __future__ import annotations

import threading

import pytest

from tumorview.cancel import CancelToken
from tumorview.errors import Cancelled


def test_a_fresh_token_lets_work_go_on() -> None:
    token = CancelToken()
    token.raise_if_cancelled()
    assert not token.is_cancelled


def test_a_cancelled_token_stops_work_and_stays_cancelled() -> None:
    token = CancelToken()
    token.cancel()
    token.cancel()
    assert token.is_cancelled
    with pytest.raises(Cancelled):
        token.raise_if_cancelled()


def test_a_cancel_from_another_thread_is_seen() -> None:
    token = CancelToken()
    thread = threading.Thread(target=token.cancel)
    thread.start()
    thread.join()
    with pytest.raises(Cancelled):
        token.raise_if_cancelled()


def test_tokens_are_independent() -> None:
    first, second = CancelToken(), CancelToken()
    first.cancel()
    assert not second.is_cancelled
