"""One pane: an image with its slice bar under a line that says what it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QRectF, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tumorview.ui.browser.model import SERIES_MIME
from tumorview.ui.language import local, tr, tr_noop
from tumorview.ui.panes.strip import PaneStrip
from tumorview.ui.reading_area import ReadingArea
from tumorview.ui.theme import color
from tumorview.ui.viewer import Viewer, ViewerState
from tumorview.ui.viewport.camera import Camera
from tumorview.ui.viewport.picture import Picture
from tumorview.ui.viewport.view import Viewport

FRAME = 2
_SMALLEST = 120

NOTHING_HERE = tr_noop(
    "Drag a series here from the list, or make this the active pane and choose one."
)


@dataclass(frozen=True, slots=True)
class PaneLook:
    """What a pane shows, to be shown by another one of the same size."""

    state: ViewerState | None
    picture: Picture | None
    camera: Camera


class Pane(QWidget):
    """`reading`, which `viewer` drives, in a frame that says whether it is the active one.

    Signals
    -------
    series_dropped(object)
        This pane and the key (bytes) of a series that was dragged here from the list of studies.
    """

    series_dropped = Signal(object, object)

    def __init__(self, viewer: Viewer, reading: ReadingArea, parent: QWidget) -> None:
        super().__init__(parent)
        self.viewer = viewer
        self.reading = reading
        self.strip = PaneStrip()
        self.setAcceptDrops(True)
        self._framed = self._active = self._dropping = False
        reading.pair.setMinimumSize(_SMALLEST, _SMALLEST)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.strip)
        self._layout.addWidget(reading, 1)
        self.set_frame(framed=False, active=True)

    @property
    def viewport(self) -> Viewport:
        """Where the image is."""
        return self.reading.viewport

    @property
    def is_empty(self) -> bool:
        """True while no series is shown here."""
        return self.viewer.series is None

    @property
    def is_active(self) -> bool:
        """True for the pane that actions are about."""
        return self._active

    def set_frame(self, *, framed: bool, active: bool) -> None:
        """Draw a frame and the line above, or neither; the active one stands out."""
        self._framed, self._active = framed, active
        margin = FRAME if framed else 0
        self._layout.setContentsMargins(margin, margin, margin, margin)
        self.strip.setVisible(framed)
        self._layout.activate()
        self.update()

    def name_it(self, number: int, count: int) -> None:
        """Say for screen readers which of `count` panes this is."""
        if count == 1:
            name, slices = tr("Image"), tr("Slices")
        else:
            slices = tr("Slices, pane {number}", number=number)
            if self._active:
                name = tr("Image, pane {number} of {count}, active", number=number, count=count)
            else:
                name = tr("Image, pane {number} of {count}", number=number, count=count)
        self.viewport.setAccessibleName(name)
        self.reading.slice_bar.setAccessibleName(slices)

    def look(self) -> PaneLook:
        """What is shown, for `take` of another pane."""
        return PaneLook(self.viewer.state, self.viewport.picture, self.viewport.camera)

    def take(self, look: PaneLook) -> None:
        """Show what another pane showed, at once."""
        self.viewer.resume(look.state)
        self.reading.put(look.picture, look.camera)
        self.say_if_empty()

    def say_if_empty(self) -> None:
        """Say how to fill a pane without a series."""
        if self.is_empty:
            self.viewport.show_message(local(NOTHING_HERE) if self._framed else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the frame."""
        if not self._framed:
            return
        painter = QPainter(self)
        ink = "accent" if self._active or self._dropping else "border"
        painter.setPen(QPen(color(ink), FRAME))
        inset = FRAME / 2
        painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: something is dragged over the pane; files are for the window."""
        if event.mimeData().hasFormat(SERIES_MIME):
            event.acceptProposedAction()
            self._show_drop(True)
        else:
            event.ignore()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Qt: the drag left."""
        self._show_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: a series was dropped."""
        self._show_drop(False)
        if not event.mimeData().hasFormat(SERIES_MIME):
            event.ignore()
            return
        event.acceptProposedAction()
        data: QByteArray = event.mimeData().data(SERIES_MIME)
        self.series_dropped.emit(self, data.data())

    def _show_drop(self, dropping: bool) -> None:
        self._dropping = dropping
        self.update()
