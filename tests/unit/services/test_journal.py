from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tumorview.reporting.errors import OutputError
from tumorview.services.journal import FileRecord, Journal, JournalError, journal_path

DONE = FileRecord(sha256="a" * 64, recipe="r", frames=2, failed=0)
FAILED = FileRecord(sha256="b" * 64, recipe="r", frames=1, failed=1)


def test_the_journal_lies_beside_the_csv() -> None:
    assert journal_path(Path("x/out.csv")) == Path("x/out.csv.journal")


def test_rows_come_in_the_order_of_the_listing_not_of_the_writing(tmp_path: Path) -> None:
    with Journal(tmp_path / "j", resume=False) as journal:
        journal.list_files([b"z", b"a", b"m"])
        journal.record(b"a", DONE, [["a1"], ["a2"]])
        journal.record(b"z", DONE, [["z1"], ["z2"]])
        assert list(journal.rows("r")) == [["z1"], ["z2"], ["a1"], ["a2"]]
        assert list(journal.rows("another recipe")) == []


def test_what_was_recorded_is_there_after_reopening(tmp_path: Path) -> None:
    with Journal(tmp_path / "j", resume=False) as journal:
        journal.list_files([b"a", b"\xff\xfe", b"bad"])
        journal.record(b"\xff\xfe", DONE, [["=1", "line\nbreak"]])
        journal.record(b"bad", FAILED, [["x"]])
    with Journal(tmp_path / "j", resume=True) as journal:
        assert journal.find(b"\xff\xfe") == DONE
        assert journal.find(b"a") is None
        assert journal.rows_of(b"\xff\xfe") == [["=1", "line\nbreak"]]
        assert journal.count_done("r") == 2
        assert journal.count_done("r", retry_failed=True) == 1


def test_without_resume_it_begins_empty(tmp_path: Path) -> None:
    with Journal(tmp_path / "j", resume=False) as journal:
        journal.list_files([b"a"])
        journal.record(b"a", DONE, [["1"]])
    with Journal(tmp_path / "j", resume=False) as journal:
        journal.list_files([b"a"])
        assert journal.find(b"a") is None
        assert list(journal.rows("r")) == []


def test_recording_again_replaces_a_files_rows(tmp_path: Path) -> None:
    with Journal(tmp_path / "j", resume=False) as journal:
        journal.list_files([b"a"])
        journal.record(b"a", DONE, [["1"], ["2"]])
        journal.record(b"a", FAILED, [["3"]])
        assert list(journal.rows("r")) == [["3"]]
        assert journal.count_done("r", retry_failed=True) == 0


def test_files_that_left_the_folder_have_no_rows(tmp_path: Path) -> None:
    with Journal(tmp_path / "j", resume=False) as journal:
        journal.list_files([b"a", b"b"])
        journal.record(b"a", DONE, [["a"]])
        journal.record(b"b", DONE, [["b"]])
    with Journal(tmp_path / "j", resume=True) as journal:
        journal.list_files([b"b"])
        assert list(journal.rows("r")) == [["b"]]
        assert journal.count_done("r") == 1


def test_a_second_scan_of_the_same_csv_is_kept_out(tmp_path: Path) -> None:
    with Journal(tmp_path / "j", resume=False) as journal:
        journal.list_files([b"a"])
        for resume in (True, False):
            with pytest.raises(OutputError, match="another scan is writing"):
                Journal(tmp_path / "j", resume=resume)
        journal.record(b"a", DONE, [["1"]])
    with Journal(tmp_path / "j", resume=True) as journal:
        assert journal.find(b"a") == DONE


def test_a_damaged_journal_is_refused_for_resuming_and_replaced_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "out.csv.journal"
    path.write_bytes(b"this is no database at all" * 100)
    with pytest.raises(JournalError, match=r"out\.csv\.journal: .*without --resume"):
        Journal(path, resume=True)
    with Journal(path, resume=False) as journal:
        journal.list_files([b"a"])
        journal.record(b"a", DONE, [["1"]])


