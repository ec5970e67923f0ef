"""A folder with ``labels.csv``: what a hospital exports."""

from __future__ import annotations

from pathlib import Path

from training.data.adapters.dicom_facts import dicom_facts, hashed
from training.data.adapters.drafts import Draft
from training.data.adapters.files import list_images, read_table
from training.data.adapters.labels import finding_of, names_of_classes
from training.errors import DataError
from tumorview.errors import TumorViewError

TABLE_NAME = "labels.csv"
COLUMNS = "label, and file or SOPInstanceUID; optionally frame, patient and mask"


def read_label_table(folder: Path) -> list[Draft] | None:
    """A draft a row, or None when there is no ``labels.csv``. Images without a row are left out.

    Raises
    ------
    DataError
        When the table names a file that is missing, a label that is not known, a frame that is no
        number, or an image twice.
    """
    table = folder / TABLE_NAME
    if not table.is_file():
        return None
    rows = read_table(table, ("label",))
    if not {"file", "SOPInstanceUID"} & rows[0].keys():
        raise DataError(
            "the table names no images",
            path=table,
            received=sorted(rows[0]),
            remedy=f"Its columns are {COLUMNS}.",
        )
    by_uid = _by_uid(folder) if "file" not in rows[0] else {}
    drafts: dict[tuple[Path, int | None], Draft] = {}
    for row in rows:
        draft = _draft(folder, row, by_uid)
        if (draft.path, draft.frame) in drafts:
            raise DataError("the table names an image twice", path=table, received=_name(row))
        drafts[draft.path, draft.frame] = draft
    return list(drafts.values())


def _draft(folder: Path, row: dict[str, str], by_uid: dict[str, Path]) -> Draft:
    table = folder / TABLE_NAME
    finding = finding_of(row["label"])
    if finding is None:
        raise DataError(
            "a label is not known",
            path=table,
            received=row["label"],
            remedy="Labels are " + names_of_classes() + ".",
        )
    path = folder / row["file"] if "file" in row else by_uid.get(row["SOPInstanceUID"])
    if not _name(row) or path is None or not path.is_file():
        raise _missing(table, _name(row))
    mask = folder / row["mask"] if row.get("mask") else None
    if mask is not None and not mask.is_file():
        raise _missing(table, row["mask"])
    patient = row.get("patient", "")
    return Draft(
        path,
        finding,
        mask=mask,
        patient=hashed(patient) if patient else "",
        frame=_frame(table, row.get("frame", "")),
    )


def _name(row: dict[str, str]) -> str:
    return row["file"] if "file" in row else row["SOPInstanceUID"]


def _missing(table: Path, name: str) -> DataError:
    return DataError(
        "the table names a file that is not there",
        path=table,
        received=name,
        remedy="Names are below the table's folder, with forward slashes.",
    )


def _frame(table: Path, text: str) -> int | None:
    """Frame from 0; the table counts from 1 as the application does."""
    if not text:
        return None
    if not text.isdecimal() or int(text) < 1:
        raise DataError("a frame is not a number from 1", path=table, received=text)
    return int(text) - 1


def _by_uid(folder: Path) -> dict[str, Path]:
    """SOP Instance UID -> file; files that cannot be read are nobody's."""
    found: dict[str, Path] = {}
    for path in list_images(folder):
        try:
            found[dicom_facts(path).sop_instance_uid] = path
        except TumorViewError:
            continue
    return found
