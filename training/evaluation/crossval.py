"""``python -m training crossval``: the folds of one recipe, judged together.

Every image is answered by the model that did not learn from its patient. Whatever is fitted to
answers (temperature, decision threshold, prediction sets, heatmap threshold) is fitted for the
images of a fold on the answers of the other folds only, so that the report's figures are what a new
patient would meet. The numbers that are written for the manifest are fitted on all folds.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.data.cache import MASK_SIDE, InputOptions
from training.data.records import CLASS_IDS, ImageRecord
from training.data.sources import READERS, read_sources
from training.errors import RunError
from training.evaluation.answers import FoldAnswers
from training.evaluation.coverage import not_covered
from training.evaluation.crossfit import Goals, cross_fitted, fit_numbers
from training.evaluation.figures import part_figures
from training.evaluation.intervals import DRAWS
from training.evaluation.pictures import InputLook, model_picture
from training.evaluation.plots import part_plots
from training.evaluation.pooling import pool, read_runs
from training.evaluation.report import Evaluation, Illustrations, write_report
from training.evaluation.sheet import worst_sheet
from training.evaluation.table import image_table
from training.progress import progress
from training.run_folder import read_run
from training.trust.conformal import COVERAGE
from training.trust.numbers import NUMBERS_NAME, TrustNumbers, write_numbers
from training.trust.threshold import SENSITIVITY
from tumorview.domain.arrays import UInt8Array

PART = "out of fold"


@dataclass(frozen=True, slots=True)
class CrossvalOptions:
    """What the command line states."""

    runs: tuple[Path, ...]
    data: Path
    out: Path
    sensitivity: float = SENSITIVITY
    coverage: float = COVERAGE
    draws: int = DRAWS


def crossval(
    options: CrossvalOptions, input_of: Callable[[str], InputOptions]
) -> tuple[Evaluation, TrustNumbers]:
    """Write report and numbers into ``options.out``; `input_of` gives the input of a recipe's id.

    Raises
    ------
    RunError, SplitError
        When the runs cannot be pooled.
    DataError
        When data or classes are missing.
    """
    recipe = _recipe_of(options.runs)
    answers = read_runs(options.runs)
    pooled = pool(answers, _records(answers, options.data))
    size = input_of(recipe)
    look = InputLook(size.side, size.side, 1, size.crop, size.intensity)
    masks = _masks(pooled.records, look)
    goals = Goals(options.sensitivity, options.coverage)
    measured = cross_fitted(pooled, masks, goals)
    chosen_on = _chosen_on(recipe, options.runs)
    numbers = fit_numbers(pooled, masks, goals, chosen_on)
    evaluation = Evaluation(
        title=f"{recipe}, out-of-fold answers of {len(answers)} of its folds",
        model=recipe,
        version="cross-validation",
        data=options.data.resolve().name,
        command=_command(options),
        classes=CLASS_IDS,
        not_covered=tuple(
            not_covered(
                [measured],
                clustered=any("/cluster-" in group for group in measured.groups),
                leaked=False,
                reused=True,
            )
        ),
        thresholds=_thresholds(numbers),
        parts=(
            part_figures(
                measured,
                options.draws,
                name=PART,
                note=f"{chosen_on}; whatever is fitted to answers comes from the other "
                + ("folds" if len(answers) > 1 else "half of the groups"),
                leaked=False,
            ),
        ),
    )
    sheet = worst_sheet(measured, look)
    write_numbers(numbers, options.out / NUMBERS_NAME)
    write_report(
        evaluation,
        {PART: Illustrations(part_plots(measured), sheet)},
        image_table(measured, part=PART, leaked=False),
        options.out,
    )
    return evaluation, numbers


def _chosen_on(recipe: str, runs: Sequence[Path]) -> str:
    folds = sorted(read_run(run).fold for run in runs)
    names = ", ".join(str(fold) for fold in folds)
    return f"out-of-fold answers of fold{'s' if len(folds) > 1 else ''} {names} of {recipe}"


def _recipe_of(runs: Sequence[Path]) -> str:
    recipes = sorted({read_run(run).recipe for run in runs})
    if len(recipes) != 1:
        raise RunError("the runs are of different recipes", received=recipes)
    return recipes[0]


def _records(answers: Sequence[FoldAnswers], data: Path) -> dict[str, ImageRecord]:
    """The records of every source that was answered, by image id."""
    keys = sorted({name.partition("/")[0] for one in answers for name in one.image_ids})
    unknown = [key for key in keys if key not in READERS]
    if unknown:
        raise RunError("the answers name a source that the recipes do not know", received=unknown)
    return {record.image_id: record for record in read_sources(data, keys)}


def _masks(records: Sequence[ImageRecord], look: InputLook) -> UInt8Array:
    """uint8[n, MASK_SIDE, MASK_SIDE], 0 where there is no mask."""
    masks = np.zeros((len(records), MASK_SIDE, MASK_SIDE), np.uint8)
    for row, record in enumerate(progress(records, "masks", len(records))):
        if record.mask_path is not None:
            masks[row] = model_picture(record, look)[1]
    return masks


def _thresholds(numbers: TrustNumbers) -> dict[str, float]:
    """Those fitted on all folds; each fold was counted at its own, fitted on the others."""
    found = {
        "Fitted on all folds: temperature": numbers.temperature,
        "tumour suspected from a probability of": numbers.decision.threshold,
    }
    for modality, decision in numbers.decisions.items():
        found[f"tumour suspected on {modality} from"] = decision.threshold
    if numbers.iou_threshold is not None:
        found["lesion map counted as lesion from"] = numbers.iou_threshold
    return found


def _command(options: CrossvalOptions) -> str:
    words = ["python", "-m", "training", "crossval"]
    words += [f"runs/{run.resolve().name}" for run in options.runs]
    words += ["--data", "DATA", "--out", options.out.name]
    if options.sensitivity != SENSITIVITY:
        words += ["--sensitivity", str(options.sensitivity)]
    if options.coverage != COVERAGE:
        words += ["--coverage", str(options.coverage)]
    return shlex.join(words)
