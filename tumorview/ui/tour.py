"""What is where, in a few steps: once at the first start, and from the menu Help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tumorview.ui.actions.table import ActionTable
from tumorview.ui.language import local, tr
from tumorview.ui.theme import GRID, color
from tumorview.ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from tumorview.ui.main_window import MainWindow

_WIDTH = 44 * GRID
_SHADE = 0.55
_RING = 4


@dataclass(frozen=True, slots=True)
class TourStep:
    """One card: what it points at, and a text in which {id} stands for the key of an action."""

    title: str
    text: str
    target: Callable[[MainWindow], QWidget]


def _at_button(action_id: str) -> Callable[[MainWindow], QWidget]:
    def button(window: MainWindow) -> QWidget:
        return window.toolbar.button_of(action_id)

    return button


def _at_image(window: MainWindow) -> QWidget:
    return window.workspace.center


def _at_menus(window: MainWindow) -> QWidget:
    return window.menuBar()


STEPS: tuple[TourStep, ...] = (
    TourStep(
        "Open a study",
        "Drop a folder or files anywhere on the window, or open them here ({open_folder}). The "
        "sample study in the menu File is nobody's data.",
        _at_button("open_folder"),
    ),
    TourStep(
        "Read it",
        "Drag with the left button for the window, turn the wheel for the slices, drag with the "
        "right button to zoom. The keys 1 to 9 are window presets, {reset} brings the image back.",
        _at_image,
    ),
    TourStep(
        "Ask the model second",
        "The answer stays closed until you ask: {result_panel} opens the panel, {analyze_image} "
        "analyses the image. For research only; images that are not flagged still have to be read.",
        _at_button("result_panel"),
    ),
    TourStep(
        "Make it yours",
        "{shortcuts} shows every key, {settings} every setting. Both can be changed, and this tour "
        "is in the menu Help.",
        _at_menus,
    ),
)


class Tour(QObject):
    """Shows the steps over a window, one after the other; Esc or *Skip* ends it."""

    def __init__(self, window: MainWindow, actions: ActionTable, memory: WindowMemory) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._memory = memory
        self._place = 0
        self.card: TourCard | None = None
        self._shade: _Shade | None = None

    def offer(self) -> None:
        """Start, unless it was gone through or skipped before."""
        if not self._memory.tour_seen:
            self.start()

    def start(self) -> None:
        """Show the first step."""
        if self.card is not None:
            return
        self._shade = _Shade(self._window)
        self.card = TourCard(self._window)
        self.card.next_button.clicked.connect(lambda: self._go(1))
        self.card.back_button.clicked.connect(lambda: self._go(-1))
        self.card.finished.connect(self._on_closed)
        self._window.installEventFilter(self)
        self._place = 0
        self._show()
        self.card.open()
        self.card.next_button.setFocus()

    def skip(self) -> None:
        """End it, if it is there."""
        if self.card is not None:
            self.card.reject()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt: follow the window when its size or place changes."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move} and self.card is not None:
            self._point()
        return False

    def _go(self, step: int) -> None:
        self._place += step
        if self._place < len(STEPS):
            self._show()
        elif self.card is not None:
            self.card.accept()

    def _show(self) -> None:
        assert self.card is not None
        step = STEPS[self._place]
        self.card.show_step(
            local(step.title), self._with_keys(local(step.text)), self._place, len(STEPS)
        )
        self._point()

    def _point(self) -> None:
        """Put the light on the target and the card beside it."""
        assert self.card is not None
        assert self._shade is not None
        window = self._window
        widget = STEPS[self._place].target(window)
        target = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        self._shade.show_hole(target)
        self.card.adjustSize()
        self.card.move(window.mapToGlobal(beside(target, self.card.size(), window.rect())))

    def _with_keys(self, text: str) -> str:
        """`text` with the keys that the user has now; what has none is called by its name."""
        names = {}
        for action in self._actions.all():
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            names[action.objectName()] = key or f"“{action.text().rstrip('…')}”"
        return text.format_map(names)

    def _on_closed(self) -> None:
        self._window.removeEventFilter(self)
        card, shade, self.card, self._shade = self.card, self._shade, None, None
        for widget in (card, shade):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._memory.saw_tour()


class TourCard(QDialog):
    """Title, text and the way on; while it is there the window takes no input."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(tr("Tour of the window"))
        self.setProperty("surface", "card")
        self.setFixedWidth(_WIDTH)
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setProperty("role", "muted")
        self._count = QLabel()
        self._count.setProperty("role", "faint")
        self.skip_button = QPushButton(tr("Skip"))
        self.skip_button.setProperty("kind", "quiet")
        self.back_button = QPushButton(tr("Back"))
        self.next_button = QPushButton(tr("Next"))
        self.next_button.setProperty("kind", "primary")
        self.next_button.setDefault(True)
        for button in (self.skip_button, self.back_button):
            button.setAutoDefault(False)
        self.skip_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._count, 1)
        for button in (self.skip_button, self.back_button, self.next_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addLayout(row)

    def show_step(self, title: str, text: str, place: int, count: int) -> None:
        """Show step `place`, counted from 0, of `count`."""
        self._title.setText(title)
        self._text.setText(text)
        self._count.setText(tr("{number} of {count}", number=place + 1, count=count))
        self.setAccessibleName(tr("{title}. {text}", title=title, text=text))
        self.back_button.setEnabled(place > 0)
        self.next_button.setText(tr("Done") if place + 1 == count else tr("Next"))

    @property
    def text(self) -> str:
        """What the card says."""
        return self._text.text()


class _Shade(QWidget):
    """Darkens the window but for one place."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hole = QRect()

    def show_hole(self, hole: QRect) -> None:
        """Leave `hole`, in the window's coordinates, as it is."""
        self._hole = hole
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self._hole).adjusted(_RING / 2, _RING / 2, -_RING / 2, -_RING / 2)
        around, hole = QPainterPath(), QPainterPath()
        around.addRect(QRectF(self.rect()))
        hole.addRoundedRect(inside, 6, 6)
        painter.fillPath(around.subtracted(hole), color("overlay_shadow", _SHADE))
        painter.setPen(QPen(color("accent"), 2))
        painter.drawPath(hole)


def beside(target: QRect, card: QSize, window: QRect) -> QPoint:
    """Upper left of a card of that size: below the target, above it, else in its middle.

    All in the window's coordinates; the card stays within the window.
    """
    place = QRect(QPoint(0, 0), card)
    place.moveCenter(target.center())
    if target.bottom() + 2 * GRID + card.height() <= window.bottom():
        place.moveTop(target.bottom() + 2 * GRID)
    elif target.top() - 2 * GRID - card.height() >= window.top():
        place.moveBottom(target.top() - 2 * GRID)
    left = min(max(place.left(), window.left() + GRID), window.right() - card.width() - GRID)
    return QPoint(left, place.top())
