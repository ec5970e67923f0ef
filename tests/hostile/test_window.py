"""The hostile files opened in a window: each is a picture or a banner, and the window lives on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.hostile.case import IMAGE, NOTHING
from tests.hostile.on_disk import Written, write_cases
from tests.ui.driving import drop
from tests.ui.models import WatchedEngine, watched_predictor
from tumorview.error_catalogue import CATALOGUE
from tumorview.services.settings import Settings
from tumorview.ui.app import make_application
from tumorview.ui.main_window import MainWindow
from tumorview.ui.notifier import Notice

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="some of the files can only be made on Linux"
)

WAIT_MILLISECONDS = 60_000
"""Far more than any file may take, since the machine may be busy with something else."""


@pytest.fixture(scope="module")
def qapp() -> QApplication:
    """The application as users have it."""
    return make_application(["tumorview-tests"])


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window over a tiny model."""
    made = MainWindow(Settings(), lambda: watched_predictor(tmp_path / "models", WatchedEngine()))
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    made.deleteLater()


class _Watch:
    """What the window has shown or said since it was last asked."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.seen: list[str] = []
        window.notifier.noticed.connect(self._on_notice)
        window.reading.shown.connect(lambda _picture: self.seen.append(IMAGE))

    def _on_notice(self, notice: Notice) -> None:
        assert "Traceback" not in notice.text + notice.details
        self.seen.append(notice.details.partition("\n")[0].removeprefix("Code: "))

    def wait(self, qtbot: QtBot) -> str:
        qtbot.waitUntil(lambda: bool(self.seen), timeout=WAIT_MILLISECONDS)
        return self.seen[0]


def _is_right(one: Written, outcome: str) -> bool:
    if one.case.expected == {NOTHING}:
        return outcome == "nothing_to_show"
    # The window shows the middle frame; where some are sound, that may be one of them.
    return outcome in one.case.expected or (outcome == IMAGE and "frames" in one.case.name)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_each_file_dropped_on_the_window_is_a_picture_or_a_banner(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    watch = _Watch(window)
    wrong = []
    for one in write_cases(tmp_path / "export"):
        if "\0" in str(one.path):
            continue  # no address can hold it
        watch.seen.clear()
        assert drop(window, [one.path])
        outcome = watch.wait(qtbot)
        if outcome == "nothing_to_show":  # as of an empty folder, and of an archive without images
            right = one.family == "archives" or one.path.is_dir()
        else:
            right = _is_right(one, outcome)
        if right:
            continue
        wrong.append((one.family, one.case.name, outcome))
    assert not wrong


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_folder_of_all_opens_and_every_series_can_be_looked_at(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    watch = _Watch(window)
    written = write_cases(tmp_path / "export")
    window.open_paths([tmp_path / "export"])
    watch.wait(qtbot)
    qtbot.waitUntil(lambda: not window.opener.is_busy, timeout=WAIT_MILLISECONDS)
    catalog = window.desk.catalog
    assert catalog is not None
    for one in written:
        codes = {
            failure.error.code
            for failure in catalog.failures
            if failure.path.is_relative_to(one.folder)
        }
        if not codes and one.is_listed and not one.expected_in_folder & {IMAGE, "index_file"}:
            # Its header is sound; what is wrong with it shows when its pixels are asked for.
            assert any(
                frame.source.path.is_relative_to(one.folder)
                for study in catalog.studies
                for series in study.series
                for frame in series.frames
            ), one.case.name
        assert codes <= one.expected_in_folder, one.case.name
    shown = [row for _, row in window.series_list.rows.series_rows()]
    assert len(shown) == sum(len(study.series) for study in catalog.studies)
    for study, series in [(row.study, row.series) for row in shown]:
        watch.seen.clear()
        window.viewer.show(study, series, 0)
        outcome = watch.wait(qtbot)
        assert outcome == IMAGE or outcome in CATALOGUE
