"""What an export offers to choose from: kinds of files, their formats, sizes and rates."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from tumorview.domain.export_formats import MovieFormat, PictureFormat
from tumorview.errors import TumorViewError
from tumorview.ui.language import local, tr, tr_noop
from tumorview.ui.pacing import RATES, playable
from tumorview.ui.takeaway.places import own_place, shape_of
from tumorview.ui.takeaway.snapshot import Snapshot
from tumorview.ui.takeaway.wishes import PictureSize


class ExportKind(Enum):
    """What becomes a file."""

    IMAGE = "image"
    SERIES = "series"
    MOVIE = "movie"
    REPORT = "report"


KINDS = {
    ExportKind.IMAGE: (tr_noop("Image"), "image", tr_noop("The image on screen")),
    ExportKind.SERIES: (
        tr_noop("Series"),
        "stack",
        tr_noop("Every image of the series, a file each"),
    ),
    ExportKind.MOVIE: (tr_noop("Film"), "film", tr_noop("The series as a film")),
    ExportKind.REPORT: (
        tr_noop("Report"),
        "report",
        tr_noop("Image and model's answer on a page, as PDF"),
    ),
}
"""Title, icon and tool tip of each."""

_PICTURE_FORMATS = {
    PictureFormat.PNG: tr_noop("PNG, lossless"),
    PictureFormat.TIFF: tr_noop("TIFF, lossless"),
    PictureFormat.JPEG: tr_noop("JPEG, smaller, with loss"),
}
_MOVIE_FORMATS = {
    MovieFormat.MP4: tr_noop("MP4 (MPEG-4), with loss"),
    MovieFormat.AVI: tr_noop("AVI (Motion JPEG), larger"),
}
PAGES = ("A4", "Letter")


def format_choices(kind: ExportKind, movies: Iterable[MovieFormat]) -> list[tuple[str, str]]:
    """(words, value) of the formats of a kind; `movies` are those that can be written here."""
    if kind is ExportKind.REPORT:
        return [(f"PDF, {name}", name) for name in PAGES]
    if kind is ExportKind.MOVIE:
        return [(local(_MOVIE_FORMATS[form]), str(form)) for form in movies]
    return [(local(text), str(form)) for form, text in _PICTURE_FORMATS.items()]


def rate_choices(taken: Snapshot) -> list[tuple[str, float]]:
    """(words, images a second) of a film, with the rate that the file asks for."""
    found = []
    for rate in sorted({*RATES, taken.rate}):
        asked = taken.asked_rate is not None and rate == playable(taken.asked_rate)
        text = f"{rate:.4g}"
        found.append((tr("{rate}, as the file asks", rate=text) if asked else text, rate))
    return found


def size_text(taken: Snapshot, size: PictureSize, kind: ExportKind) -> str:
    """What part of the image, and in pixels how large that is; paper has no pixels."""
    sight = taken.sight
    text = tr("The whole image") if size is PictureSize.OWN else tr("As on the screen")
    if kind is ExportKind.REPORT:
        return text
    if size is PictureSize.SCREEN:
        width, height = (round(side * sight.ratio) for side in sight.view)
    else:
        try:
            own = own_place(shape_of(sight.series.frames[taken.index]), sight.camera)[1]
        except TumorViewError:
            return text  # the export says why it cannot be
        width, height = own.width(), own.height()
    return tr("{size}, {width} \u00d7 {height} pixels", size=text, width=width, height=height)
