"""Every mark of the session, by frame, and what was done to them, to be undone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack

from tumorview.domain.marks import FrameMarks, Mark
from tumorview.domain.source import SourceRef
from tumorview.domain.study import FrameInfo
from tumorview.imaging.reformat_series import ReformattedRef

StudyKey = str
"""Study Instance UID, or the folder of images that have none."""

_REFORMATTED = "/reformatted"


def study_key(source: SourceRef) -> StudyKey:
    """Which study a frame belongs to.

    Reformatted images of a study are one of their own: no DICOM file holds them, so that marks on
    them can be in no report with those of the others.
    """
    study = source.study_instance_uid or str(source.path.parent)
    return f"{study}{_REFORMATTED}" if isinstance(source, ReformattedRef) else study


def study_keys(frames: Iterable[FrameInfo]) -> frozenset[StudyKey]:
    """Which studies frames belong to, with what may have been reformatted from them."""
    keys = {study_key(frame.source) for frame in frames}
    return frozenset(keys | {f"{key}{_REFORMATTED}" for key in keys})


def _series_key(source: SourceRef) -> tuple[StudyKey, str]:
    return study_key(source), source.series_instance_uid or ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How far each history of a study had come when its marks were written down."""

    study: StudyKey
    frames: tuple[FrameMarks, ...]
    steps: Mapping[QUndoStack, int]


class _Change(QUndoCommand):
    """The marks of some frames before and after; nothing else needs to be known to go back."""

    def __init__(
        self,
        book: MarkBook,
        before: Mapping[SourceRef, tuple[Mark, ...]],
        after: Mapping[SourceRef, tuple[Mark, ...]],
        text: str,
    ) -> None:
        super().__init__(text)
        self._book, self._before, self._after = book, dict(before), dict(after)

    def redo(self) -> None:
        """Qt: do it, for the first time or again."""
        self._book.put(self._after)

    def undo(self) -> None:
        """Qt: go back."""
        self._book.put(self._before)


class MarkBook(QObject):
    """Marks of all frames; each series has a history of its own.

    Signals
    -------
    changed(object)
        The tuple of `SourceRef`s whose marks are others now; empty where marks were forgotten.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history = QUndoGroup(self)
        self._marks: dict[SourceRef, tuple[Mark, ...]] = {}
        self._stacks: dict[tuple[StudyKey, str], QUndoStack] = {}

    def of(self, source: SourceRef) -> tuple[Mark, ...]:
        """The marks of one frame, in the order in which they were made."""
        return self._marks.get(source, ())

    def of_study(self, study: StudyKey) -> tuple[FrameMarks, ...]:
        """Every frame of a study that has marks."""
        return tuple(
            FrameMarks(source, marks)
            for source, marks in self._marks.items()
            if marks and study_key(source) == study
        )

    def read(self, source: SourceRef | None) -> None:
        """Undo and redo what was done to the series of `source` from now on."""
        stack = None if source is None else self._stack(source)
        if stack is None:
            for one in self._stacks.values():
                one.setActive(False)
        else:
            stack.setActive(True)

    def change(self, after: Mapping[SourceRef, tuple[Mark, ...]], text: str) -> None:
        """Give frames other marks; `text` says what was done, for the menu."""
        by_stack: dict[QUndoStack, dict[SourceRef, tuple[Mark, ...]]] = {}
        for source, marks in after.items():
            if marks != self.of(source):
                by_stack.setdefault(self._stack(source), {})[source] = marks
        for stack, changes in by_stack.items():
            before = {source: self.of(source) for source in changes}
            stack.push(_Change(self, before, changes, text))

    def put(self, marks: Mapping[SourceRef, tuple[Mark, ...]]) -> None:
        """Hold these marks; for the history alone, which knows what was there before."""
        self._marks.update(marks)
        self.changed.emit(tuple(marks))

    def snapshot(self, study: StudyKey) -> Snapshot:
        """What has to be written of a study, and how far it has come."""
        return Snapshot(study, self.of_study(study), {s: s.index() for s in self._of(study)})

    def saved(self, snapshot: Snapshot) -> None:
        """`snapshot` has been written; what was done since is unsaved."""
        for stack, step in snapshot.steps.items():
            if stack.index() == step:
                stack.setClean()

    def unsaved(self, among: Collection[StudyKey] | None = None) -> StudyKey | None:
        """A study with marks that would be lost, of `among` or of all, or None."""
        for (study, _series), stack in self._stacks.items():
            if (among is None or study in among) and not stack.isClean() and self.of_study(study):
                return study
        return None

    def is_saved(self, study: StudyKey) -> bool:
        """True when nothing was done to a study since its marks were written or read."""
        return all(stack.isClean() for stack in self._of(study))

    def forget(self, study: StudyKey) -> None:
        """Drop the marks of a study and its history."""
        sources = [source for source in self._marks if study_key(source) == study]
        for source in sources:
            del self._marks[source]
        for stack in self._of(study):
            stack.clear()
        self.changed.emit(())

    def _of(self, study: StudyKey) -> Iterable[QUndoStack]:
        return [stack for (of, _series), stack in self._stacks.items() if of == study]

    def _stack(self, source: SourceRef) -> QUndoStack:
        key = _series_key(source)
        if key not in self._stacks:
            self._stacks[key] = QUndoStack(self.history)
        return self._stacks[key]
