"""How a DICOM file begins: preamble, file meta information, encoding (PS3.10 7.1)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import BinaryIO

from tumorview.domain.reading import ReadingNotice
from tumorview.imaging.decoders import DEFLATED, EXPLICIT_BIG, IMPLICIT_LITTLE

_PREAMBLE_BYTES = 132
_START_BYTES, _LARGEST_START = 1 << 11, 1 << 16
_LONG_VRS = frozenset(b"OB OD OF OL OV OW SQ UC UN UR UT SV UV".split())
_VRS = _LONG_VRS | frozenset(
    b"AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US".split()
)
_BIG_GROUPS = frozenset(bytes([0, group]) for group in range(0x04, 0x2A, 2))
"""Groups that a data set begins with, as big endian writes them."""


@dataclass(frozen=True, slots=True)
class FileStart:
    """What the first bytes say; nothing in it is checked against the data set.

    Attributes
    ----------
    has_meta
        Preamble, prefix and at least one element of group 0002.
    syntax
        Transfer Syntax UID (0002,0010), "" when absent.
    stated_length, real_length
        File Meta Information Group Length (0002,0000), None when absent, and what it should be.
    data_offset
        Where the data set begins.
    group, data_vr
        The two bytes of its first group, and what stands where explicit encoding has the VR.
    """

    has_meta: bool
    syntax: str
    stated_length: int | None
    real_length: int
    data_offset: int
    group: bytes
    data_vr: bytes

    @property
    def is_explicit(self) -> bool:
        """Whether the data set's first element has a value representation."""
        return self.data_vr in _VRS

    @property
    def is_big_endian(self) -> bool:
        """Whether the data set's first tag has the bytes of its group the big end first."""
        return self.group in _BIG_GROUPS

    @property
    def is_other_endian(self) -> bool:
        """Whether an explicit data set has the byte order that it does not state."""
        if not self.syntax or not self.is_explicit or self.syntax == DEFLATED:
            return False
        return self.is_big_endian != (self.syntax == EXPLICIT_BIG)

    def notices(self) -> tuple[ReadingNotice, ...]:
        """What is odd about it."""
        deflated = self.syntax == DEFLATED
        contradicted = bool(self.syntax) and not deflated and len(self.data_vr) == 2
        applies = {
            ReadingNotice.ENCODING_CONTRADICTED: contradicted
            and (self.is_other_endian or self.is_explicit == (self.syntax == IMPLICIT_LITTLE)),
            ReadingNotice.SYNTAX_ASSUMED: not self.syntax,
            ReadingNotice.NO_FILE_META: not self.has_meta,
            ReadingNotice.META_LENGTH_WRONG: self.stated_length is not None
            and self.stated_length != self.real_length,
        }
        return tuple(notice for notice, present in applies.items() if present)


def file_start(stream: BinaryIO) -> FileStart:
    """Read the start of a DICOM file and go back to 0."""
    stream.seek(0)
    start = _parsed(stream.read(_START_BYTES))
    if start.data_offset + 8 > _START_BYTES:
        stream.seek(0)
        start = _parsed(stream.read(_LARGEST_START))
    stream.seek(0)
    return start


def _parsed(data: bytes) -> FileStart:
    prefixed = data[128:132] == b"DICM"
    begin = position = _PREAMBLE_BYTES if prefixed else 0
    syntax, stated, after_length = "", None, begin
    while position + 8 <= len(data):
        group, element, vr, length = struct.unpack_from("<HH2sH", data, position)
        if group != 0x0002:
            break
        head = 8
        if vr in _LONG_VRS and position + 12 <= len(data):
            (length,) = struct.unpack_from("<L", data, position + 8)
            head = 12
        elif vr not in _VRS and not b"AA" <= vr <= b"ZZ":  # implicit, against the standard
            (length,) = struct.unpack_from("<L", data, position + 4)
        value = data[position + head : position + head + length]
        position += head + length
        if element == 0x0000 and len(value) == 4:
            (stated,) = struct.unpack("<L", value)
            after_length = position
        elif element == 0x0010:
            syntax = value.rstrip(b"\0 ").decode("ascii", "replace")
    return FileStart(
        has_meta=prefixed and position > begin,
        syntax=syntax,
        stated_length=stated,
        real_length=position - after_length,
        data_offset=position,
        group=data[position : position + 2],
        data_vr=data[position + 4 : position + 6],
    )
