"""Studies for panes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.dicom_factory import CORONAL, SAGITTAL
from tests.ui.panes.driving_panes import show, wait_drawn
from tests.ui.panes.phantoms import write_stack
from tumorview.ui.main_window import MainWindow

STUDY = "1.2.3.400"


@pytest.fixture
def planes_folder(tmp_path: Path) -> Path:
    """One study: two axial series of different spacing, a sagittal and a coronal one, a scout."""
    folder = tmp_path / "planes"
    same: dict[str, Any] = {"StudyInstanceUID": STUDY, "StudyDate": "20250102"}
    write_stack(
        folder / "thick",
        [5.0 * k for k in range(13)],
        SeriesNumber=1,
        SeriesDescription="Axial 5",
        **same,
    )
    write_stack(
        folder / "thin",
        [3.0 * k for k in range(21)],
        spacing=(1.0, 1.0),
        shape=(80, 80),
        SeriesNumber=2,
        SeriesDescription="Axial 3",
        **same,
    )
    write_stack(
        folder / "sagittal",
        [4.0 * k for k in range(20)],
        orientation=SAGITTAL,
        corner=(38.0, -40.0, 60.0),
        shape=(31, 40),
        SeriesNumber=3,
        SeriesDescription="Sagittal",
        **same,
    )
    write_stack(
        folder / "coronal",
        [4.0 * k for k in range(20)],
        orientation=CORONAL,
        corner=(-40.0, -38.0, 60.0),
        shape=(31, 40),
        SeriesNumber=4,
        SeriesDescription="Coronal",
        **same,
    )
    write_stack(
        folder / "scout",
        [0.0],
        orientation=CORONAL,
        corner=(-40.0, 0.0, 60.0),
        SeriesNumber=0,
        SeriesDescription="Scout",
        **same,
    )
    return folder


@pytest.fixture
def reading(
    qtbot: QtBot,
    window: MainWindow,
    opened: Callable[[MainWindow, Path], MainWindow],
    planes_folder: Path,
) -> MainWindow:
    """The study, with its thick axial series in the one pane."""
    opened(window, planes_folder)
    show(window, 1)
    wait_drawn(qtbot, window)
    return window
