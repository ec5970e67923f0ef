"""Splits by group, stratified, written to a file that is committed before anything is trained."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec
import numpy as np

from training.data.records import ImageRecord
from training.errors import SplitError

FOLD_COUNT = 5

Part = Literal["training", "validation", "test"]
"""Of a split that a data set came with."""


class Folds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Groups dealt into folds of about equal size, and the sources that no fold holds.

    `folds[k]` are the groups of which fold k is tested; a model of fold k learns from the others.
    `twins_of_held_out` are images that no model learns from or is tested on, since a held-out
    source shows them too.
    """

    name: str
    seed: int
    held_out_sources: tuple[str, ...]
    folds: tuple[tuple[str, ...], ...]
    twins_of_held_out: tuple[str, ...] = ()

    def fold_of(self) -> dict[str, int]:
        """Group -> fold.

        Raises
        ------
        SplitError
            When a group is in two folds.
        """
        found: dict[str, int] = {}
        for number, groups in enumerate(self.folds):
            for group in groups:
                if group in found:
                    raise SplitError(
                        "a group is in two folds", received=(group, found[group], number)
                    )
                found[group] = number
        return found


@dataclass(frozen=True, slots=True)
class FoldRecords:
    """What a fold's model learns from, and what it is tested on."""

    training: tuple[ImageRecord, ...]
    test: tuple[ImageRecord, ...]


def make_folds(
    records: Sequence[ImageRecord],
    *,
    name: str,
    seed: int,
    held_out_sources: Sequence[str],
    twins_of_held_out: Sequence[str] = (),
    count: int = FOLD_COUNT,
) -> Folds:
    """Deal groups into `count` folds.

    Stratum by stratum (source and most frequent class), the largest group first, each to the fold
    with the fewest images of that stratum; groups of one size are shuffled by `seed`.
    """
    strata, sizes = _strata(records)
    random = np.random.default_rng(seed)
    dealt: list[list[str]] = [[] for _ in range(count)]
    for key in sorted(strata):
        groups = strata[key]
        random.shuffle(groups)
        groups.sort(key=lambda group: -sizes[group])
        filled = random.permutation(count) * 1e-6
        for group in groups:
            chosen = int(np.argmin(filled))
            filled[chosen] += sizes[group]
            dealt[chosen].append(group)
    return Folds(
        name=name,
        seed=seed,
        held_out_sources=tuple(held_out_sources),
        twins_of_held_out=tuple(sorted(twins_of_held_out)),
        folds=tuple(tuple(sorted(groups)) for groups in dealt),
    )


def apply_folds(records: Sequence[ImageRecord], folds: Folds, fold: int) -> FoldRecords:
    """Sort records into training and test of one fold.

    Raises
    ------
    SplitError
        When the fold does not exist, or a record's group is in no fold or in two.
    """
    if not 0 <= fold < len(folds.folds):
        raise SplitError(
            "there is no fold of that number", received=fold, remedy=f"0 to {len(folds.folds) - 1}."
        )
    fold_of = folds.fold_of()
    left_out = frozenset(folds.twins_of_held_out)
    parts: tuple[list[ImageRecord], list[ImageRecord]] = ([], [])
    for record in records:
        if record.image_id in left_out:
            continue
        if record.group not in fold_of:
            raise SplitError(
                "the fold file does not know a group of the data",
                received=record.group,
                remedy="The data differ from those that the folds were made of; make new folds.",
            )
        parts[fold_of[record.group] == fold].append(record)
    return FoldRecords(tuple(parts[0]), tuple(parts[1]))


def write_folds(folds: Folds, path: Path) -> None:
    """Write folds as JSON, one group a line so that changes can be read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    partial.write_bytes(msgspec.json.format(msgspec.json.encode(folds), indent=1) + b"\n")
    partial.replace(path)


def read_folds(path: Path) -> Folds:
    """Read a fold file; raises SplitError when it cannot be read or is none."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Folds)
    except OSError as error:
        raise SplitError(f"the folds cannot be read: {error.strerror}", path=path) from error
    except msgspec.DecodeError as error:
        raise SplitError(f"the file does not hold folds: {error}", path=path) from error


def _strata(
    records: Sequence[ImageRecord],
) -> tuple[dict[tuple[str, int], list[str]], Counter[str]]:
    """Groups by source and most frequent class (-1: none of them), and images a group."""
    sizes: Counter[str] = Counter()
    classes: dict[str, Counter[int]] = defaultdict(Counter)
    sources: dict[str, str] = {}
    for record in records:
        sizes[record.group] += 1
        classes[record.group][-1 if record.label is None else record.label] += 1
        sources[record.group] = record.source
    strata: dict[tuple[str, int], list[str]] = defaultdict(list)
    for group in sorted(sizes):
        strata[sources[group], classes[group].most_common(1)[0][0]].append(group)
    return strata, sizes
