"""What the manifest's second schema makes of an answer; the network itself is fixed here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.model_factory import TinyModel, make_model, sha256_of
from tests.trust_parts import ACQUISITION, CT_DECISION, DECISION, LESION_MAP, RULES
from tests.unit.inference.make_frame import gradient_frame, make_frame
from tumorview.domain.arrays import Float32Array
from tumorview.domain.prediction import Caution, HeatmapKind, Prediction
from tumorview.inference.engines.base import EngineOutput
from tumorview.inference.engines.onnx_engine import OnnxEngine
from tumorview.inference.errors import GateFileError, InferenceError, ModelTamperedError
from tumorview.inference.predictor import Predictor
from tumorview.inference.registry import load_bundle

_CT, _T1, _T2 = 0, 1, 3


def _softmax_logits(*probabilities: float) -> Float32Array:
    return np.log(np.array([probabilities], np.float32))


def _head(index: int, confidence: float = 0.96) -> Float32Array:
    rest = (1 - confidence) / 4
    return _softmax_logits(*(confidence if one == index else rest for one in range(5)))


@dataclass
class FixedEngine:
    """The same outputs for every image."""

    output: EngineOutput
    name: str = "fixed"
    device: str = "nowhere"

    def infer(self, batch: Float32Array) -> EngineOutput:
        def repeated(array: Float32Array | None) -> Float32Array | None:
            return None if array is None else np.repeat(array, len(batch), axis=0)

        one = self.output
        logits = repeated(one.logits)
        assert logits is not None
        return EngineOutput(
            logits,
            repeated(one.class_maps),
            repeated(one.features),
            repeated(one.acquisition_logits),
        )

    def close(self) -> None:
        pass


_LESION = np.linspace(0, 1, 64, dtype=np.float32).reshape(1, 8, 8, 1)
_OUTPUT = EngineOutput(
    _softmax_logits(0.5, 0.3, 0.1, 0.1), _LESION, np.zeros((1, 3), np.float32), _head(_T1)
)


def _predict(
    tmp_path: Path,
    frame: Any = None,
    *,
    values: tuple[float, ...] | None = None,
    model: TinyModel | None = None,
    **output: Any,
) -> Prediction:
    make_model(tmp_path, model or TinyModel(trust=True))
    if values is not None:
        output["logits"] = _softmax_logits(*values)
    engine = FixedEngine(replace(_OUTPUT, **output))
    predictor = Predictor(load_bundle(search=[tmp_path]), engine)
    return predictor.predict(frame or gradient_frame())


# The decision.


@pytest.mark.parametrize(("none", "suspected"), [(0.69, True), (0.71, False)])
def test_a_tumour_is_suspected_by_the_threshold(
    tmp_path: Path, none: float, suspected: bool
) -> None:
    rest = (1 - none) / 3
    decision = _predict(tmp_path, values=(rest, rest, rest, none)).decision
    assert decision is not None
    assert decision.suspected is suspected
    assert decision.tumor_probability == pytest.approx(1 - none, abs=1e-6)
    assert decision.threshold == DECISION["threshold"]


@pytest.mark.parametrize(
    ("values", "disagree"),
    [
        ((0.2, 0.1, 0.1, 0.6), True),
        ((0.6, 0.1, 0.1, 0.2), False),
        ((0.05, 0.05, 0.05, 0.85), False),
    ],
    ids=["suspected though no tumour is on top", "both yes", "both no"],
)
def test_it_is_said_when_threshold_and_most_probable_class_disagree(
    tmp_path: Path, values: tuple[float, ...], disagree: bool
) -> None:
    cautions = _predict(tmp_path, values=values).cautions
    assert (Caution.THRESHOLD_DISAGREES in cautions) is disagree


def test_a_class_of_tumour_on_top_below_a_high_threshold_disagrees_too(tmp_path: Path) -> None:
    model = TinyModel(trust=True, manifest_changes={"decision": {**DECISION, "threshold": 0.7}})
    prediction = _predict(tmp_path, values=(0.5, 0.05, 0.05, 0.4), model=model)
    assert prediction.decision is not None
    assert not prediction.decision.suspected
    assert prediction.probabilities.predicted.id == "glioma"
    assert Caution.THRESHOLD_DISAGREES in prediction.cautions


# Prediction sets.


def test_the_prediction_set_holds_the_classes_that_cannot_be_told_apart(tmp_path: Path) -> None:
    prediction = _predict(tmp_path, values=(0.5, 0.3, 0.1, 0.1))
    assert prediction.prediction_set == ("glioma", "meningioma")
    assert prediction.set_coverage == 0.9


def test_a_prediction_set_is_never_empty(tmp_path: Path) -> None:
    sets = {"coverage": 0.9, "quantiles": [0.0] * 4, "calibrated_on": "drawn data"}
    model = TinyModel(trust=True, manifest_changes={"prediction_sets": sets})
    assert _predict(tmp_path, values=(0.3, 0.4, 0.2, 0.1), model=model).prediction_set == (
        "meningioma",
    )


# The heatmap.


def test_a_lesion_map_speaks_for_every_tumour_and_not_for_none(tmp_path: Path) -> None:
    prediction = _predict(tmp_path)
    (heatmap,) = prediction.heatmaps
    assert heatmap.kind is HeatmapKind.LESION_EVIDENCE
    assert heatmap.class_id is None
    np.testing.assert_allclose(heatmap.values, _LESION[0, :, :, 0])
    for class_id in ("glioma", "meningioma", "pituitary"):
        assert prediction.heatmap_for(class_id) is heatmap
    assert prediction.heatmap_for("no_tumor") is None
    assert prediction.heatmap_for("another model's class") is None
    assert prediction.leading_heatmap is heatmap


def test_full_scale_holds_for_a_lesion_map_too(tmp_path: Path) -> None:
    half = TinyModel(trust=True, manifest_changes={"heatmap": {**LESION_MAP, "full_scale": 0.5}})
    (heatmap,) = _predict(tmp_path, model=half).heatmaps
    np.testing.assert_allclose(heatmap.values, np.minimum(_LESION[0, :, :, 0] * 2, 1.0), rtol=1e-6)


# The gate.


def test_an_image_beyond_the_gate_gets_no_answer(tmp_path: Path) -> None:
    model = TinyModel(trust=True, gate_threshold=4.0)
    strange = np.full((1, 3), 9.0, np.float32)
    prediction = _predict(tmp_path, model=model, features=strange)
    assert prediction.gate_refused
    assert prediction.cautions == (Caution.OUT_OF_DISTRIBUTION,)
    assert prediction.gate_score is not None
    assert prediction.gate_score > 4.0
    assert prediction.heatmaps == ()
    assert prediction.decision is None
    assert prediction.prediction_set == ()
    assert prediction.acquisition is None
    assert prediction.evidence == ""


def test_an_image_within_the_gate_keeps_its_answer_and_its_score(tmp_path: Path) -> None:
    prediction = _predict(tmp_path, model=TinyModel(trust=True, gate_threshold=4.0))
    assert not prediction.gate_refused
    assert prediction.gate_score is not None
    assert 0.0 <= prediction.gate_score <= 4.0


def test_of_a_blank_image_it_is_only_said_that_it_is_blank(tmp_path: Path) -> None:
    prediction = _predict(
        tmp_path,
        make_frame(np.full((80, 80), 3.0)),
        model=TinyModel(trust=True, gate_threshold=4.0),
        features=np.full((1, 3), 9.0, np.float32),
        acquisition_logits=_head(_CT),
    )
    assert prediction.cautions == (Caution.BLANK_IMAGE,)
    assert prediction.gate_refused


def test_a_gate_for_features_of_another_length_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GateFileError, match="3 features"):
        _predict(tmp_path, features=np.zeros((1, 4), np.float32))


def test_a_changed_gate_file_is_refused(tmp_path: Path) -> None:
    folder = make_model(tmp_path, TinyModel(trust=True))
    bundle = load_bundle(search=[tmp_path])
    (folder / "gate.npz").write_bytes(b"something else")
    with pytest.raises(ModelTamperedError, match=r"gate\.npz"):
        Predictor(bundle, FixedEngine(_OUTPUT))


def test_a_gate_file_of_another_method_is_refused(tmp_path: Path) -> None:
    folder = make_model(tmp_path, TinyModel(trust=True))
    manifest = folder / "manifest.json"
    text = manifest.read_text(encoding="utf-8").replace('"mahalanobis"', '"knn"')
    manifest.write_text(text, encoding="utf-8")
    assert sha256_of(folder / "gate.npz") in text
    with pytest.raises(GateFileError, match=r"gate\.npz: .* for knn"):
        Predictor(load_bundle(search=[tmp_path]), FixedEngine(_OUTPUT))


# Modality and sequence.


def test_what_the_picture_looks_like_is_told(tmp_path: Path) -> None:
    guess = _predict(tmp_path).acquisition
    assert guess is not None
    assert (guess.id, guess.modality, guess.sequence) == ("t1", "MR", "T1")
    assert guess.probability == pytest.approx(0.96, abs=1e-6)


@pytest.mark.parametrize(
    ("stated", "picture", "confidence", "cautions", "refused"),
    [
        ("MR", _T1, 0.96, (), False),
        ("CT", _CT, 0.96, (), False),
        ("MR", _CT, 0.96, (Caution.MODALITY_CONTRADICTED,), False),
        ("CT", _T1, 0.96, (Caution.MODALITY_CONTRADICTED,), False),
        ("CT", _T2, 0.96, (Caution.MODALITY_CONTRADICTED,), False),
        ("MR", _CT, 0.6, (), False),
        ("MR", _T2, 0.96, (Caution.SEQUENCE_NOT_VALIDATED,), True),
        ("MR", _T2, 0.6, (), False),
        ("", _T1, 0.96, (Caution.MODALITY_UNKNOWN,), False),
        ("", _CT, 0.96, (Caution.MODALITY_UNKNOWN,), False),
        ("OT", _CT, 0.6, (Caution.MODALITY_UNKNOWN,), False),
        ("PT", _CT, 0.96, (Caution.MODALITY_NOT_VALIDATED,), True),
    ],
)
def test_what_the_picture_looks_like_is_held_against_what_the_file_states(
    tmp_path: Path,
    stated: str,
    picture: int,
    confidence: float,
    cautions: tuple[Caution, ...],
    refused: bool,
) -> None:
    prediction = _predict(
        tmp_path,
        gradient_frame(modality=stated),
        values=(0.8, 0.1, 0.05, 0.05),
        acquisition_logits=_head(picture, confidence),
    )
    assert prediction.cautions == cautions
    assert prediction.gate_refused is refused


def test_a_picture_that_is_clearly_of_a_modality_not_validated_is_refused(tmp_path: Path) -> None:
    changes = {
        "validated_modalities": ["MR"],
        "modality_rules": [],
        "acquisition": {**ACQUISITION, "validated": ["t1"]},
    }
    prediction = _predict(
        tmp_path,
        gradient_frame(modality=""),
        model=TinyModel(trust=True, manifest_changes=changes),
        acquisition_logits=_head(_CT),
    )
    assert prediction.gate_refused
    assert prediction.cautions == (Caution.MODALITY_NOT_VALIDATED, Caution.MODALITY_UNKNOWN)


@pytest.mark.parametrize(
    ("stated", "picture", "confidence", "by_ct_rules"),
    [
        ("CT", _CT, 0.96, True),
        ("CT", _CT, 0.6, True),
        ("CT", _T1, 0.96, True),
        ("MR", _CT, 0.96, True),
        ("", _CT, 0.96, True),
        ("", _CT, 0.6, False),
        ("MR", _T1, 0.96, False),
        ("", _T1, 0.96, False),
    ],
)
def test_ct_by_the_file_or_by_the_picture_is_answered_by_the_rules_for_ct(
    tmp_path: Path, stated: str, picture: int, confidence: float, by_ct_rules: bool
) -> None:
    prediction = _predict(
        tmp_path,
        gradient_frame(modality=stated),
        values=(0.3, 0.1, 0.05, 0.55),
        acquisition_logits=_head(picture, confidence),
    )
    assert prediction.decision is not None
    assert prediction.decision.threshold == (CT_DECISION if by_ct_rules else DECISION)["threshold"]
    assert prediction.evidence == (RULES[0]["evidence"] if by_ct_rules else "")
    assert len(prediction.probabilities.labels) == (2 if by_ct_rules else 4)


def test_on_ct_only_tumour_against_no_tumour_is_told(tmp_path: Path) -> None:
    prediction = _predict(
        tmp_path,
        gradient_frame(modality="CT"),
        values=(0.35, 0.2, 0.1, 0.35),
        acquisition_logits=_head(_CT),
    )
    answer = prediction.probabilities
    assert [label.id for label in answer.labels] == ["tumor", "no_tumor"]
    assert answer.predicted.name == "Tumour (type not judged on CT)"
    assert answer.values == pytest.approx((0.65, 0.35), abs=1e-6)
    assert prediction.prediction_set == ("tumor", "no_tumor")
    assert prediction.heatmap_for("tumor") is prediction.tumor_heatmap is not None
    assert prediction.heatmap_for("glioma") is None


def test_class_activation_maps_name_no_type_on_ct_either(tmp_path: Path) -> None:
    maps = np.zeros((1, 8, 8, 4), np.float32)
    maps[0, 0, 0], maps[0, 1, 1] = (2, 6, 1, 4), (3, 1, 0, 0)
    heatmap = {
        "kind": "class activation map",
        "output": "class_maps",
        "feature_layer": "features",
        "full_scale": 8.0,
    }
    prediction = _predict(
        tmp_path,
        gradient_frame(modality="CT"),
        model=TinyModel(trust=True, manifest_changes={"heatmap": heatmap}),
        class_maps=maps,
        acquisition_logits=_head(_CT),
    )
    assert [heatmap.class_id for heatmap in prediction.heatmaps] == ["tumor", "no_tumor"]
    tumor, none = (heatmap.values for heatmap in prediction.heatmaps)
    assert (tumor[0, 0], tumor[1, 1], none[0, 0]) == (0.75, 0.375, 0.5)


# Outputs that cannot be right.


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ({"features": None}, "without features"),
        ({"acquisition_logits": None}, "without acquisition logits"),
        ({"class_maps": None}, "without class maps"),
        ({"features": np.full((1, 3), np.inf, np.float32)}, "not a number"),
        ({"acquisition_logits": np.full((1, 5), np.nan, np.float32)}, "not a number"),
        ({"acquisition_logits": np.zeros((1, 4), np.float32)}, "other acquisition logits"),
        ({"class_maps": np.zeros((1, 8, 8, 4), np.float32)}, "other class maps"),
    ],
)
def test_outputs_that_cannot_be_right_are_an_error_and_not_an_answer(
    tmp_path: Path, output: dict[str, Any], words: str
) -> None:
    with pytest.raises(InferenceError, match=words):
        _predict(tmp_path, **output)


def test_the_tiny_network_answers_with_everything(tmp_path: Path) -> None:
    make_model(tmp_path, TinyModel(trust=True))
    bundle = load_bundle(search=[tmp_path])
    predictor = Predictor(bundle, OnnxEngine(bundle, threads=1))
    frames = [gradient_frame(modality="MR"), gradient_frame(modality="CT")]
    on_mr, on_ct = predictor.predict_batch(frames)
    assert on_mr.decision is not None
    assert on_mr.gate_score is not None
    assert on_mr.prediction_set
    assert on_mr.acquisition is not None
    assert len(on_mr.heatmaps) == 1
    assert len(on_mr.probabilities.labels) == 4
    assert len(on_ct.probabilities.labels) == 2
    assert on_ct.evidence
