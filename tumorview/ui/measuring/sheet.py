"""The marks of the image on screen: which there are, what they measure, which one is selected."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter

from tumorview.domain.frames import ModalityFrame
from tumorview.domain.marks import Mark
from tumorview.domain.measurements import Measurement, scale_of
from tumorview.domain.source import SourceRef
from tumorview.imaging.measuring import geometry_of, measure
from tumorview.reporting.measure_words import spoken_lines
from tumorview.ui.language import local, tr
from tumorview.ui.measuring.book import MarkBook
from tumorview.ui.measuring.measurer import Measured, Measurer
from tumorview.ui.measuring.names import mark_name
from tumorview.ui.measuring.painting import draw_marks
from tumorview.ui.viewport.camera import Placement
from tumorview.ui.viewport.scene import FileOverlay, OverlayPainter
from tumorview.ui.viewport.view import Viewport


class MarkSheet(QObject):
    """What `book` holds for the image that `viewport` shows.

    `labels` are the boxes of the labels as they were drawn last, in viewport pixels by uid.

    Signals
    -------
    changed()
        Another selection, another image or other marks.
    """

    changed = Signal()

    def __init__(self, viewport: Viewport, book: MarkBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport
        self._book = book
        self._edited: Mark | None = None
        self._selected = ""
        self._known: dict[Mark, Measurement] = {}
        self._source: SourceRef | None = None
        self.labels: dict[str, QRectF] = {}
        self.measurer = Measurer(self)
        self.measurer.measured.connect(self._on_measured)
        book.changed.connect(self._on_book)

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
    def selected_uid(self) -> str:
        """The uid of what was selected last, whether it is there or not; "" of nothing."""
        return self._selected

    def measurement(self, mark: Mark) -> Measurement | None:
        """What `mark` measures on the frame on screen; None while its pixels are looked at."""
        return self._known.get(mark)

    def label(self, mark: Mark) -> tuple[str, ...]:
        """What stands beside `mark`; the values of its pixels follow when they are known."""
        picture = self._viewport.picture
        if picture is None:
            return ()
        known = self._known.get(mark) or geometry_of(mark, scale_of(picture.frame.geometry))
        return spoken_lines(mark, known, local)

    def in_file(self, source: SourceRef) -> FileOverlay | None:
        """What a file shows of the marks of an image: no handles, nothing selected.

        They are measured on the pixels that the file is made of, whether the image was ever on
        screen or not.
        """
        marks = self._book.of(source)
        return partial(_measured_marks, marks) if marks else None

    def select(self, uid: str) -> None:
        """Show the handles of one mark, "" of none, and say so by `refresh`."""
        self._selected = uid

    def edit(self, mark: Mark | None) -> None:
        """Draw `mark` in the place of the one with its uid until it is kept; None ends it."""
        self._edited = mark
        if mark is not None:
            self.measure()

    def add(self, mark: Mark | None, source: SourceRef | None) -> None:
        """Put a new mark on an image and select it."""
        if mark is None or source is None:
            return
        self._selected = mark.uid
        text = tr("draw {mark}", mark=mark_name(mark.kind))
        self._book.change({source: (*self._book.of(source), mark)}, text)

    def replace(self, mark: Mark, source: SourceRef | None, text: str) -> None:
        """Put `mark` in the place of the one with its uid; `text` is what undo calls it."""
        if source is not None:
            marks = tuple(mark if m.uid == mark.uid else m for m in self._book.of(source))
            self._book.change({source: marks}, text)

    def delete_selected(self) -> None:
        """Take the selected mark away."""
        mark, source = self.selected, self.source
        if mark is None or source is None:
            return
        rest = tuple(one for one in self._book.of(source) if one.uid != mark.uid)
        self._selected = ""
        self._book.change({source: rest}, tr("delete {mark}", mark=mark_name(mark.kind)))

    def follow(self) -> bool:
        """Forget what was known of the image before; False while it is the same one."""
        if self.source == self._source:
            return False
        self._source = self.source
        self._selected = ""
        self._known = {}
        self.labels = {}
        return True

    def measure(self) -> None:
        """Look at the pixels of every mark whose values are not known."""
        picture = self._viewport.picture
        if picture is not None:
            waiting = tuple(mark for mark in self.marks if mark not in self._known)
            if waiting:
                self.measurer.request(picture.frame, waiting)

    def refresh(self) -> None:
        """Say that something has changed."""
        self.changed.emit()

    def _on_measured(self, found: Measured) -> None:
        if found.source == self.source:
            self._known[found.mark] = found.measurement
            # Only what is on screen is asked for again; the rest was on its way there.
            if self._edited is None:
                drawn = set(self.marks)
                self._known = {m: known for m, known in self._known.items() if m in drawn}
            self.refresh()

    def _on_book(self, sources: tuple[SourceRef, ...]) -> None:
        if self.source in sources:
            self.measure()
        self.refresh()


def _measured_marks(marks: tuple[Mark, ...], frame: ModalityFrame) -> OverlayPainter:
    """Marks of `frame` with what they measure on it."""
    labelled = tuple((mark, spoken_lines(mark, measure(mark, frame), local)) for mark in marks)

    def paint(painter: QPainter, placement: Placement) -> None:
        draw_marks(painter, placement, labelled, "")

    return paint
