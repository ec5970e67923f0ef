"""What the mouse does to marks: drawing, taking, moving, changing."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from tumorview.domain.marks import Mark, MarkKind, Point, new_uid
from tumorview.domain.source import SourceRef
from tumorview.ui.language import tr
from tumorview.ui.measuring.hits import Grip, Targets
from tumorview.ui.measuring.names import mark_name
from tumorview.ui.measuring.sheet import MarkSheet
from tumorview.ui.measuring.sketch import Sketch, clamped, with_handle, within
from tumorview.ui.measuring.text_field import TextField
from tumorview.ui.viewport.view import Viewport

_CLICK_SLOP = 4.0
_SPOKEN = (MarkKind.TEXT, MarkKind.ARROW)
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class Hand(QObject):
    """Turns the mouse over `viewport` into marks of `sheet`, by an event filter.

    Signals
    -------
    tool_ended()
        The tool was given up.
    moved()
        What is being drawn looks different now.
    """

    tool_ended = Signal()
    moved = Signal()

    def __init__(self, viewport: Viewport, sheet: MarkSheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport
        self._sheet = sheet
        self._tool: MarkKind | None = None
        self._sketch: Sketch | None = None
        self._pressed: QPointF | None = None
        self._grip: Grip | None = None
        self._edited: Mark | None = None
        self._hovers = False
        self.field = TextField(viewport)
        viewport.installEventFilter(self)

    @property
    def tool(self) -> MarkKind | None:
        """What a press begins to draw."""
        return self._tool

    @property
    def sketch(self) -> Sketch | None:
        """What is being drawn."""
        return self._sketch

    def use_tool(self, kind: MarkKind | None) -> None:
        """Draw marks of one kind from now on; None ends it."""
        self.drop()
        self._tool = kind
        if kind is not None:
            self._sheet.select("")
            self._viewport.setFocus()
        self._point(on_mark=False)
        self._sheet.refresh()

    def drop(self) -> None:
        """Give up what is being drawn or changed."""
        self._sketch = self._grip = self._pressed = None
        self._edit(None)
        if self.field.is_open:
            self.field.give_up()

    def wants_escape(self) -> bool:
        """True while there is something of ours that Esc ends."""
        selected = self._sheet.selected_uid
        return self.field.is_open or self._tool is not None or bool(selected or self._grip)

    def escape(self) -> None:
        """End one thing: the words, the change, the mark that is drawn, the tool, the selection."""
        if self.field.is_open:
            self.field.give_up()
        elif self._grip is not None or self._sketch is not None:
            self.drop()
        elif self._tool is not None:
            self._tool = None
            self._point(on_mark=False)
            self.tool_ended.emit()
        else:
            self._sheet.select("")
        self._sheet.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: what the viewport is about to get; True keeps it from the viewport."""
        if watched is not self._viewport or self._viewport.picture is None:
            return False
        if isinstance(event, QMouseEvent):
            if event.type() in _PRESSES:
                return self._press(event)
            if event.type() is QEvent.Type.MouseMove:
                # The viewport sees it as well: it shows the value under the pointer.
                self._move(event.position())
            elif event.type() is QEvent.Type.MouseButtonRelease:
                return self._release(event)
        return False

    def _press(self, event: QMouseEvent) -> bool:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() is not Qt.MouseButton.LeftButton or not plain:
            return False
        here = event.position()
        self.field.clearFocus()
        if self._sketch is None and self._take(here, double=_is_double(event)):
            return True
        if self._tool is None:
            if self._sheet.selected_uid:
                self._sheet.select("")
                self._sheet.refresh()
            return False
        self._pressed = here
        if self._sketch is None:
            if self._inside(here):
                self._sketch = Sketch(self._tool, new_uid())
                self._place(here)
        elif not self._is_last(here):
            self._place(here)
        self._sheet.refresh()
        return True

    def _take(self, here: QPointF, *, double: bool) -> bool:
        """Take what lies at a viewport point; with a tool, only handles of the selected mark."""
        grip = self._hit(here)
        if grip is None or (self._tool is not None and grip.handle is None):
            return False
        self._sheet.select(grip.mark.uid)
        if double and grip.mark.kind in _SPOKEN:
            self._ask(grip.mark)
        else:
            self._grip = grip
        self._sheet.refresh()
        return True

    def _move(self, here: QPointF) -> None:
        if self._grip is not None:
            self._edit(self._pulled(self._grip, here))
        elif self._sketch is not None:
            freehand = self._sketch.kind is MarkKind.FREEHAND
            if not freehand or (self._pressed is not None and not self._is_last(here)):
                self._sketch = self._sketch.at(self._image_point(here))
        elif self._pressed is None:
            self._point(on_mark=self._hit(here) is not None)
            return
        self.moved.emit()

    def _release(self, event: QMouseEvent) -> bool:
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        pressed, self._pressed = self._pressed, None
        if self._grip is not None:
            self._keep_change()
            return True
        if pressed is None:
            return False
        sketch, here = self._sketch, event.position()
        if sketch is not None and sketch.kind is MarkKind.FREEHAND:
            self._finish(sketch)
        elif sketch is not None and _apart(pressed, here) >= _CLICK_SLOP:
            self._place(here)
        self._sheet.refresh()
        return True

    def _place(self, here: QPointF) -> None:
        assert self._sketch is not None
        self._sketch = self._sketch.placing(self._image_point(here))
        if self._sketch.is_complete:
            self._finish(self._sketch)

    def _finish(self, sketch: Sketch) -> None:
        self._sketch = None
        source: SourceRef | None = self._sheet.source
        if sketch.kind not in _SPOKEN:
            self._sheet.add(sketch.mark(), source)
            return
        place = self._viewport.placement()
        assert place is not None
        x, y = place.to_view(*sketch.placed[-1])
        self.field.ask(QPointF(x, y), "", lambda text: self._sheet.add(sketch.mark(text), source))

    def _ask(self, mark: Mark) -> None:
        source, placement = self._sheet.source, self._viewport.placement()
        assert placement is not None
        place = QPointF(*placement.to_view(*mark.points[-1]))

        def keep(text: str) -> None:
            if text or mark.kind is MarkKind.ARROW:
                self._sheet.replace(replace(mark, text=text), source, tr("change the words"))

        self.field.ask(place, mark.text, keep)

    def _keep_change(self) -> None:
        grip, edited, source = self._grip, self._edited, self._sheet.source
        self._grip = None
        self._edit(None)
        if grip is not None and edited is not None and edited != grip.mark:
            name = mark_name(edited.kind)
            moved = grip.handle is None
            what = tr("move {mark}", mark=name) if moved else tr("change {mark}", mark=name)
            self._sheet.replace(edited, source, what)
        self._sheet.refresh()

    def _edit(self, mark: Mark | None) -> None:
        self._edited = mark
        self._sheet.edit(mark)

    # Where things are.

    def _pulled(self, grip: Grip, here: QPointF) -> Mark:
        rows, columns = self._shape()
        if grip.handle is not None:
            return with_handle(grip.mark, grip.handle, self._image_point(here))
        column, row = self._unclamped(here)
        moved = grip.mark.moved(column - grip.start[0], row - grip.start[1])
        return within(moved, rows, columns)

    def _hit(self, here: QPointF) -> Grip | None:
        placement = self._viewport.placement()
        assert placement is not None
        sheet = self._sheet
        return Targets(sheet.marks, sheet.selected, sheet.labels, placement).at(here)

    def _shape(self) -> tuple[int, int]:
        picture = self._viewport.picture
        assert picture is not None
        return picture.frame.shape

    def _unclamped(self, here: QPointF) -> Point:
        placement = self._viewport.placement()
        assert placement is not None
        return placement.to_image(here.x(), here.y())

    def _image_point(self, here: QPointF) -> Point:
        return clamped(self._unclamped(here), *self._shape())

    def _inside(self, here: QPointF) -> bool:
        return clamped(self._unclamped(here), *self._shape()) == self._unclamped(here)

    def _is_last(self, here: QPointF) -> bool:
        """True where the last point was placed, so that a double click is no line of its own."""
        placement = self._viewport.placement()
        assert placement is not None
        if self._sketch is None or not self._sketch.placed:
            return False
        last = placement.to_view(*self._sketch.placed[-1])
        return math.dist(last, (here.x(), here.y())) < _CLICK_SLOP

    def _point(self, *, on_mark: bool) -> None:
        """The pointer says what a press would do."""
        wanted = on_mark or self._tool is not None
        if wanted:
            shape = Qt.CursorShape.CrossCursor
            if on_mark and self._tool is None:
                shape = Qt.CursorShape.SizeAllCursor
            self._viewport.setCursor(shape)
        elif self._hovers:
            lens = self._viewport.lens is not None
            self._viewport.setCursor(
                Qt.CursorShape.CrossCursor if lens else Qt.CursorShape.ArrowCursor
            )
        self._hovers = wanted


def _is_double(event: QMouseEvent) -> bool:
    return event.type() is QEvent.Type.MouseButtonDblClick


def _apart(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())
