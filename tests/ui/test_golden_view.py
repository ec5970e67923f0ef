"""What the viewport shows of a marked phantom, against what numpy makes of the array.

Nothing expected here was drawn by the application: the array is turned by rot90 and fliplr, blown
up or interpolated by arithmetic, and the colour of the heatmap is read from the table's file.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.turning import expected_view
from tumorview.domain.frames import ImageGeometry, ModalityFrame, VoiFunction, VoiWindow
from tumorview.domain.prediction import Affine2D, Heatmap, HeatmapKind
from tumorview.domain.source import SourceRef
from tumorview.domain.study import FrameInfo, PatientInfo, Series, SliceOrder, Study
from tumorview.imaging.orientation import EdgeLetters
from tumorview.paths import resources_dir
from tumorview.ui.messages import HeatmapLook, RenderRequest
from tumorview.ui.viewport.canvas import Canvas
from tumorview.ui.viewport.picture import Picture
from tumorview.ui.viewport.view import Viewport
from tumorview.ui.viewport.view_orientation import ALL_ORIENTATIONS, ViewOrientation
from tumorview.ui.work import Painter

Pixels = npt.NDArray[np.float64]

ROWS, COLUMNS = 20, 28
WIDTH, HEIGHT = 700, 620
SPACING = (1.5, 1.0)
"""A pixel is half as high again as it is wide."""
HOT = (3, 22)
"""Row and column of the one hot cell."""
OPACITY = 0.6
LETTER_F = ("#####", "#....", "####.", "#....", "#....", "#....")
WHOLE, PARTS = 16.0, 5.3
"""Zooms: squares with sharp edges, and one that is interpolated."""

SOURCE = SourceRef(Path("phantom.dcm"))

both_maps = pytest.mark.parametrize("hot", [False, True], ids=["plain", "heatmap"])
every_view = pytest.mark.parametrize(
    "orientation", ALL_ORIENTATIONS, ids=lambda o: f"{o.rotation}{'h' if o.horizontal_flip else ''}"
)


def phantom() -> Pixels:
    """Grey values of 0..255: no two corners, sides or diagonals alike."""
    rows, columns = np.mgrid[0:ROWS, 0:COLUMNS]
    image: Pixels = (20 + 3 * columns + 2 * rows).astype(np.float64)
    for row, line in enumerate(LETTER_F):
        for column, mark in enumerate(line):
            if mark == "#":
                image[2 + row, 3 + column] = 250
    image[15:18, 24:27] = 0
    image[17, 2] = 255
    image[HOT] = 120
    return image


def with_heat(image: Pixels) -> Pixels:
    """float64[rows, columns, 3]: the hot cell in the last colour of the table."""
    tables = json.loads((resources_dir() / "colormaps.json").read_text("utf-8"))["tables"]
    hottest = np.array(list(bytes.fromhex(tables["inferno"])[-3:]), np.float64)
    colored = np.repeat(image[:, :, np.newaxis], 3, axis=2)
    colored[HOT] = (1 - OPACITY) * colored[HOT] + OPACITY * hottest
    return colored


def picture_of(image: Pixels, *, hot: bool) -> Picture:
    geometry = ImageGeometry(pixel_spacing_mm=SPACING, orientation=(1, 0, 0, 0, 1, 0))
    frame = ModalityFrame(SOURCE, image.astype(np.float32), "HU", "MONOCHROME2", "CT", geometry)
    values = np.zeros((ROWS, COLUMNS), np.float32)
    values[HOT] = 1.0
    shape = (ROWS, COLUMNS)
    heatmap = Heatmap(
        SOURCE,
        values,
        HeatmapKind.LESION_EVIDENCE,
        None,
        Affine2D(1, 0, 0, 0, 1, 0),
        input_shape=shape,
        source_shape=shape,
    )
    window = VoiWindow(127.5, 255.0, VoiFunction.LINEAR_EXACT)
    look = HeatmapLook(heatmap, "inferno", OPACITY) if hot else None
    drawn = Painter().render(RenderRequest(1, frame, window, False, look))
    info = FrameInfo(SOURCE, ROWS, COLUMNS, geometry)
    series = Series(None, "CT", "phantom", 1, (info,), SliceOrder.POSITION)
    study = Study(None, "", "", PatientInfo(), (series,))
    return Picture(drawn.image, frame, drawn.window, study, series, 0)


def pixels_of(image: QImage) -> Pixels:
    """float64[height, width, 3]."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    raw = np.frombuffer(bytes(rgb.constBits()), np.uint8)
    rows = raw.reshape(rgb.height(), rgb.bytesPerLine())[:, : rgb.width() * 3]
    return rows.reshape(rgb.height(), rgb.width(), 3).astype(np.float64)


