"""What the settings dialog shows: one entry for every setting of ``services/settings.py``.

The dialog and the table in the user guide are made from `ENTRIES`. What a setting does, its range
and its default are declared with the setting itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tumorview.reporting.colormaps import COLOR_MAPS
from tumorview.services.settings import SettingSpec, settings_table
from tumorview.ui.language import LANGUAGES


class Page(StrEnum):
    """Pages of the dialog, in order."""

    APPEARANCE = "Appearance"
    READING = "Reading"
    MODEL = "Model"
    FILES = "Files"


@dataclass(frozen=True, slots=True)
class SettingEntry:
    """One setting in the dialog.

    Attributes
    ----------
    name
        Of the field of `Settings`.
    title
        As the dialog calls it.
    page
        Where it stands.
    choice_names
        For a setting with a list of values: each value and what it is called.
    """

    name: str
    title: str
    page: Page
    choice_names: Mapping[str, str] = field(default_factory=dict)


MODEL_SETTING = "model_id"
"""The one whose choices are known only when the model folders have been looked through."""

ENTRIES: tuple[SettingEntry, ...] = (
    SettingEntry(
        "theme",
        "Theme",
        Page.APPEARANCE,
        {"dark": "Dark", "light": "Light", "system": "As the system"},
    ),
    SettingEntry(
        "language",
        "Language",
        Page.APPEARANCE,
        {"system": "As the system", **LANGUAGES},
    ),
    SettingEntry("hide_identity", "Hide identity", Page.READING),
    SettingEntry("invert_window_drag", "Reverse the window drag", Page.READING),
    SettingEntry("analyze_on_open", "Analyse on opening", Page.READING),
    SettingEntry(MODEL_SETTING, "Model", Page.MODEL),
    SettingEntry(
        "engine",
        "Engine",
        Page.MODEL,
        {"auto": "Automatic", "onnx": "ONNX Runtime", "keras": "Keras (TensorFlow)"},
    ),
    SettingEntry(
        "heatmap_color_map",
        "Heatmap colours",
        Page.MODEL,
        {name: color_map.title for name, color_map in COLOR_MAPS.items()},
    ),
    SettingEntry("heatmap_opacity", "Heatmap opacity", Page.MODEL),
    SettingEntry("heatmap_threshold", "Heatmap threshold", Page.MODEL),
    SettingEntry("heatmap_contour", "Heatmap contour", Page.MODEL),
    SettingEntry("heatmap_beside", "Heatmap beside the image", Page.MODEL),
    SettingEntry("review_with_login", "Login name with judgements", Page.MODEL),
    SettingEntry("single_instance", "One window", Page.FILES),
    SettingEntry("image_cache_mib", "Memory for images (MiB)", Page.FILES),
    SettingEntry("file_limits", "File limits", Page.FILES),
)

ELSEWHERE: Mapping[str, str] = {
    "recent_paths": "File, Open recent",
    "shortcuts": "the page Keys",
}
"""Settings that have no entry, and where they are changed instead."""


def entries_with_specs() -> list[tuple[SettingEntry, SettingSpec]]:
    """Every entry with what the setting itself declares, in the order of the dialog."""
    specs = {spec.name: spec for spec in settings_table()}
    check_entries(ENTRIES, ELSEWHERE, specs.values())
    return [(entry, specs[entry.name]) for entry in ENTRIES]


def check_entries(
    entries: Iterable[SettingEntry], elsewhere: Mapping[str, str], specs: Iterable[SettingSpec]
) -> None:
    """Refuse a table that leaves a setting or one of its values out.

    Raises
    ------
    ValueError
        With a sentence that says what to add and where.
    """
    by_name = {spec.name: spec for spec in specs}
    seen: set[str] = set()
    for entry in entries:
        if entry.name in seen:
            raise ValueError(f"Setting {entry.name!r} has two entries in the settings dialog")
        seen.add(entry.name)
        if entry.name not in by_name:
            raise ValueError(f"The settings dialog has an entry for {entry.name!r}, which is none")
        values = set(by_name[entry.name].choices)
        if values != set(entry.choice_names):
            odd = ", ".join(sorted(values ^ set(entry.choice_names)))
            raise ValueError(
                f"The values of setting {entry.name!r} and their names differ in: {odd}. Say in "
                "choice_names of its entry in tumorview/ui/preferences/table.py what each is called"
            )
    for name in by_name.keys() - seen - elsewhere.keys():
        raise ValueError(
            f"Setting {name!r} is not in the settings dialog: add a SettingEntry with its title "
            "and page to ENTRIES in tumorview/ui/preferences/table.py, or say in ELSEWHERE where "
            "it is changed"
        )
