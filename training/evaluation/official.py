"""``python -m training official``: the split that most published scores on these images use.

The four-class set `nickparvar` brings a training and a test folder. Its tumours are slices of
`cheng`, its pictures without a tumour are shown over and over, and images of one patient lie in
both folders. So the score on its test folder is given three times: of all images, of those without
a twin in its training folder, and of those whose patient (or cluster) the answering model did not
learn from. Only the last one is a measure.
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import keras
import numpy as np

from training.data.cache import MASK_SIDE, build_cache
from training.data.records import CLASS_IDS, NO_TUMOR, ImageRecord
from training.data.sources import images_in, read_nickparvar_no_tumor, source_folder
from training.data.splits import read_folds
from training.errors import DataError, RunError
from training.evaluation.coverage import not_covered
from training.evaluation.figures import part_figures
from training.evaluation.intervals import DRAWS
from training.evaluation.measured import Measured
from training.evaluation.plots import part_plots
from training.evaluation.report import Evaluation, Illustrations, write_report
from training.evaluation.selection import Part, named_images
from training.evaluation.table import image_table
from training.networks.lesion_network import LOGITS
from training.onnx_network import OnnxNetwork
from training.published.groups import named_patients
from training.recipe import TRAINED_NAME, Recipe, split_path
from training.run_folder import read_run
from training.trust.numbers import NUMBERS_NAME, TrustNumbers, read_numbers
from tumorview.domain.arrays import Float32Array, UInt8Array
from tumorview.inference.probabilities import softmax_probabilities

_SOURCE = "nickparvar"
_TEST = "Testing"
_FOLDERS = {"glioma": 0, "meningioma": 1, "pituitary": 2, "notumor": NO_TUMOR}
_UNKNOWN = f"{_SOURCE}/unknown/"


@dataclass(frozen=True, slots=True)
class OfficialOptions:
    """What the command line states.

    `runs` are finished folds of one recipe; the first one answers what is labelled as leaked.
    `trust` is the folder that ``crossval`` wrote; `twin_free` an ``audit.json`` or a list of files.
    """

    runs: tuple[Path, ...]
    data: Path
    trust: Path
    out: Path
    twin_free: Path | None = None
    draws: int = DRAWS


def official(options: OfficialOptions, recipe: Recipe) -> Evaluation:
    """Write the report into ``options.out`` and return it.

    Raises
    ------
    RunError
        When a run is not finished, is of another recipe, or its fold is given twice.
    DataError
        When the data are missing.
    """
    records = read_official_test(options.data)
    folds = _folds(options.runs, recipe)
    numbers = read_numbers(options.trust / NUMBERS_NAME)
    images = build_cache(records, recipe.input, options.out / "cache").images
    logits = {
        fold: _logits(run, images, options.out / "cache" / f"fold{fold}.onnx")
        for run, fold in zip(options.runs, folds, strict=True)
    }
    twin_free = None if options.twin_free is None else named_images(options.twin_free)
    counted = [
        _leaked(records, logits[folds[0]], folds[0]),
        *(
            []
            if twin_free is None
            else [_twin_free(records, logits[folds[0]], folds[0], twin_free)]
        ),
        _disjoint(records, logits, read_folds(split_path(recipe)).fold_of()),
    ]
    measured = {part.name: _measured(part.records, own, numbers) for part, own in counted}
    parts = [part for part, _ in counted]
    evaluation = Evaluation(
        title=f"{recipe.title}, official split of {_SOURCE}",
        model=recipe.id,
        version=recipe.version,
        data=options.data.resolve().name,
        command=_command(options),
        classes=CLASS_IDS,
        not_covered=tuple(
            not_covered(list(measured.values()), clustered=True, leaked=True, reused=True)
        ),
        thresholds={"Tumour suspected from a probability of": _threshold(numbers)},
        parts=tuple(
            part_figures(
                measured[part.name],
                options.draws,
                name=part.name,
                note=part.note,
                leaked=part.leaked,
            )
            for part in parts
        ),
    )
    write_report(
        evaluation,
        {name: Illustrations(part_plots(one), None) for name, one in measured.items()},
        b"".join(
            image_table(
                measured[part.name], part=part.name, leaked=part.leaked, header=part is parts[0]
            )
            for part in parts
        ),
        options.out,
    )
    return evaluation


def read_official_test(root: Path) -> tuple[ImageRecord, ...]:
    """The images of the official test folder, under the groups of the recipes' fold files.

    A tumour belongs to the patient of `cheng` that its match names with a score to be trusted, a
    picture without a tumour to its near-duplicate cluster. What neither knows is a group by itself.

    Raises
    ------
    DataError
        When a folder is missing or empty.
    """
    folder = source_folder(root, _SOURCE)
    patients = named_patients(folder)
    clusters = {record.path: record.group for record in read_nickparvar_no_tumor(root)}
    records = []
    for name, label in _FOLDERS.items():
        for path in images_in(folder / _TEST / name):
            file = path.relative_to(folder).as_posix()
            group = clusters.get(path) if label == NO_TUMOR else None
            if label != NO_TUMOR and file in patients:
                group = f"cheng/{patients[file]}"
            records.append(
                ImageRecord(
                    image_id=f"{_SOURCE}/{file}",
                    path=path,
                    label=label,
                    group=group or f"{_UNKNOWN}{path.stem}",
                    source=_SOURCE,
                    modality="MR",
                )
            )
    return tuple(records)


def _leaked(
    records: Sequence[ImageRecord], logits: Float32Array, fold: int
) -> tuple[Part, Float32Array]:
    note = f"model of fold {fold}, which has learned from most of these patients"
    return Part("official test part", note, tuple(records), leaked=True), logits


def _twin_free(
    records: Sequence[ImageRecord], logits: Float32Array, fold: int, kept: frozenset[str]
) -> tuple[Part, Float32Array]:
    rows = [i for i, one in enumerate(records) if one.image_id.removeprefix(f"{_SOURCE}/") in kept]
    if not rows:
        raise DataError(
            "none of the official test images is named by the list of twin-free ones",
            remedy="Give the audit.json of `python -m training data audit DATA/nickparvar`.",
        )
    note = (
        f"model of fold {fold}; without a twin in the official training part, but of the same "
        "patients as what the model has learned from"
    )
    chosen = tuple(records[i] for i in rows)
    return Part("official test part, twin-free", note, chosen, leaked=True), logits[rows]


def _disjoint(
    records: Sequence[ImageRecord], logits: dict[int, Float32Array], fold_of: dict[str, int]
) -> tuple[Part, Float32Array]:
    folds = [fold_of.get(record.group) for record in records]
    rows = [i for i, fold in enumerate(folds) if fold in logits]
    if not rows:
        raise DataError("no official test image is of a patient of these folds")
    note = (
        "each image answered by the model of the fold that did not learn from its patient or "
        f"cluster; left out: {folds.count(None)} images whose patient is not known, "
        f"{len(records) - folds.count(None) - len(rows)} of folds that were not given"
    )
    answers = np.stack([logits[fold][i] for i, fold in enumerate(folds) if fold in logits])
    chosen = tuple(records[i] for i in rows)
    return Part("official test part, patients not learned from", note, chosen, reused=True), answers


def _folds(runs: Sequence[Path], recipe: Recipe) -> list[int]:
    facts = [read_run(run) for run in runs]
    for run, own in zip(runs, facts, strict=True):
        if own.recipe != recipe.id or own.split is not None:
            raise RunError("the run does not follow the recipe's own fold file", path=run)
    folds = [own.fold for own in facts]
    if len(set(folds)) < len(folds):
        raise RunError("a fold is given twice", received=folds)
    return folds


def _logits(run: Path, images: UInt8Array, onnx: Path) -> Float32Array:
    trained = run / TRAINED_NAME
    if not trained.is_file():
        raise RunError("the run has no trained model", path=run, remedy="Train it to its end.")
    network = OnnxNetwork(keras.models.load_model(trained, compile=False), onnx)
    return network.over(images, "answering")[LOGITS]


def _measured(
    records: tuple[ImageRecord, ...], logits: Float32Array, numbers: TrustNumbers
) -> Measured:
    probabilities = softmax_probabilities(logits, numbers.temperature)
    return Measured(
        records=records,
        class_ids=CLASS_IDS,
        probabilities=probabilities,
        suspected=np.asarray(1.0 - probabilities[:, NO_TUMOR] >= _threshold(numbers)),
        masks=np.zeros((len(records), MASK_SIDE, MASK_SIDE), np.uint8),
        iou_thresholds=np.full(len(records), 0.5),
    )


def _threshold(numbers: TrustNumbers) -> float:
    return numbers.decisions.get("MR", numbers.decision).threshold


def _command(options: OfficialOptions) -> str:
    words = ["python", "-m", "training", "official"]
    words += [f"runs/{run.resolve().name}" for run in options.runs]
    words += ["--data", "DATA", "--trust", f"runs/{options.trust.name}"]
    words += ["--out", f"runs/{options.out.name}"]
    if options.twin_free is not None:
        words += ["--twin-free", options.twin_free.name]
    return shlex.join(words)
