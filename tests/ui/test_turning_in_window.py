"""Rotating and flipping with the keys of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_ct_series, write_mr_series
from tests.ui.driving import corner, drag, point_at, wait_for_slice
from tumorview.ui.main_window import MainWindow
from tumorview.ui.viewport.view_orientation import UPRIGHT

Open = Callable[[MainWindow, Path], MainWindow]

SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(window: MainWindow, keys: str) -> None:
    for key in keys:
        held = SHIFT if key == "r" else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(window.reading.viewport, Qt.Key[f"Key_{key.upper()}"], held)


def edges(window: MainWindow) -> str:
    """Letters from the top clockwise."""
    marks = window.reading.viewport.marks()
    assert marks is not None
    assert marks.letters is not None
    letters = marks.letters
    return letters.top + letters.right + letters.bottom + letters.left


@pytest.mark.parametrize(
    ("keys", "letters", "words"),
    [
        ("", "ALPR", ""),
        ("R", "RALP", "Rotated 90°"),
        ("r", "LPRA", "Rotated 270°"),
        ("H", "ARPL", "Flipped horizontally"),
        ("V", "PLAR", "Flipped vertically"),
        ("RR", "PRAL", "Rotated 180°"),
        ("HV", "PRAL", "Rotated 180°"),
        ("RH", "RPLA", "Rotated 90°, flipped horizontally"),
        ("HR", "LARP", "Rotated 270°, flipped horizontally"),
        ("RVrH", "ALPR", ""),
        ("HRHR", "ALPR", ""),
    ],
)
def test_keys_turn_and_flip_what_is_on_screen_in_any_order(
    window: MainWindow, opened: Open, ct_folder: Path, keys: str, letters: str, words: str
) -> None:
    opened(window, ct_folder)
    press(window, keys)
    assert edges(window) == letters
    said = [line for line in corner(window) if line.startswith(("Rotated", "Flipped"))]
    assert said == ([words] if words else [])


def test_a_view_holds_for_the_series_and_is_gone_in_the_next_one_and_with_escape(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_mr_series(tmp_path / "s", 3, SeriesNumber=1)
    write_mr_series(tmp_path / "s" / "b", 3, SeriesNumber=2)
    opened(window, tmp_path / "s")
    press(window, "RH")
    turned = edges(window)
    window.viewer.go_to(0)
    wait_for_slice(qtbot, window, 0)
    assert edges(window) == turned
    QTest.keyClick(window.reading.viewport, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert edges(window) == turned, "fitting turns nothing back"
    with qtbot.waitSignal(window.reading.shown):
        QTest.keyClick(window.reading.viewport, Qt.Key.Key_PageDown)
    assert window.reading.viewport.camera.orientation == UPRIGHT
    press(window, "V")
    QTest.keyClick(window.reading.viewport, Qt.Key.Key_Escape)
    assert edges(window) == "ALPR"


@pytest.mark.parametrize("keys", ["", "R", "RR", "r", "H", "HR", "V", "Hr"])
def test_value_and_place_under_the_pointer_are_right_in_every_view(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path, keys: str
) -> None:
    # Every pixel has a value of its own, and pixels are not square.
    pixels = (1024 + np.arange(12 * 20, dtype=np.int16)).reshape(12, 20)
    write_ct_series(tmp_path / "one", 1, pixels=pixels, PixelSpacing=[1.5, 0.5])
    opened(window, tmp_path / "one")
    press(window, keys)
    for column, row in ((0, 0), (19, 0), (0, 11), (19, 11), (7, 3)):
        point_at(window.reading.viewport, column, row)
        said = f"{row * 20 + column} HU   ({column}, {row})"
        qtbot.waitUntil(lambda said=said: corner(window)[0] == said)  # type: ignore[misc]


def test_the_ruler_measures_the_side_that_stands_upright(
    window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_mr_series(tmp_path / "tall", 1, PixelSpacing=[2.0, 0.5])
    opened(window, tmp_path / "tall")
    for _ in range(4):
        marks = window.reading.viewport.marks()
        placement = window.reading.viewport.placement()
        assert marks is not None
        assert marks.ruler is not None
        assert placement is not None
        millimetres = float(marks.ruler.label.removesuffix(" mm"))
        # The series' field of view is 16 x 2 mm high and 16 x 0.5 mm wide.
        field = 8.0 if placement.orientation.is_sideways else 32.0
        assert marks.ruler.length_px == pytest.approx(placement.height * millimetres / field)
        press(window, "R")


def test_a_turned_image_is_moved_and_zoomed_as_the_hand_goes(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    press(window, "RH")
    viewport = window.reading.viewport
    before = viewport.placement()
    drag(viewport, Qt.MouseButton.MiddleButton, (300, 300), (340, 280))
    after = viewport.placement()
    assert before is not None
    assert after is not None
    assert (after.left - before.left, after.top - before.top) == pytest.approx((40, -20))
    drag(viewport, Qt.MouseButton.RightButton, (350, 260), (350, 160))
    zoomed = viewport.placement()
    assert zoomed is not None
    assert zoomed.to_image(350, 260) == pytest.approx(after.to_image(350, 260))


def test_turning_copies_no_pixels(window: MainWindow, opened: Open, ct_folder: Path) -> None:
    opened(window, ct_folder)
    picture = window.reading.viewport.picture
    press(window, "RH")
    window.reading.viewport.grab()
    assert window.reading.viewport.picture is picture


def test_a_held_key_turns_once(window: MainWindow) -> None:
    assert not window.actions_table["rotate_right"].autoRepeat()
    assert not window.actions_table["invert"].autoRepeat()
    assert window.actions_table["next_image"].autoRepeat()


def test_without_an_image_nothing_can_be_turned(window: MainWindow) -> None:
    for name in ("rotate_right", "rotate_left", "flip_horizontal", "flip_vertical"):
        assert not window.actions_table[name].isEnabled()
    QTest.keyClick(window, Qt.Key.Key_R)
    assert window.reading.viewport.camera.orientation == UPRIGHT
    assert window.reading.viewport.placement() is None


def test_the_arrow_that_turns_right_turns_clockwise(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    pixels = np.zeros((16, 16), np.int16)
    pixels[:8, :8] = 1000
    write_mr_series(tmp_path / "corner", 1, pixels=pixels)
    opened(window, tmp_path / "corner")
    viewport = window.reading.viewport

    def bright(column: float, row: float) -> bool:
        placement = viewport.placement()
        assert placement is not None
        at = QPoint(
            int(placement.left + placement.width * column),
            int(placement.top + placement.height * row),
        )
        return viewport.grab().toImage().pixelColor(at).red() > 128

    assert bright(0.25, 0.25)
    press(window, "R")
    assert bright(0.75, 0.25)
    assert not bright(0.25, 0.25)
