"""Both themes: what can be read on what, what stays black, and changing at once."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication

from tumorview.paths import resources_dir
from tumorview.services.settings import Settings
from tumorview.ui import theme
from tumorview.ui.appearance import theme_for
from tumorview.ui.icons import icon
from tumorview.ui.main_window import MainWindow
from tumorview.ui.theme import ThemeName, Tokens, tokens_of

READABLE = 4.5
"""WCAG 2.2, 1.4.3: contrast of text below 18 pt with what it stands on."""

VISIBLE = 3.0
"""WCAG 2.2, 1.4.11: contrast of what has to be seen to use a control."""

INKS = ("text", "text_muted", "text_faint", "warning", "danger", "success")
TEXT_PAIRS = (
    *((ink, ground) for ink in INKS for ground in ("window", "surface", "surface_raised")),
    *(("text", ground) for ground in ("surface_hover", "surface_pressed", "accent_soft")),
    *((ink, ground) for ink in INKS[:3] for ground in ("warning_soft", "danger_soft")),
    *(("text_muted", ground) for ground in ("surface_hover", "accent_soft")),
    *(("danger", ground) for ground in ("surface_hover", "surface_pressed")),
    *(("warning", ground) for ground in ("accent_soft", "surface_hover")),
    *(("accent_text", ground) for ground in ("accent", "accent_hover", "accent_pressed")),
    *(("accent", ground) for ground in ("window", "surface", "surface_raised")),
    ("accent_hover", "accent_soft"),
    ("overlay_text", "canvas"),
    ("overlay_faint", "canvas"),
)
SHAPE_PAIRS = (
    *(("accent", ground) for ground in ("window", "surface", "surface_raised", "canvas")),
    *((ink, "canvas") for ink in ("warning", "danger")),
)


def _luminance(hex_color: str) -> float:
    channels = [int(hex_color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(table: Tokens, first: str, second: str) -> float:
    pair = [_luminance(getattr(table, name)) for name in (first, second)]
    return (max(pair) + 0.05) / (min(pair) + 0.05)


def pairs_of_the_style_sheet() -> Iterator[tuple[str, str]]:
    """(text, background) wherever one rule sets both, for what can be used."""
    sheet = (resources_dir() / "theme" / "style.qss").read_text("utf-8")
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        ink = re.search(r"(?<!-)\bcolor: \$(\w+)", body)
        ground = re.search(r"background: \$(\w+)", body)
        if ink and ground and ":disabled" not in selector:
            yield ink[1], ground[1]


@pytest.fixture(autouse=True)
def _dark_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.use(qapp, ThemeName.DARK)


@pytest.mark.parametrize("name", ThemeName)
def test_every_text_can_be_read_on_what_it_stands_on(name: ThemeName) -> None:
    named = set(pairs_of_the_style_sheet())
    assert ("accent_text", "accent") in named
    pairs = {*TEXT_PAIRS, *named}
    poor = {pair: contrast(tokens_of(name), *pair) for pair in pairs}
    assert not {pair: f"{value:.2f}" for pair, value in poor.items() if value < READABLE}


@pytest.mark.parametrize("name", ThemeName)
def test_every_shape_that_says_something_can_be_seen(name: ThemeName) -> None:
    poor = {pair: contrast(tokens_of(name), *pair) for pair in SHAPE_PAIRS}
    assert not {pair: f"{value:.2f}" for pair, value in poor.items() if value < VISIBLE}


@pytest.mark.parametrize("name", ThemeName)
def test_the_pictures_of_the_style_sheet_have_colours_of_their_theme(name: ThemeName) -> None:
    table = tokens_of(name)
    inks = {
        "check": table.accent_text,
        "chevron_down": table.text_muted,
        "chevron_up": table.text_muted,
    }
    for picture, ink in inks.items():
        text = (resources_dir() / "theme" / name / f"{picture}.svg").read_text("utf-8")
        assert set(re.findall(r"#[0-9a-f]{3,6}", text)) == {ink}, picture


def test_what_lies_on_the_image_is_painted_in_colours_meant_for_black() -> None:
    meant = {
        *(field.name for field in msgspec.structs.fields(Tokens) if "overlay" in field.name),
        *("canvas", "accent", "warning", "danger"),
    }
    for path in (resources_dir().parent / "tumorview" / "ui" / "viewport").glob("*.py"):
        named = set(re.findall(r"\bcolor\(\s*\"(\w+)\"", path.read_text("utf-8")))
        assert named <= meant, (
            f"{path.name} paints on the black image area with {named - meant}, which the light "
            "theme makes dark or glaring; use an overlay_ token, or add one to both themes"
        )


def ink_of(drawn: QPixmap) -> str:
    """The colour of a solid pixel."""
    image = drawn.toImage()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    solid = (image.pixelColor(*at) for at in places if image.pixelColor(*at).alpha() == 255)
    return next(solid).name()


def ground_of(window: MainWindow) -> str:
    return window.toolbar.grab().toImage().pixelColor(1, 1).name()


def test_the_theme_changes_at_once_with_all_icons_and_back(window: MainWindow) -> None:
    dark, light = tokens_of(ThemeName.DARK), tokens_of(ThemeName.LIGHT)
    eye = window.actions_table["hide_identity"].icon()
    size = QSize(18, 18)
    for choice, table in (("light", light), ("dark", dark), ("light", light)):
        window.settings.change(theme=choice)
        assert ground_of(window) == table.surface
        assert ink_of(eye.pixmap(size)) == table.text_muted
        on = eye.pixmap(size, QIcon.Mode.Normal, QIcon.State.On)
        assert ink_of(on) == table.accent_hover
        assert ink_of(eye.pixmap(size, QIcon.Mode.Disabled)) == table.text_disabled
        assert window.empty.grab().toImage().pixelColor(2, 2).name() == table.window


def test_the_image_looks_the_same_in_both_themes(
    window: MainWindow, opened: Callable[[MainWindow, Path], MainWindow], ct_folder: Path
) -> None:
    opened(window, ct_folder)
    dark = window.reading.grab().toImage()
    window.settings.change(theme="light")
    light = window.reading.grab().toImage()
    viewport = window.reading.viewport.geometry()
    assert dark.copy(viewport) == light.copy(viewport)
    # Beside it only the handle and the ticks have a colour; their ground stays as it is.
    for image in (dark, light):
        assert image.pixelColor(image.width() - 1, 1).name() == tokens_of(ThemeName.DARK).canvas


def test_as_the_system_follows_the_desktop_while_the_window_is_open(
    make_window: Callable[[Settings], MainWindow],
) -> None:
    window = make_window(Settings(theme="system"))
    hints = QGuiApplication.styleHints()
    for scheme, name in (
        (Qt.ColorScheme.Light, ThemeName.LIGHT),
        (Qt.ColorScheme.Dark, ThemeName.DARK),
        (Qt.ColorScheme.Light, ThemeName.LIGHT),
    ):
        hints.colorSchemeChanged.emit(scheme)
        assert ground_of(window) == tokens_of(name).surface
    window.settings.change(theme="dark")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert ground_of(window) == tokens_of(ThemeName.DARK).surface


@pytest.mark.parametrize(
    ("chosen", "desktop", "name"),
    [
        ("dark", Qt.ColorScheme.Light, ThemeName.DARK),
        ("light", Qt.ColorScheme.Dark, ThemeName.LIGHT),
        ("system", Qt.ColorScheme.Light, ThemeName.LIGHT),
        ("system", Qt.ColorScheme.Dark, ThemeName.DARK),
        ("system", Qt.ColorScheme.Unknown, ThemeName.DARK),
    ],
)
def test_a_choice_and_a_desktop_make_a_theme(
    chosen: str, desktop: Qt.ColorScheme, name: ThemeName
) -> None:
    assert theme_for(chosen, desktop) is name


def test_a_window_that_is_set_to_light_opens_light(
    make_window: Callable[[Settings], MainWindow],
) -> None:
    assert ground_of(make_window(Settings(theme="light"))) == tokens_of(ThemeName.LIGHT).surface


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_an_icon_is_drawn_for_the_pixels_of_its_screen(qapp: QApplication, ratio: float) -> None:
    drawn = icon("eye_off").pixmap(QSize(18, 18), ratio)
    assert drawn.size() == QSize(round(18 * ratio), round(18 * ratio))
    assert drawn.devicePixelRatio() == ratio
    # Drawn, not enlarged: what is reduced again and enlarged has lost its fine lines.
    small = icon("eye_off").pixmap(QSize(18, 18), 1.0).toImage()
    smooth = Qt.TransformationMode.SmoothTransformation
    aspect = Qt.AspectRatioMode.IgnoreAspectRatio
    enlarged = small.scaled(drawn.size(), aspect, smooth).convertToFormat(
        QImage.Format.Format_ARGB32
    )
    assert (drawn.toImage().convertToFormat(enlarged.format()) == enlarged) == (ratio == 1.0)


_ON_A_FINE_SCREEN = """
import sys
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from tumorview.services.settings import Settings
from tumorview.ui.app import make_application
from tumorview.ui.main_window import MainWindow
from tumorview.ui.theme import hex_color
app = make_application(["t"])
window = MainWindow(Settings(theme=sys.argv[1]))
window.resize(960, 600)
window.show()
app.processEvents()
picture = window.grab()
assert picture.devicePixelRatio() == 2.0, picture.devicePixelRatio()
assert picture.size() == QSize(1920, 1200), picture.size()
button = next(b for b in window.toolbar.findChildren(type(window.toolbar.children()[1]))
              if b.defaultAction() is window.actions_table["open_folder"])
corner = button.mapTo(window, button.rect().topLeft()) * 2
image = picture.toImage().copy(corner.x(), corner.y(), 2 * button.width(), 2 * button.height())
drawn = button.defaultAction().icon().pixmap(QSize(18, 18), 2.0).toImage()
left, top = (image.width() - 36) // 2, (image.height() - 36) // 2
solid = [(x, y) for x in range(36) for y in range(36) if drawn.pixelColor(x, y).alpha() == 255]
clear = [(x, y) for x in range(36) for y in range(36) if drawn.pixelColor(x, y).alpha() == 0]
assert len(solid) > 50
assert all(image.pixelColor(left + x, top + y).name() == hex_color("text_muted") for x, y in solid)
assert all(image.pixelColor(left + x, top + y).name() == hex_color("surface") for x, y in clear)
window.close()
"""


@pytest.mark.parametrize("name", ThemeName)
def test_at_two_pixels_a_point_the_window_is_drawn_pixel_by_pixel(
    checkout: Path, name: ThemeName
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _ON_A_FINE_SCREEN, name],
        cwd=checkout,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
