"""The table of window presets in ``resources/window_presets.json``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from tumorview.domain.frames import VoiFunction, VoiWindow, WindowOrigin
from tumorview.imaging.errors import ImagingError
from tumorview.paths import resources_dir

_Text = Annotated[str, msgspec.Meta(min_length=1)]


class PresetTableError(ImagingError):
    """The table of window presets does not match its specification."""

    code = "invalid_presets"


class WindowPreset(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of the table; `width` and `center` in the modality's units (HU for CT).

    `default` marks the preset that a modality opens with; `source` says where the numbers are from.
    """

    id: Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9_]*$")]
    name: _Text
    modality: _Text
    width: Annotated[float, msgspec.Meta(ge=1)]
    center: float
    source: _Text
    function: VoiFunction = VoiFunction.LINEAR
    default: bool = False

    def window(self) -> VoiWindow:
        """The preset as a window."""
        return VoiWindow(self.center, self.width, self.function, self.name, WindowOrigin.PRESET)


def parse_presets(data: bytes, path: Path | None = None) -> tuple[WindowPreset, ...]:
    """Read and check a table of presets.

    Raises
    ------
    PresetTableError
        Unknown or missing keys, a width below 1, an id used twice, or two defaults of a modality.
    """
    try:
        presets = msgspec.json.decode(data, type=tuple[WindowPreset, ...])
    except msgspec.DecodeError as error:
        raise PresetTableError(f"the window presets are not valid: {error}", path=path) from error
    ids = [preset.id for preset in presets]
    for preset_id in ids:
        if ids.count(preset_id) > 1:
            raise PresetTableError("a preset id is used twice", path=path, received=preset_id)
    defaults = [preset.modality for preset in presets if preset.default]
    for modality in defaults:
        if defaults.count(modality) > 1:
            raise PresetTableError("a modality has two defaults", path=path, received=modality)
    return presets


@cache
def window_presets() -> tuple[WindowPreset, ...]:
    """The presets that ship with the application, in the order of the table."""
    path = resources_dir() / "window_presets.json"
    try:
        return parse_presets(path.read_bytes(), path)
    except OSError as error:
        raise PresetTableError("the window presets cannot be read", path=path) from error


def presets_for(modality: str) -> tuple[WindowPreset, ...]:
    """The presets of one modality (Modality (0008,0060)); MR has none, its numbers mean nothing."""
    return tuple(preset for preset in window_presets() if preset.modality == modality)


@cache
def default_preset(modality: str) -> VoiWindow | None:
    """The window that a modality opens with when the file names none, or None."""
    for preset in presets_for(modality):
        if preset.default:
            return preset.window()
    return None
