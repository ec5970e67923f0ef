"""What is said over the image, from the picture and how it is looked at."""

from __future__ import annotations

from dataclasses import dataclass

from tumorview.domain.reading import ReadingNotice
from tumorview.imaging.orientation import edge_letters
from tumorview.reporting.measure_words import BASIS_WORDS
from tumorview.ui.language import local, plural, tr, tr_noop
from tumorview.ui.viewport.camera import Placement
from tumorview.ui.viewport.corner_text import (
    Pointer,
    TextLevel,
    corners,
    value_text,
    window_text,
)
from tumorview.ui.viewport.marks import Marks
from tumorview.ui.viewport.picture import Picture
from tumorview.ui.viewport.ruler import Ruler, ruler
from tumorview.ui.viewport.view_orientation import orientation_text, turned_letters

BURNED_IN = tr_noop("Burned-in annotation: may show who the patient is")
MAYBE_BURNED_IN = tr_noop("Secondary capture: burned-in text may show who the patient is")
OVERLAYS_TELL = tr_noop("Overlays may show who the patient is")
OVERLAYS_OFF = tr_noop("Overlays off")

_LONGEST_RULER = 240.0
_RULER_SHARE = 1 / 3


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is looked at.

    Attributes
    ----------
    level
        How much text is wanted.
    pointer
        The mouse in viewport pixels, None while it is elsewhere.
    height
        Of the viewport, in its pixels.
    zoom_line
        What is said of the zoom.
    cine_rate
        Pictures a second while the series plays, else None.
    overlays
        The file's overlays are drawn.
    hide_identity
        Nothing on the screen may tell who the patient is.
    is_key_image
        The reader has marked the image.
    """

    placement: Placement
    level: TextLevel
    pointer: tuple[float, float] | None
    height: float
    zoom_line: str
    cine_rate: float | None = None
    overlays: bool = True
    hide_identity: bool = False
    is_key_image: bool = False


def marks_of(picture: Picture, look: Look) -> Marks:
    """Everything that lies over `picture`."""
    letters = edge_letters(picture.frame.geometry.orientation)
    orientation = look.placement.orientation
    return Marks(
        corners=corners(
            picture.study,
            picture.series,
            picture.index,
            level=look.level,
            window_line=window_text(picture.window),
            zoom_line=look.zoom_line,
            value_line=value_line(picture, look),
            orientation_line=orientation_text(orientation),
            cine_line=""
            if look.cine_rate is None
            else tr("Cine {rate:.3g}/s", rate=look.cine_rate),
            overlay_line=overlay_line(picture, look),
            is_key_image=look.is_key_image,
        ),
        letters=None if letters is None else turned_letters(letters, orientation),
        ruler=None if look.level is TextLevel.NONE else _ruler(picture, look),
        legend=picture.legend,
        caution=caution_line(picture, look),
    )


def caution_line(picture: Picture, look: Look) -> str:
    """What in the pixels may tell who the patient is, "" when nothing is known to.

    Without text on the image it is left out too, unless identity is to be hidden: it is then what
    the application cannot hide.
    """
    if look.level is TextLevel.NONE and not look.hide_identity:
        return ""
    notices = picture.frame.notices
    if ReadingNotice.BURNED_IN in notices:
        return local(BURNED_IN)
    if ReadingNotice.MAYBE_BURNED_IN in notices:
        return local(MAYBE_BURNED_IN)
    return local(OVERLAYS_TELL) if look.hide_identity and look.overlays and picture.overlays else ""


def overlay_line(picture: Picture, look: Look) -> str:
    """What is to be said of the overlays: that they are off, or cannot be read."""
    if picture.overlays and not look.overlays:
        return local(OVERLAYS_OFF)
    problems = picture.frame.overlays.problems
    if len(problems) > 1:
        return plural("{n} overlay cannot be read", "{n} overlays cannot be read", len(problems))
    return tr("Not drawn: {problem}", problem=local(problems[0])) if problems else ""


def value_line(picture: Picture, look: Look) -> str:
    """Value and place of the pixel under the mouse, "" when there is none."""
    if look.pointer is None:
        return ""
    column, row = look.placement.to_image(*look.pointer)
    return value_text(picture.frame, Pointer(int(column // 1), int(row // 1)))


def _ruler(picture: Picture, look: Look) -> Ruler | None:
    # The ruler stands upright: on a view that lies on its side it measures along the rows.
    geometry = picture.frame.geometry
    spacing = geometry.pixel_spacing_mm
    sideways = look.placement.orientation.is_sideways
    return ruler(
        look.placement.upright_scale,
        spacing[1 if sideways else 0] if spacing else None,
        min(_LONGEST_RULER, look.height * _RULER_SHARE),
        local(BASIS_WORDS[geometry.spacing_basis]) if spacing else "",
    )
