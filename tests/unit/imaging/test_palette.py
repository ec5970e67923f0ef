"""Look-up tables as DICOM stores them."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

from tests.dicom_factory import make_dataset, save
from tumorview.imaging.errors import InvalidTagError
from tumorview.imaging.image_file import open_image
from tumorview.imaging.palette import (
    apply_palette,
    lut_data,
    lut_descriptor,
    segmented_lut_data,
)


def test_zero_entries_stand_for_65536() -> None:
    assert lut_descriptor((0, 0, 16), signed_input=False) == (65536, 0, 16)


def test_a_descriptor_written_as_signed_numbers_is_put_right() -> None:
    assert lut_descriptor((-25536, -1024, 16), signed_input=True) == (40000, -1024, 16)
    assert lut_descriptor((256, 64512, 16), signed_input=True) == (256, -1024, 16)
    assert lut_descriptor((256, -1024, 16), signed_input=False) == (256, 64512, 16)


@pytest.mark.parametrize("values", [(), (1, 2), (4, 0, 0), (4, 0, 32)])
def test_an_impossible_descriptor_is_refused(values: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="LUT"):
        lut_descriptor(values, signed_input=False)


def test_eight_bit_entries_may_be_packed_two_a_word() -> None:
    assert lut_data(bytes([1, 2, 3, 4]), 4, 8, big_endian=False).tolist() == [1, 2, 3, 4]
    assert lut_data(bytes([2, 1, 4, 3]), 4, 8, big_endian=True).tolist() == [1, 2, 3, 4]


def test_eight_bit_entries_may_take_a_word_each() -> None:
    words = struct.pack("<4H", 1, 2, 3, 255)
    assert lut_data(words, 4, 8, big_endian=False).tolist() == [1, 2, 3, 255]


def test_sixteen_bit_entries_follow_the_byte_order_of_the_file() -> None:
    assert lut_data(struct.pack(">2H", 1, 256), 2, 16, big_endian=True).tolist() == [1, 256]


def test_a_table_that_lacks_entries_is_refused() -> None:
    with pytest.raises(ValueError, match="announced"):
        lut_data([1, 2], 3, 16, big_endian=False)


def test_segments_are_expanded_as_the_standard_says() -> None:
    # Discrete 3 entries, linear 4 steps to 50, then a repeat of the two segments at offset 0.
    words = [0, 3, 10, 20, 30, 1, 4, 50, 2, 2, 0, 0]
    data = struct.pack("<12H", *words)
    expanded = segmented_lut_data(data, 14, 16, big_endian=False)
    once = [10, 20, 30, 35, 40, 45, 50]
    assert expanded.tolist() == once + once


def test_eight_bit_segments_are_bytes() -> None:
    data = bytes([0, 1, 100, 1, 3, 130])
    assert segmented_lut_data(data, 4, 8, big_endian=False).tolist() == [100, 110, 120, 130]


@pytest.mark.parametrize(
    "words",
    [
        [0, 9, 1, 2],  # discrete segment without its data
        [1, 4, 50],  # linear segment without a start
        [7, 1, 1],  # unknown segment type
        [0, 1, 5],  # too few entries
        [0, 1, 5, 2, 2, 3, 0],  # a segment that repeats itself
    ],
)
def test_broken_segments_are_refused(words: list[int]) -> None:
    with pytest.raises(ValueError, match="segment"):
        segmented_lut_data(struct.pack(f"<{len(words)}H", *words), 8, 16, big_endian=False)


def test_indices_beyond_the_table_take_its_ends() -> None:
    table = np.array([0x1000, 0x8000, 0xFF00], np.uint16)
    stored = np.array([[0, 5, 6, 7, 200]], np.uint8)
    rgb = apply_palette(stored, (table, table, table), first_mapped=5, bits=16)
    assert rgb[0, :, 0].tolist() == [0x10, 0x10, 0x80, 0xFF, 0xFF]


def test_a_palette_that_says_16_bits_and_holds_8_is_not_shown_black() -> None:
    table = np.array([0, 128, 255], np.uint16)
    rgb = apply_palette(np.array([[2]], np.uint8), (table, table, table), 0, 16)
    assert rgb.tolist() == [[[255, 255, 255]]]


def palette_file(path: Path, *, segmented: bool) -> Path:
    ds = make_dataset(np.array([[0, 1, 2]], np.uint8), PhotometricInterpretation="PALETTE COLOR")
    tables = {"Red": [0, 0xFF00, 0x8000], "Green": [0, 0, 0x4000], "Blue": [0xFF00, 0, 0x2000]}
    for color, entries in tables.items():
        setattr(ds, f"{color}PaletteColorLookupTableDescriptor", [3, 0, 16])
        if segmented:
            words = struct.pack("<5H", 0, 3, *entries)
            setattr(ds, f"Segmented{color}PaletteColorLookupTableData", words)
        else:
            words = struct.pack("<3H", *entries)
            setattr(ds, f"{color}PaletteColorLookupTableData", words)
    return save(ds, path)


@pytest.mark.parametrize("segmented", [False, True])
def test_a_palette_image_becomes_rgb(tmp_path: Path, segmented: bool) -> None:
    frame = open_image(palette_file(tmp_path / "a.dcm", segmented=segmented)).read_frame()
    assert frame.stored_values.tolist() == [[[0, 0, 255], [255, 0, 0], [128, 64, 32]]]
    assert frame.photometric_interpretation == "RGB"
    assert frame.source_photometric_interpretation == "PALETTE COLOR"


def test_a_palette_image_without_its_palette_is_refused(tmp_path: Path) -> None:
    ds = make_dataset(np.zeros((2, 2), np.uint8), PhotometricInterpretation="PALETTE COLOR")
    opened = open_image(save(ds, tmp_path / "a.dcm"))
    with pytest.raises(InvalidTagError, match="RedPaletteColorLookupTableDescriptor"):
        opened.read_frame()
