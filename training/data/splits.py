"""Splits by group, stratified, written to a file that is committed before anything is trained."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec
import numpy as np

from training.data.records import CLASS_IDS, ImageRecord
from training.errors import SplitError

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
    sizes: Counter[str] = Counter()
    classes: dict[str, Counter[int]] = defaultdict(Counter)
    sources: dict[str, str] = {}
    for record in records:
        sizes[record.group] += 1
        classes[record.group][record.label] += 1
        sources[record.group] = record.source
    strata: dict[tuple[str, int], list[str]] = defaultdict(list)
    for group in sorted(sizes):
        strata[sources[group], classes[group].most_common(1)[0][0]].append(group)
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


def write_split(split: Split, path: Path) -> None:
    """Write a split as JSON, one group a line so that changes can be read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    partial.write_bytes(msgspec.json.format(msgspec.json.encode(split), indent=1) + b"\n")
    partial.replace(path)


def read_split(path: Path) -> Split:
    """Read a split file.

    Raises
    ------
    SplitError
        When it cannot be read or is not a split.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Split)
    except OSError as error:
        raise SplitError(f"the split cannot be read: {error.strerror}", path=path) from error
    except msgspec.DecodeError as error:
        raise SplitError(f"the file is not a split: {error}", path=path) from error
