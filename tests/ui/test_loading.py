from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_ct_series, write_mr_series
from tumorview.domain.frames import ImageGeometry, ModalityFrame
from tumorview.domain.source import SourceRef
from tumorview.domain.study import SeriesNotice, StudyCatalog
from tumorview.errors import TumorViewError
from tumorview.imaging.archive import Unpacker
from tumorview.imaging.catalog import read_catalog
from tumorview.ui.frame_cache import FrameCache
from tumorview.ui.loader import CatalogLoader, FrameLoader, Renderer, ThumbnailLoader
from tumorview.ui.messages import Rendered, RenderRequest, ThumbnailReady, WindowMode
from tumorview.ui.opening import Landing, landing_of, nothing_to_show
from tumorview.ui.viewer import Viewer


def frame(name: str, side: int = 10) -> ModalityFrame:
    values = np.zeros((side, side), np.float32)
    return ModalityFrame(SourceRef(Path(name)), values, "", "MONOCHROME2", "MR", ImageGeometry())


def test_the_cache_forgets_what_was_used_longest_ago() -> None:
    cache = FrameCache(budget_bytes=3 * 400)
    for name in "abc":
        cache.put(frame(name))
    assert cache.get(SourceRef(Path("a"))) is not None
    cache.put(frame("d"))
    assert cache.get(SourceRef(Path("b"))) is None
    assert cache.get(SourceRef(Path("a"))) is not None
    assert cache.size_bytes == 3 * 400


def test_a_frame_larger_than_the_budget_is_held_alone() -> None:
    cache = FrameCache(budget_bytes=500)
    cache.put(frame("small"))
    cache.put(frame("large", 100))
    assert cache.get(SourceRef(Path("large"))) is not None
    assert cache.get(SourceRef(Path("small"))) is None


def test_putting_a_frame_again_does_not_count_it_twice() -> None:
    cache = FrameCache(budget_bytes=10_000)
    for _ in range(5):
        cache.put(frame("a"))
    assert cache.size_bytes == 400


@pytest.fixture
def sources(tmp_path: Path) -> list[SourceRef]:
    write_ct_series(tmp_path / "ct", 12)
    series = read_catalog([tmp_path / "ct"]).studies[0].series[0]
    return [info.source for info in series.frames]


@pytest.fixture
def loader(qapp: object) -> Iterator[FrameLoader]:
    made = FrameLoader(FrameCache())
    yield made
    assert made.shutdown()


def test_frames_ahead_are_decoded_without_being_shown(
    qtbot: QtBot, sources: list[SourceRef]
) -> None:
    cache = FrameCache()
    loader = FrameLoader(cache)
    shown: list[SourceRef] = []
    loader.loaded.connect(lambda one: shown.append(one.source))
    loader.request(sources[0], sources[1:5])
    qtbot.waitUntil(lambda: cache.get(sources[4]) is not None)
    qtbot.wait(20)
    assert shown == [sources[0]]
    assert cache.get(sources[5]) is None
    assert loader.shutdown()


def test_only_the_latest_wish_is_answered(
    qtbot: QtBot, loader: FrameLoader, sources: list[SourceRef]
) -> None:
    shown: list[SourceRef] = []
    loader.loaded.connect(lambda one: shown.append(one.source))
    for source in sources:
        loader.request(source)
    qtbot.waitUntil(lambda: sources[-1] in shown)
    qtbot.wait(50)
    assert shown == [sources[-1]]


def test_a_frame_that_cannot_be_read_is_said_once_with_its_source(
    qtbot: QtBot, loader: FrameLoader, sources: list[SourceRef]
) -> None:
    sources[3].path.write_bytes(b"gone")
    said: list[tuple[SourceRef, TumorViewError]] = []
    loader.failed.connect(lambda source, error: said.append((source, error)))
    loader.request(sources[3], sources[:2])
    qtbot.waitUntil(lambda: bool(said))
    qtbot.wait(20)
    assert [source for source, _ in said] == [sources[3]]
    assert said[0][1].path == sources[3].path


def test_an_unreadable_frame_ahead_is_not_said(
    qtbot: QtBot, loader: FrameLoader, sources: list[SourceRef]
) -> None:
    sources[1].path.write_bytes(b"gone")
    said: list[object] = []
    loader.failed.connect(lambda *event: said.append(event))
    with qtbot.waitSignal(loader.loaded):
        loader.request(sources[0], sources[1:4])
    qtbot.wait(100)
    assert said == []


