"""Opening and decoding off the GUI thread: the catalogue, the frame on screen, what comes next.

Each loader drops what is stale: only the answer to the latest question is passed on.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tumorview.cancel import CancelToken
from tumorview.domain.events import Outcome
from tumorview.domain.source import SourceRef
from tumorview.domain.study import StudyCatalog
from tumorview.imaging.archive import Unpacker
from tumorview.ui.frame_cache import FrameCache
from tumorview.ui.messages import FrameDecoded, FrameUnreadable, Rendered, RenderRequest
from tumorview.ui.threads import WorkerThread, WorkFinished, keep_collections_short

if TYPE_CHECKING:
    from tumorview.imaging.header_process import HeaderProcess
    from tumorview.ui.work import FrameReader, Painter

THUMBNAIL_SIDE = 128
"""Pixels; drawn at half of that, so that it is sharp on a dense screen."""


THUMBNAIL_PAUSE_MS = 300
"""Before small pictures are drawn."""


class CatalogLoader(QObject):
    """Reads what lies at some paths, one opening after the other.

    Signals
    -------
    progressed(int, int)
        Files looked at, files found, of the opening that is read now.
    loaded(int, object)
        Id of an opening and its `StudyCatalog`: first as far as it has been read, last whole.
    failed(int, object)
        A TumorViewError; nothing could be listed at all.
    ended(int)
        After either, and after a cancel.
    """

    progressed = Signal(int, int)
    loaded = Signal(int, object)
    failed = Signal(int, object)
    ended = Signal(int)

    _progress_of = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = WorkerThread("tumorview-catalog", self)
        self._process: HeaderProcess | None = None
        self._warming: int | None = None
        self._thread.reported.connect(self.loaded)
        self._thread.finished.connect(self._on_finished)
        self._progress_of.connect(self._on_progress)

    def open(self, paths: Sequence[Path], unpacker: Unpacker, first: Path | None = None) -> int:
        """Read `paths` once what was asked for before has been read; returns the opening's id."""
        wanted = tuple(paths)

        def work(token: CancelToken) -> Iterator[StudyCatalog]:
            from tumorview.ui.work import (  # noqa: PLC0415 - heavy, worker thread only
                CatalogueJob,
                catalogue,
            )

            job = CatalogueJob(wanted, unpacker, first, self._header_process())
            return catalogue(job, self._progress_of.emit, token)

        return self._thread.submit(work)

    def warm_up(self) -> None:
        """Start the process that reads headers while nobody waits for it."""

        def work(_token: CancelToken) -> Iterator[object]:
            self._header_process().start()
            return iter(())

        self._warming = self._thread.submit(work)

    def cancel(self) -> None:
        """Stop reading, and give up what waits."""
        self._thread.cancel()

    def shutdown(self) -> bool:
        """Stop and join; the process ends as well."""
        ended = self._thread.shutdown()
        if self._process is not None:
            self._process.give_up()
        return ended

    def _header_process(self) -> HeaderProcess:
        """The one process of this loader; on its thread."""
        if self._process is None:
            from tumorview.imaging.header_process import (  # noqa: PLC0415 - heavy
                HeaderProcess,
            )

            self._process = HeaderProcess()
        return self._process

    def _on_progress(self, done: int, total: int) -> None:
        if self._thread.is_busy:
            self.progressed.emit(done, total)

    def _on_finished(self, end: WorkFinished) -> None:
        if end.request_id == self._warming:
            return
        if end.outcome is Outcome.FAILED:
            self.failed.emit(end.request_id, end.error)
        self.ended.emit(end.request_id)


