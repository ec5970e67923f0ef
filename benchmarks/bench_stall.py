"""Longest stall of the GUI thread: while it idles, during a 200-slice analysis, during a scan.

The main window is opened, on a screen where there is one and offscreen else, over a generated
series; a timer on the GUI thread measures how late it fires. Beside each figure stands that of a
control: another process that only sleeps for the same interval at the same time. What keeps the
control waiting is the machine, not the application.

    python -m benchmarks.bench_stall [--slices 200] [--model ID]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from benchmarks.common import Result, head_image, live_in

if sys.platform.startswith("linux") and not (
    os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import numpy.typing as npt
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, MRImageStorage, generate_uid
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tumorview.domain.source import SourceRef
from tumorview.services.settings import Settings
from tumorview.ui.app import make_application
from tumorview.ui.main_window import MainWindow
from tumorview.ui.stall_probe import StallProbe, StallReport

TARGET_MS = 50.0
_CONTROL = """
import select, sys, time
longest, last = 0.0, time.perf_counter()
while True:
    asked, _, _ = select.select([sys.stdin], [], [], 0.005)
    now = time.perf_counter()
    longest, last = max(longest, now - last - 0.005), now
    if asked:
        if not sys.stdin.readline():
            break
        print(longest * 1000, flush=True)
        longest = 0.0
"""
_IDLE_SECONDS = 3.0
_LIMIT_SECONDS = 300.0
_SCROLL_MS = 40
_IMAGES = 8


def write_series(folder: Path, slices: int) -> Path:
    """An axial MR series of 512 x 512 slices, 1 mm apart."""
    folder.mkdir(parents=True)
    series_uid, study_uid = generate_uid(), generate_uid()
    images = [head_image(seed) for seed in range(_IMAGES)]
    for number in range(slices):
        meta = FileMetaDataset()
        meta.MediaStorageSOPClassUID = MRImageStorage
        meta.MediaStorageSOPInstanceUID = generate_uid()
        meta.TransferSyntaxUID = ExplicitVRLittleEndian
        slice_ = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
        slice_.SOPClassUID = MRImageStorage
        slice_.SOPInstanceUID = meta.MediaStorageSOPInstanceUID
        slice_.StudyInstanceUID, slice_.SeriesInstanceUID = study_uid, series_uid
        slice_.Modality, slice_.SeriesDescription = "MR", "Benchmark"
        slice_.InstanceNumber = number + 1
        slice_.PixelSpacing, slice_.ImageOrientationPatient = [0.45, 0.45], [1, 0, 0, 0, 1, 0]
        slice_.ImagePositionPatient = [0, 0, number]
        _set_pixels(slice_, images[number % _IMAGES])
        slice_.save_as(folder / f"{number:04d}.dcm", enforce_file_format=True)
    return folder


def _set_pixels(dataset: FileDataset, pixels: npt.NDArray[np.uint16]) -> None:
    dataset.Rows, dataset.Columns = pixels.shape
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 16, 12, 11
    dataset.PixelRepresentation = 0
    dataset.PixelData = pixels.tobytes()


class Control:
    """A process that sleeps for five milliseconds at a time and notes by how much it overslept."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _CONTROL],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def longest_ms(self) -> float:
        """Longest delay since this was asked before."""
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the control has no pipes")
        self._process.stdin.write("?\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def run(slices: int = 200, model_id: str | None = None) -> list[Result]:
    """Measure; raises RuntimeError when the window does not get through."""
    make_application(["tumorview-bench"])
    with tempfile.TemporaryDirectory(prefix="tumorview-stall-") as name:
        live_in(str(Path(name) / "home"))
        folder = write_series(Path(name) / "series", slices)
        window = MainWindow(Settings(model_id=model_id))
        window.show()
        control = Control()
        try:
            return _measure(window, folder, slices, control)
        finally:
            control.close()
            window.batch.shutdown()
            window.close()
            QApplication.processEvents()


def _measure(window: MainWindow, folder: Path, slices: int, control: Control) -> list[Result]:
    results: list[Result] = []

    def measure(name: str, begin: Callable[[], object], done: Callable[[], bool]) -> None:
        control.longest_ms()
        report = probed(begin, done)
        results.append(_result(name, report, control.longest_ms()))

    measure(
        f"GUI stall, opening {slices} files",
        lambda: window.open_paths([folder]),
        lambda: window.reading.viewport.picture is not None,
    )
    # The engine is loaded and everything is imported once before the figures that count.
    measure(
        "GUI stall, loading the model",
        window.actions_table["analyze_image"].trigger,
        lambda: not window.controller.is_busy,
    )
    if window.controller.results(_shown(window)) is None:
        problem = window.controller.failure(_shown(window))
        raise RuntimeError(f"the model does not answer: {problem}")
    measure("GUI stall, nothing to do", lambda: None, _after(_IDLE_SECONDS))
    window.controller.forget_results()
    measure(
        f"GUI stall, analysis of {slices} slices",
        window.actions_table["analyze_series"].trigger,
        lambda: not window.controller.is_busy,
    )
    window.viewer.go_to(0)
    scroll = QTimer(window)
    scroll.timeout.connect(lambda: window.viewer.go_to((window.viewer.index + 1) % slices))
    scroll.start(_SCROLL_MS)
    measure(
        f"GUI stall, analysis of {slices} slices while scrolling",
        window.actions_table["analyze_series"].trigger,
        lambda: not window.controller.is_busy,
    )
    scroll.stop()
    window.actions_table["batch"].trigger()
    batch = window.batch.dialog
    if batch is None:
        raise RuntimeError("the batch dialog did not open")
    batch.set_folder(folder)
    batch.form_page.form.set_csv(folder.parent / "out.csv")
    measure(f"GUI stall, scan of {slices} files", batch.start, lambda: not batch.is_running)
    analysed = batch.runner.queue.scans[0].analysed
    if analysed != slices:
        raise RuntimeError(f"the scan has {analysed} rows of {slices}")
    return results


def _shown(window: MainWindow) -> SourceRef:
    info = window.viewer.frame_info
    if info is None:
        raise RuntimeError("no image is on screen")
    return info.source


def probed(begin: Callable[[], object], done: Callable[[], bool]) -> StallReport:
    """Run the event loop from `begin` until `done`, polled every 20 ms."""
    # Children of the application: what Python's collector frees may be freed on any thread.
    app = QApplication.instance()
    probe = StallProbe(app)
    loop = QEventLoop(app)
    late = _after(_LIMIT_SECONDS)
    timed_out = False

    def look() -> None:
        nonlocal timed_out
        timed_out = late()
        if done() or timed_out:
            loop.quit()

    poll = QTimer(app)
    poll.timeout.connect(look)
    poll.start(20)
    probe.start()
    begin()
    loop.exec()
    poll.stop()
    report = probe.stop()
    if timed_out:
        raise RuntimeError(f"nothing happened within {_LIMIT_SECONDS:.0f} s")
    return report


def _after(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() >= end


def _result(name: str, report: StallReport, control_ms: float) -> Result:
    details: dict[str, object] = {k: round(v, 2) for k, v in asdict(report).items()}
    return Result(
        name,
        round(report.longest_ms, 1),
        TARGET_MS,
        at_least=False,
        unit="ms",
        details=details | {"control_longest_ms": round(control_ms, 1)},
    )


def main() -> None:
    """Print the results as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slices", type=int, default=200)
    parser.add_argument("--model", default=None, help="id of the model; the default one else")
    options = parser.parse_args()
    for result in run(options.slices, options.model):
        print(result.as_json())


if __name__ == "__main__":
    main()
