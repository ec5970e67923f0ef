"""Look-up tables as DICOM stores them (PS3.3 C.11.1.1.1, C.11.2.1.1, C.7.6.3.1.5, C.7.9.2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

UInt16Array = npt.NDArray[np.uint16]
MAX_ENTRIES = 65536

_DISCRETE, _LINEAR, _INDIRECT = 0, 1, 2


def lut_descriptor(values: Sequence[float], signed_input: bool) -> tuple[int, int, int]:
    """(entries, first mapped input, bits an entry) from the three values of a LUT Descriptor.

    The first and third value are unsigned whatever their VR, and 0 entries stand for 65536. The
    second is signed where the input is.
    """
    if len(values) != 3:
        raise ValueError(f"a LUT Descriptor has three values, not {len(values)}")
    if min(values) < -0x8000 or max(values) > 0xFFFF:
        raise ValueError("the values of a LUT Descriptor have 16 bits")
    entries = int(values[0]) & 0xFFFF or MAX_ENTRIES
    first = int(values[1])
    if signed_input and first > 0x7FFF:
        first -= 0x10000
    elif not signed_input and first < 0:
        first += 0x10000
    bits = int(values[2]) & 0xFFFF
    if not 1 <= bits <= 16:
        raise ValueError(f"LUT entries have 8 to 16 bits, not {bits}")
    return entries, first, bits


def lut_data(value: Any, entries: int, bits: int, big_endian: bool) -> UInt16Array:
    """uint16[entries] from LUT Data, which is OW bytes or a list of US or SS numbers.

    Entries of 8 bits are stored one a word or packed two a word. Raises ValueError when entries
    are missing.
    """
    if isinstance(value, (bytes, bytearray)):
        if bits <= 8 and len(value) < entries * 2:
            table = _bytes_of_words(bytes(value), big_endian)
        else:
            words = np.frombuffer(value[: len(value) // 2 * 2], ">u2" if big_endian else "<u2")
            table = words.astype(np.uint16)
    else:
        try:
            numbers = np.atleast_1d(np.asarray(value, dtype=np.int64))
        except (ValueError, TypeError, OverflowError) as error:
            raise ValueError("the LUT Data are not numbers of 16 bits") from error
        table = (numbers & 0xFFFF).astype(np.uint16)
    if len(table) < entries:
        raise ValueError(f"{len(table)} LUT entries where {entries} are announced")
    return table[:entries]


def segmented_lut_data(data: bytes, entries: int, bits: int, big_endian: bool) -> UInt16Array:
    """uint16[entries] from Segmented Palette Color Lookup Table Data (PS3.3 C.7.9.2).

    Raises ValueError for an unknown segment or one that runs out of data.
    """
    unit_bytes = 1 if bits <= 8 else 2
    words: list[int]
    if unit_bytes == 1:
        words = [int(v) for v in _bytes_of_words(data, big_endian)]
    else:
        whole = data[: len(data) // 2 * 2]
        words = [int(v) for v in np.frombuffer(whole, ">u2" if big_endian else "<u2")]
    table = _expanded(words, unit_bytes, entries)
    if len(table) < entries:
        raise ValueError(f"the segments give {len(table)} entries where {entries} are announced")
    return np.array(table[:entries], np.uint16)


def _expanded(words: list[int], unit_bytes: int, entries: int) -> list[int]:
    """The entries of all segments, until there are enough of them."""
    table: list[int] = []
    position = segments = 0
    while position + 1 < len(words) and len(table) < entries:
        if words[position] == _INDIRECT:
            repeated, source, position = _indirect(words, position, unit_bytes)
            segments += repeated
            for _ in range(repeated):
                if len(table) >= entries:
                    break
                source = _append(words, source, table)
        else:
            position = _append(words, position, table)
            segments += 1
        # A segment is there for an entry at least. Segments of none, repeated over and over, would
        # take hours.
        if segments > MAX_ENTRIES:
            raise ValueError("there are more segments than a palette has entries")
    return table


def _append(words: list[int], position: int, table: list[int]) -> int:
    """Append the entries of the discrete or linear segment at `position`; returns its end."""
    if position + 1 >= len(words):
        raise ValueError("a segment lies outside the data")
    opcode, length = words[position], words[position + 1]
    position += 2
    if opcode == _DISCRETE:
        if position + length > len(words):
            raise ValueError("a discrete segment runs out of data")
        table.extend(words[position : position + length])
        return position + length
    if opcode == _LINEAR:
        if position >= len(words) or not table:
            raise ValueError("a linear segment has no start or no end")
        start, stop = table[-1], words[position]
        table.extend(round(start + (stop - start) * k / length) for k in range(1, length + 1))
        return position + 1
    raise ValueError(f"unknown segment type {opcode}")


def _indirect(words: list[int], position: int, unit_bytes: int) -> tuple[int, int, int]:
    """(segments to repeat, where they begin, end) of the indirect segment at `position`.

    Its offset counts bytes and takes 32 bits, whatever the size of an entry (C.7.9.2.3).
    """
    end = position + 2 + 4 // unit_bytes
    if end > len(words):
        raise ValueError("an indirect segment has no offset")
    shift = 8 * unit_bytes
    offset = sum(word << shift * k for k, word in enumerate(words[position + 2 : end]))
    if offset % unit_bytes:
        raise ValueError("an indirect segment points into the middle of a word")
    return words[position + 1], offset // unit_bytes, end


def apply_palette(
    stored: npt.NDArray[Any],
    tables: tuple[UInt16Array, UInt16Array, UInt16Array],
    first_mapped: int,
    bits: int,
) -> npt.NDArray[np.uint8]:
    """uint8[rows, columns, 3] RGB of indices [rows, columns]; 16-bit entries keep their top byte.

    Indices beyond an end of the table take the entry at that end.
    """
    shades = [_to_eight_bits(table, bits) for table in tables]
    lookup = np.stack(shades, axis=-1)
    index = stored.astype(np.int64) - first_mapped
    return np.take(lookup, np.clip(index, 0, len(lookup) - 1), axis=0)


def _to_eight_bits(table: UInt16Array, bits: int) -> npt.NDArray[np.uint8]:
    # Some writers announce 16 bits and store values of 8: nothing would be visible of the top byte.
    if bits > 8 and int(table.max(initial=0)) > 0xFF:
        return (table >> (bits - 8)).astype(np.uint8)
    return table.astype(np.uint8)


def _bytes_of_words(data: bytes, big_endian: bool) -> npt.NDArray[np.uint16]:
    octets = np.frombuffer(data, np.uint8)
    if big_endian:
        octets = octets[: len(octets) // 2 * 2].reshape(-1, 2)[:, ::-1].ravel()
    return octets.astype(np.uint16)
