"""The table of window presets."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tumorview.domain.frames import WindowOrigin
from tumorview.imaging.presets import (
    PresetTableError,
    default_preset,
    parse_presets,
    presets_for,
    window_presets,
)

ROW = {
    "id": "a",
    "name": "A",
    "modality": "CT",
    "width": 80,
    "center": 40,
    "source": "a textbook",
}


def table(*rows: dict[str, Any]) -> bytes:
    return json.dumps(rows).encode()


def test_the_shipped_presets_are_the_ones_radiologists_use() -> None:
    shipped = {(preset.width, preset.center) for preset in presets_for("CT")}
    assert shipped == {
        (80, 40), (120, 40), (200, 80), (40, 40), (8, 32), (2800, 600), (380, 40),
    }  # fmt: skip


def test_every_preset_names_its_source() -> None:
    assert all(len(preset.source) > 10 for preset in window_presets())


def test_a_ct_opens_with_the_brain_window() -> None:
    window = default_preset("CT")
    assert window is not None
    assert (window.width, window.center, window.origin) == (80, 40, WindowOrigin.PRESET)
    assert window.explanation == "Brain"


def test_mr_has_no_fixed_numbers() -> None:
    assert presets_for("MR") == ()
    assert default_preset("MR") is None


@pytest.mark.parametrize(
    "change",
    [{"colour": "red"}, {"width": 0}, {"width": "wide"}, {"id": "Has Space"}, {"source": ""}],
)
def test_a_row_that_breaks_the_specification_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(PresetTableError):
        parse_presets(table({**ROW, **change}))


def test_an_id_may_be_used_once() -> None:
    with pytest.raises(PresetTableError, match="twice"):
        parse_presets(table(ROW, ROW))


def test_a_modality_has_one_default() -> None:
    rows = ({**ROW, "default": True}, {**ROW, "id": "b", "default": True})
    with pytest.raises(PresetTableError, match="two defaults"):
        parse_presets(table(*rows))


def test_a_table_without_a_key_says_which() -> None:
    row = {key: value for key, value in ROW.items() if key != "center"}
    with pytest.raises(PresetTableError, match="center"):
        parse_presets(table(row))
