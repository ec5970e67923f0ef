"""What was noticed while a file was read: closed sets, each value with its text elsewhere."""

from __future__ import annotations

from enum import StrEnum


class ReadingNotice(StrEnum):
    """What a reader must know of how one file was read, or of what it holds.

    The value is the short text, as for `SeriesNotice`; the sentence is in
    `tumorview.reporting.notices`.
    """

    MOSAIC = "mosaic of many slices"
    """One picture that holds the slices of a volume side by side (Siemens)."""
    FEWER_FRAMES = "fewer frames than announced"
    ENCODING_CONTRADICTED = "encoded otherwise than stated"
    """The data set is not in the encoding of its Transfer Syntax UID (0002,0010)."""
    SYNTAX_ASSUMED = "transfer syntax told from the data"
    NO_FILE_META = "without file meta information"
    META_LENGTH_WRONG = "wrong length of the file meta information"
    MORE_PIXEL_DATA = "more pixel data than described"
    PIXEL_LENGTH_WRONG = "wrong length of the pixel data"
    SUPPLEMENTAL_PALETTE = "grey values and colours in one image"
    """Supplemental Palette Color Lookup Tables (PS3.3 C.7.6.19)."""
    COLOR_PROFILE = "colour profile other than sRGB"
    OVERLAYS = "has overlays"
    BURNED_IN = "annotation burnt into the pixels"
    """Burned In Annotation (0028,0301) is YES."""
    MAYBE_BURNED_IN = "text may be burnt into the pixels"
    """A Secondary Capture that does not say whether it has any."""


UNTRUSTED = frozenset(
    {
        ReadingNotice.FEWER_FRAMES,
        ReadingNotice.ENCODING_CONTRADICTED,
        ReadingNotice.SYNTAX_ASSUMED,
        ReadingNotice.NO_FILE_META,
        ReadingNotice.META_LENGTH_WRONG,
        ReadingNotice.MORE_PIXEL_DATA,
        ReadingNotice.PIXEL_LENGTH_WRONG,
    }
)
"""Those that say that the file does not keep to the standard and was read as far as it can be."""
