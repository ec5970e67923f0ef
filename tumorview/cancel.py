"""Asking work to stop, or to wait."""

from __future__ import annotations

import threading

from tumorview.errors import Cancelled


class CancelToken:
    """Set from any thread, checked by the worker between images."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._going = threading.Event()
        self._going.set()
        self._lock = threading.Lock()

    def cancel(self) -> None:
        """Ask for the work to stop, also while it is paused."""
        with self._lock:
            self._event.set()
            self._going.set()

    def pause(self) -> None:
        """Ask for the work to wait; what was cancelled waits no more."""
        with self._lock:
            if not self._event.is_set():
                self._going.clear()

    def resume(self) -> None:
        """Let the work go on."""
        self._going.set()

    @property
    def is_cancelled(self) -> bool:
        """True once `cancel` was called."""
        return self._event.is_set()

    def raise_if_cancelled(self) -> None:
        """Raise `Cancelled` once `cancel` was called."""
        if self._event.is_set():
            raise Cancelled

    def wait_while_paused(self) -> None:
        """Come back when there is no pause any longer; raise `Cancelled` once that was asked."""
        self._going.wait()
        self.raise_if_cancelled()
