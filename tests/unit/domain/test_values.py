"""The value objects: frozen all the way down, and silent about people."""

from __future__ import annotations

import dataclasses
import pickle
from pathlib import Path

import numpy as np
import pytest

from tumorview.domain.arrays import read_only
from tumorview.domain.events import ScanItem
from tumorview.domain.frames import DisplayFrame, ImageGeometry, ModalityFrame, StoredFrame, VoiLut
from tumorview.domain.prediction import (
    Affine2D,
    ClassLabel,
    ClassProbabilities,
    Heatmap,
    HeatmapKind,
    ModelInput,
    Prediction,
)
from tumorview.domain.source import SourceRef
from tumorview.domain.study import (
    FrameInfo,
    PatientInfo,
    Series,
    SliceOrder,
    Study,
    StudyCatalog,
)

SOURCE = SourceRef(Path("x.dcm"))
IDENTITY = Affine2D(1, 0, 0, 0, 1, 0)
LABELS = (ClassLabel("glioma", "Glioma"), ClassLabel("no_tumor", "No tumour"))


def a_modality_frame(shape: tuple[int, ...] = (3, 4)) -> ModalityFrame:
    return ModalityFrame(
        source=SOURCE,
        values=np.zeros(shape, np.float32),
        rescale_type="HU",
        photometric_interpretation="MONOCHROME2",
        modality="CT",
        geometry=ImageGeometry(),
        padding_mask=np.zeros(shape[:2], np.bool_),
    )


def a_heatmap(class_id: str | None) -> Heatmap:
    return Heatmap(
        SOURCE,
        np.zeros((2, 2), np.float32),
        HeatmapKind.CLASS_ACTIVATION,
        class_id,
        IDENTITY,
        (8, 8),
        (16, 16),
    )


ARRAYS = {
    "modality values": a_modality_frame().values,
    "padding mask": a_modality_frame().padding_mask,
    "display pixels": DisplayFrame(SOURCE, np.zeros((2, 2), np.uint8), None).pixels,
    "voi table": VoiLut(np.zeros(4, np.uint16), 0, 16).table,
    "stored values": StoredFrame(
        SOURCE, np.zeros((2, 2), np.int16), "MONOCHROME2", "MONOCHROME2", 16, 1, "MR"
    ).stored_values,
    "tensor": ModelInput(SOURCE, np.zeros((2, 2, 1), np.float32), IDENTITY, (2, 2), "m").tensor,
    "heatmap": a_heatmap("glioma").values,
}


@pytest.mark.parametrize("name", ARRAYS)
def test_an_array_inside_a_value_cannot_be_written(name: str) -> None:
    array = ARRAYS[name]
    assert array is not None
    with pytest.raises(ValueError, match="read-only"):
        array[...] = 1


def test_freezing_copies_no_memory_and_leaves_the_maker_s_array_alone() -> None:
    mine = np.zeros((2, 2), np.float32)
    view = read_only(mine)
    mine[0, 0] = 5
    assert view[0, 0] == 5
    assert np.shares_memory(mine, view)


def test_a_field_cannot_be_replaced() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        SOURCE.frame_number = 2  # type: ignore[misc]


@pytest.mark.parametrize("number", [0, -1])
def test_frames_are_counted_from_one(number: int) -> None:
    with pytest.raises(ValueError, match=f"Received: {number}"):
        SourceRef(Path("x"), frame_number=number)


def test_sources_with_the_same_content_are_one_key() -> None:
    assert {SOURCE: 1}[SourceRef(Path("x.dcm"))] == 1
    assert SourceRef(Path("x.dcm"), frame_number=2) != SOURCE


def test_a_frame_knows_its_shape_and_whether_it_is_colour() -> None:
    assert a_modality_frame((3, 4)).shape == (3, 4)
    assert not a_modality_frame((3, 4)).is_color
    assert a_modality_frame((3, 4, 3)).shape == (3, 4)
    assert a_modality_frame((3, 4, 3)).is_color


def test_the_most_probable_class_is_predicted() -> None:
    answer = ClassProbabilities(LABELS, (0.2, 0.8), 1.5)
    assert answer.predicted.id == "no_tumor"
    assert answer.top == 0.8


