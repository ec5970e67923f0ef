"""What is on screen and where it is from."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage

from tumorview.domain.frames import ModalityFrame, VoiWindow
from tumorview.domain.study import Series, Study
from tumorview.ui.heatmap.marks import HeatMarks
from tumorview.ui.viewport.camera import ImageShape, row_stretch
from tumorview.ui.viewport.overlay_layer import OverlayPicture


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as the screen shows it, with the frame that it was made from."""

    image: QImage
    frame: ModalityFrame
    window: VoiWindow | None
    study: Study
    series: Series
    index: int
    legend: str = ""
    overlays: tuple[OverlayPicture, ...] = ()
    heat: HeatMarks | None = None

    @property
    def shape(self) -> ImageShape:
        """Rows, columns and the shape of a pixel."""
        rows, columns = self.frame.shape
        geometry = self.frame.geometry
        stretch = row_stretch(geometry.pixel_spacing_mm, geometry.pixel_aspect_ratio)
        return ImageShape(rows, columns, stretch)
