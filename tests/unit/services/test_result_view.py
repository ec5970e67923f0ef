from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.stepped_scan import RECIPE, done, failed, record, refused, write_journal
from tests.ui.models import LABELS, answer, decided
from tumorview.cancel import CancelToken
from tumorview.domain.events import ScanItem
from tumorview.domain.prediction import Caution
from tumorview.domain.source import SourceRef
from tumorview.errors import Cancelled, TumorViewError
from tumorview.reporting.csv_columns import RowFacts
from tumorview.reporting.csv_report import CsvReport
from tumorview.reporting.errors import OutputError
from tumorview.services import result_view
from tumorview.services.journal import FileRecord, Journal, JournalError, journal_path
from tumorview.services.result_query import Arrangement, ResultQuery
from tumorview.services.result_rows import (
    ResultRow,
    RowState,
    SortColumn,
    result_of_cells,
    result_row,
)
from tumorview.services.result_source import ResultSource
from tumorview.services.result_view import ResultView

TOKEN = CancelToken()
ROWS = (
    done("b.dcm", "Glioma", 0.6),
    failed("C.dcm"),
    done("a.dcm", "Meningioma", 0.8, cautions=("uncertain", "mosaic")),
    refused("d.dcm"),
    done("folder/Ä.dcm", "Glioma", 0.6, decision="Tumour suspected"),
)


