"""Lines of equal value in a plane of numbers."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tumorview.domain.arrays import Float32Array

_TOP, _RIGHT, _BOTTOM, _LEFT = range(4)
_ONE_LINE = {
    1: (_LEFT, _TOP),
    2: (_TOP, _RIGHT),
    3: (_LEFT, _RIGHT),
    4: (_RIGHT, _BOTTOM),
    6: (_TOP, _BOTTOM),
    7: (_LEFT, _BOTTOM),
}
"""Sides that the line joins, by which corners are inside (1 top left, 2 top right, 4 bottom right,
8 bottom left); 15 minus a case has the same line."""
_ROUND_FIRST = ((_LEFT, _TOP), (_RIGHT, _BOTTOM))
_ROUND_SECOND = ((_TOP, _RIGHT), (_BOTTOM, _LEFT))


def level_lines(values: Float32Array, level: float) -> Float32Array:
    """Where `values` pass through `level`, as pieces of lines.

    Marching squares (W. E. Lorensen and H. E. Cline, "Marching Cubes", SIGGRAPH 1987, in two
    dimensions): between four neighbouring centres of pixels the values are taken as linear along
    each side. Where two opposite corners are inside, their mean decides whether they are joined.
    OpenCV's contours run through centres of pixels and not between them, which would be off by
    up to a pixel.

    Parameters
    ----------
    values
        float32[rows, columns]; what is not a number counts as minus infinity's side, outside.
    level
        Inside is what is at or above it.

    Returns
    -------
    float32[n, 2, 2]: n pieces, two ends, (x, y) in pixels, pixel k covering k .. k + 1. In no
    order; at the rim of the plane lines stay open.
    """
    plane = np.nan_to_num(values, nan=level - 1.0)
    if min(plane.shape) < 2:
        return np.zeros((0, 2, 2), np.float32)
    inside = plane >= level
    case = (
        inside[:-1, :-1] * np.uint8(1)
        + inside[:-1, 1:] * np.uint8(2)
        + inside[1:, 1:] * np.uint8(4)
        + inside[1:, :-1] * np.uint8(8)
    )
    rows, columns = np.nonzero((case > 0) & (case < 15))
    case = case[rows, columns]
    corners = (
        plane[rows, columns],
        plane[rows, columns + 1],
        plane[rows + 1, columns + 1],
        plane[rows + 1, columns],
    )
    sides = _crossings(corners, rows, columns, level)
    pieces: list[Float32Array] = []
    for which, (first, second) in _ONE_LINE.items():
        chosen = (case == which) | (case == 15 - which)
        pieces.append(np.stack([sides[first][chosen], sides[second][chosen]], axis=1))
    joined = sum(corners) / np.float32(4.0) >= level
    for which, lines_of_joined, lines_apart in (
        (5, _ROUND_SECOND, _ROUND_FIRST),
        (10, _ROUND_FIRST, _ROUND_SECOND),
    ):
        for is_joined, lines in ((True, lines_of_joined), (False, lines_apart)):
            chosen = (case == which) & (joined == is_joined)
            pieces += [np.stack([sides[a][chosen], sides[b][chosen]], axis=1) for a, b in lines]
    return np.concatenate(pieces).astype(np.float32)


def _crossings(
    corners: tuple[Float32Array, ...],
    rows: npt.NDArray[np.intp],
    columns: npt.NDArray[np.intp],
    level: float,
) -> tuple[Float32Array, ...]:
    """Where the level lies on each side of each cell, float32[n, 2]; sides it misses hold junk."""
    upper_left, upper_right, lower_right, lower_left = corners
    x, y = columns + 0.5, rows + 0.5

    def share(start: Float32Array, end: Float32Array) -> Float32Array:
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray((level - start) / (end - start), np.float32)

    return (
        np.stack([x + share(upper_left, upper_right), y], axis=1),
        np.stack([x + 1.0, y + share(upper_right, lower_right)], axis=1),
        np.stack([x + share(lower_left, lower_right), y + 1.0], axis=1),
        np.stack([x, y + share(upper_left, lower_left)], axis=1),
    )