class FrameLoader(QObject):
    """Decodes the wanted frame first, then those that the user will want next.

    Signals
    -------
    loaded(object)
        The ModalityFrame of the latest `request`.
    failed(object, object)
        Source of the latest `request` and why it cannot be shown.
    """

    loaded = Signal(object)
    failed = Signal(object, object)

    def __init__(self, cache: FrameCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._thread = WorkerThread("tumorview-decode", self)
        self._thread.reported.connect(self._on_reported)
        self._thread.finished.connect(self._on_finished)
        self._reader: FrameReader | None = None
        self._wanted: SourceRef | None = None
        self._latest = 0

    def request(self, source: SourceRef, ahead: Sequence[SourceRef] = ()) -> None:
        """Ask for `source`, and for `ahead` to be decoded after it."""
        self._thread.cancel()
        self._wanted = source
        sources = (source, *ahead)

        def work(token: CancelToken) -> Iterator[object]:
            from tumorview.ui.work import (  # noqa: PLC0415 - heavy, worker thread only
                DecodeJob,
                FrameReader,
                decode,
            )

            if self._reader is None:
                self._reader = FrameReader()
            return decode(DecodeJob(sources, self._cache, self._reader), token)

        self._latest = self._thread.submit(work)
        cached = self._cache.get(source)
        if cached is not None:
            self._wanted = None
            self.loaded.emit(cached)

    def warm_up(self) -> None:
        """Import what reading needs while nobody waits for it."""

        def work(_token: CancelToken) -> Iterator[object]:
            importlib.import_module("tumorview.ui.work")
            keep_collections_short()
            return iter(())

        self._thread.submit(work)

    def drop(self) -> None:
        """Give up what is wanted."""
        self._thread.cancel()
        self._wanted = None

    def forget(self) -> None:
        """Drop every frame and stop."""
        self.drop()
        self._cache.clear()

    def stop(self) -> None:
        """Ask the thread to end, without waiting for it."""
        self._wanted = None
        self._thread.stop()

    @property
    def has_ended(self) -> bool:
        """True while no thread runs."""
        return self._thread.has_ended

    def shutdown(self) -> bool:
        """Stop and join."""
        ended = self._thread.shutdown()
        if self._reader is not None:
            self._reader.close()
        return ended

    def _on_reported(self, _request_id: int, event: object) -> None:
        # A frame that an earlier request decoded is as good; only the source counts.
        if isinstance(event, FrameDecoded) and event.source == self._wanted:
            self._wanted = None
            self.loaded.emit(event.frame)
        elif isinstance(event, FrameUnreadable) and event.source == self._wanted:
            self._wanted = None
            self.failed.emit(event.source, event.error)

    def _on_finished(self, end: WorkFinished) -> None:
        if end.request_id == self._latest and end.error is not None and self._wanted is not None:
            source, self._wanted = self._wanted, None
            self.failed.emit(source, end.error)


class Renderer(QObject):
    """Makes pictures one at a time; while one is made, only the latest further wish is kept.

    Signals
    -------
    rendered(object)
        A `Rendered`.
    failed(object)
        A TumorViewError: a defect, since every frame that was decoded can be drawn.
    """

    rendered = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = WorkerThread("tumorview-render", self)
        self._thread.reported.connect(self._on_reported)
        self._thread.finished.connect(self._on_finished)
        self._painter: Painter | None = None
        self._busy = False
        self._next: RenderRequest | None = None

    def request(self, wish: RenderRequest) -> None:
        """Make this picture as soon as the one being made is done."""
        if self._busy:
            self._next = wish
        else:
            self._start(wish)

    def drop(self) -> None:
        """Forget the wish that waits."""
        self._next = None

    def stop(self) -> None:
        """Ask the thread to end, without waiting for it."""
        self._next = None
        self._thread.stop()

    @property
    def has_ended(self) -> bool:
        """True while no thread runs."""
        return self._thread.has_ended

    def shutdown(self) -> bool:
        """Stop and join."""
        self._next = None
        return self._thread.shutdown()

    def _start(self, wish: RenderRequest) -> None:
        self._busy = True

        def work(_token: CancelToken) -> Iterator[Rendered]:
            from tumorview.ui.work import Painter  # noqa: PLC0415 - heavy, worker thread only

            if self._painter is None:
                self._painter = Painter()
            yield self._painter.render(wish)

        self._thread.submit(work)

    def _on_reported(self, _request_id: int, event: object) -> None:
        self.rendered.emit(event)

    def _on_finished(self, end: WorkFinished) -> None:
        self._busy = False
        wish, self._next = self._next, None
        if wish is not None:
            self._start(wish)
        if end.outcome is Outcome.FAILED:
            self.failed.emit(end.error)


class ThumbnailLoader(QObject):
    """Small pictures for the list of studies.

    Signals
    -------
    ready(object)
        A `ThumbnailReady` of the latest `request`.
    """

    ready = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = WorkerThread("tumorview-thumbnails", self)
        self._thread.reported.connect(self._on_reported)
        self._latest = 0
        self._wanted: tuple[SourceRef, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=THUMBNAIL_PAUSE_MS)
        self._pause.timeout.connect(self._start)

    def request(self, sources: Sequence[SourceRef]) -> None:
        """Draw each of these frames in a moment; an earlier request is dropped.

        The list is made anew several times while a folder is read, and the image that is opened
        comes before all small ones.
        """
        self._thread.cancel()
        self._latest = 0
        self._wanted = tuple(sources)
        if not self._pause.isActive():
            self._pause.start()

    def _start(self) -> None:
        wanted = self._wanted

        def work(token: CancelToken) -> Iterator[object]:
            from tumorview.ui.work import thumbnails  # noqa: PLC0415 - heavy, worker thread only

            return thumbnails(wanted, THUMBNAIL_SIDE, token)

        self._latest = self._thread.submit(work)

    def shutdown(self) -> bool:
        """Stop and join."""
        self._pause.stop()
        return self._thread.shutdown()

    def _on_reported(self, request_id: int, event: object) -> None:
        if request_id == self._latest:
            self.ready.emit(event)
