"""The value of a data element as one line of printable text (PS3.5 6.2).

Values are taken from the bytes of the file and shown as they stand there: a Decimal String that is
no number is text like any other. Nothing here raises for what a file holds, and no more bytes are
looked at than are shown.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from pydicom import charset
from pydicom.uid import UID

from tumorview.imaging.dicom_tags import MAX_TEXT, one_line

_TEXT_VRS = frozenset({"LO", "LT", "PN", "SH", "ST", "UC", "UT"})
_CODE_VRS = frozenset({"AE", "AS", "CS", "DA", "DS", "DT", "IS", "TM", "UI", "UR"})
_SINGLE_VALUES = frozenset({"LT", "ST", "UR", "UT"})
_SIGNED_NUMBERS = {"FL": "f", "FD": "d", "SL": "i", "SS": "h", "SV": "q"}
_NUMBERS = {**_SIGNED_NUMBERS, "UL": "I", "US": "H", "UV": "Q"}
_FIRST_BYTES = 16
_MOST_BYTES_A_CHARACTER = 8
"""Of a character with the escape sequences around it."""

_LINE_ENDS = frozenset(b"\t\n\f\r")
_RESETS = {"PN": _LINE_ENDS | set(b"\\^="), **dict.fromkeys(_SINGLE_VALUES, _LINE_ENDS)}
"""Bytes after which a value is again in the first character set (PS3.5 6.1.2.5.3)."""


@dataclass(frozen=True, slots=True)
class ElementText:
    """A value as it is shown; `vm` is None for binary values, `is_broken` where `text` says why."""

    text: str
    vm: int | None = None
    is_broken: bool = False


def element_text(
    value: bytes, vr: str, encodings: Sequence[str], *, little_endian: bool
) -> ElementText:
    """The text of a value, and how many values it holds.

    Parameters
    ----------
    value
        As the file has it.
    vr
        Value representation; what is none of a text or number is taken for binary.
    encodings
        Python's names of the Specific Character Set.
    little_endian
        Byte order of numbers.
    """
    if vr in _TEXT_VRS or vr in _CODE_VRS:
        return _text(value, vr, encodings)
    if vr == "AT":
        return _tags(value, little_endian=little_endian)
    if vr in _NUMBERS:
        return _numbers(value, vr, little_endian=little_endian)
    if not value:
        return ElementText("")
    if vr == "UN" and _looks_like_text(value):
        return _text(value, "LO", encodings)
    return ElementText(binary_text(value))


def binary_text(value: bytes) -> str:
    """How many bytes, and the first of them in hexadecimal."""
    more = " …" if len(value) > _FIRST_BYTES else ""
    return f"{bytes_text(len(value))}: {value[:_FIRST_BYTES].hex(' ').upper()}{more}"


def bytes_text(count: int) -> str:
    """A number of bytes in words."""
    return "1 byte" if count == 1 else f"{count:,} bytes"


def _text(value: bytes, vr: str, encodings: Sequence[str]) -> ElementText:
    padded = value.rstrip(b" \0")
    if not padded:
        return ElementText("", 0)
    start = padded[: MAX_TEXT * _MOST_BYTES_A_CHARACTER]
    if vr in _TEXT_VRS:
        resets = _RESETS.get(vr, _LINE_ENDS | set(b"\\"))
        said = charset.decode_bytes(start, encodings, set(resets))
    else:
        # The default repertoire (PS3.5 6.1.2.2) is ASCII; writers stray into its neighbour.
        said = start.decode("latin-1")
    # Some character sets have a backslash within the bytes of other characters.
    is_whole = len(start) == len(padded)
    divisions = said.count("\\") if is_whole else padded.count(b"\\")
    vm = 1 if vr in _SINGLE_VALUES else divisions + 1
    shown = one_line(said[:MAX_TEXT])
    if len(said) > MAX_TEXT or not is_whole:
        shown = f"{shown} … ({bytes_text(len(value))} in all)"
    elif vr == "UI":
        shown = _with_uid_name(shown)
    return ElementText(shown, vm)


def _with_uid_name(uid: str) -> str:
    name = UID(uid).name
    return uid if name in {uid, ""} else f"{uid} ({name})"


def _numbers(value: bytes, vr: str, *, little_endian: bool) -> ElementText:
    kind = _NUMBERS[vr]
    size = struct.calcsize(kind)
    if len(value) % size:
        return _wrong_length(value, vr, size)
    count = len(value) // size
    # Every number takes a character and a backslash at least.
    shown = min(count, MAX_TEXT // 2)
    numbers = struct.unpack_from(f"{'<' if little_endian else '>'}{shown}{kind}", value)
    # A number of single precision is said as briefly as it can be told from its neighbours.
    texts = [str(np.float32(n)) if kind == "f" else str(n) for n in numbers]
    return _joined(texts, count)


def _tags(value: bytes, *, little_endian: bool) -> ElementText:
    if len(value) % 4:
        return _wrong_length(value, "AT", 4)
    count = len(value) // 4
    shown = min(count, MAX_TEXT // 2)
    halves = struct.unpack_from(f"{'<' if little_endian else '>'}{2 * shown}H", value)
    texts = [f"({g:04X},{e:04X})" for g, e in zip(halves[::2], halves[1::2], strict=True)]
    return _joined(texts, count)


def _joined(texts: list[str], count: int) -> ElementText:
    line = "\\".join(texts)
    if count > len(texts) or len(line) > MAX_TEXT:
        return ElementText(f"{line[:MAX_TEXT]} … ({count:,} values in all)", count)
    return ElementText(line, count)


def _wrong_length(value: bytes, vr: str, size: int) -> ElementText:
    said = f"Not readable as {vr}: {bytes_text(len(value))} are no multiple of {size}."
    return ElementText(f"{said} {value[:_FIRST_BYTES].hex(' ').upper()}", is_broken=True)


def _looks_like_text(value: bytes) -> bool:
    start = value.rstrip(b" \0")[: MAX_TEXT * _MOST_BYTES_A_CHARACTER]
    return bool(start) and start.isascii() and start.decode("ascii").isprintable()
