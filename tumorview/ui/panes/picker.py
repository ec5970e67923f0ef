"""The button that says how many panes there are, with the little grid to choose from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QToolButton, QWidget, QWidgetAction

from tumorview.ui.icons import icon
from tumorview.ui.language import tr
from tumorview.ui.panes.layouts import LAYOUTS, SINGLE, Layout
from tumorview.ui.theme import GRID, color

_CELL = QSize(40, 32)
_GAP = 4
_ROWS = max(layout.rows for layout in LAYOUTS)
_COLUMNS = max(layout.columns for layout in LAYOUTS)
_MOVES = {
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
}


def layout_words(layout: Layout) -> str:
    """Rows by columns, in words."""
    return tr("Layout: {rows} by {columns}", rows=layout.rows, columns=layout.columns)


class GridPicker(QWidget):
    """Cells to point at: the one under the pointer is the last of the layout that is meant.

    Signals
    -------
    chosen(object)
        A `Layout`.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._meant = SINGLE
        self.mean(SINGLE)

    @property
    def meant(self) -> Layout:
        """What Enter or a click would choose."""
        return self._meant

    def mean(self, layout: Layout) -> None:
        """Light up this layout."""
        self._meant = layout
        self.setAccessibleName(layout_words(layout))
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: the size it would like."""
        return QSize(
            2 * GRID + _COLUMNS * _CELL.width() + (_COLUMNS - 1) * _GAP,
            2 * GRID + _ROWS * _CELL.height() + (_ROWS - 1) * _GAP,
        )

    def cell(self, row: int, column: int) -> QRectF:
        """Where a cell is drawn; both count from 0."""
        return QRectF(
            GRID + column * (_CELL.width() + _GAP),
            GRID + row * (_CELL.height() + _GAP),
            _CELL.width(),
            _CELL.height(),
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: the pointer moved."""
        self.mean(self._at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a button went up."""
        self.mean(self._at(event.position()))
        self.chosen.emit(self._meant)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the arrows change what is meant, Enter chooses it."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            down, right = _MOVES[key]
            rows = min(max(self._meant.rows + down, 1), _ROWS)
            columns = min(max(self._meant.columns + right, 1), _COLUMNS)
            self.mean(Layout(rows, columns))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._meant)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(_ROWS):
            for column in range(_COLUMNS):
                lit = row < self._meant.rows and column < self._meant.columns
                painter.setPen(QPen(color("accent" if lit else "border_strong"), 1.5))
                painter.setBrush(color("accent_soft" if lit else "surface"))
                painter.drawRoundedRect(self.cell(row, column), 3, 3)

    def _at(self, place: QPointF) -> Layout:
        right = (place.x() - GRID) // (_CELL.width() + _GAP)
        down = (place.y() - GRID) // (_CELL.height() + _GAP)
        return Layout(
            min(max(int(down), 0), _ROWS - 1) + 1, min(max(int(right), 0), _COLUMNS - 1) + 1
        )


class LayoutMenu(QMenu):
    """A menu that begins with the grid."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Layout"), parent)
        self.grid = GridPicker()
        holder = QWidgetAction(self)
        holder.setDefaultWidget(self.grid)
        self.addAction(holder)

    def event(self, event: QEvent) -> bool:
        """Qt: the keys go to the grid when the menu opens."""
        if event.type() is QEvent.Type.Show:
            self.grid.setFocus(Qt.FocusReason.PopupFocusReason)
        return super().event(event)


class LayoutButton(QToolButton):
    """In the tool bar.

    Signals
    -------
    chosen(object)
        A `Layout`.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "quiet")
        self.setProperty("shape", "icon")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.picker = LayoutMenu(self)
        self.setMenu(self.picker)
        self.picker.grid.chosen.connect(self._on_chosen)
        self.show_layout(SINGLE)

    def show_layout(self, layout: Layout) -> None:
        """Say which layout is in use."""
        self.setIcon(icon(layout.action_id))
        words = layout_words(layout)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.picker.grid.mean(layout)

    def _on_chosen(self, layout: Layout) -> None:
        self.picker.close()
        self.chosen.emit(layout)
