"""DICOM overlays on the screen: bits through the same transform as the image, never blurred."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QImage, QPainter, QTransform

from tumorview.domain.overlays import OverlayKind
from tumorview.ui.theme import color

_OPACITY = {OverlayKind.GRAPHICS: 1.0, OverlayKind.REGION: 0.4}
"""A region covers what it is about, so the image has to be seen through it."""

_WHOLE_PIXEL = 0.999
"""Screen pixels a side; a hair below one is one that was rounded."""


@dataclass(frozen=True, slots=True)
class OverlayPicture:
    """One overlay plane, ready to be drawn (PS3.3 C.9.2).

    Attributes
    ----------
    levels
        1-bit images, set where the overlay is. Each is half as large as the one before and set
        where any of its four pixels is: a line of one pixel must not fall between the pixels of a
        screen that shows the image smaller than it is.
    left, top
        Image column and row, counted from 0, that the overlay begins at; may be outside.
    """

    levels: tuple[QImage, ...]
    left: int
    top: int
    kind: OverlayKind
    label: str = ""

    def level_for(self, pixel_side: float) -> tuple[QImage, int]:
        """(image, overlay pixels a side of its pixels) for so many screen pixels a side."""
        last = len(self.levels) - 1
        chosen = next((k for k in range(last) if pixel_side * 2**k >= _WHOLE_PIXEL), last)
        return self.levels[chosen], 2**chosen


def draw_overlays(
    painter: QPainter, overlays: Iterable[OverlayPicture], to_view: QTransform, pixel_side: float
) -> None:
    """Draw `overlays` over an image that is drawn through `to_view`.

    `pixel_side` is screen pixels along the shorter side of an image pixel. What lies beside the
    image is drawn there.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    for one in overlays:
        image, step = one.level_for(pixel_side)
        inked = QImage(image)
        ink = color("overlay_plane", _OPACITY[one.kind])
        inked.setColorTable([0, ink.rgba()])
        place = QTransform(to_view)
        place.translate(one.left, one.top)
        place.scale(step, step)
        painter.setTransform(place)
        painter.drawImage(0, 0, inked)
    painter.restore()
