"""What was noticed while a file was read, in sentences: one table."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tumorview.domain.reading import ReadingNotice
from tumorview.said import joined, named

READING_NOTICE_TEXTS: Mapping[ReadingNotice, str] = MappingProxyType(
    {
        ReadingNotice.MOSAIC: (
            "The picture is a mosaic: it shows many slices side by side and is no single slice."
        ),
        ReadingNotice.FEWER_FRAMES: (
            "The file holds fewer frames than it announces; those that are there are shown."
        ),
        ReadingNotice.ENCODING_CONTRADICTED: (
            "The data are not encoded as the file states; they were read as they are."
        ),
        ReadingNotice.SYNTAX_ASSUMED: (
            "The file does not state its transfer syntax; it was told from the data."
        ),
        ReadingNotice.NO_FILE_META: (
            "The file has no preamble or no file meta information, so it is no complete DICOM file."
        ),
        ReadingNotice.META_LENGTH_WRONG: (
            "The file states a wrong length of its file meta information; it was read to its end."
        ),
        ReadingNotice.MORE_PIXEL_DATA: (
            "The file holds more pixel data than its header describes; what is left was not read."
        ),
        ReadingNotice.PIXEL_LENGTH_WRONG: (
            "The file states a wrong length of its pixel data; all of its frames are there."
        ),
        ReadingNotice.SUPPLEMENTAL_PALETTE: (
            "Some pixels are colours and no grey values; the model was given all as grey."
        ),
        ReadingNotice.COLOR_PROFILE: (
            "The colours are meant for another profile than sRGB and may look different here."
        ),
        ReadingNotice.OVERLAYS: "The file has overlays; the model was not given them.",
        ReadingNotice.BURNED_IN: (
            "Annotation is burnt into the pixels; it may tell who the patient is."
        ),
        ReadingNotice.MAYBE_BURNED_IN: (
            "The image is a secondary capture that does not say whether text is burnt into its "
            "pixels; it may tell who the patient is."
        ),
    }
)


def notice_sentences(notices: tuple[ReadingNotice, ...]) -> str:
    """The sentences of the notices one after the other, "" without any."""
    return joined(named(READING_NOTICE_TEXTS[notice]) for notice in notices)
