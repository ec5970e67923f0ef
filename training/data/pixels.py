"""The pixels of a record, read as the application reads them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from training.data.records import ImageRecord
from training.data.sources import read_gray
from training.errors import DataError
from tumorview.domain.arrays import Float32Array, UInt8Array
from tumorview.errors import TumorViewError
from tumorview.imaging.image_file import open_image
from tumorview.imaging.modality import modality_frame
from tumorview.imaging.recognize import FileKind, recognize
from tumorview.inference.manifest import IntensityMapping, PercentileMapping, WindowMapping
from tumorview.inference.preprocessing import luminance, map_intensity, pixel_aspect

_SHOWN = PercentileMapping(lower=1.0, upper=99.5)


@dataclass(frozen=True, slots=True)
class RecordPixels:
    """Values of one image, before any mapping to [0, 1].

    Attributes
    ----------
    values
        float32[rows, columns]: grey values 0 to 255 of a picture, modality units (HU for CT) of a
        DICOM file.
    padding_mask
        bool[rows, columns], True where the pixel is padding, or None when nothing is.
    aspect
        Height of a pixel over its width.
    low_is_bright
        True for MONOCHROME1.
    """

    values: Float32Array
    padding_mask: npt.NDArray[np.bool_] | None = None
    aspect: float = 1.0
    low_is_bright: bool = False


def read_pixels(record: ImageRecord) -> RecordPixels:
    """Pixels of one record: its panel of a picture, or its frame of a DICOM file.

    Raises
    ------
    DataError
        When the file cannot be read, or is no PNG, JPEG or DICOM file.
    """
    try:
        if recognize(record.path) is FileKind.DICOM:
            return _dicom_pixels(record)
    except TumorViewError as error:
        raise unreadable(record.path, error) from error
    gray = read_gray(record.path)
    index, count = record.panel
    width = gray.shape[1] // count
    return RecordPixels(gray[:, index * width : (index + 1) * width].astype(np.float32))


def unit_values(pixels: RecordPixels, mapping: IntensityMapping) -> Float32Array:
    """float32[rows, columns] in [0, 1], as `model_input` of the application maps them.

    Low is bright in MONOCHROME1 and is turned round, save for a window, whose units are absolute.
    """
    turned = pixels.low_is_bright and not isinstance(mapping, WindowMapping)
    values = -pixels.values if turned else pixels.values
    return map_intensity(values, mapping, pixels.padding_mask)


def shown(pixels: RecordPixels) -> UInt8Array:
    """uint8[rows, columns] between the 1st and the 99.5th percentile, to look at and to compare."""
    return np.asarray(np.rint(unit_values(pixels, _SHOWN) * 255), np.uint8)


def unreadable(path: Path, error: TumorViewError) -> DataError:
    """The error of a data set that holds a file which the application cannot read."""
    return DataError(
        f"the image cannot be read: {error.sentence(with_path=False).rstrip('.')}",
        path=path,
        remedy="Remove it or fetch the data set again.",
    )


def _dicom_pixels(record: ImageRecord) -> RecordPixels:
    frame = modality_frame(open_image(record.path).read_frame(record.frame + 1))
    return RecordPixels(
        luminance(frame.values),
        frame.padding_mask,
        pixel_aspect(frame.geometry),
        frame.photometric_interpretation == "MONOCHROME1",
    )
