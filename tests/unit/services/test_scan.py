from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import weakref
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from tests.dicom_factory import write_dicom
from tests.model_factory import TinyModel, make_model
from tests.unit.services.scan_helpers import (
    MIXED_ROWS,
    finished,
    lasting,
    make_mixed_folder,
    make_series,
    pixels,
    read_rows,
    scan,
)
from tumorview.attendants import Attendants
from tumorview.cancel import CancelToken
from tumorview.domain.arrays import Float32Array
from tumorview.domain.events import ItemDone, ItemFailed, Outcome, ScanFinished, ScanStarted
from tumorview.domain.frames import StoredFrame
from tumorview.imaging.errors import DecodeError
from tumorview.imaging.image_file import ImageFile, open_image
from tumorview.inference.engines.base import EngineOutput
from tumorview.inference.engines.onnx_engine import OnnxEngine
from tumorview.reporting.errors import OutputError
from tumorview.services import scan_worker
from tumorview.services.journal import Journal, journal_path
from tumorview.services.scan import InputFolderError, ScanOptions, scan_folder


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two models; the first is the default."""
    place = tmp_path / "models"
    make_model(place)
    make_model(place, TinyModel(id="warm", temperature=3.0))
    monkeypatch.setenv("TUMORVIEW_MODELS", str(place))
    return place


def test_every_frame_and_every_bad_file_has_its_row_in_listing_order(tmp_path: Path) -> None:
    folder = make_mixed_folder(tmp_path / "in")
    end = finished(scan(folder, tmp_path / "out.csv"))
    assert (end.outcome, end.analysed, end.failed) == (Outcome.DONE, 6, 3)
    rows = read_rows(tmp_path / "out.csv")
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["path"], []).append(row["status"])
    assert found == MIXED_ROWS
    assert list(found) == list(MIXED_ROWS)
    assert [r["frame"] for r in rows if r["path"] == "b_multi.dcm"] == ["1", "2", "3"]
    for row in rows:
        if row["status"] == "failed":
            assert row["error_code"]
            assert row["error_text"].endswith(".")
            assert not row["predicted"]
        else:
            total = sum(float(v) for k, v in row.items() if k.startswith("p_") and "_id" not in k)
            assert total == pytest.approx(1.0, abs=1e-5)
            assert len(row["sha256"]) == 64
    assert rows[0]["series_description"] == "'=T1"
    assert rows[0]["patient_id"] == "P-1"


def test_the_result_does_not_depend_on_the_number_of_workers(tmp_path: Path) -> None:
    folder = make_mixed_folder(tmp_path / "in")
    scan(folder, tmp_path / "one.csv", workers=1)
    scan(folder, tmp_path / "many.csv", workers=5)
    one, many = (lasting(read_rows(tmp_path / name)) for name in ("one.csv", "many.csv"))
    assert one == many


def test_events_come_in_listing_order_and_count_up_to_all_files(tmp_path: Path) -> None:
    folder = make_mixed_folder(tmp_path / "in")
    events = scan(folder, tmp_path / "out.csv")
    assert events[0] == ScanStarted(folder, 7, 0)
    items = [e for e in events if isinstance(e, ItemDone | ItemFailed)]
    names = [e.item.source.path.relative_to(folder).as_posix() for e in items]
    assert names == [name for name, rows in MIXED_ROWS.items() for _ in rows]
    counts = [e.files_done for e in items]
    assert counts == sorted(counts)
    assert counts[-1] == 7


def test_a_file_of_many_frames_is_worked_on_by_several_threads_and_stays_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    write_dicom(folder / "many.dcm", pixels(1, (40, 64, 64)), NumberOfFrames=40)
    threads: set[str] = set()
    meeting = threading.Barrier(3, timeout=10)
    infer = OnnxEngine.infer

    def infer_together(engine: OnnxEngine, batch: Float32Array) -> EngineOutput:
        threads.add(threading.current_thread().name)
        if len(threads) < 3 or (not meeting.broken and meeting.n_waiting):
            meeting.wait()
        return infer(engine, batch)

    scan(folder, tmp_path / "one.csv", workers=1)
    monkeypatch.setattr(OnnxEngine, "infer", infer_together)
    scan(folder, tmp_path / "many.csv", workers=3)
    assert len(threads) == 3
    rows = read_rows(tmp_path / "many.csv")
    assert [row["frame"] for row in rows] == [str(number) for number in range(1, 41)]
    assert lasting(rows) == lasting(read_rows(tmp_path / "one.csv"))


def test_answers_of_a_long_file_are_let_go_as_their_events_are_taken(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_dicom(folder / "many.dcm", pixels(1, (60, 64, 64)), NumberOfFrames=60)
    taken: list[weakref.ref[Float32Array]] = []
    most = 0
    for event in scan_folder(ScanOptions(folder, tmp_path / "out.csv", workers=1), CancelToken()):
        if isinstance(event, ItemDone):
            taken.append(weakref.ref(event.prediction.heatmaps[0].values))
            del event
            most = max(most, sum(answer() is not None for answer in taken))
    assert len(read_rows(tmp_path / "out.csv")) == len(taken) == 60
    # The one that was taken last, and those that workers and queues are just handing on.
    assert most <= 5


def test_nothing_but_tables_journal_and_report_remains(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 2)
    out = tmp_path / "out"
    out.mkdir()
    scan(folder, out / "o.csv")
    assert sorted(p.name for p in out.iterdir()) == [
        "o.csv",
        "o.csv.journal",
        "o.csv.report.html",
        "o.csv.report.json",
        "o.series.csv",
        "o.studies.csv",
    ]


def test_outputs_inside_the_scanned_folder_are_not_scanned(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 2)
    for _ in range(2):
        end = finished(scan(folder, folder / "out.csv", heatmap_dir=folder / "maps"))
        assert (end.analysed, end.failed) == (2, 0)


def test_heatmaps_are_pictures_of_the_frames_size(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write_dicom(folder / "deep" / "ä.dcm", pixels(1, (48, 80)), PixelSpacing=[1, 1])
    events = scan(folder, tmp_path / "out.csv", heatmap_dir=tmp_path / "maps")
    (done,) = (e for e in events if isinstance(e, ItemDone))
    assert done.heatmap_path == tmp_path / "maps" / "deep" / "ä.dcm.f0001.png"
    picture = cv2.imdecode(np.fromfile(done.heatmap_path, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    assert picture.shape == (48, 80, 3)
    (row,) = read_rows(tmp_path / "out.csv")
    assert row["heatmap_path"] == done.heatmap_path.as_posix()


def test_resuming_a_finished_scan_does_nothing_and_keeps_the_table(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 3)
    scan(folder, tmp_path / "out.csv")
    before = (tmp_path / "out.csv").read_bytes()
    events = scan(folder, tmp_path / "out.csv", resume=True)
    assert events[0] == ScanStarted(folder, 3, 3)
    assert len(events) == 2
    assert (finished(events).analysed, finished(events).failed) == (3, 0)
    assert (tmp_path / "out.csv").read_bytes() == before


def test_a_cancelled_scan_that_is_resumed_gives_the_table_of_an_unbroken_one(
    tmp_path: Path,
) -> None:
    folder = make_series(tmp_path / "in", 20)
    (folder / "bad.dcm").write_text("no image")
    scan(folder, tmp_path / "unbroken.csv")

    token = CancelToken()
    events = []
    for event in scan_folder(ScanOptions(folder, tmp_path / "out.csv", workers=2), token):
        events.append(event)
        if isinstance(event, ItemDone) and event.files_done == 7:
            token.cancel()
    end = finished(events)
    assert end.outcome is Outcome.CANCELLED
    assert 7 <= end.analysed < 20
    so_far = read_rows(tmp_path / "out.csv")
    assert len(so_far) == end.analysed + end.failed

    resumed = scan(folder, tmp_path / "out.csv", resume=True)
    assert isinstance(resumed[0], ScanStarted)
    assert resumed[0].already_done == end.analysed
    assert finished(resumed).outcome is Outcome.DONE
    assert (finished(resumed).analysed, finished(resumed).failed) == (20, 1)
    unbroken = lasting(read_rows(tmp_path / "unbroken.csv"))
    assert lasting(read_rows(tmp_path / "out.csv")) == unbroken


def test_a_changed_file_is_done_again_and_the_others_are_not(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 4)
    scan(folder, tmp_path / "out.csv")
    earlier = {r["path"]: r for r in read_rows(tmp_path / "out.csv")}
    write_dicom(folder / "002.dcm", pixels(77))
    events = scan(folder, tmp_path / "out.csv", resume=True)
    done = [e for e in events if isinstance(e, ItemDone)]
    assert [e.item.source.path.name for e in done] == ["002.dcm"]
    assert done[0].files_done == 4
    later = {r["path"]: r for r in read_rows(tmp_path / "out.csv")}
    assert later["002.dcm"]["sha256"] != earlier["002.dcm"]["sha256"]
    assert {n: r for n, r in later.items() if n != "002.dcm"} == {
        n: r for n, r in earlier.items() if n != "002.dcm"
    }


def test_a_renamed_new_or_removed_file_is_noticed_on_resuming(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 3)
    scan(folder, tmp_path / "out.csv")
    (folder / "000.dcm").rename(folder / "new.dcm")
    (folder / "001.dcm").unlink()
    scan(folder, tmp_path / "out.csv", resume=True)
    assert [r["path"] for r in read_rows(tmp_path / "out.csv")] == ["002.dcm", "new.dcm"]


def test_another_model_or_a_wish_for_heatmaps_does_everything_again(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 2)
    scan(folder, tmp_path / "out.csv")
    events = scan(folder, tmp_path / "out.csv", resume=True, model_id="warm")
    assert sum(isinstance(e, ItemDone) for e in events) == 2
    assert {r["model_id"] for r in read_rows(tmp_path / "out.csv")} == {"warm"}
    events = scan(
        folder, tmp_path / "out.csv", resume=True, model_id="warm", heatmap_dir=tmp_path / "maps"
    )
    assert sum(isinstance(e, ItemDone) for e in events) == 2


def test_failed_files_are_tried_again_on_request_only(tmp_path: Path) -> None:
    folder = make_mixed_folder(tmp_path / "in")
    scan(folder, tmp_path / "out.csv")
    before = (tmp_path / "out.csv").read_bytes()
    events = scan(folder, tmp_path / "out.csv", resume=True)
    assert events[0] == ScanStarted(folder, 7, 7)
    assert len(events) == 2
    assert (finished(events).analysed, finished(events).failed) == (6, 3)
    assert (tmp_path / "out.csv").read_bytes() == before
    events = scan(folder, tmp_path / "out.csv", resume=True, retry_failed=True)
    assert events[0] == ScanStarted(folder, 7, 4)
    assert sum(isinstance(e, ItemFailed) for e in events) == 3
    assert not any(isinstance(e, ItemDone) for e in events)
    assert (finished(events).analysed, finished(events).failed) == (6, 3)


def test_without_resume_a_scan_begins_anew(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 2)
    scan(folder, tmp_path / "out.csv")
    events = scan(folder, tmp_path / "out.csv")
    assert events[0] == ScanStarted(folder, 2, 0)
    assert sum(isinstance(e, ItemDone) for e in events) == 2


def test_a_killed_scan_loses_nothing_that_was_finished(tmp_path: Path, models: Path) -> None:
    folder = make_series(tmp_path / "in", 40)
    program = (
        "import os, signal, sys, time\n"
        "from pathlib import Path\n"
        "from tumorview.cancel import CancelToken\n"
        "from tumorview.domain.events import ItemDone\n"
        "from tumorview.services.scan import ScanOptions, scan_folder\n"
        "options = ScanOptions(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "for event in scan_folder(options, CancelToken()):\n"
        "    if isinstance(event, ItemDone) and event.files_done == 10:\n"
        "        time.sleep(0.3)\n"  # longer than between two commits
        "    if isinstance(event, ItemDone) and event.files_done == 15:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    out = tmp_path / "out.csv"
    killed = subprocess.run(
        [sys.executable, "-c", program, str(folder), str(out)],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
        check=False,
        timeout=60,
    )
    assert killed.returncode == -signal.SIGKILL
    assert not out.exists()
    assert len(read_rows(out.with_name("out.csv.partial"))) == 15

    events = scan(folder, out, resume=True)
    assert isinstance(events[0], ScanStarted)
    kept = events[0].already_done
    assert 10 <= kept <= 15
    assert sum(isinstance(e, ItemDone) for e in events) == 40 - kept
    scan(folder, tmp_path / "unbroken.csv")
    assert lasting(read_rows(out)) == lasting(read_rows(tmp_path / "unbroken.csv"))
    assert not out.with_name("out.csv.partial").exists()


def test_a_full_disk_ends_the_scan_with_a_typed_error_and_a_sound_journal(
    tmp_path: Path, models: Path
) -> None:
    folder = make_series(tmp_path / "in", 60)
    program = (
        "import resource, sys, time\n"
        "from pathlib import Path\n"
        "from tumorview.cancel import CancelToken\n"
        "from tumorview.services.scan import ScanOptions, scan_folder\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
        "options = ScanOptions(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "for event in scan_folder(options, CancelToken()):\n"
        "    time.sleep(0.03)\n"  # so that the journal is committed several times
        "print(event.outcome, event.error.code)\n"
    )
    out = tmp_path / "out.csv"
    answer = subprocess.run(
        [sys.executable, "-c", program, str(folder), str(out)],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
        check=True,
        timeout=60,
        capture_output=True,
        text=True,
    )
    assert answer.stdout.split() == ["failed", "output_not_writable"]
    assert not out.exists()
    events = scan(folder, out, resume=True)
    assert isinstance(events[0], ScanStarted)
    assert 0 < events[0].already_done < 60
    assert finished(events).analysed == 60


def test_a_folder_that_is_not_there_ends_with_a_typed_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path / "missing", tmp_path / "file"):
        events = scan(place, tmp_path / "out.csv")
        assert len(events) == 1
        assert isinstance(finished(events).error, InputFolderError)


def test_an_output_that_cannot_be_written_is_said_before_anything_is_analysed(
    tmp_path: Path,
) -> None:
    folder = make_series(tmp_path / "in", 1)
    for place in (tmp_path, tmp_path / "missing" / "out.csv"):
        events = scan(folder, place)
        assert len(events) == 1
        assert isinstance(finished(events).error, OutputError)


def test_an_unknown_model_ends_with_its_error(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 1)
    error = finished(scan(folder, tmp_path / "out.csv", model_id="nobody")).error
    assert error is not None
    assert error.code == "model_not_found"


def test_an_empty_folder_gives_a_table_with_a_heading_only(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    end = finished(scan(tmp_path / "in", tmp_path / "out.csv"))
    assert (end.outcome, end.analysed, end.failed) == (Outcome.DONE, 0, 0)
    assert (tmp_path / "out.csv").read_text("utf-8-sig").startswith("path,")
    assert read_rows(tmp_path / "out.csv") == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_in_the_folder_does_not_block_the_scan(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 1)
    os.mkfifo(folder / "pipe.dcm")
    end = finished(scan(folder, tmp_path / "out.csv"))
    assert (end.outcome, end.analysed) == (Outcome.DONE, 1)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes as a name")
def test_names_that_are_no_utf8_are_scanned_and_resumed(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 1)
    odd = Path(os.fsdecode(os.fsencode(folder) + b"/odd\xff\n.dcm"))
    shutil.copy(folder / "000.dcm", odd)
    options = {"heatmap_dir": tmp_path / "maps"}
    assert finished(scan(folder, tmp_path / "out.csv", **options)).analysed == 2
    rows = read_rows(tmp_path / "out.csv")
    assert rows[1]["path"] == "odd\\xff\n.dcm"
    events = scan(folder, tmp_path / "out.csv", resume=True, **options)
    assert events[0] == ScanStarted(folder, 2, 2)


def test_a_reader_that_goes_away_leaves_a_sound_journal_and_no_thread(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 10)
    events = scan_folder(ScanOptions(folder, tmp_path / "out.csv"), CancelToken())
    while not isinstance(next(events), ItemDone):
        pass
    events.close()  # type: ignore[attr-defined]
    assert not any(t.name.startswith("scan-worker") for t in threading.enumerate())
    with Journal(journal_path(tmp_path / "out.csv"), resume=True) as journal:
        assert journal.find(b"000.dcm") is not None


def test_a_file_whose_frames_all_fail_is_not_tried_to_its_last_frame(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    path = write_dicom(folder / "a.dcm", pixels(1, (100, 64, 64)), NumberOfFrames=100)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) - 97 * 64 * 64 * 2])
    write_dicom(folder / "b.dcm", pixels(2))
    for workers in (1, 4):
        end = finished(scan(folder, tmp_path / "out.csv", workers=workers))
        assert (end.outcome, end.analysed, end.failed) == (Outcome.DONE, 4, 17)
        rows = read_rows(tmp_path / "out.csv")
        assert [r["error_code"] for r in rows] == [
            *[""] * 3,
            *["truncated_file"] * 16,
            "frames_not_tried",
            "",
        ]
        assert rows[19]["frame"] == "20"
        assert "frames 20 to 100" in rows[19]["error_text"]


def test_failures_with_good_frames_between_them_are_all_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    write_dicom(folder / "a.dcm", pixels(1, (60, 64, 64)), NumberOfFrames=60)
    whole = ImageFile.read_frame

    def read(self: ImageFile, number: int = 1) -> StoredFrame:
        if number % 10:
            raise DecodeError("made to fail")
        return whole(self, number)

    monkeypatch.setattr(ImageFile, "read_frame", read)
    end = finished(scan(folder, tmp_path / "out.csv"))
    assert (end.analysed, end.failed) == (6, 54)


def test_a_drive_that_does_not_answer_costs_its_own_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    folder = make_series(tmp_path / "in", 4)
    whole, patient = open_image, Attendants.call

    def open_it(path: Path) -> ImageFile:
        if path.name == "001.dcm":
            gate.wait()
        return whole(path)

    def call(self: Attendants, work: Any, **options: Any) -> Any:
        return patient(self, work, **{"patience": 0.5, **options})

    monkeypatch.setattr(scan_worker, "open_image", open_it)
    monkeypatch.setattr(Attendants, "call", call)
    end = finished(scan(folder, tmp_path / "out.csv"))
    gate.set()
    assert (end.outcome, end.analysed, end.failed) == (Outcome.DONE, 3, 1)
    rows = read_rows(tmp_path / "out.csv")
    assert [r["error_code"] for r in rows] == ["", "read_stalled", "", ""]


def test_a_scan_is_cancelled_while_a_drive_does_not_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    folder = make_series(tmp_path / "in", 4)
    monkeypatch.setattr(scan_worker, "open_image", lambda path: gate.wait() and open_image(path))
    token = CancelToken()
    threading.Timer(0.3, token.cancel).start()
    events = list(scan_folder(ScanOptions(folder, tmp_path / "out.csv"), token))
    gate.set()
    assert finished(events).outcome is Outcome.CANCELLED


def test_a_file_that_changes_between_its_hash_and_its_opening_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_series(tmp_path / "in", 2)
    whole = open_image

    def open_it(path: Path) -> ImageFile:
        if path.name == "001.dcm":
            write_dicom(path, pixels(9))
        return whole(path)

    monkeypatch.setattr(scan_worker, "open_image", open_it)
    scan(folder, tmp_path / "out.csv")
    rows = read_rows(tmp_path / "out.csv")
    assert [r["error_code"] for r in rows] == ["", "file_changed"]


def test_cancelling_before_the_start_analyses_nothing(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 3)
    token = CancelToken()
    token.cancel()
    began = time.monotonic()
    events = list(scan_folder(ScanOptions(folder, tmp_path / "out.csv"), token))
    assert finished(events).outcome is Outcome.CANCELLED
    assert not any(isinstance(e, ItemDone) for e in events)
    assert finished(events).seconds <= time.monotonic() - began


def test_cancelling_before_the_folder_is_listed_leaves_the_earlier_table(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 2)
    out = tmp_path / "out.csv"
    scan(folder, out)
    before = out.read_bytes()
    token = CancelToken()
    token.cancel()
    for resume in (True, False):
        events = list(scan_folder(ScanOptions(folder, out, resume=resume), token))
        assert finished(events).outcome is Outcome.CANCELLED
        assert out.read_bytes() == before


@pytest.mark.allow_log("unexpectedly")
def test_something_unforeseen_still_ends_in_one_closing_event(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("patient name")

    monkeypatch.setattr("tumorview.services.scan_places.walk_files", broken)
    folder = make_series(tmp_path / "in", 1)
    events = scan(folder, tmp_path / "out.csv")
    assert isinstance(events[-1], ScanFinished)
    error = finished(events).error
    assert error is not None
    assert error.code == "unexpected"
    assert "patient name" not in str(error)
