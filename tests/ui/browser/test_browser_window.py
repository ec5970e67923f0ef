"""Several studies in one window: opening, finding, closing, by mouse and by keys alone."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_ct_series
from tests.ui.driving import corner, drop, wait_for_slice
from tests.zip_factory import zip_of
from tumorview.domain.study import SeriesNotice
from tumorview.imaging import catalog
from tumorview.imaging.header import ImageHeader
from tumorview.ui.browser.model import Role
from tumorview.ui.browser.rows import PatientRow, SeriesRow, StudyRow
from tumorview.ui.main_window import MainWindow

Open = Callable[[MainWindow, Path], MainWindow]
SHIFT_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def two(window: MainWindow, opened: Open, ct_folder: Path, mr_folder: Path) -> MainWindow:
    """A window with two studies of two patients; the second is on screen."""
    opened(window, ct_folder)
    return opened(window, mr_folder)


def row_of(window: MainWindow, kind: type, number: int = 0) -> QModelIndex:
    rows = [i for i in window.series_list.rows.indexes() if isinstance(i.data(Role.ROW), kind)]
    return rows[number]


def click(window: MainWindow, index: QModelIndex, place: QPoint | None = None) -> None:
    tree = window.series_list.tree
    tree.scrollTo(index)
    QTest.mouseClick(
        tree.viewport(),
        Qt.MouseButton.LeftButton,
        pos=place or tree.visualRect(index).center(),
    )


def texts(window: MainWindow) -> str:
    indexes = window.series_list.rows.indexes()
    return "\n".join(i.data(Qt.ItemDataRole.AccessibleTextRole) for i in indexes)


def test_opening_adds_a_study_and_a_click_goes_back_to_the_first(
    qtbot: QtBot, two: MainWindow
) -> None:
    assert two.viewer.count == 12
    assert "Doe" not in two.windowTitle()
    assert [row.study.description for _, row in two.series_list.rows.series_rows()] == [
        "Head",
        "Brain",
    ]
    with qtbot.waitSignal(two.reading.shown):
        click(two, row_of(two, SeriesRow, 0))
    assert two.viewer.count == 30
    assert "Doe" in two.windowTitle()
    assert two.reading.viewport.hasFocus(), "after a click the keys belong to the image"


def test_closing_the_study_on_screen_shows_the_one_beside_it(qtbot: QtBot, two: MainWindow) -> None:
    with qtbot.waitSignal(two.reading.shown):
        two.actions_table["close_study"].trigger()
    assert two.viewer.count == 30
    assert len(two.series_list.rows.series_rows()) == 1
    two.actions_table["close_study"].trigger()
    assert two.empty.isVisible()
    assert two.viewer.series is None
    assert not two.actions_table["close_all"].isEnabled()


def test_the_cross_closes_its_study_and_leaves_the_image_on_screen_alone(
    two: MainWindow,
) -> None:
    before = two.viewer.frame_info
    heading = row_of(two, StudyRow, 0)
    click(two, heading, two.series_list.tree.close_place(heading))
    assert [row.study.description for _, row in two.series_list.rows.series_rows()] == ["Brain"]
    assert two.viewer.frame_info is before


def test_a_heading_folds_and_stays_folded_when_another_study_comes(
    window: MainWindow, opened: Open, ct_folder: Path, mr_folder: Path
) -> None:
    opened(window, ct_folder)
    tree = window.series_list.tree
    click(window, row_of(window, StudyRow))
    assert not tree.isExpanded(row_of(window, StudyRow))
    opened(window, mr_folder)
    assert not tree.isExpanded(row_of(window, StudyRow, 0))
    assert tree.isExpanded(row_of(window, StudyRow, 1))


def test_the_list_is_used_by_keys_alone(qtbot: QtBot, two: MainWindow) -> None:
    QTest.keyClick(two.reading.viewport, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search, tree = two.series_list.search, two.series_list.tree
    assert search.hasFocus()
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert tree.hasFocus()
    assert isinstance(tree.currentIndex().data(Role.ROW), SeriesRow)
    slice_before = two.viewer.index
    QTest.keyClick(tree, Qt.Key.Key_Home)
    assert isinstance(tree.currentIndex().data(Role.ROW), PatientRow)
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert not tree.isExpanded(tree.currentIndex())
    QTest.keyClick(tree, Qt.Key.Key_Right)
    for _ in range(2):
        QTest.keyClick(tree, Qt.Key.Key_Down)
    assert two.viewer.index == slice_before, "the arrows move through the rows here"
    with qtbot.waitSignal(two.reading.shown):
        QTest.keyClick(tree, Qt.Key.Key_Return)
    assert two.viewer.count == 30
    assert two.reading.viewport.hasFocus()
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert two.viewer.count == 12


def test_a_search_shows_what_matches_and_escape_brings_all_back(two: MainWindow) -> None:
    panel = two.series_list
    panel.go_to_search()
    QTest.keyClicks(panel.search, "rita t1")
    panel.search_now()
    assert [row.study.description for _, row in panel.rows.series_rows()] == ["Brain"]
    assert panel.count.text() == "1 of 2 series"
    before = two.viewer.invert
    QTest.keyClicks(panel.search, "i")
    assert two.viewer.invert is before, "letters are typed, not shortcuts"
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    panel.search_now()
    assert len(panel.rows.series_rows()) == 2
    assert panel.count.isHidden()
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    assert two.reading.viewport.hasFocus()


def test_return_in_the_search_shows_the_first_series_that_matches(
    qtbot: QtBot, two: MainWindow
) -> None:
    panel = two.series_list
    panel.go_to_search()
    QTest.keyClicks(panel.search, "doe")
    with qtbot.waitSignal(two.reading.shown):
        QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert two.viewer.count == 30


def test_page_keys_go_from_study_to_study(qtbot: QtBot, two: MainWindow) -> None:
    with qtbot.waitSignal(two.reading.shown):
        QTest.keyClick(two.reading.viewport, Qt.Key.Key_PageUp)
    assert two.viewer.count == 30


def test_all_studies_close_at_once(two: MainWindow) -> None:
    QTest.keyClick(two.reading.viewport, Qt.Key.Key_W, SHIFT_CONTROL)
    assert two.empty.isVisible()
    assert two.series_list.rows.rowCount() == 0


def test_the_menu_of_a_study_closes_it_or_the_others(two: MainWindow) -> None:
    tree = two.series_list.tree
    menu = tree.make_menu(row_of(two, StudyRow, 1))
    names = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert names == [
        "Close this study", "Close the other studies", "Close all studies",
        "Expand all", "Collapse all",
    ]  # fmt: skip
    menu.actions()[1].trigger()
    menu.deleteLater()
    assert [row.study.description for _, row in two.series_list.rows.series_rows()] == ["Brain"]


def test_every_row_and_control_has_a_name_and_hidden_identity_holds_for_all(
    two: MainWindow,
) -> None:
    panel = two.series_list
    for widget in (panel.tree, panel.search, panel.stop_button, panel.count, panel.activity):
        assert widget.accessibleName()
    assert "Doe Jane" in texts(two)
    two.actions_table["hide_identity"].trigger()
    assert all(text not in texts(two) for text in ("Doe", "Roe", "ID-77"))
    assert "Patient 1" in texts(two)


def test_answers_for_another_study_outlive_a_closed_one(qtbot: QtBot, two: MainWindow) -> None:
    with qtbot.waitSignal(two.controller.finished, timeout=20_000):
        two.presenter.analyze("image")
    info = two.viewer.frame_info
    assert info is not None
    two.desk.close(row_of(two, StudyRow, 0).data(Role.ROW).number)
    assert two.controller.results(info.source) is not None
    two.close_study()
    assert two.controller.results(info.source) is None


@pytest.fixture
def held_reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Reading a folder stops after some files until the event is set."""
    go_on = threading.Event()
    read: list[Path] = []
    read_header = catalog.read_header

    def held(path: Path) -> ImageHeader:
        read.append(path)
        if len(read) > 10:
            go_on.wait(30)
        return read_header(path)

    monkeypatch.setattr(catalog, "FEW_FILES", 4)
    monkeypatch.setattr(catalog, "read_header", held)
    yield go_on
    go_on.set()


