"""What a recipe of the class-activation networks states, and how it is run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import keras

from training.augment import AugmentOptions
from training.batches import EvaluationBatches, Stratum, TrainingBatches
from training.card import CardText
from training.data.cache import InputOptions, build_cache
from training.data.records import ImageRecord
from training.data.sources import HELD_OUT, read_sources
from training.data.splits import (
    SplitRecords,
    apply_split,
    make_split,
    read_split,
    write_split,
)
from training.errors import DataError
from training.fit import FitOptions, fit, read_state
from training.networks.mobilenetv2_cam import (
    NetworkOptions,
    build_training_model,
    build_trunk,
    freeze_trunk,
    load_imagenet,
)
from training.run_folder import RunFacts, claim_run


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides what a run does, apart from where its data lie."""

    id: str
    version: str
    title: str
    sources: tuple[str, ...]
    seed: int
    split_fractions: tuple[float, float, float]
    input: InputOptions
    network: NetworkOptions
    augment: AugmentOptions
    strata: tuple[Stratum, ...]
    batch_size: int
    fit: FitOptions
    card: CardText


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What a user may change for one run.

    `weights` is the ImageNet trunk's .json file with its .weights.h5 beside it, or None to start
    from random weights. `epochs` shortens the last stage; `limit` keeps only so many records a part
    and shrinks the epoch with them. `split` is another split file than the recipe's own.
    """

    data: Path
    out: Path
    weights: Path | None
    resume: bool = False
    epochs: int | None = None
    limit: int | None = None
    split: Path | None = None


def split_path(recipe: Recipe) -> Path:
    """The committed split file of a recipe."""
    return Path(__file__).parent / "splits" / f"{recipe.id}.json"


def load_records(recipe: Recipe, data: Path, split_file: Path | None = None) -> SplitRecords:
    """The recipe's records by part, after the committed split or another one.

    A split file that does not exist is made, once, and then kept.
    """
    records = read_sources(data, recipe.sources)
    path = split_file or split_path(recipe)
    if not path.is_file():
        split = make_split(
            records,
            name=path.stem,
            seed=recipe.seed,
            fractions=recipe.split_fractions,
            held_out_sources=HELD_OUT,
        )
        write_split(split, path)
    return apply_split(records, read_split(path))


def train(recipe: Recipe, options: RunOptions) -> None:
    """Run a recipe into ``options.out``.

    Raises
    ------
    DataError
        When data or weights are missing, or the run folder holds another run.
    """
    if read_state(options.out).epochs_done and not options.resume:
        raise DataError(
            "the run folder already holds a run",
            path=options.out,
            remedy="Continue it with --resume or give another folder with --out.",
        )
    if options.weights is not None:
        _check_weights(options.weights)
    parts = load_records(recipe, options.data, options.split)
    training = limited(parts.training, options.limit)
    validation = limited(parts.validation, options.limit)
    split = None if options.split is None else str(options.split.resolve())
    claim_run(options.out, RunFacts(recipe.id, split))
    cache = options.out / "cache"
    training_cache = build_cache(training, recipe.input, cache)
    validation_cache = build_cache(validation, recipe.input, cache)

    keras.utils.set_random_seed(recipe.seed)
    trunk = build_trunk(recipe.network.side)
    if options.weights is not None:
        load_imagenet(trunk, options.weights, options.weights.with_suffix(".weights.h5"))
    model = build_training_model(trunk, recipe.network)
    fit_options = _shortened(recipe.fit, options.epochs)
    batches = TrainingBatches(
        training,
        training_cache,
        strata=_scaled(recipe.strata, len(training) / len(parts.training)),
        grid=recipe.network.grid,
        batch_size=recipe.batch_size,
        seed=recipe.seed,
        options=recipe.augment,
        first_epoch=_epochs_before(fit_options, options.out),
    )
    fit(
        model,
        lambda first_trained: freeze_trunk(trunk, first_trained),
        batches,
        EvaluationBatches(validation, validation_cache, grid=recipe.network.grid),
        run=options.out,
        options=fit_options,
    )


def _check_weights(architecture: Path) -> None:
    for path in (architecture, architecture.with_suffix(".weights.h5")):
        if not path.is_file():
            raise DataError(
                "the ImageNet weights are not there",
                path=path,
                remedy="Give the trunk's .json, with its .weights.h5 beside it, or 'none'.",
            )


def limited(records: tuple[ImageRecord, ...], limit: int | None) -> tuple[ImageRecord, ...]:
    """`limit` of the records, evenly spread over them; all of them for None."""
    if limit is None or limit >= len(records):
        return records
    step = len(records) / limit
    return tuple(records[int(i * step)] for i in range(limit))


def _scaled(strata: Sequence[Stratum], share: float) -> tuple[Stratum, ...]:
    return tuple(replace(s, draws=max(1, round(s.draws * share))) for s in strata)


def _shortened(options: FitOptions, epochs: int | None) -> FitOptions:
    if epochs is None:
        return options
    *others, last = options.stages
    return replace(options, stages=(*others, replace(last, epochs=epochs)))


def _epochs_before(options: FitOptions, run: Path) -> int:
    state: Any = read_state(run)
    return sum(s.epochs for s in options.stages[: state.stage]) + int(state.epochs_done)
