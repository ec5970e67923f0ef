"""DICOM overlays on the screen: every bit where numpy puts it, in each of the eight views."""

from __future__ import annotations

import json

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.screens import picture_with, pixels_of
from tests.ui.turning import expected_view
from tumorview.domain.overlays import FrameOverlays, OverlayKind, OverlayPlane
from tumorview.paths import resources_dir
from tumorview.ui.qimage import overlay_pictures
from tumorview.ui.viewport.canvas import Canvas
from tumorview.ui.viewport.view import Viewport
from tumorview.ui.viewport.view_orientation import ALL_ORIENTATIONS, ViewOrientation

Bits = npt.NDArray[np.bool_]
Screen = npt.NDArray[np.int16]

ROWS, COLUMNS = 14, 22
ROUND = 5
"""Image pixels beside the image that are looked at as well."""
ORIGIN = (-2, 17)
"""Above the image and over its right edge; counted from 1."""
WIDTH, HEIGHT = 700, 620
STRETCH = 1.5
WHOLE, PARTS = 16.0, 5.3

every_view = pytest.mark.parametrize(
    "orientation", ALL_ORIENTATIONS, ids=lambda o: f"{o.rotation}{'h' if o.horizontal_flip else ''}"
)


def image() -> npt.NDArray[np.float64]:
    rows, columns = np.mgrid[0:ROWS, 0:COLUMNS]
    greys: npt.NDArray[np.float64] = (30.0 + 6 * rows + 3 * columns).astype(np.float64)
    return greys


def letter() -> Bits:
    """An F with a full rim at its left: no two views of it alike."""
    lines = ("#######", "#......", "#####..", "#......", "#......", "#.....#")
    return np.array([[mark == "#" for mark in line] for line in lines])


def overlay(
    mask: Bits, origin: tuple[int, int] = ORIGIN, kind: OverlayKind = OverlayKind.GRAPHICS
) -> FrameOverlays:
    return FrameOverlays((OverlayPlane(0x6000, kind, origin, mask),))


def ink() -> Screen:
    colors = json.loads((resources_dir() / "theme" / "dark.json").read_text("utf-8"))
    return np.array(list(bytes.fromhex(colors["overlay_plane"][1:])), np.int16)


def world(mask: Bits, origin: tuple[int, int] = ORIGIN) -> Bits:
    """`mask` in the plane of the image, with ROUND pixels more on each side."""
    plane = np.zeros((ROWS + 2 * ROUND, COLUMNS + 2 * ROUND), np.bool_)
    top, left = origin[0] - 1 + ROUND, origin[1] - 1 + ROUND
    plane[top : top + mask.shape[0], left : left + mask.shape[1]] = mask
    return plane


def blown_up(plane: Bits, orientation: ViewOrientation, zoom: float, ratio: int = 1) -> Bits:
    """bool[height, width] of the screen, each pixel of `plane` as a rectangle in its middle."""
    high, wide = zoom * STRETCH * ratio, zoom * ratio
    if orientation.rotation in (90, 270):
        high, wide = wide, high
    turned = expected_view(plane, orientation)
    squares = turned.repeat(int(high), axis=0).repeat(int(wide), axis=1)
    screen = np.zeros((HEIGHT * ratio, WIDTH * ratio), np.bool_)
    top = (screen.shape[0] - squares.shape[0]) // 2
    left = (screen.shape[1] - squares.shape[1]) // 2
    cut = squares[max(-top, 0) :, max(-left, 0) :][: screen.shape[0], : screen.shape[1]]
    top, left = max(top, 0), max(left, 0)
    screen[top : top + cut.shape[0], left : left + cut.shape[1]] = cut
    return screen


@pytest.fixture
def viewport(qtbot: QtBot, qapp: QApplication) -> Viewport:
    made = Viewport()
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    made.cycle_text()
    made.cycle_text()
    return made


def show(
    viewport: Viewport, overlays: FrameOverlays, orientation: ViewOrientation, zoom: float
) -> tuple[Screen, Screen]:
    """The screen with the overlays and without."""
    viewport.show_picture(picture_with(image(), overlays, spacing=(STRETCH, 1.0)))
    viewport.control.turn(orientation)
    viewport.control._zoom_to(zoom)
    drawn = pixels_of(viewport.grab().toImage())
    viewport.set_overlays(False)
    return drawn, pixels_of(viewport.grab().toImage())


def without_letters(bits: Bits) -> Bits:
    """The letters at the edges of the screen lie over everything; there nothing is compared."""
    kept = np.ones(bits.shape, np.bool_)
    kept[:60, 300:400] = kept[-60:, 300:400] = False
    kept[280:340, :60] = kept[280:340, -60:] = False
    return kept


@every_view
def test_every_bit_is_drawn_where_numpy_puts_it(
    viewport: Viewport, orientation: ViewOrientation
) -> None:
    drawn, plain = show(viewport, overlay(letter()), orientation, WHOLE)
    expected = blown_up(world(letter()), orientation, WHOLE)
    kept = without_letters(expected)
    assert expected[kept].any()
    assert (drawn[expected & kept] == ink()).all()
    assert (drawn[~expected & kept] == plain[~expected & kept]).all()


