"""Folders -> a fold file: whole groups, stratified by source and class, twins kept together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from training.audit.prints import Prints
from training.audit.reading import read_folders
from training.audit.twins import joint_groups
from training.data.adapters import FolderOptions
from training.data.adapters.labels import label_name
from training.data.duplicates import TWIN
from training.data.matching import find_pairs
from training.data.records import ImageRecord
from training.data.splits import Folds, make_folds, write_folds
from training.errors import DataError, SplitError


def write_fold_file(
    folders: Sequence[Path],
    out: Path,
    *,
    count: int,
    seed: int,
    reading: FolderOptions | None = None,
) -> list[str]:
    """Deal the groups of all folders into `count` folds and write them.

    Returns lines that say what each fold holds.

    Raises
    ------
    DataError
        When a folder or an image cannot be read, or the file not be written.
    SplitError
        When there are fewer groups than folds.
    """
    found, prints = read_folders(folders, reading or FolderOptions())
    for data in found:
        data.usable_records()
    if prints.unreadable:
        fault = prints.unreadable[0]
        raise DataError(fault.reason, path=fault.path, remedy="Remove or replace it.")
    folds = fold_by_joint_group(prints, name=out.stem, seed=seed, count=count)
    try:
        write_folds(folds, out)
    except OSError as error:
        raise DataError(f"the file cannot be written: {error.strerror}", path=out) from error
    return _lines(prints.records, folds)


def fold_by_joint_group(
    prints: Prints, *, name: str, seed: int, count: int, held_out_sources: Sequence[str] = ()
) -> Folds:
    """Folds of the records' own groups, dealt so that twins of different groups share a fold.

    Raises
    ------
    SplitError
        When there are fewer groups than folds once twins are joined.
    """
    joined = joint_groups(prints.records, find_pairs(prints.maps, TWIN))
    members: dict[str, set[str]] = defaultdict(set)
    stand_ins = []
    for record, number in zip(prints.records, joined.tolist(), strict=True):
        members[str(number)].add(record.group)
        stand_ins.append(replace(record, group=str(number)))
    if len(members) < count:
        raise SplitError(
            "there are fewer groups than folds",
            received=(len(members), count),
            remedy="Ask for fewer folds, or add patients.",
        )
    dealt = make_folds(stand_ins, name=name, seed=seed, held_out_sources=(), count=count)
    return Folds(
        name,
        seed,
        tuple(held_out_sources),
        tuple(
            tuple(sorted(group for number in numbers for group in members[number]))
            for numbers in dealt.folds
        ),
    )


def _lines(records: Sequence[ImageRecord], folds: Folds) -> list[str]:
    fold_of = folds.fold_of()
    found: list[Counter[str]] = [Counter() for _ in folds.folds]
    for record in records:
        found[fold_of[record.group]][label_name(record)] += 1
    return [
        f"fold {number}: {len(groups)} groups, {classes.total()} images: "
        + ", ".join(f"{name} {classes[name]}" for name in sorted(classes))
        for number, (groups, classes) in enumerate(zip(folds.folds, found, strict=True))
    ]
