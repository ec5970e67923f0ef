"""Marks drawn on a marked phantom, against numpy's own rotations of where they must lie.

The phantom has squares of one grey; marks are drawn around and through them. Where a line has to
be is worked out on an array that rot90 and fliplr turn, and nothing of the application is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.test_golden_view import (
    COLUMNS,
    HEIGHT,
    ROWS,
    SPACING,
    WHOLE,
    WIDTH,
    Pixels,
    every_view,
    picture_of,
    pixels_of,
    scales,
)
from tests.ui.turning import expected_view
from tumorview.domain.marks import Mark, MarkKind, Point
from tumorview.ui.measuring.book import MarkBook
from tumorview.ui.measuring.layer import MarkLayer
from tumorview.ui.viewport.view import Viewport
from tumorview.ui.viewport.view_orientation import ViewOrientation

FINE = 8
"""Cells of the expected array to a side of an image pixel."""

SHAPES = {
    MarkKind.DISTANCE: ((4.0, 3.0), (22.0, 15.0)),
    MarkKind.ANGLE: ((20.0, 4.0), (6.0, 4.0), (6.0, 16.0)),
    MarkKind.COBB: ((3.0, 4.0), (20.0, 4.0), (3.0, 9.0), (20.0, 16.0)),
    MarkKind.ELLIPSE: ((4.0, 3.0), (20.0, 13.0)),
    MarkKind.RECTANGLE: ((4.0, 3.0), (20.0, 13.0)),
    MarkKind.FREEHAND: ((4.0, 3.0), (20.0, 5.0), (14.0, 16.0)),
}


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication) -> Iterator[tuple[Viewport, MarkBook, MarkLayer]]:
    viewport = Viewport()
    qtbot.addWidget(viewport)
    viewport.resize(WIDTH, HEIGHT)
    book = MarkBook(viewport)
    layer = MarkLayer(viewport, book, viewport)
    # Black, so that all that is seen is drawn over it.
    viewport.show_picture(picture_of(np.zeros((ROWS, COLUMNS)), hot=False))
    layer.follow()
    viewport.cycle_text()
    viewport.cycle_text()
    yield viewport, book, layer
    layer.measurer.shutdown()


def segments(kind: MarkKind, points: tuple[Point, ...]) -> list[tuple[Point, Point]]:
    """The straight lines of a mark, in image coordinates."""
    if kind is MarkKind.COBB:
        return [(points[0], points[1]), (points[2], points[3])]
    if kind is MarkKind.RECTANGLE:
        (x0, y0), (x1, y1) = points
        points = ((x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0))
    elif kind is MarkKind.FREEHAND:
        points = (*points, points[0])
    elif kind is MarkKind.ELLIPSE:
        (x0, y0), (x1, y1) = points
        turn = np.linspace(0, 2 * np.pi, 200)
        x = (x0 + x1) / 2 + (x1 - x0) / 2 * np.cos(turn)
        y = (y0 + y1) / 2 + (y1 - y0) / 2 * np.sin(turn)
        points = tuple(zip(x.tolist(), y.tolist(), strict=True))
    return list(pairwise(points))


def drawn_cells(kind: MarkKind) -> Pixels:
    """float64[rows * FINE, columns * FINE]: 1 in the cells that the lines of a mark go through."""
    cells = np.zeros((ROWS * FINE, COLUMNS * FINE))
    for start, end in segments(kind, SHAPES[kind]):
        share = np.linspace(0, 1, 400)[:, np.newaxis]
        along = (1 - share) * np.array(start) + share * np.array(end)
        columns, rows = np.floor(along * FINE).astype(int).T
        cells[np.clip(rows, 0, None), np.clip(columns, 0, None)] = 1
    return cells


def seen_at(screen: Pixels, cells: Pixels, orientation: ViewOrientation) -> tuple[float, float]:
    """(share of the cells of a line that are lit, share of the lit pixels near such a cell)."""
    high, wide = (scale / FINE for scale in scales(orientation, WHOLE))
    turned = expected_view(cells, orientation)
    top = (HEIGHT - turned.shape[0] * high) / 2
    left = (WIDTH - turned.shape[1] * wide) / 2
    lit = screen.max(axis=2) > 90
    rows, columns = np.nonzero(turned)
    y = np.floor(top + (rows + 0.5) * high).astype(int)
    x = np.floor(left + (columns + 0.5) * wide).astype(int)
    near = np.zeros(lit.shape, bool)
    found = np.zeros(len(x), bool)
    # A line is 1.4 pixels wide and a cell at most three high: two pixels to every side.
    for down in range(-2, 3):
        for across in range(-2, 3):
            near[y + down, x + across] = True
            found |= lit[y + down, x + across]
    return float(found.mean()), float(near[lit].mean())


@every_view
@pytest.mark.parametrize("kind", list(SHAPES))
def test_every_line_of_a_mark_lies_where_numpy_puts_it(
    screen: tuple[Viewport, MarkBook, MarkLayer], kind: MarkKind, orientation: ViewOrientation
) -> None:
    viewport, book, layer = screen
    source = layer.source
    assert source is not None
    viewport.control.turn(orientation)
    viewport.control._zoom_to(WHOLE)
    before = pixels_of(viewport.grab().toImage())
    mark = Mark(kind, SHAPES[kind], "2.25.7")
    book.put({source: (mark,)})
    after = pixels_of(viewport.grab().toImage())
    box = layer.label_box(mark).adjusted(-1, -1, 1, 1).toAlignedRect()
    drawn = np.abs(after - before)
    drawn[box.top() : box.bottom() + 1, box.left() : box.right() + 1] = 0
    if kind is MarkKind.COBB:
        # The line between the middles is no measure; it is dashed and thinner than the two.
        drawn = without_helper(drawn, orientation)
    there, only = seen_at(drawn, drawn_cells(kind), orientation)
    # Part of a line may lie below the label.
    assert there > 0.8, "parts of the mark are missing"
    assert only == 1.0, "something is drawn beside the mark"


def without_helper(drawn: Pixels, orientation: ViewOrientation) -> Pixels:
    cells = np.zeros((ROWS * FINE, COLUMNS * FINE))
    a, b, c, d = SHAPES[MarkKind.COBB]
    share = np.linspace(0, 1, 400)[:, np.newaxis]
    ends = (np.add(a, b) / 2, np.add(c, d) / 2)
    columns, rows = np.floor(((1 - share) * ends[0] + share * ends[1]) * FINE).astype(int).T
    cells[rows, columns] = 1
    high, wide = (scale / FINE for scale in scales(orientation, WHOLE))
    turned = expected_view(cells, orientation)
    top = (HEIGHT - turned.shape[0] * high) / 2
    left = (WIDTH - turned.shape[1] * wide) / 2
    cleaned = drawn.copy()
    for row, column in zip(*np.nonzero(turned), strict=True):
        y, x = int(top + (row + 0.5) * high), int(left + (column + 0.5) * wide)
        cleaned[y - 3 : y + 4, x - 3 : x + 4] = 0
    return cleaned


@every_view
def test_a_label_is_upright_and_the_same_in_every_view(
    screen: tuple[Viewport, MarkBook, MarkLayer], orientation: ViewOrientation
) -> None:
    viewport, book, layer = screen
    source = layer.source
    assert source is not None
    viewport.control._zoom_to(WHOLE)
    mark = Mark(MarkKind.TEXT, ((COLUMNS / 2, ROWS / 2),), "2.25.7", "Fjord 17")
    book.put({source: (mark,)})

    def label() -> Pixels:
        shown = pixels_of(viewport.grab().toImage())
        box = layer.label_box(mark).toRect()
        return shown[box.top() : box.bottom(), box.left() : box.right()]

    upright = label()
    assert upright.max() > 150
    viewport.control.turn(orientation)
    assert np.array_equal(label(), upright)


def test_a_label_says_the_length_on_pixels_that_are_not_square(
    screen: tuple[Viewport, MarkBook, MarkLayer],
) -> None:
    _viewport, _book, layer = screen
    assert SPACING == (1.5, 1.0)
    # 18 columns of 1 mm and 12 rows of 1.5 mm: 18 and 18 mm.
    mark = Mark(MarkKind.DISTANCE, SHAPES[MarkKind.DISTANCE], "2.25.7")
    assert layer.label(mark) == ("25.5 mm",)


def test_nothing_is_drawn_on_another_frame(
    screen: tuple[Viewport, MarkBook, MarkLayer],
) -> None:
    viewport, book, layer = screen
    source = layer.source
    assert source is not None
    before = viewport.grab().toImage()
    other = type(source)(Path("other.dcm"))
    book.put({other: (Mark(MarkKind.DISTANCE, SHAPES[MarkKind.DISTANCE], "2.25.7"),)})
    assert viewport.grab().toImage() == before
