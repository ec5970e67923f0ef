"""Keys of the user's own: given, taken over, refused, kept, shown everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tumorview.services.settings import Settings, load_settings
from tumorview.ui.actions.keymap import SPECS, fixed_keys, keys_of, problem_with, with_keys
from tumorview.ui.actions.sheet import MOUSE_SHEET, key_sheet
from tumorview.ui.actions.spec import PRESETS
from tumorview.ui.dialogs import ShortcutSheet
from tumorview.ui.main_window import MainWindow
from tumorview.ui.preferences.keys_page import KeysPage

CTRL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[MainWindow, Path], MainWindow]


def keys_page(window: MainWindow) -> KeysPage:
    window.actions_table["edit_keys"].trigger()
    dialog = window.personal.preferences.dialog
    assert dialog is not None
    assert dialog.keys.isVisible()
    return dialog.keys


def press(
    page: KeysPage,
    action_id: str,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    page.choose(action_id)
    QTest.keyClick(page.field, key, modifiers)


def test_a_key_that_is_free_is_given_and_works_at_once(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    page = keys_page(window)
    press(page, "invert", Qt.Key.Key_J, CTRL)
    assert page.message.text() == "Ctrl+J is free."
    page.use_button.click()
    assert window.settings.current.shortcuts == {"invert": ("Ctrl+J",)}
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_I)
    states = [window.viewer.invert]
    QTest.keyClick(window, Qt.Key.Key_J, CTRL)
    states.append(window.viewer.invert)
    assert states == [False, True]
    window.close()
    assert load_settings().shortcuts == {"invert": ("Ctrl+J",)}


def test_keys_of_the_settings_hold_from_the_start_and_are_shown_everywhere(
    make_window: Callable[[Settings], MainWindow],
) -> None:
    window = make_window(Settings(shortcuts={"analyze_image": ("F5",), "open_folder": ()}))
    action = window.actions_table["analyze_image"]
    assert action.shortcut() == QKeySequence("F5")
    assert "(F5)" in action.toolTip()
    assert "(F5)" in window.result_panel.analyze_button.toolTip()
    assert "(Ctrl+Shift+R)" in window.result_panel.series_button.toolTip()
    assert window.empty.folder_button.toolTip().startswith("Open folder\n")
    shown = dict(key_sheet(QKeySequence.SequenceFormat.PortableText, {"analyze_image": ("F5",)}))
    assert shown["F5"] == "Analyse image"
    assert "Ctrl+R" not in shown
    window.actions_table["shortcuts"].trigger()
    sheet = window.findChild(ShortcutSheet)
    assert sheet is not None
    rows = {
        sheet.table.item(row, 1).text(): sheet.table.item(row, 0).text()  # type: ignore[union-attr]
        for row in range(sheet.table.rowCount())
    }
    assert rows["Analyse image"] == "F5"
    assert "Open folder" not in rows


def test_a_key_of_another_action_is_named_and_can_be_taken_over(window: MainWindow) -> None:
    page = keys_page(window)
    press(page, "invert", Qt.Key.Key_R)
    assert "“Rotate right”, which would lose it" in page.message.text()
    assert page.use_button.text() == "Take this key"
    page.use_button.click()
    assert window.settings.current.shortcuts == {"invert": ("R",), "rotate_right": ()}
    assert window.actions_table["rotate_right"].shortcuts() == []
    assert window.actions_table["invert"].shortcut() == QKeySequence("R")
    # Back again: the action takes its own key from the one that has it now.
    page.choose("rotate_right")
    page.default_button.click()
    assert window.actions_table["rotate_right"].shortcut() == QKeySequence("R")
    assert window.settings.current.shortcuts == {"invert": ()}


@pytest.mark.parametrize(
    ("key", "modifiers", "words"),
    [
        (Qt.Key.Key_5, Qt.KeyboardModifier.NoModifier, "Window presets"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "pressing the button"),
        (Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier, "opening a menu"),
    ],
)
def test_a_key_that_is_fixed_cannot_be_given(
    window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier, words: str
) -> None:
    page = keys_page(window)
    press(page, "invert", key, modifiers)
    assert words in page.message.text()
    assert not page.use_button.isEnabled()
    assert not page.add_button.isEnabled()


def test_further_keys_are_added_and_all_are_taken_away(window: MainWindow) -> None:
    page = keys_page(window)
    press(page, "invert", Qt.Key.Key_J, CTRL)
    page.add_button.click()
    assert window.settings.current.shortcuts == {"invert": ("I", "Ctrl+J")}
    press(page, "invert", Qt.Key.Key_J, CTRL)
    assert page.message.text() == "It has Ctrl+J already."
    assert not page.add_button.isEnabled()
    page.clear_button.click()
    assert window.settings.current.shortcuts == {"invert": ()}
    assert window.actions_table["invert"].shortcuts() == []
    page.restore_button.click()
    assert window.settings.current.shortcuts == {}
    assert window.actions_table["invert"].shortcut() == QKeySequence("I")
    assert not page.restore_button.isEnabled()


def test_every_action_preset_and_gesture_is_listed_and_found(window: MainWindow) -> None:
    page = keys_page(window)
    listed = dict(page.rows)
    for action_id, spec in SPECS.items():
        assert spec.text.rstrip("…") in listed, action_id
    for gesture, meaning in MOUSE_SHEET:
        assert (meaning, gesture) in page.rows
    assert listed[PRESETS] == "1 to 9"
    page.search.setText("rotate")
    assert [what for what, _ in page.rows] == ["Rotate right", "Rotate left"]
    page.search.setText("ctrl+b")
    assert [what for what, _ in page.rows] == ["Scan a folder"]
    page.search.setText("")
    assert dict(page.rows) == listed


def test_a_row_that_is_fixed_offers_nothing(window: MainWindow) -> None:
    page = keys_page(window)
    group = page.tree.topLevelItem(page.tree.topLevelItemCount() - 1)
    assert group is not None
    fixed = group.child(0)
    assert fixed is not None
    page.tree.setCurrentItem(fixed)
    assert page.message.text() == "This cannot be changed."
    for button in (page.use_button, page.add_button, page.clear_button, page.default_button):
        assert not button.isEnabled()
    assert not page.field.isEnabled()


@pytest.mark.parametrize(
    ("shortcuts", "words"),
    [
        ({"no_such_action": ("X",)}, "there is no action 'no_such_action'"),
        ({"invert": ("R",)}, "'R' is a key of both invert and rotate_right"),
        ({"invert": ("F5",), "fit": ("F5",)}, "a key of both"),
        ({"invert": ("Ctrl+Nonsense",)}, "is not a key"),
        ({"invert": ("Ctrl+K, Ctrl+C",)}, "is not a key"),
        ({"invert": ("7",)}, "Window presets"),
        ({"invert": ("F5", "f5")}, "one key twice"),
    ],
)
def test_keys_in_the_file_that_cannot_be_had_are_said_and_all_actions_keep_their_own(
    qtbot: QtBot,
    make_window: Callable[[Settings], MainWindow],
    shortcuts: dict[str, tuple[str, ...]],
    words: str,
) -> None:
    assert words in problem_with(shortcuts)
    window = make_window(Settings(shortcuts=shortcuts))
    [banner] = window.notices.banners
    assert words in banner.notice.text
    assert "settings.json" in banner.notice.text
    assert window.actions_table["invert"].shortcut() == QKeySequence("I")
    page = keys_page(window)
    page.restore_button.click()
    assert window.settings.current.shortcuts == {}


def test_the_magnifier_is_held_with_the_key_that_it_has_now(
    qtbot: QtBot,
    make_window: Callable[[Settings], MainWindow],
    opened: Open,
    ct_folder: Path,
) -> None:
    window = opened(make_window(Settings(shortcuts={"magnifier": ("J",)})), ct_folder)
    magnifier = window.actions_table["magnifier"]
    QTest.keyPress(window, Qt.Key.Key_J)
    assert magnifier.isChecked()
    qtbot.wait(350)
    QTest.keyRelease(window, Qt.Key.Key_J)
    assert not magnifier.isChecked()


def test_whatever_key_an_action_is_given_no_two_actions_share_one() -> None:
    chosen: dict[str, tuple[str, ...]] = {}
    for action_id in SPECS:
        for key in ("R", "Ctrl+J", "F11"):
            chosen = with_keys(chosen, action_id, (key,))
            assert problem_with(chosen) == ""
            assert keys_of(action_id, chosen) == (key,)


def test_no_action_comes_with_a_key_that_is_fixed() -> None:
    assert problem_with({}) == ""
    for action_id in SPECS:
        assert not set(keys_of(action_id, {})) & set(fixed_keys()), action_id
