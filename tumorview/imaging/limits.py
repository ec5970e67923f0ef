"""How much a file may ask for, and the stream that holds it to that.

Each limit is far above what a study of any scanner holds, and is checked before memory or time is
spent.
"""

from __future__ import annotations

import struct
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import BinaryIO

from tumorview.imaging.errors import DecodeError, TooLargeError

LARGEST_FACTOR = 64
"""How many times the usual a file may be given."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may ask for.

    Attributes
    ----------
    frame_bytes
        Decoded size of one frame, and size of one PNG or JPEG file.
    frames
        Frames that are read of one file.
    inflated_bytes
        Size of a deflated data set once it is inflated.
    header_bytes
        Bytes of a DICOM file that are read before its pixel data.
    elements
        Data elements of a DICOM header, nested ones too. What counts is reads of eight bytes, which
        is what the head of an element takes; a value of that size counts as well.
    reads
        Pieces that a DICOM header may be read in; an element takes one to three.
    items
        Items of sequences: within a whole header where their lengths are undefined and pydicom has
        to parse them at once, else within one sequence that is parsed when it is asked for.
    decoder_bytes
        Address space of a process that decodes: room for the largest frame and what decoders need
        besides.
    archive_members
        Files and folders in a ZIP archive.
    archive_directory_bytes
        Size of the list of them.
    archive_bytes
        Size of all of them once they are inflated.
    """

    frame_bytes: int = 1 << 30
    frames: int = 65_536
    inflated_bytes: int = 1 << 26
    header_bytes: int = 1 << 28
    elements: int = 400_000
    reads: int = 800_000
    items: int = 65_536
    decoder_bytes: int = 6 << 30
    archive_members: int = 65_536
    archive_directory_bytes: int = 1 << 23
    archive_bytes: int = 1 << 35

    def times(self, factor: int) -> Limits:
        """All of them `factor` times as high."""
        return Limits(*(value * factor for value in astuple(self)))


_in_force = Limits()


def limits() -> Limits:
    """What holds now."""
    return _in_force


def use_limits(chosen: Limits) -> None:
    """Let `chosen` hold for what is read from now on; for the start of a program."""
    global _in_force  # noqa: PLW0603 - one value for the process, as its memory is one
    _in_force = chosen


MAX_SEGMENTS = 100_000
"""Segments of a JPEG stream before its first scan; 16,000 of the largest fill a file."""

MAX_INFLATION = 200
"""How many times its size an archive, or a member, may inflate to; images come to 10 at most, and
deflate itself to 1,032."""

SMALL_BYTES = 1 << 26
"""Up to which inflation is not looked at: an empty mask may compress to nearly nothing."""

MAX_CHUNKS = 1_000_000
"""Chunks of a PNG file; writers cut the pixels into pieces of some KiB."""

_UNDEFINED = 0xFFFFFFFF
_ELEMENT_HEAD_BYTES = 8
_ITEM_TAGS = (b"\xfe\xff\x00\xe0", b"\xff\xfe\xe0\x00")
"""(FFFE,E000) in little and in big endian."""


def has_too_many_items(sequence: bytes) -> bool:
    """Whether the value of a sequence holds more items than `Limits.items` of its own."""
    most = limits().items
    if len(sequence) <= 8 * most:
        return False
    order = ">" if sequence.startswith(_ITEM_TAGS[1]) else "<"
    position = count = 0
    while position + 8 <= len(sequence) and sequence[position : position + 4] in _ITEM_TAGS:
        (length,) = struct.unpack_from(f"{order}L", sequence, position + 4)
        if length == _UNDEFINED:
            # Where it ends is not said: count all that looks like an item, nested ones too.
            return max(sequence.count(tag) for tag in _ITEM_TAGS) > most
        position += 8 + length
        count += 1
        if count > most:
            return True
    return False


class BoundedStream:
    """What pydicom needs of a file, up to the limits; raises `TooLargeError` beyond them.

    A deflated data set is never read from it, but inflated beforehand, up to a limit of its own.

    `refusal` keeps that error, since pydicom makes another one of whatever stops it in a sequence.
    """

    def __init__(self, stream: BinaryIO, path: Path) -> None:
        self.refusal: TooLargeError | None = None
        self._stream = stream
        self._path = path
        self._reads = 0
        self._bytes = 0
        self._items = 0
        self._elements = 0
        self._limits = limits()
        self.seek = stream.seek
        self.tell = stream.tell

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes; what a file announces and does not hold costs nothing."""
        if size < 0:
            # pydicom asks for all that is left in order to inflate it, without a limit.
            raise DecodeError(
                "the data set is deflated, and where it begins cannot be told", path=self._path
            )
        data = self._stream.read(min(size, self._limits.header_bytes + 1))
        self._reads += 1
        self._bytes += len(data)
        if size == _ELEMENT_HEAD_BYTES:
            self._elements += 1
            self._items += data[:4] in _ITEM_TAGS
        allowed = self._limits
        if (
            self._elements > allowed.elements
            or self._reads > allowed.reads
            or self._items > allowed.items
        ):
            self._refuse("the DICOM header has more elements than are read of one file")
        if self._bytes > self._limits.header_bytes:
            most = self._limits.header_bytes >> 20
            self._refuse(f"the DICOM header is larger than the {most} MiB that are allowed")
        return data

    def _refuse(self, reason: str) -> None:
        self.refusal = TooLargeError(reason, path=self._path)
        raise self.refusal
