"""Windows and VOI LUTs for any values, centres and widths, against one value at a time."""

from __future__ import annotations

import math
import warnings
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.unit.imaging.reference import SOME, looked_up, windowed
from tests.unit.imaging.test_voi import frame_of
from tumorview.domain.frames import VoiFunction, VoiLut, VoiWindow
from tumorview.imaging.voi import (
    apply_voi_lut,
    apply_window,
    auto_window,
    default_window,
    display_frame,
)

LARGEST = float(np.finfo(np.float32).max)

SHAPES = st.one_of(
    st.sampled_from([(1, 1), (1, 7), (7, 1)]), hnp.array_shapes(min_dims=2, max_dims=2, max_side=6)
)
ORDINARY = st.floats(-5000, 5000, width=32)
ANY_VALUE = st.one_of(
    ORDINARY,
    st.floats(-LARGEST, LARGEST, width=32),
    st.sampled_from([math.nan, math.inf, -math.inf, LARGEST, -LARGEST, 0.0, 2.0**24]),
)


def pictures(values: st.SearchStrategy[float]) -> st.SearchStrategy[npt.NDArray[np.float32]]:
    """float32[rows, columns]."""
    return hnp.arrays(np.float32, SHAPES, elements=values)


@st.composite
def windows(draw: st.DrawFn, largest: float = LARGEST) -> VoiWindow:
    """Any window that the reader lets through."""
    function = draw(st.sampled_from(list(VoiFunction)))
    least = 1.0 if function is VoiFunction.LINEAR else math.ulp(0.0)
    center = draw(st.one_of(st.floats(-3000, 3000), st.floats(-largest, largest)))
    width = draw(st.one_of(st.floats(max(least, 0.01), 4000), st.floats(least, largest)))
    return VoiWindow(center, width, function)


@st.composite
def luts(draw: st.DrawFn) -> VoiLut:
    """Any VOI LUT."""
    bits = draw(st.integers(8, 16))
    entries = draw(st.lists(st.integers(0, (1 << bits) - 1), min_size=1, max_size=40))
    return VoiLut(np.array(entries, np.uint16), draw(st.integers(-32768, 65535)), bits)


@given(pictures(ANY_VALUE), windows(), st.sampled_from(["MONOCHROME1", "MONOCHROME2"]))
@SOME
def test_any_picture_through_any_window_is_8_bit_grey_without_a_warning(
    values: npt.NDArray[np.float32], window: VoiWindow, photometric: str
) -> None:
    frame = frame_of(values, photometric_interpretation=photometric)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        shown = display_frame(frame, window)
        inverted = display_frame(frame, window, invert=True)
    assert shown.pixels.dtype == np.uint8
    assert shown.pixels.shape == values.shape
    assert shown.window == window
    assert np.array_equal(inverted.pixels, 255 - shown.pixels)
    assert (shown.pixels[np.isnan(values)] == 0).all()


@given(
    hnp.arrays(np.float32, (1, 3), elements=ORDINARY | st.floats(-LARGEST, LARGEST, width=32)),
    windows(),
)
@example(np.array([[1e9]], np.float32), VoiWindow(1e9 + 10, 100, VoiFunction.LINEAR_EXACT))
@example(np.array([[16777218]], np.float32), VoiWindow(16777217.7, 1))
@example(np.array([[0]], np.float32), VoiWindow(-LARGEST, LARGEST, VoiFunction.LINEAR_EXACT))
@example(np.array([[1e-40]], np.float32), VoiWindow(0, 4e-40, VoiFunction.LINEAR_EXACT))
@settings(max_examples=120)
def test_every_grey_is_that_of_the_formula(
    values: npt.NDArray[np.float32], window: VoiWindow
) -> None:
    shown = apply_window(values, window)
    # A width that double precision cannot tell from nothing is a threshold somewhere within it.
    if window.width < max(1e-12 * abs(window.center), 1e-300):
        return
    for value, grey in zip(values.ravel().tolist(), shown.ravel().tolist(), strict=True):
        assert abs(grey - windowed(value, window)) <= 1, (value, window)


@given(st.lists(ANY_VALUE.filter(lambda v: not math.isnan(v)), min_size=2, max_size=30), windows())
@SOME
def test_a_brighter_value_is_never_shown_darker(values: list[float], window: VoiWindow) -> None:
    ordered = np.sort(np.array([values], np.float32))
    shown = apply_window(ordered, window)
    assert (np.diff(shown.astype(np.int16)) >= 0).all()


