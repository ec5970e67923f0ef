"""How the picture is looked at: the camera with the shape and the screen that it needs."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtWidgets import QWidget

from tumorview.ui.viewport.camera import Camera, Placement, Size
from tumorview.ui.viewport.picture import Picture
from tumorview.ui.viewport.view_orientation import ViewOrientation
from tumorview.ui.viewport.zooms import (
    RealSize,
    density_of,
    one_to_one,
    real_size,
    zoom_text,
)


class ViewControl(QObject):
    """Zoom, position, rotation and flip of what `viewport` shows.

    Everything but `fit` and `reset` does nothing while there is no picture.

    Signals
    -------
    changed()
        The picture has to be drawn again.
    """

    changed = Signal()

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._picture: Picture | None = None
        self._camera = Camera()
        self.density_of = density_of

    @property
    def camera(self) -> Camera:
        """Zoom, position and orientation."""
        return self._camera

    def set_picture(self, picture: Picture | None) -> None:
        """Look at `picture` as at the one before."""
        self._picture = picture

    def placement(self) -> Placement | None:
        """Where the image lies in the viewport, or None without one."""
        picture = self._picture
        if picture is None:
            return None
        return self._camera.place(picture.shape, self._size(), self._ratio())

    def use(self, camera: Camera) -> None:
        """Look as another viewport does."""
        self._use(camera)

    def fit(self) -> None:
        """The whole image, centred; rotation and flip stay."""
        self._use(self._camera.fitted())

    def reset(self) -> None:
        """The whole image, centred and upright."""
        self._use(Camera())

    def turn(self, by: ViewOrientation) -> None:
        """Rotate or flip what is on screen; holds until `reset`."""
        if self._picture is not None:
            self._use(self._camera.turned(by, self._picture.shape, self._size()))

    def zoom(self, factor: float, at: QPointF) -> None:
        """Zoom by `factor`; what lies at `at` stays there."""
        if self._picture is not None:
            place = (at.x(), at.y())
            self._use(self._camera.zoomed(factor, place, self._picture.shape, self._size()))

    def move(self, step: QPointF) -> None:
        """Move the image by viewport pixels."""
        if self._picture is not None:
            shape = self._picture.shape
            self._use(self._camera.panned(step.x(), step.y(), shape, self._size()))

    def zoom_one_to_one(self) -> None:
        """One image pixel to one pixel of the screen, about the middle of the viewport."""
        if self._picture is not None:
            self._zoom_to(one_to_one(self._picture.shape, self._ratio()))

    def zoom_real_size(self) -> None:
        """A millimetre to a millimetre; nothing where `real_size` names a problem."""
        zoom = self.real_size().zoom
        if zoom is not None:
            self._zoom_to(zoom)

    def real_size(self) -> RealSize:
        """The zoom at which the image is as large as the patient, on the screen of the window."""
        picture = self._picture
        if picture is None:
            return real_size(None, None)
        geometry, density = picture.frame.geometry, self.density_of(self._viewport.screen())
        return real_size(geometry.pixel_spacing_mm, density, geometry.spacing_basis)

    def zoom_line(self) -> str:
        """What the corner says of the zoom."""
        placement = self.placement()
        if placement is None:
            return ""
        return zoom_text(self._camera, placement, self._ratio(), self.real_size())

    def _zoom_to(self, zoom: float) -> None:
        if self._picture is not None:
            size = self._size()
            middle = (size[0] / 2, size[1] / 2)
            self._use(self._camera.zoomed_to(zoom, middle, self._picture.shape, size))

    def _use(self, camera: Camera) -> None:
        self._camera = camera
        self.changed.emit()

    def _size(self) -> Size:
        return float(self._viewport.width()), float(self._viewport.height())

    def _ratio(self) -> float:
        return self._viewport.devicePixelRatioF()
