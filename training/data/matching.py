"""Pairs of alike pictures among thousands, in blocks that fit into memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tumorview.domain.arrays import Float32Array

IntArray = npt.NDArray[np.int64]

BLOCK = 1024
"""Pictures a block: one product of two blocks takes 4 MiB, one turned block 16 MiB."""

MIRRORINGS = ("as it is", "mirrored")

TURNS = (
    *MIRRORINGS,
    "rotated by 90 degrees",
    "rotated by 90 degrees and mirrored",
    "rotated by 180 degrees",
    "rotated by 180 degrees and mirrored",
    "rotated by 270 degrees",
    "rotated by 270 degrees and mirrored",
)
"""The eight ways to lay a square onto itself: counter-clockwise, then left to right."""


_CELL = 4
_ROUNDING = 1e-5
_MANY = 0.02
"""Share of pairs from which on one product of all is quicker than picking them out."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of pictures, `first` < `second`, in that order.

    Attributes
    ----------
    first, second
        int64[n], positions in the list that was searched.
    score
        float32[n], cosine of the two maps, 1 for equal ones.
    turn
        int64[n], index into `TURNS`: how the second picture is to be turned to look like the first.
    """

    first: IntArray
    second: IntArray
    score: Float32Array
    turn: IntArray

    def __len__(self) -> int:
        return len(self.first)

    def where(self, chosen: npt.NDArray[np.bool_]) -> Pairs:
        """The pairs where `chosen`, bool[n], is True."""
        return Pairs(self.first[chosen], self.second[chosen], self.score[chosen], self.turn[chosen])


@dataclass(frozen=True, slots=True)
class _Bounding:
    """float32[n, side / _CELL, side / _CELL] averages; float32[n], lengths of what they leave."""

    cells: Float32Array
    rest: Float32Array

    def __getitem__(self, some: slice) -> _Bounding:
        return _Bounding(self.cells[some], self.rest[some])


def unit_maps(maps: Float32Array) -> Float32Array:
    """float32[n, side, side] scaled to length 1; maps of nothing stay zero."""
    lengths = np.linalg.norm(maps, axis=(1, 2), keepdims=True)
    return np.asarray(maps / np.maximum(lengths, 1e-6), np.float32)


def find_pairs(maps: Float32Array, at_least: float, turns: tuple[str, ...] = TURNS) -> Pairs:
    """All pairs whose cosine in the best of `turns` is `at_least` or more.

    `maps` is float32[n, side, side], each of length 1 or zero. Time grows with the square of n;
    memory does not, save for the pairs themselves.

    Most pairs are ruled out by sixteen times fewer numbers, and none wrongly: a map is the sum of
    its averages over cells and of what they leave, which are at right angles, so that
    <a, b> is at most <cells of a, cells of b> + |rest of a| |rest of b|.
    """
    bounds = _bounding(maps)
    found = []
    for start in range(0, len(maps), BLOCK):
        for offset in range(start, len(maps), BLOCK):
            one, other = slice(start, start + BLOCK), slice(offset, offset + BLOCK)
            best = np.full((len(maps[one]), len(maps[other])), -2, np.float32)
            turn = np.zeros(best.shape, np.uint8)
            for name in turns:
                number = TURNS.index(name)
                near = _bound(bounds[one], bounds[other], number) >= at_least - _ROUNDING
                rows, columns, score = _cosines(maps[one], maps[other], number, near)
                better = score > best[rows, columns]
                best[rows[better], columns[better]] = score[better]
                turn[rows[better], columns[better]] = number
            rows, columns = np.nonzero(best >= at_least)
            # Every pair is met twice in a block with itself, and every picture meets itself.
            later = columns + offset > rows + start
            rows, columns = rows[later], columns[later]
            found.append(
                Pairs(
                    rows + start,
                    columns + offset,
                    best[rows, columns],
                    turn[rows, columns].astype(np.int64),
                )
            )
    return _joined(found)


def nearest(
    maps: Float32Array, among: Float32Array, turns: tuple[str, ...] = TURNS
) -> tuple[IntArray, Float32Array]:
    """The most alike of `among` for each of `maps`: its position, and the cosine.

    Both are float32[n, side, side] of length 1 a map; `among` must not be empty.
    """
    positions = np.zeros(len(maps), np.int64)
    scores = np.full(len(maps), -2, np.float32)
    for start in range(0, len(maps), BLOCK):
        mine = slice(start, start + BLOCK)
        flat = maps[mine].reshape(len(maps[mine]), -1)
        for offset in range(0, len(among), BLOCK):
            block = among[offset : offset + BLOCK]
            for name in turns:
                turned = np.ascontiguousarray(_turned(block, TURNS.index(name)))
                score = flat @ turned.reshape(len(block), -1).T
                best = score.argmax(axis=1)
                value = score[np.arange(len(best)), best]
                better = value > scores[mine]
                positions[mine][better] = best[better] + offset
                scores[mine][better] = value[better]
    return positions, scores


def linked_clusters(count: int, first: IntArray, second: IntArray) -> IntArray:
    """Cluster number int64[count] of each picture when pairs are linked.

    Clusters are numbered by their first picture, so the same input gives the same numbers.
    """
    parent = list(range(count))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for one, other in zip(first.tolist(), second.tolist(), strict=True):
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    roots = np.array([root(index) for index in range(count)], np.int64)
    return np.unique(roots, return_inverse=True)[1].astype(np.int64).reshape(-1)


def _bounding(maps: Float32Array) -> _Bounding:
    """Averages over cells, scaled so that they keep their length, and the length of the rest."""
    count, side = len(maps), maps.shape[1]
    cell = _CELL if side % _CELL == 0 else 1
    small = side // cell
    cells = maps.reshape(count, small, cell, small, cell).mean(axis=(2, 4)) * np.float32(cell)
    whole = np.square(maps).sum(axis=(1, 2))
    rest = np.sqrt(np.maximum(whole - np.square(cells).sum(axis=(1, 2)), 0))
    return _Bounding(np.asarray(cells, np.float32), np.asarray(rest, np.float32))


def _bound(one: _Bounding, other: _Bounding, turn: int) -> Float32Array:
    """float32[len(one), len(other)]: no cosine of the maps in that turn is larger."""
    turned = np.ascontiguousarray(_turned(other.cells, turn)).reshape(len(other.cells), -1)
    product = one.cells.reshape(len(one.cells), -1) @ turned.T
    return np.asarray(product + np.outer(one.rest, other.rest), np.float32)


def _cosines(
    rows: Float32Array, columns: Float32Array, turn: int, near: npt.NDArray[np.bool_]
) -> tuple[IntArray, IntArray, Float32Array]:
    """Row, column and cosine of the pairs that are `near`, bool[rows, columns]."""
    first, second = np.nonzero(near)
    side = rows[0].size
    if len(first) > near.size * _MANY:
        turned = np.ascontiguousarray(_turned(columns, turn)).reshape(len(columns), -1)
        return first, second, (rows.reshape(len(rows), -1) @ turned.T)[first, second]
    score = np.empty(len(first), np.float32)
    for start in range(0, len(first), BLOCK):
        some = slice(start, start + BLOCK)
        one = rows[first[some]].reshape(-1, side)
        other = _turned(columns[second[some]], turn).reshape(-1, side)
        score[some] = np.einsum("ij,ij->i", one, other)
    return first, second, score


def _joined(parts: list[Pairs]) -> Pairs:
    if not parts:
        none = np.zeros(0, np.int64)
        return Pairs(none, none, np.zeros(0, np.float32), none)
    first = np.concatenate([part.first for part in parts])
    second = np.concatenate([part.second for part in parts])
    score = np.concatenate([part.score for part in parts])
    turn = np.concatenate([part.turn for part in parts])
    order = np.lexsort((second, first))
    return Pairs(first[order], second[order], score[order], turn[order])


def _turned(maps: Float32Array, turn: int) -> Float32Array:
    rotated = np.rot90(maps, turn // 2, axes=(1, 2))
    return rotated[:, :, ::-1] if turn % 2 else rotated
