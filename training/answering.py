"""What a network in training says of images that it does not learn from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from training.data.cache import ImageCache
from training.data.records import NO_TUMOR, ImageRecord
from training.evaluation.answers import FoldAnswers
from training.evaluation.heatmap_metrics import (
    intersections_over_union,
    on_mask_cells,
    peaks_in_lesions,
)
from training.evaluation.metrics import auc
from tumorview.domain.arrays import Float32Array

_LESION = 0.5
"""Probability from which a cell counts as lesion in the log; the report fits its threshold."""


def answer(head: Any, batches: Any, records: Sequence[ImageRecord]) -> FoldAnswers:
    """The answers of a network as `build_head` makes it, for the records of `batches` in order."""
    found: dict[str, list[Any]] = {}
    for index in range(len(batches)):
        features, _ = batches[index]
        for name, values in head.predict_on_batch(features).items():
            found.setdefault(name, []).append(np.asarray(values, np.float32))
    whole = {name: np.concatenate(parts) for name, parts in found.items()}
    return FoldAnswers(
        image_ids=tuple(record.image_id for record in records),
        logits=four_logits(whole["tumor"], whole["type"]),
        acquisition_logits=whole["acquisition_logits"],
        lesion_map=(1 / (1 + np.exp(-whole["lesion"][..., 0]))).astype(np.float16),
    )


def four_logits(tumor: Float32Array, kind: Float32Array) -> Float32Array:
    """float32[n, 4] of tumour logits [n, 1] and type logits [n, 3], as the shipped network does."""
    top = kind.max(axis=1, keepdims=True)
    typed = kind - top - np.log(np.exp(kind - top).sum(axis=1, keepdims=True))
    return np.concatenate([tumor + typed, np.zeros_like(tumor)], axis=1)


def check_figures(
    answers: FoldAnswers, records: Sequence[ImageRecord], cache: ImageCache
) -> dict[str, float]:
    """A few figures for the log of a run; the report is made from its answers elsewhere."""
    tumor = _tumor_logit(answers.logits)
    figures: dict[str, float] = {}
    labels = np.array([-1 if r.label is None else r.label for r in records])
    typed = np.array([r.source == "cheng" for r in records]) & (labels >= 0)
    if typed.any():
        kinds = answers.logits[typed, :NO_TUMOR].argmax(axis=1)
        figures["type_accuracy"] = float((kinds == labels[typed]).mean())
    for sequence in ("FLAIR", "T1", "T1c"):
        own = np.array([r.source == "lgg" and r.sequence == sequence for r in records])
        shown = np.array([bool(r.tumor) for r in records])[own]
        if shown.any() and not shown.all():
            figures[f"lgg_{sequence}_auc"] = auc(tumor[own], shown)
    healthy = np.array([r.source == "nickparvar" for r in records])
    if healthy.any():
        figures["nickparvar_specificity"] = float((tumor[healthy] < 0).mean())
    masked = [i for i, r in enumerate(records) if r.mask_path is not None]
    if masked and answers.lesion_map is not None:
        masks = np.stack([cache.masks[i] for i in masked])
        heat = on_mask_cells(answers.lesion_map[masked], masks.shape[1])
        figures["pointing"] = float(peaks_in_lesions(heat, masks).mean())
        limits = np.full(len(masked), _LESION)
        figures["iou"] = float(intersections_over_union(heat, masks, limits).mean())
    return figures


def _tumor_logit(logits: Float32Array) -> npt.NDArray[np.float32]:
    """float32[n]: log odds of any tumour."""
    types = logits[:, :NO_TUMOR]
    top = types.max(axis=1)
    summed = top + np.log(np.exp(types - top[:, None]).sum(axis=1))
    return np.asarray(summed - logits[:, NO_TUMOR], np.float32)
