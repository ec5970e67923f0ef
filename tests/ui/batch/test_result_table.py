from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.qtbot import QtBot

from tests.stepped_scan import RECIPE, done, failed, record, refused, write_journal
from tumorview.services import result_view
from tumorview.services.journal import FileRecord, Journal, journal_path
from tumorview.services.result_query import ResultQuery
from tumorview.services.result_rows import ResultRow, RowState
from tumorview.services.result_source import ResultSource
from tumorview.ui.batch.reader import ResultReader
from tumorview.ui.batch.table_columns import COLUMNS, caution_title
from tumorview.ui.batch.table_model import HELD_ROWS, ResultTableModel
from tumorview.ui.batch.table_view import ResultTable

ROWS = (
    done("b.dcm", "Glioma", 0.6),
    failed("c.dcm"),
    done("a.dcm", "Meningioma", 0.8),
    refused("d.dcm"),
)


class Shown:
    """A table in a window, with the reader that fills it."""

    def __init__(self, qtbot: QtBot, source: ResultSource) -> None:
        self._qtbot = qtbot
        self.source = source
        self.query = ResultQuery()
        self.model = ResultTableModel()
        self.table = ResultTable(self.model)
        self.reader = ResultReader()
        self.reader.arranged.connect(self.table.show_arrangement)
        self.reader.rows_read.connect(self.model.take_rows)
        self.model.rows_wanted.connect(self.reader.want)
        self.model.sort_wished.connect(self._sort)
        self.table.resize(900, 400)
        self.table.show()
        with qtbot.waitSignal(self.reader.arranged):
            self.reader.set_source(source, self.query)

    def _sort(self, column: object, descending: bool) -> None:
        self.ask(column=column, descending=descending)

    def ask(self, **changes: object) -> None:
        self.query = replace(self.query, **changes)  # type: ignore[arg-type]
        with self._qtbot.waitSignal(self.reader.arranged):
            self.reader.ask(self.query)

    def look_again(self) -> None:
        with self._qtbot.waitSignal(self.reader.arranged):
            self.reader.set_live(False)

    def cells(self, heading: str) -> list[str]:
        """What a column says, once all its rows are there."""
        column = next(i for i, c in enumerate(COLUMNS) if c.heading == heading)
        lines = range(self.model.rowCount())
        for line in lines:
            self.model.index(line, 0).data()
        self._qtbot.waitUntil(lambda: all(self.model.row(line) is not None for line in lines))
        return [str(self.model.index(line, column).data()) for line in lines]


Show = Callable[[ResultSource], Shown]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    made: list[Shown] = []

    def make(source: ResultSource) -> Shown:
        shown = Shown(qtbot, source)
        made.append(shown)
        return shown

    yield make
    for shown in made:
        assert shown.reader.shutdown()
        shown.source.close()
        shown.table.close()
        shown.table.deleteLater()


@pytest.fixture
def shown(show: Show, tmp_path: Path) -> Shown:
    return show(write_journal(tmp_path / "out.csv", ROWS))


def many(count: int) -> Iterator[ResultRow]:
    for number in range(count):
        yield done(f"{number:06d}.dcm", probability=number / count)


def test_each_row_says_what_happened(shown: Shown) -> None:
    assert shown.cells("File") == ["b.dcm", "c.dcm", "a.dcm", "d.dcm"]
    assert shown.cells("Status") == ["Done", "Failed", "Done", "No answer"]
    assert shown.cells("Predicted") == ["Glioma", "", "Meningioma", ""]
    assert shown.cells("Probability") == ["60.0 %", "", "80.0 %", ""]
    assert shown.cells("Reason") == ["", "The file is empty.", "", "Not validated for CT."]
    assert shown.cells("Cautions")[3] == "Modality not validated"
    assert caution_title("of a later version") == "of a later version"


def test_columns_that_say_nothing_are_hidden_until_they_do(show: Show, tmp_path: Path) -> None:
    shown = show(write_journal(tmp_path / "out.csv", ROWS))

    def hidden() -> set[str]:
        return {c.heading for i, c in enumerate(COLUMNS) if shown.table.isColumnHidden(i)}

    assert hidden() == {"Decision", "Left open", "Evidence"}
    with Journal(journal_path(tmp_path / "out.csv"), resume=True) as journal:
        record(journal, done("e.dcm", decision="Tumour suspected", evidence="Weak."))
    shown.look_again()
    assert hidden() == {"Left open"}


def test_a_click_on_a_heading_sorts_and_a_third_one_gives_the_scans_order_back(
    shown: Shown, qtbot: QtBot
) -> None:
    column = [c.heading for c in COLUMNS].index("Probability")
    with qtbot.waitSignal(shown.reader.arranged):
        shown.table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: shown.cells("Probability") == ["80.0 %", "60.0 %", "", ""])
    with qtbot.waitSignal(shown.reader.arranged):
        shown.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: shown.cells("File") == ["b.dcm", "c.dcm", "a.dcm", "d.dcm"])


