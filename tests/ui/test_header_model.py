"""The tree of data elements without a window: what is shown, found and masked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tumorview.domain.header_listing import HeaderListing, HeaderRow, RowKind
from tumorview.ui.header.model import MASK, Column, HeaderModel
from tumorview.ui.header.search import search_for

ELEMENT, ITEM, REMARK = RowKind.ELEMENT, RowKind.ITEM, RowKind.REMARK

ROWS = (
    HeaderRow(ELEMENT, 0, -1, 0x00100010, "PN", 1, "PatientName", "Patient's Name", "Doe^Jane", 8,
              identifies=True),
    HeaderRow(ELEMENT, 0, -1, 0x00191008, "SQ", 1, "", "Private element", "1 item", 20,
              creator="MAKER", is_private=True),
    HeaderRow(ITEM, 1, 1, 0xFFFEE000, name="Item 1", value="1 element"),
    HeaderRow(ELEMENT, 2, 2, 0x00280010, "US", 1, "Rows", "Rows", "7", 2),
    HeaderRow(ELEMENT, 0, -1, 0x00280010, "US", 1, "Rows", "Rows", "512", 2),
    HeaderRow(ELEMENT, 0, -1, 0x00281050, "DS", 1, "WindowCenter", "Window Center", "<b>40</b>", 2),
    HeaderRow(ELEMENT, 0, -1, 0x52009230, "SQ", 1, "PerFrameFunctionalGroupsSequence",
              "Per-Frame Functional Groups Sequence", "9 items", 20),
    HeaderRow(ITEM, 1, 6, 0xFFFEE000, name="Item 1", value="2 elements"),
    HeaderRow(ELEMENT, 2, 7, 0x00180081, "DS", 1, "EffectiveEchoTime", "Effective Echo Time", "90"),
    HeaderRow(ELEMENT, 2, 7, 0x00180080, "DS", 1, "RepetitionTime", "Repetition Time", "2300"),
    HeaderRow(REMARK, 1, 6, value="And 8 more items.", is_broken=True),
)  # fmt: skip


@pytest.fixture
def model(qtbot: QtBot) -> HeaderModel:
    made = HeaderModel()
    # Complains of any answer that contradicts another, also during the changes of a test.
    made.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        made, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    made.set_listing(HeaderListing(Path("a.dcm"), ROWS, 8))
    return made


def shown(model: HeaderModel) -> list[str]:
    """Tag and value of every row from the top down, indented by level."""

    def walk(parent: QModelIndex, level: int) -> Iterator[str]:
        for line in range(model.rowCount(parent)):
            index = model.index(line, 0, parent)
            value = model.index(line, Column.VALUE, parent).data()
            yield "  " * level + f"{index.data()} {value}".strip()
            yield from walk(index, level + 1)

    return list(walk(QModelIndex(), 0))


def test_rows_lie_in_their_sequences_and_items(model: HeaderModel) -> None:
    assert shown(model) == [
        "(0010,0010) Doe^Jane",
        "(0019,1008) 1 item",
        "  Item 1 1 element",
        "    (0028,0010) 7",
        "(0028,0010) 512",
        "(0028,1050) <b>40</b>",
        "(5200,9230) 9 items",
        "  Item 1 2 elements",
        "    (0018,0081) 90",
        "    (0018,0080) 2300",
        "  And 8 more items.",
    ]


@pytest.mark.parametrize(
    "typed",
    ["0018,0080", "(0018,0080)", "00180080", "repetitiontime", "Repetition Time", "2300", ",0080"],
)
def test_tag_keyword_name_and_value_find_an_element_and_what_it_lies_in(
    model: HeaderModel, typed: str
) -> None:
    model.set_search(search_for(typed))
    assert shown(model) == [
        "(5200,9230) 9 items",
        "  Item 1 2 elements",
        "    (0018,0080) 2300",
    ]
    assert len(model.found) == 1


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        *[("", 8), ("   ", 8), ("0028", 3), ("0028,", 3), ("0028,00", 2), ("ROWS", 2)],
        *[("echo effective", 1), ("echo window", 0), ("maker", 1), ("item", 2), ("ffff", 0)],
    ],
)
def test_a_search_finds_that_many_elements(model: HeaderModel, typed: str, count: int) -> None:
    model.set_search(search_for(typed))
    assert len(model.found) == count


def test_a_sequence_that_is_found_shows_all_that_lies_in_it(model: HeaderModel) -> None:
    model.set_search(search_for("functional"))
    assert shown(model) == [
        "(5200,9230) 9 items",
        "  Item 1 2 elements",
        "    (0018,0081) 90",
        "    (0018,0080) 2300",
        "  And 8 more items.",
    ]
    assert len(model.found) == 1


def test_without_private_elements_what_lies_in_them_is_left_out_too(model: HeaderModel) -> None:
    model.set_shows_private(False)
    assert "(0019,1008) 1 item" not in shown(model)
    assert "    (0028,0010) 7" not in shown(model)
    assert "(0028,0010) 512" in shown(model)
    assert len(model.found) == 6


def test_a_hidden_value_is_masked_unspoken_and_cannot_be_searched_for(model: HeaderModel) -> None:
    model.set_shows_identity(False)
    index = model.index(0, Column.VALUE)
    assert index.data() == MASK
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "hidden"
    assert "Jane" not in index.data(Qt.ItemDataRole.ToolTipRole)
    model.set_search(search_for("jane"))
    assert shown(model) == []
    model.set_search(search_for("patient"))
    assert shown(model) == [f"(0010,0010) {MASK}"]
    model.set_shows_identity(True)
    assert shown(model) == ["(0010,0010) Doe^Jane"]


def test_a_tool_tip_tells_the_facts_and_takes_no_value_for_markup(model: HeaderModel) -> None:
    tip = model.index(3, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "(0028,1050) WindowCenter<br>VR DS, VM 1, 2 bytes<br>&lt;b&gt;40&lt;/b&gt;"


def test_a_row_is_found_again_in_another_listing(model: HeaderModel) -> None:
    item = model.index(0, 0, model.index(4, 0))
    key = model.key(model.index(1, 0, item))
    fewer = tuple(r for r in ROWS if r.level == 0 and r.vr != "SQ")
    model.set_listing(HeaderListing(Path("b.dcm"), fewer, len(fewer)))
    assert not model.find(key).isValid()
    model.set_listing(HeaderListing(Path("c.dcm"), ROWS, 8))
    assert model.find(key).data() == "(0018,0080)"
    assert not model.find(()).isValid()


def test_no_listing_has_no_rows(model: HeaderModel) -> None:
    model.set_listing(None)
    assert shown(model) == []
    assert model.found == []


def test_hidden_values_are_not_found_by_a_word_that_stands_in_another_row(
    model: HeaderModel,
) -> None:
    model.set_shows_identity(False)
    model.set_search(search_for("patient jane"))
    assert model.found == []
    model.set_search(search_for("512"))
    assert shown(model) == ["(0028,0010) 512"]
