"""The rows of the study list and what they say. Pure functions of what lies open."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from tumorview.domain.study import Series, Study, patient_key
from tumorview.ui.browser.shelf import OpenStudy
from tumorview.ui.language import local, plural, tr, tr_noop
from tumorview.ui.series_model import (
    failures_text,
    series_facts,
    series_notices,
    series_title,
)
from tumorview.ui.viewport.corner_text import date_text

NO_STUDY = tr_noop("Images without a study")


@dataclass(frozen=True, slots=True)
class PatientRow:
    """Heading of a patient; `place` counts patients from 1 and stands in for a hidden name."""

    key: tuple[str, ...]
    name: str
    patient_id: str
    place: int


@dataclass(frozen=True, slots=True)
class StudyRow:
    """Heading of a study."""

    number: int
    study: Study


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series; `study_number` is the number of its study."""

    study_number: int
    study: Study
    series: Series

    @property
    def key(self) -> tuple[int, tuple[str, ...]]:
        """What stays the same while more files are found."""
        return self.study_number, self.series.key


@dataclass(frozen=True, slots=True)
class FailuresRow:
    """So many files could not be read."""

    count: int


Row = PatientRow | StudyRow | SeriesRow | FailuresRow


@dataclass(frozen=True, slots=True)
class Node:
    """A row and those below it."""

    row: Row
    children: tuple[Node, ...] = ()


def tree_of(studies: Sequence[OpenStudy], failure_count: int) -> tuple[Node, ...]:
    """Patients in the order in which they were opened, each with its studies and their series."""
    patients: dict[tuple[str, ...], list[OpenStudy]] = {}
    for one in studies:
        # PNG and JPEG files name nobody; they stand together.
        patients.setdefault(patient_key(one.study.patient), []).append(one)
    nodes = []
    for place, (key, members) in enumerate(patients.items(), start=1):
        patient = members[0].study.patient
        name = patient.name.replace("^", " ").strip()
        heading = PatientRow(key, " ".join(name.split()), patient.patient_id, place)
        nodes.append(Node(heading, tuple(_study_node(one) for one in members)))
    if failure_count:
        nodes.append(Node(FailuresRow(failure_count)))
    return tuple(nodes)


def _study_node(one: OpenStudy) -> Node:
    series = (Node(SeriesRow(one.number, one.study, series)) for series in one.study.series)
    return Node(StudyRow(one.number, one.study), tuple(series))


def patient_title(row: PatientRow, *, hidden: bool) -> str:
    """Who it is, or which of the patients while identity is hidden."""
    if row.key == ("name", ""):
        return tr("No patient named")
    if hidden:
        return tr("Patient {number}", number=row.place)
    return row.name or row.patient_id


def patient_facts(row: PatientRow, *, hidden: bool) -> str:
    """The Patient ID, where it is not the title."""
    return "" if hidden or not row.name else row.patient_id


def study_title(study: Study, *, hidden: bool) -> str:
    """Description of a study, or what can be said in its place; it may hold a name."""
    if study.study_instance_uid is None:
        return local(NO_STUDY)
    return (study.description if not hidden else "") or tr("Study")


def study_facts(study: Study) -> str:
    """Date, modalities, and how much there is."""
    modalities = ", ".join(dict.fromkeys(s.modality for s in study.series if s.modality))
    frames = sum(len(series.frames) for series in study.series)
    parts = (
        date_text(study.date),
        modalities,
        plural("{n} series", "{n} series", len(study.series)),
        plural("{n} image", "{n} images", frames),
    )
    return " · ".join(part for part in parts if part)


def row_text(row: Row, *, hidden: bool) -> str:
    """All that a row says, a line each: for the screen reader and the tool tip."""
    match row:
        case PatientRow():
            parts = [patient_title(row, hidden=hidden), patient_facts(row, hidden=hidden)]
        case StudyRow():
            parts = [study_title(row.study, hidden=hidden), study_facts(row.study)]
        case SeriesRow():
            parts = [
                series_title(row.series, hidden=hidden),
                series_facts(row.series),
                row.series.sequence,
                series_notices(row.series),
            ]
        case FailuresRow():
            parts = [failures_text(row.count)]
    return "\n".join(part for part in parts if part)


def filtered(nodes: Sequence[Node], text: str, *, hidden: bool) -> tuple[Node, ...]:
    """What matches every word of `text`, each in the row or in one above it.

    Upper and lower case and accents count as alike. While identity is hidden it is not searched:
    whether a name is found would tell it.
    """
    words = plain(text).split()
    if not words:
        return tuple(nodes)
    return _matching(nodes, words, "", hidden=hidden)


def _matching(
    nodes: Sequence[Node], words: Sequence[str], above: str, *, hidden: bool
) -> tuple[Node, ...]:
    found = []
    for node in nodes:
        said = f"{above}\n{_searched(node.row, hidden=hidden)}"
        if isinstance(node.row, FailuresRow):
            continue
        if all(word in said for word in words):
            found.append(node)
            continue
        children = _matching(node.children, words, said, hidden=hidden)
        if children:
            found.append(Node(node.row, children))
    return tuple(found)


def _searched(row: Row, *, hidden: bool) -> str:
    extra = ""
    if isinstance(row, StudyRow):
        extra = f"{row.study.date}\n{row.study.accession_number if not hidden else ''}"
    elif isinstance(row, SeriesRow):
        number = row.series.number
        extra = "" if number is None else tr("series {number}", number=number)
    return plain(f"{row_text(row, hidden=hidden)}\n{extra}")


def plain(text: str) -> str:
    """`text` without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
