"""The data elements of a file for a person to look through, whatever state the file is in.

Unlike the header that pictures are made from, nothing is judged here: an element that makes no
sense is a row that says so, and a file that ends or breaks off is shown as far as it goes.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from pydicom.dataelem import DataElement, RawDataElement
from pydicom.errors import InvalidDicomError
from pydicom.filereader import data_element_generator

from tumorview.cancel import CancelToken
from tumorview.domain.header_listing import HeaderListing
from tumorview.errors import TumorViewError
from tumorview.imaging import dicom_tags as tags
from tumorview.imaging.decoders import DEFLATED
from tumorview.imaging.dicom_parse import PIXEL_TAGS, inflated, pixel_element
from tumorview.imaging.element_text import bytes_text
from tumorview.imaging.errors import ImagingError
from tumorview.imaging.file_start import file_start
from tumorview.imaging.header_rows import HeaderRows
from tumorview.imaging.limits import BoundedStream
from tumorview.imaging.recognize import FileKind, recognize, unreadable
from tumorview.said import say

_PREAMBLE_BYTES = 132
_NAMES = {FileKind.PNG: "PNG", FileKind.JPEG: "JPEG"}
_BREAKS = (*tags.CONVERSION_ERRORS, ImagingError, InvalidDicomError, MemoryError)

Element = RawDataElement | DataElement


@dataclass(frozen=True, slots=True)
class _Found:
    """Elements in the order of the file, and why there are no more; "" at a sound end."""

    elements: tuple[Element, ...]
    problem: str = ""


def read_header(path: Path, token: CancelToken | None = None) -> HeaderListing:
    """Read every data element of `path` up to its pixel data.

    A PNG or JPEG file has an explanation and no rows. What is broken within a DICOM file is said in
    its rows; what is beyond the limits is counted there and left out.

    Raises
    ------
    ImagingError
        The file cannot be read at all, or is none of DICOM, PNG and JPEG.
    Cancelled
        `token` was cancelled.
    """
    kind = recognize(path)
    if kind in _NAMES:
        said = say("This is a {kind} file. It has no DICOM header.", kind=_NAMES[kind])
        return HeaderListing(path, explanation=said)
    token = token or CancelToken()
    try:
        with path.open("rb") as stream, tags.quiet_pydicom():
            return _listing(path, stream, token)
    except OSError as error:
        raise unreadable(path, error) from error


def _listing(path: Path, stream: BinaryIO, token: CancelToken) -> HeaderListing:
    rows = HeaderRows(token)
    start = file_start(stream)
    meta = stream.read(start.data_offset)
    if meta[128:132] == b"DICM":
        meta = meta[_PREAMBLE_BYTES:]
    # File meta information is explicit little endian whatever follows it (PS3.10 7.1).
    rows.add_elements(_read(io.BytesIO(meta), path, token).elements)
    size = path.stat().st_size
    content: bytes | None = None
    big_endian = implicit = False
    if start.syntax == DEFLATED:
        try:
            content = inflated(path, stream, start.data_offset)
        except ImagingError as error:
            rows.add_remark(_broken_off(error))
            return rows.listing(path)
        stream, size = io.BytesIO(content), len(content)
    else:
        # The data are believed where they contradict the transfer syntax, as they are for pictures.
        big_endian = start.is_explicit and start.is_big_endian
        implicit = not start.is_explicit
        stream.seek(start.data_offset)
    found = _read(stream, path, token, implicit=implicit, little_endian=not big_endian)
    rows.add_elements(found.elements)
    if found.problem:
        rows.add_remark(found.problem)
        return rows.listing(path)
    end = stream.tell()
    pixels = pixel_element(stream, size, content, big_endian=big_endian)
    if pixels is not None:
        rows.add_pixels(pixels)
    elif end < size:
        rows.add_remark(f"{bytes_text(size - end)} behind the last element are not read.")
    return rows.listing(path)


def _read(
    stream: BinaryIO,
    path: Path,
    token: CancelToken,
    *,
    implicit: bool = False,
    little_endian: bool = True,
) -> _Found:
    """Elements from the position of `stream` to the pixel data or the end, as far as they go."""
    bounded = BoundedStream(stream, path)
    elements = data_element_generator(
        cast("Any", bounded),
        implicit,
        little_endian,
        stop_when=lambda tag, _vr, _length: tag in PIXEL_TAGS,
    )
    found: list[Element] = []
    try:
        for element in elements:
            token.raise_if_cancelled()
            found.append(element)
    except _BREAKS as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        return _Found(tuple(found), _broken_off(bounded.refusal or error))
    return _Found(tuple(found))


def _broken_off(error: BaseException) -> str:
    """The sentence for what keeps the rest from being read; never a value of the file."""
    reason = error.reason if isinstance(error, TumorViewError) else "it is damaged"
    return f"The rest of the header cannot be read: {reason}."
