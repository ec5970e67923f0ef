"""An image with everything that lies over it, on whatever paints: the screen or a file.

The viewport and every export draw by these functions, so that a file shows what the screen shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter

from tumorview.domain.frames import ModalityFrame
from tumorview.domain.source import SourceRef
from tumorview.ui.heatmap.marks import HeatMarks, draw_heat_marks
from tumorview.ui.theme import color
from tumorview.ui.viewport import marks
from tumorview.ui.viewport.camera import Placement
from tumorview.ui.viewport.canvas import draw_image, transform_of
from tumorview.ui.viewport.overlay_layer import OverlayPicture, draw_overlays

OverlayPainter = Callable[[QPainter, Placement], None]
"""Draws over one image; `Placement.to_view` says where a pixel lies."""

FileOverlay = Callable[[ModalityFrame], OverlayPainter]
"""What is to be drawn over an image, once its pixels are there.

Exports call it on a worker thread: it reads nothing but the frame and what was fixed when it was
made.
"""

OverlaySource = Callable[[SourceRef], FileOverlay | None]
"""Asked on the GUI thread what is to be drawn over an image; None for nothing."""

_PIXEL_FOR_PIXEL = 1e9


def overlays_of(sources: Iterable[OverlaySource], image: SourceRef) -> tuple[FileOverlay, ...]:
    """What all `sources` want to draw over `image`, the last on top."""
    found = (source(image) for source in sources)
    return tuple(one for one in found if one is not None)


def draw_over(
    painter: QPainter,
    area: QRectF,
    placement: Placement,
    overlays: Sequence[OverlayPainter],
    over: marks.Marks,
) -> None:
    """Draw overlays, then text and marks, over an image that lies at `placement` in `area`."""
    for paint in overlays:
        painter.save()
        paint(painter, placement)
        painter.restore()
    marks.draw(painter, area, over)


def paint_scene(
    image: QImage,
    placement: Placement,
    *,
    size: QSize,
    ratio: float,
    planes: Sequence[OverlayPicture] = (),
    heat: HeatMarks | None = None,
    overlays: Sequence[OverlayPainter],
    over: marks.Marks,
) -> QImage:
    """A picture of the viewport that holds `image`. Safe on any thread.

    Parameters
    ----------
    placement
        Where the image lies, in viewport pixels.
    size
        Of the picture, in its own pixels.
    ratio
        Pixels of the picture per viewport pixel.
    planes
        DICOM overlays of the image.
    heat
        Scale and contour of the heatmap that is in `image`.

    Returns
    -------
    QImage
        RGB32; null where there is no memory for one so large.
    """
    picture = QImage(size, QImage.Format.Format_RGB32)
    if picture.isNull():
        return picture
    picture.setDevicePixelRatio(ratio)
    picture.fill(color("canvas"))
    painter = QPainter(picture)
    side = placement.pixel_side * ratio
    # One to one nothing is interpolated, so that a file holds the very grey values.
    exact = placement.scale_x == placement.scale_y and abs(side - 1.0) < 1e-9
    draw_image(
        painter,
        image,
        transform_of(placement),
        _PIXEL_FOR_PIXEL if exact else side,
        image.rect(),
    )
    draw_overlays(painter, planes, transform_of(placement), side)
    area = QRectF(0, 0, *(QSizeF(size) / ratio).toTuple())
    if heat is not None:
        draw_heat_marks(painter, heat, placement, area)
    draw_over(painter, area, placement, overlays, over)
    painter.end()
    return picture
