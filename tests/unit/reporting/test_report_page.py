"""What the report says of an answer: the words of the window, and nothing that was refused."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from tests.ui.models import answer, decided, guessed
from tumorview.domain.prediction import Caution, Prediction
from tumorview.reporting.report_page import NOT_ANALYSED, ReportFacts, report_html
from tumorview.reporting.words import decision_title, operating_point

DISCLAIMER = "Research use only."


class Reader(HTMLParser):
    """The text of a page, and whether its tags close."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.text = " ".join(" ".join(self.said).split())

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in ("img", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def page(prediction: Prediction | None, **changes: object) -> str:
    values: dict[str, object] = {
        "rows": (("Patient", "Doe <b>Jane</b> & sons"), ("Window", "W 80  L 40")),
        "prediction": prediction,
        "modality": "MR",
        "heatmap_note": "",
        "cautions": (),
        "made": "2026-01-02 03:04",
        "app_version": "9.9",
        "disclaimer": DISCLAIMER,
    }
    html = report_html(
        ReportFacts(**(values | changes)),  # type: ignore[arg-type]
        "picture",
        320,
        200,
    )
    reader = Reader(html)
    assert not reader.open
    return reader.text


def test_it_says_model_hash_version_and_disclaimer() -> None:
    text = page(answer())
    for words in ("brain-4class", "0123456789abcdef" * 4, "TumorView 9.9", DISCLAIMER):
        assert words in text
    for words in ("Glioma 82.0 %", "Meningioma 12.0 %", "No tumour 5.0 %"):
        assert words in text


def test_what_a_file_says_is_text_and_never_markup() -> None:
    assert "Doe <b>Jane</b> & sons" in page(None)


def test_decision_evidence_and_look_of_the_picture_are_told() -> None:
    decision = decided(0.95)
    text = page(answer(decision=decision, acquisition=guessed(), evidence="Weak on CT."))
    for words in (decision_title(decision), operating_point(decision), "Weak on CT.", "T1"):
        assert words in text


@pytest.mark.parametrize("caution", [Caution.OUT_OF_DISTRIBUTION, Caution.BLANK_IMAGE])
def test_a_refused_image_has_words_and_no_number(caution: Caution) -> None:
    text = page(answer(refused=True, cautions=(caution,)))
    assert "No probabilities are given" in text
    assert "82" not in text
    assert "%" not in text
    assert "brain-4class" in text


def test_cautions_are_listed_each_once() -> None:
    text = page(
        answer(cautions=(Caution.LOSSY_SOURCE,)), cautions=("The file has overlays; see there.",)
    )
    assert text.count("compressed with loss") == 1
    assert text.count("The file has overlays") == 1


def test_an_image_that_was_not_analysed_says_so_and_keeps_its_cautions() -> None:
    text = page(None, cautions=("Read with care.",))
    assert NOT_ANALYSED in text
    assert "Read with care." in text
    assert DISCLAIMER in text


def test_a_heatmap_is_explained() -> None:
    assert "Not a lesion outline" in page(answer(), heatmap_note="Not a lesion outline.")
