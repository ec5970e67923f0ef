"""Headers from a process apart are those that are read here, whatever becomes of the process."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.dicom_factory import make_enhanced, save, write_ct_series, write_dicom
from tests.zip_factory import zip_of
from tumorview.cancel import CancelToken
from tumorview.domain.study import StudyCatalog
from tumorview.errors import Cancelled
from tumorview.imaging import catalog, header_process
from tumorview.imaging.archive import Unpacker
from tumorview.imaging.catalog import read_catalog, read_catalog_in_parts
from tumorview.imaging.header_process import HeaderProcess
from tumorview.imaging.header_worker import LENGTH, decoded, encoded
from tumorview.imaging.image_file import open_image
from tumorview.imaging.limits import Limits, limits, use_limits

# A process that takes a question and then does what `{}` says, with the answers' stream as `out`.
_SCRIPT = """
import os, struct, sys, time
out, length = sys.stdout.buffer, struct.Struct("<Q")
sys.stdin.buffer.read(length.unpack(sys.stdin.buffer.read(8))[0])
def say(data, size=None):
    out.write(length.pack(len(data) if size is None else size) + data)
    out.flush()
"""


@pytest.fixture
def process() -> Iterator[HeaderProcess]:
    own = HeaderProcess()
    yield own
    own.give_up()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(catalog, "FEW_FILES", 4)
    write_ct_series(tmp_path / "ct", 20)
    return tmp_path / "ct"


def _replace_worker(monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    monkeypatch.setattr(header_process, "_command", lambda: [sys.executable, "-c", _SCRIPT + does])


def _whole(folder: Path, process: HeaderProcess | None) -> StudyCatalog:
    return list(read_catalog_in_parts([folder], process=process))[-1]


def _told(one: StudyCatalog) -> list[tuple[str, str]]:
    return [(failure.error.code, failure.error.sentence()) for failure in one.failures]


def _kinds(folder: Path) -> list[Path]:
    """A file of each kind, the last one with a name that is no text where there may be one."""
    pixels = np.arange(64, dtype=np.uint16).reshape(8, 8)
    single = write_dicom(
        folder / "single.dcm", pixels, PatientName="Grün^Zoë", RescaleType="HU", Modality="CT"
    )
    many = save(make_enhanced(np.stack([pixels] * 3), [0.0, 1.0, 2.0]), folder / "many.dcm")
    picture = folder / "picture.png"
    assert cv2.imwrite(str(picture), pixels.astype(np.uint8))
    files = [single, many, picture]
    if sys.platform == "linux":
        odd = Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.dcm"))
        odd.write_bytes(single.read_bytes())
        files.append(odd)
    return files


def test_a_header_survives_the_way_between_two_processes(tmp_path: Path) -> None:
    for path in _kinds(tmp_path):
        header = open_image(path).header
        assert decoded(encoded(header)) == header


def test_a_header_from_the_process_is_the_one_that_is_read_here(
    tmp_path: Path, process: HeaderProcess
) -> None:
    files = _kinds(tmp_path)
    process.start()
    for number, path in enumerate(files):
        assert process.header(path, files[number + 1 :]) == open_image(path).header


def test_what_the_process_cannot_read_is_left_to_whoever_asks(
    tmp_path: Path, process: HeaderProcess
) -> None:
    good = write_dicom(tmp_path / "a.dcm", np.zeros((8, 8), np.uint16))
    bad = tmp_path / "b.dcm"
    bad.write_text("no image")
    process.start()
    assert process.header(bad, [good]) is None
    assert process.header(tmp_path / "not there.dcm") is None
    assert process.header(good) == open_image(good).header


def test_a_folder_read_by_the_process_is_the_one_that_is_read_here(
    folder: Path, process: HeaderProcess
) -> None:
    (folder / "slice007.dcm").write_text("no image")
    (folder / "slice009.dcm").write_bytes(b"")
    apart, here = _whole(folder, process), read_catalog(folder)
    assert apart.studies == here.studies
    assert _told(apart) == _told(here)
    assert len(_told(here)) == 2
    assert process.is_running


def test_an_archive_read_by_the_process_is_the_one_that_is_read_here(
    folder: Path, process: HeaderProcess
) -> None:
    archive = folder.parent / "a.zip"
    archive.write_bytes(zip_of({one.name: one.read_bytes() for one in folder.iterdir()}))
    found = []
    for one in (None, process):
        unpacker = Unpacker()
        parts = read_catalog_in_parts([archive], unpacker=unpacker, process=one)
        series = list(parts)[-1].studies[0].series
        found.append([[frame.geometry for frame in single.frames] for single in series])
        unpacker.close()
    assert found[0] == found[1]
    assert len(found[0][0]) == 20


@pytest.mark.parametrize(
    "does",
    [
        "os.abort()",
        "os._exit(0)",
        "say(b'no header')",
        "say(b'\\x80')",
        "say(b'', 1 << 62); time.sleep(600)",
        "say(b'123', 5); os._exit(0)",
    ],
)
def test_a_process_that_ends_or_talks_nonsense_costs_nothing_but_time(
    does: str, folder: Path, process: HeaderProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    _replace_worker(monkeypatch, does)
    assert _whole(folder, process) == read_catalog(folder)
    assert not process.is_running


def test_where_no_process_can_be_started_headers_are_read_here(
    folder: Path,
    process: HeaderProcess,
    monkeypatch: pytest.MonkeyPatch,
    allow_log: Callable[[str], None],
) -> None:
    allow_log("No process for headers could be started")
    monkeypatch.setattr(header_process, "_command", lambda: [str(folder / "not there")])
    assert _whole(folder, process) == read_catalog(folder)


def test_few_files_are_not_worth_a_process(
    folder: Path, process: HeaderProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalog, "FEW_FILES", 48)
    assert _whole(folder, process).frame_count == 20
    assert not process.is_running


def test_cancelling_waits_for_no_process_that_does_not_answer(
    folder: Path, process: HeaderProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    _replace_worker(monkeypatch, "time.sleep(600)")
    token = CancelToken()
    parts = read_catalog_in_parts([folder], process=process, token=token)
    next(parts)
    threading.Timer(0.2, token.cancel).start()
    with pytest.raises(Cancelled):
        list(parts)
    assert not process.is_running


def test_whoever_waits_is_let_go_when_the_process_is_given_up(
    tmp_path: Path, process: HeaderProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    _replace_worker(monkeypatch, "time.sleep(600)")
    process.start()
    answers: list[object] = []
    waiting = threading.Thread(target=lambda: answers.append(process.header(tmp_path / "a.dcm")))
    waiting.start()
    while process._running is None or not process._running.is_busy:
        time.sleep(0.01)
    process.give_up()
    waiting.join()
    assert answers == [None]


def test_an_opening_that_is_given_up_leaves_no_answers_for_the_next(
    folder: Path, process: HeaderProcess
) -> None:
    parts = read_catalog_in_parts([folder], process=process)
    next(parts)
    next(parts)
    parts.close()  # type: ignore[attr-defined]
    assert _whole(folder, process) == read_catalog(folder)


def test_what_a_pipe_has_no_room_for_is_asked_when_it_is_needed(
    tmp_path: Path, process: HeaderProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(header_process, "_ROOM_BYTES", 2 * len(os.fsencode(tmp_path)))
    files = write_ct_series(tmp_path, 12)
    process.start()
    for number, one in enumerate(files):
        found = process.header(one, files[number + 1 :])
        assert found is not None
        assert found.path == one


def test_other_limits_hold_for_the_process_as_well(tmp_path: Path, process: HeaderProcess) -> None:
    path = save(
        make_enhanced(np.zeros((3, 8, 8), np.uint16), [0.0, 1.0, 2.0]),
        tmp_path / "many.dcm",
    )
    process.start()
    assert process.header(path) is not None
    before = limits()
    use_limits(Limits(frames=2))
    try:
        assert not process.is_running
        process.start()
        assert process.header(path) is None
    finally:
        use_limits(before)


def test_the_packaged_application_starts_itself_to_read_headers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_dicom(tmp_path / "a.dcm", np.zeros((8, 8), np.uint16))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    command = header_process._command()
    assert command[:-1] == [sys.executable, header_process.WORKER_ARGUMENT]
    question = os.fsencode(path)
    started = subprocess.run(
        [sys.executable, "-m", "tumorview", *command[1:]],
        input=LENGTH.pack(len(question)) + question,
        capture_output=True,
        check=False,
    )
    assert (started.returncode, started.stderr) == (0, b"")
    assert decoded(started.stdout[LENGTH.size :]) == open_image(path).header
