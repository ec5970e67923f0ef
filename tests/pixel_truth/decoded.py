"""What a decoder made of a file: pictures, or the words in which it refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

AnyArray = npt.NDArray[Any]

MOST_FRAMES = 50
"""Frames of a file that are compared; further ones are left out."""


class Meaning(StrEnum):
    """What the numbers of a picture are."""

    STORED = "stored values"
    MODALITY = "modality values"
    COLOR = "RGB"


@dataclass(frozen=True, slots=True)
class Pictures:
    """Decoded frames, each [rows, columns] or, for `COLOR`, uint8[rows, columns, 3]."""

    meaning: Meaning
    frames: tuple[AnyArray, ...]
    frame_count: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """`reason` in the decoder's own words, shortened; `has_pixels` False: there were none."""

    reason: str
    has_pixels: bool = True


Decoded = Pictures | Refusal


def eight_bits(values: AnyArray, bits: int) -> npt.NDArray[np.uint8]:
    """Colour of `bits` a sample -> uint8, keeping the upper bits, as TumorView shows it."""
    return (values >> max(0, bits - 8)).astype(np.uint8)
