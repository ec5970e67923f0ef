"""Sentences that know what they were made from, so that a window can say them in its language.

Rooms below the window speak English: command line, CSV, JSON, logs and reports are a contract. A
`Said` is that English text and nothing else to all of them; it carries the sentence with its
{fields} and what stands in the fields, which `tumorview.ui.language.local` puts into the sentence
of another language. A text that went through formatting of its own is a plain string again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Self

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Said(str):
    """An English text.

    Attributes
    ----------
    sentence
        What the text was made from; of the plural where there is a number.
    fields
        What stands in it; a `Said` among them is translated by itself.
    number
        The number that decides about the plural form, None without one.
    parts
        In place of all these: texts that stand one after the other, with `separator` between.
    """

    sentence: str
    fields: Mapping[str, object] = _NOTHING
    number: int | None = None
    parts: tuple[str, ...] = ()
    separator: str = " "

    @classmethod
    def of(cls, text: str, sentence: str, fields: Mapping[str, object]) -> Self:
        """`text`, and what it was made from."""
        said = cls(text)
        said.sentence, said.fields = sentence, dict(fields)
        return said


def say(sentence: str, /, **fields: object) -> Said:
    """`sentence`, a literal, with its {fields} filled in."""
    return Said.of(sentence.format(**fields) if fields else sentence, sentence, fields)


def say_many(one: str, many: str, n: int, /, **fields: object) -> Said:
    """`one` or `many`, literals, by the number that {n} in them stands for."""
    said = Said.of((one if n == 1 else many).format(n=n, **fields), many, {**fields, "n": n})
    said.number = n
    return said


def named(name: str) -> Said:
    """A name that is declared in a table or by a model, as a part of a sentence."""
    return Said.of(name, name, {})


def joined(parts: Iterable[str], separator: str = " ") -> Said:
    """Texts one after the other; empty ones are left out."""
    kept = tuple(part for part in parts if part)
    said = Said.of(separator.join(kept), "", {})
    said.parts, said.separator = kept, separator
    return said
