from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from tumorview.errors import TumorViewError
from tumorview.ui.asking import Asker


def test_every_question_is_carried_out_and_the_latest_is_answered(qtbot: QtBot) -> None:
    asker = Asker("tumorview-test")
    done: list[str] = []
    heard: list[object] = []
    asker.answered.connect(heard.append)
    go = threading.Event()

    def first() -> str:
        assert go.wait(20)
        done.append("first")
        return "first"

    asker.ask(first)
    asker.ask(lambda: "second")
    go.set()
    qtbot.waitUntil(lambda: heard == ["second"])
    assert done == ["first"]
    assert asker.shutdown()


def test_a_failure_is_told_and_a_dropped_question_is_not(qtbot: QtBot) -> None:
    asker = Asker("tumorview-test")
    heard: list[object] = []
    asker.failed.connect(heard.append)
    error = TumorViewError("no")

    def fail() -> object:
        raise error

    asker.ask(fail)
    qtbot.waitUntil(lambda: heard == [error])
    ran = threading.Event()

    def run_then_fail() -> object:
        ran.set()
        raise error

    asker.ask(run_then_fail)
    asker.drop()
    assert asker.shutdown(), "what was asked is still done"
    assert ran.is_set()
    qtbot.wait(50)
    assert heard == [error]
