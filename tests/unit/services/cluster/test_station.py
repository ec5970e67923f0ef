"""What a worker does, without a cluster: its own process plays the worker."""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import astuple
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.model_factory import TinyModel, make_model
from tests.unit.services.scan_helpers import make_mixed_folder, make_series, read_rows, scan
from tumorview import __version__
from tumorview.imaging.limits import limits
from tumorview.inference.registry import load_bundle
from tumorview.reporting.csv_report import CsvReport
from tumorview.services.cluster import station, worker
from tumorview.services.cluster.checks import AnswerChecks
from tumorview.services.cluster.station import RefusedError, Station
from tumorview.services.cluster.wire import (
    Answer,
    FileAnswer,
    Greeting,
    InvalidMessageError,
    Job,
    Reply,
    Request,
    Row,
    Setup,
    opened,
    sealed,
)
from tumorview.services.scan_options import ScanOptions, recipe_of
from tumorview.services.scan_worker import journal_key


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "models"
    make_model(place)
    monkeypatch.setenv("TUMORVIEW_MODELS", str(place))
    return place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_mixed_folder(tmp_path / "in")


def make_report() -> CsvReport:
    return CsvReport([label.id for label in load_bundle().manifest.class_labels])


@pytest.fixture
def setup(folder: Path, models: Path) -> Setup:
    bundle = load_bundle()
    options = ScanOptions(folder, folder)
    return Setup(
        scan="one",
        version=__version__,
        folder=os.fsencode(folder),
        model_id=bundle.manifest.id,
        manifest_sha256=bundle.manifest_sha256,
        model_sha256=bundle.model_sha256,
        recipe=recipe_of(options, bundle, make_report()),
        engine="onnx",
        retry_failed=False,
        heatmap_dir=None,
        color_map=options.color_map,
        opacity=options.opacity,
        parametric_maps=options.parametric_maps,
        pseudonym_key=None,
        limits=astuple(limits()),
    )


Open = Callable[[Setup], Station]


@pytest.fixture
def open_station() -> Iterator[Open]:
    opened_ones: list[Station] = []

    def open_one(setup: Setup) -> Station:
        opened_ones.append(Station(setup, 1))
        return opened_ones[-1]

    yield open_one
    for one in opened_ones:
        one.close()


def jobs_of(folder: Path) -> list[Job]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [Job(n, journal_key(path, folder)) for n, path in enumerate(files)]


def test_the_rows_of_a_worker_are_those_of_a_scan_here(
    tmp_path: Path, folder: Path, setup: Setup, open_station: Open
) -> None:
    scan(folder, tmp_path / "here.csv")
    answer = open_station(setup).do(jobs_of(folder))
    assert answer.refusal is None
    assert answer.ended is None
    rows = [row for file in answer.files for row in file.rows]
    header = make_report().header
    places = [header.index(name) for name in ("path", "status", "error_text", "p_glioma")]
    here = read_rows(tmp_path / "here.csv")
    assert [tuple(row.cells[place] for place in places) for row in rows] == [
        (row["path"], row["status"], row["error_text"], row["p_glioma"]) for row in here
    ]


def test_a_file_that_has_not_changed_is_hashed_and_nothing_more(
    folder: Path, setup: Setup, open_station: Open
) -> None:
    here = open_station(setup)
    (first,) = here.do(jobs_of(folder)[:1]).files
    known = Job(0, jobs_of(folder)[0].key, first.sha256)
    (again,) = here.do([known]).files
    assert (again.same, again.rows, again.sha256) == (True, (), first.sha256)
    (folder / "a_good.dcm").write_bytes(b"something else")
    (changed,) = here.do([known]).files
    assert not changed.same
    assert changed.failed == 1


