"""A round magnifier under the pointer: the same picture, drawn again and larger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen, QTransform

from tumorview.ui.language import tr
from tumorview.ui.theme import color
from tumorview.ui.viewport.camera import Placement
from tumorview.ui.viewport.canvas import draw_image, transform_of
from tumorview.ui.viewport.overlay_layer import OverlayPicture, draw_overlays

RADIUS = 120.0
"""Of the lens, in viewport pixels."""

LEAST, MOST = 1.5, 6.0
_STEP = 0.5
_RIM = 2.0


@dataclass(frozen=True, slots=True)
class Lens:
    """`factor` is how many times larger the lens shows what lies under it."""

    factor: float = 2.5

    def stepped(self, notches: int) -> Lens:
        """Stronger by `notches` of the wheel, within its limits."""
        return replace(self, factor=min(max(self.factor + notches * _STEP, LEAST), MOST))

    def text(self) -> str:
        """What the corner says of it."""
        return tr("Lens {factor:g}\N{MULTIPLICATION SIGN}", factor=self.factor)


def lens_transform(placement: Placement, at: QPointF, factor: float) -> QTransform:
    """From image coordinates to the viewport as the lens shows them: what lies at `at` stays."""
    enlarged = QTransform.fromTranslate(at.x(), at.y())
    enlarged.scale(factor, factor)
    enlarged.translate(-at.x(), -at.y())
    return transform_of(placement) * enlarged


def draw_lens(
    painter: QPainter,
    image: QImage,
    placement: Placement,
    at: QPointF,
    lens: Lens,
    *,
    overlays: Sequence[OverlayPicture] = (),
) -> None:
    """Draw the lens over the viewport with its middle at `at`.

    Only the pixels below the lens are read, whatever the size of the image.
    """
    circle = QPainterPath()
    circle.addEllipse(at, RADIUS, RADIUS)
    to_view = lens_transform(placement, at, lens.factor)
    back, _ = to_view.inverted()
    below = back.mapRect(circle.boundingRect()).toAlignedRect().adjusted(-1, -1, 1, 1)
    part = below.intersected(image.rect())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(circle)
    painter.fillRect(circle.boundingRect(), color("canvas"))
    side = placement.pixel_side * lens.factor * painter.device().devicePixelRatioF()
    if not part.isEmpty():
        draw_image(painter, image, to_view, side, part)
    draw_overlays(painter, overlays, to_view, side)
    painter.setClipping(False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, ink in ((_RIM + 2, color("overlay_shadow", 0.85)), (_RIM, color("overlay_text"))):
        painter.setPen(QPen(ink, width))
        painter.drawEllipse(at, RADIUS, RADIUS)
    painter.restore()
