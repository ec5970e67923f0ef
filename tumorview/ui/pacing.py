"""When which picture of a film is due: plain arithmetic on a clock."""

from __future__ import annotations

import math

RATES = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0, 60.0)
"""Pictures a second that can be chosen; a file may ask for one between them."""


def playable(rate: float) -> float:
    """`rate` within what a screen and an eye can follow."""
    return min(max(rate, RATES[0]), RATES[-1])


def faster(rate: float) -> float:
    """The next rate of the table above `rate`; the last one holds."""
    return next((one for one in RATES if one > rate), RATES[-1])


def slower(rate: float) -> float:
    """The next rate of the table below `rate`; the first one holds."""
    return next((one for one in reversed(RATES) if one < rate), RATES[0])


class Pacer:
    """Counts pictures that are due since `start`, so that lateness never adds up.

    Parameters
    ----------
    rate
        Pictures a second.
    start
        Now, in seconds of any clock that never goes back.
    """

    def __init__(self, rate: float, start: float) -> None:
        self._rate = rate
        self._start = start
        self._taken = 0

    def due(self, now: float) -> int:
        """Pictures to go on by: none before their time, several after a delay."""
        return math.floor((now - self._start) * self._rate) - self._taken

    def take(self, pictures: int) -> None:
        """`pictures` of those that were due are on their way."""
        self._taken += pictures

    def wait(self, now: float) -> float:
        """Seconds until the next picture is due, counted from the one due last."""
        periods = (now - self._start) * self._rate
        return (math.floor(periods) + 1 - periods) / self._rate
