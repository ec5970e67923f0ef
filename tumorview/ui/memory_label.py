"""How much memory the application holds, in the status bar."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel

from tumorview.machine import memory_in_use
from tumorview.ui.language import localized, tr

_EVERY_MS = 2_000
_MEGABYTE = 1_000_000


class MemoryLabel(QLabel):
    """Says the memory of this process every two seconds; says nothing where it is not known."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Memory in use"))
        self.setToolTip(tr("Memory that TumorView holds now, without the processes that decode"))
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.show_now)
        self.show_now()

    def show_now(self) -> None:
        """Ask the system and show its answer."""
        held = memory_in_use()
        self.setText(
            "" if held is None else tr("{megabytes} MB", megabytes=localized(held / _MEGABYTE))
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: it comes on screen."""
        self._timer.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: it goes."""
        self._timer.stop()
        super().hideEvent(event)
