"""TumorView's frames beside those of another decoder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tests.pixel_truth.decoded import MOST_FRAMES, AnyArray, Meaning, Pictures
from tumorview.imaging.errors import ImagingError
from tumorview.imaging.image_file import open_image
from tumorview.imaging.modality import modality_frame

SINGLE_PRECISION = 4 * float(np.finfo(np.float32).eps)
"""What two roundings of a product and a sum in single precision may cost, relative."""

_DCT = frozenset({"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51"})
_FLOATING_YBR = frozenset({"YBR_FULL", "YBR_FULL_422", "YBR_ICT"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What TumorView makes of a file: frames, or the `code` of its refusal.

    `stored` and `modality` are [rows, columns] each, or RGB[rows, columns, 3]. `tolerance` is how
    far another right decoder may lie from them.
    """

    code: str
    frame_count: int = 0
    stored: tuple[AnyArray, ...] = ()
    modality: tuple[AnyArray, ...] = ()
    tolerance: int = 0

    @property
    def is_color(self) -> bool:
        """True when the frames are RGB."""
        return bool(self.stored) and self.stored[0].ndim == 3


@dataclass(frozen=True, slots=True)
class Difference:
    """How far apart two readings lie in the frames that both have.

    `largest` is None when they cannot be compared: another size, or grey beside colour. `share` is
    the part of the samples that differ, `frames` how many frames each reading has.
    """

    largest: float | None
    share: float
    frames: tuple[int, int]


def read(path: Path) -> Reading:
    """The first frames of `path` by TumorView's reader."""
    try:
        opened = open_image(path)
        numbers = range(1, min(opened.frame_count, MOST_FRAMES) + 1)
        frames = [opened.read_frame(number) for number in numbers]
    except ImagingError as error:
        return Reading(error.code)
    header = opened.header
    # The standard fixes the inverse DCT (T.81 A.3.3) and the colour equations (PS3.3 C.7.6.3.1.2)
    # as real numbers and leaves the rounding to the decoder.
    rounded = header.transfer_syntax_uid in _DCT or (
        header.photometric_interpretation in _FLOATING_YBR
    )
    return Reading(
        code="",
        frame_count=opened.frame_count,
        stored=tuple(np.asarray(frame.stored_values) for frame in frames),
        modality=tuple(np.asarray(modality_frame(frame).values) for frame in frames),
        tolerance=int(rounded),
    )


def difference(reading: Reading, other: Pictures) -> Difference:
    """`reading`, which was not refused, beside the pictures of another decoder."""
    mine = reading.modality if other.meaning is Meaning.MODALITY else reading.stored
    counts = reading.frame_count, other.frame_count
    pairs = list(zip(mine, other.frames, strict=False))
    if not pairs or reading.is_color != (other.meaning is Meaning.COLOR):
        return Difference(None, 1, counts)
    if any(a.shape != b.shape for a, b in pairs):
        return Difference(None, 1, counts)
    apart = [_apart(a, b) for a, b in pairs]
    largest = max(float(values.max(initial=0)) for values in apart)
    differing = sum(int(np.count_nonzero(values)) for values in apart)
    return Difference(largest, differing / sum(values.size for values in apart), counts)


def _apart(mine: AnyArray, other: AnyArray) -> npt.NDArray[Any]:
    wide = other.astype(np.float64)
    apart = np.abs(mine.astype(np.float64) - wide)
    if mine.dtype.kind == "f":
        apart[apart <= SINGLE_PRECISION * np.abs(wide)] = 0
    return apart
