"""Descriptions are free text and may hold a name: with identity hidden they are nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_mr_series
from tumorview.cancel import CancelToken
from tumorview.domain.marks import Mark, MarkKind
from tumorview.services.settings import Settings
from tumorview.ui.browser.model import Role
from tumorview.ui.main_window import MainWindow
from tumorview.ui.measuring.book import study_key
from tumorview.ui.takeaway.drawing import Draughtsman
from tumorview.ui.takeaway.snapshot import Snapshot, report_facts, take_snapshot
from tumorview.ui.takeaway.wishes import Content, PictureSize
from tumorview.ui.viewport.corner_text import TextLevel

Open = Callable[[MainWindow, Path], MainWindow]

STUDY, SERIES = "Kontrolle Frau Doe", "T1 for Jane"


@pytest.fixture
def reading(window: MainWindow, opened: Open, tmp_path: Path) -> Iterator[MainWindow]:
    write_series(tmp_path / "mr", StudyDescription=STUDY, SeriesDescription=SERIES)
    yield opened(window, tmp_path / "mr")
    study = window.measuring.book.unsaved()
    if study is not None:
        window.measuring.book.forget(study)


def write_series(folder: Path, **tags: object) -> None:
    write_mr_series(folder, 3, ScanningSequence="SE", RepetitionTime=500, **tags)


def hide(window: MainWindow) -> None:
    window.actions_table["hide_identity"].trigger()
    assert window.settings.current.hide_identity


def said(window: MainWindow) -> str:
    """Everything that the window shows and says of what is read."""
    viewport = window.reading.viewport
    marks = viewport.marks()
    assert marks is not None
    tree = window.series_list.tree
    rows, index = [], tree.model().index(0, 0)
    while index.isValid():
        rows.append(str(index.data()))
        rows.append(str(index.data(Role.ROW).__class__))
        index = tree.indexBelow(index)
    labels = [label.text() + label.toolTip() for label in window.findChildren(QLabel)]
    corners = marks.corners
    lines = (*corners.top_left, *corners.top_right, *corners.bottom_left, *corners.bottom_right)
    spoken = (window.windowTitle(), viewport.accessibleDescription())
    return "\n".join((*spoken, *lines, *rows, *labels))


def tells(text: str) -> list[str]:
    return [word for word in ("Doe", "Jane", "Kontrolle") if word in text]


def taken(window: MainWindow) -> Snapshot:
    found = take_snapshot(
        window.viewer,
        window.reading.viewport,
        hide_identity=window.settings.current.hide_identity,
        rate=None,
    )
    assert found is not None
    return found


def test_the_window_shows_descriptions_until_identity_is_hidden(reading: MainWindow) -> None:
    before = said(reading)
    assert STUDY in before
    assert SERIES in before
    hide(reading)
    after = said(reading)
    assert not tells(after)
    marks = reading.reading.viewport.marks()
    assert marks is not None
    assert marks.corners.bottom_right[0] == "Series 2  spin echo TR 500"
    assert marks.corners.bottom_right[1].startswith("MR  BRAIN")
    assert reading.windowTitle().startswith("MR · Series 2")


def test_without_identity_by_space_descriptions_are_off_the_image_too(reading: MainWindow) -> None:
    reading.reading.viewport.cycle_text()
    marks = reading.reading.viewport.marks()
    assert marks is not None
    assert reading.reading.viewport.text_level is TextLevel.NO_IDENTITY
    assert not tells(repr(marks.corners))


def test_a_picture_for_a_file_is_the_same_whatever_the_descriptions_say(
    make_window: Callable[[Settings], MainWindow], opened: Open, tmp_path: Path
) -> None:
    drawn: list[QImage] = []
    for place, words in enumerate((STUDY, "CT")):
        folder = tmp_path / str(place)
        write_series(folder, StudyDescription=words, SeriesDescription=words)
        window = opened(make_window(Settings(hide_identity=True)), folder)
        snapshot = taken(window)
        content = Content(PictureSize.OWN, snapshot.content.text)
        with closing(Draughtsman(snapshot.sight, content, enlarge=40.0)) as draughtsman:
            drawn.append(draughtsman.draw(snapshot.shots[1], CancelToken()))
    assert drawn[0].width() > 600, "large enough for corners"
    assert drawn[0] == drawn[1]


def test_a_report_keeps_modality_and_sequence_and_no_description(reading: MainWindow) -> None:
    named = dict(report_facts(taken(reading), identity=True, heatmap=False).rows)
    assert SERIES in named["Series"]
    hide(reading)
    rows = dict(report_facts(taken(reading), identity=True, heatmap=False).rows)
    assert not tells(repr(rows))
    assert (rows["Modality"], rows["Series"]) == ("MR BRAIN", "2")
    assert rows["Sequence"] == "spin echo TR 500"


def test_the_list_of_key_images_and_the_clipboard_say_no_description(
    qtbot: QtBot, reading: MainWindow
) -> None:
    reading.actions_table["key_image"].trigger()
    reading.actions_table["key_images"].trigger()
    dialog = reading.key_images.dialog
    assert dialog is not None

    def listed() -> str:
        item = dialog.table.item(0, 1)
        assert item is not None
        return item.text()

    assert listed() == SERIES
    hide(reading)
    assert listed() == "Series 2"
    source = reading.measuring.layer.source
    assert source is not None
    mark = Mark(MarkKind.DISTANCE, ((1.0, 1.0), (9.0, 9.0)), "1.2.3")
    reading.measuring.book.change({source: (mark,)}, "draw")
    clipboard = QApplication.clipboard()
    clipboard.setText("")
    reading.actions_table["copy_marks"].trigger()
    qtbot.waitUntil(lambda: "11.3" in clipboard.text() or "mm" in clipboard.text())
    assert not tells(clipboard.text())
    reading.measuring.book.forget(study_key(source))
    dialog.close()


def test_the_search_of_the_list_does_not_find_what_is_hidden(reading: MainWindow) -> None:
    hide(reading)
    reading.series_list.rows.set_search("kontrolle")
    assert reading.series_list.tree.model().rowCount() == 0
