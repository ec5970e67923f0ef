"""Measuring as the window has it: tools, undo, clipboard, files, and care for what is unsaved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tumorview.domain.marks import FrameMarks, MarkKind
from tumorview.domain.source import SourceRef
from tumorview.domain.study import Study
from tumorview.reporting.measure_words import clipboard_text
from tumorview.ui.actions.table import ActionTable
from tumorview.ui.language import local, plural, tr, tr_noop
from tumorview.ui.measuring.book import MarkBook, study_keys
from tumorview.ui.measuring.files import MarkFiles, can_be_saved
from tumorview.ui.measuring.layer import MarkLayer
from tumorview.ui.notifier import Notifier
from tumorview.ui.reading_area import ReadingArea
from tumorview.ui.series_model import series_title
from tumorview.ui.viewer import Viewer

SAVE = tr_noop("Save measurements…")

_TOOLS = {
    "measure_distance": MarkKind.DISTANCE,
    "measure_angle": MarkKind.ANGLE,
    "measure_cobb": MarkKind.COBB,
    "roi_ellipse": MarkKind.ELLIPSE,
    "roi_rectangle": MarkKind.RECTANGLE,
    "roi_freehand": MarkKind.FREEHAND,
    "mark_arrow": MarkKind.ARROW,
    "mark_text": MarkKind.TEXT,
}


class Measuring(QObject):
    """The Measure menu over `viewer` and the viewport of `reading`.

    `window` is what it stands before; Esc anywhere in it ends a tool before it resets the view.
    """

    def __init__(
        self,
        actions: ActionTable,
        viewer: Viewer,
        reading: ReadingArea,
        notifier: Notifier,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._actions = actions
        self._viewer = viewer
        self._reading = reading
        self._window = window
        self._notifier = notifier
        self._copies: SourceRef | None = None
        self.book = MarkBook(self)
        self.layer = MarkLayer(reading.viewport, self.book, self)
        self.layer.show_on(reading.pair.second)
        self.files = MarkFiles(self.book, viewer, notifier, window)
        jobs: dict[str, Callable[[], object]] = {
            "undo_mark": self._undo,
            "redo_mark": self._redo,
            "delete_mark": self.layer.delete_selected,
            "delete_marks": self._delete_all,
            "copy_marks": self._copy,
            "save_marks": self.files.save,
            "load_marks": self.files.load,
        }
        actions.connect_jobs(jobs, {})
        for name in _TOOLS:
            actions[name].triggered.connect(lambda on, name=name: self._choose(name, on))
        self.layer.changed.connect(self._on_layer)
        self.layer.tool_ended.connect(lambda: self._choose("", False))
        self.book.changed.connect(self._go_to)
        self.book.history.canUndoChanged.connect(actions["undo_mark"].setEnabled)
        self.book.history.canRedoChanged.connect(actions["redo_mark"].setEnabled)
        self.book.history.undoTextChanged.connect(lambda text: self._name("undo_mark", text))
        self.book.history.redoTextChanged.connect(lambda text: self._name("redo_mark", text))
        viewer.series_changed.connect(self._on_series)
        viewer.position_changed.connect(self.layer.follow)
        reading.shown.connect(self.layer.follow)
        window.installEventFilter(self)
        self._on_series()

    def before_closing(self, studies: tuple[Study, ...], close: Callable[[], object]) -> None:
        """Do `close`, which closes `studies`, unless unsaved marks keep them open.

        The user is asked; `close` follows at once, after the marks were saved, or never.
        """
        frames = (frame for study in studies for series in study.series for frame in series.frames)
        self.files.before_leaving(close, study_keys(frames))

    def may_close(self) -> bool:
        """False while unsaved marks keep the window open; it closes later if the user says so."""
        if self.book.unsaved() is None:
            return True
        # Qt closes no window that is being asked whether it may be closed.
        self.files.before_leaving(lambda: QTimer.singleShot(0, self._window.close))
        return False

    def shutdown(self) -> None:
        """Stop and join the threads."""
        self.layer.measurer.shutdown()
        self.files.shutdown()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Esc that nobody in the window has used."""
        if (
            watched is self._window
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.layer.wants_escape()
        ):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.layer.escape()
                return True
        return False

    def _choose(self, name: str, on: bool) -> None:
        """One tool, or none."""
        for other in _TOOLS:
            if other != name:
                self._actions[other].setChecked(False)
        self.layer.use_tool(_TOOLS[name] if on else None)

    def _name(self, action: str, what: str) -> None:
        undoes = action == "undo_mark"
        if what:
            text = tr("Undo: {what}", what=what) if undoes else tr("Redo: {what}", what=what)
        else:
            text = tr("Undo") if undoes else tr("Redo")
        self._actions[action].setText(text)

    def _undo(self) -> None:
        self.book.history.undo()

    def _redo(self) -> None:
        self.book.history.redo()

    def _go_to(self, sources: tuple[SourceRef, ...]) -> None:
        """Show the slice whose marks were changed by undoing something elsewhere."""
        series, here = self._viewer.series, self._viewer.frame_info
        if series is None or here is None or here.source in sources:
            return
        for index, frame in enumerate(series.frames):
            if frame.source in sources:
                self._viewer.go_to(index)
                return

    def _delete_all(self) -> None:
        source = self.layer.source
        if source is not None:
            self.book.change({source: ()}, tr("delete all marks of the image"))

    def _copy(self) -> None:
        """Copy what is measured on the image, once the pixels of all of it have been looked at."""
        self._copies = self.layer.source
        self._copy_if_known()

    def _copy_if_known(self) -> None:
        series = self._viewer.series
        if self._copies is None or series is None:
            return
        if self._copies != self.layer.source:
            self._copies = None
            return
        found = [(mark, self.layer.measurement(mark)) for mark in self.layer.marks]
        known = [(mark, values) for mark, values in found if values is not None]
        if len(known) < len(found):
            return
        self._copies = None
        image = tr(
            "{series}, image {number} of {count}",
            series=series_title(series, hidden=self._reading.viewport.hides_identity),
            number=self._viewer.index + 1,
            count=self._viewer.count,
        )
        QApplication.clipboard().setText(clipboard_text(image, known, local))
        self._notifier.show_info(plural("{n} mark copied.", "{n} marks copied.", len(known)))

    def _on_series(self) -> None:
        info = self._viewer.frame_info
        self.book.read(None if info is None else info.source)
        self._choose("", False)
        self.layer.follow()
        self._on_layer()

    def _on_layer(self) -> None:
        source = self.layer.source if self._viewer.series is not None else None
        reading = source is not None
        study: tuple[FrameMarks, ...] = () if source is None else self.files.marks_of_study()
        for name in _TOOLS:
            self._actions[name].setEnabled(reading)
        self._actions["delete_mark"].setEnabled(self.layer.selected is not None)
        for name in ("delete_marks", "copy_marks"):
            self._actions[name].setEnabled(bool(self.layer.marks))
        can_save = can_be_saved(study)
        self._actions["save_marks"].setEnabled(bool(study) and can_save)
        self._actions["save_marks"].setText(
            local(SAVE) if can_save else tr("Save measurements… (DICOM images only)")
        )
        self._actions["load_marks"].setEnabled(reading)
        self._actions["undo_mark"].setEnabled(self.book.history.canUndo())
        self._actions["redo_mark"].setEnabled(self.book.history.canRedo())
        self._copy_if_known()
