"""A packaged model, measured on one part of a committed split."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import msgspec
import numpy as np
import numpy.typing as npt

from training.data.cache import ImageCache, InputOptions, build_cache
from training.data.records import CLASS_IDS, ImageRecord
from training.errors import RunError
from training.evaluation.intervals import Figure, share
from training.evaluation.metrics import Answers, confusion_matrix, figures, overall_figures
from training.progress import progress
from tumorview.domain.arrays import Float32Array
from tumorview.inference.engines.select import open_engine
from tumorview.inference.manifest import Manifest, PercentileMapping
from tumorview.inference.probabilities import softmax_probabilities
from tumorview.inference.registry import load_bundle

_BATCH = 8

PEAK_IN_LESION = "heatmap_peak_in_lesion"

Infer = Callable[[Float32Array], tuple[Float32Array, Float32Array]]
"""float32[batch, side, side, 1] -> logits [batch, classes], class maps [batch, h, w, classes]."""


class SubsetFigures(msgspec.Struct, frozen=True):
    """One data set's, or one of its sequences', share of an evaluation."""

    images: int
    groups: int
    figures: tuple[Figure, ...]


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
    subsets: dict[str, SubsetFigures]


def evaluate_folder(
    folder: Path, records: Sequence[ImageRecord], cache_folder: Path, *, split: str, part: str
) -> Evaluation:
    """Measure the ONNX file of a model folder on the records of one part.

    Preprocessed images are kept in `cache_folder`.

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

        cache = build_cache(records, options, cache_folder)
        logits, maps = answers_of(infer, cache)
    finally:
        engine.close()
    probabilities = softmax_probabilities(logits, manifest.calibration_temperature)
    return summary(
        probabilities,
        peaks_in_lesions(maps, records, cache),
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


def answers_of(infer: Infer, cache: ImageCache) -> tuple[Float32Array, Float32Array]:
    """Logits float32[n, classes] and class maps float32[n, h, w, classes] of all cached images."""
    logits: list[Float32Array] = []
    maps: list[Float32Array] = []
    starts = range(0, len(cache.images), _BATCH)
    for start in progress(starts, "answering", len(starts)):
        batch = cache.images[start : start + _BATCH, :, :, np.newaxis]
        one_logits, one_maps = infer(batch.astype(np.float32) / np.float32(255))
        logits.append(one_logits)
        maps.append(one_maps)
    return np.concatenate(logits), np.concatenate(maps)


def peaks_in_lesions(
    class_maps: Float32Array, records: Sequence[ImageRecord], cache: ImageCache
) -> list[bool | None]:
    """Whether the highest cell of the true class's map touches the lesion; None without a mask.

    The "pointing game" of Zhang et al., "Top-down Neural Attention by Excitation Backprop"
    (ECCV 2016), on the cells of float32[n, h, w, classes].
    """
    height, width = class_maps.shape[1:3]
    hits: list[bool | None] = []
    for index, record in enumerate(records):
        if record.mask_path is None:
            hits.append(None)
            continue
        cells = cv2.resize(
            cache.masks[index].astype(np.float32), (width, height), interpolation=cv2.INTER_AREA
        )
        peak = int(class_maps[index, :, :, record.label].argmax())
        hits.append(bool(cells.ravel()[peak] > 0))
    return hits


def summary(
    probabilities: npt.NDArray[np.floating],
    peak_hits: Sequence[bool | None],
    records: Sequence[ImageRecord],
    *,
    model: tuple[str, str],
    split: str,
    part: str,
) -> Evaluation:
    """All figures of float[n, classes] probabilities for the records they belong to.

    `peak_hits` is what `peaks_in_lesions` gives.
    """
    labels = np.array([record.label for record in records])
    answers = Answers(probabilities, labels, tuple(record.group for record in records))
    subsets = {}
    for name in sorted({name for record in records for name in _subsets(record)}):
        rows = np.array([i for i, record in enumerate(records) if name in _subsets(record)])
        groups = tuple(records[i].group for i in rows)
        own = Answers(probabilities[rows], labels[rows], groups)
        subsets[name] = SubsetFigures(rows.size, len(set(groups)), overall_figures(own))
    found = list(figures(answers, CLASS_IDS))
    masked = [i for i, hit in enumerate(peak_hits) if hit is not None]
    if masked:
        hits = np.array([bool(peak_hits[i]) for i in masked])
        found.append(share(PEAK_IN_LESION, hits, [records[i].group for i in masked]))
    return Evaluation(
        model=model[0],
        version=model[1],
        split=split,
        part=part,
        images=len(records),
        groups=len(set(answers.groups)),
        classes=CLASS_IDS,
        figures=tuple(found),
        confusion_matrix=confusion_matrix(answers).tolist(),
        subsets=subsets,
    )


def _subsets(record: ImageRecord) -> tuple[str, ...]:
    """The source, and the sequence where a source has several."""
    if record.panel[1] > 1:
        return (record.source, f"{record.source} {record.sequence}")
    return (record.source,)


def write_evaluation(evaluation: Evaluation, path: Path) -> None:
    """Write the JSON, all of it or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".partial")
    partial.write_bytes(as_json(evaluation))
    partial.replace(path)


def as_json(evaluation: Evaluation) -> bytes:
    """The evaluation as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(evaluation), indent=1) + b"\n"