def test_a_worker_answers_before_its_batch_is_done_when_that_takes_long(
    folder: Path, setup: Setup, open_station: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(station, "_SLICE_ROWS", 4)
    answer = open_station(setup).do(jobs_of(folder))
    assert [file.number for file in answer.files] == [0, 1]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"version": "0.0.1"}, "it runs TumorView .*, not 0.0.1"),
        ({"manifest_sha256": "0" * 64, "model_sha256": "0" * 64}, "another one .*not 000000000000"),
        ({"manifest_sha256": "0" * 64}, "has another manifest"),
        ({"model_id": "unknown"}, "no model with this id"),
        ({"recipe": "other"}, "makes other rows"),
        ({"folder": b"nowhere at all"}, "does not see the folder"),
        ({"pseudonym_key": b"no key"}, "no key"),
    ],
    ids=["version", "model", "manifest", "no model", "recipe", "folder", "key"],
)
def test_a_worker_that_would_make_other_rows_says_why_it_takes_no_part(
    setup: Setup, changes: dict[str, Any], words: str
) -> None:
    with pytest.raises(RefusedError, match=words):
        Station(msgspec.structs.replace(setup, **changes), 1)


def test_a_missing_file_is_told_from_one_that_cannot_be_read(
    folder: Path, setup: Setup, open_station: Open
) -> None:
    (folder / "pipe").mkdir()
    files = open_station(setup).do([Job(0, b"pipe"), Job(1, b"not there")]).files
    assert [(file.seen, file.failed) for file in files] == [(True, 1), (False, 1)]


def test_a_worker_whose_folder_goes_away_takes_no_part_any_more(
    tmp_path: Path, folder: Path, setup: Setup, open_station: Open
) -> None:
    here = open_station(setup)
    folder.rename(tmp_path / "elsewhere")
    answer = here.do(jobs_of(tmp_path / "elsewhere"))
    assert answer.files == ()
    assert answer.refusal == Reply("it no longer sees the folder")


