"""Bytes of native pixel data of any layout, sample by sample."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.unit.imaging.reference import SOME, stored_value
from tumorview.imaging.pixels import (
    PixelFormat,
    clean_bits,
    native_bounds,
    swap_words,
    to_eight_bits,
    unpack_native,
)

_UNSIGNED = {8: np.uint8, 16: np.uint16, 32: np.uint32}


@st.composite
def cells(draw: st.DrawFn) -> tuple[npt.NDArray[Any], int, int, bool]:
    """Pixel cells with bits outside Bits Stored, Bits Stored, High Bit, and whether signed."""
    width = draw(st.sampled_from([8, 16, 32]))
    stored = draw(st.integers(1, width))
    high = draw(st.integers(stored - 1, width - 1))
    values = draw(hnp.arrays(_UNSIGNED[width], hnp.array_shapes(max_dims=2, max_side=5)))
    return values, stored, high, draw(st.booleans())


@given(cells(), st.booleans())
@SOME
def test_the_stored_value_is_cut_out_of_its_cell(
    drawn: tuple[npt.NDArray[Any], int, int, bool], read_as_signed: bool
) -> None:
    values, stored, high, signed = drawn
    given_cells = values.view(f"i{values.itemsize}") if read_as_signed else values
    before = given_cells.copy()
    cleaned = clean_bits(given_cells, stored, high, signed)
    assert cleaned.dtype == np.dtype(f"{'i' if signed else 'u'}{values.itemsize}")
    assert cleaned.shape == values.shape
    expected = [stored_value(cell, stored, high, signed=signed) for cell in values.ravel().tolist()]
    assert cleaned.ravel().tolist() == expected
    assert np.array_equal(given_cells, before)


@st.composite
def layouts(draw: st.DrawFn) -> tuple[PixelFormat, int]:
    """A native pixel format, and how many frames."""
    bits = draw(st.sampled_from([1, 8, 16, 32]))
    color = bits > 1 and draw(st.booleans())
    layout = PixelFormat(
        rows=draw(st.integers(1, 5)),
        columns=draw(st.integers(1, 5)),
        samples_per_pixel=3 if color else 1,
        photometric_interpretation="RGB" if color else "MONOCHROME2",
        bits_allocated=bits,
        bits_stored=bits,
        high_bit=bits - 1,
        pixel_representation=draw(st.integers(0, int(bits > 1))),
        planar_configuration=draw(st.integers(0, 1)),
        big_endian=draw(st.booleans()),
        word_swapped=draw(st.booleans()) and bits <= 8,
    )
    return layout, draw(st.integers(1, 3))


def _packed(frames: npt.NDArray[Any], layout: PixelFormat) -> bytes:
    """Pixel data of [frames, rows, columns(, samples)] as PS3.5 8.1.1 and 8.2 lay them out."""
    if layout.bits_allocated == 1:
        bits = frames.ravel().tolist()
        packed = [
            sum(bit << place for place, bit in enumerate(bits[start : start + 8]))
            for start in range(0, len(bits), 8)
        ]
        data = bytes(packed)
    else:
        if layout.samples_per_pixel > 1 and layout.planar_configuration == 1:
            frames = np.moveaxis(frames, -1, 1)
        order = "big" if layout.big_endian else "little"
        signed = layout.pixel_representation == 1
        size = layout.bits_allocated // 8
        data = b"".join(
            number.to_bytes(size, order, signed=signed) for number in frames.ravel().tolist()
        )
    data += bytes(len(data) % 2)
    return swap_words(data) if layout.word_swapped else data


@given(layouts(), st.data())
@SOME
def test_every_frame_of_native_pixel_data_is_what_was_packed(
    drawn: tuple[PixelFormat, int], data: st.DataObject
) -> None:
    layout, count = drawn
    color = (3,) if layout.samples_per_pixel == 3 else ()
    shape = (count, layout.rows, layout.columns, *color)
    kind = "i" if layout.pixel_representation else "u"
    elements = st.integers(0, 1) if layout.bits_allocated == 1 else None
    dtype = np.dtype(f"{kind}{max(1, layout.bits_allocated // 8)}")
    frames = data.draw(hnp.arrays(dtype, shape, elements=elements))
    packed = _packed(frames, layout)
    if layout.word_swapped:
        packed = swap_words(packed)
    for index in range(count):
        first, end = native_bounds(layout, index)
        assert end <= len(packed)
        unpacked = unpack_native(packed[first:end], layout, index)
        assert unpacked.dtype.byteorder in "=|<"
        assert np.array_equal(unpacked, frames[index])


@given(hnp.arrays(np.uint8, st.tuples(st.integers(1, 4), st.integers(1, 3), st.just(4))))
@SOME
def test_subsampled_chroma_belongs_to_both_pixels_of_a_pair(pairs: npt.NDArray[np.uint8]) -> None:
    rows, across, _ = pairs.shape
    layout = PixelFormat(rows, across * 2, 3, "YBR_FULL_422", 8, 8, 7, 0, 0)
    full = unpack_native(pairs.tobytes(), layout, 0)
    for row in range(rows):
        for column in range(across * 2):
            y_even, y_odd, blue, red = pairs[row, column // 2].tolist()
            luminance = y_odd if column % 2 else y_even
            assert full[row, column].tolist() == [luminance, blue, red]


@given(st.integers(1, 32), st.data())
@SOME
def test_colour_keeps_its_most_significant_bits(bits: int, data: st.DataObject) -> None:
    width = next(w for w in (8, 16, 32) if bits <= w)
    most = (1 << bits) - 1
    values = data.draw(hnp.arrays(_UNSIGNED[width], (1, 3), elements=st.integers(0, most)))
    shown = to_eight_bits(values, bits)
    assert shown.dtype == np.uint8
    for value, grey in zip(values.ravel().tolist(), shown.ravel().tolist(), strict=True):
        assert abs(grey - value * 255 / most) < 1  # above 8 bits cut, not rounded
    assert to_eight_bits(np.array([0, most], _UNSIGNED[width]), bits).tolist() == [0, 255]
