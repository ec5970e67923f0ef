"""What a watch says besides what a scan does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tumorview.domain.events import ItemDone, ItemFailed, ScanFinished


@dataclass(frozen=True, slots=True)
class WatchStarted:
    """The folder is watched from now on. `known_files` have their rows already."""

    folder: Path
    known_files: int


@dataclass(frozen=True, slots=True)
class FolderLost:
    """The watched folder cannot be listed; it is tried again until it is back."""

    folder: Path


@dataclass(frozen=True, slots=True)
class FolderFound:
    """The watched folder is back."""

    folder: Path


WatchEvent = WatchStarted | ItemDone | ItemFailed | FolderLost | FolderFound | ScanFinished
"""A stream ends in exactly one `ScanFinished`: `DONE` when it was asked to stop."""
