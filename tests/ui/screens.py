"""Pictures made without a file, and what is on the screen as an array."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from tumorview.domain.frames import ImageGeometry, ModalityFrame, VoiFunction, VoiWindow
from tumorview.domain.overlays import FrameOverlays
from tumorview.domain.reading import ReadingNotice
from tumorview.domain.source import SourceRef
from tumorview.domain.study import FrameInfo, PatientInfo, Series, SliceOrder, Study
from tumorview.ui.messages import RenderRequest
from tumorview.ui.theme import color
from tumorview.ui.viewport.picture import Picture
from tumorview.ui.work import Painter

SOURCE = SourceRef(Path("phantom.dcm"))


def picture_with(
    image: npt.NDArray[Any],
    overlays: FrameOverlays,
    *,
    spacing: tuple[float, float] = (1.0, 1.0),
    notices: tuple[ReadingNotice, ...] = (),
) -> Picture:
    """What the viewport is given of a frame of greys 0..255 with these overlays."""
    geometry = ImageGeometry(pixel_spacing_mm=spacing, orientation=(1, 0, 0, 0, 1, 0))
    frame = ModalityFrame(
        SOURCE,
        image.astype(np.float32),
        "",
        "MONOCHROME2",
        "MR",
        geometry,
        notices=notices,
        overlays=overlays,
    )
    window = VoiWindow(127.5, 255.0, VoiFunction.LINEAR_EXACT)
    drawn = Painter().render(RenderRequest(1, frame, window, False, None))
    rows, columns = image.shape
    info = FrameInfo(SOURCE, rows, columns, geometry)
    series = Series(None, "MR", "phantom", 1, (info,), SliceOrder.POSITION)
    study = Study(None, "", "", PatientInfo(name="Doe^Jane"), (series,))
    return Picture(drawn.image, frame, drawn.window, study, series, 0, overlays=drawn.overlays)


def pixels_of(image: QImage) -> npt.NDArray[np.int16]:
    """int16[height, width, 3]."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    raw = np.frombuffer(bytes(rgb.constBits()), np.uint8)
    rows = raw.reshape(rgb.height(), rgb.bytesPerLine())[:, : rgb.width() * 3]
    return rows.reshape(rgb.height(), rgb.width(), 3).astype(np.int16)


def rgb(name: str) -> npt.NDArray[np.int16]:
    """int16[3]: a colour of the theme."""
    ink = color(name)
    return np.array([ink.red(), ink.green(), ink.blue()], np.int16)
