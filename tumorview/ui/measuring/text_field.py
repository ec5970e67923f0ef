"""The field in which the words of a mark are typed, on the image itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QLineEdit, QWidget

from tumorview.ui.language import tr

_WIDTH = 240
_MOST_CHARACTERS = 200


class TextField(QLineEdit):
    """Takes one line of words; Enter and leaving the field keep it, `give_up` does not."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.setAccessibleName(tr("Words of the mark"))
        self.setPlaceholderText(tr("Type, then Enter"))
        self.setMaxLength(_MOST_CHARACTERS)
        self.setFixedWidth(_WIDTH)
        self.hide()
        self._viewport = viewport
        self._then: Callable[[str], None] | None = None
        self.editingFinished.connect(self._finish)

    @property
    def is_open(self) -> bool:
        """True while words are typed."""
        return self._then is not None

    def ask(self, place: QPointF, text: str, then: Callable[[str], None]) -> None:
        """Ask for words at a viewport point; `then` gets them, without blanks around."""
        self._finish()
        self.setText(text)
        self.selectAll()
        room = self._viewport.rect()
        x = max(0, min(round(place.x()), room.width() - _WIDTH))
        y = max(0, min(round(place.y()), room.height() - self.sizeHint().height()))
        self.move(x, y)
        self._then = then
        self.show()
        self.setFocus()

    def give_up(self) -> None:
        """Close the field and keep nothing."""
        self._then = None
        self._close()

    def _finish(self) -> None:
        # Hiding a field takes its focus, which finishes the editing once more.
        then, self._then = self._then, None
        if then is None:
            return
        text = self.text().strip()
        self._close()
        then(text)

    def _close(self) -> None:
        had_focus = self.hasFocus()
        self.hide()
        if had_focus:
            self._viewport.setFocus()
