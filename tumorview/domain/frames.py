"""Pixels on their way from the file to the screen and to the model."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from tumorview.domain.arrays import Float32Array, UInt8Array, freeze_field
from tumorview.domain.overlays import FrameOverlays
from tumorview.domain.reading import ReadingNotice
from tumorview.domain.source import SourceRef


class VoiFunction(StrEnum):
    """VOI LUT Function, DICOM PS3.3 C.11.2.1.3."""

    LINEAR = "LINEAR"
    LINEAR_EXACT = "LINEAR_EXACT"
    SIGMOID = "SIGMOID"


class WindowOrigin(StrEnum):
    """Who chose a window."""

    FILE = "file"
    PRESET = "preset"
    AUTO = "auto"
    USER = "user"


@dataclass(frozen=True, slots=True)
class VoiWindow:
    """A grey-scale window in modality units (HU for CT).

    `width` is above zero for SIGMOID and LINEAR_EXACT and at least 1 for LINEAR (PS3.3 C.11.2.1.2).
    """

    center: float
    width: float
    function: VoiFunction = VoiFunction.LINEAR
    explanation: str = ""
    origin: WindowOrigin = WindowOrigin.FILE


@dataclass(frozen=True, slots=True)
class VoiLut:
    """One item of the VOI LUT Sequence (PS3.3 C.11.2.1.1).

    `table` uint16[entries]; input values below `first_mapped` take the first entry.
    """

    table: npt.NDArray[np.uint16]
    first_mapped: int
    bits: int
    explanation: str = ""

    def __post_init__(self) -> None:
        freeze_field(self, "table")


class SpacingBasis(StrEnum):
    """Where a millimetre of the pixel spacing is a millimetre (PS3.3 10.7.1.1, 10.7.1.2)."""

    PATIENT = "patient"
    """In the plane of the image, as in CT and MR."""
    CALIBRATED = "calibrated"
    """In a projection corrected for magnification: right near the central ray at one depth, that of
    the fiducial, or one that is not known (PS3.3 10.7.1.2)."""
    DETECTOR = "detector"
    """At the detector or the film: what lies before it is smaller than it measures."""
    UNCERTAIN = "uncertain"
    """In a projection whose file does not tell whether it was corrected."""


@dataclass(frozen=True, slots=True)
class ImageGeometry:
    """Where the image plane lies in the patient (PS3.3 C.7.6.2); None where the file does not say.

    Attributes
    ----------
    pixel_spacing_mm
        (row spacing, column spacing): distance between rows, then between columns.
    position_mm
        Image Position (Patient): centre of the first pixel, x, y, z in the LPS system.
    orientation
        Image Orientation (Patient): row direction cosines, then column direction cosines.
    slice_thickness_mm, spacing_between_slices_mm
        As in the file.
    pixel_aspect_ratio
        (vertical, horizontal) of Pixel Aspect Ratio (PS3.3 C.7.6.3.1.7); (1, 1) when absent.
    frame_of_reference_uid
        Positions of images with one UID may be compared (PS3.3 C.7.4.1.1.1); "" when absent.
    spacing_basis
        Where `pixel_spacing_mm` holds; of no meaning without one.
    """

    pixel_spacing_mm: tuple[float, float] | None = None
    position_mm: tuple[float, float, float] | None = None
    orientation: tuple[float, float, float, float, float, float] | None = None
    slice_thickness_mm: float | None = None
    spacing_between_slices_mm: float | None = None
    pixel_aspect_ratio: tuple[float, float] = (1.0, 1.0)
    frame_of_reference_uid: str = ""
    spacing_basis: SpacingBasis = SpacingBasis.PATIENT


@dataclass(frozen=True, slots=True)
class ColorSupplement:
    """Pixels that stand for colours in an image of grey values (PS3.3 C.7.6.19).

    Attributes
    ----------
    mask
        bool[rows, columns], True where the pixel is shown in colour.
    colors
        uint8[rows, columns, 3] RGB; of no meaning where `mask` is False.
    """

    mask: npt.NDArray[np.bool_]
    colors: UInt8Array

    def __post_init__(self) -> None:
        freeze_field(self, "mask")
        freeze_field(self, "colors")


@dataclass(frozen=True, slots=True)
class StoredFrame:
    """One frame as stored in the file, before any look-up table.

    Attributes
    ----------
    stored_values
        [rows, columns] for one sample a pixel, any integer or float dtype; uint8[rows, columns, 3]
        RGB for colour (YBR and PALETTE COLOR are converted on reading).
    photometric_interpretation
        MONOCHROME1, MONOCHROME2 or RGB: what `stored_values` holds now.
    source_photometric_interpretation
        What the file said (PALETTE COLOR, YBR_FULL_422, ...).
    padding
        (lowest, highest) stored value that is Pixel Padding (PS3.3 C.7.5.1.1.2), or None.
    rescale_slope, rescale_intercept, rescale_type
        PS3.3 C.11.1.1; 1, 0 and "" when absent.
    modality_lut
        Modality LUT as a float32 table and its first mapped value, or None; it replaces rescale.
    voi_windows, voi_luts
        The file's own windows, in the file's order.
    lossy
        True when the pixels went through irreversible compression (PS3.3 C.7.6.1.1.5), and for
        JPEG.
    notices
        What was noticed while the file was read.
    supplement
        Pixels that are shown in colour, or None; their `stored_values` are grey values all the
        same, as for a screen without colours.
    """

    source: SourceRef
    stored_values: npt.NDArray[np.generic]
    photometric_interpretation: str
    source_photometric_interpretation: str
    bits_stored: int
    pixel_representation: int
    modality: str
    series_description: str = ""
    body_part_examined: str = ""
    geometry: ImageGeometry = field(default_factory=ImageGeometry)
    padding: tuple[float, float] | None = None
    rescale_slope: float = 1.0
    rescale_intercept: float = 0.0
    rescale_type: str = ""
    modality_lut: tuple[Float32Array, int] | None = None
    voi_windows: tuple[VoiWindow, ...] = ()
    voi_luts: tuple[VoiLut, ...] = ()
    lossy: bool = False
    notices: tuple[ReadingNotice, ...] = ()
    supplement: ColorSupplement | None = None

    def __post_init__(self) -> None:
        freeze_field(self, "stored_values")


@dataclass(frozen=True, slots=True)
class ModalityFrame:
    """Values in modality units (HU for CT), after Modality LUT or rescale (PS3.3 C.11.1).

    Attributes
    ----------
    values
        float32[rows, columns], or float32[rows, columns, 3] in 0..255 for RGB.
    padding_mask
        bool[rows, columns], True where the pixel is padding, or None when nothing is.
    notices, supplement
        Those of `StoredFrame`.
    overlays
        Bits that are drawn over the picture. They are read for a screen only: a model never sees
        them.
    """

    source: SourceRef
    values: Float32Array
    rescale_type: str
    photometric_interpretation: str
    modality: str
    geometry: ImageGeometry
    padding_mask: npt.NDArray[np.bool_] | None = None
    voi_windows: tuple[VoiWindow, ...] = ()
    voi_luts: tuple[VoiLut, ...] = ()
    lossy: bool = False
    notices: tuple[ReadingNotice, ...] = ()
    supplement: ColorSupplement | None = None
    overlays: FrameOverlays = field(default_factory=FrameOverlays)

    def __post_init__(self) -> None:
        freeze_field(self, "values")
        if self.padding_mask is not None:
            freeze_field(self, "padding_mask")

    @property
    def is_color(self) -> bool:
        """True when `values` has three samples a pixel."""
        return self.values.ndim == 3

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, columns)."""
        return int(self.values.shape[0]), int(self.values.shape[1])


@dataclass(frozen=True, slots=True)
class DisplayFrame:
    """What the screen shows: uint8[rows, columns] grey or uint8[rows, columns, 3] RGB."""

    source: SourceRef
    pixels: UInt8Array
    window: VoiWindow | None

    def __post_init__(self) -> None:
        freeze_field(self, "pixels")
