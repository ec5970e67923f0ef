"""DICOM bytes -> elements that can be changed one by one -> bytes.

Made for breaking files: it reads what it can, keeps the rest as it is, and writes whatever it is
told to. It shares nothing with the reader that is tested.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field

UNDEFINED = 0xFFFFFFFF
PIXEL_TAG = 0x7FE00010
SYNTAX_TAG = 0x00020010

IMPLICIT = b"1.2.840.10008.1.2"
BIG_ENDIAN = b"1.2.840.10008.1.2.2"
DEFLATED = b"1.2.840.10008.1.2.1.99"

_LONG_VRS = frozenset(b"OB OD OF OL OV OW SQ SV UC UN UR UT UV".split())
_ITEM, _ITEM_END, _SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD
_DEEPEST = 30
_MOST_INFLATED = 1 << 20


@dataclass(slots=True)
class Item:
    """An item: of a sequence (`elements`), or of encapsulated pixel data (`value`)."""

    elements: list[Element] | None = None
    value: bytes = b""
    undefined: bool = False
    said: int | None = None


@dataclass(slots=True)
class Element:
    """One element; `items` replaces `value`. `said` is a length that is written in place of the
    true one."""

    tag: int
    vr: bytes = b""
    value: bytes = b""
    items: list[Item] | None = None
    undefined: bool = False
    said: int | None = None


@dataclass(slots=True)
class Tree:
    """A file: preamble with "DICM" or nothing, group 0002, the data set, and what follows it."""

    head: bytes = b""
    meta: list[Element] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    tail: bytes = b""

    @property
    def syntax(self) -> bytes:
        """Transfer Syntax UID as it stands in the file, without padding."""
        for element in self.meta:
            if element.tag == SYNTAX_TAG:
                return element.value.rstrip(b"\0 ")
        return b""


@dataclass(frozen=True, slots=True)
class _Coding:
    order: str
    explicit: bool


_META = _Coding("<", explicit=True)


def parse(data: bytes) -> Tree:
    """The elements of a file; what cannot be followed becomes the tail."""
    tree = Tree()
    position = 0
    if data[128:132] == b"DICM":
        tree.head, position = data[:132], 132
    tree.meta, position = _elements(data, position, len(data), _META, 0, group=2)
    if tree.syntax == DEFLATED:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            data, position = inflater.decompress(data[position:], _MOST_INFLATED), 0
        except zlib.error:
            tree.tail = data[position:]
            return tree
    coding = _coding(tree, data[position : position + 6])
    tree.elements, position = _elements(data, position, len(data), coding, 0)
    tree.tail = data[position:]
    return tree


def build(tree: Tree) -> bytes:
    """The bytes of a file; group 0002 gets its true length unless that is a lie already."""
    data_set = _coding(tree, _first_six(tree))
    body = b"".join(_written(element, data_set) for element in tree.elements) + tree.tail
    if tree.syntax == DEFLATED:
        packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
        body = packer.compress(body) + packer.flush()
    meta = [_written(element, _META) for element in tree.meta]
    if tree.meta and tree.meta[0].tag == 0x00020000 and tree.meta[0].said is None:
        rest = sum(len(part) for part in meta[1:])
        meta[0] = _written(Element(0x00020000, b"UL", struct.pack("<L", rest)), _META)
    return tree.head + b"".join(meta) + body


def _coding(tree: Tree, first: bytes) -> _Coding:
    if tree.syntax == BIG_ENDIAN:
        return _Coding(">", explicit=True)
    # Files lie about it, and the reader looks at the VR too.
    explicit = first[4:6].isalpha() and first[4:6].isupper() if len(first) == 6 else False
    return _Coding("<", explicit=explicit or (not first and tree.syntax != IMPLICIT))


def _first_six(tree: Tree) -> bytes:
    if not tree.elements:
        return b""
    return bytes(4) + (tree.elements[0].vr or b"\0\0")


def _elements(
    data: bytes, position: int, end: int, coding: _Coding, depth: int, group: int | None = None
) -> tuple[list[Element], int]:
    """Elements from `position` on, and where they stop to make sense."""
    found: list[Element] = []
    while position + 8 <= end:
        high, low = struct.unpack_from(f"{coding.order}HH", data, position)
        tag = high << 16 | low
        if tag in {_ITEM, _ITEM_END, _SEQUENCE_END} or (group is not None and high != group):
            break
        vr, length, start = b"", 0, position + 8
        if coding.explicit:
            vr = data[position + 4 : position + 6]
            if vr in _LONG_VRS:
                if position + 12 > end:
                    break
                (length,) = struct.unpack_from(f"{coding.order}L", data, position + 8)
                start = position + 12
            else:
                (length,) = struct.unpack_from(f"{coding.order}H", data, position + 6)
        else:
            (length,) = struct.unpack_from(f"{coding.order}L", data, position + 4)
        element = Element(tag, vr)
        if length == UNDEFINED:
            if depth >= _DEEPEST:
                break
            element.undefined = True
            element.items, position = _items(
                data, start, end, coding, depth + 1, pixels=tag == PIXEL_TAG
            )
        elif start + length > end:
            element.value, element.said, position = data[start:end], length, end
        else:
            element.value, position = data[start : start + length], start + length
            if _is_sequence(element, coding) and depth < _DEEPEST:
                items, stop = _items(data, start, position, coding, depth + 1, pixels=False)
                if items and stop == position:
                    element.items, element.value = items, b""
        found.append(element)
    return found, position


def _is_sequence(element: Element, coding: _Coding) -> bool:
    mark = struct.pack(f"{coding.order}HH", _ITEM >> 16, _ITEM & 0xFFFF)
    return element.value.startswith(mark) and (element.vr == b"SQ" or not coding.explicit)


def _items(
    data: bytes, position: int, end: int, coding: _Coding, depth: int, *, pixels: bool
) -> tuple[list[Item], int]:
    found: list[Item] = []
    while position + 8 <= end:
        high, low, length = struct.unpack_from(f"{coding.order}HHL", data, position)
        tag = high << 16 | low
        if tag == _SEQUENCE_END:
            return found, position + 8
        if tag != _ITEM:
            break
        position += 8
        if length == UNDEFINED:
            item = Item(undefined=True)
            item.elements, position = _elements(data, position, end, coding, depth)
            if data[position : position + 4] == struct.pack(f"{coding.order}HH", 0xFFFE, 0xE00D):
                position += 8
        else:
            stop = min(end, position + length)
            item = Item(said=length if stop < position + length else None)
            if not pixels and depth < _DEEPEST:
                item.elements, stopped = _elements(data, position, stop, coding, depth)
                if stopped != stop:
                    item.elements = None
            if item.elements is None:
                item.value = data[position:stop]
            position = stop
        found.append(item)
    return found, position


def _written(element: Element, coding: _Coding) -> bytes:
    value = element.value
    if element.items is not None:
        value = b"".join(_written_item(item, coding) for item in element.items)
        if element.undefined:
            value += struct.pack(f"{coding.order}HHL", 0xFFFE, 0xE0DD, 0)
    length = UNDEFINED if element.undefined else len(value)
    if element.said is not None:
        length = element.said
    head = struct.pack(f"{coding.order}HH", element.tag >> 16, element.tag & 0xFFFF)
    if not coding.explicit:
        return head + struct.pack(f"{coding.order}L", length & UNDEFINED) + value
    vr = (element.vr or b"UN").ljust(2)[:2]
    if vr in _LONG_VRS:
        return head + vr + b"\0\0" + struct.pack(f"{coding.order}L", length & UNDEFINED) + value
    return head + vr + struct.pack(f"{coding.order}H", length & 0xFFFF) + value


def _written_item(item: Item, coding: _Coding) -> bytes:
    value = item.value
    if item.elements is not None:
        value = b"".join(_written(element, coding) for element in item.elements)
    length = len(value) if item.said is None else item.said
    if item.undefined:
        length = UNDEFINED
        value += struct.pack(f"{coding.order}HHL", 0xFFFE, 0xE00D, 0)
    return struct.pack(f"{coding.order}HHL", 0xFFFE, 0xE000, length & UNDEFINED) + value
