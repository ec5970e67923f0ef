"""Inference, decoding and scanning never run on the GUI thread, and the window stays usable."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.model_factory import make_model
from tests.ui.driving import wait_for_slice
from tests.ui.models import WatchedEngine, watched_predictor, write_frames
from tumorview.cancel import CancelToken
from tumorview.domain.arrays import Float32Array
from tumorview.domain.frames import StoredFrame
from tumorview.imaging.catalog import list_files
from tumorview.imaging.image_file import ImageFile
from tumorview.inference.engines.base import EngineOutput, InferenceEngine
from tumorview.inference.engines.select import open_engine
from tumorview.services.settings import Settings
from tumorview.ui.main_window import MainWindow
from tumorview.ui.stall_probe import StallProbe

Open = Callable[[MainWindow, Path], MainWindow]
SLICES = 12


class HeldEngine(WatchedEngine):
    """Each pass waits until the test lets it go; on the GUI thread that would be for ever."""

    def __init__(self) -> None:
        self.passes_allowed = threading.Semaphore(0)
        super().__init__(before=self._wait)

    def _wait(self) -> None:
        assert self.passes_allowed.acquire(timeout=30), "nobody let the engine go on"


@pytest.fixture
def decoding_threads(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """Threads that decoded a frame."""
    seen: set[int] = set()
    decode = ImageFile.read_frame

    def read_frame(self: ImageFile, number: int = 1) -> StoredFrame:
        seen.add(threading.get_ident())
        return decode(self, number)

    monkeypatch.setattr(ImageFile, "read_frame", read_frame)
    return seen


@pytest.fixture
def series_folder(tmp_path: Path) -> Path:
    write_frames(tmp_path / "series", SLICES)
    return tmp_path / "series"


@pytest.fixture
def held(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[MainWindow, HeldEngine]]:
    engine = HeldEngine()
    window = MainWindow(Settings(), lambda: watched_predictor(tmp_path / "models", engine))
    window.show()
    qtbot.waitExposed(window)
    yield window, engine
    engine.passes_allowed.release(1000)
    window.close()
    window.deleteLater()


def test_the_window_can_be_used_while_the_engine_is_stuck(
    held: tuple[MainWindow, HeldEngine],
    opened: Open,
    series_folder: Path,
    decoding_threads: set[int],
    qtbot: QtBot,
    record_property: Callable[[str, object], None],
) -> None:
    window, engine = held
    opened(window, series_folder)
    probe = StallProbe()
    probe.start()
    window.actions_table["analyze_series"].trigger()
    qtbot.waitUntil(lambda: engine.passes == 1)

    # The engine hangs; everything below needs the GUI thread and the decoding thread.
    for index in (0, 5, SLICES - 1):
        window.viewer.go_to(index)
        wait_for_slice(qtbot, window, index)
    window.actions_table["invert"].trigger()
    assert engine.passes == 1
    assert window.controller.is_busy

    engine.passes_allowed.release(SLICES)
    qtbot.waitUntil(lambda: not window.controller.is_busy)
    report = probe.stop()
    record_property("longest_stall_ms", round(report.longest_ms, 1))

    assert report.samples > 0
    assert engine.passes == SLICES
    assert threading.get_ident() not in engine.threads
    assert len(engine.threads) == 1
    assert decoding_threads
    assert threading.get_ident() not in decoding_threads


def test_a_folder_scan_decodes_and_infers_off_the_main_thread(
    window: MainWindow,
    series_folder: Path,
    decoding_threads: set[int],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
) -> None:
    make_model(tmp_path / "models")
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path / "models"))
    scanning: set[int] = set()
    inferring: set[int] = set()

    class Recorded:
        def __init__(self, engine: InferenceEngine) -> None:
            self._engine = engine
            self.name, self.device = engine.name, engine.device

        def infer(self, batch: Float32Array) -> EngineOutput:
            inferring.add(threading.get_ident())
            return self._engine.infer(batch)

        def close(self) -> None:
            self._engine.close()

    def open_recorded(*args: object, **options: object) -> Recorded:
        scanning.add(threading.get_ident())
        return Recorded(open_engine(*args, **options))  # type: ignore[arg-type]

    monkeypatch.setattr("tumorview.services.scan_session.open_engine", open_recorded)
    probe = StallProbe()
    probe.start()
    window.actions_table["batch"].trigger()
    batch = window.batch.dialog
    assert batch is not None
    batch.set_folder(series_folder)
    batch.start()
    qtbot.waitUntil(lambda: not batch.is_running)
    record_property("longest_stall_ms", round(probe.stop().longest_ms, 1))

    assert batch.runner.queue.scans[0].analysed == SLICES
    for threads in (scanning, inferring, decoding_threads):
        assert threads
        assert threading.get_ident() not in threads


def test_closing_the_window_in_the_middle_of_an_analysis_leaves_no_thread(
    opened: Open, series_folder: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    engine = WatchedEngine(before=lambda: time.sleep(0.05))
    window = MainWindow(Settings(), lambda: watched_predictor(tmp_path / "models", engine))
    window.show()
    opened(window, series_folder)
    window.actions_table["analyze_series"].trigger()
    qtbot.waitUntil(lambda: engine.passes == 2)

    window.close()
    window.deleteLater()

    assert 2 <= engine.passes < SLICES
    assert engine.closed
    names = {thread.name for thread in threading.enumerate()}
    assert names.isdisjoint({"inference", "scan"})


def test_a_scan_that_runs_keeps_the_main_window_open_until_it_is_stopped(
    window: MainWindow,
    series_folder: Path,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_model(tmp_path / "models")
    monkeypatch.setenv("TUMORVIEW_MODELS", str(tmp_path / "models"))
    go_on = threading.Event()

    def slow_listing(root: Path, token: CancelToken) -> Iterator[Path]:
        assert go_on.wait(30)
        yield from list_files(root, token)

    monkeypatch.setattr("tumorview.services.scan_places.walk_files", slow_listing)
    window.actions_table["batch"].trigger()
    batch = window.batch.dialog
    assert batch is not None
    batch.set_folder(series_folder)
    batch.start()

    window.close()
    assert window.isVisible()
    assert batch.is_running

    batch.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not batch.is_running)
    window.close()
    assert not window.isVisible()


def test_a_second_request_while_one_runs_keeps_the_panel_busy(
    held: tuple[MainWindow, HeldEngine], opened: Open, series_folder: Path, qtbot: QtBot
) -> None:
    window, engine = held
    opened(window, series_folder)
    window.actions_table["analyze_series"].trigger()
    qtbot.waitUntil(lambda: engine.passes == 1)

    window.actions_table["analyze_image"].trigger()

    assert window.controller.is_busy
    assert window.result_panel.cancel_button.isVisible()


def test_the_probe_measures_a_stall_and_what_lies_between(qtbot: QtBot) -> None:
    probe = StallProbe()
    assert probe.stop().samples == 0

    probe.start()
    threading.Event().wait(0.08)
    report = probe.stop()

    assert report.longest_ms >= 70
    assert report.median_ms <= report.percentile99_ms <= report.longest_ms
