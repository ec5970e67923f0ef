"""How fast a scan goes and how long it will still take."""

from __future__ import annotations

from collections import deque

from tumorview.ui.language import tr

_WINDOW_SECONDS = 20.0
_LEAST_SECONDS = 1.0


class RateMeter:
    """Files a second over the last twenty seconds, so that the estimate follows the folder.

    Times are seconds of any monotonic clock.
    """

    def __init__(self, started: float, done: int = 0) -> None:
        self._points: deque[tuple[float, int]] = deque([(started, done)])

    def update(self, now: float, done: int) -> None:
        """`done` files were finished by `now`."""
        self._points.append((now, done))
        while len(self._points) > 2 and now - self._points[1][0] > _WINDOW_SECONDS:
            self._points.popleft()

    @property
    def files_per_second(self) -> float | None:
        """None while too little is known."""
        (first_time, first), (last_time, last) = self._points[0], self._points[-1]
        elapsed = last_time - first_time
        if elapsed < _LEAST_SECONDS or last <= first:
            return None
        return (last - first) / elapsed

    def remaining_seconds(self, total: int) -> float | None:
        """Until `total` files are finished; None while too little is known."""
        rate = self.files_per_second
        return None if rate is None else max(0, total - self._points[-1][1]) / rate


def duration_text(seconds: float) -> str:
    """A duration for people, coarser the longer it is."""
    whole = round(seconds)
    if whole < 60:
        return tr("{seconds} s", seconds=whole)
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return tr("{minutes} min {seconds:02d} s", minutes=minutes, seconds=rest)
    hours, minutes = divmod(minutes, 60)
    return tr("{hours} h {minutes:02d} min", hours=hours, minutes=minutes)
