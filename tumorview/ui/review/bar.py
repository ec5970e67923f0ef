"""The reader's judgement of the answer on screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tumorview.domain.review import LONGEST_COMMENT, Review, Verdict
from tumorview.errors import TumorViewError
from tumorview.reporting.words import percent
from tumorview.ui.icons import icon
from tumorview.ui.language import local, localized, plural, tr, tr_noop
from tumorview.ui.result.wording import spoken
from tumorview.ui.theme import GRID, set_property

_COMMENT_LINES = 2
_MOST_SHOWN = 5
_HASH = 8
_WORDS = {
    Verdict.ACCEPTED: tr_noop("Accepted"),
    Verdict.REJECTED: tr_noop("Rejected"),
    Verdict.COMMENTED: tr_noop("Comment"),
}


class ReviewBar(QWidget):
    """Accept, reject, comment, and what was said of this image before.

    Signals
    -------
    judged(object, str)
        A `Verdict` and the comment that goes with it.
    login_changed(bool)
        Whether the login name is to be kept with judgements.
    """

    judged = Signal(object, str)
    login_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.accept_button = QPushButton(icon("check", "text"), tr("Accept"))
        self.accept_button.setToolTip(tr("The answer is right  (Ctrl+Shift+Y)"))
        self.reject_button = QPushButton(icon("close", "text"), tr("Reject"))
        self.reject_button.setToolTip(tr("The answer is wrong  (Ctrl+Shift+N)"))
        self.comment_button = QPushButton(tr("Comment"))
        self.comment_button.setToolTip(tr("Keep the comment without a verdict"))
        self.comment = QPlainTextEdit()
        self.comment.setPlaceholderText(tr("Comment; no names"))
        self.comment.setAccessibleName(tr("Comment on the result, without names of patients"))
        self.comment.setTabChangesFocus(True)
        line = self.comment.fontMetrics().lineSpacing()
        self.comment.setFixedHeight(_COMMENT_LINES * line + 2 * GRID + 4)
        self.login_box = QCheckBox(tr("Keep my login name with it"))
        self._note = _label("faint")
        self.history = _label("muted")
        self.history.setAccessibleName(tr("Earlier judgements of this image"))
        # Three in a row are wider than the panel in a small window.
        buttons = QGridLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.accept_button, 0, 0)
        buttons.addWidget(self.reject_button, 0, 1)
        buttons.addWidget(self.comment_button, 1, 0, 1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.comment)
        layout.addLayout(buttons)
        for widget in (self.login_box, self._note, self.history):
            layout.addWidget(widget)
        for button, verdict in (
            (self.accept_button, Verdict.ACCEPTED),
            (self.reject_button, Verdict.REJECTED),
            (self.comment_button, Verdict.COMMENTED),
        ):
            button.clicked.connect(lambda _=False, verdict=verdict: self.judge(verdict))
        self.comment.textChanged.connect(self._refresh)
        self.login_box.toggled.connect(self.login_changed)
        self.show_reviews(())

    def judge(self, verdict: Verdict) -> None:
        """As if the button of that verdict were pressed."""
        if self.isEnabled():
            self.judged.emit(verdict, self.comment.toPlainText())

    def set_login(self, on: bool) -> None:
        """Show whether the login name is kept."""
        self.login_box.setChecked(on)

    def show_reviews(self, reviews: Sequence[Review], damaged: int = 0) -> None:
        """What was said of the image on screen, latest first."""
        lines = [_line(review) for review in reviews[:_MOST_SHOWN]]
        if len(reviews) > _MOST_SHOWN:
            lines.append(
                plural("and {n} earlier one", "and {n} earlier ones", len(reviews) - _MOST_SHOWN)
            )
        self.history.setText("\n".join(lines) or tr("Not judged yet."))
        self._say(_damage(damaged))
        self._refresh()

    def clear_comment(self) -> None:
        """The comment was kept, or is of another image."""
        self.comment.clear()

    def show_error(self, error: TumorViewError) -> None:
        """Say why nothing was kept or read; what was typed stays."""
        self._say(spoken(error), "danger")
        self._refresh()

    def _say(self, text: str, severity: str | None = None) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))
        set_property(self._note, "severity", severity)

    def _refresh(self) -> None:
        length = len(self.comment.toPlainText().strip())
        fits = length <= LONGEST_COMMENT
        self.comment_button.setEnabled(length > 0 and fits)
        for button in (self.accept_button, self.reject_button):
            button.setEnabled(fits)
        tip = ""
        if not fits:
            tip = plural(
                "{n} character; at most {most} are kept",
                "{n} characters; at most {most} are kept",
                length,
                most=localized(LONGEST_COMMENT),
            )
        self.comment.setToolTip(tip)


def _line(review: Review) -> str:
    when = review.time[:16].replace("T", " ")
    verdict = local(_WORDS[review.verdict])
    if review.user:
        verdict = tr("{verdict} by {user}", verdict=verdict, user=review.user)
    about = [f"{review.model_id} {review.model_sha256[:_HASH]}"]
    if review.tumor_probability is not None:
        about.append(tr("tumour {probability}", probability=percent(review.tumor_probability)))
    elif review.refused:
        about.append(tr("no answer"))
    head = f"{verdict}, {when} UTC ({', '.join(about)})"
    return f"{head}: {review.comment}" if review.comment else head


def _damage(count: int) -> str:
    if not count:
        return ""
    return plural(
        "The journal has {n} damaged line; what stood there is not shown.",
        "The journal has {n} damaged lines; what stood there is not shown.",
        count,
    )


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
