"""The image through the painter's transform: zoom, position and orientation copy no pixels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPixmap, QTransform

from tumorview.ui.theme import color
from tumorview.ui.viewport.camera import Placement
from tumorview.ui.viewport.overlay_layer import OverlayPicture, draw_overlays

_SHOWN_AS_SQUARES = 8.0
"""Screen pixels a side from which an image pixel is shown as what it is."""


def transform_of(placement: Placement) -> QTransform:
    """From image coordinates, in which pixel k covers k .. k + 1, to the viewport."""
    return QTransform(*placement.matrix())


def draw_image(
    painter: QPainter, image: QImage, to_view: QTransform, pixel_side: float, part: QRect
) -> None:
    """Draw the rectangle `part` of `image` through `to_view`.

    `pixel_side` is screen pixels along the shorter side of an image pixel.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, pixel_side < _SHOWN_AS_SQUARES)
    painter.setTransform(to_view)
    painter.drawImage(part, image, part)
    painter.restore()


class Canvas:
    """The scaled image; kept, because moving the pointer repaints only text."""

    def __init__(self) -> None:
        self._drawn: QPixmap | None = None
        self._drawn_for: tuple[object, ...] = ()

    def clear(self) -> None:
        """Forget it."""
        self._drawn = None

    def paint(
        self,
        image: QImage,
        placement: Placement,
        size: QSize,
        device_ratio: float,
        overlays: Sequence[OverlayPicture] = (),
    ) -> QPixmap:
        """The viewport of `size` with image and overlays in their place, everything else empty."""
        planes = tuple(overlay.levels[0].cacheKey() for overlay in overlays)
        key = (image.cacheKey(), placement, size.toTuple(), device_ratio, planes)
        if self._drawn is None or self._drawn_for != key:
            drawn = QPixmap(size * device_ratio)
            drawn.setDevicePixelRatio(device_ratio)
            drawn.fill(color("canvas"))
            painter = QPainter(drawn)
            side = placement.pixel_side * device_ratio
            draw_image(painter, image, transform_of(placement), side, image.rect())
            draw_overlays(painter, overlays, transform_of(placement), side)
            painter.end()
            self._drawn, self._drawn_for = drawn, key
        return self._drawn
