"""What is fitted to out-of-fold answers: on the other folds for a report, on all for a manifest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.data.records import ACQUISITIONS, CLASS_IDS, NO_TUMOR, ImageRecord
from training.errors import DataError
from training.evaluation.heatmap_metrics import best_threshold
from training.evaluation.intervals import BoolArray, IntArray
from training.evaluation.measured import NO_LABEL, Measured, acquisition_of
from training.evaluation.pooling import Pooled
from training.trust.calibration import certainty_threshold, fit_temperature
from training.trust.conformal import class_quantiles
from training.trust.numbers import Decision, TrustNumbers
from training.trust.threshold import (
    ENOUGH_PATIENTS,
    specific_threshold,
    tumor_threshold,
)
from tumorview.domain.arrays import Float32Array, UInt8Array
from tumorview.inference.prediction_sets import set_members
from tumorview.inference.probabilities import Float64Array, softmax_probabilities


@dataclass(frozen=True, slots=True)
class Goals:
    """What thresholds and sets are fitted for."""

    sensitivity: float
    coverage: float


def fit_numbers(pooled: Pooled, masks: UInt8Array, goals: Goals, chosen_on: str) -> TrustNumbers:
    """Fit everything on all images; `masks` are uint8[n, side, side].

    Raises
    ------
    DataError
        When a class has no image.
    """
    return _fit(pooled, masks, goals, np.ones(len(pooled.records), np.bool_), chosen_on)


def cross_fitted(pooled: Pooled, masks: UInt8Array, goals: Goals) -> Measured:
    """Answers in which everything fitted comes from folds that the image is not in.

    Raises
    ------
    DataError
        When the other folds of some fold lack a class.
    """
    count = len(pooled.records)
    probabilities = np.zeros((count, len(CLASS_IDS)))
    sets = np.zeros(probabilities.shape, np.bool_)
    reached = np.zeros(probabilities.shape, np.bool_)
    suspected = np.zeros(count, np.bool_)
    iou_thresholds = np.full(count, 0.5)
    acquisitions = np.full(count, "", dtype=object)
    for fold in np.unique(pooled.folds):
        own = pooled.folds == fold
        fitted = _fit(pooled, masks, goals, ~own, "")
        probabilities[own] = softmax_probabilities(pooled.logits[own], fitted.temperature)
        sets[own] = set_members(probabilities[own], fitted.quantiles)
        reached[own] = probabilities[own] >= 1.0 - np.array(fitted.quantiles)
        limits = [
            fitted.decisions.get(record.modality, fitted.decision).threshold
            for record, mine in zip(pooled.records, own, strict=True)
            if mine
        ]
        suspected[own] = 1.0 - probabilities[own, NO_TUMOR] >= np.array(limits)
        if fitted.iou_threshold is not None:
            iou_thresholds[own] = fitted.iou_threshold
        acquisitions[own] = acquisition_answers(
            pooled.acquisition_logits[own], fitted.acquisition_temperature or 1.0
        )
    return Measured(
        records=pooled.records,
        class_ids=CLASS_IDS,
        probabilities=probabilities,
        suspected=suspected,
        masks=masks,
        iou_thresholds=iou_thresholds,
        sets=sets,
        reached=reached,
        acquisitions=tuple(str(name) for name in acquisitions),
        heat=pooled.heat,
    )


def acquisition_answers(logits: Float32Array, temperature: float) -> list[str]:
    """CT or a sequence for float32[n, kinds]: the likelier modality, then its likeliest kind."""
    probabilities = softmax_probabilities(logits, temperature)
    sequences = probabilities[:, 1:]
    ct = probabilities[:, 0] > sequences.sum(axis=1)
    best = sequences.argmax(axis=1)
    return [
        ACQUISITIONS[0] if is_ct else ACQUISITIONS[1 + int(kind)]
        for is_ct, kind in zip(ct, best, strict=True)
    ]


def _fit(
    pooled: Pooled, masks: UInt8Array, goals: Goals, chosen: BoolArray, chosen_on: str
) -> TrustNumbers:
    rows = np.flatnonzero(chosen)
    records = [pooled.records[int(i)] for i in rows]
    logits = pooled.logits[rows]
    labels = np.array([NO_LABEL if r.label is None else r.label for r in records])
    known = np.flatnonzero(labels != NO_LABEL)
    if not known.size:
        raise DataError("there is no image of a known class to calibrate on")
    groups = [record.group for record in records]
    own_groups = [groups[int(i)] for i in known]
    temperature = fit_temperature(logits[known], labels[known], own_groups)
    probabilities = softmax_probabilities(logits, temperature)
    decision, decisions = _decisions(probabilities, records, goals.sensitivity)
    return TrustNumbers(
        chosen_on=chosen_on,
        images=len(records),
        groups=len(set(groups)),
        temperature=temperature,
        certainty_threshold=certainty_threshold(probabilities[known], labels[known]),
        coverage=goals.coverage,
        fewest_patients=min(
            len({g for g, label in zip(groups, labels, strict=True) if label == index})
            for index in range(len(CLASS_IDS))
        ),
        quantiles=class_quantiles(
            probabilities[known],
            labels[known],
            own_groups,
            class_ids=CLASS_IDS,
            coverage=goals.coverage,
        ),
        decision=decision,
        decisions=decisions,
        acquisition_temperature=_acquisition_temperature(pooled.acquisition_logits[rows], records),
        iou_threshold=_iou_threshold(pooled, masks, rows),
    )


def _decisions(
    probabilities: Float64Array, records: Sequence[ImageRecord], sensitivity: float
) -> tuple[Decision, dict[str, Decision]]:
    """On all brain images, and on those of each modality that has both kinds.

    A modality with too few patients with a tumour has its threshold chosen for a specificity.
    """
    brain = np.array([record.brain for record in records], np.bool_)
    tumor = np.array([bool(record.tumor) for record in records], np.bool_)
    modality = np.array([record.modality for record in records])
    suspicion = 1.0 - probabilities[:, NO_TUMOR]

    def of(rows: BoolArray) -> Decision:
        patients = {one.group for one, chosen in zip(records, rows & tumor, strict=True) if chosen}
        if len(patients) >= ENOUGH_PATIENTS:
            found = tumor_threshold(suspicion[rows], tumor[rows], sensitivity)
        else:
            found = specific_threshold(suspicion[rows], tumor[rows])
        return Decision(
            found.value, found.sensitivity, found.specificity, found.tumors, found.others
        )

    by_modality = {}
    for name in ("CT", "MR"):
        rows = brain & (modality == name)
        if tumor[rows].any() and not tumor[rows].all():
            by_modality[name] = of(rows)
    return of(brain), by_modality


def _acquisition_temperature(logits: Float32Array, records: Sequence[ImageRecord]) -> float | None:
    kinds = [acquisition_of(record) for record in records]
    known = np.array([i for i, kind in enumerate(kinds) if kind in ACQUISITIONS], np.int64)
    if not known.size:
        return None
    labels = np.array([ACQUISITIONS.index(kinds[int(i)]) for i in known])
    return fit_temperature(logits[known], labels, [records[int(i)].group for i in known])


def _iou_threshold(pooled: Pooled, masks: UInt8Array, rows: IntArray) -> float | None:
    masked = rows[masks[rows].any(axis=(1, 2))]
    if pooled.heat is None or not masked.size:
        return None
    return best_threshold(pooled.heat[masked], masks[masked])
