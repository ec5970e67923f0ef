from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.models import LABELS, answer
from tumorview.domain.prediction import Caution, ClassLabel
from tumorview.errors import TumorViewError
from tumorview.reporting.cautions import CAUTION_TEXTS, refusal
from tumorview.reporting.colormaps import COLOR_MAPS
from tumorview.reporting.words import percent
from tumorview.ui.result.heatmap_controls import HeatmapView
from tumorview.ui.result.wording import (
    DISCLAIMER,
    HEATMAP_NOTE,
    tumor_probability,
)
from tumorview.ui.result_panel import ResultPanel


@pytest.fixture
def panel(qtbot: QtBot) -> ResultPanel:
    made = ResultPanel()
    qtbot.addWidget(made)
    made.resize(320, 1000)
    made.show()
    made.set_image_available(True)
    return made


def texts(panel: ResultPanel) -> str:
    """Everything that can be read in the panel now."""
    return "\n".join(w.text() for w in panel.findChildren(QLabel) if w.isVisible())


def test_every_caution_has_a_title_and_a_sentence() -> None:
    assert set(CAUTION_TEXTS) == set(Caution)
    for text in CAUTION_TEXTS.values():
        assert text.title
        assert text.sentence.endswith(".")


@pytest.mark.parametrize(
    ("probability", "text"),
    [
        (0.8241, "82.4 %"),
        (1.0, "> 99.9 %"),
        (0.9995, "> 99.9 %"),
        (0.999, "99.9 %"),
        (0.001, "0.1 %"),
        (0.0009, "< 0.1 %"),
        (0.0, "< 0.1 %"),
    ],
)
def test_a_probability_is_never_written_as_certainty(probability: float, text: str) -> None:
    assert percent(probability) == text


def test_all_classes_are_shown_in_the_order_of_the_manifest(panel: ResultPanel) -> None:
    panel.show_prediction(answer((0.05, 0.12, 0.01, 0.82)))

    assert panel.bars.isVisible()
    assert panel.bars.rows() == [
        ("Glioma", "5.0 %"),
        ("Meningioma", "12.0 %"),
        ("Pituitary tumour", "1.0 %"),
        ("No tumour", "82.0 %"),
    ]
    assert "Glioma 5.0 %" in panel.bars.accessibleDescription()


def test_the_predicted_class_is_drawn_in_the_accent(panel: ResultPanel) -> None:
    def accent_pixels(row: int) -> int:
        image = panel.bars.grab().toImage()
        height = image.height() // len(LABELS)
        return sum(
            image.pixelColor(x, y).saturation() > 120
            for x in range(0, image.width(), 2)
            for y in range(row * height, (row + 1) * height, 2)
        )

    panel.show_prediction(answer((0.1, 0.7, 0.1, 0.1)))

    assert accent_pixels(1) > 50
    assert accent_pixels(0) == accent_pixels(2) == accent_pixels(3) == 0


def test_the_prediction_set_is_said_in_words(panel: ResultPanel) -> None:
    panel.show_prediction(answer(prediction_set=("glioma", "meningioma")))
    assert "Cannot tell apart: Glioma or Meningioma." in texts(panel)

    panel.show_prediction(answer(prediction_set=("glioma",)))
    assert "The only class that is not ruled out: Glioma." in texts(panel)

    panel.show_prediction(answer())
    assert "ruled out" not in texts(panel)


@pytest.mark.parametrize("caution", list(Caution))
def test_a_caution_is_shown_as_a_sentence(panel: ResultPanel, caution: Caution) -> None:
    panel.show_prediction(answer(cautions=(caution,)))

    assert CAUTION_TEXTS[caution].sentence in texts(panel)


