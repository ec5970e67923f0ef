"""Several folders read together, every image once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from training.audit.prints import Prints, take_prints
from training.data.adapters import FolderData, FolderOptions
from training.data.adapters.groups import with_clusters
from training.data.adapters.reading import recognize_folder, require_two_classes
from training.errors import DataError


def read_folders(
    folders: Sequence[Path], options: FolderOptions
) -> tuple[tuple[FolderData, ...], Prints]:
    """Read each folder, and the prints of all its images.

    What `read_folder` gives, save that images which cannot be decoded are listed by the prints.

    Raises
    ------
    DataError
        When two folders have one name, which is what their images are told apart by, or one cannot
        be read.
    """
    names: dict[str, Path] = {}
    for folder in folders:
        if (other := names.setdefault(folder.resolve().name, folder)) is not folder:
            raise DataError(
                "two folders have the same name",
                path=folder,
                received=(str(other), str(folder)),
                remedy="Images are told apart by their folder's name; rename one.",
            )
    recognized = [recognize_folder(folder, options) for folder in folders]
    prints = take_prints([record for data in recognized for record in data.records])
    found = tuple(_grouped(data, prints) for data in recognized)
    for data in found:
        if not options.one_class:
            require_two_classes(data)
    by_id = {record.image_id: record for data in found for record in data.records}
    records = tuple(by_id[record.image_id] for record in prints.records)
    return found, replace(prints, records=records)


def _grouped(data: FolderData, prints: Prints) -> FolderData:
    """Clusters of near-duplicates for the records that name no patient."""
    waiting = {record.image_id for record in data.records if not record.group}
    if not waiting:
        return data
    places = [i for i, record in enumerate(prints.records) if record.image_id in waiting]
    mine = [prints.records[i] for i in places]
    return with_clusters(data, mine, prints.maps[np.array(places, np.int64)])
