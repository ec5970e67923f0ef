"""Data elements -> rows to be shown, within limits and with every name that is known."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pydicom.datadict import get_entry, get_private_entry
from pydicom.dataelem import DataElement, RawDataElement
from pydicom.dataset import Dataset
from pydicom.filereader import read_sequence_item
from pydicom.tag import BaseTag
from pydicom.values import convert_string

from tumorview.cancel import CancelToken
from tumorview.domain.header_listing import HeaderListing, HeaderRow, RowKind
from tumorview.imaging import dicom_tags as tags
from tumorview.imaging.dicom_parse import PIXEL_TAGS, UNDEFINED_LENGTH, PixelElement
from tumorview.imaging.element_text import ElementText, binary_text, bytes_text, element_text
from tumorview.imaging.identity import identifies, is_instance_uid

MAX_ROWS = 100_000
"""Elements and items that are shown of one file."""

MAX_SHOWN_ITEMS = 1_000
"""Items that are shown of one sequence."""

MAX_COUNTED_ITEMS = 100_000
"""Items that are counted of one sequence behind those that are shown."""

MAX_LEVELS = 16
"""Levels of rows; an item takes one and its elements the next."""

_ITEM = 0xFFFEE000
_ITEM_STARTS = {True: b"\xfe\xff\x00\xe0", False: b"\xff\xfe\xe0\x00"}
"""By whether the data are little endian."""

_CHARACTER_SET = 0x00080005
_PIXEL_REPRESENTATION = 0x00280103
_DEFAULT_ENCODING = "iso8859"

Element = RawDataElement | DataElement


class _Known(NamedTuple):
    """What a dictionary says of a tag."""

    vr: str
    name: str
    keyword: str


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """Where elements lie, and what holds for them there."""

    level: int = 0
    parent: int = -1
    encodings: tuple[str, ...] = (_DEFAULT_ENCODING,)
    identifies: bool = False
    is_signed: bool = False


class HeaderRows:
    """Collects the rows of one file; raises `Cancelled` once `token` was cancelled."""

    def __init__(self, token: CancelToken) -> None:
        self._token = token
        self._rows: list[HeaderRow] = []
        self._element_count = 0

    def listing(self, path: Path) -> HeaderListing:
        """What was collected."""
        return HeaderListing(path, tuple(self._rows), self._element_count)

    def add_elements(self, elements: Sequence[Element]) -> None:
        """Elements of the file itself, with all that lies in them."""
        self._add_all(elements, _Surroundings())

    def add_remark(self, sentence: str, around: _Surroundings | None = None) -> None:
        """A sentence in place of what is not shown."""
        around = around or _Surroundings()
        self._rows.append(
            HeaderRow(RowKind.REMARK, around.level, around.parent, value=sentence, is_broken=True)
        )

    def add_pixels(self, pixels: PixelElement) -> None:
        """The pixel data element, of which only the length is told."""
        tag = next(tag for tag, kind in PIXEL_TAGS.items() if kind == pixels.number_kind)
        encapsulated = pixels.length == UNDEFINED_LENGTH
        if encapsulated:
            said = f"Encapsulated, up to {bytes_text(pixels.available)}"
        elif pixels.available < pixels.length:
            said = f"{_cut(pixels.length, pixels.available)}"
        else:
            said = bytes_text(pixels.length)
        known = _public(tag)
        self._rows.append(
            HeaderRow(
                RowKind.ELEMENT,
                0,
                -1,
                tag,
                pixels.vr,
                keyword=known.keyword,
                name=known.name,
                value=said,
                length=None if encapsulated else pixels.length,
                is_broken=not encapsulated and pixels.available < pixels.length,
            )
        )
        self._element_count += 1
        behind = pixels.behind - pixels.length
        if not encapsulated and behind > 1:
            self.add_remark(f"{bytes_text(behind)} behind the pixel data are not read.")

    # Data sets.

    def _add_all(self, elements: Sequence[Element], around: _Surroundings) -> None:
        around = replace(
            around,
            encodings=_encodings(elements) or around.encodings,
            is_signed=around.is_signed or _is_signed(elements),
        )
        creators: dict[tuple[int, int], str] = {}
        for place, element in enumerate(elements):
            self._token.raise_if_cancelled()
            if self._is_full:
                left = len(elements) - place
                self.add_remark(f"And {_count(left, 'more element')}.", around)
                return
            tag = int(element.tag)
            if _is_creator(tag):
                creators[tag >> 16, tag & 0xFF] = _creator_name(element, around)
            block = (tag >> 16, tag >> 8 & 0xFF)
            creator = creators.get(block, "") if tag >> 16 & 1 else ""
            self._add(element, creator, around)

    @property
    def _is_full(self) -> bool:
        return len(self._rows) >= MAX_ROWS

    def _add(self, element: Element, creator: str, around: _Surroundings) -> None:
        tag = int(element.tag)
        known = _known(tag, creator)
        stated = str(element.VR) if element.VR else ""
        vr = stated if stated not in {"", "UN"} else known.vr
        vr = _settled(vr, is_signed=around.is_signed)
        length = getattr(element, "length", None)
        self._element_count += 1
        who = around.identifies or identifies(tag, vr, known.keyword)
        items = _items(element, vr, around)
        shown = _text(element, vr, around) if items is None else ElementText("", 1)
        if vr == "UI" and not who:
            who = is_instance_uid(shown.text)
        self._rows.append(
            HeaderRow(
                RowKind.ELEMENT,
                around.level,
                around.parent,
                tag,
                stated or (vr if items is None else "SQ"),
                shown.vm,
                known.keyword,
                known.name or _unknown_name(tag),
                shown.text,
                None if length == UNDEFINED_LENGTH else length,
                creator,
                who and bool(shown.text),
                bool(tag >> 16 & 1),
                shown.is_broken,
            )
        )
        if items is not None:
            self._add_items(items, replace(around, identifies=who))

    # Sequences.

    def _add_items(self, items: _Items, around: _Surroundings) -> None:
        """The items of the sequence whose row is the last one, and how many they are in its row."""
        place = len(self._rows) - 1
        inner = replace(around, level=around.level + 1, parent=place)
        shown = left = 0
        try:
            if inner.level + 1 < MAX_LEVELS:
                for item in items:
                    shown += 1
                    self._add_item(shown, item, inner)
                    if shown == MAX_SHOWN_ITEMS or self._is_full:
                        break
            left = items.left(self._token)
        except tags.CONVERSION_ERRORS:
            self.add_remark("The rest of this sequence cannot be read: it is damaged.", inner)
        about = "more than " if left == MAX_COUNTED_ITEMS else ""
        if left:
            more = "more item" if shown else "item"
            deep = "" if shown else f", nested deeper than {MAX_LEVELS} levels"
            self.add_remark(f"And {about}{_count(left, more)}{deep}.", inner)
        total = f"{about}{_count(shown + left, 'item')}"
        self._rows[place] = replace(self._rows[place], value=total)

    def _add_item(self, number: int, item: Dataset, around: _Surroundings) -> None:
        place = len(self._rows)
        elements = [item.get_item(tag, keep_deferred=True) for tag in item.keys()]  # noqa: SIM118
        self._rows.append(
            HeaderRow(
                RowKind.ITEM,
                around.level,
                around.parent,
                _ITEM,
                name=f"Item {number}",
                value=_count(len(elements), "element"),
            )
        )
        self._add_all(elements, replace(around, level=around.level + 1, parent=place))


class _Items:
    """Items of a sequence one after the other; those that nobody asks for are only counted."""

    def __init__(self, parsed: Iterable[Dataset], stream: io.BytesIO | None, order: str) -> None:
        self._parsed = iter(parsed)
        self._stream = stream
        self._head = struct.Struct(f"{order}HHL")

    def __iter__(self) -> Iterator[Dataset]:
        return self._parsed

    def left(self, token: CancelToken) -> int:
        """How many items were not asked for, up to `MAX_COUNTED_ITEMS`."""
        left = 0
        while left < MAX_COUNTED_ITEMS and self._skip_one():
            token.raise_if_cancelled()
            left += 1
        return left

    def _skip_one(self) -> bool:
        if self._stream is None:
            return next(self._parsed, None) is not None
        group, element, length = 0, 0, 0
        start = self._stream.read(self._head.size)
        if len(start) == self._head.size:
            group, element, length = self._head.unpack(start)
        if group << 16 | element != _ITEM:
            return False
        if length == UNDEFINED_LENGTH:
            # Where it ends is only known once it is parsed.
            self._stream.seek(-self._head.size, io.SEEK_CUR)
            return next(self._parsed, None) is not None
        self._stream.seek(length, io.SEEK_CUR)
        return True


def _items(element: Element, vr: str, around: _Surroundings) -> _Items | None:
    """The items of a sequence; None for everything else."""
    if isinstance(element, DataElement):
        value = element.value
        return _Items(list(value), None, "<") if element.VR == "SQ" else None
    data = element.value
    if not isinstance(data, bytes):
        return _Items((), None, "<") if vr == "SQ" else None
    # What is unknown is encoded as implicit little endian, whatever surrounds it (PS3.5 6.2.2).
    unknown = element.VR == "UN"
    little = element.is_little_endian or unknown
    if vr != "SQ" and not (vr == "UN" and data.startswith(_ITEM_STARTS[little])):
        return None
    stream = io.BytesIO(data)
    implicit = element.is_implicit_VR or unknown
    parsed = _parsed(stream, len(data), around.encodings, implicit=implicit, little=little)
    return _Items(parsed, stream, "<" if little else ">")


def _parsed(
    stream: io.BytesIO, end: int, encodings: Sequence[str], *, implicit: bool, little: bool
) -> Iterator[Dataset]:
    while stream.tell() < end:
        item = read_sequence_item(stream, implicit, little, list(encodings))
        if item is None:
            return
        yield item


# Values.


def _text(element: Element, vr: str, around: _Surroundings) -> ElementText:
    value: Any = element.value
    if isinstance(element, DataElement):
        return ElementText(tags.one_line(str(value)[: tags.MAX_TEXT]))
    data = value if isinstance(value, bytes) else b""
    if element.length not in {UNDEFINED_LENGTH, len(data)}:
        return ElementText(_cut(element.length, len(data)), is_broken=True)
    if int(element.tag) in PIXEL_TAGS:
        return ElementText(bytes_text(len(data)))
    try:
        return element_text(data, vr, around.encodings, little_endian=element.is_little_endian)
    except tags.CONVERSION_ERRORS:
        return ElementText(f"Not readable as {vr}. {binary_text(data)}", is_broken=True)


def _cut(stated: int, there: int) -> str:
    return f"The file ends within this element, after {there:,} of {bytes_text(stated)}."


def _encodings(elements: Iterable[Element]) -> tuple[str, ...]:
    """Python's names of the Specific Character Set; empty where none is stated."""
    for element in elements:
        if int(element.tag) == _CHARACTER_SET and isinstance(element.value, bytes):
            said = convert_string(element.value, True)
            return tuple(tags.known_encodings(said))
    return ()


