"""Which figures an evaluation states, of all images of a part and of each kind of image in it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import numpy as np

from training.data.records import ImageRecord
from training.evaluation.heatmap_metrics import (
    intersections_over_union,
    mask_share,
    peaks_in_lesions,
    relevance_inside,
)
from training.evaluation.intervals import Figure, mean, ratio
from training.evaluation.measured import BINARY_IDS, NO_LABEL, Measured, acquisition_of
from training.evaluation.metrics import (
    Answers,
    auc_figure,
    calibration_figure,
    confusion_matrix,
    f1_figure,
    figures,
    overall_figures,
    sensitivity_figure,
)
from training.trust.groups import group_weights

LARGE_LESION_MM2 = 100.0
"""Square millimetres (1 cm2) from which a lesion should not be missed."""


class Subset(msgspec.Struct, frozen=True):
    """Figures of the images of one kind: `by` is "source", "modality", "plane" or "sequence"."""

    by: str
    name: str
    images: int
    groups: int
    figures: tuple[Figure, ...]


class PartFigures(msgspec.Struct, frozen=True):
    """All figures of one part of the data.

    `leaked` is True where the model has learned from these images or sources; `note` says what the
    part is. `confusion_matrix` counts [true class][predicted class] in the order of the classes.
    """

    name: str
    note: str
    leaked: bool
    images: int
    groups: int
    figures: tuple[Figure, ...]
    confusion_matrix: list[list[int]]
    subsets: tuple[Subset, ...]


def part_figures(
    measured: Measured, draws: int, *, name: str, note: str, leaked: bool
) -> PartFigures:
    """Everything that is stated of one part."""
    classified = answers_with_label(measured)
    return PartFigures(
        name=name,
        note=note,
        leaked=leaked,
        images=len(measured.records),
        groups=len(set(measured.groups)),
        figures=(*_class_figures(classified, measured, draws), *_shared(measured, draws)),
        confusion_matrix=[] if classified is None else confusion_matrix(classified).tolist(),
        subsets=tuple(_subsets(measured, draws)),
    )


def answers_with_label(measured: Measured) -> Answers | None:
    """The answers to images whose class is known, or None without any."""
    known = measured.labels != NO_LABEL
    return _answers(measured.rows(known)) if known.any() else None


def type_answers(measured: Measured) -> Answers | None:
    """P(type | tumour) of tumours whose type is known; None where the model names no types."""
    if measured.class_ids == BINARY_IDS:
        return None
    kept = (measured.labels != NO_LABEL) & measured.tumor
    if not kept.any():
        return None
    own = measured.rows(kept)
    types = [i for i, name in enumerate(own.class_ids) if name != "no_tumor"]
    probabilities = own.probabilities[:, types]
    total = np.maximum(probabilities.sum(axis=1, keepdims=True), 1e-300)
    labels = np.searchsorted(types, own.labels)
    return Answers(probabilities / total, labels, own.groups)


def _answers(measured: Measured) -> Answers:
    return Answers(measured.probabilities, measured.labels, measured.groups)


def _class_figures(
    classified: Answers | None, measured: Measured, draws: int
) -> tuple[Figure, ...]:
    if classified is None:
        return ()
    return figures(classified, measured.class_ids, draws)


def _shared(measured: Measured, draws: int) -> list[Figure]:
    """The figures that parts and subsets have in common."""
    makers: tuple[Callable[[Measured, int], list[Figure | None]], ...] = (
        _tumor_figures,
        _type_figures,
        _set_figures,
        _gate_figures,
        _acquisition_figures,
        _heatmap_figures,
    )
    return [figure for make in makers for figure in make(measured, draws) if figure is not None]


def _tumor_figures(measured: Measured, draws: int) -> list[Figure | None]:
    if not measured.brain.any():
        return []
    own = measured.rows(measured.brain)
    tumor, suspected = own.tumor, own.suspected
    large = np.array([(record.lesion_area_mm2 or 0.0) > LARGE_LESION_MM2 for record in own.records])
    return [
        ratio("tumor_sensitivity", tumor & suspected, tumor, own.groups, draws=draws),
        ratio("tumor_sensitivity_over_1cm2", large & suspected, large, own.groups, draws=draws),
        ratio("tumor_specificity", ~tumor & ~suspected, ~tumor, own.groups, draws=draws),
        auc_figure("tumor_auc", own.tumor_probability, tumor, own.groups, draws=draws),
        sensitivity_figure(
            "tumor_sensitivity_at_specificity_85",
            own.tumor_probability,
            tumor,
            own.groups,
            specificity=0.85,
            draws=draws,
        ),
    ]


def _type_figures(measured: Measured, draws: int) -> list[Figure | None]:
    answers = type_answers(measured)
    if answers is None:
        return []
    names = [name for name in measured.class_ids if name != "no_tumor"]
    found: list[Figure | None] = [
        msgspec.structs.replace(figure, name=f"type_{figure.name}")
        for figure in overall_figures(answers, draws)
    ]
    for index, name in enumerate(names):
        found.append(f1_figure("type_f1", answers, index, name, draws))
    return found


def _set_figures(measured: Measured, draws: int) -> list[Figure | None]:
    """Coverage as promised (every patient counts once) and by image, and the size of the sets.

    The promise is of the classes that reach their threshold. Sets as shown are never empty and so
    cover at least as much: where the model is right more often than promised, about as often as it
    is right.
    """
    known = measured.labels != NO_LABEL
    if measured.sets is None or measured.reached is None or not known.any():
        return []
    own = measured.rows(known)
    assert own.sets is not None
    assert own.reached is not None
    labels, groups, rows = own.labels, own.groups, np.arange(known.sum())
    shown, reached = own.sets[rows, labels], own.reached[rows, labels]
    found = [
        mean("set_size", own.sets.sum(axis=1).astype(np.float64), groups, draws=draws),
        mean("set_coverage_by_image", shown.astype(np.float64), groups, draws=draws),
    ]
    for name, covered in (("set_coverage", shown), ("set_coverage_promised", reached)):
        for index, class_id in enumerate(own.class_ids):
            of_class = np.flatnonzero(labels == index)
            own_groups = [groups[int(i)] for i in of_class]
            if of_class.size:
                weights = group_weights(own_groups)
                hits = covered[of_class] * weights
                found.append(ratio(name, hits, weights, own_groups, class_id=class_id, draws=draws))
    return found


def _gate_figures(measured: Measured, draws: int) -> list[Figure | None]:
    if measured.refused is None:
        return []
    brain, refused, groups = measured.brain, measured.refused, measured.groups
    return [
        ratio("gate_false_refusal", brain & refused, brain, groups, draws=draws),
        ratio("gate_refused_strangers", ~brain & refused, ~brain, groups, draws=draws),
    ]


def _acquisition_figures(measured: Measured, draws: int) -> list[Figure | None]:
    if measured.acquisitions is None:
        return []
    said = np.array(measured.acquisitions)
    true = np.array([acquisition_of(record) for record in measured.records])
    modality = np.array([record.modality for record in measured.records])
    known = np.isin(modality, ("CT", "MR"))
    right = (said == "CT") == (modality == "CT")
    sequence = known & (true != "")
    groups = measured.groups
    return [
        ratio("acquisition_modality", right & known, known, groups, draws=draws),
        ratio("acquisition_sequence", (said == true) & sequence, sequence, groups, draws=draws),
    ]


def _heatmap_figures(measured: Measured, draws: int) -> list[Figure | None]:
    masked = measured.has_mask
    if measured.heat is None or not masked.any():
        return []
    own = measured.rows(masked)
    assert own.heat is not None
    iou = intersections_over_union(own.heat, own.masks, own.iou_thresholds)
    groups = own.groups
    hits = peaks_in_lesions(own.heat, own.masks).astype(np.float64)
    return [
        mean("heatmap_pointing", hits, groups, draws=draws),
        mean("heatmap_iou", iou, groups, draws=draws),
        mean(
            "heatmap_relevance_inside", relevance_inside(own.heat, own.masks), groups, draws=draws
        ),
        mean("heatmap_relevance_by_chance", mask_share(own.masks), groups, draws=draws),
    ]


_KINDS: tuple[tuple[str, Callable[[ImageRecord], str]], ...] = (
    ("source", lambda record: record.source),
    ("modality", lambda record: record.modality),
    ("plane", lambda record: record.plane),
    ("sequence", lambda record: record.sequence),
    (
        "source and sequence",
        lambda record: f"{record.source} {record.sequence}" if record.sequence else "",
    ),
)


def _subsets(measured: Measured, draws: int) -> list[Subset]:
    found: list[Subset] = []
    seen: set[tuple[int, ...]] = set()
    for by, kind_of in _KINDS:
        names = np.array([kind_of(record) for record in measured.records])
        for name in sorted(set(names.tolist())):
            rows = tuple(np.flatnonzero(names == name).tolist())
            # Of two names of the same images the second says nothing new.
            if by == "source and sequence" and (rows in seen or not name):
                continue
            seen.add(rows)
            own = measured.rows(names == name)
            found.append(
                Subset(
                    by=by,
                    name=name or "not stated",
                    images=len(own.records),
                    groups=len(set(own.groups)),
                    figures=tuple(_subset_figures(own, draws)),
                )
            )
    return found


def _subset_figures(measured: Measured, draws: int) -> list[Figure]:
    classified = answers_with_label(measured)
    found: list[Figure] = []
    if classified is not None:
        found += overall_figures(classified, draws)
        found.append(calibration_figure(classified, draws))
    return found + _shared(measured, draws)
