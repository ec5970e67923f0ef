"""A scan on several processes: whatever happens to them, the table is that of one machine."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.model_factory import TinyModel, make_model
from tests.unit.services.cluster.processes import Cluster
from tests.unit.services.scan_helpers import (
    finished,
    lasting,
    make_mixed_folder,
    make_series,
    read_rows,
    scan,
)
from tumorview.cancel import CancelToken
from tumorview.cli import main
from tumorview.domain.events import (
    ClusterNotice,
    ItemDoneElsewhere,
    ItemFailed,
    Outcome,
    ScanEvent,
    ScanStarted,
)
from tumorview.services.cluster import crew
from tumorview.services.pseudonym_key import make_key
from tumorview.services.scan import ScanOptions, scan_folder

pytestmark = [
    pytest.mark.skipif(
        importlib.util.find_spec("distributed") is None,
        reason="Dask is not installed (pip install 'tumorview[cluster]')",
    ),
    pytest.mark.skipif(os.name == "nt", reason="workers are killed with SIGKILL"),
    pytest.mark.timeout(400),
    # Dask's own, of workers that are killed here on purpose.
    pytest.mark.allow_log("Task exception was never retrieved"),
]


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("models")
    make_model(place)
    return place


@pytest.fixture(autouse=True)
def _same_models_here(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TUMORVIEW_MODELS", str(models))


@pytest.fixture
def cluster(tmp_path: Path, models: Path) -> Iterator[Cluster]:
    """A scheduler without workers."""
    place = tmp_path / "cluster"
    place.mkdir()
    with Cluster(place, models) as started:
        yield started


def notices(events: list[ScanEvent]) -> str:
    return " ".join(e.sentence for e in events if isinstance(e, ClusterNotice))


def make_export(folder: Path) -> Path:
    make_mixed_folder(folder)
    make_series(folder / "series", 30)
    return folder


def test_the_table_of_a_cluster_is_that_of_one_machine_and_each_goes_on_with_the_others(
    tmp_path: Path, cluster: Cluster
) -> None:
    folder = make_export(tmp_path / "in")
    cluster.add_worker(wait=False)
    cluster.add_worker(threads=2)
    scan(folder, tmp_path / "here.csv")
    here = read_rows(tmp_path / "here.csv")
    events = scan(folder, tmp_path / "there.csv", cluster=cluster.address)
    end = finished(events)
    assert (end.outcome, end.analysed, end.failed) == (Outcome.DONE, 36, 3)
    assert lasting(read_rows(tmp_path / "there.csv")) == lasting(here)
    for level in ("series", "studies"):
        there = read_rows(tmp_path / f"there.{level}.csv")
        assert lasting(there) == lasting(read_rows(tmp_path / f"here.{level}.csv"))
        assert there
    items = [e for e in events if isinstance(e, ItemDoneElsewhere | ItemFailed)]
    assert len(items) == len(here)
    assert [e.files_done for e in items] == sorted(e.files_done for e in items)
    said = {e.item.source.path.name: e.error for e in items if isinstance(e, ItemFailed)}
    assert {name: error.sentence(with_path=False) for name, error in said.items()} == {
        row["path"]: row["error_text"] for row in here if row["status"] == "failed"
    }

    # What was done here is known there, and the other way round; one file has changed.
    shutil.copy(folder / "series" / "000.dcm", folder / "a_good.dcm")
    events = scan(folder, tmp_path / "here.csv", cluster=cluster.address, resume=True)
    assert isinstance(events[0], ScanStarted)
    done = [e for e in events if isinstance(e, ItemDoneElsewhere)]
    assert [e.source.path.name for e in done] == ["a_good.dcm"]
    before = (tmp_path / "here.csv").read_bytes()
    events = scan(folder, tmp_path / "here.csv", resume=True)
    assert len(events) == 2
    assert (tmp_path / "here.csv").read_bytes() == before


def test_a_scheduler_that_is_not_there_is_said_before_an_earlier_journal_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, models: Path
) -> None:
    monkeypatch.setattr("tumorview.services.cluster.connection._CONNECT_SECONDS", 0.3)
    folder = make_series(tmp_path / "in", 2)
    scan(folder, tmp_path / "out.csv")
    before = (tmp_path / "out.csv").read_bytes()
    (event,) = scan(folder, tmp_path / "out.csv", cluster="127.0.0.1:9")
    error = finished([event]).error
    assert error is not None
    assert error.code == "cluster_unreachable"
    assert "127.0.0.1:9" in str(error)
    assert (tmp_path / "out.csv").read_bytes() == before
    assert len(scan(folder, tmp_path / "out.csv", resume=True)) == 2


@pytest.mark.slow
def test_a_worker_that_is_killed_costs_no_row_and_doubles_none(
    tmp_path: Path, cluster: Cluster
) -> None:
    folder = make_export(tmp_path / "in")
    make_series(folder / "more", 150)
    scan(folder, tmp_path / "here.csv")
    first, second = cluster.add_worker(wait=False), cluster.add_worker()
    options = ScanOptions(folder, tmp_path / "there.csv", cluster=cluster.address)
    events: list[ScanEvent] = []
    for event in scan_folder(options, CancelToken()):
        events.append(event)
        if isinstance(event, ItemDoneElsewhere) and event.files_done == 12:
            first.kill()
            cluster.add_worker(wait=False)
            second.kill()
    assert finished(events).outcome is Outcome.DONE
    assert notices(events).count(" is gone.") >= 1
    there = read_rows(tmp_path / "there.csv")
    assert lasting(there) == lasting(read_rows(tmp_path / "here.csv"))


@pytest.mark.slow
def test_a_file_that_ends_every_worker_costs_its_own_row_and_no_other(
    tmp_path: Path, cluster: Cluster
) -> None:
    folder = make_series(tmp_path / "in", 40)
    scan(folder, tmp_path / "here.csv")
    shutil.copy(folder / "020.dcm", folder / "killer.dcm")
    for _ in range(2):
        cluster.add_worker(
            threads=2, nanny=True, preload="tests.unit.services.cluster.killer", wait=False
        )
    events = scan(folder, tmp_path / "there.csv", cluster=cluster.address)
    assert (finished(events).analysed, finished(events).failed) == (40, 1)
    there = read_rows(tmp_path / "there.csv")
    (row,) = (row for row in there if row["path"] == "killer.dcm")
    assert (row["status"], row["error_code"]) == ("failed", "worker_lost")
    assert len(row["sha256"]) == 64
    others = [row for row in there if row["path"] != "killer.dcm"]
    assert lasting(others) == lasting(read_rows(tmp_path / "here.csv"))
    # It keeps its row until it is asked to be tried again.
    events = scan(folder, tmp_path / "there.csv", cluster=cluster.address, resume=True)
    assert not [e for e in events if isinstance(e, ItemDoneElsewhere | ItemFailed)]
    scan(folder, tmp_path / "there.csv", resume=True, retry_failed=True)
    assert {row["status"] for row in read_rows(tmp_path / "there.csv")} == {"done"}


@pytest.mark.slow
def test_a_worker_with_another_model_takes_no_part(tmp_path: Path, cluster: Cluster) -> None:
    folder = make_series(tmp_path / "in", 12)
    other = tmp_path / "other models"
    make_model(other, TinyModel(seed=8))
    cluster.add_worker(models=other)
    events = scan(folder, tmp_path / "there.csv", cluster=cluster.address)
    error = finished(events).error
    assert error is not None
    assert error.code == "cluster_workers"
    assert "its model 'tiny' is another one" in str(error)
    assert finished(events).analysed == 0

    cluster.add_worker()
    events = scan(folder, tmp_path / "there.csv", cluster=cluster.address)
    assert finished(events).error is None
    assert notices(events).count("takes no part: its model") == 1
    scan(folder, tmp_path / "here.csv")
    assert lasting(read_rows(tmp_path / "there.csv")) == lasting(read_rows(tmp_path / "here.csv"))


@pytest.mark.slow
def test_a_cluster_without_workers_is_said(
    tmp_path: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "_PATIENCE_SECONDS", 0.5)
    folder = make_series(tmp_path / "in", 2)
    error = finished(scan(folder, tmp_path / "o.csv", cluster=cluster.address)).error
    assert error is not None
    assert error.code == "cluster_workers"
    assert "has no workers" in str(error)


@pytest.mark.slow
def test_a_cancelled_scan_leaves_the_workers_free_and_goes_on_later(
    tmp_path: Path, cluster: Cluster
) -> None:
    folder = make_series(tmp_path / "in", 200)
    cluster.add_worker()
    token = CancelToken()
    events = []
    options = ScanOptions(folder, tmp_path / "there.csv", cluster=cluster.address)
    for event in scan_folder(options, token):
        events.append(event)
        if isinstance(event, ItemDoneElsewhere) and event.files_done == 9:
            token.cancel()
    end = finished(events)
    assert end.outcome is Outcome.CANCELLED
    assert 9 <= end.analysed < 200
    assert len(read_rows(tmp_path / "there.csv")) == end.analysed
    events = scan(folder, tmp_path / "there.csv", cluster=cluster.address, resume=True)
    # It was not still at work for the scan that was cancelled.
    assert "at work for another scan" not in notices(events)
    assert finished(events).outcome is Outcome.DONE
    done_later = sum(isinstance(e, ItemDoneElsewhere) for e in events)
    assert done_later == 200 - end.analysed
    scan(folder, tmp_path / "here.csv")
    assert lasting(read_rows(tmp_path / "there.csv")) == lasting(read_rows(tmp_path / "here.csv"))


@pytest.mark.slow
def test_pseudonyms_and_pictures_are_those_of_one_machine_and_no_log_names_anybody(
    tmp_path: Path, cluster: Cluster
) -> None:
    folder = make_export(tmp_path / "Mustermann")
    key, maps = tmp_path / "key", tmp_path / "maps"
    make_key(key)
    cluster.add_worker()
    shared = {"pseudonym_key": key, "heatmap_dir": maps}
    scan(folder, tmp_path / "here.csv", **shared)
    pictures = {p.relative_to(maps): p.read_bytes() for p in maps.rglob("*.png")}
    shutil.rmtree(maps)
    scan(folder, tmp_path / "there.csv", cluster=cluster.address, **shared)
    assert lasting(read_rows(tmp_path / "there.csv")) == lasting(read_rows(tmp_path / "here.csv"))
    assert {p.relative_to(maps): p.read_bytes() for p in maps.rglob("*.png")} == pictures
    # A call that fails is what Dask writes down with its arguments.
    (maps / "gone").mkdir()
    shutil.rmtree(folder)
    events = scan(folder, tmp_path / "o.csv", cluster=cluster.address)
    assert finished(events).outcome is Outcome.FAILED
    text = cluster.logs()
    assert "tumorview-" in text
    for name in ("Mustermann", "bersicht", "a_good", "series/", "P-1", key.name + "'"):
        assert name not in text


@pytest.mark.slow
def test_the_command_line_scans_on_a_cluster_and_says_who_takes_part(
    tmp_path: Path,
    cluster: Cluster,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    make_series(tmp_path / "in", 3)
    cluster.add_worker()
    monkeypatch.chdir(tmp_path)
    words = ["scan", "in", "--csv", "out.csv", "--cluster", cluster.address]
    assert main(words) == 0
    printed = capsys.readouterr()
    assert "takes part (1 at once)." in printed.err
    assert "3 analysed, 0 failed" in printed.out
    # Loopback: nothing can be read on the way.
    assert "not encrypted" not in printed.err


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_a_cluster_with_certificates_serves_who_has_them_and_nobody_else(
    tmp_path: Path, models: Path
) -> None:
    import dask.config  # noqa: PLC0415 - an extra

    certificate, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=tumorview-test", "-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    options = ["--tls-ca-file", str(certificate), "--tls-cert", str(certificate)]
    options += ["--tls-key", str(key)]
    folder = make_series(tmp_path / "in", 3)
    place = tmp_path / "cluster"
    place.mkdir()
    with Cluster(place, models, options) as cluster:
        cluster.add_worker()
        error = finished(scan(folder, tmp_path / "o.csv", cluster=cluster.address)).error
        assert error is not None
        assert error.code == "cluster_unreachable"
        ours = {"ca-file": str(certificate), "client.cert": str(certificate)}
        ours["client.key"] = str(key)
        with dask.config.set({f"distributed.comm.tls.{k}": v for k, v in ours.items()}):
            end = finished(scan(folder, tmp_path / "o.csv", cluster=cluster.address))
        assert (end.outcome, end.analysed) == (Outcome.DONE, 3)
