"""What every test runs under: a home of its own, no screen, and nothing left behind.

A test fails when it leaves a thread running or when something logs at WARNING or above that the
test did not announce (`allow_log`). Python warnings, unraisable exceptions and Qt's own warnings
fail it too (``filterwarnings`` and ``qt_log_level_fail`` in pyproject.toml).
"""

from __future__ import annotations

import importlib.util
import logging
import os
import re
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

# Before anything imports Qt or TensorFlow. Set TUMORVIEW_TEST_XVFB=1 to test on Xvfb instead of
# Qt's offscreen platform.
USES_XVFB = bool(os.environ.get("TUMORVIEW_TEST_XVFB"))
if sys.platform.startswith("linux"):
    os.environ["QT_QPA_PLATFORM"] = "xcb" if USES_XVFB else "offscreen"
else:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
# matplotlib lists the machine's fonts once a home, and every test has a home of its own.
os.environ.setdefault("MPLCONFIGDIR", str(Path(tempfile.gettempdir()) / "tumorview-test-fonts"))

# No test asserts how long something takes, and on a busy machine any example may take long.
# Examples are the same every time; set TUMORVIEW_TEST_RANDOM=1 to look for new ones.
hypothesis.settings.register_profile(
    "patient", deadline=None, derandomize="TUMORVIEW_TEST_RANDOM" not in os.environ
)
hypothesis.settings.load_profile("patient")

CHECKOUT = Path(__file__).resolve().parent.parent

THREAD_GRACE_SECONDS = 3.0
"""How long a thread that was told to stop may take before it counts as left behind."""

POOL_THREADS = ("pydev", "ThreadPoolExecutor-asyncio", "tf_", "keras_", "pytest_timeout")
"""Name prefixes of threads that libraries keep for the life of the process."""

POOLED_NATIVE_THREADS = ("Thread (pooled)", "tf_", "ort_")
"""Likewise, names that the operating system knows of threads Python did not start."""

NOISY_LOGGERS = ("matplotlib.font_manager",)
"""Loggers whose warnings speak of the machine (a font cache being built), not of the code."""


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Declare `allow_log`, and leave Xvfb alone where the offscreen platform is used."""
    config.addinivalue_line(
        "markers", "allow_log(pattern): log records at WARNING or above that match are expected"
    )
    if not USES_XVFB and hasattr(config.option, "no_xvfb"):
        config.option.no_xvfb = True


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what this machine cannot run, and say why."""
    if item.get_closest_marker("tensorflow") and importlib.util.find_spec("tensorflow") is None:
        pytest.skip("TensorFlow is not installed (pip install 'tumorview[train]')")
    if item.get_closest_marker("shared_data") and not _shared_data_dir().is_dir():
        pytest.skip(f"no shared data beside the checkout ({_shared_data_dir()})")


def _shared_data_dir() -> Path:
    chosen = os.environ.get("TUMORVIEW_SHARED_DATA")
    return Path(chosen) if chosen else CHECKOUT.parent / "shared" / "data"


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of the repository."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real images beside the checkout (or TUMORVIEW_SHARED_DATA); else a skip."""
    folder = _shared_data_dir()
    if not folder.is_dir():
        pytest.skip(f"no shared data beside the checkout ({folder})")
    return folder


@pytest.fixture(scope="session")
def _library_caches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("library-caches")


@pytest.fixture(autouse=True)
def isolated_home(
    tmp_path_factory: pytest.TempPathFactory,
    _library_caches: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """An empty home for settings, journals and user models; returns its path.

    Caches that libraries build once (fonts, Keras' configuration) are shared by the session.
    """
    home = tmp_path_factory.mktemp("home")
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    places = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "roaming",
        "LOCALAPPDATA": home / "local",
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local" / "share",
        "XDG_STATE_HOME": home / ".local" / "state",
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_RUNTIME_DIR": runtime,
        "MPLCONFIGDIR": _library_caches / "matplotlib",
        "KERAS_HOME": _library_caches / "keras",
    }
    for name, place in places.items():
        monkeypatch.setenv(name, str(place))
    # A developer's own choices must not change what a test sees.
    for name in [n for n in os.environ if n.startswith("TUMORVIEW_") and "_TEST_" not in n]:
        if name != "TUMORVIEW_SHARED_DATA":
            monkeypatch.delenv(name)
    return home


class _RecordKeeper(logging.Handler):
    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self.allowed: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def unexpected(self) -> list[str]:
        return [
            f"{record.levelname} {record.name}: {record.getMessage()}"
            for record in self.records
            if record.name not in NOISY_LOGGERS
            and not any(re.search(pattern, record.getMessage()) for pattern in self.allowed)
        ]


@pytest.fixture(autouse=True)
def _log_records(request: pytest.FixtureRequest) -> Iterator[_RecordKeeper]:
    keeper = _RecordKeeper()
    for marker in request.node.iter_markers("allow_log"):
        keeper.allowed.extend(marker.args)
    if request.node.get_closest_marker("tensorflow") is not None:
        # TensorFlow takes the models of several tests in one process for one that is traced anew.
        keeper.allowed.append(r"triggered tf\.function retracing")
    root = logging.getLogger()
    root.addHandler(keeper)
    yield keeper
    root.removeHandler(keeper)
    unexpected = keeper.unexpected()
    if unexpected:
        pytest.fail("unexpected log records:\n" + "\n".join(unexpected), pytrace=False)


@pytest.fixture
def allow_log(_log_records: _RecordKeeper) -> Callable[[str], None]:
    """Call with a regular expression: matching records at WARNING or above are expected."""
    return _log_records.allowed.append


def _native_thread_name(thread: threading.Thread) -> str | None:
    """The operating system's name of a thread that is still alive, or None when it is gone."""
    try:
        return Path(f"/proc/self/task/{thread.native_id}/comm").read_text().strip()
    except OSError:
        return None


def _left_behind(before: set[threading.Thread]) -> list[threading.Thread]:
    found = []
    for thread in set(threading.enumerate()) - before:
        if thread.name.startswith(POOL_THREADS):
            continue
        # Python keeps a dummy for every foreign thread (a QThread, a pool of C++) that ever ran
        # Python code; only the system knows whether it still lives.
        if isinstance(thread, threading._DummyThread):
            native_name = _native_thread_name(thread)
            if native_name is None or native_name.startswith(POOLED_NATIVE_THREADS):
                continue
        found.append(thread)
    return found


@pytest.fixture(autouse=True)
def _no_dangling_threads() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + THREAD_GRACE_SECONDS
    while (left := _left_behind(before)) and time.monotonic() < deadline:
        time.sleep(0.01)
    if left:
        names = ", ".join(f"{t.name} (daemon={t.daemon})" for t in left)
        pytest.fail(f"threads left running after the test: {names}", pytrace=False)
