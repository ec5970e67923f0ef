"""Measuring in the window: what the mouse and the keys do, and what is shown of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_ct_series
from tests.ui.driving import drag, turn_wheel, wait_for_slice
from tests.ui.screens import pixels_of
from tumorview.cancel import CancelToken
from tumorview.domain.marks import Mark, MarkKind, Point
from tumorview.ui.main_window import MainWindow
from tumorview.ui.measuring.book import study_key
from tumorview.ui.measuring.files import Answer
from tumorview.ui.measuring.layer import MarkLayer
from tumorview.ui.takeaway.drawing import Draughtsman
from tumorview.ui.takeaway.snapshot import take_snapshot
from tumorview.ui.takeaway.wishes import Content, PictureSize
from tumorview.ui.viewport.corner_text import TextLevel
from tumorview.ui.viewport.view_orientation import ViewOrientation

Open = Callable[[MainWindow, Path], MainWindow]

LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ROWS, COLUMNS = 40, 60
HU = np.add.outer(np.arange(ROWS), 10 * np.arange(COLUMNS)).astype(np.int16)
"""10 column + row."""


@pytest.fixture
def reading(window: MainWindow, opened: Open, tmp_path: Path) -> Iterator[MainWindow]:
    """A window on three slices of 0.8 mm between rows and 0.5 mm between columns."""
    pixels = (HU + 1024).astype(np.int16)
    write_ct_series(tmp_path / "ct", 3, pixels=pixels, PixelSpacing=[0.8, 0.5])
    opened(window, tmp_path / "ct")
    window.measuring.files.ask = lambda _can_save: Answer.DISCARD
    yield window
    study = window.measuring.book.unsaved()
    if study is not None:
        window.measuring.book.forget(study)


def place(window: MainWindow, point: Point) -> tuple[int, int]:
    placement = window.reading.viewport.placement()
    assert placement is not None
    x, y = placement.to_view(*point)
    return round(x), round(y)


def draw(window: MainWindow, key: Qt.Key, first: Point, second: Point) -> Mark:
    """Draw a mark of two points by dragging, and end its tool."""
    press(window, key)
    drag(window.reading.viewport, LEFT, place(window, first), place(window, second))
    press(window, Qt.Key.Key_Escape)
    return layer(window).marks[-1]


def click(window: MainWindow, point: Point) -> None:
    viewport = window.reading.viewport
    QTest.mouseMove(viewport, QPoint(*place(window, point)))
    QTest.mouseClick(viewport, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(*place(window, point)))


def press(window: MainWindow, key: Qt.Key, keys: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(window.reading.viewport, key, keys or Qt.KeyboardModifier.NoModifier)


def layer(window: MainWindow) -> MarkLayer:
    return window.measuring.layer


def near(mark: Mark, *points: Point) -> bool:
    """Drawn where it was meant, to half a screen pixel, which is what a mouse can tell."""
    return bool(np.allclose(mark.points, points, atol=0.1))


def test_a_distance_is_dragged_or_clicked_and_labelled_in_millimetres(reading: MainWindow) -> None:
    dragged = draw(reading, Qt.Key.Key_D, (10.0, 5.0), (50.0, 35.0))
    assert dragged.kind is MarkKind.DISTANCE
    assert near(dragged, (10.0, 5.0), (50.0, 35.0))
    # 40 columns of 0.5 mm and 30 rows of 0.8 mm: 20 and 24 mm.
    assert layer(reading).label(dragged)[0] in ("31.2 mm", "31.3 mm")
    press(reading, Qt.Key.Key_D)
    click(reading, (5.0, 30.0))
    assert len(layer(reading).marks) == 1
    click(reading, (25.0, 30.0))
    assert near(layer(reading).marks[1], (5.0, 30.0), (25.0, 30.0))
    assert layer(reading).tool is MarkKind.DISTANCE, "the tool stays for the next one"


def test_angles_are_clicked_and_a_cobb_angle_is_two_lines(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_A)
    for point in ((40.0, 10.0), (10.0, 10.0), (10.0, 30.0)):
        click(reading, point)
    angle = layer(reading).marks[0]
    assert near(angle, (40.0, 10.0), (10.0, 10.0), (10.0, 30.0))
    assert layer(reading).label(angle)[0] in ("89.9°", "90.0°", "90.1°")
    press(reading, Qt.Key.Key_A, SHIFT)
    viewport = reading.reading.viewport
    for start, end in (((5.0, 35.0), (55.0, 35.0)), ((20.0, 5.0), (52.0, 25.0))):
        drag(viewport, LEFT, place(reading, start), place(reading, end))
    cobb = layer(reading).marks[1]
    assert cobb.kind is MarkKind.COBB
    # 32 columns and 20 rows are 16 mm and 16 mm.
    assert float(layer(reading).label(cobb)[0].removeprefix("Cobb ").rstrip("°")) == pytest.approx(
        45, abs=0.5
    )


@pytest.mark.parametrize("turn", ["", "R", "HR"])
def test_an_ellipse_shows_the_values_of_its_pixels_whichever_way_round(
    qtbot: QtBot, reading: MainWindow, turn: str
) -> None:
    for key in turn:
        press(reading, Qt.Key[f"Key_{key}"])
    ellipse = draw(reading, Qt.Key.Key_E, (20.0, 10.0), (40.0, 20.0))
    qtbot.waitUntil(lambda: layer(reading).measurement(ellipse) is not None)
    found = layer(reading).measurement(ellipse)
    assert found is not None
    assert found.area == pytest.approx(np.pi * 5 * 4, rel=0.02)
    assert found.statistics is not None
    assert found.statistics.mean == pytest.approx(10 * 29.5 + 14.5, abs=3)
    lines = layer(reading).label(ellipse)
    assert lines[0].endswith(" mm²")
    assert lines[1].startswith("Mean ")
    assert " HU   SD " in lines[1]
    assert lines[2].startswith("Min ")


def test_a_freehand_region_follows_the_mouse(qtbot: QtBot, reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_F)
    viewport = reading.reading.viewport
    corners = ((10.0, 10.0), (50.0, 10.0), (50.0, 30.0), (10.0, 30.0))
    start = QPoint(*place(reading, corners[0]))
    QTest.mousePress(viewport, LEFT, Qt.KeyboardModifier.NoModifier, start)
    for corner in corners[1:]:
        QTest.mouseMove(viewport, QPoint(*place(reading, corner)))
    QTest.mouseRelease(viewport, LEFT, Qt.KeyboardModifier.NoModifier, start)
    region = layer(reading).marks[0]
    assert region.kind is MarkKind.FREEHAND
    assert near(region, *corners)
    qtbot.waitUntil(lambda: layer(reading).measurement(region) is not None)
    found = layer(reading).measurement(region)
    assert found is not None
    assert found.area == pytest.approx(20 * 16, rel=0.02)
    press(reading, Qt.Key.Key_F)
    press(reading, Qt.Key.Key_F)
    click(reading, (5.0, 5.0))
    assert len(layer(reading).marks) == 1, "a click encloses nothing"


def test_words_are_typed_on_the_image(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_T)
    click(reading, (20.0, 10.0))
    field = layer(reading).field
    assert field.isVisible()
    QTest.keyClicks(field, "old D clip")
    QTest.keyClick(field, Qt.Key.Key_Return)
    mark = layer(reading).marks[0]
    assert (mark.kind, mark.text) == (MarkKind.TEXT, "old D clip")
    assert layer(reading).label(mark) == ("old D clip",)
    click(reading, (30.0, 30.0))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(layer(reading).marks) == 1, "a text without words is none"
    press(reading, Qt.Key.Key_D, SHIFT)
    drag(reading.reading.viewport, LEFT, place(reading, (40.0, 20.0)), place(reading, (50.0, 10.0)))
    QTest.keyClick(field, Qt.Key.Key_Return)
    arrow = layer(reading).marks[1]
    assert (arrow.kind, arrow.text) == (MarkKind.ARROW, "")
    press(reading, Qt.Key.Key_Escape)
    x, y = place(reading, (45.0, 15.0))
    QTest.mouseDClick(reading.reading.viewport, LEFT, pos=QPoint(x, y))
    QTest.keyClicks(field, "here")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert layer(reading).marks[1].text == "here"
    assert not reading.isFullScreen()


def test_escape_ends_one_thing_after_the_other_and_then_resets_the_view(
    reading: MainWindow,
) -> None:
    viewport = reading.reading.viewport
    press(reading, Qt.Key.Key_R)
    draw(reading, Qt.Key.Key_D, (10.0, 5.0), (50.0, 35.0))
    press(reading, Qt.Key.Key_A)
    click(reading, (30.0, 30.0))
    assert layer(reading).sketch is not None
    press(reading, Qt.Key.Key_Escape)
    assert layer(reading).sketch is None
    assert layer(reading).tool is MarkKind.ANGLE
    press(reading, Qt.Key.Key_Escape)
    assert layer(reading).tool is None
    assert not reading.actions_table["measure_angle"].isChecked()
    click(reading, (30.0, 20.0))
    assert layer(reading).selected is not None
    press(reading, Qt.Key.Key_Escape)
    assert layer(reading).selected is None
    assert viewport.camera.orientation != ViewOrientation(), "the view was not reset"
    press(reading, Qt.Key.Key_Escape)
    assert viewport.camera.orientation == ViewOrientation()
    assert len(layer(reading).marks) == 1


def test_one_tool_at_a_time_and_its_key_ends_it(reading: MainWindow) -> None:
    press(reading, Qt.Key.Key_D)
    press(reading, Qt.Key.Key_E)
    assert layer(reading).tool is MarkKind.ELLIPSE
    assert not reading.actions_table["measure_distance"].isChecked()
    press(reading, Qt.Key.Key_E)
    assert layer(reading).tool is None


def test_a_mark_is_moved_and_changed_by_its_handles_and_both_can_be_undone(
    reading: MainWindow,
) -> None:
    viewport = reading.reading.viewport
    made = draw(reading, Qt.Key.Key_E, (10.0, 10.0), (30.0, 30.0))
    drag(viewport, LEFT, place(reading, (30.0, 20.0)), place(reading, (40.0, 25.0)))
    assert near(layer(reading).marks[0], (10.0, 10.0), (40.0, 30.0)), "the handle at its right"
    # The outline at 45 degrees is no handle.
    x, y = 25 + 15 / 2**0.5, 20 + 10 / 2**0.5
    drag(viewport, LEFT, place(reading, (x, y)), place(reading, (x + 5, y - 5)))
    assert near(layer(reading).marks[0], (15.0, 5.0), (45.0, 25.0))
    undo = reading.actions_table["undo_mark"]
    assert undo.text() == "Undo: move ellipse"
    press(reading, Qt.Key.Key_Z, CONTROL)
    assert near(layer(reading).marks[0], (10.0, 10.0), (40.0, 30.0))
    press(reading, Qt.Key.Key_Z, CONTROL)
    assert layer(reading).marks == (made,)
    press(reading, Qt.Key.Key_Z, CONTROL)
    assert layer(reading).marks == ()
    assert not undo.isEnabled()
    for _ in range(3):
        press(reading, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert near(layer(reading).marks[0], (15.0, 5.0), (45.0, 25.0))


def test_a_mark_stays_on_the_image(reading: MainWindow) -> None:
    viewport = reading.reading.viewport
    draw(reading, Qt.Key.Key_E, (10.0, 10.0), (30.0, 30.0))
    x, y = 20 + 10 / 2**0.5, 20 + 10 / 2**0.5
    drag(viewport, LEFT, place(reading, (x, y)), (2, 2))
    assert near(layer(reading).marks[0], (0.0, 0.0), (20.0, 20.0))
    drawn = draw(reading, Qt.Key.Key_D, (30.0, 30.0), (75.0, 55.0))
    assert near(drawn, (30.0, 30.0), (60.0, 40.0))


def test_delete_takes_the_selected_mark_and_undo_brings_it_back(reading: MainWindow) -> None:
    first = draw(reading, Qt.Key.Key_D, (10.0, 5.0), (50.0, 5.0))
    second = draw(reading, Qt.Key.Key_D, (10.0, 30.0), (50.0, 30.0))
    click(reading, (30.0, 5.0))
    assert layer(reading).selected == first
    press(reading, Qt.Key.Key_Delete)
    assert layer(reading).marks == (second,)
    assert not reading.actions_table["delete_mark"].isEnabled()
    press(reading, Qt.Key.Key_Z, CONTROL)
    assert set(layer(reading).marks) == {first, second}
    reading.actions_table["delete_marks"].trigger()
    assert layer(reading).marks == ()


def test_without_a_tool_and_off_the_marks_a_drag_still_sets_the_window(
    qtbot: QtBot, reading: MainWindow
) -> None:
    viewport = reading.reading.viewport
    draw(reading, Qt.Key.Key_D, (10.0, 5.0), (50.0, 5.0))
    picture = viewport.picture
    assert picture is not None
    before = picture.window
    drag(viewport, LEFT, place(reading, (30.0, 30.0)), place(reading, (35.0, 30.0)))
    assert layer(reading).selected is None
    qtbot.waitUntil(lambda: reading.viewer.window != before)


def test_marks_stay_on_their_slice_and_undo_goes_there(qtbot: QtBot, reading: MainWindow) -> None:
    viewport = reading.reading.viewport
    drawn = draw(reading, Qt.Key.Key_D, (10.0, 5.0), (50.0, 35.0))
    press(reading, Qt.Key.Key_D)
    click(reading, (20.0, 20.0))
    turn_wheel(viewport, -120)
    wait_for_slice(qtbot, reading, 2)
    assert layer(reading).marks == ()
    assert layer(reading).sketch is None, "half a mark is left behind"
    press(reading, Qt.Key.Key_Z, CONTROL)
    wait_for_slice(qtbot, reading, 1)
    assert layer(reading).marks == ()
    press(reading, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert layer(reading).marks == (drawn,)


def drawn_in_a_file(window: MainWindow, index: int) -> QImage:
    """Image `index` as an export of the series has it, size of the screen, no text."""
    taken = take_snapshot(
        window.viewer, window.reading.viewport, hide_identity=False, rate=window.cine.rate
    )
    assert taken is not None
    content = Content(PictureSize.SCREEN, TextLevel.NONE)
    with closing(Draughtsman(taken.sight, content)) as draughtsman:
        return draughtsman.draw(taken.shots[index], CancelToken())


def test_a_region_of_an_image_that_was_never_shown_has_its_values_in_the_exported_series(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_ct_series(tmp_path / "ct", 3)
    opened(window, tmp_path / "ct")
    assert window.viewer.index == 1
    assert window.viewer.series is not None
    bare = drawn_in_a_file(window, 2)
    book, source = window.measuring.book, window.viewer.series.frames[2].source
    region = Mark(MarkKind.ELLIPSE, ((3.0, 3.0), (12.0, 9.0)), "1.2.3")
    book.change({source: (region,)}, "Draw")
    window.viewer.go_to(1)
    unseen = drawn_in_a_file(window, 2)
    assert unseen != bare
    window.viewer.go_to(2)
    wait_for_slice(qtbot, window, 2)
    qtbot.waitUntil(lambda: layer(window).measurement(region) is not None)
    assert layer(window).label(region)[1].startswith("Mean ")
    # As the screen has it, values and all.
    assert drawn_in_a_file(window, 2) == unseen
    shown = window.reading.viewport
    shown.cycle_text()
    shown.cycle_text()
    np.testing.assert_array_equal(pixels_of(shown.grab().toImage()), pixels_of(unseen))
    book.forget(study_key(source))


def test_measurements_are_copied_as_a_table_without_whose_they_are(
    qtbot: QtBot, reading: MainWindow
) -> None:
    draw(reading, Qt.Key.Key_D, (10.0, 5.0), (50.0, 35.0))
    draw(reading, Qt.Key.Key_E, (20.0, 10.0), (40.0, 20.0))
    QApplication.clipboard().clear()
    press(reading, Qt.Key.Key_C, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: bool(QApplication.clipboard().text()))
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].endswith("image 2 of 3")
    assert lines[1].split("\t")[0] == "Distance"
    assert lines[1].endswith(" mm")
    cells = lines[2].split("\t")
    assert cells[0] == "Ellipse"
    assert any(cell.startswith("Mean ") and "HU" in cell for cell in cells)
    assert cells[-1].endswith(" pixels")
    assert "Phantom" not in QApplication.clipboard().text()


def test_without_a_spacing_the_label_says_pixels_and_not_calibrated(
    window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_ct_series(tmp_path / "bare", 1, pixels=HU, PixelSpacing=None)
    opened(window, tmp_path / "bare")
    drawn = draw(window, Qt.Key.Key_D, (10.0, 5.0), (40.0, 5.0))
    length, words = layer(window).label(drawn)
    assert length in ("29.9 px", "30.0 px", "30.1 px")
    assert words == "not calibrated"
    study = window.measuring.book.unsaved()
    assert study is not None
    window.measuring.book.forget(study)


def test_marks_on_a_picture_that_is_not_dicom_are_measured_and_cannot_be_saved(
    window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    QImage(60, 40, QImage.Format.Format_Grayscale8).save(str(folder / "a.png"))
    opened(window, folder)
    drawn = draw(window, Qt.Key.Key_D, (10.0, 5.0), (40.0, 5.0))
    assert layer(window).label(drawn)[1] == "not calibrated"
    save = window.actions_table["save_marks"]
    assert not save.isEnabled()
    assert save.text() == "Save measurements… (DICOM images only)"
    offered: list[bool] = []

    def ask(can_save: bool) -> Answer:
        offered.append(can_save)
        return Answer.DISCARD

    window.measuring.files.ask = ask
    window.actions_table["close_study"].trigger()
    assert offered == [False]
    assert window.viewer.series is None


def test_the_tools_are_there_with_an_image_only(window: MainWindow) -> None:
    for name in ("measure_distance", "roi_ellipse", "mark_text", "load_marks", "undo_mark"):
        assert not window.actions_table[name].isEnabled(), name


def test_marks_are_saved_and_loaded_again(
    qtbot: QtBot, reading: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "measurements.dcm"
    files, book = reading.measuring.files, reading.measuring.book
    files.choose_new = files.choose_old = lambda: path
    drawn = draw(reading, Qt.Key.Key_E, (20.0, 10.0), (40.0, 20.0))
    assert book.unsaved() is not None
    reading.actions_table["save_marks"].trigger()
    qtbot.waitUntil(lambda: book.unsaved() is None, timeout=90_000)
    assert path.exists()
    press(reading, Qt.Key.Key_Delete)
    assert layer(reading).marks == ()
    reading.actions_table["load_marks"].trigger()
    qtbot.waitUntil(lambda: bool(layer(reading).marks), timeout=90_000)
    (loaded,) = layer(reading).marks
    assert loaded.uid == drawn.uid
    assert np.allclose(loaded.points, drawn.points, atol=1e-4)


def test_a_file_that_is_no_report_is_refused_and_the_marks_stay(
    qtbot: QtBot, reading: MainWindow, tmp_path: Path
) -> None:
    drawn = draw(reading, Qt.Key.Key_D, (10.0, 5.0), (50.0, 35.0))
    reading.measuring.files.choose_old = lambda: tmp_path / "ct" / "slice000.dcm"
    reading.actions_table["load_marks"].trigger()
    qtbot.waitUntil(lambda: bool(reading.notices.banners), timeout=90_000)
    assert "not a DICOM structured report" in reading.notices.banners[0].text
    assert layer(reading).marks == (drawn,)


@pytest.mark.parametrize("answer", list(Answer))
def test_unsaved_marks_are_asked_about_before_the_study_closes(
    qtbot: QtBot, reading: MainWindow, tmp_path: Path, answer: Answer
) -> None:
    files = reading.measuring.files
    asked: list[str] = []
    path = tmp_path / "kept.dcm"

    def ask(can_save: bool) -> Answer:
        assert can_save
        asked.append("asked")
        return answer

    files.ask, files.choose_new = ask, lambda: path
    draw(reading, Qt.Key.Key_D, (10.0, 5.0), (50.0, 35.0))
    reading.actions_table["close_study"].trigger()
    assert asked == ["asked"]
    if answer is Answer.CANCEL:
        assert reading.viewer.series is not None
        assert len(layer(reading).marks) == 1
        return
    qtbot.waitUntil(lambda: reading.viewer.series is None, timeout=90_000)
    assert path.exists() == (answer is Answer.SAVE)


def test_the_window_stays_open_until_it_is_known_what_becomes_of_the_marks(
    qtbot: QtBot, reading: MainWindow
) -> None:
    draw(reading, Qt.Key.Key_D, (10.0, 5.0), (50.0, 35.0))
    reading.measuring.files.ask = lambda _can_save: Answer.CANCEL
    reading.close()
    assert reading.isVisible()
    reading.measuring.files.ask = lambda _can_save: Answer.DISCARD
    with qtbot.waitSignal(reading.closed):
        reading.close()
    assert not reading.isVisible()
