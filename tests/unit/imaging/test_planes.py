"""Image planes against each other: reference lines and partners in another series."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tumorview.domain.frames import ImageGeometry
from tumorview.domain.source import SourceRef
from tumorview.domain.study import FrameInfo
from tumorview.imaging.planes import (
    ImagePlane,
    Segment,
    nearest_index,
    plane_of,
    reference_line,
    share_a_space,
)

AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
CORONAL = (1.0, 0.0, 0.0, 0.0, 0.0, -1.0)
SAGITTAL = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)


def _frame(
    position: tuple[float, float, float],
    orientation: tuple[float, float, float, float, float, float] = AXIAL,
    spacing: tuple[float, float] | None = (0.5, 0.8),
    space: str = "1.2.3",
    study: str | None = "9.1",
) -> FrameInfo:
    return FrameInfo(
        SourceRef(Path("slice.dcm"), study_instance_uid=study),
        100,
        200,
        ImageGeometry(
            pixel_spacing_mm=spacing,
            position_mm=position,
            orientation=orientation,
            frame_of_reference_uid=space,
        ),
    )


def _plane(frame: FrameInfo) -> ImagePlane:
    plane = plane_of(frame)
    assert plane is not None
    return plane


def _tilted(degrees: float) -> tuple[float, float, float, float, float, float]:
    """Axial, nodded about the left-right axis."""
    angle = math.radians(degrees)
    return (1.0, 0.0, 0.0, 0.0, math.cos(angle), math.sin(angle))


def _line(segment: Segment | None) -> tuple[float, float, float, float]:
    assert segment is not None
    return (*segment.start, *segment.end)


def test_a_pixel_lies_where_the_standard_says_and_is_found_again() -> None:
    plane = _plane(_frame((10, 20, 30), SAGITTAL))
    # Column 3 is 3 times 0.8 mm along +y, row 4 is 4 times 0.5 mm along -z.
    assert np.allclose(plane.at(3, 4), (10, 22.4, 28))
    assert plane.pixel(plane.at(3, 4)) == pytest.approx((3, 4))
    assert plane.height(plane.at(3, 4)) == pytest.approx(0)


def test_without_position_orientation_or_spacing_there_is_no_plane() -> None:
    assert plane_of(_frame((0, 0, 0), spacing=None)) is None
    bare = FrameInfo(SourceRef(Path("a.png")), 5, 5, ImageGeometry())
    assert plane_of(bare) is None


def test_an_axial_slice_cuts_a_coronal_image_in_a_level_line_at_its_height() -> None:
    # The coronal image's first row lies at z = 40, rows go down by 0.5 mm.
    coronal = _plane(_frame((0, 25, 40), CORONAL))
    axial = _plane(_frame((16, 0, 10)))
    # Seen from x = 15.6 (column -0.5 of the axial image) on: 15.6 / 0.8 = 19.5.
    x = sorted(_line(reference_line(coronal, axial))[::2])
    y = _line(reference_line(coronal, axial))[1::2]
    assert y == pytest.approx((60, 60))
    # To the right the axial image goes beyond the coronal one, whose last edge is 199.5.
    assert x == pytest.approx([19.5, 199.5])


def test_a_sagittal_slice_cuts_an_axial_image_in_an_upright_line() -> None:
    axial = _plane(_frame((0, 0, 0)))
    sagittal = _plane(_frame((80, -10, 20), SAGITTAL))
    columns = _line(reference_line(axial, sagittal))[::2]
    assert columns == pytest.approx((100, 100))


def test_a_tilted_slice_cuts_where_its_rows_say() -> None:
    sagittal = _plane(_frame((50, 0, 20), SAGITTAL))
    tilted = _plane(_frame((0, 0, 0), _tilted(20)))
    segment = reference_line(sagittal, tilted)
    assert segment is not None
    for column, row in (segment.start, segment.end):
        point = sagittal.at(column, row)
        assert tilted.height(point) == pytest.approx(0, abs=1e-9)
        # z rises by tan 20° with y.
        assert point[2] == pytest.approx(math.tan(math.radians(20)) * point[1])


def test_parallel_and_distant_planes_have_no_line() -> None:
    axial = _plane(_frame((0, 0, 0)))
    assert reference_line(axial, _plane(_frame((0, 0, 5)))) is None
    assert reference_line(axial, _plane(_frame((0, 0, 5), _tilted(3)))) is None
    beyond = _plane(_frame((500, -10, 20), SAGITTAL))
    assert reference_line(axial, beyond) is None
    above = _plane(_frame((80, 0, 90), SAGITTAL))  # ends at z = 40
    assert reference_line(axial, above) is None


def test_the_partner_is_the_nearest_by_position_and_not_by_number() -> None:
    thick = [_frame((0, 0, z)) for z in (40.0, 0.0, 20.0, 60.0)]
    assert nearest_index(thick, _frame((0, 0, 22))) == 2
    assert nearest_index(thick, _frame((5, -7, 41))) == 0


def test_beyond_the_stack_there_is_no_partner() -> None:
    stack = [_frame((0, 0, z)) for z in (0.0, 5.0, 10.0)]
    assert nearest_index(stack, _frame((0, 0, 14))) == 2
    assert nearest_index(stack, _frame((0, 0, 16))) is None
    assert nearest_index([], _frame((0, 0, 0))) is None


def test_only_parallel_planes_of_one_space_are_partners() -> None:
    stack = [_frame((0, 0, z)) for z in (0.0, 5.0, 10.0)]
    assert nearest_index(stack, _frame((0, 0, 5), SAGITTAL)) is None
    assert nearest_index(stack, _frame((0, 0, 5), space="7.7")) is None
    nodded = _frame((0, 0, 5 - 24.75 * math.sin(math.radians(8))), _tilted(8))
    assert nearest_index(stack, nodded) == 1


def test_rows_that_run_the_other_way_are_still_parallel() -> None:
    stack = [_frame((0, 0, z)) for z in (0.0, 5.0, 10.0)]
    mirrored = _frame((159.2, 0, 10), (-1.0, 0.0, 0.0, 0.0, 1.0, 0.0))
    assert nearest_index(stack, mirrored) == 2


def test_images_share_a_space_by_their_uid_else_by_their_study() -> None:
    one = _frame((0, 0, 0))
    assert share_a_space(one, _frame((0, 0, 0), study="8.8"))
    assert not share_a_space(one, _frame((0, 0, 0), space="1.2.4"))
    silent = _frame((0, 0, 0), space="")
    assert share_a_space(silent, one)
    assert not share_a_space(silent, _frame((0, 0, 0), space="", study="8.8"))
    unknown = replace(silent, source=SourceRef(Path("b.dcm")))
    assert not share_a_space(unknown, unknown)
