"""The picture beside the plain one: marks, overlays and magnifier as in the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.dicom_factory import make_dataset, save
from tests.ui.driving import corner, drag, turn_wheel
from tests.ui.screens import pixels_of, rgb
from tests.unit.imaging.test_overlays import add_overlay
from tumorview.ui.heatmap.pair import PicturePair
from tumorview.ui.main_window import MainWindow
from tumorview.ui.viewport.lens import RADIUS
from tumorview.ui.viewport.view import Viewport

Open = Callable[[MainWindow, Path], MainWindow]
Mask = npt.NDArray[np.bool_]


@pytest.fixture
def pair(qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path) -> Iterator[PicturePair]:
    """Two pictures of one slice with an overlay, the second one with its heatmap."""
    noise = np.random.default_rng(3).integers(0, 900, (96, 96)).astype(np.int16)
    plane = np.zeros((20, 30), np.bool_)
    plane[0, :] = plane[-1, :] = True
    opened(window, save(add_overlay(make_dataset(noise, Modality="MR"), plane), tmp_path / "a.dcm"))
    with qtbot.waitSignal(window.presenter.analysis_ended, timeout=20_000):
        window.actions_table["analyze_image"].trigger()
    window.actions_table["heatmap_beside"].trigger()
    found = window.reading.pair

    def there() -> bool:
        second = found.second.picture
        return found.is_paired and second is not None and second.heat is not None

    qtbot.waitUntil(there)
    yield found
    study = window.measuring.book.unsaved()
    if study is not None:
        window.measuring.book.forget(study)


def inked(viewport: Viewport, ink: str) -> Mask:
    """Screen pixels in a colour of the theme."""
    shown = pixels_of(viewport.grab().toImage())
    return np.asarray((shown == rgb(ink)).all(axis=2))


def draw_line(window: MainWindow) -> None:
    """A distance across the middle of the first picture."""
    viewport = window.reading.viewport
    placement = viewport.placement()
    assert placement is not None
    QTest.keyClick(viewport, Qt.Key.Key_D)
    x, y = (round(v) for v in placement.to_view(20.0, 48.0))
    drag(viewport, Qt.MouseButton.LeftButton, (x, y), (x + 90, y))
    QTest.keyClick(viewport, Qt.Key.Key_Escape)


def test_overlays_lie_on_both_and_o_takes_them_off_both(
    window: MainWindow, pair: PicturePair
) -> None:
    assert inked(pair.first, "overlay_plane").sum() > 100
    assert (inked(pair.second, "overlay_plane") == inked(pair.first, "overlay_plane")).all()
    QTest.keyClick(window, Qt.Key.Key_O)
    assert not inked(pair.first, "overlay_plane").any()
    assert not inked(pair.second, "overlay_plane").any()


def test_a_mark_lies_at_the_same_place_of_both_whatever_is_moved(
    window: MainWindow, pair: PicturePair
) -> None:
    draw_line(window)
    for _ in range(2):
        first, second = (inked(one, "overlay_mark_selected") for one in (pair.first, pair.second))
        assert second.sum() > 10
        # The heatmap shines through the edge of a line, so single pixels may differ.
        here, there = (np.argwhere(one).mean(axis=0) for one in (first, second))
        assert np.allclose(here, there, atol=3)
        pair.second.control.zoom(1.6, QPointF(200, 200))
        window.actions_table["rotate_right"].trigger()
    window.actions_table["delete_mark"].trigger()
    assert not inked(pair.second, "overlay_mark_selected").any()


def test_the_second_picture_is_drawn_again_when_a_mark_is_pulled(
    window: MainWindow, pair: PicturePair, qtbot: QtBot
) -> None:
    draw_line(window)
    QTest.keyClick(pair.first, Qt.Key.Key_Escape)
    painted: list[object] = []
    pair.second.layers.append(lambda _painter, placement: painted.append(placement))
    QApplication.processEvents()
    painted.clear()
    placement = pair.first.placement()
    assert placement is not None
    x, y = (round(v) for v in placement.to_view(20.0, 48.0))
    drag(pair.first, Qt.MouseButton.LeftButton, (x + 40, y), (x + 40, y + 40))
    qtbot.waitUntil(lambda: bool(painted))
    (mark,) = window.measuring.layer.marks
    assert mark.points[0][1] > 50.0


@pytest.mark.parametrize("over", ["first", "second"])
def test_the_magnifier_shows_the_same_place_in_both(
    window: MainWindow, pair: PicturePair, over: str
) -> None:
    pointed, other = (pair.first, pair.second) if over == "first" else (pair.second, pair.first)
    window.actions_table["magnifier"].trigger()
    QTest.mouseMove(pointed, QPoint(2, 2))
    before = pixels_of(other.grab().toImage())
    middle = QPoint(other.width() // 2, other.height() // 2)
    QTest.mouseMove(pointed, middle)
    after = pixels_of(other.grab().toImage())
    changed = np.argwhere((before != after).any(axis=2))
    lens = changed[np.hypot(*(changed - (middle.y(), middle.x())).T) <= RADIUS + 2]
    assert len(lens) > 10_000
    turn_wheel(pointed, 120, at=middle)
    assert pair.first.lens == pair.second.lens
    assert (pixels_of(other.grab().toImage()) != after).any()
    assert any("Lens 3" in line for line in corner(window))
    QApplication.sendEvent(pointed, QEvent(QEvent.Type.Leave))
    assert (pixels_of(other.grab().toImage())[150:-150] == before[150:-150]).all()
    window.actions_table["magnifier"].trigger()
    assert pair.second.lens is None


def test_the_value_under_the_pointer_is_read_from_either_picture(
    window: MainWindow, pair: PicturePair
) -> None:
    placement = pair.second.placement()
    assert placement is not None
    x, y = placement.to_view(30.5, 60.5)
    QTest.mouseMove(pair.second, QPoint(round(x), round(y)))
    assert corner(window)[0].endswith("(30, 60)")
