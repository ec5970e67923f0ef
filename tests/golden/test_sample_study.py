"""The sample study that the first start shows: it is what its script makes, and it makes sense.

The last tests ask the bundled model: the tumour classes must win where the lesion is largest, and
the healthy series must mostly be called free of tumour. The simulated head was adjusted while
looking at this model's answers, so they guard the first start and say nothing of its accuracy.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from tumorview.domain.prediction import Prediction
from tumorview.domain.study import Series, SliceOrder, Study
from tumorview.errors import TumorViewError
from tumorview.imaging.catalog import list_files, read_catalog
from tumorview.imaging.image_file import read_frame
from tumorview.imaging.modality import modality_frame
from tumorview.inference.engines.select import EngineChoice, open_engine
from tumorview.inference.predictor import Predictor
from tumorview.inference.registry import load_bundle
from tumorview.paths import bundled_models_dir

MIDDLE_OF_THE_LESION = range(10, 14)
"""Indices of the slices within 7 mm of the lesion's centre."""


@pytest.fixture(scope="module")
def folder(checkout: Path) -> Path:
    return checkout / "resources" / "sample_study"


@pytest.fixture(scope="module")
def maker(checkout: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "make_sample_study", checkout / "resources" / "make_sample_study.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def dicom_study(folder: Path) -> Study:
    catalog = read_catalog(list_files(folder))
    assert catalog.failures == ()
    (study,) = [s for s in catalog.studies if s.study_instance_uid is not None]
    return study


def test_the_study_is_two_series_of_22_slices_in_the_order_of_their_positions(
    dicom_study: Study,
) -> None:
    assert [len(series.frames) for series in dicom_study.series] == [22, 22]
    for series in dicom_study.series:
        assert series.order is SliceOrder.POSITION
        assert series.notices == ()
        heights = [f.geometry.position_mm[2] for f in series.frames if f.geometry.position_mm]
        assert np.allclose(np.diff(heights), 4.5)


def test_the_series_with_the_lesion_comes_first(dicom_study: Study) -> None:
    assert [s.description for s in dicom_study.series] == [
        "T1 AX +C simulated, lesion",
        "T1 AX +C simulated, no lesion",
    ]


def test_nobody_is_named_in_it(dicom_study: Study) -> None:
    assert dicom_study.patient.name == "Sample^Phantom"
    assert dicom_study.patient.birth_date == ""


@pytest.mark.parametrize(("number", "index"), [(0, 11), (1, 3)])
def test_the_files_hold_what_the_script_draws(
    dicom_study: Study, maker: ModuleType, number: int, index: int
) -> None:
    source = dicom_study.series[number].frames[index].source
    drawn = maker.render_slice(index, maker.SERIES[number].lesion).astype(int)
    stored = read_frame(source).stored_values.astype(int)
    # Another processor may round a sine differently; nothing else may differ.
    assert np.abs(stored - drawn).max() <= 1


def test_the_two_series_differ_by_the_lesion_and_the_noise_only(maker: ModuleType) -> None:
    far_from_it = -20.0 * np.ones((1, 4)), np.linspace(40, 70, 4)[np.newaxis], np.zeros((1, 4))
    at_its_rim = np.array([[30.0, 47.0]]), np.array([[-14.0, -14.0]]), np.array([[30.0, 30.0]])
    lesion = maker.Lesion()
    assert np.allclose(maker.tissues(*far_from_it, lesion), maker.tissues(*far_from_it, None), 0.05)
    assert not np.allclose(
        maker.tissues(*at_its_rim, lesion), maker.tissues(*at_its_rim, None), atol=0.1
    )


@pytest.fixture(scope="module")
def answers(dicom_study: Study) -> dict[str, list[Prediction]]:
    try:
        bundle = load_bundle(search=[bundled_models_dir()])
    except TumorViewError as error:
        if any(bundled_models_dir().glob("*/manifest.json")):
            raise
        pytest.skip(f"no model is bundled ({error})")
    predictor = Predictor(bundle, open_engine(bundle, EngineChoice.ONNX, threads=1))

    def ask(series: Series) -> list[Prediction]:
        return [
            predictor.predict(modality_frame(read_frame(frame.source))) for frame in series.frames
        ]

    lesion, healthy = dicom_study.series
    found = {"lesion": ask(lesion), "healthy": ask(healthy)}
    predictor.close()
    return found


def test_the_middle_of_the_lesion_is_called_a_tumour(answers: dict[str, list[Prediction]]) -> None:
    called = [answers["lesion"][index].probabilities.predicted.id for index in MIDDLE_OF_THE_LESION]
    assert "no_tumor" not in called


def test_most_slices_of_the_healthy_head_are_called_free_of_tumour(
    answers: dict[str, list[Prediction]],
) -> None:
    called = [answer.probabilities.predicted.id for answer in answers["healthy"]]
    assert called.count("no_tumor") > len(called) / 2


def test_the_heatmap_of_the_largest_slice_points_at_the_lesion(
    answers: dict[str, list[Prediction]],
) -> None:
    answer = answers["lesion"][11]
    heatmap = answer.leading_heatmap
    assert heatmap is not None
    row, column = np.unravel_index(int(np.argmax(heatmap.values)), heatmap.values.shape)
    height, width = heatmap.input_shape
    x = (column + 0.5) * width / heatmap.values.shape[1]
    y = (row + 0.5) * height / heatmap.values.shape[0]
    to_source = heatmap.input_to_source
    source_x, source_y = to_source.a * x + to_source.c, to_source.e * y + to_source.f
    # The lesion's centre, (30, -14) mm, and its radius with the oedema, in pixels of 0.9375 mm.
    assert np.hypot(source_x - (127.5 + 32), source_y - (127.5 - 15)) < 36
