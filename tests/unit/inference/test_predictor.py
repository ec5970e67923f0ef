from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.model_factory import LABELS, TinyModel, make_model, reference_output
from tests.unit.inference.make_frame import gradient_frame, make_frame
from tumorview.domain.arrays import Float32Array
from tumorview.domain.prediction import Caution, HeatmapKind
from tumorview.domain.reading import ReadingNotice
from tumorview.inference.engines.base import EngineOutput
from tumorview.inference.engines.onnx_engine import OnnxEngine
from tumorview.inference.errors import InferenceError
from tumorview.inference.predictor import Predictor
from tumorview.inference.preprocessing import model_input
from tumorview.inference.registry import load_bundle


def _predictor(tmp_path: Path, model: TinyModel | None = None) -> Predictor:
    make_model(tmp_path, model)
    bundle = load_bundle(search=[tmp_path])
    return Predictor(bundle, OnnxEngine(bundle, threads=1))


def _bright(rows: int = 80, columns: int = 80, **changes: Any) -> Any:
    values = np.full((rows, columns), 100.0)
    values[0, 0] = 0.0
    return make_frame(values, **changes)


@dataclass
class FixedEngine:
    """An engine that gives the same answer to everything and remembers how often it was asked."""

    logits: Float32Array
    class_maps: Float32Array | None
    name: str = "fixed"
    device: str = "nowhere"
    batches: tuple[int, ...] = ()

    def infer(self, batch: Float32Array) -> EngineOutput:
        self.batches += (len(batch),)
        count = len(batch)
        maps = None if self.class_maps is None else np.repeat(self.class_maps, count, axis=0)
        return EngineOutput(np.repeat(self.logits, count, axis=0), maps)

    def close(self) -> None:
        self.batches = ()


def test_an_answer_says_where_it_comes_from(tmp_path: Path) -> None:
    predictor = _predictor(tmp_path)
    frame = gradient_frame()
    prediction = predictor.predict(frame)
    assert prediction.source == frame.source
    assert prediction.model_id == "tiny"
    assert prediction.model_sha256 == predictor.bundle.model_sha256
    assert prediction.engine.startswith("ONNX Runtime")
    assert prediction.device == "CPU, 1 thread"
    assert prediction.milliseconds > 0
    assert prediction.probabilities.labels == predictor.bundle.manifest.class_labels


def test_probabilities_are_the_calibrated_softmax_of_the_networks_logits(tmp_path: Path) -> None:
    model = TinyModel(temperature=2.5)
    predictor = _predictor(tmp_path, model)
    frame = gradient_frame()
    tensor = model_input(frame, predictor.bundle.manifest).tensor
    logits = reference_output(model, tensor[np.newaxis])[0][0].astype(np.float64) / 2.5
    expected = np.exp(logits) / np.exp(logits).sum()
    answer = predictor.predict(frame).probabilities
    np.testing.assert_allclose(answer.values, expected, atol=1e-6)
    assert answer.calibration_temperature == 2.5
    assert all(type(value) is float for value in answer.values)


def test_bright_and_dark_frames_get_the_classes_that_the_network_means(tmp_path: Path) -> None:
    predictor = _predictor(tmp_path)
    dark = np.zeros((80, 80))
    dark[40, 40] = 1.0
    answers = predictor.predict_batch([_bright(), make_frame(dark)])
    assert [answer.probabilities.predicted.id for answer in answers] == ["glioma", "no_tumor"]


def test_a_sigmoid_model_answers_with_two_labels(tmp_path: Path) -> None:
    labels = (("no_tumor", "No tumour"), ("tumor", "Tumour"))
    predictor = _predictor(tmp_path, TinyModel(labels=labels, activation="sigmoid"))
    answer = predictor.predict(_bright())
    assert answer.probabilities.predicted.id == "tumor"
    assert sum(answer.probabilities.values) == pytest.approx(1.0)
    assert [heatmap.class_id for heatmap in answer.heatmaps] == ["no_tumor", "tumor"]


