"""The parts of the manifest that say how far an answer can be trusted (schema version 2).

All of them are optional. The numbers are fitted in training on validation data, with the same
functions that the application uses: `gate`, `prediction_sets`, `decisions` and `acquisition` in
this package.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from tumorview.inference.manifest_base import (
    ClassId,
    Fraction,
    InnerFraction,
    Modality,
    OutputName,
    Sentence,
    Strict,
    Temperature,
)


class DecisionSpec(Strict, frozen=True):
    """From which probability of a tumour on one is suspected.

    A tumour is suspected when 1 - P(no_tumor), after the calibration temperature, is at least
    `threshold`. `sensitivity` and `specificity` are those that the threshold was chosen for, as
    measured on the data that `chosen_on` names.
    """

    threshold: InnerFraction
    sensitivity: Fraction
    specificity: Fraction
    chosen_on: Sentence


class PredictionSetSpec(Strict, frozen=True):
    """Class-conditional conformal prediction sets.

    `quantiles` has one value q a label, in the order of the labels: the conformal quantile of
    1 - P(class) over calibration images of that class. A class is in the set when its calibrated
    probability is at least 1 - q. `coverage` is the stated share of images whose class is in
    their set, `calibrated_on` the data that the quantiles come from.
    """

    coverage: InnerFraction
    quantiles: tuple[Fraction, ...]
    calibrated_on: Sentence


class GateSpec(Strict, frozen=True):
    """Which images are too strange to be answered.

    `output` names the model's output float32[batch, k]; the file of role "gate" (npz, see
    `gate`) holds the numbers of `method`. A frame whose score is above `threshold` is refused.
    """

    output: OutputName
    method: Literal["mahalanobis", "knn", "vim"]
    threshold: float


class AcquisitionLabel(Strict, frozen=True):
    """One answer of the acquisition head; `sequence` is for people and empty for CT."""

    id: ClassId
    modality: Literal["MR", "CT"]
    sequence: Annotated[str, msgspec.Meta(max_length=40)] = ""


class AcquisitionSpec(Strict, frozen=True):
    """The head that tells from the pixels how an image was made.

    `output` names the model's output float32[batch, labels] of logits; their softmax after
    `temperature` is believed from `minimum_confidence` on (for the modality: the sum over its
    labels). `validated` lists the ids of the labels that the model was validated on.
    """

    output: OutputName
    labels: tuple[AcquisitionLabel, ...]
    temperature: Temperature
    minimum_confidence: InnerFraction
    validated: tuple[ClassId, ...]


class ModalityRule(Strict, frozen=True):
    """What holds for the images of one modality.

    `evidence` says how weak or strong the evidence is and stands beside every result. Without
    `name_tumor_type` the classes of tumour are added up to one, so that only tumour against no
    tumour is told. `decision` replaces the manifest's own for this modality.
    """

    modality: Modality
    evidence: Sentence
    name_tumor_type: bool = True
    decision: DecisionSpec | None = None
