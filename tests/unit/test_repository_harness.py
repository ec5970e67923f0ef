"""The harness itself: each kind of mess that a test leaves behind is noticed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

MESSES = """
import logging, os, sys, threading, warnings
from pathlib import Path
import pytest
from PySide6.QtCore import QThread

class Tripwire:
    def __del__(self):
        raise ValueError("in a destructor")

def test_quiet(): ...

def test_warning():
    warnings.warn("old", DeprecationWarning)

def test_log():
    logging.getLogger("tumorview.x").warning("strange")

def test_allowed_log(allow_log):
    allow_log("^stra")
    logging.getLogger("tumorview.x").warning("strange")

@pytest.mark.allow_log("^stra")
def test_marked_log():
    logging.getLogger("tumorview.x").warning("strange")

@pytest.mark.allow_log("^other")
def test_log_of_another_kind():
    logging.getLogger("tumorview.x").warning("strange")

def test_daemon_thread():
    threading.Thread(target=threading.Event().wait, args=(20,), daemon=True).start()

class Spinner(QThread):
    def run(self):
        threading.current_thread()
        while not self.isInterruptionRequested():
            self.msleep(5)

SPINNERS = []

@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of foreign threads")
def test_qt_thread(qapp):
    SPINNERS.append(Spinner())
    SPINNERS[0].start()
    QThread.msleep(50)

def test_qt_thread_that_ends(qapp):
    for spinner in [*SPINNERS, Spinner()]:
        spinner.start()
        QThread.msleep(50)
        spinner.requestInterruption()
        spinner.wait()

def test_thread_that_ends():
    threading.Thread(target=threading.Event().wait, args=(0.05,)).start()

def test_failing_thread():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()

def test_unraisable():
    Tripwire()

def test_home():
    assert list(Path.home().iterdir()) == [Path.home() / "runtime"]
    assert "TUMORVIEW_MODELS" not in os.environ

@pytest.mark.shared_data
def test_real_images(): ...
"""


@pytest.fixture(scope="module")
def outcomes(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    folder = tmp_path_factory.mktemp("harness")
    (folder / "conftest.py").write_bytes((checkout / "tests" / "conftest.py").read_bytes())
    (folder / "test_messes.py").write_text(MESSES)
    environment = dict(os.environ, TUMORVIEW_MODELS="elsewhere")
    environment["TUMORVIEW_SHARED_DATA"] = str(folder / "absent")
    run = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider"),
            *("-c", str(checkout / "pyproject.toml"), "--rootdir", str(folder), str(folder)),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env=environment,
        timeout=100,
    )
    found: dict[str, set[str]] = {}
    for outcome, name in re.findall(
        r"^(PASSED|FAILED|ERROR) \S*?::(\w+)", run.stdout, flags=re.MULTILINE
    ):
        found.setdefault(name, set()).add(outcome)
    found["output"] = {run.stdout}
    return found


@pytest.mark.parametrize(
    "name",
    ["quiet", "allowed_log", "marked_log", "thread_that_ends", "qt_thread_that_ends", "home"],
)
def test_a_clean_test_passes(outcomes: dict[str, set[str]], name: str) -> None:
    assert outcomes[f"test_{name}"] == {"PASSED"}, outcomes["output"]


@pytest.mark.parametrize(
    "name",
    ["warning", "log", "log_of_another_kind", "daemon_thread", "failing_thread", "unraisable"],
)
def test_a_mess_does_not_pass(outcomes: dict[str, set[str]], name: str) -> None:
    assert outcomes[f"test_{name}"] & {"FAILED", "ERROR"}, outcomes["output"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of foreign threads")
def test_a_qt_thread_that_runs_on_is_noticed(outcomes: dict[str, set[str]]) -> None:
    assert "ERROR" in outcomes["test_qt_thread"], outcomes["output"]


def test_a_test_without_its_data_is_skipped_with_the_reason(
    outcomes: dict[str, set[str]],
) -> None:
    (output,) = outcomes["output"]
    assert "no shared data beside the checkout" in output
