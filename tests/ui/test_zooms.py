"""1:1, real size, and what is said of the zoom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_ct_series, write_mr_series
from tests.ui.driving import corner, drag
from tumorview.ui.main_window import MainWindow
from tumorview.ui.viewport.camera import Camera, ImageShape
from tumorview.ui.viewport.view_orientation import ALL_ORIENTATIONS, ViewOrientation
from tumorview.ui.viewport.zooms import one_to_one, pixels_per_mm, real_size

Open = Callable[[MainWindow, Path], MainWindow]

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0, 3.0])
@pytest.mark.parametrize("stretch", [1.0, 0.5, 2.5])
@pytest.mark.parametrize("orientation", ALL_ORIENTATIONS)
def test_at_one_to_one_the_shorter_side_of_a_pixel_is_one_whole_pixel_of_the_screen(
    ratio: float, stretch: float, orientation: ViewOrientation
) -> None:
    shape = ImageShape(33, 77, stretch)
    camera = Camera(one_to_one(shape, ratio), 0.3, -0.2, orientation)
    placement = camera.place(shape, (640.0, 481.0), ratio)
    assert placement.pixel_side * ratio == pytest.approx(1.0)
    for edge in (placement.left * ratio, placement.top * ratio):
        assert edge == pytest.approx(round(edge))


def test_real_size_is_spacing_times_the_density_of_the_screen() -> None:
    density = pixels_per_mm(96.0)
    assert density is not None
    found = real_size((2.0, 0.5), density)
    # 96 pixels an inch: a column of half a millimetre is 96 / 25.4 / 2 pixels wide.
    assert found.zoom == pytest.approx(1.8898, abs=1e-4)
    assert found.problem == ""


@pytest.mark.parametrize("dots", [0.0, -1.0, 5.0, 1e9, float("inf"), float("nan")])
def test_a_screen_whose_size_cannot_be_believed_has_no_density(dots: float) -> None:
    assert pixels_per_mm(dots) is None


def test_without_spacing_or_screen_or_within_no_zoom_there_is_a_reason() -> None:
    assert real_size(None, 4.0).problem == "pixel spacing unknown"
    assert real_size((1.0, 1.0), None).problem == "size of the screen unknown"
    assert real_size((1000.0, 1000.0), 4.0).problem == "beyond the zoom range"
    assert real_size((1e-6, 1e-6), 4.0).problem == "beyond the zoom range"


def zoom_line(window: MainWindow) -> str:
    return next(line for line in corner(window) if line.startswith("Zoom "))


def test_the_zoom_and_its_name_stand_in_the_corner(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    viewport = window.reading.viewport
    assert zoom_line(window).endswith("  fit")
    QTest.keyClick(viewport, Qt.Key.Key_1, CONTROL)
    assert zoom_line(window) == "Zoom 100%  1:1"
    QTest.keyClick(viewport, Qt.Key.Key_2, CONTROL)
    assert zoom_line(window).endswith("%  real size")
    drag(viewport, Qt.MouseButton.RightButton, (300, 200), (300, 150))
    assert "real size" not in zoom_line(window)
    QTest.keyClick(viewport, Qt.Key.Key_Return, CONTROL)
    assert zoom_line(window).endswith("  fit")


def test_one_to_one_shows_every_pixel_of_the_image_as_it_is(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    noise = np.random.default_rng(5).integers(0, 1000, (63, 48)).astype(np.int16)
    write_mr_series(tmp_path / "noise", 1, pixels=noise, PixelSpacing=[1.0, 1.0])
    opened(window, tmp_path / "noise")
    viewport = window.reading.viewport
    QTest.keyClick(viewport, Qt.Key.Key_1, CONTROL)
    viewport.resize(viewport.width() - 1, viewport.height())
    placement, picture = viewport.placement(), viewport.picture
    assert placement is not None
    assert picture is not None
    shown, left, top = viewport.grab().toImage(), round(placement.left), round(placement.top)
    for row in range(63):
        for column in range(48):
            seen = shown.pixelColor(QPoint(left + column, top + row)).red()
            assert seen == picture.image.pixelColor(column, row).red()


def test_real_size_follows_the_screen_that_the_window_is_on(
    window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_ct_series(tmp_path / "one", 1, PixelSpacing=[1.5, 0.5])
    opened(window, tmp_path / "one")
    viewport = window.reading.viewport
    QTest.keyClick(viewport, Qt.Key.Key_2, CONTROL)
    QTest.keyClick(viewport, Qt.Key.Key_R)
    placement = viewport.placement()
    assert placement is not None
    screen = viewport.screen()
    wide, high = screen.geometry().width(), screen.physicalSize().width()
    # 16 rows of 1.5 mm, lying on their side, and 16 columns of 0.5 mm.
    assert placement.width == pytest.approx(16 * 1.5 * wide / high)
    assert placement.height == pytest.approx(16 * 0.5 * wide / high)


def test_real_size_is_not_offered_without_spacing_and_the_menu_says_why(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_mr_series(tmp_path / "s" / "a", 1, SeriesNumber=1, PixelSpacing=None)
    write_mr_series(tmp_path / "s" / "b", 1, SeriesNumber=2)
    opened(window, tmp_path / "s")
    action = window.actions_table["real_size"]
    assert not action.isEnabled()
    assert action.text() == "Real size (pixel spacing unknown)"
    before = window.reading.viewport.placement()
    window.reading.viewport.control.zoom_real_size()
    assert window.reading.viewport.placement() == before
    with qtbot.waitSignal(window.reading.shown):
        QTest.keyClick(window.reading.viewport, Qt.Key.Key_PageDown)
    assert action.isEnabled()
    assert action.text() == "Real size"


def test_real_size_is_not_offered_on_a_screen_of_unknown_size(
    window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    def unknown(screen: QScreen | None) -> float | None:
        return None

    window.reading.viewport.control.density_of = unknown
    opened(window, ct_folder)
    action = window.actions_table["real_size"]
    assert not action.isEnabled()
    assert action.text() == "Real size (size of the screen unknown)"


def test_a_spacing_at_the_detector_is_said_and_gives_no_real_size(
    window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    write_mr_series(
        tmp_path / "dx", 1, Modality="DX", PixelSpacing=None, ImagerPixelSpacing=[0.2, 0.2]
    )
    opened(window, tmp_path / "dx")
    action = window.actions_table["real_size"]
    assert not action.isEnabled()
    assert action.text() == "Real size (pixel spacing is that of the detector)"
    marks = window.reading.viewport.marks()
    assert marks is not None
    assert marks.ruler is not None
    assert marks.ruler.label.endswith(" mm")
    assert marks.ruler.words == "at the detector"
    assert any(line.endswith("0.2 mm/px at the detector") for line in marks.corners.bottom_right)
