from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pydicom
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.dicom_factory import make_dataset, save, write_ct_series, write_mr_series, write_series
from tests.ui.driving import drop, wait_for_slice
from tumorview.services.settings import Settings, load_settings
from tumorview.ui.browser.model import Role
from tumorview.ui.browser.rows import FailuresRow, PatientRow, SeriesRow, StudyRow
from tumorview.ui.main_window import MainWindow
from tumorview.ui.viewport.corner_text import TextLevel

Open = Callable[[MainWindow, Path], MainWindow]
Make = Callable[[Settings], MainWindow]


def press(window: MainWindow, key: Qt.Key, keys: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(window.reading.viewport, key, keys or Qt.KeyboardModifier.NoModifier)


def rows(window: MainWindow) -> list[object]:
    return [index.data(Role.ROW) for index in window.series_list.rows.indexes()]


def test_an_empty_window_invites_and_offers_nothing_that_needs_an_image(window: MainWindow) -> None:
    assert window.empty.isVisible()
    assert not window.reading.isVisible()
    assert window.windowTitle() == "TumorView"
    for name in ("invert", "fit", "reset", "auto_window", "analyze_image", "analyze_series"):
        assert not window.actions_table[name].isEnabled(), name
    assert window.actions_table["open_folder"].isEnabled()


def test_a_folder_opens_at_the_middle_of_its_first_series(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    picture = window.reading.viewport.picture
    assert picture is not None
    assert (picture.index, len(picture.series.frames)) == (15, 30)
    assert window.reading.isVisible()
    assert not window.empty.isVisible()
    assert not window.result_panel.isVisible(), "read first, AI second"


def test_the_series_list_shows_study_series_and_unreadable_files(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    (ct_folder / "notes.txt").write_text("no image")
    opened(window, ct_folder)
    patient, study, series, failures = rows(window)
    assert isinstance(patient, PatientRow)
    assert (patient.name, patient.patient_id) == ("Doe Jane", "ID-77")
    assert isinstance(study, StudyRow)
    assert study.study.description == "Head"
    assert isinstance(series, SeriesRow)
    assert len(series.series.frames) == 30
    assert isinstance(failures, FailuresRow)
    assert failures.count == 1


def test_every_series_gets_a_thumbnail(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    ((index, _),) = window.series_list.rows.series_rows()
    qtbot.waitUntil(lambda: index.data(Role.THUMBNAIL) is not None)
    assert max(index.data(Role.THUMBNAIL).width(), index.data(Role.THUMBNAIL).height()) == 128


def test_arrow_home_end_and_shift_keys_move_through_the_series(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    shift = Qt.KeyboardModifier.ShiftModifier
    for key, keys, expected in (
        (Qt.Key.Key_Home, None, 0),
        (Qt.Key.Key_Down, None, 1),
        (Qt.Key.Key_Down, shift, 11),
        (Qt.Key.Key_Up, shift, 1),
        (Qt.Key.Key_Up, None, 0),
        (Qt.Key.Key_Up, None, 0),
        (Qt.Key.Key_End, None, 29),
        (Qt.Key.Key_Down, shift, 29),
    ):
        press(window, key, keys)
        wait_for_slice(qtbot, window, expected)


def test_c_plays_the_series_round_and_round_until_pressed_again(
    qtbot: QtBot, window: MainWindow, opened: Open, mr_folder: Path
) -> None:
    opened(window, mr_folder)
    seen: list[int] = []
    now = 0.0
    window.cine.clock = lambda: now
    window.reading.shown.connect(lambda picture: seen.append(picture.index))
    press(window, Qt.Key.Key_C)
    for count in range(1, 9):
        now = count * 0.1001
        qtbot.waitUntil(lambda count=count: len(seen) >= count)  # type: ignore[misc]
    press(window, Qt.Key.Key_C)
    assert seen == [7, 8, 9, 10, 11, 0, 1, 2]
    wait_for_slice(qtbot, window, window.viewer.index)
    stopped = window.viewer.index
    qtbot.wait(250)
    assert window.viewer.index == stopped


def test_page_keys_move_between_series_and_stop_at_the_ends(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_mr_series(tmp_path / "s", 3, SeriesNumber=1, SeriesDescription="first")
    write_mr_series(tmp_path / "s" / "b", 3, SeriesNumber=2, SeriesDescription="second")
    opened(window, tmp_path / "s")
    before = window.viewer.series
    press(window, Qt.Key.Key_PageUp)
    assert window.viewer.series is before
    with qtbot.waitSignal(window.reading.shown):
        press(window, Qt.Key.Key_PageDown)
    after = window.viewer.series
    assert after is not None
    assert after is not before
    assert window.series_list.tree.currentIndex().data(Role.ROW).series is after


def test_number_keys_choose_ct_presets_and_zero_the_auto_window(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    with qtbot.waitSignal(window.reading.shown):
        press(window, Qt.Key.Key_4)  # the first one is the file's
    picture = window.reading.viewport.picture
    assert picture is not None
    assert picture.window is not None
    assert (picture.window.explanation, picture.window.width, picture.window.center) == (
        "Subdural",
        200,
        80,
    )
    assert "Subdural" in window.toolbar.presets.currentText()
    with qtbot.waitSignal(window.reading.shown):
        press(window, Qt.Key.Key_0)
    assert window.toolbar.presets.currentText() == "Auto window"


def test_mr_without_a_window_in_the_file_has_no_presets(
    window: MainWindow, opened: Open, mr_folder: Path
) -> None:
    opened(window, mr_folder)
    assert not window.toolbar.presets.isEnabled()


TWO_WINDOWS = {
    "WindowCenter": [40, 600],
    "WindowWidth": [80, 2800],
    "WindowCenterWidthExplanation": ["R&D HEAD", "BONE"],
}


def test_the_windows_of_the_file_come_first_on_the_number_keys(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_ct_series(tmp_path / "ct", 2, **TWO_WINDOWS)
    opened(window, tmp_path / "ct")
    box = window.toolbar.presets
    lines = [box.itemText(place) for place in range(box.count())]
    assert lines[1:4] == [
        "File: R&D HEAD   80 / 40   [1]",
        "File: BONE   2800 / 600   [2]",
        "Brain   80 / 40   [3]",
    ]
    assert lines[-1] == "Head and neck   380 / 40   [9]"
    assert box.currentText() == lines[1], "what the file asks for first is what it opens with"
    menu = window.menus.preset_menu.actions()
    assert [action.text() for action in menu[:3]] == [
        "File: R&&D HEAD  (80 / 40)",
        "File: BONE  (2800 / 600)",
        "Brain  (80 / 40)",
    ]
    assert [action.shortcut().toString() for action in menu] == list("123456789")
    for key, line in ((Qt.Key.Key_2, 2), (Qt.Key.Key_4, 4), (Qt.Key.Key_1, 1)):
        with qtbot.waitSignal(window.reading.shown):
            press(window, key)
        assert box.currentText() == lines[line]
    used = window.viewer.window
    assert used is not None
    assert (used.width, used.center, used.explanation) == (80, 40, "R&D HEAD")


def test_a_window_of_the_file_is_each_slice_s_own(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    folder = tmp_path / "mr"
    for place in range(2):
        write_series(
            folder,
            [5.0 * place],
            names=[f"{place}.dcm"],
            SeriesInstanceUID="1.2.3.4",
            StudyInstanceUID="1.2.3",
            WindowCenter=[100 + place, 300 + place],
            WindowWidth=[200, 400],
        )
    opened(window, folder)
    with qtbot.waitSignal(window.reading.shown):
        press(window, Qt.Key.Key_2)
    first = window.viewer.window
    window.viewer.go_to(1 - window.viewer.index)
    wait_for_slice(qtbot, window, window.viewer.index)
    second = window.viewer.window
    assert first is not None
    assert second is not None
    assert {first.center, second.center} == {300, 301}
    assert window.toolbar.presets.currentText() == (
        f"File window 2   400 / {second.center:g}   [2]"
    )


def test_a_voi_lut_of_the_file_is_offered_behind_its_windows(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    ds = make_dataset(np.tile(np.arange(16, dtype=np.int16), (16, 1)), Modality="MR")
    ds.WindowCenter, ds.WindowWidth = 8, 16
    item = pydicom.Dataset()
    item.LUTDescriptor = [16, 0, 8]
    item.LUTExplanation = "STEEP"
    item["LUTData"] = pydicom.DataElement(0x00283006, "US", [0] * 8 + [255] * 8)
    ds.VOILUTSequence = [item]
    opened(window, save(ds, tmp_path / "a.dcm"))
    picture = window.reading.viewport.picture
    assert picture is not None
    assert 0 < picture.image.pixelColor(4, 4).red() < 255
    with qtbot.waitSignal(window.reading.shown):
        press(window, Qt.Key.Key_2)
    assert window.toolbar.presets.currentText().startswith("File: STEEP")
    picture = window.reading.viewport.picture
    assert picture is not None
    assert picture.image.pixelColor(4, 4).red() == 0
    assert picture.image.pixelColor(12, 4).red() == 255


def test_invert_and_escape_exchange_black_and_white_and_back(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    ramp = np.tile(np.arange(16, dtype=np.int16) * 60, (16, 1))
    write_mr_series(tmp_path / "ramp", 1, pixels=ramp)
    opened(window, tmp_path / "ramp")

    def first_gray() -> int:
        picture = window.reading.viewport.picture
        assert picture is not None
        return picture.image.pixelColor(0, 0).red()

    assert first_gray() == 0
    with qtbot.waitSignal(window.reading.shown):
        press(window, Qt.Key.Key_I)
    assert first_gray() == 255
    qtbot.waitUntil(window.actions_table["invert"].isChecked)
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: first_gray() == 0)
    assert not window.actions_table["invert"].isChecked()


def test_a_dropped_folder_opens(qtbot: QtBot, window: MainWindow, ct_folder: Path) -> None:
    with qtbot.waitSignal(window.reading.shown, timeout=10_000):
        assert drop(window, [ct_folder])
    # On a slow machine the first image comes before the series is whole.
    qtbot.waitUntil(lambda: window.viewer.count == 30)


def test_a_drop_without_files_is_not_taken(window: MainWindow) -> None:
    assert not drop(window, [])


def test_several_files_open_together(qtbot: QtBot, window: MainWindow, ct_folder: Path) -> None:
    files = sorted(ct_folder.iterdir())[:5]
    with qtbot.waitSignal(window.reading.shown, timeout=10_000):
        window.open_paths(files)
    qtbot.waitUntil(lambda: window.viewer.count == 5)


def test_a_file_that_is_no_image_shows_a_banner_and_leaves_the_study_open(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path, tmp_path: Path
) -> None:
    opened(window, ct_folder)
    text = tmp_path / "letter.txt"
    text.write_text("Dear colleague")
    window.open_paths([text])
    qtbot.waitUntil(lambda: len(window.notices.banners) == 1)
    assert "letter.txt" in window.notices.banners[0].text
    assert window.viewer.count == 30
    press(window, Qt.Key.Key_Home)
    wait_for_slice(qtbot, window, 0)


def test_a_missing_path_shows_a_banner(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.open_paths([tmp_path / "nowhere"])
    qtbot.waitUntil(lambda: len(window.notices.banners) == 1)
    assert "nowhere" in window.notices.banners[0].text
    assert window.empty.isVisible()


def test_an_empty_folder_says_that_there_is_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "nothing"
    folder.mkdir()
    window.open_paths([folder])
    qtbot.waitUntil(lambda: len(window.notices.banners) == 1)
    assert "nothing" in window.notices.banners[0].text


def test_a_slice_that_became_unreadable_says_so_and_the_others_still_show(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    assert window.viewer.series is not None
    # The last one: a first part of the catalogue may have had the first one, which is kept then.
    last = window.viewer.series.frames[-1].source.path
    last.write_bytes(b"gone")
    press(window, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: window.viewer.error is not None, timeout=10_000)
    assert window.viewer.error is not None
    assert last.name in window.viewer.error.sentence()
    assert window.reading.viewport.picture is None
    press(window, Qt.Key.Key_Up)
    wait_for_slice(qtbot, window, 28)
    assert window.viewer.error is None


def test_identity_is_in_title_and_corner_until_it_is_hidden(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    viewport = window.reading.viewport
    marks = viewport.marks()
    assert marks is not None
    assert "Doe Jane" in marks.corners.top_left
    assert "Doe Jane" in window.windowTitle()

    window.actions_table["hide_identity"].trigger()
    marks = viewport.marks()
    assert marks is not None
    assert marks.corners.top_left == ()
    seen = "\n".join(
        [
            window.windowTitle(),
            viewport.accessibleDescription(),
            *(t for c in (marks.corners.top_right, marks.corners.bottom_left) for t in c),
            *marks.corners.bottom_right,
        ]
    )
    assert "Doe" not in seen
    assert "ID-77" not in seen
    listed = [
        index.data(Qt.ItemDataRole.DisplayRole) for index in window.series_list.rows.indexes()
    ]
    assert listed
    assert not any("Doe" in text or "ID-77" in text for text in listed)


def test_hidden_identity_hides_recent_files_and_is_remembered(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    recent = window.menus.recent_menu
    assert [a.text() for a in recent.actions()] == [str(ct_folder)]
    window.actions_table["hide_identity"].trigger()
    assert recent.actions() == []
    window.close()
    kept = load_settings()
    assert kept.hide_identity
    assert kept.recent_paths == (str(ct_folder),)


def test_space_cycles_the_text_and_skips_identity_while_it_is_hidden(
    make_window: Make, opened: Open, ct_folder: Path
) -> None:
    window = opened(make_window(Settings()), ct_folder)
    viewport = window.reading.viewport
    seen = [viewport.text_level]
    for _ in range(3):
        press(window, Qt.Key.Key_Space)
        seen.append(viewport.text_level)
    assert seen == [TextLevel.FULL, TextLevel.NO_IDENTITY, TextLevel.NONE, TextLevel.FULL]
    window.actions_table["hide_identity"].trigger()
    for _ in range(4):
        assert viewport.text_level is not TextLevel.FULL
        press(window, Qt.Key.Key_Space)


def test_full_screen_leaves_only_the_image_and_escape_leads_back(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    press(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert not window.toolbar.isVisible()
    assert not window.series_list.isVisible()
    press(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.toolbar.isVisible()
    assert window.series_list.isVisible()


def test_a_focused_button_keeps_the_space_key(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    window.actions_table["result_panel"].trigger()
    button = window.result_panel.analyze_button
    button.setFocus()
    before = window.reading.viewport.text_level
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert window.reading.viewport.text_level is before
    qtbot.waitUntil(lambda: not window.controller.is_busy, timeout=60_000)


def test_of_two_openings_both_come_and_the_later_one_is_shown(
    qtbot: QtBot, window: MainWindow, ct_folder: Path, mr_folder: Path
) -> None:
    window.open_paths([ct_folder])
    window.open_paths([mr_folder])
    qtbot.waitUntil(lambda: window.viewer.count == 12, timeout=10_000)
    qtbot.waitUntil(lambda: not window.opener.is_busy)
    wait_for_slice(qtbot, window, 6)
    assert len(window.series_list.rows.series_rows()) == 2
    assert "Doe" not in window.windowTitle()


def test_a_frame_of_a_file_can_be_asked_for(
    qtbot: QtBot, window: MainWindow, ct_folder: Path
) -> None:
    third = sorted(ct_folder.iterdir())[3]
    with qtbot.waitSignal(window.reading.shown, timeout=10_000):
        window.open_paths([third], frame_number=1)
    picture = window.reading.viewport.picture
    assert picture is not None
    assert picture.frame.source.path == third


def test_closing_the_study_brings_the_invitation_back(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    window.actions_table["close_study"].trigger()
    assert window.empty.isVisible()
    assert window.windowTitle() == "TumorView"
    assert window.series_list.rows.rowCount() == 0


@pytest.mark.parametrize("milliseconds", [0, 20, 120])
def test_closing_while_a_study_is_read_leaves_no_thread(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, milliseconds: int
) -> None:
    # The thread fixture of tests/conftest.py fails this test when one is left.
    write_ct_series(tmp_path / "many", 60)
    window.open_paths([tmp_path / "many"])
    qtbot.wait(milliseconds)
    with qtbot.waitSignal(window.closed):
        window.close()


@pytest.mark.parametrize("stop", [True, False])
def test_the_window_closes_with_the_scan_that_it_asked_about(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path, stop: bool
) -> None:
    opened(window, ct_folder)
    window.actions_table["batch"].trigger()
    dialog = window.batch.dialog
    assert dialog is not None
    dialog.start()
    window.close()
    assert window.isVisible()
    if stop:
        with qtbot.waitSignal(window.closed, timeout=10_000):
            dialog._stop_and_close.click()
        assert not window.isVisible()
        return
    dialog._keep_running.click()
    dialog.close()
    dialog._stop_and_close.click()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=10_000)
    assert window.isVisible()


def test_settings_that_cannot_be_saved_are_said_and_hold(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("in the way")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(blocker))
    window.settings.change(hide_identity=True)
    qtbot.waitUntil(lambda: len(window.notices.banners) == 1)
    assert window.settings.current.hide_identity


@pytest.mark.shared_data
def test_every_real_series_comes_on_screen(
    qtbot: QtBot, window: MainWindow, opened: Open, shared_data: Path
) -> None:
    opened(window, shared_data / "dicom")
    listed = [row for _, row in window.series_list.rows.series_rows()]
    assert len(listed) >= 2
    for row in listed:
        with qtbot.waitSignal(window.reading.shown, timeout=20_000):
            window.viewer.show(row.study, row.series, 0)
        picture = window.reading.viewport.picture
        assert picture is not None
        assert picture.frame.source == row.series.frames[0].source
        assert window.reading.viewport.marks() is not None
    assert window.notices.banners == ()
