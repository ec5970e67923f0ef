"""Ctrl+C and termination ask the work to stop, so that it ends in order and nothing is lost."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from tumorview.cancel import CancelToken
from tumorview.cli.exit_codes import ExitCode


@contextmanager
def cancel_on_signals() -> Iterator[tuple[CancelToken, Callable[[], ExitCode]]]:
    """A token that Ctrl+C and SIGTERM set, and the exit code that belongs to the signal.

    A second Ctrl+C raises KeyboardInterrupt, for work that does not come to an end.
    """
    token = CancelToken()
    received: list[int] = []

    def handle(number: int, _frame: FrameType | None) -> None:
        if token.is_cancelled and number == signal.SIGINT:
            raise KeyboardInterrupt
        received.append(number)
        token.cancel()

    def exit_code() -> ExitCode:
        terminated = bool(received) and received[0] == signal.SIGTERM
        return ExitCode.TERMINATED if terminated else ExitCode.INTERRUPTED

    # Python allows signal handlers in the main thread only.
    if threading.current_thread() is not threading.main_thread():
        yield token, exit_code
        return
    earlier = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield token, exit_code
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)
