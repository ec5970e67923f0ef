"""The table of a scan of a million rows: longest stall of the window while it is read.

A journal of that many made-up results is shown in the window of the scans; it is opened, scrolled
from end to end, sorted, filtered and searched. A timer on the GUI thread measures how late it
fires; beside each figure stands that of a control, as in `bench_stall`. The last figure is a ratio:
how many rows are in memory, of all that there are.

    python -m benchmarks.bench_queue [--rows 1000000]
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

if sys.platform.startswith("linux") and not (
    os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.bench_stall import Control, probed
from benchmarks.common import Result, live_in
from tumorview.domain.prediction import Caution
from tumorview.services.journal import Journal, journal_path
from tumorview.services.journal_schema import KEEP_RESULT
from tumorview.services.result_rows import ResultRow, RowState
from tumorview.services.scan_queue import QueuedScan, ScanQueue, ScanState, ScanWish, save_queue
from tumorview.ui.app import make_application
from tumorview.ui.batch.dialog import BatchDialog
from tumorview.ui.batch.table_columns import COLUMNS
from tumorview.ui.threads import keep_collections_short

TARGET_MS = 50.0
_SCROLL_STEPS = 200
_SCROLL_MS = 25
_CLASSES = ("Glioma", "Meningioma", "Pituitary tumour", "No tumour")


def made_up(count: int) -> Iterator[ResultRow]:
    """Results as a scan of `count` files makes them: some failed, some refused."""
    chance = random.Random(5)  # noqa: S311 - nothing secret
    for number in range(count):
        file = f"study{number // 1000:04d}/image{number:07d}.dcm"
        kind = chance.random()
        if kind < 0.02:
            yield ResultRow(file, 1, "", RowState.FAILED, "The file is empty.")
        elif kind < 0.06:
            cautions = (str(Caution.MODALITY_NOT_VALIDATED),)
            reason = "Not validated for PT."
            yield ResultRow(file, 1, "PT", RowState.REFUSED, reason, cautions=cautions)
        else:
            yield ResultRow(
                file,
                1,
                "MR",
                RowState.DONE,
                predicted=chance.choice(_CLASSES),
                probability=0.25 + 0.75 * chance.random(),
                cautions=(str(Caution.UNCERTAIN),) if kind > 0.9 else (),
            )


def write_journal(csv_path: Path, count: int) -> None:
    """The journal of a scan that has ended, with `count` results."""
    Journal(journal_path(csv_path), resume=False).close()
    database = sqlite3.connect(journal_path(csv_path))
    database.execute("PRAGMA cache_size=-500000")  # kibibytes: all of it, written once
    database.execute("PRAGMA synchronous=OFF")
    with database:
        database.executemany(
            KEEP_RESULT,
            (
                (row.file.encode(), 0, stamp, *row.stored())
                for stamp, row in enumerate(made_up(count), start=1)
            ),
        )
    database.close()


def run(rows: int) -> list[Result]:
    """Make the journal, show it, and measure while it is used."""
    with tempfile.TemporaryDirectory() as home:
        live_in(home)
        # The window opens with the first scan of the queue; the large one is chosen then.
        scans = []
        for number, (name, count) in enumerate((("ward", 10), ("archive", rows)), start=1):
            csv_path = Path(home) / f"{name}.csv"
            write_journal(csv_path, count)
            wish = ScanWish(Path(home) / name, csv_path)
            state = ScanState.DONE
            scans.append(QueuedScan(number, wish, state, count, count, count, 0, seconds=1.0))
        save_queue(ScanQueue(tuple(scans), len(scans)))
        app = QApplication.instance() or make_application(["tumorview"])
        dialog = BatchDialog()
        dialog.resize(1200, 800)
        control = Control()
        try:
            return _measured(dialog, control, rows)
        finally:
            control.close()
            dialog.shutdown()
            dialog.close()
            dialog.deleteLater()
            app.processEvents()


def _measured(dialog: BatchDialog, control: Control, rows: int) -> list[Result]:
    results: list[Result] = []
    panel = dialog.results

    def measure(what: str, begin: Callable[[], object], done: Callable[[], bool]) -> None:
        control.longest_ms()
        began = time.monotonic()
        report = probed(begin, done)
        details: dict[str, object] = {k: round(v, 2) for k, v in asdict(report).items()}
        details |= {
            "control_longest_ms": round(control.longest_ms(), 1),
            "seconds": round(time.monotonic() - began, 2),
        }
        results.append(
            Result(
                f"GUI stall, {rows:,} rows: {what}",
                round(report.longest_ms, 1),
                TARGET_MS,
                at_least=False,
                unit="ms",
                details=details,
            )
        )

    def answered() -> Callable[[], bool]:
        """True once the next answer has come and its first rows are on screen."""
        come: list[object] = []
        panel.reader.arranged.connect(come.append, Qt.ConnectionType.SingleShotConnection)
        return lambda: (
            bool(come)
            and (
                panel.model.rowCount() == 0
                or panel.model.row(max(0, panel.table.rowAt(0))) is not None
            )
        )

    column = {c.heading: i for i, c in enumerate(COLUMNS)}
    descending = Qt.SortOrder.DescendingOrder
    # The window itself is shown first, with its form.
    dialog.show_form()
    dialog.show()
    began = time.monotonic()
    probed(lambda: None, lambda: time.monotonic() - began > 1)
    keep_collections_short()  # as a scan does, and the first image that is shown
    measure("opened", lambda: dialog.queue_panel.choose(2), answered())
    most = _scrolled(dialog, measure)
    measure(
        "sorted by probability",
        lambda: panel.table.sortByColumn(column["Probability"], descending),
        answered(),
    )
    most = max(most, _scrolled(dialog, measure))
    measure("those that failed", panel.filters.buttons[RowState.FAILED].click, answered())
    measure("all again", panel.filters.buttons[None].click, answered())
    measure("searched for a text", lambda: panel.filters.text.setText("study0007"), answered())
    if panel.model.rowCount() != min(1000, max(0, rows - 7000)):
        raise RuntimeError(f"{panel.model.rowCount()} rows were found")
    results.append(
        Result(
            "rows in memory of those in the table",
            round(most / rows, 4),
            0.05,
            at_least=False,
            unit="of all",
            details={"rows": most},
        )
    )
    return results


def _scrolled(
    dialog: BatchDialog, measure: Callable[[str, Callable[[], object], Callable[[], bool]], None]
) -> int:
    """Scroll from the top to the end; the most rows that were held."""
    panel = dialog.results
    bar = panel.table.verticalScrollBar()
    steps, most = 0, 0

    def scroll() -> None:
        nonlocal steps, most
        steps += 1
        bar.setValue(bar.maximum() * steps // _SCROLL_STEPS)
        most = max(most, panel.model.held_rows)

    timer = QTimer(dialog)
    timer.timeout.connect(scroll)
    measure(
        "scrolled from end to end",
        lambda: timer.start(_SCROLL_MS),
        lambda: steps >= _SCROLL_STEPS and panel.model.row(panel.model.rowCount() - 1) is not None,
    )
    timer.stop()
    return most


def main() -> None:
    """Print the results as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    for result in run(parser.parse_args().rows):
        print(result.as_json())


if __name__ == "__main__":
    main()
