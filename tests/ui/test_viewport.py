from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_ct_series, write_mr_series
from tests.ui.driving import corner, drag, point_at, turn_wheel, wait_for_slice
from tumorview.domain.frames import VoiWindow, WindowOrigin
from tumorview.services.settings import Settings
from tumorview.ui.main_window import MainWindow
from tumorview.ui.viewport.picture import Picture

Open = Callable[[MainWindow, Path], MainWindow]
Make = Callable[[Settings], MainWindow]

LEFT, RIGHT, MIDDLE = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
)


def shown(window: MainWindow) -> Picture:
    picture = window.reading.viewport.picture
    assert picture is not None
    return picture


def window_of(window: MainWindow) -> VoiWindow:
    used = shown(window).window
    assert used is not None
    return used


def drag_window(
    qtbot: QtBot, window: MainWindow, dx: int, dy: int, *, fast: bool = False
) -> tuple[VoiWindow, VoiWindow]:
    before = window_of(window)
    keys = Qt.KeyboardModifier.ControlModifier if fast else Qt.KeyboardModifier.NoModifier
    drag(window.reading.viewport, LEFT, (300, 300), (300 + dx, 300 + dy), keys)
    qtbot.waitUntil(lambda: window_of(window).origin is WindowOrigin.USER)
    qtbot.wait(100)
    return before, window_of(window)


