"""Scrolling through a CT of 300 slices: how long each takes to the screen, and what it costs.

The main window is opened, on a screen where there is one and offscreen else, over a generated
series of 512 x 512 slices of 16 bits. Each slice is asked for as soon as the one before has been
painted, which is faster than a hand turns the wheel: first through frames that were never read,
then back through what the cache has kept. A timer on the GUI thread measures how late it fires,
with a process that only sleeps as control for what the machine itself does.

    python -m benchmarks.bench_scroll [--slices 300] [--cache 128]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.common import Result, head_image, live_in, median

if sys.platform.startswith("linux") and not (
    os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, generate_uid
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.bench_stall import Control
from tumorview.services.settings import Settings
from tumorview.ui.app import make_application
from tumorview.ui.main_window import MainWindow
from tumorview.ui.stall_probe import StallProbe

MEDIAN_MS, WORST_MS, FIRST_MS, STALL_MS = 16.0, 50.0, 300.0, 50.0
CACHE_MIB = 128
_IMAGES = 8
_SETTLE_SECONDS = 1.0
_POLL_SECONDS = 0.1
_LIMIT_SECONDS = 300.0


def write_ct(folder: Path, slices: int) -> Path:
    """An axial head CT, 0.5 mm apart, 512 x 512 of 16 bits, in HU."""
    folder.mkdir(parents=True)
    series_uid, study_uid = generate_uid(), generate_uid()
    images = [(head_image(seed).astype(np.int16) - 1000) for seed in range(_IMAGES)]
    for number in range(slices):
        meta = FileMetaDataset()
        meta.MediaStorageSOPClassUID = CTImageStorage
        meta.MediaStorageSOPInstanceUID = generate_uid()
        meta.TransferSyntaxUID = ExplicitVRLittleEndian
        one = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
        one.SOPClassUID, one.SOPInstanceUID = CTImageStorage, meta.MediaStorageSOPInstanceUID
        one.StudyInstanceUID, one.SeriesInstanceUID = study_uid, series_uid
        one.Modality, one.SeriesDescription, one.InstanceNumber = "CT", "Benchmark", number + 1
        one.PixelSpacing, one.ImageOrientationPatient = [0.45, 0.45], [1, 0, 0, 0, 1, 0]
        one.ImagePositionPatient = [0, 0, number / 2]
        one.RescaleSlope, one.RescaleIntercept, one.RescaleType = 1, 0, "HU"
        one.WindowCenter, one.WindowWidth = 40, 80
        pixels = images[number % _IMAGES]
        one.Rows, one.Columns = pixels.shape
        one.SamplesPerPixel, one.PhotometricInterpretation = 1, "MONOCHROME2"
        one.BitsAllocated, one.BitsStored, one.HighBit, one.PixelRepresentation = 16, 16, 15, 1
        one.PixelData = pixels.tobytes()
        one.save_as(folder / f"{number:04d}.dcm", enforce_file_format=True)
    return folder


def run(slices: int = 300, cache_mib: int = CACHE_MIB) -> list[Result]:
    """Measure; raises RuntimeError when a picture does not come."""
    make_application(["tumorview-bench"])
    with tempfile.TemporaryDirectory(prefix="tumorview-scroll-") as name:
        live_in(str(Path(name) / "home"))
        folder = write_ct(Path(name) / "series", slices)
        window = MainWindow(Settings(image_cache_mib=cache_mib))
        window.show()
        # As when the application starts: what reading needs is imported while nobody waits.
        window.viewer.warm_up()
        window.opener.warm_up()
        _wait(_SETTLE_SECONDS)
        control = Control()
        try:
            return _measure(window, folder, cache_mib, control)
        finally:
            control.close()
            window.close()
            QApplication.processEvents()


class Scroller:
    """Goes from slice to slice and notes milliseconds from the wish to the painted picture."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.largest_cache = 0
        self.cpu_ms = 0.0
        """Processor time a slice of all threads in the last pass, also right on a busy machine."""

    def through(self, indices: Sequence[int]) -> list[float]:
        """Show each of `indices` as soon as the one before is painted."""
        found: list[float] = []
        waiting: Iterator[int] = iter(indices)
        viewer, viewport = self._window.viewer, self._window.reading.viewport
        asked = 0.0
        with _event_loop("a slice") as loop:

            def go_on() -> None:
                nonlocal asked
                index = next(waiting, None)
                if index is None:
                    loop.quit()
                    return
                asked = time.perf_counter()
                viewer.go_to(index)

            def painted() -> None:
                viewport.repaint()
                found.append((time.perf_counter() - asked) * 1000)
                self.largest_cache = max(self.largest_cache, viewer.cache.size_bytes)
                QTimer.singleShot(0, go_on)

            self._window.reading.shown.connect(painted)
            QTimer.singleShot(0, go_on)
            used = time.process_time()
            loop.exec()
            self.cpu_ms = (time.process_time() - used) * 1000 / max(len(found), 1)
            self._window.reading.shown.disconnect(painted)
        return found


