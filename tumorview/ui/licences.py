"""The licences of everything that is in the application, read when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tumorview.cancel import CancelToken
from tumorview.services.licences import PackageLicence, read_licences
from tumorview.ui.language import local, tr, tr_noop
from tumorview.ui.theme import GRID
from tumorview.ui.threads import WorkerThread

_COLUMNS = (tr_noop("Part"), tr_noop("Version"), tr_noop("Licence"))


class LicencesDialog(QDialog):
    """Parts at the left, the text of the licence of the current one at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Licences"))
        self.setModal(False)
        self.resize(112 * GRID, 64 * GRID)
        self._licences: tuple[PackageLicence, ...] = ()
        title = QLabel(tr("Licences"))
        title.setProperty("role", "title")
        note = QLabel(
            tr("What TumorView is made of. Names, versions and texts come from the packages.")
        )
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        self.parts = QTreeWidget()
        self.parts.setAccessibleName(tr("Parts and their licences"))
        self.parts.setHeaderLabels([local(name) for name in _COLUMNS])
        self.parts.setRootIsDecorated(False)
        self.parts.setUniformRowHeights(True)
        header = self.parts.header()
        for column in range(len(_COLUMNS) - 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Text of the licence"))
        self.text.setReadOnly(True)
        self.text.setPlaceholderText(tr("Reading the licences…"))
        self.text.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        middle = QHBoxLayout()
        middle.setSpacing(2 * GRID)
        middle.addWidget(self.parts, 1)
        middle.addWidget(self.text, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(title)
        layout.addWidget(note)
        layout.addLayout(middle, 1)
        layout.addWidget(buttons)
        self.parts.currentItemChanged.connect(self._show_current)

    def show_licences(self, licences: tuple[PackageLicence, ...]) -> None:
        """Show these, the first one current."""
        self._licences = licences
        self.parts.clear()
        for one in licences:
            item = QTreeWidgetItem(self.parts, [one.name, one.version, one.licence])
            item.setToolTip(2, one.licence)
        first = self.parts.topLevelItem(0)
        if first is not None:
            self.parts.setCurrentItem(first)

    def _show_current(self) -> None:
        current = self.parts.currentItem()
        place = -1 if current is None else self.parts.indexOfTopLevelItem(current)
        self.text.setPlainText(self._licences[place].text if place >= 0 else "")


class LicencesOpener(QObject):
    """Opens the one dialog of a window and has its content read off the GUI thread."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: LicencesDialog | None = None
        self._thread = WorkerThread("tumorview-licences", self)
        self._thread.reported.connect(self._on_read)

    def show(self) -> None:
        """Open the dialog, or bring it to the front."""
        if self.dialog is None:
            self.dialog = LicencesDialog(self._window)
            self._thread.submit(_read)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.parts.setFocus()

    def shutdown(self) -> None:
        """Close the dialog, stop and join."""
        if self.dialog is not None:
            self.dialog.close()
        self._thread.shutdown()

    def _on_read(self, _request_id: int, licences: object) -> None:
        assert isinstance(licences, tuple)
        if self.dialog is not None:
            self.dialog.show_licences(licences)


def _read(_token: CancelToken) -> Iterator[object]:
    yield read_licences()
