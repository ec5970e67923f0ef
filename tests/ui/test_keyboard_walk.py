"""Tab through every window: all of it is reached, as it stands, and nothing is a trap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_mr_series
from tests.ui.test_keyboard_and_names import check, focusable, what_it_is
from tumorview.domain.study import ReadFailure
from tumorview.errors import TumorViewError
from tumorview.services.settings import Settings
from tumorview.ui import theme
from tumorview.ui.dialogs import AboutDialog, FailuresDialog, ShortcutSheet
from tumorview.ui.main_window import MainWindow
from tumorview.ui.takeaway.choices import ExportKind

Open = Callable[[MainWindow, Path], MainWindow]
_MOST = 150
"""Presses of Tab; no window has as many controls."""


@pytest.fixture(autouse=True)
def _dark_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.use(qapp, theme.ThemeName.DARK)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_mr_series(tmp_path / "mr", 3)
    return tmp_path / "mr"


def reading(
    qtbot: QtBot,
    make_window: Callable[[Settings], MainWindow],
    opened: Open,
    folder: Path,
    name: str,
) -> MainWindow:
    window = opened(make_window(Settings(theme="light" if name == "light" else "dark")), folder)
    with qtbot.waitSignal(window.presenter.analysis_ended, timeout=20_000):
        window.actions_table["analyze_image"].trigger()
    window.actions_table["key_image"].trigger()
    return window


def _of_an_action(name: str, dialog: Callable[[MainWindow], object]) -> Callable[..., object]:
    def show(window: MainWindow) -> object:
        window.actions_table[name].trigger()
        return dialog(window)

    return show


def _export(kind: ExportKind) -> Callable[[MainWindow], object]:
    def show(window: MainWindow) -> object:
        window.takeaway.export(kind)
        return window.takeaway.export_dialog

    return show


def _failures(window: MainWindow) -> QDialog:
    error = TumorViewError("this cannot be read", path=Path("a.dcm"))
    return FailuresDialog(window, [ReadFailure(Path("a.dcm"), error)] * 3)


def _settings(window: MainWindow) -> object:
    window.personal.preferences.show("Appearance")
    return window.personal.preferences.dialog


WINDOWS: dict[str, Callable[[MainWindow], object]] = {
    "window": lambda window: window,
    "panes": _of_an_action("layout_2x2", lambda window: window),
    "settings": _settings,
    "header": _of_an_action("dicom_header", lambda w: w.inspector.dialog),
    "key images": _of_an_action("key_images", lambda w: w.key_images.dialog),
    "print": _of_an_action("print_image", lambda w: w.takeaway.print_dialog),
    "batch": _of_an_action("batch", lambda w: w.batch.dialog),
    "model card": _of_an_action("model_card", lambda w: w.ai_tools.model_card.dialog),
    "comparison": _of_an_action("compare_models", lambda w: w.ai_tools.comparer.dialog),
    "licences": _of_an_action("licences", lambda w: w.personal.licences.dialog),
    "keys": ShortcutSheet,
    "about": AboutDialog,
    "failures": _failures,
    **{f"export {kind.value}": _export(kind) for kind in ExportKind},
}
SEEN_ELSEWHERE = ("window", "settings", "header", "batch", "licences", "keys", "about", "failures")
"""Their focus is looked at in both themes by test_keyboard_and_names."""


def shown(qtbot: QtBot, window: MainWindow, name: str) -> QWidget:
    top = WINDOWS[name](window)
    assert isinstance(top, QWidget), name
    top.show()
    top.activateWindow()
    assert QTest.qWaitForWindowActive(top)
    if name == "print":
        dialog = window.takeaway.print_dialog
        assert dialog is not None
        qtbot.waitUntil(lambda: dialog._picture is not None, timeout=10_000)
    QTest.qWait(50)  # what is filled in by another thread
    return top


def close(window: MainWindow, top: QWidget) -> None:
    if top is not window:
        assert isinstance(top, QDialog)
        top.reject()


def walked(top: QWidget, key: Qt.Key) -> list[QWidget]:
    """What gets the focus when `key` is pressed where the focus is, until it comes back."""
    first = focusable(top)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen = [first]
    if len(focusable(top)) == 1:
        return seen
    for _ in range(_MOST):
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, key)
        there = QApplication.focusWidget()
        assert there is not None, f"the focus is lost behind {what_it_is(here)}"
        assert there is not here, f"{what_it_is(here)} keeps {key.name}"
        if there is first:
            return seen
        assert there not in seen, f"{what_it_is(there)} comes again before {what_it_is(first)}"
        seen.append(there)
    raise AssertionError(f"{key.name} never comes back to {what_it_is(first)}")


def branches(controls: list[QWidget], above: QWidget) -> list[QWidget]:
    """Which child of `above` each control lies in, one after the other, without repetition."""
    found: list[QWidget] = []
    for control in controls:
        child: QWidget | None = control
        while child is not None and child.parentWidget() is not above:
            child = child.parentWidget()
        if child is not None and (not found or found[-1] is not child):
            found.append(child)
    return found


def place_of(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def comes_before(one: QWidget, other: QWidget) -> bool:
    """False where `other` stands left of `one` in its row, or above it in its column."""
    first, second = place_of(one), place_of(other)
    share = min(first.height(), second.height()) / 2
    overlap = min(first.bottom(), second.bottom()) - max(first.top(), second.top())
    if overlap > share:
        return first.left() <= second.left()
    in_a_column = first.left() < second.right() and second.left() < first.right()
    return not in_a_column or first.top() <= second.top()


def disorder(controls: list[QWidget], top: QWidget) -> list[str]:
    """What the focus comes to out of its place among the things that stand side by side."""
    faults = []
    above = {top}
    for control in controls:
        parent = control.parentWidget()
        while parent is not None and parent is not top:
            above.add(parent)
            parent = parent.parentWidget()
    for widget in above:
        visited = branches(controls, widget)
        if len(set(visited)) < len(visited):
            faults.append(f"{what_it_is(widget)} is left and come back to")
        faults += [
            f"{what_it_is(other)} stands before {what_it_is(one)}"
            for one, other in pairwise(visited)
            if not comes_before(one, other)
        ]
    return faults


@pytest.mark.parametrize("name", WINDOWS)
def test_tab_reaches_everything_in_its_order_and_comes_back(
    qtbot: QtBot,
    make_window: Callable[[Settings], MainWindow],
    opened: Open,
    folder: Path,
    name: str,
) -> None:
    window = reading(qtbot, make_window, opened, folder, "dark")
    top = shown(qtbot, window, name)
    there = walked(top, Qt.Key.Key_Tab)
    assert set(there) == set(focusable(top))
    back = walked(top, Qt.Key.Key_Backtab)
    assert back[1:] == there[:0:-1]
    assert not disorder(there, top)
    close(window, top)


@pytest.mark.parametrize("name", [name for name in WINDOWS if name not in SEEN_ELSEWHERE])
@pytest.mark.parametrize("colors", ["dark", "light"])
def test_every_control_has_a_name_and_shows_its_focus(
    qtbot: QtBot,
    make_window: Callable[[Settings], MainWindow],
    opened: Open,
    folder: Path,
    name: str,
    colors: str,
) -> None:
    window = reading(qtbot, make_window, opened, folder, colors)
    top = shown(qtbot, window, name)
    check(top, 1)
    close(window, top)


def entries(menu: QMenu) -> Iterator[tuple[str, QAction]]:
    for action in menu.actions():
        if action.isSeparator():
            continue
        yield menu.title(), action
        below = action.menu()
        if isinstance(below, QMenu):
            yield from entries(below)


@pytest.mark.qt_log_ignore("This plugin does not support")  # of a popup on the offscreen platform
def test_every_menu_opens_by_keys_and_names_all_its_entries(
    qtbot: QtBot, make_window: Callable[[Settings], MainWindow], opened: Open, folder: Path
) -> None:
    window = reading(qtbot, make_window, opened, folder, "dark")
    bar = window.menuBar().actions()
    assert len(bar) >= 6
    letters = [action.text()[action.text().index("&") + 1].lower() for action in bar]
    assert len(set(letters)) == len(letters), "Alt and a letter opens one menu"
    for action in bar:
        menu = action.menu()
        assert isinstance(menu, QMenu)
        named = [entry.text().replace("&", "") for _, entry in entries(menu)]
        assert named
        assert all(named)
        assert len(set(named)) == len(named)
        menu.popup(window.mapToGlobal(QPoint(10, 40)))
        QTest.keyClick(menu, Qt.Key.Key_Down)
        assert menu.activeAction() is not None
        QTest.keyClick(menu, Qt.Key.Key_Escape)
        assert not menu.isVisible()
