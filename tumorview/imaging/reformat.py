"""A series of parallel slices as a volume, and pictures of it in other planes.

Multiplanar reformation: axial, coronal and sagittal planes of the patient's own system (LPS,
PS3.3 C.7.6.2.1.1) by trilinear interpolation. A gantry tilt is part of the geometry here: the step
from slice to slice need not stand at right angles on the slices.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from tumorview.domain.arrays import Float32Array
from tumorview.domain.frames import ImageGeometry
from tumorview.domain.study import FrameInfo
from tumorview.imaging.errors import NotAVolumeError
from tumorview.imaging.limits import limits
from tumorview.imaging.orientation import Cosines, Vector, reading_direction

_FEWEST_SLICES = 3
_SAME_PLACE_MM = 0.01
_GAP_FACTOR = 1.5
"""A step this many times the median is a gap: pixels across it would be invented."""

_STRAY_MM = 0.5
"""How far a slice may lie off the line through first and last: scanners round positions."""

_MOST_PIXELS_A_SIDE = 2048


class Plane(StrEnum):
    """Planes of the patient."""

    AXIAL = "axial"
    CORONAL = "coronal"
    SAGITTAL = "sagittal"


_ORIENTATIONS: dict[Plane, Cosines] = {
    Plane.AXIAL: (1, 0, 0, 0, 1, 0),
    Plane.CORONAL: (1, 0, 0, 0, 0, -1),
    Plane.SAGITTAL: (0, 1, 0, 0, 0, -1),
}
"""As they hang on a light box: axial seen from the feet, the others with the head up."""


@dataclass(frozen=True, slots=True)
class VolumeGeometry:
    """Where the voxels of a stack lie.

    Attributes
    ----------
    order
        Indices of the series' frames, one a place, ascending.
    origin
        Centre of the first voxel, x, y, z in mm.
    across, down
        From one column, one row to the next, in mm.
    places
        float64[slices], how far each slice lies from the first along `axis` in mm, ascending.
    axis
        Unit vector from the first slice's first pixel to the last one's.
    shape
        (slices, rows, columns).
    frame_of_reference_uid
        Of the frames.
    """

    order: tuple[int, ...]
    origin: npt.NDArray[np.float64]
    across: npt.NDArray[np.float64]
    down: npt.NDArray[np.float64]
    places: npt.NDArray[np.float64]
    axis: npt.NDArray[np.float64]
    shape: tuple[int, int, int]
    frame_of_reference_uid: str

    @property
    def voxel_mm(self) -> tuple[float, float, float]:
        """Median distance between slices along `axis`, rows and columns."""
        return (
            float(np.median(np.diff(self.places))),
            float(np.linalg.norm(self.down)),
            float(np.linalg.norm(self.across)),
        )


def volume_geometry(frames: Sequence[FrameInfo]) -> VolumeGeometry:
    """How the frames of a series lie together as a volume.

    Of several frames at one place the first is taken (the series flags them, see
    `SeriesNotice.DUPLICATE_POSITION`).

    Raises
    ------
    NotAVolumeError
        For a series of fewer than three places, without positions, orientation or spacing, of
        several orientations or sizes, with a gap, whose slices do not lie on one line, or that
        would take more memory than `Limits.frame_bytes`.
    """
    if not frames:
        raise _refused("it has no images", None)
    kept = _by_place(frames)
    first = frames[kept[0][1]]
    cosines, spacing = first.geometry.orientation, first.geometry.pixel_spacing_mm
    assert cosines is not None
    assert spacing is not None
    if len(kept) < _FEWEST_SLICES:
        raise _refused(f"it has {len(kept)} slice positions, at least 3 are needed", first)
    shape = (len(kept), first.rows, first.columns)
    if 4 * math.prod(shape) > limits().frame_bytes:
        raise NotAVolumeError(
            f"{shape[0]} x {shape[1]} x {shape[2]} voxels are more than the "
            f"{limits().frame_bytes >> 20} MiB that one picture may take",
            path=first.source.path,
            remedy="Raise the limits with --limits, or the setting file_limits.",
        )
    origin, end = kept[0][2], kept[-1][2]
    length = float(np.linalg.norm(end - origin))
    axis = (end - origin) / length
    positions = np.stack([position for _, _, position in kept])
    places = (positions - origin) @ axis
    stray = np.linalg.norm(positions - origin - places[:, None] * axis, axis=1)
    if float(stray.max()) > _STRAY_MM:
        raise _refused("its slices do not lie on one line", frames[kept[int(stray.argmax())][1]])
    steps = np.diff(places)
    if float(steps.max()) > _GAP_FACTOR * float(np.median(steps)):
        raise _refused(
            f"its slices lie up to {steps.max():.3g} mm apart where most lie "
            f"{np.median(steps):.3g} mm apart, and what is between would be invented",
            first,
        )
    between_rows, between_columns = spacing
    return VolumeGeometry(
        order=tuple(index for _, index, _ in kept),
        origin=origin,
        across=np.asarray(cosines[:3]) * between_columns,
        down=np.asarray(cosines[3:]) * between_rows,
        places=places,
        axis=axis,
        shape=shape,
        frame_of_reference_uid=first.geometry.frame_of_reference_uid,
    )


def _by_place(
    frames: Sequence[FrameInfo],
) -> list[tuple[float, int, npt.NDArray[np.float64]]]:
    """(place along the normal in mm, index, position), ascending, one frame a place."""
    first = frames[0]
    cosines, spacing = first.geometry.orientation, first.geometry.pixel_spacing_mm
    placed = []
    for index, frame in enumerate(frames):
        geometry = frame.geometry
        own = geometry.orientation
        if cosines is None or spacing is None or own is None or geometry.position_mm is None:
            raise _refused("position, orientation or pixel spacing are not in the files", frame)
        if not np.allclose(own, cosines, atol=1e-3):
            raise _refused("its images have several orientations", frame)
        if (frame.rows, frame.columns) != (first.rows, first.columns) or not _same(
            geometry.pixel_spacing_mm, spacing
        ):
            raise _refused("its images have several sizes", frame)
        position = np.asarray(geometry.position_mm)
        placed.append((float(np.asarray(reading_direction(cosines)) @ position), index, position))
    placed.sort(key=lambda item: item[:2])
    kept = placed[:1]
    for item in placed[1:]:
        if item[0] - kept[-1][0] >= _SAME_PLACE_MM:
            kept.append(item)
    return kept


@dataclass(frozen=True, slots=True)
class Grid:
    """The pictures of a volume in one plane of the patient.

    Attributes
    ----------
    plane
        Which one.
    spacing_mm
        Of the square pixels, and of neighbouring pictures.
    low, high
        x, y, z of the box that holds the volume, in mm.
    """

    plane: Plane
    spacing_mm: float
    low: Vector
    high: Vector

    @property
    def count(self) -> int:
        """Number of pictures."""
        return self._steps(self._axis)

    @property
    def rows(self) -> int:
        """Of each picture."""
        return self._steps(1 if self.plane is Plane.AXIAL else 2)

    @property
    def columns(self) -> int:
        """Of each picture."""
        return self._steps(1 if self.plane is Plane.SAGITTAL else 0)

    def geometry(self, index: int) -> ImageGeometry:
        """Image plane of picture `index`.

        Counted as a series is read: feet to head, front to back, patient's right to left.
        """
        corner = list(self.low)
        if self.plane is not Plane.AXIAL:
            corner[2] = self.high[2]
        corner[self._axis] = self.low[self._axis] + index * self.spacing_mm
        return ImageGeometry(
            pixel_spacing_mm=(self.spacing_mm, self.spacing_mm),
            position_mm=(corner[0], corner[1], corner[2]),
            orientation=_ORIENTATIONS[self.plane],
            slice_thickness_mm=self.spacing_mm,
        )

    @property
    def _axis(self) -> int:
        return {Plane.AXIAL: 2, Plane.CORONAL: 1, Plane.SAGITTAL: 0}[self.plane]

    def _steps(self, axis: int) -> int:
        return 1 + math.floor((self.high[axis] - self.low[axis]) / self.spacing_mm + 1e-6)


def grid_of(volume: VolumeGeometry, plane: Plane) -> Grid:
    """The grid of `plane` that covers the volume, as fine as its finest voxel side.

    It is coarser where a picture would have more than 2048 pixels a side.
    """
    corners = _corners(volume)
    low, high = corners.min(axis=0), corners.max(axis=0)
    spacing = max(min(volume.voxel_mm), float((high - low).max()) / (_MOST_PIXELS_A_SIDE - 1))
    return Grid(
        plane,
        spacing,
        (float(low[0]), float(low[1]), float(low[2])),
        (float(high[0]), float(high[1]), float(high[2])),
    )


def reformatted(
    values: Float32Array, volume: VolumeGeometry, grid: Grid, index: int, outside: float
) -> Float32Array:
    """Picture `index` of `grid`: float32[rows, columns] in the unit of `values`.

    Parameters
    ----------
    values
        float32[slices, rows, columns], in the order of `volume.order`.
    outside
        Value where there is no voxel (air on CT).

    Raises
    ------
    ValueError
        When the shape of `values` is not that of `volume`.
    """
    if values.shape != volume.shape:
        raise ValueError(f"The volume has another shape. Received: {values.shape}")
    geometry = grid.geometry(index)
    assert geometry.position_mm is not None
    assert geometry.orientation is not None
    start = np.asarray(geometry.position_mm) - volume.origin
    across = np.asarray(geometry.orientation[:3]) * grid.spacing_mm
    down = np.asarray(geometry.orientation[3:]) * grid.spacing_mm
    # (slice in mm, row, column) of a point: the inverse of what builds it from them.
    inverse = np.linalg.inv(np.stack([volume.axis, volume.down, volume.across], axis=1))
    columns = np.arange(grid.columns, dtype=np.float64)
    rows = np.arange(grid.rows, dtype=np.float64)
    along = (
        (inverse @ start)[:, None, None]
        + (inverse @ down)[:, None, None] * rows[None, :, None]
        + (inverse @ across)[:, None, None] * columns[None, None, :]
    )
    place = np.interp(
        along[0],
        volume.places,
        np.arange(len(volume.places), dtype=np.float64),
        left=-1.0,
        right=-1.0,
    )
    return _interpolated(values, np.stack([place, along[1], along[2]]), outside)


def _interpolated(
    values: Float32Array, at: npt.NDArray[np.float64], outside: float
) -> Float32Array:
    """Trilinear values at float64[3, rows, columns] of indices."""
    sizes = np.asarray(values.shape)[:, None, None]
    # Rounding may put a point on the border a hair's breadth outside.
    at = np.where(np.abs(at) < 1e-6, 0.0, at)
    at = np.where(np.abs(at - (sizes - 1)) < 1e-6, sizes - 1.0, at)
    inside = np.all((at >= 0) & (at <= sizes - 1), axis=0)
    at = np.clip(at, 0, sizes - 1)
    below = np.minimum(at.astype(np.intp), np.maximum(sizes - 2, 0))
    part = (at - below).astype(np.float32)
    above = np.minimum(below + 1, sizes - 1)
    result = np.zeros(at.shape[1:], np.float32)
    for corner in range(8):
        weight = np.ones(at.shape[1:], np.float32)
        index = []
        for axis in range(3):
            upper = corner >> axis & 1
            weight = weight * (part[axis] if upper else 1 - part[axis])
            index.append(above[axis] if upper else below[axis])
        # A weight of nought times infinity would be no number.
        result += np.where(weight > 0, weight * values[index[0], index[1], index[2]], 0)
    return np.where(inside, result, np.float32(outside))


def _corners(volume: VolumeGeometry) -> npt.NDArray[np.float64]:
    _, rows, columns = volume.shape
    return np.stack(
        [
            volume.origin + place * volume.axis + row * volume.down + column * volume.across
            for place in (0.0, float(volume.places[-1]))
            for row in (0, rows - 1)
            for column in (0, columns - 1)
        ]
    )


def _same(one: tuple[float, float] | None, other: tuple[float, float]) -> bool:
    return one is not None and bool(np.allclose(one, other, rtol=1e-3))


def _refused(reason: str, frame: FrameInfo | None) -> NotAVolumeError:
    return NotAVolumeError(
        f"the series cannot be shown in other planes: {reason}",
        path=None if frame is None else frame.source.path,
    )