def test_equal_probabilities_predict_the_first_class() -> None:
    assert ClassProbabilities(LABELS, (0.5, 0.5), 1.0).predicted_index == 0


def test_probabilities_without_their_labels_are_refused() -> None:
    with pytest.raises(ValueError, match="3 values, 2 labels"):
        ClassProbabilities(LABELS, (0.2, 0.3, 0.5), 1.0)


def test_a_heatmap_is_found_by_its_class() -> None:
    prediction = Prediction(
        SOURCE,
        ClassProbabilities(LABELS, (0.2, 0.8), 1.0),
        (a_heatmap("glioma"), a_heatmap("no_tumor")),
        *("model", "0" * 64, (), "engine", "cpu", 1.0),
    )
    found = prediction.heatmap_for("no_tumor")
    assert found is not None
    assert found.class_id == "no_tumor"
    assert prediction.heatmap_for("meningioma") is None


def test_a_heatmap_of_any_tumour_is_that_of_each_tumour_and_not_of_none() -> None:
    prediction = Prediction(
        SOURCE,
        ClassProbabilities(LABELS, (0.2, 0.8), 1.0),
        (a_heatmap(None),),
        *("model", "0" * 64, (), "engine", "cpu", 1.0),
    )
    shared = prediction.tumor_heatmap
    assert shared is not None
    assert prediction.heatmap_for("glioma") is shared
    assert prediction.heatmap_for("no_tumor") is None
    assert prediction.heatmap_for("meningioma") is None
    assert prediction.leading_heatmap is shared, "also where no tumour is the most probable class"


def test_without_a_heatmap_of_any_tumour_that_of_the_predicted_class_leads() -> None:
    prediction = Prediction(
        SOURCE,
        ClassProbabilities(LABELS, (0.2, 0.8), 1.0),
        (a_heatmap("glioma"), a_heatmap("no_tumor")),
        *("model", "0" * 64, (), "engine", "cpu", 1.0),
    )
    assert prediction.tumor_heatmap is None
    assert prediction.leading_heatmap is prediction.heatmap_for("no_tumor")


def test_the_probability_of_a_tumour_is_what_no_tumour_leaves() -> None:
    answer = ClassProbabilities(LABELS, (0.25, 0.75), 1.0)
    assert answer.tumor == 0.25
    assert answer.of("no_tumor") == 0.75
    assert answer.of("meningioma") is None
    assert ClassProbabilities(LABELS[:1], (1.0,), 1.0).tumor is None


def test_an_affine_map_is_laid_out_as_warp_affine_takes_it() -> None:
    matrix = Affine2D(1, 2, 3, 4, 5, 6).matrix()
    assert matrix.dtype == np.float32
    assert matrix.tolist() == [[1, 2, 3], [4, 5, 6]]


def test_a_patient_s_repr_tells_nothing() -> None:
    patient = PatientInfo("Miller^Anna", "4711", "19500101", "F", "076Y")
    study = Study("1.2", "Head", "20260101", patient, ())
    for secret in ("Miller", "4711", "19500101"):
        assert secret not in repr(patient)
        assert secret not in repr(study)


def test_a_scanned_item_s_repr_tells_nothing_of_the_patient() -> None:
    item = ScanItem(SourceRef(Path("Miller") / "4711.dcm"), "0" * 64, "4711", "MR", "Miller T1")
    assert "4711" not in repr(item)
    assert "Miller" not in repr(item)


def test_a_catalogue_counts_the_frames_of_all_series() -> None:
    frame = FrameInfo(SOURCE, 2, 2, ImageGeometry())
    series = Series("1.2.3", "MR", "T1", 1, (frame, frame), SliceOrder.POSITION)
    studies = (Study("1.2", "", "", PatientInfo(), (series, series)),)
    assert StudyCatalog(studies).frame_count == 4
    assert StudyCatalog(()).frame_count == 0


def test_values_cross_process_borders() -> None:
    frame = a_modality_frame()
    twin = pickle.loads(pickle.dumps(frame))
    assert twin.source == frame.source
    assert twin.values.tolist() == frame.values.tolist()
