"""Planes of one bit a pixel that lie over an image (PS3.3 C.9.2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from tumorview.domain.arrays import freeze_field


class OverlayKind(StrEnum):
    """Overlay Type (60xx,0040)."""

    GRAPHICS = "G"
    REGION = "R"


@dataclass(frozen=True, slots=True)
class OverlayPlane:
    """One overlay of one frame.

    Attributes
    ----------
    group
        0x6000 to 0x601E.
    origin
        (row, column) of the image, counted from 1, that the overlay's first pixel lies on; may be
        outside the image.
    mask
        bool[rows, columns] of the overlay's own size, True where it is set.
    """

    group: int
    kind: OverlayKind
    origin: tuple[int, int]
    mask: npt.NDArray[np.bool_]
    label: str = ""
    description: str = ""

    def __post_init__(self) -> None:
        freeze_field(self, "mask")


@dataclass(frozen=True, slots=True)
class FrameOverlays:
    """All overlays of one frame; `problems` says in a sentence each which cannot be read."""

    planes: tuple[OverlayPlane, ...] = ()
    problems: tuple[str, ...] = ()
