"""Where the image lies in the viewport: plain arithmetic, no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

Size = tuple[float, float]
"""(width, height) of the viewport."""

MIN_ZOOM, MAX_ZOOM = 0.05, 64.0
_FIT_MARGIN = 0.98


@dataclass(frozen=True, slots=True)
class Placement:
    """The image's rectangle in the viewport, in viewport pixels.

    `scale_x`, `scale_y` are viewport pixels per image column and row.
    """

    left: float
    top: float
    scale_x: float
    scale_y: float

    def to_image(self, x: float, y: float) -> tuple[float, float]:
        """(column, row) of a viewport point; pixel k covers k .. k + 1."""
        return (x - self.left) / self.scale_x, (y - self.top) / self.scale_y


@dataclass(frozen=True, slots=True)
class ImageShape:
    """What the camera must know of an image; `row_stretch` is row spacing / column spacing."""

    rows: int
    columns: int
    row_stretch: float = 1.0


@dataclass(frozen=True, slots=True)
class Camera:
    """Zoom and position. `zoom` is viewport pixels per image column; None fits the whole image.

    `offset_x`, `offset_y` is how far the image's centre lies from the viewport's.
    """

    zoom: float | None = None
    offset_x: float = 0.0
    offset_y: float = 0.0

    def place(self, shape: ImageShape, view: Size) -> Placement:
        """Where the image lies in the viewport."""
        scale_x = self.effective_zoom(shape, view)
        width, height = view
        scale_y = scale_x * shape.row_stretch
        return Placement(
            left=(width - shape.columns * scale_x) / 2 + self.offset_x,
            top=(height - shape.rows * scale_y) / 2 + self.offset_y,
            scale_x=scale_x,
            scale_y=scale_y,
        )

    def effective_zoom(self, shape: ImageShape, view: Size) -> float:
        """The zoom in use, also when fitting."""
        if self.zoom is not None:
            return self.zoom
        width, height = view
        fit = min(width / shape.columns, height / (shape.rows * shape.row_stretch))
        return max(fit * _FIT_MARGIN, 1e-3)

    def zoomed(
        self, factor: float, at: tuple[float, float], shape: ImageShape, view: Size
    ) -> Camera:
        """Zoom by `factor` so that the image point under the viewport point `at` stays there."""
        (x, y), (width, height) = at, view
        old = self.effective_zoom(shape, view)
        new = min(max(old * factor, MIN_ZOOM), MAX_ZOOM)
        ratio = new / old
        from_center_x = x - width / 2 - self.offset_x
        from_center_y = y - height / 2 - self.offset_y
        return Camera(
            new,
            self.offset_x + from_center_x * (1 - ratio),
            self.offset_y + from_center_y * (1 - ratio),
        )

    def panned(self, dx: float, dy: float, shape: ImageShape, view: Size) -> Camera:
        """Move the image; a part of it always stays in the viewport, so it cannot be lost."""
        width, height = view
        zoom = self.effective_zoom(shape, view)
        reach_x = (width + shape.columns * zoom) / 2 - 32
        reach_y = (height + shape.rows * zoom * shape.row_stretch) / 2 - 32
        return replace(
            self,
            zoom=zoom,
            offset_x=min(max(self.offset_x + dx, -reach_x), reach_x),
            offset_y=min(max(self.offset_y + dy, -reach_y), reach_y),
        )


def row_stretch(
    pixel_spacing_mm: tuple[float, float] | None, pixel_aspect_ratio: tuple[float, float]
) -> float:
    """Height of a pixel over its width: Pixel Spacing when known, else Pixel Aspect Ratio."""
    vertical, horizontal = pixel_spacing_mm or pixel_aspect_ratio
    if not (vertical > 0 and horizontal > 0):
        return 1.0
    return vertical / horizontal
