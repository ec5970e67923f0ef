"""Whatever breaks a scan off, going on ends in the table of an unbroken one."""

from __future__ import annotations

import csv
import io
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dicom_factory import write_dicom
from tests.model_factory import make_model
from tests.unit.services.scan_helpers import (
    VARYING,
    finished,
    make_mixed_folder,
    make_series,
    pixels,
    read_rows,
    scan,
)
from tests.unit.services.scan_process import Request, ScanStarter
from tumorview.cancel import CancelToken
from tumorview.domain.events import ItemDone, ItemFailed, Outcome
from tumorview.reporting.csv_report import ENCODING, write_rows
from tumorview.services.journal import Journal, journal_path
from tumorview.services.level_paths import level_paths
from tumorview.services.scan import InputFolderError, ScanOptions, scan_folder

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "models"
    make_model(place)
    monkeypatch.setenv("TUMORVIEW_MODELS", str(place))
    return place


@pytest.fixture
def starter(models: Path) -> Iterator[ScanStarter]:
    with ScanStarter() as started:
        yield started


def timeless(csv_path: Path) -> bytes:
    """The file byte for byte, except that the cells of the columns of time are empty.

    The dialect is checked on the way: written again, the whole file is what it was.
    """
    raw = csv_path.read_bytes()
    rows = list(csv.reader(io.StringIO(raw.decode(ENCODING), newline="")))
    assert _written(rows) == raw
    places = [rows[0].index(name) for name in VARYING]
    for row in rows[1:]:
        for place in places:
            row[place] = ""
    return _written(rows)


def timeless_all(csv_path: Path) -> tuple[bytes, ...]:
    """The table of frames likewise, and those of series and studies, which know no time."""
    return (timeless(csv_path), *(path.read_bytes() for path in level_paths(csv_path)))


def _written(rows: list[list[str]]) -> bytes:
    text = io.StringIO(newline="")
    write_rows(text, rows)
    return text.getvalue().encode(ENCODING)


def _make_export(folder: Path) -> Path:
    """Good and bad files, one of several frames, names that are no ASCII."""
    make_mixed_folder(folder)
    make_series(folder / "series", 25)
    return folder


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("kills", [6, pytest.param(50, marks=pytest.mark.slow)])
def test_after_kills_at_random_moments_the_table_is_that_of_an_unbroken_scan(
    tmp_path: Path, starter: ScanStarter, kills: int
) -> None:
    # The table lies in the scanned folder: nothing that a killed scan leaves may become a row.
    folder = _make_export(tmp_path / "in")
    out = folder / "out.csv"
    began = time.monotonic()
    assert starter.run(Request(str(folder), str(out))) == 0
    seconds = time.monotonic() - began
    unbroken = timeless_all(out)
    assert len(read_rows(level_paths(out)[0])) > 1
    moments = random.Random(kills)
    killed = ended = 0
    resumed = False
    while killed < kills or resumed:
        process = starter.start(Request(str(folder), str(out), {"resume": resumed}))
        if killed < kills:
            time.sleep(moments.uniform(0, seconds))
            process.kill()
        status = process.wait()
        if status == -signal.SIGKILL:
            killed += 1
            resumed = True
            continue
        assert status == 0
        ended += 1
        assert timeless_all(out) == unbroken
        assert not (folder / "out.csv.partial").exists()
        assert not list(folder.glob("*.new"))
        # Anew, so that not all that is left to kill is a scan that has nothing to do.
        resumed = False
        for path in (out, *level_paths(out)):
            path.unlink()
    assert ended >= 1


MOMENTS = [
    ("tumorview.services.journal:Journal.list_files", 1, False),
    ("tumorview.services.journal:Journal.list_files", 1, True),
    ("tumorview.services.journal:Journal.record", 9, False),
    ("tumorview.services.journal:Journal.record", 9, True),
    ("tumorview.services.journal:Journal.commit", 2, False),
    ("tumorview.services.journal:Journal.commit", 2, True),
    ("tumorview.services.partial_csv:PartialCsv.append", 12, True),
    ("os:fsync", 1, False),
    ("pathlib:Path.replace", 1, False),
    ("pathlib:Path.replace", 1, True),
    ("pathlib:Path.replace", 2, False),
    ("pathlib:Path.replace", 3, True),
    ("pathlib:Path.replace", 4, False),
    ("pathlib:Path.replace", 5, True),
    ("tumorview.services.series_levels:pool_series", 1, True),
    ("tumorview.services.journal:Journal.close", 1, False),
]
"""Where a kill is worst: in the middle of what must be whole."""


