"""The window of data elements follows the image, searches, masks and copies."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from pydicom.dataset import Dataset
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QTreeView
from pytestqt.qtbot import QtBot

from tests.dicom_factory import make_dataset, save, write_mr_series
from tests.ui.driving import wait_for_slice
from tumorview.cancel import CancelToken
from tumorview.domain.header_listing import HeaderListing
from tumorview.imaging.header_elements import read_header
from tumorview.services.settings import Settings
from tumorview.ui.header.dialog import NOTHING_OPEN, READING, HeaderDialog
from tumorview.ui.header.model import MASK, Column
from tumorview.ui.main_window import MainWindow

Open = Callable[[MainWindow, Path], MainWindow]
Make = Callable[[Settings], MainWindow]


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Three slices with a sequence and a private element."""
    folder = tmp_path / "study"
    for number in (1, 2, 3):
        code = Dataset()
        code.CodeValue, code.CodeMeaning = "T1", "=SUM(A1)"
        ds = make_dataset(
            np.zeros((8, 8), np.uint16),
            PatientName="Doe^Jane",
            PatientID="ID-77",
            InstanceNumber=number,
            ImagePositionPatient=[0, 0, 5 * number],
            ImageOrientationPatient=[1, 0, 0, 0, 1, 0],
            RescaleIntercept="-7",
            RescaleSlope="1",
            ProcedureCodeSequence=[code],
            SeriesInstanceUID="1.2.3",
            StudyInstanceUID="1.2.4",
        )
        ds.private_block(0x0019, "MAKER", create=True).add_new(0x01, "LO", "own")
        save(ds, folder / f"{number}.dcm")
    return folder


def open_header(qtbot: QtBot, window: MainWindow) -> HeaderDialog:
    """Open the window of data elements and wait for its rows."""
    window.actions_table["dicom_header"].trigger()
    dialog = window.inspector.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, opened: Open, study: Path) -> HeaderDialog:
    opened(window, study)
    return open_header(qtbot, window)


def index_of(dialog: HeaderDialog, name: str) -> QModelIndex:
    """The first row of that name on the outermost level."""
    model = dialog.model
    lines = range(model.rowCount())
    return next(i for n in lines if (i := model.index(n, Column.NAME)).data() == name)


def value(dialog: HeaderDialog, name: str) -> str:
    return str(index_of(dialog, name).siblingAtColumn(Column.VALUE).data())


def type_search(dialog: HeaderDialog, text: str) -> None:
    dialog.search.setText(text)
    dialog.search_now()


def message(dialog: HeaderDialog) -> str:
    return dialog.message.text() if dialog.message.isVisible() else ""


def test_the_action_needs_an_image(window: MainWindow, opened: Open, study: Path) -> None:
    assert not window.actions_table["dicom_header"].isEnabled()
    opened(window, study)
    assert window.actions_table["dicom_header"].isEnabled()


