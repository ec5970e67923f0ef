"""Every caution has words, and says more where more is known."""

from __future__ import annotations

import pytest

from tests.ui.models import answer
from tumorview.domain.prediction import Caution
from tumorview.domain.reading import ReadingNotice
from tumorview.reporting.cautions import CAUTION_TEXTS, caution_text
from tumorview.reporting.notices import READING_NOTICE_TEXTS


def test_every_caution_has_a_text() -> None:
    assert set(CAUTION_TEXTS) == set(Caution)


def test_what_was_noticed_takes_the_place_of_the_general_sentence() -> None:
    noticed = (ReadingNotice.MORE_PIXEL_DATA, ReadingNotice.OVERLAYS)
    text = caution_text(Caution.READ_WITH_RESERVE, answer(notices=noticed))
    assert text.title == "Read with reserve"
    assert text.sentence == READING_NOTICE_TEXTS[ReadingNotice.MORE_PIXEL_DATA]


@pytest.mark.parametrize("caution", [Caution.READ_WITH_RESERVE, Caution.MOSAIC])
def test_without_more_the_general_sentence_stands(caution: Caution) -> None:
    assert caution_text(caution, answer()) == CAUTION_TEXTS[caution]
