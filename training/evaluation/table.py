"""One line of a CSV file for each image, so that every figure can be counted again."""

from __future__ import annotations

import csv
import io

import numpy as np

from training.data.records import CLASS_IDS
from training.evaluation.heatmap_metrics import (
    intersections_over_union,
    peaks_in_lesions,
    relevance_inside,
)
from training.evaluation.measured import Measured

_DIGITS = 6


def image_table(measured: Measured, *, part: str, leaked: bool, header: bool = True) -> bytes:
    """CSV (UTF-8, CRLF as RFC 4180 wants it) of all images of a part."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    names = list(measured.class_ids)
    if header:
        writer.writerow(
            [
                "part",
                "leaked",
                "image_id",
                "group",
                "source",
                "modality",
                "sequence",
                "plane",
                "label",
                "tumor",
                "lesion_area_mm2",
                *(f"p_{name}" for name in names),
                "predicted",
                "tumor_suspected",
                "prediction_set",
                "gate_score",
                "gate_refused",
                "acquisition",
                "heatmap_peak_in_lesion",
                "heatmap_iou",
                "heatmap_relevance_inside",
            ]
        )
    heat = _heat_columns(measured)
    predicted = measured.probabilities.argmax(axis=1)
    for row, record in enumerate(measured.records):
        sets = measured.sets
        writer.writerow(
            [
                part,
                _word(leaked),
                record.image_id,
                record.group,
                record.source,
                record.modality,
                record.sequence,
                record.plane,
                "" if record.label is None else CLASS_IDS[record.label],
                _word(record.tumor),
                _number(record.lesion_area_mm2),
                *(_number(value) for value in measured.probabilities[row]),
                names[int(predicted[row])],
                _word(bool(measured.suspected[row])),
                ""
                if sets is None
                else " ".join(n for n, own in zip(names, sets[row], strict=True) if own),
                _number(None if measured.gate_scores is None else measured.gate_scores[row]),
                _word(None if measured.refused is None else bool(measured.refused[row])),
                "" if measured.acquisitions is None else measured.acquisitions[row],
                *heat[row],
            ]
        )
    return stream.getvalue().encode("utf-8")


def _heat_columns(measured: Measured) -> list[tuple[str, str, str]]:
    """Peak, IoU and relevance of each image; empty where there is no mask or no heatmap."""
    if measured.heat is None:
        return [("", "", "")] * len(measured.records)
    masked = measured.has_mask
    peaks = peaks_in_lesions(measured.heat, measured.masks)
    overlap = intersections_over_union(measured.heat, measured.masks, measured.iou_thresholds)
    inside = relevance_inside(measured.heat, measured.masks)
    return [
        (_word(bool(peaks[row])), _number(overlap[row]), _number(inside[row]))
        if masked[row]
        else ("", "", "")
        for row in range(len(masked))
    ]


def _word(value: bool | None) -> str:
    return "" if value is None else ("yes" if value else "no")


def _number(value: float | np.floating | None) -> str:
    return "" if value is None else f"{float(value):.{_DIGITS}g}"
