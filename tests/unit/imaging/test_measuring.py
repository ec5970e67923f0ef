"""Measures of marks against numbers worked out by hand."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dicom_factory import CT_IMAGE, write_dicom
from tumorview.domain.frames import ImageGeometry, ModalityFrame, SpacingBasis
from tumorview.domain.marks import Mark, MarkKind, Point
from tumorview.domain.measurements import scale_of
from tumorview.domain.source import SourceRef
from tumorview.imaging.image_file import open_image
from tumorview.imaging.measuring import geometry_of, measure, region_mask
from tumorview.imaging.modality import modality_frame

EXACT = 1e-3
"""A tenth of a per cent is what is promised."""

TILT = math.radians(17)
TILTED = (1.0, 0.0, 0.0, 0.0, math.cos(TILT), math.sin(TILT))
ORIGIN = (-80.0, -90.0, 12.0)
SPACING = (0.8, 0.5)
"""Between rows, between columns: a pixel is higher than wide."""


def mark(kind: MarkKind, *points: Point, text: str = "") -> Mark:
    return Mark(kind, points, "2.25.1", text)


@pytest.fixture(scope="module")
def tilted(tmp_path_factory: pytest.TempPathFactory) -> ModalityFrame:
    """A CT slice with gantry tilt: HU = 10 column + row, and padding in one corner."""
    rows, columns = np.mgrid[0:60, 0:80]
    pixels = (10 * columns + rows + 1024).astype(np.int16)
    pixels[50:, :10] = -2000
    path = write_dicom(
        tmp_path_factory.mktemp("tilted") / "tilted.dcm",
        pixels,
        SOPClassUID=CT_IMAGE,
        Modality="CT",
        RescaleSlope=1,
        RescaleIntercept=-1024,
        PixelPaddingValue=-2000,
        PixelSpacing=list(SPACING),
        ImageOrientationPatient=[round(v, 6) for v in TILTED],
        ImagePositionPatient=list(ORIGIN),
        GantryDetectorTilt=17.0,
    )
    return modality_frame(open_image(path).read_frame(1))


def in_patient(point: Point) -> tuple[float, ...]:
    """The place in the patient, mm (PS3.3 C.7.6.2.1.1): the first pixel's centre is the origin."""
    along_row, along_column = (point[0] - 0.5) * SPACING[1], (point[1] - 0.5) * SPACING[0]
    return tuple(
        ORIGIN[axis] + TILTED[axis] * along_row + TILTED[3 + axis] * along_column
        for axis in range(3)
    )


def test_a_distance_is_that_of_the_places_in_the_patient(tilted: ModalityFrame) -> None:
    # 60 columns of 0.5 mm and 50 rows of 0.8 mm: 30 and 40, hence 50 mm.
    ends = ((10.0, 5.0), (70.0, 55.0))
    found = measure(mark(MarkKind.DISTANCE, *ends), tilted)
    assert found.length == pytest.approx(50.0, rel=EXACT)
    assert found.length == pytest.approx(math.dist(*(in_patient(p) for p in ends)), rel=EXACT)
    assert found.scale.unit == "mm"
    # The same points on square pixels of 0.5 mm would be 39.05 mm apart.
    assert found.length != pytest.approx(39.05, rel=0.1)


def test_an_angle_is_measured_in_millimetres(tilted: ModalityFrame) -> None:
    # Legs along a row and 40 columns, 25 rows away: 20 mm and 20 mm, hence 45 degrees.
    points = ((60.0, 10.0), (10.0, 10.0), (50.0, 35.0))
    found = measure(mark(MarkKind.ANGLE, *points), tilted).angle_degrees
    assert found == pytest.approx(45.0, rel=EXACT)
    legs = [np.subtract(in_patient(points[k]), in_patient(points[1])) for k in (0, 2)]
    cosine = np.dot(*legs) / np.prod([np.linalg.norm(leg) for leg in legs])
    assert found == pytest.approx(math.degrees(math.acos(cosine)), rel=EXACT)


@pytest.mark.parametrize("second", [((10.0, 40.0), (50.0, 15.0)), ((50.0, 15.0), (10.0, 40.0))])
def test_a_cobb_angle_does_not_depend_on_the_way_a_line_was_drawn(
    tilted: ModalityFrame, second: tuple[Point, Point]
) -> None:
    first = ((5.0, 5.0), (75.0, 5.0))
    found = measure(mark(MarkKind.COBB, *first, *second), tilted).angle_degrees
    assert found == pytest.approx(45.0, rel=EXACT)


@pytest.mark.parametrize(
    ("points", "degrees"),
    [
        (((0.0, 0.0), (5.0, 0.0), (10.0, 0.0)), 180.0),
        (((9.0, 0.0), (5.0, 0.0), (10.0, 0.0)), 0.0),
        (((5.0, 0.0), (5.0, 0.0), (10.0, 3.0)), 0.0),
        (((5.0, 9.0), (5.0, 5.0), (1.0, 5.0)), 90.0),
    ],
)
def test_angles_at_the_ends_of_their_range(points: tuple[Point, ...], degrees: float) -> None:
    found = geometry_of(mark(MarkKind.ANGLE, *points), scale_of(ImageGeometry()))
    assert found.angle_degrees == pytest.approx(degrees)


