"""The declared tables of the window: actions, colours, icons."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from tests import key_table
from tumorview.paths import resources_dir
from tumorview.ui import theme
from tumorview.ui.actions.sheet import MOUSE_SHEET
from tumorview.ui.actions.spec import ActionSpec, MenuName, check_table
from tumorview.ui.actions.table import ACTIONS, ActionTable
from tumorview.ui.dialogs import ShortcutSheet
from tumorview.ui.icons import icon, icon_names
from tumorview.ui.qimage import to_qimage


def spec(**changes: object) -> ActionSpec:
    values: dict[str, object] = {"id": "a", "text": "A", "menu": MenuName.FILE}
    return ActionSpec(**(values | changes))  # type: ignore[arg-type]


def test_the_table_of_actions_is_sound(qapp: object) -> None:
    check_table(ACTIONS)
    table = ActionTable(QObject())
    assert len(table.all()) == len(ACTIONS)


@pytest.mark.parametrize(
    ("specs", "words"),
    [
        ((spec(), spec()), "one id"),
        ((spec(keys=("Ctrl+O",)), spec(id="b", keys=("ctrl+o",))), "share a key"),
        ((spec(keys=("7",)),), "share a key"),
        ((spec(keys=("Ctrl+Nonsense",)),), "a key that is none"),
        ((spec(icon="no_such_icon"),), "no icon of ours"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(
    qapp: object, specs: tuple[ActionSpec, ...], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        check_table(specs)


def test_the_sheet_and_the_user_guide_name_every_key_and_gesture(qapp: object) -> None:
    text = key_table.DOCUMENT.read_text(encoding="utf-8")
    assert key_table.with_table(text) == text, "made by python -m tests.key_table"
    parent = QWidget()
    sheet = ShortcutSheet(parent).table
    cells = [sheet.item(row, 1) for row in range(sheet.rowCount())]
    said = [cell.text() for cell in cells if cell is not None]
    for spec_ in ACTIONS:
        assert (spec_.text.rstrip("…") in said) == bool(spec_.keys), spec_.id
    for _, meaning in MOUSE_SHEET:
        assert meaning in said


def test_every_icon_is_of_one_family_and_can_be_drawn(qapp: object) -> None:
    for name in icon_names() - {"tumorview"}:
        text = (resources_dir() / "icons" / f"{name}.svg").read_text("utf-8")
        assert 'viewBox="0 0 24 24"' in text, name
        assert "currentColor" in text, name
        assert not re.search(r"#[0-9a-fA-F]{3,6}", text), name
        assert QSvgRenderer(text.encode()).isValid(), name
        assert not icon(name).isNull()


@pytest.mark.parametrize(
    "change", [{"accent": "blue"}, {"extra": "#ffffff"}, {"accent": None}], ids=str
)
def test_a_damaged_colour_table_is_refused_with_its_path(
    tmp_path: Path, change: dict[str, str | None]
) -> None:
    colors = json.loads((resources_dir() / "theme" / "dark.json").read_text("utf-8"))
    colors = {k: v for k, v in (colors | change).items() if v is not None}
    path = tmp_path / "dark.json"
    path.write_text(json.dumps(colors))
    with pytest.raises(theme.ThemeError, match=r"dark\.json"):
        theme.load_tokens(path)


def test_the_style_sheet_names_only_colours_of_the_table() -> None:
    raw = (resources_dir() / "theme" / "style.qss").read_text("utf-8")
    assert not re.search(r"#[0-9a-fA-F]{3,6}\b", raw)
    assert "$" not in theme.style_sheet()


def test_only_the_theme_knows_a_colour() -> None:
    for path in (resources_dir().parent / "tumorview" / "ui").rglob("*.py"):
        assert not re.search(r"[\"']#[0-9a-fA-F]{3,8}[\"']", path.read_text("utf-8")), path.name


def test_an_image_keeps_its_pixels_and_owns_its_memory() -> None:
    pixels = np.arange(6, dtype=np.uint8).reshape(2, 3)
    image = to_qimage(pixels)
    pixels[:] = 99
    assert (image.width(), image.height()) == (3, 2)
    assert [image.pixelColor(x, 1).red() for x in range(3)] == [3, 4, 5]


def test_colour_keeps_its_order_also_from_a_strided_view() -> None:
    pixels = np.zeros((4, 6, 3), np.uint8)
    pixels[..., 0], pixels[..., 2] = 10, 30
    image = to_qimage(pixels[::2, ::2])
    color = image.pixelColor(1, 1)
    assert (color.red(), color.green(), color.blue()) == (10, 0, 30)


@pytest.mark.parametrize("shape", [(4,), (4, 4, 4), (4, 4, 1)])
def test_an_array_that_is_no_picture_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="Received: uint8"):
        to_qimage(np.zeros(shape, np.uint8))
