"""The settings dialog: every setting, at once, checked, and back to the defaults."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests import settings_table as document
from tests.model_factory import make_model
from tests.ui.driving import turn_wheel
from tests.ui.models import WatchedEngine, watched_predictor
from tumorview.reporting.colormaps import COLOR_MAPS
from tumorview.services.settings import (
    Settings,
    SettingSpec,
    load_settings,
    settings_table,
)
from tumorview.ui.main_window import MainWindow
from tumorview.ui.preferences.controls import make_control
from tumorview.ui.preferences.dialog import KEYS, SettingsDialog
from tumorview.ui.preferences.page import SettingRow
from tumorview.ui.preferences.table import (
    ELSEWHERE,
    ENTRIES,
    Page,
    SettingEntry,
    check_entries,
    entries_with_specs,
)


def opened_dialog(window: MainWindow) -> SettingsDialog:
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = window.personal.preferences.dialog
    assert dialog is not None
    assert QTest.qWaitForWindowActive(dialog)
    return dialog


def row_of(dialog: SettingsDialog, name: str) -> SettingRow:
    return next(row for page in dialog.pages.values() for row in page.rows if row.name == name)


def widget_of(dialog: SettingsDialog, name: str) -> QWidget:
    return row_of(dialog, name).control.widget


def pick(dialog: SettingsDialog, name: str, place: int) -> None:
    """Choose a line of a list as a user does: it opens and Return takes what is current."""
    box = widget_of(dialog, name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(place)
    box.activated.emit(place)


# The tables.


def test_every_setting_is_in_the_dialog_or_says_where_it_is_changed() -> None:
    # The sentence of a failure says what to add.
    entries_with_specs()


def test_every_setting_has_a_sentence() -> None:
    assert all(spec.help.endswith(".") for spec in settings_table())


@pytest.mark.parametrize(
    ("entries", "elsewhere", "words"),
    [
        (ENTRIES[1:], ELSEWHERE, "'theme' is not in the settings dialog: add a SettingEntry"),
        (ENTRIES, {}, "is not in the settings dialog"),
        ((*ENTRIES, ENTRIES[0]), ELSEWHERE, "two entries"),
        ((*ENTRIES, SettingEntry("hue", "Hue", Page.MODEL)), ELSEWHERE, "'hue', which is none"),
        (
            (SettingEntry("theme", "Theme", Page.APPEARANCE, {"dark": "Dark"}), *ENTRIES[1:]),
            ELSEWHERE,
            "differ in: light, system",
        ),
    ],
)
def test_a_table_that_leaves_something_out_is_refused_with_what_to_add(
    entries: tuple[SettingEntry, ...], elsewhere: dict[str, str], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        check_entries(entries, elsewhere, settings_table())


def test_a_kind_of_setting_without_a_control_is_refused_with_where_to_add_it(qapp: object) -> None:
    spec = SettingSpec("words", "string", "", "Words.")
    with pytest.raises(ValueError, match=r"add one to make_control in tumorview/ui"):
        make_control(SettingEntry("words", "Words", Page.FILES), spec)


def test_the_user_guide_has_every_setting() -> None:
    text = document.DOCUMENT.read_text(encoding="utf-8")
    assert document.with_table(text) == text, "made by python -m tests.settings_table"
    assert all(f"`{spec.name}`" in text for spec in settings_table())


# The dialog.


def test_every_setting_is_shown_with_its_name_and_sentence(window: MainWindow) -> None:
    dialog = opened_dialog(window)
    for entry, spec in entries_with_specs():
        row = row_of(dialog, entry.name)
        assert row.title.text() == entry.title
        assert row.sentence.text() == spec.help
        assert row.control.widget.accessibleName() == entry.title
        assert row.control.widget.accessibleDescription() == spec.help
        assert not row.back.isEnabled()


def test_a_change_holds_at_once_and_after_the_next_start(
    window: MainWindow, opened: Callable[[MainWindow, Path], MainWindow], ct_folder: Path
) -> None:
    opened(window, ct_folder)
    dialog = opened_dialog(window)
    assert "Doe" in window.windowTitle()
    box = widget_of(dialog, "hide_identity")
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert "Doe" not in window.windowTitle()
    pick(dialog, "heatmap_color_map", list(COLOR_MAPS).index("viridis"))
    assert window.result_panel.heatmap_controls.view.color_map == "viridis"
    opacity = widget_of(dialog, "heatmap_opacity")
    assert isinstance(opacity, QSpinBox)
    opacity.setValue(80)
    assert window.result_panel.heatmap_controls.view.opacity == 0.8
    window.close()
    kept = load_settings()
    assert (kept.hide_identity, kept.heatmap_color_map, kept.heatmap_opacity) == (
        True,
        "viridis",
        0.8,
    )


def test_the_dialog_follows_what_is_changed_in_the_window(window: MainWindow) -> None:
    dialog = opened_dialog(window)
    box = widget_of(dialog, "hide_identity")
    assert isinstance(box, QCheckBox)
    assert not box.isChecked()
    window.actions_table["hide_identity"].trigger()
    assert box.isChecked()
    assert row_of(dialog, "hide_identity").back.isEnabled()


def test_numbers_keep_to_what_the_setting_declares(window: MainWindow) -> None:
    dialog = opened_dialog(window)
    for name, low, high in (("heatmap_opacity", 0, 100), ("file_limits", 1, 64)):
        box = widget_of(dialog, name)
        assert isinstance(box, QSpinBox)
        box.setValue(10_000)
        assert box.value() == high
        box.setValue(-5)
        assert box.value() == low
    assert window.settings.current.heatmap_opacity == 0.0
    assert window.settings.current.file_limits == 1


def test_a_value_that_the_file_could_not_hold_is_refused_in_the_row(window: MainWindow) -> None:
    dialog = opened_dialog(window)
    row = row_of(dialog, "file_limits")
    row.control.wished.emit(1000)
    assert window.settings.current.file_limits == 1
    assert "file_limits" in row.problem.text()
    assert not row.problem.isHidden()
    row.control.wished.emit(2)
    assert window.settings.current.file_limits == 2
    assert row.problem.isHidden()


def test_one_setting_and_all_of_them_go_back_to_their_defaults_and_undo_brings_them_again(
    make_window: Callable[[Settings], MainWindow],
) -> None:
    chosen = Settings(
        heatmap_opacity=0.2,
        invert_window_drag=True,
        shortcuts={"invert": ("Ctrl+J",)},
        recent_paths=("a",),
    )
    window = make_window(chosen)
    dialog = opened_dialog(window)
    row_of(dialog, "heatmap_opacity").back.click()
    assert window.settings.current == msgspec.structs.replace(chosen, heatmap_opacity=0.5)
    window.settings.change(heatmap_opacity=0.2)
    dialog.reset.click()
    kept = Settings(shortcuts=chosen.shortcuts, recent_paths=chosen.recent_paths)
    assert window.settings.current == kept
    assert dialog.undo.isVisibleTo(dialog)
    dialog.undo.click()
    assert window.settings.current == chosen
    assert not dialog.undo.isVisibleTo(dialog)


def test_undo_is_gone_once_something_else_was_changed(
    make_window: Callable[[Settings], MainWindow],
) -> None:
    window = make_window(Settings(heatmap_opacity=0.2))
    dialog = opened_dialog(window)
    dialog.reset.click()
    window.settings.change(invert_window_drag=True)
    assert not dialog.undo.isVisibleTo(dialog)


def test_the_wheel_over_a_control_scrolls_the_page_and_changes_nothing(window: MainWindow) -> None:
    dialog = opened_dialog(window)
    for name in ("file_limits", "theme", "heatmap_opacity"):
        turn_wheel(widget_of(dialog, name), -120)
    assert window.settings.current == Settings()


def test_every_page_can_be_reached_with_the_arrow_keys(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened_dialog(window)
    qtbot.waitUntil(dialog.names.hasFocus, timeout=10_000)
    seen = [dialog.names.currentItem().text()]
    for _ in range(len(Page)):
        QTest.keyClick(dialog.names, Qt.Key.Key_Down)
        seen.append(dialog.names.currentItem().text())
    assert seen == [*map(str, Page), KEYS]
    assert dialog.keys.isVisible()


# The model.


def test_the_installed_models_are_offered_and_one_that_is_gone_is_named(
    qtbot: QtBot,
    make_window: Callable[[Settings], MainWindow],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    manifest = make_model(tmp_path / "own")
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path / "own"))
    window = make_window(Settings(model_id="gone"))
    dialog = opened_dialog(window)
    box = widget_of(dialog, "model_id")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "gone (not installed)"
    qtbot.waitUntil(lambda: box.count() > 2, timeout=10_000)
    assert box.currentText() == "gone (not installed)"
    pick(dialog, "model_id", 1)
    assert window.settings.current.model_id is not None
    assert window.settings.current.model_id != "gone"
    assert manifest is not None


def test_another_engine_opens_the_model_anew_and_drops_the_answers(
    qtbot: QtBot,
    window: MainWindow,
    opened: Callable[[MainWindow, Path], MainWindow],
    mr_folder: Path,
) -> None:
    opened(window, mr_folder)
    with qtbot.waitSignal(window.presenter.analysis_ended, timeout=20_000):
        window.actions_table["analyze_image"].trigger()
    answered = [window.viewer.prediction is not None]
    dialog = opened_dialog(window)
    with qtbot.waitSignal(window.controller.engine_ready, timeout=20_000):
        pick(dialog, "engine", 1)
    answered.append(window.viewer.prediction is not None)
    with qtbot.waitSignal(window.presenter.analysis_ended, timeout=20_000):
        window.actions_table["analyze_image"].trigger()
    answered.append(window.viewer.prediction is not None)
    assert answered == [True, False, True]


def test_a_model_that_cannot_be_loaded_is_said_when_it_is_chosen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path))
    window = MainWindow(Settings())
    try:
        with qtbot.waitSignal(window.notifier.noticed, timeout=20_000) as told:
            window.settings.change(model_id="no_such_model")
        assert "no_such_model" in told.args[0].text
    finally:
        window.close()
        window.deleteLater()


def test_the_model_is_closed_on_its_own_thread_when_another_is_chosen(
    qtbot: QtBot, tmp_path: Path
) -> None:
    engines: list[WatchedEngine] = []

    def open_one() -> object:
        engines.append(WatchedEngine())
        return watched_predictor(tmp_path / "models", engines[-1])

    window = MainWindow(Settings(), open_one)  # type: ignore[arg-type]
    try:
        with qtbot.waitSignal(window.controller.engine_ready, timeout=20_000):
            window.controller.warm_up()
        with qtbot.waitSignal(window.controller.engine_ready, timeout=20_000):
            window.settings.change(engine="onnx")
        assert len(engines) == 2
        assert [engine.closed for engine in engines] == [True, False]
    finally:
        window.close()
        window.deleteLater()
