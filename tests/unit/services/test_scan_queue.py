from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from tumorview.services.scan_queue import (
    QueuedScan,
    ScanQueue,
    ScanState,
    ScanWish,
    load_queue,
    queue_path,
    save_queue,
)


def wish(name: str) -> ScanWish:
    return ScanWish(Path(name), Path(f"{name}.csv"))


def in_state(queue: ScanQueue, number: int, state: ScanState) -> ScanQueue:
    scan = queue.find(number)
    assert scan is not None
    return queue.changed(replace(scan, state=state))


@pytest.fixture
def queue() -> ScanQueue:
    return ScanQueue().added(wish("a")).added(wish("b")).added(wish("c"))


def folders(queue: ScanQueue) -> str:
    return "".join(str(scan.wish.folder) for scan in queue.scans)


def test_scans_wait_in_the_order_in_which_they_came(queue: ScanQueue) -> None:
    assert folders(queue) == "abc"
    assert queue.waiting == queue.scans
    assert queue.active is None


@pytest.mark.parametrize(
    ("number", "step", "order"), [(1, 1, "bac"), (3, -9, "cab"), (9, 1, "abc")]
)
def test_a_scan_can_be_moved(queue: ScanQueue, number: int, step: int, order: str) -> None:
    assert folders(queue.moved(number, step)) == order


def test_what_runs_cannot_be_removed_and_the_rest_can(queue: ScanQueue) -> None:
    running = in_state(queue, 1, ScanState.RUNNING)
    assert folders(running.without(1).without(2)) == "ac"
    assert folders(in_state(running, 1, ScanState.PAUSED).without(1)) == "abc"


def test_numbers_are_never_given_twice(queue: ScanQueue) -> None:
    assert queue.without(3).added(wish("d")).scans[-1].number == 4


def test_a_new_scan_takes_the_place_of_one_that_has_ended_with_the_same_table(
    queue: ScanQueue,
) -> None:
    ended = in_state(in_state(queue, 1, ScanState.DONE), 2, ScanState.RUNNING)
    assert folders(ended.added(wish("a"))) == "bca"
    assert folders(ended.added(wish("b"))) == "abcb"


def test_a_table_that_somebody_writes_to_is_known(queue: ScanQueue) -> None:
    writer = queue.writer_of(Path("b.csv"))
    assert writer is not None
    assert writer.number == 2
    assert queue.writer_of(Path("b.csv"), besides=2) is None
    assert in_state(queue, 2, ScanState.DONE).writer_of(Path("b.csv")) is None


def test_only_what_has_ended_is_done_again(queue: ScanQueue) -> None:
    assert queue.again(1, resume=True) == queue
    ended = in_state(queue, 1, ScanState.STOPPED).again(1, resume=True, retry_failed=True)
    scan = ended.find(1)
    assert scan is not None
    assert scan.state is ScanState.WAITING
    assert scan.wish == replace(wish("a"), resume=True, retry_failed=True)


def test_a_queue_survives_and_what_ran_is_said_to_be_broken_off(queue: ScanQueue) -> None:
    odd = ScanWish(Path(os.fsdecode(b"caf\xe9")), Path("x.csv"), heatmap_dir=Path("pictures"))
    running = in_state(in_state(queue.added(odd), 1, ScanState.DONE), 2, ScanState.PAUSED)
    assert save_queue(running)

    loaded = load_queue()

    assert [scan.wish for scan in loaded.scans] == [scan.wish for scan in running.scans]
    assert [scan.state.value for scan in loaded.scans] == ["done", "stopped", "waiting", "waiting"]
    assert loaded.scans[1].reason
    assert loaded.left_over == 3
    assert loaded.added(wish("e")).scans[-1].number == 5


@pytest.mark.skipif(os.name == "nt", reason="permissions are of another kind there")
def test_nobody_else_can_read_it(queue: ScanQueue) -> None:
    save_queue(queue)
    assert stat.S_IMODE(queue_path().stat().st_mode) == 0o600
    assert [path.name for path in queue_path().parent.iterdir()] == [queue_path().name]


def test_a_first_start_has_an_empty_queue() -> None:
    assert load_queue() == ScanQueue()


@pytest.mark.allow_log("The queue of scans is dropped")
@pytest.mark.parametrize(
    "content", [b"", b"[1]", b'{"scans": [{"number": "x"}]}', b"{" * 5_000_000]
)
def test_a_file_that_cannot_be_used_is_dropped(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "queue.json"
    path.write_bytes(content)
    assert load_queue(path) == ScanQueue()


@pytest.mark.allow_log("The queue of scans is not kept")
def test_a_queue_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not save_queue(ScanQueue(), tmp_path / "file" / "queue.json")


def test_a_queue_names_nobody_in_a_log() -> None:
    scan = QueuedScan(1, ScanWish(Path("Doe John"), Path("Doe.csv")))
    assert "Doe" not in repr((scan, ScanQueue((scan,), 1)))
