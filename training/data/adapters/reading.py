"""One labelled folder of any layout -> records."""

from __future__ import annotations

from pathlib import Path

from training.data.adapters.class_folders import read_class_folders
from training.data.adapters.drafts import Drafts, records_of
from training.data.adapters.folder_data import (
    FolderData,
    FolderOptions,
    read_source_facts,
    source_info,
)
from training.data.adapters.groups import with_all_groups, with_named_groups
from training.data.adapters.label_table import COLUMNS, TABLE_NAME, read_label_table
from training.data.adapters.labels import label_name, names_of_classes
from training.data.sources import READERS, SOURCES
from training.errors import DataError

_READ_IN_PART = frozenset(("nickparvar",))
"""Sets of which `training.data.sources` reads some classes only; their class folders tell all."""

_TABLES = {"cheng": "cases.csv", "lgg": "slices.csv"}
"""What a folder must hold besides its name to be a documented set."""


def read_folder(folder: Path, options: FolderOptions | None = None) -> FolderData:
    """Recognise a folder's layout and read its records, each with a group.

    Images are decoded only where nothing names the patients.

    Raises
    ------
    DataError
        When the folder is missing, its layout is not known, or its content contradicts itself; the
        sentence names the file and the way out.
    """
    options = options or FolderOptions()
    data = with_all_groups(recognize_folder(folder, options))
    if not options.one_class:
        require_two_classes(data)
    return data


def recognize_folder(folder: Path, options: FolderOptions) -> FolderData:
    """Records whose group is empty where nothing names the patient; raises like `read_folder`."""
    folder = folder.resolve()
    if not folder.is_dir():
        raise DataError(
            "the data folder does not exist", path=folder, remedy="Give a folder of images."
        )
    return with_named_groups(_documented(folder) or _recognised(folder), options.group_pattern)


def require_two_classes(data: FolderData) -> None:
    """Raise DataError when there is nothing to tell apart."""
    classes = sorted({label_name(record) for record in data.records})
    if len(classes) < 2:
        raise DataError(
            "the folder holds images of one class only"
            if classes
            else "none of the images can be read",
            path=data.folder,
            received=classes[0] if classes else len(data.unreadable),
            remedy="There must be images with and without tumour, or of several types.",
        )


def _documented(folder: Path) -> FolderData | None:
    """A set that `training.data.sources` knows, read as recipes read it; None for any other."""
    if folder.name not in READERS or folder.name in _READ_IN_PART:
        return None
    table = _TABLES.get(folder.name)
    if table is not None and not (folder / table).is_file():
        return None
    records = READERS[folder.name](folder.parent)
    return FolderData(folder, SOURCES[folder.name], tuple(records))


def _recognised(folder: Path) -> FolderData:
    facts = read_source_facts(folder)
    labelled = read_label_table(folder)
    if labelled is None:
        labelled = read_class_folders(folder)
    if labelled is None:
        raise DataError(
            "no labelled images were recognised",
            path=folder,
            remedy=f"Looked for: {TABLE_NAME} with the columns {COLUMNS}; folders named after "
            f"classes ({names_of_classes()}; yes, no), also below train and test; images with "
            "masks (images/a.png and masks/a.png, or a.png and a_mask.png).",
        )
    drafts: Drafts = records_of(folder, labelled, facts)
    return FolderData(
        folder,
        source_info(folder, facts),
        drafts.records,
        drafts.official_parts,
        drafts.unreadable,
    )
