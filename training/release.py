"""From a finished fold to a model folder: the numbers of trust, the input gate, the figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import numpy as np

from training.data.cache import build_cache
from training.data.held_out import read_held_out
from training.data.records import ACQUISITIONS, CLASS_IDS, CLASS_NAMES, ImageRecord
from training.data.sources import SOURCES
from training.data.splits import FoldRecords
from training.errors import DataError, RunError
from training.evaluation.report import read_evaluation
from training.networks.lesion_network import (
    ACQUISITION,
    FEATURES,
    LESION_MAP,
    LOGITS,
)
from training.onnx_network import OnnxNetwork
from training.package import write_model_folder
from training.recipe import TRAINED_NAME, Recipe, limited, load_records
from training.run_folder import read_run
from training.trust.gate import ChosenGate, Penultimate, choose_gate, fit_gates
from training.trust.numbers import NUMBERS_NAME, Decision, TrustNumbers, read_numbers
from tumorview.domain.prediction import HeatmapKind
from tumorview.inference.manifest import (
    DataSource,
    HeatmapSpec,
    InputSpec,
    LabelSpec,
    Manifest,
    Metric,
    WindowMapping,
)
from tumorview.inference.manifest_trust import (
    AcquisitionLabel,
    AcquisitionSpec,
    DecisionSpec,
    GateSpec,
    ModalityRule,
    PredictionSetSpec,
)

_GATE_IMAGES = 3000
_PATIENTS_FOR_SETS = 40
"""Of the rarest class, from which on prediction sets are shipped: with fewer, the outermost tenth
is one or two patients."""
_SURE_OF_ACQUISITION = 0.8
"""Least probability from which the acquisition head is believed."""
_VALIDATED = ("t1", "t1c", "flair")
"""Sequences in which tumours were seen; T2 was learned from pictures without a tumour only."""

_CT_WINDOW = WindowMapping(center=40.0, width=80.0)
"""The brain window, in which the CT pictures of the training sources were saved."""


@dataclass(frozen=True, slots=True)
class ReleaseOptions:
    """What the command line states.

    `trust` is the folder that ``python -m training crossval`` wrote; `limit` keeps so many images
    of each part.
    """

    run: Path
    data: Path
    out: Path
    trust: Path
    limit: int | None = None


def package_run(recipe: Recipe, options: ReleaseOptions) -> Path:
    """Write the run's model into ``out/<id>``.

    Raises
    ------
    RunError
        When the run is not finished or the numbers of trust are missing.
    DataError
        When the data are missing.
    """
    trained = options.run / TRAINED_NAME
    if not trained.is_file():
        raise RunError(
            "the run has no trained model yet", path=options.run, remedy="Train it to its end."
        )
    numbers = read_numbers(options.trust / NUMBERS_NAME)
    model = keras.models.load_model(trained, compile=False)
    facts = read_run(options.run)
    split = None if facts.split is None else Path(facts.split)
    parts = load_records(recipe, options.data, facts.fold, split)
    gate = _fitted_gate(recipe, model, parts, options)
    manifest = _manifest(
        recipe,
        numbers,
        sources=data_sources(parts, recipe.sources),
        metrics=(*_metrics(recipe, options.trust), *_gate_metrics(gate)),
        gate=gate,
    )
    return write_model_folder(
        model, manifest, recipe.card, options.out, gate=None if gate is None else gate.gate
    )


def _fitted_gate(
    recipe: Recipe, model: Any, parts: FoldRecords, options: ReleaseOptions
) -> ChosenGate | None:
    """The input gate of this very model, or None where no pictures without a brain are at hand.

    It learns what is usual from images that the model learned from, and is chosen and measured on
    the tested fold and on the pictures without a brain.
    """
    try:
        strangers = read_held_out(options.data, ("non_brain",))
    except DataError:
        return None
    count = _GATE_IMAGES if options.limit is None else options.limit
    known = limited(parts.training, count)
    # Beside the report, since a run may lie where nothing is to be written.
    cache = options.trust / "cache"
    network = OnnxNetwork(model, cache / "network.onnx")
    seen = _penultimate(recipe, network, known, cache)
    gates = fit_gates(seen, np.array([_cluster(record) for record in known]))
    return choose_gate(
        gates,
        _penultimate(recipe, network, limited(parts.test, options.limit), cache),
        _penultimate(recipe, network, tuple(strangers), cache),
    )


def _cluster(record: ImageRecord) -> int:
    """One number a class and modality: images that share a mean."""
    label = len(CLASS_IDS) if record.label is None else record.label
    return 2 * label + (record.modality == "CT")


def _penultimate(
    recipe: Recipe, network: OnnxNetwork, records: Sequence[ImageRecord], cache: Path
) -> Penultimate:
    answers = network.over(build_cache(records, recipe.input, cache).images, "answering")
    groups = tuple(record.group for record in records)
    return Penultimate(answers[FEATURES], answers[LOGITS], groups)


def _manifest(
    recipe: Recipe,
    numbers: TrustNumbers,
    *,
    sources: tuple[DataSource, ...],
    metrics: tuple[Metric, ...],
    gate: ChosenGate | None,
) -> Manifest:
    """The manifest without its files."""
    side = recipe.input.side
    chosen_on = numbers.chosen_on
    ct = numbers.decisions.get("CT")
    temperature = numbers.acquisition_temperature
    return Manifest(
        schema_version=2,
        id=recipe.id.replace("_", "-"),
        version=recipe.version,
        title=recipe.title,
        created=dt.datetime.now(dt.UTC).date().isoformat(),
        files=(),
        input=InputSpec(height=side, width=side, channels=1),
        intensity=recipe.input.intensity,
        crop=recipe.input.crop,
        labels=tuple(
            LabelSpec(class_id, name) for class_id, name in zip(CLASS_IDS, CLASS_NAMES, strict=True)
        ),
        activation="softmax",
        calibration_temperature=round(numbers.temperature, 4),
        validated_modalities=("MR", "CT") if ct is not None else ("MR",),
        intended_use=recipe.card.intended_use,
        out_of_scope_use=recipe.card.out_of_scope_use,
        limits=recipe.card.limits,
        data_sources=sources,
        metrics=metrics,
        logits_output=LOGITS,
        heatmap=HeatmapSpec(kind=HeatmapKind.LESION_EVIDENCE, output=LESION_MAP, full_scale=1.0),
        certainty_threshold=numbers.certainty_threshold,
        ct_intensity=_CT_WINDOW,
        decision=_decision(numbers.decisions.get("MR", numbers.decision), chosen_on),
        prediction_sets=None
        if numbers.fewest_patients < _PATIENTS_FOR_SETS
        else PredictionSetSpec(
            coverage=numbers.coverage, quantiles=numbers.quantiles, calibrated_on=chosen_on
        ),
        gate=None if gate is None else GateSpec(FEATURES, gate.gate.method, gate.threshold),
        acquisition=None
        if temperature is None
        else AcquisitionSpec(
            output=ACQUISITION,
            labels=tuple(
                AcquisitionLabel(
                    name.lower(), "CT" if name == "CT" else "MR", "" if name == "CT" else name
                )
                for name in ACQUISITIONS
            ),
            temperature=round(temperature, 4),
            minimum_confidence=_SURE_OF_ACQUISITION,
            validated=_VALIDATED if ct is None else (*_VALIDATED, "ct"),
        ),
        modality_rules=()
        if ct is None
        else (
            ModalityRule(
                modality="CT",
                evidence=recipe.card.ct_evidence,
                name_tumor_type=False,
                decision=_decision(ct, chosen_on),
            ),
        ),
    )


def _decision(decision: Decision, chosen_on: str) -> DecisionSpec:
    return DecisionSpec(
        threshold=decision.threshold,
        sensitivity=round(decision.sensitivity, 4),
        specificity=round(decision.specificity, 4),
        chosen_on=chosen_on,
    )


def _metrics(recipe: Recipe, trust: Path) -> tuple[Metric, ...]:
    """The cross-validated figures as the manifest states them."""
    evaluation = read_evaluation(trust)
    return tuple(
        Metric(
            name=figure.name,
            value=round(figure.value, 4),
            dataset=dataset,
            split=f"grouped folds of training/splits/{recipe.id}.json, out of fold",
            command=evaluation.command,
            class_id=figure.class_id,
            interval95=(round(figure.interval95[0], 4), round(figure.interval95[1], 4)),
            leaked=part.leaked,
        )
        for part in evaluation.parts
        for dataset, figures in (
            (" + ".join(recipe.sources), part.figures),
            *((subset.name, subset.figures) for subset in part.subsets if subset.by == "source"),
        )
        for figure in figures
    )


def _gate_metrics(gate: ChosenGate | None) -> tuple[Metric, ...]:
    """What the gate reached on the halves that it was not chosen on."""
    if gate is None:
        return ()
    command = "python -m training package runs/fold0 --data DATA --trust runs/crossval --out models"
    return tuple(
        Metric(
            name=name,
            value=round(value, 4),
            dataset="tested fold and non_brain",
            split="second halves by group; the gate was chosen on the first",
            command=command,
        )
        for name, value in (
            ("gate_auroc", gate.auroc),
            ("gate_false_refusal", gate.false_refusal),
            ("gate_refused_strangers", gate.refused_strangers),
        )
    )


def data_sources(parts: FoldRecords, keys: Sequence[str]) -> tuple[DataSource, ...]:
    """What the manifest says of each source that the recipe reads."""
    records = (*parts.training, *parts.test)
    found = []
    for key in keys:
        own = [record for record in records if record.source == key]
        info = SOURCES[key]
        found.append(
            DataSource(
                name=info.name,
                licence=info.licence,
                used_for=("training", "test"),
                images=len(own),
                groups=len({record.group for record in own}),
                note=info.note,
            )
        )
    return tuple(found)
