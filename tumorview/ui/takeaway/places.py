"""How large a picture of an image's own size is, and how large its text."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QSize

from tumorview.domain.study import FrameInfo
from tumorview.reporting.errors import OutputError
from tumorview.ui.viewport.camera import Camera, ImageShape, Placement, row_stretch

LARGEST_SIDE = 32_000
"""Pixels; an image whose spacings are nonsense could ask for any number."""

_SIDE_OF_PLAIN_TEXT = 512.0
_SMALLEST_TEXT, _LARGEST_TEXT = 0.75, 8.0


def own_place(shape: ImageShape, camera: Camera, enlarge: float = 1.0) -> tuple[Placement, QSize]:
    """Where the whole image lies in a picture of its own size, and that size.

    The shorter side of an image pixel is `enlarge` pixels of the picture, the other one longer
    where pixels are not square, so that proportions are right.

    Raises
    ------
    OutputError
        The picture would be larger than `LARGEST_SIDE`.
    """
    zoom = enlarge / min(1.0, shape.row_stretch)
    upright = Camera(zoom=zoom, orientation=camera.orientation)
    loose = upright.place(shape, (0.0, 0.0))
    if not max(loose.width, loose.height) <= LARGEST_SIDE:
        raise OutputError(
            "the picture would be too large, because the pixels of the image are so oblong",
            received=f"{loose.width:.0f} x {loose.height:.0f}",
            remedy="Choose the size of the screen.",
        )
    size = QSize(max(1, round(loose.width)), max(1, round(loose.height)))
    return upright.place(shape, (float(size.width()), float(size.height()))), size


def text_ratio(size: QSize) -> float:
    """Pixels of a picture of `size` per pixel of the text's design: large ones get large text."""
    side = min(size.width(), size.height())
    quarters = math.floor(4.0 * side / _SIDE_OF_PLAIN_TEXT) / 4.0
    return min(max(quarters, _SMALLEST_TEXT), _LARGEST_TEXT)


def scaled(placement: Placement, ratio: float) -> Placement:
    """The placement in units of `ratio` pixels."""
    return replace(
        placement,
        left=placement.left / ratio,
        top=placement.top / ratio,
        width=placement.width / ratio,
        height=placement.height / ratio,
        scale_x=placement.scale_x / ratio,
        scale_y=placement.scale_y / ratio,
    )


def shape_of(info: FrameInfo) -> ImageShape:
    """What the header says of an image's shape."""
    spacing, aspect = info.geometry.pixel_spacing_mm, info.geometry.pixel_aspect_ratio
    return ImageShape(info.rows, info.columns, row_stretch(spacing, aspect))
