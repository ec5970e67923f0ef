"""``scan`` and ``watch`` as a user types them for an archive: keys, going on, exit codes."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.model_factory import make_model
from tests.unit.services.scan_helpers import make_series, read_rows
from tumorview.cli import ExitCode, main

CHECKOUT = Path(__file__).resolve().parents[3]
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_model(tmp_path / "models")
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path / "models"))


def _scan(tmp_path: Path, *options: str | Path) -> int:
    csv_path = tmp_path / "out.csv"
    return main(["scan", str(tmp_path / "in"), "--csv", str(csv_path), *map(str, options)])


def test_a_key_is_made_once_and_used_from_then_on(tmp_path: Path, capsys: Captured) -> None:
    make_series(tmp_path / "in", 2)
    key = tmp_path / "key"
    assert _scan(tmp_path, "--pseudonyms", key, "--make-key") == ExitCode.DONE
    assert "Keep it" in capsys.readouterr().err
    if os.name == "posix":
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
    first = [row["path"] for row in read_rows(tmp_path / "out.csv")]
    assert "000.dcm" not in first
    assert _scan(tmp_path, "--pseudonyms", key, "--make-key") == ExitCode.USAGE
    assert "never replaced" in capsys.readouterr().err
    assert _scan(tmp_path, "--pseudonyms", key) == ExitCode.DONE
    assert [row["path"] for row in read_rows(tmp_path / "out.csv")] == first


def test_a_key_that_is_none_is_a_usage_error(tmp_path: Path, capsys: Captured) -> None:
    make_series(tmp_path / "in", 1)
    (tmp_path / "key").write_text("my dog's name")
    assert _scan(tmp_path, "--pseudonyms", tmp_path / "key") == ExitCode.USAGE
    said = capsys.readouterr().err
    assert "key: the key is too short: 13 bytes where at least 32 are needed" in said
    assert "dog" not in said
    assert _scan(tmp_path, "--make-key") == ExitCode.USAGE
    assert "--make-key needs --pseudonyms" in capsys.readouterr().err
    assert not (tmp_path / "out.csv").exists()


def test_failures_are_tried_again_on_request(tmp_path: Path, capsys: Captured) -> None:
    folder = make_series(tmp_path / "in", 1)
    (folder / "bad.txt").write_text("no image")
    assert _scan(tmp_path) == ExitCode.PARTIAL
    capsys.readouterr()
    assert _scan(tmp_path, "--resume") == ExitCode.PARTIAL
    assert "bad.txt" not in capsys.readouterr().err
    assert _scan(tmp_path, "--retry-failed") == ExitCode.PARTIAL
    assert "bad.txt: " in capsys.readouterr().err


def test_parametric_maps_need_a_folder_and_what_cannot_be_one_is_said(
    tmp_path: Path, capsys: Captured
) -> None:
    # Without a position, so that a map would have no place.
    make_series(tmp_path / "in", 2)
    assert _scan(tmp_path, "--parametric-maps") == ExitCode.USAGE
    assert "--parametric-maps needs --heatmaps DIR" in capsys.readouterr().err
    maps = tmp_path / "maps"
    assert _scan(tmp_path, "--parametric-maps", "--heatmaps", str(maps)) == ExitCode.DONE
    said = capsys.readouterr().err
    assert "2 heatmaps are pictures only, without a DICOM parametric map" in said
    assert "out.csv.report.html says why" in said


def test_a_cancelled_scan_leaves_its_report(tmp_path: Path) -> None:
    folder = make_series(tmp_path / "in", 300)
    out = tmp_path / "out.csv"
    process = subprocess.Popen(
        [sys.executable, "-m", "tumorview", "scan", str(folder), "--csv", str(out)],
        cwd=CHECKOUT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    assert process.stderr.readline().startswith("300 files")
    process.terminate()
    process.communicate(timeout=60)
    assert process.returncode == ExitCode.TERMINATED
    report = json.loads((tmp_path / "out.csv.report.json").read_text("utf-8"))
    assert report["outcome"] == "cancelled"
    assert report["summary"]["rows"] == len(read_rows(out)) < 300
    assert {version["name"] for version in report["versions"]} >= {"TumorView", "onnxruntime"}
    assert "<svg" in (tmp_path / "out.csv.report.html").read_text("utf-8") or not read_rows(out)


@contextmanager
def _watching(folder: Path, csv_path: Path) -> Iterator[subprocess.Popen[str]]:
    words = ["watch", str(folder), "--csv", str(csv_path), "--settle", "0", "--poll", "0.05"]
    process = subprocess.Popen(
        [sys.executable, "-m", "tumorview", *words],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr is not None
        assert "watching in; 0 files are known" in process.stderr.readline().replace(
            str(folder), folder.name
        )
        yield process
    finally:
        process.kill()
        process.communicate(timeout=60)


@pytest.mark.parametrize(
    "number",
    [
        signal.SIGTERM,
        pytest.param(
            signal.SIGINT,
            marks=pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals"),
        ),
    ],
)
def test_a_watch_that_is_told_to_stop_ends_well(tmp_path: Path, number: signal.Signals) -> None:
    folder = make_series(tmp_path / "in", 2)
    out = tmp_path / "out.csv"
    with _watching(folder, out) as process:
        assert process.stderr is not None
        assert "1 files analysed" in process.stderr.readline()
        process.send_signal(number)
        said, errors = process.communicate(timeout=60)
    assert process.returncode == ExitCode.DONE, errors
    assert " analysed, 0 failed" in said
    assert read_rows(out)[0]["path"] == "000.dcm"
    report = json.loads((tmp_path / "out.csv.report.json").read_text("utf-8"))
    assert (report["command"], report["outcome"]) == ("watch", "done")


def test_a_watch_with_failures_is_exit_code_8_and_names_them(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "bad.txt").write_text("no image")
    with _watching(folder, tmp_path / "out.csv") as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("bad.txt: ")
        process.terminate()
        process.communicate(timeout=60)
    assert process.returncode == ExitCode.PARTIAL


def test_a_watch_of_no_folder_or_into_none_says_so(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "in").mkdir()
    missing = str(tmp_path / "missing")
    assert main(["watch", missing, "--csv", str(tmp_path / "o.csv")]) == ExitCode.INPUT
    assert main(["watch", str(tmp_path / "in"), "--csv", f"{missing}/o.csv"]) == ExitCode.OUTPUT
    assert main(["watch", str(tmp_path / "in")]) == ExitCode.USAGE
    wrong = ["watch", str(tmp_path / "in"), "--csv", "o.csv", "--settle", "soon"]
    capsys.readouterr()
    assert main(wrong) == ExitCode.USAGE
    assert "a number of seconds from 0 to 86400 was expected, not 'soon'" in capsys.readouterr().err
