"""Panes beside each other: layouts, the active one, and what comes into them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.driving import move_held, turn_wheel
from tests.ui.panes.driving_panes import all_drawn, titles, use, wait_drawn
from tests.ui.screens import pixels_of, rgb
from tumorview.services.settings import Settings
from tumorview.ui.browser.model import series_id
from tumorview.ui.main_window import MainWindow
from tumorview.ui.measuring.book import study_key
from tumorview.ui.panes.filling import series_to_offer
from tumorview.ui.panes.layouts import LAYOUTS, layout_named
from tumorview.ui.panes.pane import NOTHING_HERE, Pane

Open = Callable[[MainWindow, Path], MainWindow]
LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_the_cells_of_a_layout_are_of_one_size_and_do_not_overlap(layout: object) -> None:
    assert isinstance(layout, type(LAYOUTS[0]))
    room = QRect(3, 4, 701, 503)
    cells = layout.cells(room)
    assert len(cells) == layout.count == len(set(map(QRect.getRect, cells)))
    assert len({(cell.width(), cell.height()) for cell in cells}) == 1
    assert all(room.contains(cell) for cell in cells)
    pairs = [(a, b) for a in cells for b in cells if a is not b]
    assert not any(one.intersects(other) for one, other in pairs)
    assert layout_named(layout.name) == layout


def test_new_panes_get_the_other_series_of_the_study_none_twice(reading: MainWindow) -> None:
    use(reading, "2x2")
    assert titles(reading) == ["Axial 5", "Axial 3", "Sagittal", "Coronal"]


def test_single_images_are_offered_last_and_what_is_left_stays_empty(reading: MainWindow) -> None:
    use(reading, "2x3")
    assert titles(reading) == ["Axial 5", "Axial 3", "Sagittal", "Coronal", "Scout", ""]
    empty = reading.panes.all[-1]
    assert empty.viewport.accessibleDescription() == NOTHING_HERE


def test_the_order_goes_round_from_the_series_on_screen(reading: MainWindow) -> None:
    study = reading.viewer.study
    assert study is not None
    by_name = {series.description: series for series in study.series}
    offered = series_to_offer(study, by_name["Sagittal"], {by_name["Sagittal"].key}, 9)
    assert [s.description for s in offered] == ["Coronal", "Axial 5", "Axial 3", "Scout"]


def test_actions_are_about_the_active_pane(qtbot: QtBot, reading: MainWindow) -> None:
    use(reading, "1x2")
    wait_drawn(qtbot, reading)
    left, right = reading.panes.all
    before = left.viewer.index
    reading.panes.activate(right)
    assert titles(reading) == ["Axial 5", "Axial 3"]
    assert reading.panes.all[1] is reading.panes.lead
    start = reading.viewer.index
    reading.actions_table["next_image"].trigger()
    assert reading.viewer.index == start + 1
    reading.actions_table["first_image"].trigger()
    reading.actions_table["invert"].trigger()
    other = reading.panes.all[0]
    assert reading.viewer.invert
    assert not other.viewer.invert
    assert other.viewer.series is not None
    assert other.viewer.series.description == "Axial 5"
    assert before == len(other.viewer.series.frames) // 2


def test_going_to_another_pane_and_back_changes_nothing(qtbot: QtBot, reading: MainWindow) -> None:
    use(reading, "1x2")
    wait_drawn(qtbot, reading)
    reading.viewer.go_to(2)
    reading.actions_table["invert"].trigger()
    reading.reading.viewport.control.zoom(3.0, QPointF(40, 40))
    wait_drawn(qtbot, reading)
    camera = reading.reading.viewport.camera
    state = reading.viewer.state
    for _ in range(2):
        reading.actions_table["next_pane"].trigger()
        # What was on screen is on screen at once; it is not read anew.
        assert all_drawn(reading)
    assert reading.viewer.state == state
    assert reading.reading.viewport.camera == camera
    assert reading.actions_table["invert"].isChecked()


def test_the_active_pane_is_framed_and_named(qtbot: QtBot, reading: MainWindow) -> None:
    use(reading, "1x2")
    wait_drawn(qtbot, reading)
    left, right = reading.panes.all
    assert left.viewport.accessibleName() == "Image, pane 1 of 2, active"
    assert right.viewport.accessibleName() == "Image, pane 2 of 2"

    def rim(pane: Pane) -> list[int]:
        row = pixels_of(pane.grab().toImage())[pane.height() // 2, 0]
        return [int(value) for value in row]

    accent = [int(value) for value in rgb("accent")]
    assert rim(left) == accent
    assert rim(right) != accent
    use(reading, "1x1")
    assert reading.reading.viewport.accessibleName() == "Image"


def test_a_press_in_another_pane_makes_it_active_and_drags_there(
    qtbot: QtBot, reading: MainWindow
) -> None:
    use(reading, "1x2")
    wait_drawn(qtbot, reading)
    right = reading.panes.all[1]
    window_before = right.viewer.window
    assert window_before is not None
    start = right.viewport.rect().center()
    QTest.mousePress(right.viewport, LEFT, pos=start)
    assert reading.panes.all[1] is reading.panes.lead
    # Qt sends the rest to where the button went down, which is elsewhere by now.
    place = reading.reading.viewport.mapToGlobal(start + QPoint(60, 0))
    there = right.viewport.mapFromGlobal(place)
    QTest.mouseMove(right.viewport, there - QPoint(20, 0))
    move_held(right.viewport, LEFT, there)
    QTest.mouseRelease(right.viewport, LEFT, pos=there)
    choice = reading.viewer.choice
    assert not isinstance(choice, str)
    assert getattr(choice, "width", 0) > window_before.width
    assert titles(reading) == ["Axial 5", "Axial 3"]


def test_the_wheel_scrolls_the_pane_under_the_pointer(qtbot: QtBot, reading: MainWindow) -> None:
    use(reading, "1x2")
    wait_drawn(qtbot, reading)
    reading.actions_table["link_scrolling"].setChecked(False)
    right, here = reading.panes.all[1], reading.viewer.index
    before = right.viewer.index
    turn_wheel(right.viewport, -120)
    assert (right.viewer.index, reading.viewer.index) == (before + 1, here)
    assert reading.panes.all[0] is reading.panes.lead


def test_a_series_is_dragged_from_the_list_into_a_pane(reading: MainWindow) -> None:
    use(reading, "1x2")
    row = next(r for r in reading.series_list.rows.all_series() if r.series.number == 4)
    index = reading.series_list.rows.find(("series", *row.key))
    assert index.flags() & Qt.ItemFlag.ItemIsDragEnabled
    data = reading.series_list.rows.mimeData([index])
    pane = reading.panes.all[1]
    copy, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    place = pane.rect().center()
    enter = QDragEnterEvent(place, copy, data, LEFT, keys)
    QApplication.sendEvent(pane, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(pane, QDropEvent(QPointF(place), copy, data, LEFT, keys))
    assert titles(reading) == ["Axial 5", "Coronal"]
    assert reading.panes.all[1] is reading.panes.lead


def test_what_is_no_series_of_the_list_is_not_taken(reading: MainWindow) -> None:
    pane = reading.panes.all[0]
    data = QMimeData()
    data.setText("Axial 3")
    copy, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(pane.rect().center(), copy, data, LEFT, keys)
    enter.ignore()
    QApplication.sendEvent(pane, enter)
    assert not enter.isAccepted()
    row = reading.series_list.rows.all_series()[0]
    assert reading.series_list.rows.series_of(series_id(row) + b"?") is None


def test_a_series_chosen_in_the_list_opens_in_the_active_pane(reading: MainWindow) -> None:
    use(reading, "2x2")
    reading.actions_table["next_pane"].trigger()
    reading.actions_table["previous_pane"].trigger()
    reading.actions_table["previous_pane"].trigger()
    row = next(r for r in reading.series_list.rows.all_series() if r.series.number == 0)
    reading.series_list.series_chosen.emit(row.study, row.series)
    assert titles(reading) == ["Axial 5", "Axial 3", "Sagittal", "Scout"]


def test_fewer_panes_keep_the_active_one_and_end_the_threads_of_the_others(
    qtbot: QtBot, reading: MainWindow
) -> None:
    def running() -> list[str]:
        return [t.name for t in threading.enumerate() if t.name.startswith("tumorview-render")]

    use(reading, "2x2")
    wait_drawn(qtbot, reading)
    assert len(running()) == 4
    reading.panes.activate(reading.panes.all[3])
    use(reading, "1x1")
    assert titles(reading) == ["Coronal"]
    qtbot.waitUntil(lambda: len(running()) == 1, timeout=10_000)
    qtbot.waitUntil(lambda: len(reading.panes.findChildren(Pane)) == 1, timeout=10_000)


def test_panes_share_one_cache_and_its_budget(reading: MainWindow) -> None:
    use(reading, "2x3")
    assert len({id(pane.viewer.cache) for pane in reading.panes.all}) == 1


def test_closing_the_study_empties_the_panes(
    qtbot: QtBot, reading: MainWindow, opened: Open, mr_folder: Path
) -> None:
    use(reading, "2x2")
    wait_drawn(qtbot, reading)
    planes = reading.viewer.study
    opened(reading, mr_folder)
    assert reading.viewer.study is not planes
    number = next(n for n, s in enumerate(reading.desk.studies) if s is planes)
    assert number == 0
    reading.desk.close_others(2)
    assert titles(reading) == ["T1 axial", "", "", ""]
    reading.desk.close_all()
    assert titles(reading) == ["", "", "", ""]


def test_hiding_identity_and_less_text_hold_for_every_pane(
    qtbot: QtBot, reading: MainWindow
) -> None:
    use(reading, "1x2")
    wait_drawn(qtbot, reading)
    side = reading.panes.all[1].viewport
    marks = side.marks()
    assert marks is not None
    assert marks.corners.top_left
    assert reading.panes.all[1].strip.title.text() == "Axial 3"
    reading.actions_table["hide_identity"].setChecked(True)
    marks = side.marks()
    assert marks is not None
    assert not marks.corners.top_left
    # What somebody typed as a description may be a name.
    assert "Axial" not in "".join(pane.strip.title.text() for pane in reading.panes.all)
    reading.actions_table["cycle_overlay"].trigger()
    assert side.text_level is reading.reading.viewport.text_level


def test_marks_are_drawn_in_every_pane_and_a_tool_stays_in_hand(
    qtbot: QtBot, reading: MainWindow
) -> None:
    use(reading, "1x2")
    wait_drawn(qtbot, reading)
    tool = reading.actions_table["measure_distance"]
    tool.trigger()
    right = reading.panes.all[1]
    place = right.viewport.rect().center()
    QTest.mousePress(right.viewport, LEFT, pos=place)
    assert tool.isChecked()
    assert reading.panes.all[1] is reading.panes.lead
    viewport = reading.reading.viewport
    QTest.mouseRelease(viewport, LEFT, pos=place)
    QTest.mouseClick(viewport, LEFT, pos=place + QPoint(50, 20))
    source = reading.measuring.layer.source
    assert source is not None
    assert len(reading.measuring.book.of(source)) == 1
    reading.panes.activate(reading.panes.all[0])
    side = reading.panes.all[1]
    assert side.viewer.frame_info is not None
    assert side.viewer.frame_info.source == source
    reading.measuring.book.forget(study_key(source))


def test_the_layout_survives_the_window(
    make_window: Callable[[Settings], MainWindow], reading: MainWindow
) -> None:
    use(reading, "1x3")
    reading.close()
    again = make_window(Settings())
    assert again.panes.arrangement.name == "1x3"
    assert again.actions_table["layout_1x3"].isChecked()


def test_the_little_grid_chooses_by_pointer_and_by_keys(qtbot: QtBot, reading: MainWindow) -> None:
    button = reading.toolbar.layouts
    grid = button.picker.grid
    move_held(grid, Qt.MouseButton.NoButton, grid.cell(1, 1).center().toPoint())
    assert grid.accessibleName() == "Layout: 2 by 2"
    QTest.mouseClick(grid, LEFT, pos=grid.cell(0, 2).center().toPoint())
    assert reading.panes.arrangement.name == "1x3"
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Left)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert reading.panes.arrangement.name == "2x2"
    assert button.accessibleName() == "Layout: 2 by 2"


def test_leaving_a_pane_takes_its_pointer_value_off(qtbot: QtBot, reading: MainWindow) -> None:
    use(reading, "1x2")
    wait_drawn(qtbot, reading)
    right = reading.panes.all[1]
    QTest.mouseMove(right.viewport, right.viewport.rect().center())
    QApplication.processEvents()
    reading.panes.activate(right)
    QApplication.sendEvent(reading.reading.viewport, QEvent(QEvent.Type.Leave))
    marks = right.viewport.marks()
    assert marks is not None
    assert marks.corners.bottom_left[0].startswith("Image")


def test_the_list_can_be_reached_from_an_empty_active_pane(reading: MainWindow) -> None:
    use(reading, "2x3")
    reading.panes.activate(reading.panes.all[5])
    assert titles(reading)[5] == ""
    assert reading.actions_table["series_panel"].isEnabled()
    assert not reading.actions_table["close_study"].isEnabled()
    row = next(r for r in reading.series_list.rows.all_series() if r.series.number == 2)
    reading.series_list.series_chosen.emit(row.study, row.series)
    assert titles(reading)[5] == "Axial 3"
