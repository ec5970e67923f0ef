"""The model card of a re-created system: what it is not comes before what it scored."""

from __future__ import annotations

from training.published.recipe import PublishedRecipe
from training.published.result import RunResult
from tumorview.inference.manifest import Manifest, Metric

CARD_NAME = "MODEL_CARD.md"

INTENDED_USE = (
    "To see in the application how a published system behaves, and to compare its figures under "
    "the published protocol with figures on groups that it has not seen."
)
OUT_OF_SCOPE_USE = "Any decision about a patient, and any use other than research and teaching."


def limits_of(result: RunResult) -> tuple[str, ...]:
    """What the manifest and the card warn of."""
    limits = [
        "A re-creation from a description, not the authors' own model.",
        "Trained and measured on one collection of images; nothing here speaks of other hospitals.",
    ]
    if result.test.leak.leaked:
        limits.append(
            "Its test figures have leaked: "
            f"{result.test.leak.shared} of {result.test.leak.images} test images share a patient "
            "or a near-duplicate with the images that it learned from."
        )
    if result.remark:
        limits.append(f"It differs from what was published: {result.remark}.")
    return tuple(limits)


def card_text(
    manifest: Manifest, recipe: PublishedRecipe, result: RunResult, onnx_difference: float
) -> str:
    """MODEL_CARD.md of a manifest."""
    size = manifest.input
    names = ", ".join(label.name.lower() for label in manifest.labels)
    shown = "Class activation maps are its heatmap."
    if manifest.heatmap is None:
        shown = "It has no heatmap: its head is not linear over a global average."
    form = "" if manifest.file_for("keras") else " There is no Keras file: it is no Keras model."
    answer = (
        f"One image of {size.height} x {size.width} grey values in three equal channels, cropped "
        f"and scaled as manifest.json states. Out come probabilities of {names} "
        f"({manifest.activation} of the logits divided by {manifest.calibration_temperature:.3f}, "
        f"fitted on validation). {shown} The ONNX file differs from the network by at most "
        f"{onnx_difference:.0e} in a probability on made-up inputs.{form}"
    )
    training = (
        f"{recipe.description} {result.training_images} images; best of {result.epochs} epochs "
        f"by validation accuracy: {result.best_epoch}."
    )
    parts = [
        f"# {manifest.title} ({manifest.id} {manifest.version})",
        f"Created {manifest.created}. A re-creation, for research; not a medical device.",
        f"**{result.label}.**",
        "## Intended use",
        manifest.intended_use,
        "## Out of scope",
        manifest.out_of_scope_use,
        "## Input and output",
        answer,
        "## Training",
        training,
        "## Published and measured",
        f"Published: {result.claim}.",
        _metric_table(manifest.metrics),
        "Intervals are 95 % percentile bootstraps over patients or near-duplicate clusters.",
        "## Limits",
        "\n".join(f"- {limit}" for limit in manifest.limits),
        "## Commands",
        f"```\n{result.run.command}\npython -m training package RUN --out models\n```",
    ]
    return "\n\n".join(parts) + "\n"


def _metric_table(metrics: tuple[Metric, ...]) -> str:
    lines = [
        "| figure | class | value | 95 % interval | part | leaked |",
        "|---|---|---|---|---|---|",
    ]
    for metric in metrics:
        interval = ""
        if metric.interval95 is not None:
            interval = f"{metric.interval95[0]:.3f} to {metric.interval95[1]:.3f}"
        leaked = "LEAKED" if metric.leaked else "no"
        lines.append(
            f"| {metric.name} | {metric.class_id or ''} | {metric.value:.3f} | {interval} | "
            f"{metric.split} | {leaked} |"
        )
    return "\n".join(lines)
