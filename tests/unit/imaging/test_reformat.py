"""Volumes of series, and their pictures in other planes."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from tumorview.domain.arrays import Float32Array
from tumorview.domain.frames import ImageGeometry
from tumorview.domain.source import SourceRef
from tumorview.domain.study import FrameInfo
from tumorview.imaging.errors import NotAVolumeError
from tumorview.imaging.limits import Limits, use_limits
from tumorview.imaging.orientation import Cosines
from tumorview.imaging.planes import plane_of
from tumorview.imaging.reformat import (
    Plane,
    VolumeGeometry,
    grid_of,
    reformatted,
    volume_geometry,
)

AXIAL: Cosines = (1, 0, 0, 0, 1, 0)
ROWS, COLUMNS = 12, 16
SPACING = (0.9, 0.6)
STEP = 2.5

_NOD = math.radians(15)
_TURN = math.radians(25)
STACKS: dict[str, tuple[Cosines, tuple[float, float, float]]] = {
    "axial": (AXIAL, (0, 0, STEP)),
    "axial, head to feet": (AXIAL, (0, 0, -STEP)),
    "gantry tilt": (AXIAL, (0, STEP * math.sin(_NOD), STEP * math.cos(_NOD))),
    "coronal": ((1, 0, 0, 0, 0, -1), (0, STEP, 0)),
    "sagittal": ((0, 1, 0, 0, 0, -1), (STEP, 0, 0)),
    "mirrored rows": ((-1, 0, 0, 0, 1, 0), (0, 0, STEP)),
    "oblique": (
        (math.cos(_TURN), math.sin(_TURN), 0, -math.sin(_TURN), math.cos(_TURN), 0),
        (0, 0, STEP),
    ),
}


def _frames(cosines: Cosines, step: tuple[float, float, float], count: int = 6) -> list[FrameInfo]:
    return [
        FrameInfo(
            SourceRef(Path(f"{number}.dcm")),
            ROWS,
            COLUMNS,
            ImageGeometry(
                pixel_spacing_mm=SPACING,
                position_mm=(
                    -20 + number * step[0],
                    -30 + number * step[1],
                    10 + number * step[2],
                ),
                orientation=cosines,
                frame_of_reference_uid="1.2",
            ),
        )
        for number in range(count)
    ]


def _field(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """A value that grows evenly in every direction; trilinear interpolation is exact on it."""
    return np.asarray(points @ np.array([3.0, -2.0, 5.0]) + 40)


def _filled(frames: list[FrameInfo], volume: VolumeGeometry) -> Float32Array:
    """The field sampled at the voxels, each by its own frame's header."""
    slices = []
    for index in volume.order:
        plane = plane_of(frames[index])
        assert plane is not None
        points = [[plane.at(column, row) for column in range(COLUMNS)] for row in range(ROWS)]
        slices.append(_field(np.asarray(points)))
    return np.asarray(slices, dtype=np.float32)


@pytest.mark.parametrize("plane", list(Plane))
@pytest.mark.parametrize("stack", STACKS)
def test_every_pixel_of_every_plane_has_the_value_of_its_place(stack: str, plane: Plane) -> None:
    frames = _frames(*STACKS[stack])
    volume = volume_geometry(frames)
    values = _filled(frames, volume)
    grid = grid_of(volume, plane)
    seen = 0
    for index in range(grid.count):
        picture = reformatted(values, volume, grid, index, outside=-9999)
        assert picture.shape == (grid.rows, grid.columns)
        geometry = grid.geometry(index)
        whole = plane_of(FrameInfo(frames[0].source, grid.rows, grid.columns, geometry))
        assert whole is not None
        points = [[whole.at(c, r) for c in range(grid.columns)] for r in range(grid.rows)]
        inside = picture != -9999
        seen += int(inside.sum())
        assert np.allclose(picture[inside], _field(np.asarray(points))[inside], atol=1e-3)
    box = grid.count * grid.rows * grid.columns
    assert seen > 0.3 * box
    if stack in {"axial", "coronal", "sagittal"}:
        assert seen == box


