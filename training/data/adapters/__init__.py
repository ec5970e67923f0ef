"""Labelled folders in the layouts that people have, each read as records.

`read_folder` recognises the layout; `folder_data.FolderData` is what it gives.
"""

from training.data.adapters.folder_data import FolderData, FolderOptions, Unreadable
from training.data.adapters.reading import read_folder

__all__ = ["FolderData", "FolderOptions", "Unreadable", "read_folder"]
