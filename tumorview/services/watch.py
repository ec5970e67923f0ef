"""A folder that is analysed as it fills: the same journal, table and report as a scan's."""

from __future__ import annotations

import itertools
import logging
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tumorview.attendants import SignOfLife
from tumorview.cancel import CancelToken
from tumorview.domain.events import ItemDone, ItemFailed, Outcome, ScanFinished
from tumorview.domain.watching import FolderFound, FolderLost, WatchEvent, WatchStarted
from tumorview.errors import Cancelled, TumorViewError
from tumorview.imaging.errors import UnreadableFileError
from tumorview.reporting.errors import OutputError
from tumorview.services.arrivals import Arrivals
from tumorview.services.errors import as_tumorview_error
from tumorview.services.incident import log_incident
from tumorview.services.scan_end import ScanEnd
from tumorview.services.scan_options import ScanOptions
from tumorview.services.scan_places import InputFolderError, SourceFolder, listing
from tumorview.services.scan_session import ScanSession, Tally
from tumorview.services.scan_worker import journal_key

SETTLE_SECONDS = 5.0
POLL_SECONDS = 2.0
_WAIT_STEP = 0.05
_FILES_AT_ONCE = 4096
"""Then the folder is listed again, so that what changes meanwhile is seen."""
_TABLE_SECONDS = 5.0
_TABLE_SHARE = 20
"""The table is written again after at least so many times as long as writing it took."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WatchOptions:
    """What to watch.

    Attributes
    ----------
    scan
        Folder, table and model. An earlier journal is always gone on from, whatever `resume` says.
    settle_seconds
        How long size and time of a file must stay the same before it is analysed.
    poll_seconds
        Between two listings of the folder.
    """

    scan: ScanOptions
    settle_seconds: float = SETTLE_SECONDS
    poll_seconds: float = POLL_SECONDS


def watch_folder(options: WatchOptions, token: CancelToken) -> Iterator[WatchEvent]:
    """Watch until the token is cancelled, lazily: the work goes on as the events are taken.

    The last event is `ScanFinished`, exactly once; nothing is raised. To be asked to stop is how a
    watch ends well: its outcome is DONE. The counts are frames of this watch.

    A file that is replaced is analysed anew; one that is deleted keeps its rows. The folder must be
    there at the start; when it goes away later, it is waited for.
    """
    began = time.monotonic()
    tally = Tally()
    outcome, error = Outcome.DONE, None
    try:
        yield from _events(options, token, tally, began)
    except (Cancelled, KeyboardInterrupt):
        pass
    except TumorViewError as known:
        outcome, error = Outcome.FAILED, known
    except Exception as unknown:  # noqa: BLE001 - a stream always ends in ScanFinished
        log_incident(_log, "A watch ended unexpectedly", unknown)
        outcome, error = Outcome.FAILED, as_tumorview_error(unknown, path=options.scan.folder)
    yield ScanFinished(
        outcome=outcome,
        analysed=tally.analysed,
        failed=tally.failed,
        csv_path=options.scan.csv_path,
        seconds=time.monotonic() - began,
        error=error,
        pictures_only=tally.pictures_only,
    )


def _events(
    options: WatchOptions, token: CancelToken, tally: Tally, began: float
) -> Iterator[WatchEvent]:
    SourceFolder(options.scan.folder)
    with ScanSession(options.scan, token, tally, resume=True) as session:
        if session.journal.has_other_recipe(session.recipe):
            raise OutputError(
                "this table was made with another model, another key or other options",
                path=options.scan.csv_path,
                remedy="Choose another CSV file, or make this one anew with tumorview scan.",
            )
        end = ScanEnd("watch", session)
        try:
            yield from _Watch(options, session, end).events()
        except (Cancelled, KeyboardInterrupt):
            end.write_table()
            end.write_report(Outcome.DONE, None, time.monotonic() - began)
            raise
        except Exception as error:
            typed = as_tumorview_error(error, path=options.scan.folder)
            end.write_report(Outcome.FAILED, typed, time.monotonic() - began)
            raise


class _Watch:
    def __init__(self, options: WatchOptions, session: ScanSession, end: ScanEnd) -> None:
        self._folder = options.scan.folder
        self._options = options
        self._session = session
        self._token = session.token
        self._end = end
        self._arrivals = Arrivals(
            self._folder, session.journal, session.recipe, options.settle_seconds
        )
        self._is_lost = False
        self._has_news = True
        self._table_due = 0.0

    def events(self) -> Iterator[WatchEvent]:
        yield WatchStarted(self._folder, self._session.journal.count_done(self._session.recipe))
        while True:
            self._token.raise_if_cancelled()
            found: list[Path] = []
            try:
                source = self._session.attendants.call(
                    lambda _alive: SourceFolder(self._folder), token=self._token, patience=None
                )
                found = self._arrived()
                if self._is_lost:
                    self._is_lost = False
                    yield FolderFound(self._folder)
                yield from self._work(source, found)
            except (InputFolderError, UnreadableFileError):
                if not self._is_lost:
                    self._is_lost = True
                    yield FolderLost(self._folder)
                found = []
            self._refresh_table()
            if len(found) < _FILES_AT_ONCE:
                self._wait(self._options.poll_seconds)

    def _arrived(self) -> list[Path]:
        settled = self._arrivals.settled(self._states())
        # The listing goes on to its end, so that what still grows is remembered.
        found = list(itertools.islice(settled, _FILES_AT_ONCE))
        for _ in settled:
            pass
        return found

    def _states(self) -> Iterator[tuple[Path, os.stat_result]]:
        attendants = self._session.attendants
        names = listing(self._options.scan, self._token, attendants)
        while some := list(itertools.islice(names, _FILES_AT_ONCE)):
            yield from attendants.call(partial(_stat_all, some), token=self._token, patience=None)

    def _work(self, source: SourceFolder, found: list[Path]) -> Iterator[ItemDone | ItemFailed]:
        if not found:
            return
        journal = self._session.journal
        journal.add_files(journal_key(path, self._folder) for path in found)
        self._has_news = True
        for event in self._session.work(source, found):
            assert isinstance(event, ItemDone | ItemFailed)
            yield event
        journal.commit()

    def _refresh_table(self) -> None:
        now = time.monotonic()
        if self._has_news and now >= self._table_due:
            self._end.write_table()
            self._has_news = False
            took = time.monotonic() - now
            self._table_due = time.monotonic() + max(_TABLE_SECONDS, _TABLE_SHARE * took)

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._token.raise_if_cancelled()
            time.sleep(min(left, _WAIT_STEP))


def _stat_all(paths: list[Path], alive: SignOfLife) -> list[tuple[Path, os.stat_result]]:
    """Path and status of those that are still there."""
    found = []
    for path in paths:
        try:
            found.append((path, path.stat()))
        except OSError:
            _log.debug("A file went away while the folder was listed")
        alive()
    return found
