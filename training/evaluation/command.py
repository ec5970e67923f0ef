"""``python -m training evaluate``: a model folder on a recipe's data, or on anyone's folder."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from training.errors import DataError
from training.evaluation.asking import UNSTATED_THRESHOLD, Asker
from training.evaluation.coverage import not_covered
from training.evaluation.figures import PartFigures, part_figures
from training.evaluation.intervals import DRAWS, Figure
from training.evaluation.measured import Measured
from training.evaluation.metrics import auc_figure
from training.evaluation.pictures import input_look, model_picture
from training.evaluation.plots import part_plots
from training.evaluation.report import Evaluation, Illustrations, write_report
from training.evaluation.sanity import SanityStep, chosen_images, sanity_check
from training.evaluation.selection import (
    Part,
    Selection,
    Wanted,
    folder_selection,
    recipe_selection,
)
from training.evaluation.sheet import worst_sheet
from training.evaluation.table import image_table
from tumorview.inference.manifest import Manifest
from tumorview.inference.registry import ModelBundle, load_bundle

if TYPE_CHECKING:
    from training.recipe import Recipe

SANITY_IMAGES = 24


@dataclass(frozen=True, slots=True)
class EvaluateOptions:
    """What the command line states; `recipe` is None for data that no recipe knows."""

    model: Path
    data: Path
    out: Path
    recipe: Recipe | None = None
    wanted: Wanted = field(default_factory=Wanted)
    iou_threshold: float = 0.5
    sanity: bool = True
    draws: int = DRAWS


def evaluate(options: EvaluateOptions) -> Evaluation:
    """Measure a model folder, write the report into ``options.out`` and return it.

    Raises
    ------
    InferenceError, RunError
        When the model cannot be used, or the report cannot be written.
    DataError, SplitError
        When the data cannot.
    """
    bundle = load_bundle(search=[options.model])
    selection = _selection(options, bundle.manifest)
    if not selection.parts:
        raise DataError("there is no image to measure", path=options.data)
    asker = Asker(bundle, options.iou_threshold)
    try:
        asked = [asker.ask(part.records, part.name) for part in selection.parts]
        class_ids = asker.class_ids
    finally:
        asker.close()
    measured = [one.measured for one in asked]
    evaluation = Evaluation(
        title=f"{bundle.manifest.title}, measured on {options.data.resolve().name}",
        model=bundle.manifest.id,
        version=bundle.manifest.version,
        data=options.data.resolve().name,
        command=_command(options),
        classes=class_ids,
        not_covered=tuple(
            not_covered(
                measured,
                clustered=selection.clustered,
                leaked=any(part.leaked for part in selection.parts),
                reused=any(part.reused for part in selection.parts),
            )
        ),
        thresholds=_thresholds(bundle.manifest, options.iou_threshold, measured),
        parts=tuple(
            _figures(part, one, options.draws)
            for part, one in zip(selection.parts, measured, strict=True)
        ),
        gate=gate_figures(
            [(p.name, one) for p, one in zip(selection.parts, measured, strict=True)], options.draws
        ),
        sanity=_sanity(bundle, measured) if options.sanity else (),
        unreadable=(*selection.unreadable, *(line for one in asked for line in one.unreadable)),
    )
    look = input_look(bundle.manifest)
    pictures = {
        part.name: Illustrations(part_plots(one), worst_sheet(one, look))
        for part, one in zip(selection.parts, measured, strict=True)
    }
    write_report(evaluation, pictures, _table(selection, measured), options.out)
    return evaluation


def gate_figures(parts: list[tuple[str, Measured]], draws: int = DRAWS) -> tuple[Figure, ...]:
    """How well the gate's score tells the strangers of all parts from the brains of each."""
    scored = [(name, one) for name, one in parts if one.gate_scores is not None]
    strange_scores = [_scores(one)[~one.brain] for _, one in scored]
    strange_groups = [g for _, one in scored for g in one.rows(~one.brain).groups]
    found = []
    for name, one in scored:
        if not one.brain.any() or not strange_groups:
            continue
        own = one.rows(one.brain)
        scores = np.concatenate([_scores(own), *strange_scores])
        figure = auc_figure(
            "gate_auroc",
            scores,
            np.arange(len(scores)) >= len(own.records),
            (*own.groups, *strange_groups),
            class_id=name,
            draws=draws,
        )
        if figure is not None:
            found.append(figure)
    return tuple(found)


def _scores(measured: Measured) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    assert measured.gate_scores is not None
    return measured.gate_scores


def _selection(options: EvaluateOptions, manifest: Manifest) -> Selection:
    recipe = options.recipe
    if recipe is not None:
        return recipe_selection(recipe, options.data, manifest, options.wanted)
    return folder_selection(options.data, manifest, options.wanted)


def _figures(part: Part, measured: Measured, draws: int) -> PartFigures:
    return part_figures(measured, draws, name=part.name, note=part.note, leaked=part.leaked)


def _thresholds(
    manifest: Manifest, iou_threshold: float, measured: list[Measured]
) -> dict[str, float]:
    """Everything at which something was counted, by what it is for."""
    found: dict[str, float] = {}
    if manifest.decision is not None:
        found["Tumour suspected from a probability of"] = manifest.decision.threshold
    else:
        found["The model states no threshold; tumour suspected from a probability of"] = (
            UNSTATED_THRESHOLD
        )
    for rule in manifest.modality_rules:
        if rule.decision is not None:
            found[f"On {rule.modality} from"] = rule.decision.threshold
    if manifest.gate is not None:
        found["Input gate refuses above a score of"] = manifest.gate.threshold
    if any(one.heat is not None for one in measured):
        found["Heatmap counted as lesion from"] = iou_threshold
    return found


def _table(selection: Selection, measured: list[Measured]) -> bytes:
    tables = [
        image_table(
            one,
            part=part.name,
            leaked=part.leaked,
            header=number == 0,
        )
        for number, (part, one) in enumerate(zip(selection.parts, measured, strict=True))
    ]
    return b"".join(tables)


def _sanity(bundle: ModelBundle, measured: list[Measured]) -> tuple[SanityStep, ...]:
    """On tumours, where there is something to point at; nothing without Keras file or heatmap."""
    spec = bundle.manifest.heatmap
    records = [r for one in measured for r in one.records if r.tumor]
    if spec is None or not bundle.has("keras") or not records:
        return ()
    rows = chosen_images(len(records), SANITY_IMAGES)
    look = input_look(bundle.manifest)
    images = np.stack([model_picture(records[row], look)[0] for row in rows])
    return sanity_check(bundle.verified_path("keras"), spec, images)


def _command(options: EvaluateOptions) -> str:
    """The command with folder names in place of paths, which are of one machine."""
    words = ["python", "-m", "training", "evaluate", f"models/{options.model.resolve().name}"]
    words += ["--data", "DATA" if options.recipe is not None else options.data.resolve().name]
    wanted = options.wanted
    if wanted.part != "test":
        words += ["--part", wanted.part]
    for name, value in (
        ("--split", wanted.split and wanted.split.name),
        ("--limit", wanted.limit),
        ("--group-pattern", wanted.group_pattern),
        ("--only", wanted.only and wanted.only.name),
        ("--iou-threshold", options.iou_threshold if options.iou_threshold != 0.5 else None),
    ):
        if value:
            words += [name, str(value)]
    if wanted.leaked:
        words.append("--leaked")
    if not options.sanity:
        words.append("--no-sanity")
    return shlex.join(words)
