"""Where the tables of series and studies lie, and whether something else lies there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tumorview.reporting.csv_report import ENCODING
from tumorview.reporting.errors import OutputError

_SERIES, _STUDIES = ".series", ".studies"
_VERSION_COLUMNS = ("series_schema", "study_schema")
_LONGEST_HEADER = 65_536


def level_paths(table: Path) -> tuple[Path, Path]:
    """Where the tables of series and of studies lie: ``OUT.series.csv`` and ``OUT.studies.csv``."""
    return (
        table.with_name(f"{table.stem}{_SERIES}{table.suffix}"),
        table.with_name(f"{table.stem}{_STUDIES}{table.suffix}"),
    )


def require_own_tables(table: Path) -> None:
    """Raise `OutputError` where a file that is no such table has the name of one.

    The user has named the table of frames; these names are ours, so what they hold may be anything.
    """
    for path, column in zip(level_paths(table), _VERSION_COLUMNS, strict=True):
        try:
            with path.open(encoding=ENCODING, errors="replace", newline="") as stream:
                header = stream.readline(_LONGEST_HEADER)
        except FileNotFoundError:
            continue
        except OSError as error:
            header = ""
            if path.is_dir():
                raise _in_the_way(path) from error
        if header and column not in header:
            raise _in_the_way(path)


def _in_the_way(path: Path) -> OutputError:
    return OutputError(
        "something that is no table of TumorView's has the name that a table beside the CSV needs",
        path=path,
        remedy="Rename it, or choose another CSV file.",
    )


def level_files(table: Path | None) -> Iterator[Path]:
    """The tables beside `table`, where there is one."""
    if table is not None:
        yield from level_paths(table)
