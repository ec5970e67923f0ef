"""What the window is when it opens again, and where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tumorview.services.settings import Settings
from tumorview.services.window_state import WindowState, load_state, save_state, state_path
from tumorview.ui.main_window import MainWindow
from tumorview.ui.window_memory import placed

Make = Callable[[Settings], MainWindow]
Open = Callable[[MainWindow, Path], MainWindow]

LEFT = ("left", QRect(0, 0, 1920, 1080))
RIGHT = ("right", QRect(1920, 0, 2560, 1440))
SMALL = ("small", QRect(0, 30, 1280, 690))
LEAST = QSize(960, 600)


@pytest.mark.parametrize(
    ("wished", "screen", "screens", "found"),
    [
        # Where it was.
        ((100, 100, 1000, 700), "left", [LEFT, RIGHT], (100, 100, 1000, 700)),
        ((2000, 50, 1440, 900), "right", [LEFT, RIGHT], (2000, 50, 1440, 900)),
        # Partly beyond an edge, but its upper edge can be taken hold of.
        ((1700, 200, 1000, 700), "left", [LEFT], (1700, 200, 1000, 700)),
        # Its screen is gone: to the middle of the first one.
        ((2000, 50, 1440, 900), "right", [LEFT], (240, 90, 1440, 900)),
        ((-3000, -50, 1000, 700), "gone", [LEFT, RIGHT], (460, 190, 1000, 700)),
        # Its screen is elsewhere now: to the middle of that.
        ((-2500, 50, 1440, 900), "right", [LEFT, RIGHT], (2480, 270, 1440, 900)),
        # Above or below every screen.
        ((100, -40, 1000, 700), "left", [LEFT], (460, 190, 1000, 700)),
        ((100, 1070, 1000, 700), "left", [LEFT], (460, 190, 1000, 700)),
        # A corner too small to take hold of.
        ((1860, 200, 1000, 700), "left", [LEFT], (460, 190, 1000, 700)),
        # The screen has become smaller.
        ((10, 40, 1900, 1000), "small", [SMALL], (10, 40, 1280, 690)),
        ((3000, 40, 1900, 1000), "small", [SMALL], (0, 30, 1280, 690)),
        # Smaller than the window can be: its upper left is seen.
        (
            (3000, 40, 1440, 900),
            "",
            [("tiny", QRect(10, 10, 800, 480))],
            (10, 10, 960, 600),
        ),
    ],
)
def test_a_window_opens_where_it_was_or_where_it_can_be_reached(
    wished: tuple[int, int, int, int],
    screen: str,
    screens: list[tuple[str, QRect]],
    found: tuple[int, int, int, int],
) -> None:
    place = placed(QRect(*wished), screen, screens, LEAST)
    assert (place.x(), place.y(), place.width(), place.height()) == found


def test_place_and_size_are_those_of_the_window_that_was_closed(
    make_window: Make, qapp: QApplication
) -> None:
    first = make_window(Settings())
    room = qapp.primaryScreen().availableGeometry()
    # The screen of the tests may be narrower than the window can be, but not lower.
    first.setGeometry(QRect(room.x() + 30, room.y() + 40, 960, 640))
    first.close()
    kept = load_state()
    assert kept.place == (room.x() + 30, room.y() + 40, 960, 640)
    assert kept.screen == qapp.primaryScreen().name()
    assert make_window(Settings()).geometry() == QRect(*kept.place)


def test_a_window_that_filled_its_screen_does_so_again(make_window: Make) -> None:
    first = make_window(Settings())
    first.showMaximized()
    first.close()
    assert make_window(Settings()).isMaximized()


def test_full_screen_is_not_kept_but_what_was_before_it(make_window: Make) -> None:
    first = make_window(Settings())
    first.resize(960, 640)
    first.actions_table["full_screen"].trigger()
    first.close()
    second = make_window(Settings())
    assert not second.isFullScreen()
    assert second.size() == QSize(960, 640)
    assert second.menuBar().isVisible()


def column_widths(window: MainWindow) -> tuple[int, int]:
    panel = window.series_list.parentWidget()
    assert panel is not None
    return panel.width(), window.result_panel.width()


def test_columns_and_panels_are_as_they_were(
    qtbot: QtBot, make_window: Make, opened: Open, ct_folder: Path
) -> None:
    first = opened(make_window(Settings()), ct_folder)
    first.resize(1440, 800)
    first.actions_table["result_panel"].trigger()
    columns = first.workspace._columns
    qtbot.waitUntil(columns.handle(2).isVisible)
    before = column_widths(first)
    # What a drag calls; one of made-up events would chase the handle that it moves.
    for handle, step in ((1, 60), (2, -40)):
        columns.moveSplitter(columns.handle(handle).x() + step, handle)
    chosen = column_widths(first)
    assert chosen[0] > before[0]
    assert chosen[1] > before[1]
    first.close()
    second = opened(make_window(Settings()), ct_folder)
    second.resize(1440, 800)
    assert second.result_panel.isVisible()
    assert column_widths(second) == chosen
    # Hidden by the user's hand: hidden also after the next start, whatever is opened.
    second.actions_table["series_panel"].trigger()
    second.actions_table["result_panel"].trigger()
    second.close()
    third = opened(make_window(Settings()), ct_folder)
    third.resize(1440, 800)
    assert not third.series_list.isVisible()
    assert not third.result_panel.isVisible()
    third.actions_table["series_panel"].trigger()
    third.actions_table["result_panel"].trigger()
    assert column_widths(third) == chosen


def test_a_damaged_state_never_stops_the_start(
    make_window: Make, allow_log: Callable[[str], None]
) -> None:
    allow_log("The state of the window is dropped")
    state_path().parent.mkdir(parents=True)
    state_path().write_bytes(b"\0nonsense")
    window = make_window(Settings())
    assert window.size() == QSize(1440, 900)
    assert not window.notices.banners


def test_a_state_from_a_screen_that_is_gone_opens_in_sight(
    make_window: Make, qapp: QApplication
) -> None:
    save_state(WindowState(place=(90_000, 90_000, 1000, 700), screen="gone"))
    window = make_window(Settings())
    assert qapp.primaryScreen().geometry().intersects(window.geometry())


@pytest.mark.parametrize("action", ["open_files", "open_folder"])
def test_a_file_dialog_starts_where_the_last_one_ended(
    qtbot: QtBot,
    make_window: Make,
    monkeypatch: pytest.MonkeyPatch,
    ct_folder: Path,
    action: str,
) -> None:
    save_state(WindowState(folder=str(ct_folder)))
    window = make_window(Settings())
    seen: list[str] = []
    chosen = min(ct_folder.iterdir())

    class Dialogs:
        """In place of Qt's own, whose modal loops no test can leave when something goes wrong."""

        @staticmethod
        def getOpenFileNames(  # noqa: N802
            _parent: object, _title: str, folder: str
        ) -> tuple[list[str], str]:
            seen.append(folder)
            return [str(chosen)], ""

        @staticmethod
        def getExistingDirectory(_parent: object, _title: str, folder: str) -> str:  # noqa: N802
            seen.append(folder)
            return str(ct_folder)

    monkeypatch.setattr("tumorview.ui.main_window.QFileDialog", Dialogs)
    with qtbot.waitSignal(window.reading.shown, timeout=20_000):
        window.actions_table[action].trigger()
    assert seen == [str(ct_folder)]
    window.close()
    kept = ct_folder if action == "open_files" else ct_folder.parent
    assert Path(load_state().folder) == kept
