"""Which figures a part has, and what they count."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.training.evaluation.drawn import measured, record
from training.data.records import CLASS_IDS, NO_TUMOR
from training.evaluation.figures import PartFigures, part_figures
from training.evaluation.intervals import Figure
from training.evaluation.measured import BINARY_IDS, Measured


def _figures(answers: Measured) -> PartFigures:
    return part_figures(answers, 10, name="part", note="drawn", leaked=False)


def _named(figures: tuple[Figure, ...]) -> dict[tuple[str, str | None], Figure]:
    return {(figure.name, figure.class_id): figure for figure in figures}


def test_tumours_of_unknown_type_count_for_tumour_against_none_only() -> None:
    known = [record(0, 0), record(1, 1), record(2, NO_TUMOR)]
    unknown = [record(3, None), record(4, None)]
    answers = measured([*known, *unknown], [0.7, 0.7, 0.7, 0.2, 0.7])
    answers.probabilities[3] = (0.2, 0.1, 0.1, 0.6)
    answers.suspected[3] = False
    found = _named(_figures(answers).figures)
    assert found["accuracy", None].images == 3
    assert found["type_accuracy", None].images == 2
    assert found["tumor_sensitivity", None].value == pytest.approx(3 / 4)
    assert found["tumor_specificity", None].images == 1


def test_pictures_without_a_brain_are_judged_by_the_gate_alone() -> None:
    strangers = [record(i, None, brain=False, modality="") for i in (7, 8)]
    answers = replace(
        measured([record(0, 0), record(1, NO_TUMOR), *strangers]),
        gate_scores=np.array([0.1, 0.2, 0.9, 0.3]),
        refused=np.array([False, True, True, False]),
    )
    found = _named(_figures(answers).figures)
    assert found["gate_false_refusal", None].value == 0.5
    assert found["gate_refused_strangers", None].value == 0.5
    assert found["tumor_sensitivity", None].images == 1
    assert found["tumor_specificity", None].images == 1
    assert found["accuracy", None].images == 2


def test_the_type_is_judged_among_tumours_whatever_is_said_of_no_tumour() -> None:
    answers = measured([record(0, 0), record(1, 1)])
    answers.probabilities[0] = (0.3, 0.1, 0.0, 0.6)
    found = _named(_figures(answers).figures)
    assert found["accuracy", None].value == 0.5
    assert found["type_accuracy", None].value == 1.0
    assert found["type_f1", "meningioma"].value == 1.0
    assert ("type_f1", "pituitary") not in found


def test_large_lesions_are_counted_where_the_area_is_known() -> None:
    areas = (250.0, 101.0, 40.0, None)
    answers = measured([record(i, 0, lesion_area_mm2=area) for i, area in enumerate(areas)])
    answers.suspected[1] = False
    found = _named(_figures(answers).figures)
    assert found["tumor_sensitivity_over_1cm2", None].images == 2
    assert found["tumor_sensitivity_over_1cm2", None].value == 0.5


def test_set_coverage_counts_every_patient_once() -> None:
    records = [record(i, 0, group="cheng/many") for i in range(9)] + [record(9, 0)]
    sets = np.zeros((10, 4), bool)
    sets[:9, 0] = True
    sets[9, 1:3] = True
    reached = sets.copy()
    reached[0] = False
    answers = replace(measured(records), sets=sets, reached=reached)
    found = _named(_figures(answers).figures)
    assert found["set_coverage_promised", "glioma"].value == pytest.approx(4 / 9)
    assert found["set_coverage", "glioma"].value == pytest.approx(0.5)
    assert found["set_coverage_by_image", None].value == pytest.approx(0.9)
    assert found["set_size", None].value == pytest.approx(1.1)


def test_the_acquisition_head_is_judged_where_the_record_says_what_is_right() -> None:
    records = [
        record(0, 0),
        record(1, NO_TUMOR, modality="CT", sequence=""),
        record(2, 0, sequence=""),
        record(3, 0, modality="", sequence=""),
    ]
    answers = replace(measured(records), acquisitions=("T1", "CT", "CT", "FLAIR"))
    found = _named(_figures(answers).figures)
    assert found["acquisition_modality", None].value == pytest.approx(2 / 3)
    assert found["acquisition_sequence", None].value == pytest.approx(1 / 2)


def test_heatmaps_are_judged_where_there_is_a_mask() -> None:
    answers = measured([record(0, 0), record(1, 1), record(2, NO_TUMOR)])
    assert answers.heat is not None
    answers.heat[1] = 0
    answers.heat[1, 40:, 40:] = 1
    found = _named(_figures(answers).figures)
    assert found["heatmap_pointing", None].value == 0.5
    assert found["heatmap_iou", None].value == pytest.approx(0.5)
    assert found["heatmap_relevance_inside", None].value == pytest.approx(0.5)
    assert found["heatmap_relevance_by_chance", None].value == pytest.approx(0.25)
    assert found["heatmap_iou", None].images == 2


def test_sources_planes_sequences_and_modalities_have_figures_of_their_own() -> None:
    records = [
        record(0, 0),
        record(1, NO_TUMOR, source="lgg", sequence="T1", plane=""),
        record(2, 0, source="lgg", sequence="FLAIR"),
        record(3, NO_TUMOR, source="ct", modality="CT", sequence=""),
    ]
    part = _figures(measured(records))
    found = {(subset.by, subset.name): subset for subset in part.subsets}
    assert {name for by, name in found if by == "source"} == {"cheng", "lgg", "ct"}
    assert {name for by, name in found if by == "plane"} == {"axial", "not stated"}
    assert {name for by, name in found if by == "modality"} == {"MR", "CT"}
    assert found["source", "lgg"].images == 2
    # Everything of T1c is of cheng, so saying it twice would tell nothing.
    assert ("source and sequence", "cheng T1c") not in found
    assert ("source and sequence", "lgg T1") not in found
    assert found["sequence", "not stated"].images == 1


def test_a_model_of_tumour_against_none_has_no_figures_of_types() -> None:
    records = [record(0, 0), record(1, None), record(2, NO_TUMOR), record(3, NO_TUMOR)]
    four = measured(records)
    tumor = np.array([0.9, 0.8, 0.3, 0.6])
    answers = replace(
        four,
        class_ids=BINARY_IDS,
        probabilities=np.stack([1 - tumor, tumor], axis=1),
        suspected=tumor >= 0.5,
    )
    part = _figures(answers)
    found = _named(part.figures)
    assert part.confusion_matrix == [[1, 1], [0, 2]]
    assert found["accuracy", None].value == 0.75
    assert found["tumor_auc", None].value == 1.0
    assert not any(name.startswith("type_") for name, _ in found)


def test_the_confusion_matrix_holds_every_image_of_a_known_class() -> None:
    part = _figures(measured([record(i, i % 4) for i in range(8)]))
    assert np.array(part.confusion_matrix).sum() == 8
    assert np.trace(np.array(part.confusion_matrix)) == 8
    assert len(part.confusion_matrix) == len(CLASS_IDS)


def test_answers_and_records_of_unequal_number_are_refused() -> None:
    with pytest.raises(ValueError, match="One of everything"):
        replace(measured([record(0, 0)]), records=())
