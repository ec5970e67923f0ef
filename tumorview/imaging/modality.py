"""Stored values -> modality units: the Modality LUT (PS3.3 C.11.1)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tumorview.domain.arrays import Float32Array
from tumorview.domain.frames import ModalityFrame, StoredFrame

# Integers above this are not all exact in float32, so the arithmetic is done in float64.
_EXACT_IN_FLOAT32 = 1 << 24


def modality_frame(stored: StoredFrame) -> ModalityFrame:
    """Apply the Modality LUT or Rescale Slope and Intercept.

    Returns values float32[rows, columns] (HU for CT), or float32[rows, columns, 3] for RGB, which
    is never rescaled. Padding pixels get the same arithmetic and are marked in `padding_mask`.
    """
    values: Float32Array
    if stored.stored_values.ndim == 3:
        values = stored.stored_values.astype(np.float32)
    elif stored.modality_lut is not None:
        table, first_mapped = stored.modality_lut
        values = look_up(stored.stored_values, table, first_mapped)
    else:
        values = rescale(stored.stored_values, stored.rescale_slope, stored.rescale_intercept)
    return ModalityFrame(
        source=stored.source,
        values=values,
        rescale_type=stored.rescale_type,
        photometric_interpretation=stored.photometric_interpretation,
        modality=stored.modality,
        geometry=stored.geometry,
        padding_mask=padding_mask(stored.stored_values, stored.padding),
        voi_windows=stored.voi_windows,
        voi_luts=stored.voi_luts,
        lossy=stored.lossy,
        notices=stored.notices,
        supplement=stored.supplement,
    )


def rescale(stored: npt.NDArray[np.generic], slope: float, intercept: float) -> Float32Array:
    """float32[rows, columns] of ``stored * slope + intercept`` (PS3.3 C.11.1.1).

    What single precision cannot hold becomes infinite.
    """
    wide = stored.dtype == np.float64 or abs(intercept) >= _EXACT_IN_FLOAT32
    if stored.dtype.kind in "iu":
        # The largest integers of this width, before and after they are multiplied.
        largest = 256.0**stored.dtype.itemsize
        wide = wide or max(largest, largest * abs(slope)) > _EXACT_IN_FLOAT32
    with np.errstate(over="ignore", invalid="ignore"):
        if wide:
            return (stored.astype(np.float64) * slope + intercept).astype(np.float32)
        values = stored.astype(np.float32)
        if slope != 1:
            values *= np.float32(slope)
        if intercept != 0:
            values += np.float32(intercept)
        return values


def look_up(
    stored: npt.NDArray[np.generic], table: Float32Array, first_mapped: int
) -> Float32Array:
    """Entry of `table` for each stored value; values beyond an end take the entry at that end.

    What is not a number stays so.
    """
    if stored.dtype.kind == "f":
        place = np.clip(np.subtract(stored, first_mapped, dtype=np.float64), 0, len(table) - 1)
        found = np.take(table, np.nan_to_num(place).astype(np.int64))
        return np.where(np.isnan(place), np.float32(np.nan), found).astype(np.float32, copy=False)
    index = stored.astype(np.int64) - first_mapped
    return np.take(table, index, mode="clip").astype(np.float32, copy=False)


def padding_mask(
    stored: npt.NDArray[np.generic], padding: tuple[float, float] | None
) -> npt.NDArray[np.bool_] | None:
    """bool[rows, columns] of pixels within `padding` (both ends included), or None when none is."""
    if padding is None or stored.ndim != 2:
        return None
    # Single precision does not hold every number that a file may call padding.
    low, high = (np.float64(end) for end in padding) if stored.dtype.kind == "f" else padding
    mask: npt.NDArray[np.bool_]
    if low == high:
        mask = np.equal(stored, low)
    else:
        mask = np.logical_and(np.greater_equal(stored, low), np.less_equal(stored, high))
    return mask if mask.any() else None
