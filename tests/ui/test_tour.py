"""The tour: offered once, skipped at once, found again in the menu Help."""

from __future__ import annotations

import string
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest

from tumorview.services.settings import Settings
from tumorview.services.window_state import load_state
from tumorview.ui.actions.keymap import SPECS
from tumorview.ui.main_window import MainWindow
from tumorview.ui.tour import STEPS, TourCard, beside

Make = Callable[[Settings], MainWindow]


def card_of(window: MainWindow) -> TourCard:
    card = window.personal.tour.card
    assert card is not None
    assert card.isVisible()
    return card


def test_it_is_short_and_names_only_actions_that_exist() -> None:
    assert len(STEPS) <= 4
    for step in STEPS:
        named = {name for _, name, _, _ in string.Formatter().parse(step.text) if name}
        assert named <= SPECS.keys(), step.title


def test_it_goes_forward_and_back_and_ends(window: MainWindow) -> None:
    window.personal.tour.offer()
    card = card_of(window)
    texts = [card.text]
    assert not card.back_button.isEnabled()
    for _ in STEPS[1:]:
        card.next_button.click()
        texts.append(card.text)
    assert len(set(texts)) == len(STEPS)
    assert card.next_button.text() == "Done"
    card.back_button.click()
    assert card.text == texts[-2]
    card.next_button.click()
    card.next_button.click()
    assert window.personal.tour.card is None
    assert load_state().tour_seen


@pytest.mark.parametrize("way", ["escape", "skip"])
def test_it_is_skipped_at_once_and_never_offered_again(make_window: Make, way: str) -> None:
    window = make_window(Settings())
    window.personal.tour.offer()
    card = card_of(window)
    if way == "escape":
        QTest.keyClick(card, Qt.Key.Key_Escape)
    else:
        card.skip_button.click()
    assert window.personal.tour.card is None
    window.personal.tour.offer()
    assert window.personal.tour.card is None
    window.close()
    again = make_window(Settings())
    again.personal.tour.offer()
    assert again.personal.tour.card is None
    # Whoever wants it finds it in the menu.
    again.actions_table["tour"].trigger()
    card_of(again)


def test_it_names_the_keys_that_the_user_has(make_window: Make) -> None:
    window = make_window(Settings(shortcuts={"open_folder": ("F4",), "reset": ()}))
    window.personal.tour.start()
    card = card_of(window)
    assert "(F4)" in card.text
    card.next_button.click()
    assert "“Reset view” brings the image back" in card.text


def test_closing_the_window_ends_it_without_harm(window: MainWindow) -> None:
    window.personal.tour.start()
    window.close()
    assert window.personal.tour.card is None


@pytest.mark.parametrize(
    ("target", "place"),
    [
        (QRect(0, 30, 960, 48), QPoint(304, 93)),
        (QRect(0, 500, 960, 90), QPoint(304, 335)),
        (QRect(0, 70, 960, 500), QPoint(304, 245)),
        (QRect(900, 30, 60, 40), QPoint(599, 85)),
        (QRect(0, 30, 60, 40), QPoint(8, 85)),
    ],
)
def test_the_card_stands_beside_what_it_speaks_of_within_the_window(
    target: QRect, place: QPoint
) -> None:
    window = QRect(0, 0, 960, 600)
    found = beside(target, QSize(352, 150), window)
    assert window.contains(QRect(found, QSize(352, 150)))
    assert found == place
