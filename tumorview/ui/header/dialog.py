"""The window of data elements: search, switches, tree, and what there is to say instead."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tumorview.domain.header_listing import HeaderListing
from tumorview.errors import TumorViewError
from tumorview.ui.error_words import error_sentence
from tumorview.ui.header.model import HeaderModel
from tumorview.ui.header.search import search_for
from tumorview.ui.header.tree import HeaderTree
from tumorview.ui.icons import icon
from tumorview.ui.language import local, plural, tr, tr_noop
from tumorview.ui.theme import GRID, set_property

NOTHING_OPEN = tr_noop("Open an image to see its header.")
READING = tr_noop("Reading the header…")

_PATIENCE_MS = 400
"""How long the header of the image before may stay in sight while the next one is read."""

_SEARCH_PAUSE_MS = 120


class HeaderDialog(QDialog):
    """A window beside the main one; it never blocks it and reads nothing itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("DICOM header"))
        self.setModal(False)
        self.resize(112 * GRID, 88 * GRID)
        self._place = ""
        self._listing: HeaderListing | None = None
        self._hidden_everywhere = False
        self._wants_identity = True

        self.model = HeaderModel(self)
        self.tree = HeaderTree(self.model)
        self.search = _search_field()
        self.private_box = QCheckBox(tr("Private tags"))
        self.private_box.setToolTip(tr("Show elements that a manufacturer has defined"))
        self.private_box.setChecked(True)
        self.identity_box = QCheckBox(tr("Identity"))
        self.identity_box.setChecked(True)
        self.heading = _muted_label(tr("File and place in the series"))
        self.count = _muted_label(tr("Number of elements"))
        self.message = _muted_label(tr("State of the header"))
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self._make_message())

        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addLayout(self._make_heading())
        layout.addLayout(self._make_search())
        layout.addWidget(self._pages, 1)
        layout.addLayout(self._make_footer())

        self._reading = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._typing = QTimer(self, singleShot=True, interval=_SEARCH_PAUSE_MS)
        self._connect()
        self._show_identity_box()
        self.show_nothing()

    # What the owner does.

    def set_place(self, place: str) -> None:
        """Which image of the series the header belongs to."""
        self._place = place
        self._show_heading()

    def show_nothing(self) -> None:
        """No image is on screen."""
        self._place = ""
        self._take(None)
        self._show_message(local(NOTHING_OPEN))

    def show_reading(self) -> None:
        """The header of another file is on its way."""
        self._reading.start()

    def show_listing(self, listing: HeaderListing) -> None:
        """The header of the image on screen."""
        self._take(listing)
        if listing.explanation:
            self._show_message(local(listing.explanation))
        else:
            self._pages.setCurrentIndex(0)

    def show_error(self, error: TumorViewError) -> None:
        """There is no header to show."""
        self._take(None)
        self._show_message(error_sentence(error, with_path=self.model.shows_identity), "danger")

    def hide_identity(self, hidden: bool) -> None:
        """Follow the application's own switch; while it is on, this window's cannot undo it."""
        self._hidden_everywhere = hidden
        self._show_identity_box()
        self._show_identity()

    def search_now(self) -> None:
        """Search for what is typed, without waiting for more."""
        self._typing.stop()
        self.tree.show_search(search_for(self.search.text()))
        self._show_count()

    # How it is made.

    def _make_heading(self) -> QHBoxLayout:
        title = QLabel(tr("DICOM header"))
        title.setProperty("role", "title")
        layout = QHBoxLayout()
        layout.setSpacing(2 * GRID)
        layout.addWidget(title)
        layout.addWidget(self.heading, 1)
        return layout

    def _make_search(self) -> QHBoxLayout:
        layout = QHBoxLayout()
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.search, 1)
        layout.addWidget(self.private_box)
        layout.addWidget(self.identity_box)
        return layout

    def _make_message(self) -> QWidget:
        page = QWidget()
        page.setProperty("surface", "panel")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(6 * GRID, 6 * GRID, 6 * GRID, 6 * GRID)
        layout.addWidget(self.message)
        return page

    def _make_footer(self) -> QHBoxLayout:
        layout = QHBoxLayout()
        layout.setSpacing(GRID)
        layout.addWidget(self.count, 1)
        tree = self.tree
        for action in (tree.unfold, tree.fold, tree.copy_value, tree.copy_rows):
            layout.addWidget(_button(action))
        return layout

    def _connect(self) -> None:
        self._reading.timeout.connect(self._on_patience_ended)
        self._typing.timeout.connect(self.search_now)
        self.search.textChanged.connect(self._typing.start)
        self.search.returnPressed.connect(self._on_return)
        self.private_box.toggled.connect(self._on_private)
        self.identity_box.clicked.connect(self._on_identity_clicked)
        find = QAction(tr("Search"), self)
        find.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        find.triggered.connect(self._on_find)
        self.addAction(find)

    # What happens.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc empties the search first, then closes."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.search_now()
            return
        super().keyPressEvent(event)

    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_return(self) -> None:
        self.search_now()
        if self.model.found:
            self.tree.go_to_first_found()

    def _on_private(self, shows: bool) -> None:
        self.tree.set_shows_private(shows)
        self._show_count()

    def _on_identity_clicked(self, shows: bool) -> None:
        self._wants_identity = shows
        self._show_identity()

    def _on_patience_ended(self) -> None:
        self._show_message(local(READING))

    def _show_identity(self) -> None:
        shows = self._wants_identity and not self._hidden_everywhere
        if shows != self.model.shows_identity:
            self.tree.set_shows_identity(shows)
        self._show_heading()
        self._show_count()

    def _take(self, listing: HeaderListing | None) -> None:
        self._reading.stop()
        self._listing = listing
        self.tree.show_listing(listing)
        self._show_heading()
        self._show_count()

    def _show_message(self, text: str, severity: str | None = None) -> None:
        self.message.setText(text)
        set_property(self.message, "severity", severity)
        set_property(self.message, "role", None if severity else "muted")
        self._pages.setCurrentIndex(1)

    def _show_identity_box(self) -> None:
        hidden = self._hidden_everywhere
        self.identity_box.setEnabled(not hidden)
        self.identity_box.setChecked(self._wants_identity and not hidden)
        self.identity_box.setToolTip(
            tr("Identity is hidden in the whole application (View, Hide identity)")
            if hidden
            else tr("Show what tells who, where and when; private values are hidden with it")
        )

    def _show_heading(self) -> None:
        # The name of a file often holds a patient's.
        named = self._listing is not None and self.model.shows_identity
        name = self._listing.path.name if named and self._listing is not None else ""
        self.heading.setText(" · ".join(part for part in (name, self._place) if part))

    def _show_count(self) -> None:
        listing, model = self._listing, self.model
        if listing is None or listing.explanation:
            self.count.clear()
            return
        total = plural("{n} element", "{n} elements", listing.element_count)
        found = len(model.found)
        if model.is_searching:
            self.count.setText(
                plural("{n} match in {total}", "{n} matches in {total}", found, total=total)
            )
        elif found < listing.element_count:
            self.count.setText(
                plural(
                    "{total}, {n} private one is left out",
                    "{total}, {n} private ones are left out",
                    listing.element_count - found,
                    total=total,
                )
            )
        else:
            self.count.setText(total)


def _search_field() -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(tr("Tag, keyword, name or value"))
    field.setAccessibleName(tr("Search the header"))
    field.setClearButtonEnabled(True)
    field.addAction(icon("search", "text_faint"), QLineEdit.ActionPosition.LeadingPosition)
    return field


def _muted_label(name: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", "muted")
    label.setAccessibleName(name)
    return label


def _button(action: QAction) -> QPushButton:
    button = QPushButton(action.icon(), action.text())
    button.setToolTip(action.toolTip())
    button.setAutoDefault(False)
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button
