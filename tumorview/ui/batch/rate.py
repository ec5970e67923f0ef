"""How fast a scan goes and how long it will still take."""

from __future__ import annotations

from collections import deque

from tumorview.ui.language import localized, tr

_WINDOW_SECONDS = 120.0
_LEAST_SECONDS = 5.0
_STEP_SECONDS = 1.0

UNKNOWN = "—"


class RateMeter:
    """Files a second over the last two minutes, so that the estimate follows the folder.

    Times are seconds of any monotonic clock. A pause is not counted.
    """

    def __init__(self, started: float, done: int = 0) -> None:
        # One point a second, and the latest.
        self._points: deque[tuple[float, int]] = deque([(started, done)])
        self._latest = (started, done)
        self._paused_at: float | None = None
        self._lost = 0.0

    def update(self, now: float, done: int) -> None:
        """`done` files were finished by `now`."""
        at = (now if self._paused_at is None else self._paused_at) - self._lost
        self._latest = (at, done)
        if at - self._points[-1][0] >= _STEP_SECONDS:
            self._points.append(self._latest)
        while len(self._points) > 2 and at - self._points[1][0] > _WINDOW_SECONDS:
            self._points.popleft()

    def pause(self, now: float) -> None:
        """The clock stands still from `now` on."""
        if self._paused_at is None:
            self._paused_at = now

    def resume(self, now: float) -> None:
        """The clock goes on."""
        if self._paused_at is not None:
            self._lost += now - self._paused_at
            self._paused_at = None

    @property
    def files_per_second(self) -> float | None:
        """None while too little is known: nothing finished, or less than five seconds."""
        (first_time, first), (last_time, last) = self._points[0], self._latest
        elapsed = last_time - first_time
        if elapsed < _LEAST_SECONDS or last <= first:
            return None
        return (last - first) / elapsed

    def remaining_seconds(self, total: int) -> float | None:
        """Until `total` files are finished; None while too little is known."""
        rate = self.files_per_second
        return None if rate is None else max(0, total - self._latest[1]) / rate

    def text(self, total: int) -> str:
        """Rate and remaining time for people; a dash for what is not known yet."""
        rate, remaining = self.files_per_second, self.remaining_seconds(total)
        speed = UNKNOWN if rate is None else localized(rate, 1)
        if remaining is None:
            return tr("{rate} files/s · {unknown} left", rate=speed, unknown=UNKNOWN)
        return tr(
            "{rate} files/s · about {duration} left", rate=speed, duration=duration_text(remaining)
        )


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
