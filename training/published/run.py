"""From a data folder to a finished run: read, deal, train, measure, draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from training.errors import DataError, RunError
from training.published.files import write_bytes
from training.published.groups import group_images
from training.published.images import read_images
from training.published.layout import LabelledImage, read_class_folders
from training.published.plots import plot_confusion, plot_curves, plot_diagram, plot_roc
from training.published.protocols import (
    Division,
    Part,
    Protocol,
    divide,
    leak,
    read_division,
    rows_by_part,
    write_division,
)
from training.published.recipe import ImageSet, Job, PublishedRecipe, TrainedModel, Weights
from training.published.result import (
    RESULT_NAME,
    RunRecord,
    RunResult,
    calibrate,
    environment,
    measure_part,
    probabilities_of,
    result_table,
)
from training.published.state import read_state
from training.run_folder import RunFacts, claim_run

RECORD_NAME = "published.json"
SPLIT_NAME = "split.json"


@dataclass(frozen=True, slots=True)
class PublishedOptions:
    """What a user may choose for one run.

    `measure_only` measures the best epoch so far of a run that was stopped, without training on.
    """

    data: Path
    out: Path
    protocol: Protocol
    trunk: str | None
    weights: Weights
    resume: bool = False
    epochs: int | None = None
    limit: int | None = None
    split: Path | None = None
    replicas: int = 1
    measure_only: bool = False


@dataclass(frozen=True, slots=True)
class Dealt:
    """The images of each part, all groups, and the division that they follow."""

    division: Division
    parts: dict[Part, ImageSet]
    groups: tuple[str, ...]
    sha256: str


def train_published(recipe: PublishedRecipe, options: PublishedOptions) -> RunResult:
    """Run a recipe into ``options.out`` and measure it.

    Nothing is written before the data are read, dealt and the network is built.

    Raises
    ------
    TrainingError
        When data, weights or the run folder cannot be used, or training leaves the numbers.
    """
    begun = read_state(options.out).done
    if begun and not (options.resume or options.measure_only):
        raise DataError(
            "the run folder already holds a run",
            path=options.out,
            remedy="Continue it with --resume or give another folder with --out.",
        )
    if options.weights.path is not None and not options.weights.path.is_file():
        raise DataError(
            "the ImageNet weights are not there",
            path=options.weights.path,
            remedy="Give the trunk's file with --weights FILE, 'imagenet' or 'none'.",
        )
    dealt = deal(recipe, options)
    record = _record(recipe, options, dealt)
    if begun:
        _check_same(record, options.out)
    if options.measure_only:
        return finish(recipe, dealt, record, options.out)
    job = Job(
        run=options.out,
        training=dealt.parts["training"],
        validation=dealt.parts["validation"],
        activation=recipe.activation,
        classes=len(recipe.classes),
        trunk=options.trunk,
        weights=options.weights,
        seed=recipe.seed,
        epochs=options.epochs,
        replicas=options.replicas,
    )
    network = recipe.learner.prepare(job)
    claim_run(options.out, RunFacts(recipe.id))
    write_bytes(options.out / RECORD_NAME, msgspec.json.encode(record) + b"\n")
    for path in (options.out / SPLIT_NAME, options.split):
        if path is not None and not path.is_file():
            write_division(dealt.division, path)
    recipe.learner.train(job, network)
    return finish(recipe, dealt, record, options.out)


def deal(recipe: PublishedRecipe, options: PublishedOptions) -> Dealt:
    """Read the class folders and deal their images, or follow a split that is there."""
    images = read_class_folders(options.data, recipe.classes)
    read = read_images(images, recipe.input)
    groups = group_images(options.data, images, read.copies)
    division = _division(recipe, options, images, groups)
    if division.protocol != options.protocol:
        raise DataError(
            "the split was made for the other protocol",
            path=options.split,
            received=division.protocol,
            remedy=f"Train with --protocol {division.protocol}.",
        )
    rows = rows_by_part(division, images, groups, len(recipe.classes))
    labels = _labels(images)
    everything = ImageSet(read.pixels, labels, groups)
    parts = {part: everything.chosen(_limited(own, options.limit)) for part, own in rows.items()}
    return Dealt(division, parts, groups, read.sha256)


def finish(recipe: PublishedRecipe, dealt: Dealt, record: RunRecord, run: Path) -> RunResult:
    """Measure the best epoch, write metrics.json and the pictures, and print the table."""
    state = read_state(run)
    best = state.best
    if best is None:
        raise RunError("the run has no whole epoch", path=run, remedy="Train it first.")
    trained = recipe.learner.trained(run)
    training, validation, test = (
        dealt.parts["training"],
        dealt.parts["validation"],
        dealt.parts["test"],
    )
    on_validation, on_test = trained.answer(validation.pixels), trained.answer(test.pixels)
    calibration = calibrate(on_validation, validation, recipe.activation)
    validation_result, test_result = (
        measure_part(
            answered,
            images,
            leak(learned, images.groups),
            activation=recipe.activation,
            class_ids=recipe.class_ids,
            temperature=calibration.temperature,
        )
        for answered, images, learned in (
            (on_validation, validation, training.groups),
            (on_test, test, (*training.groups, *validation.groups)),
        )
    )
    result = RunResult(
        run=record,
        title=_title(recipe, record),
        claim=recipe.claim,
        classes=recipe.class_ids,
        epochs=state.done,
        planned_epochs=recipe.learner.planned_epochs(record.epochs),
        best_epoch=best.epoch,
        groups=len(set(dealt.groups)),
        training_images=len(training.labels),
        calibration=calibration,
        validation=validation_result,
        test=test_result,
        environment=environment(),
    )
    probabilities = probabilities_of(on_test.logits, recipe.activation, calibration.temperature)
    label = f"{result.title}\n{result.label}"
    plot_roc(probabilities, test.labels, recipe.class_ids, label, run / "roc.png")
    _draw(trained, result, label, run)
    raw = msgspec.json.format(msgspec.json.encode(result), indent=1) + b"\n"
    write_bytes(run / RESULT_NAME, raw)
    print(result_table(result))
    return result


def _draw(trained: TrainedModel, result: RunResult, label: str, run: Path) -> None:
    plot_curves(read_state(run).epochs, result.best_epoch, label, run / "curves.png")
    plot_confusion(
        result.test.confusion_matrix, result.classes, label, run / "confusion_matrix.png"
    )
    plot_diagram(trained.layers(), result.title, run / "network.png")


def _title(recipe: PublishedRecipe, record: RunRecord) -> str:
    if record.trunk == record.published_trunk:
        return f"{recipe.title}, re-created"
    return f"{recipe.title}, re-created on {record.trunk}"


def _record(recipe: PublishedRecipe, options: PublishedOptions, dealt: Dealt) -> RunRecord:
    return RunRecord(
        recipe=recipe.id,
        version=recipe.version,
        protocol=options.protocol,
        trunk=options.trunk,
        published_trunk=recipe.learner.trunk,
        weights=options.weights.words,
        seed=recipe.seed,
        data=options.data.resolve().name,
        data_sha256=dealt.sha256,
        epochs=options.epochs,
        limit=options.limit,
    )


def _check_same(record: RunRecord, run: Path) -> None:
    path = run / RECORD_NAME
    try:
        found = msgspec.json.decode(path.read_bytes(), type=RunRecord)
    except (OSError, msgspec.DecodeError) as error:
        raise RunError("the record of the run cannot be read", path=path) from error
    changed = [
        name for name in record.__struct_fields__ if getattr(record, name) != getattr(found, name)
    ]
    if changed:
        raise RunError(
            "the run was begun with something else",
            path=run,
            received=changed,
            remedy="Resume it with the same options and data, or give another folder with --out.",
        )


def _division(
    recipe: PublishedRecipe,
    options: PublishedOptions,
    images: Sequence[LabelledImage],
    groups: Sequence[str],
) -> Division:
    begun = options.out / SPLIT_NAME
    for path in (options.split, begun if options.resume or options.measure_only else None):
        if path is not None and path.is_file():
            return read_division(path)
    return divide(
        images,
        groups,
        protocol=options.protocol,
        fractions=recipe.fractions,
        seed=recipe.seed,
    )


def _labels(images: Sequence[LabelledImage]) -> npt.NDArray[np.int64]:
    return np.array([image.label for image in images], np.int64)


def _limited(rows: Sequence[int], limit: int | None) -> Sequence[int]:
    """`limit` of the rows, evenly spread over them, so that every class keeps its share."""
    if limit is None or limit >= len(rows):
        return rows
    return [rows[place * len(rows) // limit] for place in range(limit)]
