"""Pixel data whose length, encoding or number of frames is not what the file states."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from tumorview.domain.reading import ReadingNotice
from tumorview.imaging.decoders import ENCAPSULATED_UNCOMPRESSED, NATIVE_NAMES
from tumorview.imaging.fragments import fragment_starts
from tumorview.imaging.pixels import PixelFormat
from tumorview.imaging.streams import sniffed_syntax

if TYPE_CHECKING:
    from tumorview.imaging.dicom_parse import ParsedDicom

_UNDEFINED_LENGTH = 0xFFFFFFFF
_SNIFFED_BYTES = 1 << 16


def told_syntax(stream: BinaryIO, offset: int, length: int, stated: str) -> str:
    """The transfer syntax of encapsulated pixel data whose own does not fit, or "".

    `offset` is that of the Basic Offset Table's item. Only what a stream says of itself is
    believed, so run-length encoding is never told.
    """
    native = stated in NATIVE_NAMES and stated != ENCAPSULATED_UNCOMPRESSED
    if length != _UNDEFINED_LENGTH or not native:
        return ""
    for start, size in fragment_starts(stream, offset, 1):
        stream.seek(start)
        return sniffed_syntax(stream.read(min(size, _SNIFFED_BYTES)))
    return ""


def trusted_length(parsed: ParsedDicom, layout: PixelFormat, frames: int) -> ParsedDicom:
    """`parsed` with the length that native pixel data really have, where that is beyond doubt.

    That is when the file ends where the frames of the header do, give or take a padding byte.
    """
    pixels, needed = parsed.pixels, _needed(layout, frames)
    if pixels.length == _UNDEFINED_LENGTH or pixels.length >= needed:
        return parsed
    if not needed <= pixels.behind <= needed + 1:
        return parsed
    return replace(
        parsed,
        pixels=replace(pixels, length=needed, available=needed),
        notices=(*parsed.notices, ReadingNotice.PIXEL_LENGTH_WRONG),
    )


def pixel_notices(
    parsed: ParsedDicom, layout: PixelFormat, frames: int, stream: BinaryIO
) -> tuple[ReadingNotice, ...]:
    """How the pixel data differ from what the header describes."""
    pixels, needed = parsed.pixels, _needed(layout, frames)
    if pixels.length == _UNDEFINED_LENGTH:
        if frames == 1 or pixels.content is not None:
            return ()
        count = sum(1 for _ in fragment_starts(stream, pixels.offset, frames))
        return (ReadingNotice.FEWER_FRAMES,) if count < frames else ()
    found = []
    if pixels.available < needed and frames > 1:
        found.append(ReadingNotice.FEWER_FRAMES)
    if pixels.length > pixels.behind >= needed:
        found.append(ReadingNotice.PIXEL_LENGTH_WRONG)
    elif pixels.length > needed + 1:
        found.append(ReadingNotice.MORE_PIXEL_DATA)
    return tuple(found)


def _needed(layout: PixelFormat, frames: int) -> int:
    """Bytes of all frames of native pixel data."""
    return -(-layout.frame_bits * frames // 8)