def test_ctrl_i_opens_the_header_of_the_image_on_screen(
    qtbot: QtBot, window: MainWindow, opened: Open, study: Path
) -> None:
    opened(window, study)
    QTest.keyClick(window.reading.viewport, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    dialog = window.inspector.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    assert not dialog.isModal()
    assert value(dialog, "Instance Number") == "2"
    assert value(dialog, "Patient's Name") == "Doe^Jane"
    assert dialog.heading.text() == "2.dcm · image 2 of 3"
    assert dialog.count.text().endswith(" elements")


def test_it_follows_the_slice_and_keeps_its_place(
    qtbot: QtBot, window: MainWindow, dialog: HeaderDialog
) -> None:
    sequence = index_of(dialog, "Procedure Code Sequence").siblingAtColumn(0)
    dialog.tree.expand(sequence)
    dialog.tree.setCurrentIndex(index_of(dialog, "Instance Number"))
    window.viewer.go_to(2)
    qtbot.waitUntil(lambda: value(dialog, "Instance Number") == "3")
    assert dialog.heading.text() == "3.dcm · image 3 of 3"
    assert dialog.tree.currentIndex().siblingAtColumn(Column.NAME).data() == "Instance Number"
    sequence = index_of(dialog, "Procedure Code Sequence").siblingAtColumn(0)
    assert dialog.tree.isExpanded(sequence)


def test_it_follows_the_series(
    qtbot: QtBot, window: MainWindow, dialog: HeaderDialog, study: Path, opened: Open
) -> None:
    write_mr_series(study / "other", 2, SeriesDescription="another", SeriesNumber=9)
    opened(window, study / "other")
    qtbot.waitUntil(lambda: value(dialog, "Patient ID") == "PHANTOM-1", timeout=10_000)
    assert value(dialog, "Series Description") == "another"


def test_frames_of_one_file_are_read_once(
    qtbot: QtBot,
    window: MainWindow,
    opened: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[Path] = []

    def recorded(path: Path, token: CancelToken | None = None) -> HeaderListing:
        read.append(path)
        return read_header(path, token)

    monkeypatch.setattr("tumorview.ui.work.read_header", recorded)
    path = save(make_dataset(np.zeros((5, 8, 8), np.uint16)), tmp_path / "frames.dcm")
    opened(window, path)
    dialog = open_header(qtbot, window)
    window.viewer.go_to(0)
    wait_for_slice(qtbot, window, 0)
    assert dialog.heading.text() == "frames.dcm · image 1 of 5"
    assert read == [path]


def test_nothing_is_read_while_it_is_closed(
    qtbot: QtBot,
    window: MainWindow,
    dialog: HeaderDialog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog.close()
    monkeypatch.setattr("tumorview.ui.work.read_header", lambda *_: pytest.fail("was read"))
    window.viewer.go_to(0)
    wait_for_slice(qtbot, window, 0)
    monkeypatch.undo()
    assert open_header(qtbot, window) is dialog
    qtbot.waitUntil(lambda: value(dialog, "Instance Number") == "1")


def test_a_search_shows_matches_where_they_lie_and_counts_them(dialog: HeaderDialog) -> None:
    everything = dialog.model.rowCount()
    type_search(dialog, "CodeMeaning")
    assert dialog.model.rowCount() == 1
    sequence = dialog.model.index(0, 0)
    item = dialog.model.index(0, 0, sequence)
    assert dialog.tree.isExpanded(sequence)
    assert dialog.tree.isExpanded(item)
    assert dialog.model.index(0, Column.NAME, item).data() == "Code Meaning"
    assert dialog.count.text().startswith("1 match in ")

    type_search(dialog, "no such thing")
    assert dialog.model.rowCount() == 0
    assert dialog.count.text().startswith("0 matches in ")

    type_search(dialog, "")
    assert dialog.model.rowCount() == everything
    sequence = index_of(dialog, "Procedure Code Sequence").siblingAtColumn(0)
    assert not dialog.tree.isExpanded(sequence)


def test_a_search_holds_for_the_next_slice(
    qtbot: QtBot, window: MainWindow, dialog: HeaderDialog
) -> None:
    type_search(dialog, "0020,0013")
    window.viewer.go_to(0)
    qtbot.waitUntil(lambda: value(dialog, "Instance Number") == "1")
    assert dialog.model.rowCount() == 1


def test_typing_searches_by_itself_and_keys_are_enough(qtbot: QtBot, dialog: HeaderDialog) -> None:
    QTest.keyClick(dialog.tree, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(dialog.search.hasFocus)
    QTest.keyClicks(dialog.search, "rescale")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.tree.hasFocus()
    QTest.keyClick(dialog.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "(0028,1052)\tRescale Intercept\tDS\t-7"
    QTest.keyClick(dialog.tree, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.search.text() == ""
    QTest.keyClick(dialog.tree, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_rows_and_values_are_copied_from_the_top_down(dialog: HeaderDialog) -> None:
    tree = dialog.tree
    assert not tree.copy_rows.isEnabled()
    tree.unfold.trigger()
    sequence = index_of(dialog, "Procedure Code Sequence").siblingAtColumn(0)
    item = dialog.model.index(0, 0, sequence)
    tree.setCurrentIndex(dialog.model.index(1, 0, item))
    selection = tree.selectionModel()
    flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
    selection.select(sequence, flags)
    tree.copy_rows.trigger()
    # A spreadsheet would take the meaning of the code for a formula.
    assert QGuiApplication.clipboard().text() == (
        "(0008,1032)\tProcedure Code Sequence\tSQ\t1 item\n(0008,0104)\tCode Meaning\tLO\t'=SUM(A1)"
    )
    tree.copy_value.trigger()
    assert QGuiApplication.clipboard().text() == "1 item\n=SUM(A1)"


def test_sequences_unfold_and_fold_at_once(dialog: HeaderDialog) -> None:
    sequence = index_of(dialog, "Procedure Code Sequence").siblingAtColumn(0)
    dialog.tree.unfold.trigger()
    assert dialog.tree.isExpanded(sequence)
    assert dialog.tree.isExpanded(dialog.model.index(0, 0, sequence))
    dialog.tree.fold.trigger()
    assert not dialog.tree.isExpanded(sequence)


def _search_and_go_back(dialog: HeaderDialog) -> None:
    type_search(dialog, "rescale")
    type_search(dialog, "")


@pytest.mark.parametrize("how", ["one by one", "all at once", "by the asterisk"])
def test_what_was_unfolded_is_so_after_a_search_even_in_what_is_folded(
    dialog: HeaderDialog, how: str
) -> None:
    tree, name = dialog.tree, "Procedure Code Sequence"
    sequence = index_of(dialog, name).siblingAtColumn(0)
    if how == "one by one":
        tree.expand(sequence)
        tree.expand(dialog.model.index(0, 0, sequence))
    elif how == "all at once":
        tree.unfold.trigger()
    else:
        tree.setCurrentIndex(sequence)
        QTest.keyClick(tree, Qt.Key.Key_Asterisk)
    tree.collapse(sequence)
    _search_and_go_back(dialog)
    sequence = index_of(dialog, name).siblingAtColumn(0)
    assert not tree.isExpanded(sequence)
    assert tree.isExpanded(dialog.model.index(0, 0, sequence))
    _search_and_go_back(dialog)
    sequence = index_of(dialog, name).siblingAtColumn(0)
    assert tree.isExpanded(dialog.model.index(0, 0, sequence))
    tree.fold.trigger()
    _search_and_go_back(dialog)
    sequence = index_of(dialog, name).siblingAtColumn(0)
    assert not tree.isExpanded(dialog.model.index(0, 0, sequence))


def test_private_tags_can_be_left_out(dialog: HeaderDialog) -> None:
    assert value(dialog, "Private Creator") == "MAKER"
    total = dialog.count.text()
    dialog.private_box.click()
    names = [dialog.model.index(n, Column.NAME).data() for n in range(dialog.model.rowCount())]
    assert not [name for name in names if name.startswith("Private")]
    assert dialog.count.text() == f"{total}, 2 private ones are left out"


def test_hiding_identity_masks_values_copies_and_the_file_name(
    window: MainWindow, dialog: HeaderDialog
) -> None:
    window.actions_table["hide_identity"].setChecked(True)
    assert value(dialog, "Patient's Name") == MASK
    assert value(dialog, "Rescale Intercept") == "-7"
    assert dialog.heading.text() == "image 2 of 3"
    assert not dialog.identity_box.isEnabled()
    assert not dialog.identity_box.isChecked()
    dialog.tree.selectAll()
    for action in (dialog.tree.copy_rows, dialog.tree.copy_value):
        action.trigger()
        copied = QGuiApplication.clipboard().text()
        assert MASK in copied
        for secret in ("Doe", "ID-77", "1.2.3", "own"):
            assert secret not in copied
    window.actions_table["hide_identity"].setChecked(False)
    assert value(dialog, "Patient's Name") == "Doe^Jane"
    assert dialog.identity_box.isChecked()


def test_identity_hidden_before_it_opens_is_never_shown(
    qtbot: QtBot, make_window: Make, opened: Open, study: Path
) -> None:
    window = opened(make_window(Settings(hide_identity=True)), study)
    dialog = open_header(qtbot, window)
    assert value(dialog, "Patient's Name") == MASK
    assert ".dcm" not in dialog.heading.text()


def test_identity_can_be_hidden_in_this_window_alone(
    window: MainWindow, dialog: HeaderDialog
) -> None:
    dialog.identity_box.click()
    assert value(dialog, "Patient's Name") == MASK
    assert not window.settings.current.hide_identity
    window.actions_table["hide_identity"].setChecked(True)
    window.actions_table["hide_identity"].setChecked(False)
    assert value(dialog, "Patient's Name") == MASK


def test_a_png_says_that_it_has_no_header(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "picture.png"
    cv2.imwrite(str(path), np.zeros((8, 8), np.uint8))
    opened(window, path)
    window.actions_table["dicom_header"].trigger()
    dialog = window.inspector.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: message(dialog) == "This is a PNG file. It has no DICOM header.")
    assert dialog.count.text() == ""


def test_a_file_that_has_gone_is_a_sentence_and_the_window_goes_on(
    qtbot: QtBot, window: MainWindow, dialog: HeaderDialog, study: Path
) -> None:
    (study / "3.dcm").unlink()
    window.viewer.go_to(2)
    qtbot.waitUntil(lambda: "3.dcm: the file cannot be read" in message(dialog))
    assert dialog.model.rowCount() == 0
    window.viewer.go_to(0)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    assert message(dialog) == ""


def test_an_element_that_is_broken_is_a_sentence_in_its_place(
    qtbot: QtBot, window: MainWindow, opened: Open, study: Path
) -> None:
    opened(window, study)
    path = study / "2.dcm"
    content = path.read_bytes()
    samples = b"\x28\x00\x02\x00US\x02\x00"
    assert content.count(samples) == 1
    # A number of four bytes that has two.
    path.write_bytes(content.replace(samples, samples.replace(b"US", b"UL")))
    dialog = open_header(qtbot, window)
    assert value(dialog, "Samples per Pixel").startswith("Not readable as UL: 2 bytes")
    assert value(dialog, "Instance Number") == "2"


def test_the_answer_to_an_earlier_slice_is_dropped(
    qtbot: QtBot,
    window: MainWindow,
    dialog: HeaderDialog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = threading.Event()
    held = threading.Event()

    def slow(path: Path, token: CancelToken | None = None) -> HeaderListing:
        if path.name == "1.dcm":
            held.set()
            assert go_on.wait(20)
        return read_header(path)

    monkeypatch.setattr("tumorview.ui.work.read_header", slow)
    shown: list[str] = []
    dialog.model.modelReset.connect(lambda: shown.append(value(dialog, "Instance Number")))
    window.viewer.go_to(0)
    qtbot.waitUntil(held.is_set)
    # The header of the slice before does not stay in sight for long.
    qtbot.waitUntil(lambda: message(dialog) == READING)
    window.viewer.go_to(2)
    go_on.set()
    qtbot.waitUntil(lambda: bool(shown), timeout=10_000)
    assert shown == ["3"]
    assert message(dialog) == ""


def test_closing_the_study_empties_it(
    qtbot: QtBot, window: MainWindow, dialog: HeaderDialog
) -> None:
    window.close_study()
    assert message(dialog) == NOTHING_OPEN
    assert dialog.model.rowCount() == 0
    assert dialog.heading.text() == ""


def test_headers_are_read_off_the_gui_thread_which_is_joined_at_the_end(
    qtbot: QtBot,
    window: MainWindow,
    opened: Open,
    study: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    threads: set[int] = set()

    def recorded(path: Path, token: CancelToken | None = None) -> HeaderListing:
        threads.add(threading.get_ident())
        return read_header(path, token)

    monkeypatch.setattr("tumorview.ui.work.read_header", recorded)
    opened(window, study)
    dialog = open_header(qtbot, window)
    assert threads
    assert threading.get_ident() not in threads
    assert "tumorview-header" in {t.name for t in threading.enumerate()}
    window.viewer.go_to(0)
    window.close()
    assert not dialog.isVisible()
    assert "tumorview-header" not in {t.name for t in threading.enumerate()}


def test_every_control_has_a_name_and_can_be_reached_by_keys(dialog: HeaderDialog) -> None:
    controls = [
        *dialog.findChildren(QLineEdit),
        *dialog.findChildren(QCheckBox),
        *dialog.findChildren(QPushButton),
        *dialog.findChildren(QTreeView),
    ]
    assert len(controls) == 8
    for control in controls:
        name = control.accessibleName() or getattr(control, "text", str)()
        assert name, control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, name
    assert all(label.accessibleName() or label.text() for label in dialog.findChildren(QLabel))
