from __future__ import annotations

import os
from pathlib import Path

import cv2
import numpy as np
import pytest

from tumorview.domain.arrays import UInt8Array
from tumorview.reporting.colormaps import COLOR_MAPS, apply_color_map
from tumorview.reporting.errors import ColorMapError, OutputError
from tumorview.reporting.overlay import blend, write_png


def _picture(rows: int = 40, columns: int = 60) -> UInt8Array:
    return np.random.default_rng(5).integers(0, 256, (rows, columns), dtype=np.uint8)


def _read_rgb(path: Path) -> UInt8Array:
    data = np.frombuffer(path.read_bytes(), np.uint8)
    decoded = cv2.imdecode(data, cv2.IMREAD_COLOR)
    assert decoded is not None
    return np.asarray(cv2.cvtColor(decoded, cv2.COLOR_BGR2RGB), dtype=np.uint8)


@pytest.mark.parametrize("color_map", list(COLOR_MAPS))
def test_cold_places_keep_their_grey_value_exactly(color_map: str) -> None:
    display = _picture()
    heat = np.zeros((40, 60), np.float32)
    heat[10:20, 10:20] = 0.8
    mixed = blend(display, heat, color_map, 1.0)
    cold = heat == 0
    np.testing.assert_array_equal(mixed[cold], np.repeat(display[cold][:, np.newaxis], 3, axis=1))
    assert (mixed[~cold] != np.repeat(display[~cold][:, np.newaxis], 3, axis=1)).any()


def test_the_hottest_place_at_full_opacity_is_the_colour_alone() -> None:
    heat = np.ones((40, 60), np.float32)
    np.testing.assert_array_equal(
        blend(_picture(), heat, "inferno", 1.0), apply_color_map(heat, "inferno")
    )


def test_the_share_of_the_colour_is_heat_times_opacity() -> None:
    display = np.full((1, 1), 200, np.uint8)
    heat = np.full((1, 1), 0.6, np.float32)
    color = apply_color_map(heat, "viridis")[0, 0].astype(np.float64)
    expected = 200 * (1 - 0.6 * 0.5) + color * 0.6 * 0.5
    assert np.abs(blend(display, heat, "viridis", 0.5)[0, 0] - expected).max() <= 0.51


def test_no_opacity_leaves_the_image_alone() -> None:
    display = _picture()
    mixed = blend(display, np.ones((40, 60), np.float32), "magma", 0.0)
    np.testing.assert_array_equal(mixed, np.repeat(display[:, :, np.newaxis], 3, axis=2))


def test_a_colour_image_keeps_its_colours_where_it_is_cold() -> None:
    display = np.random.default_rng(6).integers(0, 256, (8, 9, 3), dtype=np.uint8)
    mixed = blend(display, np.zeros((8, 9), np.float32), "inferno", 1.0)
    np.testing.assert_array_equal(mixed, display)


def test_a_grey_image_and_the_same_in_colour_are_blended_alike() -> None:
    display = _picture()
    heat = np.random.default_rng(7).random((40, 60), dtype=np.float32)
    colored = np.repeat(display[:, :, np.newaxis], 3, axis=2)
    np.testing.assert_array_equal(
        blend(display, heat, "inferno", 0.7), blend(colored, heat, "inferno", 0.7)
    )


def test_the_inputs_are_not_changed() -> None:
    display, heat = _picture(), np.full((40, 60), 0.5, np.float32)
    before = display.copy()
    blend(display, heat, "inferno", 0.5)
    np.testing.assert_array_equal(display, before)
    assert (heat == 0.5).all()


def test_a_heat_that_is_not_a_number_counts_as_cold() -> None:
    display = _picture()
    mixed = blend(display, np.full((40, 60), np.nan, np.float32), "inferno", 1.0)
    np.testing.assert_array_equal(mixed[:, :, 0], display)


def test_what_does_not_fit_together_is_refused() -> None:
    display = _picture()
    with pytest.raises(ValueError, match=r"\(60, 40\)"):
        blend(display, np.zeros((60, 40), np.float32), "inferno", 0.5)
    with pytest.raises(ValueError, match=r"1\.5"):
        blend(display, np.zeros((40, 60), np.float32), "inferno", 1.5)
    with pytest.raises(ColorMapError):
        blend(display, np.zeros((40, 60), np.float32), "jet", 0.5)


@pytest.mark.parametrize("name", ["plain.png", "Schädel 头.png", "no suffix"])
def test_a_picture_comes_back_from_its_file_as_it_was(tmp_path: Path, name: str) -> None:
    pixels = np.random.default_rng(8).integers(0, 256, (12, 20, 3), dtype=np.uint8)
    write_png(tmp_path / name, pixels)
    np.testing.assert_array_equal(_read_rgb(tmp_path / name), pixels)
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_a_grey_picture_is_written_too(tmp_path: Path) -> None:
    display = _picture()
    write_png(tmp_path / "gray.png", display)
    np.testing.assert_array_equal(_read_rgb(tmp_path / "gray.png")[:, :, 1], display)


def test_an_older_picture_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    write_png(path, _picture())
    assert _read_rgb(path).shape == (40, 60, 3)


def test_a_picture_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"a\.png: the picture cannot be written"):
        write_png(tmp_path / "missing" / "a.png", _picture())
    target = tmp_path / "taken.png"
    target.mkdir()
    with pytest.raises(OutputError, match=r"taken\.png"):
        write_png(target, _picture())
    assert [entry.name for entry in tmp_path.iterdir()] == ["taken.png"]


def test_a_full_disk_leaves_the_older_picture_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")

    def no_space(self: Path, target: Path) -> Path:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "replace", no_space)
    with pytest.raises(OutputError, match="No space left"):
        write_png(path, _picture())
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.png"]


def test_heat_below_the_threshold_leaves_the_image_alone_and_at_it_is_drawn() -> None:
    display = np.full((1, 3), 90, np.uint8)
    # 0.4999 and 0.5 share one of 256 colours: the value decides and not its colour.
    heat = np.array([[0.4999, 0.5, np.nan]], np.float32)
    mixed = blend(display, heat, "viridis", 1.0, threshold=0.5)
    assert mixed[0, 0].tolist() == [90, 90, 90]
    assert mixed[0, 1].tolist() == blend(display, heat, "viridis", 1.0)[0, 1].tolist()
    assert mixed[0, 1].tolist() != [90, 90, 90]
    assert mixed[0, 2].tolist() == [90, 90, 90]


@pytest.mark.parametrize("threshold", [-0.1, 1.1])
def test_a_threshold_out_of_range_is_refused(threshold: float) -> None:
    with pytest.raises(ValueError, match="threshold lies in"):
        blend(_picture(), np.zeros((40, 60), np.float32), "viridis", 1.0, threshold)
