"""Look-up tables of any content, entry by entry."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.unit.imaging.reference import SOME, expanded, looked_up
from tumorview.imaging.palette import apply_palette, lut_data, lut_descriptor, segmented_lut_data


def _packed(words: list[int], unit_bytes: int, *, big_endian: bool) -> bytes:
    """Words of 16 bits in the byte order of the file; bytes lie two to such a word."""
    if unit_bytes == 1:
        padded = words + [0] * (len(words) % 2)
        words = [low | high << 8 for low, high in zip(padded[::2], padded[1::2], strict=True)]
    return struct.pack(f"{'>' if big_endian else '<'}{len(words)}H", *words)


@given(
    st.integers(8, 16).flatmap(
        lambda bits: st.tuples(
            st.just(bits), st.lists(st.integers(0, (1 << bits) - 1), min_size=1, max_size=50)
        )
    ),
    st.booleans(),
)
@SOME
def test_a_discrete_table_is_what_was_written(
    table: tuple[int, list[int]], big_endian: bool
) -> None:
    bits, entries = table
    data = _packed(entries, 1 if bits <= 8 else 2, big_endian=big_endian)
    assert lut_data(data, len(entries), bits, big_endian).tolist() == entries
    if bits <= 8:  # each in a word of its own
        data = _packed(entries, 2, big_endian=big_endian)
        assert lut_data(data, len(entries), bits, big_endian).tolist() == entries


@st.composite
def segments(draw: st.DrawFn, most: int) -> tuple[list[int], list[int], int]:
    """Words of discrete and linear segments, where each begins, and how many entries they have."""
    values = st.integers(0, most)
    words: list[int] = []
    starts: list[int] = []
    entries = 0
    for place in range(draw(st.integers(1, 5))):
        starts.append(len(words))
        if place and draw(st.booleans()):
            length = draw(st.integers(1, 9))
            words += [1, length, draw(values)]
        else:
            body = draw(st.lists(values, min_size=1, max_size=6))
            length = len(body)
            words += [0, length, *body]
        entries += length
    return words, starts, entries


@given(st.data(), st.sampled_from([1, 2]), st.booleans())
@SOME
def test_segments_are_expanded_as_one_by_one(
    data: st.DataObject, unit_bytes: int, big_endian: bool
) -> None:
    words, starts, _ = data.draw(segments(255 if unit_bytes == 1 else 65535))
    for _ in range(data.draw(st.integers(0, 3))):
        first = data.draw(st.integers(0, len(starts) - 1))
        count = data.draw(st.integers(1, len(starts) - first))
        offset = starts[first] * unit_bytes
        parts = 4 // unit_bytes
        mask = (1 << 8 * unit_bytes) - 1
        words += [2, count, *(offset >> 8 * unit_bytes * k & mask for k in range(parts))]
    exact = expanded(words, unit_bytes)
    packed = _packed(words, unit_bytes, big_endian=big_endian)
    read = segmented_lut_data(packed, len(exact), 8 * unit_bytes, big_endian)
    assert read.dtype == np.uint16
    assert len(read) == len(exact)
    assert all(abs(entry - value) <= 0.5 for entry, value in zip(read.tolist(), exact, strict=True))


def test_an_offset_counts_bytes_for_entries_of_either_size() -> None:
    # The indirect segment repeats the second of two discrete ones.
    narrow = bytes([0, 1, 5, 0, 2, 7, 9, 2, 1, 3, 0, 0, 0, 0])
    assert segmented_lut_data(narrow, 5, 8, big_endian=False).tolist() == [5, 7, 9, 7, 9]
    wide = struct.pack("<11H", 0, 1, 5, 0, 2, 7, 9, 2, 1, 6, 0)
    assert segmented_lut_data(wide, 5, 16, big_endian=False).tolist() == [5, 7, 9, 7, 9]


@pytest.mark.parametrize(("offset", "reason"), [(7, "middle"), (998, "outside")])
def test_an_offset_that_points_nowhere_is_refused(offset: int, reason: str) -> None:
    words = struct.pack("<7H", 0, 1, 5, 2, 1, offset, 0)
    with pytest.raises(ValueError, match=reason):
        segmented_lut_data(words, 9, 16, big_endian=False)


def test_segments_of_no_entries_are_not_repeated_for_ever() -> None:
    nothing = struct.pack("<2H", 0, 0) * 8000
    again = struct.pack("<4H", 2, 8000, 6, 0) * 4000
    with pytest.raises(ValueError, match="more segments"):
        segmented_lut_data(struct.pack("<3H", 0, 1, 7) + nothing + again, 65536, 16, False)


@given(st.tuples(*[st.integers(-32768, 65535)] * 3), st.booleans())
@SOME
def test_any_descriptor_is_read_or_refused(values: tuple[int, int, int], signed: bool) -> None:
    bits = values[2] & 0xFFFF
    if not 1 <= bits <= 16:
        with pytest.raises(ValueError, match="bits"):
            lut_descriptor(values, signed)
        return
    entries, first, read_bits = lut_descriptor(values, signed)
    assert entries % 65536 == values[0] % 65536
    assert 1 <= entries <= 65536
    assert first % 65536 == values[1] % 65536
    assert -32768 <= first <= (32767 if signed else 65535)
    assert (first >= 0) or signed
    assert read_bits == bits


@given(
    hnp.arrays(
        st.sampled_from([np.uint8, np.int8, np.uint16, np.int16, np.uint32]),
        hnp.array_shapes(min_dims=2, max_dims=2, max_side=4),
    ),
    st.lists(st.integers(0, 255), min_size=1, max_size=20),
    st.integers(-32768, 65535),
)
@SOME
def test_a_palette_is_looked_up_entry_by_entry(
    stored: np.ndarray[tuple[int, int], np.dtype[np.uint8]], entries: list[int], first: int
) -> None:
    table = np.array(entries, np.uint16)
    rgb = apply_palette(stored, (table, table[::-1], table), first, 8)
    assert rgb.dtype == np.uint8
    assert rgb.shape == (*stored.shape, 3)
    for value, pixel in zip(stored.ravel().tolist(), rgb.reshape(-1, 3).tolist(), strict=True):
        red = looked_up(value, entries, first)
        assert pixel == [red, looked_up(value, entries[::-1], first), red]