def _measure(window: MainWindow, folder: Path, cache_mib: int, control: Control) -> list[Result]:
    probe = StallProbe(QApplication.instance())
    control.longest_ms()
    probe.start()
    opened = _until_shown(window, lambda: window.open_paths([folder]))
    # The picture comes first and the series grows under it; all of it is wanted here.
    while window.opener.is_busy:
        _wait(_POLL_SECONDS)
    _wait(_SETTLE_SECONDS)
    study, series = window.viewer.study, window.viewer.series
    if study is None or series is None:
        raise RuntimeError("no series was opened")
    window.viewer.clear()
    chosen = _until_shown(window, lambda: window.viewer.show(study, series, 0))
    _wait(_SETTLE_SECONDS)
    before = _resident_bytes()
    scroller = Scroller(window)
    slices = window.viewer.count
    cold = _passes("Scrolling, never read before", scroller, range(1, slices))
    # As many as the cache keeps of those that were shown last.
    kept = max(min(slices, cache_mib * 2**20 // (512 * 512 * 4) - 20), 2)
    warm = _passes("Scrolling, kept in memory", scroller, range(slices - 2, slices - kept, -1))
    grown = _resident_bytes() - before
    report = probe.stop()
    control_ms = control.longest_ms()
    cache = {"setting_mib": cache_mib, "resident_memory_grown_mib": round(grown / 2**20, 1)}
    used = scroller.largest_cache / 2**20
    stall = {"control_longest_ms": round(control_ms, 1), "median_ms": round(report.median_ms, 2)}
    return [
        _figure(f"First image after opening a folder of {slices}", opened, FIRST_MS),
        _figure("First image after choosing the series", chosen, FIRST_MS),
        *cold,
        *warm,
        Result("Images kept in memory, most", round(used, 1), cache_mib, False, "MiB", dict(cache)),
        Result(
            "GUI stall throughout",
            round(report.longest_ms, 1),
            STALL_MS,
            at_least=False,
            unit="ms",
            details=dict(stall),
        ),
    ]


def _passes(name: str, scroller: Scroller, indices: Sequence[int]) -> list[Result]:
    times = scroller.through(indices)
    details: dict[str, object] = {"slices": len(times), "cpu_ms_a_slice": round(scroller.cpu_ms, 2)}
    return [
        _figure(f"{name}, median a slice", median(times), MEDIAN_MS, details),
        _figure(f"{name}, worst slice", max(times), WORST_MS, details),
    ]


def _figure(
    name: str, measured: float, target: float, details: dict[str, object] | None = None
) -> Result:
    return Result(name, round(measured, 1), target, False, "ms", details or {})


def _until_shown(window: MainWindow, begin: Callable[[], object]) -> float:
    """Milliseconds from `begin` to the next painted picture."""
    ends: list[float] = []
    with _event_loop("the first image") as loop:

        def painted() -> None:
            window.reading.viewport.repaint()
            ends.append(time.perf_counter())
            loop.quit()

        window.reading.shown.connect(painted)
        start = time.perf_counter()
        begin()
        loop.exec()
        window.reading.shown.disconnect(painted)
    return (ends[0] - start) * 1000 if ends else float("inf")


@contextmanager
def _event_loop(what: str) -> Iterator[QEventLoop]:
    """A loop to run; raises RuntimeError when nobody ended it in time."""
    loop = QEventLoop(QApplication.instance())
    late = False

    def give_up() -> None:
        nonlocal late
        late = True
        loop.quit()

    timer = QTimer(loop)
    timer.setSingleShot(True)
    timer.timeout.connect(give_up)
    timer.start(int(_LIMIT_SECONDS * 1000))
    yield loop
    timer.stop()
    loop.deleteLater()
    if late:
        raise RuntimeError(f"{what} did not come within {_LIMIT_SECONDS:.0f} s")


def _wait(seconds: float) -> None:
    with _event_loop("nothing") as loop:
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()


def _resident_bytes() -> int:
    """Memory of this process that is in use; 0 where the system does not say so this way."""
    statm = Path("/proc/self/statm")
    if not statm.is_file():
        return 0
    return int(statm.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    """Print the results as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slices", type=int, default=300)
    parser.add_argument("--cache", type=int, default=CACHE_MIB, help="MiB that the setting allows")
    options = parser.parse_args()
    for result in run(options.slices, options.cache):
        print(result.as_json())


if __name__ == "__main__":
    main()
