"""Asking work to stop."""

from __future__ import annotations

import threading

from tumorview.errors import Cancelled


class CancelToken:
    """Set from any thread, checked by the worker between images."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask for the work to stop."""
        self._event.set()

    @property
    def is_cancelled(self) -> bool:
        """True once `cancel` was called."""
        return self._event.is_set()

    def raise_if_cancelled(self) -> None:
        """Raise `Cancelled` once `cancel` was called."""
        if self._event.is_set():
            raise Cancelled
