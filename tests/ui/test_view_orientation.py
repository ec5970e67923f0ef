"""The eight views, against numpy's own rot90 and flips of an array."""

from __future__ import annotations

from itertools import product

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.turning import expected_view
from tumorview.imaging.orientation import EdgeLetters
from tumorview.ui.viewport.camera import Camera, ImageShape
from tumorview.ui.viewport.view_orientation import (
    ALL_ORIENTATIONS,
    CLOCKWISE,
    COUNTERCLOCKWISE,
    FLIP_HORIZONTAL,
    FLIP_VERTICAL,
    UPRIGHT,
    ViewOrientation,
    inverse,
    orientation_text,
    then,
    turned_letters,
)

VIEW = (800.0, 600.0)
STEPS = (CLOCKWISE, COUNTERCLOCKWISE, FLIP_HORIZONTAL, FLIP_VERTICAL)
NUMPY_STEPS = (
    lambda a: np.rot90(a, -1),
    lambda a: np.rot90(a, 1),
    np.fliplr,
    np.flipud,
)
orientations = st.sampled_from(ALL_ORIENTATIONS)


def seen(orientation: ViewOrientation, image: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """`image` pixel by pixel where a camera at zoom 1 puts it."""
    rows, columns = image.shape
    placement = Camera(1.0, orientation=orientation).place(ImageShape(rows, columns), VIEW)
    shown = np.full((round(placement.height), round(placement.width)), -1)
    for row, column in product(range(rows), range(columns)):
        x, y = placement.to_view(column + 0.5, row + 0.5)
        shown[int(y - placement.top), int(x - placement.left)] = image[row, column]
    return shown


@given(steps=st.lists(st.integers(0, 3), max_size=8))
def test_any_sequence_of_turns_and_flips_ends_where_numpy_ends(steps: list[int]) -> None:
    image = np.arange(12).reshape(3, 4)
    expected, orientation = image, UPRIGHT
    for step in steps:
        expected = NUMPY_STEPS[step](expected)
        orientation = then(orientation, STEPS[step])
    assert np.array_equal(seen(orientation, image), expected)


@pytest.mark.parametrize("orientation", ALL_ORIENTATIONS)
def test_a_view_is_a_rotation_and_then_a_flip_as_presentation_states_say_it(
    orientation: ViewOrientation,
) -> None:
    image = np.arange(12).reshape(3, 4)
    assert np.array_equal(seen(orientation, image), expected_view(image, orientation))


def test_there_are_eight_views_and_they_form_a_group() -> None:
    assert len(set(ALL_ORIENTATIONS)) == 8
    for a, b in product(ALL_ORIENTATIONS, repeat=2):
        assert then(a, b) in ALL_ORIENTATIONS
        for c in ALL_ORIENTATIONS:
            assert then(then(a, b), c) == then(a, then(b, c))
    for a in ALL_ORIENTATIONS:
        assert then(a, UPRIGHT) == then(UPRIGHT, a) == a
        assert then(a, inverse(a)) == then(inverse(a), a) == UPRIGHT


def test_a_turn_after_a_flip_is_not_a_flip_after_a_turn() -> None:
    assert then(FLIP_HORIZONTAL, CLOCKWISE) != then(CLOCKWISE, FLIP_HORIZONTAL)
    assert then(FLIP_HORIZONTAL, FLIP_VERTICAL) == ViewOrientation(180)


@pytest.mark.parametrize("rotation", [45, -90, 360, 1])
def test_a_view_that_is_none_is_refused(rotation: int) -> None:
    with pytest.raises(ValueError, match=f"Received: {rotation}"):
        ViewOrientation(rotation)


@pytest.mark.parametrize("orientation", ALL_ORIENTATIONS)
def test_letters_go_with_the_edges_that_they_name(orientation: ViewOrientation) -> None:
    edges = np.array([[" ", "A", " "], ["R", " ", "L"], [" ", "P", " "]])
    expected = expected_view(edges, orientation)
    letters = turned_letters(EdgeLetters("R", "L", "A", "P"), orientation)
    assert letters == EdgeLetters(
        left=expected[1, 0], right=expected[1, 2], top=expected[0, 1], bottom=expected[2, 1]
    )


@given(
    orientation=orientations,
    zoom=st.none() | st.floats(0.1, 8),
    offset=st.tuples(st.floats(-300, 300), st.floats(-300, 300)),
    point=st.tuples(st.floats(0, 800), st.floats(0, 600)),
    stretch=st.floats(0.25, 4),
)
def test_viewport_and_image_agree_both_ways_in_every_view(
    orientation: ViewOrientation,
    zoom: float | None,
    offset: tuple[float, float],
    point: tuple[float, float],
    stretch: float,
) -> None:
    camera = Camera(zoom, *offset, orientation)
    placement = camera.place(ImageShape(40, 70, stretch), VIEW)
    assert placement.to_view(*placement.to_image(*point)) == pytest.approx(point, abs=1e-6)


@given(orientation=orientations, stretch=st.floats(0.25, 4), rows=st.integers(1, 2000))
def test_a_fitted_image_lies_inside_and_touches_in_every_view(
    orientation: ViewOrientation, stretch: float, rows: int
) -> None:
    placement = Camera(orientation=orientation).place(ImageShape(rows, 70, stretch), VIEW)
    assert 0 <= placement.left <= VIEW[0] - placement.width
    assert 0 <= placement.top <= VIEW[1] - placement.height
    used = max(placement.width / VIEW[0], placement.height / VIEW[1])
    assert used == pytest.approx(0.98)
    corners = [placement.to_view(c, r) for c in (0, 70) for r in (0, rows)]
    assert min(x for x, _ in corners) == pytest.approx(placement.left)
    assert max(y for _, y in corners) == pytest.approx(placement.top + placement.height)


@given(orientation=orientations, at=st.tuples(st.floats(0, 800), st.floats(0, 600)))
def test_zooming_keeps_the_point_under_the_pointer_in_every_view(
    orientation: ViewOrientation, at: tuple[float, float]
) -> None:
    shape = ImageShape(40, 70, 1.5)
    camera = Camera(3.0, 20.0, -30.0, orientation)
    before = camera.place(shape, VIEW).to_image(*at)
    after = camera.zoomed(1.7, at, shape, VIEW)
    assert after.orientation == orientation
    assert after.place(shape, VIEW).to_image(*at) == pytest.approx(before, abs=1e-6)


@given(orientation=orientations, by=st.sampled_from(STEPS))
def test_turning_keeps_what_lies_in_the_middle_of_the_viewport(
    orientation: ViewOrientation, by: ViewOrientation
) -> None:
    shape = ImageShape(40, 70, 1.5)
    camera = Camera(12.0, 100.0, -60.0, orientation)
    middle = (VIEW[0] / 2, VIEW[1] / 2)
    before = camera.place(shape, VIEW).to_image(*middle)
    after = camera.turned(by, shape, VIEW).place(shape, VIEW).to_image(*middle)
    assert after == pytest.approx(before, abs=1e-6)


@given(orientation=orientations, by=st.sampled_from(STEPS), far=st.floats(-1e4, 1e4))
def test_turning_never_loses_the_image(
    orientation: ViewOrientation, by: ViewOrientation, far: float
) -> None:
    shape = ImageShape(40, 70, 1.5)
    camera = Camera(2.0, orientation=orientation).panned(far, far, shape, VIEW)
    placement = camera.turned(by, shape, VIEW).place(shape, VIEW)
    assert placement.left + placement.width >= 31
    assert placement.top + placement.height >= 31
    assert placement.left <= VIEW[0] - 31
    assert placement.top <= VIEW[1] - 31


def test_every_other_view_is_said_and_each_in_its_own_words() -> None:
    said = {orientation: orientation_text(orientation) for orientation in ALL_ORIENTATIONS}
    assert said[UPRIGHT] == ""
    assert said[ViewOrientation(90)] == "Rotated 90°"
    assert said[FLIP_VERTICAL] == "Flipped vertically"
    assert said[ViewOrientation(270, True)] == "Rotated 270°, flipped horizontally"
    assert len(set(said.values())) == 8
