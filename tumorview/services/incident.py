"""Writing down what nobody foresaw, without writing down what a file says."""

from __future__ import annotations

import logging
import traceback


def log_incident(log: logging.Logger, what: str, error: BaseException) -> None:
    """Log kind and place of an unexpected exception and of its causes, at ERROR.

    The exceptions' own messages are left out: they may quote a header, and a patient's name, id or
    birth date is never logged at any level. They are not needed to find the line at fault.
    """
    log.error("%s\n%s", what, kind_and_place(error))


def kind_and_place(error: BaseException) -> str:
    """The traceback of an exception and of its causes without any message."""
    lines = []
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__} raised at")
        lines += [
            f"  {entry.filename}:{entry.lineno} in {entry.name}"
            for entry in traceback.extract_tb(seen.__traceback__)
        ]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)
