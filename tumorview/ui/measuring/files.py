"""Saving marks and reading them back, off the GUI thread, and asking before marks are lost."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from tumorview.cancel import CancelToken
from tumorview.domain.events import Outcome
from tumorview.domain.marks import FrameMarks
from tumorview.domain.source import SourceRef
from tumorview.domain.stored_marks import PlacedMarks, merged
from tumorview.ui.language import local, plural, tr, tr_noop
from tumorview.ui.measuring.book import MarkBook, Snapshot, StudyKey, study_key
from tumorview.ui.notifier import Notifier
from tumorview.ui.threads import WorkerThread, WorkFinished
from tumorview.ui.viewer import Viewer

_FILTER = tr_noop("DICOM structured report (*.dcm);;All files (*)")
FILE_NAME = "measurements.dcm"


class Answer(Enum):
    """What to do with marks that are not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class MarkFiles(QObject):
    """Files of marks for the study that `viewer` shows.

    `ask`, `choose_new` and `choose_old` are how the user is asked; tests put others in their place.
    """

    def __init__(self, book: MarkBook, viewer: Viewer, notifier: Notifier, window: QWidget) -> None:
        super().__init__(window)
        self._book = book
        self._viewer = viewer
        self._notifier = notifier
        self._thread = WorkerThread("tumorview-measurements", self)
        self._thread.reported.connect(self._on_reported)
        self._thread.finished.connect(self._on_finished)
        self._saving: dict[int, tuple[Snapshot, Callable[[], object] | None]] = {}
        self.ask: Callable[[bool], Answer] = lambda can_save: _ask(window, can_save)
        self.choose_new: Callable[[], Path | None] = lambda: _choose_new(window)
        self.choose_old: Callable[[], Path | None] = lambda: _choose_old(window)

    def marks_of_study(self) -> tuple[FrameMarks, ...]:
        """Every frame with marks of the study on screen."""
        study = self._study()
        return () if study is None else self._book.of_study(study)

    def save(self) -> None:
        """Ask for a file and write the marks of the study on screen."""
        study = self._study()
        if study is not None:
            self._save(study, None)

    def load(self) -> None:
        """Ask for a file and add its marks to those of the study on screen."""
        path = self.choose_old()
        shown = self._viewer.study
        if path is None or shown is None:
            return
        sources = tuple(frame.source for series in shown.series for frame in series.frames)

        def work(_token: CancelToken) -> Iterator[PlacedMarks]:
            from tumorview.services.measurements import (  # noqa: PLC0415 - heavy, worker only
                load_measurements,
            )

            yield load_measurements(path, sources)

        self._thread.submit(work)

    def before_leaving(
        self, then: Callable[[], object], studies: Collection[StudyKey] | None = None
    ) -> None:
        """Do `then` at once, or once the user has said what becomes of unsaved marks.

        Those of `studies`; None for all.
        """
        study = self._book.unsaved(studies)
        if study is None:
            then()
            return
        answer = self.ask(can_be_saved(self._book.of_study(study)))
        if answer is Answer.DISCARD:
            self._book.forget(study)
            self.before_leaving(then, studies)
        elif answer is Answer.SAVE:
            self._save(study, lambda: self.before_leaving(then, studies))

    def shutdown(self) -> None:
        """Let what is being written be written, then join."""
        self._thread.drain()

    def _study(self) -> StudyKey | None:
        info = self._viewer.frame_info
        return None if info is None else study_key(info.source)

    def _save(self, study: StudyKey, then: Callable[[], object] | None) -> None:
        path = self.choose_new()
        if path is None:
            return
        snapshot = self._book.snapshot(study)

        def work(token: CancelToken) -> Iterator[Path]:
            from tumorview.services.measurements import (  # noqa: PLC0415 - heavy, worker only
                save_measurements,
            )

            save_measurements(path, snapshot.frames, token)
            yield path

        self._saving[self._thread.submit(work)] = (snapshot, then)

    def _on_reported(self, request_id: int, event: object) -> None:
        if isinstance(event, PlacedMarks):
            self._place(event)
        elif isinstance(event, Path):
            snapshot, _then = self._saving[request_id]
            self._book.saved(snapshot)
            count = sum(len(frame.marks) for frame in snapshot.frames)
            self._notifier.show_info(
                plural(
                    "{n} mark saved in {name}.",
                    "{n} marks saved in {name}.",
                    count,
                    name=event.name,
                )
            )

    def _on_finished(self, end: WorkFinished) -> None:
        _snapshot, then = self._saving.pop(end.request_id, (None, None))
        if end.outcome is Outcome.FAILED and end.error is not None:
            self._notifier.show_error(end.error)
        elif end.outcome is Outcome.DONE and then is not None:
            then()

    def _place(self, found: PlacedMarks) -> None:
        sources: list[SourceRef] = [frame.source for frame in found.frames]
        studies = {study_key(source) for source in sources}
        untouched = {study for study in studies if self._book.is_saved(study)}
        self._book.change(
            {f.source: merged(self._book.of(f.source), f.marks) for f in found.frames},
            tr("load measurements"),
        )
        for study in untouched:
            # They are in the file that they came from.
            self._book.saved(self._book.snapshot(study))
        count = sum(len(frame.marks) for frame in found.frames)
        images = plural("{n} image", "{n} images", len(sources))
        self._notifier.show_info(
            plural(
                "{n} mark loaded on {images}.",
                "{n} marks loaded on {images}.",
                count,
                images=images,
            )
        )
        left_out = []
        if found.elsewhere:
            left_out.append(
                plural(
                    "{n} mark of images that are not open",
                    "{n} marks of images that are not open",
                    found.elsewhere,
                )
            )
        left_out += map(local, found.not_understood)
        if found.ambiguous:
            self._notifier.show_warning(
                plural(
                    "{n} mark is of an image whose SOP Instance UID several files have; it lies "
                    "on the first of them.",
                    "{n} marks are of images whose SOP Instance UID several files have; they lie "
                    "on the first of them.",
                    found.ambiguous,
                )
            )
        if left_out:
            self._notifier.show_warning(
                tr("Not shown of the file: {what}.", what="; ".join(left_out))
            )


