"""The manifest: everything that the application must know of a model besides its weights.

Unknown keys, missing keys and values out of range fail loudly; the schema below is the
documentation of the file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from tumorview.domain.prediction import ClassLabel, HeatmapKind
from tumorview.inference.errors import ManifestError
from tumorview.inference.manifest_base import (
    ClassId,
    Fraction,
    Modality,
    PlainName,
    PositiveInt,
    Sha256,
    Strict,
    Temperature,
)
from tumorview.inference.manifest_checks import Problem, trust_problem
from tumorview.inference.manifest_trust import (
    AcquisitionSpec,
    DecisionSpec,
    GateSpec,
    ModalityRule,
    PredictionSetSpec,
)

MANIFEST_NAME = "manifest.json"


class ModelFile(Strict, frozen=True):
    """A file of the model folder; `name` has no directory part."""

    name: PlainName
    role: Literal["keras", "onnx", "golden", "card", "gate"]
    sha256: Sha256


class InputSpec(Strict, frozen=True):
    """The tensor that the model takes: float32[batch, height, width, channels] in [0, 1]."""

    height: PositiveInt
    width: PositiveInt
    channels: Literal[1, 3]


class PercentileMapping(Strict, frozen=True, tag_field="kind", tag="percentile"):
    """Linear map of the `lower`th..`upper`th percentile of the frame's valid pixels to 0..1."""

    lower: Annotated[float, msgspec.Meta(ge=0.0, lt=100.0)]
    upper: Annotated[float, msgspec.Meta(gt=0.0, le=100.0)]


class WindowMapping(Strict, frozen=True, tag_field="kind", tag="window"):
    """Linear map of center - width/2 .. center + width/2 (modality units) to 0..1."""

    center: float
    width: Annotated[float, msgspec.Meta(gt=0.0)]


class RangeMapping(Strict, frozen=True, tag_field="kind", tag="range"):
    """Linear map of the frame's minimum..maximum to 0..1."""


IntensityMapping = PercentileMapping | WindowMapping | RangeMapping


class CropSpec(Strict, frozen=True):
    """Which square or rectangle of the source the model sees.

    "foreground_square": the smallest square round every row and column in which more than
    `min_fraction` of the pixels lie above `threshold` (after the intensity mapping), widened by
    `margin` of its side on each side and filled with 0 beyond the image. "full_square": the whole
    image padded to a square. "full_stretch": the whole image, aspect ratio not kept.
    "brain_contour": the upright rectangle round the largest outer contour of what lies above
    `threshold` after smoothing and opening, aspect ratio not kept; the whole image without any.
    """

    kind: Literal["foreground_square", "full_square", "full_stretch", "brain_contour"]
    threshold: Fraction = 0.1
    min_fraction: Fraction = 0.02
    margin: Fraction = 0.04


class LabelSpec(Strict, frozen=True):
    """A class, in the order of the model's outputs."""

    id: ClassId
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=60)]


class HeatmapSpec(Strict, frozen=True):
    """Where the heatmap comes from.

    "class activation map": `output` names the model's output float32[batch, h, w, classes]: the
    feature map of `feature_layer` times the weights of the linear head, so that its mean over h
    and w plus the head's bias is the logits (class activation mapping, Zhou et al., CVPR 2016).
    "lesion evidence map" (schema version 2): `output` names float32[batch, h, w, 1] in [0, 1],
    how much speaks for a tumour of whatever class at each place; it has no `feature_layer`.
    `full_scale` is the value that is drawn at full strength; lower values are drawn weaker, so
    that a weak trace never looks like a strong one.
    """

    kind: HeatmapKind
    output: str
    full_scale: Annotated[float, msgspec.Meta(gt=0.0)]
    feature_layer: str = ""


class DataSource(Strict, frozen=True):
    """A data set that the model was trained, tuned or tested on."""

    name: str
    licence: str
    used_for: tuple[Literal["training", "validation", "test"], ...]
    images: int
    groups: int | None = None
    note: str = ""


