"""The log file: in the state folder, small, without patient data."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from tumorview.paths import state_dir
from tumorview.services.incident import kind_and_place

_MEGABYTE = 1024 * 1024
_NOWHERE = logging.NullHandler()


class _LogFile(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Lose the record: a full disk must not print a traceback into a user's terminal."""


class _Formatter(logging.Formatter):
    def formatException(self, ei: object) -> str:  # noqa: N802 - logging's name
        """Kind and place only: an exception's message may quote what a file says."""
        error = ei[1] if isinstance(ei, tuple) else None
        return kind_and_place(error) if isinstance(error, BaseException) else ""


def log_file() -> Path:
    """Where the log is; need not exist."""
    return state_dir() / "tumorview.log"


def configure_logging(*, verbose: bool = False) -> None:
    """Send TumorView's own records to the log file; INFO and above, with `verbose` all.

    File paths are logged at DEBUG only, a patient's name, id or birth date at no level. A log that
    cannot be written keeps nobody from working.
    """
    # Libraries' own records may quote headers and would be printed where nobody handles them.
    logging.getLogger().addHandler(_NOWHERE)
    log = logging.getLogger("tumorview")
    log.setLevel(logging.DEBUG if verbose else logging.INFO)
    for earlier in [one for one in log.handlers if isinstance(one, _LogFile)]:
        log.removeHandler(earlier)
        earlier.close()
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(
            log_file(),
            maxBytes=_MEGABYTE,
            backupCount=2,
            encoding="utf-8",
            delay=True,
            errors="backslashreplace",
        )
    except OSError:
        return
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s %(process)d: %(message)s"))
    log.addHandler(handler)
