from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_ct_series, write_mr_series
from tests.model_factory import TinyModel, make_model
from tests.ui.driving import wait_for_slice
from tests.ui.models import onnx_predictor
from tumorview.errors import TumorViewError
from tumorview.inference.errors import ModelTamperedError
from tumorview.inference.predictor import Predictor
from tumorview.services.settings import Settings
from tumorview.ui.main_window import MainWindow
from tumorview.ui.reading_area import LEGEND_NOTE
from tumorview.ui.viewport.slice_bar import TickKind

Open = Callable[[MainWindow, Path], MainWindow]


@pytest.fixture
def noise_folder(tmp_path: Path) -> Path:
    """An MR series of noise, large enough for the model."""
    noise = np.random.default_rng(3).integers(0, 900, (96, 96)).astype(np.int16)
    write_mr_series(tmp_path / "noise", 6, pixels=noise)
    return tmp_path / "noise"


def picture_bytes(window: MainWindow) -> bytes:
    picture = window.reading.viewport.picture
    assert picture is not None
    return bytes(picture.image.constBits())


def analyze(qtbot: QtBot, window: MainWindow, action: str) -> None:
    with qtbot.waitSignal(window.presenter.analysis_ended, timeout=20_000):
        window.actions_table[action].trigger()


def test_asking_opens_the_panel_with_the_answer_for_the_slice(
    qtbot: QtBot, window: MainWindow, opened: Open, noise_folder: Path
) -> None:
    opened(window, noise_folder)
    assert not window.result_panel.isVisible()
    analyze(qtbot, window, "analyze_image")
    assert window.result_panel.isVisible()
    assert window.viewer.prediction is not None
    assert window.reading.slice_bar.ticks.keys() == {3}
    assert window.status.engine_text == "Numpy 1 · CPU, 1 thread"


def test_a_whole_series_gets_a_tick_a_slice(
    qtbot: QtBot, window: MainWindow, opened: Open, noise_folder: Path
) -> None:
    opened(window, noise_folder)
    analyze(qtbot, window, "analyze_series")
    assert window.reading.slice_bar.ticks.keys() == set(range(6))
    assert window.result_panel.series_strip.has_values


def test_the_heatmap_is_off_until_asked_for_and_named_as_no_outline(
    qtbot: QtBot, window: MainWindow, opened: Open, noise_folder: Path
) -> None:
    opened(window, noise_folder)
    plain = picture_bytes(window)
    analyze(qtbot, window, "analyze_image")
    qtbot.wait(100)
    assert picture_bytes(window) == plain, "an answer alone must not change the picture"

    with qtbot.waitSignal(window.reading.shown):
        window.result_panel.heatmap_controls.show_box.setChecked(True)
    assert picture_bytes(window) != plain
    marks = window.reading.viewport.marks()
    assert marks is not None
    assert LEGEND_NOTE in marks.legend

    with qtbot.waitSignal(window.reading.shown):
        window.result_panel.heatmap_controls.show_box.setChecked(False)
    assert picture_bytes(window) == plain


def test_a_map_of_any_tumour_is_drawn_and_named_as_that(
    qtbot: QtBot, opened: Open, noise_folder: Path, tmp_path: Path
) -> None:
    models = tmp_path / "trusting"
    make_model(models, TinyModel(trust=True))
    window = MainWindow(Settings(), lambda: onnx_predictor(models))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    try:
        opened(window, noise_folder)
        analyze(qtbot, window, "analyze_image")
        assert not window.viewer.shows_heatmap
        window.result_panel.heatmap_controls.show_box.setChecked(True)

        # The answer itself makes the picture be drawn again, so one drawing is not yet the last.
        def is_named() -> bool:
            marks = window.reading.viewport.marks()
            return marks is not None and marks.legend == f"Heatmap for any tumour: {LEGEND_NOTE}"

        qtbot.waitUntil(is_named)
    finally:
        window.close()
        window.deleteLater()


def test_a_slice_without_an_answer_has_no_heatmap_and_no_numbers(
    qtbot: QtBot, window: MainWindow, opened: Open, noise_folder: Path
) -> None:
    opened(window, noise_folder)
    analyze(qtbot, window, "analyze_image")
    window.result_panel.heatmap_controls.show_box.setChecked(True)
    QTest.keyClick(window.reading.viewport, Qt.Key.Key_Down)
    wait_for_slice(qtbot, window, 4)
    assert not window.viewer.shows_heatmap
    assert not window.result_panel.bars.isVisible()
    QTest.keyClick(window.reading.viewport, Qt.Key.Key_Up)
    wait_for_slice(qtbot, window, 3)
    assert window.viewer.shows_heatmap


