"""Every control by keyboard and by ear: a name for screen readers, and a focus that is seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tumorview.domain.study import ReadFailure
from tumorview.errors import TumorViewError
from tumorview.services.settings import Settings
from tumorview.ui import theme
from tumorview.ui.dialogs import AboutDialog, FailuresDialog, ShortcutSheet
from tumorview.ui.main_window import MainWindow

_RIM = 3
"""Pixels around a control in which its focus may show."""


def focusable(top: QWidget) -> list[QWidget]:
    """What Tab can reach in a window, in its order."""
    found: list[QWidget] = []
    widget = top.nextInFocusChain()
    while widget is not None and widget is not top:
        policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        # What Qt puts into a control takes the focus in the control's place.
        inner = widget.objectName().startswith("qt_")
        if (
            policy
            and not inner
            and widget.isVisible()
            and widget.isEnabled()
            and widget.window() is top
        ):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def spoken_name(widget: QWidget) -> str:
    """What a screen reader says first."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def what_it_is(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or spoken_name(widget)!r}"


def scroll_to(widget: QWidget) -> None:
    """Bring `widget` into view, as its area does when Tab reaches it."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(widget)
        QApplication.processEvents()


def shows_focus(top: QWidget, widget: QWidget, quiet: QWidget) -> bool:
    """True when `widget` looks different with the focus than with it elsewhere."""
    scroll_to(widget)
    corner = widget.mapTo(top, widget.rect().topLeft())
    place = QRect(corner, widget.size()).adjusted(-_RIM, -_RIM, _RIM, _RIM)
    quiet.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    before = top.grab(place).toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return top.grab(place).toImage() != before


def check(top: QWidget, least: int) -> None:
    """Fail with the name of every control that cannot be heard or whose focus cannot be seen."""
    top.activateWindow()
    assert QTest.qWaitForWindowActive(top)
    controls = focusable(top)
    assert len(controls) >= least, [what_it_is(w) for w in controls]
    assert not [what_it_is(w) for w in controls if not spoken_name(w)], (
        "give it setAccessibleName, or a text of its own"
    )
    blind = []
    for place, widget in enumerate(controls):
        quiet = controls[place - 1] if len(controls) > 1 else top
        if not shows_focus(top, widget, quiet):
            blind.append(what_it_is(widget))
    assert not blind, "its focus cannot be seen; give it a :focus rule in style.qss or paint it"


@pytest.fixture(params=["dark", "light"])
def themed(
    request: pytest.FixtureRequest, make_window: Callable[[Settings], MainWindow]
) -> MainWindow:
    return make_window(Settings(theme=request.param))


@pytest.fixture(autouse=True)
def _dark_again(qapp: QApplication) -> object:
    yield
    theme.use(qapp, theme.ThemeName.DARK)


def test_in_the_empty_window(themed: MainWindow) -> None:
    check(themed, 5)


def test_in_the_window_with_an_answer(
    qtbot: QtBot,
    themed: MainWindow,
    opened: Callable[[MainWindow, Path], MainWindow],
    ct_folder: Path,
) -> None:
    opened(themed, ct_folder)
    with qtbot.waitSignal(themed.presenter.analysis_ended, timeout=20_000):
        themed.actions_table["analyze_series"].trigger()
    check(themed, 12)


def test_in_the_settings(themed: MainWindow) -> None:
    preferences = themed.personal.preferences
    preferences.show("Appearance")
    dialog = preferences.dialog
    assert dialog is not None
    for place in range(dialog.names.count()):
        dialog.names.setCurrentRow(place)
        if dialog.keys.isVisible():
            dialog.keys.choose("invert")
        for page in dialog.pages.values():
            for row in page.rows:
                row.back.setEnabled(True)
        check(dialog, 4)


@pytest.mark.parametrize(
    "kind", ["keys", "about", "failures", "licences", "header", "tour", "batch"]
)
def test_in_the_small_windows(qtbot: QtBot, themed: MainWindow, kind: str) -> None:
    personal = themed.personal
    dialog: QDialog | None
    if kind == "keys":
        dialog = ShortcutSheet(themed)
    elif kind == "about":
        dialog = AboutDialog(themed)
    elif kind == "failures":
        error = TumorViewError("this cannot be read", path=Path("a.dcm"))
        dialog = FailuresDialog(themed, [ReadFailure(Path("a.dcm"), error)])
    elif kind == "licences":
        personal.licences.show()
        dialog = personal.licences.dialog
        assert dialog is not None
        parts = personal.licences.dialog.parts  # type: ignore[union-attr]
        qtbot.waitUntil(lambda: parts.topLevelItemCount() > 0, timeout=20_000)
    elif kind == "header":
        themed.inspector.show()
        dialog = themed.inspector.dialog
    elif kind == "tour":
        personal.tour.start()
        dialog = personal.tour.card
    else:
        themed.actions_table["batch"].trigger()
        dialog = themed.batch.dialog
    assert dialog is not None
    dialog.show()
    check(dialog, 1)
    dialog.close()


def test_tab_goes_round_the_whole_window_and_comes_back(themed: MainWindow) -> None:
    themed.empty.folder_button.setFocus()
    seen = [QApplication.focusWidget()]
    for _ in range(60):
        QTest.keyClick(themed, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is seen[0]:
            break
        seen.append(QApplication.focusWidget())
    assert QApplication.focusWidget() is seen[0]
    assert set(seen) == set(focusable(themed))
