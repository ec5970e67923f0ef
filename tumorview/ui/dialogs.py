"""Small windows: keys and mouse, unreadable files, about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tumorview import __version__
from tumorview.domain.study import ReadFailure
from tumorview.ui.actions.sheet import key_sheet
from tumorview.ui.error_words import error_sentence
from tumorview.ui.language import local, tr
from tumorview.ui.result.wording import DISCLAIMER
from tumorview.ui.theme import GRID

_NO_KEYS: Mapping[str, tuple[str, ...]] = {}

_MOST_MEASURED_ROWS = 300
"""Beyond this, measuring every wrapped sentence would hold up the window; tool tips remain."""


class _TableDialog(QDialog):
    """A heading over two columns."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        headings: tuple[str, str],
        rows: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = QTableWidget(len(rows), 2)
        self.table.setAccessibleName(title)
        self.table.setHorizontalHeaderLabels(list(headings))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        # Rows are gone through by the arrows; Tab leaves the table, which would keep it.
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        side = self.table.verticalHeader()
        side.hide()
        if len(rows) <= _MOST_MEASURED_ROWS:
            side.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for place, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(place, column, item)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        heading = QLabel(title)
        heading.setProperty("role", "title")
        layout.addWidget(heading)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.resize(720, 560)


class ShortcutSheet(_TableDialog):
    """Every key and gesture, made from the action table; `chosen` are the user's own keys."""

    def __init__(self, parent: QWidget, chosen: Mapping[str, tuple[str, ...]] = _NO_KEYS) -> None:
        super().__init__(
            parent,
            tr("Keys and mouse"),
            (tr("Key or gesture"), tr("What it does")),
            key_sheet(QKeySequence.SequenceFormat.NativeText, chosen),
        )


class FailuresDialog(_TableDialog):
    """Files that could not be read, each with its reason."""

    def __init__(self, parent: QWidget, failures: Sequence[ReadFailure]) -> None:
        super().__init__(
            parent,
            tr("Files that could not be read"),
            (tr("File"), tr("Why")),
            [(f.path.name, error_sentence(f.error, with_path=False)) for f in failures],
        )


class AboutDialog(QDialog):
    """Name, version, what it may be used for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About TumorView"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QLabel(f"TumorView {__version__}")
        title.setProperty("role", "title")
        text = QLabel(
            "\n\n".join(
                (
                    tr(
                        "A brain-image workstation that shows what a tumour model sees and how far "
                        "to trust it."
                    ),
                    local(DISCLAIMER),
                    tr(
                        "Licensed under Apache-2.0. Uses Qt through PySide6 (LGPL). "
                        "Help, Licences shows the licence of every part."
                    ),
                )
            )
        )
        text.setWordWrap(True)
        text.setProperty("role", "muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(title)
        layout.addWidget(text)
        layout.addWidget(buttons)
        self.setMinimumWidth(440)
