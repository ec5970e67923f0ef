"""What the window says of a scan in the queue."""

from __future__ import annotations

from tumorview.services.scan_queue import QueuedScan, ScanState
from tumorview.ui.batch.rate import duration_text

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
    of_all = f"{scan.files_done:,} of {scan.files:,} files" if scan.files else "listing the folder"
    match scan.state:
        case ScanState.WAITING:
            return "Waiting: failures again" if scan.wish.retry_failed else "Waiting"
        case ScanState.RUNNING:
            return f"Running: {of_all}"
        case ScanState.PAUSED:
            return f"Paused: {of_all}"
        case ScanState.DONE:
            failed = f", {scan.failed:,} failed" if scan.failed else ""
            return f"Done: {scan.analysed:,} analysed{failed}"
        case ScanState.STOPPED:
            stopped = "Broken off" if scan.reason else "Stopped"
            return f"{stopped}: {of_all}" if scan.files else f"{stopped} before the first file"
        case ScanState.FAILED:
            return "Failed"


def progress_text(scan: QueuedScan) -> str:
    """How far it is, for the line above the bar."""
    match scan.state:
        case ScanState.WAITING:
            return "Waiting for its turn"
        case ScanState.RUNNING if not scan.files:
            return "Listing the folder and loading the model…"
        case ScanState.RUNNING:
            return f"{scan.files_done:,} of {scan.files:,} files"
        case ScanState.PAUSED:
            return f"Paused at {scan.files_done:,} of {scan.files:,} files"
        case ScanState.DONE:
            return f"All {scan.files:,} files done"
        case ScanState.STOPPED:
            return f"Stopped after {scan.files_done:,} of {scan.files:,} files"
        case ScanState.FAILED:
            return "The scan could not go on"


def summary(scan: QueuedScan) -> str:
    """What came out, or why nothing did."""
    if scan.reason:
        return scan.reason
    if not scan.can_be_repeated or not scan.seconds:
        return ""
    stopped = " Stopped before the end." if scan.state is ScanState.STOPPED else ""
    return (
        f"{_outcome(scan)}, in {duration_text(scan.seconds)}.{stopped} "
        f"Written to {scan.wish.csv_path.name}."
    )


def _outcome(scan: QueuedScan) -> str:
    images = "image" if scan.analysed == 1 else "images"
    failed = f"{scan.failed:,} failed" if scan.failed else "none failed"
    return f"{scan.analysed:,} {images} analysed, {failed}"
