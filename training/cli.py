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
from typing import TYPE_CHECKING, Any

from training.argument_types import count
from training.audit.command import add_data_command
from training.evaluation.arguments import add_crossval, add_evaluate, add_official
from tumorview.errors import TumorViewError

if TYPE_CHECKING:
    from training.kinds import Kind
    from training.recipe import Recipe


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = _parser()
    options, rest = parser.parse_known_args(arguments)
    # What `train` does not know may be an option of the recipe, which is not loaded yet.
    if rest and options.command is not _train:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    options.rest = rest
    # All are read when TensorFlow is imported, which the commands do. Without being asked it leaves
    # oneDNN's convolutions to CPUs with AVX-512; with AVX2 they are a fifth quicker too.
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "1")
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
    """The recipe of the class-activation networks of that id.

    Raises
    ------
    DataError
        When there is none, or when it re-creates a published system.
    """
    from training.errors import DataError  # noqa: PLC0415 - beside the other imports of this kind

    recipe = _import_recipe(recipe_id)
    from training.recipe import Recipe  # noqa: PLC0415 - brings TensorFlow

    if not isinstance(recipe, Recipe):
        raise DataError(
            "this recipe re-creates a published system, which has no committed split",
            received=recipe_id,
            remedy="Its figures are in metrics.json of its run folder.",
        )
    return recipe


def load_kind(recipe_id: str) -> Kind:
    """The recipe of that id, of whichever kind; raises DataError when there is none."""
    from training.kinds import BundledKind, PublishedKind  # noqa: PLC0415 - beside the others
    from training.published.recipe import PublishedRecipe  # noqa: PLC0415 - brings cv2

    recipe = _import_recipe(recipe_id)
    return PublishedKind(recipe) if isinstance(recipe, PublishedRecipe) else BundledKind(recipe)


def _import_recipe(recipe_id: str) -> Any:
    from training.errors import DataError  # noqa: PLC0415 - beside the other imports of this kind

    if recipe_id not in recipe_ids():
        raise DataError(
            "there is no recipe of that name",
            received=recipe_id,
            remedy="The recipes are: " + ", ".join(recipe_ids()) + ".",
        )
    return importlib.import_module(f"training.recipes.{recipe_id}").RECIPE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    recipes = commands.add_parser("recipes", help="list the recipes, or describe one")
    recipes.add_argument("recipe", nargs="?", default=None, metavar="RECIPE")
    recipes.set_defaults(command=_list_recipes)

    train = commands.add_parser(
        "train",
        help="train a recipe into a run folder",
        epilog="A recipe may take more options: see `python -m training recipes RECIPE`.",
    )
    train.add_argument("recipe", metavar="RECIPE")
    train.add_argument("--data", type=Path, required=True, help="folder that holds the data sets")
    train.add_argument("--out", type=Path, required=True, help="run folder to write")
    train.add_argument(
        "--weights",
        default=None,
        metavar="FILE",
        help="the ImageNet trunk's .json, with its .weights.h5 beside it; 'none' starts from "
        "random weights; 'imagenet' lets Keras download those of a published system's trunk",
    )
    _add_split(train)
    train.add_argument("--resume", action="store_true", help="go on with the run in --out")
    train.add_argument("--epochs", type=count, default=None, help="epochs of the last stage")
    train.add_argument("--limit", type=count, default=None, help="images of each part")
    train.set_defaults(command=_train)

    package = commands.add_parser("package", help="calibrate, measure and write a model folder")
    package.add_argument("run", type=Path, metavar="RUN_DIR")
    package.add_argument(
        "--data",
        type=Path,
        default=None,
        help="folder that holds the data sets; a published system needs none here",
    )
    package.add_argument("--out", type=Path, required=True, help="where the model folder goes")
    package.add_argument(
        "--trust",
        type=Path,
        default=None,
        help="folder that `crossval` wrote its report into; a published system needs none",
    )
    package.add_argument("--limit", type=count, default=None, help="images of each part")
    package.set_defaults(command=_package)

    compare = commands.add_parser(
        "compare", help="print runs of published systems, both protocols side by side"
    )
    compare.add_argument("runs", type=Path, nargs="+", metavar="RUN_DIR")
    compare.set_defaults(command=_compare)

    add_evaluate(commands)
    add_crossval(commands)
    add_official(commands)
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


def _list_recipes(options: argparse.Namespace) -> None:
    if options.recipe is not None:
        _describe(options.recipe)
        return
    for recipe_id in recipe_ids():
        # Read without importing, since a recipe brings TensorFlow with it.
        text = (Path(__file__).parent / "recipes" / f"{recipe_id}.py").read_text(encoding="utf-8")
        print(f"{recipe_id}: {text.split(chr(10), 1)[0].strip(chr(34))}")


def _train(options: argparse.Namespace) -> None:
    kind = load_kind(options.recipe)
    _own_parser(options.recipe, kind).parse_args(options.rest, options)
    kind.train(options)


def _describe(recipe_id: str) -> None:
    own = _own_parser(recipe_id, load_kind(recipe_id))
    module = importlib.import_module(f"training.recipes.{recipe_id}")
    print(f"{module.__doc__}\n{own.format_help()}")


def _own_parser(recipe_id: str, kind: Kind) -> argparse.ArgumentParser:
    """What `train` takes for this recipe besides the options that all share."""
    parser = argparse.ArgumentParser(
        prog=f"python -m training train {recipe_id} ...", add_help=False
    )
    kind.add_arguments(parser)
    return parser


def _package(options: argparse.Namespace) -> None:
    from training.run_folder import read_run  # noqa: PLC0415 - beside the others

    folder = load_kind(read_run(options.run).recipe).package(options)
    print(f"wrote {folder}")


def _compare(options: argparse.Namespace) -> None:
    from training.published.table import side_by_side  # noqa: PLC0415 - brings cv2

    print(side_by_side(options.runs))
