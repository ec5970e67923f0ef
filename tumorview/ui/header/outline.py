"""Which rows of a header are shown and where each lies: arrays over all rows, no loop over them.

A header of 100,000 rows is searched at every key press, so that what is done for each row is done
by numpy, or by the one loop that looks into texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tumorview.domain.header_listing import HeaderListing, HeaderRow
from tumorview.ui.header.search import Search

TOP = -1
"""What rows of level 0 lie in."""

_Places = npt.NDArray[np.int64]
_Mask = npt.NDArray[np.bool_]


class RowTable:
    """The rows of a listing, a column at a time; each place of a mask is that of a row."""

    def __init__(self, listing: HeaderListing | None) -> None:
        self.rows: tuple[HeaderRow, ...] = () if listing is None else listing.rows
        self._texts: tuple[str, ...] = () if listing is None else listing.searched_texts
        columns = None if listing is None else listing.columns
        self.parents: _Places = _numbers(() if columns is None else columns.parents)
        self._tags: _Places = _numbers(() if columns is None else columns.tags)
        self._private = _numbers(() if columns is None else columns.private).astype(bool)
        self._identifying: tuple[int, ...] = () if columns is None else columns.identifying

    def visible(self, *, private: bool) -> _Mask:
        """Rows that may be shown: with `private` all, else without private ones and their rows."""
        if private:
            return np.ones(len(self.rows), bool)
        return ~self._with_contents(self._private)

    def elements(self) -> _Mask:
        """Rows that are data elements."""
        return self._tags >= 0

    def found(self, search: Search, *, masked: bool) -> _Mask:
        """Elements that `search` looks for; with `masked`, no value that identifies tells."""
        tags = self._tags
        found = np.zeros(len(self.rows), bool)
        found[self._with_words(search.words, masked=masked)] = True
        found |= _begins(tags, search.tag_start, 8)
        found |= _begins(tags & 0xFFFF, search.element_start, 4)
        return found & self.elements()

    def around(self, found: _Mask, visible: _Mask) -> _Mask:
        """Rows that are found, lie in what is found, or hold it."""
        shown = self._with_contents(found) & visible
        above = self.parents[found]
        while above.size:
            above = np.unique(above[above != TOP])
            shown[above] = True
            above = self.parents[above]
        return shown

    def _with_words(self, words: Sequence[str], *, masked: bool) -> list[int]:
        if not words:
            return []
        first, rest, texts = words[0], words[1:], self._texts
        # The first word alone decides most rows.
        places = [place for place, text in enumerate(texts) if first in text]
        for word in rest:
            places = [place for place in places if word in texts[place]]
        if not masked:
            return places
        # What is masked is searched without its value, which is the end of its text.
        hidden = {
            place
            for place in self._identifying
            if not all(word in self.rows[place].searched_text("") for word in words)
        }
        return [place for place in places if place not in hidden]

    def _with_contents(self, mask: _Mask) -> _Mask:
        """`mask` and all rows that lie in rows of it, on whatever level."""
        inside = np.append(mask, False)  # the last one stands for what is not in anything
        while True:
            more = np.append(mask | inside[self.parents], False)
            if np.array_equal(more, inside):
                return inside[:-1]
            inside = more


@dataclass(frozen=True, slots=True)
class Outline:
    """The rows that are shown, as a tree.

    Attributes
    ----------
    order
        Of each row the number of rows beside it that are shown before it; of no meaning for a row
        that is not shown.
    """

    order: list[int]
    _places: list[int]
    _starts: list[int]

    @property
    def count(self) -> int:
        """Rows that are shown, on all levels."""
        return len(self._places)

    def children(self, place: int) -> list[int]:
        """The rows in a row, or in `TOP`."""
        return self._places[self._starts[place + 1] : self._starts[place + 2]]

    def child_count(self, place: int) -> int:
        """How many there are."""
        return self._starts[place + 2] - self._starts[place + 1]

    def child(self, place: int, number: int) -> int:
        """One of them."""
        return self._places[self._starts[place + 1] + number]

    def holders(self) -> list[int]:
        """Rows that others lie in, from the top down."""
        return (np.flatnonzero(np.diff(np.asarray(self._starts))[1:])).tolist()


def outline_of(table: RowTable, shown: _Mask) -> Outline:
    """The tree of the rows in the mask `shown`."""
    places = np.flatnonzero(shown)
    above = table.parents[places] + 1
    counts = np.bincount(above, minlength=len(table.rows) + 1)
    starts = np.concatenate(([0], np.cumsum(counts)))
    grouped = np.argsort(above, kind="stable")
    order = np.zeros(len(table.rows), np.int64)
    order[places[grouped]] = np.arange(len(places)) - starts[above[grouped]]
    return Outline(order.tolist(), places[grouped].tolist(), starts.tolist())


def _numbers(values: Sequence[int]) -> _Places:
    return np.array(values, np.int64)


def _begins(numbers: _Places, digits: str, length: int) -> _Mask:
    """Numbers of so many hexadecimal digits that begin with `digits`; none for ""."""
    if not digits:
        return np.zeros(len(numbers), bool)
    first = numbers >> (4 * (length - len(digits)))
    begins: _Mask = np.equal(first, int(digits, 16))
    return begins
