"""Splits by group, stratified, written to a file that is committed before anything is trained."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

import msgspec
import numpy as np

from training.data.records import CLASS_IDS, ImageRecord
from training.errors import SplitError

FOLD_COUNT = 5

_Kind = TypeVar("_Kind")

Part = Literal["training", "validation", "test"]
PARTS: tuple[Part, ...] = ("training", "validation", "test")


class Split(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which group is in which part, and which sources are not to be read at all."""

    name: str
    seed: int
    fractions: dict[str, float]
    held_out_sources: tuple[str, ...]
    groups: dict[str, tuple[str, ...]]

    def part_of(self) -> dict[str, Part]:
        """Group -> part.

        Raises
        ------
        SplitError
            When a group is in two parts.
        """
        found: dict[str, Part] = {}
        for part in PARTS:
            for group in self.groups[part]:
                if group in found:
                    raise SplitError(
                        "a group is in two parts of the split", received=(group, found[group], part)
                    )
                found[group] = part
        return found


@dataclass(frozen=True, slots=True)
class SplitRecords:
    """The records of each part."""

    training: tuple[ImageRecord, ...]
    validation: tuple[ImageRecord, ...]
    test: tuple[ImageRecord, ...]


def make_split(
    records: Sequence[ImageRecord],
    *,
    name: str,
    seed: int,
    fractions: tuple[float, float, float],
    held_out_sources: Sequence[str],
) -> Split:
    """Deal groups into training, validation and test.

    Groups are dealt stratum by stratum (source and most frequent class), the largest first, each to
    the part that is furthest below its share of images; groups of one size are shuffled by `seed`.
    """
    strata, sizes = _strata(records)
    random = np.random.default_rng(seed)
    dealt: dict[str, list[str]] = {part: [] for part in PARTS}
    for key in sorted(strata):
        groups = strata[key]
        random.shuffle(groups)
        groups.sort(key=lambda group: -sizes[group])
        total = sum(sizes[group] for group in groups)
        filled = [0.0, 0.0, 0.0]
        for group in groups:
            short = [
                fraction * total - have for fraction, have in zip(fractions, filled, strict=True)
            ]
            chosen = int(np.argmax(short))
            filled[chosen] += sizes[group]
            dealt[PARTS[chosen]].append(group)
    return Split(
        name=name,
        seed=seed,
        fractions=dict(zip(PARTS, fractions, strict=True)),
        held_out_sources=tuple(held_out_sources),
        groups={part: tuple(sorted(groups)) for part, groups in dealt.items()},
    )


def apply_split(records: Sequence[ImageRecord], split: Split) -> SplitRecords:
    """Sort records into the parts of a split.

    Raises
    ------
    SplitError
        When a record's group is in no part or in two, or a part has no image of some class.
    """
    part_of = split.part_of()
    parts: dict[Part, list[ImageRecord]] = {part: [] for part in PARTS}
    for record in records:
        if record.group not in part_of:
            raise SplitError(
                "the split file does not know a group of the data",
                received=record.group,
                remedy="The data differ from those that the split was made of; make a new split.",
            )
        parts[part_of[record.group]].append(record)
    for part, members in parts.items():
        missing = set(range(len(CLASS_IDS))) - {record.label for record in members}
        if missing:
            raise SplitError(
                f"the {part} part has no image of a class",
                received=[CLASS_IDS[i] for i in sorted(missing)],
            )
    return SplitRecords(*(tuple(parts[part]) for part in PARTS))


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
    _write_json(folds, path)


def read_folds(path: Path) -> Folds:
    """Read a fold file; raises SplitError when it cannot be read or is none."""
    return _read_json(path, Folds)


def write_split(split: Split, path: Path) -> None:
    """Write a split as JSON, one group a line so that changes can be read."""
    _write_json(split, path)


def read_split(path: Path) -> Split:
    """Read a split file; raises SplitError when it cannot be read or is none."""
    return _read_json(path, Split)


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


def _write_json(content: Split | Folds, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    partial.write_bytes(msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n")
    partial.replace(path)


def _read_json(path: Path, kind: type[_Kind]) -> _Kind:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except OSError as error:
        raise SplitError(f"the split cannot be read: {error.strerror}", path=path) from error
    except msgspec.DecodeError as error:
        raise SplitError(f"the file is not a split: {error}", path=path) from error
