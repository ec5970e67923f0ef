"""Results of a folder scan as a CSV table.

`COLUMNS` is the table's definition and the source of docs/CSV.md, which is made by::

    python -m tumorview.reporting.csv_report > docs/CSV.md

The dialect is RFC 4180 (comma, double quotes, CRLF) in UTF-8 with a byte order mark, so that
spreadsheets read names. A *text* cell that a spreadsheet would take for a formula is written with
a leading apostrophe (`neutralise`); cells of numbers are made here from numbers, so a negative
number stays a number.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from tumorview.reporting.csv_columns import (
    COLUMNS,
    CellKind,
    CellValue,
    Column,
    RowFacts,
    RowStatus,
    columns_for,
)
from tumorview.reporting.csv_document import columns_markdown
from tumorview.reporting.pseudonyms import Pseudonyms
from tumorview.reporting.whole_file import unwritable, written_whole

__all__ = [
    "COLUMNS",
    "CellKind",
    "CsvReport",
    "RowFacts",
    "RowStatus",
    "columns_for",
    "columns_markdown",
    "csv_written_whole",
    "format_cell",
    "neutralise",
    "open_csv",
    "restore",
    "unwritable",
    "write_csv",
    "write_rows",
]

ENCODING = "utf-8-sig"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def neutralise(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet would take it for a formula.

    That is text that begins with ``= + - @``, tab or CR (OWASP, "CSV Injection"), and text that
    is such an escaped text already, so that `restore` gets back every text.
    """
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA_STARTS) else text


def restore(cell: str) -> str:
    """The text that `neutralise` was given."""
    if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA_STARTS):
        return cell[1:]
    return cell


def format_cell(value: CellValue, kind: CellKind) -> str:
    """One cell; numbers have at most six decimals, far below what a probability is good for."""
    if value is None:
        return ""
    if kind is CellKind.FLAG:
        return "yes" if value else "no"
    if kind is CellKind.NUMBER:
        if isinstance(value, float):
            return f"{value:.6f}".rstrip("0").rstrip(".")
        return str(value)
    # Lone surrogates (a name that is no UTF-8) cannot be encoded.
    text = str(value).encode("utf-8", "backslashreplace").decode("utf-8")
    return neutralise(text)


class CsvReport:
    """Makes rows for one model's classes and writes them.

    Parameters
    ----------
    class_ids
        The model's classes in order; one probability column each.
    pseudonyms
        Put in place of ids and paths; None to write them as they are.
    """

    def __init__(self, class_ids: Sequence[str], pseudonyms: Pseudonyms | None = None) -> None:
        self._columns = columns_for(class_ids)
        self.pseudonyms = pseudonyms

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in order."""
        return self._columns

    @property
    def header(self) -> tuple[str, ...]:
        """The headings, in order."""
        return tuple(column.name for column in self._columns)

    def row(self, facts: RowFacts) -> tuple[str, ...]:
        """The cells of one row, in the order of `header`."""
        if self.pseudonyms is not None:
            facts = self.pseudonyms.applied(facts)
        return tuple(format_cell(c.value(facts), c.kind) for c in self._columns)

    def cell(self, facts: RowFacts, heading: str) -> str:
        """One cell of the row that `row` makes, without the others."""
        if self.pseudonyms is not None:
            facts = self.pseudonyms.applied(facts)
        column = self._columns[self.header.index(heading)]
        return format_cell(column.value(facts), column.kind)

    def write(self, path: Path, rows: Iterable[Sequence[str]]) -> None:
        """Write header and rows to `path`, whole or not at all.

        Raises
        ------
        OutputError
            When the file cannot be written; an earlier file at `path` is then unharmed.
        """
        write_csv(path, self.header, rows)


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write `header` and `rows` in the report's dialect, whole or not at all.

    Raises
    ------
    OutputError
        When the file cannot be written; an earlier file at `path` is then unharmed.
    """
    with csv_written_whole(path, header) as append:
        append(rows)


@contextmanager
def csv_written_whole(
    path: Path, header: Sequence[str]
) -> Iterator[Callable[[Iterable[Sequence[str]]], None]]:
    """A function that appends rows to what replaces `path` when the block ends.

    Raises
    ------
    OutputError
        As `write_csv`.
    """
    with written_whole(path) as stream:
        # The caller's block closes the stream below.
        text = io.TextIOWrapper(stream, encoding=ENCODING, newline="")
        write_rows(text, [header])
        yield lambda rows: write_rows(text, rows)
        text.flush()
        text.detach()


def open_csv(target: Path) -> TextIO:
    """`target` opened for writing in the report's encoding, replacing what was there."""
    # The caller owns the stream.
    return target.open("w", encoding=ENCODING, newline="")


def write_rows(stream: TextIO, rows: Iterable[Sequence[str]]) -> None:
    """Append rows of cells in the report's dialect."""
    csv.writer(stream, lineterminator="\r\n").writerows(rows)


if __name__ == "__main__":
    sys.stdout.write(columns_markdown())
