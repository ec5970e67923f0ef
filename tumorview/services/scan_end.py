"""What is written when a scan ends: the table, and the report on the run."""

from __future__ import annotations

import logging
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tumorview import __version__
from tumorview.domain.events import Outcome
from tumorview.errors import TumorViewError
from tumorview.machine import available_cores
from tumorview.reporting.csv_columns import CSV_SCHEMA
from tumorview.reporting.map_words import PICTURE_ONLY
from tumorview.reporting.parquet import write_parquet
from tumorview.reporting.run_report import (
    REPORT_SCHEMA,
    Machine,
    RunReport,
    RunSettings,
    Version,
)
from tumorview.reporting.run_report_files import write_run_report
from tumorview.reporting.run_summary import Summing
from tumorview.services.level_tables import LevelTables
from tumorview.services.levels import Levels
from tumorview.services.scan_places import partial_path
from tumorview.services.scan_session import ScanSession

_LIBRARIES = (
    "onnxruntime",
    "tensorflow",
    "numpy",
    "opencv-python-headless",
    "pydicom",
    "highdicom",
)
_ON_DEMAND = frozenset({"tensorflow", "highdicom"})

_log = logging.getLogger(__name__)


class ScanEnd:
    """Makes the files that a scan leaves from its journal.

    Parameters
    ----------
    command
        What the report says was run: ``scan`` or ``watch``.
    session
        Whose journal is made into files; it is open.
    """

    def __init__(self, command: str, session: ScanSession) -> None:
        self._command = command
        self._options = session.options
        self._bundle = session.bundle
        self._report = session.report
        self._journal = session.journal
        self._recipe = session.recipe
        self._tally = session.tally
        labels = [label.id for label in session.bundle.manifest.class_labels]
        self._levels = Levels(session.journal, session.recipe, labels)
        self._level_tables = LevelTables(self._levels, session.bundle)
        self._summing: Summing | None = None

    def write_table(self) -> None:
        """Replace the CSV by the journal's rows in one step, and remove the partial one.

        Likewise the tables of series and studies beside it.

        Raises
        ------
        OutputError
            When one of them cannot be written; its earlier one is then unharmed.
        """
        self._journal.commit()
        summing = self._new_summing()
        self._report.write(self._options.csv_path, summing.watched(self._rows()))
        self._level_tables.write_csv(self._options.csv_path)
        maps = self._levels.counts.parametric_maps
        self._tally.pictures_only = sum(maps.get(outcome, 0) for outcome in PICTURE_ONLY)
        partial_path(self._options.csv_path).unlink(missing_ok=True)
        self._summing = summing

    def write_parquet(self) -> None:
        """Write the Parquet files where they were asked for. Raises OutputError."""
        path = self._options.parquet_path
        if path is not None:
            write_parquet(path, self._report.columns, self._rows())
            self._level_tables.write_parquet(path)

    def write_report(self, outcome: Outcome, error: TumorViewError | None, seconds: float) -> None:
        """Write the report on the run, as well as it can be done.

        A report that cannot be written does not make a scan fail that is otherwise at its end.
        """
        try:
            if self._summing is None:
                self._journal.commit()
                self._summing = self._new_summing()
                for row in self._rows():
                    self._summing.add(row)
                self._level_tables.count()
            write_run_report(
                self._options.csv_path,
                self._run_report(self._summing, outcome, error, seconds),
            )
        except TumorViewError as problem:
            if outcome is not Outcome.FAILED:
                _log.warning("The report on the run could not be written (%s)", problem.code)

    def _rows(self) -> Iterator[list[str]]:
        return self._journal.rows(self._recipe)

    def _new_summing(self) -> Summing:
        labels = [label.id for label in self._bundle.manifest.class_labels]
        return Summing(self._report.header, labels)

    def _run_report(
        self, summing: Summing, outcome: Outcome, error: TumorViewError | None, seconds: float
    ) -> RunReport:
        options, pseudonyms = self._options, self._report.pseudonyms
        return RunReport(
            report_schema=REPORT_SCHEMA,
            csv_schema=CSV_SCHEMA,
            command=self._command,
            outcome=str(outcome),
            error_code=None if error is None else error.code,
            began=(datetime.now(UTC) - timedelta(seconds=seconds)).isoformat(timespec="seconds"),
            seconds=seconds,
            versions=tuple(_versions()),
            machine=Machine(platform.platform(), _processor(), available_cores()),
            settings=RunSettings(
                model_id=self._bundle.manifest.id,
                model_sha256=self._bundle.model_sha256,
                engine=str(options.engine),
                workers=options.workers,
                heatmaps=options.heatmap_dir is not None,
                resumed=options.resume,
                retry_failed=options.retry_failed,
                pseudonyms=None if pseudonyms is None else pseudonyms.fingerprint,
                parametric_maps=options.heatmap_dir is not None and options.parametric_maps,
            ),
            summary=summing.result(),
            levels=self._levels.counts,
        )


def _versions() -> Iterator[Version]:
    yield Version("TumorView", __version__)
    yield Version("Python", platform.python_version())
    for name in _LIBRARIES:
        # What is not loaded took no part. The packaged application may not know its parts.
        if name not in _ON_DEMAND or name in sys.modules:
            try:
                yield Version(name, version(name))
            except PackageNotFoundError:
                yield Version(name, "unknown")


def _processor() -> str:
    """The processor's name where the system tells it, else its architecture."""
    try:
        lines: Sequence[str] = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = ()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    known = names[0] if names else platform.processor()
    return known or platform.machine() or os.name