@dataclass(frozen=True)
class Expected:
    """The picture in its rectangle of the viewport."""

    pixels: Pixels
    top: int
    left: int

    def of(self, screen: Pixels) -> Pixels:
        height, width = self.pixels.shape[:2]
        return screen[self.top : self.top + height, self.left : self.left + width]


def scales(orientation: ViewOrientation, zoom: float) -> tuple[float, float]:
    """Screen pixels per pixel of the turned array, downwards and to the right."""
    high, wide = zoom * SPACING[0] / SPACING[1], zoom
    return (wide, high) if orientation.rotation in (90, 270) else (high, wide)


def blown_up(image: Pixels, orientation: ViewOrientation, zoom: float) -> Expected:
    """Every pixel as a rectangle, in the middle of the viewport."""
    high, wide = scales(orientation, zoom)
    turned = expected_view(image, orientation)
    squares = turned.repeat(int(high), axis=0).repeat(int(wide), axis=1)
    return Expected(squares, (HEIGHT - squares.shape[0]) // 2, (WIDTH - squares.shape[1]) // 2)


def interpolated(image: Pixels, orientation: ViewOrientation, zoom: float) -> Expected:
    """Bilinear between the middles of the pixels, one screen pixel off the rim."""
    high, wide = scales(orientation, zoom)
    turned = expected_view(image, orientation)
    rows, columns = turned.shape[:2]
    top, left = (HEIGHT - rows * high) / 2, (WIDTH - columns * wide) / 2
    y = np.arange(int(top) + 2, int(top + rows * high) - 1)
    x = np.arange(int(left) + 2, int(left + columns * wide) - 1)
    down = np.clip((y + 0.5 - top) / high - 0.5, 0, rows - 1)
    across = np.clip((x + 0.5 - left) / wide - 0.5, 0, columns - 1)
    y0, x0 = np.minimum(down.astype(int), rows - 2), np.minimum(across.astype(int), columns - 2)
    v, u = (down - y0)[:, np.newaxis, np.newaxis], (across - x0)[np.newaxis, :, np.newaxis]
    upper = turned[y0][:, x0] * (1 - u) + turned[y0][:, x0 + 1] * u
    lower = turned[y0 + 1][:, x0] * (1 - u) + turned[y0 + 1][:, x0 + 1] * u
    return Expected(upper * (1 - v) + lower * v, int(y[0]), int(x[0]))


def same(shown: Pixels, expected: Pixels, *, sharp: bool) -> bool:
    """Equal to a grey where edges are sharp; interpolated, to what 8-bit fractions cost."""
    difference = np.abs(shown - expected)
    if sharp:
        return bool(difference.max() <= 1)
    return bool(difference.mean() < 1.0 and difference.max() < 8)


@pytest.fixture
def viewport(qtbot: QtBot, qapp: QApplication) -> Viewport:
    made = Viewport()
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    return made


def show(
    viewport: Viewport, orientation: ViewOrientation, zoom: float, *, hot: bool, text: bool = False
) -> Pixels:
    """The screen with the phantom on it."""
    viewport.show_picture(picture_of(phantom(), hot=hot))
    viewport.control.turn(orientation)
    viewport.control._zoom_to(zoom)
    if not text:
        viewport.cycle_text()
        viewport.cycle_text()
    return pixels_of(viewport.grab().toImage())


def expected_pixels(*, hot: bool) -> Pixels:
    image = phantom()
    return with_heat(image) if hot else np.repeat(image[:, :, np.newaxis], 3, axis=2)


@every_view
@both_maps
def test_every_pixel_stands_where_numpy_puts_it(
    viewport: Viewport, orientation: ViewOrientation, hot: bool
) -> None:
    screen = show(viewport, orientation, WHOLE, hot=hot)
    expected = blown_up(expected_pixels(hot=hot), orientation, WHOLE)
    assert same(expected.of(screen), expected.pixels, sharp=True)
    around = screen.copy()
    expected.of(around)[:] = screen[0, 0]
    # Letters apart, nothing of the picture lies beside its rectangle.
    around[:60, 300:400] = around[-60:, 300:400] = screen[0, 0]
    around[280:340, :60] = around[280:340, -60:] = screen[0, 0]
    assert np.abs(around - screen[0, 0]).max() == 0


@every_view
@both_maps
def test_between_the_pixels_it_is_interpolated_where_numpy_interpolates(
    viewport: Viewport, orientation: ViewOrientation, hot: bool
) -> None:
    screen = show(viewport, orientation, PARTS, hot=hot)
    expected = interpolated(expected_pixels(hot=hot), orientation, PARTS)
    assert same(expected.of(screen), expected.pixels, sharp=False)


@every_view
@pytest.mark.parametrize("make", [blown_up, interpolated])
def test_the_comparison_sees_a_shift_by_one_screen_pixel_and_every_other_view(
    viewport: Viewport,
    orientation: ViewOrientation,
    make: Callable[[Pixels, ViewOrientation, float], Expected],
) -> None:
    sharp = make is blown_up
    zoom = WHOLE if sharp else PARTS
    screen = show(viewport, orientation, zoom, hot=True)
    image = expected_pixels(hot=True)
    expected = make(image, orientation, zoom)
    for rows, columns in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        moved = Expected(expected.pixels, expected.top + rows, expected.left + columns)
        assert not same(moved.of(screen), moved.pixels, sharp=sharp)
    for other in ALL_ORIENTATIONS:
        if other != orientation and other.is_sideways == orientation.is_sideways:
            turned = make(image, other, zoom)
            assert not same(turned.of(screen), turned.pixels, sharp=sharp)


@every_view
def test_on_a_dense_screen_every_pixel_is_twice_as_many(
    viewport: Viewport, orientation: ViewOrientation
) -> None:
    show(viewport, orientation, WHOLE, hot=True)
    picture, placement = viewport.picture, viewport.placement()
    assert picture is not None
    assert placement is not None
    drawn = Canvas().paint(picture.image, placement, QSize(WIDTH, HEIGHT), 2.0)
    expected = blown_up(expected_pixels(hot=True), orientation, WHOLE)
    twice = Expected(
        expected.pixels.repeat(2, axis=0).repeat(2, axis=1), 2 * expected.top, 2 * expected.left
    )
    assert same(twice.of(pixels_of(drawn.toImage())), twice.pixels, sharp=True)


def glyph(screen: Pixels, edge: str) -> Pixels:
    """The ink at one edge of the screen, moved close to the corner of a 24 x 24 square."""
    boxes = {
        "left": (slice(295, 325), slice(4, 44)),
        "right": (slice(295, 325), slice(-44, -4)),
        "top": (slice(4, 50), slice(330, 370)),
        "bottom": (slice(-50, -4), slice(330, 370)),
    }
    ink = screen[boxes[edge]].mean(axis=2)
    ink = ink - ink.min()
    rows, columns = np.nonzero(ink > 60)
    square = np.zeros((24, 24))
    part = ink[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    square[2 : 2 + part.shape[0], 2 : 2 + part.shape[1]] = part
    return square


def unlikeness(known: Pixels, seen: Pixels) -> float:
    """Least difference over shifts by parts of a pixel, which the middle of an edge may need."""
    found = []
    for down, across in product(np.linspace(-1, 1, 9), repeat=2):
        moved = known
        for axis, part in ((0, down), (1, across)):
            aside = np.roll(moved, int(np.sign(part)), axis=axis)
            moved = (1 - abs(part)) * moved + abs(part) * aside
        found.append(float(np.abs(moved - seen).sum()))
    return min(found)


@every_view
def test_the_letters_drawn_at_the_edges_are_those_of_the_patient(
    viewport: Viewport, orientation: ViewOrientation
) -> None:
    upright = show(viewport, ViewOrientation(), PARTS, hot=False)
    letters = {"left": "R", "right": "L", "top": "A", "bottom": "P"}
    known = {letter: glyph(upright, edge) for edge, letter in letters.items()}
    viewport.control.turn(orientation)
    screen = pixels_of(viewport.grab().toImage())
    edges = np.array([["", "A", ""], ["R", "", "L"], ["", "P", ""]])
    turned = expected_view(edges, orientation)
    wanted = {
        "left": turned[1, 0],
        "right": turned[1, 2],
        "top": turned[0, 1],
        "bottom": turned[2, 1],
    }
    for edge, letter in wanted.items():
        seen = glyph(screen, edge)
        nearest = min(known, key=lambda name: unlikeness(known[name], seen))
        assert nearest == letter
    said = viewport.marks()
    assert said is not None
    assert said.letters == EdgeLetters(**wanted)


@every_view
def test_the_ruler_drawn_is_ten_millimetres_long_in_every_view(
    viewport: Viewport, orientation: ViewOrientation
) -> None:
    screen = show(viewport, orientation, WHOLE, hot=False, text=True)
    # 16 screen pixels a millimetre: ten of them are the longest round length in a third of 620.
    column = screen[:, WIDTH - 64].mean(axis=1) > 150
    changes = np.flatnonzero(np.diff(np.concatenate([[0], column.astype(int), [0]])))
    longest = max(end - begin for begin, end in zip(changes[::2], changes[1::2], strict=True))
    assert longest == pytest.approx(160, abs=2)
    said = viewport.marks()
    assert said is not None
    assert said.ruler is not None
    assert said.ruler.label == "10 mm"
