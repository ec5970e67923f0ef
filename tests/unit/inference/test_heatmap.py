from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.model_factory import TinyModel, make_model
from tests.unit.inference.make_frame import make_frame
from tumorview.domain.arrays import Float32Array
from tumorview.domain.prediction import Affine2D, Heatmap, HeatmapKind
from tumorview.domain.source import SourceRef
from tumorview.inference.engines.onnx_engine import OnnxEngine
from tumorview.inference.heatmap import heatmap_values, resampled_to_source
from tumorview.inference.predictor import Predictor
from tumorview.inference.registry import load_bundle


def _heatmap(
    values: Float32Array,
    affine: Affine2D,
    input_shape: tuple[int, int],
    source_shape: tuple[int, int],
) -> Heatmap:
    return Heatmap(
        source=SourceRef(Path("frame.dcm")),
        values=values,
        kind=HeatmapKind.CLASS_ACTIVATION,
        class_id="glioma",
        input_to_source=affine,
        input_shape=input_shape,
        source_shape=source_shape,
    )


def _center_of_mass(image: Float32Array) -> tuple[float, float]:
    rows, columns = np.indices(image.shape)
    total = float(image.sum())
    return float((rows * image).sum()) / total, float((columns * image).sum()) / total


def test_evidence_is_scaled_and_evidence_against_is_nothing() -> None:
    maps = np.zeros((1, 1, 3, 2), np.float32)
    maps[0, 0, :, 0] = [-4.0, 2.0, 9.0]
    values = heatmap_values(maps, full_scale=4.0)
    assert values.shape == (1, 2, 1, 3)
    np.testing.assert_allclose(values[0, 0, 0], [0.0, 0.5, 1.0])


def test_the_single_map_of_a_sigmoid_model_speaks_for_both_labels() -> None:
    maps = np.array([2.0, -1.0], np.float32).reshape(1, 1, 2, 1)
    values = heatmap_values(maps, full_scale=2.0)
    np.testing.assert_allclose(values[0, :, 0], [[0.0, 0.5], [1.0, 0.0]])


@pytest.mark.parametrize("cell", [(0, 0), (2, 5), (6, 1), (7, 7)])
@pytest.mark.parametrize(
    ("rows", "columns", "top", "left", "side"),
    [(128, 128, 0, 0, 128), (200, 300, 31, 57, 120), (96, 240, -72, 0, 240), (40, 64, -12, 0, 64)],
    ids=["exact", "crop", "padded", "enlarged"],
)
def test_a_cell_lands_on_the_source_pixels_that_it_was_made_of(
    cell: tuple[int, int], rows: int, columns: int, top: int, left: int, side: int
) -> None:
    # A map with one hot cell, seen through a crop of `side` pixels at (top, left): the heat must
    # be centred on the middle of the cell's own square, not a pixel beside it.
    cells, input_side = 8, 224
    values = np.zeros((cells, cells), np.float32)
    values[cell] = 1.0
    scale = side / input_side
    shift = scale / 2 - 0.5
    affine = Affine2D(scale, 0.0, left + shift, 0.0, scale, top + shift)
    heat = resampled_to_source(_heatmap(values, affine, (input_side, input_side), (rows, columns)))
    assert heat.shape == (rows, columns)
    assert heat.dtype == np.float32
    assert 0.0 <= heat.min() <= heat.max() <= 1.0
    width = side / cells
    middle = (top + (cell[0] + 0.5) * width - 0.5, left + (cell[1] + 0.5) * width - 0.5)
    inner = all(0 < index < cells - 1 for index in cell)
    visible = all(
        width < place < length - 1 - width
        for place, length in zip(middle, (rows, columns), strict=True)
    )
    if inner and visible:
        assert _center_of_mass(heat) == pytest.approx(middle, abs=0.01)
    reached = np.argwhere(heat > 0)
    if reached.size:
        for axis in (0, 1):
            assert reached[:, axis].min() > middle[axis] - width - 0.51
            assert reached[:, axis].max() < middle[axis] + width + 0.51


def test_what_the_model_did_not_see_stays_cold() -> None:
    affine = Affine2D(2.0, 0.0, 20.5, 0.0, 2.0, 10.5)  # 16 pixels -> columns 20..51, rows 10..41
    heat = resampled_to_source(_heatmap(np.ones((4, 4), np.float32), affine, (16, 16), (64, 80)))
    seen = np.zeros((64, 80), np.float32)
    seen[10:42, 20:52] = 1.0
    np.testing.assert_allclose(heat, seen)


def test_values_between_two_cells_are_interpolated_without_steps() -> None:
    # 2 cells over 512 pixels: any rounding of positions would show as a step in the ramp.
    scale = 512 / 8
    affine = Affine2D(scale, 0.0, scale / 2 - 0.5, 0.0, scale, scale / 2 - 0.5)
    values = np.array([[0.0, 1.0], [0.0, 1.0]], np.float32)
    ramp = resampled_to_source(_heatmap(values, affine, (8, 8), (512, 512)))[256]
    between = np.arange(128, 384)
    np.testing.assert_allclose(ramp[between], (between - 127.5) / 256, atol=1e-6)
    np.testing.assert_allclose(ramp[:128], 0.0, atol=1e-6)
    np.testing.assert_allclose(ramp[384:], 1.0, atol=1e-6)


def test_a_map_of_a_single_cell_covers_the_whole_input() -> None:
    affine = Affine2D(1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
    heat = resampled_to_source(_heatmap(np.full((1, 1), 0.25, np.float32), affine, (8, 8), (8, 8)))
    np.testing.assert_allclose(heat, 0.25)


@pytest.mark.parametrize(
    "affine",
    [Affine2D(1.0, 0.1, 0.0, 0.0, 1.0, 0.0), Affine2D(-1.0, 0.0, 8.0, 0.0, 1.0, 0.0)],
    ids=["sheared", "mirrored"],
)
def test_an_input_that_does_not_lie_upright_is_refused(affine: Affine2D) -> None:
    with pytest.raises(ValueError, match="upright"):
        resampled_to_source(_heatmap(np.ones((2, 2), np.float32), affine, (8, 8), (8, 8)))


@pytest.mark.parametrize(
    "crop", ["full_square", "full_stretch", "foreground_square", "brain_contour"]
)
@pytest.mark.parametrize(("row", "column"), [(40, 150), (110, 60), (76, 104)])
def test_a_bright_mark_in_the_source_is_hot_at_the_same_place(
    tmp_path: Path, crop: str, row: int, column: int
) -> None:
    # From pixels to heatmap through the whole road, on an image that is not square: a shift by a
    # pixel, a transposition or a flip moves the centre of heat off the mark.
    make_model(
        tmp_path,
        TinyModel(side=64, grid=32, full_scale=16.0, manifest_changes={"crop": {"kind": crop}}),
    )
    predictor = Predictor(bundle := load_bundle(search=[tmp_path]), OnnxEngine(bundle, threads=1))
    values = np.zeros((152, 208), np.float32)
    values[4:148, 8:200] = 20.0  # the head, so that the crop has something to find
    values[row - 8 : row + 8, column - 8 : column + 8] = 100.0
    heatmap = predictor.predict(make_frame(values)).heatmap_for("glioma")
    assert heatmap is not None
    heat = resampled_to_source(heatmap)
    background = float(np.median(heat[20:130, 20:190]))
    mark = np.clip(heat - background - 0.05, 0.0, None)
    assert _center_of_mass(mark) == pytest.approx((row - 0.5, column - 0.5), abs=0.35)
