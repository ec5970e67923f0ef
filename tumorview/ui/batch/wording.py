"""What the window says of a scan in the queue."""

from __future__ import annotations

from tumorview.services.scan_queue import BROKEN_OFF, QueuedScan, ScanState
from tumorview.ui.batch.rate import duration_text
from tumorview.ui.language import local, localized, plural, tr

STATE_ICONS = {
    ScanState.WAITING: ("series", "text_muted"),
    ScanState.RUNNING: ("play", "accent"),
    ScanState.PAUSED: ("pause", "warning"),
    ScanState.DONE: ("check", "success"),
    ScanState.STOPPED: ("stop", "text_muted"),
    ScanState.FAILED: ("error", "danger"),
}


def scan_name(scan: QueuedScan) -> str:
    """The scanned folder, as short as can be."""
    return scan.wish.folder.name or str(scan.wish.folder)


def state_line(scan: QueuedScan) -> str:
    """Where it stands, in a few words."""
    match scan.state:
        case ScanState.WAITING if scan.wish.retry_failed:
            return tr("Waiting: failures again")
        case ScanState.WAITING:
            return tr("Waiting")
        case ScanState.RUNNING if not scan.files:
            return tr("Running: listing the folder")
        case ScanState.RUNNING:
            return tr("Running: {files}", files=_files(scan))
        case ScanState.PAUSED:
            return tr("Paused: {files}", files=_files(scan))
        case ScanState.DONE if scan.failed:
            return tr(
                "Done: {analysed} analysed, {failed} failed",
                analysed=localized(scan.analysed),
                failed=localized(scan.failed),
            )
        case ScanState.DONE:
            return tr("Done: {analysed} analysed", analysed=localized(scan.analysed))
        case ScanState.STOPPED if scan.reason:
            return tr("Broken off: {files}", files=_files(scan))
        case ScanState.STOPPED:
            return tr("Stopped: {files}", files=_files(scan))
        case ScanState.FAILED:
            return tr("Failed")


def progress_text(scan: QueuedScan) -> str:
    """How far it is, for the line above the bar."""
    match scan.state:
        case ScanState.WAITING:
            return tr("Waiting for its turn")
        case ScanState.RUNNING if not scan.files:
            return tr("Listing the folder and loading the model…")
        case ScanState.RUNNING:
            return _files(scan)
        case ScanState.PAUSED:
            return tr("Paused at {files}", files=_files(scan))
        case ScanState.DONE:
            return plural("The file is done", "All {n} files done", scan.files)
        case ScanState.STOPPED:
            return tr("Stopped after {files}", files=_files(scan))
        case ScanState.FAILED:
            return tr("The scan could not go on")


def summary(scan: QueuedScan) -> str:
    """What came out, or why nothing did."""
    if scan.reason:
        return local(BROKEN_OFF) if scan.reason == BROKEN_OFF else scan.reason
    if not scan.can_be_repeated or not scan.seconds:
        return ""
    said = tr(
        "{outcome}, in {duration}.",
        outcome=outcome_text(scan.analysed, scan.failed),
        duration=duration_text(scan.seconds),
    )
    stopped = tr("Stopped before the end.") if scan.state is ScanState.STOPPED else ""
    written = tr("Written to {name}.", name=scan.wish.csv_path.name)
    return " ".join(part for part in (said, stopped, written) if part)


def outcome_text(analysed: int, failed: int) -> str:
    """How many images were analysed and how many failed."""
    if not failed:
        return plural(
            "{n} image analysed, none failed", "{n} images analysed, none failed", analysed
        )
    return plural(
        "{n} image analysed, {failed} failed",
        "{n} images analysed, {failed} failed",
        analysed,
        failed=localized(failed),
    )


def _files(scan: QueuedScan) -> str:
    return plural(
        "{done} of {n} file",
        "{done} of {n} files",
        scan.files,
        done=localized(scan.files_done),
    )