def test_a_rectangle_holds_the_pixels_whose_centres_it_holds(tilted: ModalityFrame) -> None:
    # Columns 20 to 29 and rows 10 to 14: the centres of column 30 and row 15 lie outside.
    found = measure(mark(MarkKind.RECTANGLE, (30.4, 15.4), (19.6, 9.6)), tilted)
    assert found.area == pytest.approx(10.8 * 0.5 * 5.8 * 0.8, rel=EXACT)
    values = found.statistics
    assert values is not None
    assert values.pixels == 50
    assert values.mean == pytest.approx(10 * 24.5 + 12, rel=EXACT)
    # Variances of ten columns (step 10) and five rows (step 1): 100 * 99 / 12 and 24 / 12.
    assert values.standard_deviation == pytest.approx(math.sqrt(825 + 2), rel=EXACT)
    assert (values.minimum, values.maximum) == (210, 304)
    assert found.value_unit == "HU"


def test_an_ellipse_has_the_area_of_the_formula_and_the_pixels_of_its_inside(
    tilted: ModalityFrame,
) -> None:
    # Half axes of 10 columns and 5 rows: 5 mm and 4 mm.
    found = measure(mark(MarkKind.ELLIPSE, (20.0, 20.0), (40.0, 30.0)), tilted)
    assert found.area == pytest.approx(math.pi * 5 * 4, rel=EXACT)
    inside = [
        10 * column + row
        for row in range(60)
        for column in range(80)
        if ((column + 0.5 - 30) / 10) ** 2 + ((row + 0.5 - 25) / 5) ** 2 <= 1
    ]
    values = found.statistics
    assert values is not None
    assert values.pixels == len(inside)
    assert values.mean == pytest.approx(np.mean(inside), rel=EXACT)
    assert values.standard_deviation == pytest.approx(np.std(inside), rel=EXACT)
    assert (values.minimum, values.maximum) == (min(inside), max(inside))


def test_a_freehand_triangle_is_half_of_its_box(tilted: ModalityFrame) -> None:
    # A right angle with legs of 40 columns (20 mm) and 25 rows (20 mm).
    found = measure(mark(MarkKind.FREEHAND, (10.0, 10.0), (50.0, 10.0), (10.0, 35.0)), tilted)
    assert found.area == pytest.approx(200.0, rel=EXACT)
    inside = [
        10 * column + row
        for row in range(60)
        for column in range(80)
        if column >= 10 and row >= 10 and (column + 0.5 - 10) / 40 + (row + 0.5 - 10) / 25 < 1
    ]
    values = found.statistics
    assert values is not None
    assert values.pixels == len(inside)
    assert values.mean == pytest.approx(np.mean(inside), rel=EXACT)


def test_an_outline_that_crosses_itself_has_the_area_of_its_pixels(tilted: ModalityFrame) -> None:
    # Two triangles that meet in a point; the signed areas would cancel out.
    bow = mark(MarkKind.FREEHAND, (10.0, 10.0), (30.0, 30.0), (30.0, 10.0), (10.0, 30.0))
    found = measure(bow, tilted)
    assert found.statistics is not None
    assert found.area == pytest.approx(found.statistics.pixels * 0.4)
    assert found.area == pytest.approx(200 * 0.4, rel=0.06)


def test_an_ellipse_without_a_width_holds_nothing(tilted: ModalityFrame) -> None:
    found = measure(mark(MarkKind.ELLIPSE, (20.5, 20.5), (20.5, 30.5)), tilted)
    assert (found.area, found.statistics) == (0.0, None)


def test_padding_and_what_lies_off_the_image_have_no_value(tilted: ModalityFrame) -> None:
    found = measure(mark(MarkKind.RECTANGLE, (-5.0, 48.0), (10.0, 70.0)), tilted)
    assert found.statistics is not None
    assert found.statistics.pixels == 20, "two rows of ten columns above the padding"
    alone = measure(mark(MarkKind.RECTANGLE, (1.0, 52.0), (9.0, 59.0)), tilted)
    assert alone.statistics is None
    assert alone.area == pytest.approx(8 * 7 * 0.4)


@given(
    kind=st.sampled_from([MarkKind.ELLIPSE, MarkKind.RECTANGLE]),
    values=st.lists(st.floats(-5, 35), min_size=4, max_size=4),
)
def test_no_pixel_of_a_region_lies_beyond_its_box(kind: MarkKind, values: list[float]) -> None:
    left, top, right, bottom = values
    mask, first_row, first_column = region_mask(mark(kind, (left, top), (right, bottom)), (30, 30))
    rows, columns = np.nonzero(mask)
    assert np.all(np.abs(rows + first_row + 0.5 - (top + bottom) / 2) <= abs(bottom - top) / 2)
    assert np.all(
        np.abs(columns + first_column + 0.5 - (left + right) / 2) <= abs(right - left) / 2
    )
    assert mask.shape[0] + first_row <= 30 or not mask.size


