"""A model folder's answers to records, one small batch after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from training.data.cache import MASK_SIDE
from training.data.records import CLASS_IDS, SEQUENCES, ImageRecord
from training.errors import DataError, RunError
from training.evaluation.heatmap_metrics import on_mask_cells
from training.evaluation.measured import BINARY_IDS, HeatArray, Measured
from training.evaluation.pictures import input_look, model_picture
from training.progress import progress
from tumorview.domain.arrays import Float32Array, UInt8Array
from tumorview.domain.prediction import HeatmapKind
from tumorview.inference.acquisition import acquisition_guesses
from tumorview.inference.engines.base import EngineOutput, InferenceEngine
from tumorview.inference.engines.select import open_engine
from tumorview.inference.gate import Gate, parse_gate
from tumorview.inference.manifest import Manifest
from tumorview.inference.prediction_sets import set_members
from tumorview.inference.probabilities import (
    Float64Array,
    sigmoid_probabilities,
    softmax_probabilities,
)
from tumorview.inference.registry import ModelBundle

BATCH = 8

_SEQUENCE_OF = {name.lower(): name for name in SEQUENCES}
"""Records' sequences by the ids of acquisition labels, which are in lower case."""

UNSTATED_THRESHOLD = 0.5
"""P(tumour) from which one counts as suspected where the manifest states no threshold."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The answers to the records that could be read, and why the others could not."""

    measured: Measured
    unreadable: tuple[str, ...]


@dataclass(slots=True)
class _Collected:
    """Arrays of all images so far."""

    records: list[ImageRecord] = field(default_factory=list)
    masks: list[UInt8Array] = field(default_factory=list)
    logits: list[Float32Array] = field(default_factory=list)
    heat: list[HeatArray] = field(default_factory=list)
    gate_scores: list[Float64Array] = field(default_factory=list)
    acquisitions: list[str] = field(default_factory=list)


