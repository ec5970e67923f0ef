"""Zooms with a name: the whole image, a pixel to a pixel, a millimetre to a millimetre."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtGui import QScreen

from tumorview.domain.frames import SpacingBasis
from tumorview.ui.language import tr, tr_noop
from tumorview.ui.viewport.camera import MAX_ZOOM, MIN_ZOOM, Camera, ImageShape, Placement

_MM_PER_INCH = 25.4
_FEWEST_DPI, _MOST_DPI = 30.0, 1200.0
"""Between a wall of a lecture hall and a microdisplay; what is said beyond is a placeholder."""

SPACING_UNKNOWN = tr_noop("pixel spacing unknown")
SPACING_AT_DETECTOR = tr_noop("pixel spacing is that of the detector")
SPACING_UNCERTAIN = tr_noop("calibration of the pixel spacing unknown")
SCREEN_UNKNOWN = tr_noop("size of the screen unknown")
OUT_OF_RANGE = tr_noop("beyond the zoom range")


@dataclass(frozen=True, slots=True)
class RealSize:
    """The zoom at which a millimetre on the screen is one in the patient, or why there is none.

    Exactly one of `zoom` (viewport pixels per image column) and `problem` is set.
    """

    zoom: float | None
    problem: str = ""


def pixels_per_mm(dots_per_inch: float) -> float | None:
    """Viewport pixels per millimetre of a screen, None where its density is not to be believed."""
    if not _FEWEST_DPI <= dots_per_inch <= _MOST_DPI:
        return None
    return dots_per_inch / _MM_PER_INCH


def density_of(screen: QScreen | None) -> float | None:
    """Viewport pixels per millimetre of `screen`, None where it does not say how large it is."""
    # Qt counts its device-independent pixels here, as widgets do.
    return None if screen is None else pixels_per_mm(screen.physicalDotsPerInch())


def real_size(
    pixel_spacing_mm: tuple[float, float] | None,
    screen_pixels_per_mm: float | None,
    basis: SpacingBasis = SpacingBasis.PATIENT,
) -> RealSize:
    """From Pixel Spacing (row spacing, column spacing), where it holds, and the screen's density.

    A shadow on a detector is larger than what threw it (PS3.3 10.7.1.1): it has no real size.
    """
    if pixel_spacing_mm is None:
        return RealSize(None, SPACING_UNKNOWN)
    if basis is SpacingBasis.DETECTOR:
        return RealSize(None, SPACING_AT_DETECTOR)
    if basis is SpacingBasis.UNCERTAIN:
        return RealSize(None, SPACING_UNCERTAIN)
    if screen_pixels_per_mm is None:
        return RealSize(None, SCREEN_UNKNOWN)
    zoom = pixel_spacing_mm[1] * screen_pixels_per_mm
    return RealSize(zoom) if MIN_ZOOM <= zoom <= MAX_ZOOM else RealSize(None, OUT_OF_RANGE)


def one_to_one(shape: ImageShape, device_ratio: float) -> float:
    """The zoom at which the shorter side of an image pixel is one pixel of the screen.

    `device_ratio` is screen pixels per viewport pixel. Along the longer side of a pixel that is
    not square more than one screen pixel is needed, so none is left out.
    """
    return 1.0 / (device_ratio * min(1.0, shape.row_stretch))


def zoom_text(camera: Camera, placement: Placement, device_ratio: float, real: RealSize) -> str:
    """Screen pixels per image pixel in percent, and the name of the zoom if it has one."""
    side = placement.pixel_side * device_ratio
    names = []
    if camera.zoom is None:
        names.append(tr("fit"))
    if math.isclose(side, 1.0, rel_tol=1e-6):
        names.append("1:1")
    if real.zoom is not None and math.isclose(placement.scale_x, real.zoom, rel_tol=1e-6):
        names.append(tr("real size"))
    return "  ".join([tr("Zoom {percent:.0%}", percent=side), *names])