@pytest.mark.timeout(600)
def test_a_kill_in_the_middle_of_what_must_be_whole_costs_nothing(
    tmp_path: Path, starter: ScanStarter
) -> None:
    folder = _make_export(tmp_path / "in")
    out = folder / "out.csv"
    assert starter.run(Request(str(folder), str(out))) == 0
    unbroken = timeless_all(out)
    for place, call, after in MOMENTS:
        for path in folder.glob("out.*"):
            path.unlink()
        killing = Request(str(folder), str(out), {}, None, place, call, after)
        assert starter.run(killing) == -signal.SIGKILL, place
        if out.exists():
            assert timeless(out) == unbroken[0], place
        assert starter.run(Request(str(folder), str(out), {"resume": True})) == 0
        assert timeless_all(out) == unbroken, place
        assert not list(folder.glob("*.new")), place


@pytest.mark.timeout(600)
def test_after_a_full_disk_the_table_is_that_of_an_unbroken_scan(
    tmp_path: Path, starter: ScanStarter
) -> None:
    folder = _make_export(tmp_path / "in")
    out = folder / "out.csv"
    assert starter.run(Request(str(folder), str(out))) == 0
    unbroken = timeless_all(out)
    sizes = [path.stat().st_size for path in folder.glob("out.*")]
    failed = 0
    for limit in (1_000, 8_000, 20_000, 60_000, 120_000, max(sizes) - 1):
        for path in folder.glob("out.*"):
            path.unlink()
        status = starter.run(Request(str(folder), str(out), {}, limit))
        assert status in {0, 6}, limit
        failed += status == 6
        if out.exists():
            assert timeless(out) == unbroken[0], limit
        # It fills up once more while it goes on, then there is room.
        starter.run(Request(str(folder), str(out), {"resume": True}, limit + 9_000))
        assert starter.run(Request(str(folder), str(out), {"resume": True})) == 0
        assert timeless_all(out) == unbroken, limit
    assert failed >= 3


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 200 KiB of its own."""
    place = tmp_path / "small"
    place.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0 or not _mount(place, "size=200k", new=True):
        pytest.skip("a small file system can only be mounted by root on Linux")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def _mount(place: Path, options: str, *, new: bool = False) -> bool:
    given = options if new else f"remount,{options}"
    command = ["mount", "-t", "tmpfs", "-o", given, "tmpfs", str(place)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def test_a_disk_that_is_full_and_then_has_room_again_loses_nothing(
    tmp_path: Path, small_disk: Path, starter: ScanStarter
) -> None:
    folder = make_series(tmp_path / "in", 150)
    assert starter.run(Request(str(folder), str(tmp_path / "unbroken.csv"))) == 0
    out = small_disk / "out.csv"
    assert starter.run(Request(str(folder), str(out))) == 6
    assert not out.exists()
    assert _mount(small_disk, "size=8m")
    assert starter.run(Request(str(folder), str(out), {"resume": True})) == 0
    assert timeless_all(out) == timeless_all(tmp_path / "unbroken.csv")


def test_a_read_only_output_is_refused_and_what_lies_there_is_unharmed(
    tmp_path: Path, small_disk: Path, starter: ScanStarter
) -> None:
    folder = make_series(tmp_path / "in", 3)
    out = small_disk / "out.csv"
    assert starter.run(Request(str(folder), str(out))) == 0
    before = {path.name: path.read_bytes() for path in small_disk.iterdir()}
    assert _mount(small_disk, "ro")
    for options in ({}, {"resume": True}):
        assert starter.run(Request(str(folder), str(out), options)) == 6
    assert {path.name: path.read_bytes() for path in small_disk.iterdir()} == before
    assert _mount(small_disk, "rw")
    assert starter.run(Request(str(folder), str(out), {"resume": True})) == 0
    assert out.read_bytes() == before["out.csv"]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_that_may_not_be_written_to_is_refused(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 1)
    place = tmp_path / "locked"
    place.mkdir(mode=0o555)
    error = finished(scan(folder, place / "out.csv")).error
    assert error is not None
    assert error.code == "output_not_writable"


@pytest.mark.parametrize("empty_folder_stays", [False, True])
def test_a_source_that_disappears_ends_the_scan_and_costs_nothing(
    tmp_path: Path, empty_folder_stays: bool
) -> None:
    folder = make_series(tmp_path / "in", 30)
    scan(folder, tmp_path / "unbroken.csv")
    away = tmp_path / "away"
    out = tmp_path / "out.csv"
    events = []
    for event in scan_folder(ScanOptions(folder, out, workers=2), CancelToken()):
        events.append(event)
        if isinstance(event, ItemDone) and event.files_done == 5:
            folder.rename(away)
            if empty_folder_stays:
                folder.mkdir()
    end = finished(events)
    assert end.outcome is Outcome.FAILED
    assert isinstance(end.error, InputFolderError)
    assert "--resume" in end.error.sentence()
    assert not any(isinstance(event, ItemFailed) for event in events)
    assert not out.exists()

    # While it is away, going on is refused and what is known stays.
    refused = finished(scan(folder, out, resume=True))
    assert isinstance(refused.error, InputFolderError)
    with Journal(journal_path(out), resume=True) as journal:
        assert journal.count_records() >= 5

    if empty_folder_stays:
        folder.rmdir()
    away.rename(folder)
    assert finished(scan(folder, out, resume=True)).outcome is Outcome.DONE
    assert timeless_all(out) == timeless_all(tmp_path / "unbroken.csv")


def test_an_empty_folder_does_not_empty_the_table_of_an_earlier_scan(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 3)
    out = tmp_path / "out.csv"
    scan(folder, out)
    before = out.read_bytes()
    for path in folder.iterdir():
        path.unlink()
    error = finished(scan(folder, out, resume=True)).error
    assert isinstance(error, InputFolderError)
    assert out.read_bytes() == before
    # Asked for plainly, it is done.
    assert finished(scan(folder, out)).outcome is Outcome.DONE
    assert read_rows(out) == []


def test_files_that_change_while_a_killed_scan_lies_still_are_those_of_the_day_it_goes_on(
    tmp_path: Path, starter: ScanStarter
) -> None:
    folder = _make_export(tmp_path / "in")
    out = tmp_path / "out.csv"
    place = "tumorview.services.journal:Journal.commit"
    for call in (2, 3):
        assert (
            starter.run(
                Request(str(folder), str(out), {"resume": call > 2}, None, place, call, True)
            )
            == -signal.SIGKILL
        )
        write_dicom(folder / "a_good.dcm", pixels(50 + call))
        shutil.copy(folder / "a_good.dcm", folder / f"new{call}.dcm")
        (folder / "series" / f"00{call}.dcm").unlink()
        (folder / "d_text.txt").write_text(f"changed, but no image still {call}")
    write_dicom(folder / "e_truncated.dcm", pixels(60))
    assert starter.run(Request(str(folder), str(out), {"resume": True})) == 0
    assert starter.run(Request(str(folder), str(tmp_path / "fresh.csv"))) == 0
    assert timeless_all(out) == timeless_all(tmp_path / "fresh.csv")


def test_a_second_scan_of_the_same_table_is_refused_with_a_clear_sentence(
    tmp_path: Path,
) -> None:
    folder = make_series(tmp_path / "in", 6)
    out = tmp_path / "out.csv"
    events = scan_folder(ScanOptions(folder, out), CancelToken())
    while not isinstance(next(events), ItemDone):
        pass
    for more in ([], ["--resume"]):
        second = subprocess.run(
            [sys.executable, "-m", "tumorview", "scan", str(folder), "--csv", str(out), *more],
            check=False,
            capture_output=True,
            text=True,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
        )
        assert second.returncode == 6
        assert "another scan is writing here. Wait until it has ended" in second.stderr
        assert "Traceback" not in second.stderr
    assert finished(list(events)).outcome is Outcome.DONE
    assert len(read_rows(out)) == 6
