"""A language in which every text is marked: what is not marked was never handed to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tumorview.domain.marks import Mark, MarkKind
from tumorview.domain.study import ReadFailure
from tumorview.imaging.errors import EmptyFileError
from tumorview.imaging.presets import window_presets
from tumorview.ui.dialogs import AboutDialog, FailuresDialog, ShortcutSheet
from tumorview.ui.main_window import MainWindow
from tumorview.ui.measuring.names import mark_name
from tumorview.ui.result.wording import DISCLAIMER
from tumorview.ui.takeaway.print_dialog import PrintDialog
from tumorview.ui.viewport.view import Viewport

_DATA = re.compile(
    r"TumorView( MobileNet V2)?( \d[\w.]*)?|Doe|Jane|ID-77|Head|HEAD|CT|MR|HU|ct( series)?|tiny"
    r"|made for a test|Numpy( \d)?|CPU(, \d+ threads?)?|ONNX Runtime|Keras \(TensorFlow\)"
    r"|SHA-256( \w*)?|CSV|PNG|TIFF|JPEG|DICOM|PDF|English|Deutsch|Español|Français|A4|Letter"
    r"|Private|Ctrl|Shift|Alt|Del|Esc|Home|End|Tab|Space|PgUp|PgDown|PgDn|Up|Down|Return|Enter|Backspace"
    r"|Backtab|Meta|F\d+|mm/px|mm|px|MiB|MB|UTC|VR|[\w-]*\.(csv|dcm|png|pdf)|/[\w/.\- ]+"
)
"""What is no word of the window: names, keys, units, and what the files of these tests say."""


class Marking(QTranslator):
    """Marks every text that it is asked for."""

    def translate(
        self,
        _context: str,
        text: str,
        _disambiguation: str | None = None,
        _n: int = -1,
    ) -> str:
        return f"⟦{text}⟧"

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


@pytest.fixture
def marked(qapp: QApplication) -> Iterator[None]:
    translator = Marking()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def unmarked(text: str) -> str:
    """What of `text` is neither marked nor data."""
    while True:
        rest = re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
        if rest == text:
            break
        text = rest
    for preset in window_presets():  # what a preset rests on is quoted
        text = text.replace(preset.source, " ")
    return " ".join(re.findall(r"[^\W\d_]{3,}[^⟦⟧\n]*", _DATA.sub(" ", text)))


def texts_of(top: QWidget) -> Iterator[tuple[str, str]]:
    """(where, text) of all that is said in a window and by what is in it."""
    yield "title", top.windowTitle()
    for widget in (top, *top.findChildren(QWidget)):
        name = type(widget).__name__
        yield f"{name} name", widget.accessibleName()
        yield f"{name} description", widget.accessibleDescription()
        yield f"{name} tip", widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield name, widget.text()
        elif isinstance(widget, QGroupBox | QMenu):
            yield name, widget.title()
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            yield name, widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from ((name, widget.itemText(i)) for i in range(widget.count()))
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for column in range(_columns(model, QModelIndex())):
                yield f"{name} heading", str(model.headerData(column, Qt.Orientation.Horizontal))
            yield from ((f"{name} cell", text) for text in _cells(model, QModelIndex()))
    for action in top.findChildren(QAction):
        yield "action", action.text()
        yield "action tip", action.toolTip()


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        for column in range(_columns(model, parent)):
            index = model.index(row, column, parent)
            for role in (
                Qt.ItemDataRole.DisplayRole,
                Qt.ItemDataRole.ToolTipRole,
                Qt.ItemDataRole.AccessibleTextRole,
            ):
                found = index.data(role)
                if isinstance(found, str):
                    yield found
        yield from _cells(model, model.index(row, 0, parent))


def check(top: QWidget) -> None:
    found = {(where, rest, text) for where, text in texts_of(top) if (rest := unmarked(text))}
    assert not found, "these did not go through tumorview/ui/language.py"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("⟦Open⟧", ""),
        ("⟦Undo: {what}⟧ Ctrl+Z", ""),
        ("⟦Image ⟦one⟧ of two⟧", ""),
        ("Open", "Open"),
        ("⟦Open⟧ a file", "file"),
        ("CT · ⟦30 images⟧", ""),
    ],
)
def test_what_is_not_marked_is_found(text: str, rest: str) -> None:
    assert unmarked(text) == rest


@pytest.mark.usefixtures("marked")
def test_the_empty_window(window: MainWindow) -> None:
    check(window)


@pytest.mark.usefixtures("marked")
def test_the_window_with_an_answer(
    qtbot: QtBot,
    window: MainWindow,
    opened: Callable[[MainWindow, Path], MainWindow],
    ct_folder: Path,
) -> None:
    (ct_folder / "empty.dcm").write_bytes(b"")
    opened(window, ct_folder)
    window.actions_table["result_panel"].setChecked(True)
    with qtbot.waitSignal(window.presenter.analysis_ended, timeout=20_000):
        window.actions_table["analyze_series"].trigger()
    window.actions_table["key_image"].trigger()
    window.result_panel.heatmap_controls.show_box.setChecked(True)
    window.notifier.show_error(EmptyFileError("the file is empty", path=Path("a.dcm")))
    qtbot.waitUntil(lambda: bool(window.notices.banners))
    QApplication.processEvents()
    check(window)
    marks = window.reading.viewport.marks()
    assert marks is not None
    corners = marks.corners
    lines = (*corners.top_right, *corners.bottom_left, *corners.bottom_right, marks.legend)
    assert not [line for line in lines if unmarked(line)]
    assert unmarked(DISCLAIMER)


@pytest.mark.usefixtures("marked")
def test_several_panes(
    qtbot: QtBot,
    window: MainWindow,
    opened: Callable[[MainWindow, Path], MainWindow],
    ct_folder: Path,
) -> None:
    opened(window, ct_folder)
    window.actions_table["reformat_planes"].trigger()
    qtbot.waitUntil(lambda: len(_viewports(window)) > 2, timeout=20_000)
    qtbot.waitUntil(lambda: all(one.picture for one in _viewports(window)), timeout=20_000)
    check(window)
    for viewport in _viewports(window):
        marks = viewport.marks()
        assert marks is not None
        assert not [line for line in marks.corners.bottom_right if unmarked(line)]


def _viewports(window: MainWindow) -> list[Viewport]:
    return [one for one in window.findChildren(Viewport) if one.isVisible()]


@pytest.mark.usefixtures("marked")
def test_the_menus(window: MainWindow) -> None:
    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        assert not unmarked(action.text())
        check(menu)


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize(
    "kind",
    [
        *("keys", "about", "failures", "licences", "header", "tour", "batch", "settings"),
        *("export", "report", "print", "key_images", "compare", "model_card"),
    ],
)
def test_the_other_windows(
    qtbot: QtBot,
    window: MainWindow,
    opened: Callable[[MainWindow, Path], MainWindow],
    ct_folder: Path,
    kind: str,
) -> None:
    opened(window, ct_folder)
    for dialog in _dialogs(qtbot, window, kind):
        dialog.show()
        QApplication.processEvents()
        check(dialog)
        if isinstance(dialog, PrintDialog):
            _wait_for_picture(qtbot, dialog)
        dialog.close()


def _wait_for_picture(qtbot: QtBot, dialog: PrintDialog) -> None:
    """It is not to be drawn into when it has gone."""
    qtbot.waitUntil(lambda: dialog._picture is not None, timeout=10_000)


def _dialogs(qtbot: QtBot, window: MainWindow, kind: str) -> Iterator[QDialog]:
    personal, action = window.personal, window.actions_table
    found: QDialog | None = None
    if kind == "keys":
        found = ShortcutSheet(window)
    elif kind == "about":
        found = AboutDialog(window)
    elif kind == "failures":
        error = EmptyFileError("the file is empty", path=Path("a.dcm"))
        found = FailuresDialog(window, [ReadFailure(Path("a.dcm"), error)])
    elif kind == "licences":
        personal.licences.show()
        found = personal.licences.dialog
    elif kind == "tour":
        personal.tour.start()
        found = personal.tour.card
    elif kind == "settings":
        personal.preferences.show("Appearance")
        found = personal.preferences.dialog
    else:
        names = {
            "header": "dicom_header",
            "export": "export_series",
            "report": "export_report",
            "print": "print_image",
            "compare": "compare_models",
        }
        before = QApplication.topLevelWidgets()
        action[names.get(kind, kind)].trigger()
        found = next(
            widget
            for widget in QApplication.topLevelWidgets()
            if isinstance(widget, QDialog) and widget.isVisible() and widget not in before
        )
    assert found is not None
    yield found


@pytest.mark.usefixtures("marked", "qapp")
def test_words_of_a_reader_are_no_words_of_the_window() -> None:
    assert mark_name(Mark(MarkKind.ARROW, ((0.0, 0.0), (1.0, 1.0)), "arrow").kind) == "⟦arrow⟧"
