from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.models import answer, decided
from tests.ui.test_golden_view import pixels_of
from tumorview.domain.series_answer import SliceState
from tumorview.reporting.series_words import NO_KNOWN_ORDER, NOT_CALIBRATED
from tumorview.ui.result.series_view import SeriesView


@pytest.fixture
def view(qtbot: QtBot, qapp: object) -> SeriesView:
    made = SeriesView()
    qtbot.addWidget(made)
    made.resize(300, 420)
    made.show()
    return made


def fill(view: SeriesView, *values: float | str | None) -> None:
    """A number, "refused", "failed", or None for an image that was not analysed."""
    view.strip.set_length(len(values))
    for index, value in enumerate(values):
        if value == "refused":
            view.strip.set_prediction(index, answer(refused=True))
        elif value == "failed":
            view.strip.set_failed(index)
        elif isinstance(value, float):
            kinds = (value, 0.0, 0.0, 1.0 - value)
            view.strip.set_prediction(index, answer(kinds, decision=decided(value)))
    view.refresh(ordered=True)


def said(view: SeriesView) -> str:
    return " ".join(w.text() for w in view.findChildren(QLabel) if w.isVisible())


def test_the_series_is_said_with_how_it_was_pooled(view: SeriesView) -> None:
    fill(view, 0.1, 0.6, 0.9, 0.6, "refused", 0.8, "failed", None)
    text = said(view)
    assert "Tumour suspected in 4 of 5 images with an answer" in text
    assert "Longest run of neighbours: images 2 to 4." in text
    assert "Highest probability: image 3, 90.0 %." in text
    assert (
        "Score 70.0 %, pooled from 5 of 8 images by the highest mean of 3 neighbouring images "
        "(images 2 to 4)."
    ) in text
    assert (
        "Left out: 1 refused by the model (empty boxes), 1 failed (crossed boxes), "
        "1 not analysed (no mark)."
    ) in text
    assert NOT_CALIBRATED in text
    assert NO_KNOWN_ORDER not in text


def test_an_order_that_is_not_by_position_is_said(view: SeriesView) -> None:
    fill(view, 0.1, 0.1, 0.1)
    view.refresh(ordered=False)
    assert NO_KNOWN_ORDER in said(view)


def test_without_three_neighbours_words_stand_in_place_of_a_score(view: SeriesView) -> None:
    fill(view, 0.9, "refused", 0.1)
    text = said(view)
    assert "No score: it would be the highest mean of 3 neighbouring images" in text
    assert "Score " not in text


def test_a_series_that_was_refused_as_a_whole_has_no_numbers(view: SeriesView) -> None:
    fill(view, "refused", "refused", "refused")
    assert "No image of the series has an answer" in said(view)
    assert "%" not in said(view)
    assert not view.best_button.isEnabled()
    assert view.strip.best is None
    assert view.strip.has_answers
    assert not view.strip.has_values


def test_no_finding_is_no_promise_about_the_series(view: SeriesView) -> None:
    fill(view, 0.1, 0.2, 0.1)
    assert "No tumour suspected in 3 images with an answer" in said(view)
    assert "next to each other" not in said(view)


def test_a_single_suspected_image_has_no_neighbours(view: SeriesView) -> None:
    fill(view, 0.1, 0.9, 0.1)
    assert "None of these are next to each other; the first is image 2." in said(view)


def test_the_button_and_the_key_go_to_the_highest_probability(
    view: SeriesView, qtbot: QtBot
) -> None:
    fill(view, 0.1, 0.2, "failed", 0.7, 0.7)
    with qtbot.waitSignal(view.strip.frame_chosen) as by_button:
        view.best_button.click()
    with qtbot.waitSignal(view.strip.frame_chosen) as by_key:
        QTest.keyClick(view.strip, Qt.Key.Key_B)
    assert by_button.args == by_key.args == [3]


def test_every_column_is_where_a_click_finds_it(view: SeriesView) -> None:
    fill(view, *([0.5] * 37))
    strip = view.strip
    assert [strip.frame_at(strip.column_middle(i)) for i in range(37)] == list(range(37))


def test_refused_failed_and_not_analysed_differ_in_form_and_not_in_colour(
    view: SeriesView,
) -> None:
    fill(view, 0.5, "refused", 0.5, "failed", 0.5, None, 0.5, 0.5)
    strip = view.strip
    (refused,), (failed,) = strip.boxes(SliceState.REFUSED), strip.boxes(SliceState.FAILED)
    assert strip.boxes(SliceState.WAITING)
    screen = pixels_of(strip.grab().toImage()).mean(axis=2)

    def inside(middle: float, top: float, bottom: float) -> float:
        part = screen[int(top) + 2 : int(bottom) - 1, int(middle) - 8 : int(middle) + 8]
        return float((np.abs(part - np.median(part)) > 30).mean())

    top, bottom = refused.top(), refused.bottom()
    empty = inside(refused.center().x(), top, bottom)
    crossed = inside(failed.center().x(), top, bottom)
    nothing = inside(strip.column_middle(5), top, bottom)
    assert empty == 0
    assert crossed > 0.05
    edge = int(refused.left())
    assert abs(screen[int(top) + 2, edge] - screen[int(top) + 2, edge + 4]) > 30
    assert nothing == 0
    # All three in grey: none of them needs a colour.
    colors = pixels_of(strip.grab().toImage())
    lane = colors[int(top) : int(bottom), int(refused.left()) : int(failed.right())]
    assert (lane.max(axis=2) - lane.min(axis=2)).max() < 40


def test_neighbours_without_a_number_share_one_box_that_stays_large_enough_to_see(
    view: SeriesView,
) -> None:
    fill(view, *([0.5] * 400), "failed", *([0.5] * 400), "refused", "refused", *([0.5] * 98))
    (failed,) = view.strip.boxes(SliceState.FAILED)
    (refused,) = view.strip.boxes(SliceState.REFUSED)
    assert failed.width() >= 5
    assert refused.width() >= 5


def test_a_triangle_points_at_the_highest_column(view: SeriesView) -> None:
    fill(view, 0.1, 0.2, 0.1, 0.8, 0.1, 0.1)
    strip = view.strip
    above = pixels_of(strip.grab().toImage())[3:11]
    ink = np.argwhere(above.max(axis=2) - above.min(axis=2) > 60)
    assert ink[:, 1].mean() + 0.5 == pytest.approx(strip.column_middle(3), abs=1.0)


def test_the_strip_says_in_words_what_it_draws(view: SeriesView) -> None:
    fill(view, 0.1, 0.9, "refused")
    text = view.strip.accessibleDescription()
    assert "Tumour suspected in 1 of 2 images" in text
    assert "Highest probability: image 2" in text
    assert "1 refused" in text
