"""From a shot to a picture, as the screen draws it. For worker threads: reading is heavy."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from tumorview.cancel import CancelToken
from tumorview.domain.frames import ModalityFrame
from tumorview.errors import TumorViewError
from tumorview.reporting.errors import OutputError
from tumorview.ui.error_words import error_sentence
from tumorview.ui.language import tr
from tumorview.ui.messages import RenderRequest
from tumorview.ui.reading_area import heat_marks_of
from tumorview.ui.takeaway.places import own_place, scaled, shape_of, text_ratio
from tumorview.ui.takeaway.wishes import Content, PictureSize, Shot, Sight
from tumorview.ui.theme import color
from tumorview.ui.viewport.picture import Picture
from tumorview.ui.viewport.readout import Look, marks_of
from tumorview.ui.viewport.scene import paint_scene
from tumorview.ui.work import FrameReader, Painter


class Draughtsman:
    """Draws shots of one series one after the other; `close` when there are no more.

    Parameters
    ----------
    enlarge
        Pixels of the picture per image pixel, for pictures of the image's own size.
    cine_rate
        Images a second, said on the pictures of a film.
    """

    def __init__(
        self,
        sight: Sight,
        content: Content,
        *,
        enlarge: float = 1.0,
        cine_rate: float | None = None,
    ) -> None:
        self._sight = sight
        self._content = content
        self._enlarge = enlarge
        self._cine_rate = cine_rate
        self._reader = FrameReader()
        self._painter = Painter()

    def close(self) -> None:
        """End the thread that read images."""
        self._reader.close()

    def draw(self, shot: Shot, token: CancelToken) -> QImage:
        """The picture.

        Raises
        ------
        TumorViewError
            The image cannot be read, or its picture cannot be made.
        Cancelled
            As `FrameReader.read`.
        """
        picture = self._picture(shot, token)
        sight, content = self._sight, self._content
        if content.size is PictureSize.SCREEN:
            size = self.size_of(shot)
            ratio, zoom_line = sight.ratio, sight.zoom_line
            placement = sight.camera.place(picture.shape, sight.view, ratio)
        else:
            placement, size = own_place(picture.shape, sight.camera, self._enlarge)
            ratio, zoom_line = text_ratio(size), ""
            placement = scaled(placement, ratio)
        look = Look(
            placement=placement,
            level=content.text,
            pointer=None,
            height=size.height() / ratio,
            zoom_line=zoom_line,
            cine_rate=self._cine_rate,
            overlays=sight.overlays_on,
        )
        over = marks_of(picture, look)
        if not content.letters:
            over = replace(over, shows_letters=False, ruler=None)
        wanted = shot.overlays if content.overlays else ()
        overlays = tuple(overlay(picture.frame) for overlay in wanted)
        drawn = paint_scene(
            picture.image,
            placement,
            size=size,
            ratio=ratio,
            planes=picture.overlays if sight.overlays_on else (),
            heat=picture.heat,
            overlays=overlays,
            over=over,
        )
        if drawn.isNull():
            raise OutputError(
                "there is not enough memory for the picture",
                received=f"{size.width()} x {size.height()}",
                remedy="Choose the size of the screen.",
            )
        return drawn

    def size_of(self, shot: Shot) -> QSize:
        """How large the picture of a shot will be, without reading it."""
        sight = self._sight
        if self._content.size is PictureSize.SCREEN:
            return QSize(round(sight.view[0] * sight.ratio), round(sight.view[1] * sight.ratio))
        info = sight.series.frames[shot.index]
        return own_place(shape_of(info), sight.camera, self._enlarge)[1]

    def message(self, shot: Shot, error: TumorViewError, size: QSize) -> QImage:
        """In a film, the place of an image that cannot be read: never simply left out."""
        ratio = text_ratio(size)
        drawn = QImage(size, QImage.Format.Format_RGB32)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(color("canvas"))
        painter = QPainter(drawn)
        painter.setFont(QFont())
        painter.setPen(color("overlay_text"))
        whole = QRectF(0, 0, size.width() / ratio, size.height() / ratio)
        margin = min(whole.width(), whole.height()) / 10
        area = whole.adjusted(margin, margin, -margin, -margin)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        # A file's name may hold a patient's.
        text = tr(
            "Image {number} cannot be read: {problem}",
            number=shot.index + 1,
            problem=error_sentence(error, with_path=False),
        )
        if whole.contains(painter.boundingRect(area, int(flags), text)):
            painter.drawText(area, int(flags), text)
        else:  # crossed out, where there is no room for a sentence
            painter.drawLine(area.topLeft(), area.bottomRight())
            painter.drawLine(area.bottomLeft(), area.topRight())
        painter.end()
        return drawn

    def _picture(self, shot: Shot, token: CancelToken) -> Picture:
        """As on screen where it is there with the heatmap that is wanted, else drawn anew."""
        there, sight = shot.picture, self._sight
        heatmap = shot.heatmap if self._content.heatmap else None
        if there is not None and bool(there.legend) == (heatmap is not None):
            return there
        frame: ModalityFrame
        frame = there.frame if there is not None else self._reader.read(shot.source, token)
        drawn = self._painter.render(RenderRequest(0, frame, sight.window, sight.invert, heatmap))
        return Picture(
            image=drawn.image,
            frame=frame,
            window=drawn.window,
            study=sight.study,
            series=sight.series,
            index=shot.index,
            legend=shot.legend if heatmap is not None else "",
            overlays=drawn.overlays,
            heat=heat_marks_of(drawn),
        )
