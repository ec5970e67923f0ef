"""What is being read: study, series, slice, window; and how it gets onto the screen.

`Viewer` holds the state and has no pixels of its own: it asks the loaders, drops what is stale and
tells the widgets. Opening and drawing happen on the loaders' threads.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from tumorview.domain.frames import ModalityFrame, VoiWindow, WindowOrigin
from tumorview.domain.prediction import Prediction
from tumorview.domain.source import SourceRef
from tumorview.domain.study import FrameInfo, Series, SeriesNotice, Study
from tumorview.errors import TumorViewError
from tumorview.ui.frame_cache import FrameCache
from tumorview.ui.loader import FrameLoader, Renderer
from tumorview.ui.messages import (
    HeatmapLook,
    RegionWindow,
    Rendered,
    RenderRequest,
    WindowChoice,
    WindowMode,
)
from tumorview.ui.result.heatmap_controls import HeatmapView

DECODE_AHEAD = 16
DECODE_BEHIND = 4
"""Slices that are read before they are asked for, as far as the cache has room for them."""


@dataclass(frozen=True, slots=True)
class ViewerState:
    """What is read and how it is windowed, to go on with elsewhere; `index` counts from 0."""

    study: Study
    series: Series
    index: int
    choice: WindowChoice = WindowMode.DEFAULT
    invert: bool = False


class Viewer(QObject):
    """The state of reading.

    Signals
    -------
    series_changed()
        Another series, or none.
    series_grown()
        The same slice, of a series that has more of them now.
    position_changed()
        Another slice of the series; its picture follows.
    picture_changed(object)
        A `Rendered` of the slice on screen.
    choice_changed()
        Another window was chosen for the series.
    frame_failed(object)
        The TumorViewError that keeps the slice from being shown.
    """

    series_changed = Signal()
    series_grown = Signal()
    position_changed = Signal()
    picture_changed = Signal(object)
    choice_changed = Signal()
    frame_failed = Signal(object)

    def __init__(
        self,
        prediction_of: Callable[[SourceRef], Prediction | None],
        cache: FrameCache | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._prediction_of = prediction_of
        self.cache = FrameCache() if cache is None else cache
        self._frames = FrameLoader(self.cache, self)
        self._renderer = Renderer(self)
        self._frames.loaded.connect(self._on_frame)
        self._frames.failed.connect(self._on_frame_failed)
        self._renderer.rendered.connect(self._on_rendered)
        self._renderer.failed.connect(self.frame_failed)
        self.study: Study | None = None
        self.series: Series | None = None
        self.index = 0
        self.invert = False
        self.heatmap = HeatmapView()
        self.error: TumorViewError | None = None
        self._choice: WindowChoice = WindowMode.DEFAULT
        self._window: VoiWindow | None = None
        self._frame: ModalityFrame | None = None
        self._shown: SourceRef | None = None
        self._serial = 0
        self._forward = True

    @property
    def frame_info(self) -> FrameInfo | None:
        """The slice on screen or on its way there."""
        return None if self.series is None else self.series.frames[self.index]

    @property
    def count(self) -> int:
        """Slices of the series."""
        return 0 if self.series is None else len(self.series.frames)

    @property
    def frame(self) -> ModalityFrame | None:
        """The frame on screen; None while it is read."""
        return self._frame

    @property
    def is_shown(self) -> bool:
        """True when the picture on screen is that of the slice asked for."""
        info = self.frame_info
        return info is not None and self._shown == info.source

    @property
    def window(self) -> VoiWindow | None:
        """The window on screen; None for colour or before the first picture."""
        return self._window

    @property
    def prediction(self) -> Prediction | None:
        """The model's answer for the slice, if it was asked."""
        info = self.frame_info
        return None if info is None else self._prediction_of(info.source)

    def show(self, study: Study, series: Series, index: int | None = None) -> None:
        """Read `series`; without `index` from its middle, where a head shows most."""
        self.resume(ViewerState(study, series, len(series.frames) // 2 if index is None else index))

    @property
    def state(self) -> ViewerState | None:
        """What `resume` needs to go on with this elsewhere; None while nothing is read."""
        if self.study is None or self.series is None:
            return None
        return ViewerState(self.study, self.series, self.index, self._choice, self.invert)

    def resume(self, state: ViewerState | None) -> None:
        """Go on with what was read elsewhere; None reads nothing, and forgets no frame."""
        self._window = self._frame = self.error = None
        self._forward = True
        if state is None:
            self.study = self.series = None
            self.index = 0
            self._serial += 1
            self._frames.drop()
            self._renderer.drop()
            self.series_changed.emit()
            return
        self.study, self.series = state.study, state.series
        self.index = self._clamped(state.index)
        self._choice, self.invert = state.choice, state.invert
        self.series_changed.emit()
        self._ask()

    def follow(self, study: Study, series: Series, index: int) -> None:
        """Go on with the slice on screen, which is number `index` of what its series is now."""
        self.study, self.series, self.index = study, series, index
        self.series_grown.emit()
        if self.error is None:
            # While files come in, the neighbours are others every time.
            self._ask(read_ahead=SeriesNotice.UNREAD not in series.notices)
        else:
            self.position_changed.emit()

    def clear(self) -> None:
        """Show nothing and forget every frame."""
        self._frames.forget()
        self.resume(None)

    def go_to(self, index: int) -> None:
        """Show slice `index`, counted from 0; the ends of the series hold."""
        if self.series is None:
            return
        wanted = self._clamped(index)
        if wanted != self.index:
            self._forward = wanted > self.index
            self.index = wanted
            self._ask()

    def step(self, slices: int) -> None:
        """Move by `slices`."""
        self.go_to(self.index + slices)

    def set_window(self, window: WindowChoice) -> None:
        """Show this and the following slices of the series through `window`."""
        self._choose(window)

    def auto_window(self) -> None:
        """Show each slice from its 1st to its 99th percentile."""
        self._choose(WindowMode.AUTO)

    def reset(self) -> None:
        """Back to the window that the file asks for, upright grey scale."""
        self.invert = False
        self._choose(WindowMode.DEFAULT)

    def _choose(self, choice: WindowChoice) -> None:
        self._choice = choice
        self._draw()
        self.choice_changed.emit()

    def set_invert(self, invert: bool) -> None:
        """Exchange black and white."""
        self.invert = invert
        self._draw()

    def set_heatmap(self, wish: HeatmapView) -> None:
        """Draw the heatmap so from now on."""
        self.heatmap = wish
        self._draw()

    def refresh(self) -> None:
        """Draw again, because a result came in."""
        self._draw()

    @property
    def shows_heatmap(self) -> bool:
        """True when a heatmap is on the picture."""
        return self._look() is not None

    def set_cache_budget(self, mebibytes: int) -> None:
        """Keep no more of the frames that were read than that."""
        self.cache.set_budget(mebibytes * 2**20)

    def warm_up(self) -> None:
        """Get ready to read while nobody waits for it."""
        self._frames.warm_up()

    def stop(self) -> None:
        """Ask the threads to end, without waiting for them; `shutdown` joins what is left."""
        self._frames.stop()
        self._renderer.stop()

    @property
    def has_ended(self) -> bool:
        """True while no thread runs."""
        return self._frames.has_ended and self._renderer.has_ended

    def shutdown(self) -> None:
        """Stop and join the threads."""
        self._frames.shutdown()
        self._renderer.shutdown()

    def _clamped(self, index: int) -> int:
        return max(0, min(index, self.count - 1))

    def _ask(self, *, read_ahead: bool = True) -> None:
        assert self.series is not None
        self.error = None
        frames = self.series.frames
        forward = [*range(self.index + 1, min(self.index + 1 + DECODE_AHEAD, len(frames)))]
        backward = [*range(self.index - 1, max(self.index - 1 - DECODE_AHEAD, -1), -1)]
        ahead, behind = (forward, backward) if self._forward else (backward, forward)
        nearby = [*ahead, *behind[:DECODE_BEHIND]] if read_ahead else []
        self.position_changed.emit()
        self._frames.request(frames[self.index].source, [frames[i].source for i in nearby])

    @property
    def choice(self) -> WindowChoice:
        """What the pictures of this series are windowed by."""
        return self._choice

    def answer_for(self, source: SourceRef) -> Prediction | None:
        """The model's answer for any image, if it was asked."""
        return self._prediction_of(source)

    def heatmap_for(self, source: SourceRef) -> HeatmapLook | None:
        """The heatmap that is drawn on any image, None while it shows none."""
        prediction = self._prediction_of(source)
        if not self.heatmap.visible or prediction is None or prediction.gate_refused:
            return None
        chosen = self.heatmap.class_id
        heatmap = prediction.leading_heatmap if chosen is None else prediction.heatmap_for(chosen)
        if heatmap is None:
            return None
        wish = self.heatmap
        return HeatmapLook(heatmap, wish.color_map, wish.opacity, wish.threshold, wish.contour)

    def _look(self) -> HeatmapLook | None:
        info = self.frame_info
        return None if info is None else self.heatmap_for(info.source)

    def _draw(self) -> None:
        if self._frame is None:
            return
        self._serial += 1
        self._renderer.request(
            RenderRequest(
                self._serial,
                self._frame,
                self._choice,
                self.invert,
                self._look(),
                beside=self.heatmap.visible and self.heatmap.beside,
            )
        )

    def _on_frame(self, frame: ModalityFrame) -> None:
        info = self.frame_info
        if info is None or frame.source != info.source:
            return
        self._frame = frame
        self._draw()

    def _on_frame_failed(self, source: SourceRef, error: TumorViewError) -> None:
        info = self.frame_info
        if info is None or source != info.source:
            return
        self._frame = None
        self.error = error
        self.frame_failed.emit(error)

    def _on_rendered(self, picture: Rendered) -> None:
        info = self.frame_info
        if info is None or picture.request.frame.source != info.source:
            return
        self._window = picture.window
        self._shown = info.source
        automatic = picture.window is not None and picture.window.origin is WindowOrigin.AUTO
        is_region = isinstance(self._choice, RegionWindow)
        if (self._choice is WindowMode.DEFAULT and automatic) or (
            is_region and picture.request.window is self._choice
        ):
            # Without a window in the files, one for the whole series: brightness that changes from
            # slice to slice would look like a finding. So it is with the window of a region.
            assert picture.window is not None
            self._choice = picture.window
            if is_region:
                self.choice_changed.emit()
        self.picture_changed.emit(picture)
