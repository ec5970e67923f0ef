"""What crosses between the window and its worker threads: frozen requests and answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QImage, QPainterPath

from tumorview.domain.frames import ModalityFrame, VoiWindow
from tumorview.domain.prediction import Heatmap
from tumorview.domain.region import PixelRegion
from tumorview.domain.source import SourceRef
from tumorview.errors import TumorViewError
from tumorview.ui.viewport.overlay_layer import OverlayPicture


class WindowMode(Enum):
    """A window that follows from the frame rather than from the user's hand."""

    DEFAULT = "default"
    """The file's own, else the modality's preset, else AUTO."""
    AUTO = "auto"
    """1st to 99th percentile."""


@dataclass(frozen=True, slots=True)
class RegionWindow:
    """A window from the values in a part of `frame`, worked out where pictures are drawn.

    `otherwise` holds where the part has no values.
    """

    frame: ModalityFrame
    region: PixelRegion
    otherwise: VoiWindow


@dataclass(frozen=True, slots=True)
class FileWindow:
    """What each file itself has in `place`, counted from 0: its windows, then its VOI LUTs.

    A file that has fewer is shown as it asks for (`WindowMode.DEFAULT`).
    """

    place: int


WindowChoice = VoiWindow | WindowMode | RegionWindow | FileWindow


@dataclass(frozen=True, slots=True)
class FrameDecoded:
    """A frame is in the cache."""

    source: SourceRef
    frame: ModalityFrame


@dataclass(frozen=True, slots=True)
class FrameUnreadable:
    """A frame cannot be shown."""

    source: SourceRef
    error: TumorViewError


@dataclass(frozen=True, slots=True)
class HeatmapLook:
    """A heatmap and how to draw it.

    `opacity` in 0..1 is that of its hottest place; below `threshold` in 0..1 nothing is drawn, and
    `contour` asks for the line where it is passed, which a threshold of 0 does not have.
    """

    heatmap: Heatmap
    color_map: str
    opacity: float
    threshold: float = 0.0
    contour: bool = False


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """One picture to make."""

    serial: int
    frame: ModalityFrame
    window: WindowChoice
    invert: bool
    heatmap: HeatmapLook | None
    beside: bool = False
    """Two pictures: the plain one, and one with the heatmap, where there is one."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The picture; `window` is the one that was used, None for colour.

    `beside` is the second picture where two were asked for, `contour` the line at the heatmap's
    threshold in image coordinates, in which pixel k covers k .. k + 1.
    """

    request: RenderRequest
    image: QImage
    window: VoiWindow | None
    overlays: tuple[OverlayPicture, ...] = ()
    beside: QImage | None = None
    contour: QPainterPath | None = None


@dataclass(frozen=True, slots=True)
class ThumbnailReady:
    """A small picture of the frame `source`."""

    source: SourceRef
    image: QImage
