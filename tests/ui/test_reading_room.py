"""What a radiologist's hand and eye expect: the conventions, line by line, against the window.

Most lines have tests of their own beside what they are about; here stands the table of keys, and
what those leave open.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.driving import NO_KEYS, corner, point_at
from tumorview.services.settings import Settings
from tumorview.ui.actions.table import ACTIONS
from tumorview.ui.main_window import MainWindow
from tumorview.ui.viewport.corner_text import TextLevel
from tumorview.ui.viewport.marks import Marks

Open = Callable[[MainWindow, Path], MainWindow]
Make = Callable[[Settings], MainWindow]

KEYS = {
    "Up": "previous_image",
    "Down": "next_image",
    "Home": "first_image",
    "End": "last_image",
    "Shift+Up": "back_ten",
    "Shift+Down": "forward_ten",
    "PgUp": "previous_series",
    "PgDown": "next_series",
    "C": "cine",
    "I": "invert",
    "H": "flip_horizontal",
    "V": "flip_vertical",
    "R": "rotate_right",
    "Space": "cycle_overlay",
    "Esc": "reset",
    "K": "key_image",
    "F11": "full_screen",
    "Ctrl+Return": "fit",
    "Ctrl+Enter": "fit",
    "0": "auto_window",
}
"""Key in Qt's portable text -> what it does."""

FOR_MEASURING = {"D": "distance", "A": "angle", "E": "ellipse"}
"""What begins with these words may have these keys, and nothing else may."""


def marks(window: MainWindow) -> Marks:
    found = window.reading.viewport.marks()
    assert found is not None
    return found


@pytest.mark.parametrize(("key", "action"), KEYS.items())
def test_a_key_does_what_the_hand_expects(window: MainWindow, key: str, action: str) -> None:
    assert QKeySequence(key) in window.actions_table[action].shortcuts()


def test_the_keys_of_measuring_are_taken_by_nothing_else() -> None:
    for spec in ACTIONS:
        for key in set(spec.keys) & set(FOR_MEASURING):
            assert FOR_MEASURING[key] in spec.id


def test_f11_is_full_screen_and_back(window: MainWindow, opened: Open, ct_folder: Path) -> None:
    opened(window, ct_folder)
    QTest.keyClick(window.reading.viewport, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window.reading.viewport, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_escape_brings_window_polarity_zoom_position_and_view_back(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    viewport = window.reading.viewport
    before = viewport.camera
    for key in (Qt.Key.Key_R, Qt.Key.Key_H, Qt.Key.Key_I, Qt.Key.Key_7):
        QTest.keyClick(viewport, key)
    viewport.control.zoom(3.0, viewport.rect().center().toPointF())
    qtbot.waitUntil(lambda: window.viewer.window is not None and window.viewer.window.width == 2800)
    QTest.keyClick(viewport, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.viewer.window is not None and window.viewer.window.width == 80)
    assert viewport.camera == before
    assert not window.viewer.invert
    assert not window.actions_table["invert"].isChecked()


def test_space_goes_through_three_states(window: MainWindow, opened: Open, ct_folder: Path) -> None:
    opened(window, ct_folder)
    levels = []
    for _ in range(4):
        levels.append(window.reading.viewport.text_level)
        QTest.keyClick(window.reading.viewport, Qt.Key.Key_Space)
    assert levels == [TextLevel.FULL, TextLevel.NO_IDENTITY, TextLevel.NONE, TextLevel.FULL]


def test_each_corner_holds_what_belongs_there(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    point_at(window.reading.viewport, 3, 4)
    corners = marks(window).corners
    assert corners.top_left[:2] == ("Doe Jane", "ID-77")
    assert corners.top_right[0] == "Head"
    assert corners.bottom_right[0].startswith("Series 2")
    assert corners.bottom_right[1] == "CT  HEAD  5 mm"
    value, position, window_line, zoom = corner(window)
    assert value.endswith("HU   (3, 4)")
    assert position == "Image 16 / 30"
    assert window_line.startswith("W 80  L 40")
    assert zoom.startswith("Zoom")


def test_a_picture_without_orientation_has_no_letters_and_a_ruler_in_pixels(
    window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "a.png"
    assert cv2.imwrite(str(path), np.zeros((60, 80), np.uint8))
    opened(window, path)
    found = marks(window)
    assert found.letters is None
    assert found.ruler is not None
    assert found.ruler.label.endswith("px")


def test_letters_and_a_ruler_in_millimetres_stand_on_a_ct(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    found = marks(window)
    assert found.letters is not None
    assert (found.letters.left, found.letters.right) == ("R", "L")
    assert found.ruler is not None
    assert found.ruler.label.endswith("mm")


def test_hidden_identity_is_hidden_on_the_image_in_the_title_and_among_recent_files(
    make_window: Make, opened: Open, ct_folder: Path
) -> None:
    window = opened(make_window(Settings(hide_identity=True)), ct_folder)
    assert marks(window).corners.top_left == ()
    assert "Doe" not in window.windowTitle()
    assert window.menus.recent_menu.actions() == []


def test_numbers_choose_the_file_s_window_then_the_presets_of_the_table_in_its_order(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    window.actions_table["auto_window"].trigger()
    of_the_file = (80, 40)
    expected = [
        of_the_file,
        (80, 40),
        (120, 40),
        (200, 80),
        (40, 40),
        (8, 32),
        (2800, 600),
        (380, 40),
    ]
    for number, (width, center) in enumerate(expected):
        QTest.keyClick(window.reading.viewport, Qt.Key(Qt.Key.Key_1 + number), NO_KEYS)

        def chosen(width: int = width, center: int = center) -> bool:
            used = window.viewer.window
            return used is not None and (used.width, used.center) == (width, center)

        qtbot.waitUntil(chosen)
