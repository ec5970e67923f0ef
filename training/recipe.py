"""What the bundled recipe states, and how a fold of it is run."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import keras

from training.answering import answer, check_figures
from training.augment import AugmentOptions
from training.batches import WHOLE, EvaluationBatches, Stratum, TargetOptions, TrainingBatches
from training.card import CardText
from training.data.cache import InputOptions, build_cache
from training.data.records import ACQUISITIONS, ImageRecord
from training.data.sources import HELD_OUT, read_sources
from training.data.splits import (
    FoldRecords,
    apply_folds,
    make_folds,
    read_folds,
    write_folds,
)
from training.data.twins import twins_of_held_out
from training.distributed import Replicas, Strategy, open_replicas
from training.environment import (
    Environment,
    hash_file,
    hash_sources,
    machine,
    program_versions,
    python_version,
    write_environment,
)
from training.errors import DataError
from training.evaluation.answers import ANSWERS_NAME, FoldAnswers, write_answers
from training.fit import FitOptions, fit, read_state
from training.networks.lesion_network import (
    NetworkOptions,
    build_head,
    build_inference_model,
)
from training.networks.mobilenetv2 import build_body, build_stem, load_imagenet
from training.precision import FULL, layers_of, policy_name
from training.run_folder import RunFacts, claim_run
from training.stem import open_stem

TRAINED_NAME = "trained.keras"
"""The inference network of a finished run."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides what a run does, apart from where its data lie.

    `released_fold` is the fold whose model is bundled: it is tested on that fold.
    """

    id: str
    version: str
    title: str
    sources: tuple[str, ...]
    seed: int
    input: InputOptions
    network: NetworkOptions
    augment: AugmentOptions
    strata: tuple[Stratum, ...]
    batch_size: int
    fit: FitOptions
    card: CardText
    released_fold: int = 0


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What a user may change for one run.

    `weights` is the ImageNet trunk's .json file with its .weights.h5 beside it, or None to start
    from random weights. `fold` is the fold that is tested and not learned from. `epochs` shortens
    the last stage; `limit` keeps only so many records a part and shrinks the epoch with them.
    `split` is another fold file than the recipe's own. `deterministic` makes two runs the same to
    the last bit, at some cost in speed. `strategy` shares the run out over devices or machines;
    `mixed_precision` computes most layers with 16 bits.
    """

    data: Path
    out: Path
    weights: Path | None
    fold: int = 0
    resume: bool = False
    epochs: int | None = None
    limit: int | None = None
    split: Path | None = None
    deterministic: bool = False
    strategy: Strategy = Strategy.NONE
    mixed_precision: bool = False


@dataclass(frozen=True, slots=True)
class Network:
    """The parts of the network; `head` is what is trained, `body` the part of it with a trunk."""

    stem: Any
    body: Any
    head: Any


def split_path(recipe: Recipe) -> Path:
    """The committed fold file of a recipe."""
    return Path(__file__).parent / "splits" / f"{recipe.id}.json"


def load_records(
    recipe: Recipe, data: Path, fold: int, split_file: Path | None = None
) -> FoldRecords:
    """The recipe's records for one fold, after the committed fold file or another one.

    A fold file that does not exist is made, once, and then kept.
    """
    records = read_sources(data, recipe.sources)
    path = split_file or split_path(recipe)
    if not path.is_file():
        folds = make_folds(
            records,
            name=path.stem,
            seed=recipe.seed,
            held_out_sources=HELD_OUT,
            twins_of_held_out=twins_of_held_out(records, data),
        )
        write_folds(folds, path)
    return apply_folds(records, read_folds(path), fold)


def build_network(recipe: Recipe, weights: Path | None, policy: str = FULL) -> Network:
    """The network of a recipe; `weights` as in `RunOptions`, `policy` that of what is trained."""
    stem = build_stem(recipe.network.side)
    with layers_of(policy):
        body = build_body(recipe.network.side)
        head = build_head(body, recipe.network)
    if weights is not None:
        load_imagenet(stem, body, weights, weights.with_suffix(".weights.h5"))
    return Network(stem, body, head)


