"""Names that are proposed for files, and names that are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tumorview.domain.frames import ImageGeometry
from tumorview.domain.source import SourceRef
from tumorview.domain.study import FrameInfo, Series, SliceOrder
from tumorview.ui.takeaway.names import name_problem, numbered, proposed_name, safe_name


def series(modality: str = "MR", number: int | None = 4, description: str = "T1 of Doe") -> Series:
    frame = FrameInfo(SourceRef(Path("Doe") / "jane.dcm"), 8, 8, ImageGeometry())
    return Series("1.2.3", modality, description, number, (frame,), SliceOrder.POSITION)


@pytest.mark.parametrize(
    ("one", "index", "hidden", "expected"),
    [
        (series(), 0, False, "MR series 4 T1 of Doe image 001"),
        (series(), 0, True, "MR series 4 image 001"),
        (series(), None, True, "MR series 4"),
        (series(number=None, description=""), 1233, False, "MR image 1234"),
        (series("", None, ""), 2, False, "Image 003"),
        (series("", None, "Doe"), 2, True, "Image 003"),
        (series("", None, ""), None, True, "Images"),
    ],
)
def test_a_name_tells_the_image_and_not_who(
    one: Series, index: int | None, hidden: bool, expected: str
) -> None:
    assert proposed_name(one, index, hide_identity=hidden) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("T1/T2: a*b?", "T1 T2 a b"),
        ("..\\..\\etc", "etc"),
        ("line\nbreak\ttab", "line break tab"),
        (" . ", "Image"),
        ("Schädel 头", "Schädel 头"),
    ],
)
def test_a_description_becomes_a_name_that_every_system_takes(text: str, expected: str) -> None:
    assert safe_name(text) == expected
    assert not name_problem(safe_name(text))


def test_a_long_description_is_cut() -> None:
    name = safe_name("long " * 100)
    assert len(name) <= 80
    assert name == name.strip()


def test_files_of_a_series_sort_by_their_place() -> None:
    assert numbered("a", [0, 9, 99], "png") == ("a 001.png", "a 010.png", "a 100.png")
    thousands = numbered("a", [8, 1000], "tif")
    assert thousands == ("a 0009.tif", "a 1001.tif")
    assert sorted(thousands) == list(thousands)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "Give the file a name"),
        ("   ", "Give the file a name"),
        ("a/b", "cannot hold '/'"),
        ("a\\b", "cannot hold"),
        ("a\0b", "control characters"),
        (".hidden", "begin or end with a full stop"),
        ("a.", "begin or end with a full stop"),
    ],
)
def test_a_name_that_no_file_can_have_is_refused(name: str, words: str) -> None:
    assert words in name_problem(name)


def test_a_plain_name_is_taken() -> None:
    assert name_problem("CT series 2 image 015.v2") == ""
