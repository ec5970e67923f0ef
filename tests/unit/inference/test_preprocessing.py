from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.model_factory import TinyModel, make_model
from tests.unit.inference.make_frame import gradient_frame, make_frame
from tumorview.domain.arrays import Float32Array
from tumorview.domain.frames import ImageGeometry
from tumorview.inference.manifest import (
    CropSpec,
    Manifest,
    PercentileMapping,
    RangeMapping,
    WindowMapping,
    parse_manifest,
)
from tumorview.inference.preprocessing import (
    crop_and_resize,
    crop_box,
    luminance,
    map_intensity,
    model_input,
    pixel_aspect,
)

WHOLE = CropSpec(kind="full_square")
STRETCHED = CropSpec(kind="full_stretch")
FOREGROUND = CropSpec(kind="foreground_square", threshold=0.1, min_fraction=0.02, margin=0.0)
CONTOUR = CropSpec(kind="brain_contour", threshold=45 / 255)


def _manifest(tmp_path: Path, **changes: Any) -> Manifest:
    path = make_model(tmp_path, TinyModel(manifest_changes=changes)) / "manifest.json"
    return parse_manifest(path.read_bytes(), path)


def test_a_window_maps_its_ends_to_zero_and_one() -> None:
    values = np.array([[-100.0, 0.0, 40.0, 80.0, 500.0]], np.float32)
    unit = map_intensity(values, WindowMapping(center=40.0, width=80.0))
    np.testing.assert_allclose(unit, [[0.0, 0.0, 0.5, 1.0, 1.0]])


def test_percentiles_leave_single_bright_pixels_out_of_the_scale() -> None:
    values = np.arange(1000, dtype=np.float32).reshape(20, 50)
    values[0, 0] = 1e6
    unit = map_intensity(values, PercentileMapping(lower=1.0, upper=99.0))
    assert unit[0, 0] == 1.0
    assert unit[10, 0] == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize(("lower", "upper"), [(0.0, 100.0), (1.0, 99.5), (33.3, 66.6)])
@pytest.mark.parametrize("size", [1, 2, 7, 4096])
def test_percentiles_are_those_of_numpy(lower: float, upper: float, size: int) -> None:
    values = np.random.default_rng(size).normal(100.0, 30.0, (1, size)).astype(np.float32)
    values = np.concatenate([values, values[:, :1] + 1.0], axis=1)  # never without contrast
    low, high = np.percentile(values, (lower, upper))
    expected = np.clip((values - low) / (high - low), 0.0, 1.0)
    unit = map_intensity(values, PercentileMapping(lower=lower, upper=upper))
    np.testing.assert_allclose(unit, expected, atol=1e-5)


def test_padding_and_not_a_number_become_black_and_do_not_count() -> None:
    values = np.array([[-2000.0, np.nan, 10.0, 20.0, np.inf]], np.float32)
    padding = np.array([[True, False, False, False, False]])
    unit = map_intensity(values, RangeMapping(), padding)
    np.testing.assert_array_equal(unit, [[0.0, 0.0, 0.0, 1.0, 0.0]])


@pytest.mark.parametrize("mapping", [RangeMapping(), PercentileMapping(lower=1.0, upper=99.0)])
def test_a_frame_without_contrast_is_black_and_called_blank(
    tmp_path: Path, mapping: RangeMapping | PercentileMapping
) -> None:
    assert not map_intensity(np.full((8, 8), 7.0, np.float32), mapping).any()
    given_frame = model_input(make_frame(np.full((90, 90), 7.0)), _manifest(tmp_path))
    assert given_frame.blank
    assert not given_frame.tensor.any()


def test_a_frame_that_is_all_padding_is_blank(tmp_path: Path) -> None:
    frame = make_frame(np.arange(64.0).reshape(8, 8), padding_mask=np.ones((8, 8), np.bool_))
    assert model_input(frame, _manifest(tmp_path)).blank


def test_the_model_sees_monochrome1_as_a_reader_does(tmp_path: Path) -> None:
    manifest = _manifest(tmp_path)
    bright_is_high = model_input(gradient_frame(), manifest).tensor
    bright_is_low = model_input(
        make_frame(-gradient_frame().values, photometric_interpretation="MONOCHROME1"), manifest
    ).tensor
    np.testing.assert_array_equal(bright_is_low, bright_is_high)


