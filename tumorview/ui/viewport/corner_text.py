"""The text over the image: who, what, how, where. Pure functions of the state."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tumorview.domain.frames import ModalityFrame, VoiWindow, WindowOrigin
from tumorview.domain.study import Derivation, FrameInfo, PatientInfo, Series, SliceOrder, Study
from tumorview.reporting.measure_words import BASIS_WORDS
from tumorview.ui.language import local, local_if_made, plural, tr


class TextLevel(Enum):
    """How much text lies over the image; Space goes from one to the next."""

    FULL = "full"
    NO_IDENTITY = "no identity"
    NONE = "none"

    def next(self) -> TextLevel:
        """The level that Space leads to."""
        levels = list(TextLevel)
        return levels[(levels.index(self) + 1) % len(levels)]


@dataclass(frozen=True, slots=True)
class Pointer:
    """The pixel under the mouse, counted from 0."""

    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Corners:
    """Lines of text in the four corners, from the top down."""

    top_left: tuple[str, ...] = ()
    top_right: tuple[str, ...] = ()
    bottom_left: tuple[str, ...] = ()
    bottom_right: tuple[str, ...] = ()


def identity_lines(patient: PatientInfo) -> tuple[str, ...]:
    """Name, id, then birth date, sex and age on one line; empty parts are left out."""
    about = "  ".join(p for p in (date_text(patient.birth_date), patient.sex, patient.age) if p)
    lines = (patient.name.replace("^", " ").strip(), patient.patient_id, about)
    return tuple(line for line in lines if line)


def date_text(value: str) -> str:
    """A DICOM date (DA, PS3.5 6.2) as YYYY-MM-DD; anything else as it is."""
    if len(value) == 8 and value.isdigit():
        return f"{value[:4]}-{value[4:6]}-{value[6:]}"
    return value


def study_lines(study: Study, *, hidden: bool) -> tuple[str, ...]:
    """Description and date of the study; with identity `hidden` the date alone.

    Descriptions are free text and may hold a name (PS3.15 table E.1-1).
    """
    description = "" if hidden else study.description
    return tuple(line for line in (description, date_text(study.date)) if line)


def series_lines(series: Series, info: FrameInfo, *, hidden: bool) -> tuple[str, ...]:
    """Series, technique, matrix and what the order rests on.

    With identity `hidden` the kind of sequence stands in for the description.
    """
    number = tr("Series {number}", number=series.number) if series.number is not None else ""
    about = series.sequence if hidden else local_if_made(series.description)
    title = "  ".join(part for part in (number, about) if part)
    technique = [part for part in (series.modality, series.body_part_examined) if part]
    geometry = info.geometry
    if geometry.slice_thickness_mm is not None:
        technique.append(f"{geometry.slice_thickness_mm:.3g} mm")
    matrix = f"{info.columns} \u00d7 {info.rows}"
    if geometry.pixel_spacing_mm is not None:
        row_mm, column_mm = geometry.pixel_spacing_mm
        spacing = f"{row_mm:.3g}" if row_mm == column_mm else f"{column_mm:.3g} \u00d7 {row_mm:.3g}"
        words = local(BASIS_WORDS[geometry.spacing_basis])
        matrix += f"   {spacing} mm/px {words}".rstrip()
    order = ""
    if series.order is not SliceOrder.POSITION:
        order = tr("Ordered by {what}", what=local(series.order.value))
    notices = ", ".join(local(n.value) for n in (*series.notices, *series.reading_notices))
    made = () if series.derivation is None else _derivation_lines(series.derivation)
    lines = (title, "  ".join(technique), matrix, *made, order, notices)
    return tuple(_capital(line) for line in lines if line)


def _derivation_lines(derivation: Derivation) -> tuple[str, str]:
    slices = plural(
        "Reformatted from {n} slice", "Reformatted from {n} slices", derivation.slice_count
    )
    return slices, tr("{distance} mm apart, trilinear", distance=f"{derivation.between_mm:.3g}")


def number_text(value: float) -> str:
    """A window or pixel value with as many decimals as it needs."""
    if not abs(value) < 1e6:
        return f"{value:.3g}"
    decimals = 0 if abs(value) >= 100 or value == round(value) else 1 if abs(value) >= 10 else 3
    text = f"{value:.{decimals}f}"
    return text.replace("-", "\u2212")


def value_text(frame: ModalityFrame, pointer: Pointer) -> str:
    """Value under the pointer with its unit (HU for CT), or "" outside the image."""
    rows, columns = frame.shape
    if not (0 <= pointer.row < rows and 0 <= pointer.column < columns):
        return ""
    place = f"({pointer.column}, {pointer.row})"
    if frame.is_color:
        red, green, blue = (int(v) for v in frame.values[pointer.row, pointer.column])
        return f"{red} / {green} / {blue}   {place}"
    if frame.padding_mask is not None and frame.padding_mask[pointer.row, pointer.column]:
        return f"{tr('padding')}   {place}"
    unit = frame.rescale_type if frame.rescale_type not in ("", "US") else ""
    if not unit and frame.modality == "CT":
        unit = "HU"
    value = number_text(float(frame.values[pointer.row, pointer.column]))
    return f"{value} {unit}   {place}" if unit else f"{value}   {place}"


def window_text(window: VoiWindow | None) -> str:
    """Width / centre and the window's name, or "Colour" without one."""
    if window is None:
        return tr("Colour")
    text = f"W {number_text(window.width)}  L {number_text(window.center)}"
    # What a file says of its window stays as it is.
    own = window.origin is WindowOrigin.FILE
    name = window.explanation if own else local(window.explanation)
    return f"{text}  {name}" if name else text


def corners(
    study: Study,
    series: Series,
    index: int,
    *,
    level: TextLevel,
    window_line: str,
    zoom_line: str,
    value_line: str,
    orientation_line: str,
    cine_line: str,
    overlay_line: str = "",
    is_key_image: bool = False,
) -> Corners:
    """All four corners: top left patient, top right study, bottom right series and technique,
    bottom left value under the pointer, image n/N, the film's pace while it plays, window, zoom,
    which way round when that is not as in the file, and what is not drawn of the overlays. What may
    tell who it is is there with `TextLevel.FULL` alone.
    """
    if level is TextLevel.NONE:
        return Corners()
    hidden = level is not TextLevel.FULL
    info = series.frames[index]
    position = tr("Image {number} / {count}", number=index + 1, count=len(series.frames))
    if is_key_image:
        position += "   " + tr("Key image")
    return Corners(
        top_left=() if hidden else identity_lines(study.patient),
        top_right=study_lines(study, hidden=hidden),
        bottom_left=tuple(
            line
            for line in (
                *(value_line, position, cine_line, window_line, zoom_line, orientation_line),
                overlay_line,
            )
            if line
        ),
        bottom_right=series_lines(series, info, hidden=hidden),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
