"""A model that cannot be used is a sentence in the panel; the window goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.model_factory import TinyModel, make_model
from tests.ui.driving import wait_for_slice
from tests.ui.models import onnx_predictor, write_frames
from tumorview.services.settings import Settings
from tumorview.ui.main_window import MainWindow

Open = Callable[[MainWindow, Path], MainWindow]


def _tamper(folder: Path) -> None:
    with (folder / "tiny" / "model.onnx").open("ab") as stream:
        stream.write(b"\0")


def _break_manifest(folder: Path) -> None:
    (folder / "tiny" / "manifest.json").write_text('{"schema_version": 1, "surprise": true}')


def _remove_weights(folder: Path) -> None:
    (folder / "tiny" / "model.onnx").unlink()


def _other_shape(folder: Path) -> None:
    make_model(folder, TinyModel(network_classes=3))


@pytest.fixture
def onnx_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    make_model(tmp_path / "models")
    window = MainWindow(Settings(), lambda: onnx_predictor(tmp_path / "models"))
    window.show()
    yield window
    window.close()
    window.deleteLater()


def panel_text(window: MainWindow) -> str:
    labels = window.result_panel.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def analyze(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.controller.finished, timeout=10_000):
        window.actions_table["analyze_image"].trigger()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (_tamper, "model.onnx: the file is not the one that the manifest describes"),
        (_break_manifest, "manifest.json: the manifest cannot be used"),
        (_remove_weights, "model.onnx"),
        (_other_shape, "model.onnx"),
    ],
    ids=["tampered", "wrong manifest", "missing weights", "another shape"],
)
def test_a_model_that_cannot_be_used_is_said_in_the_panel_and_the_window_goes_on(
    onnx_window: MainWindow,
    opened: Open,
    mr_folder: Path,
    qtbot: QtBot,
    tmp_path: Path,
    damage: Callable[[Path], None],
    words: str,
) -> None:
    damage(tmp_path / "models")
    opened(onnx_window, mr_folder)

    analyze(qtbot, onnx_window)

    shown = panel_text(onnx_window)
    assert words in shown
    assert "Traceback" not in shown
    assert onnx_window.result_panel.analyze_button.isVisible()
    onnx_window.viewer.go_to(0)
    wait_for_slice(qtbot, onnx_window, 0)


def test_a_ct_image_gets_words_in_place_of_numbers(
    onnx_window: MainWindow, opened: Open, ct_folder: Path, qtbot: QtBot
) -> None:
    opened(onnx_window, ct_folder)

    analyze(qtbot, onnx_window)

    shown = panel_text(onnx_window)
    assert "Not validated for CT." in shown
    assert "%" not in shown
    assert not onnx_window.result_panel.bars.isVisible()
    assert not onnx_window.result_panel.heatmap_controls.isVisible()


def test_an_mr_series_gets_numbers_a_curve_and_the_engine(
    onnx_window: MainWindow, opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:

    write_frames(tmp_path / "noise", 5)
    opened(onnx_window, tmp_path / "noise")

    with qtbot.waitSignal(onnx_window.controller.finished, timeout=10_000):
        onnx_window.actions_table["analyze_series"].trigger()

    panel = onnx_window.result_panel
    assert panel.bars.isVisible()
    assert panel.series_strip.isVisible()
    assert None not in panel.series_strip.values
    assert "ONNX Runtime" in panel_text(onnx_window)
