"""The data elements of a file as rows to be shown; the standard library alone."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class RowKind(StrEnum):
    """What a row of a header speaks of."""

    ELEMENT = "element"
    """A data element (PS3.5 7.1)."""
    ITEM = "item"
    """An item of a sequence (PS3.5 7.5)."""
    REMARK = "remark"
    """A sentence: what was left out, or why the rest cannot be read."""


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """One row.

    Attributes
    ----------
    kind
        What it speaks of.
    level
        0 for the elements of the file itself, 1 for the items of their sequences, and so on.
    parent
        Place of the row that this one lies in, -1 at level 0. A parent stands before its children.
    tag
        Group in the upper, element in the lower 16 bits; None for a remark.
    vr
        Value representation as the file has it, else the data dictionary's; "" when neither does.
    vm
        Number of values; None where it means nothing.
    keyword, name
        As in the data dictionary (PS3.6), "" for what it does not know; of an item, its number.
    value
        One line of printable text, also of what cannot be read.
    length
        Bytes as the file states them; None where the length is undefined.
    creator
        Private Creator of a private element, "" for others.
    identifies
        Whether the value may tell who or where (PS3.15 E.1).
    is_private
        Whether the group is odd.
    is_broken
        Whether `value` says why there is none.
    """

    kind: RowKind
    level: int
    parent: int
    tag: int | None = None
    vr: str = ""
    vm: int | None = None
    keyword: str = ""
    name: str = ""
    value: str = field(default="", repr=False)
    length: int | None = None
    creator: str = ""
    identifies: bool = False
    is_private: bool = False
    is_broken: bool = False

    @property
    def tag_text(self) -> str:
        """``(gggg,eeee)`` in upper case, the number of an item, "" for a remark."""
        if self.kind is RowKind.ITEM:
            return self.name
        if self.tag is None:
            return ""
        return f"({self.tag >> 16:04X},{self.tag & 0xFFFF:04X})"

    def searched_text(self, value: str) -> str:
        """What words are searched in while `value` is shown, in one case."""
        return f"{self.keyword}\n{self.name}\n{self.creator}\n{value}".casefold()


@dataclass(frozen=True, slots=True)
class RowColumns:
    """What is asked of all rows at once, a column at a time.

    Attributes
    ----------
    parents
        `HeaderRow.parent` of each row.
    tags
        The tag of each row that is a data element, -1 of the others.
    private
        1 for each row that `is_private`, else 0.
    identifying
        Places of the rows that identify.
    """

    parents: array[int]
    tags: array[int]
    private: array[int]
    identifying: tuple[int, ...]


def columns_of(rows: Sequence[HeaderRow]) -> RowColumns:
    """The columns of `rows`."""
    element = RowKind.ELEMENT
    return RowColumns(
        parents=array("q", [row.parent for row in rows]),
        tags=array(
            "q", [-1 if row.tag is None or row.kind is not element else row.tag for row in rows]
        ),
        private=array("q", [row.is_private for row in rows]),
        identifying=tuple(place for place, row in enumerate(rows) if row.identifies),
    )


@dataclass(frozen=True, slots=True)
class HeaderListing:
    """What one file has for a header.

    Attributes
    ----------
    path
        The file.
    rows
        In the order of the file; what lies in a sequence follows it.
    element_count
        Data elements among them, those of items included.
    explanation
        Why there are no rows, for a file that has no DICOM header; "" else.
    searched_texts, columns
        Of each row; made with the listing, off the thread that searches.
    """

    path: Path
    rows: tuple[HeaderRow, ...] = ()
    element_count: int = 0
    explanation: str = ""
    searched_texts: tuple[str, ...] = field(init=False, repr=False, compare=False)
    columns: RowColumns = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        texts = tuple(row.searched_text(row.value) for row in self.rows)
        object.__setattr__(self, "searched_texts", texts)
        object.__setattr__(self, "columns", columns_of(self.rows))
