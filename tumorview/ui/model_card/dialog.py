"""The model card: what must be read first on top, the whole card below."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import (
    QGuiApplication,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextFormat,
    QTextTable,
)
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from tumorview.errors import TumorViewError
from tumorview.services.model_card import ModelCard
from tumorview.ui.error_words import error_sentence
from tumorview.ui.icons import icon
from tumorview.ui.language import local, tr, tr_noop
from tumorview.ui.result.wording import DISCLAIMER
from tumorview.ui.theme import GRID, color

READING = tr_noop("Reading the model card…")
_SIZE_STEP = QTextFormat.Property.FontSizeAdjustment
_PAGE_CHARACTERS = 1500
_FENCES = ("```", "~~~")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")


class CardBrowser(QTextBrowser):
    """Shows Markdown and nothing else: no HTML, no links to follow, nothing loaded from anywhere.

    A model folder may come from anybody. What does not fit on the first page follows a piece at a
    time: to lay out a long card takes longer than the window may stand still.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setAccessibleName(tr("Model card"))
        # One that came with the second page would have the first one laid out anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._waiting: list[QTextDocument] = []
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._append)

    def show_markdown(self, text: str) -> None:
        """Show it from its beginning."""
        self.clear()
        self._waiting = [self._parsed(piece) for piece in pieces_of(text)]
        self._append()

    def clear(self) -> None:
        """Show nothing."""
        self._pause.stop()
        self._waiting = []
        super().clear()

    def _parsed(self, text: str) -> QTextDocument:
        features = QTextDocument.MarkdownFeature
        parsed = QTextDocument()
        parsed.setDefaultFont(self.document().defaultFont())
        parsed.setMarkdown(text, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        _give_room(parsed)
        return parsed

    def _append(self) -> None:
        """Show the next piece, which lays it out; the others have their turn later."""
        piece = self._waiting.pop(0)
        end = QTextCursor(self.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        first = piece.begin()
        if self.document().isEmpty():
            end.setBlockFormat(first.blockFormat())
        else:
            end.insertBlock(first.blockFormat(), first.charFormat())
        end.insertFragment(QTextDocumentFragment(piece))
        if self._waiting:
            self._pause.start()

    def loadResource(self, _kind: int, _url: QUrl | str) -> object:
        """Qt: the content of a picture or style sheet that the text names."""
        return None


class ModelCardDialog(QDialog):
    """A window beside the main one; it reads nothing itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Model card"))
        self.setModal(False)
        self.resize(100 * GRID, 88 * GRID)
        self.title = QLabel(local(READING))
        self.title.setProperty("role", "title")
        self.version, self.modalities = _fact(), _fact()
        self.model_hash, self.manifest_hash = _fact(), _fact()
        self.problem = QLabel()
        self.problem.setProperty("severity", "warning")
        self.problem.setWordWrap(True)
        self.text = CardBrowser()
        self.copy_button = QPushButton(icon("copy"), tr("Copy facts"))
        self.copy_button.setToolTip(tr("Version and hashes as text"))
        close = QPushButton(tr("Close"))
        close.setDefault(True)

        self._facts = QWidget()
        self._facts.setProperty("surface", "panel")
        facts = QFormLayout(self._facts)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.setHorizontalSpacing(2 * GRID)
        facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for name, label in (
            (tr("Version"), self.version),
            (tr("Validated on"), self.modalities),
            (tr("SHA-256 of the model"), self.model_hash),
            (tr("SHA-256 of the manifest"), self.manifest_hash),
        ):
            label.setAccessibleName(name)
            heading = QLabel(name)
            heading.setProperty("role", "muted")
            facts.addRow(heading, label)
        disclaimer = QLabel(local(DISCLAIMER))
        disclaimer.setProperty("role", "faint")
        disclaimer.setWordWrap(True)
        line = QFrame()
        line.setProperty("line", "horizontal")
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        for widget in (self.title, self._facts, self.problem, line):
            layout.addWidget(widget)
        layout.addWidget(self.text, 1)
        layout.addWidget(disclaimer)
        layout.addLayout(buttons)
        close.clicked.connect(self.close)
        self.copy_button.clicked.connect(self._copy)
        self._clear()

    def show_card(self, card: ModelCard) -> None:
        """Show this card."""
        self.title.setText(card.title)
        self.version.setText(f"{card.version}, {card.created} ({card.id})")
        self.modalities.setText(", ".join(card.modalities))
        self.model_hash.setText(card.model_sha256)
        self.manifest_hash.setText(card.manifest_sha256)
        self.text.show_markdown(_markdown(card))
        self._say(local(card.problem))
        self._facts.show()
        self.copy_button.setEnabled(True)

    def show_error(self, error: TumorViewError) -> None:
        """There is no card to show."""
        self._clear()
        self.title.setText(tr("No model card"))
        self._say(error_sentence(error))

    def _clear(self) -> None:
        self._facts.hide()
        self.text.clear()
        self._say("")
        self.copy_button.setEnabled(False)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(
            f"{self.title.text()}\nVersion: {self.version.text()}\n"
            f"SHA-256 of the model: {self.model_hash.text()}\n"
            f"SHA-256 of the manifest: {self.manifest_hash.text()}\n"
        )


def _markdown(card: ModelCard) -> str:
    """What has to be read first, from the manifest, and the card itself."""
    limits = "\n".join(f"- {_plain(one)}" for one in card.limits)
    parts = [
        f"## {tr('Intended use')}\n\n{_plain(card.intended_use)}",
        f"## {tr('Not for')}\n\n{_plain(card.out_of_scope_use)}",
        f"## {tr('Limits')}\n\n{limits}" if limits else "",
        f"---\n\n{card.text}" if card.text else "",
    ]
    return "\n\n".join(part for part in parts if part)


def pieces_of(text: str) -> list[str]:
    """Markdown in pieces that begin with a heading, each as long as a page where it can be."""
    pieces = [""]
    is_code = False
    for line in text.splitlines(keepends=True):
        is_code ^= line.lstrip().startswith(_FENCES)
        if line.startswith("#") and not is_code and len(pieces[-1]) >= _PAGE_CHARACTERS:
            pieces.append("")
        pieces[-1] += line
    return pieces


def _give_room(document: QTextDocument) -> None:
    """Space between paragraphs and headings of a modest size, which Markdown says nothing of."""
    edit = QTextCursor(document)
    edit.beginEditBlock()  # laid out once, at the end
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        form = block.blockFormat()
        level = form.headingLevel()
        if level:
            form.setTopMargin(2 * GRID)
            form.setBottomMargin(GRID // 2)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            size = QTextCharFormat()
            size.setProperty(_SIZE_STEP, 1 if level == 1 else 0)
            cursor.mergeCharFormat(size)
        else:
            form.setBottomMargin(GRID // 2)
        cursor = QTextCursor(block)
        cursor.setBlockFormat(form)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            table = frame.format()
            table.setBorderBrush(color("border_strong"))
            frame.setFormat(table)
    edit.endEditBlock()


def _plain(text: str) -> str:
    """`text` as Markdown that means nothing but itself."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _fact() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setWordWrap(True)
    return label
