"""The magnifier: what it shows, how it is switched, and that the wheel sets its strength."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_mr_series
from tests.ui.driving import corner, turn_wheel
from tests.ui.turning import expected_view
from tumorview.ui.main_window import MainWindow
from tumorview.ui.spring_key import HELD_MILLISECONDS
from tumorview.ui.viewport.lens import LEAST, MOST, RADIUS, Lens
from tumorview.ui.viewport.view_orientation import ALL_ORIENTATIONS, ViewOrientation

Open = Callable[[MainWindow, Path], MainWindow]

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def noise(tmp_path: Path) -> Path:
    pixels = np.random.default_rng(8).integers(0, 1000, (40, 60)).astype(np.int16)
    write_mr_series(tmp_path / "noise", 3, pixels=pixels, PixelSpacing=[0.75, 0.5])
    return tmp_path / "noise"


def lens_on(window: MainWindow) -> bool:
    return window.actions_table["magnifier"].isChecked()


@pytest.mark.parametrize("orientation", ALL_ORIENTATIONS)
def test_the_lens_shows_the_same_picture_enlarged_about_the_pointer(
    window: MainWindow, opened: Open, noise: Path, orientation: ViewOrientation
) -> None:
    opened(window, noise)
    viewport = window.reading.viewport
    viewport.control.turn(orientation)
    viewport.set_lens(True)
    placement, picture = viewport.placement(), viewport.picture
    assert placement is not None
    assert picture is not None
    at = QPoint(round(placement.left + placement.width * 0.4), viewport.height() // 2)
    QTest.mouseMove(viewport, at)
    assert viewport.lens is not None
    shown = viewport.grab().toImage()
    gray = np.array([[picture.image.pixelColor(c, r).red() for c in range(60)] for r in range(40)])
    expected = expected_view(gray, orientation)
    rows, columns = expected.shape
    compared = 0
    for dx in range(-100, 101, 7):
        for dy in range(-100, 101, 7):
            if np.hypot(dx, dy) > RADIUS - 6:
                continue
            # The middle of a screen pixel, looked up in what numpy turned.
            x = at.x() + (dx + 0.5) / viewport.lens.factor - placement.left
            y = at.y() + (dy + 0.5) / viewport.lens.factor - placement.top
            column, row = x / placement.width * columns, y / placement.height * rows
            if min(column % 1, row % 1) < 0.1 or max(column % 1, row % 1) > 0.9:
                continue
            seen = shown.pixelColor(at.x() + dx, at.y() + dy).red()
            assert seen == expected[int(row), int(column)]
            compared += 1
    assert compared > 200


def test_tapping_the_key_switches_the_lens_on_and_off(
    window: MainWindow, opened: Open, noise: Path
) -> None:
    opened(window, noise)
    QTest.keyClick(window.reading.viewport, Qt.Key.Key_M)
    assert lens_on(window)
    assert window.reading.viewport.lens is not None
    QTest.keyClick(window.reading.viewport, Qt.Key.Key_M)
    assert not lens_on(window)
    assert window.reading.viewport.lens is None


def test_holding_the_key_shows_the_lens_for_as_long_whatever_has_the_focus(
    qtbot: QtBot, window: MainWindow, opened: Open, noise: Path
) -> None:
    opened(window, noise)
    QTest.keyPress(window.reading.viewport, Qt.Key.Key_M)
    assert lens_on(window)
    qtbot.wait(HELD_MILLISECONDS + 50)
    assert lens_on(window)
    QTest.keyRelease(window.series_list, Qt.Key.Key_M)
    assert not lens_on(window)


def test_after_a_tap_no_other_release_switches_the_lens_off(
    qtbot: QtBot, window: MainWindow, opened: Open, noise: Path
) -> None:
    opened(window, noise)
    QTest.keyClick(window.reading.viewport, Qt.Key.Key_M)
    qtbot.wait(HELD_MILLISECONDS + 50)
    QTest.keyRelease(window.reading.viewport, Qt.Key.Key_M)
    QTest.keyClick(window.reading.viewport, Qt.Key.Key_R)
    assert lens_on(window)
    QTest.keyClick(window.reading.viewport, Qt.Key.Key_Escape)
    assert not lens_on(window)


def test_the_wheel_sets_the_strength_of_the_lens_and_scrolls_again_without_it(
    window: MainWindow, opened: Open, noise: Path
) -> None:
    opened(window, noise)
    viewport, index = window.reading.viewport, window.viewer.index
    QTest.keyClick(viewport, Qt.Key.Key_M)
    turn_wheel(viewport, 120)
    assert any(line.endswith("Lens 3\N{MULTIPLICATION SIGN}") for line in corner(window))
    for _ in range(20):
        turn_wheel(viewport, 120)
    assert viewport.lens == Lens(MOST)
    for _ in range(20):
        turn_wheel(viewport, -120)
    assert viewport.lens == Lens(LEAST)
    assert window.viewer.index == index
    before = viewport.camera
    turn_wheel(viewport, 120, CONTROL)
    assert viewport.camera != before, "Ctrl and wheel still zoom"
    QTest.keyClick(viewport, Qt.Key.Key_M)
    turn_wheel(viewport, -120)
    assert window.viewer.index == index + 1


def test_off_the_image_and_off_the_viewport_the_lens_shows_nothing_of_it(
    window: MainWindow, opened: Open, noise: Path
) -> None:
    opened(window, noise)
    viewport = window.reading.viewport
    without = viewport.grab().toImage()
    viewport.set_lens(True)
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    viewport.cycle_text()
    viewport.cycle_text()
    far = viewport.grab().toImage()
    middle = viewport.rect().center()
    assert far.pixelColor(middle) == without.pixelColor(middle)
    viewport.control.move(QPointF(-3000, 0))
    QTest.mouseMove(viewport, QPoint(viewport.width() - 150, 300))
    empty = viewport.grab().toImage().pixelColor(viewport.width() - 180, 320)
    assert empty == viewport.grab().toImage().pixelColor(viewport.width() - 3, 3)
