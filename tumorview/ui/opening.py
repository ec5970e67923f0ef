"""From paths to a study on screen: menu, drop and command line all come through here."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QObject, QUrl, Signal

from tumorview.cancel import CancelToken
from tumorview.domain.study import Series, Study, StudyCatalog
from tumorview.errors import TumorViewError
from tumorview.imaging.archive import Unpacker
from tumorview.ui.loader import CatalogLoader, ThumbnailLoader
from tumorview.ui.threads import WorkerThread


@dataclass(frozen=True, slots=True)
class Landing:
    """What to show first: a series and, where one was asked for, a slice counted from 0."""

    study: Study
    series: Series
    index: int | None = None


@dataclass(slots=True)
class _Opening:
    """One call of `Opener.open`; `unpacker` keeps what its archives hold."""

    paths: tuple[Path, ...]
    wanted: tuple[Path, int] | None
    unpacker: Unpacker
    is_said: bool = False
    has_study: bool = False
    is_over: bool = False


class Opener(QObject):
    """Reads paths in the background, one opening after the other, and says what to show.

    Signals
    -------
    started()
        Reading began.
    progressed(int, int)
        Files looked at, files found.
    part_read(int, object)
        Number of an opening and its `StudyCatalog` as far as it has been read; has a study in it.
    opened(object, object)
        Once an opening: the `StudyCatalog` so far and the `Landing`, which is None when nothing in
        it can be shown. `paths` are those of that opening meanwhile.
    failed(object)
        A TumorViewError; what was open stays open.
    ended(int)
        An opening has been read, or given up.
    """

    started = Signal()
    progressed = Signal(int, int)
    part_read = Signal(int, object)
    opened = Signal(object, object)
    failed = Signal(object)
    ended = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogs = CatalogLoader(self)
        self._cleaner = WorkerThread("tumorview-unpacked", self)
        self.thumbnails = ThumbnailLoader(self)
        self._openings: dict[int, _Opening] = {}
        self.paths: tuple[Path, ...] = ()
        self._catalogs.progressed.connect(self.progressed)
        self._catalogs.loaded.connect(self._on_loaded)
        self._catalogs.failed.connect(self._on_failed)
        self._catalogs.ended.connect(self._on_ended)

    @property
    def is_busy(self) -> bool:
        """Whether something is read or waits to be."""
        return any(not opening.is_over for opening in self._openings.values())

    def open(self, paths: Sequence[Path], frame_number: int | None = None) -> None:
        """Open files and folders together; `frame_number` (from 1) of the first is shown first."""
        if not paths:
            return
        wanted = None if frame_number is None else (paths[0], frame_number)
        opening = _Opening(tuple(paths), wanted, Unpacker())
        self.started.emit()
        number = self._catalogs.open(paths, opening.unpacker, None if wanted is None else paths[0])
        self._openings[number] = opening

    def warm_up(self) -> None:
        """Get ready to read many files while nobody waits for it."""
        self._catalogs.warm_up()

    def cancel(self) -> None:
        """Stop reading; what was open stays open, and so does what has been read."""
        self._catalogs.cancel()

    def release(self, openings: Sequence[int]) -> None:
        """Nothing of these openings is needed any more: remove what their archives held."""
        for number in openings:
            opening = self._openings.get(number)
            if opening is not None and opening.is_over:
                del self._openings[number]
                self._clean(opening.unpacker)

    def shutdown(self) -> None:
        """Stop and join the threads; whatever was unpacked is removed."""
        self._catalogs.shutdown()
        self.thumbnails.shutdown()
        for opening in self._openings.values():
            self._clean(opening.unpacker)
        self._openings.clear()
        self._cleaner.drain()

    def _clean(self, unpacker: Unpacker) -> None:
        def work(_token: CancelToken) -> Iterator[object]:
            unpacker.close()
            return iter(())

        if unpacker.is_used:
            self._cleaner.submit(work)

    def _on_loaded(self, number: int, catalog: StudyCatalog) -> None:
        opening = self._openings.get(number)
        if opening is None:
            return
        if catalog.studies:
            opening.has_study = True
            self.part_read.emit(number, catalog)
        landing = landing_of(catalog, opening.wanted)
        ready = landing is not None and (opening.wanted is None or landing.index is not None)
        if not opening.is_said and (ready or catalog.is_complete):
            opening.is_said = True
            self.paths = opening.paths
            self.opened.emit(catalog, landing)

    def _on_failed(self, _number: int, error: TumorViewError) -> None:
        self.failed.emit(error)

    def _on_ended(self, number: int) -> None:
        opening = self._openings.get(number)
        if opening is not None:
            opening.is_over = True
            if not opening.has_study:
                self.release((number,))
        self.ended.emit(number)


def landing_of(catalog: StudyCatalog, wanted: tuple[Path, int] | None) -> Landing | None:
    """The wanted (file, frame number) where the catalogue has it, else the first series.

    While not all is read, the frame that was read first stands for the middle of its series.
    """
    look = catalog.first_look
    if wanted is None and look is not None:
        wanted = look.path, look.frame_number
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