def test_a_refusal_shows_words_in_place_of_numbers(panel: ResultPanel) -> None:
    panel.show_prediction(answer())
    panel.show_prediction(
        answer(
            cautions=(Caution.MODALITY_NOT_VALIDATED, Caution.LOSSY_SOURCE),
            refused=True,
        ),
        "CT",
    )

    assert not panel.bars.isVisible()
    assert not panel.heatmap_controls.isVisible()
    shown = texts(panel)
    assert "Not validated for CT." in shown
    assert "No probabilities are shown." in shown
    assert "%" not in shown
    assert panel.cautions.sentences == [CAUTION_TEXTS[Caution.LOSSY_SOURCE].sentence]


def test_a_refusal_without_a_known_reason_still_has_words() -> None:
    assert refusal(answer(refused=True)).title == "The model does not answer for this image."
    blank = answer(cautions=(Caution.BLANK_IMAGE,), refused=True)
    assert refusal(blank).title == "The image is blank."


def test_an_answer_after_a_refusal_has_numbers_again(panel: ResultPanel) -> None:
    panel.show_prediction(answer(cautions=(Caution.BLANK_IMAGE,), refused=True))
    panel.show_prediction(answer())

    assert panel.bars.isVisible()
    assert "No probabilities" not in texts(panel)


def test_the_panel_names_engine_device_time_model_and_hash(panel: ResultPanel) -> None:
    panel.set_model("Brain tumour", "1.2.0")
    panel.show_prediction(answer())

    shown = texts(panel)
    for part in ("Brain tumour 1.2.0", "ONNX Runtime 1.2", "CPU, 2 threads", "31 ms"):
        assert part in shown
    assert "brain-4class" in shown
    assert "SHA-256 0123456789ab" in shown


def test_the_disclaimer_is_always_there(panel: ResultPanel) -> None:
    for prediction in (None, answer(), answer(refused=True)):
        panel.show_prediction(prediction)
        assert DISCLAIMER in texts(panel)


def test_without_an_image_there_is_nothing_to_analyse(panel: ResultPanel) -> None:
    panel.set_image_available(False)

    assert not panel.analyze_button.isEnabled()
    assert not panel.series_button.isEnabled()
    assert "Open an image" in texts(panel)


def test_the_buttons_ask_for_an_image_or_the_series(panel: ResultPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.analyze_requested) as image:
        panel.analyze_button.click()
    with qtbot.waitSignal(panel.analyze_requested) as series:
        panel.series_button.click()

    assert image.args == ["image"]
    assert series.args == ["series"]


def test_while_a_request_runs_it_can_only_be_stopped(panel: ResultPanel, qtbot: QtBot) -> None:
    panel.show_progress(3, 20)
    assert "3 of 20 images" in texts(panel)
    assert not panel.analyze_button.isVisible()

    with qtbot.waitSignal(panel.cancel_requested):
        panel.cancel_button.click()
    panel.show_progress(4, 20)
    assert "Stopping" in texts(panel)
    assert not panel.cancel_button.isEnabled()

    panel.show_idle()
    assert panel.analyze_button.isVisible()
    panel.show_progress(0, 20)
    assert panel.cancel_button.isEnabled()


def test_an_error_is_shown_until_there_is_an_answer(panel: ResultPanel) -> None:
    panel.show_progress(0, 0)
    panel.show_error(TumorViewError("the model is broken", remedy="Install it again."))
    assert "The model is broken. Install it again." in texts(panel)
    assert panel.analyze_button.isVisible()

    panel.show_prediction(answer())
    assert "The model is broken" not in texts(panel)


def test_the_heatmap_is_off_until_asked_for(panel: ResultPanel, qtbot: QtBot) -> None:
    panel.show_prediction(answer())
    assert panel.heatmap_controls.view == HeatmapView()
    assert not panel.heatmap_controls.view.visible
    assert HEATMAP_NOTE in texts(panel)

    with qtbot.waitSignal(panel.heatmap_changed) as heard:
        panel.heatmap_controls.show_box.click()

    assert heard.args == [HeatmapView(visible=True)]