class Asker:
    """A loaded model that answers records. ONNX Runtime where the folder lists an ONNX file.

    Raises
    ------
    InferenceError
        When the folder cannot be used.
    RunError
        When its classes are neither those of the recipes nor tumour against none.
    """

    def __init__(self, bundle: ModelBundle, iou_threshold: float) -> None:
        self._iou_threshold = iou_threshold
        self._look = input_look(bundle.manifest)
        self.manifest = bundle.manifest
        self.class_ids, self._columns = _classes(bundle.manifest, bundle.folder)
        self._gate = _gate(bundle)
        self._engine: InferenceEngine = open_engine(
            bundle, "onnx" if bundle.has("onnx") else "keras", device="cpu"
        )

    def close(self) -> None:
        """Free the model."""
        self._engine.close()

    def ask(self, records: Sequence[ImageRecord], what: str) -> Asked:
        """Answer all records; `what` names them on the progress bar.

        Raises
        ------
        DataError
            When none of them can be read.
        """
        found = _Collected()
        unreadable: list[str] = []
        for start in progress(range(len(records)), what, len(records)):
            if start % BATCH == 0:
                self._ask_batch(records[start : start + BATCH], found, unreadable)
        if not found.records:
            raise DataError(
                "none of the images can be read",
                received=unreadable[0] if unreadable else 0,
                remedy="Give a folder with readable images.",
            )
        return Asked(self._measured(found), tuple(unreadable))

    def _ask_batch(
        self, records: Sequence[ImageRecord], found: _Collected, unreadable: list[str]
    ) -> None:
        tensors = []
        own = []
        for record in records:
            try:
                tensor, mask = model_picture(record, self._look)
            except DataError as error:
                unreadable.append(f"{record.image_id}: {error.sentence()}")
                continue
            tensors.append(tensor)
            own.append(record)
            found.masks.append(mask)
        if not tensors:
            return
        output = self._engine.infer(np.stack(tensors))
        found.records += own
        found.logits.append(output.logits)
        heat = self._heat(output, own)
        if heat is not None:
            found.heat.append(heat)
        if self._gate is not None and output.features is not None:
            found.gate_scores.append(self._gate.score(output.features, output.logits))
        if self.manifest.acquisition is not None and output.acquisition_logits is not None:
            guesses = acquisition_guesses(output.acquisition_logits, self.manifest.acquisition)
            found.acquisitions += [
                _SEQUENCE_OF.get(guess.id, guess.id.upper()) for guess in guesses
            ]

    def _heat(self, output: EngineOutput, records: Sequence[ImageRecord]) -> HeatArray | None:
        """float16[batch, side, side] in [0, 1]: what speaks for a tumour at each place.

        Of class activation maps, the map of the true type where it is known, else of the type
        that the model finds most probable.
        """
        spec, maps = self.manifest.heatmap, output.class_maps
        if spec is None or maps is None:
            return None
        if spec.kind is HeatmapKind.LESION_EVIDENCE or maps.shape[3] == 1:
            chosen = maps[:, :, :, 0]
        else:
            ordered = self._probabilities(output.logits)
            planes = maps[:, :, :, self._columns]
            chosen = np.stack(
                [
                    planes[row, :, :, _plane(record, ordered[row], self.class_ids)]
                    for row, record in enumerate(records)
                ]
            )
        return on_mask_cells(np.clip(chosen / spec.full_scale, 0.0, 1.0), MASK_SIDE)

    def _probabilities(self, logits: Float32Array) -> Float64Array:
        temperature = self.manifest.calibration_temperature
        if self.manifest.activation == "sigmoid":
            return sigmoid_probabilities(logits, temperature)[:, self._columns]
        return softmax_probabilities(logits, temperature)[:, self._columns]

    def _measured(self, found: _Collected) -> Measured:
        manifest = self.manifest
        probabilities = self._probabilities(np.concatenate(found.logits))
        tumor = 1.0 - probabilities[:, self.class_ids.index("no_tumor")]
        thresholds = np.array([threshold_for(manifest, r.modality) for r in found.records])
        sets = reached = None
        if manifest.prediction_sets is not None:
            quantiles = np.array(manifest.prediction_sets.quantiles)[self._columns]
            sets = set_members(probabilities, quantiles.tolist())
            reached = np.asarray(probabilities >= 1.0 - quantiles)
        scores = np.concatenate(found.gate_scores) if found.gate_scores else None
        refused = None
        if scores is not None and manifest.gate is not None:
            refused = np.asarray(scores > manifest.gate.threshold)
        return Measured(
            records=tuple(found.records),
            class_ids=self.class_ids,
            probabilities=probabilities,
            suspected=np.asarray(tumor >= thresholds),
            masks=np.stack(found.masks),
            iou_thresholds=np.full(len(found.records), self._iou_threshold),
            sets=sets,
            reached=reached,
            gate_scores=scores,
            refused=refused,
            acquisitions=tuple(found.acquisitions) if found.acquisitions else None,
            heat=np.concatenate(found.heat) if found.heat else None,
        )


def threshold_for(manifest: Manifest, modality: str) -> float:
    """P(tumour) from which one is suspected on images of that modality."""
    rule = manifest.rule_for(modality)
    decision = (rule.decision if rule is not None else None) or manifest.decision
    return UNSTATED_THRESHOLD if decision is None else decision.threshold


def _classes(manifest: Manifest, folder: Path) -> tuple[tuple[str, ...], list[int]]:
    """The columns to count in, and where each lies among the model's labels."""
    ids = [label.id for label in manifest.labels]
    if set(ids) == set(CLASS_IDS):
        return CLASS_IDS, [ids.index(name) for name in CLASS_IDS]
    if len(ids) == 2:
        # A sigmoid model states the negative first; a softmax model may name it anywhere.
        negative = ids.index("no_tumor") if "no_tumor" in ids else 0
        return BINARY_IDS, [negative, 1 - negative]
    raise RunError(
        "the model has neither the four classes of the recipes nor tumour against none",
        path=folder,
        received=ids,
    )


def _gate(bundle: ModelBundle) -> Gate | None:
    if bundle.manifest.gate is None:
        return None
    path = bundle.verified_path("gate")
    return parse_gate(path.read_bytes(), bundle.manifest.gate.method, path)


def _plane(record: ImageRecord, probabilities: Float64Array, class_ids: tuple[str, ...]) -> int:
    against = class_ids.index("no_tumor")
    if class_ids == BINARY_IDS:
        return 1 - against
    if record.label is not None and record.label != against:
        return record.label
    tumors = np.where(np.arange(len(class_ids)) == against, -1.0, probabilities)
    return int(tumors.argmax())
