"""``python -m training``: list the recipes, train one, package its run, evaluate a model.

Exit codes: 0 done, 1 stopped with one sentence, 2 wrong use of the command line.
"""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from training.audit.command import add_data_command
from training.evaluation.arguments import add_crossval, add_evaluate
from tumorview.errors import TumorViewError

if TYPE_CHECKING:
    from training.recipe import Recipe


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    # Both are read when TensorFlow is imported, which the commands do.
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    os.environ.setdefault("KERAS_BACKEND", "tensorflow")
    try:
        options.command(options)
    except TumorViewError as error:
        print(f"training: {error.sentence()}", file=sys.stderr)
        return 1
    return 0


def recipe_ids() -> tuple[str, ...]:
    """The modules of `training.recipes`, by name."""
    import training.recipes  # noqa: PLC0415 - beside the other imports of this kind

    return tuple(sorted(module.name for module in pkgutil.iter_modules(training.recipes.__path__)))


def load_recipe(recipe_id: str) -> Recipe:
    """The recipe of that id.

    Raises
    ------
    DataError
        When there is none.
    """
    from training.errors import DataError  # noqa: PLC0415 - beside the other imports of this kind

    if recipe_id not in recipe_ids():
        raise DataError(
            "there is no recipe of that name",
            received=recipe_id,
            remedy="The recipes are: " + ", ".join(recipe_ids()) + ".",
        )
    recipe: Recipe = importlib.import_module(f"training.recipes.{recipe_id}").RECIPE
    return recipe


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    recipes = commands.add_parser("recipes", help="list the recipes")
    recipes.set_defaults(command=_list_recipes)

    train = commands.add_parser("train", help="train a recipe into a run folder")
    train.add_argument("recipe", metavar="RECIPE")
    train.add_argument("--data", type=Path, required=True, help="folder that holds the data sets")
    train.add_argument("--out", type=Path, required=True, help="run folder to write")
    train.add_argument(
        "--weights",
        type=_weights,
        default=None,
        metavar="FILE",
        help="the ImageNet trunk's .json, with its .weights.h5 beside it; 'none' starts from "
        "random weights (default)",
    )
    _add_split(train)
    train.add_argument("--fold", type=int, default=0, help="that is tested and not learned from")
    train.add_argument(
        "--deterministic",
        action="store_true",
        help="the same to the last bit each time, at some cost in speed",
    )
    train.add_argument("--resume", action="store_true", help="go on with the run in --out")
    train.add_argument("--epochs", type=_count, default=None, help="epochs of the last stage")
    train.add_argument("--limit", type=_count, default=None, help="images of each part")
    train.set_defaults(command=_train)

    package = commands.add_parser("package", help="calibrate, measure and write a model folder")
    package.add_argument("run", type=Path, metavar="RUN_DIR")
    package.add_argument("--data", type=Path, required=True, help="folder that holds the data sets")
    package.add_argument("--out", type=Path, required=True, help="where the model folder goes")
    package.add_argument(
        "--trust",
        type=Path,
        default=None,
        help="folder that `crossval` wrote its report into; a published system needs none",
    )
    package.add_argument("--limit", type=_count, default=None, help="images of each part")
    package.set_defaults(command=_package)

    add_evaluate(commands)
    add_crossval(commands)
    add_data_command(commands)
    return parser


def _add_split(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--split",
        type=Path,
        default=None,
        metavar="FILE",
        help="another split than the recipe's own; made where there is no such file yet",
    )


def _list_recipes(options: argparse.Namespace) -> None:  # noqa: ARG001 - one shape for commands
    for recipe_id in recipe_ids():
        # Read without importing, since a recipe brings TensorFlow with it.
        text = (Path(__file__).parent / "recipes" / f"{recipe_id}.py").read_text(encoding="utf-8")
        print(f"{recipe_id}: {text.split(chr(10), 1)[0].strip(chr(34))}")


def _train(options: argparse.Namespace) -> None:
    recipe = load_recipe(options.recipe)
    from training.recipe import RunOptions, train  # noqa: PLC0415 - brings TensorFlow

    train(
        recipe,
        RunOptions(
            data=options.data,
            out=options.out,
            weights=options.weights,
            resume=options.resume,
            epochs=options.epochs,
            limit=options.limit,
            split=options.split,
            fold=options.fold,
            deterministic=options.deterministic,
        ),
    )
    print("trained; when the other folds are: python -m training crossval RUN_DIR... --data DATA")


def _package(options: argparse.Namespace) -> None:
    from training.errors import RunError  # noqa: PLC0415 - beside the others
    from training.release import ReleaseOptions, package_run  # noqa: PLC0415 - brings TensorFlow
    from training.run_folder import read_run  # noqa: PLC0415 - beside it

    recipe = load_recipe(read_run(options.run).recipe)
    if options.trust is None:
        raise RunError(
            "packaging this recipe needs the numbers of trust",
            path=options.run,
            remedy="Make them with `crossval` and give its folder with --trust DIR.",
        )
    folder = package_run(
        recipe,
        ReleaseOptions(options.run, options.data, options.out, options.trust, options.limit),
    )
    print(f"wrote {folder}")


def _weights(text: str) -> Path | None:
    return None if text == "none" else Path(text)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, not {number}")
    return number
