"""Pictures of figures, drawn without a screen."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Canvas
from sklearn.metrics import precision_recall_curve, roc_curve

from training.evaluation.figures import answers_with_label
from training.evaluation.intervals import BoolArray, FloatArray
from training.evaluation.measured import Measured
from training.evaluation.metrics import Answers, confusion_matrix, reliability

_SIZE = (5.2, 4.6)
_DPI = 110


@dataclass(frozen=True, slots=True)
class Curve:
    """One question to the model: scores float64[n] and truth bool[n]."""

    name: str
    scores: FloatArray
    truth: BoolArray


def part_plots(measured: Measured) -> dict[str, bytes]:
    """PNG by name ("confusion", "reliability", "roc", "precision_recall") of what there is."""
    found: dict[str, bytes] = {}
    answers = answers_with_label(measured)
    if answers is not None:
        found["confusion"] = confusion_plot(answers, measured.class_ids)
        found["reliability"] = reliability_plot(answers)
    curves = _curves(measured, answers)
    if curves:
        found["roc"] = roc_plot(curves)
        found["precision_recall"] = precision_recall_plot(curves)
    return found


def _curves(measured: Measured, answers: Answers | None) -> list[Curve]:
    """Tumour against none, and each class against the others where there are several."""
    found: list[Curve] = []
    brain = measured.brain
    tumor = measured.tumor[brain]
    if tumor.any() and not tumor.all():
        found.append(Curve("any tumour", measured.tumor_probability[brain], tumor))
    if answers is not None and len(measured.class_ids) > 2:
        for index, name in enumerate(measured.class_ids):
            own = answers.labels == index
            if own.any() and not own.all():
                found.append(Curve(name, answers.probabilities[:, index], own))
    return found


def confusion_plot(answers: Answers, class_ids: Sequence[str]) -> bytes:
    """Counts of true class (rows) and most probable class (columns), shaded by row."""
    matrix = confusion_matrix(answers)
    canvas, axes = _canvas()
    rows = np.maximum(matrix.sum(axis=1, keepdims=True), 1)
    axes.imshow(matrix / rows, cmap="Blues", vmin=0, vmax=1)
    names = [name.replace("_", " ") for name in class_ids]
    axes.set_xticks(range(len(names)), names, rotation=30, ha="right")
    axes.set_yticks(range(len(names)), names)
    for row, column in np.ndindex(*matrix.shape):
        dark = matrix[row, column] / rows[row, 0] > 0.6
        axes.text(
            column,
            row,
            str(int(matrix[row, column])),
            ha="center",
            va="center",
            color="white" if dark else "black",
        )
    axes.set_xlabel("most probable class")
    axes.set_ylabel("true class")
    return _png(canvas)


def reliability_plot(answers: Answers) -> bytes:
    """Accuracy against stated probability, and how many answers stated it."""
    canvas, axes = _canvas()
    points = reliability(answers)
    stated = [point[0] for point in points]
    axes.plot([0, 1], [0, 1], color="grey", linestyle="--", linewidth=1, label="as often as stated")
    axes.plot(stated, [point[1] for point in points], marker="o", label="measured")
    counts = np.array([point[2] for point in points])
    axes.bar(stated, counts / counts.sum(), width=0.04, alpha=0.25, label="share of images")
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.set_xlabel("probability of the most probable class")
    axes.set_ylabel("share that is right")
    axes.legend(loc="upper left")
    return _png(canvas)


def roc_plot(curves: Sequence[Curve]) -> bytes:
    """Sensitivity against 1 - specificity of each curve."""
    canvas, axes = _canvas()
    for curve in curves:
        wrong, right, _ = roc_curve(curve.truth, curve.scores)
        axes.plot(wrong, right, label=curve.name.replace("_", " "))
    axes.plot([0, 1], [0, 1], color="grey", linestyle="--", linewidth=1)
    axes.set_xlabel("1 - specificity")
    axes.set_ylabel("sensitivity")
    axes.legend(loc="lower right")
    return _png(canvas)


def precision_recall_plot(curves: Sequence[Curve]) -> bytes:
    """Precision (positive predictive value in these data) against sensitivity."""
    canvas, axes = _canvas()
    for curve in curves:
        precision, recall, _ = precision_recall_curve(curve.truth, curve.scores)
        axes.plot(recall, precision, label=curve.name.replace("_", " "))
    axes.set_ylim(0, 1.02)
    axes.set_xlabel("sensitivity")
    axes.set_ylabel("precision")
    axes.legend(loc="lower left")
    return _png(canvas)


def _canvas() -> tuple[Canvas, Axes]:
    canvas = Canvas(figsize=_SIZE, dpi=_DPI)
    FigureCanvasAgg(canvas)
    # By hand: letting matplotlib find the room draws every plot several times.
    canvas.subplots_adjust(left=0.2, right=0.97, bottom=0.2, top=0.97)
    return canvas, canvas.subplots()


def _png(canvas: Canvas) -> bytes:
    stream = io.BytesIO()
    # Without the version of matplotlib, so that equal figures are equal files.
    canvas.savefig(stream, format="png", metadata={"Software": None})
    return stream.getvalue()
