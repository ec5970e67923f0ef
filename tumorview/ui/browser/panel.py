"""The left of the window: search, the tree of studies, and what is being read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tumorview.domain.source import SourceRef
from tumorview.domain.study import Series, Study
from tumorview.ui.browser.model import BrowserModel
from tumorview.ui.browser.shelf import OpenStudy
from tumorview.ui.browser.tree import StudyTree
from tumorview.ui.icons import icon
from tumorview.ui.language import localized, plural, tr
from tumorview.ui.messages import ThumbnailReady
from tumorview.ui.theme import GRID

_SEARCH_PAUSE_MS = 120


class SearchField(QLineEdit):
    """Esc empties it, then leaves it; Down goes to what was found.

    Signals
    -------
    left(), entered_list()
    """

    left = Signal()
    entered_list = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(tr("Search studies and series"))
        self.setAccessibleName(tr("Search studies and series"))
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", "text_faint"), QLineEdit.ActionPosition.LeadingPosition)

    def event(self, event: QEvent) -> bool:
        """Qt: Esc belongs to the field while it has the focus, not to the view."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: a key was pressed."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.entered_list.emit()
        else:
            super().keyPressEvent(event)


class StudyBrowser(QWidget):
    """Everything that lies open, as one list.

    Signals
    -------
    series_chosen(object, object)
        Study and series.
    failures_chosen()
        The line about unreadable files.
    close_wished(int), close_others_wished(int), close_all_wished()
        Number of the study.
    left()
        The keys are to go back to the image.
    """

    series_chosen = Signal(object, object)
    failures_chosen = Signal()
    close_wished = Signal(int)
    close_others_wished = Signal(int)
    close_all_wished = Signal()
    left = Signal()

    def __init__(self, stop_action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = BrowserModel(self)
        self.tree = StudyTree(self.rows)
        self.search = SearchField()
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.count.setAccessibleName(tr("Series found"))
        self.count.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID // 2)
        self.activity = QLabel()
        self.activity.setProperty("role", "muted")
        self.activity.setAccessibleName(tr("Files being read"))
        self.stop_button = QPushButton(icon("stop"), tr("Stop"))
        self.stop_button.setProperty("kind", "quiet")
        self.stop_button.setAccessibleName(tr("Stop reading files"))
        self.stop_button.setToolTip(stop_action.toolTip())
        self.stop_button.clicked.connect(stop_action.trigger)
        self._footer = QWidget()

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        field = QHBoxLayout()
        field.setContentsMargins(2 * GRID - 4, 0, 2 * GRID - 4, GRID // 2)
        field.addWidget(self.search)
        layout.addLayout(field)
        layout.addWidget(self.count)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._footer)
        footer = QHBoxLayout(self._footer)
        footer.setContentsMargins(2 * GRID, 0, GRID, GRID // 2)
        footer.addWidget(self.activity, 1)
        footer.addWidget(self.stop_button)

        self._typing = QTimer(self, singleShot=True, interval=_SEARCH_PAUSE_MS)
        self._typing.timeout.connect(self.search_now)
        self.search.textChanged.connect(self._typing.start)
        self.search.returnPressed.connect(self._on_return)
        self.search.entered_list.connect(self._on_entered_list)
        self.search.left.connect(self.left)
        tree = self.tree
        tree.series_chosen.connect(self._on_chosen)
        tree.failures_chosen.connect(self.failures_chosen)
        tree.close_wished.connect(self.close_wished)
        tree.close_others_wished.connect(self.close_others_wished)
        tree.close_all_wished.connect(self.close_all_wished)
        self.setFocusProxy(self.search)
        self.show_activity("")
        self._show_count()

    def set_open(self, studies: Sequence[OpenStudy], failure_count: int) -> None:
        """Show these studies; what is folded, current and in sight stays so."""
        self.tree.change(lambda: self.rows.set_open(studies, failure_count))
        self._show_count()

    def show_thumbnail(self, ready: ThumbnailReady) -> None:
        """A small picture has been drawn."""
        self.rows.set_thumbnail(ready.source, ready.image)

    def missing_thumbnails(self) -> list[SourceRef]:
        """Frames that a thumbnail is wanted of."""
        return self.rows.missing_thumbnails()

    def set_hide_identity(self, hide: bool) -> None:
        """Leave out what tells who."""
        self.tree.change(lambda: self.rows.set_hide_identity(hide))
        self._show_count()

    def mark_current(self, series: Series | None) -> None:
        """Show which series is on screen."""
        self.tree.mark_current(series)

    def neighbour(self, series: Series, step: int) -> tuple[Study, Series] | None:
        """The series `step` places further among all that lie open, or None beyond the ends."""
        rows = self.rows.all_series()
        here = next((i for i, row in enumerate(rows) if row.series is series), None)
        if here is None or not 0 <= here + step < len(rows):
            return None
        return rows[here + step].study, rows[here + step].series

    def show_activity(self, text: str) -> None:
        """What is being read, or "" when nothing is."""
        self.activity.setText(text)
        self._footer.setVisible(bool(text))

    def go_to_search(self) -> None:
        """Give the keys to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def search_now(self) -> None:
        """Search for what is typed, without waiting for more."""
        self._typing.stop()
        self.tree.change(lambda: self.rows.set_search(self.search.text()))
        self._show_count()

    def _show_count(self) -> None:
        searching = self.rows.is_searching
        self.count.setVisible(searching)
        if searching:
            self.count.setText(
                plural(
                    "{found} of {n} series",
                    "{found} of {n} series",
                    self.rows.series_count,
                    found=localized(self.rows.found_series),
                )
            )

    def _on_return(self) -> None:
        self.search_now()
        rows = self.rows.series_rows()
        if rows:
            self.tree.activate(rows[0][0])

    def _on_entered_list(self) -> None:
        self.search_now()
        self.tree.go_to_first_series()

    def _on_chosen(self, study: Study, series: Series) -> None:
        self.series_chosen.emit(study, series)
        self.left.emit()
