"""Parts of documents that are made by a command and stand between two markers."""

from __future__ import annotations


def with_content(text: str, begin: str, end: str, content: str) -> str:
    """`text` with `content` on lines of its own between the markers `begin` and `end`.

    Raises ValueError when it lacks them.
    """
    before, found_begin, rest = text.partition(begin)
    _, found_end, after = rest.partition(end)
    if not found_begin or not found_end:
        raise ValueError(f"the document lacks the markers {begin} and {end}")
    return f"{before}{begin}\n{content}\n{end}{after}"
