from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tumorview.services.settings import (
    MAX_RECENT_PATHS,
    Settings,
    SettingsError,
    load_settings,
    load_settings_or_defaults,
    save_settings,
    settings_path,
    settings_table,
    with_recent_path,
)


def test_a_missing_file_means_the_defaults() -> None:
    assert load_settings() == Settings()


def test_what_was_saved_is_loaded_again() -> None:
    chosen = Settings(model_id="abc", engine="onnx", heatmap_opacity=0.25, hide_identity=True)
    save_settings(chosen)
    assert settings_path().exists()
    assert load_settings() == chosen


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ('{"colour": 1}', "colour"),
        ('{"heatmap_opacity": 1.5}', "heatmap_opacity"),
        ('{"heatmap_opacity": "much"}', "heatmap_opacity"),
        ('{"engine": "torch"}', "engine"),
        ('{"heatmap_color_map": "jet"}', "heatmap_color_map"),
        ('{"engine": ', "truncated"),
        ("\xff", "cannot be used"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_the_way_out(
    tmp_path: Path, content: str, named: str
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content, encoding="latin-1")
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    sentence = caught.value.sentence()
    assert sentence.startswith("settings.json: ")
    assert named in sentence
    assert "default settings" in sentence


def test_a_wrong_file_still_lets_the_application_start_and_says_why(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"unheard_of": true}')
    settings, error = load_settings_or_defaults(path)
    assert settings == Settings()
    assert error is not None
    assert "unheard_of" in str(error)


def test_a_value_out_of_range_is_not_saved_and_the_earlier_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(Settings(heatmap_opacity=0.75), path)
    with pytest.raises(SettingsError, match="heatmap_opacity"):
        save_settings(Settings(heatmap_opacity=7.0), path)
    assert load_settings(path).heatmap_opacity == 0.75
    assert [p.name for p in tmp_path.iterdir()] == ["settings.json"]


def test_a_place_that_cannot_be_written_gives_a_typed_error(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("")
    with pytest.raises(SettingsError, match="cannot be written"):
        save_settings(Settings(), blocker / "settings.json")


def test_recent_paths_come_latest_first_once_and_not_too_many() -> None:
    settings = Settings()
    for number in range(MAX_RECENT_PATHS + 3):
        settings = with_recent_path(settings, Path(f"/study/{number}"))
    settings = with_recent_path(settings, Path("/study/5"))
    assert settings.recent_paths[0] == str(Path("/study/5"))
    assert len(settings.recent_paths) == MAX_RECENT_PATHS == len(set(settings.recent_paths))
    save_settings(settings)


def test_every_setting_is_declared_with_type_default_and_help() -> None:
    table = {spec.name: spec for spec in settings_table()}
    assert set(table) == {field.name for field in msgspec.structs.fields(Settings)}
    assert all(spec.help.endswith(".") for spec in table.values())
    assert table["heatmap_opacity"].type == "number 0.0 to 1.0"
    assert "inferno" in table["heatmap_color_map"].type
    assert table["analyze_on_open"].default is False
