"""What marks measure."""

from __future__ import annotations

from dataclasses import dataclass

from tumorview.domain.frames import ImageGeometry, SpacingBasis


@dataclass(frozen=True, slots=True)
class Scale:
    """How far apart the pixels of an image are.

    Attributes
    ----------
    row_spacing, column_spacing
        Distance between rows, then between columns: in mm, or in pixels where `is_calibrated` is
        False.
    basis
        Where in the body, or before it, a millimetre is one; of no meaning without calibration.
    pixel_shape
        (vertical, horizontal) side of a pixel in any unit, by which angles are measured.
    """

    row_spacing: float
    column_spacing: float
    is_calibrated: bool
    basis: SpacingBasis
    pixel_shape: tuple[float, float]

    @property
    def unit(self) -> str:
        """Of a length."""
        return "mm" if self.is_calibrated else "px"


def scale_of(geometry: ImageGeometry) -> Scale:
    """From Pixel Spacing, else pixels; PS3.3 10.7.1.3 gives the order of the two values.

    Without a spacing a length counts pixels and an area pixels, whatever their shape; an angle goes
    by Pixel Aspect Ratio.
    """
    spacing = geometry.pixel_spacing_mm
    if spacing is None:
        return Scale(1.0, 1.0, False, geometry.spacing_basis, geometry.pixel_aspect_ratio)
    return Scale(*spacing, True, geometry.spacing_basis, spacing)


@dataclass(frozen=True, slots=True)
class RegionStatistics:
    """Of the pixels whose centre lies in a region, in modality units.

    Attributes
    ----------
    pixels
        How many have a value; padding and what is no number are left out.
    standard_deviation
        Of these pixels as the whole (divided by their number, not by one less).
    """

    pixels: int
    mean: float
    standard_deviation: float
    minimum: float
    maximum: float


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one mark measures; None where its kind does not measure that.

    Attributes
    ----------
    length
        Of a distance, in `scale.unit`.
    angle_degrees
        Of an angle (0 to 180) or a Cobb angle (0 to 90).
    area
        Of a region, in `scale.unit` squared; for "px" in pixels.
    statistics
        Of a region; None also when no pixel of it has a value, or the image is in colour.
    value_unit
        Of the values that `statistics` is of: "HU" for CT, "" where the file names none.
    """

    scale: Scale
    length: float | None = None
    angle_degrees: float | None = None
    area: float | None = None
    statistics: RegionStatistics | None = None
    value_unit: str = ""