def test_the_frame_on_screen_stays_while_its_series_grows(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, held_reading: threading.Event
) -> None:
    write_ct_series(tmp_path / "many", 60)
    seen: list[tuple[str, int, int]] = []

    def note(picture: object) -> None:
        viewer = window.viewer
        assert viewer.frame_info is not None
        seen.append((viewer.frame_info.source.path.name, viewer.index, viewer.count))

    window.reading.shown.connect(note)
    window.open_paths([tmp_path / "many"])
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert window.viewer.series is not None
    assert window.viewer.count < 60, "the first picture came before the catalogue was complete"
    assert SeriesNotice.UNREAD in window.viewer.series.notices
    held_reading.set()
    qtbot.waitUntil(lambda: window.viewer.count == 60, timeout=20_000)
    wait_for_slice(qtbot, window, 30)
    assert {name for name, _, _ in seen} == {"slice030.dcm"}
    assert SeriesNotice.UNREAD not in window.viewer.series.notices
    qtbot.waitUntil(lambda: "Image 31 / 60" in corner(window))


def test_an_archive_dropped_on_the_window_opens_and_leaves_nothing_behind(
    qtbot: QtBot,
    window: MainWindow,
    ct_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    archive = tmp_path / "study.zip"
    archive.write_bytes(zip_of({f"Doe/{p.name}": p.read_bytes() for p in ct_folder.iterdir()}))
    with qtbot.waitSignal(window.reading.shown, timeout=20_000):
        assert drop(window, [archive])
    qtbot.waitUntil(lambda: window.viewer.count == 30 and not window.opener.is_busy)
    assert window.settings.current.recent_paths[0] == str(archive)
    assert len(list(temporary.iterdir())) == 1
    window.close_study()
    qtbot.waitUntil(lambda: list(temporary.iterdir()) == [])
    with qtbot.waitSignal(window.reading.shown, timeout=20_000):
        window.open_paths([archive])
    window.close()
    assert list(temporary.iterdir()) == []


def test_a_hostile_archive_is_a_banner(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    archive = tmp_path / "bad.zip"
    archive.write_bytes(zip_of({"../../a.dcm": b"x"}))
    window.open_paths([archive])
    qtbot.waitUntil(lambda: len(window.notices.banners) == 1)
    assert "bad.zip" in window.notices.banners[0].text
    assert "leads out of the archive" in window.notices.banners[0].text


def test_reading_can_be_stopped_and_the_series_says_that_it_is_not_whole(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, held_reading: threading.Event
) -> None:
    write_ct_series(tmp_path / "many", 60)
    with qtbot.waitSignal(window.reading.shown, timeout=20_000):
        window.open_paths([tmp_path / "many"])
    panel = window.series_list
    assert panel.stop_button.isVisible()
    panel.stop_button.click()
    held_reading.set()
    qtbot.waitUntil(lambda: not window.opener.is_busy, timeout=20_000)
    assert window.viewer.series is not None
    assert window.viewer.count < 60
    assert SeriesNotice.UNREAD in window.viewer.series.notices
    assert "Not all files read" in texts(window)
    assert not panel.stop_button.isVisible()
    assert not window.actions_table["stop_reading"].isEnabled()
    window.close_study()
    assert window.empty.isVisible()
