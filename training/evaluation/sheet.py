"""The worst answers, side by side: what a reader should look at before believing any figure."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from training.evaluation.heatmap_metrics import lesion_cells
from training.evaluation.intervals import FloatArray
from training.evaluation.measured import NO_LABEL, Measured
from training.evaluation.pictures import InputLook, gray_picture
from tumorview.domain.arrays import UInt8Array
from tumorview.reporting.colormaps import apply_color_map

WORST = 24

_TILE = 192
_CAPTION = 46
_COLUMNS = 6
_GREEN = (80, 220, 80)
_WHITE = (235, 235, 235)


@dataclass(frozen=True, slots=True)
class _Tile:
    picture: UInt8Array
    lines: tuple[str, ...]


def belief_in_truth(measured: Measured) -> FloatArray:
    """float64[n]: probability given to what is true: the class, or a tumour of whatever type.

    1 for a picture without a brain, of which nothing is true.
    """
    labels, tumor = measured.labels, measured.tumor
    of_class = measured.probabilities[np.arange(len(labels)), np.maximum(labels, 0)]
    found = np.where(labels != NO_LABEL, of_class, measured.tumor_probability)
    found = np.where((labels == NO_LABEL) & ~tumor, 1.0, found)
    return np.asarray(found)


def worst_rows(measured: Measured, count: int = WORST) -> list[int]:
    """Rows of the images whose truth was believed least, at most one a patient."""
    belief = belief_in_truth(measured)
    chosen: list[int] = []
    groups: set[str] = set()
    for row in np.argsort(belief, kind="stable"):
        group = measured.records[int(row)].group
        if group not in groups and belief[row] < 1.0:
            groups.add(group)
            chosen.append(int(row))
        if len(chosen) == count:
            break
    return chosen


def worst_sheet(measured: Measured, look: InputLook) -> UInt8Array | None:
    """The worst answers as uint8[rows, columns, 3] BGR: lesion outlined, and heatmap beside it.

    `look` is that of the model, so that heatmaps and masks lie where they belong. None where there
    is nothing to show.
    """
    tiles = [
        _tile(measured, row, gray_picture(measured.records[row], look))
        for row in worst_rows(measured)
    ]
    if not tiles:
        return None
    columns = min(_COLUMNS, len(tiles))
    rows = -(-len(tiles) // columns)
    width = tiles[0].picture.shape[1]
    sheet = np.full((rows * (_TILE + _CAPTION), columns * width, 3), 24, np.uint8)
    for number, tile in enumerate(tiles):
        top = number // columns * (_TILE + _CAPTION)
        left = number % columns * width
        sheet[top : top + _TILE, left : left + width] = tile.picture
        for line, text in enumerate(tile.lines):
            cv2.putText(
                sheet,
                text,
                (left + 4, top + _TILE + 13 + 14 * line),
                cv2.FONT_HERSHEY_SIMPLEX,
                0.36,
                _WHITE,
                1,
                cv2.LINE_AA,
            )
    return sheet


def as_png(sheet: UInt8Array) -> bytes:
    """The file for the folder, without loss."""
    return cv2.imencode(".png", sheet)[1].tobytes()


def as_jpeg(sheet: UInt8Array) -> bytes:
    """The same for inside the page, a tenth of the size."""
    return cv2.imencode(".jpg", sheet, [cv2.IMWRITE_JPEG_QUALITY, 85])[1].tobytes()


def _tile(measured: Measured, row: int, gray: UInt8Array) -> _Tile:
    plain = cv2.cvtColor(
        cv2.resize(gray, (_TILE, _TILE), interpolation=cv2.INTER_AREA), cv2.COLOR_GRAY2BGR
    )
    halves = [np.asarray(plain, np.uint8)]
    if measured.heat is not None:
        halves.append(_heated(halves[0], measured.heat[row]))
    if measured.masks[row].any():
        cells = lesion_cells(measured.masks[row : row + 1])[0].astype(np.uint8)
        large = cv2.resize(cells, (_TILE, _TILE), interpolation=cv2.INTER_NEAREST)
        outlines, _ = cv2.findContours(large, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
        cv2.drawContours(halves[0], outlines, -1, _GREEN, 1)
    return _Tile(np.asarray(np.hstack(halves), np.uint8), _caption(measured, row))


def _heated(plain: UInt8Array, heat: FloatArray) -> UInt8Array:
    values = cv2.resize(heat.astype(np.float32), (_TILE, _TILE), interpolation=cv2.INTER_LINEAR)
    colors = apply_color_map(np.clip(values, 0, 1), "inferno")[:, :, ::-1]
    share = 0.6 * values[:, :, np.newaxis]
    return np.asarray(np.rint(plain * (1 - share) + colors * share), np.uint8)


def _caption(measured: Measured, row: int) -> tuple[str, ...]:
    record = measured.records[row]
    label = measured.labels[row]
    truth = "tumour" if label == NO_LABEL else measured.class_ids[label].replace("_", " ")
    best = int(measured.probabilities[row].argmax())
    said = measured.class_ids[best].replace("_", " ")
    name = record.image_id if len(record.image_id) <= 46 else "..." + record.image_id[-43:]
    return (
        name.encode("ascii", "replace").decode("ascii"),
        f"is {truth}, said {said} {measured.probabilities[row, best]:.2f}",
        f"P(tumour) {measured.tumor_probability[row]:.2f}",
    )
