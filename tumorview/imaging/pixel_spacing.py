"""How far apart the pixels of a DICOM image are, and where that holds (PS3.3 10.7.1)."""

from __future__ import annotations

import math

from pydicom.dataset import Dataset

from tumorview.domain.frames import SpacingBasis
from tumorview.imaging import dicom_tags as tags

_NARROWEST_MM, _WIDEST_MM = 1e-6, 1e3
"""Pixel Spacing from an electron microscope's to a hand's breadth; another is taken for unknown."""

_LONGEST_PIXEL = 100.0

_AT_THE_DETECTOR = ("ImagerPixelSpacing", "NominalScannedPixelSpacing")
"""At the detector's front plane (PS3.3 C.8.7.1.1), or on the film that was scanned."""

_CALIBRATIONS = ("GEOMETRY", "FIDUCIAL")
"""Pixel Spacing Calibration Type (0028,0A02), PS3.3 10.7.1.2."""

_PROJECTIONS = frozenset({"CR", "DX", "IO", "MG", "PX", "RF", "RG", "XA", "XRF"})
"""Modalities whose images are shadows: how large they are depends on the depth."""

_SAME = 1e-4
"""Relative; decimal strings of one spacing are often rounded differently."""


def pixel_spacing(
    ds: Dataset, measures_of: Dataset
) -> tuple[tuple[float, float] | None, SpacingBasis]:
    """((row spacing, column spacing) in mm or None, where it holds).

    The order of the two values is that of PS3.3 10.7.1.3. Pixel Spacing is taken from
    `measures_of` (the functional group of the frame, or the data set). Where it is absent, that of
    the detector is used, which keeps the shape of the pixels right, and is called so. Where both
    are there and alike, and no calibration is named, Pixel Spacing is that of the detector as well
    (PS3.3 10.7.1.1); where they differ, it has been corrected or calibrated, and holds at one depth
    (10.7.1.2). With neither of them nor a calibration type a projection does not tell.
    """
    at_detector = None
    for keyword in _AT_THE_DETECTOR:
        at_detector = at_detector or _spacing(ds, keyword)
    spacing = _spacing(measures_of, "PixelSpacing")
    if spacing is None:
        return at_detector, SpacingBasis.DETECTOR if at_detector else SpacingBasis.PATIENT
    calibration = tags.text(ds, "PixelSpacingCalibrationType").upper()
    if calibration in _CALIBRATIONS:
        return spacing, SpacingBasis.CALIBRATED
    if at_detector is not None:
        same = all(
            math.isclose(one, other, rel_tol=_SAME)
            for one, other in zip(spacing, at_detector, strict=True)
        )
        return spacing, SpacingBasis.DETECTOR if same else SpacingBasis.CALIBRATED
    if tags.text(ds, "Modality").upper() in _PROJECTIONS and measures_of is ds:
        return spacing, SpacingBasis.UNCERTAIN
    return spacing, SpacingBasis.PATIENT


def usable_shape(sides: tuple[float, ...]) -> tuple[float, float] | None:
    """(vertical, horizontal), None where no pixel of an image is of that shape."""
    vertical, horizontal = sides
    # Such a picture would be a line, and one of astronomic length ends the window's painter.
    return None if max(sides) / min(sides) > _LONGEST_PIXEL else (vertical, horizontal)


def _spacing(ds: Dataset, keyword: str) -> tuple[float, float] | None:
    spacing = tags.decimals(ds, keyword)
    if len(spacing) == 2 and _NARROWEST_MM <= min(spacing) <= max(spacing) <= _WIDEST_MM:
        return usable_shape(spacing)
    return None
