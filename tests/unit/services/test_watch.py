"""A watched folder: what arrives is analysed once, when it is whole."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.dicom_factory import write_dicom
from tests.model_factory import TinyModel, make_model
from tests.unit.services.scan_helpers import (
    finished,
    lasting,
    make_series,
    pixels,
    read_rows,
    scan,
)
from tumorview.cancel import CancelToken
from tumorview.domain.events import ItemDone, Outcome, ScanFinished, ScanStarted
from tumorview.domain.watching import FolderFound, FolderLost, WatchEvent, WatchStarted
from tumorview.reporting.errors import OutputError
from tumorview.services.arrivals import Arrivals, is_unfinished
from tumorview.services.journal import FileRecord, Journal, journal_path
from tumorview.services.level_paths import level_paths
from tumorview.services.scan import InputFolderError, ScanOptions
from tumorview.services.watch import WatchOptions, watch_folder

PATIENCE_SECONDS = 60.0


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "models"
    make_model(place)
    make_model(place, TinyModel(id="warm", temperature=3.0))
    monkeypatch.setenv("TUMORVIEW_MODELS", str(place))
    return place


class Watching:
    """A watch on a thread, and what it said so far."""

    def __init__(self, options: WatchOptions) -> None:
        self.token = CancelToken()
        self.events: list[WatchEvent] = []
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, args=(options,))
        self._thread.start()

    def _run(self, options: WatchOptions) -> None:
        for event in watch_folder(options, self.token):
            with self._changed:
                self.events.append(event)
                self._changed.notify_all()

    def wait_for(self, is_so: Callable[[list[WatchEvent]], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: is_so(self.events), PATIENCE_SECONDS), self.events

    def wait_for_done(self, *names: str) -> None:
        self.wait_for(lambda _events: set(names) <= set(self.done()))

    def done(self) -> list[str]:
        return [e.item.source.path.name for e in self.events if isinstance(e, ItemDone)]

    def stop(self) -> ScanFinished:
        self.token.cancel()
        self._thread.join(PATIENCE_SECONDS)
        assert not self._thread.is_alive()
        end = self.events[-1]
        assert isinstance(end, ScanFinished)
        return end


@contextmanager
def watching(folder: Path, csv_path: Path, model_id: str | None = None) -> Iterator[Watching]:
    options = WatchOptions(
        ScanOptions(folder, csv_path, model_id=model_id), settle_seconds=0.2, poll_seconds=0.05
    )
    watch = Watching(options)
    try:
        watch.wait_for(lambda events: len(events) > 0)
        yield watch
    finally:
        watch.stop()


def paths(csv_path: Path) -> list[str]:
    return [row["path"] for row in read_rows(csv_path)]


def test_what_arrives_is_analysed_in_the_order_of_arrival(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 2)
    out = tmp_path / "out.csv"
    with watching(folder, out) as watch:
        assert watch.events[0] == WatchStarted(folder, 0)
        watch.wait_for_done("000.dcm", "001.dcm")
        write_dicom(folder / "deep" / "a.dcm", pixels(9))
        watch.wait_for_done("a.dcm")
        end = watch.stop()
    assert (end.outcome, end.analysed, end.failed) == (Outcome.DONE, 3, 0)
    assert paths(out) == ["000.dcm", "001.dcm", "deep/a.dcm"]
    assert out.with_name("out.csv.report.json").exists()
    series, studies = (read_rows(path) for path in level_paths(out))
    assert [row["frames"] for row in series] == ["3"]
    assert [row["series"] for row in studies] == ["1"]


def test_a_watch_goes_on_from_a_scan_and_a_scan_from_a_watch(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 2)
    out = tmp_path / "out.csv"
    scan(folder, out)
    with watching(folder, out) as watch:
        assert watch.events[0] == WatchStarted(folder, 2)
        write_dicom(folder / "later.dcm", pixels(9))
        watch.wait_for_done("later.dcm")
        watch.stop()
        assert watch.done() == ["later.dcm"]
    events = scan(folder, out, resume=True)
    assert events[0] == ScanStarted(folder, 3, 3)
    rows = lasting(read_rows(out))
    scan(folder, tmp_path / "fresh.csv")
    assert rows == lasting(read_rows(tmp_path / "fresh.csv"))


def test_a_file_that_is_replaced_is_analysed_anew_and_a_deleted_one_stays(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 3)
    out = tmp_path / "out.csv"
    with watching(folder, out) as watch:
        watch.wait_for_done("000.dcm", "001.dcm", "002.dcm")
        (folder / "001.dcm").unlink()
        write_dicom(folder / "000.dcm", pixels(70))
        watch.wait_for(lambda _events: watch.done().count("000.dcm") == 2)
        watch.stop()
    assert paths(out) == ["000.dcm", "001.dcm", "002.dcm"]
    write_dicom(tmp_path / "other" / "000.dcm", pixels(70))
    scan(tmp_path / "other", tmp_path / "other.csv")
    probability = read_rows(tmp_path / "other.csv")[0]["p_glioma"]
    assert read_rows(out)[0]["p_glioma"] == probability


def test_a_file_that_is_only_touched_is_not_analysed_again(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 2)
    out = tmp_path / "out.csv"
    with watching(folder, out) as watch:
        watch.wait_for_done("000.dcm", "001.dcm")
        os.utime(folder / "000.dcm", (1, 1))
        # What comes later in the listing is done later.
        time.sleep(0.3)
        write_dicom(folder / "z.dcm", pixels(9))
        watch.wait_for_done("z.dcm")
        watch.stop()
        assert watch.done().count("000.dcm") == 1
    with Journal(journal_path(out), resume=True) as journal:
        record = journal.find(b"000.dcm")
        assert record is not None
        assert record.modified_ns == 1_000_000_000


def test_a_copy_that_is_renamed_at_its_end_is_analysed_once(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    whole = write_dicom(tmp_path / "whole.dcm", pixels(1))
    out = tmp_path / "out.csv"
    with watching(folder, out) as watch:
        shutil.copy(whole, folder / "a.dcm.part")
        time.sleep(0.6)
        (folder / "a.dcm.part").rename(folder / "a.dcm")
        watch.wait_for_done("a.dcm")
        watch.stop()
    assert paths(out) == ["a.dcm"]


def test_a_folder_that_goes_away_is_waited_for(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 2)
    out = tmp_path / "out.csv"
    with watching(folder, out) as watch:
        watch.wait_for_done("000.dcm", "001.dcm")
        folder.rename(tmp_path / "away")
        watch.wait_for(lambda events: FolderLost(folder) in events)
        write_dicom(tmp_path / "away" / "new.dcm", pixels(9))
        (tmp_path / "away").rename(folder)
        watch.wait_for(lambda events: FolderFound(folder) in events)
        watch.wait_for_done("new.dcm")
        end = watch.stop()
        assert [type(e) for e in watch.events].count(FolderLost) == 1
    assert (end.outcome, end.analysed, end.failed) == (Outcome.DONE, 3, 0)
    assert paths(out) == ["000.dcm", "001.dcm", "new.dcm"]


def test_the_table_is_there_while_the_watch_goes_on(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 1)
    out = tmp_path / "out.csv"
    with watching(folder, out) as watch:
        watch.wait_for_done("000.dcm")
        until = time.monotonic() + PATIENCE_SECONDS
        while paths(out) != ["000.dcm"]:
            assert time.monotonic() < until
            time.sleep(0.05)


def test_another_model_is_refused_as_its_rows_would_push_out_those_of_deleted_files(
    tmp_path: Path,
) -> None:
    folder = make_series(tmp_path / "in", 1)
    out = tmp_path / "out.csv"
    scan(folder, out)
    before = out.read_bytes()
    with watching(folder, out, model_id="warm") as watch:
        end = watch.stop()
    assert isinstance(end.error, OutputError)
    assert "another model" in end.error.sentence()
    assert out.read_bytes() == before


def test_a_folder_that_is_not_there_at_the_start_is_refused(tmp_path: Path) -> None:
    options = WatchOptions(ScanOptions(tmp_path / "missing", tmp_path / "out.csv"))
    (end,) = watch_folder(options, CancelToken())
    assert isinstance(end, ScanFinished)
    assert isinstance(end.error, InputFolderError)


def test_a_scan_to_the_table_of_a_watch_is_refused(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 1)
    out = tmp_path / "out.csv"
    with watching(folder, out) as watch:
        watch.wait_for_done("000.dcm")
        error = finished(scan(folder, out, resume=True)).error
        assert error is not None
        assert "another scan is writing here" in error.sentence()


class Clock:
    """Time that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "j", resume=False) as opened:
        yield opened


