"""Frame in, answer out: preprocessing, one forward pass, probabilities, heatmaps, cautions."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np

from tumorview.domain.arrays import Float32Array
from tumorview.domain.frames import ModalityFrame
from tumorview.domain.prediction import ClassProbabilities, Heatmap, ModelInput, Prediction
from tumorview.inference.cautions import cautions_for, gate_refuses
from tumorview.inference.engines.base import EngineOutput, InferenceEngine
from tumorview.inference.errors import InferenceError
from tumorview.inference.heatmap import heatmap_values, heatmaps_of
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
    """A model and the engine that runs it. Calls may come from several threads at once."""

    def __init__(self, bundle: ModelBundle, engine: InferenceEngine) -> None:
        self._bundle = bundle
        self._engine = engine
        self._labels = bundle.manifest.class_labels

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
        self._check_output(output, len(given))
        to_probabilities = (
            sigmoid_probabilities if manifest.activation == "sigmoid" else softmax_probabilities
        )
        values = to_probabilities(output.logits, manifest.calibration_temperature)
        maps = None
        if manifest.heatmap is not None and output.class_maps is not None:
            maps = heatmap_values(output.class_maps, manifest.heatmap.full_scale)
        milliseconds = (time.perf_counter() - started) * 1000.0 / len(given)
        return [
            self._prediction(
                frame, one, values[index], None if maps is None else maps[index], milliseconds
            )
            for index, (frame, one) in enumerate(zip(frames, given, strict=True))
        ]

    def _prediction(
        self,
        frame: ModalityFrame,
        given: ModelInput,
        values: Float64Array,
        maps: Float32Array | None,
        milliseconds: float,
    ) -> Prediction:
        manifest = self._bundle.manifest
        refused = gate_refuses(frame, given, manifest)
        probabilities = ClassProbabilities(
            labels=self._labels,
            values=tuple(values.tolist()),
            calibration_temperature=manifest.calibration_temperature,
        )
        heatmaps: tuple[Heatmap, ...] = ()
        # A refused frame gets words in place of numbers; a picture would say what they must not.
        if maps is not None and manifest.heatmap is not None and not refused:
            heatmaps = heatmaps_of(maps, self._labels, manifest.heatmap, given)
        return Prediction(
            source=frame.source,
            probabilities=probabilities,
            heatmaps=heatmaps,
            model_id=manifest.id,
            model_sha256=self._bundle.model_sha256,
            cautions=cautions_for(frame, given, probabilities, manifest),
            engine=self._engine.name,
            device=self._engine.device,
            milliseconds=milliseconds,
            gate_refused=refused,
        )

    def _check_output(self, output: EngineOutput, count: int) -> None:
        manifest = self._bundle.manifest
        classes = 1 if manifest.activation == "sigmoid" else len(self._labels)
        if output.logits.shape != (count, classes):
            raise InferenceError(
                f"the engine answered with other logits than [{count}, {classes}]",
                received=list(output.logits.shape),
            )
        maps = output.class_maps
        if maps is None:
            return
        if maps.ndim != 4 or (maps.shape[0], maps.shape[3]) != (count, classes):
            raise InferenceError(
                f"the engine answered with other class maps than [{count}, h, w, {classes}]",
                received=list(maps.shape),
            )
        if not np.isfinite(maps).all():
            raise InferenceError(
                "the model gave a class map with values that are not a number",
                remedy="Check the model with: tumorview doctor",
            )
