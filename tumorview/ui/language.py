"""The language of the window: English words in the code, and what they are in another language.

Every text that a user of the window sees goes through one of these. `tr` and `plural` take the
English text itself, as a literal, so that resources/make_translations.py finds it; `local` takes
what was declared in a table or said by a room below the window, which speak English alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

CONTEXT = "TumorView"
"""Of every message, in Qt's sense: one, so that the same words are the same everywhere."""


LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "zh": "中文",
}
"""What each language calls itself, by the code that names its files."""

_locale = QLocale("en")


def tr(text: str, /, **fields: object) -> str:
    """`text`, a literal, in the language of the window, its {fields} filled in."""
    found = QCoreApplication.translate(CONTEXT, text)
    return found.format(**fields) if fields else found


def tr_noop(text: str) -> str:
    """`text`, a literal, as it is: it will be shown by `local`."""
    return text


def plural(one: str, many: str, n: int, /, **fields: object) -> str:
    """`one` or `many`, literals, by the number that {n} in them stands for.

    Other languages have other plural forms; their message is known by `many`.
    """
    found = QCoreApplication.translate(CONTEXT, many, "", n)
    if found == many and n == 1:
        found = one
    return found.format(n=localized(n), **fields)


def local(text: str) -> str:
    """`text`, which is declared elsewhere, in the language of the window."""
    return QCoreApplication.translate(CONTEXT, text) if text else text


def localized(value: float, decimals: int = 0) -> str:
    """A number within a sentence; what is measured is written the same everywhere, without this."""
    return _locale.toString(float(value), "f", decimals)
