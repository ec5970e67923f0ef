"""What a worker answers, held against what was asked: nothing of it is believed unseen."""

from __future__ import annotations

from pathlib import Path

import msgspec

from tumorview import __version__
from tumorview.domain.source import SourceRef
from tumorview.inference.registry import ModelBundle
from tumorview.reporting.csv_report import CsvReport, RowStatus
from tumorview.services.cluster.wire import FileAnswer, InvalidMessageError, Row, error_of
from tumorview.services.errors import ServiceError
from tumorview.services.journal_records import SliceRecord
from tumorview.services.scan_worker import RemoteRow, row_facts, whole_file
from tumorview.services.slice_facts import facts_of


class AnswerChecks:
    """Turns a worker's rows into ours, or refuses them.

    Parameters
    ----------
    report, bundle
        Of the scan.
    """

    def __init__(self, report: CsvReport, bundle: ModelBundle) -> None:
        self._report = report
        self._bundle = bundle
        self._places = {name: place for place, name in enumerate(report.header)}

    def rows(self, path: Path, folder: Path, file: FileAnswer) -> tuple[RemoteRow, ...]:
        """The rows of the file at `path` in `folder`.

        Raises
        ------
        InvalidMessageError
            They are not those of this file, this model and this version, or their numbers differ
            from what the worker says of the file.
        """
        wanted = {
            "path": self._cell_of_path(path, folder),
            "sha256": file.sha256,
            "model_sha256": self._bundle.model_sha256,
            "app_version": __version__,
        }
        rows = tuple(self._row(row, path, wanted) for row in file.rows)
        statuses = [self._cell(row, "status") for row in file.rows]
        failed = statuses.count(RowStatus.FAILED)
        frames = failed + statuses.count(RowStatus.DONE)
        if (frames, failed) != (file.frames, file.failed):
            raise InvalidMessageError("its rows are not as many as it says")
        return rows

    def _row(self, row: Row, path: Path, wanted: dict[str, str]) -> RemoteRow:
        if len(row.cells) != len(self._report.header):
            raise InvalidMessageError("a row has not as many cells as the table")
        wanted = {**wanted, "frame": str(row.frame)}
        if row.failure is not None:
            wanted |= {"status": RowStatus.FAILED, "error_code": row.failure.code}
        for name, value in wanted.items():
            if self._cell(row, name) != value:
                raise InvalidMessageError(f"a row has another {name} than it should have")
        done = (RowStatus.DONE, RowStatus.SKIPPED)
        if row.failure is None and self._cell(row, "status") not in done:
            raise InvalidMessageError("a row has no status that fits it")
        error = None if row.failure is None else error_of(row.failure)
        if error is not None:
            error.path = path
        return RemoteRow(
            SourceRef(path, frame_number=row.frame), error, row.cells, self._slice(row)
        )

    def _slice(self, row: Row) -> SliceRecord | None:
        """What series and studies are made from, as far as it fits the row."""
        if row.slice is None:
            return None
        try:
            facts = facts_of(row.slice.facts)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise InvalidMessageError(
                f"what it says of a slice cannot be read ({error})"
            ) from error
        if facts.frame != row.frame or facts.sha256 != self._cell(row, "sha256"):
            raise InvalidMessageError("what it says of a slice belongs to another row")
        return SliceRecord(row.slice.study, row.slice.series, row.slice.facts)

    def _cell(self, row: Row, name: str) -> str:
        return row.cells[self._places[name]]

    def _cell_of_path(self, path: Path, folder: Path) -> str:
        """The cell as the report writes it, which may be a pseudonym."""
        nothing = ServiceError("of no importance", remedy="")
        facts = row_facts(whole_file(path, ""), folder, self._bundle, error=nothing)
        return self._report.cell(facts, "path")
