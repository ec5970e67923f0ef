"""Lengths, angles, areas and pixel values of marks: plain geometry on the image plane.

Points are (column, row) as in `domain.marks`. A plane that is tilted in the patient (gantry tilt,
oblique series) changes nothing: Pixel Spacing is measured within it (PS3.3 10.7.1.3).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from tumorview.domain.frames import ModalityFrame
from tumorview.domain.marks import Mark, MarkKind, Point
from tumorview.domain.measurements import Measurement, RegionStatistics, Scale, scale_of

BoolArray = npt.NDArray[np.bool_]


def geometry_of(mark: Mark, scale: Scale) -> Measurement:
    """Length, angle or area of `mark`, without looking at a pixel."""
    points = mark.points
    if mark.kind is MarkKind.DISTANCE:
        return Measurement(scale, length=length(points[0], points[1], scale))
    if mark.kind is MarkKind.ANGLE:
        return Measurement(scale, angle_degrees=angle_at(points[0], points[1], points[2], scale))
    if mark.kind is MarkKind.COBB:
        first, second = (points[0], points[1]), (points[2], points[3])
        return Measurement(scale, angle_degrees=angle_between_lines(first, second, scale))
    if mark.is_region:
        return Measurement(scale, area=area(mark, scale))
    return Measurement(scale)


def measure(mark: Mark, frame: ModalityFrame) -> Measurement:
    """Everything that `mark` measures on `frame`, which it lies on.

    Statistics are of the modality values (HU for CT); an image in colour has none.
    """
    shown = geometry_of(mark, scale_of(frame.geometry))
    if not mark.is_region or frame.is_color:
        return shown
    return Measurement(
        scale=shown.scale,
        area=shown.area,
        statistics=statistics(mark, frame),
        value_unit=value_unit(frame),
    )


def value_unit(frame: ModalityFrame) -> str:
    """Unit of the modality values, "" where the file names none ("US": unspecified)."""
    if frame.rescale_type not in ("", "US"):
        return frame.rescale_type
    return "HU" if frame.modality == "CT" else ""


def length(first: Point, second: Point, scale: Scale) -> float:
    """Distance of two points, in `scale.unit`."""
    return math.hypot(
        (second[0] - first[0]) * scale.column_spacing, (second[1] - first[1]) * scale.row_spacing
    )


def angle_at(first: Point, vertex: Point, second: Point, scale: Scale) -> float:
    """Angle of the legs from `vertex`, 0 to 180 degrees; 0 for a leg without length."""
    return _angle(_vector(vertex, first, scale), _vector(vertex, second, scale))


def angle_between_lines(
    first: tuple[Point, Point], second: tuple[Point, Point], scale: Scale
) -> float:
    """The smaller angle of two lines, 0 to 90 degrees, whichever way each was drawn."""
    angle = _angle(_vector(*first, scale), _vector(*second, scale))
    return min(angle, 180.0 - angle)


def area(mark: Mark, scale: Scale) -> float:
    """Area that the outline of a region encloses, in `scale.unit` squared.

    An outline that crosses itself has no such area: that of the pixels whose centre lies in it is
    given in its place.
    """
    cell = scale.row_spacing * scale.column_spacing
    if mark.kind is not MarkKind.FREEHAND:
        left, top, right, bottom = _box(mark.points)
        share = math.pi / 4 if mark.kind is MarkKind.ELLIPSE else 1.0
        return share * (right - left) * (bottom - top) * cell
    corners = np.array(mark.points)
    if _crosses_itself(corners):
        return _centres_in_polygon(corners) * cell
    x, y = corners[:, 0], corners[:, 1]
    return abs(float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))) / 2 * cell


def region_mask(mark: Mark, shape: tuple[int, int]) -> tuple[BoolArray, int, int]:
    """Pixels of an image of `shape` (rows, columns) whose centre lies in a region or on its edge.

    Returns
    -------
    mask, top, left
        bool[rows, columns] of the part of the image that begins at row `top` and column `left`;
        outside of it no pixel belongs to the region. A freehand outline is filled by the even-odd
        rule; a centre exactly on it belongs to the side that is to the right or below.
    """
    left, top, right, bottom = _box(mark.points)
    first_row, first_column = max(math.ceil(top - 0.5), 0), max(math.ceil(left - 0.5), 0)
    end_row = max(min(math.floor(bottom - 0.5) + 1, shape[0]), first_row)
    end_column = max(min(math.floor(right - 0.5) + 1, shape[1]), first_column)
    size = (end_row - first_row, end_column - first_column)
    mask: BoolArray = np.ones(size, np.bool_)
    if mark.kind is MarkKind.ELLIPSE and (left == right or top == bottom):
        mask = np.zeros(size, np.bool_)
    elif mark.kind is MarkKind.ELLIPSE and mask.size:
        rows = (np.arange(first_row, end_row) + 0.5 - (top + bottom) / 2) / ((bottom - top) / 2)
        columns = np.arange(first_column, end_column) + 0.5 - (left + right) / 2
        columns = columns / ((right - left) / 2)
        mask = rows[:, np.newaxis] ** 2 + columns[np.newaxis, :] ** 2 <= 1.0
    elif mark.kind is MarkKind.FREEHAND and mask.size:
        corners = np.array(mark.points)
        mask = _in_polygon(corners, first_row, end_row, first_column, end_column)
    return mask, first_row, first_column


def statistics(mark: Mark, frame: ModalityFrame) -> RegionStatistics | None:
    """Of the values in a region of a grey frame; None when no pixel of it has one."""
    mask, top, left = region_mask(mark, frame.shape)
    part = (slice(top, top + mask.shape[0]), slice(left, left + mask.shape[1]))
    if frame.padding_mask is not None:
        mask = mask & ~frame.padding_mask[part]
    values = frame.values[part][mask].astype(np.float64)
    values = values[np.isfinite(values)]
    if not values.size:
        return None
    return RegionStatistics(
        pixels=int(values.size),
        mean=float(values.mean()),
        standard_deviation=float(values.std()),
        minimum=float(values.min()),
        maximum=float(values.max()),
    )


def _vector(start: Point, end: Point, scale: Scale) -> tuple[float, float]:
    vertical, horizontal = scale.pixel_shape
    return (end[0] - start[0]) * horizontal, (end[1] - start[1]) * vertical


def _angle(one: tuple[float, float], other: tuple[float, float]) -> float:
    # The arc tangent stays exact near 0 and 180 degrees, where the arc cosine does not.
    cross = one[0] * other[1] - one[1] * other[0]
    dot = one[0] * other[0] + one[1] * other[1]
    return math.degrees(math.atan2(abs(cross), dot))


def _box(points: Sequence[Point]) -> tuple[float, float, float, float]:
    """(left, top, right, bottom)."""
    columns, rows = [p[0] for p in points], [p[1] for p in points]
    return min(columns), min(rows), max(columns), max(rows)


def _in_polygon(
    corners: npt.NDArray[np.float64], top: int, bottom: int, left: int, right: int
) -> BoolArray:
    """bool[bottom - top, right - left]: centres with an odd number of edges to their left."""
    crossed = np.zeros((bottom - top, right - left + 1), np.int64)
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        (x0, y0), (x1, y1) = (start, end) if start[1] <= end[1] else (end, start)
        first = max(math.ceil(y0 - 0.5), top)
        # The lower end does not count, so that a corner is crossed once.
        last = min(math.ceil(y1 - 0.5), bottom)
        if first >= last:
            continue
        rows = np.arange(first, last)
        at = x0 + (rows + 0.5 - y0) * (x1 - x0) / (y1 - y0)
        columns = np.clip(np.ceil(at - 0.5) - left, 0, right - left).astype(np.int64)
        crossed[rows - top, columns] += 1
    inside: BoolArray = np.cumsum(crossed, axis=1)[:, :-1] % 2 == 1
    return inside


def _centres_in_polygon(corners: npt.NDArray[np.float64]) -> int:
    """How many pixel centres `_in_polygon` finds on a plane without ends; row by row."""
    starts, ends = corners, np.roll(corners, -1, axis=0)
    found = 0
    top, bottom = corners[:, 1].min(), corners[:, 1].max()
    for row in range(math.ceil(top - 0.5), math.ceil(bottom - 0.5)):
        y = row + 0.5
        crossed = (starts[:, 1] <= y) != (ends[:, 1] <= y)
        (x0, y0), (x1, y1) = starts[crossed].T, ends[crossed].T
        columns = np.sort(np.ceil(x0 + (y - y0) * (x1 - x0) / (y1 - y0) - 0.5))
        found += int((columns[1::2] - columns[::2]).sum())
    return found


def _crosses_itself(corners: npt.NDArray[np.float64]) -> bool:
    """True when two edges that are no neighbours cross."""
    starts, ends = corners, np.roll(corners, -1, axis=0)
    count = len(corners)
    for index in range(count - 2):
        # The neighbours of an edge share a corner with it and are left out.
        stop = count - 1 if index == 0 else count
        others = slice(index + 2, stop)
        a, b, c, d = starts[index], ends[index], starts[others], ends[others]
        one = _side(a, b, c) * _side(a, b, d)
        other = _side(c, d, a) * _side(c, d, b)
        if bool(np.any((one < 0) & (other < 0))):
            return True
    return False


def _side(
    start: npt.NDArray[np.float64], end: npt.NDArray[np.float64], point: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Above zero on one side of the line, below it on the other; any of the three may be many."""
    along, towards = end - start, point - start
    side: npt.NDArray[np.float64] = (
        along[..., 0] * towards[..., 1] - along[..., 1] * towards[..., 0]
    )
    return np.sign(side)
