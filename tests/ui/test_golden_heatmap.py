"""Threshold, contour and the second picture on the marked phantom, in every view.

Nothing expected here was drawn by the application: where the contour has to be is worked out on
the turned array by arithmetic.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.driving import drag, turn_wheel
from tests.ui.test_golden_view import (
    COLUMNS,
    HOT,
    OPACITY,
    ROWS,
    SOURCE,
    SPACING,
    Pixels,
    blown_up,
    every_view,
    expected_pixels,
    phantom,
    picture_of,
    pixels_of,
    same,
)
from tests.ui.turning import expected_view
from tumorview.domain.frames import VoiFunction, VoiWindow
from tumorview.domain.prediction import Affine2D, Heatmap, HeatmapKind
from tumorview.reporting.colormaps import COLOR_MAPS, color_table
from tumorview.ui.heatmap.marks import HeatMarks, scale_box, scale_labels
from tumorview.ui.heatmap.pair import PicturePair, halves
from tumorview.ui.messages import HeatmapLook, Rendered, RenderRequest
from tumorview.ui.viewport.picture import Picture
from tumorview.ui.viewport.view import Viewport
from tumorview.ui.viewport.view_orientation import ALL_ORIENTATIONS, ViewOrientation
from tumorview.ui.work import Painter

WIDTH, HEIGHT = 700, 620
WHOLE = 16.0
THRESHOLD = 0.5
NEIGHBOUR = (HOT[0], HOT[1] + 1)
"""Right of the hot cell; its heat is below the threshold."""


def heat() -> Heatmap:
    values = np.zeros((ROWS, COLUMNS), np.float32)
    values[HOT] = 1.0
    values[NEIGHBOUR] = 0.25
    shape = (ROWS, COLUMNS)
    return Heatmap(
        SOURCE,
        values,
        HeatmapKind.LESION_EVIDENCE,
        None,
        Affine2D(1, 0, 0, 0, 1, 0),
        input_shape=shape,
        source_shape=shape,
    )


def drawn(*, beside: bool = False, contour: bool = False) -> Rendered:
    frame = picture_of(phantom(), hot=False).frame
    window = VoiWindow(127.5, 255.0, VoiFunction.LINEAR_EXACT)
    look = HeatmapLook(heat(), "inferno", OPACITY, THRESHOLD, contour)
    return Painter().render(RenderRequest(1, frame, window, False, look, beside=beside))


def picture(rendered: Rendered, *, marks: bool) -> Picture:
    made = HeatMarks("inferno", THRESHOLD, rendered.contour) if marks else None
    return replace(picture_of(phantom(), hot=False), image=rendered.image, heat=made)


@pytest.fixture
def viewport(qtbot: QtBot, qapp: QApplication) -> Viewport:
    made = Viewport()
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    return made


@pytest.fixture
def pair(qtbot: QtBot, qapp: QApplication) -> PicturePair:
    made = PicturePair(Viewport())
    qtbot.addWidget(made)
    made.resize(2 * WIDTH + 2, HEIGHT)
    made.show()
    return made


def show(viewport: Viewport, image: Picture, orientation: ViewOrientation) -> None:
    viewport.show_picture(image)
    viewport.control.turn(orientation)
    viewport.control._zoom_to(WHOLE)
    viewport.cycle_text()
    viewport.cycle_text()


@every_view
def test_below_the_threshold_every_pixel_is_the_plain_one(
    viewport: Viewport, orientation: ViewOrientation
) -> None:
    show(viewport, picture(drawn(), marks=False), orientation)
    screen = pixels_of(viewport.grab().toImage())
    # `expected_pixels` colours the hot cell alone: its neighbour is below the threshold.
    expected = blown_up(expected_pixels(hot=True), orientation, WHOLE)
    assert same(expected.of(screen), expected.pixels, sharp=True)


def crossings() -> Pixels:
    """(row, column) of where the heat passes one half, between the centres of two pixels.

    Three neighbours are cold, so it is half way there; the fourth has a quarter, so it is at
    (1 - 0.5) / (1 - 0.25) of the way.
    """
    row, column = HOT[0] + 0.5, HOT[1] + 0.5
    return np.array(
        [
            (row - 0.5, column),
            (row + 0.5, column),
            (row, column - 0.5),
            (row, column + 0.5 / 0.75),
        ]
    )


def in_view(points: Pixels, orientation: ViewOrientation) -> Pixels:
    """Screen (y, x) of (row, column) points: numpy turns a fine grid that numbers them."""
    fine = 12
    grid = np.full((ROWS * fine, COLUMNS * fine), -1)
    for number, (row, column) in enumerate(points):
        grid[int(row * fine), int(column * fine)] = number
    turned = expected_view(grid, orientation)
    sideways = orientation.rotation in (90, 270)
    high, wide = (WHOLE, 24.0) if sideways else (24.0, WHOLE)
    assert SPACING == (1.5, 1.0)
    top = (HEIGHT - turned.shape[0] / fine * high) / 2
    left = (WIDTH - turned.shape[1] / fine * wide) / 2
    places = [np.argwhere(turned == number)[0] for number in range(len(points))]
    return np.array(
        [(top + (y + 0.5) / fine * high, left + (x + 0.5) / fine * wide) for y, x in places]
    )


def contour_ink(viewport: Viewport, orientation: ViewOrientation) -> Pixels:
    """Screen points (y, x) that the contour changes."""
    rendered = drawn(contour=True)
    show(viewport, picture(rendered, marks=True), orientation)
    with_line = pixels_of(viewport.grab().toImage())
    unlined = HeatMarks("inferno", THRESHOLD)
    viewport.show_picture(replace(picture(rendered, marks=True), heat=unlined))
    changed = np.abs(with_line - pixels_of(viewport.grab().toImage())).sum(axis=2) > 150
    return np.argwhere(changed).astype(np.float64) + 0.5


@every_view
def test_the_contour_runs_where_the_heat_passes_the_threshold(
    viewport: Viewport, orientation: ViewOrientation
) -> None:
    ink = contour_ink(viewport, orientation)
    expected = in_view(crossings(), orientation)
    for place in expected:
        assert np.hypot(*(ink - place).T).min() < 1.6, place
    # The line is a quadrangle with these corners and nothing else: same box, to a pixel or two.
    for axis in (0, 1):
        assert ink[:, axis].min() == pytest.approx(expected[:, axis].min(), abs=2.6)
        assert ink[:, axis].max() == pytest.approx(expected[:, axis].max(), abs=2.6)


@every_view
def test_the_comparison_of_the_contour_sees_every_other_view_and_a_pixel_of_the_image(
    viewport: Viewport, orientation: ViewOrientation
) -> None:
    ink = contour_ink(viewport, orientation)

    def fits(points: Pixels, view: ViewOrientation) -> bool:
        places = in_view(points, view)
        near = all(np.hypot(*(ink - place).T).min() < 1.6 for place in places)
        return near and all(
            abs(ink[:, axis].min() - places[:, axis].min()) <= 2.6
            and abs(ink[:, axis].max() - places[:, axis].max()) <= 2.6
            for axis in (0, 1)
        )

    assert fits(crossings(), orientation)
    for other in ALL_ORIENTATIONS:
        assert fits(crossings(), other) == (other == orientation)
    for step in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        assert not fits(crossings() + np.array(step), orientation)
        # A quarter of a pixel of the image is four to six on the screen.
        assert not fits(crossings() + np.array(step) / 4, orientation)


@every_view
def test_both_pictures_show_the_same_frame_at_the_same_zoom_and_place(
    pair: PicturePair, orientation: ViewOrientation
) -> None:
    rendered = drawn(beside=True)
    assert rendered.beside is not None
    show(pair.first, picture(rendered, marks=False), orientation)
    pair.show_beside(replace(picture(rendered, marks=False), image=rendered.beside))
    pair.first.control._zoom_to(WHOLE)
    assert pair.first.size() == pair.second.size()
    assert pair.first.placement() == pair.second.placement()
    plain = blown_up(expected_pixels(hot=False), orientation, WHOLE)
    hot = blown_up(expected_pixels(hot=True), orientation, WHOLE)
    screens = [pixels_of(one.grab().toImage()) for one in (pair.first, pair.second)]
    assert screens[0].shape == (HEIGHT, WIDTH, 3)
    assert same(plain.of(screens[0]), plain.pixels, sharp=True)
    assert same(hot.of(screens[1]), hot.pixels, sharp=True)
    assert not same(hot.of(screens[0]), hot.pixels, sharp=True)


def paired(pair: PicturePair) -> None:
    rendered = drawn(beside=True)
    assert rendered.beside is not None
    pair.first.show_picture(picture(rendered, marks=False))
    pair.show_beside(replace(picture(rendered, marks=True), image=rendered.beside))


def test_zooming_moving_and_turning_either_picture_does_it_to_both(pair: PicturePair) -> None:
    paired(pair)
    for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
        before = other.placement()
        turn_wheel(one, 120, Qt.KeyboardModifier.ControlModifier)
        assert other.placement() == one.placement() != before
        before = other.placement()
        drag(one, Qt.MouseButton.MiddleButton, (200, 200), (260, 230))
        assert other.placement() == one.placement() != before
        before = other.placement()
        one.control.turn(ViewOrientation(90))
        assert other.placement() == one.placement() != before
    pair.second.control.reset()
    assert pair.first.camera.orientation == ViewOrientation()


def test_the_second_picture_asks_for_what_the_first_one_would(pair: PicturePair) -> None:
    paired(pair)
    scrolled: list[int] = []
    windows: list[object] = []
    pair.first.scrolled.connect(scrolled.append)
    pair.first.window_wished.connect(windows.append)
    turn_wheel(pair.second, -120)
    drag(pair.second, Qt.MouseButton.LeftButton, (200, 200), (260, 200))
    assert scrolled == [1]
    assert windows
    full: list[bool] = []
    pair.first.full_screen_wished.connect(lambda: full.append(True))
    QTest.mouseDClick(pair.second, Qt.MouseButton.LeftButton)
    assert full == [True]


@pytest.mark.parametrize("size", [(701, 400), (702, 400), (350, 520), (351, 521), (240, 240)])
def test_two_pictures_have_one_size_and_do_not_overlap(size: tuple[int, int]) -> None:
    first, second = halves(*size)
    assert first.size() == second.size()
    assert not first.intersects(second)
    assert second.right() == size[0] - 1
    assert second.bottom() == size[1] - 1
    # The way that leaves a square image more room.
    assert (first.top() == second.top()) == (min(size[0] / 2, size[1]) >= min(size[0], size[1] / 2))


def test_alone_again_the_first_picture_has_all_the_room(pair: PicturePair) -> None:
    paired(pair)
    assert pair.first.width() == WIDTH
    pair.show_beside(None)
    assert not pair.second.isVisible()
    assert pair.first.size() == pair.size()


def scale_column(viewport: Viewport) -> Pixels:
    box = scale_box(QRectF(viewport.rect()))
    screen = pixels_of(viewport.grab().toImage())
    return screen[int(box.top()) : int(box.bottom()), int(box.center().x())]


@pytest.mark.parametrize("name", list(COLOR_MAPS))
def test_the_scale_on_the_image_has_the_colours_of_the_map_from_the_threshold_on(
    viewport: Viewport, name: str
) -> None:
    shown = replace(picture_of(phantom(), hot=False), heat=HeatMarks(name, 0.25))
    viewport.show_picture(shown)
    column = scale_column(viewport)
    table = color_table(name).astype(np.float64)
    height = len(column)
    for value in (0.95, 0.7, 0.5, 0.3):
        seen = column[int((1 - value) * height)]
        assert np.abs(table - seen).sum(axis=1).argmin() == pytest.approx(255 * value, abs=3)
        assert np.abs(table - seen).sum(axis=1).min() <= 3
    empty = column[int(0.8 * height) : -2]
    assert np.abs(empty - empty[0]).max() <= 2


@pytest.mark.parametrize(
    ("threshold", "line", "words"),
    [
        (0.0, 0.1, ["1 strong", "0.5", "0 none"]),
        (0.3, 0.1, ["1 strong", "0.5", "0 none", "0.30 threshold"]),
        (0.52, 0.1, ["1 strong", "0 none", "0.52 threshold"]),
        (1.0, 0.1, ["0.5", "0 none", "1.00 threshold"]),
        # On a short scale a line of words takes more of it.
        (0.1, 0.08, ["1 strong", "0.5", "0 none", "0.10 threshold"]),
        (0.1, 0.17, ["1 strong", "0.5", "0.10 threshold"]),
    ],
)
def test_the_scale_names_ends_and_threshold_without_laying_words_on_words(
    threshold: float, line: float, words: list[str]
) -> None:
    assert [text for _, text in scale_labels(threshold, line)] == words


@pytest.mark.parametrize("zoom", [WHOLE, 60.0])
def test_the_contour_is_as_thin_at_every_zoom(viewport: Viewport, zoom: float) -> None:
    rendered = drawn(contour=True)

    def row_through_the_hot_cell(shown: Picture) -> Pixels:
        viewport.show_picture(shown)
        row: Pixels = pixels_of(viewport.grab().toImage())[HEIGHT // 2]
        return row

    viewport.show_picture(picture(rendered, marks=True))
    viewport.control._zoom_to(zoom)
    placement = viewport.placement()
    assert placement is not None
    x, y = placement.to_view(HOT[1] + 0.5, HOT[0] + 0.5)
    viewport.control.move(QPointF(WIDTH / 2 - x, HEIGHT / 2 - y))
    with_line = row_through_the_hot_cell(picture(rendered, marks=True))
    without = row_through_the_hot_cell(
        replace(picture(rendered, marks=True), heat=HeatMarks("inferno", THRESHOLD))
    )
    changed = np.flatnonzero(np.abs(with_line - without).sum(axis=1) > 60)
    left = changed[changed < WIDTH // 2]
    # The row meets the corner of a quadrangle, where three pixels are a few more.
    assert 1 <= len(left) <= 8
    assert left.mean() == pytest.approx(WIDTH / 2 - zoom / 2, abs=2.5)