def test_an_axial_stack_in_its_own_plane_is_itself() -> None:
    frames = [
        replace(f, geometry=replace(f.geometry, pixel_spacing_mm=(0.5, 0.5)))
        for f in _frames(AXIAL, (0, 0, 0.5))
    ]
    volume = volume_geometry(frames)
    values = np.random.default_rng(1).random(volume.shape).astype(np.float32)
    grid = grid_of(volume, Plane.AXIAL)
    assert (grid.count, grid.rows, grid.columns) == volume.shape
    for index in range(grid.count):
        assert np.allclose(reformatted(values, volume, grid, index, 0), values[index], atol=1e-6)


def test_head_is_up_and_the_patients_right_is_at_the_left() -> None:
    frames = _frames(AXIAL, (0, 0, STEP))
    volume = volume_geometry(frames)
    values = np.zeros(volume.shape, np.float32)
    values[-1, :, 0] = 1  # topmost slice, most to the patient's right
    coronal = grid_of(volume, Plane.CORONAL)
    picture = reformatted(values, volume, coronal, coronal.count // 2, 0)
    assert picture[0, 0] == pytest.approx(1)
    assert picture[-1].max() == picture[:, -1].max() == 0


def test_the_order_of_the_files_does_not_matter() -> None:
    frames = _frames(AXIAL, (0, 0, STEP))
    volume = volume_geometry([frames[n] for n in (3, 0, 5, 1, 4, 2)])
    assert volume.order == (1, 3, 5, 0, 4, 2)
    assert np.allclose(volume.places, np.arange(6) * STEP)


def test_of_two_images_at_one_place_the_first_is_taken() -> None:
    frames = _frames(AXIAL, (0, 0, STEP))
    assert volume_geometry([*frames, frames[2]]).order == (0, 1, 2, 3, 4, 5)


def test_uneven_slices_keep_their_places() -> None:
    frames = _frames(AXIAL, (0, 0, STEP))
    moved = replace(frames[2].geometry, position_mm=(-20, -30, 10 + 2.2 * STEP))
    frames[2] = replace(frames[2], geometry=moved)
    volume = volume_geometry(frames)
    assert volume.places[2] == pytest.approx(2.2 * STEP)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda f: f[:2], "at least 3"),
        (lambda f: f[:0], "no images"),
        (lambda f: [*f[:3], *f[4:]], "apart where most lie"),
        (lambda f: [replace(f[0], rows=13), *f[1:]], "sizes"),
        (
            lambda f: [replace(f[0], geometry=replace(f[0].geometry, position_mm=None)), *f[1:]],
            "not in the files",
        ),
        (
            lambda f: [
                *f[:-1],
                replace(f[-1], geometry=replace(f[-1].geometry, orientation=(0, 1, 0, 0, 0, -1))),
            ],
            "orientations",
        ),
        (
            lambda f: [
                *f[:2],
                replace(f[2], geometry=replace(f[2].geometry, position_mm=(-16, -30, 15))),
                *f[3:],
            ],
            "one line",
        ),
    ],
)
def test_what_is_no_volume_is_refused_with_the_reason(change: object, reason: str) -> None:
    assert callable(change)
    with pytest.raises(NotAVolumeError, match=reason):
        volume_geometry(change(_frames(AXIAL, (0, 0, STEP))))


def test_a_volume_beyond_the_limits_is_refused() -> None:
    use_limits(Limits(frame_bytes=4 * 6 * ROWS * COLUMNS - 1))
    try:
        with pytest.raises(NotAVolumeError, match="--limits"):
            volume_geometry(_frames(AXIAL, (0, 0, STEP)))
    finally:
        use_limits(Limits())


def test_values_of_another_shape_are_refused() -> None:
    volume = volume_geometry(_frames(AXIAL, (0, 0, STEP)))
    grid = grid_of(volume, Plane.AXIAL)
    with pytest.raises(ValueError, match="another shape"):
        reformatted(np.zeros((1, 2, 3), np.float32), volume, grid, 0, 0)
