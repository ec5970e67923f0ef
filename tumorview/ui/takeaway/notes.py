"""Sentences of the export dialog: cautions, questions, and how it went."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from tumorview.domain.burned_in import BurnedIn
from tumorview.ui.error_words import error_sentence
from tumorview.ui.language import plural, tr, tr_noop
from tumorview.ui.takeaway.wishes import TargetsExist, Unreadable, Written
from tumorview.ui.theme import GRID, set_property

NAMES_PATIENT = tr_noop(
    "The file will name the patient. View, Hide identity (Ctrl+H) keeps that out of everything "
    "that leaves TumorView."
)
BURNED_IN = {
    BurnedIn.NOTHING_SAID: "",
    BurnedIn.UNKNOWN: tr_noop(
        "This is a secondary capture whose file does not say whether text is burned into its "
        "pixels (Burned In Annotation is absent). Look whether the image names the patient: "
        "burned-in text stays in every export."
    ),
    BurnedIn.YES: tr_noop(
        "The file says that text which may name the patient is burned into its pixels (Burned In "
        "Annotation is YES). It stays in every export, also while identity is hidden."
    ),
}

_MOST_NAMED = 5


class Note(QFrame):
    """A banner with a sentence; hidden while it has none."""

    def __init__(self, name: str, severity: str = "warning", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "banner")
        self.setProperty("severity", severity)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setAccessibleName(name)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(GRID + 4, GRID, GRID, GRID)
        self.row.setSpacing(GRID)
        self.row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence."""
        return self._text.text()

    def say(self, text: str, severity: str | None = None) -> None:
        """Show `text`; "" hides the banner."""
        self._text.setText(text)
        if severity is not None:
            set_property(self, "severity", severity)
        self.setVisible(bool(text))


class ReplaceQuestion(Note):
    """Asks whether files that are there may be replaced.

    Signals
    -------
    answered(bool)
        Whether they may.
    """

    answered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Question"), parent=parent)
        self.keep_button = QPushButton(tr("Keep"))
        self.replace_button = QPushButton(tr("Replace"))
        for button, answer in ((self.keep_button, False), (self.replace_button, True)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, answer=answer: self._answer(answer))
            self.row.addWidget(button)

    def ask(self, found: TargetsExist) -> None:
        """Show the question; the answer that changes nothing has the focus."""
        self.say(exists_text(found))
        self.keep_button.setFocus()

    def _answer(self, answer: bool) -> None:
        self.say("")
        self.answered.emit(answer)


def exists_text(found: TargetsExist) -> str:
    """Which files are there already."""
    if len(found.names) == 1:
        return tr("{name} exists. Replace it?", name=found.names[0])
    return plural(
        "{n} of these files exists, {name}. Replace it?",
        "{n} of these files exist, {name} among them. Replace them?",
        len(found.names),
        name=found.names[0],
    )


def written_text(written: Written) -> str:
    """What was written, and what was not and why."""
    first = written.files[0].name if written.files else ""
    text = tr("{name} is written.", name=first)
    if len(written.files) > 1:
        text = plural("{n} file is written.", "{n} files are written.", len(written.files))
    if not written.files:
        text = tr("Nothing is written.")
    return f"{text} {unreadable_text(written.unreadable)}".strip()


def unreadable_text(unreadable: tuple[Unreadable, ...]) -> str:
    """Which images could not be read, counted from 1, with the reason of the first few."""
    if not unreadable:
        return ""
    count = len(unreadable)
    told = [
        tr(
            "image {number}: {problem}",
            number=one.index + 1,
            problem=error_sentence(one.error, with_path=False),
        )
        for one in unreadable[:_MOST_NAMED]
    ]
    if count > _MOST_NAMED:
        told.append(plural("And {n} more.", "And {n} more.", count - _MOST_NAMED))
    return plural(
        "{n} image could not be read: {which}",
        "{n} images could not be read: {which}",
        count,
        which=" ".join(told),
    )


def stopped_text(done: int, *, each_a_file: bool) -> str:
    """What is left of an export that was stopped."""
    if not each_a_file or not done:
        return tr("Stopped. Nothing is written.")
    return plural(
        "Stopped. {n} file is written and whole.",
        "Stopped. {n} files are written and whole.",
        done,
    )
