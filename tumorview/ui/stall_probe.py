"""How long the GUI thread is kept from its events.

A timer that wants to fire every few milliseconds fires late by as long as the thread was busy
elsewhere: in our code, in Qt, or waiting for Python's lock.
"""

from __future__ import annotations

import statistics
import time
from array import array
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

INTERVAL_MILLISECONDS = 5


@dataclass(frozen=True, slots=True)
class StallReport:
    """Delays in milliseconds beyond the timer's interval; all 0 when nothing was measured."""

    samples: int
    longest_ms: float
    median_ms: float
    percentile99_ms: float


class StallProbe(QObject):
    """Measures from `start` to `stop`, on the thread that it lives in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._delays = array("d")
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(INTERVAL_MILLISECONDS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Forget earlier delays and measure."""
        self._delays = array("d")
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> StallReport:
        """End and report; what keeps the thread busy at this moment counts as well."""
        if self._timer.isActive():
            self._tick()
        self._timer.stop()
        delays = sorted(self._delays)
        if not delays:
            return StallReport(0, 0.0, 0.0, 0.0)
        return StallReport(
            samples=len(delays),
            longest_ms=delays[-1],
            median_ms=statistics.median(delays),
            percentile99_ms=delays[min(len(delays) - 1, int(len(delays) * 0.99))],
        )

    def _tick(self) -> None:
        now = time.perf_counter()
        self._delays.append(max(0.0, (now - self._last) * 1000.0 - INTERVAL_MILLISECONDS))
        self._last = now
