"""The film: its pace, what it leaves out, and how the rate is chosen and said."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_dicom, write_mr_series
from tests.ui.driving import corner, wait_for_slice
from tumorview.ui.main_window import MainWindow
from tumorview.ui.pacing import RATES, Pacer, faster, playable, slower

Open = Callable[[MainWindow, Path], MainWindow]


@given(
    rate=st.floats(1, 60),
    start=st.floats(0, 1e6),
    delays=st.lists(st.floats(0, 3), min_size=1, max_size=40),
)
def test_however_late_the_film_is_asked_it_is_where_the_clock_says(
    rate: float, start: float, delays: list[float]
) -> None:
    pacer, now, shown = Pacer(rate, start), start, 0
    for delay in delays:
        now += delay
        due = pacer.due(now)
        assert due >= 0
        pacer.take(due)
        shown += due
        assert shown == pytest.approx((now - start) * rate, abs=1)
        assert 0 < pacer.wait(now) <= 1 / rate + 1e-9


def test_what_was_not_taken_stays_due() -> None:
    pacer = Pacer(10, 0.0)
    assert pacer.due(0.05) == 0
    assert pacer.due(0.25) == 2
    assert pacer.due(0.55) == 5
    pacer.take(5)
    assert pacer.due(0.55) == 0
    assert pacer.wait(0.55) == pytest.approx(0.05)


def test_rates_go_up_and_down_one_by_one_and_have_ends() -> None:
    assert (faster(10), slower(10)) == (12, 8)
    assert (faster(7.5), slower(7.5)) == (8, 6)
    assert (faster(RATES[-1]), slower(RATES[0])) == (RATES[-1], RATES[0])
    assert (playable(0.1), playable(500), playable(7.5)) == (1, 60, 7.5)


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.reading.viewport, key)


def said(window: MainWindow) -> str:
    return next((line for line in corner(window) if line.startswith("Cine")), "")


def test_the_rate_is_ten_a_second_and_is_said_and_changed_only_while_it_plays(
    window: MainWindow, opened: Open, mr_folder: Path
) -> None:
    opened(window, mr_folder)
    window.cine.clock = lambda: 0.0
    assert said(window) == ""
    press(window, Qt.Key.Key_Plus)
    press(window, Qt.Key.Key_C)
    assert said(window) == "Cine 10/s"
    press(window, Qt.Key.Key_Plus)
    assert said(window) == "Cine 12/s"
    press(window, Qt.Key.Key_Equal)
    assert said(window) == "Cine 15/s"
    for _ in range(3):
        press(window, Qt.Key.Key_Minus)
    assert said(window) == "Cine 8/s"
    press(window, Qt.Key.Key_C)
    assert said(window) == ""
    assert not window.actions_table["cine_faster"].isEnabled()
    press(window, Qt.Key.Key_C)
    assert said(window) == "Cine 10/s", "what was chosen by hand is gone"


def test_the_rate_of_the_file_is_used(window: MainWindow, opened: Open, tmp_path: Path) -> None:
    film = np.arange(5 * 16, dtype=np.uint16).reshape(5, 4, 4)
    write_dicom(tmp_path / "f" / "film.dcm", film, FrameTime=40)
    opened(window, tmp_path / "f")
    press(window, Qt.Key.Key_C)
    assert said(window) == "Cine 25/s"


def test_after_a_delay_pictures_are_left_out_rather_than_shown_late(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    now = 0.0
    window.cine.clock = lambda: now
    window.viewer.go_to(0)
    wait_for_slice(qtbot, window, 0)
    seen: list[int] = []
    window.reading.shown.connect(lambda picture: seen.append(picture.index))
    press(window, Qt.Key.Key_C)
    now = 0.101
    qtbot.waitUntil(lambda: seen == [1])
    now = 0.651
    qtbot.waitUntil(lambda: seen == [1, 6])
    now = 3.201
    qtbot.waitUntil(lambda: seen == [1, 6, 2])


def test_the_user_can_scroll_while_it_plays(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    now = 0.0
    window.cine.clock = lambda: now
    press(window, Qt.Key.Key_C)
    press(window, Qt.Key.Key_Home)
    wait_for_slice(qtbot, window, 0)
    now = 0.101
    wait_for_slice(qtbot, window, 1)


def test_the_pace_is_kept_by_the_clock_whatever_the_machine_does(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_mr_series(tmp_path / "long", 100)
    opened(window, tmp_path / "long")
    window.viewer.go_to(0)
    wait_for_slice(qtbot, window, 0)
    press(window, Qt.Key.Key_C)
    begin = time.monotonic()
    qtbot.wait(1500)
    behind: list[float] = []

    def measure() -> None:
        behind.append((time.monotonic() - begin) * 10 - window.viewer.index)

    window.viewer.position_changed.connect(measure)
    qtbot.waitUntil(lambda: len(behind) >= 4, timeout=10_000)
    # A machine under load may take its time for one picture, but not fall behind with each.
    assert min(behind) < 3
    assert min(behind) > -1.5


def test_another_series_stops_the_film(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_mr_series(tmp_path / "s" / "a", 3)
    write_mr_series(tmp_path / "s" / "b", 3)
    opened(window, tmp_path / "s")
    press(window, Qt.Key.Key_C)
    press(window, Qt.Key.Key_PageDown)
    assert window.cine.rate is None
    assert not window.actions_table["cine"].isChecked()