def test_a_batch_gives_the_answers_of_its_frames_in_order(tmp_path: Path) -> None:
    predictor = _predictor(tmp_path)
    rng = np.random.default_rng(3)
    frames = [make_frame(rng.random((70, 70 + i)) * (i + 1)) for i in range(20)]
    together = predictor.predict_batch(frames)
    for frame, answer in zip(frames, together, strict=True):
        alone = predictor.predict(frame)
        np.testing.assert_allclose(
            answer.probabilities.values, alone.probabilities.values, atol=1e-6
        )
        assert answer.heatmaps[0].source_shape == frame.shape
    assert predictor.predict_batch([]) == []


def test_a_long_list_is_run_in_batches_of_bounded_size(tmp_path: Path) -> None:
    make_model(tmp_path, TinyModel(heatmap=False))
    engine = FixedEngine(np.zeros((1, 4), np.float32), None)
    predictor = Predictor(load_bundle(search=[tmp_path]), engine)
    assert len(predictor.predict_batch([gradient_frame()] * 40)) == 40
    assert engine.batches == (16, 16, 8)


def test_every_class_has_a_heatmap_in_the_unit_range(tmp_path: Path) -> None:
    prediction = _predictor(tmp_path).predict(gradient_frame())
    assert [heatmap.class_id for heatmap in prediction.heatmaps] == [label for label, _ in LABELS]
    for heatmap in prediction.heatmaps:
        assert heatmap.kind is HeatmapKind.CLASS_ACTIVATION
        assert heatmap.values.shape == (8, 8)
        assert 0.0 <= heatmap.values.min() <= heatmap.values.max() <= 1.0
        assert not heatmap.values.flags.writeable
    assert prediction.heatmaps[0].values.max() > 0.5


def test_the_heatmap_is_the_rectified_class_map_over_its_full_scale(tmp_path: Path) -> None:
    model = TinyModel(full_scale=5.0)
    predictor = _predictor(tmp_path, model)
    frame = gradient_frame()
    tensor = model_input(frame, predictor.bundle.manifest).tensor
    maps = reference_output(model, tensor[np.newaxis])[1][0]
    for index, heatmap in enumerate(predictor.predict(frame).heatmaps):
        np.testing.assert_allclose(
            heatmap.values, np.clip(maps[:, :, index] / 5.0, 0.0, 1.0), atol=1e-6
        )


def test_a_model_without_a_heatmap_answers_without(tmp_path: Path) -> None:
    assert _predictor(tmp_path, TinyModel(heatmap=False)).predict(gradient_frame()).heatmaps == ()


def test_a_plain_mr_frame_has_no_caution(tmp_path: Path) -> None:
    prediction = _predictor(tmp_path).predict(gradient_frame())
    assert prediction.cautions == ()
    assert not prediction.gate_refused


@pytest.mark.parametrize(
    ("frame", "caution", "refused"),
    [
        (gradient_frame(modality="CT"), Caution.MODALITY_NOT_VALIDATED, True),
        (gradient_frame(modality="PT"), Caution.MODALITY_NOT_VALIDATED, True),
        (gradient_frame(modality=""), Caution.MODALITY_UNKNOWN, False),
        (gradient_frame(modality="OT"), Caution.MODALITY_UNKNOWN, False),
        (gradient_frame(lossy=True), Caution.LOSSY_SOURCE, False),
        (gradient_frame(63, 300), Caution.LOW_RESOLUTION, False),
        (gradient_frame(notices=(ReadingNotice.MOSAIC,)), Caution.MOSAIC, False),
        (
            gradient_frame(notices=(ReadingNotice.META_LENGTH_WRONG,)),
            Caution.READ_WITH_RESERVE,
            False,
        ),
        (
            gradient_frame(notices=(ReadingNotice.SUPPLEMENTAL_PALETTE,)),
            Caution.READ_WITH_RESERVE,
            False,
        ),
        (make_frame(np.full((80, 80), 3.0)), Caution.BLANK_IMAGE, True),
        (
            make_frame(
                np.random.default_rng(0).random((80, 80, 3)) * 255,
                photometric_interpretation="RGB",
            ),
            Caution.COLOR_CONVERTED,
            False,
        ),
    ],
    ids=[
        "ct",
        "pet",
        "none",
        "other",
        "lossy",
        "small",
        "mosaic",
        "file",
        "palette",
        "blank",
        "colour",
    ],
)
def test_what_limits_trust_is_said(
    tmp_path: Path, frame: Any, caution: Caution, refused: bool
) -> None:
    prediction = _predictor(tmp_path).predict(frame)
    assert prediction.cautions == (caution,)
    assert prediction.gate_refused is refused


