"""What the parts of schema version 2 must agree on with each other and with the labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tumorview.domain.prediction import NO_TUMOR, HeatmapKind

if TYPE_CHECKING:  # manifest.py calls the check below
    from tumorview.inference.manifest import Manifest

Problem = tuple[str, object]
"""What is wrong, as a clause, and the value that is."""


def trust_problem(manifest: Manifest) -> Problem | None:
    """The first contradiction, or None."""
    return (
        _version_problem(manifest)
        or _output_problem(manifest)
        or _heatmap_problem(manifest)
        or _class_problem(manifest)
        or _gate_problem(manifest)
        or _acquisition_problem(manifest)
        or _rule_problem(manifest)
    )


def _version_problem(manifest: Manifest) -> Problem | None:
    parts = {
        "decision": manifest.decision,
        "prediction_sets": manifest.prediction_sets,
        "gate": manifest.gate,
        "acquisition": manifest.acquisition,
        "modality_rules": manifest.modality_rules,
    }
    newer = [name for name, part in parts.items() if part]
    heatmap = manifest.heatmap
    if heatmap is not None and heatmap.kind is HeatmapKind.LESION_EVIDENCE:
        newer.append("heatmap")
    if manifest.schema_version == 1 and newer:
        return f"schema_version 1 does not know this kind of {newer[0]}", newer
    return None


def _output_problem(manifest: Manifest) -> Problem | None:
    outputs = [manifest.logits_output]
    outputs += [
        part.output for part in (manifest.heatmap, manifest.gate, manifest.acquisition) if part
    ]
    repeated = _repeated(outputs)
    return ("an output has two meanings", repeated) if repeated else None


def _heatmap_problem(manifest: Manifest) -> Problem | None:
    heatmap = manifest.heatmap
    if heatmap is None:
        return None
    of_classes = heatmap.kind is HeatmapKind.CLASS_ACTIVATION
    if of_classes and not heatmap.feature_layer:
        return "a class activation map needs its feature_layer", heatmap.feature_layer
    if not of_classes and heatmap.feature_layer:
        return "a lesion evidence map has no feature_layer", heatmap.feature_layer
    return None


def _class_problem(manifest: Manifest) -> Problem | None:
    ids = [label.id for label in manifest.labels]
    heatmap = manifest.heatmap
    about_tumor = (
        manifest.decision is not None
        or any(rule.decision or not rule.name_tumor_type for rule in manifest.modality_rules)
        or (heatmap is not None and heatmap.kind is HeatmapKind.LESION_EVIDENCE)
    )
    if about_tumor and NO_TUMOR not in ids:
        return f'what it says of tumours needs a label with the id "{NO_TUMOR}"', ids
    sets = manifest.prediction_sets
    if sets is not None and len(sets.quantiles) != len(ids):
        return "prediction_sets needs one quantile a label", list(sets.quantiles)
    return None


def _gate_problem(manifest: Manifest) -> Problem | None:
    roles = [file.role for file in manifest.files]
    if roles.count("gate") != (0 if manifest.gate is None else 1):
        return "a gate and exactly one file of role gate belong together", roles
    return None


def _acquisition_problem(manifest: Manifest) -> Problem | None:
    head = manifest.acquisition
    if head is None:
        return None
    modality_of = {label.id: label.modality for label in head.labels}
    if len(head.labels) < 2 or len(modality_of) != len(head.labels):
        return (
            "acquisition needs at least two labels with different ids",
            [label.id for label in head.labels],
        )
    strangers = [one for one in head.validated if one not in modality_of]
    if strangers:
        return "acquisition validates labels that it does not have", strangers
    refused = [
        one for one in head.validated if modality_of[one] not in manifest.validated_modalities
    ]
    if refused:
        return "acquisition validates labels of a modality that is not validated", refused
    told = {modality_of[one] for one in head.validated}
    silent = [
        one
        for one in manifest.validated_modalities
        if one in modality_of.values() and one not in told
    ]
    if silent:
        return "acquisition validates no label of a modality that is validated", silent
    return None


def _rule_problem(manifest: Manifest) -> Problem | None:
    modalities = [rule.modality for rule in manifest.modality_rules]
    if repeated := _repeated(modalities):
        return "a modality has two rules", repeated
    strangers = [one for one in modalities if one not in manifest.validated_modalities]
    if strangers:
        return "there is a rule for a modality that is not validated", strangers
    return None


def _repeated(values: Sequence[str]) -> list[str]:
    return sorted({one for one in values if values.count(one) > 1})
