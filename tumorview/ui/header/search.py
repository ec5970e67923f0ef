"""Which rows of a header a search finds."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TAG = re.compile(r"\(?([0-9a-f]{4})[,\s]*([0-9a-f]{0,4})\)?")
_ELEMENT = re.compile(r"\(?,([0-9a-f]{1,4})\)?")


@dataclass(frozen=True, slots=True)
class Search:
    """Made by `search_for`; `tag_start` and `element_start` are hexadecimal digits or ""."""

    words: tuple[str, ...] = ()
    tag_start: str = ""
    element_start: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether everything is looked for."""
        return not self.words


def search_for(typed: str) -> Search:
    """What was typed: a tag (``0028,0010``, ``(0028,0010)``, ``00280010``, its start or, after a
    comma, its element), or words that all stand in keyword, name, Private Creator or value.
    """
    text = typed.strip().casefold()
    tag, element = _TAG.fullmatch(text), _ELEMENT.fullmatch(text)
    return Search(
        tuple(text.split()),
        "".join(tag.groups()) if tag else "",
        element[1] if element else "",
    )
