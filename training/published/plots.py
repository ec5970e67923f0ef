"""The pictures of a run: curves, confusion matrix, ROC and the network's diagram, as PNG."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from training.published.files import replaced
from training.published.state import Epoch

_DPI = 110


def plot_curves(epochs: Sequence[Epoch], best: int, label: str, path: Path) -> None:
    """Loss and accuracy of training and validation; a line marks the epoch that was kept."""
    figure = _figure((9.0, 4.2), label)
    numbers = range(1, len(epochs) + 1)
    for place, name, training, validation in (
        (1, "loss", [e.loss for e in epochs], [e.validation_loss for e in epochs]),
        (2, "accuracy", [e.accuracy for e in epochs], [e.validation_accuracy for e in epochs]),
    ):
        axes = figure.add_subplot(1, 2, place)
        axes.plot(numbers, training, label="training")
        axes.plot(numbers, validation, label="validation")
        axes.axvline(best, color="grey", linewidth=0.8, linestyle=":")
        axes.set(xlabel="epoch", ylabel=name)
        axes.legend()
    _save(figure, path)


def plot_confusion(
    matrix: Sequence[Sequence[int]], classes: Sequence[str], label: str, path: Path
) -> None:
    """Counts: rows are the truth, columns the answer."""
    figure = _figure((5.2, 5.0), label)
    axes = figure.add_subplot()
    counts = np.asarray(matrix)
    axes.imshow(counts / np.maximum(counts.sum(axis=1, keepdims=True), 1), cmap="Blues", vmin=0)
    for row, column in np.ndindex(*counts.shape):
        shade = counts[row, column] / max(int(counts[row].sum()), 1)
        color = "white" if shade > 0.5 else "black"
        axes.text(column, row, str(counts[row, column]), ha="center", va="center", color=color)
    places = range(len(classes))
    axes.set_xticks(places, classes, rotation=30)
    axes.set_yticks(places, classes)
    axes.set(xlabel="answer", ylabel="truth")
    _save(figure, path)


def plot_roc(
    probabilities: npt.NDArray[np.floating],
    labels: npt.NDArray[np.integer],
    classes: Sequence[str],
    label: str,
    path: Path,
) -> None:
    """One curve a class, each against all others, with the area under it."""
    figure = _figure((5.4, 5.2), label)
    axes = figure.add_subplot()
    for index, name in enumerate(classes):
        false_share, true_share = roc_points(probabilities[:, index], labels == index)
        area = float(np.trapezoid(true_share, false_share))
        axes.plot(false_share, true_share, label=f"{name} (area {area:.3f})")
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8, linestyle=":")
    axes.set(xlabel="1 - specificity", ylabel="sensitivity")
    axes.legend(loc="lower right")
    _save(figure, path)


def roc_points(
    scores: npt.NDArray[np.floating], positive: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """(1 - specificity, sensitivity) at every threshold, from (0, 0) to (1, 1)."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(positive[order])
    false_hits = np.cumsum(~positive[order])
    # Images with one score cross the threshold together.
    ends = np.flatnonzero(np.append(np.diff(scores[order]) != 0, True))
    true_share = np.append(0.0, hits[ends] / max(int(hits[-1]), 1))
    false_share = np.append(0.0, false_hits[ends] / max(int(false_hits[-1]), 1))
    return false_share, true_share


def plot_diagram(blocks: Sequence[tuple[str, str]], label: str, path: Path) -> None:
    """The network from input to output: a box a block, with the shape of what it gives."""
    figure = _figure((6.4, 0.9 + 0.62 * len(blocks)), label)
    axes = figure.add_subplot()
    for place, (name, shape) in enumerate(blocks):
        text = f"{name}\n{shape}"
        box = {"boxstyle": "round,pad=0.4", "facecolor": "#e8eef7", "edgecolor": "#44546a"}
        axes.text(0.5, -place, text, ha="center", va="center", fontsize=8, bbox=box)
        if place:
            axes.annotate(
                "",
                xy=(0.5, -place + 0.36),
                xytext=(0.5, -place + 0.64),
                arrowprops={"arrowstyle": "->", "color": "#44546a"},
            )
    axes.set(xlim=(0, 1), ylim=(-len(blocks) + 0.4, 0.6))
    axes.axis("off")
    _save(figure, path)


def _figure(size: tuple[float, float], label: str) -> Figure:
    figure = Figure(figsize=size, layout="constrained")
    FigureCanvasAgg(figure)
    lines = [textwrap.fill(line, round(size[0] * 13)) for line in label.splitlines()]
    figure.suptitle("\n".join(lines), fontsize=8)
    return figure


def _save(figure: Figure, path: Path) -> None:
    with replaced(path) as partial:
        figure.savefig(partial, dpi=_DPI, format="png")
