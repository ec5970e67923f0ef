"""Frame in, answer out: preprocessing, one forward pass, and what the manifest makes of it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tumorview.domain.arrays import Float32Array
from tumorview.domain.frames import ModalityFrame
from tumorview.domain.prediction import (
    AcquisitionGuess,
    ClassProbabilities,
    Heatmap,
    ModelInput,
    Prediction,
    TumorDecision,
)
from tumorview.inference.acquisition import acquisition_guesses
from tumorview.inference.cautions import REFUSING, answer_cautions, image_cautions
from tumorview.inference.decisions import decide, set_without_types, without_types
from tumorview.inference.engines.base import EngineOutput, InferenceEngine
from tumorview.inference.engines.checks import check_output
from tumorview.inference.gate import Gate, gate_scores, parse_gate
from tumorview.inference.heatmap import heatmap_planes, heatmaps_of, planes_without_types
from tumorview.inference.judgement import Seen, decision_spec, rule_for, see
from tumorview.inference.prediction_sets import set_members
from tumorview.inference.preprocessing import model_input
from tumorview.inference.probabilities import (
    Float64Array,
    sigmoid_probabilities,
    softmax_probabilities,
)
from tumorview.inference.registry import ModelBundle

_LARGEST_BATCH = 16
"""Memory grows with the batch, and nothing gets faster beyond this."""


class Predictor:
    """A model and the engine that runs it. Calls may come from several threads at once.

    Raises what `ModelBundle.read_verified` raises, or GateFileError, when the model's input gate
    cannot be read.
    """

    def __init__(self, bundle: ModelBundle, engine: InferenceEngine) -> None:
        self._bundle = bundle
        self._engine = engine
        self._labels = bundle.manifest.class_labels
        spec = bundle.manifest.gate
        self._gate: Gate | None = None
        if spec is not None:
            self._gate = parse_gate(
                bundle.read_verified("gate"), spec.method, bundle.verified_path("gate")
            )

    @property
    def bundle(self) -> ModelBundle:
        """The model."""
        return self._bundle

    @property
    def engine(self) -> InferenceEngine:
        """What runs the model."""
        return self._engine

    def predict(self, frame: ModalityFrame) -> Prediction:
        """Analyse one frame; raises InferenceError."""
        return self.predict_batch((frame,))[0]

    def predict_batch(self, frames: Sequence[ModalityFrame]) -> list[Prediction]:
        """Analyse frames together, answers in the same order.

        `Prediction.milliseconds` is the time of the batch (preprocessing and forward pass)
        divided by its frames. Raises InferenceError for the batch as a whole.
        """
        predictions: list[Prediction] = []
        for start in range(0, len(frames), _LARGEST_BATCH):
            predictions += self._predict_together(frames[start : start + _LARGEST_BATCH])
        return predictions

    def close(self) -> None:
        """Free the engine."""
        self._engine.close()

    def _predict_together(self, frames: Sequence[ModalityFrame]) -> list[Prediction]:
        started = time.perf_counter()
        manifest = self._bundle.manifest
        given = [model_input(frame, manifest) for frame in frames]
        output = self._engine.infer(np.stack([one.tensor for one in given]))
        check_output(manifest, output, len(given))
        to_probabilities = (
            sigmoid_probabilities if manifest.activation == "sigmoid" else softmax_probabilities
        )
        values = to_probabilities(output.logits, manifest.calibration_temperature)
        planes = None
        if manifest.heatmap is not None and output.class_maps is not None:
            planes = heatmap_planes(output.class_maps, manifest.heatmap)
        seen = self._see(frames, given, output)
        milliseconds = (time.perf_counter() - started) * 1000.0 / len(given)
        return [
            self._prediction(
                one, values[index], None if planes is None else planes[index], milliseconds
            )
            for index, one in enumerate(seen)
        ]

    def _see(
        self, frames: Sequence[ModalityFrame], given: Sequence[ModelInput], output: EngineOutput
    ) -> list[Seen]:
        """What gate and acquisition head say of each frame."""
        manifest = self._bundle.manifest
        scores: list[float] | list[None] = [None] * len(frames)
        if self._gate is not None and output.features is not None:
            scores = gate_scores(self._gate, output.features, output.logits).tolist()
        guesses: Sequence[AcquisitionGuess] | list[None] = [None] * len(frames)
        if manifest.acquisition is not None and output.acquisition_logits is not None:
            guesses = acquisition_guesses(output.acquisition_logits, manifest.acquisition)
        return [
            see(frame, one, score, guess, manifest)
            for frame, one, score, guess in zip(frames, given, scores, guesses, strict=True)
        ]

    def _prediction(
        self,
        seen: Seen,
        values: Float64Array,
        planes: Float32Array | None,
        milliseconds: float,
    ) -> Prediction:
        manifest = self._bundle.manifest
        cautions = image_cautions(seen, manifest)
        answer = self._answer(seen, values, planes)
        refused = not REFUSING.isdisjoint(cautions)
        sets = manifest.prediction_sets
        if refused:  # words in place of numbers; a picture would say what they must not
            answer = _Answer(answer.probabilities)
        else:
            cautions += answer_cautions(answer.probabilities, answer.decision, manifest)
        return Prediction(
            source=seen.frame.source,
            probabilities=answer.probabilities,
            heatmaps=answer.heatmaps,
            model_id=manifest.id,
            model_sha256=self._bundle.model_sha256,
            cautions=cautions,
            engine=self._engine.name,
            device=self._engine.device,
            milliseconds=milliseconds,
            prediction_set=answer.prediction_set,
            gate_score=seen.gate_score,
            gate_refused=refused,
            decision=answer.decision,
            acquisition=seen.guess,
            evidence=answer.evidence,
            set_coverage=None if sets is None else sets.coverage,
            notices=seen.frame.notices,
        )

    def _answer(self, seen: Seen, values: Float64Array, planes: Float32Array | None) -> _Answer:
        """The answer by the rules of the frame's modality."""
        manifest = self._bundle.manifest
        labels = self._labels
        rule = rule_for(seen, manifest)
        probabilities = ClassProbabilities(
            labels, tuple(values.tolist()), manifest.calibration_temperature
        )
        chosen: tuple[str, ...] = ()
        if manifest.prediction_sets is not None:
            members = set_members(values[np.newaxis], manifest.prediction_sets.quantiles)[0]
            chosen = tuple(one.id for one, is_in in zip(labels, members, strict=True) if is_in)
        if rule is not None and not rule.name_tumor_type:
            if planes is not None and manifest.heatmap is not None:
                planes = planes_without_types(planes, labels, manifest.heatmap)
            probabilities = without_types(probabilities, rule.modality)
            chosen = set_without_types(chosen)
        spec, tumor = decision_spec(rule, manifest), probabilities.tumor
        heatmaps: tuple[Heatmap, ...] = ()
        if planes is not None and manifest.heatmap is not None:
            heatmaps = heatmaps_of(planes, probabilities.labels, manifest.heatmap, seen.given)
        return _Answer(
            probabilities=probabilities,
            heatmaps=heatmaps,
            prediction_set=chosen,
            decision=None if spec is None or tumor is None else decide(tumor, spec),
            evidence="" if rule is None else rule.evidence,
        )


@dataclass(frozen=True, slots=True)
class _Answer:
    """The part of a prediction that a refusal leaves out, and the probabilities."""

    probabilities: ClassProbabilities
    heatmaps: tuple[Heatmap, ...] = ()
    prediction_set: tuple[str, ...] = ()
    decision: TumorDecision | None = None
    evidence: str = ""
