"""Pairs of pictures side by side, to be judged by eye."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from training.data.pixels import read_pixels, shown
from training.data.records import ImageRecord
from tumorview.domain.arrays import UInt8Array

_SIDE = 168
_LINE = 15
_GAP = 10
_COLUMNS = 3
_TEXT = 235
_LONGEST_LINE = 46


@dataclass(frozen=True, slots=True)
class Couple:
    """Two images, and up to four lines below them."""

    first: ImageRecord
    second: ImageRecord
    lines: tuple[str, ...]


def draw_sheet(couples: Sequence[Couple]) -> UInt8Array:
    """uint8[rows, columns]: every couple in a cell of its own, left to right; raises `DataError`
    when an image can no longer be read.
    """
    height = _SIDE + 4 * _LINE + _GAP
    width = 2 * _SIDE + 2 + _GAP
    rows = -(-len(couples) // _COLUMNS)
    sheet = np.zeros((rows * height + _GAP, min(_COLUMNS, len(couples)) * width + _GAP), np.uint8)
    for number, couple in enumerate(couples):
        top = _GAP + number // _COLUMNS * height
        left = _GAP + number % _COLUMNS * width
        for place, record in enumerate((couple.first, couple.second)):
            start = left + place * (_SIDE + 2)
            sheet[top : top + _SIDE, start : start + _SIDE] = _fitted(record)
        for line, text in enumerate(couple.lines[:4]):
            cv2.putText(
                sheet,
                _shortened(text),
                (left, top + _SIDE + (line + 1) * _LINE - 4),
                cv2.FONT_HERSHEY_SIMPLEX,
                0.38,
                _TEXT,
                1,
                cv2.LINE_AA,
            )
    return sheet


def png(sheet: UInt8Array) -> bytes:
    """The sheet as a PNG file."""
    return bytes(cv2.imencode(".png", sheet)[1])


def _fitted(record: ImageRecord) -> UInt8Array:
    """The image within a square of `_SIDE`, its proportions kept."""
    image = shown(read_pixels(record))
    scale = _SIDE / max(image.shape)
    size = (max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale)))
    kind = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    small = cv2.resize(image, size, interpolation=kind)
    cell = np.zeros((_SIDE, _SIDE), np.uint8)
    top, left = (_SIDE - small.shape[0]) // 2, (_SIDE - small.shape[1]) // 2
    cell[top : top + small.shape[0], left : left + small.shape[1]] = small
    return cell


def _shortened(text: str) -> str:
    """The end of a long name tells more than its beginning; the font has ASCII only."""
    plain = text.encode("ascii", "replace").decode()
    return plain if len(plain) <= _LONGEST_LINE else "..." + plain[3 - _LONGEST_LINE :]