@given(
    corners=st.lists(st.tuples(st.floats(0, 20), st.floats(0, 20)), min_size=3, max_size=8),
)
def test_a_freehand_region_is_filled_by_the_even_odd_rule(corners: list[Point]) -> None:
    mask, top, left = region_mask(mark(MarkKind.FREEHAND, *corners), (20, 20))
    whole = np.zeros((20, 20), bool)
    whole[top : top + mask.shape[0], left : left + mask.shape[1]] = mask
    for row in range(20):
        for column in range(20):
            odd = False
            for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True):
                if (y0 <= row + 0.5) != (y1 <= row + 0.5):
                    at = x0 + (row + 0.5 - y0) * (x1 - x0) / (y1 - y0)
                    if abs(at - column - 0.5) < 1e-9:
                        break
                    odd ^= at < column + 0.5
            else:
                assert whole[row, column] == odd, (row, column)


def test_without_a_spacing_pixels_are_counted_and_angles_go_by_the_shape_of_a_pixel() -> None:
    frame = ModalityFrame(
        SourceRef(Path("a.png")),
        np.ones((20, 20), np.float32),
        "",
        "MONOCHROME2",
        "OT",
        ImageGeometry(pixel_aspect_ratio=(2.0, 1.0)),
    )
    assert measure(mark(MarkKind.DISTANCE, (1.0, 1.0), (4.0, 5.0)), frame).length == 5.0
    area = measure(mark(MarkKind.RECTANGLE, (1.0, 1.0), (4.0, 5.0)), frame)
    assert area.area == 12.0
    assert area.scale.unit == "px"
    assert area.value_unit == ""
    angle = measure(mark(MarkKind.ANGLE, (9.0, 1.0), (1.0, 1.0), (5.0, 3.0)), frame)
    assert angle.angle_degrees == pytest.approx(45.0)


def test_colour_has_an_area_and_no_values() -> None:
    frame = ModalityFrame(
        SourceRef(Path("a.png")),
        np.ones((8, 8, 3), np.float32),
        "",
        "RGB",
        "OT",
        ImageGeometry(pixel_spacing_mm=(1.0, 1.0)),
    )
    found = measure(mark(MarkKind.RECTANGLE, (1.0, 1.0), (4.0, 5.0)), frame)
    assert (found.area, found.statistics) == (12.0, None)


PIXELS = np.zeros((4, 4), np.int16)


@pytest.mark.parametrize(
    ("tags", "spacing", "basis"),
    [
        ({"PixelSpacing": [0.8, 0.5]}, (0.8, 0.5), SpacingBasis.PATIENT),
        (
            {"Modality": "DX", "ImagerPixelSpacing": [0.2, 0.2]},
            (0.2, 0.2),
            SpacingBasis.DETECTOR,
        ),
        (
            {"Modality": "CR", "NominalScannedPixelSpacing": [0.3, 0.2]},
            (0.3, 0.2),
            SpacingBasis.DETECTOR,
        ),
        (
            {"Modality": "DX", "PixelSpacing": [0.2, 0.2], "ImagerPixelSpacing": [0.2, 0.2]},
            (0.2, 0.2),
            SpacingBasis.DETECTOR,
        ),
        (
            {"Modality": "DX", "PixelSpacing": [0.17, 0.17], "ImagerPixelSpacing": [0.2, 0.2]},
            (0.17, 0.17),
            SpacingBasis.CALIBRATED,
        ),
        (
            {
                "Modality": "DX",
                "PixelSpacing": [0.2, 0.2],
                "ImagerPixelSpacing": [0.2, 0.2],
                "PixelSpacingCalibrationType": "FIDUCIAL",
            },
            (0.2, 0.2),
            SpacingBasis.CALIBRATED,
        ),
        ({"Modality": "DX", "PixelSpacing": [0.2, 0.2]}, (0.2, 0.2), SpacingBasis.UNCERTAIN),
        (
            {"Modality": "CT", "PixelSpacing": [0.0, 0.5], "ImagerPixelSpacing": [0.3, 0.2]},
            (0.3, 0.2),
            SpacingBasis.DETECTOR,
        ),
        ({"Modality": "DX"}, None, SpacingBasis.PATIENT),
    ],
    ids=lambda value: str(value) if isinstance(value, SpacingBasis) else "",
)
def test_where_a_millimetre_is_one_follows_from_the_spacings_of_the_file(
    tmp_path: Path,
    tags: dict[str, Any],
    spacing: tuple[float, float] | None,
    basis: SpacingBasis,
) -> None:
    path = write_dicom(tmp_path / "a.dcm", PIXELS, **tags)
    geometry = open_image(path).header.frames[0].geometry
    assert geometry.pixel_spacing_mm == spacing
    assert geometry.spacing_basis is basis