def test_dragging_the_window_does_not_change_the_answer(
    qtbot: QtBot, window: MainWindow, opened: Open, noise_folder: Path
) -> None:
    opened(window, noise_folder)
    analyze(qtbot, window, "analyze_image")
    first = window.viewer.prediction
    with qtbot.waitSignal(window.reading.shown):
        QTest.keyClick(window.reading.viewport, Qt.Key.Key_I)
    analyze(qtbot, window, "analyze_image")
    second = window.viewer.prediction
    assert first is not None
    assert second is not None
    assert second is not first
    assert second.probabilities == first.probabilities


def test_a_ct_slice_gets_words_in_place_of_numbers_and_a_quiet_tick(
    qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path
) -> None:
    noise = np.random.default_rng(3).integers(1000, 1100, (96, 96)).astype(np.int16)
    write_ct_series(tmp_path / "ct96", 2, pixels=noise)
    opened(window, tmp_path / "ct96")
    analyze(qtbot, window, "analyze_image")
    assert not window.result_panel.bars.isVisible()
    assert window.reading.slice_bar.ticks == {1: TickKind.QUIET}


def test_a_slice_that_cannot_be_read_gets_a_failed_tick_and_the_rest_an_answer(
    qtbot: QtBot, window: MainWindow, opened: Open, noise_folder: Path
) -> None:
    opened(window, noise_folder)
    assert window.viewer.series is not None
    window.viewer.series.frames[0].source.path.write_bytes(b"gone")
    analyze(qtbot, window, "analyze_series")
    ticks = window.reading.slice_bar.ticks
    assert ticks[0] is TickKind.FAILED
    assert len(ticks) == 6


def test_a_model_that_cannot_be_loaded_is_said_and_the_window_goes_on(
    qtbot: QtBot, opened: Open, noise_folder: Path
) -> None:
    def refuse() -> Predictor:
        raise ModelTamperedError("the file has changed", path=Path("model.onnx"))

    window = MainWindow(Settings(), refuse)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    try:
        opened(window, noise_folder)
        errors: list[TumorViewError] = []
        window.presenter.analysis_ended.connect(lambda _outcome, error: errors.append(error))
        analyze(qtbot, window, "analyze_image")
        assert isinstance(errors[0], ModelTamperedError)
        QTest.keyClick(window.reading.viewport, Qt.Key.Key_Home)
        wait_for_slice(qtbot, window, 0)
    finally:
        window.close()
        window.deleteLater()


def test_a_study_that_is_closed_forgets_its_answers(
    qtbot: QtBot, window: MainWindow, opened: Open, noise_folder: Path, mr_folder: Path
) -> None:
    opened(window, noise_folder)
    analyze(qtbot, window, "analyze_series")
    opened(window, mr_folder)
    opened(window, noise_folder)
    predictions = [window.viewer.prediction]
    window.close_study()
    opened(window, noise_folder)
    predictions.append(window.viewer.prediction)
    assert [one is None for one in predictions] == [False, True]
    assert window.reading.slice_bar.ticks == {}


def test_the_batch_window_opens_a_file_in_the_viewer(
    qtbot: QtBot, window: MainWindow, noise_folder: Path
) -> None:
    window.actions_table["batch"].trigger()
    assert window.batch.dialog is not None
    target = sorted(noise_folder.iterdir())[2]
    with qtbot.waitSignal(window.reading.shown, timeout=10_000):
        window.batch.dialog.open_requested.emit(target, 1)
    assert window.viewer.frame_info is not None
    assert window.viewer.frame_info.source.path == target


def test_a_slice_that_failed_is_marked_in_the_strip_and_the_key_goes_to_the_highest(
    qtbot: QtBot, window: MainWindow, opened: Open, noise_folder: Path
) -> None:
    opened(window, noise_folder)
    broken = window.viewer.series
    assert broken is not None
    broken.frames[1].source.path.unlink()
    assert not window.actions_table["best_image"].isEnabled()
    analyze(qtbot, window, "analyze_series")
    strip = window.result_panel.series_strip
    assert [one.state.value for one in strip.slices] == ["answered", "failed", *["answered"] * 4]
    best = strip.best
    assert best is not None
    window.actions_table["best_image"].trigger()
    wait_for_slice(qtbot, window, best)
    # Another series and back: what is known is shown again.
    series, study = window.viewer.series, window.viewer.study
    assert series is not None
    assert study is not None
    window.viewer.show(study, series)
    assert strip.slices[1].state.value == "failed"


def test_in_a_small_window_nothing_of_the_answer_is_cut_off(
    qtbot: QtBot, window: MainWindow, opened: Open, noise_folder: Path
) -> None:
    opened(window, noise_folder)
    window.resize(960, 600)
    analyze(qtbot, window, "analyze_series")
    window.actions_table["heatmap"].trigger()
    area = window.result_panel.findChild(QScrollArea)
    assert area is not None
    assert window.result_panel.heatmap_controls.show_box.isVisibleTo(window)
    content = area.widget()
    assert content is not None
    qtbot.waitUntil(lambda: window.width() == 960)
    assert content.minimumSizeHint().width() <= area.viewport().width()
