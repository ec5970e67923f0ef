"""What a user has chosen, kept in one small file.

The class `Settings` is the declared table: each field has its type, its default, its range and a
line of help (`settings_table` lists them). Unknown names and values out of range fail loudly with
the name of the file; the application then starts with the defaults and says so.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import msgspec

from tumorview.imaging.limits import LARGEST_FACTOR
from tumorview.paths import config_dir
from tumorview.reporting.colormaps import COLOR_MAPS, DEFAULT_COLOR_MAP
from tumorview.services.errors import ServiceError
from tumorview.services.private_file import replacing

SETTINGS_NAME = "settings.json"
MAX_RECENT_PATHS = 10

_REMEDY = (
    "TumorView goes on with its default settings. Correct the file, or delete it to have the "
    "defaults written anew."
)


class SettingsError(ServiceError):
    """The settings file cannot be read, says something unknown, or cannot be written."""

    code: ClassVar[str] = "settings_invalid"


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=False):
    """All settings. Change one with `msgspec.structs.replace(settings, name=value)`."""

    model_id: Annotated[
        str | None,
        msgspec.Meta(description="Model that answers; by default the first one found."),
    ] = None
    engine: Annotated[
        Literal["auto", "onnx", "keras"],
        msgspec.Meta(
            description="What runs the model; by default TensorFlow where it has a GPU, else ONNX "
            "Runtime."
        ),
    ] = "auto"
    language: Annotated[
        Literal["system", "en", "de", "es", "fr", "zh"],
        msgspec.Meta(
            description="Language of the window; system follows the desktop. CSV, command line and "
            "logs stay English. Holds from the next start."
        ),
    ] = "system"
    heatmap_color_map: Annotated[
        str,
        msgspec.Meta(
            description="Colour map that heatmaps are drawn with.",
            extra_json_schema={"enum": list(COLOR_MAPS)},
        ),
    ] = DEFAULT_COLOR_MAP
    heatmap_opacity: Annotated[
        float, msgspec.Meta(ge=0.0, le=1.0, description="Opacity of the heatmap's hottest place.")
    ] = 0.5
    analyze_on_open: Annotated[
        bool,
        msgspec.Meta(description="Analyse an image as soon as it is opened; off: read first."),
    ] = False
    invert_window_drag: Annotated[
        bool,
        msgspec.Meta(description="Dragging up raises the window centre in place of lowering it."),
    ] = False
    hide_identity: Annotated[
        bool, msgspec.Meta(description="Hide who the patient is on screen, in titles and exports.")
    ] = False
    file_limits: Annotated[
        int,
        msgspec.Meta(
            ge=1,
            le=LARGEST_FACTOR,
            description="Let a file ask for so many times as much memory, frames and elements as "
            "usual; for files that you trust. Holds from the next start.",
        ),
    ] = 1
    recent_paths: Annotated[
        tuple[str, ...],
        msgspec.Meta(
            max_length=MAX_RECENT_PATHS,
            description="Files and folders opened lately, latest first.",
        ),
    ] = ()
    image_cache_mib: Annotated[
        int,
        msgspec.Meta(
            ge=16,
            le=1 << 20,
            description="MiB of memory for images that are read already, and ahead while one "
            "scrolls; an image of 512 x 512 takes 1.",
        ),
    ] = 512
    heatmap_threshold: Annotated[
        float, msgspec.Meta(ge=0.0, le=1.0, description="Below it no heatmap is drawn.")
    ] = 0.0
    heatmap_contour: Annotated[
        bool, msgspec.Meta(description="Draw a line where the heatmap passes its threshold.")
    ] = False
    heatmap_beside: Annotated[
        bool, msgspec.Meta(description="Show the heatmap beside the plain image, not on it.")
    ] = False
    review_with_login: Annotated[
        bool, msgspec.Meta(description="Keep the login name with accepted and rejected results.")
    ] = False
    theme: Annotated[
        Literal["dark", "light", "system"],
        msgspec.Meta(
            description="Colours of the window; system follows the desktop. Images stay on black."
        ),
    ] = "dark"
    shortcuts: Annotated[
        dict[str, tuple[str, ...]],
        msgspec.Meta(
            description="Own keys of actions, by the action's id; an empty list takes its key away."
        ),
    ] = msgspec.field(default_factory=dict)
    single_instance: Annotated[
        bool,
        msgspec.Meta(
            description="Open files that are double-clicked in the window that is already there; "
            "off: in a window of their own."
        ),
    ] = True


@dataclass(frozen=True, slots=True)
class SettingSpec:
    """One line of the declared table."""

    name: str
    type: str
    default: object
    help: str
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None


def settings_table() -> tuple[SettingSpec, ...]:
    """Name, type with range, default and help of every setting, in the file's order.

    Raises
    ------
    ValueError
        When a setting has no sentence, which every one must have.
    """
    schema = msgspec.json.schema(Settings)["$defs"]["Settings"]["properties"]
    defaults = Settings()
    return tuple(
        _spec(field.name, getattr(defaults, field.name), schema[field.name])
        for field in msgspec.structs.fields(Settings)
    )


def _spec(name: str, default: object, schema: dict[str, Any]) -> SettingSpec:
    sentence = schema.get("description", "")
    if not sentence.endswith("."):
        raise ValueError(
            f"Setting {name!r} has no sentence that says what it does: add "
            'msgspec.Meta(description="...") to it in tumorview/services/settings.py'
        )
    return SettingSpec(
        name=name,
        type=_type_text(schema),
        default=default,
        help=sentence,
        choices=tuple(str(choice) for choice in schema.get("enum", ())),
        minimum=schema.get("minimum"),
        maximum=schema.get("maximum"),
    )


def _type_text(schema: dict[str, object]) -> str:
    if "enum" in schema:
        choices = schema["enum"]
        assert isinstance(choices, list)
        return " | ".join(str(choice) for choice in choices)
    kind = schema.get("type")
    if kind is None:
        options = schema.get("anyOf", [])
        assert isinstance(options, list)
        return " | ".join(str(option["type"]) for option in options)
    if "maximum" in schema:
        return f"{kind} {schema['minimum']} to {schema['maximum']}"
    if "maxItems" in schema:
        return f"{kind} of at most {schema['maxItems']}"
    return str(kind)


def settings_path() -> Path:
    """The file; need not exist."""
    return config_dir() / SETTINGS_NAME


def load_settings(path: Path | None = None) -> Settings:
    """Read the settings; a file that is not there means the defaults.

    Raises
    ------
    SettingsError
        When the file cannot be read, is no JSON, or has an unknown name or a value out of range.
    """
    place = settings_path() if path is None else path
    try:
        raw = place.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError(
            f"the settings cannot be read: {error.strerror or error}", path=place, remedy=_REMEDY
        ) from error
    try:
        return _checked(raw)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"the settings cannot be used: {error}", path=place, remedy=_REMEDY
        ) from error


def _checked(raw: bytes) -> Settings:
    settings = msgspec.json.decode(raw, type=Settings)
    if settings.heatmap_color_map not in COLOR_MAPS:
        raise msgspec.ValidationError(
            f"Expected one of {', '.join(COLOR_MAPS)} - at `$.heatmap_color_map`"
        )
    return settings


def check_settings(settings: Settings) -> None:
    """Refuse what the file could not hold; constructing `Settings` checks nothing.

    Raises
    ------
    SettingsError
        With the name of the setting and what was expected of it.
    """
    try:
        _checked(msgspec.json.encode(settings))
    except msgspec.ValidationError as error:
        raise SettingsError(
            f"this cannot be set: {error}", remedy="Choose another value."
        ) from error


def load_settings_or_defaults(path: Path | None = None) -> tuple[Settings, SettingsError | None]:
    """The settings, or the defaults with the reason that the user has to be told."""
    try:
        return load_settings(path), None
    except SettingsError as error:
        return Settings(), error


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Write the settings, whole or not at all.

    Raises
    ------
    SettingsError
        When a value is out of range or the file cannot be written; the earlier file is unharmed.
    """
    place = settings_path() if path is None else path
    raw = msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n"
    try:
        # Decoding checks the ranges, which constructing a Struct does not.
        _checked(raw)
    except msgspec.ValidationError as error:
        raise SettingsError(f"the settings cannot be kept: {error}", path=place) from error
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with replacing(place, ".settings-") as stream:
            stream.write(raw)
    except OSError as error:
        raise SettingsError(
            f"the settings cannot be written: {error.strerror or error}",
            path=place,
            remedy="This choice holds until TumorView is closed.",
        ) from error


def with_recent_path(settings: Settings, path: Path) -> Settings:
    """`settings` with `path` first among the recent ones, each once, at most `MAX_RECENT_PATHS`."""
    text = os.fsencode(path).decode("utf-8", "replace")
    others = tuple(p for p in settings.recent_paths if p != text)
    return msgspec.structs.replace(settings, recent_paths=(text, *others)[:MAX_RECENT_PATHS])
