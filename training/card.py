"""The model card: the manifest in words, so that both always state the same figures.

Its sections follow Mitchell et al., "Model Cards for Model Reporting" (FAT* 2019).
"""

from __future__ import annotations

from dataclasses import dataclass

from tumorview.inference.manifest import Manifest, Metric


@dataclass(frozen=True, slots=True)
class CardText:
    """What a recipe says of its model in words.

    `training` and `evaluation` are paragraphs; `commands` make the model again. `ct_evidence` says
    how weak the evidence for CT is; it stands beside every result of a CT.
    """

    intended_use: str
    out_of_scope_use: str
    limits: tuple[str, ...]
    training: str
    evaluation: str
    commands: tuple[str, ...]
    ct_evidence: str = ""


def model_card(manifest: Manifest, text: CardText, onnx_difference: float) -> str:
    """MODEL_CARD.md of a manifest."""
    parts = [
        f"# {manifest.title} ({manifest.id} {manifest.version})",
        f"Created {manifest.created}. For research and teaching; not a medical device.",
        "## Intended use",
        manifest.intended_use,
        "## Out of scope",
        manifest.out_of_scope_use,
        "## Input and output",
        _answers(manifest, onnx_difference),
        "## Data",
        _data_table(manifest),
        "## Training",
        text.training,
        "## Evaluation",
        text.evaluation,
        _metric_table(manifest.metrics),
        "## Limits",
        "\n".join(f"- {limit}" for limit in manifest.limits),
        "## Commands",
        "```\n" + "\n".join(text.commands) + "\n```",
    ]
    return "\n\n".join(parts) + "\n"


def _answers(manifest: Manifest, onnx_difference: float) -> str:
    """What goes in, what comes out, and what each part of the answer rests on."""
    size = manifest.input
    sentences = [
        f"One image of {size.height} x {size.width} grey values goes in, cropped and scaled.",
        "Out come calibrated probabilities of "
        + ", ".join(label.name.lower() for label in manifest.labels)
        + f" (softmax of the logits divided by {manifest.calibration_temperature:.3f}).",
    ]
    if manifest.heatmap is not None:
        sentences.append(f"The heatmap is a {manifest.heatmap.kind.value}.")
    if (decision := manifest.decision) is not None:
        sentences.append(
            f"A tumour is suspected from a probability of {decision.threshold:.3f} on: sensitivity "
            f"{decision.sensitivity:.3f}, specificity {decision.specificity:.3f} on the data that "
            f"the threshold was chosen on ({decision.chosen_on})."
        )
    for rule in manifest.modality_rules:
        sentences.append(f"{rule.modality}: {rule.evidence}")
        if rule.decision is not None:
            sentences.append(
                f"There a tumour is suspected from {rule.decision.threshold:.3f} on (sensitivity "
                f"{rule.decision.sensitivity:.3f}, specificity {rule.decision.specificity:.3f})."
            )
    if manifest.prediction_sets is None:
        sentences.append("It ships no prediction sets.")
    else:
        sentences.append(
            f"Prediction sets cover {manifest.prediction_sets.coverage:.0%} of each class's "
            f"patients ({manifest.prediction_sets.calibrated_on})."
        )
    if manifest.gate is not None:
        sentences.append(
            "Images that are too strange to be answered are refused by their features "
            f"({manifest.gate.method})."
        )
    sentences.append(
        "An answer whose highest probability is below "
        f"{manifest.certainty_threshold:.2f} is marked as uncertain. The ONNX file differs from "
        f"the Keras file by at most {onnx_difference:.0e} in a probability on the golden inputs."
    )
    return " ".join(sentences)


def _data_table(manifest: Manifest) -> str:
    lines = ["| data | licence | used for | images | groups | note |", "|---|---|---|---|---|---|"]
    lines += [
        f"| {s.name} | {s.licence} | {', '.join(s.used_for)} | {s.images} | "
        f"{'' if s.groups is None else s.groups} | {s.note} |"
        for s in manifest.data_sources
    ]
    return "\n".join(lines)


def _metric_table(metrics: tuple[Metric, ...]) -> str:
    if not metrics:
        return "Nothing has been measured."
    lines = [
        "| figure | class | value | 95 % interval | data | split | test data leaked |",
        "|---|---|---|---|---|---|---|",
    ]
    for metric in metrics:
        interval = ""
        if metric.interval95 is not None:
            interval = f"{metric.interval95[0]:.3f} to {metric.interval95[1]:.3f}"
        lines.append(
            f"| {metric.name} | {metric.class_id or ''} | {metric.value:.3f} | {interval} | "
            f"{metric.dataset} | {metric.split} | {'yes' if metric.leaked else 'no'} |"
        )
    commands = sorted({metric.command for metric in metrics})
    return "\n".join(lines) + "\n\nMeasured with:\n\n" + "\n".join(f"    {c}" for c in commands)
