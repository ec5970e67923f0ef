"""The kinds of recipe, seen from the command line: what each adds to it, and how it is run."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from training.argument_types import count
from training.errors import DataError, RunError

if TYPE_CHECKING:
    from training.published.recipe import PublishedRecipe, Weights
    from training.recipe import Recipe


class Kind(Protocol):
    """A recipe that can be trained and packaged."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add what ``train`` takes for this recipe besides the options that all share."""
        ...

    def train(self, options: argparse.Namespace) -> None:
        """Run the recipe into ``options.out``."""
        ...

    def package(self, options: argparse.Namespace) -> Path:
        """Write a model folder under ``options.out`` and return it."""
        ...


class BundledKind:
    """A recipe of the class-activation networks; its split is committed."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Which fold is left out, what computes, and whether speed or sameness counts more."""
        parser.add_argument(
            "--fold", type=int, default=0, help="that is tested and not learned from"
        )
        parser.add_argument(
            "--deterministic",
            action="store_true",
            help="the same to the last bit each time, at some cost in speed",
        )
        parser.add_argument(
            "--strategy",
            choices=("none", "mirrored", "multiworker"),
            default="none",
            help="deal each batch out to the devices of this machine, or to the workers that "
            "TF_CONFIG names",
        )
        parser.add_argument(
            "--mixed-precision",
            action="store_true",
            help="compute most layers with 16 bits; what is shipped has 32 all the same",
        )

    def train(self, options: argparse.Namespace) -> None:
        """Run the recipe into ``options.out``."""
        from training.distributed import Strategy  # noqa: PLC0415 - brings Keras
        from training.recipe import RunOptions, train  # noqa: PLC0415 - brings TensorFlow

        named = options.weights not in (None, "none")
        train(
            self._recipe,
            RunOptions(
                data=options.data,
                out=options.out,
                weights=Path(options.weights) if named else None,
                resume=options.resume,
                epochs=options.epochs,
                limit=options.limit,
                split=options.split,
                fold=options.fold,
                deterministic=options.deterministic,
                strategy=Strategy(options.strategy),
                mixed_precision=options.mixed_precision,
            ),
        )
        print(
            "trained; when the other folds are: python -m training crossval RUN_DIR... --data DATA"
        )

    def package(self, options: argparse.Namespace) -> Path:
        """Write the numbers of trust and the weights."""
        from training.release import ReleaseOptions, package_run  # noqa: PLC0415 - TensorFlow

        for given, word in ((options.data, "--data"), (options.trust, "--trust")):
            if given is None:
                raise RunError(
                    "packaging this recipe needs the data and the numbers of trust",
                    path=options.run,
                    remedy=f"Give {word} DIR; `crossval` writes the numbers of trust.",
                )
        return package_run(
            self._recipe,
            ReleaseOptions(options.run, options.data, options.out, options.trust, options.limit),
        )


class PublishedKind:
    """A published system, re-created; it is measured at the end of its training."""

    def __init__(self, recipe: PublishedRecipe) -> None:
        self._recipe = recipe

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """The protocol, and the trunk or the replicas where the network has a use for them."""
        from training.published.protocols import PROTOCOLS  # noqa: PLC0415 - brings cv2

        learner = self._recipe.learner
        parser.add_argument("--protocol", choices=PROTOCOLS, default="published")
        parser.add_argument(
            "--measure-only",
            action="store_true",
            help="measure the best epoch so far of a run that was stopped",
        )
        if learner.trunk is not None:
            from training.networks.trunks import TRUNKS  # noqa: PLC0415 - brings TensorFlow

            parser.add_argument("--trunk", choices=TRUNKS, default=learner.trunk)
        if learner.can_mirror:
            parser.add_argument("--replicas", type=count, default=1)

    def train(self, options: argparse.Namespace) -> None:
        """Run the recipe into ``options.out``, measure it and draw its pictures."""
        from training.published.run import (  # noqa: PLC0415 - brings TensorFlow
            PublishedOptions,
            train_published,
        )

        train_published(
            self._recipe,
            PublishedOptions(
                data=options.data,
                out=options.out,
                protocol=options.protocol,
                trunk=getattr(options, "trunk", None),
                weights=self._weights(options.weights),
                resume=options.resume,
                epochs=options.epochs,
                limit=options.limit,
                split=options.split,
                replicas=getattr(options, "replicas", 1),
                measure_only=options.measure_only,
            ),
        )
        print(f"trained; next: python -m training package {options.out} --out models")

    def package(self, options: argparse.Namespace) -> Path:
        """Write the best epoch with the figures that its run measured."""
        from training.published.packaging import write_model_folder  # noqa: PLC0415 - TensorFlow
        from training.published.result import read_result  # noqa: PLC0415 - beside it

        result = read_result(options.run)
        trained = self._recipe.learner.trained(options.run)
        return write_model_folder(self._recipe, trained, result, options.out)

    def _weights(self, text: str | None) -> Weights:
        from training.published.recipe import Weights  # noqa: PLC0415 - brings cv2

        if self._recipe.learner.trunk is None:
            if text not in (None, "none"):
                raise DataError(
                    "this network has no trunk that could take weights",
                    received=text,
                    remedy="Leave --weights out.",
                )
            return Weights("none")
        if text == "none":
            return Weights("none")
        if text in (None, "imagenet"):
            return Weights("imagenet")
        return Weights("file", Path(text))