def test_reading_and_drawing_leave_the_gui_thread_alone(
    qtbot: QtBot, sources: list[SourceRef], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tumorview.ui import work  # noqa: PLC0415 - heavy; the window itself never does this

    ran_on: dict[str, set[int]] = {}

    def watch(name: str) -> None:
        original = getattr(work, name)

        def watched(*args: object, **kwargs: object) -> object:
            ran_on.setdefault(name, set()).add(threading.get_ident())
            return original(*args, **kwargs)

        monkeypatch.setattr(work, name, watched)

    for name in (
        "read_catalog_in_parts",
        "open_image",
        "modality_frame",
        "display_frame",
        "to_qimage",
    ):
        watch(name)
    catalogs, loader, renderer = CatalogLoader(), FrameLoader(FrameCache()), Renderer()
    with qtbot.waitSignal(catalogs.loaded):
        catalogs.open([sources[0].path.parent], Unpacker())
    with qtbot.waitSignal(loader.loaded) as loaded:
        loader.request(sources[0])
    with qtbot.waitSignal(renderer.rendered):
        renderer.request(RenderRequest(1, loaded.args[0], WindowMode.DEFAULT, False, None))
    for one in (catalogs, loader, renderer):
        assert one.shutdown()
    assert len(ran_on) == 5
    assert threading.get_ident() not in set().union(*ran_on.values())


def test_the_renderer_skips_what_was_overtaken(qtbot: QtBot) -> None:
    renderer = Renderer()
    made: list[int] = []
    renderer.rendered.connect(lambda one: made.append(one.request.serial))
    picture = frame("a", 600)
    for serial in range(50):
        renderer.request(RenderRequest(serial, picture, WindowMode.AUTO, False, None))
    qtbot.waitUntil(lambda: 49 in made)
    assert made == [0, 49]
    assert renderer.shutdown()


def test_a_rendered_picture_says_which_window_was_used(qtbot: QtBot) -> None:
    renderer = Renderer()
    with qtbot.waitSignal(renderer.rendered) as signal:
        renderer.request(RenderRequest(1, frame("a"), WindowMode.DEFAULT, False, None))
    rendered = signal.args[0]
    assert isinstance(rendered, Rendered)
    assert rendered.window is not None
    assert rendered.window.explanation == "auto"
    assert renderer.shutdown()


def test_small_pictures_are_drawn_of_the_latest_list_alone(
    qtbot: QtBot, sources: list[SourceRef]
) -> None:
    loader = ThumbnailLoader()
    drawn: list[ThumbnailReady] = []
    loader.ready.connect(drawn.append)
    loader.request(sources[:3])
    loader.request(sources[3:6])
    qtbot.waitUntil(lambda: len(drawn) == 3)
    qtbot.wait(50)
    assert [one.source for one in drawn] == sources[3:6]
    assert not any(one.image.isNull() for one in drawn)
    loader.request(sources[6:8])
    qtbot.waitUntil(lambda: len(drawn) == 5)
    assert loader.shutdown()


def test_getting_ready_is_no_opening_and_its_process_ends_with_the_loader(
    qtbot: QtBot, tmp_path: Path
) -> None:
    write_ct_series(tmp_path, 5)
    loader = CatalogLoader()
    said: list[tuple[int, str]] = []
    loader.loaded.connect(lambda number, _catalog: said.append((number, "loaded")))
    loader.failed.connect(lambda number, _error: said.append((number, "failed")))
    loader.ended.connect(lambda number: said.append((number, "ended")))
    loader.warm_up()
    number = loader.open([tmp_path], Unpacker())
    qtbot.waitUntil(lambda: (number, "ended") in said)
    assert {one for one, _ in said} == {number}
    process = loader._process
    assert process is not None
    assert process.is_running
    assert loader.shutdown()
    assert not process.is_running


def test_while_a_folder_is_read_no_neighbours_are_read_ahead(qtbot: QtBot, tmp_path: Path) -> None:
    write_ct_series(tmp_path, 12)
    study = read_catalog([tmp_path]).studies[0]
    series = study.series[0]
    growing = replace(series, notices=(SeriesNotice.UNREAD,))
    viewer = Viewer(lambda _source: None)
    with qtbot.waitSignal(viewer.picture_changed):
        viewer.follow(study, growing, 5)
    qtbot.wait(100)
    held = [one for one in series.frames if viewer.cache.get(one.source) is not None]
    assert held == [series.frames[5]]
    viewer.follow(study, series, 5)
    qtbot.waitUntil(lambda: viewer.cache.get(series.frames[9].source) is not None)
    viewer.shutdown()


def test_a_catalogue_lands_on_the_frame_that_was_asked_for(tmp_path: Path) -> None:
    write_mr_series(tmp_path / "a", 3, SeriesNumber=1)
    wanted = write_mr_series(tmp_path / "b", 4, SeriesNumber=2)[2]
    catalog = read_catalog([tmp_path])
    landing = landing_of(catalog, (wanted, 1))
    assert landing is not None
    assert landing.index is not None
    assert landing.series.frames[landing.index].source.path == wanted
    first = landing_of(catalog, (tmp_path / "elsewhere", 1))
    assert first is not None
    assert first.series is catalog.studies[0].series[0]
    assert first.index is None
    # While not all is read, the middle of what is there is not that of the series.
    study = catalog.studies[-1]
    part = replace(catalog, is_complete=False, first_look=study.series[-1].frames[2].source)
    assert landing_of(part, None) == Landing(study, study.series[-1], 2)


def test_an_empty_catalogue_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    assert "a.txt" in nothing_to_show(read_catalog([tmp_path]), [tmp_path]).sentence()
    (tmp_path / "b.txt").write_text("text")
    both = nothing_to_show(read_catalog([tmp_path]), [tmp_path]).sentence()
    assert "none of the 2 files" in both
    assert "a.txt" in both
    assert nothing_to_show(StudyCatalog(()), [tmp_path]).code == "nothing_to_show"
