from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.dicom_factory import write_mr_series
from tests.ui.driving import wait_for_slice
from tumorview.services.settings import Settings, load_settings
from tumorview.ui.main_window import MainWindow
from tumorview.ui.reading_area import LEGEND_NOTE, NO_HEATMAP
from tumorview.ui.result.heatmap_controls import HeatmapView
from tumorview.ui.viewport.view import Viewport

Open = Callable[[MainWindow, Path], MainWindow]


@pytest.fixture
def analysed(qtbot: QtBot, window: MainWindow, opened: Open, tmp_path: Path) -> MainWindow:
    """A window whose slice on screen has an answer; the others have none."""
    noise = np.random.default_rng(3).integers(0, 900, (96, 96)).astype(np.int16)
    write_mr_series(tmp_path / "noise", 6, pixels=noise)
    opened(window, tmp_path / "noise")
    with qtbot.waitSignal(window.presenter.analysis_ended, timeout=20_000):
        window.actions_table["analyze_image"].trigger()
    return window


def legend(viewport: Viewport) -> str:
    marks = viewport.marks()
    return "" if marks is None else marks.legend


def image_of(viewport: Viewport) -> bytes:
    assert viewport.picture is not None
    return bytes(viewport.picture.image.constBits())


def test_beside_the_image_leaves_the_image_plain(qtbot: QtBot, analysed: MainWindow) -> None:
    pair = analysed.reading.pair
    plain = image_of(pair.first)
    analysed.actions_table["heatmap_beside"].trigger()
    qtbot.waitUntil(lambda: pair.is_paired and LEGEND_NOTE in legend(pair.second))
    assert image_of(pair.first) == plain
    assert image_of(pair.second) != plain
    assert legend(pair.first) == ""
    assert pair.first.picture is not None
    assert pair.first.picture.heat is None
    assert pair.second.picture is not None
    assert pair.second.picture.heat is not None
    assert pair.second.picture.frame.source == pair.first.picture.frame.source
    marks = pair.second.marks()
    assert marks is not None
    assert not any(marks.corners.top_left), "identity stands on the first picture alone"
    analysed.actions_table["heatmap"].trigger()
    qtbot.waitUntil(lambda: not pair.is_paired)
    assert image_of(pair.first) == plain


def test_a_slice_without_an_answer_keeps_the_second_picture_and_says_so(
    qtbot: QtBot, analysed: MainWindow
) -> None:
    pair = analysed.reading.pair
    analysed.actions_table["heatmap_beside"].trigger()
    qtbot.waitUntil(lambda: pair.is_paired)
    QTest.keyClick(pair.first, Qt.Key.Key_Down)
    wait_for_slice(qtbot, analysed, 4)
    qtbot.waitUntil(lambda: legend(pair.second) == NO_HEATMAP)
    assert pair.is_paired
    assert image_of(pair.second) == image_of(pair.first)
    QTest.keyClick(pair.second, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: LEGEND_NOTE in legend(pair.second))


def test_threshold_and_contour_reach_the_picture_and_its_legend(
    qtbot: QtBot, analysed: MainWindow
) -> None:
    viewport, controls = analysed.reading.viewport, analysed.result_panel.heatmap_controls
    controls.show_box.click()
    assert not controls.contour_box.isEnabled(), "a threshold of 0 has no line"
    controls.threshold_slider.setValue(1)
    assert controls.contour_box.isEnabled()
    controls.contour_box.click()

    def has_contour() -> bool:
        heat = None if viewport.picture is None else viewport.picture.heat
        return heat is not None and heat.contour is not None and heat.threshold == 0.01

    qtbot.waitUntil(has_contour)
    assert ", drawn from 0.01 on: " in legend(viewport)
    assert legend(viewport).endswith(LEGEND_NOTE)
    drawn = image_of(viewport)
    controls.threshold_slider.setValue(100)
    qtbot.waitUntil(lambda: image_of(viewport) != drawn)


def test_no_words_about_a_heatmap_call_it_an_outline(analysed: MainWindow, qtbot: QtBot) -> None:
    controls = analysed.result_panel.heatmap_controls
    controls.set_view(HeatmapView(True, threshold=0.3, contour=True, beside=True))
    qtbot.waitUntil(lambda: LEGEND_NOTE in legend(analysed.reading.pair.second))
    said = [
        legend(analysed.reading.pair.second),
        controls.contour_box.toolTip(),
        controls.contour_box.text(),
        controls.color_bar.accessibleName(),
        analysed.actions_table["heatmap"].toolTip(),
    ]
    for text in said:
        assert "outline" not in text.replace("not a lesion outline", ""), text
        assert "lesion" not in text.replace("not a lesion outline", ""), text


def test_how_a_heatmap_is_drawn_is_kept_but_not_that_one_is_shown(
    qtbot: QtBot, analysed: MainWindow, make_window: Callable[[Settings], MainWindow]
) -> None:
    wanted = HeatmapView(True, None, "cividis", 0.7, 0.25, contour=True, beside=True)
    analysed.result_panel.heatmap_controls.set_view(wanted)
    qtbot.waitUntil(lambda: load_settings().heatmap_threshold == 0.25)
    again = make_window(load_settings())
    view = again.result_panel.heatmap_controls.view
    assert view == HeatmapView(False, None, "cividis", 0.7, 0.25, contour=True, beside=True)
    assert not again.actions_table["heatmap"].isChecked()
    assert again.actions_table["heatmap_beside"].isChecked()
    assert not again.reading.pair.is_paired


def test_actions_and_controls_say_the_same(analysed: MainWindow) -> None:
    controls, actions = analysed.result_panel.heatmap_controls, analysed.actions_table
    controls.show_box.click()
    assert actions["heatmap"].isChecked()
    actions["heatmap"].trigger()
    assert not controls.show_box.isChecked()
    actions["heatmap_beside"].trigger()
    assert controls.view.visible
    assert controls.place_box.currentData() is True
    controls.place_box.setCurrentIndex(0)
    assert not actions["heatmap_beside"].isChecked()
    assert controls.view.visible
