"""From a finished run to a model folder: calibrate on validation, measure on test, write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import keras
import numpy as np

from training.calibration import certainty_threshold, fit_temperature, heatmap_full_scale
from training.data.cache import InputOptions, build_cache, load_panel, preprocess
from training.data.records import CLASS_IDS, ImageRecord
from training.data.sources import SOURCES
from training.data.splits import SplitRecords
from training.errors import RunError
from training.evaluate import (
    Evaluation,
    answers_of,
    as_json,
    evaluate_folder,
    summary,
    write_evaluation,
)
from training.fit import BEST_NAME
from training.networks.mobilenetv2_cam import build_inference_model
from training.package import ModelFacts, write_model_folder
from training.recipe import Recipe, limited, load_records
from training.run_folder import read_run
from tumorview.domain.arrays import Float32Array
from tumorview.inference.manifest import DataSource, Metric
from tumorview.inference.probabilities import softmax_probabilities


def package_run(
    recipe: Recipe, run: Path, data: Path, out: Path, *, limit: int | None = None
) -> Path:
    """Write the run's best model into ``out/<id>`` and its evaluation beside the run.

    Temperature, certainty threshold and heatmap scale are fitted on the validation part; the
    figures of the card are those of the test part.

    Raises
    ------
    RunError
        When the run has no trained model yet.
    """
    best = run / BEST_NAME
    if not best.is_file():
        raise RunError("the run has no trained model yet", path=run, remedy="Train it first.")
    trained = keras.models.load_model(best, compile=False)
    model = build_inference_model(trained, recipe.network)
    split = read_run(run).split
    parts = load_records(recipe, data, None if split is None else Path(split))
    validation = limited(parts.validation, limit)
    test = limited(parts.test, limit)
    infer = _keras_infer(model)

    cache = build_cache(validation, recipe.input, run / "cache")
    images = (np.asarray(i, np.float32) / np.float32(255) for i in cache.images)
    logits, maps = answers_of(infer, images, len(validation))
    labels = np.array([record.label for record in validation])
    temperature = fit_temperature(logits, labels, group_weights(validation))
    threshold = certainty_threshold(softmax_probabilities(logits, temperature), labels)
    tumor = labels != CLASS_IDS.index("no_tumor")
    full_scale = heatmap_full_scale(maps, labels, tumor)

    test_logits, _ = answers_of(infer, _pixels(test, recipe.input), len(test))
    identity = (recipe.id.replace("_", "-"), recipe.version)
    evaluation = summary(
        softmax_probabilities(test_logits, temperature),
        test,
        model=identity,
        split=recipe.id if split is None else Path(split).stem,
        part="test",
    )
    folder = write_model_folder(
        model,
        ModelFacts(
            id=identity[0],
            version=identity[1],
            title=recipe.title,
            created=dt.datetime.now(dt.UTC).date().isoformat(),
            input=recipe.input,
            temperature=round(temperature, 4),
            certainty_threshold=threshold,
            full_scale=round(full_scale, 3),
            data_sources=data_sources(parts, recipe.sources),
            metrics=metrics_of(evaluation, identity[0]),
            card=recipe.card,
        ),
        out,
    )
    write_evaluation(evaluation, run / "evaluation.json")
    return folder


def evaluate_model(
    recipe: Recipe,
    folder: Path,
    data: Path,
    part: str,
    out: Path,
    *,
    split: Path | None = None,
    limit: int | None = None,
) -> bytes:
    """Measure a model folder on a part of a split; writes and returns the JSON."""
    parts = load_records(recipe, data, split)
    records = limited(
        {"training": parts.training, "validation": parts.validation, "test": parts.test}[part],
        limit,
    )
    name = recipe.id if split is None else split.stem
    evaluation = evaluate_folder(folder, records, split=name, part=part)
    write_evaluation(evaluation, out)
    return as_json(evaluation)


def group_weights(records: Sequence[ImageRecord]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Weights float64[n] that let each source and class count alike, and in it each group alike."""
    strata: dict[tuple[str, int], dict[str, int]] = {}
    for record in records:
        groups = strata.setdefault((record.source, record.label), {})
        groups[record.group] = groups.get(record.group, 0) + 1
    weights = []
    for record in records:
        groups = strata[record.source, record.label]
        weights.append(1.0 / (len(strata) * len(groups) * groups[record.group]))
    return np.array(weights)


def metrics_of(evaluation: Evaluation, model_id: str) -> tuple[Metric, ...]:
    """The figures as the manifest states them."""
    command = f"python -m training evaluate models/{model_id} --data DATA"
    split = f"{evaluation.part} part of training/splits/{evaluation.split}.json, by group"
    everything = " + ".join(evaluation.sources)
    found = [
        Metric(
            name=figure.name,
            value=round(figure.value, 4),
            dataset=everything,
            split=split,
            command=command,
            class_id=figure.class_id,
            interval95=(round(figure.interval95[0], 4), round(figure.interval95[1], 4)),
        )
        for figure in evaluation.figures
    ]
    found += [
        Metric(
            name="accuracy",
            value=round(part.accuracy, 4),
            dataset=source,
            split=split,
            command=command,
        )
        for source, part in evaluation.sources.items()
    ]
    return tuple(found)


def data_sources(parts: SplitRecords, keys: Sequence[str]) -> tuple[DataSource, ...]:
    """What the manifest says of each source that the recipe reads."""
    records = (*parts.training, *parts.validation, *parts.test)
    found = []
    for key in keys:
        own = [record for record in records if record.source == key]
        info = SOURCES[key]
        found.append(
            DataSource(
                name=info.name,
                licence=info.licence,
                used_for=("training", "validation", "test"),
                images=len(own),
                groups=len({record.group for record in own}),
                note=info.note,
            )
        )
    return tuple(found)


def _pixels(records: Sequence[ImageRecord], options: InputOptions) -> Any:
    return (preprocess(load_panel(record), options) for record in records)


def _keras_infer(model: Any) -> Any:
    def infer(batch: Float32Array) -> tuple[Float32Array, Float32Array]:
        answer = model.predict_on_batch(batch)
        return np.asarray(answer["logits"]), np.asarray(answer["class_maps"])

    return infer
