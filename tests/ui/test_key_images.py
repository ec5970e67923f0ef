"""K marks an image; the marks are jumped between, listed, and kept until the window closes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_mr_series
from tests.ui.driving import corner, wait_for_slice
from tests.ui.screens import pixels_of, rgb
from tumorview.imaging.catalog import read_catalog
from tumorview.ui.key_images.book import KeyImage, KeyImageBook, neighbour
from tumorview.ui.key_images.dialog import NOTHING_MARKED, KeyImagesDialog
from tumorview.ui.main_window import MainWindow
from tumorview.ui.viewport.slice_bar import SliceBar

Open = Callable[[MainWindow, Path], MainWindow]
K, SHIFT = Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Two series of six and four slices."""
    uid = "1.2.3.4"
    folder = tmp_path / "study"
    write_mr_series(folder / "a", 6, StudyInstanceUID=uid, SeriesDescription="T1", SeriesNumber=1)
    write_mr_series(folder / "b", 4, StudyInstanceUID=uid, SeriesDescription="T2", SeriesNumber=2)
    return folder


def press(window: MainWindow, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.reading.viewport, K, keys)


def go_to(qtbot: QtBot, window: MainWindow, index: int) -> None:
    window.viewer.go_to(index)
    wait_for_slice(qtbot, window, index)


def place(window: MainWindow) -> tuple[str, int]:
    assert window.viewer.series is not None
    return window.viewer.series.description, window.viewer.index


def marked(window: MainWindow) -> list[int]:
    """The slices that the bar marks."""
    return list(window.reading.slice_bar.key_images)


def mark(qtbot: QtBot, window: MainWindow, *slices: int) -> None:
    for index in slices:
        go_to(qtbot, window, index)
        # By its action: a key would reach the list where that is open.
        window.actions_table["key_image"].trigger()


def open_list(window: MainWindow) -> KeyImagesDialog:
    window.actions_table["key_images"].trigger()
    dialog = window.key_images.dialog
    assert dialog is not None
    return dialog


def listed(dialog: KeyImagesDialog) -> list[tuple[str, str]]:
    texts = []
    for row in range(dialog.table.rowCount()):
        image, series = dialog.table.item(row, 0), dialog.table.item(row, 1)
        assert image is not None
        assert series is not None
        texts.append((image.text(), series.text()))
    return texts


def test_k_marks_the_image_and_takes_the_mark_away(
    qtbot: QtBot, window: MainWindow, opened: Open, study: Path
) -> None:
    opened(window, study)
    go_to(qtbot, window, 2)
    assert "Image 3 / 6" in corner(window)
    press(window)
    assert "Image 3 / 6   Key image" in corner(window)
    assert marked(window) == [2]
    assert "key image" in window.reading.viewport.accessibleDescription()
    press(window)
    assert "Image 3 / 6" in corner(window)
    assert marked(window) == []


def test_the_mark_is_that_of_the_image_and_not_of_the_screen(
    qtbot: QtBot, window: MainWindow, opened: Open, study: Path
) -> None:
    opened(window, study)
    mark(qtbot, window, 2)
    action = window.actions_table["key_image"]
    go_to(qtbot, window, 3)
    assert not action.isChecked()
    assert "Image 4 / 6" in corner(window)
    go_to(qtbot, window, 2)
    assert action.isChecked()
    QTest.keyClick(window.reading.viewport, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: place(window)[0] == "T2")
    assert not action.isChecked()
    assert marked(window) == []


def test_shift_k_goes_on_to_the_next_one_through_the_study_and_round(
    qtbot: QtBot, window: MainWindow, opened: Open, study: Path
) -> None:
    opened(window, study)
    mark(qtbot, window, 1, 4)
    with qtbot.waitSignal(window.reading.shown):
        QTest.keyClick(window.reading.viewport, Qt.Key.Key_PageDown)
    mark(qtbot, window, 3)
    seen = []
    for _ in range(4):
        press(window, SHIFT)
        seen.append(place(window))
    assert seen == [("T1", 1), ("T1", 4), ("T2", 3), ("T1", 1)]
    press(window, SHIFT | CONTROL)
    assert place(window) == ("T2", 3)
    press(window, SHIFT | CONTROL)
    assert place(window) == ("T1", 4)


def test_without_another_key_image_a_jump_stays_where_it_is(
    qtbot: QtBot, window: MainWindow, opened: Open, study: Path
) -> None:
    opened(window, study)
    assert not window.actions_table["next_key_image"].isEnabled()
    mark(qtbot, window, 2)
    press(window, SHIFT)
    assert place(window) == ("T1", 2)


