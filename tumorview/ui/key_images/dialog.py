"""The list of key images."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tumorview.ui.key_images.book import KeyImage
from tumorview.ui.language import local, tr, tr_noop
from tumorview.ui.series_model import series_facts, series_title
from tumorview.ui.theme import GRID

TITLE = tr_noop("Key images")
NOTHING_MARKED = tr_noop("No key image in this study. K marks the image on screen.")
UNTIL_THE_END = tr_noop("Marks are kept until TumorView is closed.")


class KeyImagesDialog(QDialog):
    """Series and number of each key image; stays open beside the image.

    Signals
    -------
    chosen(object)
        A `KeyImage` to go to.
    removed(object)
        A `KeyImage` whose mark is to go.
    """

    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(local(TITLE))
        self._keys: tuple[KeyImage, ...] = ()
        heading = QLabel(local(TITLE))
        heading.setProperty("role", "title")
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(local(TITLE))
        self.table.setHorizontalHeaderLabels([tr("Image"), tr("Series"), tr("About the series")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.go_button = QPushButton(tr("Go to image"))
        self.go_button.setProperty("kind", "primary")
        self.remove_button = QPushButton(tr("Remove mark"))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        for button in (self.go_button, self.remove_button):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.go_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(heading)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self.resize(560, 400)
        self.table.itemActivated.connect(lambda _item: self._choose())
        self.table.itemSelectionChanged.connect(self._offer)
        self.go_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self._remove)
        self.table.installEventFilter(self)
        self.show_keys(())

    def show_keys(
        self, keys: Sequence[KeyImage], current: KeyImage | None = None, *, hidden: bool = False
    ) -> None:
        """List `keys`; the row of `current`, the image on screen, is selected where it is one.

        With identity `hidden` the list says nothing that may tell who the patient is.
        """
        row = self.table.currentRow()
        self._keys = tuple(keys)
        self.table.setRowCount(len(self._keys))
        for place, key in enumerate(self._keys):
            number = tr("{number} of {count}", number=key.index + 1, count=len(key.series.frames))
            for column, text in enumerate(
                (number, series_title(key.series, hidden=hidden), series_facts(key.series))
            ):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(place, column, item)
        self.note.setText(local(UNTIL_THE_END if self._keys else NOTHING_MARKED))
        if current in self._keys:
            self.table.selectRow(self._keys.index(current))
        elif self._keys:
            self.table.selectRow(min(max(row, 0), len(self._keys) - 1))
        self._offer()

    @property
    def selected(self) -> KeyImage | None:
        """The key image whose row is selected."""
        row = self.table.currentRow()
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Delete takes the mark of the selected row away."""
        if (
            watched is self.table
            and event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        ):
            self._remove()
            return True
        return super().eventFilter(watched, event)

    def _offer(self) -> None:
        for button in (self.go_button, self.remove_button):
            button.setEnabled(self.selected is not None)

    def _choose(self) -> None:
        if self.selected is not None:
            self.chosen.emit(self.selected)

    def _remove(self) -> None:
        if self.selected is not None:
            self.removed.emit(self.selected)
