"""What the file will look like, in the dialog."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tumorview.ui.language import tr
from tumorview.ui.theme import GRID, color

_SIDE = 48 * GRID
_MARGIN = GRID


class PreviewPane(QWidget):
    """A picture as large as there is room, or a sentence in its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(QSize(_SIDE, _SIDE))
        self.setAccessibleName(tr("Preview"))
        self._image: QImage | None = None
        self._message = tr("Drawing…")

    @property
    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    @property
    def message(self) -> str:
        """What is said in its place."""
        return "" if self._image is not None else self._message

    def room(self) -> QSize:
        """Screen pixels that a picture can have here."""
        inner = self.size() - QSize(2 * _MARGIN, 2 * _MARGIN)
        return (QSizeF(inner) * self.devicePixelRatioF()).toSize()

    def show_image(self, image: QImage) -> None:
        """Show this picture."""
        self._image = image
        self.update()

    def show_message(self, message: str) -> None:
        """Say this in place of a picture."""
        self._image, self._message = None, message
        self.setAccessibleDescription(message)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("window"))
        painter.drawRoundedRect(QRectF(self.rect()), GRID / 2, GRID / 2)
        inner = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        if self._image is None:
            painter.setPen(color("text_faint"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inner, int(flags), self._message)
            return
        # The pixels count, not what the picture says of a screen.
        size = QSizeF(self._image.size())
        if size.width() > inner.width() or size.height() > inner.height():
            size = size.scaled(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(inner.center())
        painter.drawImage(place, self._image, QRectF(self._image.rect()))