def test_a_jump_stops_the_film(qtbot: QtBot, window: MainWindow, opened: Open, study: Path) -> None:
    opened(window, study)
    mark(qtbot, window, 5, 1)
    window.actions_table["cine"].setChecked(True)
    press(window, SHIFT)
    assert window.cine.rate is None


def test_the_list_shows_goes_to_and_removes(
    qtbot: QtBot, window: MainWindow, opened: Open, study: Path
) -> None:
    opened(window, study)
    dialog = open_list(window)
    assert dialog.isVisible()
    assert listed(dialog) == []
    assert dialog.note.text() == NOTHING_MARKED
    assert not dialog.go_button.isEnabled()
    mark(qtbot, window, 4, 1)
    assert listed(dialog) == [("2 of 6", "T1"), ("5 of 6", "T1")]
    assert dialog.selected is not None
    assert dialog.selected.index == 1, "the image on screen"
    dialog.table.selectRow(1)
    dialog.go_button.click()
    wait_for_slice(qtbot, window, 4)
    dialog.table.selectRow(0)
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert listed(dialog) == [("5 of 6", "T1")]
    dialog.remove_button.click()
    assert listed(dialog) == []
    assert not window.actions_table["key_image"].isChecked()
    dialog.close()


def test_enter_in_the_list_goes_to_the_image(
    qtbot: QtBot, window: MainWindow, opened: Open, study: Path
) -> None:
    opened(window, study)
    mark(qtbot, window, 4)
    go_to(qtbot, window, 0)
    dialog = open_list(window)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    wait_for_slice(qtbot, window, 4)
    dialog.close()


def test_marks_are_there_again_when_the_study_is_opened_once_more(
    qtbot: QtBot, window: MainWindow, opened: Open, study: Path, ct_folder: Path
) -> None:
    opened(window, study)
    mark(qtbot, window, 2)
    dialog = open_list(window)
    opened(window, ct_folder)
    assert listed(dialog) == []
    window.desk.close_all()
    assert not window.actions_table["key_image"].isEnabled()
    opened(window, study)
    assert marked(window) == [2]
    assert listed(dialog) == [("3 of 6", "T1")]
    dialog.close()


def test_the_list_names_nobody(qtbot: QtBot, window: MainWindow, opened: Open, study: Path) -> None:
    opened(window, study)
    mark(qtbot, window, 2)
    dialog = open_list(window)
    texts = [
        item.text()
        for row in range(dialog.table.rowCount())
        for column in range(3)
        if (item := dialog.table.item(row, column)) is not None
    ]
    assert not any("Phantom" in text for text in [*texts, dialog.windowTitle()])
    dialog.close()


def test_neighbours_are_in_the_order_of_reading(study: Path) -> None:
    catalog = read_catalog([study])
    (one,) = catalog.studies
    first, second = one.series
    keys = (KeyImage(first, 1), KeyImage(first, 4), KeyImage(second, 0))
    assert neighbour(keys, one, first, 0, 1) == keys[0]
    assert neighbour(keys, one, first, 1, 1) == keys[1]
    assert neighbour(keys, one, second, 3, 1) == keys[0]
    assert neighbour(keys, one, first, 1, -1) == keys[2]
    assert neighbour(keys[:1], one, first, 1, 1) is None
    assert neighbour((), one, first, 1, 1) is None


def test_marking_twice_is_said_once(study: Path, qapp: object) -> None:
    source = read_catalog([study]).studies[0].series[0].frames[0].source
    book = KeyImageBook()
    said: list[bool] = []
    book.changed.connect(lambda: said.append(source in book))
    for marked in (True, True, False, False):
        book.set_marked(source, marked)
    assert said == [True, False]


def test_the_slice_bar_draws_a_mark_at_its_left(qtbot: QtBot, qapp: QApplication) -> None:
    bar = SliceBar()
    qtbot.addWidget(bar)
    bar.resize(20, 424)
    bar.set_position(0, 10)
    before = pixels_of(bar.grab().toImage())
    bar.set_key_images((4,))
    after = pixels_of(bar.grab().toImage())
    rows, columns = np.nonzero((after != before).any(axis=2))
    assert columns.max() <= 6
    assert rows.mean() == pytest.approx(12 + 4.5 * 40, abs=1)
    ink = rgb("overlay_text")
    assert (after[192, 1] == ink).all()
