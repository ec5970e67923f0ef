"""How far TumorView's greys lie from the standard's and from dcmtk's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tests.pixel_truth import dcmtk
from tests.pixel_truth.measure import dicom_files
from tests.rendering import dcm2pnm
from tests.rendering.cases import Case
from tumorview.domain.frames import ModalityFrame, VoiWindow
from tumorview.imaging.errors import ImagingError
from tumorview.imaging.image_file import open_image
from tumorview.imaging.modality import modality_frame
from tumorview.imaging.voi import display_frame

AnyArray = npt.NDArray[Any]

WITHIN = 1.0
"""Greys that two renderings may lie apart: one rounds where the other cuts."""

WINDOWS: dict[str, tuple[float, float]] = {"80/40": (40.0, 80.0), "2800/600": (600.0, 2800.0)}
"""Width/centre -> (centre, width): what real series are shown in beside their own window."""


@dataclass(frozen=True)
class Distance:
    """Largest difference in greys of one case; `dcmtk` is None where it is not installed."""

    case: Case
    standard: float
    dcmtk: float | None


@dataclass(frozen=True)
class RealDistance:
    """The same for one real file and window, pixels that are padding left out."""

    path: Path
    window: str
    dcmtk: float
    padding: int


def measured(case: Case, folder: Path) -> Distance:
    """One case; `folder` is for its files."""
    path = case.write(folder / "case.dcm")
    shown = display_frame(_frame(path), None).pixels.astype(np.float64)
    if shown.shape != case.expected.shape:
        raise ValueError(f"{case.group}, {case.name}: shown as {shown.shape}")
    theirs = None
    if dcmtk.version():
        theirs = _apart(shown, dcm2pnm.picture(path, folder, case.dcmtk))
    return Distance(case, _apart(shown, case.expected), theirs)


def measured_series(paths: Sequence[Path], folder: Path) -> Iterator[RealDistance]:
    """Every file that holds an image, in its own window and in `WINDOWS`, beside dcmtk."""
    for path in paths:
        try:
            frame = _frame(path)
        except ImagingError:
            continue
        if frame.is_color:
            continue
        if frame.voi_windows:
            theirs = dcm2pnm.picture(path, folder, ("+Wi", "1"))
            yield _beside(path, frame, "own", None, theirs)
        for name, (center, width) in WINDOWS.items():
            theirs = dcm2pnm.picture(path, folder, ("+Ww", f"{center:g}", f"{width:g}"))
            yield _beside(path, frame, name, VoiWindow(center, width), theirs)


def series_files(root: Path) -> list[Path]:
    """The DICOM files below `root`; none where it is not there."""
    return dicom_files(root) if root.is_dir() else []


def _frame(path: Path) -> ModalityFrame:
    return modality_frame(open_image(path).read_frame())


def _beside(
    path: Path, frame: ModalityFrame, name: str, window: VoiWindow | None, theirs: AnyArray
) -> RealDistance:
    shown = display_frame(frame, window).pixels
    padding = 0
    if frame.padding_mask is not None:
        padding = int(frame.padding_mask.sum())
        kept = ~frame.padding_mask
        shown, theirs = shown[kept], theirs[kept]
    return RealDistance(path, name, _apart(shown, theirs), padding)


def _apart(one: AnyArray, other: AnyArray) -> float:
    if one.shape != other.shape:
        raise ValueError(f"{one.shape} beside {other.shape}")
    return float(np.abs(one.astype(np.float64) - other.astype(np.float64)).max())
