"""Colour maps of the heatmap: a declared table, looked up without matplotlib."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

import msgspec
import numpy as np

from tumorview import paths
from tumorview.domain.arrays import Float32Array, UInt8Array, read_only
from tumorview.reporting.errors import ColorMapError

ENTRIES = 256
_TABLES = "colormaps.json"


@dataclass(frozen=True, slots=True)
class ColorMap:
    """A colour map: `name` for settings and the command line, `title` for people."""

    name: str
    title: str


_DECLARED = (
    ColorMap("inferno", "Inferno (black, red, yellow)"),
    ColorMap("magma", "Magma (black, purple, cream)"),
    ColorMap("viridis", "Viridis (blue, green, yellow)"),
    ColorMap("cividis", "Cividis (blue, grey, yellow)"),
    ColorMap("gray", "Grey"),
)

COLOR_MAPS: Mapping[str, ColorMap] = MappingProxyType({one.name: one for one in _DECLARED})
"""Every colour map by name, in the order of menus. All rise evenly in lightness, so that they
hold for colour-blind readers and in a grey print."""

DEFAULT_COLOR_MAP = "inferno"


class _Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of colormaps.json: 256 RGB triples a map in hexadecimal, lowest value first."""

    schema_version: Literal[1]
    tables: dict[str, Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{1536}$")]]


def color_table(name: str) -> UInt8Array:
    """The look-up table of a map: uint8[256, 3] RGB, read-only.

    Raises ColorMapError for an unknown name, or when the file of tables is missing or broken.
    """
    if name not in COLOR_MAPS:
        raise ColorMapError(
            "there is no such colour map",
            received=name,
            remedy=f"Choose one of: {', '.join(COLOR_MAPS)}.",
        )
    return _load_tables(paths.resources_dir() / _TABLES)[name]


def apply_color_map(values: Float32Array, name: str) -> UInt8Array:
    """Colours of float32[...] values in [0, 1] as uint8[..., 3] RGB.

    Values beyond the range take the end colours; NaN takes the lowest.
    """
    return np.asarray(color_table(name)[color_index(values)])


def color_index(values: Float32Array) -> UInt8Array:
    """Rows of the look-up table, uint8[...], for values in [0, 1]: 0 -> 0, 1 -> 255, rounded."""
    scaled = np.nan_to_num(values, nan=0.0, posinf=1.0, neginf=0.0) * np.float32(ENTRIES - 1)
    return np.asarray(np.clip(np.rint(scaled), 0, ENTRIES - 1), dtype=np.uint8)


@functools.cache
def _load_tables(path: Path) -> Mapping[str, UInt8Array]:
    remedy = "Install TumorView again."
    try:
        content = msgspec.json.decode(path.read_bytes(), type=_Tables)
    except OSError as error:
        raise ColorMapError(
            "the file of colour tables cannot be read", path=path, remedy=remedy
        ) from error
    except msgspec.DecodeError as error:
        raise ColorMapError(
            f"the file of colour tables cannot be used: {error}", path=path, remedy=remedy
        ) from error
    if set(content.tables) != set(COLOR_MAPS):
        raise ColorMapError(
            "the file of colour tables does not hold the declared maps",
            path=path,
            received=sorted(content.tables),
            remedy=remedy,
        )
    return {
        name: read_only(np.frombuffer(bytes.fromhex(digits), np.uint8).reshape(ENTRIES, 3))
        for name, digits in content.tables.items()
    }
