"""The middle of the window: the image with its slice bar, driven by the `Viewer`."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tumorview.domain.prediction import Prediction
from tumorview.errors import TumorViewError
from tumorview.ui.error_words import error_sentence
from tumorview.ui.heatmap.marks import HeatMarks
from tumorview.ui.heatmap.pair import PicturePair
from tumorview.ui.language import local, tr, tr_noop
from tumorview.ui.messages import HeatmapLook, Rendered
from tumorview.ui.result.wording import is_finding
from tumorview.ui.viewer import Viewer
from tumorview.ui.viewport.camera import Camera
from tumorview.ui.viewport.picture import Picture
from tumorview.ui.viewport.slice_bar import SliceBar, TickKind
from tumorview.ui.viewport.view import Viewport

LEGEND_NOTE = tr_noop("where the model looked, not a lesion outline")
NO_HEATMAP = tr_noop("No heatmap for this image")
READING = tr_noop("Reading…")


class ReadingArea(QWidget):
    """Viewport and slice bar.

    Signals
    -------
    shown(object)
        The `Picture` that is on screen now.
    """

    shown = Signal(object)

    def __init__(self, viewer: Viewer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewer = viewer
        self.viewport = Viewport()
        self.slice_bar = SliceBar()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.pair = PicturePair(self.viewport)
        layout.addWidget(self.pair, 1)
        layout.addWidget(self.slice_bar)

        self.viewport.window_wished.connect(viewer.set_window)
        self.viewport.scrolled.connect(viewer.step)
        self.slice_bar.chosen.connect(viewer.go_to)
        viewer.series_changed.connect(self._on_series)
        viewer.position_changed.connect(self._on_position)
        viewer.series_grown.connect(self._on_position)
        viewer.picture_changed.connect(self._on_picture)
        viewer.frame_failed.connect(self._on_failed)

    def set_ticks(self, answers: dict[int, Prediction | TumorViewError]) -> None:
        """Mark the slices that have an answer or failed."""
        self.slice_bar.set_ticks({index: _tick(answer) for index, answer in answers.items()})

    def set_overlays(self, on: bool) -> None:
        """Draw DICOM overlays, or leave them out, in both pictures."""
        for one in (self.viewport, self.pair.second):
            one.set_overlays(on)

    def put(self, picture: Picture | None, camera: Camera) -> None:
        """Show at once what another area of the same size showed; its viewer follows."""
        self.viewport.control.use(camera)
        if picture is not None:
            self.viewport.show_picture(picture)
            self.shown.emit(picture)

    def set_lens(self, on: bool) -> None:
        """Show what lies under the pointer enlarged, in both pictures."""
        for one in (self.viewport, self.pair.second):
            one.set_lens(on)

    def reset(self) -> None:
        """Window, zoom, position and orientation as when the series was opened."""
        self.viewport.control.reset()
        self._viewer.reset()

    def _on_series(self) -> None:
        self.viewport.control.reset()
        self.viewport.show_message(local(READING) if self._viewer.series is not None else "")
        self.pair.say_beside("")
        self.slice_bar.set_ticks({})
        self.slice_bar.set_position(self._viewer.index, self._viewer.count)

    def _on_position(self) -> None:
        self.slice_bar.set_position(self._viewer.index, self._viewer.count)

    def _on_picture(self, rendered: Rendered) -> None:
        viewer = self._viewer
        if viewer.study is None or viewer.series is None:
            return
        picture = Picture(
            image=rendered.image,
            frame=rendered.request.frame,
            window=rendered.window,
            study=viewer.study,
            series=viewer.series,
            index=viewer.index,
            overlays=rendered.overlays,
        )
        heated = replace(picture, legend=self._legend(rendered), heat=heat_marks_of(rendered))
        if rendered.beside is None:
            picture = heated
        else:
            heated = replace(
                heated, image=rendered.beside, legend=heated.legend or local(NO_HEATMAP)
            )
        self.viewport.show_picture(picture)
        self.pair.show_beside(None if rendered.beside is None else heated)
        self.shown.emit(picture)

    def _on_failed(self, error: TumorViewError) -> None:
        self.viewport.show_message(error_sentence(error))
        self.pair.say_beside("")

    def _legend(self, rendered: Rendered) -> str:
        return legend_of(rendered.request.heatmap, self._viewer.prediction)


def legend_of(look: HeatmapLook | None, prediction: Prediction | None) -> str:
    """The line that names a heatmap, "" without one."""
    if look is None or prediction is None:
        return ""
    names = {label.id: label.name for label in prediction.probabilities.labels}
    class_id = look.heatmap.class_id
    name = tr("any tumour") if class_id is None else local(names.get(class_id, class_id))
    note = local(LEGEND_NOTE)
    if look.threshold > 0:
        return tr(
            "Heatmap for {name}, drawn from {threshold:.2f} on: {note}",
            name=name,
            threshold=look.threshold,
            note=note,
        )
    return tr("Heatmap for {name}: {note}", name=name, note=note)


def heat_marks_of(rendered: Rendered) -> HeatMarks | None:
    """What lies over a picture because of its heatmap, None without one."""
    look = rendered.request.heatmap
    return None if look is None else HeatMarks(look.color_map, look.threshold, rendered.contour)


def _tick(answer: Prediction | TumorViewError) -> TickKind:
    if isinstance(answer, TumorViewError):
        return TickKind.FAILED
    return TickKind.FINDING if is_finding(answer) else TickKind.QUIET
