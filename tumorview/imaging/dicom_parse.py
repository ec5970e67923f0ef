"""One parse of a DICOM file: the data set up to the pixels, and where the pixels lie."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, cast

import pydicom
from pydicom.dataset import Dataset, FileDataset
from pydicom.errors import BytesLengthException, InvalidDicomError
from pydicom.filereader import read_dataset

from tumorview.domain.reading import ReadingNotice
from tumorview.imaging import dicom_tags as tags
from tumorview.imaging.decoders import (
    DEFLATED,
    EXPLICIT_BIG,
    EXPLICIT_LITTLE,
    IMPLICIT_LITTLE,
)
from tumorview.imaging.errors import (
    DecodeError,
    ImagingError,
    MissingPixelDataError,
    NotAnImageError,
    TooLargeError,
    TruncatedFileError,
)
from tumorview.imaging.file_start import file_start
from tumorview.imaging.limits import BoundedStream, limits
from tumorview.imaging.pixel_lengths import told_syntax

UNDEFINED_LENGTH = 0xFFFFFFFF

PIXEL_TAGS = {0x7FE00010: "integer", 0x7FE00008: "float", 0x7FE00009: "double"}
"""Pixel Data and its floating-point kin, with the numbers that they hold (PS3.3 C.7.6.3)."""

_PIXEL_VRS = frozenset({b"OB", b"OW", b"OF", b"OD", b"UN"})
_SLACK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class PixelElement:
    """Where the value of the pixel data element lies.

    `length` is that of the element, or `UNDEFINED_LENGTH` for encapsulated data; `available` is
    what the file really has of it, `behind` all that follows in the file. `content` holds the whole
    inflated data set of a deflated file, into which `offset` points then.
    """

    number_kind: str
    vr: str
    offset: int
    length: int
    available: int
    behind: int
    content: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ParsedDicom:
    """A data set without pixels, and what is needed to find them."""

    dataset: Dataset = field(repr=False)
    transfer_syntax_uid: str
    pixels: PixelElement
    big_endian: bool
    notices: tuple[ReadingNotice, ...] = ()


def parse_dicom(path: Path, stream: BinaryIO, size: int) -> ParsedDicom:
    """Read the data set from `stream`, positioned at 0, of a file of `size` bytes.

    Raises
    ------
    NotAnImageError
        The bytes only looked like DICOM.
    MissingPixelDataError
        A sound object that carries no image.
    TruncatedFileError
        The file ends before its pixel data.
    """
    content: bytes | None = None
    end, bounded = stream, BoundedStream(stream, path)
    start = file_start(stream)
    notices = start.notices()
    try:
        ds: Dataset
        if start.syntax == DEFLATED:
            content = inflated(path, stream, start.data_offset)
            transfer_syntax = DEFLATED
            size = len(content)
            end = io.BytesIO(content)
            bounded = BoundedStream(end, path)
            ds = _data_set(bounded)
        elif start.is_other_endian:
            transfer_syntax = EXPLICIT_BIG if start.is_big_endian else EXPLICIT_LITTLE
            stream.seek(start.data_offset)
            ds = _data_set(bounded, little_endian=not start.is_big_endian)
        else:
            read = pydicom.dcmread(cast("Any", bounded), stop_before_pixels=True, force=True)
            transfer_syntax = _transfer_syntax(read)
            ds = read
    except (InvalidDicomError, BytesLengthException, EOFError, struct.error, OSError) as error:
        # pydicom reports a sequence that runs past the end as an OSError without a number.
        if isinstance(error, OSError) and error.errno is not None:
            raise
        if bounded.refusal is not None:
            raise bounded.refusal from error
        raise TruncatedFileError(
            "the DICOM data set cannot be read to its end", path=path, received=type(error).__name__
        ) from error
    except MemoryError as error:
        raise TooLargeError("an element of the header is too large", path=path) from error
    except RecursionError as error:
        raise DecodeError("the sequences are nested too deeply", path=path) from error
    big_endian = transfer_syntax == EXPLICIT_BIG
    pixels = pixel_element(end, size, content, big_endian=big_endian)
    if pixels is None:
        raise _no_pixels(path, ds, size)
    told = told_syntax(end, pixels.offset, pixels.length, transfer_syntax)
    if told:
        transfer_syntax = told
        noticed = "ENCODING_CONTRADICTED" if start.syntax else "SYNTAX_ASSUMED"
        notices = tuple(dict.fromkeys((*notices, ReadingNotice[noticed])))
    return ParsedDicom(ds, transfer_syntax, pixels, big_endian, notices)


def _transfer_syntax(ds: FileDataset) -> str:
    said = tags.uid(ds.file_meta, "TransferSyntaxUID")
    if said is not None:
        return said
    # Without file meta information pydicom tells the encoding from the first elements.
    implicit, little = ds.original_encoding
    if implicit:
        return IMPLICIT_LITTLE
    return EXPLICIT_LITTLE if little else EXPLICIT_BIG


def _data_set(stream: BoundedStream, *, little_endian: bool = True) -> Dataset:
    """An explicit data set up to its pixel data."""
    return read_dataset(
        cast("Any", stream),
        False,
        little_endian,
        stop_when=lambda tag, _vr, _n: tag in PIXEL_TAGS,
    )


def inflated(path: Path, stream: BinaryIO, offset: int) -> bytes:
    """Inflate a deflated data set (PS3.5 A.5).

    pydicom would inflate it too, but without a limit on the size.
    """
    stream.seek(offset)
    most = limits().inflated_bytes
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        # No deflated data are much longer than what is in them (RFC 1951, 3.2.4).
        content = inflater.decompress(stream.read(most + _SLACK_BYTES), most)
    except zlib.error as error:
        raise DecodeError("the deflated data set cannot be inflated", path=path) from error
    if inflater.unconsumed_tail:
        raise TooLargeError(
            f"the data set inflates to more than the {most >> 20} MiB that are allowed",
            path=path,
        )
    if not inflater.eof:
        raise TruncatedFileError("the file ends in the middle of its deflated data", path=path)
    return content


def pixel_element(
    stream: BinaryIO, size: int, content: bytes | None, *, big_endian: bool
) -> PixelElement | None:
    """The header of the pixel data element at the stream's position, or None when there is none."""
    start = stream.tell()
    head = stream.read(12)
    if len(head) < 8:
        return None
    order = ">" if big_endian else "<"
    group, element = struct.unpack(f"{order}HH", head[:4])
    number_kind = PIXEL_TAGS.get(group << 16 | element)
    if number_kind is None:
        return None
    vr = head[4:6]
    # Some files say implicit and are explicit. No even length begins with the letters of a VR, so
    # the two cannot be mistaken for one another.
    if vr in _PIXEL_VRS and head[6:8] == b"\0\0" and len(head) == 12:
        (length,) = struct.unpack(f"{order}L", head[8:12])
        offset = start + 12
    else:
        vr = b"OW"
        (length,) = struct.unpack(f"{order}L", head[4:8])
        offset = start + 8
    available = max(0, size - offset)
    if length != UNDEFINED_LENGTH:
        available = min(available, length)
    behind = max(0, size - offset)
    return PixelElement(number_kind, vr.decode("ascii"), offset, length, available, behind, content)


