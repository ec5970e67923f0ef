"""A trained network -> a model folder that the application can load."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec

from training.card import CardText, model_card
from training.data.cache import InputOptions
from training.data.records import CLASS_IDS, CLASS_NAMES
from training.errors import TrainingError
from training.export_onnx import TOLERANCE, export_onnx, largest_difference
from training.golden import golden_inputs, write_golden
from training.networks.mobilenetv2_cam import CLASS_MAPS, FEATURES, LOGITS
from tumorview.domain.prediction import HeatmapKind
from tumorview.inference.manifest import (
    MANIFEST_NAME,
    DataSource,
    HeatmapSpec,
    InputSpec,
    LabelSpec,
    Manifest,
    Metric,
    ModelFile,
    parse_manifest,
)

LARGEST_FOLDER = 40 * 1024 * 1024
"""Bytes; what a model folder may weigh in all."""

_ROLES: tuple[tuple[str, Literal["keras", "onnx", "golden", "card"]], ...] = (
    ("model.keras", "keras"),
    ("model.onnx", "onnx"),
    ("golden.npz", "golden"),
    ("MODEL_CARD.md", "card"),
)


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What a manifest states that the weights do not."""

    id: str
    version: str
    title: str
    created: str
    input: InputOptions
    temperature: float
    certainty_threshold: float
    full_scale: float
    data_sources: tuple[DataSource, ...]
    metrics: tuple[Metric, ...]
    card: CardText


def write_model_folder(model: Any, facts: ModelFacts, parent: Path) -> Path:
    """Write ``parent/<id>`` with weights, ONNX, manifest, card and golden answers.

    `model` is the inference network: "logits" and "class_maps". The folder appears complete or not
    at all; one that was there before is replaced.

    Raises
    ------
    TrainingError
        When the ONNX file answers otherwise than Keras, or the folder is too large.
    """
    partial = parent / f".{facts.id}.partial"
    if partial.exists():
        shutil.rmtree(partial)
    partial.mkdir(parents=True)
    try:
        _fill(partial, model, facts)
        final = parent / facts.id
        if final.exists():
            shutil.rmtree(final)
        partial.replace(final)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return final


def _fill(folder: Path, model: Any, facts: ModelFacts) -> None:
    model.save(folder / "model.keras")
    export_onnx(model, folder / "model.onnx")
    difference = largest_difference(model, folder / "model.onnx", golden_inputs(facts.input.side))
    if difference > TOLERANCE:
        raise TrainingError(
            f"the ONNX file differs from Keras by more than {TOLERANCE} in a probability",
            path=folder / "model.onnx",
            received=difference,
        )
    write_golden(folder / "golden.npz", model, facts.input.side, facts.temperature)
    manifest = _manifest(facts, ())
    (folder / "MODEL_CARD.md").write_text(
        model_card(manifest, facts.card, difference), encoding="utf-8"
    )
    files = tuple(ModelFile(name, role, _sha256(folder / name)) for name, role in _ROLES)
    raw = msgspec.json.format(msgspec.json.encode(_manifest(facts, files)), indent=1) + b"\n"
    parse_manifest(raw, folder / MANIFEST_NAME)
    (folder / MANIFEST_NAME).write_bytes(raw)
    size = sum(path.stat().st_size for path in folder.iterdir())
    if size > LARGEST_FOLDER:
        raise TrainingError("the model folder is too large", path=folder, received=size)


def _manifest(facts: ModelFacts, files: tuple[ModelFile, ...]) -> Manifest:
    side = facts.input.side
    return Manifest(
        schema_version=1,
        id=facts.id,
        version=facts.version,
        title=facts.title,
        created=facts.created,
        files=files,
        input=InputSpec(height=side, width=side, channels=1),
        intensity=facts.input.intensity,
        crop=facts.input.crop,
        labels=tuple(
            LabelSpec(class_id, name) for class_id, name in zip(CLASS_IDS, CLASS_NAMES, strict=True)
        ),
        activation="softmax",
        calibration_temperature=facts.temperature,
        validated_modalities=("MR",),
        intended_use=facts.card.intended_use,
        out_of_scope_use=facts.card.out_of_scope_use,
        limits=facts.card.limits,
        data_sources=facts.data_sources,
        metrics=facts.metrics,
        logits_output=LOGITS,
        heatmap=HeatmapSpec(
            kind=HeatmapKind.CLASS_ACTIVATION,
            output=CLASS_MAPS,
            feature_layer=FEATURES,
            full_scale=facts.full_scale,
        ),
        certainty_threshold=facts.certainty_threshold,
    )


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
