"""The viewport: draws the picture and turns the mouse into wishes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from tumorview.domain.frames import VoiWindow
from tumorview.ui.heatmap.marks import draw_heat_marks
from tumorview.ui.language import tr
from tumorview.ui.messages import RegionWindow
from tumorview.ui.series_model import series_title
from tumorview.ui.theme import color
from tumorview.ui.viewport import marks
from tumorview.ui.viewport.camera import Camera, Placement
from tumorview.ui.viewport.canvas import Canvas
from tumorview.ui.viewport.corner_text import TextLevel
from tumorview.ui.viewport.lens import Lens, draw_lens
from tumorview.ui.viewport.picture import Picture
from tumorview.ui.viewport.readout import Look, marks_of
from tumorview.ui.viewport.rectangle import draw_rectangle, region_between
from tumorview.ui.viewport.scene import OverlaySource
from tumorview.ui.viewport.view_control import ViewControl
from tumorview.ui.viewport.window_drag import ACCELERATION, dragged_window

_WHEEL_NOTCH = 120
_ZOOM_NOTCH = 1.15
_ZOOM_DRAG_PIXELS = 200.0
_CLICK_SLOP = 4
_REGION_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass(slots=True)
class _Drag:
    button: Qt.MouseButton
    origin: QPointF
    last: QPointF
    window: VoiWindow | None
    is_region: bool = False
    moved: bool = False


class Viewport(QWidget):
    """One image, its text and marks; `control` is how it is looked at.

    What others draw over the image (measurements) they add to `layers`, which lie below magnifier
    and text, and what files shall show of it, for any image of the series, to `file_overlays`.

    Signals
    -------
    window_wished(object)
        A `VoiWindow` from a left drag, or a `RegionWindow` from a rectangle.
    scrolled(int)
        Slices to move by.
    full_screen_wished()
        A double click.
    menu_wished(object)
        Global QPoint of a right click.
    pointed(object, object)
        Where the mouse is (QPointF, None while it is elsewhere), and the magnifier's `Lens`.
    """

    window_wished = Signal(object)
    scrolled = Signal(int)
    full_screen_wished = Signal()
    menu_wished = Signal(object)
    pointed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Image"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(QSize(240, 240))
        self.invert_window_drag = False
        self.control = ViewControl(self)
        self.control.changed.connect(self.update)
        self._picture: Picture | None = None
        self._message = ""
        self._level = TextLevel.FULL
        self._hide_identity = False
        self._drag: _Drag | None = None
        self._pointer: QPointF | None = None
        self._pointer_is_here = False
        self._wheel = 0
        self._lens = Lens()
        self._lens_on = False
        self._cine_rate: float | None = None
        self._overlays_on = True
        self._is_key_image = False
        self._canvas = Canvas()
        self.layers: list[Callable[[QPainter, Placement], object]] = []
        self.file_overlays: list[OverlaySource] = []

    @property
    def picture(self) -> Picture | None:
        """What is on screen."""
        return self._picture

    @property
    def camera(self) -> Camera:
        """Zoom, position and orientation."""
        return self.control.camera

    def placement(self) -> Placement | None:
        """Where the image lies in the viewport, or None without one."""
        return self.control.placement()

    @property
    def text_level(self) -> TextLevel:
        """How much text is shown; never identity while it is hidden."""
        if self._hide_identity and self._level is TextLevel.FULL:
            return TextLevel.NO_IDENTITY
        return self._level

    @property
    def hides_identity(self) -> bool:
        """True while nothing may tell who the patient is, whatever the text level."""
        return self._hide_identity

    def show_picture(self, picture: Picture) -> None:
        """Put a picture on screen; zoom and position stay."""
        self._picture = picture
        self.control.set_picture(picture)
        self._message = ""
        self._describe()
        self.update()

    def show_message(self, message: str) -> None:
        """Take the picture off and say why."""
        self._picture = None
        self.control.set_picture(None)
        self._canvas.clear()
        self._message = message
        self.setAccessibleDescription(message)
        self.update()

    def set_lens(self, on: bool) -> None:
        """Show what lies under the pointer enlarged; the wheel then changes by how much."""
        self._lens_on = on
        if on and self._pointer is None and self.underMouse():
            self._point(QPointF(self.mapFromGlobal(QCursor.pos())))
        self.setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor)
        self._wheel = 0
        self.update()

    def follow_pointer(self, place: QPointF | None, lens: Lens) -> None:
        """Show value and magnifier as if the mouse were at `place`; it is in another viewport."""
        self._pointer, self._lens = place, lens
        self._pointer_is_here = False
        self.update()

    def set_cine_rate(self, rate: float | None) -> None:
        """Say how many pictures a second are played; None says nothing."""
        self._cine_rate = rate
        self.update()

    @property
    def overlays_on(self) -> bool:
        """True while DICOM overlays are drawn."""
        return self._overlays_on

    def set_overlays(self, on: bool) -> None:
        """Draw the overlays of the file over the image, or leave them out."""
        self._overlays_on = on
        self.update()

    def set_key_image(self, is_key: bool) -> None:
        """Say that the image on screen is marked."""
        if is_key != self._is_key_image:  # asked at every slice, and drawing takes its time
            self._is_key_image = is_key
            self._describe()
            self.update()

    @property
    def lens(self) -> Lens | None:
        """The magnifier in use."""
        return self._lens if self._lens_on else None

    def cycle_text(self) -> None:
        """All text, no identity, no text."""
        following = self._level.next()
        if self._hide_identity and following is TextLevel.FULL:
            following = TextLevel.NO_IDENTITY
        self._level = following
        self._describe()
        self.update()

    def use_text(self, level: TextLevel) -> None:
        """Show as much text as another viewport does."""
        if level is not self._level:
            self._level = level
            self._describe()
            self.update()

    def set_hide_identity(self, hide: bool) -> None:
        """Keep who the patient is off the screen, whatever the text level."""
        self._hide_identity = hide
        self._describe()
        self.update()

    def marks(self) -> marks.Marks | None:
        """What lies over the image now, or None without an image."""
        picture = self._picture
        if picture is None:
            return None
        placement, pointer, lens = self.placement(), self._pointer, self.lens
        assert placement is not None
        zoom_line = self.control.zoom_line()
        return marks_of(
            picture,
            Look(
                placement=placement,
                level=self.text_level,
                pointer=None if pointer is None else (pointer.x(), pointer.y()),
                height=float(self.height()),
                zoom_line=zoom_line if lens is None else f"{zoom_line}  {lens.text()}",
                cine_rate=self._cine_rate,
                overlays=self._overlays_on,
                hide_identity=self._hide_identity,
                is_key_image=self._is_key_image,
            ),
        )

    def _describe(self) -> None:
        # For screen readers: what the corner text says, without whose it is.
        picture = self._picture
        if picture is not None:
            hidden = self.text_level is not TextLevel.FULL
            about = tr(
                "{modality} {description}, image {number} of {count}",
                modality=picture.series.modality,
                description=series_title(picture.series, hidden=hidden),
                number=picture.index + 1,
                count=len(picture.series.frames),
            )
            self.setAccessibleDescription(
                tr("{image}, key image", image=about) if self._is_key_image else about
            )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw."""
        painter = QPainter(self)
        picture, placement = self._picture, self.placement()
        if picture is None or placement is None:
            painter.fillRect(self.rect(), color("canvas"))
            if self._message:
                painter.setPen(color("overlay_faint"))
                room = QRectF(self.rect()).adjusted(64, 64, -64, -64)
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(room, int(flags), self._message)
            return
        ratio = self.devicePixelRatioF()
        overlays = picture.overlays if self._overlays_on else ()
        drawn = self._canvas.paint(picture.image, placement, self.size(), ratio, overlays)
        painter.drawPixmap(0, 0, drawn)
        if picture.heat is not None:
            draw_heat_marks(painter, picture.heat, placement, QRectF(self.rect()))
        for paint in self.layers:
            paint(painter, placement)
        if self.lens is not None and self._pointer is not None:
            look = picture.image, placement, self._pointer, self.lens
            draw_lens(painter, *look, overlays=overlays)
        if self._drag is not None and self._drag.is_region and self._drag.moved:
            draw_rectangle(painter, self._drag.origin, self._drag.last)
        over = self.marks()
        assert over is not None
        marks.draw(painter, QRectF(self.rect()), over)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a button went down."""
        if self._picture is None or self._drag is not None:
            return
        here, window = event.position(), self._picture.window
        is_region = (
            event.button() is Qt.MouseButton.LeftButton
            and event.modifiers() & _REGION_KEYS == _REGION_KEYS
            and window is not None
        )
        self._drag = _Drag(event.button(), here, here, window, is_region)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: the pointer moved."""
        here = event.position()
        self._point(here)
        if self._drag is not None and self._picture is not None:
            self._follow(self._drag, here, event.modifiers())

    def _follow(self, drag: _Drag, here: QPointF, keys: Qt.KeyboardModifier) -> None:
        total, step = here - drag.origin, here - drag.last
        if not drag.moved and total.manhattanLength() < _CLICK_SLOP:
            return
        drag.moved = True
        drag.last = here
        if drag.is_region:
            return
        if drag.button is Qt.MouseButton.LeftButton and drag.window is not None:
            fast = bool(keys & Qt.KeyboardModifier.ControlModifier)
            self.window_wished.emit(
                dragged_window(
                    drag.window,
                    total.x(),
                    total.y(),
                    speed=ACCELERATION if fast else 1.0,
                    invert_vertical=self.invert_window_drag,
                )
            )
        elif drag.button is Qt.MouseButton.MiddleButton:
            self.control.move(step)
        elif drag.button is Qt.MouseButton.RightButton:
            self.control.zoom(2.0 ** (-step.y() / _ZOOM_DRAG_PIXELS), drag.origin)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a button went up."""
        drag = self._drag
        if drag is None or event.button() is not drag.button:
            return
        self._drag = None
        if drag.is_region and drag.moved:
            self._wish_region(drag.origin, event.position(), drag.window)
        elif drag.button is Qt.MouseButton.RightButton and not drag.moved:
            self.menu_wished.emit(event.globalPosition().toPoint())

    def _wish_region(self, first: QPointF, second: QPointF, window: VoiWindow | None) -> None:
        self.update()
        picture, placement = self._picture, self.placement()
        if picture is None or placement is None or window is None:
            return
        region = region_between(placement, picture.shape, first, second)
        if region is not None:
            self.window_wished.emit(RegionWindow(picture.frame, region, window))

    def event(self, event: QEvent) -> bool:
        """Qt: Esc gives up a rectangle before it resets the view."""
        if (
            event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._drag is not None
            and self._drag.is_region
        ):
            if event.type() is QEvent.Type.KeyPress:
                self._drag = None
                self.update()
            event.accept()
            return True
        return super().event(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: a double click."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.full_screen_wished.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: the menu key."""
        # The mouse's menu opens on release, since a right drag zooms; this one is the key's.
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_wished.emit(event.globalPos())

    def _point(self, place: QPointF | None) -> None:
        self._pointer = place
        self._pointer_is_here = place is not None
        self.update()
        self.pointed.emit(place, self._lens)

    def leaveEvent(self, _event: QEvent) -> None:
        """Qt: the pointer went."""
        if self._pointer_is_here:
            self._point(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: the wheel turned."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.control.zoom(_ZOOM_NOTCH ** (turned / _WHEEL_NOTCH), event.position())
        else:
            # Touch pads send many small turns; only whole notches count.
            if (turned > 0) != (self._wheel > 0):
                self._wheel = 0
            self._wheel += turned
            notches = int(self._wheel / _WHEEL_NOTCH)
            self._wheel -= notches * _WHEEL_NOTCH
            if notches and self._lens_on:
                self._lens = self._lens.stepped(notches)
                self._point(self._pointer)
            elif notches:
                self.scrolled.emit(-notches)
        event.accept()
