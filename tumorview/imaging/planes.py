"""Image planes against each other: where one cuts another, and which of a stack is nearest.

Geometry of the Image Plane Module (PS3.3 C.7.6.2.1): a pixel (column, row) lies at
position + column * column spacing * row direction + row * row spacing * column direction.
Pixel coordinates are (column, row), whole numbers at the centres of the pixels.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tumorview.domain.study import FrameInfo
from tumorview.imaging.orientation import reading_direction

PARALLEL_DEGREES = 10.0
"""Stacks scroll together when their normals agree to within this: a head turned a little between
two acquisitions is still the same view."""

_CUTTING_SINE = math.sin(math.radians(5.0))
"""Planes less inclined than this cut each other far away or in a line that says nothing."""

Point = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight line on an image, from `start` to `end`, each (column, row)."""

    start: tuple[float, float]
    end: tuple[float, float]


class ImagePlane:
    """The rectangle that an image covers in the patient.

    Parameters
    ----------
    position_mm
        Centre of the first pixel, x, y, z in the LPS system.
    orientation
        Row direction cosines, then column direction cosines.
    pixel_spacing_mm
        (between rows, between columns).
    rows, columns
        Of the image.
    """

    __slots__ = ("_across", "_down", "_spacing", "columns", "normal", "origin", "rows")

    def __init__(
        self,
        position_mm: Sequence[float],
        orientation: Sequence[float],
        pixel_spacing_mm: tuple[float, float],
        rows: int,
        columns: int,
    ) -> None:
        self.origin: Point = np.asarray(position_mm, dtype=np.float64)
        self._across: Point = np.asarray(orientation[:3], dtype=np.float64)
        self._down: Point = np.asarray(orientation[3:], dtype=np.float64)
        self._spacing = pixel_spacing_mm
        self.normal: Point = np.cross(self._across, self._down)
        self.rows = rows
        self.columns = columns

    def at(self, column: float, row: float) -> Point:
        """Where a pixel lies: float64[3], x, y, z in mm."""
        down, across = self._spacing
        return self.origin + column * across * self._across + row * down * self._down

    def pixel(self, point: Point) -> tuple[float, float]:
        """(column, row) of the foot of the perpendicular from `point`, float64[3] in mm."""
        down, across = self._spacing
        offset = point - self.origin
        return float(offset @ self._across) / across, float(offset @ self._down) / down

    def height(self, point: Point) -> float:
        """Signed distance of `point` from the plane in mm."""
        return float((point - self.origin) @ self.normal)

    @property
    def center(self) -> Point:
        """The middle of the rectangle."""
        return self.at((self.columns - 1) / 2, (self.rows - 1) / 2)

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        """The outer corners of the corner pixels, round the rectangle."""
        right, bottom = self.columns - 0.5, self.rows - 0.5
        return (
            self.at(-0.5, -0.5),
            self.at(right, -0.5),
            self.at(right, bottom),
            self.at(-0.5, bottom),
        )


def plane_of(frame: FrameInfo) -> ImagePlane | None:
    """The plane of a frame, or None without position, orientation or spacing in its header."""
    geometry = frame.geometry
    if (
        geometry.position_mm is None
        or geometry.orientation is None
        or geometry.pixel_spacing_mm is None
    ):
        return None
    return ImagePlane(
        geometry.position_mm,
        geometry.orientation,
        geometry.pixel_spacing_mm,
        frame.rows,
        frame.columns,
    )


def share_a_space(one: FrameInfo, other: FrameInfo) -> bool:
    """True when positions of both may be compared: one Frame of Reference UID (PS3.3 C.7.4.1).

    Files without the UID are compared within one study only: there a scanner counts from one
    origin.
    """
    first, second = one.geometry.frame_of_reference_uid, other.geometry.frame_of_reference_uid
    if first and second:
        return first == second
    study = one.source.study_instance_uid
    return study is not None and study == other.source.study_instance_uid


def reference_line(shown: ImagePlane, other: ImagePlane) -> Segment | None:
    """Where the rectangle of `other` cuts the image `shown`, in pixels of `shown`.

    None when they are (nearly) parallel or when the cut lies outside of the image.
    """
    if float(np.linalg.norm(np.cross(shown.normal, other.normal))) < _CUTTING_SINE:
        return None
    corners = other.corners
    heights = [shown.height(corner) for corner in corners]
    cuts: list[tuple[float, float]] = []
    for index, (corner, height) in enumerate(zip(corners, heights, strict=True)):
        following = (index + 1) % len(corners)
        after = heights[following]
        # Half-open, so that a corner in the plane counts for one of its two edges.
        if (height < 0) != (after < 0):
            share = height / (height - after)
            cuts.append(shown.pixel(corner + share * (corners[following] - corner)))
    if len(cuts) != 2:
        return None
    return _clipped(cuts[0], cuts[1], shown.columns, shown.rows)


def nearest_index(frames: Sequence[FrameInfo], target: FrameInfo) -> int | None:
    """The frame of a stack that lies nearest to `target`, by position along the stack's normal.

    None where positions cannot be compared, where the planes are not parallel to within
    `PARALLEL_DEGREES`, or where `target` lies beyond the stack by more than its largest step:
    a slice of the neck has no partner in a series of the head, and showing the last one would say
    it had.
    """
    plane = plane_of(target)
    if plane is None or target.geometry.orientation is None:
        return None
    wanted = np.asarray(reading_direction(target.geometry.orientation))
    found: list[tuple[float, int]] = []
    places: list[float] = []
    for index, frame in enumerate(frames):
        geometry = frame.geometry
        own = plane_of(frame)
        if own is None or geometry.orientation is None or not share_a_space(frame, target):
            continue
        direction = np.asarray(reading_direction(geometry.orientation))
        if float(direction @ wanted) < math.cos(math.radians(PARALLEL_DEGREES)):
            continue
        found.append((abs(own.height(plane.center)), index))
        places.append(float(direction @ own.center))
    if not found:
        return None
    distance, index = min(found)
    return index if distance <= _reach(places, frames) else None


def _reach(places: list[float], frames: Sequence[FrameInfo]) -> float:
    """How far from the nearest slice a point still belongs to the stack, in mm."""
    ordered = sorted(places)
    steps = [after - before for before, after in itertools.pairwise(ordered)]
    thickness = [frame.geometry.slice_thickness_mm or 0.0 for frame in frames]
    return max([*steps, *thickness, 1.0])


def _clipped(
    start: tuple[float, float], end: tuple[float, float], columns: int, rows: int
) -> Segment | None:
    """The part of a segment within the image (Liang and Barsky 1984), edges of pixels included."""
    first, last = 0.0, 1.0
    for axis, limit in ((0, columns), (1, rows)):
        begin, step = start[axis], end[axis] - start[axis]
        for sign, room in ((-1.0, begin + 0.5), (1.0, limit - 0.5 - begin)):
            speed = sign * step
            if speed == 0:
                if room < 0:
                    return None
            elif speed < 0:
                first = max(first, room / speed)
            else:
                last = min(last, room / speed)
    if first >= last:
        return None
    across, down = end[0] - start[0], end[1] - start[1]
    return Segment(
        (start[0] + first * across, start[1] + first * down),
        (start[0] + last * across, start[1] + last * down),
    )
