"""The application's own icons: one family of SVG strokes, coloured by the theme.

Every file in ``resources/icons`` is drawn on a 24 x 24 grid with strokes of ``currentColor``.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tumorview.paths import resources_dir
from tumorview.ui.theme import hex_color

_SIZES = (16, 20)
_RATIOS = (1, 2)


def icon_names() -> frozenset[str]:
    """Names that `icon` knows."""
    return frozenset(p.stem for p in (resources_dir() / "icons").glob("*.svg"))


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (resources_dir() / "icons" / f"{name}.svg").read_text("utf-8")


def pixmap(name: str, ink: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Draw icon `name` in the colour `ink`, `size` px square on a screen of that pixel ratio."""
    drawing = _source(name).replace("currentColor", hex_color(ink))
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    side = round(size * ratio)
    drawn = QPixmap(QSize(side, side))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@lru_cache(maxsize=256)
def icon(name: str, ink: str = "text_muted") -> QIcon:
    """A QIcon in the colour `ink`, faint when disabled and accented when checked."""
    made = QIcon()
    for size in _SIZES:
        for ratio in _RATIOS:
            made.addPixmap(pixmap(name, ink, size, ratio))
            made.addPixmap(pixmap(name, "text_disabled", size, ratio), QIcon.Mode.Disabled)
            made.addPixmap(
                pixmap(name, "accent_hover", size, ratio), QIcon.Mode.Normal, QIcon.State.On
            )
    return made


def app_icon() -> QIcon:
    """The application's own picture."""
    return QIcon(str(resources_dir() / "icons" / "tumorview.svg"))