@pytest.fixture
def _as_a_worker(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(worker, "_place", worker._Place())
    monkeypatch.setattr(worker, "_threads", lambda: 1)
    ours, root = logging.getLogger("tumorview"), logging.getLogger()
    before = list(ours.handlers), list(root.handlers)
    yield
    worker._place._at_work = 0
    worker._place._clear()
    ours.handlers[:], root.handlers[:] = before


def greeted(setup: Setup, probe: bytes | None = None) -> Reply:
    return opened(worker.greet(sealed(Greeting(setup, probe))), Reply)


@pytest.mark.usefixtures("_as_a_worker")
def test_a_worker_serves_one_scan_at_a_time_until_it_is_told_that_it_has_ended(
    folder: Path, setup: Setup
) -> None:
    other = msgspec.structs.replace(setup, scan="two")
    assert greeted(setup, b"a_good.dcm") == Reply()
    assert greeted(other) == Reply("it is at work for another scan", passing=True)
    assert opened(worker.work(sealed(Request(other, ()))), Answer).refusal == greeted(other)
    assert len(opened(worker.work(sealed(Request(setup, tuple(jobs_of(folder))))), Answer).files)
    asyncio.run(worker.stop("another scan"))
    assert greeted(other).passing
    asyncio.run(worker.stop("one"))
    assert greeted(other) == Reply()


@pytest.mark.usefixtures("_as_a_worker")
def test_stopping_a_scan_ends_its_batch_between_two_files(
    folder: Path, setup: Setup, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = threading.Event(), threading.Event()
    do = Station._file

    def do_slowly(self: Station, job: Job) -> FileAnswer:
        answer = do(self, job)
        reached.set()
        go_on.wait(20)
        return answer

    monkeypatch.setattr(Station, "_file", do_slowly)
    answers: list[Answer] = []
    request = sealed(Request(setup, tuple(jobs_of(folder))))
    thread = threading.Thread(target=lambda: answers.append(opened(worker.work(request), Answer)))
    thread.start()
    assert reached.wait(20)
    asyncio.run(worker.stop("one"))
    go_on.set()
    thread.join(20)
    assert [file.number for file in answers[0].files] == [0]


@pytest.mark.usefixtures("_as_a_worker")
def test_a_worker_refuses_in_words_what_it_does_not_see_or_understand(setup: Setup) -> None:
    assert greeted(setup, b"elsewhere.dcm").refusal == "it does not see the files of the folder"
    assert "asked in another way" in opened(worker.greet(sealed(Job(1, b""))), Reply).refusal


@pytest.mark.usefixtures("_as_a_worker")
@pytest.mark.allow_log("A worker could not")
def test_what_nobody_foresaw_on_a_worker_is_an_answer_and_no_exception(
    setup: Setup, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("Mustermann")

    monkeypatch.setattr(Station, "do", fail)
    ended = opened(worker.work(sealed(Request(setup, ()))), Answer).ended
    assert ended is not None
    assert ended.code == "unexpected"
    assert "ZeroDivisionError" in ended.reason
    assert "Mustermann" not in ended.reason
    asyncio.run(worker.stop("one"))
    monkeypatch.setattr(worker, "Station", fail)
    assert greeted(msgspec.structs.replace(setup, scan="two")).refusal.endswith(
        "(ZeroDivisionError)"
    )


def changed_cell(name: str, value: str) -> Callable[[FileAnswer], FileAnswer]:
    def change(file: FileAnswer) -> FileAnswer:
        cells = list(file.rows[0].cells)
        cells[make_report().header.index(name)] = value
        row = msgspec.structs.replace(file.rows[0], cells=tuple(cells))
        return msgspec.structs.replace(file, rows=(row, *file.rows[1:]))

    return change


def changed_row(change: Callable[[Row], Row]) -> Callable[[FileAnswer], FileAnswer]:
    return lambda file: msgspec.structs.replace(file, rows=(change(file.rows[0]), *file.rows[1:]))


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        ("a_good.dcm", changed_cell("path", "b_multi.dcm"), "another path"),
        ("a_good.dcm", changed_cell("sha256", "0" * 64), "another sha256"),
        ("a_good.dcm", changed_cell("model_sha256", "0" * 64), "another model_sha256"),
        ("a_good.dcm", changed_cell("app_version", "9"), "another app_version"),
        ("a_good.dcm", changed_cell("frame", "2"), "another frame"),
        ("a_good.dcm", changed_cell("status", "failed"), "no status that fits"),
        ("d_text.txt", changed_cell("status", "done"), "another status"),
        ("d_text.txt", changed_cell("error_code", "too_large"), "another error_code"),
        (
            "a_good.dcm",
            changed_row(lambda row: msgspec.structs.replace(row, cells=row.cells[1:])),
            "not as many cells",
        ),
        ("b_multi.dcm", lambda file: msgspec.structs.replace(file, rows=file.rows[:2]), "as many"),
        ("b_multi.dcm", lambda file: msgspec.structs.replace(file, failed=1), "as many"),
    ],
)
def test_rows_that_are_not_those_of_the_file_are_refused(
    folder: Path,
    setup: Setup,
    open_station: Open,
    name: str,
    change: Callable[[FileAnswer], FileAnswer],
    words: str,
) -> None:
    (file,) = open_station(setup).do([Job(0, name.encode())]).files
    checks = AnswerChecks(make_report(), load_bundle())
    path = folder / name
    rows = checks.rows(path, folder, file)
    assert [row.cells for row in rows] == [row.cells for row in file.rows]
    assert [row.source.path for row in rows] == [path] * len(rows)
    with pytest.raises(InvalidMessageError, match=words):
        checks.rows(path, folder, change(file))


def test_another_model_of_the_same_id_is_told_by_its_hash(
    tmp_path: Path, setup: Setup, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "others"
    make_model(other, TinyModel(seed=8))
    monkeypatch.setenv("TUMORVIEW_MODELS", str(other))
    with pytest.raises(RefusedError, match="is another one"):
        Station(setup, 1)


def test_a_listing_is_done_in_its_order(tmp_path: Path, setup: Setup, open_station: Open) -> None:
    folder = make_series(tmp_path / "in" / "series", 4)
    keys = [Job(n, f"series/{folder.joinpath(f'{n:03d}.dcm').name}".encode()) for n in (2, 0, 3)]
    answer = open_station(setup).do(keys)
    assert [file.number for file in answer.files] == [2, 0, 3]
