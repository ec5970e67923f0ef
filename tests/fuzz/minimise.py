"""A smaller input with the same finding."""

from __future__ import annotations

import time
from collections.abc import Callable

SECONDS = 20.0


def minimise(data: bytes, still_shows: Callable[[bytes], bool], seconds: float = SECONDS) -> bytes:
    """Leave out ever smaller parts of `data` for as long as `still_shows` says yes.

    libFuzzer's own minimisation needs an input that ends the process; findings do not. Returns
    `data` itself when it does not show the finding any more.
    """
    if not still_shows(data):
        return data
    end = time.monotonic() + seconds
    size = len(data) // 2
    while size >= 1:
        start = 0
        while start < len(data):
            if time.monotonic() > end:
                return data
            candidate = data[:start] + data[start + size :]
            if still_shows(candidate):
                data = candidate
            else:
                start += size
        size //= 2
    return data
