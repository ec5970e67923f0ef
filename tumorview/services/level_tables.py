"""The tables of series and studies that lie beside a scan's table of frames."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tumorview import __version__
from tumorview.inference.registry import ModelBundle
from tumorview.reporting.csv_report import csv_written_whole, format_cell
from tumorview.reporting.level_columns import (
    SERIES_SCHEMA,
    Facts,
    LevelColumn,
    ModelFacts,
    SeriesSummary,
    series_columns,
)
from tumorview.reporting.parquet import write_parquet
from tumorview.reporting.study_columns import STUDY_SCHEMA, StudySummary, study_columns
from tumorview.services.level_paths import level_paths
from tumorview.services.levels import Levels


class LevelTables:
    """Writes both tables of one model.

    Parameters
    ----------
    levels
        What they are made from, anew each time.
    """

    def __init__(self, levels: Levels, bundle: ModelBundle) -> None:
        manifest = bundle.manifest
        class_ids = [label.id for label in manifest.class_labels]
        self._levels = levels
        self._model = ModelFacts(manifest.id, bundle.model_sha256, __version__)
        self._series = series_columns(class_ids)
        self._studies = study_columns(class_ids)

    def write_csv(self, table: Path) -> None:
        """Write both beside the CSV `table`, each whole or not at all, in one pass.

        Raises
        ------
        OutputError
            When one of them cannot be written.
        """
        series_path, studies_path = level_paths(table)
        with (
            csv_written_whole(studies_path, _header(self._studies)) as append_study,
            csv_written_whole(series_path, _header(self._series)) as append_series,
        ):
            for summary in self._levels.rows():
                if isinstance(summary, SeriesSummary):
                    append_series([self._cells(self._series, summary)])
                else:
                    append_study([self._cells(self._studies, summary)])

    def write_parquet(self, table: Path) -> None:
        """Write both beside the Parquet file `table`. Raises OutputError."""
        series_path, studies_path = level_paths(table)
        series = (
            self._cells(self._series, one)
            for one in self._levels.rows()
            if isinstance(one, SeriesSummary)
        )
        write_parquet(series_path, self._series, series, ("series_schema", SERIES_SCHEMA))
        studies = (
            self._cells(self._studies, one)
            for one in self._levels.rows()
            if isinstance(one, StudySummary)
        )
        write_parquet(studies_path, self._studies, studies, ("study_schema", STUDY_SCHEMA))

    def count(self) -> None:
        """Go through all rows without writing them, for the counts."""
        for _ in self._levels.rows():
            pass

    def _cells(
        self, columns: Sequence[LevelColumn[tuple[Facts, ModelFacts]]], summary: Facts
    ) -> list[str]:
        facts = (summary, self._model)
        return [format_cell(column.value(facts), column.kind) for column in columns]


def _header(columns: Sequence[LevelColumn[Facts]]) -> tuple[str, ...]:
    return tuple(column.name for column in columns)
