"""Windows, VOI LUTs and polarity, at the edges that PS3.3 C.11.2 defines."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tumorview.domain.frames import (
    ImageGeometry,
    ModalityFrame,
    VoiFunction,
    VoiLut,
    VoiWindow,
    WindowOrigin,
)
from tumorview.domain.region import PixelRegion
from tumorview.domain.source import SourceRef
from tumorview.imaging.voi import (
    apply_voi_lut,
    apply_window,
    auto_window,
    default_window,
    display_frame,
    region_window,
)


def frame_of(values: Any, **fields: Any) -> ModalityFrame:
    frame = ModalityFrame(
        source=SourceRef(Path("a.dcm")),
        values=np.asarray(values, np.float32),
        rescale_type="",
        photometric_interpretation="MONOCHROME2",
        modality="MR",
        geometry=ImageGeometry(),
    )
    return replace(frame, **fields)


def grey(value: float, window: VoiWindow) -> int:
    return int(apply_window(np.array([[value]], np.float32), window)[0, 0])


@pytest.mark.parametrize(
    ("value", "expected"),
    # C.11.2.1.2.1 with c = 2048, w = 4096: x <= 0 gives 0, x > 4095 gives 255.
    [(-1, 0), (0, 0), (2047.5, 128), (4095, 255), (5000, 255)],
)
def test_a_linear_window_maps_its_ends_to_black_and_white(value: float, expected: int) -> None:
    assert grey(value, VoiWindow(2048, 4096)) == expected


def test_the_ends_of_a_ct_brain_window_are_0_and_79_hounsfield_units() -> None:
    brain = VoiWindow(40, 80)
    # x <= 40 - 0.5 - 39.5 = 0 is black, x > 40 - 0.5 + 39.5 = 79 is white.
    assert [grey(v, brain) for v in (0, 1, 39.5, 78, 79)] == [0, 3, 128, 252, 255]


def test_a_linear_window_of_width_1_is_a_threshold() -> None:
    window = VoiWindow(100, 1)
    assert [grey(v, window) for v in (99.0, 99.5, 99.51, 100.0)] == [0, 0, 255, 255]


def test_linear_exact_ends_half_a_width_from_the_centre() -> None:
    window = VoiWindow(50, 100, VoiFunction.LINEAR_EXACT)
    assert [grey(v, window) for v in (-1, 0, 50, 100, 101)] == [0, 0, 128, 255, 255]


def test_linear_exact_takes_widths_below_one() -> None:
    window = VoiWindow(0.5, 0.5, VoiFunction.LINEAR_EXACT)
    assert [grey(v, window) for v in (0.25, 0.5, 0.75)] == [0, 128, 255]


def test_sigmoid_is_half_way_at_the_centre_and_never_ends_abruptly() -> None:
    window = VoiWindow(100, 40, VoiFunction.SIGMOID)
    # 255 / (1 + exp(-4 (x - 100) / 40)): at 110 that is 255 / (1 + e^-1) = 186.4.
    assert [grey(v, window) for v in (100, 110, 90)] == [128, 186, 69]
    assert grey(-1e6, window) == 0
    assert grey(1e6, window) == 255


def test_values_that_are_not_a_number_are_black() -> None:
    window = VoiWindow(50, 100)
    assert grey(float("nan"), window) == 0
    assert grey(float("inf"), window) == 255
    assert grey(float("-inf"), window) == 0
    assert grey(float("nan"), VoiWindow(50, 1)) == 0
    assert grey(float("nan"), VoiWindow(50, 10, VoiFunction.SIGMOID)) == 0


def test_monochrome1_turns_the_polarity_round_after_the_window() -> None:
    frame = frame_of([[0, 100]], photometric_interpretation="MONOCHROME1")
    window = VoiWindow(50, 100, VoiFunction.LINEAR_EXACT)
    assert display_frame(frame, window).pixels.tolist() == [[255, 0]]


def test_invert_turns_monochrome1_back() -> None:
    frame = frame_of([[0, 100]], photometric_interpretation="MONOCHROME1")
    window = VoiWindow(50, 100, VoiFunction.LINEAR_EXACT)
    assert display_frame(frame, window, invert=True).pixels.tolist() == [[0, 255]]


def test_padding_is_black_for_both_polarities() -> None:
    mask = np.array([[True, False]])
    window = VoiWindow(50, 100, VoiFunction.LINEAR_EXACT)
    for photometric in ("MONOCHROME1", "MONOCHROME2"):
        frame = frame_of([[100, 50]], photometric_interpretation=photometric, padding_mask=mask)
        assert display_frame(frame, window).pixels[0, 0] == 0


def test_a_voi_lut_is_scaled_from_its_bits_and_clamps_at_its_ends() -> None:
    lut = VoiLut(np.array([0, 1023, 4095], np.uint16), first_mapped=-1, bits=12)
    values = np.array([[-5, -1, 0, 1, 9]], np.float32)
    assert apply_voi_lut(values, lut).tolist() == [[0, 0, 64, 255, 255]]


def test_a_file_with_only_a_voi_lut_is_shown_through_it() -> None:
    lut = VoiLut(np.array([255, 0], np.uint16), first_mapped=0, bits=8, explanation="inverse")
    shown = display_frame(frame_of([[0, 1]], voi_luts=(lut,)), None)
    assert shown.pixels.tolist() == [[255, 0]]
    assert shown.window is not None
    assert shown.window.explanation == "inverse"


def test_the_files_first_window_is_the_default() -> None:
    first, second = VoiWindow(40, 80), VoiWindow(600, 2800)
    frame = frame_of([[0, 1]], modality="CT", voi_windows=(first, second))
    assert default_window(frame) == first
    assert display_frame(frame, None).window == first


def test_a_ct_without_a_window_opens_with_the_brain_preset() -> None:
    window = default_window(frame_of([[0, 1]], modality="CT"))
    assert (window.center, window.width, window.origin) == (40, 80, WindowOrigin.PRESET)


def test_an_mr_without_a_window_opens_with_the_percentiles() -> None:
    values = np.arange(10_001, dtype=np.float32).reshape(1, -1)
    window = default_window(frame_of(values))
    assert window.origin is WindowOrigin.AUTO
    assert (window.center, window.width) == pytest.approx((5000, 9800), abs=1)


def test_the_auto_window_leaves_padding_out() -> None:
    values = np.concatenate([np.full(5000, -2000.0), np.linspace(0, 100, 5000)]).reshape(1, -1)
    frame = frame_of(values, padding_mask=values == -2000.0)
    window = auto_window(frame)
    assert window.center - window.width / 2 == pytest.approx(1, abs=0.1)
    assert window.center + window.width / 2 == pytest.approx(99, abs=0.1)


def test_the_auto_window_of_a_map_in_0_to_1_keeps_its_contrast() -> None:
    values = np.linspace(0, 1, 1000, dtype=np.float32).reshape(1, -1)
    shown = display_frame(frame_of(values), None).pixels
    assert len(np.unique(shown)) > 200


def test_a_blank_frame_still_has_a_window() -> None:
    window = auto_window(frame_of(np.full((4, 4), 7.0)))
    assert window.width > 0
    assert display_frame(frame_of(np.full((4, 4), 7.0)), None).pixels.shape == (4, 4)


def test_a_frame_of_nothing_but_nan_still_has_a_window() -> None:
    assert auto_window(frame_of(np.full((4, 4), np.nan))).width > 0


def test_colour_is_shown_as_it_is() -> None:
    frame = frame_of([[[1, 2, 250]]], photometric_interpretation="RGB")
    shown = display_frame(frame, VoiWindow(40, 80))
    assert shown.pixels.tolist() == [[[1, 2, 250]]]
    assert shown.window is None
    assert display_frame(frame, None, invert=True).pixels.tolist() == [[[254, 253, 5]]]


def test_a_window_does_not_change_the_frame() -> None:
    frame = frame_of([[0.0, 50.0, 100.0]])
    for function in VoiFunction:
        display_frame(frame, VoiWindow(50, 100, function), invert=True)
    assert frame.values.tolist() == [[0.0, 50.0, 100.0]]


def test_a_ct_whose_values_are_not_hounsfield_units_opens_with_the_percentiles() -> None:
    frame = frame_of([[0, 1]], modality="CT", rescale_type="US")
    assert default_window(frame).origin is WindowOrigin.AUTO


def test_a_region_window_sees_only_what_lies_in_the_region() -> None:
    values = np.zeros((20, 30))
    values[5:15, 10:20] = np.linspace(100, 199, 100).reshape(10, 10)
    found = region_window(frame_of(values), PixelRegion(5, 10, 15, 20))
    assert found is not None
    low, high = np.percentile(np.linspace(100, 199, 100), (1, 99))
    assert (found.center, found.width) == pytest.approx(((low + high) / 2, high - low))
    assert found.origin is WindowOrigin.USER


def test_a_region_of_one_value_has_a_window_about_it() -> None:
    found = region_window(frame_of(np.full((4, 4), 7.0)), PixelRegion(0, 0, 2, 2))
    assert found is not None
    assert (found.center, found.width) == (7, 1)


def test_a_region_without_values_has_no_window() -> None:
    nothing = frame_of(np.full((4, 4), np.nan))
    assert region_window(nothing, PixelRegion(0, 0, 4, 4)) is None
    padded = frame_of(np.ones((4, 4)), padding_mask=np.ones((4, 4), np.bool_))
    assert region_window(padded, PixelRegion(1, 1, 3, 3)) is None
    assert region_window(frame_of(np.ones((4, 4))), PixelRegion(4, 0, 9, 2)) is None
    assert region_window(frame_of(np.ones((4, 4, 3))), PixelRegion(0, 0, 4, 4)) is None


@pytest.mark.parametrize("sides", [(0, 0, 0, 1), (0, 3, 1, 3), (-1, 0, 1, 1), (2, 0, 1, 1)])
def test_a_region_without_pixels_is_none(sides: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="Received: PixelRegion"):
        PixelRegion(*sides)