def train(recipe: Recipe, options: RunOptions) -> None:
    """Run a fold of a recipe into ``options.out`` and write its answers for the tested fold.

    Of several workers all read ``options.out``, which they are to share; the first one writes.

    Raises
    ------
    DataError
        When data or weights are missing, or the run folder holds another run.
    StrategyError
        When the run cannot be shared out as asked.
    """
    if read_state(options.out).epochs_done and not options.resume:
        raise DataError(
            "the run folder already holds a run",
            path=options.out,
            remedy="Continue it with --resume or give another folder with --out.",
        )
    if options.weights is not None:
        _check_weights(options.weights)
    replicas = open_replicas(options.strategy, recipe.batch_size)
    parts = load_records(recipe, options.data, options.fold, options.split)
    if replicas is None or replicas.chief:
        _train(recipe, options, parts, replicas, options.out)
        return
    with tempfile.TemporaryDirectory(prefix="tumorview-") as scratch:
        _train(recipe, options, parts, replicas, Path(scratch))


def _train(
    recipe: Recipe,
    options: RunOptions,
    parts: FoldRecords,
    replicas: Replicas | None,
    folder: Path,
) -> None:
    """Train, and write into `folder` whatever is written besides the checkpoints."""
    training = limited(parts.training, options.limit)
    test = limited(parts.test, options.limit)
    policy = policy_name(mixed=options.mixed_precision)
    claim_run(folder, _facts(recipe, options, policy))
    count = 1 if replicas is None else replicas.count
    environment = _environment(recipe, options, (*training, *test), policy, count)
    write_environment(environment, folder)
    training_cache = build_cache(training, recipe.input, folder / "cache")

    keras.utils.set_random_seed(recipe.seed + options.fold)
    if options.deterministic:
        _enable_determinism()
    with contextlib.nullcontext() if replicas is None else replicas.strategy.scope():
        network = build_network(recipe, options.weights, policy)
    # What ships has no optimiser, whole numbers and one device; it answers for the trained one.
    shipped = build_head(build_body(recipe.network.side), recipe.network)
    stem = open_stem(network.stem, folder)
    targets = TargetOptions(recipe.network.mask_side, ACQUISITIONS)
    batches = TrainingBatches(
        training,
        training_cache,
        stem=stem,
        strata=_scaled(recipe.strata, len(training) / len(parts.training)),
        targets=targets,
        batch_size=recipe.batch_size,
        seed=recipe.seed + options.fold,
        options=recipe.augment,
        share=WHOLE if replicas is None else replicas.share,
    )
    test_cache = build_cache(test, recipe.input, folder / "cache")
    tested = EvaluationBatches(test, test_cache, stem=stem, targets=targets)

    def answers(model: Any) -> FoldAnswers:
        shipped.set_weights(model.get_weights())
        return answer(shipped, tested, test)

    fit(
        network.head,
        network.body,
        batches,
        run=options.out,
        options=_shortened(recipe.fit, options.epochs),
        check=lambda model: check_figures(answers(model), test, test_cache),
        replicas=replicas,
    )
    if replicas is not None and not replicas.chief:
        return
    write_answers(answers(network.head), folder / ANSWERS_NAME)
    partial = folder / f"partial-{TRAINED_NAME}"
    build_inference_model(network.stem, shipped).save(partial)
    partial.replace(folder / TRAINED_NAME)


def _facts(recipe: Recipe, options: RunOptions, policy: str) -> RunFacts:
    split = None if options.split is None else str(options.split.resolve())
    return RunFacts(recipe.id, options.fold, _trunk_hash(options), split, policy)


def _trunk_hash(options: RunOptions) -> str | None:
    weights = options.weights
    return None if weights is None else hash_file(weights.with_suffix(".weights.h5"))


def _enable_determinism() -> None:
    """Let TensorFlow add in one order; JAX does on a CPU, and on a GPU by its XLA_FLAGS."""
    if keras.backend.backend() == "tensorflow":
        import tensorflow as tf  # noqa: PLC0415 - another backend has no need of it

        tf.config.experimental.enable_op_determinism()


def _environment(
    recipe: Recipe,
    options: RunOptions,
    records: Sequence[ImageRecord],
    policy: str,
    replicas: int,
) -> Environment:
    system, cores = machine()
    return Environment(
        recipe=recipe.id,
        version=recipe.version,
        options={
            "fold": str(options.fold),
            "epochs": "as the recipe" if options.epochs is None else str(options.epochs),
            "limit": "none" if options.limit is None else str(options.limit),
            "deterministic": str(options.deterministic),
            "strategy": f"{options.strategy}, replicas: {replicas}",
            "precision": policy,
            "backend": keras.backend.backend(),
        },
        python=python_version(),
        platform=system,
        cores=cores,
        packages=program_versions(),
        weights_sha256=_trunk_hash(options),
        split_sha256=hash_file(options.split or split_path(recipe)),
        data=hash_sources(records),
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
