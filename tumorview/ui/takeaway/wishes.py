"""What crosses to the threads that make files, and what comes back: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtGui import QImage

from tumorview.domain.burned_in import BurnedIn
from tumorview.domain.export_formats import MovieFormat, PictureFormat
from tumorview.domain.source import SourceRef
from tumorview.domain.study import Series, Study
from tumorview.errors import TumorViewError
from tumorview.reporting.report_page import ReportFacts
from tumorview.ui.messages import HeatmapLook, WindowChoice
from tumorview.ui.viewport.camera import Camera
from tumorview.ui.viewport.corner_text import TextLevel
from tumorview.ui.viewport.picture import Picture
from tumorview.ui.viewport.scene import FileOverlay


class PictureSize(Enum):
    """What part of the image, in what size."""

    OWN = "own"
    """The whole image, one pixel of the picture for one of the image."""
    SCREEN = "screen"
    """The viewport with its zoom, pixel by pixel."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is drawn: size, and what lies over the image."""

    size: PictureSize = PictureSize.OWN
    text: TextLevel = TextLevel.NONE
    letters: bool = True
    overlays: bool = True
    heatmap: bool = True


@dataclass(frozen=True, slots=True)
class Shot:
    """One image of a series.

    Attributes
    ----------
    heatmap, legend
        The heatmap as the screen shows it, and the line that names it.
    overlays
        What others draw over the image, the last on top.
    picture
        The image as it is on screen, where it is; others are read and drawn anew.
    """

    index: int
    source: SourceRef
    heatmap: HeatmapLook | None = None
    legend: str = ""
    overlays: tuple[FileOverlay, ...] = ()
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """How the images of a series are looked at, the same for all of them.

    Attributes
    ----------
    view
        (width, height) of the viewport in its pixels.
    ratio
        Screen pixels per viewport pixel.
    zoom_line
        What the corner says of the zoom.
    overlays_on
        DICOM overlays are drawn.
    """

    study: Study
    series: Series
    window: WindowChoice
    invert: bool
    camera: Camera
    view: tuple[float, float]
    ratio: float
    zoom_line: str
    overlays_on: bool = True


@dataclass(frozen=True, slots=True)
class PicturesWish:
    """One file a shot; `targets` are as many as `shots`."""

    sight: Sight
    shots: tuple[Shot, ...]
    content: Content
    targets: tuple[Path, ...]
    form: PictureFormat
    replace: bool = False


@dataclass(frozen=True, slots=True)
class MovieWish:
    """A film of all shots, at `rate` images a second."""

    sight: Sight
    shots: tuple[Shot, ...]
    content: Content
    target: Path
    form: MovieFormat
    rate: float
    replace: bool = False


@dataclass(frozen=True, slots=True)
class ReportWish:
    """A PDF of one image and its answer; `page` is the name of a paper size (A4, Letter)."""

    sight: Sight
    shot: Shot
    content: Content
    facts: ReportFacts
    page: str
    target: Path
    replace: bool = False


FileWish = PicturesWish | MovieWish | ReportWish


@dataclass(frozen=True, slots=True)
class Progress:
    """So many images of all are done."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An image that could not be read, and so is not in what was written."""

    index: int
    error: TumorViewError


@dataclass(frozen=True, slots=True)
class TargetsExist:
    """Nothing was written, because files of these names are there and nobody said to replace."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What was written; `images` counts those that are in the files."""

    files: tuple[Path, ...]
    images: int
    unreadable: tuple[Unreadable, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture for the dialog, the clipboard or the printer."""

    image: QImage


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What has to be known before anything is written."""

    burned_in: BurnedIn
    movie_formats: tuple[MovieFormat, ...]