def test_what_is_nothing_to_the_answer_is_no_caution_and_is_still_said(tmp_path: Path) -> None:
    noticed = (ReadingNotice.COLOR_PROFILE, ReadingNotice.OVERLAYS)
    prediction = _predictor(tmp_path).predict(gradient_frame(notices=noticed))
    assert prediction.cautions == ()
    assert prediction.notices == noticed


def test_a_refused_frame_gets_no_heatmap(tmp_path: Path) -> None:
    predictor = _predictor(tmp_path)
    assert predictor.predict(gradient_frame(modality="CT")).heatmaps == ()
    assert predictor.predict(gradient_frame(modality="MR")).heatmaps != ()


@pytest.mark.parametrize(("threshold", "uncertain"), [(0.99, True), (0.3, False)])
def test_an_answer_below_the_threshold_is_called_uncertain(
    tmp_path: Path, threshold: float, uncertain: bool
) -> None:
    predictor = _predictor(tmp_path, TinyModel(certainty_threshold=threshold))
    prediction = predictor.predict(gradient_frame())
    assert (Caution.UNCERTAIN in prediction.cautions) is uncertain


def test_several_cautions_stand_together_the_gravest_first(tmp_path: Path) -> None:
    frame = gradient_frame(32, 32, modality="CT", lossy=True)
    cautions = _predictor(tmp_path).predict(frame).cautions
    assert cautions == (
        Caution.MODALITY_NOT_VALIDATED,
        Caution.LOW_RESOLUTION,
        Caution.LOSSY_SOURCE,
    )


@pytest.mark.parametrize(
    ("logits", "class_maps", "words"),
    [
        (np.full((1, 4), np.nan, np.float32), np.zeros((1, 8, 8, 4), np.float32), "not a number"),
        (np.zeros((1, 3), np.float32), np.zeros((1, 8, 8, 4), np.float32), "other logits"),
        (np.zeros((1, 4), np.float32), np.zeros((1, 8, 8, 3), np.float32), "other class maps"),
    ],
    ids=["nan", "logits", "maps"],
)
def test_an_engine_that_answers_nonsense_is_an_error_and_not_an_answer(
    tmp_path: Path, logits: Float32Array, class_maps: Float32Array, words: str
) -> None:
    make_model(tmp_path)
    predictor = Predictor(load_bundle(search=[tmp_path]), FixedEngine(logits, class_maps))
    with pytest.raises(InferenceError, match=words):
        predictor.predict(gradient_frame())


def test_a_class_map_that_is_not_a_number_is_an_error(tmp_path: Path) -> None:
    make_model(tmp_path)
    maps = np.zeros((1, 8, 8, 4), np.float32)
    maps[0, 2, 3, 1] = np.nan
    engine = FixedEngine(np.zeros((1, 4), np.float32), maps)
    with pytest.raises(InferenceError, match="not a number"):
        Predictor(load_bundle(search=[tmp_path]), engine).predict(gradient_frame())


def test_threads_may_share_a_predictor(tmp_path: Path) -> None:
    predictor = _predictor(tmp_path)
    frames = [gradient_frame(64 + i, 64) for i in range(16)]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(predictor.predict, frames))
    for frame, answer in zip(frames, answers, strict=True):
        expected = predictor.predict(frame).probabilities.values
        np.testing.assert_allclose(answer.probabilities.values, expected, atol=1e-6)


def test_a_closed_predictor_says_so(tmp_path: Path) -> None:
    predictor = _predictor(tmp_path)
    predictor.close()
    with pytest.raises(InferenceError, match="closed"):
        predictor.predict(gradient_frame())
