"""The translations that ship: whole, true to the code, and read by the window."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QLabel,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from resources.make_translations import FOLDER, Message, messages, release
from tumorview.error_catalogue import CATALOGUE
from tumorview.errors import TumorViewError
from tumorview.imaging.errors import TruncatedFileError
from tumorview.reporting.series_words import NOT_CALIBRATED
from tumorview.said import joined, say, say_many
from tumorview.services.settings import Settings
from tumorview.ui import language
from tumorview.ui.actions.spec import MenuName
from tumorview.ui.error_words import english_sentence, error_sentence
from tumorview.ui.main_window import MainWindow
from tumorview.ui.series_model import series_facts, series_title

CODES = [code for code in language.LANGUAGES if code != "en"]
_ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
_FIELD = re.compile(r"\{[^{}]*\}")


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    language.use(qapp, "en")


def translations(code: str) -> dict[Message, list[str]]:
    """The finished forms of each message."""
    found = {}
    for message in ET.parse(FOLDER / f"tumorview_{code}.ts").iter("message"):
        source, said = message.findtext("source") or "", message.find("translation")
        assert said is not None
        forms = [form.text or "" for form in said.iter("numerusform")] or [said.text or ""]
        has_number = message.get("numerus") == "yes"
        found[Message(source, has_number)] = [] if said.get("type") else forms
    return found


@pytest.mark.parametrize("code", CODES)
def test_every_text_has_a_translation_and_nothing_else_has(code: str) -> None:
    known = translations(code)
    again = "run: python -m resources.make_translations, then translate what is unfinished"
    assert sorted(set(messages()) - set(known)) == [], again
    assert sorted(set(known) - set(messages())) == [], again
    assert [m.source for m, forms in known.items() if not forms or not all(forms)] == [], again


@pytest.mark.parametrize("code", CODES)
def test_what_is_filled_in_is_the_same_in_every_language(code: str) -> None:
    for message, forms in translations(code).items():
        for form in forms:
            fields = sorted(_FIELD.findall(form))
            wanted = sorted(_FIELD.findall(message.source))
            if message.has_number and "{n}" not in fields and "{n}" in wanted:
                wanted.remove("{n}")  # "the file is done" says its number in words
            assert fields == wanted, form


@pytest.mark.parametrize("code", CODES)
def test_a_key_of_a_menu_is_where_english_has_one_and_no_two_are_alike(code: str) -> None:
    known = translations(code)
    for message, forms in known.items():
        for form in forms:
            assert ("&" in form) == ("&" in message.source), form
    titles = [known[Message(name.value)][0] for name in MenuName]
    letters = [title[title.index("&") + 1].upper() for title in titles]
    assert len(set(letters)) == len(letters), titles


@pytest.mark.parametrize("code", CODES)
def test_no_machine_and_no_line_is_named(code: str) -> None:
    text = (FOLDER / f"tumorview_{code}.ts").read_text("utf-8")
    assert "<location" not in text


def test_what_the_application_reads_was_made_from_what_was_translated(tmp_path: Path) -> None:
    release(into=tmp_path)
    made = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert made == {file.name: file.read_bytes() for file in FOLDER.glob("*.qm")}


@pytest.mark.parametrize(
    ("chosen", "system", "expected"),
    [
        ("system", ["de-AT", "en-GB"], "de"),
        ("system", ["zh-Hans-CN"], "zh"),
        ("system", ["fr_CA"], "fr"),
        ("system", ["it-IT", "de-DE"], "en"),
        ("system", [], "en"),
        ("es", ["de-DE"], "es"),
        ("en", ["de-DE"], "en"),
    ],
)
def test_which_language_the_window_has(chosen: str, system: list[str], expected: str) -> None:
    assert language.language_for(chosen, system) == expected


def test_a_language_without_a_font_is_known() -> None:
    assert language.has_font("de", lambda _script: [])
    assert language.has_font("zh", lambda _script: ["Noto Sans CJK SC"])
    assert not language.has_font("zh", lambda _script: [])


@pytest.mark.parametrize("code", CODES)
def test_the_window_starts_in_the_language(
    qapp: QApplication, make_window: Callable[[Settings], MainWindow], code: str
) -> None:
    language.use(qapp, code)
    window = make_window(Settings())
    known = translations(code)
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == [known[Message(name.value)][0] for name in MenuName]
    assert window.empty.folder_button.text() == known[Message("Open folder…")][0]


@pytest.mark.parametrize("code", CODES)
def test_buttons_of_qt_speak_it_too(qapp: QApplication, qtbot: QtBot, code: str) -> None:
    language.use(qapp, code)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") != "Cancel"


def test_a_sentence_from_below_is_said_whole(qapp: QApplication) -> None:
    span = say("images {first} to {last}", first=3, last=5)
    run = say("Longest run of neighbours: {which}.", which=span)
    language.use(qapp, "de")
    assert language.local(run) == "Längste Folge von Nachbarn: Bilder 3 bis 5."
    assert str(run) == "Longest run of neighbours: images 3 to 5."
    assert language.local(joined((run, NOT_CALIBRATED))).count("Nicht kalibriert") == 1


def test_a_number_decides_about_the_form_and_is_written_as_there(qapp: QApplication) -> None:
    many = say_many(
        "No tumour suspected in {n} image with an answer",
        "No tumour suspected in {n} images with an answer",
        1234,
    )
    one = say_many(
        "No tumour suspected in {n} image with an answer",
        "No tumour suspected in {n} images with an answer",
        1,
    )
    language.use(qapp, "de")
    assert language.local(many) == "Kein Tumorverdacht in 1.234 Bildern mit Antwort"
    assert language.local(one) == "Kein Tumorverdacht in 1 Bild mit Antwort"
    assert language.plural("{n} image", "{n} images", 2) == "2 Bilder"


def test_what_no_translation_knows_stays_as_it_is(qapp: QApplication) -> None:
    language.use(qapp, "fr")
    assert language.local("T1 tra post Gd") == "T1 tra post Gd"
    assert language.local("") == ""


@pytest.mark.parametrize("code", CODES)
def test_an_error_is_never_said_in_two_languages(qapp: QApplication, code: str) -> None:
    known = TruncatedFileError("the file is empty", path=Path("a.dcm"))
    other = TruncatedFileError("the file ends after 17 of 90 bytes", path=Path("a.dcm"))
    unknown = TumorViewError("a reason of its own", remedy="A way out of its own.")
    language.use(qapp, code)
    cause = language.local(CATALOGUE[TruncatedFileError.code].cause)
    way_out = language.local(CATALOGUE[TruncatedFileError.code].remedy)
    assert language.local("the file is empty") in error_sentence(known)
    assert cause.rstrip(".。") in error_sentence(other)
    for error in (known, other):
        assert error_sentence(error).startswith("a.dcm")
        assert error_sentence(error).endswith(way_out)
        assert english_sentence(error) == error.sentence()
    assert error_sentence(unknown) == unknown.sentence()
    assert english_sentence(unknown) == ""


def test_in_english_an_error_is_what_the_command_line_says() -> None:
    error = TruncatedFileError("the file ends after 17 of 90 bytes", path=Path("a.dcm"))
    assert error_sentence(error) == error.sentence()
    assert error_sentence(error, with_path=False) == error.sentence(with_path=False)


def cut_off(top: QWidget) -> list[str]:
    """Texts of buttons and lines in `top` that have less room than they need."""
    found = []
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QToolButton) and widget.toolButtonStyle() is _ICON_ONLY:
            continue
        if isinstance(widget, QAbstractButton) and widget.text():
            needed = widget.minimumSizeHint().width()
        elif isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
            needed = widget.sizeHint().width()
        else:
            continue
        if widget.width() < needed:
            found.append(widget.text())
    return found


def _needed_if_visible(widget: QWidget) -> int:
    return widget.minimumSizeHint().width() if widget.isVisible() else 0


def wider_than_their_area(top: QWidget) -> list[str]:
    """Areas that scroll to and fro only."""
    found = []
    for area in top.findChildren(QScrollArea):
        content = area.widget()
        if not area.isVisible() or content is None:
            continue
        if content.minimumSizeHint().width() > area.viewport().width():
            room = area.viewport().width()
            wide = max(content.findChildren(QWidget), key=_needed_if_visible)
            found.append(f"{type(wide).__name__} needs {_needed_if_visible(wide)} of {room} px")
    return found


@pytest.mark.parametrize("code", language.LANGUAGES)
def test_no_text_is_cut_off_in_a_small_window(
    qapp: QApplication,
    qtbot: QtBot,
    make_window: Callable[[Settings], MainWindow],
    opened: Callable[[MainWindow, Path], MainWindow],
    ct_folder: Path,
    code: str,
) -> None:
    language.use(qapp, code)
    window = make_window(Settings())
    window.resize(960, 600)
    qapp.processEvents()
    assert cut_off(window) == []
    opened(window, ct_folder)
    window.actions_table["result_panel"].setChecked(True)
    assert window.viewer.series is not None
    with qtbot.waitSignal(window.presenter.analysis_ended, timeout=20_000):
        window.actions_table["analyze_image"].trigger()
    window.result_panel.heatmap_controls.show_box.setChecked(True)
    qapp.processEvents()
    assert (window.width(), window.height()) == (960, 600)
    # The toolbar names the series as far as there is room.
    named = {series_title(window.viewer.series, hidden=False), series_facts(window.viewer.series)}
    assert set(cut_off(window.toolbar)) <= named
    assert cut_off(window.result_panel) == []
    assert wider_than_their_area(window.result_panel) == []
    window.actions_table["batch"].trigger()
    qapp.processEvents()
    assert window.batch.dialog is not None
    assert cut_off(window.batch.dialog) == []
    window.personal.preferences.show("Appearance")
    dialog = window.personal.preferences.dialog
    assert dialog is not None
    for place in range(dialog.names.count()):
        dialog.names.setCurrentRow(place)
        qapp.processEvents()
        assert cut_off(dialog) == []
        assert wider_than_their_area(dialog) == []
