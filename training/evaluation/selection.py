"""Which images a model is measured on, in parts that are never mixed, and which of them leak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from training.data.adapters import FolderOptions, read_folder
from training.data.held_out import HELD_OUT_READERS, read_held_out
from training.data.records import ImageRecord
from training.data.sources import READERS, SOURCES
from training.errors import DataError
from tumorview.inference.manifest import Manifest

if TYPE_CHECKING:
    from training.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Part:
    """Images that are counted together.

    `leaked`: the model has learned from these images, their patients, or their source without a
    split that would say which. `reused`: other patients of a source that it has learned from.
    """

    name: str
    note: str
    records: tuple[ImageRecord, ...]
    leaked: bool = False
    reused: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """All parts, what could not be read, and whether groups are clusters in place of patients."""

    parts: tuple[Part, ...]
    unreadable: tuple[str, ...] = ()
    clustered: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a user may narrow down.

    `split` is another fold file than the recipe's own, `fold` the fold that the model was not
    trained on (None: that of the bundled model), `part` one of its parts, `limit` keeps so
    many images a part, evenly spread, `group_pattern` finds the patient in a path, and `only`
    keeps the images whose ids it names.
    """

    split: Path | None = None
    fold: int | None = None
    part: str = "test"
    limit: int | None = None
    group_pattern: str = ""
    only: Path | None = None


def holds_sources(data: Path) -> bool:
    """Whether `data` is the root of the data sets that the recipes read."""
    return any((data / key).is_dir() for key in READERS)


def recipe_selection(recipe: Recipe, data: Path, manifest: Manifest, wanted: Wanted) -> Selection:
    """The part of the recipe's split that was asked for, and each held-out source that is there.

    Raises
    ------
    DataError, SplitError
        When data are missing or differ from those of the split.
    """
    from training.recipe import load_records  # noqa: PLC0415 - brings TensorFlow

    fold = recipe.released_fold if wanted.fold is None else wanted.fold
    parts = load_records(recipe, data, fold, wanted.split)
    split = f"training/splits/{recipe.id}.json" if wanted.split is None else wanted.split.name
    found = [
        Part(
            name=f"{wanted.part} part of fold {fold}",
            note=f"{wanted.part} part of fold {fold} of {split}, by group; sources: "
            + ", ".join(recipe.sources),
            records=parts.test if wanted.part == "test" else parts.training,
            leaked=wanted.part != "test",
            reused=True,
        )
    ]
    for key in HELD_OUT_READERS:
        if not (data / key).is_dir():
            continue
        leaked = _learned_from(SOURCES[key].name if key in SOURCES else key, manifest)
        found.append(
            Part(
                name=f"held out: {key}",
                note="a source that the model has learned from"
                if leaked
                else "a source that no recipe learns from",
                records=tuple(read_held_out(data, (key,))),
                leaked=leaked,
            )
        )
    return Selection(tuple(_narrowed(part, wanted) for part in found))


def folder_selection(data: Path, manifest: Manifest, wanted: Wanted) -> Selection:
    """A labelled folder: all of it, or each part of the split that it came with.

    Raises
    ------
    DataError
        When the folder's layout is not known or contradicts itself.
    """
    folder = read_folder(data, FolderOptions(group_pattern=wanted.group_pattern, one_class=True))
    leaked = _learned_from(folder.source.name, manifest)
    note = "its source is named in the model's manifest" if leaked else "a folder given by the user"
    parts = sorted(set(folder.official_parts.values()))
    found = [
        Part(
            name=f"{folder.source.key}, official {part}" if part else folder.source.key,
            note=note,
            records=tuple(
                record
                for record in folder.records
                if folder.official_parts.get(record.image_id, "") == part
            ),
            leaked=leaked,
        )
        for part in (*parts, "")
    ]
    return Selection(
        tuple(_narrowed(part, wanted) for part in found if part.records),
        tuple(f"{one.path.name}: {one.reason}" for one in folder.unreadable),
        folder.clustered,
    )


def _learned_from(source: str, manifest: Manifest) -> bool:
    return any(one.name == source and "training" in one.used_for for one in manifest.data_sources)


def _narrowed(part: Part, wanted: Wanted) -> Part:
    records: Sequence[ImageRecord] = part.records
    if wanted.only is not None:
        kept = _ids(wanted.only)
        records = [record for record in records if record.image_id in kept]
        if not records:
            raise DataError(
                f"none of the images of '{part.name}' is named by the list",
                path=wanted.only,
                remedy="Give one image id a line, as the CSV of an evaluation states them.",
            )
    if wanted.limit is not None and wanted.limit < len(records):
        step = len(records) / wanted.limit
        records = [records[int(i * step)] for i in range(wanted.limit)]
    return replace(part, records=tuple(records))


def _ids(path: Path) -> frozenset[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError("the list of images cannot be read", path=path) from error
    return frozenset(line.strip() for line in lines if line.strip())
