"""One labelled image of a data set, without its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

CLASS_IDS = ("glioma", "meningioma", "pituitary", "no_tumor")
"""Class ids in the order of the model's outputs."""

CLASS_NAMES = ("Glioma", "Meningioma", "Pituitary tumour", "No tumour")

NO_TUMOR = CLASS_IDS.index("no_tumor")

SEQUENCES = ("T1", "T1c", "T2", "FLAIR")
"""MR sequences that a record may state; anything else is left empty."""

ACQUISITIONS = ("CT", *SEQUENCES)
"""Answers of the acquisition head, in its order."""


@dataclass(frozen=True, slots=True)
class ImageRecord:
    """An image, or one panel of an image that shows several sequences side by side.

    Attributes
    ----------
    image_id
        Unique over all sources; what split files hold.
    panel
        (index, count): which of `count` equally wide panels, left to right.
    label
        Index into `CLASS_IDS`, or None: a tumour of unknown type, or no brain at all.
    brain
        False for a picture that does not show a brain; it then has no label.
    mask_path
        Binary lesion mask with the panel's rows and columns, or None.
    mask_known
        True when the lesion's extent is known: a mask, or no tumour at all.
    modality
        "MR" or "CT", empty where the source does not say.
    sequence
        One of `SEQUENCES`, empty where it is not known or for CT.
    plane
        "axial", "coronal" or "sagittal", empty where it is not known.
    frame
        Frame of a multi-frame DICOM file, from 0.
    lesion_area_mm2
        Area of the lesion where the source tells it, 0 without a tumour, None where it is unknown.
    group
        Patient, or near-duplicate cluster where the source names no patients; prefixed with the
        source. A group is never in two parts of a split.
    """

    image_id: str
    path: Path
    label: int | None
    group: str
    source: str
    modality: str = ""
    sequence: str = ""
    plane: str = ""
    panel: tuple[int, int] = (0, 1)
    frame: int = 0
    lesion_area_mm2: float | None = None
    mask_path: Path | None = None
    mask_known: bool = False
    trainable: bool = True
    brain: bool = True

    def __post_init__(self) -> None:
        if not self.brain and self.label is not None:
            raise ValueError(f"No brain, so no class. Received: {self.label} for {self.image_id}")

    @property
    def tumor(self) -> bool | None:
        """Whether it shows a tumour, of whatever type; None when it shows no brain."""
        return None if not self.brain else self.label != NO_TUMOR


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """A data set as it is named in manifests and model cards."""

    key: str
    name: str
    licence: str
    note: str = ""
