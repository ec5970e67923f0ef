"""The report on a scan that lies beside its CSV: JSON for programs, one HTML page for people.

Neither names a file, a folder or a patient, so that both may be handed on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tumorview.reporting.run_summary import RunSummary

REPORT_SCHEMA = 2
"""Goes up with every change of the JSON file's keys or their meaning."""

JSON_SUFFIX = ".report.json"
HTML_SUFFIX = ".report.html"


@dataclass(frozen=True, slots=True)
class Version:
    """A program or library that took part."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class RunSettings:
    """What was asked for, as far as the results depend on it.

    Attributes
    ----------
    engine
        What was asked for; what ran is in `RunSummary.devices`.
    workers
        Files at once; None for one more than there are cores.
    pseudonyms
        Fingerprint of the key that ids were replaced with, or None where they stand as they are.
    """

    model_id: str
    model_sha256: str
    engine: str
    workers: int | None
    heatmaps: bool
    resumed: bool
    retry_failed: bool
    pseudonyms: str | None
    parametric_maps: bool = False


@dataclass(frozen=True, slots=True)
class Machine:
    """What it ran on; `system` and `processor` in the system's own words."""

    system: str
    processor: str
    cores: int


@dataclass(frozen=True, slots=True)
class LevelCounts:
    """What the tables of series and studies come to.

    Attributes
    ----------
    series_speaking
        Series whose score may be that of their study.
    studies_with_score
        Studies with at least one of them.
    parametric_maps
        Images by what became of the DICOM parametric map of their heatmap: ``written``, or why
        there is none; empty where none was asked for.
    """

    series: int = 0
    series_speaking: int = 0
    studies: int = 0
    studies_with_score: int = 0
    parametric_maps: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RunReport:
    """Everything that the report says.

    Attributes
    ----------
    command
        ``scan`` or ``watch``.
    outcome, error_code
        How it ended: ``done``, ``cancelled`` or ``failed`` with the code of the error.
    began, seconds
        Of this run, ISO 8601 in UTC; rows of an earlier run that it went on from are older.
    """

    report_schema: int
    csv_schema: int
    command: str
    outcome: str
    error_code: str | None
    began: str
    seconds: float
    versions: tuple[Version, ...]
    machine: Machine
    settings: RunSettings
    summary: RunSummary
    levels: LevelCounts = field(default_factory=LevelCounts)


def json_path(csv_path: Path) -> Path:
    """Where the report for programs lies."""
    return csv_path.with_name(csv_path.name + JSON_SUFFIX)


def html_path(csv_path: Path) -> Path:
    """Where the report for people lies."""
    return csv_path.with_name(csv_path.name + HTML_SUFFIX)
