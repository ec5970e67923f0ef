"""Which images a model is measured on, in parts that are never mixed, and which of them leak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from training.data.adapters import FolderOptions, read_folder
from training.data.held_out import HELD_OUT_READERS
from training.data.records import ImageRecord, SourceInfo
from training.data.sources import READERS, SOURCES
from training.errors import DataError
from training.trust.groups import first_half
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
    trained on (None: that of the bundled model), `part` one of its parts, `held_out` asks for the
    held-out sources, `limit` keeps so many images a part, evenly spread, `group_pattern` finds the
    patient in a path, `only` names the images to keep, and `leaked` says that the model has seen
    the data under another name.
    """

    split: Path | None = None
    fold: int | None = None
    part: str = "test"
    held_out: bool = False
    limit: int | None = None
    group_pattern: str = ""
    only: Path | None = None
    leaked: bool = False


_FOR_THE_GATE = "non_brain"


def holds_sources(data: Path) -> bool:
    """Whether `data` is the root of the data sets that the recipes read."""
    return any((data / key).is_dir() for key in READERS)


def recipe_selection(recipe: Recipe, data: Path, manifest: Manifest, wanted: Wanted) -> Selection:
    """The part of the recipe's fold that was asked for, and pictures without a brain.

    Each held-out source that is there comes along only where it is asked for: what has been looked
    at while a model is still being changed is not held out any more.

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
    for key in HELD_OUT_READERS if wanted.held_out else (_FOR_THE_GATE,):
        if not (data / key).is_dir():
            continue
        found.append(held_out_part(key, HELD_OUT_READERS[key](data), manifest))
    kept = tuple(_narrowed(part, wanted, {}) for part in found)
    return Selection(
        kept, clustered=any("/cluster-" in r.group for part in kept for r in part.records)
    )


def folder_selection(data: Path, manifest: Manifest, wanted: Wanted) -> Selection:
    """A labelled folder: all of it, or each part of the split that it came with.

    Raises
    ------
    DataError
        When the folder's layout is not known or contradicts itself.
    """
    folder = read_folder(data, FolderOptions(group_pattern=wanted.group_pattern, one_class=True))
    leaked = wanted.leaked or _learned_from(folder.source, manifest)
    note = "data that the model has learned from" if leaked else "a folder given by the user"
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
    files = {record.image_id: folder.file_of(record) for record in folder.records}
    return Selection(
        tuple(_narrowed(part, wanted, files) for part in found if part.records),
        tuple(f"{one.path.name}: {one.reason}" for one in folder.unreadable),
        folder.clustered,
    )


def held_out_part(key: str, records: Sequence[ImageRecord], manifest: Manifest) -> Part:
    """One held-out source as a part."""
    leaked = key in SOURCES and _learned_from(SOURCES[key], manifest)
    note = "a source that the model has learned from" if leaked else "a source never learned from"
    strangers = [record for record in records if not record.brain]
    if strangers:
        # The other half has chosen the input gate (`training.trust.gate`).
        half = first_half([record.group for record in strangers])
        judged = [record for record, used in zip(strangers, half, strict=True) if not used]
        records = [record for record in records if record.brain] + judged
        note += "; of pictures without a brain, the half that did not choose the input gate"
    return Part(name=f"held out: {key}", note=note, records=tuple(records), leaked=leaked)


def _learned_from(source: SourceInfo, manifest: Manifest) -> bool:
    """Whether the manifest names a source, by the name that it gives itself or that we know."""
    names = {source.name} | {known.name for known in SOURCES.values() if known.key == source.key}
    return any(one.name in names and "training" in one.used_for for one in manifest.data_sources)


def _narrowed(part: Part, wanted: Wanted, files: dict[str, str]) -> Part:
    """The part as it was asked for; `files` gives an image's file below its folder by its id."""
    records: Sequence[ImageRecord] = part.records
    if wanted.only is not None:
        kept = named_images(wanted.only)
        records = [
            record
            for record in records
            if record.image_id in kept or files.get(record.image_id, "") in kept
        ]
        if not records:
            raise DataError(
                f"none of the images of '{part.name}' is named by the list",
                path=wanted.only,
                remedy="Give one image id or file a line, or an audit.json with twin-free images.",
            )
    if wanted.limit is not None and wanted.limit < len(records):
        step = len(records) / wanted.limit
        records = [records[int(i * step)] for i in range(wanted.limit)]
    return replace(part, records=tuple(records))


class _SplitFinding(msgspec.Struct):
    """What is read of a split in ``audit.json``: the official test images without a twin."""

    twin_free: tuple[str, ...]


class _AuditFindings(msgspec.Struct):
    splits: tuple[_SplitFinding, ...]


def named_images(path: Path) -> frozenset[str]:
    """Ids or files, one a line; or the twin-free test images that an audit found."""
    try:
        raw = path.read_bytes()
        if path.suffix == ".json":
            findings = msgspec.json.decode(raw, type=_AuditFindings)
            return frozenset(file for split in findings.splits for file in split.twin_free)
        lines = raw.decode("utf-8").splitlines()
    except (OSError, UnicodeDecodeError, msgspec.DecodeError) as error:
        raise DataError("the list of images cannot be read", path=path) from error
    return frozenset(line.strip() for line in lines if line.strip())