def test_a_column_that_cannot_be_sorted_by_leaves_the_order_as_it_is(shown: Shown) -> None:
    header = shown.table.horizontalHeader()
    name, frame = ([c.heading for c in COLUMNS].index(one) for one in ("File", "Frame"))
    header.setSortIndicator(name, Qt.SortOrder.DescendingOrder)
    header.setSortIndicator(frame, Qt.SortOrder.AscendingOrder)
    assert header.sortIndicatorSection() == name
    assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_a_chosen_line_stays_chosen_when_the_table_is_sorted_filtered_and_grows(
    show: Show, tmp_path: Path
) -> None:
    shown = show(write_journal(tmp_path / "out.csv", ROWS))
    shown.table.selectRow(2)
    shown.ask(column="name")
    assert shown.table.currentIndex().row() == 0
    shown.ask(state=RowState.DONE)
    assert shown.table.currentIndex().row() == 0
    with Journal(journal_path(tmp_path / "out.csv"), resume=True) as journal:
        record(journal, done("0.dcm"))
    shown.look_again()
    assert shown.cells("File") == ["0.dcm", "a.dcm", "b.dcm"]
    assert shown.table.currentIndex().row() == 1
    assert [index.row() for index in shown.table.selectionModel().selectedRows()] == [1]
    shown.ask(state=RowState.FAILED)
    assert not shown.table.currentIndex().isValid()


def test_rows_that_a_scan_adds_do_not_move_what_is_on_screen(show: Show, tmp_path: Path) -> None:
    shown = show(write_journal(tmp_path / "out.csv", many(300)))
    shown.ask(column="probability", descending=True)
    bar = shown.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top = shown.model.id_of(shown.table.rowAt(0))
    offset = shown.table.rowViewportPosition(shown.table.rowAt(0))
    with Journal(journal_path(tmp_path / "out.csv"), resume=True) as journal:
        for number in range(20):
            record(journal, done(f"new{number}.dcm", probability=0.99))
    shown.look_again()
    assert shown.model.rowCount() == 320
    assert shown.model.id_of(shown.table.rowAt(0)) == top
    assert shown.table.rowViewportPosition(shown.table.rowAt(0)) == offset


def test_a_line_that_is_done_again_says_so_in_its_place(show: Show, tmp_path: Path) -> None:
    shown = show(write_journal(tmp_path / "out.csv", ROWS))
    assert shown.cells("Status")[1] == "Failed"
    with Journal(journal_path(tmp_path / "out.csv"), resume=True) as journal:
        record(journal, done("c.dcm"))
    shown.look_again()
    assert shown.cells("File") == ["b.dcm", "c.dcm", "a.dcm", "d.dcm"]
    assert shown.cells("Status")[1] == "Done"


def test_however_far_one_scrolls_few_rows_are_held(
    show: Show, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = 3 * HELD_ROWS
    path = journal_path(tmp_path / "out.csv")
    with Journal(path, resume=False) as journal:
        keys = [os.fsencode(row.file) for row in many(count)]
        journal.list_files(keys)
        done_once = FileRecord("a", RECIPE, 1, 0)
        for key, row in zip(keys, many(count), strict=True):
            journal.record(key, done_once, [["x"]], results=[replace(row, path=key)])
    shown = show(ResultSource(tmp_path / "out.csv"))
    assert shown.model.rowCount() == count
    asked: list[int] = []
    shown.model.rows_wanted.connect(lambda ids: asked.append(len(ids)))
    bar = shown.table.verticalScrollBar()
    most = 0
    for step in range(121):
        bar.setValue(bar.maximum() * step // 120)
        line = shown.table.rowAt(0)
        shown.table.viewport().repaint()
        qtbot.waitUntil(lambda line=line: shown.model.row(line) is not None)  # type: ignore[misc]
        most = max(most, shown.model.held_rows)
    last = shown.model.rowCount() - 1
    qtbot.waitUntil(lambda: shown.model.row(last) is not None)
    assert shown.model.index(last, 0).data() == f"{last:06d}.dcm"
    assert HELD_ROWS // 2 < most <= HELD_ROWS
    assert max(asked) < 1000


def test_the_journal_is_read_in_slices_off_the_gui_thread(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(result_view, "_SLICE", 70)
    source = write_journal(tmp_path / "out.csv", many(300))
    seen: list[tuple[int, int]] = []
    ask = source.query

    def watched(statement: str, values: object = ()) -> list[tuple[object, ...]]:
        answer = ask(statement, values)  # type: ignore[arg-type]
        ids = str(answer[0][0]).count(",") + 1 if "group_concat" in statement else len(answer)
        seen.append((threading.get_ident(), ids))
        return answer

    monkeypatch.setattr(source, "query", watched)
    shown = show(source)
    shown.ask(column="probability")
    assert shown.model.rowCount() == 300
    assert threading.get_ident() not in {thread for thread, _ in seen}
    assert max(ids for _, ids in seen) == 70


def test_the_table_keeps_qts_rules(shown: Shown, qtmodeltester: object) -> None:
    shown.cells("File")
    qtmodeltester.check(shown.model)  # type: ignore[attr-defined]
    assert shown.model.rowCount(shown.model.index(0, 0)) == 0
    assert shown.model.data(QModelIndex()) is None
    held = QPersistentModelIndex(shown.model.index(0, 2))
    shown.ask(column="name")
    assert shown.cells("File")[held.row()] == "b.dcm"


def test_a_source_that_cannot_be_read_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    journal_path(tmp_path / "out.csv").write_bytes(b"not a database at all" * 100)
    reader = ResultReader()
    with qtbot.waitSignal(reader.failed) as heard:
        reader.set_source(ResultSource(tmp_path / "out.csv"), ResultQuery())
    assert heard.args is not None
    assert "out.csv.journal" in str(heard.args[0].sentence())
    assert reader.shutdown()
