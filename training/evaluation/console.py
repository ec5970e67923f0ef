"""The most important figures as a table on the console."""

from __future__ import annotations

from training.evaluation.figures import PartFigures
from training.evaluation.intervals import Figure
from training.evaluation.report import Evaluation, interval

_FIRST = (
    "accuracy",
    "macro_f1",
    "tumor_sensitivity",
    "tumor_sensitivity_over_1cm2",
    "tumor_specificity",
    "tumor_auc",
    "type_accuracy",
    "type_macro_f1",
    "type_f1",
    "expected_calibration_error",
    "set_coverage_promised",
    "set_coverage",
    "set_size",
    "gate_false_refusal",
    "gate_refused_strangers",
    "acquisition_modality",
    "acquisition_sequence",
    "heatmap_pointing",
    "heatmap_iou",
    "heatmap_relevance_inside",
)


def console_table(evaluation: Evaluation) -> str:
    """What the figures do not cover, then the main figures of each part."""
    lines = ["What these figures do not cover:"]
    lines += [f"- {sentence}" for sentence in evaluation.not_covered]
    if evaluation.unreadable:
        lines.append(f"- {len(evaluation.unreadable)} images could not be used:")
        lines += [f"  {sentence}" for sentence in evaluation.unreadable[:10]]
    for part in evaluation.parts:
        lines += ["", _heading(part)]
        chosen = [f for name in _FIRST for f in part.figures if f.name == name]
        lines += [_line(figure) for figure in chosen]
    if evaluation.gate:
        lines += ["", "input gate"]
        lines += [_line(figure) for figure in evaluation.gate]
    if evaluation.sanity:
        last = evaluation.sanity[-1]
        likeness = (
            f"rank correlation {last.rank_correlation:.3f}, "
            f"structural similarity {last.similarity:.3f}"
        )
        lines += ["", f"heatmap after all weights were spoilt: {likeness}"]
    return "\n".join(lines)


def _heading(part: PartFigures) -> str:
    leaked = "  LEAKED: the model has learned from these data" if part.leaked else ""
    return f"{part.name}: {part.images} images, {part.groups} patients or clusters{leaked}"


def _line(figure: Figure) -> str:
    name = figure.name if figure.class_id is None else f"{figure.name} {figure.class_id}"
    value = f"{figure.value:.3f}  ({interval(figure)})"
    return f"  {name:<34} {value:<25} {figure.images} images"
