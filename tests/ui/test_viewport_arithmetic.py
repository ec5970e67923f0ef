from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tumorview.domain.frames import ImageGeometry, ModalityFrame, VoiFunction, VoiWindow
from tumorview.domain.source import SourceRef
from tumorview.domain.study import PatientInfo
from tumorview.ui.viewport.camera import MAX_ZOOM, MIN_ZOOM, Camera, ImageShape, row_stretch
from tumorview.ui.viewport.corner_text import (
    Pointer,
    date_text,
    identity_lines,
    number_text,
    value_text,
    window_text,
)
from tumorview.ui.viewport.ruler import ruler
from tumorview.ui.viewport.window_drag import dragged_window

VIEW = (800.0, 600.0)
SHAPE = ImageShape(512, 400)

sizes = st.integers(1, 4096)
places = st.tuples(st.floats(0, 800), st.floats(0, 600))


@given(rows=sizes, columns=sizes, stretch=st.floats(0.2, 5))
def test_a_fitted_image_lies_wholly_inside_and_centred(
    rows: int, columns: int, stretch: float
) -> None:
    placement = Camera().place(ImageShape(rows, columns, stretch), VIEW)
    width, height = columns * placement.scale_x, rows * placement.scale_y
    assert placement.left >= 0
    assert placement.top >= 0
    assert placement.left * 2 + width == pytest.approx(VIEW[0])
    assert placement.top * 2 + height == pytest.approx(VIEW[1])


@given(at=places, factor=st.floats(0.5, 2))
def test_zooming_keeps_the_point_under_the_pointer(at: tuple[float, float], factor: float) -> None:
    before = Camera().place(SHAPE, VIEW)
    after = Camera().zoomed(factor, at, SHAPE, VIEW).place(SHAPE, VIEW)
    assert after.to_image(*at) == pytest.approx(before.to_image(*at), abs=1e-6)


def test_zoom_has_ends() -> None:
    camera = Camera()
    for _ in range(100):
        camera = camera.zoomed(3.0, (400, 300), SHAPE, VIEW)
    assert camera.zoom == MAX_ZOOM
    for _ in range(100):
        camera = camera.zoomed(0.3, (400, 300), SHAPE, VIEW)
    assert camera.zoom == MIN_ZOOM


@given(dx=st.floats(-1e5, 1e5), dy=st.floats(-1e5, 1e5))
def test_an_image_cannot_be_moved_out_of_sight(dx: float, dy: float) -> None:
    placement = Camera().panned(dx, dy, SHAPE, VIEW).place(SHAPE, VIEW)
    right = placement.left + SHAPE.columns * placement.scale_x
    bottom = placement.top + SHAPE.rows * placement.scale_y
    assert right >= 31
    assert bottom >= 31
    assert placement.left <= VIEW[0] - 31
    assert placement.top <= VIEW[1] - 31


@pytest.mark.parametrize(
    ("spacing", "aspect", "stretch"),
    [
        ((1.0, 0.5), (1.0, 1.0), 2.0),
        (None, (1.0, 2.0), 0.5),
        (None, (1.0, 1.0), 1.0),
        ((0.0, 0.5), (1.0, 1.0), 1.0),
    ],
)
def test_the_shape_of_a_pixel_follows_spacing_then_aspect_ratio(
    spacing: tuple[float, float] | None, aspect: tuple[float, float], stretch: float
) -> None:
    assert row_stretch(spacing, aspect) == stretch


@pytest.mark.parametrize(
    ("pixels_per_row", "spacing", "label", "length"),
    [
        (2.0, 0.5, "50 mm", 200.0),
        (1.0, 0.5, "100 mm", 200.0),
        (2.0, None, "100 px", 200.0),
        (40.0, 0.5, "2 mm", 160.0),
    ],
)
def test_a_ruler_has_a_round_length_that_fits(
    pixels_per_row: float, spacing: float | None, label: str, length: float
) -> None:
    made = ruler(pixels_per_row, spacing, 240)
    assert made is not None
    assert made.label == label
    assert made.length_px == pytest.approx(length)


