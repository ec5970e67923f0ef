"""Marks over one viewport: the marks of its image, drawn, and the hand that changes them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter

from tumorview.domain.marks import Mark, MarkKind
from tumorview.domain.measurements import Measurement
from tumorview.domain.source import SourceRef
from tumorview.ui.measuring.book import MarkBook
from tumorview.ui.measuring.hand import Hand
from tumorview.ui.measuring.measurer import Measurer
from tumorview.ui.measuring.painting import draw_marks, draw_sketch
from tumorview.ui.measuring.sheet import MarkSheet
from tumorview.ui.measuring.sketch import Sketch
from tumorview.ui.measuring.text_field import TextField
from tumorview.ui.viewport.camera import Placement
from tumorview.ui.viewport.scene import FileOverlay
from tumorview.ui.viewport.view import Viewport


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
        self._viewports = [viewport]
        self._sheet = MarkSheet(viewport, book, self)
        self._hand = Hand(viewport, self._sheet, self)
        self._sheet.changed.connect(self._on_changed)
        self._hand.moved.connect(self._repaint)
        self._hand.tool_ended.connect(self.tool_ended)
        viewport.layers.append(self._paint)
        viewport.file_overlays.append(self.in_file)

    @property
    def source(self) -> SourceRef | None:
        """The frame on screen."""
        return self._sheet.source

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of the frame on screen, as they are drawn."""
        return self._sheet.marks

    @property
    def selected(self) -> Mark | None:
        """The mark whose handles are shown."""
        return self._sheet.selected

    @property
    def tool(self) -> MarkKind | None:
        """What a press begins to draw."""
        return self._hand.tool

    @property
    def sketch(self) -> Sketch | None:
        """What is being drawn."""
        return self._hand.sketch

    @property
    def field(self) -> TextField:
        """Where the words of a mark are typed."""
        return self._hand.field

    @property
    def measurer(self) -> Measurer:
        """What looks at pixels."""
        return self._sheet.measurer

    def measurement(self, mark: Mark) -> Measurement | None:
        """What `mark` measures on the frame on screen; None while its pixels are looked at."""
        return self._sheet.measurement(mark)

    def in_file(self, source: SourceRef) -> FileOverlay | None:
        """What a file shows of the marks of an image: no handles, nothing selected."""
        return self._sheet.in_file(source)

    def label(self, mark: Mark) -> tuple[str, ...]:
        """What stands beside `mark`; the values of its pixels follow when they are known."""
        return self._sheet.label(mark)

    def label_box(self, mark: Mark) -> QRectF:
        """Where the label of `mark` was drawn last, in viewport pixels."""
        return self._sheet.labels.get(mark.uid, QRectF())

    def use_tool(self, kind: MarkKind | None) -> None:
        """Draw marks of one kind from now on; None ends it."""
        self._hand.use_tool(kind)

    def select(self, uid: str) -> None:
        """Show the handles of one mark; "" of none."""
        self._sheet.select(uid)
        self._sheet.refresh()

    def follow(self) -> None:
        """Another image is on screen, or its pixels have come."""
        if self._sheet.follow():
            self._hand.drop()
        self._sheet.measure()
        # Another picture is drawn by itself; the old one need not be drawn again before it goes.
        self.changed.emit()

    def wants_escape(self) -> bool:
        """True while there is something of ours that Esc ends."""
        return self._hand.wants_escape()

    def escape(self) -> None:
        """End one thing: the words, the change, the mark that is drawn, the tool, the selection."""
        self._hand.escape()

    def delete_selected(self) -> None:
        """Take the selected mark away."""
        self._sheet.delete_selected()

    def show_on(self, viewport: Viewport) -> None:
        """Draw the same marks in a viewport that shows the same image, to be looked at alone."""
        self._viewports.append(viewport)
        viewport.layers.append(self._draw)

    def _paint(self, painter: QPainter, placement: Placement) -> None:
        self._sheet.labels = self._draw(painter, placement)

    def _draw(self, painter: QPainter, placement: Placement) -> dict[str, QRectF]:
        painter.save()
        drawn, sketch = list(self.marks), self.sketch
        if sketch is not None:
            preview = sketch.mark()
            if preview is None or preview.kind is MarkKind.FREEHAND:
                draw_sketch(painter, sketch, placement)
            else:
                drawn.append(preview)
        chosen = self._sheet.selected_uid if sketch is None else sketch.uid
        labelled = [(mark, self.label(mark)) for mark in drawn]
        boxes = draw_marks(painter, placement, labelled, chosen)
        painter.restore()
        return boxes

    def _on_changed(self) -> None:
        self._repaint()
        self.changed.emit()

    def _repaint(self) -> None:
        for viewport in self._viewports:
            viewport.update()
