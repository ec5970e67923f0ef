"""From a finished run to a model folder: calibrate on validation, measure on test, write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import keras
import numpy as np

from training.data.cache import build_cache
from training.data.records import CLASS_IDS
from training.data.sources import SOURCES
from training.data.splits import SplitRecords
from training.errors import RunError
from training.evaluate import (
    Evaluation,
    answers_of,
    as_json,
    evaluate_folder,
    peaks_in_lesions,
    summary,
    write_evaluation,
)
from training.fit import BEST_NAME
from training.networks.mobilenetv2_cam import build_inference_model
from training.package import ModelFacts, write_model_folder
from training.recipe import Recipe, limited, load_records
from training.run_folder import read_run
from training.trust.calibration import certainty_threshold, fit_temperature, heatmap_full_scale
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
    logits, maps = answers_of(infer, cache)
    labels = np.array([record.label for record in validation])
    temperature = fit_temperature(logits, labels)
    threshold = certainty_threshold(softmax_probabilities(logits, temperature), labels)
    tumors = [index for index, name in enumerate(CLASS_IDS) if name != "no_tumor"]
    full_scale = heatmap_full_scale(maps, labels, tumors)

    test_cache = build_cache(test, recipe.input, run / "cache")
    test_logits, test_maps = answers_of(infer, test_cache)
    identity = (recipe.id.replace("_", "-"), recipe.version)
    evaluation = summary(
        softmax_probabilities(test_logits, temperature),
        peaks_in_lesions(test_maps, test, test_cache),
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
    evaluation = evaluate_folder(folder, records, out.parent / "cache", split=name, part=part)
    write_evaluation(evaluation, out)
    return as_json(evaluation)


def metrics_of(evaluation: Evaluation, model_id: str) -> tuple[Metric, ...]:
    """The figures as the manifest states them."""
    command = f"python -m training evaluate models/{model_id} --data DATA"
    split = f"{evaluation.part} part of training/splits/{evaluation.split}.json, by group"
    everything = " + ".join(name for name in evaluation.subsets if " " not in name)
    return tuple(
        Metric(
            name=figure.name,
            value=round(figure.value, 4),
            dataset=dataset,
            split=split,
            command=command,
            class_id=figure.class_id,
            interval95=(round(figure.interval95[0], 4), round(figure.interval95[1], 4)),
        )
        for dataset, found in (
            (everything, evaluation.figures),
            *((name, subset.figures) for name, subset in evaluation.subsets.items()),
        )
        for figure in found
    )


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


def _keras_infer(model: Any) -> Any:
    def infer(batch: Float32Array) -> tuple[Float32Array, Float32Array]:
        answer = model.predict_on_batch(batch)
        return np.asarray(answer["logits"]), np.asarray(answer["class_maps"])

    return infer
