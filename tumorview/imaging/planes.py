"""Image planes against each other: where one cuts another, and which of a stack is nearest.

Geometry of the Image Plane Module (PS3.3 C.7.6.2.1): a pixel (column, row) lies at
position + column * column spacing * row direction + row * row spacing * column direction.
Pixel coordinates are (column, row), whole numbers at the centres of the pixels.
"""

from __future__ import annotations

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

ALIKE_DEGREES = 30.0
"""Likewise for stacks that a reader has linked by hand: a head lies otherwise from year to year."""

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
    def spacing_mm(self) -> tuple[float, float]:
        """(between rows, between columns)."""
        return self._spacing

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


class Stack:
    """The frames of a series by where they lie, for questions that are asked while one scrolls.

    Frames without position, orientation or spacing are never an answer.
    """

    __slots__ = (
        "_centers",
        "_directions",
        "_indices",
        "_normals",
        "_origins",
        "_space_of",
        "_spaces",
        "_thickness",
    )

    def __init__(self, frames: Sequence[FrameInfo]) -> None:
        placed = [(i, f, p) for i, f in enumerate(frames) if (p := plane_of(f)) is not None]
        empty: list[Point] = []
        self._indices = [index for index, _, _ in placed]
        self._origins = np.reshape([plane.origin for _, _, plane in placed] or empty, (-1, 3))
        self._normals = np.reshape([plane.normal for _, _, plane in placed] or empty, (-1, 3))
        self._centers = np.reshape([plane.center for _, _, plane in placed] or empty, (-1, 3))
        directions = [
            reading_direction(f.geometry.orientation)
            for _, f, _ in placed
            if f.geometry.orientation is not None
        ]
        self._directions: Point = np.reshape(np.asarray(directions, np.float64), (-1, 3))
        # Frames of one space give one answer to `share_a_space`.
        spaces: dict[tuple[str, str | None], int] = {}
        self._spaces: list[FrameInfo] = []
        self._space_of: list[int] = []
        for _, frame, _ in placed:
            key = frame.geometry.frame_of_reference_uid, frame.source.study_instance_uid
            if key not in spaces:
                spaces[key] = len(self._spaces)
                self._spaces.append(frame)
            self._space_of.append(spaces[key])
        self._thickness = max((f.geometry.slice_thickness_mm or 0.0 for f in frames), default=0.0)

    def nearest(self, target: FrameInfo) -> int | None:
        """See `nearest_index`."""
        plane = plane_of(target)
        if plane is None or target.geometry.orientation is None:
            return None
        wanted = np.asarray(reading_direction(target.geometry.orientation))
        among = self._sharing(target) & (
            self._directions @ wanted >= math.cos(math.radians(PARALLEL_DEGREES))
        )
        return self._nearest(among, plane.center)

    def nearest_to(self, point: Point, space: FrameInfo) -> int | None:
        """The frame that lies nearest to `point`, float64[3] in mm in the space of a frame.

        None where positions cannot be compared, or where the point lies beyond the stack.
        """
        return self._nearest(self._sharing(space), point)

    def nearest_along(self, direction: Sequence[float], place_mm: float) -> int | None:
        """The frame whose centre lies nearest to `place_mm` along its reading direction.

        None where no frame is parallel to within `ALIKE_DEGREES` to a plane that is read along
        `direction`, or where the place lies beyond the stack. Positions of another frame of
        reference mean nothing here: the caller knows how places compare.
        """
        among = self._directions @ np.asarray(direction) >= math.cos(math.radians(ALIKE_DEGREES))
        if not among.any():
            return None
        places = (self._centers * self._directions).sum(axis=1)
        return self._within_reach(among, np.abs(places - place_mm))

    def _sharing(self, target: FrameInfo) -> npt.NDArray[np.bool_]:
        sharing = [share_a_space(frame, target) for frame in self._spaces]
        return np.array([sharing[space] for space in self._space_of], dtype=np.bool_)

    def _nearest(self, among: npt.NDArray[np.bool_], point: Point) -> int | None:
        if not among.any():
            return None
        return self._within_reach(
            among, np.abs(((point - self._origins) * self._normals).sum(axis=1))
        )

    def _within_reach(self, among: npt.NDArray[np.bool_], distances: Point) -> int | None:
        """The index of the least distance, unless it is larger than the stack's largest step."""
        place = int(np.where(among, distances, np.inf).argmin())
        ordered = np.sort((self._centers[among] * self._directions[among]).sum(axis=1))
        steps = np.diff(ordered)
        reach = max(float(steps.max(initial=0.0)), self._thickness, 1.0)
        return self._indices[place] if float(distances[place]) <= reach else None


def nearest_index(frames: Sequence[FrameInfo], target: FrameInfo) -> int | None:
    """The frame of a stack that lies nearest to `target`, by position along the stack's normal.

    None where positions cannot be compared, where the planes are not parallel to within
    `PARALLEL_DEGREES`, or where `target` lies beyond the stack by more than its largest step:
    a slice of the neck has no partner in a series of the head, and showing the last one would say
    it had.
    """
    return Stack(frames).nearest(target)


def place_along(frame: FrameInfo) -> tuple[tuple[float, float, float], float] | None:
    """Direction in which a stack of such planes is read, and how far along it the centre lies.

    In mm; None without position, orientation or spacing in its header.
    """
    plane = plane_of(frame)
    if plane is None or frame.geometry.orientation is None:
        return None
    direction = reading_direction(frame.geometry.orientation)
    return direction, float(np.asarray(direction) @ plane.center)


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
