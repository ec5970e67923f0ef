"""Which images belong together: patients where a table names them, else near-duplicates."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from training.data.duplicates import near_duplicate_clusters
from training.errors import DataError
from training.published.layout import LabelledImage
from tumorview.domain.arrays import UInt8Array

PATIENT_TABLE = "groups.csv"
"""Columns file and group: a data folder's own patients."""

MATCH_TABLE = "matched_to_cheng.csv"
"""Columns file, patient_group and score: images that were found again in another data set."""

TRUSTED_SCORE = 0.90
"""Correlation from which on a match names the patient (see the README of the data)."""


def group_images(
    root: Path, images: Sequence[LabelledImage], pixels: Sequence[UInt8Array]
) -> tuple[str, ...]:
    """The group of each image; `pixels` are its grey values in any size.

    An image whose patient a table names belongs to that patient. The others are clustered by
    near-duplicates among themselves, mirrored and contrast-changed copies included. Named images
    are not clustered: slices of many patients are alike enough to be chained into one group.

    Raises
    ------
    DataError
        When a table cannot be read or lacks a column.
    """
    patients = named_patients(root)
    names = [patients.get(image.image_id) for image in images]
    unnamed = [row for row, name in enumerate(names) if name is None]
    cluster_of: dict[int, int] = {}
    if unnamed:
        clusters = near_duplicate_clusters([pixels[row] for row in unnamed]).tolist()
        cluster_of = dict(zip(unnamed, clusters, strict=True))
    return tuple(
        f"cluster {cluster_of[row]}" if name is None else f"patient {name}"
        for row, name in enumerate(names)
    )


def named_patients(root: Path) -> dict[str, str]:
    """File below `root` -> patient, where a table names it; raises DataError as `group_images`."""
    found = {
        row["file"]: row["patient_group"]
        for row in _rows(root / MATCH_TABLE, ("file", "patient_group", "score"))
        if _score(row["score"], root / MATCH_TABLE) >= TRUSTED_SCORE
    }
    found |= {row["file"]: row["group"] for row in _rows(root / PATIENT_TABLE, ("file", "group"))}
    return found


def _score(text: str, table: Path) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise DataError("the score is not a number", path=table, received=text) from error


def _rows(table: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    if not table.is_file():
        return []
    try:
        with table.open(newline="", encoding="utf-8") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError) as error:
        raise DataError("the table cannot be read", path=table) from error
    missing = [c for c in columns if not rows or rows[0].get(c) is None]
    if missing:
        raise DataError("the table lacks columns or rows", path=table, received=missing)
    return rows
