from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tumorview.services.scan_queue import (
    QueuedScan,
    ScanQueue,
    ScanState,
    ScanWish,
    load_queue,
    save_queue,
)
from tumorview.ui.batch.notify import ScanNotices, ended_text
from tumorview.ui.batch.opener import BatchOpener

WISH = ScanWish(Path("Doe John"), Path("Doe John.csv"))
DONE = QueuedScan(1, WISH, ScanState.DONE, 9, 9, analysed=1200, failed=3)
FAILED = QueuedScan(2, WISH, ScanState.FAILED, reason="Doe John: there is no such folder.")
STOPPED = QueuedScan(3, WISH, ScanState.STOPPED)


@pytest.mark.parametrize(
    ("scans", "text"),
    [
        ([DONE], "The scan has ended: 1,200 images analysed, 3 failed."),
        (
            [DONE, FAILED],
            (
                "2 scans have ended: 1,200 images analysed, 3 failed. "
                "1 scan could not go on; the reason stands in the queue."
            ),
        ),
    ],
)
def test_a_notice_says_what_came_out_and_names_nobody(scans: list[QueuedScan], text: str) -> None:
    assert ended_text(scans) == text


def test_all_scans_of_a_queue_are_told_together_and_once(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    notices = ScanNotices(window)
    told: list[str] = []
    notices.noticed.connect(told.append)
    notices.add(DONE)
    notices.add(STOPPED)
    notices.tell()
    notices.tell()
    assert told == ["The scan has ended: 1,200 images analysed, 3 failed."]


def test_who_looks_on_or_has_stopped_the_scan_is_told_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    notices = ScanNotices(window)
    told: list[str] = []
    notices.noticed.connect(told.append)
    notices.add(STOPPED)
    notices.tell()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    notices.add(DONE)
    notices.tell()
    assert told == []


def test_what_was_left_over_is_said_at_the_next_start(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    opener = BatchOpener(window)
    told: list[str] = []
    opener.noticed.connect(told.append)
    opener.remind()
    assert told == []

    save_queue(ScanQueue((QueuedScan(1, WISH, ScanState.RUNNING), QueuedScan(2, WISH), DONE), 3))
    opener.remind()

    assert len(told) == 1
    assert told[0].startswith("2 scans of the queue have not ended yet")
    assert "Doe" not in told[0]
    assert load_queue().left_over == 2
