"""Modality frames for the tests of this room."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tumorview.domain.frames import ImageGeometry, ModalityFrame
from tumorview.domain.reading import ReadingNotice
from tumorview.domain.source import SourceRef


def make_frame(
    values: npt.NDArray[Any],
    *,
    modality: str = "MR",
    photometric_interpretation: str = "MONOCHROME2",
    padding_mask: npt.NDArray[np.bool_] | None = None,
    lossy: bool = False,
    geometry: ImageGeometry | None = None,
    notices: tuple[ReadingNotice, ...] = (),
) -> ModalityFrame:
    """A frame of these values, from a file that does not exist."""
    return ModalityFrame(
        source=SourceRef(Path("frame.dcm")),
        values=np.asarray(values, dtype=np.float32),
        rescale_type="",
        photometric_interpretation=photometric_interpretation,
        modality=modality,
        geometry=geometry or ImageGeometry(),
        padding_mask=padding_mask,
        lossy=lossy,
        notices=notices,
    )


def gradient_frame(rows: int = 96, columns: int = 128, **changes: Any) -> ModalityFrame:
    """A frame that grows brighter from the upper left to the lower right."""
    values = np.add.outer(np.arange(rows), np.arange(columns)).astype(np.float32)
    return make_frame(values, **changes)
