"""Marks over one viewport: drawing them, and what the mouse does to them."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter

from tumorview.domain.marks import Mark, MarkKind, Point, new_uid
from tumorview.domain.measurements import Measurement, scale_of
from tumorview.domain.source import SourceRef
from tumorview.imaging.measuring import geometry_of
from tumorview.reporting.measure_words import spoken_lines
from tumorview.ui.language import local, tr
from tumorview.ui.measuring.book import MarkBook
from tumorview.ui.measuring.hits import Grip, Targets
from tumorview.ui.measuring.measurer import Measured, Measurer
from tumorview.ui.measuring.names import mark_name
from tumorview.ui.measuring.painting import draw_marks, draw_sketch
from tumorview.ui.measuring.sketch import Sketch, clamped, with_handle, within
from tumorview.ui.measuring.text_field import TextField
from tumorview.ui.viewport.camera import Placement
from tumorview.ui.viewport.scene import OverlayPainter
from tumorview.ui.viewport.view import Viewport

_CLICK_SLOP = 4.0
_SPOKEN = (MarkKind.TEXT, MarkKind.ARROW)
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class MarkLayer(QObject):
    """The marks of the image that `viewport` shows.

    Signals
    -------
    changed()
        Another selection, another image or other marks.
    tool_ended()
        The tool was given up.
    """

    changed = Signal()
    tool_ended = Signal()

    def __init__(self, viewport: Viewport, book: MarkBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport
        self._book = book
        self._tool: MarkKind | None = None
        self._sketch: Sketch | None = None
        self._pressed: QPointF | None = None
        self._grip: Grip | None = None
        self._edited: Mark | None = None
        self._selected = ""
        self._labels: dict[str, QRectF] = {}
        self._known: dict[Mark, Measurement] = {}
        self._source: SourceRef | None = None
        self._hovers = False
        self.field = TextField(viewport)
        self.measurer = Measurer(self)
        self.measurer.measured.connect(self._on_measured)
        book.changed.connect(self._on_book)
        viewport.layers.append(self._paint)
        viewport.file_overlays.append(self.in_file)
        viewport.installEventFilter(self)

    @property
    def source(self) -> SourceRef | None:
        """The frame on screen."""
        picture = self._viewport.picture
        return None if picture is None else picture.frame.source

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of the frame on screen, as they are drawn."""
        source = self.source
        if source is None:
            return ()
        edited = self._edited
        return tuple(
            edited if edited is not None and mark.uid == edited.uid else mark
            for mark in self._book.of(source)
        )

    @property
    def selected(self) -> Mark | None:
        """The mark whose handles are shown."""
        return next((mark for mark in self.marks if mark.uid == self._selected), None)

    @property
    def tool(self) -> MarkKind | None:
        """What a press begins to draw."""
        return self._tool

    @property
    def sketch(self) -> Sketch | None:
        """What is being drawn."""
        return self._sketch

    def measurement(self, mark: Mark) -> Measurement | None:
        """What `mark` measures on the frame on screen; None while its pixels are looked at."""
        return self._known.get(mark)

    def in_file(self, source: SourceRef) -> OverlayPainter | None:
        """What a file shows of the marks of an image: no handles, nothing selected."""
        labelled = tuple((mark, self.label(mark)) for mark in self._book.of(source))
        if not labelled:
            return None

        def paint(painter: QPainter, placement: Placement) -> None:
            draw_marks(painter, placement, labelled, "")

        return paint

    def label(self, mark: Mark) -> tuple[str, ...]:
        """What stands beside `mark`; the values of its pixels follow when they are known."""
        picture = self._viewport.picture
        if picture is None:
            return ()
        known = self._known.get(mark) or geometry_of(mark, scale_of(picture.frame.geometry))
        return spoken_lines(mark, known, local)

    def label_box(self, mark: Mark) -> QRectF:
        """Where the label of `mark` was drawn last, in viewport pixels."""
        return self._labels.get(mark.uid, QRectF())

    def use_tool(self, kind: MarkKind | None) -> None:
        """Draw marks of one kind from now on; None ends it."""
        self._drop()
        self._tool = kind
        if kind is not None:
            self._selected = ""
            self._viewport.setFocus()
        self._point(on_mark=False)
        self._refresh()

    def select(self, uid: str) -> None:
        """Show the handles of one mark; "" of none."""
        self._selected = uid
        self._refresh()

    def follow(self) -> None:
        """Another image is on screen, or its pixels have come."""
        picture = self._viewport.picture
        if self.source != self._source:
            self._source = self.source
            self._selected = ""
            self._known = {}
            self._labels = {}
            self._drop()
        if picture is not None:
            self._measure()
        # Another picture is drawn by itself; the old one need not be drawn again before it goes.
        self.changed.emit()

    def wants_escape(self) -> bool:
        """True while there is something of ours that Esc ends."""
        return self.field.is_open or self._tool is not None or bool(self._selected or self._grip)

    def escape(self) -> None:
        """End one thing: the words, the change, the mark that is drawn, the tool, the selection."""
        if self.field.is_open:
            self.field.give_up()
        elif self._grip is not None or self._sketch is not None:
            self._drop()
        elif self._tool is not None:
            self._tool = None
            self._point(on_mark=False)
            self.tool_ended.emit()
        else:
            self._selected = ""
        self._refresh()

    def delete_selected(self) -> None:
        """Take the selected mark away."""
        mark, source = self.selected, self.source
        if mark is None or source is None:
            return
        rest = tuple(one for one in self._book.of(source) if one.uid != mark.uid)
        self._selected = ""
        self._book.change({source: rest}, tr("delete {mark}", mark=mark_name(mark.kind)))

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

    # The mouse.

    def _press(self, event: QMouseEvent) -> bool:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() is not Qt.MouseButton.LeftButton or not plain:
            return False
        here = event.position()
        self.field.clearFocus()
        if self._sketch is None and self._take(here, double=_is_double(event)):
            return True
        if self._tool is None:
            if self._selected:
                self.select("")
            return False
        self._pressed = here
        if self._sketch is None:
            if self._inside(here):
                self._sketch = Sketch(self._tool, new_uid())
                self._place(here)
        elif not self._is_last(here):
            self._place(here)
        self._refresh()
        return True

    def _take(self, here: QPointF, *, double: bool) -> bool:
        """Take what lies at a viewport point; with a tool, only handles of the selected mark."""
        grip = self._hit(here)
        if grip is None or (self._tool is not None and grip.handle is None):
            return False
        self._selected = grip.mark.uid
        if double and grip.mark.kind in _SPOKEN:
            self._ask(grip.mark)
        else:
            self._grip = grip
        self._refresh()
        return True

    def _move(self, here: QPointF) -> None:
        if self._grip is not None:
            self._edited = self._pulled(self._grip, here)
            self._measure()
        elif self._sketch is not None:
            freehand = self._sketch.kind is MarkKind.FREEHAND
            if not freehand or (self._pressed is not None and not self._is_last(here)):
                self._sketch = self._sketch.at(self._image_point(here))
        elif self._pressed is None:
            self._point(on_mark=self._hit(here) is not None)
            return
        self._viewport.update()

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
        self._refresh()
        return True

    def _place(self, here: QPointF) -> None:
        assert self._sketch is not None
        self._sketch = self._sketch.placing(self._image_point(here))
        if self._sketch.is_complete:
            self._finish(self._sketch)

    def _finish(self, sketch: Sketch) -> None:
        self._sketch = None
        if sketch.kind in _SPOKEN:
            place = self._viewport.placement()
            assert place is not None
            x, y = place.to_view(*sketch.placed[-1])
            source = self.source
            self.field.ask(QPointF(x, y), "", lambda text: self._add(sketch.mark(text), source))
        else:
            self._add(sketch.mark(), self.source)

    def _add(self, mark: Mark | None, source: SourceRef | None) -> None:
        if mark is None or source is None:
            return
        self._selected = mark.uid
        text = tr("draw {mark}", mark=mark_name(mark.kind))
        self._book.change({source: (*self._book.of(source), mark)}, text)

    def _ask(self, mark: Mark) -> None:
        source, placement = self.source, self._viewport.placement()
        assert placement is not None
        place = QPointF(*placement.to_view(*mark.points[-1]))

        def keep(text: str) -> None:
            if text or mark.kind is MarkKind.ARROW:
                self._replace(replace(mark, text=text), source, tr("change the words"))

        self.field.ask(place, mark.text, keep)

    def _keep_change(self) -> None:
        grip, edited, source = self._grip, self._edited, self.source
        self._grip = self._edited = None
        if grip is not None and edited is not None and edited != grip.mark:
            name = mark_name(edited.kind)
            moved = grip.handle is None
            what = tr("move {mark}", mark=name) if moved else tr("change {mark}", mark=name)
            self._replace(edited, source, what)
        self._refresh()

    def _replace(self, mark: Mark, source: SourceRef | None, text: str) -> None:
        if source is not None:
            marks = tuple(mark if m.uid == mark.uid else m for m in self._book.of(source))
            self._book.change({source: marks}, text)

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
        return Targets(self.marks, self.selected, self._labels, placement).at(here)

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

    # What is seen.

    def _paint(self, painter: QPainter, placement: Placement) -> None:
        painter.save()
        drawn = list(self.marks)
        if self._sketch is not None:
            preview = self._sketch.mark()
            if preview is None or preview.kind is MarkKind.FREEHAND:
                draw_sketch(painter, self._sketch, placement)
            else:
                drawn.append(preview)
        chosen = self._selected if self._sketch is None else self._sketch.uid
        labelled = [(mark, self.label(mark)) for mark in drawn]
        self._labels = draw_marks(painter, placement, labelled, chosen)
        painter.restore()

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

    def _drop(self) -> None:
        self._sketch = self._grip = self._edited = self._pressed = None
        if self.field.is_open:
            self.field.give_up()

    def _measure(self) -> None:
        picture = self._viewport.picture
        if picture is not None:
            waiting = tuple(mark for mark in self.marks if mark not in self._known)
            if waiting:
                self.measurer.request(picture.frame, waiting)

    def _on_measured(self, found: Measured) -> None:
        if found.source == self.source:
            self._known[found.mark] = found.measurement
            # Only what is on screen is asked for again; the rest was on its way there.
            if self._grip is None:
                drawn = set(self.marks)
                self._known = {m: known for m, known in self._known.items() if m in drawn}
            self._refresh()

    def _on_book(self, sources: tuple[SourceRef, ...]) -> None:
        if self.source in sources:
            self._measure()
        self._refresh()

    def _refresh(self) -> None:
        self._viewport.update()
        self.changed.emit()


def _is_double(event: QMouseEvent) -> bool:
    return event.type() is QEvent.Type.MouseButtonDblClick


def _apart(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())