@given(pictures(ANY_VALUE), windows())
@SOME
def test_monochrome1_is_the_negative_of_monochrome2(
    values: npt.NDArray[np.float32], window: VoiWindow
) -> None:
    normal = display_frame(frame_of(values), window).pixels
    other = display_frame(frame_of(values, photometric_interpretation="MONOCHROME1"), window).pixels
    numbers = ~np.isnan(values)
    assert np.array_equal(other[numbers], 255 - normal[numbers])


@given(pictures(ANY_VALUE), st.one_of(windows(), luts()), st.data())
@SOME
def test_padding_is_black_whatever_it_holds(
    values: npt.NDArray[np.float32], chosen: VoiWindow | VoiLut, data: st.DataObject
) -> None:
    mask = data.draw(hnp.arrays(np.bool_, values.shape))
    for photometric in ("MONOCHROME1", "MONOCHROME2"):
        frame = frame_of(values, photometric_interpretation=photometric, padding_mask=mask)
        assert (display_frame(frame, chosen).pixels[mask] == 0).all()
        assert (display_frame(frame, chosen, invert=True).pixels[mask] == 255).all()


@given(hnp.arrays(np.float32, SHAPES, elements=st.integers(-70000, 140000)), luts())
@SOME
def test_a_voi_lut_is_looked_up_entry_by_entry(
    values: npt.NDArray[np.float32], lut: VoiLut
) -> None:
    shown = apply_voi_lut(values, lut)
    assert shown.dtype == np.uint8
    assert shown.shape == values.shape
    entries = lut.table.tolist()
    for value, grey in zip(values.ravel().tolist(), shown.ravel().tolist(), strict=True):
        exact = looked_up(value, entries, lut.first_mapped) * 255 / ((1 << lut.bits) - 1)
        assert abs(grey - exact) <= 0.5 + 1e-9


@given(pictures(ANY_VALUE), luts(), st.sampled_from(["MONOCHROME1", "MONOCHROME2"]))
@SOME
def test_a_voi_lut_shows_any_picture_without_a_warning_and_no_number_black(
    values: npt.NDArray[np.float32], lut: VoiLut, photometric: str
) -> None:
    frame = frame_of(values, voi_luts=(lut,), photometric_interpretation=photometric)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        shown = display_frame(frame, None)
    assert (shown.pixels[np.isnan(values)] == 0).all()
    ends = {int(apply_voi_lut(np.array([[v]], np.float32), lut)[0, 0]) for v in (-1e6, 1e6)}
    if photometric == "MONOCHROME1":
        ends = {255 - end for end in ends}
    assert set(shown.pixels[np.isinf(values)].tolist()) <= ends


@given(pictures(ANY_VALUE), st.data())
@SOME
def test_any_picture_has_a_window_of_its_own(
    values: npt.NDArray[np.float32], data: st.DataObject
) -> None:
    mask = data.draw(st.one_of(st.none(), hnp.arrays(np.bool_, values.shape)))
    frame = frame_of(values, padding_mask=mask)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        window = auto_window(frame)
        shown = display_frame(frame, None)
    assert default_window(frame) == window == shown.window
    assert math.isfinite(window.center)
    assert 0 < window.width < math.inf
    counted = values if mask is None else values[~mask]
    counted = counted[np.isfinite(counted)]
    if counted.size and counted.min() < counted.max():
        # The whole span of greys is used by what lies between the percentiles.
        low, high = window.center - window.width / 2, window.center + window.width / 2
        slack = 1e-5 * (abs(low) + abs(high))
        assert float(counted.min()) - slack <= low <= high <= float(counted.max()) + slack


@pytest.mark.parametrize("value", [0.0, -3.5, 1e38, math.nan, math.inf])
@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (5, 4)])
def test_a_picture_of_one_value_is_of_one_grey(value: float, shape: tuple[int, int]) -> None:
    shown = display_frame(frame_of(np.full(shape, value)), None)
    assert len(np.unique(shown.pixels)) == 1


@given(hnp.arrays(np.uint8, st.tuples(st.integers(1, 4), st.integers(1, 4), st.just(3))))
@SOME
def test_colour_is_left_alone_and_inverted_twice_is_itself(rgb: Any) -> None:
    frame = frame_of(rgb, photometric_interpretation="RGB")
    assert np.array_equal(display_frame(frame, VoiWindow(40, 80)).pixels, rgb)
    assert np.array_equal(255 - display_frame(frame, None, invert=True).pixels, rgb)
