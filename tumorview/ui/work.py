"""What the window's worker threads do. Imported by those threads alone.

Reading pulls in pydicom and OpenCV, which take longer to import than the window takes to appear;
no module that the GUI thread imports may import this one at its top.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainterPath

from tumorview.attendants import Attendants
from tumorview.cancel import CancelToken
from tumorview.domain.arrays import Float32Array
from tumorview.domain.frames import DisplayFrame, ModalityFrame, VoiWindow
from tumorview.domain.header_listing import HeaderListing
from tumorview.domain.overlays import FrameOverlays
from tumorview.domain.prediction import Heatmap
from tumorview.domain.source import SourceRef
from tumorview.domain.study import StudyCatalog
from tumorview.errors import Cancelled, TumorViewError
from tumorview.imaging.archive import Unpacker
from tumorview.imaging.catalog import read_catalog_in_parts
from tumorview.imaging.errors import FileChangedError, ImagingError
from tumorview.imaging.file_state import stalled
from tumorview.imaging.header_elements import read_header
from tumorview.imaging.header_process import HeaderProcess
from tumorview.imaging.image_file import ImageFile, open_image
from tumorview.imaging.level_lines import level_lines
from tumorview.imaging.modality import modality_frame
from tumorview.imaging.private_folder import remove_abandoned
from tumorview.imaging.reformat_series import ReformattedRef
from tumorview.imaging.voi import auto_window, display_frame, own_views, region_window
from tumorview.inference.heatmap import resampled_to_source
from tumorview.reporting.overlay import blend
from tumorview.ui.frame_cache import FrameCache, frame_bytes
from tumorview.ui.heatmap.marks import path_of
from tumorview.ui.language import tr_noop
from tumorview.ui.messages import (
    FileWindow,
    FrameDecoded,
    FrameUnreadable,
    HeatmapLook,
    RegionWindow,
    Rendered,
    RenderRequest,
    ThumbnailReady,
    WindowMode,
)
from tumorview.ui.qimage import overlay_pictures, to_qimage
from tumorview.ui.viewport.overlay_layer import OverlayPicture

NO_VALUES_IN_REGION = tr_noop("no values in the region")

_PROGRESS_SECONDS = 0.05
_OPEN_FILES = 2

_GRACE_SECONDS = 2.0
"""A frame that nobody waits for any more is read to its end, unless its drive does not answer."""


@dataclass(frozen=True, slots=True)
class CatalogueJob:
    """What to read: `first` before the rest, archives unpacked by `unpacker`.

    Headers of many files come from `process`, so that this one has its hands free for the window.
    """

    paths: tuple[Path, ...]
    unpacker: Unpacker
    first: Path | None = None
    process: HeaderProcess | None = None


def catalogue(
    job: CatalogueJob, on_progress: Callable[[int, int], None], token: CancelToken
) -> Iterator[StudyCatalog]:
    """Yield the catalogue as it grows, last the whole; progress at most twenty times a second.

    What earlier runs of the application unpacked and had no time to remove is removed first.
    """
    _remove_abandoned_once()
    last = 0.0

    def report(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _PROGRESS_SECONDS or done == total:
            last = now
            on_progress(done, total)

    yield from read_catalog_in_parts(
        job.paths,
        on_progress=report,
        token=token,
        unpacker=job.unpacker,
        first=job.first,
        process=job.process,
    )


@cache
def _remove_abandoned_once() -> None:
    remove_abandoned()


class FrameReader:
    """Reads frames one by one and keeps the multi-frame files used last open.

    One thread reads for as long as the reader lives, unless it is left behind because its drive
    does not answer; `close` ends it.
    """

    def __init__(self) -> None:
        self._files: OrderedDict[Path, ImageFile] = OrderedDict()
        self._attendants = Attendants()

    def close(self) -> None:
        """End the thread; a frame may still be read afterwards, on a thread of its own."""
        self._attendants.close()

    def read(self, source: SourceRef, token: CancelToken | None = None) -> ModalityFrame:
        """The frame in modality units.

        Raises
        ------
        ImagingError
            It cannot be read, or its drive does not answer.
        Cancelled
            `token` was cancelled and the drive does not answer.
        """
        if isinstance(source, ReformattedRef):
            return source.read()
        try:
            return self._attendants.call(
                lambda _alive: self._read(source), token=token, grace=_GRACE_SECONDS
            )
        except TimeoutError as error:
            raise stalled(source.path) from error

    def _read(self, source: SourceRef) -> ModalityFrame:
        image = self._files.pop(source.path, None) or open_image(source.path)
        if image.frame_count > 1:
            self._files[source.path] = image
            while len(self._files) > _OPEN_FILES:
                self._files.popitem(last=False)
        try:
            frame = modality_frame(image.read_frame(source.frame_number))
            return replace(frame, overlays=_overlays(image, source.frame_number))
        except FileChangedError:
            # The next wish is answered from the file as it is then.
            self._files.pop(source.path, None)
            raise


def _overlays(image: ImageFile, number: int) -> FrameOverlays:
    """The overlays of a frame; the image is shown also where none of them can be read."""
    try:
        return image.read_overlays(number)
    except FileChangedError:
        raise
    except ImagingError:
        return FrameOverlays(problems=(tr_noop("the overlays cannot be read"),))


@dataclass(frozen=True, slots=True)
class DecodeJob:
    """Frames to have in `cache`, the wanted one first."""

    sources: tuple[SourceRef, ...]
    cache: FrameCache
    reader: FrameReader


def decode(job: DecodeJob, token: CancelToken) -> Iterator[FrameDecoded | FrameUnreadable]:
    """Yield the wanted frame and what else is read; one that is unreadable stops no other.

    Reading ahead ends where the cache has room for what was wanted and read so far and no more:
    further frames would push out those that come next.
    """
    taken = largest = 0
    for source in job.sources:
        token.raise_if_cancelled()
        if taken and taken + largest > job.cache.budget_bytes:
            return
        frame = job.cache.get(source)
        was_kept = frame is not None
        if frame is None:
            try:
                frame = job.reader.read(source, token)
            except Cancelled:
                raise
            except TumorViewError as error:
                yield FrameUnreadable(source, error)
                continue
            job.cache.put(frame)
        size = frame_bytes(frame)
        taken, largest = taken + size, max(largest, size)
        if source == job.sources[0] or not was_kept:
            yield FrameDecoded(source, frame)


class Painter:
    """Turns frames into QImages; remembers the heatmap and the overlays that it made last."""

    def __init__(self) -> None:
        self._heatmap: Heatmap | None = None
        self._stretched: Float32Array | None = None
        self._overlays_for: FrameOverlays | None = None
        self._overlays: tuple[OverlayPicture, ...] = ()
        self._contour: tuple[float, QPainterPath] | None = None

    def render(self, request: RenderRequest) -> Rendered:
        """The picture of one request: window, polarity, heatmap."""
        frame = request.frame
        window = request.window
        if window is WindowMode.AUTO:
            shown = display_frame(frame, auto_window(frame), request.invert)
        elif window is WindowMode.DEFAULT:
            shown = display_frame(frame, None, request.invert)
        elif isinstance(window, RegionWindow):
            shown = display_frame(frame, _of_region(window), request.invert)
        elif isinstance(window, FileWindow):
            own = dict(enumerate(own_views(frame)))
            shown = display_frame(frame, own.get(window.place), request.invert)
        else:
            shown = display_frame(frame, window, request.invert)
        image, beside, contour = self._pictures(request, shown)
        return Rendered(request, image, shown.window, self._overlays_of(frame), beside, contour)

    def _overlays_of(self, frame: ModalityFrame) -> tuple[OverlayPicture, ...]:
        # The same for every window; dragging one must not make them anew.
        if self._overlays_for is not frame.overlays:
            self._overlays_for, self._overlays = frame.overlays, overlay_pictures(frame.overlays)
        return self._overlays

    def _pictures(
        self, request: RenderRequest, shown: DisplayFrame
    ) -> tuple[QImage, QImage | None, QPainterPath | None]:
        """The image, what stands beside it, and the heatmap's contour."""
        look = request.heatmap
        if look is None:
            plain = to_qimage(shown.pixels)
            return plain, plain if request.beside else None, None
        hot = self._hot(look, shown)
        contour = self._contour_of(look) if look.contour and look.threshold > 0 else None
        if request.beside:
            return to_qimage(shown.pixels), hot, contour
        return hot, None, contour

    def _hot(self, look: HeatmapLook, shown: DisplayFrame) -> QImage:
        heat = self._stretch(look.heatmap)
        return to_qimage(blend(shown.pixels, heat, look.color_map, look.opacity, look.threshold))

    def _stretch(self, heatmap: Heatmap) -> Float32Array:
        if self._stretched is None or self._heatmap is not heatmap:
            self._heatmap, self._stretched = heatmap, resampled_to_source(heatmap)
            self._contour = None
        return self._stretched

    def _contour_of(self, look: HeatmapLook) -> QPainterPath:
        heat = self._stretch(look.heatmap)
        if self._contour is None or self._contour[0] != look.threshold:
            self._contour = look.threshold, path_of(level_lines(heat, look.threshold))
        return self._contour[1]


