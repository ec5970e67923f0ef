"""Writing the report on a scan: JSON and HTML from the same values."""

from __future__ import annotations

from pathlib import Path

import msgspec

from tumorview.reporting.run_page import page
from tumorview.reporting.run_report import RunReport, html_path, json_path
from tumorview.reporting.whole_file import written_whole


def write_run_report(csv_path: Path, report: RunReport) -> None:
    """Write both files beside the CSV, each whole or not at all.

    Raises
    ------
    OutputError
        When one of them cannot be written.
    """
    with written_whole(json_path(csv_path)) as stream:
        stream.write(msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n")
    with written_whole(html_path(csv_path)) as stream:
        stream.write(page(report).encode())
