"""Two tables of colours and one style sheet; the only place that knows a colour.

Widgets choose their look by dynamic properties that ``resources/theme/style.qss`` matches:

- ``QLabel``: ``role`` = title, heading, section, muted, faint; ``severity`` = warning, danger,
  success
- ``QFrame``/``QWidget``: ``surface`` = panel, card, canvas, banner (with ``severity``);
  ``line`` = horizontal, vertical
- ``QPushButton``: ``kind`` = primary, danger, quiet; ``QToolButton``: ``kind`` = quiet,
  ``shape`` = icon

Painters take `color` with the name of a token at the moment that they paint: `use` exchanges the
table while the window is open. What lies on an image is painted with the ``overlay_`` tokens, which
are meant for the black ``canvas`` that both themes have.
"""

from __future__ import annotations

import string
import sys
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated, ClassVar

import msgspec
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from tumorview.errors import TumorViewError
from tumorview.paths import resources_dir

GRID = 8
"""Spacing unit in px; margins and gaps are multiples of it or its half."""

_TEXT_FAMILIES = (
    "Inter",
    "Segoe UI Variable Text",
    "Segoe UI",
    "SF Pro Text",
    "Noto Sans",
    "Cantarell",
    "Ubuntu",
    "Roboto",
    "DejaVu Sans",
)


class ThemeName(StrEnum):
    """The themes; each has a table and a folder of that name in ``resources/theme``."""

    DARK = "dark"
    LIGHT = "light"


HexColor = Annotated[str, msgspec.Meta(pattern="^#[0-9a-f]{6}$")]


class ThemeError(TumorViewError):
    """The theme that ships with the application is damaged."""

    code: ClassVar[str] = "theme_invalid"


class Tokens(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every colour of the application, as ``#rrggbb``."""

    canvas: HexColor
    window: HexColor
    surface: HexColor
    surface_raised: HexColor
    surface_hover: HexColor
    surface_pressed: HexColor
    border: HexColor
    border_strong: HexColor
    text: HexColor
    text_muted: HexColor
    text_faint: HexColor
    text_disabled: HexColor
    accent: HexColor
    accent_hover: HexColor
    accent_pressed: HexColor
    accent_text: HexColor
    accent_soft: HexColor
    success: HexColor
    warning: HexColor
    warning_soft: HexColor
    danger: HexColor
    danger_soft: HexColor
    overlay_text: HexColor
    overlay_faint: HexColor
    overlay_mark: HexColor
    overlay_mark_selected: HexColor
    overlay_shadow: HexColor
    overlay_plane: HexColor
    overlay_groove: HexColor


def load_tokens(path: Path) -> Tokens:
    """Read a token table.

    Raises
    ------
    ThemeError
        When a colour is missing, unknown or not ``#rrggbb``.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Tokens)
    except (OSError, msgspec.DecodeError) as error:
        raise ThemeError(
            f"the theme cannot be used: {error}", path=path, remedy="Install TumorView again."
        ) from error


@lru_cache(maxsize=len(ThemeName))
def tokens_of(name: ThemeName) -> Tokens:
    """The colours of one theme."""
    return load_tokens(resources_dir() / "theme" / f"{name}.json")


_in_use = ThemeName.DARK


def in_use() -> ThemeName:
    """The theme that the application has now."""
    return _in_use


def tokens() -> Tokens:
    """The colours in use."""
    return tokens_of(_in_use)


def hex_color(name: str) -> str:
    """A token as ``#rrggbb``; an unknown name is an AttributeError."""
    value: str = getattr(tokens(), name)
    return value


def color(name: str, alpha: float = 1.0) -> QColor:
    """A token as QColor with `alpha` in 0..1."""
    return QColor(_made(_in_use, name, alpha))


@lru_cache(maxsize=256)  # painting asks for dozens at every slice
def _made(theme: ThemeName, name: str, alpha: float) -> QColor:
    chosen = QColor(getattr(tokens_of(theme), name))
    chosen.setAlphaF(alpha)
    return chosen


def style_sheet() -> str:
    """The style sheet with every ``$name`` replaced.

    Raises
    ------
    ThemeError
        When the sheet names a token that does not exist.
    """
    folder = resources_dir()
    path = folder / "theme" / "style.qss"
    values = msgspec.structs.asdict(tokens())
    for icon in ("chevron_down", "chevron_up", "check"):
        values[f"icon_{icon}"] = (folder / "theme" / _in_use / f"{icon}.svg").as_posix()
    try:
        return string.Template(path.read_text("utf-8")).substitute(values)
    except (OSError, KeyError, ValueError) as error:
        raise ThemeError(
            f"the style sheet cannot be used: {error!r}",
            path=path,
            remedy="Install TumorView again.",
        ) from error


def application_font() -> QFont:
    """The first of the preferred families that is installed, with figures of equal width."""
    installed = set(QFontDatabase.families())
    font = QFont()
    family = next((f for f in _TEXT_FAMILIES if f in installed), None)
    if family is not None and sys.platform != "darwin":
        font.setFamily(family)
    # DejaVu runs a tenth wider and taller than the others.
    font.setPixelSize(12 if family == "DejaVu Sans" else 13)
    return tabular(font)


def tabular(font: QFont) -> QFont:
    """A copy of `font` whose figures all have the same width, so that columns of numbers align."""
    copy = QFont(font)
    copy.setFeature(QFont.Tag("tnum"), 1)
    return copy


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property that the style sheet matches, and have it take effect."""
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def apply(app: QApplication) -> None:
    """Give the whole application the theme in use."""
    app.setStyle("Fusion")
    app.setFont(application_font())
    _color(app)


def use(app: QApplication, name: ThemeName) -> None:
    """Change to another theme; every widget is drawn anew."""
    global _in_use  # noqa: PLW0603 - one look for the application, as its style sheet is one
    if name is _in_use:
        return
    # Both are read before anything changes: a damaged table leaves the window as it is.
    tokens_of(name)
    _in_use = name
    _color(app)


def _color(app: QApplication) -> None:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "surface_raised",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "surface_raised",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "danger",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "accent_text",
        QPalette.ColorRole.ToolTipBase: "surface_raised",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "text_faint",
        QPalette.ColorRole.Link: "accent",
    }
    for role, name in roles.items():
        palette.setColor(role, color(name))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, color("text_disabled"))
    app.setPalette(palette)
    app.setStyleSheet(style_sheet())