def _of_region(choice: RegionWindow) -> VoiWindow:
    window = region_window(choice.frame, choice.region)
    return window or replace(choice.otherwise, explanation=NO_VALUES_IN_REGION)


def thumbnails(
    sources: Sequence[SourceRef], side: int, token: CancelToken
) -> Iterator[ThumbnailReady]:
    """Yield a small picture of each frame; an unreadable one has none."""
    with closing(FrameReader()) as reader:
        yield from _thumbnails(reader, sources, side, token)


def _thumbnails(
    reader: FrameReader, sources: Sequence[SourceRef], side: int, token: CancelToken
) -> Iterator[ThumbnailReady]:
    for source in sources:
        token.raise_if_cancelled()
        try:
            frame = reader.read(source, token)
            image = to_qimage(display_frame(frame, None).pixels)
        except Cancelled:
            raise
        except TumorViewError:
            # The series itself says why when it is opened.
            continue
        yield ThumbnailReady(
            source,
            image.scaled(
                side,
                side,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            ),
        )


def header(path: Path, token: CancelToken) -> Iterator[HeaderListing]:
    """Yield the data elements of `path`."""
    with Attendants() as attendants:
        try:
            yield attendants.call(
                lambda _alive: read_header(path, token), token=token, grace=_GRACE_SECONDS
            )
        except TimeoutError as error:
            raise stalled(path) from error
