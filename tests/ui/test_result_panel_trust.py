"""What the result panel shows of decision, evidence, prediction set, gate and acquisition."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.models import ON_CT, answer, decided, guessed
from tumorview.domain.prediction import Caution
from tumorview.ui.result.heatmap_controls import ANY_TUMOR, PREDICTED_CLASS, HeatmapView
from tumorview.ui.result.wording import HEATMAP_NOTE, LESION_NOTE
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


def test_the_decision_is_said_with_what_it_rests_on(panel: ResultPanel) -> None:
    panel.show_prediction(answer((0.5, 0.1, 0.1, 0.3), decision=decided(0.7)))
    shown = texts(panel)
    assert "Tumour suspected" in shown
    assert "Probability of a tumour 70.0 %, at or above the threshold of 30.0 %." in shown
    assert "sensitivity of 95.0 % and a specificity of 88.0 % on: drawn validation data" in shown
    assert panel.bars.isVisible()

    panel.show_prediction(answer((0.1, 0.05, 0.05, 0.8), decision=decided(0.2)))
    shown = texts(panel)
    assert "No tumour suspected" in shown
    assert "Probability of a tumour 20.0 %, below the threshold of 30.0 %." in shown


def test_without_a_threshold_nothing_is_decided(panel: ResultPanel) -> None:
    panel.show_prediction(answer(decision=decided(0.95)))
    panel.show_prediction(answer())
    assert "suspected" not in texts(panel)


def test_a_disagreement_stands_at_the_decision_and_not_twice(panel: ResultPanel) -> None:
    cautions = (Caution.THRESHOLD_DISAGREES, Caution.LOSSY_SOURCE)
    panel.show_prediction(answer((0.2, 0.1, 0.1, 0.6), decision=decided(0.4), cautions=cautions))
    shown = texts(panel)
    assert '"No tumour" is the most probable single class, yet' in shown
    assert "look closely for a tumour" in shown
    assert len(panel.cautions.sentences) == 1

    panel.show_prediction(answer((0.1, 0.05, 0.05, 0.8), decision=decided(0.2)))
    assert "most probable single class" not in texts(panel)


def test_how_strong_the_evidence_is_stands_beside_the_result(panel: ResultPanel) -> None:
    panel.show_prediction(answer((0.7, 0.3), labels=ON_CT, evidence="Weak: one source."))
    assert "How strong the evidence is" in texts(panel)
    assert "Weak: one source." in texts(panel)

    panel.show_prediction(answer())
    assert "evidence is" not in texts(panel)


def test_where_the_type_is_not_told_there_are_two_bars(panel: ResultPanel) -> None:
    panel.show_prediction(answer((0.7, 0.3), labels=ON_CT))
    assert panel.bars.rows() == [
        ("Tumour (type not judged on CT)", "70.0 %"),
        ("No tumour", "30.0 %"),
    ]


@pytest.mark.parametrize(
    ("guess", "words"),
    [
        (guessed(), "By the look of the picture: MR (98.0 %), T1 (91.0 %)."),
        (
            guessed(sequence_is_clear=False),
            "By the look of the picture: MR (98.0 %), sequence not clear.",
        ),
        (guessed("CT", ""), "By the look of the picture: CT (98.0 %)."),
        (guessed(modality_is_clear=False), "it is not clear whether this is MR or CT."),
    ],
)
def test_what_the_picture_looks_like_is_said(panel: ResultPanel, guess: object, words: str) -> None:
    panel.show_prediction(answer(acquisition=guess))  # type: ignore[arg-type]
    assert words in texts(panel)


def test_a_modality_that_the_file_does_not_state_is_judged_from_the_picture(
    panel: ResultPanel,
) -> None:
    cautions = (Caution.MODALITY_UNKNOWN,)
    panel.show_prediction(answer(cautions=cautions, acquisition=guessed("CT", "")))
    assert "That it is CT was judged from the picture." in texts(panel)


def test_a_contradiction_names_what_the_picture_looks_like(panel: ResultPanel) -> None:
    cautions = (Caution.MODALITY_CONTRADICTED,)
    panel.show_prediction(answer(cautions=cautions, acquisition=guessed("CT", "")), "MR")
    assert "The picture looks like CT, but the file states another modality." in texts(panel)


def test_a_sequence_that_is_not_validated_is_named_in_place_of_numbers(panel: ResultPanel) -> None:
    panel.show_prediction(
        answer(
            cautions=(Caution.SEQUENCE_NOT_VALIDATED,),
            refused=True,
            acquisition=guessed(sequence="T2"),
        )
    )
    shown = texts(panel)
    assert "Not validated for this MR sequence." in shown
    assert "By the look of it this is T2" in shown
    assert "%" not in shown


def test_an_image_beyond_the_gate_gets_words_in_place_of_numbers(panel: ResultPanel) -> None:
    panel.show_prediction(answer(decision=decided(0.7), evidence="Weak.", prediction_set=("a",)))
    panel.show_prediction(answer(cautions=(Caution.OUT_OF_DISTRIBUTION,), refused=True))
    shown = texts(panel)
    assert "This does not look like a brain MR or CT image the model knows." in shown
    assert "%" not in shown
    for gone in ("suspected", "evidence is", "ruled out"):
        assert gone not in shown


def test_a_map_of_any_tumour_does_not_look_as_if_it_were_of_one_class(panel: ResultPanel) -> None:
    controls = panel.heatmap_controls
    panel.show_prediction(answer())
    controls.set_view(HeatmapView(True, "meningioma"))

    panel.show_prediction(answer(lesion_map=True))
    assert [controls.class_box.itemText(i) for i in range(controls.class_box.count())] == [
        ANY_TUMOR
    ]
    assert not controls.class_box.isEnabled()
    assert controls.view.class_id is None
    assert controls.view.visible
    assert LESION_NOTE in texts(panel)

    panel.show_prediction(answer())
    assert controls.class_box.isEnabled()
    assert controls.class_box.itemText(0) == PREDICTED_CLASS
    assert controls.class_box.count() == 5
    assert HEATMAP_NOTE in texts(panel)


def test_the_strip_marks_by_the_threshold_of_the_model(panel: ResultPanel) -> None:
    strip = panel.series_strip
    strip.set_length(3)
    assert strip.threshold == 0.5
    strip.set_prediction(0, answer((0.3, 0.05, 0.05, 0.6), decision=decided(0.4)))
    strip.set_prediction(1, answer((0.1, 0.05, 0.05, 0.8), decision=decided(0.2)))
    assert strip.threshold == 0.3
    assert list(strip.findings) == [True, False, False]

    strip.set_length(2)
    strip.set_prediction(0, answer((0.3, 0.05, 0.05, 0.6)))
    strip.set_prediction(1, answer((0.5, 0.05, 0.05, 0.4)))
    assert strip.threshold == 0.5
    assert list(strip.findings) == [False, True]
