"""Run an audit and write what it found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from training.audit.findings import Audit, Confounding, FileFault, Shortcut, SourceFinding
from training.audit.prints import Prints
from training.audit.reading import read_folders
from training.audit.report import Evidence, write_report
from training.audit.shortcut import confounding, shortcut
from training.audit.twins import (
    count_twins,
    describe_pairs,
    find_conflicts,
    find_counterparts,
    joint_groups,
    split_leak,
)
from training.data.adapters import FolderData, FolderOptions, Unreadable
from training.data.adapters.labels import label_name
from training.data.duplicates import TWIN
from training.data.matching import IntArray, find_pairs
from training.data.records import ImageRecord
from training.errors import DataError


@dataclass(frozen=True, slots=True)
class AuditOptions:
    """What to look at, where to write, and from which score on two images are twins."""

    folders: tuple[Path, ...]
    out: Path
    at_least: float = TWIN
    reading: FolderOptions = field(default_factory=lambda: FolderOptions(one_class=True))


def run_audit(options: AuditOptions) -> Audit:
    """Audit the folders together and write the report.

    Files: ``audit.json``, ``audit.html``, ``pairs.csv``, ``test_twins.csv``, and ``twins.png`` and
    ``conflicts.png``, which show patients' images.

    Raises
    ------
    DataError
        When a folder cannot be read.
    RunError
        When a file cannot be written.
    """
    folders, prints = read_folders(options.folders, options.reading)
    if not prints.records:
        raise DataError("none of the images can be read", path=options.folders[0])
    twins = describe_pairs(prints, find_pairs(prints.maps, options.at_least), folders)
    clusters = joint_groups(prints.records, twins.pairs)
    counterparts = {data.source.key: find_counterparts(prints, data) for data in folders}
    audit = Audit(
        at_least=options.at_least,
        images=len(prints.records),
        joint_groups=len(np.unique(clusters)),
        sources=tuple(_source(data, prints) for data in folders),
        twins=count_twins(prints, twins),
        splits=tuple(
            split_leak(prints, data, counterparts[data.source.key], options.at_least)
            for data in folders
            if counterparts[data.source.key]
        ),
        conflicts=find_conflicts(prints, twins),
        confounding=_confounding(prints.records),
        shortcuts=tuple(_shortcuts(prints, clusters)),
        unreadable=_faults(folders, [f for d in folders for f in d.unreadable], prints.unreadable),
        wrong_masks=_faults(folders, prints.wrong_masks),
    )
    write_report(options.out, audit, Evidence(prints, twins, clusters, counterparts))
    return audit


def _source(data: FolderData, prints: Prints) -> SourceFinding:
    mine = [i for i, record in enumerate(prints.records) if record.source == data.source.key]
    records = [prints.records[i] for i in mine]
    parts = (data.official_parts.get(record.image_id, "") for record in records)
    sizes = (f"{rows} x {columns}" for rows, columns in (prints.sizes[i] for i in mine))
    return SourceFinding(
        key=data.source.key,
        name=data.source.name,
        licence=data.source.licence,
        images=len(records),
        groups=len({record.group for record in records}),
        groups_are_clusters=data.clustered,
        blank=int(prints.blank[mine].sum()),
        classes=_counted(label_name(record) for record in records),
        parts=_counted(part for part in parts if part),
        modalities=_counted(record.modality or "not stated" for record in records),
        sequences=_counted(record.sequence or "not stated" for record in records),
        planes=_counted(record.plane or "not stated" for record in records),
        sizes=_counted(sizes),
    )


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(Counter(names).most_common())


def _confounding(records: Sequence[ImageRecord]) -> tuple[Confounding, ...]:
    found = []
    for target, chosen in _targets(records).items():
        classes = [label_of(records[i], target) for i in chosen]
        if len(set(classes)) > 1:
            sources = [records[i].source for i in chosen]
            found.append(confounding(target, classes, sources))
    return tuple(found)


def _shortcuts(prints: Prints, clusters: IntArray) -> Iterable[Shortcut]:
    """Over all sources, and within each where that is something else."""
    sources = sorted({record.source for record in prints.records})
    for scope in ("all", *sources) if len(sources) > 1 else sources:
        for target, chosen in _targets(prints.records).items():
            places = [i for i in chosen if scope in {"all", prints.records[i].source}]
            if not places:
                continue
            classes = [label_of(prints.records[i], target) for i in places]
            found = shortcut(scope, target, prints.tones[places], classes, clusters[places])
            if found is not None:
                yield found


_TUMOR = "tumour or none"
_TYPE = "tumour type"


def _targets(records: Sequence[ImageRecord]) -> dict[str, list[int]]:
    """Question -> positions of the records that answer it."""
    return {
        _TUMOR: [i for i, record in enumerate(records) if record.tumor is not None],
        _TYPE: [i for i, record in enumerate(records) if record.tumor and record.label is not None],
    }


def label_of(record: ImageRecord, target: str) -> str:
    """A record's answer to one of `_targets`."""
    if target == _TYPE:
        return label_name(record)
    return "tumour" if record.tumor else "no tumour"


def _faults(folders: Sequence[FolderData], *lists: Sequence[Unreadable]) -> tuple[FileFault, ...]:
    found = []
    for item in (item for items in lists for item in items):
        data = next(data for data in folders if item.path.is_relative_to(data.folder))
        name = item.path.relative_to(data.folder).as_posix()
        found.append(FileFault(data.source.key, name, item.reason))
    return tuple(dict.fromkeys(found))
