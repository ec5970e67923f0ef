"""Figures and their intervals."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score, roc_curve

from training.evaluation.metrics import (
    Answers,
    auc,
    auc_figure,
    confusion_matrix,
    expected_calibration_error,
    figures,
    overall_figures,
    reliability,
    sensitivity_figure,
)


def _answers(predicted: list[int], labels: list[int], top: float = 0.7) -> Answers:
    classes = 3
    probabilities = np.full((len(predicted), classes), (1 - top) / (classes - 1))
    probabilities[np.arange(len(predicted)), predicted] = top
    return Answers(probabilities, np.array(labels), tuple(f"g{i}" for i in range(len(labels))))


def test_the_confusion_matrix_counts_true_by_predicted() -> None:
    matrix = confusion_matrix(_answers([0, 1, 1, 2], [0, 0, 1, 1]))
    assert matrix.tolist() == [[1, 1, 0], [0, 1, 1], [0, 0, 0]]


def test_figures_worked_out_by_hand() -> None:
    answers = _answers([0, 0, 1, 1, 2, 0], [0, 0, 0, 1, 2, 2])
    found = {(f.name, f.class_id): f.value for f in figures(answers, ("a", "b", "c"), draws=20)}
    assert found["accuracy", None] == pytest.approx(4 / 6)
    assert found["sensitivity", "a"] == pytest.approx(2 / 3)
    assert found["specificity", "a"] == pytest.approx(2 / 3)
    assert found["macro_f1", None] == pytest.approx(np.mean([4 / 6, 2 / 3, 2 / 3]))


def test_a_class_that_does_not_occur_does_not_pull_macro_f1_down() -> None:
    found = {figure.name: figure.value for figure in overall_figures(_answers([0, 1], [0, 1]))}
    assert found["macro_f1"] == 1.0


def test_auc_counts_ties_as_half() -> None:
    probabilities = np.array([[0.9, 0.1], [0.5, 0.5], [0.5, 0.5], [0.2, 0.8]])
    answers = Answers(probabilities, np.array([0, 0, 1, 1]), ("a", "b", "c", "d"))
    for index in (0, 1):
        area = auc(answers.probabilities[:, index], answers.labels == index)
        assert area == pytest.approx((1 + 1 + 1 + 0.5) / 4)


def test_auc_and_its_interval_agree_with_a_bootstrap_done_image_by_image() -> None:
    random = np.random.default_rng(5)
    positive = random.random(60) < 0.4
    scores = np.round(random.normal(positive * 1.0, 1.0), 1)
    groups = [str(i // 3) for i in range(60)]
    assert auc(scores, positive) == pytest.approx(roc_auc_score(positive, scores))
    weights = np.arange(60.0) % 3
    repeated = np.repeat(np.arange(60), weights.astype(int))
    expected = roc_auc_score(positive[repeated], scores[repeated])
    assert auc(scores, positive, weights) == pytest.approx(expected)
    figure = auc_figure("auc", scores, positive, groups, draws=200)
    assert figure is not None
    assert figure.interval95[0] < figure.value < figure.interval95[1]


def test_one_kind_alone_has_no_area() -> None:
    assert auc_figure("auc", np.ones(3), np.ones(3, bool), ["a", "b", "c"]) is None


def test_the_reliability_diagram_has_a_point_for_each_bin_in_use() -> None:
    answers = _answers([0] * 10, [0] * 7 + [1] * 3, top=0.7)
    np.testing.assert_allclose(reliability(answers), [(0.7, 0.7, 10)])


def test_a_model_that_is_right_as_often_as_it_says_has_no_calibration_error() -> None:
    right = _answers([0] * 10, [0] * 7 + [1] * 3, top=0.7)
    assert expected_calibration_error(right) == pytest.approx(0.0, abs=1e-9)
    boastful = _answers([0] * 10, [0] * 7 + [1] * 3, top=0.95)
    assert expected_calibration_error(boastful) == pytest.approx(0.25)


def test_intervals_draw_patients_and_not_slices() -> None:
    labels = np.array([0, 0, 1, 1] * 50)
    predicted = np.where(np.arange(200) < 100, labels, 1 - labels)
    probabilities = np.eye(2)[predicted]
    slices = Answers(probabilities, labels, tuple(str(i) for i in range(200)))
    patients = Answers(probabilities, labels, tuple(str(i // 50) for i in range(200)))
    by_slice = figures(slices, ("a", "b"), draws=200)[0].interval95
    by_patient = figures(patients, ("a", "b"), draws=200)[0].interval95
    assert by_patient[1] - by_patient[0] > 3 * (by_slice[1] - by_slice[0])


def test_figures_hold_every_class_that_occurs() -> None:
    found = figures(_answers([0, 1, 1], [0, 1, 1]), ("x", "y", "z"), draws=20)
    assert {figure.class_id for figure in found if figure.name == "sensitivity"} == {"x", "y"}
    for figure in found:
        low, high = figure.interval95
        assert low <= high


def test_answers_of_unequal_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="one group an answer"):
        Answers(np.zeros((2, 3)), np.array([0, 1]), ("only one",))


def test_sensitivity_at_a_specificity_is_a_point_of_the_roc_curve() -> None:
    random = np.random.default_rng(3)
    positive = random.random(200) < 0.4
    scores = np.round(random.normal(size=200) + positive, 1)
    groups = [str(i // 2) for i in range(200)]
    found = sensitivity_figure("s", scores, positive, groups, specificity=0.85, draws=50)
    fpr, tpr, _ = roc_curve(positive, scores, drop_intermediate=False)
    assert found is not None
    assert found.value == pytest.approx(tpr[1 - fpr >= 0.85].max())
    assert found.interval95[0] < found.value < found.interval95[1]
    assert sensitivity_figure("s", scores, np.ones(200, bool), groups, specificity=0.85) is None


def test_a_score_that_tells_nothing_suspects_nobody_at_a_high_specificity() -> None:
    positive = np.arange(10) < 5
    found = sensitivity_figure("s", np.ones(10), positive, list("abcdefghij"), specificity=0.85)
    assert found is not None
    assert found.value == 0.0
