"""Images with what a model said of them, ready to be counted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.data.records import CLASS_IDS, NO_TUMOR, ImageRecord
from training.evaluation.intervals import BoolArray, IntArray
from tumorview.domain.arrays import UInt8Array
from tumorview.inference.probabilities import Float64Array

HeatArray = npt.NDArray[np.float16]

BINARY_IDS = ("no_tumor", "tumor")
"""Columns of a model that tells a tumour from none and names no type."""

NO_LABEL = -1
"""Label of an image whose class is not known: a tumour of unknown type, or no brain."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The calibrated answers of a model to n images.

    Attributes
    ----------
    class_ids
        `CLASS_IDS` or `BINARY_IDS`: what the columns of `probabilities` and `sets` are.
    probabilities
        float64[n, classes].
    suspected
        bool[n], whether a tumour is suspected at the threshold that holds for the image.
    sets, reached
        bool[n, classes], prediction sets as they are shown, and the classes that reach their
        conformal threshold: the same but where none does and the most probable class is shown. Or
        None.
    gate_scores, refused
        float64[n] and bool[n] of the input gate, or None.
    acquisitions
        What the acquisition head said of each image, as `acquisition_of` names it, or None.
    heat
        float16[n, side, side] in [0, 1], the heatmap on the cells of `masks`, or None.
    iou_thresholds
        float64[n], from which value on `heat` counts as lesion; chosen without the image.
    masks
        uint8[n, side, side], share of lesion in each cell times 255; 0 where there is no mask.
    """

    records: tuple[ImageRecord, ...]
    class_ids: tuple[str, ...]
    probabilities: Float64Array
    suspected: BoolArray
    masks: UInt8Array
    iou_thresholds: Float64Array
    sets: BoolArray | None = None
    reached: BoolArray | None = None
    gate_scores: Float64Array | None = None
    refused: BoolArray | None = None
    acquisitions: tuple[str, ...] | None = None
    heat: HeatArray | None = None

    def __post_init__(self) -> None:
        lengths = {
            len(values)
            for values in (
                self.records,
                self.probabilities,
                self.suspected,
                self.masks,
                self.iou_thresholds,
                self.sets,
                self.reached,
                self.gate_scores,
                self.refused,
                self.acquisitions,
                self.heat,
            )
            if values is not None
        }
        if len(lengths) != 1:
            raise ValueError(f"One of everything an image. Received: {sorted(lengths)}")

    @property
    def groups(self) -> tuple[str, ...]:
        """Patient or cluster of each image."""
        return tuple(record.group for record in self.records)

    @property
    def labels(self) -> IntArray:
        """int[n], the column of the true class, or `NO_LABEL`."""
        return np.array([_label(record, self.class_ids) for record in self.records], np.int64)

    @property
    def brain(self) -> BoolArray:
        """bool[n], whether it shows a brain."""
        return np.array([record.brain for record in self.records], np.bool_)

    @property
    def tumor(self) -> BoolArray:
        """bool[n], whether it shows a tumour of whatever type."""
        return np.array([bool(record.tumor) for record in self.records], np.bool_)

    @property
    def has_mask(self) -> BoolArray:
        """bool[n], whether it shows a lesion whose extent is known."""
        known = np.array([record.mask_path is not None for record in self.records], np.bool_)
        return np.asarray(known & self.masks.any(axis=(1, 2)))

    @property
    def tumor_probability(self) -> Float64Array:
        """float64[n], 1 - P(no tumour)."""
        return np.asarray(1.0 - self.probabilities[:, self.class_ids.index("no_tumor")])

    def rows(self, chosen: BoolArray) -> Measured:
        """The images that bool[n] names."""
        kept = np.flatnonzero(chosen)
        acquisitions = self.acquisitions
        return Measured(
            records=tuple(self.records[int(i)] for i in kept),
            class_ids=self.class_ids,
            probabilities=self.probabilities[kept],
            suspected=self.suspected[kept],
            masks=self.masks[kept],
            iou_thresholds=self.iou_thresholds[kept],
            sets=None if self.sets is None else self.sets[kept],
            reached=None if self.reached is None else self.reached[kept],
            gate_scores=None if self.gate_scores is None else self.gate_scores[kept],
            refused=None if self.refused is None else self.refused[kept],
            acquisitions=None
            if acquisitions is None
            else tuple(acquisitions[int(i)] for i in kept),
            heat=None if self.heat is None else self.heat[kept],
        )


def acquisition_of(record: ImageRecord) -> str:
    """CT, the MR sequence, or nothing where the record does not say."""
    return "CT" if record.modality == "CT" else record.sequence


def _label(record: ImageRecord, class_ids: tuple[str, ...]) -> int:
    if class_ids == CLASS_IDS:
        return NO_LABEL if record.label is None else record.label
    if not record.brain:
        return NO_LABEL
    return class_ids.index("no_tumor" if record.label == NO_TUMOR else "tumor")
