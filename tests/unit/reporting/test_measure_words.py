"""What marks measure, in words."""

from __future__ import annotations

import pytest

from tumorview.domain.frames import ImageGeometry, SpacingBasis
from tumorview.domain.marks import Mark, MarkKind
from tumorview.domain.measurements import Measurement, RegionStatistics, scale_of
from tumorview.reporting.measure_words import clipboard_text, label_lines, number

MM = scale_of(ImageGeometry(pixel_spacing_mm=(1.0, 1.0)))
PX = scale_of(ImageGeometry())
DETECTOR = scale_of(ImageGeometry(pixel_spacing_mm=(1.0, 1.0), spacing_basis=SpacingBasis.DETECTOR))
UNCERTAIN = scale_of(
    ImageGeometry(pixel_spacing_mm=(1.0, 1.0), spacing_basis=SpacingBasis.UNCERTAIN)
)
CALIBRATED = scale_of(
    ImageGeometry(pixel_spacing_mm=(1.0, 1.0), spacing_basis=SpacingBasis.CALIBRATED)
)
LINE = Mark(MarkKind.DISTANCE, ((0.0, 0.0), (1.0, 1.0)), "1")
BOX = Mark(MarkKind.RECTANGLE, ((0.0, 0.0), (1.0, 1.0)), "2")
VALUES = RegionStatistics(25, -12.345, 4.0, -1024.0, 3.25)


@pytest.mark.parametrize(
    ("scale", "lines"),
    [
        (MM, ("12.3 mm",)),
        (PX, ("12.3 px", "not calibrated")),
        (DETECTOR, ("12.3 mm", "at the detector")),
        (UNCERTAIN, ("12.3 mm", "calibration unknown")),
        (CALIBRATED, ("12.3 mm", "at the calibrated depth")),
    ],
    ids=["patient", "none", "detector", "uncertain", "calibrated"],
)
def test_a_length_says_what_its_unit_is_worth(scale: object, lines: tuple[str, ...]) -> None:
    assert label_lines(LINE, Measurement(scale, length=12.345)) == lines  # type: ignore[arg-type]


def test_a_region_says_area_and_values_with_their_unit() -> None:
    measured = Measurement(MM, area=250.04, statistics=VALUES, value_unit="HU")
    assert label_lines(BOX, measured) == (
        "250.0 mm²",
        "Mean \N{MINUS SIGN}12.3 HU   SD 4.00",
        "Min \N{MINUS SIGN}1024   Max 3.25",
    )
    assert label_lines(BOX, Measurement(PX, area=250.0)) == ("250.0 px", "not calibrated")


def test_angles_are_told_apart() -> None:
    points = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0))
    angle = Mark(MarkKind.ANGLE, points, "1")
    cobb = Mark(MarkKind.COBB, (*points, (2.0, 2.0)), "1")
    measured = Measurement(MM, angle_degrees=44.96)
    assert label_lines(angle, measured) == ("45.0°",)
    assert label_lines(cobb, measured) == ("Cobb 45.0°",)


def test_the_table_has_one_line_a_mark_and_no_line_breaks_within() -> None:
    text = Mark(MarkKind.TEXT, ((0.0, 0.0),), "3", "two\nlines\tand a tab")
    measured = Measurement(MM, area=250.0, statistics=VALUES)
    lines = clipboard_text("Series, image 1 of 2", [(BOX, measured), (text, Measurement(MM))])
    values = ("Mean \N{MINUS SIGN}12.3 SD 4.00", "Min \N{MINUS SIGN}1024 Max 3.25", "25 pixels")
    assert lines.splitlines() == [
        "Series, image 1 of 2",
        "\t".join(("Rectangle", "250.0 mm²", *values)),
        "Text\ttwo\tlines and a tab",
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (1e-5, "1e\N{MINUS SIGN}05"), (0.25, "0.250"), (5.678, "5.68"), (1e7, "1e+07")],
)
def test_numbers_have_as_many_digits_as_are_read(value: float, text: str) -> None:
    assert number(value) == text
