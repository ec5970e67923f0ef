"""Whether two studies are of one patient, as far as their headers tell."""

from __future__ import annotations

from tumorview.domain.study import PatientInfo

OTHER_ID = "The patient IDs differ."
NO_ID = "A patient ID is missing."
OTHER_BIRTH_DATE = "The patient IDs are the same, but the birth dates differ."
OTHER_NAME = "The patient IDs are the same, but the names differ."
DOUBTS = (OTHER_ID, NO_ID, OTHER_BIRTH_DATE, OTHER_NAME)


def doubt_about(one: PatientInfo, other: PatientInfo) -> str:
    """Why the two may not be one patient, "" where nothing speaks against it.

    The words tell nobody who either of them is.
    """
    if not one.patient_id or not other.patient_id:
        return NO_ID
    if one.patient_id != other.patient_id:
        return OTHER_ID
    if one.birth_date and other.birth_date and one.birth_date != other.birth_date:
        return OTHER_BIRTH_DATE
    if _plain(one.name) and _plain(other.name) and _plain(one.name) != _plain(other.name):
        return OTHER_NAME
    return ""


def _plain(name: str) -> str:
    """A name without case, and without what stands between its parts (PS3.5 6.2.1)."""
    first_group = name.split("=", maxsplit=1)[0]
    return " ".join(first_group.replace("^", " ").casefold().split())