def test_class_colours_and_opacity_of_the_heatmap_are_announced(
    panel: ResultPanel, qtbot: QtBot
) -> None:
    panel.show_prediction(answer())
    heard: list[HeatmapView] = []
    panel.heatmap_changed.connect(heard.append)
    controls = panel.heatmap_controls
    controls.show_box.click()

    controls.class_box.setCurrentIndex(controls.class_box.findData("meningioma"))
    controls.map_box.setCurrentIndex(controls.map_box.findData("viridis"))
    controls.opacity_slider.setValue(80)

    assert heard[-1] == HeatmapView(True, "meningioma", "viridis", 0.8)
    assert len(heard) == 4


def test_setting_the_heatmap_view_announces_it_once(panel: ResultPanel) -> None:
    panel.show_prediction(answer())
    heard: list[HeatmapView] = []
    panel.heatmap_changed.connect(heard.append)
    wanted = HeatmapView(True, "pituitary", "cividis", 0.25)

    panel.heatmap_controls.set_view(wanted)

    assert heard == [wanted]
    assert panel.heatmap_controls.view == wanted


def test_scrolling_to_another_answer_keeps_the_heatmap_as_it_was(panel: ResultPanel) -> None:
    panel.show_prediction(answer())
    wanted = HeatmapView(True, "glioma", "magma", 0.5)
    panel.heatmap_controls.set_view(wanted)

    panel.show_prediction(None)
    panel.show_prediction(answer((0.1, 0.2, 0.3, 0.4)))

    assert panel.heatmap_controls.view == wanted


def test_another_model_without_the_chosen_class_goes_back_to_the_predicted_one(
    panel: ResultPanel,
) -> None:
    panel.show_prediction(answer())
    panel.heatmap_controls.set_view(HeatmapView(True, "pituitary"))

    panel.show_prediction(
        answer((0.4, 0.6), labels=(ClassLabel("normal", "Normal"), ClassLabel("other", "Other")))
    )

    assert panel.heatmap_controls.view.class_id is None


def test_every_colour_map_is_offered(panel: ResultPanel) -> None:
    box = panel.heatmap_controls.map_box
    assert [box.itemData(i) for i in range(box.count())] == list(COLOR_MAPS)


def test_the_probability_of_tumour_is_one_minus_that_of_none() -> None:
    assert tumor_probability(answer((0.5, 0.2, 0.1, 0.2))) == pytest.approx(0.8)
    assert tumor_probability(answer(refused=True)) is None
    others = (ClassLabel("a", "A"), ClassLabel("b", "B"))
    assert tumor_probability(answer((0.5, 0.5), labels=others)) is None


def test_a_click_in_the_strip_chooses_the_frame_under_it(panel: ResultPanel, qtbot: QtBot) -> None:
    strip = panel.series_strip
    strip.set_length(10)
    for index in range(10):
        strip.set_prediction(index, answer())
    panel.show_prediction(answer())
    assert strip.isVisible()

    for index in (0, 4, 9):
        x = round(strip.column_middle(index))
        with qtbot.waitSignal(panel.frame_chosen) as heard:
            QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x, 20))
        assert heard.args == [index]


def test_arrow_keys_in_the_strip_choose_the_neighbours(panel: ResultPanel) -> None:
    strip = panel.series_strip
    strip.set_length(3)
    strip.set_current(1)
    heard: list[int] = []
    strip.frame_chosen.connect(heard.append)

    QTest.keyClick(strip, Qt.Key.Key_Left)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    strip.set_current(2)
    QTest.keyClick(strip, Qt.Key.Key_Right)

    assert heard == [0, 2]


def test_frames_without_a_number_have_no_column(panel: ResultPanel) -> None:
    strip = panel.series_strip
    strip.set_length(4)
    strip.set_prediction(0, answer((0.5, 0.0, 0.0, 0.5)))
    strip.set_prediction(1, answer(refused=True))
    strip.set_prediction(9, answer())

    assert strip.values == (0.5, None, None, None)
    assert not strip.has_values


def test_an_error_with_a_file_begins_with_its_name(panel: ResultPanel) -> None:
    panel.show_error(TumorViewError("the file is empty", path=Path("a") / "scan.dcm"))
    assert "scan.dcm: the file is empty." in texts(panel)