def test_a_journal_of_another_format_is_refused_for_resuming(tmp_path: Path) -> None:
    path = tmp_path / "j"
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version=99")
    database.close()
    with pytest.raises(JournalError):
        Journal(path, resume=True)


def test_a_journal_that_cannot_be_made_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        Journal(tmp_path / "missing" / "j", resume=False)


def test_a_transaction_that_fails_leaves_the_earlier_rows(tmp_path: Path) -> None:
    with Journal(tmp_path / "j", resume=False) as journal:
        journal.list_files([b"a"])
        journal.record(b"a", DONE, [["kept"]])
        with pytest.raises(TypeError):
            journal.record(b"a", DONE, [["new"], [object()]])  # type: ignore[list-item]
        assert list(journal.rows("r")) == [["kept"]]


def test_a_failed_file_does_not_take_the_others_of_its_commit_with_it(tmp_path: Path) -> None:
    with Journal(tmp_path / "j", resume=False) as journal:
        journal.list_files([b"a", b"b"])
        journal.record(b"a", DONE, [["a"]])
        with pytest.raises(TypeError):
            journal.record(b"b", DONE, [[object()]])  # type: ignore[list-item]
    with Journal(tmp_path / "j", resume=True) as journal:
        assert list(journal.rows("r")) == [["a"]]
        assert journal.find(b"b") is None


def test_failures_of_the_moment_are_never_taken_as_done(tmp_path: Path) -> None:
    passing = FileRecord(sha256="c" * 64, recipe="r", frames=1, failed=1, passing=True)
    unread = FileRecord(sha256="", recipe="r", frames=1, failed=1)
    assert not passing.holds("r", retry_failed=False)
    assert not unread.holds("r", retry_failed=False)
    assert FAILED.holds("r", retry_failed=False)
    assert not FAILED.holds("r", retry_failed=True)
    assert DONE.holds("r", retry_failed=True)
    assert not DONE.holds("another recipe", retry_failed=False)
    with Journal(tmp_path / "j", resume=False) as journal:
        journal.list_files([b"a", b"b", b"c", b"d"])
        for key, record in ((b"a", passing), (b"b", unread), (b"c", FAILED), (b"d", DONE)):
            journal.record(key, record, [["x"]])
            assert journal.find(key) == record
        # Counts what `holds` says.
        assert journal.count_done("r") == 2
        assert journal.count_done("r", retry_failed=True) == 1


def test_a_listing_that_breaks_off_leaves_the_earlier_one(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"z"
        raise OSError("the drive has gone")

    with Journal(tmp_path / "j", resume=False) as journal:
        assert journal.list_files([b"b", b"a"]) == 2
        with pytest.raises(OSError, match="gone"):
            journal.list_files(broken())
        assert list(journal.listed()) == [b"b", b"a"]


def test_a_long_listing_is_read_in_pages_and_stays_whole_while_it_is_written_to(
    tmp_path: Path,
) -> None:
    keys = [b"%05d" % number for number in range(1000)]
    with Journal(tmp_path / "j", resume=False) as journal:
        assert journal.list_files(keys) == 1000
        found = []
        for key in journal.listed():
            found.append(key)
            journal.record(key, DONE, [[key.decode()]])
        assert found == keys
        assert [row[0].encode() for row in journal.rows("r")] == keys


def test_added_files_come_last_and_once(tmp_path: Path) -> None:
    with Journal(tmp_path / "j", resume=False) as journal:
        journal.list_files([b"m", b"gone"])
        journal.add_files([b"z", b"m"])
        journal.add_files([b"a", b"z"])
        assert list(journal.listed()) == [b"m", b"gone", b"z", b"a"]


def test_size_and_time_of_a_touched_file_are_kept_without_its_rows_changing(
    tmp_path: Path,
) -> None:
    with Journal(tmp_path / "j", resume=False) as journal:
        journal.list_files([b"a"])
        journal.record(b"a", DONE, [["1"]])
        journal.note_state(b"a", 12, 34)
        found = journal.find(b"a")
        assert found == replace(DONE, size=12, modified_ns=34)
        assert journal.rows_of(b"a") == [["1"]]
        assert not journal.has_other_recipe("r")
        assert journal.has_other_recipe("another")
