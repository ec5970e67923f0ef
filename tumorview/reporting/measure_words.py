"""What marks measure, in words: labels beside them and the text for the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tumorview.domain.frames import SpacingBasis
from tumorview.domain.marks import Mark, MarkKind
from tumorview.domain.measurements import Measurement, Scale
from tumorview.said import say, say_many

NOT_CALIBRATED = "not calibrated"
BASIS_WORDS = {
    SpacingBasis.PATIENT: "",
    SpacingBasis.CALIBRATED: "at the calibrated depth",
    SpacingBasis.DETECTOR: "at the detector",
    SpacingBasis.UNCERTAIN: "calibration unknown",
}
"""What must be known of a millimetre.

A corrected projection holds for what lies at one depth, near the central ray (PS3.3 10.7.1.2); one
that was not corrected holds at the detector, and of some a file does not tell (PS3.3 10.7.1.1).
"""

KIND_NAMES = {
    MarkKind.DISTANCE: "Distance",
    MarkKind.ANGLE: "Angle",
    MarkKind.COBB: "Cobb angle",
    MarkKind.ELLIPSE: "Ellipse",
    MarkKind.RECTANGLE: "Rectangle",
    MarkKind.FREEHAND: "Freehand region",
    MarkKind.ARROW: "Arrow",
    MarkKind.TEXT: "Text",
}


def scale_words(scale: Scale) -> str:
    """What must be said of lengths and areas, "" where they are what they seem."""
    return BASIS_WORDS[scale.basis] if scale.is_calibrated else NOT_CALIBRATED


def label_lines(mark: Mark, measured: Measurement) -> tuple[str, ...]:
    """What stands beside `mark`, line by line; nothing beside an arrow without words."""
    if mark.kind in (MarkKind.TEXT, MarkKind.ARROW):
        return tuple(mark.text.splitlines())
    unit, words = measured.scale.unit, scale_words(measured.scale)
    lines: list[str] = []
    if measured.length is not None:
        lines += [f"{number(measured.length)} {unit}", words]
    if measured.angle_degrees is not None:
        cobb = "Cobb " if mark.kind is MarkKind.COBB else ""
        lines.append(f"{cobb}{measured.angle_degrees:.1f}\N{DEGREE SIGN}")
    if measured.area is not None:
        square = "mm\N{SUPERSCRIPT TWO}" if measured.scale.is_calibrated else unit
        lines += [f"{number(measured.area)} {square}", words]
    found = measured.statistics
    if found is not None:
        of = f" {measured.value_unit}" if measured.value_unit else ""
        lines += [
            say(
                "Mean {mean}   SD {deviation}",
                mean=f"{number(found.mean)}{of}",
                deviation=number(found.standard_deviation),
            ),
            say(
                "Min {least}   Max {most}",
                least=_pixel_value(found.minimum),
                most=_pixel_value(found.maximum),
            ),
        ]
    return tuple(line for line in lines if line)


def spoken_lines(mark: Mark, measured: Measurement, speak: Callable[[str], str]) -> tuple[str, ...]:
    """`label_lines` in the language that `speak` puts them into; words of the reader's stay."""
    lines = label_lines(mark, measured)
    return lines if mark.kind in (MarkKind.TEXT, MarkKind.ARROW) else tuple(map(speak, lines))


def clipboard_text(
    image: str,
    measured: Iterable[tuple[Mark, Measurement]],
    speak: Callable[[str], str] = str,
) -> str:
    """A table with tabs for a spreadsheet: one line a mark, each with all that it says.

    `image` says which image it is, on the first line; `speak` puts the words into the language of
    the reader.
    """
    lines = [image]
    for mark, values in measured:
        said = [" ".join(line.split()) for line in spoken_lines(mark, values, speak)]
        if values.statistics is not None:
            count = values.statistics.pixels
            said.append(speak(say_many("{n} pixel", "{n} pixels", count)))
        lines.append("\t".join([speak(KIND_NAMES[mark.kind]), *said]))
    return "\n".join(lines) + "\n"


def _pixel_value(value: float) -> str:
    """One value of one pixel: most files hold whole numbers, which need no decimals."""
    if value == round(value) and abs(value) < 1e6:
        return f"{value:.0f}".replace("-", "\N{MINUS SIGN}")
    return number(value)


def number(value: float) -> str:
    """A length, area or pixel value as people read it: four digits or one decimal."""
    if value == 0 or not 1e-3 <= abs(value) < 1e6:
        return f"{value:.3g}".replace("-", "\N{MINUS SIGN}")
    decimals = 1 if abs(value) >= 10 else 2 if abs(value) >= 1 else 3
    return f"{value:.{decimals}f}".replace("-", "\N{MINUS SIGN}")