def test_a_window_in_absolute_units_does_not_depend_on_the_polarity(tmp_path: Path) -> None:
    manifest = _manifest(tmp_path, ct_intensity={"kind": "window", "center": 40.0, "width": 80.0})
    values = np.linspace(-50, 150, 64 * 64).reshape(64, 64)
    tensors = [
        model_input(
            make_frame(values, modality="CT", photometric_interpretation=polarity), manifest
        ).tensor
        for polarity in ("MONOCHROME1", "MONOCHROME2")
    ]
    np.testing.assert_array_equal(tensors[0], tensors[1])
    assert tensors[0].max() == 1.0


def test_ct_has_its_own_mapping_where_the_manifest_has_one(tmp_path: Path) -> None:
    manifest = _manifest(tmp_path, ct_intensity={"kind": "window", "center": 1000.0, "width": 10.0})
    frame = gradient_frame(modality="CT")
    assert model_input(frame, manifest).tensor.max() == 0.0
    assert model_input(gradient_frame(modality="MR"), manifest).tensor.max() > 0.9


def test_colour_is_weighed_as_luma() -> None:
    red_green_blue = np.eye(3, dtype=np.float32)[np.newaxis] * 100
    np.testing.assert_allclose(luminance(red_green_blue), [[29.9, 58.7, 11.4]], rtol=1e-6)


def test_three_channels_are_three_times_the_same(tmp_path: Path) -> None:
    manifest = _manifest(tmp_path, input={"height": 24, "width": 40, "channels": 3})
    tensor = model_input(gradient_frame(), manifest).tensor
    assert tensor.shape == (24, 40, 3)
    np.testing.assert_array_equal(tensor[:, :, 0], tensor[:, :, 2])


def test_the_frame_is_not_changed_and_the_input_is_read_only(tmp_path: Path) -> None:
    frame = gradient_frame()
    before = frame.values.copy()
    tensor = model_input(frame, _manifest(tmp_path)).tensor
    np.testing.assert_array_equal(frame.values, before)
    with pytest.raises(ValueError, match="read-only"):
        tensor[0, 0, 0] = 1.0


def test_the_crop_is_the_smallest_square_round_the_bright_part() -> None:
    unit = np.zeros((100, 200), np.float32)
    unit[20:60, 50:130] = 1.0
    assert crop_box(unit, FOREGROUND) == (50.0, 0.0, 80.0, 80.0)


def test_the_margin_widens_the_crop_on_each_side() -> None:
    unit = np.zeros((100, 100), np.float32)
    unit[30:70, 30:70] = 1.0
    wider = CropSpec(kind="foreground_square", margin=0.1)
    assert crop_box(unit, wider) == pytest.approx((26.0, 26.0, 48.0, 48.0))


def test_a_lone_bright_pixel_does_not_stretch_the_crop() -> None:
    unit = np.zeros((200, 200), np.float32)
    unit[50:150, 50:150] = 1.0
    unit[3, 197] = 1.0
    assert crop_box(unit, FOREGROUND) == (50.0, 50.0, 100.0, 100.0)


def test_a_dark_image_is_taken_whole() -> None:
    assert crop_box(np.zeros((40, 60), np.float32), FOREGROUND) == (0.0, -10.0, 60.0, 60.0)


def test_the_contour_crop_is_the_upright_rectangle_round_the_largest_bright_region() -> None:
    unit = np.zeros((200, 160), np.float32)
    unit[30:170, 40:120] = 0.6
    unit[40:160, 50:110] = 0.0  # a ring, as a skull without its brain: what it encloses counts
    unit[5:25, 130:155] = 1.0  # a caption
    assert crop_box(unit, CONTOUR) == pytest.approx((40.0, 30.0, 80.0, 140.0), abs=2.0)


def test_the_contour_crop_forgets_specks() -> None:
    unit = np.zeros((100, 100), np.float32)
    unit[50:90, 20:60] = 0.5
    unit[3:5, 3:5] = 1.0
    left, top, width, height = crop_box(unit, CONTOUR)
    assert (left, top, width, height) == pytest.approx((20.0, 50.0, 40.0, 40.0), abs=2.0)


@pytest.mark.parametrize("level", [0.0, 0.1])
def test_the_contour_crop_of_an_image_without_contour_is_the_whole(level: float) -> None:
    assert crop_box(np.full((40, 60), level, np.float32), CONTOUR) == (0.0, 0.0, 60.0, 40.0)


