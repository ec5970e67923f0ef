"""The application's own icons: one family of SVG strokes, coloured by the theme.

Every file in ``resources/icons`` is drawn on a 24 x 24 grid with strokes of ``currentColor``. An
icon is drawn when it is painted, in the colour that its token has then and for the pixel ratio of
the screen that it is on: nothing has to be exchanged when the theme or the screen changes.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from tumorview.paths import resources_dir
from tumorview.ui.theme import hex_color


def icon_names() -> frozenset[str]:
    """Names that `icon` knows."""
    return frozenset(p.stem for p in (resources_dir() / "icons").glob("*.svg"))


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (resources_dir() / "icons" / f"{name}.svg").read_text("utf-8")


def pixmap(name: str, ink: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Draw icon `name` in the colour `ink`, `size` px square on a screen of that pixel ratio."""
    drawn = QPixmap(_drawn(name, hex_color(ink), round(size * ratio)))
    drawn.setDevicePixelRatio(ratio)
    return drawn


@lru_cache(maxsize=1024)
def _drawn(name: str, hex_ink: str, side: int) -> QPixmap:
    """`name` in a colour ``#rrggbb``, `side` pixels of the screen square."""
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", hex_ink).encode()))
    drawn = QPixmap(QSize(side, side))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return drawn


class _ThemedEngine(QIconEngine):
    """Draws an icon as the theme wants it now: faint when disabled and accented when checked."""

    def __init__(self, name: str, ink: str) -> None:
        super().__init__()
        self._name = name
        self._ink = ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Qt: draw into `rect`, whose lengths are those of the painter."""
        ratio = painter.device().devicePixelRatio()
        side = min(rect.width(), rect.height())
        drawn = QPixmap(_drawn(self._name, self._hex_ink(mode, state), round(side * ratio)))
        drawn.setDevicePixelRatio(ratio)
        corner = rect.center() - QPoint((side - 1) // 2, (side - 1) // 2)
        painter.drawPixmap(corner, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Qt: a picture of `size` pixels of the screen."""
        side = min(size.width(), size.height())
        return QPixmap(_drawn(self._name, self._hex_ink(mode, state), side))

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """Qt: a picture of `size`, on a screen with `scale` times as many pixels."""
        drawn = self.pixmap(size * scale, mode, state)
        drawn.setDevicePixelRatio(scale)
        return drawn

    def clone(self) -> QIconEngine:
        """Qt: another of the same."""
        copy = _ThemedEngine(self._name, self._ink)
        _CLONES.append(copy)
        return copy

    def _hex_ink(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode is QIcon.Mode.Disabled:
            return hex_color("text_disabled")
        return hex_color("accent_hover" if state is QIcon.State.On else self._ink)


_CLONES: list[_ThemedEngine] = []
"""Qt keeps no reference that Python counts; the icons themselves live as long as the process."""


@lru_cache(maxsize=256)
def icon(name: str, ink: str = "text_muted") -> QIcon:
    """A QIcon in the colour `ink`, faint when disabled and accented when checked."""
    _source(name)  # a name without a file is an error here and not while something is painted
    return QIcon(_ThemedEngine(name, ink))


class IconMark(QWidget):
    """An icon that stands beside a text and says nothing of its own."""

    def __init__(self, name: str, ink: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon(name, ink)
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw."""
        self._icon.paint(QPainter(self), self.rect())


def app_icon() -> QIcon:
    """The application's own picture."""
    return QIcon(str(resources_dir() / "icons" / "tumorview.svg"))
