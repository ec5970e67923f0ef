from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tumorview import paths
from tumorview.domain.arrays import Float32Array, UInt8Array
from tumorview.reporting import colormaps
from tumorview.reporting.colormaps import (
    COLOR_MAPS,
    DEFAULT_COLOR_MAP,
    apply_color_map,
    color_table,
)
from tumorview.reporting.errors import ColorMapError


@pytest.fixture
def own_resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the tables that a test may spoil."""
    shutil.copy(paths.resources_dir() / "colormaps.json", tmp_path)
    monkeypatch.setattr(paths, "resources_dir", lambda: tmp_path)
    yield tmp_path / "colormaps.json"
    colormaps._load_tables.cache_clear()


def _lightness(table: UInt8Array) -> Float32Array:
    """CIE L* of sRGB colours, uint8[n, 3] -> float[n]."""
    encoded = table.astype(np.float64) / 255.0
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    luminance = linear @ np.array([0.2126, 0.7152, 0.0722])
    cube = np.where(luminance > 0.008856, np.cbrt(luminance), luminance * 7.787 + 16 / 116)
    return np.asarray(116.0 * cube - 16.0, dtype=np.float32)


@pytest.mark.parametrize("name", list(COLOR_MAPS))
def test_every_colour_map_grows_lighter_with_the_value(name: str) -> None:
    # What lets a colour-blind reader, and a grey print, keep the order.
    lightness = _lightness(color_table(name))
    assert lightness[-1] - lightness[0] > 60
    assert np.diff(lightness).min() > -0.5
    assert (lightness[8:] > lightness[:-8]).all()


def test_the_default_is_one_of_the_maps_and_titles_are_told_apart() -> None:
    assert DEFAULT_COLOR_MAP in COLOR_MAPS
    assert len({one.title for one in COLOR_MAPS.values()}) == len(COLOR_MAPS)
    assert all(name == one.name for name, one in COLOR_MAPS.items())


def test_the_ends_of_the_range_take_the_ends_of_the_map() -> None:
    values = np.array([[0.0, 1.0], [-3.0, 7.0]], np.float32)
    colors = apply_color_map(values, "gray")
    np.testing.assert_array_equal(colors[:, 0], [[0, 0, 0], [0, 0, 0]])
    np.testing.assert_array_equal(colors[:, 1], [[255, 255, 255], [255, 255, 255]])
    assert colors.dtype == np.uint8


def test_a_value_takes_the_nearest_of_the_256_colours() -> None:
    values = np.asarray((np.arange(256) + 0.49) / 255, dtype=np.float32)
    np.testing.assert_array_equal(apply_color_map(values, "gray")[:, 0], np.arange(256))


def test_a_value_that_is_not_a_number_is_cold() -> None:
    values = np.array([np.nan, np.inf, -np.inf], np.float32)
    np.testing.assert_array_equal(apply_color_map(values, "gray")[:, 0], [0, 255, 0])


def test_the_tables_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        color_table("viridis")[0, 0] = 1


def test_an_unknown_colour_map_is_answered_with_those_there_are() -> None:
    with pytest.raises(ColorMapError, match=r"received: 'jet'.*inferno, magma, viridis"):
        apply_color_map(np.zeros((2, 2), np.float32), "jet")


def test_a_missing_file_of_tables_is_one_sentence(own_resources: Path) -> None:
    own_resources.unlink()
    with pytest.raises(ColorMapError, match=r"colormaps\.json: .* cannot be read"):
        color_table("viridis")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"colours": 3}, "colours"),
        ({"schema_version": 2}, "schema_version|2"),
        ({"tables": {"viridis": "00ff"}}, "pattern|regex"),
        ({"tables": {"viridis": "00" * 768}}, "declared maps.*viridis"),
    ],
    ids=["unknown key", "version", "short table", "missing map"],
)
def test_a_spoilt_file_of_tables_is_refused(
    own_resources: Path, change: dict[str, object], words: str
) -> None:
    content = {**json.loads(own_resources.read_bytes()), **change}
    own_resources.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ColorMapError, match=words):
        color_table("viridis")


def test_the_script_makes_the_tables_that_are_shipped(tmp_path: Path, checkout: Path) -> None:
    script = shutil.copy(checkout / "resources" / "make_colormaps.py", tmp_path)
    subprocess.run([sys.executable, script], check=True, timeout=60)
    made = (tmp_path / "colormaps.json").read_bytes()
    assert made == (checkout / "resources" / "colormaps.json").read_bytes()