def test_dragging_right_widens_and_keeps_the_centre(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    before, after = drag_window(qtbot, window, 128, 0)
    assert (before.width, before.center) == (80, 40)
    assert after.width == pytest.approx(120)
    assert after.center == pytest.approx(40)


def test_dragging_up_lowers_the_centre_and_keeps_the_width(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    _, after = drag_window(qtbot, window, 0, -128)
    assert after.center == pytest.approx(0)
    assert after.width == pytest.approx(80)


def test_a_setting_turns_the_vertical_sense_round(
    qtbot: QtBot, make_window: Make, opened: Open, ct_folder: Path
) -> None:
    window = opened(make_window(Settings(invert_window_drag=True)), ct_folder)
    _, after = drag_window(qtbot, window, 0, -128)
    assert after.center == pytest.approx(80)


def test_control_makes_the_window_follow_four_times_as_fast(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    _, after = drag_window(qtbot, window, 64, 0, fast=True)
    assert after.width == pytest.approx(160)


def test_a_window_never_gets_narrower_than_its_function_allows(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    _, after = drag_window(qtbot, window, -290, 0, fast=True)
    assert after.width == 1


def test_the_users_window_stays_while_scrolling_and_goes_with_escape(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    drag_window(qtbot, window, 64, 0)
    window.viewer.go_to(0)
    wait_for_slice(qtbot, window, 0)
    assert window_of(window).width == pytest.approx(100)
    QTest.keyClick(window.reading.viewport, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window_of(window).width == 80)


def test_an_automatic_window_is_one_for_the_whole_series(
    qtbot: QtBot, window: MainWindow, opened: Open, mr_folder: Path
) -> None:
    opened(window, mr_folder)
    first = window_of(window)
    assert first.origin is WindowOrigin.AUTO
    window.viewer.go_to(0)
    wait_for_slice(qtbot, window, 0)
    assert window_of(window) == first


def test_the_wheel_scrolls_one_slice_a_notch(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    turn_wheel(window.reading.viewport, -120)
    wait_for_slice(qtbot, window, 16)
    turn_wheel(window.reading.viewport, 240)
    wait_for_slice(qtbot, window, 14)


def test_small_turns_of_a_touch_pad_add_up_to_a_notch(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    for _ in range(3):
        turn_wheel(window.reading.viewport, -30)
    assert window.viewer.index == 15
    turn_wheel(window.reading.viewport, -30)
    assert window.viewer.index == 16


def test_control_and_wheel_zoom_at_the_pointer(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    viewport = window.reading.viewport
    at = QPoint(200, 250)
    before = viewport.placement()
    turn_wheel(viewport, 120, Qt.KeyboardModifier.ControlModifier, at)
    after = viewport.placement()
    assert before is not None
    assert after is not None
    assert after.scale_x == pytest.approx(before.scale_x * 1.15)
    assert after.to_image(200, 250) == pytest.approx(before.to_image(200, 250))
    assert window.viewer.index == 15


def test_right_drag_zooms_and_control_enter_fits_again(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    viewport = window.reading.viewport
    before = viewport.placement()
    drag(viewport, RIGHT, (300, 200), (300, 400))
    zoomed = viewport.placement()
    assert before is not None
    assert zoomed is not None
    assert zoomed.scale_x == pytest.approx(before.scale_x / 2)
    QTest.keyClick(viewport, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert viewport.placement() == before


def test_middle_drag_moves_the_image_with_the_pointer(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    viewport = window.reading.viewport
    before = viewport.placement()
    drag(viewport, MIDDLE, (300, 300), (340, 280))
    after = viewport.placement()
    assert before is not None
    assert after is not None
    assert (after.left - before.left, after.top - before.top) == pytest.approx((40, -20))


def test_a_right_click_opens_the_menu_and_a_right_drag_does_not(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    viewport = window.reading.viewport
    wishes: list[object] = []
    viewport.menu_wished.disconnect()
    viewport.menu_wished.connect(wishes.append)
    drag(viewport, RIGHT, (300, 300), (300, 340))
    assert wishes == []
    QTest.mouseClick(viewport, RIGHT, pos=QPoint(300, 300))
    assert len(wishes) == 1


def test_a_double_click_is_full_screen(window: MainWindow, opened: Open, ct_folder: Path) -> None:
    opened(window, ct_folder)
    QTest.mouseDClick(window.reading.viewport, LEFT, pos=QPoint(300, 300))
    assert window.isFullScreen()


def test_the_value_under_the_pointer_is_said_in_hu(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    pixels = np.full((16, 16), 1024, np.int16)
    pixels[5, 3] = 1024 + 57
    write_ct_series(tmp_path / "one", 1, pixels=pixels)
    opened(window, tmp_path / "one")
    point_at(window.reading.viewport, 3, 5)
    qtbot.waitUntil(lambda: corner(window)[0] == "57 HU   (3, 5)")
    point_at(window.reading.viewport, 4, 5)
    qtbot.waitUntil(lambda: corner(window)[0] == "0 HU   (4, 5)")


def test_corners_say_position_window_zoom_and_technique(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    marks = window.reading.viewport.marks()
    assert marks is not None
    assert "Image 16 / 30" in marks.corners.bottom_left
    assert "W 80  L 40" in marks.corners.bottom_left
    assert any(line.startswith("Zoom ") for line in marks.corners.bottom_left)
    assert "CT  HEAD  5 mm" in marks.corners.bottom_right


def test_letters_stand_at_the_edges_and_a_ruler_counts_millimetres(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    marks = window.reading.viewport.marks()
    assert marks is not None
    assert marks.letters is not None
    assert (marks.letters.left, marks.letters.right) == ("R", "L")
    assert (marks.letters.top, marks.letters.bottom) == ("A", "P")
    assert marks.ruler is not None
    assert marks.ruler.label.endswith(" mm")


def test_without_orientation_no_letter_is_shown_and_the_ruler_counts_pixels(
    window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_mr_series(
        tmp_path / "bare",
        1,
        ImageOrientationPatient=None,
        ImagePositionPatient=None,
        PixelSpacing=None,
    )
    opened(window, tmp_path / "bare")
    marks = window.reading.viewport.marks()
    assert marks is not None
    assert marks.letters is None
    assert marks.ruler is not None
    assert marks.ruler.label.endswith(" px")


def test_pixels_that_are_not_square_are_drawn_in_their_true_shape(
    window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_mr_series(tmp_path / "tall", 1, PixelSpacing=[1.0, 0.5])
    opened(window, tmp_path / "tall")
    placement = window.reading.viewport.placement()
    assert placement is not None
    assert placement.scale_y == pytest.approx(2 * placement.scale_x)


def test_a_click_on_the_slice_bar_goes_there(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    bar = window.reading.slice_bar
    QTest.mouseClick(bar, LEFT, pos=QPoint(bar.width() // 2, bar.height() - 2))
    wait_for_slice(qtbot, window, 29)
    QTest.mouseClick(bar, LEFT, pos=QPoint(bar.width() // 2, 1))
    wait_for_slice(qtbot, window, 0)
