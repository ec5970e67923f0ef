"""Several folders read together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from training.data.adapters import FolderData, FolderOptions, read_folder
from training.errors import DataError


def read_folders(folders: Sequence[Path], options: FolderOptions) -> tuple[FolderData, ...]:
    """Read each folder.

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
    return tuple(read_folder(folder, options) for folder in folders)
