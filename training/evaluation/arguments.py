"""The command line of ``evaluate``, ``crossval`` and ``official``; imports wait until they run."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.argument_types import count

if TYPE_CHECKING:
    from training.recipe import Recipe

PARTS = ("training", "test")


def add_evaluate(commands: Any) -> None:
    """Add ``evaluate`` to the sub-commands of an argparse parser."""
    command = commands.add_parser(
        "evaluate", help="measure a model folder on a recipe's data or on any labelled folder"
    )
    command.add_argument("model", type=Path, metavar="MODEL_DIR")
    command.add_argument(
        "--data",
        type=Path,
        required=True,
        help="the folder that holds the recipe's data sets, or a labelled folder of your own",
    )
    command.add_argument("--out", type=Path, default=None, help="folder of the report")
    command.add_argument("--recipe", default=None, help="whose split (default: the model's id)")
    command.add_argument("--split", type=Path, default=None, help="another fold file")
    command.add_argument(
        "--fold",
        type=int,
        default=None,
        help="that the model was not trained on (default: that of the bundled model)",
    )
    command.add_argument(
        "--held-out",
        action="store_true",
        help="measure the recipe's held-out sources too: once, when the candidate is final",
    )
    command.add_argument("--part", choices=PARTS, default="test", help="of the recipe's fold")
    command.add_argument("--limit", type=count, default=None, help="images of each part")
    command.add_argument(
        "--only",
        type=Path,
        default=None,
        metavar="FILE",
        help="images to keep: ids or files, one a line, or the audit.json of twin-free images",
    )
    command.add_argument(
        "--leaked", action="store_true", help="the model has seen these data under another name"
    )
    command.add_argument(
        "--group-pattern",
        default="",
        metavar="REGEX",
        help="the patient in an image's path below the folder",
    )
    command.add_argument(
        "--iou-threshold",
        type=_inner_fraction,
        default=0.5,
        help="from which value the heatmap counts as lesion (0.5)",
    )
    command.add_argument(
        "--no-sanity", action="store_true", help="leave out the check that needs TensorFlow"
    )
    command.set_defaults(command=_evaluate)


def add_crossval(commands: Any) -> None:
    """Add ``crossval`` to the sub-commands of an argparse parser."""
    command = commands.add_parser(
        "crossval", help="pool the answers of the folds into one report and the numbers of trust"
    )
    command.add_argument("runs", type=Path, nargs="+", metavar="RUN_DIR")
    command.add_argument("--data", type=Path, required=True, help="folder that holds the data sets")
    command.add_argument("--out", type=Path, required=True, help="folder of the report")
    command.add_argument(
        "--sensitivity",
        type=_inner_fraction,
        default=0.95,
        help="for which the decision threshold is chosen (0.95)",
    )
    command.add_argument(
        "--coverage",
        type=_inner_fraction,
        default=0.90,
        help="of the prediction sets (0.90)",
    )
    command.set_defaults(command=_crossval)


def add_official(commands: Any) -> None:
    """Add ``official`` to the sub-commands of an argparse parser."""
    command = commands.add_parser(
        "official", help="score folds on the official test part of nickparvar, leaked and not"
    )
    command.add_argument("runs", type=Path, nargs="+", metavar="RUN_DIR")
    command.add_argument("--data", type=Path, required=True, help="folder that holds the data sets")
    command.add_argument(
        "--trust", type=Path, required=True, help="folder that `crossval` wrote its report into"
    )
    command.add_argument("--out", type=Path, required=True, help="folder of the report")
    command.add_argument(
        "--twin-free",
        type=Path,
        default=None,
        metavar="FILE",
        help="the audit.json of `data audit`, for the score on test images without a twin",
    )
    command.set_defaults(command=_official)


def _evaluate(options: argparse.Namespace) -> None:
    from training.evaluation.command import EvaluateOptions, evaluate  # noqa: PLC0415
    from training.evaluation.console import console_table  # noqa: PLC0415 - OpenCV, matplotlib
    from training.evaluation.selection import Wanted  # noqa: PLC0415

    out = options.out or Path("runs") / "evaluations" / options.model.resolve().name
    evaluation = evaluate(
        EvaluateOptions(
            model=options.model,
            data=options.data,
            out=out,
            recipe=_recipe(options),
            wanted=Wanted(
                split=options.split,
                fold=options.fold,
                part=options.part,
                held_out=options.held_out,
                limit=options.limit,
                group_pattern=options.group_pattern,
                only=options.only,
                leaked=options.leaked,
            ),
            iou_threshold=options.iou_threshold,
            sanity=not options.no_sanity,
        )
    )
    print(console_table(evaluation))
    print(f"\nwrote {out}")


def _recipe(options: argparse.Namespace) -> Recipe | None:
    """The recipe whose split is measured, or None for a folder that no recipe knows."""
    from training.cli import load_recipe, recipe_ids  # noqa: PLC0415 - it imports this module
    from training.evaluation.selection import holds_sources  # noqa: PLC0415

    name = options.recipe or options.model.resolve().name.replace("-", "_")
    if options.recipe is None and (name not in recipe_ids() or not holds_sources(options.data)):
        return None
    return load_recipe(name)


def _crossval(options: argparse.Namespace) -> None:
    from training.cli import load_recipe  # noqa: PLC0415 - it imports this module
    from training.evaluation.console import console_table  # noqa: PLC0415 - OpenCV, matplotlib
    from training.evaluation.crossval import CrossvalOptions, crossval  # noqa: PLC0415

    evaluation, numbers = crossval(
        CrossvalOptions(
            runs=tuple(options.runs),
            data=options.data,
            out=options.out,
            sensitivity=options.sensitivity,
            coverage=options.coverage,
        ),
        lambda recipe_id: load_recipe(recipe_id).input,
    )
    print(console_table(evaluation))
    print(f"\ntemperature {numbers.temperature:.4f}, threshold {numbers.decision.threshold:.4f}")
    print(f"wrote {options.out}")


def _official(options: argparse.Namespace) -> None:
    from training.cli import load_recipe  # noqa: PLC0415 - it imports this module
    from training.evaluation.console import console_table  # noqa: PLC0415 - OpenCV, matplotlib
    from training.evaluation.official import OfficialOptions, official  # noqa: PLC0415
    from training.run_folder import read_run  # noqa: PLC0415

    evaluation = official(
        OfficialOptions(
            runs=tuple(options.runs),
            data=options.data,
            trust=options.trust,
            out=options.out,
            twin_free=options.twin_free,
        ),
        load_recipe(read_run(options.runs[0]).recipe),
    )
    print(console_table(evaluation))
    print(f"\nwrote {options.out}")


def _inner_fraction(text: str) -> float:
    number = float(text)
    if not 0 < number < 1:
        raise argparse.ArgumentTypeError(f"must lie between 0 and 1, not {number}")
    return number
