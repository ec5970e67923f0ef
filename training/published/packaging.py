"""A finished run -> a model folder that the application can load."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
from pathlib import Path
from typing import Any, Literal

import msgspec
import numpy as np
import numpy.typing as npt
import onnxruntime as ort

from training.errors import RunError, TrainingError
from training.export_onnx import TOLERANCE
from training.golden import golden_inputs
from training.networks.transfer import CLASS_MAPS, LOGITS
from training.published.card import CARD_NAME, INTENDED_USE, OUT_OF_SCOPE_USE, card_text, limits_of
from training.published.images import INTENSITY, as_batch
from training.published.recipe import Answered, PublishedRecipe, TrainedModel
from training.published.result import RunResult, probabilities_of
from tumorview.domain.arrays import UInt8Array
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

_ROLES: tuple[tuple[str, Literal["keras", "onnx", "golden", "card"]], ...] = (
    ("model.keras", "keras"),
    ("model.onnx", "onnx"),
    ("golden.npz", "golden"),
    (CARD_NAME, "card"),
)


def model_id(result: RunResult) -> str:
    """The folder's name: recipe, another trunk's name, protocol."""
    run = result.run
    other = () if run.trunk == run.published_trunk else (run.trunk or "",)
    return "-".join((run.recipe, *other, run.protocol)).replace("_", "-")


def write_model_folder(
    recipe: PublishedRecipe, trained: TrainedModel, result: RunResult, parent: Path
) -> Path:
    """Write ``parent/<id>``: weights, ONNX, manifest, card and golden answers.

    The folder appears complete or not at all; one that was there before is replaced.

    Raises
    ------
    TrainingError
        When the ONNX file answers otherwise than the network, or the disk is full.
    """
    name = model_id(result)
    partial = parent / f".{name}.partial"
    shutil.rmtree(partial, ignore_errors=True)
    try:
        partial.mkdir(parents=True)
        _fill(partial, recipe, trained, result)
        final = parent / name
        if final.exists():
            shutil.rmtree(final)
        partial.replace(final)
    except OSError as error:
        raise RunError(
            f"the model folder cannot be written ({error.strerror or type(error).__name__})",
            path=parent / name,
            remedy="Make room on the disk or give another folder with --out.",
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return final


def _fill(folder: Path, recipe: PublishedRecipe, trained: TrainedModel, result: RunResult) -> None:
    trained.write(folder)
    pixels = np.rint(golden_inputs(recipe.input.side)[..., 0] * 255).astype(np.uint8)
    answered = trained.answer(pixels)
    difference = _onnx_difference(folder / "model.onnx", pixels, answered, recipe)
    if difference > TOLERANCE:
        raise TrainingError(
            f"the ONNX file differs from the network by more than {TOLERANCE} in a probability",
            path=folder / "model.onnx",
            received=difference,
        )
    _write_golden(folder / "golden.npz", pixels, answered, recipe, result)
    manifest = _manifest(recipe, result, (), has_maps=answered.class_maps is not None)
    (folder / CARD_NAME).write_text(
        card_text(manifest, recipe, result, difference), encoding="utf-8"
    )
    files = tuple(
        ModelFile(name, role, hashlib.sha256((folder / name).read_bytes()).hexdigest())
        for name, role in _ROLES
        if (folder / name).is_file()
    )
    whole = _manifest(recipe, result, files, has_maps=answered.class_maps is not None)
    raw = msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"
    parse_manifest(raw, folder / MANIFEST_NAME)
    (folder / MANIFEST_NAME).write_bytes(raw)


def _onnx_difference(
    path: Path, pixels: UInt8Array, answered: Answered, recipe: PublishedRecipe
) -> float:
    """Largest difference of an uncalibrated probability between the network and its ONNX file."""
    session = ort.InferenceSession(os.fspath(path), providers=["CPUExecutionProvider"])
    feed = {session.get_inputs()[0].name: as_batch(pixels)}
    (logits,) = session.run([LOGITS], feed)
    found, wanted = (
        probabilities_of(np.asarray(values, np.float32), recipe.activation, 1.0)
        for values in (logits, answered.logits)
    )
    return float(np.abs(found - wanted).max())


def _write_golden(
    path: Path,
    pixels: UInt8Array,
    answered: Answered,
    recipe: PublishedRecipe,
    result: RunResult,
) -> None:
    """Write made-up inputs with the network's own answers, for the application's self-test."""
    temperature = result.calibration.temperature
    probabilities = probabilities_of(answered.logits, recipe.activation, temperature)
    arrays: dict[str, npt.NDArray[Any]] = {
        "inputs": as_batch(pixels),
        "logits": answered.logits,
        "probabilities": probabilities.astype(np.float32),
    }
    if answered.class_maps is not None:
        arrays["class_maps"] = answered.class_maps
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]  # the stub mixes up keywords


def _manifest(
    recipe: PublishedRecipe,
    result: RunResult,
    files: tuple[ModelFile, ...],
    *,
    has_maps: bool,
) -> Manifest:
    calibration = result.calibration
    heatmap = None
    if has_maps and calibration.full_scale is not None:
        heatmap = HeatmapSpec(
            kind=HeatmapKind.CLASS_ACTIVATION,
            output=CLASS_MAPS,
            feature_layer="the last feature map",
            full_scale=calibration.full_scale,
        )
    return Manifest(
        schema_version=1,
        id=model_id(result),
        version=recipe.version,
        title=result.title,
        created=dt.datetime.now(dt.UTC).date().isoformat(),
        files=files,
        input=InputSpec(height=recipe.input.side, width=recipe.input.side, channels=3),
        intensity=INTENSITY,
        crop=recipe.input.crop,
        labels=tuple(LabelSpec(one.id, one.name) for one in recipe.classes),
        activation=recipe.activation,
        calibration_temperature=calibration.temperature,
        validated_modalities=("MR",),
        intended_use=INTENDED_USE,
        out_of_scope_use=OUT_OF_SCOPE_USE,
        limits=limits_of(result),
        data_sources=(_data_source(result),),
        metrics=_metrics(result),
        heatmap=heatmap,
        certainty_threshold=calibration.certainty_threshold,
    )


def _data_source(result: RunResult) -> DataSource:
    images = result.training_images + result.validation.leak.images + result.test.leak.images
    return DataSource(
        name=result.run.data,
        licence="as the data folder's source states",
        used_for=("training", "validation", "test"),
        images=images,
        groups=result.groups,
        note=result.label,
    )


def _metrics(result: RunResult) -> tuple[Metric, ...]:
    return tuple(
        Metric(
            name=value.name,
            value=value.value,
            dataset=result.run.data,
            split=f"{part} part, {result.run.protocol} protocol",
            command=result.run.command,
            class_id=value.class_id,
            interval95=value.interval95,
            leaked=measured.leak.leaked,
        )
        for part, measured in (("test", result.test), ("validation", result.validation))
        for value in measured.values
    )
