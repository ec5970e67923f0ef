"""The audit journal as a CSV table, in the dialect of the results' table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tumorview.domain.review import Review
from tumorview.reporting.csv_columns import CellKind, CellValue
from tumorview.reporting.csv_report import format_cell, write_csv


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    kind: CellKind
    value: Callable[[Review], CellValue]


_COLUMNS = (
    _Column("time_utc", CellKind.TEXT, lambda r: r.time),
    _Column("user", CellKind.TEXT, lambda r: r.user),
    _Column("sop_instance_uid", CellKind.TEXT, lambda r: r.frame.sop_instance_uid),
    _Column("file_sha256", CellKind.TEXT, lambda r: r.frame.file_sha256),
    _Column("frame", CellKind.NUMBER, lambda r: r.frame.frame_number),
    _Column("model_id", CellKind.TEXT, lambda r: r.model_id),
    _Column("model_sha256", CellKind.TEXT, lambda r: r.model_sha256),
    _Column("refused", CellKind.FLAG, lambda r: r.refused),
    _Column("predicted", CellKind.TEXT, lambda r: r.predicted),
    _Column("tumor_probability", CellKind.NUMBER, lambda r: r.tumor_probability),
    _Column("verdict", CellKind.TEXT, lambda r: r.verdict.value),
    _Column("comment", CellKind.TEXT, lambda r: r.comment),
)

REVIEW_HEADER: tuple[str, ...] = tuple(column.name for column in _COLUMNS)
"""The headings, in order."""


def review_cells(review: Review) -> tuple[str, ...]:
    """One row, in the order of `REVIEW_HEADER`."""
    return tuple(format_cell(column.value(review), column.kind) for column in _COLUMNS)


def write_review_csv(path: Path, reviews: Iterable[Review]) -> None:
    """Write all of them, oldest first; raises OutputError as `write_csv` does."""
    write_csv(path, REVIEW_HEADER, (review_cells(review) for review in reviews))
