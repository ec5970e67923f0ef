"""Figures of a classifier, each with an interval over patients."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.evaluation.intervals import (
    DRAWS,
    BoolArray,
    Figure,
    FloatArray,
    GroupDraws,
    IntArray,
    interval_of,
    ratio,
)

ECE_BINS = 15


@dataclass(frozen=True, slots=True)
class Answers:
    """Labelled answers of a model.

    Attributes
    ----------
    probabilities
        float[n, classes], calibrated.
    labels
        int[n], index of the true class.
    groups
        Patient or cluster of each image.
    """

    probabilities: FloatArray
    labels: IntArray
    groups: tuple[str, ...]

    def __post_init__(self) -> None:
        lengths = {len(self.probabilities), len(self.labels), len(self.groups)}
        if len(lengths) != 1 or lengths == {0}:
            raise ValueError(f"One label and one group an answer. Received: {sorted(lengths)}")


def confusion_matrix(answers: Answers) -> IntArray:
    """int[true class, predicted class]."""
    classes = answers.probabilities.shape[1]
    counts = np.bincount(_cells(answers), minlength=classes * classes)
    return np.asarray(counts.reshape(classes, classes))


def macro_f1(matrix: npt.NDArray[np.number]) -> FloatArray:
    """Mean over the classes that occur of 2 TP / (2 TP + FP + FN); [..., true, predicted] -> [...].

    NaN where no class occurs.
    """
    hits = np.diagonal(matrix, axis1=-2, axis2=-1)
    true = matrix.sum(axis=-1)
    both = true + matrix.sum(axis=-2)
    present = true > 0
    each = np.where(present, 2 * hits / np.where(both > 0, both, 1), 0)
    with np.errstate(invalid="ignore"):
        return np.asarray(each.sum(axis=-1) / present.sum(axis=-1))


def auc(scores: FloatArray, positive: BoolArray, weights: FloatArray | None = None) -> float:
    """Area under the ROC curve of float[n] scores (Mann-Whitney, ties half); NaN without both.

    `weights` float[n] count an image that often.
    """
    return _Ranking(scores, positive).area(np.ones(len(scores)) if weights is None else weights)


def auc_figure(
    name: str,
    scores: FloatArray,
    positive: BoolArray,
    groups: Sequence[str],
    *,
    class_id: str | None = None,
    draws: int = DRAWS,
) -> Figure | None:
    """Area under the ROC curve with its interval; None unless there are both kinds."""
    ranking = _Ranking(scores, positive)
    return _ranked_figure(name, ranking.area, groups, class_id, draws)


def sensitivity_figure(
    name: str,
    scores: FloatArray,
    positive: BoolArray,
    groups: Sequence[str],
    *,
    specificity: float,
    draws: int = DRAWS,
) -> Figure | None:
    """Largest sensitivity at no less than `specificity` with its interval; None without both kinds.

    A point of the ROC curve: its threshold is chosen on the images that it is counted on.
    """
    ranking = _Ranking(scores, positive)
    return _ranked_figure(
        name, lambda weights: ranking.sensitivity(weights, specificity), groups, None, draws
    )


def _ranked_figure(
    name: str,
    statistic: Callable[[FloatArray], float],
    groups: Sequence[str],
    class_id: str | None,
    draws: int,
) -> Figure | None:
    """`statistic` of the images' weights with its interval; None where it is NaN of all of them."""
    value = statistic(np.ones(len(groups)))
    if not np.isfinite(value):
        return None
    sampled = GroupDraws.of(groups, draws)
    drawn = np.array([statistic(sampled.weights(draw)) for draw in range(draws)])
    count = len(set(groups))
    limits = interval_of(drawn[np.isfinite(drawn)], count)
    return Figure(name, value, limits, class_id, images=len(groups), groups=count)


def f1_figure(
    name: str, answers: Answers, index: int, class_id: str, draws: int = DRAWS
) -> Figure | None:
    """2 TP / (2 TP + FP + FN) of one class with its interval; None where it does not occur."""
    own = answers.labels == index
    if not own.any():
        return None
    called = answers.probabilities.argmax(axis=1) == index
    return ratio(
        name,
        2.0 * (own & called),
        own.astype(np.float64) + called,
        answers.groups,
        class_id=class_id,
        draws=draws,
    )


def expected_calibration_error(answers: Answers) -> float:
    """Mean gap between the highest probability and the accuracy over 15 equally wide bins.

    Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian
    Binning" (AAAI 2015).
    """
    return float(np.abs(_gaps(answers).sum(axis=0)).sum() / len(answers.labels))


def reliability(answers: Answers) -> list[tuple[float, float, int]]:
    """(mean highest probability, accuracy, images) of each bin that holds an image."""
    top, right, bins = _top_right_bins(answers)
    found = []
    for number in range(ECE_BINS):
        own = bins == number
        if own.any():
            found.append((float(top[own].mean()), float(right[own].mean()), int(own.sum())))
    return found


