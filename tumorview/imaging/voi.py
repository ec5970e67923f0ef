"""Modality units -> the grey that the screen shows: windows and VOI LUTs (PS3.3 C.11.2).

Pure functions of numbers and arrays; the polarity of MONOCHROME1 is applied last.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tumorview.domain.arrays import Float32Array, UInt8Array
from tumorview.domain.frames import (
    DisplayFrame,
    ModalityFrame,
    VoiFunction,
    VoiLut,
    VoiWindow,
    WindowOrigin,
)
from tumorview.domain.region import PixelRegion
from tumorview.imaging.presets import default_preset
from tumorview.said import say

_Floats = npt.NDArray[np.floating]

LOWER_PERCENTILE, UPPER_PERCENTILE = 1.0, 99.0
# Beyond these single precision overflows, or cannot hold the ends of a window.
_LARGEST_ORDINARY, _NARROWEST_ORDINARY = 1e37, 1e-30
# Narrower windows are shown like this one: the reciprocal must be finite.
_NARROWEST = 1e-300
# Parts of a window's width that a rounded end may be off by.
_STEPS = 1 << 13
# A percentile of a sample this large differs from that of all pixels by far less than a grey.
_SAMPLE_PIXELS = 1 << 18


def default_window(frame: ModalityFrame) -> VoiWindow:
    """The window to open a frame with.

    The file's first window; else the span of its first VOI LUT; else the CT brain preset for CT;
    else `auto_window`.
    """
    if frame.voi_windows:
        return frame.voi_windows[0]
    if frame.voi_luts and not frame.is_color:
        return lut_span(frame.voi_luts[0])
    preset = default_preset(frame.modality)
    # A CT file may hold other values than HU, and says so (Rescale Type, PS3.3 C.11.1.1.2).
    is_hounsfield = (frame.rescale_type or "HU").startswith("HU")
    if preset is not None and is_hounsfield and not frame.is_color:
        return preset
    return auto_window(frame)


def own_views(frame: ModalityFrame) -> tuple[VoiWindow | VoiLut, ...]:
    """Every view of the grey values that the file offers: its windows, then its VOI LUTs.

    They are alternatives, of which one is applied (PS3.3 C.11.2.1.1, C.11.2.1.2); a colour frame
    has none.
    """
    return () if frame.is_color else (*frame.voi_windows, *frame.voi_luts)


def auto_window(frame: ModalityFrame) -> VoiWindow:
    """Window from the 1st to the 99th percentile of the pixels that are not padding."""
    if frame.is_color:
        return VoiWindow(127.5, 256.0, explanation=say("full range"), origin=WindowOrigin.AUTO)
    sample = _sample(frame.values, frame.padding_mask)
    return _window_of(sample, say("auto"), WindowOrigin.AUTO)


def region_window(frame: ModalityFrame, region: PixelRegion) -> VoiWindow | None:
    """Window from the 1st to the 99th percentile of the pixels in `region` that are not padding.

    None for a colour frame, and where the region holds no value: padding and NaN alone, or nothing
    of the image.
    """
    if frame.is_color:
        return None
    part = (slice(region.top, region.bottom), slice(region.left, region.right))
    padding = None if frame.padding_mask is None else frame.padding_mask[part]
    sample = _sample(frame.values[part], padding)
    return _window_of(sample, say("region"), WindowOrigin.USER) if sample.size else None


def _sample(values: Float32Array, padding: npt.NDArray[np.bool_] | None) -> _Floats:
    """Finite values that are not padding, evenly thinned where there are very many."""
    sample: _Floats = values.ravel() if padding is None else values[~padding]
    sample = sample[:: max(1, sample.size // _SAMPLE_PIXELS)]
    return sample[np.isfinite(sample)]


def _window_of(sample: _Floats, explanation: str, origin: WindowOrigin) -> VoiWindow:
    low, high = 0.0, 0.0
    if sample.size:
        # Between values that are far apart single precision cannot interpolate.
        if np.abs(sample).max() > _LARGEST_ORDINARY:
            sample = sample.astype(np.float64)
        low, high = (float(v) for v in np.percentile(sample, (LOWER_PERCENTILE, UPPER_PERCENTILE)))
        if high <= low:
            low, high = float(sample.min()), float(sample.max())
    # LINEAR_EXACT maps low to black and high to white whatever the scale of the values; LINEAR
    # needs a width of at least 1, which floating-point maps in [0, 1] do not have.
    if high > low:
        center, width = (low + high) / 2, high - low
    else:
        center, width = low, 1.0
    return VoiWindow(
        center, width, function=VoiFunction.LINEAR_EXACT, explanation=explanation, origin=origin
    )


def lut_span(lut: VoiLut) -> VoiWindow:
    """The linear window that covers the input range of a VOI LUT."""
    entries = len(lut.table)
    return VoiWindow(
        center=lut.first_mapped + entries / 2,
        width=float(max(entries, 1)),
        explanation=lut.explanation,
        origin=WindowOrigin.FILE,
    )


def display_frame(
    frame: ModalityFrame, window: VoiWindow | VoiLut | None, invert: bool = False
) -> DisplayFrame:
    """The 8-bit picture of `frame` through `window`.

    Parameters
    ----------
    window
        A window or a VOI LUT; None takes the file's own: its first window, else its first VOI LUT,
        else `default_window`. Colour frames are shown as they are.
    invert
        Turn black and white round, after the file's own polarity.

    Returns
    -------
    DisplayFrame
        uint8[rows, columns], or uint8[rows, columns, 3] for RGB and for grey values with a colour
        supplement. Padding and NaN are black before `invert`.
    """
    if frame.is_color:
        pixels = np.clip(np.rint(frame.values), 0, 255).astype(np.uint8)
        return DisplayFrame(frame.source, np.bitwise_not(pixels) if invert else pixels, None)
    chosen: VoiWindow | VoiLut
    if window is not None:
        chosen = window
    elif not frame.voi_windows and frame.voi_luts:
        chosen = frame.voi_luts[0]
    else:
        chosen = default_window(frame)
    if isinstance(chosen, VoiLut):
        pixels = apply_voi_lut(frame.values, chosen)
        shown = lut_span(chosen)
    else:
        pixels = apply_window(frame.values, chosen)
        shown = chosen
    is_turned = frame.photometric_interpretation == "MONOCHROME1"
    if is_turned:
        pixels = np.bitwise_not(pixels)
    if is_turned or isinstance(chosen, VoiLut):  # else NaN is black already
        pixels[np.isnan(frame.values)] = 0
    if frame.padding_mask is not None:
        pixels[frame.padding_mask] = 0
    if invert:
        pixels = np.bitwise_not(pixels)
    if frame.supplement is not None:
        # Colours are no grey values: neither window nor polarity changes them.
        mask = frame.supplement.mask[..., np.newaxis]
        pixels = np.where(mask, frame.supplement.colors, pixels[..., np.newaxis])
    return DisplayFrame(frame.source, pixels, shown)


def apply_window(values: Float32Array, window: VoiWindow) -> UInt8Array:
    """uint8[rows, columns] of float32[rows, columns] in modality units; NaN becomes 0.

    The three functions of PS3.3 C.11.2.1.2.1 and C.11.2.1.3 with y from 0 to 255, rounded to the
    nearest grey.
    """
    # Values may be infinite, and a narrow window may make them so.
    with np.errstate(over="ignore", invalid="ignore"):
        return _windowed(values, window)


def _windowed(values: Float32Array, window: VoiWindow) -> UInt8Array:
    is_sigmoid = window.function is VoiFunction.SIGMOID
    low, span = (window.center, window.width) if is_sigmoid else linear_limits(window)
    if span <= 0:
        # LINEAR of width 1 is a threshold: x <= c - 0.5 is black, all above is white.
        return np.where(np.greater(values, np.float64(low)), np.uint8(255), np.uint8(0))
    span = max(span, _NARROWEST)
    is_ordinary = _NARROWEST_ORDINARY < span < _LARGEST_ORDINARY and abs(low) < _LARGEST_ORDINARY
    exact = values if is_ordinary else values.astype(np.float64)
    if is_sigmoid:
        exponent = _minus(exact, low, span)
        exponent *= -4.0 / span
        # exp overflows float32 above 88; 255 / (1 + e^80) is already black.
        np.minimum(exponent, 80.0, out=exponent)
        grey = np.exp(exponent, out=exponent)
        grey += 1.0
        np.divide(255.0, grey, out=grey)
    else:
        grey = _minus(exact, low, span)
        grey *= 255.0 / span
    return _to_grey(grey)


def _minus(values: _Floats, number: float, span: float) -> _Floats:
    """``values - number``, exact enough for 255 greys over `span`, in the precision of `values`."""
    rounded = values.dtype.type(number)
    difference: _Floats = values - rounded
    rest = number - float(rounded)
    if abs(rest) > span / _STEPS:
        difference -= values.dtype.type(rest)
    return difference


def linear_limits(window: VoiWindow) -> tuple[float, float]:
    """(the value shown black, the distance from there to the value shown white)."""
    if window.function is VoiFunction.LINEAR_EXACT:
        return window.center - window.width / 2, window.width
    return window.center - 0.5 - (window.width - 1) / 2, window.width - 1


def apply_voi_lut(values: Float32Array, lut: VoiLut) -> UInt8Array:
    """uint8[rows, columns] through a VOI LUT (PS3.3 C.11.2.1.1), scaled from its bits to 8."""
    greys = np.rint(lut.table.astype(np.float64) * (255.0 / ((1 << lut.bits) - 1)))
    table = np.clip(greys, 0, 255).astype(np.uint8)
    finite = np.nan_to_num(np.rint(values), nan=float(lut.first_mapped))
    index = np.clip(finite - lut.first_mapped, 0, len(table) - 1).astype(np.int32)
    pixels: UInt8Array = np.take(table, index)
    return pixels


def _to_grey(grey: _Floats) -> UInt8Array:
    np.nan_to_num(grey, copy=False, nan=0.0, posinf=255.0, neginf=0.0)
    grey += 0.5
    np.clip(grey, 0.0, 255.0, out=grey)
    return grey.astype(np.uint8)
