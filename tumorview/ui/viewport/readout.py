"""What is said over the image, from the picture and how it is looked at."""

from __future__ import annotations

from dataclasses import dataclass

from tumorview.imaging.orientation import edge_letters
from tumorview.reporting.measure_words import BASIS_WORDS
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
    """

    placement: Placement
    level: TextLevel
    pointer: tuple[float, float] | None
    height: float
    zoom_line: str
    cine_rate: float | None = None


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
            cine_line="" if look.cine_rate is None else f"Cine {look.cine_rate:.3g}/s",
        ),
        letters=None if letters is None else turned_letters(letters, orientation),
        ruler=None if look.level is TextLevel.NONE else _ruler(picture, look),
        legend=picture.legend,
    )


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
        BASIS_WORDS[geometry.spacing_basis] if spacing else "",
    )
