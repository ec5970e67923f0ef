"""What the rows of the study list say, and what a search finds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tumorview.domain.frames import ImageGeometry
from tumorview.domain.source import SourceRef
from tumorview.domain.study import (
    FrameInfo,
    PatientInfo,
    Series,
    SeriesNotice,
    SliceOrder,
    Study,
)
from tumorview.ui.browser.rows import Node, SeriesRow, filtered, row_text, tree_of
from tumorview.ui.browser.shelf import OpenStudy
from tumorview.ui.series_model import series_facts

JANE = PatientInfo("Doe^Jané", "ID-77")
RITA = PatientInfo("Roe^Rita", "ID-88")


def series(description: str, modality: str = "MR", count: int = 3, uid: str = "1") -> Series:
    frames = tuple(
        FrameInfo(SourceRef(Path("f") / f"{k}", "s", uid, f"{uid}.{k}"), 4, 4, ImageGeometry())
        for k in range(count)
    )
    return Series(uid, modality, description, 1, frames, SliceOrder.POSITION)


def study(patient: PatientInfo, description: str, *members: Series) -> Study:
    return Study(description, description, "20210203", patient, members, "ACC-5")


NODES = tree_of(
    [
        OpenStudy(1, study(JANE, "Head", series("T1 axial"), series("FLAIR axial", uid="2"))),
        OpenStudy(2, study(RITA, "Brain", series("Routine", "CT", 1, uid="3"))),
        OpenStudy(3, study(JANE, "Follow-up", series("T1 coronal", uid="4"))),
    ],
    2,
)


def titles(nodes: tuple[Node, ...], *, hidden: bool = False) -> list[str]:
    found = []
    for node in nodes:
        found.append(row_text(node.row, hidden=hidden).partition("\n")[0])
        found += titles(node.children, hidden=hidden)
    return found


def found(text: str, *, hidden: bool = False) -> list[str]:
    return [
        t
        for t in titles(filtered(NODES, text, hidden=hidden), hidden=hidden)
        if t in {"T1 axial", "FLAIR axial", "Routine", "T1 coronal"}
    ]


def test_studies_stand_below_their_patient_in_the_order_of_opening() -> None:
    assert titles(NODES) == [
        "Doe Jané", "Head", "T1 axial", "FLAIR axial", "Follow-up", "T1 coronal",
        "Roe Rita", "Brain", "Routine", "2 files could not be read",
    ]  # fmt: skip


def test_a_study_says_its_date_modalities_and_counts() -> None:
    assert row_text(NODES[0].children[0].row, hidden=False) == (
        "Head\n2021-02-03 · MR · 2 series · 6 images"
    )
    assert row_text(NODES[1].children[0].row, hidden=False).endswith("CT · 1 series · 1 image")


def test_hidden_identity_leaves_nothing_of_the_patient() -> None:
    said = "\n".join(titles(NODES, hidden=True))
    assert "Patient 1" in said
    assert "Patient 2" in said
    for secret in ("Doe", "Jan", "Roe", "ID-77"):
        assert secret not in said
        assert not any(secret in row_text(node.row, hidden=True) for node in NODES)


def test_names_of_files_and_folders_are_hidden_with_identity() -> None:
    picture = replace(
        series("Doe Jane scans"), series_instance_uid=None, modality="", order=SliceOrder.FILE_NAME
    )
    one = Study(None, "Doe Jane scans", "", PatientInfo(), (picture,))
    nodes = tree_of([OpenStudy(1, one)], 0)
    assert "Doe" in " ".join(titles(nodes))
    assert titles(nodes, hidden=True) == ["No patient named", "Images without a study", "Images"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("t1", ["T1 axial", "T1 coronal"]),
        ("jane", ["T1 axial", "FLAIR axial", "T1 coronal"]),
        ("JANÉ coronal", ["T1 coronal"]),
        ("axial head", ["T1 axial", "FLAIR axial"]),
        ("ct", ["Routine"]),
        ("id-88", ["Routine"]),
        ("2021-02", ["T1 axial", "FLAIR axial", "T1 coronal", "Routine"]),
        ("acc-5 brain", ["Routine"]),
        ("nothing like it", []),
        ("  ", ["T1 axial", "FLAIR axial", "T1 coronal", "Routine"]),
    ],
)
def test_a_search_finds_rows_that_have_every_word_in_them_or_above(
    text: str, expected: list[str]
) -> None:
    assert found(text) == expected


def test_a_search_does_not_tell_what_is_hidden() -> None:
    assert found("jane", hidden=True) == []
    assert found("acc-5", hidden=True) == []
    assert filtered(NODES, "flair", hidden=True) == (), "a description may hold a name"
    assert titles(filtered(NODES, "ct", hidden=True), hidden=True)[-1] == "Series 1"


def test_a_part_of_a_split_series_says_which_and_the_notices_follow() -> None:
    part = replace(
        series("T2"), split="echo 2", sequence="spin echo TE 90", notices=(SeriesNotice.SPLIT,)
    )
    assert series_facts(part) == "MR · echo 2 · 3 images"
    row = SeriesRow(1, study(JANE, "Head", part), part)
    assert row_text(row, hidden=False).splitlines() == [
        "T2", "MR · echo 2 · 3 images", "spin echo TE 90", "One of several parts of a series",
    ]  # fmt: skip