class Metric(Strict, frozen=True):
    """A measured figure, with the command that makes it and whether test data had leaked in."""

    name: str
    value: float
    dataset: str
    split: str
    command: str
    class_id: ClassId | None = None
    interval95: tuple[float, float] | None = None
    leaked: bool = False


class Manifest(Strict, frozen=True):
    """The whole of manifest.json.

    Version 2 of the schema adds lesion evidence maps and the parts of `manifest_trust`; a file
    of version 1 has none of them.
    """

    schema_version: Literal[1, 2]
    id: PlainName
    version: str
    title: str
    created: str
    files: tuple[ModelFile, ...]
    input: InputSpec
    intensity: IntensityMapping
    crop: CropSpec
    labels: tuple[LabelSpec, ...]
    activation: Literal["softmax", "sigmoid"]
    calibration_temperature: Temperature
    validated_modalities: tuple[Modality, ...]
    intended_use: str
    out_of_scope_use: str
    limits: tuple[str, ...]
    data_sources: tuple[DataSource, ...]
    metrics: tuple[Metric, ...] = ()
    logits_output: str = "logits"
    heatmap: HeatmapSpec | None = None
    certainty_threshold: Fraction = 0.0
    minimum_source_side: PositiveInt = 64
    ct_intensity: IntensityMapping | None = None
    decision: DecisionSpec | None = None
    prediction_sets: PredictionSetSpec | None = None
    gate: GateSpec | None = None
    acquisition: AcquisitionSpec | None = None
    modality_rules: tuple[ModalityRule, ...] = ()

    @property
    def class_labels(self) -> tuple[ClassLabel, ...]:
        """The labels as domain values. A sigmoid model has two labels: negative, positive."""
        return tuple(ClassLabel(label.id, label.name) for label in self.labels)

    def file_for(self, role: str) -> ModelFile | None:
        """The file of that role, or None."""
        return next((f for f in self.files if f.role == role), None)

    def rule_for(self, modality: str) -> ModalityRule | None:
        """What holds for that modality in particular, or None."""
        return next((rule for rule in self.modality_rules if rule.modality == modality), None)


def parse_manifest(raw: bytes, path: Path) -> Manifest:
    """Decode and check a manifest.

    Raises
    ------
    ManifestError
        When it is not JSON, has an unknown or missing key, or contradicts itself.
    """
    try:
        manifest = msgspec.json.decode(raw, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ManifestError(
            f"the manifest cannot be used: {error}",
            path=path,
            remedy="Install the model folder again from where it came.",
        ) from error
    _check(manifest, path)
    return manifest


def _is_crossed(mapping: IntensityMapping | None) -> bool:
    return isinstance(mapping, PercentileMapping) and mapping.lower >= mapping.upper


def _check(manifest: Manifest, path: Path) -> None:
    ids = [label.id for label in manifest.labels]
    problem: Problem | None = None
    if len(ids) < 2 or len(set(ids)) != len(ids):
        problem = ("it needs at least two labels with different ids", ids)
    elif manifest.activation == "sigmoid" and len(ids) != 2:
        problem = ("a sigmoid model has exactly two labels, negative then positive", ids)
    elif len({f.name for f in manifest.files}) != len(manifest.files):
        problem = ("a file is listed twice", [f.name for f in manifest.files])
    elif manifest.file_for("keras") is None and manifest.file_for("onnx") is None:
        problem = ("it lists neither a keras nor an onnx file", [f.role for f in manifest.files])
    elif crossed := [m for m in (manifest.intensity, manifest.ct_intensity) if _is_crossed(m)]:
        problem = ("the lower percentile is not below the upper", crossed[0])
    elif manifest.heatmap is not None and manifest.heatmap.output == manifest.logits_output:
        problem = ("logits and heatmap cannot be the same output", manifest.logits_output)
    else:
        problem = trust_problem(manifest)
    if problem is not None:
        raise ManifestError(
            f"the manifest cannot be used: {problem[0]}",
            path=path,
            received=problem[1],
            remedy="Install the model folder again from where it came.",
        )