@given(st.floats(1e-3, 1e3), st.floats(0.01, 10))
def test_a_ruler_is_never_longer_than_its_room_nor_very_short(scale: float, spacing: float) -> None:
    made = ruler(scale, spacing, 240)
    assert made is not None
    assert 240 / 2.5 - 1e-6 <= made.length_px <= 240 + 1e-6


def test_a_ruler_without_room_is_left_out() -> None:
    assert ruler(1.0, 0.5, 4) is None


@given(
    dx=st.floats(-5000, 5000),
    dy=st.floats(-5000, 5000),
    width=st.floats(1, 5000),
    function=st.sampled_from(VoiFunction),
)
def test_a_dragged_window_is_always_valid(
    dx: float, dy: float, width: float, function: VoiFunction
) -> None:
    dragged = dragged_window(VoiWindow(40, width, function), dx, dy)
    assert dragged.width >= 1 if function is VoiFunction.LINEAR else dragged.width > 0
    assert dragged.function is function
    assert (dragged.center > 40) == (dy > 0) or dragged.center == 40


def frame(values: object, modality: str = "CT", rescale_type: str = "") -> ModalityFrame:
    return ModalityFrame(
        SourceRef(Path("a.dcm")),
        np.asarray(values, np.float32),
        rescale_type,
        "MONOCHROME2",
        modality,
        ImageGeometry(),
    )


def test_the_value_has_the_unit_that_the_file_or_the_modality_gives() -> None:
    assert value_text(frame([[-1000.0]]), Pointer(0, 0)) == "\u22121000 HU   (0, 0)"
    assert value_text(frame([[3.25]], "MR"), Pointer(0, 0)) == "3.250   (0, 0)"
    assert value_text(frame([[7.0]], "PT", "BQML"), Pointer(0, 0)) == "7 BQML   (0, 0)"
    assert value_text(frame([[7.0]], "MR", "US"), Pointer(0, 0)) == "7   (0, 0)"


def test_outside_the_image_there_is_no_value() -> None:
    for pointer in (Pointer(-1, 0), Pointer(0, -1), Pointer(1, 0), Pointer(0, 1)):
        assert value_text(frame([[1.0]]), pointer) == ""


def test_colour_has_three_values() -> None:
    colored = frame(np.array([[[1, 2, 3]]]), "")
    assert value_text(colored, Pointer(0, 0)) == "1 / 2 / 3   (0, 0)"


def test_padding_is_called_padding() -> None:
    padded = ModalityFrame(
        SourceRef(Path("a.dcm")),
        np.zeros((1, 1), np.float32),
        "HU",
        "MONOCHROME2",
        "CT",
        ImageGeometry(),
        padding_mask=np.ones((1, 1), np.bool_),
    )
    assert value_text(padded, Pointer(0, 0)) == "padding   (0, 0)"


def test_a_window_says_its_name() -> None:
    assert window_text(VoiWindow(40, 80, explanation="Brain")) == "W 80  L 40  Brain"
    assert window_text(None) == "Colour"


@pytest.mark.parametrize(
    ("value", "text"),
    [(80.0, "80"), (0.125, "0.125"), (12.34, "12.3"), (-5.0, "\u22125"), (float("nan"), "nan")],
)
def test_numbers_have_the_decimals_they_need(value: float, text: str) -> None:
    assert number_text(value) == text


def test_identity_leaves_empty_parts_out() -> None:
    assert identity_lines(PatientInfo()) == ()
    patient = PatientInfo("Doe^Jane^^Dr", "7", "19700131", "F", "054Y")
    assert identity_lines(patient) == ("Doe Jane  Dr", "7", "1970-01-31  F  054Y")


def test_only_a_dicom_date_is_rewritten() -> None:
    assert date_text("20240229") == "2024-02-29"
    assert date_text("2024") == "2024"
