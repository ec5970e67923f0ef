"""A folder of images -> one row a frame.

Each worker takes the next file and carries it all the way: decode, preprocess, infer, draw, make
the row. There are as many workers as cores and each runs the model on its own core, so no core
waits for another's stage and nothing is copied between stages. (Decoders, OpenCV, numpy and ONNX
Runtime release the interpreter's lock in their inner loops, so threads suffice.) An engine on an
accelerator gets its frames in batches in place of that. Rows leave in the listing's order.

The listing is kept in the journal and read from there a page at a time, so that the number of files
costs no memory.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import nullcontext

from tumorview.cancel import CancelToken
from tumorview.domain.events import Outcome, ScanEvent, ScanFinished, ScanStarted
from tumorview.errors import Cancelled, TumorViewError
from tumorview.services.errors import as_tumorview_error
from tumorview.services.incident import log_incident
from tumorview.services.partial_csv import PartialCsv
from tumorview.services.result_source import ResultSource
from tumorview.services.scan_end import ScanEnd
from tumorview.services.scan_options import ScanOptions
from tumorview.services.scan_places import (
    InputFolderError,
    SourceFolder,
    listing,
    partial_path,
)
from tumorview.services.scan_session import ScanSession, Tally
from tumorview.services.scan_worker import journal_key, path_of_key

__all__ = ["InputFolderError", "ScanOptions", "scan_folder"]

_log = logging.getLogger(__name__)


def scan_folder(
    options: ScanOptions, token: CancelToken, readers: ResultSource | None = None
) -> Iterator[ScanEvent]:
    """Scan a folder, lazily: the work goes on as the events are taken.

    Every file of the folder that is not an output of this scan gets its rows. The last event is
    `ScanFinished`, exactly once, whatever happens; nothing is raised. Its counts are rows of the
    CSV, those of an earlier scan that was resumed included.

    `ItemDone` and `ItemFailed` come in the order of the listing. Files that are skipped (done by
    an earlier scan, or an index that holds no image) have no events. When the last event of a
    file has been taken, its rows are in the journal, which is committed a few times a second.
    `readers` can read them meanwhile; nothing else can, since the journal is locked.
    """
    began = time.monotonic()
    tally = Tally()
    outcome, error = Outcome.DONE, None
    try:
        yield from _events(options, token, tally, began, readers)
    except (Cancelled, KeyboardInterrupt):
        outcome = Outcome.CANCELLED
    except TumorViewError as known:
        outcome, error = Outcome.FAILED, known
    except Exception as unknown:  # noqa: BLE001 - a stream always ends in ScanFinished
        log_incident(_log, "A scan ended unexpectedly", unknown)
        outcome, error = Outcome.FAILED, as_tumorview_error(unknown, path=options.folder)
    yield ScanFinished(
        outcome=outcome,
        analysed=tally.analysed,
        failed=tally.failed,
        csv_path=options.csv_path,
        seconds=time.monotonic() - began,
        error=error,
        pictures_only=tally.pictures_only,
    )


def _events(
    options: ScanOptions,
    token: CancelToken,
    tally: Tally,
    began: float,
    readers: ResultSource | None,
) -> Iterator[ScanEvent]:
    source = SourceFolder(options.folder)
    with (
        ScanSession(options, token, tally, resume=options.resume) as session,
        nullcontext() if readers is None else readers.reading(session.journal),
    ):
        end = ScanEnd("scan", session)
        is_listed = False
        try:
            total = _list(session)
            is_listed = True
            yield from _work(session, source, total)
        except (Cancelled, KeyboardInterrupt):
            # Before that the journal knows nothing yet of what an earlier table may hold.
            if is_listed:
                end.write_table()
            end.write_report(Outcome.CANCELLED, None, time.monotonic() - began)
            raise
        except Exception as error:
            typed = as_tumorview_error(error, path=options.folder)
            end.write_report(Outcome.FAILED, typed, time.monotonic() - began)
            raise
        end.write_table()
        end.write_parquet()
        end.write_report(Outcome.DONE, None, time.monotonic() - began)


def _list(session: ScanSession) -> int:
    """Take the folder's listing over into the journal and count it."""
    options, journal = session.options, session.journal
    found = listing(options, session.token, session.attendants)
    total = journal.list_files(journal_key(path, options.folder) for path in found)
    journal.show_results_of(session.recipe)
    if total == 0 and journal.count_records() > 0:
        raise InputFolderError(
            "the folder is empty, but the journal of the earlier scan knows files of it",
            path=options.folder,
            remedy="Connect the drive that it lies on, or scan without --resume.",
        )
    return total


def _work(session: ScanSession, source: SourceFolder, total: int) -> Iterator[ScanEvent]:
    options, journal = session.options, session.journal
    if options.resume:
        session.files_done = journal.count_done(session.recipe, retry_failed=options.retry_failed)
    yield ScanStarted(options.folder, total, session.files_done)
    with PartialCsv(partial_path(options.csv_path), session.report.header) as partial:
        if total:
            files = (path_of_key(key, options.folder) for key in journal.listed())
            yield from session.work(source, files, partial)
