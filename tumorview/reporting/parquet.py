"""The same table as Parquet, for runs that are too large for a spreadsheet.

Needs pyarrow (Apache-2.0), an extra of its own: it takes 170 MB, and the CSV holds the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from tumorview.reporting.csv_columns import CSV_SCHEMA, CellKind
from tumorview.reporting.csv_report import restore
from tumorview.reporting.errors import ReportingError
from tumorview.reporting.whole_file import written_whole

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS_A_GROUP = 16_384


class ParquetMissingError(ReportingError):
    """Parquet was asked for and the library that writes it is not installed."""

    code: ClassVar[str] = "parquet_missing"


def require_parquet() -> None:
    """Raise `ParquetMissingError` unless Parquet can be written here."""
    try:
        import pyarrow.parquet  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        raise ParquetMissingError(
            "Parquet cannot be written: pyarrow is not installed",
            remedy="Install it (pip install 'tumorview[parquet]'), or leave out --parquet.",
        ) from error


class Heading(Protocol):
    """A column, as far as it matters here."""

    @property
    def name(self) -> str:
        """The heading."""

    @property
    def kind(self) -> CellKind:
        """How its cells are written."""


def write_parquet(
    path: Path,
    columns: Sequence[Heading],
    rows: Iterable[Sequence[str]],
    version: tuple[str, int] = ("csv_schema", CSV_SCHEMA),
) -> None:
    """Write `rows` of the CSV's cells, whole or not at all, some thousand at a time.

    Texts are what they were before they were made safe for spreadsheets, numbers are doubles, flags
    are booleans, and an empty cell of a number or flag is null. The file's metadata has the
    version of the table.

    Parameters
    ----------
    version
        Key and value of the metadata.

    Raises
    ------
    OutputError
        When the file cannot be written; an earlier file at `path` is then unharmed.
    """
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    types = {CellKind.TEXT: pa.string(), CellKind.NUMBER: pa.float64(), CellKind.FLAG: pa.bool_()}
    schema = pa.schema(
        [(column.name, types[column.kind]) for column in columns],
        metadata={version[0]: str(version[1])},
    )
    waiting = iter(rows)
    with (
        written_whole(path) as stream,
        pq.ParquetWriter(stream, schema, compression="zstd") as writer,
    ):
        while group := list(islice(waiting, _ROWS_A_GROUP)):
            writer.write_table(_table(columns, schema, group))


def _table(
    columns: Sequence[Heading], schema: pa.Schema, rows: Sequence[Sequence[str]]
) -> pa.Table:
    import pyarrow as pa  # noqa: PLC0415 - an extra

    arrays = [
        pa.array([_value(row[place], column.kind) for row in rows], type=schema.field(place).type)
        for place, column in enumerate(columns)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def _value(cell: str, kind: CellKind) -> str | float | bool | None:
    if kind is CellKind.TEXT:
        return restore(cell)
    if not cell:
        return None
    return cell == "yes" if kind is CellKind.FLAG else float(cell)