@every_view
def test_the_comparison_sees_a_shift_by_one_pixel_and_every_other_view(
    viewport: Viewport, orientation: ViewOrientation
) -> None:
    drawn, _ = show(viewport, overlay(letter(), (5, 9)), orientation, WHOLE)
    seen = (drawn == ink()).all(axis=2)
    right = blown_up(world(letter(), (5, 9)), orientation, WHOLE)
    assert (seen == right).all()
    for moved in ((4, 9), (6, 9), (5, 8), (5, 10)):
        assert (seen != blown_up(world(letter(), moved), orientation, WHOLE)).any()
    for other in ALL_ORIENTATIONS:
        if other != orientation:
            assert (seen != blown_up(world(letter(), (5, 9)), other, WHOLE)).any()


@every_view
def test_a_region_lets_the_image_through(viewport: Viewport, orientation: ViewOrientation) -> None:
    region = overlay(letter(), (5, 9), OverlayKind.REGION)
    drawn, plain = show(viewport, region, orientation, WHOLE)
    expected = blown_up(world(letter(), (5, 9)), orientation, WHOLE)
    mixed = 0.4 * ink() + 0.6 * plain[expected]
    assert np.abs(drawn[expected] - mixed).max() <= 2
    assert (drawn[~expected] == plain[~expected]).all()


@every_view
def test_edges_are_sharp_at_any_zoom(viewport: Viewport, orientation: ViewOrientation) -> None:
    drawn, plain = show(viewport, overlay(letter(), (5, 9)), orientation, PARTS)
    is_ink = (drawn == ink()).all(axis=2)
    assert (is_ink | (drawn == plain).all(axis=2)).all()
    placement = viewport.placement()
    assert placement is not None
    for (row, column), bit in np.ndenumerate(letter()):
        x, y = placement.to_view(8 + column + 0.5, 4 + row + 0.5)
        assert is_ink[int(y), int(x)] == bit
    share = is_ink.sum() / (letter().sum() * PARTS * PARTS * STRETCH)
    assert share == pytest.approx(1, abs=0.15)


@every_view
def test_on_a_dense_screen_every_bit_is_twice_as_many(
    viewport: Viewport, orientation: ViewOrientation
) -> None:
    show(viewport, overlay(letter(), (5, 9)), orientation, WHOLE)
    picture, placement = viewport.picture, viewport.placement()
    assert picture is not None
    assert placement is not None
    size = QSize(WIDTH, HEIGHT)
    drawn = Canvas().paint(picture.image, placement, size, 2.0, picture.overlays)
    seen = (pixels_of(drawn.toImage()) == ink()).all(axis=2)
    assert (seen == blown_up(world(letter(), (5, 9)), orientation, WHOLE, 2)).all()


@every_view
@pytest.mark.parametrize("zoom", [0.9, 0.5, 0.31, 0.2, 0.07])
def test_a_thin_line_stays_whole_where_the_image_is_shown_smaller(
    viewport: Viewport, orientation: ViewOrientation, zoom: float
) -> None:
    side = 501
    lines = np.zeros((side, side), np.bool_)
    lines[113, :] = lines[:, 200] = True
    viewport.show_picture(picture_with(np.zeros((side, side)), overlay(lines, (1, 1))))
    viewport.control.turn(orientation)
    viewport.control._zoom_to(zoom)
    seen = (pixels_of(viewport.grab().toImage()) == ink()).all(axis=2)
    rows, columns = np.nonzero(seen)
    length = side * zoom
    across, down = np.ptp(columns) + 1, np.ptp(rows) + 1
    assert across == pytest.approx(length, abs=4)
    assert down == pytest.approx(length, abs=4)
    # One line that reaches from edge to edge each way, without a gap.
    assert seen.sum(axis=1).max() == across
    assert seen.sum(axis=0).max() == down


@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (33, 32), (64, 65), (500, 301)])
def test_halvings_keep_every_bit(shape: tuple[int, int]) -> None:
    mask = np.zeros(shape, np.bool_)
    mask[-1, -1] = True
    (picture,) = overlay_pictures(overlay(mask))
    for level in picture.levels:
        assert level.pixelIndex(level.width() - 1, level.height() - 1) == 1
        ones = sum(
            level.pixelIndex(x, y) for x in range(level.width()) for y in range(level.height())
        )
        assert ones == 1


def test_the_magnifier_enlarges_overlays_too(viewport: Viewport, qtbot: QtBot) -> None:
    viewport.show()
    show(viewport, overlay(letter(), (5, 9)), ViewOrientation(), 8.0)
    viewport.set_overlays(True)
    before = (pixels_of(viewport.grab().toImage()) == ink()).all(axis=2)
    placement = viewport.placement()
    assert placement is not None
    x, y = placement.to_view(8.5, 4.5)
    viewport._pointer = viewport.rect().center().toPointF()
    viewport._pointer.setX(x)
    viewport._pointer.setY(y)
    viewport._lens_on = True
    after = (pixels_of(viewport.grab().toImage()) == ink()).all(axis=2)
    # Under the lens each bit is 2.5 times as wide and as high.
    assert after.sum() > 4 * before.sum()
    assert after[int(y), int(x)]


def test_an_empty_plane_draws_nothing(viewport: Viewport) -> None:
    assert overlay_pictures(overlay(np.zeros((3, 3), np.bool_))) == ()
