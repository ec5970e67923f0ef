"""The export dialog: a preview, the choices, what has to be said, and the progress."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tumorview.errors import TumorViewError
from tumorview.reporting.errors import OutputError
from tumorview.ui.error_words import error_sentence
from tumorview.ui.icons import icon
from tumorview.ui.language import local, localized, plural, tr
from tumorview.ui.result.wording import spoken
from tumorview.ui.takeaway.choices import ExportKind
from tumorview.ui.takeaway.form import ExportForm
from tumorview.ui.takeaway.notes import (
    BURNED_IN,
    NAMES_PATIENT,
    Note,
    ReplaceQuestion,
    stopped_text,
    written_text,
)
from tumorview.ui.takeaway.preview import PreviewPane
from tumorview.ui.takeaway.runner import FileWriter, Studio
from tumorview.ui.takeaway.snapshot import Snapshot
from tumorview.ui.takeaway.wishes import (
    Circumstances,
    FileWish,
    PicturesWish,
    ReportWish,
    TargetsExist,
    Written,
)
from tumorview.ui.theme import GRID

_PREVIEW_PAUSE_MS = 120
_PAGE_HEIGHT = 1.3
"""Of a page that is one wide: Letter has the least."""
_FORM_WIDTH = 50 * GRID


class ExportDialog(QDialog):
    """Modal, over a snapshot of the screen; the files are made on a thread of `writer`.

    Parameters
    ----------
    writer, studio
        Of the owner, who also ends their threads.

    Signals
    -------
    finished_well(str)
        Everything was written and the dialog has closed; what to tell.
    """

    finished_well = Signal(str)

    def __init__(
        self,
        form: ExportForm,
        taken: Snapshot,
        writer: FileWriter,
        studio: Studio,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self.setModal(True)
        self.resize(112 * GRID, 72 * GRID)
        self._taken = taken
        self._writer, self._studio = writer, studio
        self._wish: FileWish | None = None
        self._done = 0
        self._closes_after_stop = False
        self.form = form
        self.preview = PreviewPane()
        self.identity_note = Note(tr("Caution about identity"))
        self.burned_in_note = Note(tr("Caution about burned-in text"))
        self.question = ReplaceQuestion()
        self.outcome = Note(tr("Outcome of the export"))
        self.export_button = QPushButton(icon("save", "accent_text"), tr("Export"))
        self.export_button.setProperty("kind", "primary")
        self.export_button.setDefault(True)
        self.stop_button = QPushButton(icon("stop", "text"), tr("Stop"))
        self.stop_button.setAutoDefault(False)
        self.folder_button = QPushButton(icon("folder", "text"), tr("Open folder"))
        self.folder_button.setAutoDefault(False)
        self.close_button = QPushButton(tr("Cancel"))
        self.close_button.setAutoDefault(False)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(tr("Progress of the export"))
        self._status = QLabel()
        self._status.setProperty("role", "muted")
        self._status.setAccessibleName(tr("State of the export"))
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=_PREVIEW_PAUSE_MS)
        self._connect()
        self._show_state()

    @property
    def status(self) -> str:
        """What is said beside the buttons."""
        return self._status.text()

    def start(self, *, replace: bool = False) -> None:
        """Write what the form says, unless something is missing."""
        if self._writer.is_running or self.form.problem():
            return
        self._wish = self.form.wish(replace=replace)
        self._done = 0
        self.outcome.say("")
        self.question.say("")
        self._progress.setRange(0, 0)
        self._writer.start(self._wish)
        self._show_state()

    def reject(self) -> None:
        """Esc and every way of closing end here; what runs is stopped first."""
        if self._writer.is_running:
            self._closes_after_stop = True
            self._stop()
            return
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: the dialog appears."""
        super().showEvent(event)
        self._pause.start(0)
        self._studio.look(self._paths())

    # How it is made.

    def _lay_out(self) -> None:
        title = QLabel(tr("Export"))
        title.setProperty("role", "title")
        column = QWidget()
        column.setProperty("surface", "panel")
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, GRID, 0)
        inner.setSpacing(GRID)
        inner.addWidget(self.form)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidget(column)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumWidth(_FORM_WIDTH)
        middle = QHBoxLayout()
        middle.setSpacing(3 * GRID)
        middle.addWidget(self.preview, 1)
        middle.addWidget(area)
        footer = QHBoxLayout()
        footer.setSpacing(GRID)
        footer.addWidget(self._status)
        footer.addWidget(self._progress, 1)
        footer.addStretch(1)
        for button in (
            self.folder_button,
            self.stop_button,
            self.close_button,
            self.export_button,
        ):
            footer.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addWidget(title)
        layout.addLayout(middle, 1)
        for note in (self.identity_note, self.burned_in_note):
            layout.addWidget(note)
        layout.addWidget(self.question)
        layout.addWidget(self.outcome)
        layout.addLayout(footer)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._draw)
        self.form.changed.connect(self._on_changed)
        self.export_button.clicked.connect(lambda _=False: self.start())
        self.stop_button.clicked.connect(self._stop)
        self.close_button.clicked.connect(self.reject)
        self.folder_button.clicked.connect(self._open_folder)
        self.question.answered.connect(self._on_answered)
        writer, studio = self._writer, self._studio
        writer.progressed.connect(self._on_progress)
        writer.exists.connect(self._on_exists)
        writer.written.connect(self._on_written)
        writer.failed.connect(self._on_failed)
        writer.stopped.connect(self._on_stopped)
        studio.drawn.connect(self._on_drawn)
        studio.failed.connect(self._on_not_drawn)
        studio.looked.connect(self._on_looked)

    # What happens.

    def _on_changed(self) -> None:
        self.outcome.say("")
        self.question.say("")
        self._pause.start()
        self._show_state()

    def _draw(self) -> None:
        form, taken = self.form, self._taken
        if form.kind is ExportKind.REPORT:
            if not form.problem():
                wish = form.wish()
                assert isinstance(wish, ReportWish)
                room = self.preview.room()
                self._studio.draw_report(wish, min(room.width(), int(room.height() / _PAGE_HEIGHT)))
            return
        shot = taken.shot or taken.shots[taken.index]
        self._studio.draw(taken.sight, shot, form.content(), self.preview.room())

    def _paths(self) -> list[Path]:
        """Files that may go into the export, the one on screen first."""
        shots = self._taken.shots
        first = shots[self._taken.index].source.path
        return [first, *(shot.source.path for shot in shots)]

    def _on_drawn(self, image: QImage) -> None:
        self.preview.show_image(image)

    def _on_not_drawn(self, error: TumorViewError) -> None:
        self.preview.show_message(error_sentence(error, with_path=False))

    def _on_looked(self, found: Circumstances) -> None:
        self.burned_in_note.say(local(BURNED_IN[found.burned_in]))
        self.form.offer_movies(found.movie_formats)

    def _on_answered(self, may_replace: bool) -> None:
        if may_replace:
            self.start(replace=True)

    def _on_progress(self, done: int, total: int) -> None:
        self._done = done
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._status.setText(
            plural("{done} of {n} image", "{done} of {n} images", total, done=localized(done))
        )

    def _on_exists(self, found: TargetsExist) -> None:
        self._show_state()
        if self._closes_after_stop:
            self.reject()
        else:
            self.question.ask(found)

    def _on_written(self, written: Written) -> None:
        text = written_text(written)
        if not written.unreadable or self._closes_after_stop:
            self.finished_well.emit(text)
            self.accept()
            return
        self._show_state()
        self.outcome.say(text, "warning")
        self.close_button.setText(tr("Close"))

    def _on_failed(self, error: TumorViewError) -> None:
        self._show_state()
        if self._closes_after_stop:
            self.reject()
            return
        kept = ""
        if isinstance(self._wish, PicturesWish) and len(self._wish.targets) > 1 and self._done:
            kept = " " + plural(
                "{done} of {n} image was done before.",
                "{done} of {n} images were done before.",
                len(self._wish.targets),
                done=localized(self._done),
            )
        # A file that was read may be called like the patient; one that was to be written is not.
        text = spoken(error, with_path=isinstance(error, OutputError))
        self.outcome.say(f"{text}{kept}", "danger")

    def _on_stopped(self) -> None:
        self._show_state()
        if self._closes_after_stop:
            self.reject()
            return
        each = isinstance(self._wish, PicturesWish)
        self.outcome.say(stopped_text(self._done, each_a_file=each), "warning")

    def _stop(self) -> None:
        self.stop_button.setEnabled(False)
        self._status.setText(tr("Stopping…"))
        self._writer.cancel()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.form.folder)))

    def _show_state(self) -> None:
        running = self._writer.is_running
        problem = self.form.problem()
        self.form.setEnabled(not running)
        self.export_button.setVisible(not running)
        self.export_button.setEnabled(not problem)
        self.stop_button.setVisible(running)
        self.stop_button.setEnabled(running)
        self.close_button.setVisible(not running)
        self.folder_button.setVisible(not running and self._done > 0)
        self._progress.setVisible(running)
        self._status.setText(tr("Writing…") if running else problem)
        self.identity_note.say(local(NAMES_PATIENT) if self.form.names_patient else "")
