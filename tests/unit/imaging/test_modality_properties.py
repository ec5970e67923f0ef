"""The Modality LUT and rescale for any stored values."""

from __future__ import annotations

import math
import warnings
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.unit.imaging.reference import SOME, looked_up
from tests.unit.imaging.test_modality import stored_frame
from tumorview.imaging.modality import modality_frame

SHAPES = hnp.array_shapes(min_dims=2, max_dims=2, max_side=4)
INTEGERS = hnp.arrays(
    st.sampled_from([np.uint8, np.int8, np.uint16, np.int16, np.uint32, np.int32]), SHAPES
)
LARGEST = float(np.finfo(np.float32).max)


@given(INTEGERS, st.integers(-70000, 70000).filter(bool), st.integers(-(2**26), 2**26))
@example(np.array([[65282]], np.uint16), 257, -16777215)
@SOME
def test_whole_numbers_are_rescaled_exactly(
    stored: npt.NDArray[Any], slope: int, intercept: int
) -> None:
    frame = modality_frame(
        stored_frame(stored, rescale_slope=float(slope), rescale_intercept=float(intercept))
    )
    assert frame.values.dtype == np.float32
    assert frame.values.shape == stored.shape
    for value, got in zip(stored.ravel().tolist(), frame.values.ravel().tolist(), strict=True):
        # Exact, or the number of single precision that is nearest to what it cannot hold.
        assert got == float(np.float32(value * slope + intercept))


@given(INTEGERS, st.floats(1e-6, 1e6), st.floats(-1e6, 1e6))
@SOME
def test_any_rescale_is_right_to_single_precision(
    stored: npt.NDArray[Any], slope: float, intercept: float
) -> None:
    frame = modality_frame(stored_frame(stored, rescale_slope=slope, rescale_intercept=intercept))
    for value, got in zip(stored.ravel().tolist(), frame.values.ravel().tolist(), strict=True):
        product = Fraction(value) * Fraction(slope)
        size = abs(product) + abs(Fraction(intercept))
        assert abs(Fraction(got) - product - Fraction(intercept)) <= size / 2**21 + Fraction(
            1, 2**140
        )


@given(
    st.one_of(
        INTEGERS,
        hnp.arrays(st.sampled_from([np.float32, np.float64]), SHAPES),
    ),
    st.floats(-LARGEST, LARGEST),
    st.floats(-LARGEST, LARGEST),
    st.tuples(st.floats(allow_nan=False), st.floats(allow_nan=False)).map(sorted),
)
@SOME
def test_no_value_slope_or_padding_makes_a_warning(
    stored: npt.NDArray[Any], slope: float, intercept: float, padding: list[float]
) -> None:
    low, high = padding
    table = np.arange(5, dtype=np.float32)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        frame = modality_frame(
            stored_frame(
                stored, rescale_slope=slope, rescale_intercept=intercept, padding=(low, high)
            )
        )
        mapped = modality_frame(stored_frame(stored, modality_lut=(table, -2)))
    assert frame.values.dtype == mapped.values.dtype == np.float32
    expected = np.array([[low <= value <= high for value in row] for row in stored.tolist()])
    mask = frame.padding_mask if frame.padding_mask is not None else np.zeros(stored.shape, bool)
    assert np.array_equal(mask, expected)


@given(INTEGERS, st.lists(st.integers(0, 65535), min_size=1, max_size=30), st.data())
@SOME
def test_a_modality_lut_is_looked_up_entry_by_entry(
    stored: npt.NDArray[Any], entries: list[int], data: st.DataObject
) -> None:
    near = int(data.draw(st.sampled_from(stored.ravel().tolist())))
    first = near - data.draw(st.integers(-2, len(entries) + 1))
    table = np.array(entries, np.float32)
    frame = modality_frame(stored_frame(stored, modality_lut=(table, first)))
    for value, got in zip(stored.ravel().tolist(), frame.values.ravel().tolist(), strict=True):
        assert got == looked_up(value, entries, first)


def test_what_is_no_number_stays_so_through_a_modality_lut() -> None:
    stored = np.array([[math.nan, math.inf, -math.inf, 1.0]], np.float32)
    table = np.array([10, 20, 30], np.float32)
    values = modality_frame(stored_frame(stored, modality_lut=(table, 0))).values
    assert math.isnan(values[0, 0])
    assert values[0, 1:].tolist() == [30.0, 10.0, 20.0]
