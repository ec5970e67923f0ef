"""Stored values to modality units, against values worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from tumorview.domain.frames import StoredFrame
from tumorview.domain.source import SourceRef
from tumorview.imaging.modality import modality_frame


def stored_frame(values: npt.NDArray[Any], **fields: Any) -> StoredFrame:
    frame = StoredFrame(
        source=SourceRef(Path("a.dcm")),
        stored_values=values,
        photometric_interpretation="MONOCHROME2",
        source_photometric_interpretation="MONOCHROME2",
        bits_stored=16,
        pixel_representation=0,
        modality="CT",
    )
    return replace(frame, **fields)


def test_rescale_gives_hounsfield_units() -> None:
    stored = stored_frame(
        np.array([[0, 1024, 1064, 4095]], np.uint16), rescale_intercept=-1024.0, rescale_type="HU"
    )
    frame = modality_frame(stored)
    assert frame.values.tolist() == [[-1024.0, 0.0, 40.0, 3071.0]]
    assert frame.values.dtype == np.float32
    assert frame.rescale_type == "HU"


def test_rescale_slope_scales_before_the_intercept_is_added() -> None:
    stored = stored_frame(np.array([[-2, 3]], np.int16), rescale_slope=2.5, rescale_intercept=10.0)
    assert modality_frame(stored).values.tolist() == [[5.0, 17.5]]


def test_a_modality_lut_replaces_rescale_and_clamps_at_its_ends() -> None:
    table = np.array([100, 200, 400], np.float32)
    stored = stored_frame(
        np.array([[0, 10, 11, 12, 99]], np.uint16),
        modality_lut=(table, 10),
        rescale_slope=7.0,
    )
    assert modality_frame(stored).values.tolist() == [[100.0, 100.0, 200.0, 400.0, 400.0]]


def test_large_integers_are_rescaled_without_losing_their_last_digit() -> None:
    stored = stored_frame(np.array([[2**24 + 1]], np.uint32), rescale_intercept=-float(2**24))
    assert modality_frame(stored).values.tolist() == [[1.0]]


def test_double_float_pixels_are_rescaled_in_double_precision() -> None:
    stored = stored_frame(np.array([[1e9 + 0.25]], np.float64), rescale_intercept=-1e9)
    assert modality_frame(stored).values.tolist() == [[0.25]]


def test_a_single_padding_value_is_marked() -> None:
    stored = stored_frame(np.array([[-2000, 0, 5]], np.int16), padding=(-2000.0, -2000.0))
    mask = modality_frame(stored).padding_mask
    assert mask is not None
    assert mask.tolist() == [[True, False, False]]


def test_a_padding_range_includes_both_ends() -> None:
    stored = stored_frame(np.array([[1, 2, 3, 4, 5]], np.uint16), padding=(2.0, 4.0))
    mask = modality_frame(stored).padding_mask
    assert mask is not None
    assert mask.tolist() == [[False, True, True, True, False]]


def test_no_mask_is_kept_when_no_pixel_is_padding() -> None:
    stored = stored_frame(np.array([[1, 2]], np.uint16), padding=(7.0, 7.0))
    assert modality_frame(stored).padding_mask is None


def test_a_padding_value_that_the_pixels_cannot_hold_marks_nothing() -> None:
    stored = stored_frame(np.array([[1, 2]], np.uint8), padding=(-2000.0, -2000.0))
    assert modality_frame(stored).padding_mask is None


def test_colour_is_neither_rescaled_nor_padded() -> None:
    rgb = np.array([[[1, 2, 3]]], np.uint8)
    stored = stored_frame(rgb, photometric_interpretation="RGB", padding=(1.0, 1.0))
    frame = modality_frame(stored)
    assert frame.values.tolist() == [[[1.0, 2.0, 3.0]]]
    assert frame.padding_mask is None


def test_the_stored_values_stay_as_they_are() -> None:
    values = np.array([[1, 2]], np.uint16)
    modality_frame(stored_frame(values, rescale_slope=3.0))
    assert values.tolist() == [[1, 2]]


def test_the_result_cannot_be_written_through() -> None:
    frame = modality_frame(stored_frame(np.array([[1, 2]], np.uint16)))
    with pytest.raises(ValueError, match="read-only"):
        frame.values[0, 0] = 9
