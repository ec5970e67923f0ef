"""Modality values -> the tensor that the model takes.

Training uses these same functions, so the model sees in the application what it saw when it
learned. Nothing here looks at the user's window: dragging contrast cannot change a probability.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from tumorview.domain.arrays import Float32Array
from tumorview.domain.frames import ImageGeometry, ModalityFrame
from tumorview.domain.prediction import Affine2D, ModelInput
from tumorview.inference.manifest import (
    CropSpec,
    IntensityMapping,
    Manifest,
    PercentileMapping,
    WindowMapping,
)

# ITU-R BT.601, the weights of JPEG's own luma.
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)

_LEAST_CONTRAST = 1e-30
"""Below it the scale would overflow float32 and give not-a-number."""

_WIDEST_ASPECT = 4.0
_SAME_ASPECT = 0.01
"""Spacings that differ by less come from rounding in the file."""


def model_input(frame: ModalityFrame, manifest: Manifest) -> ModelInput:
    """Map one frame to the manifest's input.

    Returns a `ModelInput` whose `blank` is True when the frame has no contrast at all.
    """
    gray = luminance(frame.values)
    mapping = manifest.intensity
    if frame.modality == "CT" and manifest.ct_intensity is not None:
        mapping = manifest.ct_intensity
    # Low is bright in MONOCHROME1, and the model is to see bright what a reader sees bright. A
    # window is in absolute units, which mean the same in either polarity.
    if frame.photometric_interpretation == "MONOCHROME1" and not isinstance(mapping, WindowMapping):
        gray = -gray
    unit = map_intensity(gray, mapping, frame.padding_mask)
    tensor, affine = crop_and_resize(
        unit,
        manifest.crop,
        manifest.input.height,
        manifest.input.width,
        pixel_aspect(frame.geometry),
    )
    if manifest.input.channels == 3:
        channels = np.repeat(tensor[:, :, np.newaxis], 3, axis=2)
    else:
        channels = tensor[:, :, np.newaxis]
    return ModelInput(
        source=frame.source,
        tensor=np.ascontiguousarray(channels, dtype=np.float32),
        input_to_source=affine,
        source_shape=frame.shape,
        model_id=manifest.id,
        blank=bool(unit.max() <= unit.min()),
    )


def luminance(values: npt.NDArray[np.generic]) -> Float32Array:
    """float32[rows, columns] of grey values, or the luma of [rows, columns, 3] RGB."""
    array = np.asarray(values, dtype=np.float32)
    if array.ndim == 3:
        return np.asarray(array @ _LUMA, dtype=np.float32)
    return array


def map_intensity(
    values: Float32Array,
    mapping: IntensityMapping,
    padding_mask: npt.NDArray[np.bool_] | None = None,
) -> Float32Array:
    """Map float32[rows, columns] in modality units to [0, 1]; padding and NaN become 0.

    A frame without contrast gives zeros everywhere.
    """
    valid = np.isfinite(values)
    if padding_mask is not None:
        valid &= ~padding_mask
    everything = bool(valid.all())
    sample = values.ravel() if everything else values[valid]
    if sample.size == 0:
        return np.zeros_like(values)
    if isinstance(mapping, WindowMapping):
        low = mapping.center - mapping.width / 2
        high = mapping.center + mapping.width / 2
    elif isinstance(mapping, PercentileMapping):
        low, high = _percentiles(sample, mapping.lower, mapping.upper)
    else:
        low, high = float(sample.min()), float(sample.max())
    if not high - low > _LEAST_CONTRAST:
        return np.zeros_like(values)
    filled = values if everything else np.where(valid, values, np.float32(low))
    with np.errstate(over="ignore"):  # float32 pixels may be 1e38 apart; clip sees to the rest
        unit = (filled - np.float32(low)) * np.float32(1.0 / (high - low))
    return np.clip(unit, 0.0, 1.0, out=unit)


def _percentiles(sample: Float32Array, *percentages: float) -> tuple[float, ...]:
    """Percentiles with linear interpolation, the same values as numpy.percentile.

    Sorting everything uses the processor's vector instructions and is several times faster than
    the partial ordering inside numpy.percentile, which takes most of the preprocessing's time.
    """
    ordered = np.sort(sample, axis=None)
    last = ordered.size - 1
    values = []
    for percentage in percentages:
        place = last * percentage / 100.0
        below = int(place)
        low, high = float(ordered[below]), float(ordered[min(below + 1, last)])
        values.append(low + (high - low) * (place - below))
    return tuple(values)


def pixel_aspect(geometry: ImageGeometry) -> float:
    """Height of a pixel over its width: 1 for square pixels.

    From Pixel Spacing, else from Pixel Aspect Ratio (PS3.3 C.7.6.3.1.7); 1 where the file says
    nothing or something that no scanner makes, so that a spoilt tag cannot blow up the crop.
    """
    height, width = geometry.pixel_spacing_mm or geometry.pixel_aspect_ratio
    if not (height > 0 and width > 0):
        return 1.0
    aspect = height / width
    if not 1 / _WIDEST_ASPECT <= aspect <= _WIDEST_ASPECT or abs(aspect - 1) < _SAME_ASPECT:
        return 1.0
    return aspect


def crop_box(
    unit: Float32Array, crop: CropSpec, aspect: float = 1.0
) -> tuple[float, float, float, float]:
    """(left, top, width, height) of what the model sees, in source pixels; may exceed the image.

    `unit` is float32[rows, columns] in [0, 1]; `aspect` is the height of a pixel over its width.
    A square is square in the patient: it has fewer rows than columns where pixels are tall.
    """
    rows, columns = unit.shape
    left, top, right, bottom = 0, 0, columns, rows
    if crop.kind == "full_stretch":
        return 0.0, 0.0, float(columns), float(rows)
    if crop.kind == "brain_contour":
        return _contour_box(unit, crop.threshold)
    margin = 0.0
    if crop.kind == "foreground_square":
        above = (unit > crop.threshold).astype(np.uint8)
        row_share = cv2.reduce(above, 1, cv2.REDUCE_SUM, dtype=cv2.CV_32S).ravel() / columns
        column_share = cv2.reduce(above, 0, cv2.REDUCE_SUM, dtype=cv2.CV_32S).ravel() / rows
        used_rows = np.flatnonzero(row_share > crop.min_fraction)
        used_columns = np.flatnonzero(column_share > crop.min_fraction)
        if used_rows.size and used_columns.size:
            top, bottom = int(used_rows[0]), int(used_rows[-1]) + 1
            left, right = int(used_columns[0]), int(used_columns[-1]) + 1
            margin = crop.margin
    width = max(right - left, (bottom - top) * aspect) * (1 + 2 * margin)
    height = width / aspect
    return (left + right - width) / 2, (top + bottom - height) / 2, width, height


def _contour_box(unit: Float32Array, threshold: float) -> tuple[float, float, float, float]:
    """(left, top, width, height) round the largest outer contour; the whole image without one.

    Smoothed by a Gaussian of 5 x 5, cut at `threshold`, eroded and dilated twice by 3 x 3, as the
    published extreme-point crops of head images do; the opening drops letters and specks.
    """
    rows, columns = unit.shape
    smooth = cv2.GaussianBlur(unit, (5, 5), 0)
    above = (smooth > threshold).astype(np.uint8)
    opened = cv2.morphologyEx(above, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8), iterations=2)
    contours, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return 0.0, 0.0, float(columns), float(rows)
    left, top, width, height = cv2.boundingRect(max(contours, key=cv2.contourArea))
    return float(left), float(top), float(width), float(height)


def crop_and_resize(
    unit: Float32Array, crop: CropSpec, height: int, width: int, aspect: float = 1.0
) -> tuple[Float32Array, Affine2D]:
    """Cut out `crop_box` and resample it to float32[height, width].

    Returns the image and the affine map from its (column, row) to those of `unit`. Shrinking
    averages over areas, so that noise does not alias.
    """
    rows, columns = unit.shape
    box_left, box_top, box_width, box_height = crop_box(unit, crop, aspect)
    left, top = round(box_left), round(box_top)
    right = max(left + 1, round(box_left + box_width))
    bottom = max(top + 1, round(box_top + box_height))
    inner = unit[max(top, 0) : min(bottom, rows), max(left, 0) : min(right, columns)]
    if (top, left, bottom, right) != (0, 0, rows, columns):
        above, below = max(-top, 0), max(bottom - rows, 0)
        before, after = max(-left, 0), max(right - columns, 0)
        inner = np.pad(inner, ((above, below), (before, after)))
    scale_x = (right - left) / width
    scale_y = (bottom - top) / height
    shrinking = scale_x > 1 or scale_y > 1
    resized = cv2.resize(
        inner, (width, height), interpolation=cv2.INTER_AREA if shrinking else cv2.INTER_LINEAR
    )
    affine = Affine2D(
        a=scale_x,
        b=0.0,
        c=left + scale_x / 2 - 0.5,
        d=0.0,
        e=scale_y,
        f=top + scale_y / 2 - 0.5,
    )
    return np.clip(resized, 0.0, 1.0).astype(np.float32, copy=False), affine
