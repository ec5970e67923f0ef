"""Plays a series like a film."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from tumorview.ui.viewer import Viewer

FRAMES_PER_SECOND = 12


class Cine(QObject):
    """Steps through the series while it is on, from the last slice back to the first.

    It never runs ahead of the eye: the next slice waits until the one before is on screen.
    """

    def __init__(self, viewer: Viewer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._viewer = viewer
        self._timer = QTimer(self)
        self._timer.setInterval(round(1000 / FRAMES_PER_SECOND))
        self._timer.timeout.connect(self._step)

    def set_playing(self, playing: bool) -> None:
        """Start or stop."""
        if playing:
            self._timer.start()
        else:
            self._timer.stop()

    def _step(self) -> None:
        viewer = self._viewer
        if viewer.count > 1 and (viewer.is_shown or viewer.error is not None):
            viewer.go_to((viewer.index + 1) % viewer.count)
