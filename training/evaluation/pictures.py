"""A record's pixels as a model wants them, and its lesion mask on the same crop."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from training.data.cache import MASK_SIDE
from training.data.pixels import read_pixels, unit_values
from training.data.records import ImageRecord
from training.data.sources import read_gray
from training.errors import DataError
from tumorview.domain.arrays import Float32Array, UInt8Array
from tumorview.imaging.recognize import FileKind, recognize
from tumorview.inference.manifest import CropSpec, IntensityMapping, Manifest
from tumorview.inference.preprocessing import crop_and_resize


@dataclass(frozen=True, slots=True)
class InputLook:
    """How a model wants its input; `ct_intensity` takes `intensity`'s place on CT in DICOM."""

    height: int
    width: int
    channels: int
    crop: CropSpec
    intensity: IntensityMapping
    ct_intensity: IntensityMapping | None = None


def input_look(manifest: Manifest) -> InputLook:
    """What a manifest states of the input."""
    size = manifest.input
    return InputLook(
        size.height,
        size.width,
        size.channels,
        manifest.crop,
        manifest.intensity,
        manifest.ct_intensity,
    )


def gray_picture(record: ImageRecord, look: InputLook) -> UInt8Array:
    """uint8[height, width] of what the model sees, to be looked at."""
    tensor, _ = model_picture(record, look)
    return np.asarray(np.rint(tensor[:, :, 0] * 255), np.uint8)


def model_picture(record: ImageRecord, look: InputLook) -> tuple[Float32Array, UInt8Array]:
    """The model's input float32[height, width, channels] and the mask on its cells.

    The mask is uint8[MASK_SIDE, MASK_SIDE], share of lesion times 255, 0 where the record has none.

    Raises
    ------
    DataError
        When image or mask cannot be read, or the mask has another size than the image.
    """
    pixels = read_pixels(record)
    mapping = look.intensity
    # As the application: a window in Hounsfield units means nothing in a PNG or JPEG of a CT.
    if record.modality == "CT" and look.ct_intensity is not None and _has_units(record):
        mapping = look.ct_intensity
    unit = unit_values(pixels, mapping)
    height, width = look.height, look.width
    tensor, affine = crop_and_resize(unit, look.crop, height, width, pixels.aspect)
    cells = np.zeros((MASK_SIDE, MASK_SIDE), np.uint8)
    if record.mask_path is not None:
        mask = read_gray(record.mask_path)
        if mask.shape != unit.shape:
            raise DataError(
                "the mask has another size than its image",
                path=record.mask_path,
                received=(mask.shape, unit.shape),
                remedy="Give a mask with the rows and columns of the image.",
            )
        on_input = cv2.warpAffine(
            np.where(mask > 127, 255, 0).astype(np.float32),
            affine.matrix(),
            (width, height),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        )
        cells = np.rint(
            cv2.resize(on_input, (MASK_SIDE, MASK_SIDE), interpolation=cv2.INTER_AREA)
        ).astype(np.uint8)
    channels = np.repeat(tensor[:, :, np.newaxis], look.channels, axis=2)
    return np.ascontiguousarray(channels), cells


def _has_units(record: ImageRecord) -> bool:
    return recognize(record.path) is FileKind.DICOM
