"""Export, clipboard, report and print, driven in the window."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.dicom_factory import SECONDARY_CAPTURE, write_ct_series, write_dicom
from tests.ui.driving import wait_for_slice
from tests.ui.models import answer
from tests.ui.test_golden_view import pixels_of
from tumorview.cancel import CancelToken
from tumorview.domain.export_formats import MovieFormat, PictureFormat
from tumorview.reporting.whole_file import write_whole
from tumorview.services.settings import Settings
from tumorview.ui.main_window import MainWindow
from tumorview.ui.result.heatmap_controls import HeatmapView
from tumorview.ui.result.wording import DISCLAIMER
from tumorview.ui.takeaway.choices import ExportKind
from tumorview.ui.takeaway.dialog import ExportDialog
from tumorview.ui.takeaway.pages import Report, page_of
from tumorview.ui.takeaway.snapshot import report_facts
from tumorview.ui.takeaway.taker import COPIED, COPY_NAMES_PATIENT
from tumorview.ui.takeaway.wishes import MovieWish, Progress

Open = Callable[[MainWindow, Path], MainWindow]
IDENTITY = ("Doe", "Jane", "ID-77", "1960")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "taken away"
    folder.mkdir()
    return folder


@pytest.fixture
def small_series(tmp_path: Path) -> Path:
    """Four CT slices, 20 x 28, brighter from one to the next; the last one is cut off."""
    ramp = np.arange(20 * 28, dtype=np.int16).reshape(20, 28)
    paths = write_ct_series(
        tmp_path / "Doe Jane",
        4,
        pixels=ramp,
        PatientName="Doe^Jane",
        PatientID="ID-77",
        PatientBirthDate="19600101",
        SeriesDescription="Head of Jane Doe",
        WindowCenter=-800,
        WindowWidth=500,
    )
    whole = paths[3].read_bytes()
    paths[3].write_bytes(whole[: len(whole) - 400])
    return tmp_path / "Doe Jane"


def export(window: MainWindow, kind: ExportKind, folder: Path) -> ExportDialog:
    window.takeaway.export(kind)
    dialog = window.takeaway.export_dialog
    assert dialog is not None
    dialog.form.folder_edit.setText(str(folder))
    return dialog


def run(qtbot: QtBot, dialog: ExportDialog) -> None:
    """Export and wait for the end, whatever it is."""
    dialog.start()
    qtbot.waitUntil(lambda: not dialog._writer.is_running, timeout=20_000)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def texts_of(window: MainWindow) -> list[str]:
    return [banner.text for banner in window.notices.banners]


@pytest.fixture
def reading(window: MainWindow, opened: Open, small_series: Path, qtbot: QtBot) -> MainWindow:
    opened(window, small_series)
    window.viewer.go_to(1)
    wait_for_slice(qtbot, window, 1)
    return window


def test_what_cannot_be_taken_away_is_not_offered(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    taking = ("export_image", "export_series", "export_movie", "export_report")
    everything = [window.actions_table[n] for n in (*taking, "copy_image", "print_image")]
    assert not any(action.isEnabled() for action in everything)
    opened(window, ct_folder)
    assert all(action.isEnabled() for action in everything)
    window.close_study()
    assert not any(action.isEnabled() for action in everything)


def test_the_image_on_screen_is_exported_with_its_key(
    reading: MainWindow, target: Path, qtbot: QtBot
) -> None:
    QTest.keyClick(reading, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = reading.takeaway.export_dialog
    assert dialog is not None
    assert dialog.form.kind is ExportKind.IMAGE
    qtbot.waitUntil(lambda: dialog.preview.image is not None, timeout=10_000)
    dialog.form.folder_edit.setText(str(target))
    dialog.form.name_edit.setText("slice")
    for box in (dialog.form.text_box, dialog.form.letters_box):
        box.setChecked(False)
    QTest.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: reading.takeaway.export_dialog is None, timeout=10_000)
    assert texts_of(reading) == ["slice.png is written."]
    assert names(target) == ["slice.png"]
    found = cv2.imread(str(target / "slice.png"), cv2.IMREAD_UNCHANGED)
    assert found is not None
    values = np.arange(20 * 28).reshape(20, 28) - 1024.0
    grey = np.clip(((values - (-800 - 0.5)) / 499 + 0.5) * 255, 0, 255)
    np.testing.assert_array_equal(found, np.floor(grey + 0.5).astype(np.uint8))


def test_a_series_is_exported_past_a_slice_that_cannot_be_read(
    reading: MainWindow, target: Path, qtbot: QtBot
) -> None:
    dialog = export(reading, ExportKind.SERIES, target)
    dialog.form.name_edit.setText("head")
    run(qtbot, dialog)
    assert names(target) == ["head 001.png", "head 002.png", "head 003.png"]
    assert dialog.outcome.text.startswith("3 files are written. 1 image could not be read: image 4")
    assert dialog.isVisible()
    dialog.reject()


def test_files_that_exist_are_replaced_only_after_a_yes(
    reading: MainWindow, target: Path, qtbot: QtBot
) -> None:
    (target / "head 002.png").write_bytes(b"earlier")
    dialog = export(reading, ExportKind.SERIES, target)
    dialog.form.name_edit.setText("head")
    run(qtbot, dialog)
    assert dialog.question.text == "head 002.png exists. Replace it?"
    assert names(target) == ["head 002.png"]
    assert (target / "head 002.png").read_bytes() == b"earlier"
    QTest.mouseClick(dialog.question.keep_button, Qt.MouseButton.LeftButton)
    assert dialog.question.isHidden()
    assert not dialog._writer.is_running
    run(qtbot, dialog)
    QTest.mouseClick(dialog.question.replace_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog._writer.is_running, timeout=10_000)
    assert len(names(target)) == 3
    assert (target / "head 002.png").read_bytes() != b"earlier"
    dialog.reject()


def test_a_place_that_takes_no_file_is_said_and_leaves_nothing(
    reading: MainWindow,
    target: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = export(reading, ExportKind.IMAGE, target / "nowhere")
    run(qtbot, dialog)
    assert "nowhere: the folder to write to is not there" in dialog.outcome.text
    dialog.form.name_edit.setText("a/b")
    assert not dialog.export_button.isEnabled()
    assert dialog.status == "A name cannot hold '/'."
    dialog.form.name_edit.setText("a")
    dialog.form.folder_edit.setText(str(target))

    def full(self: Path, mode: str) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "open", full)
    run(qtbot, dialog)
    monkeypatch.undo()
    assert "a.png: the picture cannot be written (No space left on device)" in dialog.outcome.text
    assert "Free some space" in dialog.outcome.text
    assert names(target) == []
    dialog.reject()


def test_an_export_that_is_stopped_keeps_whole_files_and_says_how_many(
    reading: MainWindow,
    target: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def slowly(path: Path, _pixels: object, _form: PictureFormat) -> None:
        write_whole(path, b"whole", "the picture")
        reading.takeaway.writer.cancel()

    monkeypatch.setattr("tumorview.ui.takeaway.work.write_picture", slowly)
    dialog = export(reading, ExportKind.SERIES, target)
    run(qtbot, dialog)
    assert dialog.outcome.text == "Stopped. 1 file is written and whole."
    assert len(names(target)) == 1
    dialog.reject()


def test_closing_stops_an_export_first(
    reading: MainWindow, target: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def until_cancelled(_wish: object, token: CancelToken) -> object:
        while not token.is_cancelled:
            QTest.qSleep(1)
        return iter(())

    monkeypatch.setattr("tumorview.ui.takeaway.work.write", until_cancelled)
    dialog = export(reading, ExportKind.IMAGE, target)
    dialog.start()
    dialog.reject()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: reading.takeaway.export_dialog is None, timeout=10_000)


def test_a_film_has_every_slice_at_the_rate_of_the_film(
    reading: MainWindow, target: Path, qtbot: QtBot
) -> None:
    dialog = export(reading, ExportKind.MOVIE, target)
    assert dialog.form.rate_box.currentData() == 10
    dialog.form.name_edit.setText("head")
    dialog.form.rate_box.setCurrentIndex(dialog.form.rate_box.findData(6.0))
    run(qtbot, dialog)
    assert "3 images" not in dialog.outcome.text
    assert "1 image could not be read: image 4" in dialog.outcome.text
    assert names(target) == ["head.mp4"]
    reader = cv2.VideoCapture(str(target / "head.mp4"))
    frames = []
    while (read := reader.read())[0]:
        frames.append(read[1])
    assert len(frames) == 4
    # The one that cannot be read is crossed out, not black: there is no room for the sentence.
    assert frames[3].max() > 100
    assert np.median(frames[3]) < 60
    assert reader.get(cv2.CAP_PROP_FPS) == pytest.approx(6, abs=0.01)
    reader.release()
    dialog.form.offer_movies((MovieFormat.AVI,))  # where OpenCV has no FFmpeg
    assert dialog.form.format_box.count() == 1
    wish = dialog.form.wish()
    assert isinstance(wish, MovieWish)
    assert (wish.form, wish.target.suffix) == (MovieFormat.AVI, ".avi")
    dialog.reject()


def test_the_image_is_copied_as_it_is_on_the_screen(reading: MainWindow, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    with qtbot.waitSignal(clipboard.dataChanged, timeout=10_000):
        QTest.keyClick(reading, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    screen = pixels_of(reading.reading.viewport.grab().toImage())
    np.testing.assert_array_equal(pixels_of(clipboard.image()), screen)
    assert COPIED in texts_of(reading)
    assert COPY_NAMES_PATIENT in texts_of(reading)
    reading.notices.clear()
    with qtbot.waitSignal(clipboard.dataChanged, timeout=10_000):
        reading.actions_table["copy_image"].trigger()
    assert texts_of(reading) == [COPIED]  # who the patient is was said once


def test_a_heatmap_is_never_without_the_line_that_names_it(
    reading: MainWindow, qtbot: QtBot
) -> None:
    info = reading.viewer.frame_info
    assert info is not None
    told = answer(source=info.source, lesion_map=True)
    heatmaps = (replace(told.heatmaps[0], source_shape=(info.rows, info.columns)),)
    reading.controller._results[info.source] = replace(told, heatmaps=heatmaps)
    reading.viewer.set_heatmap(HeatmapView(visible=True))
    taken = reading.takeaway._snapshot()  # before the screen has caught up
    assert taken is not None
    assert taken.shot is not None
    assert taken.shot.heatmap is not None
    assert taken.shot.legend.startswith("Heatmap for any tumour")
    assert taken.shot.legend in report_facts(taken, identity=False, heatmap=True).heatmap_note
    assert report_facts(taken, identity=False, heatmap=False).heatmap_note == ""


def test_text_that_is_selected_is_copied_rather_than_the_image(
    reading: MainWindow, qtbot: QtBot
) -> None:
    reading.actions_table["result_panel"].setChecked(True)
    reading.result_panel.show_prediction(answer(), "CT")
    label = next(
        one for one in reading.result_panel.findChildren(QLabel) if "SHA-256" in one.text()
    )
    label.setFocus()
    label.setSelection(label.text().index("SHA-256"), len("SHA-256"))
    QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(50)
    assert QGuiApplication.clipboard().text() == "SHA-256"
    assert texts_of(reading) == []


def test_the_window_that_closes_ends_an_export(
    reading: MainWindow, target: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def without_end(_wish: object, token: CancelToken) -> object:
        while True:
            QTest.qSleep(1)
            token.raise_if_cancelled()
            yield Progress(0, 9)

    monkeypatch.setattr("tumorview.ui.takeaway.work.write", without_end)
    dialog = export(reading, ExportKind.SERIES, target)
    with qtbot.waitSignal(reading.takeaway.writer.progressed, timeout=10_000):
        dialog.start()
    reading.close()
    assert "tumorview-export" not in {thread.name for thread in threading.enumerate()}


def test_hidden_identity_is_in_no_proposal_no_text_and_no_file(
    make_window: Callable[[Settings], MainWindow],
    opened: Open,
    small_series: Path,
    target: Path,
    qtbot: QtBot,
) -> None:
    window = opened(make_window(Settings(hide_identity=True)), small_series)
    shown = window.viewer.series
    assert shown is not None
    window.viewer.go_to(1)
    wait_for_slice(qtbot, window, 1)
    dialog = export(window, ExportKind.REPORT, target)
    form = dialog.form
    assert form.name_edit.text() == "CT series 2 image 002"
    assert not form.identity_box.isEnabled()
    form.identity_box.setChecked(True)  # as no click could
    assert not form.names_patient
    assert dialog.identity_note.isHidden()
    wish = form.wish()
    said = repr(wish.facts.rows) + repr(wish.content)  # type: ignore[union-attr]
    assert not any(word in said for word in IDENTITY)
    assert "hidden" in said
    for kind in (*ExportKind, ExportKind.REPORT):
        form._choose(kind)
        assert not any(word in form.name_edit.text() for word in IDENTITY)
    run(qtbot, dialog)
    content = next(target.iterdir()).read_bytes()
    for word in IDENTITY:
        assert word.encode() not in content
        assert word.encode("utf-16-be") not in content


def test_who_the_patient_is_goes_into_a_file_only_with_a_caution(
    reading: MainWindow, target: Path
) -> None:
    dialog = export(reading, ExportKind.IMAGE, target)
    assert dialog.identity_note.isVisible()
    assert "name the patient" in dialog.identity_note.text
    dialog.form.identity_box.setChecked(False)
    assert dialog.identity_note.isHidden()
    assert "Doe" not in dialog.form.name_edit.text().replace("Head of Jane Doe", "")
    dialog.reject()


def test_the_folder_of_the_study_is_never_proposed(reading: MainWindow) -> None:
    reading.takeaway.export(ExportKind.IMAGE)
    dialog = reading.takeaway.export_dialog
    assert dialog is not None
    assert "Doe" not in dialog.form.folder_edit.text()
    dialog.reject()


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        ({"BurnedInAnnotation": "YES"}, "Burned In Annotation is YES"),
        ({"SOPClassUID": SECONDARY_CAPTURE}, "Burned In Annotation is absent"),
        ({"SOPClassUID": SECONDARY_CAPTURE, "BurnedInAnnotation": "NO"}, ""),
    ],
    ids=["yes", "secondary capture", "no"],
)
def test_burned_in_text_is_warned_about(
    window: MainWindow,
    opened: Open,
    tmp_path: Path,
    qtbot: QtBot,
    tags: dict[str, Any],
    words: str,
) -> None:
    path = write_dicom(tmp_path / "a.dcm", np.zeros((16, 16), np.uint8), **tags)
    opened(window, path)
    with qtbot.waitSignal(window.takeaway.studio.looked, timeout=10_000):
        window.takeaway.export(ExportKind.IMAGE)
    dialog = window.takeaway.export_dialog
    assert dialog is not None
    assert words in dialog.burned_in_note.text
    assert dialog.burned_in_note.isVisible() == bool(words)
    dialog.reject()


def test_a_report_says_what_the_panel_says(reading: MainWindow, target: Path, qtbot: QtBot) -> None:
    info = reading.viewer.frame_info
    assert info is not None
    reading.controller._results[info.source] = answer(source=info.source)
    dialog = export(reading, ExportKind.REPORT, target)
    dialog.form.name_edit.setText("report")
    run(qtbot, dialog)
    path = target / "report.pdf"
    content = path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert "Image and model result".encode("utf-16-be") in content
    assert "Doe".encode("utf-16-be") not in content  # in the text, but in no metadata
    if shutil.which("pdftotext") is None:
        pytest.skip("the text of the PDF needs the program pdftotext")
    told = subprocess.run(
        ["pdftotext", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    for words in ("Glioma", "82.0 %", "brain-4class", "0123456789abcdef", "does not replace"):
        assert words in told
    assert "Doe Jane" in told


def test_a_report_is_black_on_white_and_has_the_disclaimer_on_every_page(
    reading: MainWindow,
) -> None:
    taken = reading.takeaway._snapshot()
    assert taken is not None
    facts = report_facts(taken, identity=True, heatmap=False)
    many = replace(facts, cautions=tuple(f"Caution {n}. " * 20 for n in range(12)))
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.black)
    report = Report(many, picture, QSizeF(510, 757))
    assert report.page_count > 1
    assert "Doe Jane" in report.text
    assert DISCLAIMER in report.text
    for page in range(report.page_count):
        drawn = QImage(510, 757, QImage.Format.Format_RGB32)
        drawn.fill(Qt.GlobalColor.white)
        painter = QPainter(drawn)
        painter.setPen(Qt.GlobalColor.white)  # as a preview may begin
        report.paint_page(painter, page, 510.0)
        painter.end()
        pixels = pixels_of(drawn)
        assert pixels[:80].min() < 100  # heading or text
        assert pixels[-30:].min() < 100  # footer


def test_print_has_a_preview_and_says_where_there_is_no_printer(
    reading: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.keyClick(reading, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = reading.takeaway.print_dialog
    assert dialog is not None
    drawn: list[QImage] = []
    reading.takeaway.studio.drawn.connect(drawn.append)
    qtbot.waitUntil(lambda: bool(drawn), timeout=10_000)
    qtbot.waitUntil(lambda: dialog.preview.pageCount() == 1, timeout=10_000)
    if not dialog._has_printer:
        assert "No printer is set up" in dialog.status
        assert not dialog.print_button.isEnabled()
    assert dialog.printer.docName() == "TumorView"
    dialog.turn_box.setCurrentIndex(1)
    assert dialog.preview.orientation() is dialog.printer.pageLayout().orientation()
    dialog.what_box.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.preview.pageCount() == 1, timeout=10_000)
    dialog.reject()
    assert reading.takeaway.print_dialog is None


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("alone", [False, True])
def test_what_is_printed_fills_the_paper_that_was_chosen_within_its_margins(
    reading: MainWindow, target: Path, qtbot: QtBot, paper: str, landscape: bool, alone: bool
) -> None:
    with qtbot.waitSignal(reading.presenter.analysis_ended, timeout=20_000):
        reading.actions_table["analyze_image"].trigger()
    drawn: list[QImage] = []
    reading.takeaway.studio.drawn.connect(drawn.append)
    reading.takeaway.print()
    dialog = reading.takeaway.print_dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(drawn), timeout=10_000)
    dialog.turn_box.setCurrentIndex(int(landscape))
    dialog.what_box.setCurrentIndex(int(alone))

    def into_a_file(printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target / "printed.pdf"))
        printer.setPageSize(page_of(paper))
        return True

    dialog.choose_printer = into_a_file
    dialog.print()
    assert reading.takeaway.print_dialog is None, "what was printed closes the dialog"
    content = (target / "printed.pdf").read_bytes()
    sides = {float(n) for n in re.findall(rb"/MediaBox \[0 0 (\S+) (\S+)\]", content)[0]}
    assert sides == ({595.0, 842.0} if paper == "A4" else {612.0, 792.0})
    wide, high = (float(n) for n in re.findall(rb"/MediaBox \[0 0 (\S+) (\S+)\]", content)[0])
    assert (wide > high) is landscape
    assert len(re.findall(rb"/Type /Page\b", content)) == 1


@pytest.mark.qt_log_ignore("QPainter::begin|QPdfEngine|QPrinter")
def test_a_printer_that_takes_nothing_is_said_and_the_dialog_stays(
    reading: MainWindow, target: Path, qtbot: QtBot
) -> None:
    drawn: list[QImage] = []
    reading.takeaway.studio.drawn.connect(drawn.append)
    reading.takeaway.print()
    dialog = reading.takeaway.print_dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(drawn), timeout=10_000)

    def nowhere(printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target / "not there" / "printed.pdf"))
        return True

    dialog.choose_printer = nowhere
    dialog.print()
    assert reading.takeaway.print_dialog is dialog
    assert "takes no pages" in dialog.status
    dialog.choose_printer = lambda _printer: False
    dialog.print()
    assert dialog.isVisible()
    dialog.reject()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_report_that_fits_one_page_with_a_smaller_picture_takes_one(
    reading: MainWindow, qtbot: QtBot, paper: str
) -> None:
    with qtbot.waitSignal(reading.presenter.analysis_ended, timeout=20_000):
        reading.actions_table["analyze_image"].trigger()
    taken = reading.takeaway._snapshot()
    assert taken is not None
    facts = report_facts(taken, identity=True, heatmap=False)
    picture = QImage(900, 900, QImage.Format.Format_RGB32)
    room = page_of(paper).rectPoints().size().toSizeF() - QSizeF(85, 85)
    counts = []
    for rows in range(0, 40, 2):
        more = tuple((f"Row {k}", "value") for k in range(rows))
        counts.append(Report(replace(facts, rows=(*facts.rows, *more)), picture, room).page_count)
    assert counts == sorted(counts)
    assert counts.count(1) >= 4
    assert counts[-1] == 2


def test_every_control_of_the_dialogs_has_a_name(reading: MainWindow, target: Path) -> None:
    dialog = export(reading, ExportKind.MOVIE, target)
    reading.takeaway.print()
    printing = reading.takeaway.print_dialog
    assert printing is not None
    for parent in (dialog, printing):
        for kind in (QAbstractButton, QComboBox, QLineEdit, QLabel):
            for control in parent.findChildren(kind):
                if control.objectName().startswith("qt_"):
                    continue
                name = control.accessibleName() or getattr(control, "text", str)()
                assert name or not control.isVisible(), control
    printing.reject()
    dialog.reject()