def overall_figures(answers: Answers, draws: int = DRAWS) -> tuple[Figure, ...]:
    """Accuracy, and macro-F1 where there is more than one class, each with its interval."""
    classes = answers.probabilities.shape[1]
    sampled = GroupDraws.of(answers.groups, draws)
    cells = np.eye(classes * classes)[_cells(answers)]
    drawn = sampled.totals(cells).reshape(draws, classes, classes)
    matrix = confusion_matrix(answers)
    images, groups = len(answers.labels), sampled.group_count
    hits = np.trace(drawn, axis1=1, axis2=2) / drawn.sum(axis=(1, 2))
    accuracy = float(np.trace(matrix) / matrix.sum())
    found = [Figure("accuracy", accuracy, interval_of(hits, groups), None, images, groups)]
    if np.unique(answers.labels).size > 1:
        value, limits = float(macro_f1(matrix)), interval_of(macro_f1(drawn), groups)
        found.append(Figure("macro_f1", value, limits, None, images, groups))
    return tuple(found)


def figures(answers: Answers, class_ids: Sequence[str], draws: int = DRAWS) -> tuple[Figure, ...]:
    """Every figure of the model card, each with its interval.

    The intervals come from `draws` samples of the groups with replacement, always the same ones.
    A class that does not occur has no figures.
    """
    found: list[Figure | None] = [
        *overall_figures(answers, draws),
        calibration_figure(answers, draws),
    ]
    predicted = answers.probabilities.argmax(axis=1)
    for index, class_id in enumerate(class_ids):
        own = answers.labels == index
        if not own.any():
            continue
        for name, hits, counted in (
            ("sensitivity", own & (predicted == index), own),
            ("specificity", ~own & (predicted != index), ~own),
        ):
            found.append(ratio(name, hits, counted, answers.groups, class_id=class_id, draws=draws))
        found.append(f1_figure("f1", answers, index, class_id, draws))
        found.append(
            auc_figure(
                "auc",
                answers.probabilities[:, index],
                own,
                answers.groups,
                class_id=class_id,
                draws=draws,
            )
        )
    return tuple(figure for figure in found if figure is not None)


def calibration_figure(answers: Answers, draws: int = DRAWS) -> Figure:
    """Expected calibration error with its interval."""
    sampled = GroupDraws.of(answers.groups, draws)
    sums = sampled.totals(np.column_stack([_gaps(answers), np.ones(len(answers.labels))]))
    low, high = np.percentile(np.abs(sums[:, :-1]).sum(axis=1) / sums[:, -1], (2.5, 97.5))
    return Figure(
        "expected_calibration_error",
        expected_calibration_error(answers),
        (float(low), float(high)),
        images=len(answers.labels),
        groups=sampled.group_count,
    )


def _cells(answers: Answers) -> IntArray:
    """int[n], the number of each image's cell in the flattened confusion matrix."""
    classes = answers.probabilities.shape[1]
    return np.asarray(answers.labels * classes + answers.probabilities.argmax(axis=1))


def _top_right_bins(answers: Answers) -> tuple[FloatArray, BoolArray, IntArray]:
    top = answers.probabilities.max(axis=1)
    right = answers.probabilities.argmax(axis=1) == answers.labels
    return top, right, np.minimum((top * ECE_BINS).astype(int), ECE_BINS - 1)


def _gaps(answers: Answers) -> FloatArray:
    """float[n, bins]: right or not minus the highest probability, in the image's own bin."""
    top, right, bins = _top_right_bins(answers)
    return np.asarray(np.eye(ECE_BINS)[bins] * (right - top)[:, np.newaxis])


class _Ranking:
    """Scores sorted once, so that an area under any weights costs one pass."""

    def __init__(self, scores: FloatArray, positive: BoolArray) -> None:
        self._order = np.argsort(scores, kind="stable")
        ordered = scores[self._order]
        self._positive = positive[self._order]
        # Where each run of equal scores begins.
        self._starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])

    def sensitivity(self, weights: FloatArray, specificity: float) -> float:
        """Of the thresholds with at least that specificity the largest; NaN without both kinds."""
        positive, negative = self._runs(weights)
        if not positive.sum() or not negative.sum():
            return float("nan")
        # A run's lowest score as the threshold; one above all scores suspects nothing.
        not_suspected = np.r_[0.0, np.cumsum(negative)] / negative.sum()
        missed = np.r_[0.0, np.cumsum(positive)] / positive.sum()
        return float(1.0 - missed[not_suspected >= specificity - 1e-12].min())

    def _runs(self, weights: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Weight of the positive and of the negative images of each run of equal scores."""
        ordered = weights[self._order]
        return (
            np.add.reduceat(ordered * self._positive, self._starts),
            np.add.reduceat(ordered * ~self._positive, self._starts),
        )

    def area(self, weights: FloatArray) -> float:
        """Area under the ROC curve; NaN without both kinds."""
        positive, negative = self._runs(weights)
        below = np.cumsum(negative) - negative
        pairs = positive.sum() * negative.sum()
        if not pairs:
            return float("nan")
        return float((positive * (below + negative / 2)).sum() / pairs)
