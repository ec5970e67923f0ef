"""Series that hang together badly, opened in the window: shown, parted or flagged.

Never silently in a wrong order, and never measured by another image's millimetres.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom.uid import generate_uid
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.dicom_factory import AXIAL, write_mr_series, write_series
from tests.ui.driving import wait_for_slice
from tumorview.domain.marks import Mark, MarkKind
from tumorview.ui.browser.model import Role
from tumorview.ui.browser.rows import SeriesRow
from tumorview.ui.main_window import MainWindow

Open = Callable[[MainWindow, Path], MainWindow]

CORONAL = [1.0, 0.0, 0.0, 0.0, 0.0, -1.0]
UIDS: dict[str, Any] = {"StudyInstanceUID": generate_uid(), "SeriesInstanceUID": generate_uid()}


@pytest.fixture(autouse=True)
def _forget_marks(window: MainWindow) -> Iterator[None]:
    yield
    study = window.measuring.book.unsaved()
    if study is not None:
        window.measuring.book.forget(study)


def listed(window: MainWindow) -> list[str]:
    """What the list says of each series, in its order."""
    tree = window.series_list.tree
    found, index = [], tree.model().index(0, 0)
    while index.isValid():
        if isinstance(index.data(Role.ROW), SeriesRow):
            found.append(str(index.data()))
        index = tree.indexBelow(index)
    return found


def flagged(window: MainWindow, words: str) -> bool:
    """True when the list and the image both say it."""
    marks = window.reading.viewport.marks()
    assert marks is not None
    on_image = "\n".join(marks.corners.bottom_right)
    return words.lower() in on_image.lower() and any(
        words.lower() in row.lower() for row in listed(window)
    )


def paged(qtbot: QtBot, window: MainWindow) -> Iterator[int]:
    """Go through the series by keys, from its first image; yields where one is."""
    viewport = window.reading.viewport
    QTest.keyClick(viewport, Qt.Key.Key_Home)
    wait_for_slice(qtbot, window, 0)
    yield 0
    for index in range(1, window.viewer.count):
        QTest.keyClick(viewport, Qt.Key.Key_Down)
        wait_for_slice(qtbot, window, index)
        yield index


def value(window: MainWindow) -> float:
    """Of the pixels on screen: `write_series` gives each image its own."""
    picture = window.reading.viewport.picture
    assert picture is not None
    return float(picture.frame.values[0, 0])


def heights(window: MainWindow) -> list[float]:
    assert window.viewer.series is not None
    places = [frame.geometry.position_mm for frame in window.viewer.series.frames]
    return [place[2] for place in places if place is not None]


def test_a_missing_slice_is_flagged_and_the_rest_is_in_the_order_of_the_body(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    names = ["5.dcm", "1.dcm", "4.dcm", "2.dcm", "3.dcm"]
    write_series(tmp_path / "gap", [0.0, 5.0, 10.0, 20.0, 25.0], names=names)
    opened(window, tmp_path / "gap")
    assert flagged(window, "gap between slices")
    assert [value(window) for _ in paged(qtbot, window)] == [1, 2, 3, 4, 5]


def test_several_orientations_are_flagged_and_each_image_has_its_own_letters(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_series(tmp_path / "mixed" / "b", [5.0, 0.0], orientation=CORONAL, **UIDS)
    write_series(tmp_path / "mixed" / "a", [0.0, 5.0, 10.0], **UIDS)
    opened(window, tmp_path / "mixed")
    assert flagged(window, "images of several orientations")
    tops = []
    for _ in paged(qtbot, window):
        marks = window.reading.viewport.marks()
        assert marks is not None
        assert marks.letters is not None
        tops.append(marks.letters.top)
    # One stack after the other, never dealt like cards.
    assert tops in (["A"] * 3 + ["H"] * 2, ["H"] * 2 + ["A"] * 3)


def test_two_acquisitions_in_one_series_are_two_series_each_in_order(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    for number in (2, 1):
        pixels = np.full((16, 16), number, np.int16)
        folder = tmp_path / "both" / str(number)
        write_series(folder, [10.0, 0.0, 5.0], pixels=pixels, AcquisitionNumber=number, **UIDS)
    opened(window, tmp_path / "both")
    first, second = listed(window)
    assert "acquisition 1" in first
    assert "acquisition 2" in second
    assert flagged(window, "one of several parts of a series")
    seen = []
    for key in (None, Qt.Key.Key_PageDown):
        if key is not None:
            QTest.keyClick(window.reading.viewport, key)
        assert heights(window) == [0.0, 5.0, 10.0]
        seen.append({value(window) for _ in paged(qtbot, window)})
    assert sorted(seen, key=str) == [{1.0}, {2.0}]


def test_a_spacing_between_slices_that_is_not_the_stated_one_is_flagged(
    window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_mr_series(tmp_path / "wrong", 4, SpacingBetweenSlices=2.5)
    opened(window, tmp_path / "wrong")
    assert flagged(window, "slice spacing other than stated")
    assert heights(window) == [0.0, 5.0, 10.0, 15.0]


def test_several_pixel_spacings_are_flagged_and_each_image_is_measured_by_its_own(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    for place, spacing in ((0.0, 0.5), (5.0, 2.0)):
        folder = tmp_path / "spacings" / f"{spacing}"
        write_series(folder, [place], PixelSpacing=[spacing, spacing], **UIDS)
    opened(window, tmp_path / "spacings")
    assert flagged(window, "images of several pixel spacings")
    said, rulers = [], []
    for index in paged(qtbot, window):
        source = window.measuring.layer.source
        assert source is not None
        line = Mark(MarkKind.DISTANCE, ((2.0, 3.0), (12.0, 3.0)), f"1.2.{index}")
        window.measuring.book.change({source: (line,)}, "draw")
        said.append(window.measuring.layer.label(line)[0])
        marks = window.reading.viewport.marks()
        assert marks is not None
        assert marks.ruler is not None
        rulers.append(marks.ruler.length_px / float(marks.ruler.label.split()[0]))
    assert said == ["5.00 mm", "20.0 mm"]
    assert rulers[0] == pytest.approx(4 * rulers[1]), "the same pixels are four times as long"


def test_two_files_with_one_uid_are_both_shown_and_flagged_and_marks_are_of_one(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    uid = generate_uid()
    for name, content, place in (("a", 10, 0.0), ("b", 20, 5.0)):
        pixels = np.full((16, 16), content, np.int16)
        write_series(tmp_path / "same" / name, [place], pixels=pixels, SOPInstanceUID=uid, **UIDS)
    opened(window, tmp_path / "same")
    assert flagged(window, "two files with one SOP Instance UID")
    region = Mark(MarkKind.RECTANGLE, ((2.0, 2.0), (9.0, 9.0)), "1.2.3")
    source = None
    for index in paged(qtbot, window):
        assert value(window) == (10, 20)[index]
        if index == 0:
            source = window.measuring.layer.source
            assert source is not None
            window.measuring.book.change({source: (region,)}, "draw")
            qtbot.waitUntil(lambda: window.measuring.layer.measurement(region) is not None)
            assert "Mean 10" in window.measuring.layer.label(region)[1]
        else:
            assert window.measuring.layer.marks == (), "the other file is another image"
    # A report names the image by its UID alone, so what is loaded from it is said to be uncertain.
    assert source is not None
    saved = tmp_path / "marks.dcm"
    window.measuring.files.choose_new = lambda: saved
    window.measuring.files.choose_old = lambda: saved
    window.actions_table["save_marks"].trigger()
    qtbot.waitUntil(saved.exists)
    window.measuring.book.change({source: ()}, "delete")
    window.actions_table["load_marks"].trigger()
    qtbot.waitUntil(lambda: len(window.measuring.book.of(source)) == 1)
    qtbot.waitUntil(lambda: any("several files have" in b.text for b in window.notices.banners))


def test_one_study_uid_on_two_patients_is_two_patients_in_the_list(
    window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    for patient in ("A", "B"):
        folder = tmp_path / "two" / patient
        write_series(folder, [0.0, 5.0], orientation=AXIAL, PatientID=patient, **UIDS)
    opened(window, tmp_path / "two")
    assert window.series_list.tree.model().rowCount() == 2
    assert window.viewer.count == 2