@pytest.fixture(autouse=True)
def short_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the few rows of a test are several slices."""
    monkeypatch.setattr(result_view, "_SLICE", 2)


@pytest.fixture
def source(tmp_path: Path) -> Iterator[ResultSource]:
    made = write_journal(tmp_path / "out.csv", ROWS)
    yield made
    made.close()


def names(view: ResultView, arrangement: Arrangement | None) -> list[str]:
    assert arrangement is not None
    rows = {row.id: row.file for row in view.rows(arrangement.order.tolist(), TOKEN)}
    return [rows[one] for one in arrangement.order.tolist()]


def asked(source: ResultSource, query: ResultQuery) -> list[str]:
    view = ResultView(source)
    return names(view, view.arrange(query, TOKEN))


def test_rows_come_back_as_they_were_recorded(source: ResultSource) -> None:
    view = ResultView(source)
    order = view.arrange(ResultQuery(), TOKEN).order.tolist()
    found = {row.file: row for row in view.rows(order, TOKEN)}
    assert set(found) == {row.file for row in ROWS}
    third = found["a.dcm"]
    assert (third.predicted, third.probability) == ("Meningioma", 0.8)
    assert third.cautions == ("uncertain", "mosaic")
    assert third.path == b"a.dcm"
    assert found["d.dcm"].probability is None
    assert found["C.dcm"].reason == "The file is empty."


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ResultQuery(), "b C a d Ä"),
        (ResultQuery(descending=True), "Ä d a C b"),
        (ResultQuery(state=RowState.DONE), "b a Ä"),
        (ResultQuery(predicted="Glioma"), "b Ä"),
        (ResultQuery(caution="mosaic"), "a"),
        (ResultQuery(caution="mosa"), ""),
        (ResultQuery(text="FOLDER/ä"), "Ä"),
        (ResultQuery(text="EMPTY"), "C"),
        (ResultQuery(state=RowState.DONE, predicted="Glioma", text="b."), "b"),
        (ResultQuery(column=SortColumn.NAME), "a b C d Ä"),
        (ResultQuery(column=SortColumn.PROBABILITY), "C d b Ä a"),
        (ResultQuery(column=SortColumn.PROBABILITY, descending=True), "a Ä b d C"),
        (ResultQuery(column=SortColumn.STATE), "b a Ä C d"),
        (ResultQuery(column=SortColumn.NAME, state=RowState.DONE), "a b Ä"),
    ],
)
def test_queries_filter_and_sort(source: ResultSource, query: ResultQuery, expected: str) -> None:
    found = [Path(name).stem for name in asked(source, query)]
    assert found == expected.split()


def test_counts_are_of_all_rows_whatever_is_left_out(source: ResultSource) -> None:
    counts = ResultView(source).arrange(ResultQuery(text="nothing"), TOKEN).counts
    assert counts.states == {RowState.DONE: 3, RowState.REFUSED: 1, RowState.FAILED: 1}
    assert counts.predicted == (("Glioma", 2), ("Meningioma", 1))
    assert dict(counts.cautions) == {"uncertain": 1, "mosaic": 1, "modality_not_validated": 1}
    assert counts.said == {"decision"}


@pytest.mark.parametrize(
    "query",
    [
        ResultQuery(),
        ResultQuery(descending=True),
        ResultQuery(state=RowState.DONE),
        ResultQuery(column=SortColumn.PROBABILITY),
        ResultQuery(column=SortColumn.NAME, descending=True),
        ResultQuery(column=SortColumn.STATE, text="1"),
    ],
)
def test_a_view_that_follows_a_scan_ends_where_one_that_begins_now_does(
    tmp_path: Path, query: ResultQuery
) -> None:
    random.seed(4)
    source = write_journal(tmp_path / "out.csv", ROWS)
    view = ResultView(source)
    followed = names(view, view.arrange(query, TOKEN))
    made = [done(f"{i}.dcm", "Glioma", random.randrange(9) / 10) for i in range(20)]
    made += [failed(f"{i}.png") for i in range(5)]
    random.shuffle(made)
    with (
        Journal(journal_path(tmp_path / "out.csv"), resume=True) as journal,
        source.reading(journal),
    ):
        for start in range(0, len(made), 4):
            for row in made[start : start + 4]:
                record(journal, row)
            news = view.refresh(TOKEN)
            if news is not None:
                followed = names(view, news)
            assert view.refresh(TOKEN) is None
    assert followed == asked(source, query)
    assert len(followed) >= 3
    source.close()


def test_rows_that_are_added_leave_those_before_as_they_are(tmp_path: Path) -> None:
    source = write_journal(tmp_path / "out.csv", ROWS)
    view = ResultView(source)
    before = view.arrange(ResultQuery(), TOKEN).order
    with (
        Journal(journal_path(tmp_path / "out.csv"), resume=True) as journal,
        source.reading(journal),
    ):
        record(journal, done("new.dcm"))
        news = view.refresh(TOKEN)
    assert news is not None
    assert news.is_merge
    assert news.kept == len(before)
    assert news.order[: news.kept].tolist() == before.tolist()
    assert news.changed == frozenset()
    source.close()


def test_a_file_that_is_done_again_keeps_its_line_and_says_something_else(tmp_path: Path) -> None:
    source = write_journal(tmp_path / "out.csv", ROWS)
    view = ResultView(source)
    before = view.arrange(ResultQuery(), TOKEN).order.tolist()
    with (
        Journal(journal_path(tmp_path / "out.csv"), resume=True) as journal,
        source.reading(journal),
    ):
        record(journal, done("C.dcm", "Meningioma", 0.7))
        news = view.refresh(TOKEN)
    assert news is not None
    assert news.order.tolist() == before
    assert news.changed == frozenset({before[1]})
    assert view.rows([before[1]], TOKEN)[0].predicted == "Meningioma"
    source.close()


def test_rows_that_go_away_are_left_out(tmp_path: Path) -> None:
    source = write_journal(tmp_path / "out.csv", ROWS)
    view = ResultView(source)
    view.arrange(ResultQuery(), TOKEN)
    with (
        Journal(journal_path(tmp_path / "out.csv"), resume=True) as journal,
        source.reading(journal),
    ):
        journal.record(b"a.dcm", FileRecord("b", RECIPE, 0, 0), [])
        record(journal, done("z.dcm"))
        assert "a.dcm" not in names(view, view.refresh(TOKEN))
    source.close()


def test_what_is_no_longer_listed_or_made_otherwise_is_not_shown(tmp_path: Path) -> None:
    source = write_journal(tmp_path / "out.csv", ROWS)
    with Journal(journal_path(tmp_path / "out.csv"), resume=True) as journal:
        journal.list_files([b"a.dcm", b"d.dcm"])
        journal.show_results_of(RECIPE)
    assert asked(source, ResultQuery()) == ["a.dcm", "d.dcm"]
    source.close()
    with Journal(journal_path(tmp_path / "out.csv"), resume=True) as journal:
        journal.show_results_of("another recipe")
        assert journal.ask("SELECT count(*) FROM results WHERE visible") == [(0,)]
        journal.list_files([b"a.dcm", b"b.dcm"])
        journal.show_results_of(RECIPE)
    assert sorted(asked(source, ResultQuery())) == ["a.dcm", "b.dcm"]
    source.close()


def test_a_journal_begun_anew_replaces_what_was_seen(tmp_path: Path) -> None:
    source = write_journal(tmp_path / "out.csv", ROWS)
    view = ResultView(source)
    view.arrange(ResultQuery(), TOKEN)
    source.close()
    write_journal(tmp_path / "out.csv", [done("only.dcm")])
    assert names(view, view.refresh(TOKEN)) == ["only.dcm"]
    source.close()


def test_a_journal_begun_anew_that_has_grown_longer_is_shown_as_it_is_now(tmp_path: Path) -> None:
    source = write_journal(tmp_path / "out.csv", ROWS)
    view = ResultView(source)
    before = view.arrange(ResultQuery(), TOKEN).order.tolist()
    source.close()
    anew = [done(f"{number}.dcm") for number in range(len(ROWS) + 3)]
    write_journal(tmp_path / "out.csv", anew)
    news = view.refresh(TOKEN)
    assert names(view, news) == [row.file for row in anew]
    assert news is not None
    assert news.changed is None or news.changed >= frozenset(before)
    source.close()


def test_a_table_without_a_journal_has_no_rows(tmp_path: Path) -> None:
    arrangement = ResultView(ResultSource(tmp_path / "none.csv")).arrange(ResultQuery(), TOKEN)
    assert arrangement.order.tolist() == []
    assert arrangement.counts.total == 0


def test_a_query_can_be_given_up(source: ResultSource) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        ResultView(source).arrange(ResultQuery(column=SortColumn.NAME), token)


def test_a_scan_can_take_the_journal_while_somebody_has_read_it(source: ResultSource) -> None:
    view = ResultView(source)
    view.arrange(ResultQuery(), TOKEN)
    with source.held(), Journal(journal_path(source.csv_path), resume=True) as journal:
        record(journal, done("new.dcm"))
        assert view.refresh(TOKEN) is None, "nothing seems to have gone away meanwhile"
        with source.reading(journal):
            assert source.query("SELECT count(*) FROM results") == [(6,)]
    assert source.query("SELECT count(*) FROM results") == [(6,)]


def test_the_journal_of_a_scan_elsewhere_is_said_to_be_in_use(source: ResultSource) -> None:
    with Journal(journal_path(source.csv_path), resume=True) as journal:
        record(journal, done("new.dcm"))
        with pytest.raises(OutputError, match="another scan is writing here"):
            source.query("SELECT count(*) FROM results")


@pytest.mark.parametrize("content", [b"not a database, at all" * 100, b""])
def test_a_file_that_is_no_journal_is_said_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = journal_path(tmp_path / "out.csv")
    path.write_bytes(content)
    with pytest.raises(JournalError, match=r"out\.csv\.journal"):
        ResultSource(tmp_path / "out.csv").query("SELECT 1 FROM results")
    assert path.read_bytes() == content


def test_what_a_killed_scan_left_can_be_read(tmp_path: Path) -> None:
    killed = tmp_path / "killed"
    killed.mkdir()
    with Journal(journal_path(tmp_path / "out.csv"), resume=False) as journal:
        record(journal, done("a.dcm"))
        journal.commit()
        for file in tmp_path.glob("out.csv.journal*"):
            (killed / file.name).write_bytes(file.read_bytes())
    assert journal_path(killed / "out.csv").with_name("out.csv.journal-wal").exists()
    source = ResultSource(killed / "out.csv")
    assert asked(source, ResultQuery()) == ["a.dcm"]
    source.close()


def test_rows_name_nobody_in_a_log() -> None:
    row: Sequence[ResultRow] = [done("Doe John/1.dcm")]
    assert "Doe" not in repr(row)


def test_a_row_of_another_machine_says_the_same_as_one_of_this() -> None:
    labels = ["glioma", "meningioma", "pituitary", "no_tumor"]
    names = {label.id: label.name for label in LABELS}
    report = CsvReport(labels)
    answers = (
        answer((0.1, 0.7, 0.1, 0.1), cautions=(Caution.UNCERTAIN, Caution.MOSAIC)),
        answer(
            (0.5, 0.3, 0.1, 0.1),
            decision=decided(0.9),
            prediction_set=("glioma", "meningioma"),
            evidence="Weak: one source.",
        ),
        answer(cautions=(Caution.MODALITY_NOT_VALIDATED,), refused=True),
        TumorViewError("the file is empty"),
    )
    item = ScanItem(SourceRef(Path("in/=a.dcm"), frame_number=3), "", "", "CT", "")
    for said in answers:
        facts = RowFacts(
            item=item,
            relative_path=Path("=a.dcm"),
            prediction=None if isinstance(said, TumorViewError) else said,
            error=said if isinstance(said, TumorViewError) else None,
            heatmap_path=None,
            model_id="m",
            model_sha256="",
            app_version="",
            timestamp="",
        )
        cells = dict(zip(report.header, report.row(facts), strict=True))
        assert result_of_cells(cells, names) == result_row(facts)
