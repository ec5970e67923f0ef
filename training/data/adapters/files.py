"""Which files of a folder are images."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from training.errors import DataError
from tumorview.errors import TumorViewError
from tumorview.imaging.recognize import FileKind, recognize

IMAGE_SUFFIXES = frozenset(
    (".png", ".jpg", ".jpeg", ".dcm", ".bmp", ".tif", ".tiff", ".gif", ".webp")
)
"""Names that promise an image: such a file is listed when it cannot be read, never passed over."""

_TABLE_SUFFIXES = frozenset((".csv", ".json", ".txt", ".md", ".pdf", ".html", ".xlsx", ".npz"))


def list_images(folder: Path) -> list[Path]:
    """Files below `folder` that are images or promise to be, sorted by path.

    A file whose name says nothing is opened, since DICOM files often have no ending. What is
    hidden, and what an archive from another system left behind (``__MACOSX``), is passed over.
    """
    return [path for path in _files(folder) if _is_image(path)]


def read_table(path: Path, required: tuple[str, ...]) -> list[dict[str, str]]:
    """Rows of a CSV file with a header, cells stripped; commas or semicolons.

    Raises
    ------
    DataError
        When it cannot be read, has no rows, or lacks one of the `required` columns.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DataError(f"the table cannot be read: {error.strerror}", path=path) from error
    except UnicodeDecodeError as error:
        raise DataError(
            "the table is not UTF-8 text", path=path, remedy="Save it as CSV UTF-8."
        ) from error
    lines = text.splitlines()
    separator = ";" if lines and ";" in lines[0] and "," not in lines[0] else ","
    reader = csv.DictReader(lines, delimiter=separator)
    rows = [
        {(key or "").strip(): (value or "").strip() for key, value in row.items() if key}
        for row in reader
    ]
    columns = {(name or "").strip() for name in reader.fieldnames or ()}
    if missing := [name for name in required if name not in columns]:
        raise DataError(
            "the table lacks a column",
            path=path,
            received=sorted(columns),
            remedy="It needs " + " and ".join(missing) + ".",
        )
    if not rows:
        raise DataError("the table has no rows", path=path)
    return rows


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if any(part.startswith((".", "__MACOSX")) for part in parts):
            continue
        if path.is_file():
            yield path


def _is_image(path: Path) -> bool:
    suffix = path.suffix.lower()
    if suffix in IMAGE_SUFFIXES:
        return True
    if suffix in _TABLE_SUFFIXES:
        return False
    try:
        return recognize(path) is not FileKind.DICOM_INDEX
    except TumorViewError:
        return False
