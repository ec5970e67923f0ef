"""Figures of a classifier, with intervals that respect patients.

Slices of one patient are alike, so a bootstrap over slices would give intervals that are far too
narrow; patients (or near-duplicate clusters) are drawn in place of them (Field and Welsh,
"Bootstrapping clustered data", J. R. Statist. Soc. B 2007).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.floating]
IntArray = npt.NDArray[np.integer]

_Wanted = tuple[str, str | None, Callable[["Answers"], float]]
_ECE_BINS = 15
_SEED = 7


class Figure(msgspec.Struct, frozen=True):
    """A measured value and its 95 % interval (percentile bootstrap over groups)."""

    name: str
    value: float
    interval95: tuple[float, float]
    class_id: str | None = None


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
    predicted = answers.probabilities.argmax(axis=1)
    flat = np.bincount(answers.labels * classes + predicted, minlength=classes * classes)
    return flat.reshape(classes, classes)


def accuracy(answers: Answers) -> float:
    """Share of images whose most probable class is the true one."""
    return float(np.mean(answers.probabilities.argmax(axis=1) == answers.labels))


def macro_f1(answers: Answers) -> float:
    """Mean over the classes that occur of 2 TP / (2 TP + FP + FN)."""
    matrix = confusion_matrix(answers)
    hits = np.diag(matrix)
    denominator = matrix.sum(axis=0) + matrix.sum(axis=1)
    present = matrix.sum(axis=1) > 0
    return float(np.mean(2 * hits[present] / denominator[present]))


def sensitivity(answers: Answers, index: int) -> float:
    """Share of the images of a class that are called that class; NaN without any."""
    row = confusion_matrix(answers)[index]
    return float(row[index] / row.sum()) if row.sum() else float("nan")


def specificity(answers: Answers, index: int) -> float:
    """Share of the images of all other classes that are not called this class; NaN without any."""
    others = np.delete(confusion_matrix(answers), index, axis=0)
    return float(1 - others[:, index].sum() / others.sum()) if others.sum() else float("nan")


def auc(answers: Answers, index: int) -> float:
    """Area under the ROC curve of one class against the rest (Mann-Whitney); NaN without both."""
    positive = answers.labels == index
    count = int(positive.sum())
    rest = positive.size - count
    if count == 0 or rest == 0:
        return float("nan")
    # Equal scores share the mean of their ranks.
    _, place, ties = np.unique(
        answers.probabilities[:, index], return_inverse=True, return_counts=True
    )
    ranks = (np.cumsum(ties) - (ties - 1) / 2)[place]
    return float((ranks[positive].sum() - count * (count + 1) / 2) / (count * rest))


def expected_calibration_error(answers: Answers) -> float:
    """Mean gap between the highest probability and the accuracy over 15 equally wide bins.

    Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian
    Binning" (AAAI 2015).
    """
    top = answers.probabilities.max(axis=1)
    right = answers.probabilities.argmax(axis=1) == answers.labels
    bins = np.minimum((top * _ECE_BINS).astype(int), _ECE_BINS - 1)
    gaps = np.bincount(bins, weights=right - top, minlength=_ECE_BINS)
    return float(np.abs(gaps).sum() / top.size)


def share(
    name: str, hits: npt.NDArray[np.bool_], groups: Sequence[str], draws: int = 1000
) -> Figure:
    """The share of True in bool[n] with its interval over groups."""
    drawn = [hits[rows].mean() for rows in _draws(groups, draws)]
    low, high = np.percentile(drawn, (2.5, 97.5))
    return Figure(name, float(hits.mean()), (float(low), float(high)))


def overall_figures(answers: Answers, draws: int = 1000) -> tuple[Figure, ...]:
    """Accuracy, and macro-F1 where there is more than one class, each with its interval."""
    wanted: list[_Wanted] = [("accuracy", None, accuracy)]
    if np.unique(answers.labels).size > 1:
        wanted.append(("macro_f1", None, macro_f1))
    return _measured(answers, wanted, draws)


def figures(answers: Answers, class_ids: Sequence[str], draws: int = 1000) -> tuple[Figure, ...]:
    """Every figure of the model card, each with its interval.

    The intervals come from `draws` samples of the groups with replacement, always the same ones.
    A class that does not occur has no figures.
    """
    wanted: list[_Wanted] = [
        ("accuracy", None, accuracy),
        ("macro_f1", None, macro_f1),
        ("expected_calibration_error", None, expected_calibration_error),
    ]
    for index, label in enumerate(class_ids):
        if not np.any(answers.labels == index):
            continue
        for name, function in (
            ("sensitivity", sensitivity),
            ("specificity", specificity),
            ("auc", auc),
        ):
            wanted.append((name, label, _of_class(function, index)))
    return _measured(answers, wanted, draws)


def _measured(answers: Answers, wanted: Sequence[_Wanted], draws: int) -> tuple[Figure, ...]:
    samples = _samples(answers, draws)
    found = []
    for name, class_id, measure in wanted:
        value = measure(answers)
        drawn = np.array([measure(sample) for sample in samples])
        drawn = drawn[np.isfinite(drawn)]
        if not np.isfinite(value) or not drawn.size:
            continue
        low, high = np.percentile(drawn, (2.5, 97.5))
        found.append(Figure(name, value, (float(low), float(high)), class_id))
    return tuple(found)


def _of_class(function: Callable[[Answers, int], float], index: int) -> Callable[[Answers], float]:
    return lambda answers: function(answers, index)


def _samples(answers: Answers, draws: int) -> list[Answers]:
    return [
        Answers(answers.probabilities[rows], answers.labels[rows], ("",) * rows.size)
        for rows in _draws(answers.groups, draws)
    ]


def _draws(groups: Sequence[str], draws: int) -> list[IntArray]:
    """Rows of `draws` samples of the groups with replacement; the same groups, the same rows."""
    names, of_group = np.unique(np.array(groups), return_inverse=True)
    members = [np.flatnonzero(of_group == number) for number in range(names.size)]
    random = np.random.default_rng(_SEED)
    return [
        np.concatenate([members[number] for number in random.integers(0, names.size, names.size)])
        for _ in range(draws)
    ]