def _look(arrivals: Arrivals, folder: Path) -> list[str]:
    listing = [(path, path.stat()) for path in sorted(folder.iterdir())]
    return [path.name for path in arrivals.settled(iter(listing))]


def test_a_file_is_whole_when_it_has_not_changed_for_long_enough(
    tmp_path: Path, journal: Journal
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    clock = Clock()
    arrivals = Arrivals(folder, journal, "r", 5.0, clock)
    grows = folder / "grows"
    for size in range(1, 5):
        grows.write_bytes(b"x" * size)
        assert _look(arrivals, folder) == []
        clock.now += 4.9
    # Its size is the same, its time is not: a preallocated file that is filled.
    os.utime(grows, (50, 50))
    assert _look(arrivals, folder) == []
    clock.now += 4.9
    assert _look(arrivals, folder) == []
    clock.now += 0.1
    assert _look(arrivals, folder) == ["grows"]


def test_a_file_that_went_and_came_back_is_waited_for_again(
    tmp_path: Path, journal: Journal
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    clock = Clock()
    arrivals = Arrivals(folder, journal, "r", 5.0, clock)
    (folder / "a").touch()
    assert _look(arrivals, folder) == []
    (folder / "a").rename(tmp_path / "a")
    assert _look(arrivals, folder) == []
    (tmp_path / "a").rename(folder / "a")
    clock.now += 6
    assert _look(arrivals, folder) == []
    clock.now += 6
    assert _look(arrivals, folder) == ["a"]


def test_what_the_journal_knows_in_this_state_is_left_alone(
    tmp_path: Path, journal: Journal
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    clock = Clock()
    (folder / "a").write_bytes(b"abc")
    os.utime(folder / "a", ns=(7, 7))
    journal.list_files([b"a"])
    journal.record(b"a", FileRecord("s", "r", 1, 0, size=3, modified_ns=7), [["x"]])
    same = Arrivals(folder, journal, "r", 0.0, clock)
    other = Arrivals(folder, journal, "another recipe", 0.0, clock)
    assert _look(same, folder) == []
    assert _look(other, folder) == ["a"]
    (folder / "a").write_bytes(b"abcd")
    assert _look(same, folder) == ["a"]


@pytest.mark.parametrize(
    ("name", "unfinished"),
    [
        ("a.dcm.part", True),
        ("A.DCM.PART", True),
        (".a.dcm.x7Gf2k", True),
        ("a.tmp", True),
        ("a.dcm~", True),
        ("IM0001", False),
        ("part.dcm", False),
        ("1.2.840.113619", False),
    ],
)
def test_names_of_unfinished_copies_are_known(name: str, unfinished: bool) -> None:
    assert is_unfinished(Path("x") / name) is unfinished