def can_be_saved(frames: Iterable[FrameMarks]) -> bool:
    """False for images without UIDs (PNG, JPEG), which no DICOM report can be about."""
    return all(
        frame.source.sop_instance_uid is not None and frame.source.study_instance_uid is not None
        for frame in frames
    )


def _ask(window: QWidget, can_save: bool) -> Answer:
    buttons = QMessageBox.StandardButton
    if can_save:
        question = tr(
            "There are measurements that are not saved. Save them before the study closes?"
        )
        offered = buttons.Save | buttons.Discard | buttons.Cancel
    else:
        question = tr(
            "The measurements are lost when the image closes: a DICOM report can be about DICOM "
            "images only. Copy measurements (Ctrl+Shift+C) takes them as a table."
        )
        offered = buttons.Discard | buttons.Cancel
    box = QMessageBox(
        QMessageBox.Icon.Question, tr("Measurements are not saved"), question, offered, window
    )
    box.setDefaultButton(buttons.Save if can_save else buttons.Cancel)
    answers = {buttons.Save: Answer.SAVE, buttons.Discard: Answer.DISCARD}
    return answers.get(buttons(box.exec()), Answer.CANCEL)


def _choose_new(window: QWidget) -> Path | None:
    name, _ = QFileDialog.getSaveFileName(
        window, tr("Save measurements"), FILE_NAME, local(_FILTER)
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(".dcm")


def _choose_old(window: QWidget) -> Path | None:
    name, _ = QFileDialog.getOpenFileName(window, tr("Load measurements"), "", local(_FILTER))
    return Path(name) if name else None