def _no_pixels(path: Path, ds: Dataset, size: int) -> ImagingError:
    """Why there is no pixel data: not DICOM after all, cut off, or an object without an image."""
    has_class, has_rows = tags.is_present(ds, "SOPClassUID"), tags.is_present(ds, "Rows")
    if not has_class and not has_rows and getattr(ds, "preamble", None) is None:
        return NotAnImageError("this is not a DICOM, PNG or JPEG file", path=path)
    name = str(getattr(tags.raw(ds, "SOPClassUID"), "name", "unknown object"))
    if has_rows or "Image Storage" in name or last_element_is_cut(ds):
        return TruncatedFileError(
            f"the DICOM file ends before its pixel data, after {size} bytes",
            path=path,
            remedy="Copy the file again from where it came from.",
        )
    return MissingPixelDataError(
        "this DICOM object has no image",
        path=path,
        received=name[:64],
        remedy="Reports, presentation states and other objects without pixels are not analysed.",
    )


def last_element_is_cut(ds: Dataset) -> bool:
    """True where a file ends before the value that it announces, and for one without any."""
    last = max(ds.keys(), default=None)
    if last is None:
        return True
    element = ds.get_item(last, keep_deferred=True)
    length = getattr(element, "length", None)
    value = getattr(element, "value", None)
    return (
        isinstance(length, int)
        and length != UNDEFINED_LENGTH
        and isinstance(value, bytes)
        and len(value) < length
    )