def _is_signed(elements: Iterable[Element]) -> bool:
    return any(
        int(e.tag) == _PIXEL_REPRESENTATION and isinstance(e.value, bytes) and any(e.value)
        for e in elements
    )


def _count(number: int, noun: str) -> str:
    return f"1 {noun}" if number == 1 else f"{number:,} {noun}s"


# Names.


def _is_creator(tag: int) -> bool:
    return bool(tag >> 16 & 1) and 0x0010 <= tag & 0xFFFF <= 0x00FF


def _creator_name(element: Element, around: _Surroundings) -> str:
    return _text(element, "LO", around).text


def _known(tag: int, creator: str) -> _Known:
    return _private(tag, creator) if tag >> 16 & 1 else _public(tag)


@lru_cache(maxsize=8192)
def _public(tag: int) -> _Known:
    if tag & 0xFFFF == 0:
        return _Known("UL", "Group Length", "")
    try:
        vr, _, name, retired, keyword = get_entry(tag)
    except KeyError:
        return _Known("UN", "", "")
    return _Known(vr, f"{name} (retired)" if retired else name, keyword)


@lru_cache(maxsize=8192)
def _private(tag: int, creator: str) -> _Known:
    if _is_creator(tag):
        return _Known("LO", "Private Creator", "")
    if tag & 0xFFFF == 0:
        return _Known("UL", "Private Group Length", "")
    try:
        vr, _, name, _ = get_private_entry(BaseTag(tag), creator)
    except KeyError:
        return _Known("UN", "", "")
    return _Known(vr, name, "")


def _unknown_name(tag: int) -> str:
    return "Private element" if tag >> 16 & 1 else "Unknown element"


def _settled(vr: str, *, is_signed: bool) -> str:
    """One value representation where the dictionary leaves a choice (PS3.6 6)."""
    if " or " not in vr:
        return vr
    if "OW" in vr:
        return "OW"
    return "SS" if is_signed else "US"
