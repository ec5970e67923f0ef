"""Between the result panel, the analysis and what is on screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from tumorview.domain.events import Outcome
from tumorview.domain.prediction import Prediction
from tumorview.domain.source import SourceRef
from tumorview.domain.study import SliceOrder
from tumorview.errors import TumorViewError
from tumorview.ui.analysis.controller import AnalysisController
from tumorview.ui.reading_area import ReadingArea
from tumorview.ui.result_panel import ResultPanel
from tumorview.ui.viewer import Viewer

_REFRESH_MS = 50


class ResultPresenter(QObject):
    """Shows the answer for the slice on screen and marks those of the series.

    Answers may come faster than a screen shows them: marks and progress are brought up to date
    twenty times a second, the slice on screen at once.

    Signals
    -------
    analysis_ended(object, object)
        Outcome and error of a request.
    """

    analysis_ended = Signal(object, object)

    def __init__(
        self,
        viewer: Viewer,
        area: ReadingArea,
        panel: ResultPanel,
        controller: AnalysisController,
    ) -> None:
        super().__init__(panel)
        self._viewer, self._area, self._panel = viewer, area, panel
        self._controller = controller
        self._places: dict[SourceRef, int] = {}
        self._done = self._total = 0
        self._refresh = QTimer(self)
        self._refresh.setInterval(_REFRESH_MS)
        self._refresh.setSingleShot(True)
        self._refresh.timeout.connect(self._show_progress)

        panel.analyze_requested.connect(self.analyze)
        panel.cancel_requested.connect(controller.cancel)
        panel.heatmap_changed.connect(viewer.set_heatmap)
        panel.frame_chosen.connect(viewer.go_to)
        viewer.series_changed.connect(self._on_series)
        viewer.series_grown.connect(self._on_series)
        viewer.position_changed.connect(self._on_position)
        controller.started.connect(self._on_started)
        controller.frame_analysed.connect(self._on_analysed)
        controller.frame_failed.connect(self._on_failed)
        controller.finished.connect(self._on_finished)

    def analyze(self, scope: str) -> None:
        """Ask the model about the "image" on screen or the whole "series"."""
        series, info = self._viewer.series, self._viewer.frame_info
        if series is None or info is None:
            return
        frames = (
            tuple(frame.source for frame in series.frames) if scope == "series" else (info.source,)
        )
        self._done, self._total = 0, len(frames)
        # A request that this one replaces ends inside `start` and makes the panel idle.
        self._controller.start(frames)
        self._panel.show_progress(0, 0)

    def show_anew(self) -> None:
        """The answers have been forgotten: another model."""
        self._on_series()
        self._viewer.refresh()

    def _on_series(self) -> None:
        series = self._viewer.series
        frames = () if series is None else series.frames
        self._places = {frame.source: index for index, frame in enumerate(frames)}
        self._panel.set_image_available(bool(frames))
        self._panel.series_strip.set_length(len(frames))
        for source, index in self._places.items():
            prediction = self._controller.results(source)
            if prediction is not None:
                self._panel.series_strip.set_prediction(index, prediction)
            elif self._controller.failure(source) is not None:
                self._panel.series_strip.set_failed(index)
        self._mark()
        self._on_position()

    def _on_position(self) -> None:
        self._panel.clear_error()
        info = self._viewer.frame_info
        if info is None or self._viewer.series is None:
            self._panel.show_prediction(None)
            return
        self._panel.series_strip.set_current(self._viewer.index)
        self._show_answer(self._controller.results(info.source))
        failure = self._controller.failure(info.source)
        if failure is not None:
            self._say(failure)

    def _show_answer(self, prediction: Prediction | None) -> None:
        series = self._viewer.series
        self._panel.show_prediction(prediction, "" if series is None else series.modality)

    def _on_started(self, _request_id: int, total: int) -> None:
        self._panel.show_progress(0, total)

    def _on_analysed(self, _request_id: int, _index: int, prediction: Prediction) -> None:
        self._done += 1
        place = self._places.get(prediction.source)
        if place is not None:
            self._panel.series_strip.set_prediction(place, prediction)
        info = self._viewer.frame_info
        if info is not None and prediction.source == info.source:
            self._show_answer(prediction)
            self._viewer.refresh()
        self._soon()

    def _on_failed(
        self, _request_id: int, _index: int, source: SourceRef, error: TumorViewError
    ) -> None:
        self._done += 1
        place = self._places.get(source)
        if place is not None:
            self._panel.series_strip.set_failed(place)
        info = self._viewer.frame_info
        if info is not None and source == info.source:
            self._say(error)
        self._soon()

    def _on_finished(
        self, _request_id: int, outcome: Outcome, error: TumorViewError | None
    ) -> None:
        self._refresh.stop()
        self._mark()
        if error is not None:
            self._panel.show_error(error)
        else:
            self._panel.show_idle()
        self.analysis_ended.emit(outcome, error)

    def _say(self, error: TumorViewError) -> None:
        self._panel.show_error(error)
        if self._controller.is_busy:
            self._panel.show_progress(self._done, self._total)

    def _soon(self) -> None:
        if not self._refresh.isActive():
            self._refresh.start()

    def _show_progress(self) -> None:
        if self._controller.is_busy:
            self._panel.show_progress(self._done, self._total)
        self._mark()

    def _mark(self) -> None:
        answers: dict[int, Prediction | TumorViewError] = {}
        for source, place in self._places.items():
            answer = self._controller.results(source) or self._controller.failure(source)
            if answer is not None:
                answers[place] = answer
        self._area.set_ticks(answers)
        series = self._viewer.series
        ordered = series is not None and series.order is SliceOrder.POSITION
        self._panel.series_view.refresh(ordered=ordered)
