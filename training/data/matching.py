"""Pairs of alike pictures among thousands, in blocks that fit into memory."""

from __future__ import annotations

from collections.abc import Iterator
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


def unit_maps(maps: Float32Array) -> Float32Array:
    """float32[n, side, side] scaled to length 1; maps of nothing stay zero."""
    lengths = np.linalg.norm(maps, axis=(1, 2), keepdims=True)
    return np.asarray(maps / np.maximum(lengths, 1e-6), np.float32)


def find_pairs(maps: Float32Array, at_least: float, turns: tuple[str, ...] = TURNS) -> Pairs:
    """All pairs whose cosine in the best of `turns` is `at_least` or more.

    `maps` is float32[n, side, side], each of length 1. Time grows with the square of n; memory does
    not, save for the pairs themselves.
    """
    found = []
    for start in range(0, len(maps), BLOCK):
        for offset, score, turn in _products(maps[start : start + BLOCK], maps[start:], turns):
            rows, columns = np.nonzero(score >= at_least)
            # Every pair is met twice in a block with itself, and every picture meets itself.
            later = columns + offset > rows
            rows, columns = rows[later], columns[later]
            found.append(
                Pairs(
                    rows + start,
                    columns + offset + start,
                    score[rows, columns],
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
        for offset, score, _ in _products(maps[mine], among, turns):
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


def _products(
    rows: Float32Array, maps: Float32Array, turns: tuple[str, ...]
) -> Iterator[tuple[int, Float32Array, npt.NDArray[np.uint8]]]:
    """Offset of a block of `maps`, its best cosines with `rows`, and in which turn.

    float32[len(rows), block] and uint8 of the same shape.
    """
    flat = rows.reshape(len(rows), -1)
    for offset in range(0, len(maps), BLOCK):
        block = maps[offset : offset + BLOCK]
        best = np.full((len(rows), len(block)), -2, np.float32)
        turn = np.zeros(best.shape, np.uint8)
        for number, name in enumerate(turns):
            turned = np.ascontiguousarray(_turned(block, TURNS.index(name)))
            score = flat @ turned.reshape(len(block), -1).T
            better = score > best
            np.copyto(best, score, where=better)
            turn[better] = number
        yield offset, best, turn


def _turned(maps: Float32Array, turn: int) -> Float32Array:
    rotated = np.rot90(maps, turn // 2, axes=(1, 2))
    return rotated[:, :, ::-1] if turn % 2 else rotated
