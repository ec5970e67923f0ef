"""Which files of a watched folder have come to rest and are not analysed as they are now.

The folder is listed again and again: what an operating system tells of changes stops at the borders
of network folders. A file counts as whole when its size and its time of modification have not
changed for some seconds. That is measured with this machine's own clock, since a copy may bring its
time along and a server's clock may be wrong.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tumorview.services.journal import Journal
from tumorview.services.scan_worker import journal_key

_UNFINISHED_ENDS = (
    ".part",
    ".partial",
    ".filepart",
    ".crdownload",
    ".download",
    ".tmp",
    ".temp",
    ".incomplete",
    "~",
)
"""What programs call a file until they have written all of it."""


@dataclass(frozen=True, slots=True)
class _State:
    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class _Waiting:
    state: _State
    since: float


class Arrivals:
    """Remembers the files that are still growing; nothing is kept of the others.

    Parameters
    ----------
    folder
        The watched folder.
    journal, recipe
        What was analysed, and how it would be now.
    settle_seconds
        How long a file must stay as it is.
    clock
        Seconds that only go forward.
    """

    def __init__(
        self,
        folder: Path,
        journal: Journal,
        recipe: str,
        settle_seconds: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder = folder
        self._journal = journal
        self._recipe = recipe
        self._settle_seconds = settle_seconds
        self._clock = clock
        self._waiting: dict[bytes, _Waiting] = {}

    def settled(self, listing: Iterator[tuple[Path, os.stat_result]]) -> Iterator[Path]:
        """Those of a new listing that have come to rest and are new or changed, in its order."""
        now = self._clock()
        still: dict[bytes, _Waiting] = {}
        for path, status in listing:
            if is_unfinished(path):
                continue
            key = journal_key(path, self._folder)
            state = _State(status.st_size, status.st_mtime_ns)
            if self._is_known(key, state):
                continue
            before = self._waiting.get(key)
            if before is None or before.state != state:
                before = _Waiting(state, now)
            still[key] = before
            if now - before.since >= self._settle_seconds:
                yield path
        # What has gone meanwhile is forgotten.
        self._waiting = still

    def _is_known(self, key: bytes, state: _State) -> bool:
        known = self._journal.find(key)
        return (
            known is not None
            and known.recipe == self._recipe
            and (known.size, known.modified_ns) == (state.size, state.modified_ns)
        )


def is_unfinished(path: Path) -> bool:
    """True for names that programs use while they write: hidden ones, ``.part`` and the like."""
    name = path.name.casefold()
    return name.startswith((".", "~$")) or name.endswith(_UNFINISHED_ENDS)
