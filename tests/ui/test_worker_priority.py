from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Iterable

import pytest
from pytestqt.qtbot import QtBot

from tumorview.cancel import CancelToken
from tumorview.ui.threads import WorkerThread, keep_collections_short

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has nice values a thread")


def niceness_of_worker(qtbot: QtBot, *, background: bool) -> list[int]:
    """Nice values of a worker thread and of a thread that it started."""
    found: list[int] = []

    def own() -> None:
        found.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))

    def work(_token: CancelToken) -> Iterable[object]:
        own()
        child = threading.Thread(target=own)
        child.start()
        child.join()
        return ()

    worker = WorkerThread("priority-test", background=background)
    with qtbot.waitSignal(worker.finished):
        worker.submit(work)
    assert worker.shutdown()
    return found


@on_linux
def test_background_work_and_the_threads_it_starts_let_the_window_go_first(qtbot: QtBot) -> None:
    mine = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    assert niceness_of_worker(qtbot, background=True) == [min(19, mine + 5)] * 2


@on_linux
def test_work_that_the_screen_waits_for_keeps_the_priority_of_the_window(qtbot: QtBot) -> None:
    mine = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    assert niceness_of_worker(qtbot, background=False) == [mine, mine]


def test_what_lives_now_is_left_out_of_collections() -> None:
    kept = [object()]
    keep_collections_short()
    try:
        assert gc.get_freeze_count() > 0
        assert not any(one is kept for one in gc.get_objects())
    finally:
        gc.unfreeze()
