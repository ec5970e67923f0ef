"""The list of scans, and what can be done to its order."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tumorview.services.scan_queue import QueuedScan
from tumorview.ui.batch.queue import QueueRunner
from tumorview.ui.batch.wording import STATE_ICONS, scan_name, state_line
from tumorview.ui.icons import icon
from tumorview.ui.language import plural, tr
from tumorview.ui.theme import GRID

_Index = QModelIndex | QPersistentModelIndex
_WIDTH = 30 * GRID
_UP_KEYS, _DOWN_KEYS, _REMOVE_KEYS = "Alt+Up", "Alt+Down", "Del"


class QueueModel(QAbstractListModel):
    """Two lines a scan: its folder, and where it stands."""

    def __init__(self, runner: QueueRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._scans = runner.queue.scans

    def refresh(self) -> None:
        """Show the queue as it is now; lines that stay keep their selection."""
        before, after = self._scans, self._runner.queue.scans
        if len(before) == len(after):
            held = self.persistentIndexList()
            numbers = [before[index.row()].number for index in held]
            self.layoutAboutToBeChanged.emit()
            self._scans = after
            self.changePersistentIndexList(held, [self.index_of(one) for one in numbers])
            self.layoutChanged.emit()
        else:
            self.beginResetModel()
            self._scans = after
            self.endResetModel()

    def refresh_scan(self, number: int) -> None:
        """One scan says something else."""
        self._scans = self._runner.queue.scans
        index = self.index_of(number)
        self.dataChanged.emit(index, index)

    def scan(self, index: _Index) -> QueuedScan | None:
        """The scan of a line."""
        return self._scans[index.row()] if index.isValid() else None

    def index_of(self, number: int) -> QModelIndex:
        """The line of a scan; invalid when there is none."""
        place = next((i for i, scan in enumerate(self._scans) if scan.number == number), None)
        return QModelIndex() if place is None else self.index(place)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Scans of the queue."""
        return 0 if parent.isValid() else len(self._scans)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name and state, and a mark of the state."""
        scan = self.scan(index)
        if scan is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{scan_name(scan)}\n{state_line(scan)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{scan_name(scan)}, {state_line(scan)}"
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(*STATE_ICONS[scan.state])
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{scan.wish.folder}\n{scan.wish.csv_path}"
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, 6 * GRID)
        return None


class QueuePanel(QWidget):
    """The queue beside what is shown of the chosen scan.

    Signals
    -------
    chosen(int)
        Number of the scan whose results are to be seen; 0 for none, which shows the form.
    """

    chosen = Signal(int)

    def __init__(self, runner: QueueRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self.setFixedWidth(_WIDTH)
        self.model = QueueModel(runner, self)
        self.new_button = QPushButton(icon("add", "text"), tr("New scan"))
        self.new_button.setToolTip(tr("Set up another scan; it waits for those before it"))
        self.list = QListView()
        self.list.setProperty("surface", "queue")
        self.list.setModel(self.model)
        self.list.setAccessibleName(tr("Queue of scans"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(2 * GRID, 2 * GRID))
        self.held_text = QLabel()
        self.held_text.setWordWrap(True)
        self.held_text.setProperty("role", "muted")
        self.go_button = QPushButton(icon("play", "text"), tr("Start the queue"))
        self.up_button = _tool("chevron_up", tr("Earlier in the queue"), _UP_KEYS)
        self.down_button = _tool("chevron_down", tr("Later in the queue"), _DOWN_KEYS)
        self.remove_button = _tool("delete", tr("Take out of the queue; files stay"), _REMOVE_KEYS)
        for button in (self.new_button, self.go_button):
            button.setAutoDefault(False)

        title = QLabel(tr("Queue"))
        title.setProperty("role", "heading")
        heading = QHBoxLayout()
        heading.addWidget(title, 1)
        heading.addWidget(self.new_button)
        order = QHBoxLayout()
        order.setSpacing(GRID // 2)
        for tool in (self.up_button, self.down_button, self.remove_button):
            order.addWidget(tool)
        order.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(heading)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.held_text)
        layout.addWidget(self.go_button)
        layout.addLayout(order)
        self._connect()
        self._show_state()

    @property
    def number(self) -> int:
        """Of the chosen scan; 0 when none is."""
        scan = self.model.scan(self.list.currentIndex())
        return 0 if scan is None else scan.number

    def choose(self, number: int) -> None:
        """Choose a scan; 0 for none."""
        index = self.model.index_of(number)
        if index.isValid():
            self.list.setCurrentIndex(index)
        else:
            self.list.selectionModel().clear()
            self._on_current()

    def _connect(self) -> None:
        self._runner.changed.connect(self._on_changed)
        self._runner.progressed.connect(self.model.refresh_scan)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.new_button.clicked.connect(lambda: self.choose(0))
        self.go_button.clicked.connect(self._runner.start)
        self.up_button.clicked.connect(lambda: self._runner.move(self.number, -1))
        self.down_button.clicked.connect(lambda: self._runner.move(self.number, 1))
        self.remove_button.clicked.connect(self._remove)
        for keys, button in (
            (_UP_KEYS, self.up_button),
            (_DOWN_KEYS, self.down_button),
            (_REMOVE_KEYS, self.remove_button),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(button.click)

    def _remove(self) -> None:
        row = self.list.currentIndex().row()
        self._runner.remove(self.number)
        rest = self.model.rowCount()
        left = self.model.scan(self.model.index(min(row, rest - 1))) if rest else None
        self.choose(0 if left is None else left.number)

    def _on_changed(self) -> None:
        number = self.number
        self.model.refresh()
        index = self.model.index_of(number)
        if index.isValid() and not self.list.currentIndex().isValid():
            self.list.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self._show_state()

    def _on_current(self) -> None:
        self._show_state()
        self.chosen.emit(self.number)

    def _show_state(self) -> None:
        queue = self._runner.queue
        scan = queue.find(self.number)
        place = -1 if scan is None else queue.scans.index(scan)
        self.up_button.setEnabled(place > 0)
        self.down_button.setEnabled(0 <= place < len(queue.scans) - 1)
        self.remove_button.setEnabled(scan is not None and not scan.is_active)
        held = len(queue.waiting) if self._runner.is_held else 0
        self.held_text.setVisible(bool(held))
        self.go_button.setVisible(bool(held))
        self.held_text.setText(
            plural(
                "{n} scan waits for you to start the queue.",
                "{n} scans wait for you to start the queue.",
                held,
            )
        )


def _tool(name: str, text: str, keys: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name, "text"))
    button.setToolTip(f"{text} ({keys})")
    button.setAccessibleName(text)
    button.setProperty("kind", "quiet")
    button.setProperty("shape", "icon")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
