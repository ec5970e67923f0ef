"""Plays a series like a film."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from tumorview.ui.pacing import Pacer, faster, playable, slower
from tumorview.ui.viewer import Viewer

DEFAULT_RATE = 10.0
"""Pictures a second where the file asks for nothing."""


class Cine(QObject):
    """Steps through the series while it is on, from the last slice back to the first.

    The film keeps its pace: a picture is due by the clock, and what was not ready in its time is
    left out. It never runs ahead of the eye either: the next slice waits until the one before is on
    screen. The rate is that of the file; one that was chosen by hand goes when the film stops.

    Parameters
    ----------
    clock
        Seconds that never go back.

    Signals
    -------
    rate_changed(object)
        Pictures a second, None while it stands still.
    """

    rate_changed = Signal(object)

    def __init__(
        self,
        viewer: Viewer,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.clock = clock
        self._viewer = viewer
        self._rate: float | None = None
        self._pacer = Pacer(DEFAULT_RATE, 0.0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_time)

    @property
    def rate(self) -> float | None:
        """Pictures a second, None while it stands still."""
        return self._rate

    def set_playing(self, playing: bool) -> None:
        """Start at the rate that the file asks for, or stop."""
        if not playing:
            self._timer.stop()
            self._rate = None
            self.rate_changed.emit(None)
            return
        series = self._viewer.series
        asked = None if series is None else series.frames_per_second
        self._play(DEFAULT_RATE if asked is None else playable(asked))

    def faster(self) -> None:
        """The next higher rate, while it plays."""
        if self._rate is not None:
            self._play(faster(self._rate))

    def slower(self) -> None:
        """The next lower rate, while it plays."""
        if self._rate is not None:
            self._play(slower(self._rate))

    def _play(self, rate: float) -> None:
        if rate == self._rate:
            return
        self._rate = rate
        self._pacer = Pacer(rate, self.clock())
        self._wait()
        self.rate_changed.emit(rate)

    def _on_time(self) -> None:
        viewer = self._viewer
        due = self._pacer.due(self.clock())
        if due > 0 and viewer.count > 1 and (viewer.is_shown or viewer.error is not None):
            self._pacer.take(due)
            viewer.go_to((viewer.index + due) % viewer.count)
        self._wait()

    def _wait(self) -> None:
        # Rounded up: a timer that fires a little early would find nothing due.
        self._timer.start(math.ceil(self._pacer.wait(self.clock()) * 1000))
