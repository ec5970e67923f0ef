"""Letters at the edges and the reading direction."""

from __future__ import annotations

import math

import pytest

from tests.dicom_factory import AXIAL, CORONAL, SAGITTAL
from tumorview.imaging.orientation import (
    EdgeLetters,
    edge_letters,
    is_valid_orientation,
    plane_name,
    reading_direction,
    slice_normal,
)


def test_an_axial_slice_shows_the_patients_right_on_the_left() -> None:
    assert edge_letters(AXIAL) == EdgeLetters(left="R", right="L", top="A", bottom="P")


def test_a_coronal_slice_has_the_head_on_top() -> None:
    assert edge_letters(CORONAL) == EdgeLetters(left="R", right="L", top="H", bottom="F")


def test_a_sagittal_slice_runs_from_front_to_back() -> None:
    assert edge_letters(SAGITTAL) == EdgeLetters(left="A", right="P", top="H", bottom="F")


def test_an_oblique_slice_names_the_stronger_direction_first() -> None:
    angle = math.radians(30)
    row = (math.cos(angle), math.sin(angle), 0.0)
    column = (-math.sin(angle), math.cos(angle), 0.0)
    letters = edge_letters((*row, *column))
    assert letters == EdgeLetters(left="RA", right="LP", top="AL", bottom="PR")


def test_a_slight_tilt_earns_no_second_letter() -> None:
    angle = math.radians(8)
    letters = edge_letters((1.0, 0.0, 0.0, 0.0, math.cos(angle), math.sin(angle)))
    assert letters is not None
    assert letters.top == "A"


def test_a_doubly_oblique_slice_gets_three_letters() -> None:
    share = 1 / math.sqrt(3)
    row = (share, share, share)
    column = (1 / math.sqrt(2), -1 / math.sqrt(2), 0.0)
    letters = edge_letters((*row, *column))
    assert letters is not None
    assert letters.right == "LPH"


@pytest.mark.parametrize(
    "orientation",
    [
        None,
        (),
        (0.0,) * 6,
        (1.0, 0.0, 0.0, 1.0, 0.0, 0.0),
        (2.0, 0.0, 0.0, 0.0, 1.0, 0.0),
        (1.0, 0.0, 0.0, 0.0, math.nan, 0.0),
    ],
)
def test_without_a_usable_orientation_there_are_no_letters(
    orientation: tuple[float, ...] | None,
) -> None:
    assert edge_letters(orientation) is None


def test_rounded_cosines_still_count_as_an_orientation() -> None:
    assert is_valid_orientation((0.999, 0.02, 0.0, -0.02, 0.999, 0.0))


def test_the_normal_of_an_axial_slice_points_to_the_head() -> None:
    assert slice_normal(AXIAL) == (0.0, 0.0, 1.0)


@pytest.mark.parametrize(
    ("orientation", "direction"),
    [
        (AXIAL, (0.0, 0.0, 1.0)),
        ((1.0, 0.0, 0.0, 0.0, -1.0, 0.0), (0.0, 0.0, 1.0)),
        (CORONAL, (0.0, 1.0, 0.0)),
        (SAGITTAL, (1.0, 0.0, 0.0)),
    ],
)
def test_slices_are_read_towards_head_back_and_left(
    orientation: tuple[float, ...], direction: tuple[float, float, float]
) -> None:
    assert reading_direction(orientation) == pytest.approx(direction)


def _tilted(degrees: float) -> tuple[float, ...]:
    """An axial plane turned about the patient's left-right axis."""
    angle = math.radians(degrees)
    return (1.0, 0.0, 0.0, 0.0, math.cos(angle), math.sin(angle))


def test_a_plane_is_named_after_the_nearest_one_of_the_body() -> None:
    assert plane_name(AXIAL) == plane_name(_tilted(25)) == plane_name(_tilted(-25)) == "axial"
    assert plane_name(CORONAL) == plane_name(_tilted(89)) == "coronal"
    assert plane_name(SAGITTAL) == "sagittal"
    assert plane_name(_tilted(45)) == "oblique"
    assert plane_name(None) == plane_name((1.0, 0.0)) == ""