@pytest.mark.parametrize("kind", ["full_square", "foreground_square"])
def test_a_head_of_flat_pixels_is_as_round_for_the_model_as_in_the_patient(
    tmp_path: Path, kind: str
) -> None:
    # A disc sampled with rows 0.5 mm and columns 1 mm apart has twice as many rows as columns.
    manifest = _manifest(
        tmp_path,
        crop={"kind": kind},
        input=dict.fromkeys(("height", "width"), 64) | {"channels": 1},
    )
    rows, columns = np.mgrid[:200, :100]
    disc = np.hypot((rows - 99.5) * 0.5, columns - 49.5) < 30
    tall = make_frame(disc * 100.0, geometry=ImageGeometry(pixel_spacing_mm=(0.5, 1.0)))
    tensor = model_input(tall, manifest).tensor[:, :, 0]
    inside = np.argwhere(tensor > 0.5)
    height, width = np.ptp(inside, axis=0)
    assert abs(int(height) - int(width)) <= 1
    squashed = model_input(make_frame(disc * 100.0), manifest).tensor[:, :, 0]
    height, width = np.ptp(np.argwhere(squashed > 0.5), axis=0)
    assert height > 1.8 * width


@pytest.mark.parametrize(
    ("geometry", "aspect"),
    [
        (ImageGeometry(), 1.0),
        (ImageGeometry(pixel_spacing_mm=(0.5, 0.501)), 1.0),
        (ImageGeometry(pixel_spacing_mm=(1.0, 0.5)), 2.0),
        (ImageGeometry(pixel_aspect_ratio=(1.0, 2.0)), 0.5),
        (ImageGeometry(pixel_spacing_mm=(1.0, 1.0), pixel_aspect_ratio=(1.0, 2.0)), 1.0),
        (ImageGeometry(pixel_spacing_mm=(1e9, 1.0)), 1.0),
        (ImageGeometry(pixel_spacing_mm=(0.0, 1.0)), 1.0),
        (ImageGeometry(pixel_spacing_mm=(float("nan"), 1.0)), 1.0),
    ],
)
def test_the_shape_of_a_pixel_comes_from_the_file_where_it_can_be_true(
    geometry: ImageGeometry, aspect: float
) -> None:
    assert pixel_aspect(geometry) == aspect


def test_what_lies_beyond_the_image_is_black() -> None:
    tensor, _ = crop_and_resize(np.ones((20, 40), np.float32), WHOLE, 40, 40)
    assert tensor[:10].max() == 0.0
    assert tensor[10:30].min() == 1.0
    assert tensor[30:].max() == 0.0


@pytest.mark.parametrize("crop", [WHOLE, STRETCHED, FOREGROUND, CONTOUR])
@pytest.mark.parametrize(("rows", "columns"), [(96, 128), (20, 20), (301, 77), (1, 1)])
def test_the_affine_map_leads_from_the_tensor_to_the_source(
    crop: CropSpec, rows: int, columns: int
) -> None:
    # An image whose value is its own column (then its own row) must have, at each place of the
    # tensor that lies well inside, the coordinate that the affine map says. Averaging over areas
    # is itself up to a tenth of a pixel off.
    side = 16
    for axis in (0, 1):
        length = (rows, columns)[axis]
        ramp = (np.arange(length, dtype=np.float32) + 0.5) / length
        unit = np.broadcast_to(ramp[:, np.newaxis] if axis == 0 else ramp, (rows, columns))
        tensor, affine = crop_and_resize(np.ascontiguousarray(unit), crop, side, side)
        there = np.arange(side, dtype=np.float64)
        x, y = affine.a * there + affine.c, affine.e * there + affine.f
        scale = max(affine.a, affine.e, 1.0)
        inside_x = (x > scale) & (x < columns - 1 - scale)
        inside_y = (y > scale) & (y < rows - 1 - scale)
        seen = tensor[np.ix_(inside_y, inside_x)] * length - 0.5
        expected = y[inside_y][:, np.newaxis] if axis == 0 else x[inside_x]
        np.testing.assert_allclose(seen, np.broadcast_to(expected, seen.shape), atol=0.1)


_any_frame = hnp.arrays(
    np.float32,
    hnp.array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=40),
    elements=st.floats(width=32, allow_nan=True, allow_infinity=True),
)


@settings(max_examples=60, deadline=None)
@given(values=_any_frame, crop=st.sampled_from([WHOLE, STRETCHED, FOREGROUND, CONTOUR]))
def test_whatever_the_pixels_the_tensor_lies_in_the_unit_range(
    values: Float32Array, crop: CropSpec
) -> None:
    for mapping in (RangeMapping(), PercentileMapping(lower=1.0, upper=99.0)):
        unit: npt.NDArray[np.float32] = map_intensity(values, mapping)
        tensor, _ = crop_and_resize(unit, crop, 8, 8)
        assert np.isfinite(tensor).all()
        assert tensor.min() >= 0.0
        assert tensor.max() <= 1.0
