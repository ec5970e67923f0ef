"""Reads series into volumes off the GUI thread, and holds those that are on screen."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tumorview.cancel import CancelToken
from tumorview.domain.events import Outcome
from tumorview.domain.frames import ModalityFrame
from tumorview.domain.source import SourceRef
from tumorview.domain.study import Series
from tumorview.imaging.reformat_series import Volume, read_volume
from tumorview.ui.frame_cache import FrameCache
from tumorview.ui.threads import WorkerThread, WorkFinished

if TYPE_CHECKING:
    from tumorview.ui.work import FrameReader


class Reformatter(QObject):
    """One series is read at a time; a newer wish replaces an older one.

    A volume takes as much memory as all its slices, at most what `Limits.frame_bytes` allows for
    one; `hold` says which are still needed.

    Signals
    -------
    progressed(int, int)
        Slices read, slices in all.
    made(object)
        The `Volume` that was wished for last.
    failed(object)
        The TumorViewError for which there is none.
    """

    progressed = Signal(int, int)
    made = Signal(object)
    failed = Signal(object)

    _progress_of = Signal(int, int)

    def __init__(self, cache: FrameCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._thread = WorkerThread("tumorview-reformat", self)
        self._thread.reported.connect(self._on_reported)
        self._thread.finished.connect(self._on_finished)
        self._progress_of.connect(self._on_progress)
        self._reader: FrameReader | None = None
        self._volumes: dict[tuple[str, ...], Volume] = {}
        self._latest = 0

    @property
    def is_busy(self) -> bool:
        """True while a series is read."""
        return self._latest != 0

    def request(self, series: Series) -> None:
        """Read a series, unless it is held: then it is there at once."""
        self.cancel()
        known = self._volumes.get(series.key)
        if known is not None and known.series is series:
            self.made.emit(known)
            return

        def work(token: CancelToken) -> Iterator[Volume]:
            yield read_volume(series, self._read, self._progress_of.emit, token)

        self._latest = self._thread.submit(work)

    def cancel(self) -> None:
        """Give up what is being read."""
        self._thread.cancel()
        if self._latest:
            self._latest = 0
            self.progressed.emit(0, 0)

    def hold(self, needed: Collection[tuple[str, ...]]) -> None:
        """Let go of the volumes of all other series."""
        self._volumes = {key: one for key, one in self._volumes.items() if key in needed}

    @property
    def held(self) -> tuple[Volume, ...]:
        """The volumes in memory."""
        return tuple(self._volumes.values())

    def shutdown(self) -> None:
        """Stop and join."""
        self._thread.shutdown()
        if self._reader is not None:
            self._reader.close()
        self._volumes = {}

    def _read(self, source: SourceRef) -> ModalityFrame:
        # On the worker thread, like all that imports the reader.
        from tumorview.ui.work import FrameReader  # noqa: PLC0415 - heavy, worker thread only

        kept = self._cache.get(source)
        if kept is not None:
            return kept
        if self._reader is None:
            self._reader = FrameReader()
        return self._reader.read(source)

    def _on_progress(self, done: int, total: int) -> None:
        if self._latest:
            self.progressed.emit(done, total)

    def _on_reported(self, request_id: int, volume: object) -> None:
        if request_id != self._latest or not isinstance(volume, Volume):
            return
        self._latest = 0
        self._volumes[volume.series.key] = volume
        self.progressed.emit(0, 0)
        self.made.emit(volume)

    def _on_finished(self, end: WorkFinished) -> None:
        if end.request_id != self._latest:
            return
        self._latest = 0
        self.progressed.emit(0, 0)
        if end.outcome is Outcome.FAILED:
            self.failed.emit(end.error)
