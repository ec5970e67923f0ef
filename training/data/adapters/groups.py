"""Who belongs together: patients by table, by name or by header, else near-duplicates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from training.data.adapters.files import read_table
from training.data.adapters.folder_data import FolderData, Unreadable
from training.data.duplicates import descriptor_maps, twin_clusters
from training.data.pixels import read_pixels, shown
from training.data.records import ImageRecord
from training.errors import DataError
from training.progress import progress
from tumorview.domain.arrays import Float32Array, UInt8Array

TABLE_NAME = "groups.csv"


def with_named_groups(data: FolderData, pattern: str) -> FolderData:
    """`data` with the groups that something names; empty ones where nothing does.

    By `pattern` where it is given, else by ``groups.csv``, else by what the records say.

    Raises
    ------
    DataError
        When the pattern or the table does not give every image a group, or the table names a file
        that is missing.
    """
    if pattern:
        return replace(data, records=_by_pattern(data, pattern))
    if (data.folder / TABLE_NAME).is_file():
        return replace(data, records=_by_table(data))
    return data


def with_all_groups(data: FolderData) -> FolderData:
    """`data` with clusters of near-duplicates where a group is empty; decodes those images.

    Images that cannot be decoded are set aside.
    """
    found: list[ImageRecord] = []
    unreadable: list[Unreadable] = []

    def images() -> Iterator[UInt8Array]:
        waiting = [record for record in data.records if not record.group]
        for record in progress(waiting, f"comparing {data.source.key}", len(waiting)):
            try:
                image = shown(read_pixels(record))
            except DataError as error:
                unreadable.append(Unreadable(record.path, error.reason))
                continue
            found.append(record)
            yield image

    if all(record.group for record in data.records):
        return data
    maps = descriptor_maps(images())
    return with_clusters(replace(data, unreadable=(*data.unreadable, *unreadable)), found, maps)


def with_clusters(data: FolderData, found: Sequence[ImageRecord], maps: Float32Array) -> FolderData:
    """`data` with a cluster for each of the records `found`, whose descriptors are `maps`.

    Records that then still have no group are left out.
    """
    group_of = {
        record.image_id: f"{record.source}/cluster-{cluster:04d}"
        for record, cluster in zip(found, twin_clusters(maps).tolist(), strict=True)
    }
    records = (
        replace(record, group=record.group or group_of.get(record.image_id, ""))
        for record in data.records
    )
    return replace(
        data, records=tuple(record for record in records if record.group), clustered=True
    )


def official_split_leaks(data: FolderData) -> tuple[str, ...]:
    """Groups that are in more than one part of the official split."""
    parts: dict[str, set[str]] = {}
    for record in data.records:
        if (part := data.official_parts.get(record.image_id)) is not None:
            parts.setdefault(record.group, set()).add(part)
    return tuple(sorted(group for group, found in parts.items() if len(found) > 1))


def _by_pattern(data: FolderData, pattern: str) -> tuple[ImageRecord, ...]:
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise DataError(
            f"the group pattern is no regular expression: {error}", received=pattern
        ) from error
    records = []
    for record in data.records:
        name = data.file_of(record)
        match = compiled.search(name)
        found = match and (match.group(1) if compiled.groups else match.group())
        if not found:
            raise DataError(
                f"the group pattern {pattern} does not fit a name", path=data.folder, received=name
            )
        records.append(replace(record, group=f"{record.source}/{found}"))
    return tuple(records)


def _by_table(data: FolderData) -> tuple[ImageRecord, ...]:
    table = data.folder / TABLE_NAME
    groups: dict[str, str] = {}
    for row in read_table(table, ("file", "group")):
        if not (data.folder / row["file"]).is_file():
            raise DataError(
                "the table names a file that is not there", path=table, received=row["file"]
            )
        if groups.setdefault(row["file"], row["group"]) != row["group"]:
            raise DataError("the table names an image twice", path=table, received=row["file"])
    records = []
    for record in data.records:
        if not (group := groups.get(data.file_of(record))):
            raise DataError(
                "the table gives an image no group", path=table, received=data.file_of(record)
            )
        records.append(replace(record, group=f"{record.source}/{group}"))
    return tuple(records)
