"""From paths to a study on screen: menu, drop and command line all come through here."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QObject, QUrl, Signal

from tumorview.domain.study import Series, Study, StudyCatalog
from tumorview.errors import TumorViewError
from tumorview.ui.loader import CatalogLoader, ThumbnailLoader


@dataclass(frozen=True, slots=True)
class Landing:
    """What to show first: a series and, where one was asked for, a slice counted from 0."""

    study: Study
    series: Series
    index: int | None = None


class Opener(QObject):
    """Reads paths in the background and says what to show.

    Signals
    -------
    started()
        Reading began.
    progressed(int, int)
        Files looked at, files found.
    opened(object, object)
        The `StudyCatalog` and the `Landing`, which is None when nothing in it can be shown.
    failed(object)
        A TumorViewError; what was open stays open.
    ended()
        Reading is over.
    """

    started = Signal()
    progressed = Signal(int, int)
    opened = Signal(object, object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogs = CatalogLoader(self)
        self.thumbnails = ThumbnailLoader(self)
        self._wanted_frame: tuple[Path, int] | None = None
        self._catalogs.progressed.connect(self.progressed)
        self._catalogs.loaded.connect(self._on_loaded)
        self._catalogs.failed.connect(self.failed)
        self._catalogs.ended.connect(self.ended)

    def open(self, paths: Sequence[Path], frame_number: int | None = None) -> None:
        """Open files and folders together; `frame_number` (from 1) of the first is shown first."""
        if not paths:
            return
        self._wanted_frame = None if frame_number is None else (paths[0], frame_number)
        self.started.emit()
        self._catalogs.open(paths)

    def cancel(self) -> None:
        """Stop reading; what was open stays open."""
        self._catalogs.cancel()

    def shutdown(self) -> None:
        """Stop and join the threads."""
        self._catalogs.shutdown()
        self.thumbnails.shutdown()

    def _on_loaded(self, catalog: StudyCatalog) -> None:
        landing = landing_of(catalog, self._wanted_frame)
        self.opened.emit(catalog, landing)
        if landing is not None:
            self.thumbnails.request([s for study in catalog.studies for s in study.series])


def landing_of(catalog: StudyCatalog, wanted: tuple[Path, int] | None) -> Landing | None:
    """The wanted (file, frame number) where the catalogue has it, else the first series."""
    first: Landing | None = None
    for study in catalog.studies:
        for series in study.series:
            if first is None:
                first = Landing(study, series)
            for index, frame in enumerate(series.frames):
                if wanted == (frame.source.path, frame.source.frame_number):
                    return Landing(study, series, index)
    return first


def nothing_to_show(catalog: StudyCatalog, paths: Sequence[Path]) -> TumorViewError:
    """Why a catalogue without a single image is empty."""
    if len(catalog.failures) == 1:
        return catalog.failures[0].error
    place = paths[0] if len(paths) == 1 else None
    if catalog.failures:
        return NothingToShowError(
            f"none of the {len(catalog.failures)} files can be read",
            path=place,
            remedy=f"The first: {catalog.failures[0].error.sentence()}",
        )
    return NothingToShowError(
        "there is no file here", path=place, remedy="Choose a folder with DICOM, PNG or JPEG files."
    )


class NothingToShowError(TumorViewError):
    """A folder without a readable image."""

    code = "nothing_to_show"


def local_paths(urls: Sequence[QUrl]) -> list[Path]:
    """The files and folders among dropped addresses."""
    return [_local_path(url) for url in urls if url.isLocalFile()]


def _local_path(url: QUrl) -> Path:
    if os.name == "nt":
        return Path(url.toLocalFile())
    # A name is bytes here, and need not be UTF-8, which is all that toLocalFile knows.
    encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    return Path(os.fsdecode(unquote_to_bytes(encoded)))
