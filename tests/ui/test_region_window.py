"""The window from a rectangle: which pixels lie in it, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.dicom_factory import SECONDARY_CAPTURE, write_ct_series, write_dicom, write_mr_series
from tests.ui.driving import corner, drag, wait_for_slice
from tests.ui.turning import expected_view
from tumorview.domain.frames import VoiWindow, WindowOrigin
from tumorview.ui.main_window import MainWindow
from tumorview.ui.viewport.camera import Camera, ImageShape
from tumorview.ui.viewport.rectangle import region_between
from tumorview.ui.viewport.view_orientation import ALL_ORIENTATIONS, ViewOrientation

Open = Callable[[MainWindow, Path], MainWindow]

LEFT = Qt.MouseButton.LeftButton
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
VIEW = (800.0, 600.0)


@given(
    orientation=st.sampled_from(ALL_ORIENTATIONS),
    left=st.floats(-20, 420),
    top=st.floats(-20, 420),
    width=st.floats(12, 300),
    height=st.floats(12, 300),
)
def test_the_pixels_of_a_rectangle_are_those_whose_centre_lies_in_it(
    orientation: ViewOrientation, left: float, top: float, width: float, height: float
) -> None:
    shape = ImageShape(30, 40, 1.2)
    placement = Camera(10.0, orientation=orientation).place(shape, VIEW)
    first = QPointF(placement.left + left, placement.top + top)
    second = first + QPointF(width, height)
    numbers = expected_view(np.arange(30 * 40).reshape(30, 40), orientation)
    rows, columns = numbers.shape
    x = placement.left + (np.arange(columns) + 0.5) * placement.width / columns
    y = placement.top + (np.arange(rows) + 0.5) * placement.height / rows
    inside = np.outer((y >= first.y()) & (y <= second.y()), (x >= first.x()) & (x <= second.x()))
    region = region_between(placement, shape, second, first)
    if region is None:
        assert not inside.any()
        return
    image = np.arange(30 * 40).reshape(30, 40)
    chosen = image[region.top : region.bottom, region.left : region.right]
    if inside.any():
        assert set(chosen.ravel()) == set(numbers[inside])


def test_a_rectangle_within_one_pixel_is_that_pixel() -> None:
    shape = ImageShape(30, 40)
    placement = Camera(20.0).place(shape, VIEW)
    x, y = placement.to_view(7.1, 9.2)
    region = region_between(placement, shape, QPointF(x, y), QPointF(x + 4, y + 4))
    assert region is not None
    assert (region.top, region.bottom, region.left, region.right) == (9, 10, 7, 8)


def test_a_rectangle_off_the_image_holds_nothing() -> None:
    shape = ImageShape(10, 10)
    placement = Camera(2.0).place(shape, VIEW)
    assert region_between(placement, shape, QPointF(0, 0), QPointF(50, 50)) is None


def window_of(window: MainWindow) -> VoiWindow:
    picture = window.reading.viewport.picture
    assert picture is not None
    assert picture.window is not None
    return picture.window


def draw(window: MainWindow, first: tuple[float, float], second: tuple[float, float]) -> None:
    """Draw from one image point (column, row) to another."""
    placement = window.reading.viewport.placement()
    assert placement is not None
    (x0, y0), (x1, y1) = placement.to_view(*first), placement.to_view(*second)
    drag(window.reading.viewport, LEFT, (round(x0), round(y0)), (round(x1), round(y1)), BOTH)


@pytest.mark.parametrize("keys", ["", "R", "VR"])
def test_the_window_spans_the_middle_98_percent_of_the_values_in_the_rectangle(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path, keys: str
) -> None:
    pixels = np.random.default_rng(2).integers(0, 3000, (32, 48)).astype(np.int16)
    write_ct_series(tmp_path / "noise", 3, pixels=pixels)
    opened(window, tmp_path / "noise")
    for key in keys:
        QTest.keyClick(window.reading.viewport, Qt.Key[f"Key_{key}"])
    draw(window, (10.0, 4.0), (30.0, 20.0))
    qtbot.waitUntil(lambda: window_of(window).explanation == "region", timeout=10_000)
    found = window_of(window)
    low, high = np.percentile(pixels[4:20, 10:30].astype(np.float64) - 1024, (1, 99))
    assert found.center == pytest.approx((low + high) / 2, rel=1e-4)
    assert found.width == pytest.approx(high - low, rel=1e-4)
    assert found.origin is WindowOrigin.USER
    assert any(line.startswith("W ") and line.endswith("  region") for line in corner(window))
    window.viewer.go_to(0)
    wait_for_slice(qtbot, window, 0)
    assert window_of(window) == found, "the window holds for the series"
    QTest.keyClick(window.reading.viewport, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window_of(window).width == 80)


def test_padding_is_no_value_and_a_rectangle_of_nothing_else_leaves_the_window(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    pixels = np.full((32, 32), -2000, np.int16)
    pixels[:, 16:] = np.arange(16) * 10
    write_ct_series(
        tmp_path / "padded", 1, pixels=pixels, PixelPaddingValue=-2000, RescaleIntercept=0
    )
    opened(window, tmp_path / "padded")
    draw(window, (2.0, 2.0), (12.0, 12.0))
    qtbot.waitUntil(lambda: window_of(window).explanation == "no values in the region")
    assert (window_of(window).width, window_of(window).center) == (80, 40)
    draw(window, (4.0, 2.0), (32.0, 30.0))
    qtbot.waitUntil(lambda: window_of(window).explanation == "region")
    assert window_of(window).width == pytest.approx(150)
    assert window_of(window).center == pytest.approx(75)


def move(window: MainWindow, place: QPoint, kind: QEvent.Type) -> None:
    viewport = window.reading.viewport
    event = QMouseEvent(
        kind,
        QPointF(place),
        QPointF(viewport.mapToGlobal(place)),
        LEFT if kind is not QEvent.Type.MouseMove else Qt.MouseButton.NoButton,
        LEFT if kind is not QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton,
        BOTH,
    )
    QApplication.sendEvent(viewport, event)


def test_escape_gives_the_rectangle_up_and_resets_nothing(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    viewport = window.reading.viewport
    QTest.keyClick(viewport, Qt.Key.Key_R)
    before = viewport.grab().toImage()
    move(window, QPoint(300, 300), QEvent.Type.MouseButtonPress)
    move(window, QPoint(400, 400), QEvent.Type.MouseMove)
    drawn = viewport.grab().toImage()
    assert drawn.pixelColor(350, 300) != before.pixelColor(350, 300)
    QTest.keyClick(viewport, Qt.Key.Key_Escape)
    assert viewport.grab().toImage().pixelColor(350, 300) == before.pixelColor(350, 300)
    move(window, QPoint(400, 400), QEvent.Type.MouseButtonRelease)
    qtbot.wait(100)
    assert window_of(window).width == 80
    assert window_of(window).origin is WindowOrigin.FILE
    assert viewport.camera.orientation != ViewOrientation(), "the view was not reset"
    QTest.keyClick(viewport, Qt.Key.Key_Escape)
    assert viewport.camera.orientation == ViewOrientation()


def test_a_click_with_both_keys_changes_nothing(
    qtbot: QtBot, window: MainWindow, opened: Open, mr_folder: Path
) -> None:
    opened(window, mr_folder)
    before = window_of(window)
    drag(window.reading.viewport, LEFT, (300, 300), (301, 300), BOTH)
    qtbot.wait(50)
    assert window_of(window) == before


def test_colour_has_no_window_to_set(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    pixels = np.random.default_rng(1).integers(0, 255, (16, 16, 3)).astype(np.uint8)
    write_dicom(tmp_path / "c" / "color.dcm", pixels, SOPClassUID=SECONDARY_CAPTURE)
    opened(window, tmp_path / "c")
    draw(window, (2.0, 2.0), (12.0, 12.0))
    qtbot.wait(50)
    picture = window.reading.viewport.picture
    assert picture is not None
    assert picture.window is None


def test_the_region_is_measured_on_the_slice_that_it_was_drawn_on(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    first, second = np.full((16, 16), 10, np.int16), np.full((16, 16), 700, np.int16)
    first[::2] = 110
    second[::2] = 900
    write_mr_series(
        tmp_path / "s", 1, pixels=first, SeriesInstanceUID="1.2.3", StudyInstanceUID="1.2"
    )
    write_mr_series(
        tmp_path / "s" / "b",
        1,
        pixels=second,
        SeriesInstanceUID="1.2.3",
        StudyInstanceUID="1.2",
        ImagePositionPatient=[0, 0, 50],
        InstanceNumber=2,
    )
    opened(window, tmp_path / "s")
    window.viewer.go_to(0)
    wait_for_slice(qtbot, window, 0)
    draw(window, (2.0, 2.0), (12.0, 12.0))
    window.viewer.go_to(1)
    wait_for_slice(qtbot, window, 1)
    qtbot.waitUntil(lambda: window_of(window).explanation == "region")
    assert (window_of(window).center, window_of(window).width) == pytest.approx((60, 100))
