"""One labelled image of a data set, without its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

CLASS_IDS = ("glioma", "meningioma", "pituitary", "no_tumor")
"""Class ids in the order of the model's outputs."""

CLASS_NAMES = ("Glioma", "Meningioma", "Pituitary tumour", "No tumour")


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
        Index into `CLASS_IDS`.
    mask_path
        Binary lesion mask with the panel's rows and columns, or None.
    mask_known
        True when the lesion's extent is known: a mask, or no tumour at all.
    group
        Patient, or near-duplicate cluster where the source names no patients; prefixed with the
        source. A group is never in two parts of a split.
    """

    image_id: str
    path: Path
    label: int
    group: str
    source: str
    sequence: str = ""
    panel: tuple[int, int] = (0, 1)
    mask_path: Path | None = None
    mask_known: bool = False
    trainable: bool = True


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """A data set as it is named in manifests and model cards."""

    key: str
    name: str
    licence: str
    note: str = ""
