"""The window's one door to the model.

One inference thread opens the engine and answers requests; everything arrives here on the GUI
thread. A new request replaces the one that runs, and nothing of a replaced request gets through:
neither its answers nor its end.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Signal

from tumorview.cancel import CancelToken
from tumorview.domain.events import (
    AnalysisFinished,
    AnalysisRequest,
    AnalysisStarted,
    FrameAnalysed,
    FrameFailed,
    Outcome,
)
from tumorview.domain.prediction import Prediction
from tumorview.domain.source import SourceRef
from tumorview.errors import TumorViewError
from tumorview.ui.threads import WorkerThread, WorkFinished, keep_collections_short

if TYPE_CHECKING:
    from tumorview.inference.predictor import Predictor

INFERENCE_THREAD_NAME = "inference"


@dataclass(frozen=True, slots=True)
class EngineReady:
    """The model is loaded; what runs it."""

    name: str
    device: str


@dataclass(slots=True)
class _Running:
    request_id: int
    frames: tuple[SourceRef, ...]
    work_id: int = 0
    ended: bool = False


class AnalysisController(QObject):
    """Analyses frames in the background and keeps the answers.

    Parameters
    ----------
    open_predictor
        Called on the inference thread when the first answer is needed (or by `warm_up`), and
        again for the next request when it failed.

    Signals
    -------
    started(request_id, total)
        The engine is ready and the first frame is next.
    frame_analysed(request_id, index, prediction)
        `index` counts from 0 in the order of the request's frames.
    frame_failed(request_id, index, source, error)
        The other frames go on.
    finished(request_id, outcome, error)
        Exactly once a request; `error` is None unless the outcome is FAILED.
    engine_ready(name, device), engine_failed(error)
        What became of loading the model.
    """

    started = Signal(int, int)
    frame_analysed = Signal(int, int, object)
    frame_failed = Signal(int, int, object, object)
    finished = Signal(int, object, object)
    engine_ready = Signal(str, str)
    engine_failed = Signal(object)

    def __init__(
        self, open_predictor: Callable[[], Predictor], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open_predictor = open_predictor
        self._ids = itertools.count(1)
        self._running: _Running | None = None
        self._warm_up_id: int | None = None
        self._results: dict[SourceRef, Prediction] = {}
        self._failures: dict[SourceRef, TumorViewError] = {}
        self._last_error: TumorViewError | None = None
        # Touched on the inference thread alone until that thread has been joined.
        self._predictor: Predictor | None = None
        self._worker = WorkerThread(INFERENCE_THREAD_NAME, self, background=True)
        self._worker.reported.connect(self._on_reported)
        self._worker.finished.connect(self._on_work_finished)

    @property
    def is_busy(self) -> bool:
        """True from `start` until the `finished` of the request."""
        return self._running is not None

    def warm_up(self) -> None:
        """Load the model in the background; ends in `engine_ready` or `engine_failed`."""
        self._warm_up_id = self._worker.submit(self._load)

    def start(self, frames: tuple[SourceRef, ...]) -> int:
        """Analyse `frames` in order and return the request's id.

        A request that still runs is cancelled; its `finished` comes before this returns.
        """
        self._replace_running()
        request = AnalysisRequest(next(self._ids), frames)
        self._last_error = None
        running = _Running(request.request_id, frames)
        self._running = running
        running.work_id = self._worker.submit(lambda token: self._analyze(request, token))
        return request.request_id

    def cancel(self) -> None:
        """Ask the running request to stop after the frame at hand; it ends as CANCELLED."""
        if self._running is not None:
            self._worker.cancel(self._running.work_id)

    def results(self, source: SourceRef) -> Prediction | None:
        """The answer for a frame, or None when it has none."""
        return self._results.get(source)

    def failure(self, source: SourceRef) -> TumorViewError | None:
        """Why the latest attempt at a frame failed, or None."""
        return self._failures.get(source)

    @property
    def last_error(self) -> TumorViewError | None:
        """Why the latest request came to nothing as a whole, or None."""
        return self._last_error

    def forget_results(self) -> None:
        """Drop every answer (another model, another study)."""
        self._results.clear()
        self._failures.clear()

    def forget_frames(self, frames: Set[SourceRef]) -> None:
        """Drop the answers for `frames`, and cancel the request that runs if it is about them."""
        if self._running is not None and not frames.isdisjoint(self._running.frames):
            self.cancel()
        for source in frames:
            self._results.pop(source, None)
            self._failures.pop(source, None)

    def reload_model(self) -> None:
        """Let go of the model and its answers; it is opened anew, in the background."""
        self._replace_running()
        self.forget_results()
        self._worker.submit(self._close_model)
        self.warm_up()

    def shutdown(self, timeout_seconds: float = 10.0) -> bool:
        """Cancel, join the inference thread and close the engine; False when it did not end."""
        self._replace_running()
        ended = self._worker.shutdown(timeout_seconds)
        if ended and self._predictor is not None:
            self._predictor.close()
            self._predictor = None
        return ended

    def _replace_running(self) -> None:
        running, self._running = self._running, None
        if running is not None and not running.ended:
            running.ended = True
            self._worker.cancel(running.work_id)
            self.finished.emit(running.request_id, Outcome.CANCELLED, None)

    # On the inference thread.

    def _predictor_once(self) -> Predictor:
        if self._predictor is None:
            self._predictor = self._open_predictor()
        return self._predictor

    def _close_model(self, _token: CancelToken) -> Iterator[object]:
        predictor, self._predictor = self._predictor, None
        if predictor is not None:
            predictor.close()
        return iter(())

    def _load(self, _token: CancelToken) -> Iterator[object]:
        engine = self._predictor_once().engine
        yield EngineReady(engine.name, engine.device)

    def _analyze(self, request: AnalysisRequest, token: CancelToken) -> Iterator[object]:
        # The readers and OpenCV load here, so that they never delay the window.
        from tumorview.services.analysis import analyze  # noqa: PLC0415

        announced = self._predictor is not None
        for event in analyze(request, self._predictor_once, token):
            if not announced and self._predictor is not None:
                announced = True
                engine = self._predictor.engine
                yield EngineReady(engine.name, engine.device)
            yield event

    # On the GUI thread.

    def _on_reported(self, _work_id: int, event: object) -> None:
        if isinstance(event, EngineReady):
            keep_collections_short()
            self.engine_ready.emit(event.name, event.device)
            return
        assert isinstance(event, AnalysisStarted | FrameAnalysed | FrameFailed | AnalysisFinished)
        running = self._running
        if running is None or event.request_id != running.request_id:
            return
        match event:
            case AnalysisStarted():
                self.started.emit(event.request_id, event.total)
            case FrameAnalysed():
                # The caller's own reference is the key: the file may know more of itself.
                source = running.frames[event.index]
                self._results[source] = event.prediction
                self._failures.pop(source, None)
                self.frame_analysed.emit(event.request_id, event.index, event.prediction)
            case FrameFailed():
                self._failures[event.source] = event.error
                self.frame_failed.emit(event.request_id, event.index, event.source, event.error)
            case AnalysisFinished():
                self._end(running, event.outcome, event.error)
            case _:
                assert_never(event)

    def _on_work_finished(self, finish: WorkFinished) -> None:
        if finish.request_id == self._warm_up_id:
            self._warm_up_id = None
            if finish.outcome is Outcome.FAILED:
                self.engine_failed.emit(finish.error)
            return
        # Normally the request has ended already; not so when it was cancelled in the queue.
        running = self._running
        if running is not None and running.work_id == finish.request_id:
            self._end(running, finish.outcome, finish.error)

    def _end(self, running: _Running, outcome: Outcome, error: TumorViewError | None) -> None:
        if running.ended:
            return
        running.ended = True
        self._last_error = error
        self._running = None
        self.finished.emit(running.request_id, outcome, error)
