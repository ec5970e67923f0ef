"""Overlays and burned-in text in the window: switched, said, and never in the way of the image."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.dicom_factory import SECONDARY_CAPTURE, make_dataset, save, write_dicom
from tests.rendering import dcm2pnm
from tests.ui.driving import corner, wait_for_slice
from tests.ui.screens import pixels_of, rgb
from tests.unit.imaging.test_overlays import add_overlay
from tumorview.domain.reading import ReadingNotice
from tumorview.imaging.image_file import open_image
from tumorview.ui.frame_cache import FrameCache
from tumorview.ui.main_window import MainWindow
from tumorview.ui.viewport.readout import BURNED_IN, MAYBE_BURNED_IN, OVERLAYS_OFF, OVERLAYS_TELL
from tumorview.ui.work import FrameReader

Open = Callable[[MainWindow, Path], MainWindow]

IMAGE = np.full((40, 60), 100, np.uint8)
SHOWN: dict[str, Any] = {"WindowCenter": 128, "WindowWidth": 256}


def box() -> Any:
    plane = np.zeros((10, 14), np.bool_)
    plane[0, :] = plane[-1, :] = plane[:, 0] = plane[4:7, 3:5] = True
    return plane


def inked(window: MainWindow) -> int:
    """Screen pixels in the colour of overlays."""
    shown = pixels_of(window.reading.viewport.grab().toImage())
    return int((shown == rgb("overlay_plane")).all(axis=2).sum())


def caution(window: MainWindow) -> str:
    marks = window.reading.viewport.marks()
    assert marks is not None
    return marks.caution


def test_overlays_are_drawn_and_o_switches_them(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    path = save(add_overlay(make_dataset(IMAGE, **SHOWN), box()), tmp_path / "a.dcm")
    opened(window, path)
    assert inked(window) > 100
    assert OVERLAYS_OFF not in corner(window)
    QTest.keyClick(window, Qt.Key.Key_O)
    assert inked(window) == 0
    assert OVERLAYS_OFF in corner(window)
    # The picture with the heatmap beside it is to be compared with this one.
    assert not window.reading.pair.second.overlays_on
    assert not window.actions_table["overlays"].isChecked()
    QTest.keyClick(window, Qt.Key.Key_O)
    assert inked(window) > 100


def test_an_image_without_overlays_says_nothing_of_them(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    opened(window, write_dicom(tmp_path / "a.dcm", IMAGE, **SHOWN))
    window.actions_table["overlays"].trigger()
    assert not any("verlay" in line for line in corner(window))


def test_a_frame_shows_its_own_frame_of_an_overlay(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    frames = np.repeat(IMAGE[np.newaxis], 4, axis=0)
    planes = np.stack([box(), np.ones((10, 14), np.bool_)])
    ds = add_overlay(make_dataset(frames, **SHOWN), planes, frame_origin=2)
    opened(window, save(ds, tmp_path / "a.dcm"))
    found = []
    for index in range(4):
        window.viewer.go_to(index)
        wait_for_slice(qtbot, window, index)
        found.append(inked(window))
    assert found[0] == found[3] == 0
    assert 0 < found[1] < found[2]


def test_an_overlay_that_cannot_be_read_is_said_and_the_image_shown(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    ds = add_overlay(make_dataset(IMAGE, **SHOWN), box(), data=b"\1\2")
    opened(window, save(ds, tmp_path / "a.dcm"))
    assert window.reading.viewport.picture is not None
    assert "Not drawn: overlay 6000: 2 bytes where 18 are needed" in corner(window)


def test_overlays_count_in_the_cache(tmp_path: Path) -> None:
    path = save(add_overlay(make_dataset(IMAGE), box()), tmp_path / "a.dcm")
    reader = FrameReader()
    frame = reader.read(open_image(path).header.frames[0].source)
    reader.close()
    cache = FrameCache()
    cache.put(frame)
    assert cache.size_bytes == IMAGE.size * 4 + box().size


@pytest.mark.skipif(
    shutil.which("dcm2pnm") is None, reason="dcm2pnm (dcmtk) is not installed (CONTRIBUTING.md)"
)
@pytest.mark.parametrize("origin", [[1, 1], [5, 9], [-3, -4], [36, 50]])
def test_overlays_lie_where_dcmtk_draws_them(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path, origin: list[int]
) -> None:
    ds = add_overlay(make_dataset(IMAGE, **SHOWN), box(), origin=origin)
    path = save(ds, tmp_path / "a.dcm")
    theirs = dcm2pnm.picture(path, tmp_path, ("+Wi", "1", "+O", "1")) == 255
    assert theirs.any()
    opened(window, path)
    viewport = window.reading.viewport
    viewport.control.zoom_one_to_one()
    placement = viewport.placement()
    assert placement is not None
    top, left = round(placement.top), round(placement.left)
    shown = pixels_of(viewport.grab().toImage())[top : top + 40, left : left + 60]
    ours = (shown == rgb("overlay_plane")).all(axis=2)
    np.testing.assert_array_equal(ours, theirs)


@pytest.mark.parametrize(
    ("tags", "said"),
    [
        ({"BurnedInAnnotation": "YES"}, BURNED_IN),
        ({"SOPClassUID": SECONDARY_CAPTURE}, MAYBE_BURNED_IN),
        ({"SOPClassUID": f"{SECONDARY_CAPTURE}.4"}, MAYBE_BURNED_IN),
        ({"SOPClassUID": SECONDARY_CAPTURE, "BurnedInAnnotation": "YES"}, BURNED_IN),
        ({"SOPClassUID": SECONDARY_CAPTURE, "BurnedInAnnotation": "NO"}, ""),
        ({"BurnedInAnnotation": "NO"}, ""),
        ({}, ""),
    ],
)
def test_text_that_may_be_burnt_into_the_pixels_is_cautioned_against(
    qtbot: QtBot,
    window: MainWindow,
    opened: Open,
    tmp_path: Path,
    tags: dict[str, Any],
    said: str,
) -> None:
    opened(window, write_dicom(tmp_path / "a.dcm", IMAGE, **SHOWN, **tags))
    assert caution(window) == said


def test_the_caution_goes_with_the_text_but_not_while_identity_is_hidden(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    opened(window, write_dicom(tmp_path / "a.dcm", IMAGE, BurnedInAnnotation="YES", **SHOWN))
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert caution(window) == BURNED_IN
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert caution(window) == ""
    window.actions_table["hide_identity"].trigger()
    assert caution(window) == BURNED_IN


def test_hidden_identity_warns_of_overlays_while_they_are_drawn(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    path = save(add_overlay(make_dataset(IMAGE, **SHOWN), box()), tmp_path / "a.dcm")
    opened(window, path)
    assert caution(window) == ""
    window.actions_table["hide_identity"].trigger()
    assert caution(window) == OVERLAYS_TELL
    window.actions_table["overlays"].trigger()
    assert caution(window) == ""


def test_a_burned_in_annotation_is_noticed_of_the_file(tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "a.dcm", IMAGE, BurnedInAnnotation="yes ")
    assert ReadingNotice.BURNED_IN in open_image(path).header.notices
