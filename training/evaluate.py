"""A packaged model, measured on one part of a committed split."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from training.data.cache import InputOptions, load_panel, preprocess
from training.data.records import CLASS_IDS, ImageRecord
from training.errors import RunError
from training.metrics import Answers, Figure, accuracy, confusion_matrix, figures
from training.progress import progress
from tumorview.domain.arrays import Float32Array
from tumorview.inference.engines.select import open_engine
from tumorview.inference.manifest import Manifest, PercentileMapping
from tumorview.inference.probabilities import softmax_probabilities
from tumorview.inference.registry import load_bundle

_BATCH = 8

Infer = Callable[[Float32Array], tuple[Float32Array, Float32Array]]
"""float32[batch, side, side, 1] -> logits [batch, classes], class maps [batch, h, w, classes]."""


class SourceFigures(msgspec.Struct, frozen=True):
    """One data set's share of an evaluation."""

    images: int
    groups: int
    accuracy: float


class Evaluation(msgspec.Struct, frozen=True):
    """What is written as JSON.

    `confusion_matrix` counts [true class][predicted class] in the order of `classes`.
    """

    model: str
    version: str
    split: str
    part: str
    images: int
    groups: int
    classes: tuple[str, ...]
    figures: tuple[Figure, ...]
    confusion_matrix: list[list[int]]
    sources: dict[str, SourceFigures]


def evaluate_folder(
    folder: Path, records: Sequence[ImageRecord], *, split: str, part: str
) -> Evaluation:
    """Measure the ONNX file of a model folder on the records of one part.

    Raises
    ------
    InferenceError
        When the folder cannot be used.
    RunError
        When the model's classes or intensity mapping are not those of the recipes.
    """
    bundle = load_bundle(search=[folder])
    manifest = bundle.manifest
    options = input_options(manifest, folder)
    engine = open_engine(bundle, "onnx")
    try:

        def infer(batch: Float32Array) -> tuple[Float32Array, Float32Array]:
            output = engine.infer(batch)
            assert output.class_maps is not None
            return output.logits, output.class_maps

        images = (preprocess(load_panel(record), options) for record in records)
        logits, _ = answers_of(infer, images, len(records))
    finally:
        engine.close()
    probabilities = softmax_probabilities(logits, manifest.calibration_temperature)
    return summary(
        probabilities,
        records,
        model=(manifest.id, manifest.version),
        split=split,
        part=part,
    )


def input_options(manifest: Manifest, folder: Path) -> InputOptions:
    """The preprocessing of a manifest as training states it; raises RunError for another kind."""
    if tuple(label.id for label in manifest.labels) != CLASS_IDS:
        raise RunError(
            "the model does not have the four classes of the recipes",
            path=folder,
            received=[label.id for label in manifest.labels],
        )
    if not isinstance(manifest.intensity, PercentileMapping):
        raise RunError(
            "the model does not map intensities by percentiles, as the recipes do", path=folder
        )
    return InputOptions(
        side=manifest.input.height, intensity=manifest.intensity, crop=manifest.crop
    )


def answers_of(
    infer: Infer, images: Iterable[Float32Array], count: int
) -> tuple[Float32Array, Float32Array]:
    """Logits float32[n, classes] and class maps float32[n, h, w, classes] of `count` images.

    `images` yields float32[side, side] in [0, 1].
    """
    logits: list[Float32Array] = []
    maps: list[Float32Array] = []
    waiting: list[Float32Array] = []
    for image in progress(images, "answering", count):
        waiting.append(image)
        if len(waiting) == _BATCH:
            _flush(infer, waiting, logits, maps)
    if waiting:
        _flush(infer, waiting, logits, maps)
    return np.concatenate(logits), np.concatenate(maps)


def summary(
    probabilities: npt.NDArray[np.floating],
    records: Sequence[ImageRecord],
    *,
    model: tuple[str, str],
    split: str,
    part: str,
) -> Evaluation:
    """All figures of float[n, classes] probabilities for the records they belong to."""
    labels = np.array([record.label for record in records])
    answers = Answers(probabilities, labels, tuple(record.group for record in records))
    sources = {}
    for source in sorted({record.source for record in records}):
        rows = np.array([i for i, record in enumerate(records) if record.source == source])
        groups = tuple(records[i].group for i in rows)
        own = Answers(probabilities[rows], labels[rows], groups)
        sources[source] = SourceFigures(rows.size, len(set(groups)), accuracy(own))
    return Evaluation(
        model=model[0],
        version=model[1],
        split=split,
        part=part,
        images=len(records),
        groups=len(set(answers.groups)),
        classes=CLASS_IDS,
        figures=figures(answers, CLASS_IDS),
        confusion_matrix=confusion_matrix(answers).tolist(),
        sources=sources,
    )


def write_evaluation(evaluation: Evaluation, path: Path) -> None:
    """Write the JSON, all of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".partial")
    partial.write_bytes(as_json(evaluation))
    partial.replace(path)


def as_json(evaluation: Evaluation) -> bytes:
    """The evaluation as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(evaluation), indent=1) + b"\n"


def _flush(
    infer: Infer,
    waiting: list[Float32Array],
    logits: list[Float32Array],
    maps: list[Float32Array],
) -> None:
    one_logits, one_maps = infer(np.stack(waiting)[..., np.newaxis])
    logits.append(one_logits)
    maps.append(one_maps)
    waiting.clear()
