"""Where the image lies in the viewport: plain arithmetic, no Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from tumorview.ui.viewport.view_orientation import UPRIGHT, ViewOrientation, then

Size = tuple[float, float]
"""(width, height) of the viewport."""

MIN_ZOOM, MAX_ZOOM = 0.05, 64.0
_FIT_MARGIN = 0.98
_KEPT_IN_SIGHT = 32.0
"""Viewport pixels of the image that always stay in the viewport."""


@dataclass(frozen=True, slots=True)
class ImageShape:
    """What the camera must know of an image; `row_stretch` is row spacing / column spacing."""

    rows: int
    columns: int
    row_stretch: float = 1.0


@dataclass(frozen=True, slots=True)
class Placement:
    """The image's rectangle in the viewport, in viewport pixels.

    `left`, `top`, `width`, `height` are the rectangle's as it is seen, `scale_x`, `scale_y`
    viewport pixels per image column and row, whichever way these run on the screen.
    """

    left: float
    top: float
    width: float
    height: float
    scale_x: float
    scale_y: float
    orientation: ViewOrientation = UPRIGHT

    @property
    def pixel_side(self) -> float:
        """Viewport pixels along the shorter side of an image pixel."""
        return min(self.scale_x, self.scale_y)

    @property
    def upright_scale(self) -> float:
        """Viewport pixels per image pixel from the screen's top to its bottom."""
        return self.scale_x if self.orientation.is_sideways else self.scale_y

    def to_image(self, x: float, y: float) -> tuple[float, float]:
        """(column, row) of a viewport point; pixel k covers k .. k + 1."""
        from_center = (x - self.left - self.width / 2, y - self.top - self.height / 2)
        along_columns, along_rows = self.orientation.to_image(from_center)
        seen = (self.width, self.height)
        image_width, image_height = seen[::-1] if self.orientation.is_sideways else seen
        return (
            (along_columns + image_width / 2) / self.scale_x,
            (along_rows + image_height / 2) / self.scale_y,
        )

    def to_view(self, column: float, row: float) -> tuple[float, float]:
        """The viewport point of an image point; undoes `to_image`."""
        xx, xy, yx, yy, dx, dy = self.matrix()
        return xx * column + yx * row + dx, xy * column + yy * row + dy

    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """(a, b, c, d, e, f) of x = a column + c row + e, y = b column + d row + f."""
        a, b = self.orientation.to_view((self.scale_x, 0.0))
        c, d = self.orientation.to_view((0.0, self.scale_y))
        # A column or row that runs to the left or upwards begins at the far edge.
        e = self.left + (self.width if a + c < 0 else 0.0)
        f = self.top + (self.height if b + d < 0 else 0.0)
        return a, b, c, d, e, f


@dataclass(frozen=True, slots=True)
class Camera:
    """Zoom, position and which way round.

    Attributes
    ----------
    zoom
        Viewport pixels per image column; None fits the whole image.
    offset_x, offset_y
        How far the image's centre lies from the viewport's.
    orientation
        Rotation and flip of the view.
    """

    zoom: float | None = None
    offset_x: float = 0.0
    offset_y: float = 0.0
    orientation: ViewOrientation = UPRIGHT

    def place(self, shape: ImageShape, view: Size, device_ratio: float = 1.0) -> Placement:
        """Where the image lies in the viewport.

        `device_ratio` is screen pixels per viewport pixel: at one image pixel to one screen pixel
        the image begins at a whole screen pixel, so that none is blurred.
        """
        scale_x = self.effective_zoom(shape, view)
        scale_y = scale_x * shape.row_stretch
        width, height = _seen(shape, self.orientation, scale_x)
        left = (view[0] - width) / 2 + self.offset_x
        top = (view[1] - height) / 2 + self.offset_y
        if math.isclose(min(scale_x, scale_y) * device_ratio, 1.0, rel_tol=1e-9):
            left = round(left * device_ratio) / device_ratio
            top = round(top * device_ratio) / device_ratio
        return Placement(left, top, width, height, scale_x, scale_y, self.orientation)

    def effective_zoom(self, shape: ImageShape, view: Size) -> float:
        """The zoom in use, also when fitting."""
        if self.zoom is not None:
            return self.zoom
        width, height = _seen(shape, self.orientation, 1.0)
        return max(min(view[0] / width, view[1] / height) * _FIT_MARGIN, 1e-3)

    def fitted(self) -> Camera:
        """The whole image, centred; which way round stays."""
        return Camera(orientation=self.orientation)

    def zoomed(
        self, factor: float, at: tuple[float, float], shape: ImageShape, view: Size
    ) -> Camera:
        """Zoom by `factor` so that the image point under the viewport point `at` stays there."""
        return self.zoomed_to(self.effective_zoom(shape, view) * factor, at, shape, view)

    def zoomed_to(
        self, zoom: float, at: tuple[float, float], shape: ImageShape, view: Size
    ) -> Camera:
        """`zoom` within its limits; the image point under the viewport point `at` stays there."""
        (x, y), (width, height) = at, view
        new = min(max(zoom, MIN_ZOOM), MAX_ZOOM)
        ratio = new / self.effective_zoom(shape, view)
        from_center_x = x - width / 2 - self.offset_x
        from_center_y = y - height / 2 - self.offset_y
        return replace(
            self,
            zoom=new,
            offset_x=self.offset_x + from_center_x * (1 - ratio),
            offset_y=self.offset_y + from_center_y * (1 - ratio),
        )

    def panned(self, dx: float, dy: float, shape: ImageShape, view: Size) -> Camera:
        """Move the image; a part of it always stays in the viewport, so it cannot be lost."""
        moved = replace(
            self,
            zoom=self.effective_zoom(shape, view),
            offset_x=self.offset_x + dx,
            offset_y=self.offset_y + dy,
        )
        return _held(moved, shape, view)

    def turned(self, by: ViewOrientation, shape: ImageShape, view: Size) -> Camera:
        """Rotate or flip what is on screen about the middle of the viewport."""
        offset_x, offset_y = by.to_view((self.offset_x, self.offset_y))
        turned = replace(
            self,
            offset_x=offset_x,
            offset_y=offset_y,
            orientation=then(self.orientation, by),
        )
        return turned if self.zoom is None else _held(turned, shape, view)


def _seen(shape: ImageShape, orientation: ViewOrientation, zoom: float) -> Size:
    """(width, height) of the image as it is seen at `zoom`."""
    width, height = shape.columns * zoom, shape.rows * zoom * shape.row_stretch
    return (height, width) if orientation.is_sideways else (width, height)


def _held(camera: Camera, shape: ImageShape, view: Size) -> Camera:
    """`camera` moved so far that a part of the image lies in the viewport."""
    zoom = camera.effective_zoom(shape, view)
    width, height = _seen(shape, camera.orientation, zoom)
    reach_x = (view[0] + width) / 2 - _KEPT_IN_SIGHT
    reach_y = (view[1] + height) / 2 - _KEPT_IN_SIGHT
    return replace(
        camera,
        offset_x=min(max(camera.offset_x, -reach_x), reach_x),
        offset_y=min(max(camera.offset_y, -reach_y), reach_y),
    )


def row_stretch(
    pixel_spacing_mm: tuple[float, float] | None, pixel_aspect_ratio: tuple[float, float]
) -> float:
    """Height of a pixel over its width: Pixel Spacing when known, else Pixel Aspect Ratio."""
    vertical, horizontal = pixel_spacing_mm or pixel_aspect_ratio
    if not (vertical > 0 and horizontal > 0):
        return 1.0
    return vertical / horizontal
