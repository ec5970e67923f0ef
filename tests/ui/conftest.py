"""Real windows on whatever platform is at hand; nothing here replaces a Qt method."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_ct_series, write_mr_series
from tests.ui.models import WatchedEngine, watched_predictor
from tumorview.services.settings import Settings
from tumorview.ui.app import make_application
from tumorview.ui.main_window import MainWindow


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as users have it, with its theme."""
    return make_application(["tumorview-tests"])


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Settings], MainWindow]]:
    """Build and show main windows over a tiny model; they are closed after the test."""
    windows: list[MainWindow] = []

    def make(settings: Settings) -> MainWindow:
        models = tmp_path / "models"
        window = MainWindow(settings, lambda: watched_predictor(models, WatchedEngine()))
        windows.append(window)
        # Keys reach only an active window, and without a window manager nothing activates it.
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(make_window: Callable[[Settings], MainWindow]) -> MainWindow:
    """A main window with default settings."""
    return make_window(Settings())


@pytest.fixture
def ct_folder(tmp_path: Path) -> Path:
    """An axial CT series of 30 slices of one patient."""
    folder = tmp_path / "ct"
    write_ct_series(folder, 30, PatientName="Doe^Jane", PatientID="ID-77", StudyDescription="Head")
    return folder


@pytest.fixture
def mr_folder(tmp_path: Path) -> Path:
    """An axial MR series of 12 slices."""
    folder = tmp_path / "mr"
    write_mr_series(folder, 12, PatientName="Roe^Rita", StudyDescription="Brain")
    return folder


@pytest.fixture
def opened(qtbot: QtBot) -> Callable[[MainWindow, Path], MainWindow]:
    """Open a path in a window and wait until it has been read and a picture is on screen."""

    def open_it(window: MainWindow, path: Path) -> MainWindow:
        with qtbot.waitSignal(window.reading.shown, timeout=10_000):
            window.open_paths([path])

        def is_read() -> bool:
            # While more is read the picture may be of a series that has grown since.
            picture = window.reading.viewport.picture
            return (
                not window.opener.is_busy
                and picture is not None
                and picture.series is window.viewer.series
            )

        qtbot.waitUntil(is_read, timeout=10_000)
        return window

    return open_it
