"""Two pictures of one frame, plain and with its heatmap, at the same zoom and place."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from tumorview.ui.language import tr
from tumorview.ui.theme import color
from tumorview.ui.viewport.picture import Picture
from tumorview.ui.viewport.view import Viewport

_LINE = 1
_SMALLEST = QSize(240, 240)


class PicturePair(QWidget):
    """The viewport alone, or beside it a second one of exactly the same size.

    The two share one camera: zoom, position, rotation and flip of either are those of both. What
    the mouse asks for in the second one is asked of the first, and where it points to in one the
    other shows value and magnifier too. They stand side by side, or one above the other where that
    leaves more room.
    """

    def __init__(self, first: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = first
        first.setParent(self)
        self.second = Viewport(self)
        self.second.setAccessibleName(tr("Image with heatmap"))
        # Identity, window and value stand on the first one.
        self.second.cycle_text()
        self.second.cycle_text()
        self.second.hide()
        for one in (first, self.second):
            one.setMinimumSize(QSize(0, 0))
        self.setMinimumSize(_SMALLEST)
        for wish in ("window_wished", "scrolled", "full_screen_wished", "menu_wished"):
            getattr(self.second, wish).connect(getattr(first, wish))
        first.pointed.connect(self.second.follow_pointer)
        self.second.pointed.connect(first.follow_pointer)
        first.control.changed.connect(lambda: _follow(self.second, first))
        self.second.control.changed.connect(lambda: _follow(first, self.second))

    @property
    def is_paired(self) -> bool:
        """True while there are two."""
        return not self.second.isHidden()

    def show_beside(self, picture: Picture | None) -> None:
        """Show `picture` in the second one, or the first one alone."""
        if picture is not None:
            self.second.invert_window_drag = self.first.invert_window_drag
            self.second.show_picture(picture)
            _follow(self.second, self.first)
        if self.is_paired != (picture is not None):
            self.second.setVisible(picture is not None)
            self._arrange()

    def say_beside(self, message: str) -> None:
        """Say in the second one, where it is there, why it has no picture."""
        self.second.show_message(message)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Qt: the size changed."""
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: the line between the two."""
        QPainter(self).fillRect(self.rect(), color("border_strong"))

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        if not self.is_paired:
            self.first.setGeometry(0, 0, width, height)
            return
        first, second = halves(width, height)
        self.first.setGeometry(first)
        self.second.setGeometry(second)


def halves(width: int, height: int) -> tuple[QRect, QRect]:
    """Two rectangles of the same size with a line between them, the way that shows more.

    At an odd or even rest the second one ends up to a pixel short of the edge: equal sizes are
    what makes zoom and place the same.
    """
    if min(width / 2, height) >= min(width, height / 2):
        half = (width - _LINE) // 2
        return QRect(0, 0, half, height), QRect(width - half, 0, half, height)
    half = (height - _LINE) // 2
    return QRect(0, 0, width, half), QRect(0, height - half, width, half)


def _follow(follower: Viewport, leader: Viewport) -> None:
    if follower.camera != leader.camera:
        follower.control.use(leader.camera)
