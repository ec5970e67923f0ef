"""The panes side by side, one of them active.

The window's one `Viewer` and `ReadingArea`, which every action speaks to, are the *lead*: they
always stand in the active pane. When another pane becomes active the two change places, and what
each showed is shown by the other: the lead moves to where the hand is, and nothing that knows the
lead has to know that there are others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from tumorview.domain.prediction import Prediction
from tumorview.domain.source import SourceRef
from tumorview.ui.panes.layouts import SINGLE, Layout
from tumorview.ui.panes.pane import Pane
from tumorview.ui.reading_area import ReadingArea
from tumorview.ui.theme import color
from tumorview.ui.viewer import Viewer

_JOIN_MS = 100


class Panes(QWidget):
    """A grid of panes around the lead.

    Parameters
    ----------
    viewer, reading
        Of the lead.
    prediction_of
        The model's answer for a frame, None without one.

    Signals
    -------
    layout_changed()
        More or fewer panes.
    pane_added(object), pane_removed(object)
        A `Pane` other than the lead came, or is about to go.
    about_to_exchange(), active_changed()
        The lead is about to stand, and stands, in another place.
    series_dropped(object, object)
        The `Pane` and the key (bytes) of a series.
    """

    layout_changed = Signal()
    pane_added = Signal(object)
    pane_removed = Signal(object)
    about_to_exchange = Signal()
    active_changed = Signal()
    series_dropped = Signal(object, object)

    def __init__(
        self,
        viewer: Viewer,
        reading: ReadingArea,
        prediction_of: Callable[[SourceRef], Prediction | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._prediction_of = prediction_of
        self.arrangement = SINGLE
        self.lead = Pane(viewer, reading, self)
        self.lead.series_dropped.connect(self.series_dropped)
        self._cells = [self.lead]
        self._exchanging = False
        self._handed: QObject | None = None
        self._leaving: list[Pane] = []
        self._joiner = QTimer(self, interval=_JOIN_MS)
        self._joiner.timeout.connect(self._join_ended)

    @property
    def all(self) -> tuple[Pane, ...]:
        """Every pane, row by row."""
        return tuple(self._cells)

    @property
    def sides(self) -> tuple[Pane, ...]:
        """Every pane but the lead."""
        return tuple(pane for pane in self._cells if pane is not self.lead)

    @property
    def is_exchanging(self) -> bool:
        """True while two panes change places; nothing was scrolled or opened then."""
        return self._exchanging

    def use(self, layout: Layout) -> None:
        """Have as many panes as `layout`; the lead stays, the last of the others go."""
        if layout == self.arrangement:
            return
        while len(self._cells) > layout.count:
            self._remove(next(pane for pane in reversed(self._cells) if pane is not self.lead))
        self.arrangement = layout
        added = [self._make() for _ in range(layout.count - len(self._cells))]
        self._cells += added
        self._arrange()
        for pane in added:
            pane.show()
            self.pane_added.emit(pane)
            # After what the others put there: a press belongs to the pane before it means anything.
            pane.viewport.installEventFilter(self)
            pane.say_if_empty()
        self.lead.say_if_empty()
        self.layout_changed.emit()

    def put_lead(self, place: int) -> None:
        """Have the lead stand in cell `place`, with what it shows; the others keep their order."""
        self._cells.remove(self.lead)
        self._cells.insert(place, self.lead)
        self._arrange()
        self.active_changed.emit()

    def activate(self, pane: Pane) -> None:
        """Make `pane` the one that actions are about.

        The lead takes its place and what it shows; `pane` takes the lead's.
        """
        lead = self.lead
        if pane is lead or pane not in self._cells:
            lead.viewport.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.about_to_exchange.emit()
        here, there = self._cells.index(lead), self._cells.index(pane)
        mine, theirs = lead.look(), pane.look()
        with self._exchange():
            self._cells[here], self._cells[there] = pane, lead
            # The pointer of the pane stays where the pane was.
            QCoreApplication.sendEvent(pane.viewport, QEvent(QEvent.Type.Leave))
            self._arrange()
            pane.take(mine)
            lead.take(theirs)
        lead.viewport.setFocus(Qt.FocusReason.OtherFocusReason)
        self.active_changed.emit()

    def activate_next(self, step: int) -> None:
        """Go `step` panes on, from the last to the first."""
        place = self._cells.index(self.lead) + step
        self.activate(self._cells[place % len(self._cells)])

    def shutdown(self) -> None:
        """Stop and join the threads of every pane but the lead."""
        self._joiner.stop()
        for pane in (*self.sides, *self._leaving):
            pane.viewer.shutdown()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: a press in another pane makes it active and does there what it does in any."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() is QEvent.Type.MouseButtonPress:
            pane = next((one for one in self.sides if one.viewport is watched), None)
            if pane is None:
                return False
            self.activate(pane)
            # Qt goes on sending what the mouse does to where the button went down.
            self._handed = watched
            self._hand_over(event)
            return True
        if watched is not self._handed:
            return False
        if event.type() is QEvent.Type.MouseMove and not event.buttons():
            self._handed = None
            return False
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease):
            self._hand_over(event)
            return True
        return False

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Qt: the size changed."""
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: what is left between the panes."""
        QPainter(self).fillRect(self.rect(), color("window"))

    def _hand_over(self, event: QMouseEvent) -> None:
        viewport = self.lead.viewport
        place = event.globalPosition()
        handed = QMouseEvent(
            event.type(),
            viewport.mapFromGlobal(place),
            place,
            event.button(),
            event.buttons(),
            event.modifiers(),
        )
        QCoreApplication.sendEvent(viewport, handed)

    @contextmanager
    def _exchange(self) -> Iterator[None]:
        self._exchanging = True
        try:
            yield
        finally:
            self._exchanging = False

    def _make(self) -> Pane:
        viewer = Viewer(self._prediction_of, self.lead.viewer.cache)
        reading = ReadingArea(viewer)
        pane = Pane(viewer, reading, self)
        viewer.setParent(pane)
        viewer.series_changed.connect(pane.say_if_empty)
        pane.series_dropped.connect(self.series_dropped)
        # Tab leads to the lead, which goes from pane to pane by a key of its own.
        pane.viewport.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return pane

    def _remove(self, pane: Pane) -> None:
        self.pane_removed.emit(pane)
        self._cells.remove(pane)
        pane.hide()
        pane.viewer.stop()
        # A frame that is being read is read to its end; the window does not wait for that.
        self._leaving.append(pane)
        self._joiner.start()

    def _join_ended(self) -> None:
        for pane in [one for one in self._leaving if one.viewer.has_ended]:
            pane.viewer.shutdown()
            self._leaving.remove(pane)
            pane.deleteLater()
        if not self._leaving:
            self._joiner.stop()

    def _arrange(self) -> None:
        several = len(self._cells) > 1
        cells = self.arrangement.cells(self.rect())
        for number, (pane, cell) in enumerate(zip(self._cells, cells, strict=False), start=1):
            pane.set_frame(framed=several, active=pane is self.lead)
            pane.name_it(number, len(self._cells))
            pane.setGeometry(cell)
