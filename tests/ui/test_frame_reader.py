"""One thread reads all frames, a stalled drive costs only itself, and memory stays in bounds."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_ct_series, write_dicom
from tumorview.cancel import CancelToken
from tumorview.domain.source import SourceRef
from tumorview.errors import Cancelled
from tumorview.imaging.catalog import read_catalog
from tumorview.imaging.errors import ImagingError
from tumorview.imaging.image_file import ImageFile, open_image
from tumorview.services.settings import Settings
from tumorview.ui import work
from tumorview.ui.frame_cache import FrameCache, frame_bytes
from tumorview.ui.main_window import MainWindow
from tumorview.ui.messages import FrameDecoded, FrameUnreadable
from tumorview.ui.work import DecodeJob, FrameReader, decode

Open = Callable[[MainWindow, Path], MainWindow]
Make = Callable[[Settings], MainWindow]

FRAME = 16 * 16 * 4


@pytest.fixture
def sources(tmp_path: Path) -> tuple[SourceRef, ...]:
    write_ct_series(tmp_path / "ct", 12)
    series = read_catalog([tmp_path / "ct"]).studies[0].series[0]
    return tuple(info.source for info in series.frames)


@pytest.fixture
def reader() -> Iterator[FrameReader]:
    made = FrameReader()
    yield made
    made.close()


class Drive:
    """Opens files until it stalls; notes which threads asked it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.threads: list[int] = []
        self.answers = threading.Event()
        self.answers.set()
        self.asked = threading.Event()
        monkeypatch.setattr(work, "open_image", self._open)
        monkeypatch.setattr(work, "_GRACE_SECONDS", 0.05)

    def _open(self, path: Path) -> ImageFile:
        self.threads.append(threading.get_ident())
        self.asked.set()
        self.answers.wait(30)
        return open_image(path)


@pytest.fixture
def drive(monkeypatch: pytest.MonkeyPatch) -> Iterator[Drive]:
    made = Drive(monkeypatch)
    yield made
    made.answers.set()


def attendants() -> int:
    return sum(thread.name == "attendant" for thread in threading.enumerate())


def test_one_thread_reads_every_frame(
    sources: tuple[SourceRef, ...], reader: FrameReader, drive: Drive
) -> None:
    for source in sources:
        reader.read(source)
    assert len(drive.threads) == len(sources)
    assert len(set(drive.threads)) == 1
    assert threading.get_ident() not in drive.threads


def test_a_stalled_drive_is_left_and_the_next_frame_read(
    sources: tuple[SourceRef, ...], reader: FrameReader, drive: Drive
) -> None:
    reader.read(sources[0])
    drive.answers.clear()
    drive.asked.clear()
    token = CancelToken()

    def give_up() -> None:
        drive.asked.wait(10)
        token.cancel()

    patience = threading.Thread(target=give_up)
    patience.start()
    with pytest.raises(Cancelled):
        reader.read(sources[1], token)
    patience.join()
    # The thread that hangs is still there, and another one answers.
    hanging = drive.threads[-1]
    drive.answers.set()
    assert reader.read(sources[2]).source == sources[2]
    assert drive.threads[-1] != hanging


def test_a_drive_that_says_nothing_is_an_error_in_the_end(
    sources: tuple[SourceRef, ...],
    reader: FrameReader,
    drive: Drive,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drive.answers.clear()
    monkeypatch.setattr(
        reader._attendants, "call", lambda *_a, **_k: (_ for _ in ()).throw(TimeoutError)
    )
    with pytest.raises(ImagingError):
        reader.read(sources[0])


def test_closing_ends_the_thread_and_reading_still_works(sources: tuple[SourceRef, ...]) -> None:
    before = attendants()
    reader = FrameReader()
    reader.read(sources[0])
    assert attendants() == before + 1
    reader.close()
    assert attendants() == before
    assert reader.read(sources[1]).source == sources[1]


def read_ahead(
    sources: tuple[SourceRef, ...], cache: FrameCache, reader: FrameReader
) -> list[SourceRef]:
    """The sources that were reported, in their order."""
    job = DecodeJob(sources, cache, reader)
    return [event.source for event in decode(job, CancelToken())]


def test_reading_ahead_never_pushes_out_what_comes_next(
    sources: tuple[SourceRef, ...], reader: FrameReader
) -> None:
    cache = FrameCache(budget_bytes=5 * FRAME)
    assert read_ahead(sources, cache, reader) == list(sources[:5])
    assert all(cache.get(source) is not None for source in sources[:5])
    assert cache.size_bytes == cache.budget_bytes


def test_a_frame_larger_than_the_cache_is_shown_without_reading_ahead(
    tmp_path: Path, reader: FrameReader
) -> None:
    paths = [write_dicom(tmp_path / f"{k}.dcm", np.zeros((64, 64), np.int16)) for k in range(3)]
    sources = tuple(open_image(path).header.frames[0].source for path in paths)
    cache = FrameCache(budget_bytes=FRAME)
    assert read_ahead(sources, cache, reader) == [sources[0]]


def test_what_is_kept_already_is_reported_only_when_it_is_wanted(
    sources: tuple[SourceRef, ...], reader: FrameReader
) -> None:
    cache = FrameCache()
    read_ahead(sources[:4], cache, reader)
    assert read_ahead(sources[1:6], cache, reader) == [sources[1], sources[4], sources[5]]


def test_an_unreadable_frame_does_not_end_reading_ahead(
    sources: tuple[SourceRef, ...], reader: FrameReader
) -> None:
    sources[1].path.write_bytes(b"gone")
    job = DecodeJob(sources[:4], FrameCache(), reader)
    kinds = [type(event) for event in decode(job, CancelToken())]
    assert kinds == [FrameDecoded, FrameUnreadable, FrameDecoded, FrameDecoded]


def test_a_smaller_budget_holds_at_once(
    sources: tuple[SourceRef, ...], reader: FrameReader
) -> None:
    cache = FrameCache()
    read_ahead(sources, cache, reader)
    cache.set_budget(3 * FRAME)
    assert cache.size_bytes == 3 * FRAME
    assert cache.get(sources[-1]) is not None
    assert cache.get(sources[0]) is None


def test_masks_and_colours_count(sources: tuple[SourceRef, ...], tmp_path: Path) -> None:
    pixels = np.zeros((16, 16), np.int16)
    path = write_dicom(tmp_path / "padded.dcm", pixels, PixelPaddingValue=0)
    reader = FrameReader()
    frame = reader.read(open_image(path).header.frames[0].source)
    reader.close()
    assert frame.padding_mask is not None
    assert frame_bytes(frame) == FRAME + 16 * 16


def test_the_setting_bounds_what_the_window_keeps_and_holds_at_once(
    qtbot: QtBot, make_window: Make, opened: Open, ct_folder: Path
) -> None:
    window = opened(make_window(Settings(image_cache_mib=64)), ct_folder)
    assert window.viewer.cache.budget_bytes == 64 * 2**20
    window.settings.change(image_cache_mib=16)
    assert window.viewer.cache.budget_bytes == 16 * 2**20


def test_slices_ahead_and_a_few_behind_are_read_before_they_are_asked_for(
    qtbot: QtBot, window: MainWindow, opened: Open, ct_folder: Path
) -> None:
    opened(window, ct_folder)
    assert window.viewer.series is not None
    frames = window.viewer.series.frames

    def kept() -> set[int]:
        cache = window.viewer.cache
        return {k for k, info in enumerate(frames) if cache.get(info.source) is not None}

    qtbot.waitUntil(lambda: kept() == set(range(11, 30)))
