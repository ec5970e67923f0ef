"""The language of the window: English words in the code, and what they are in another language.

Every text that a user of the window sees goes through one of these. `tr` and `plural` take the
English text itself, as a literal, so that resources/make_translations.py finds it; `local` takes
what was declared in a table or said by a room below the window, which speak English alone.

A language is chosen once, before the window is made: `use`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase

from tumorview.paths import resources_dir
from tumorview.said import Said

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

_QT_FILES: Mapping[str, str] = {"zh": "zh_CN"}
"""Codes in the names of Qt's own files, where they are others."""


def tr_noop(text: str) -> str:
    """`text`, a literal, as it is: it will be shown by `local`."""
    return text


_SCRIPTS: Mapping[str, QFontDatabase.WritingSystem] = {
    "zh": QFontDatabase.WritingSystem.SimplifiedChinese
}
"""Scripts that not every computer has a font for."""

NO_FONT = tr_noop(
    "No font on this computer has the characters of {language}, so the window is in English. "
    "Install one (on Debian and Ubuntu: fonts-noto-cjk) and start TumorView again."
)

_locale = QLocale("en")
_translators: list[QTranslator] = []


def tr(text: str, /, **fields: object) -> str:
    """`text`, a literal, in the language of the window, its {fields} filled in."""
    found = QCoreApplication.translate(CONTEXT, text)
    return found.format(**fields) if fields else found


def plural(one: str, many: str, n: int, /, **fields: object) -> str:
    """`one` or `many`, literals, by the number that {n} in them stands for.

    Other languages have other plural forms; their message is known by `many`.
    """
    found = QCoreApplication.translate(CONTEXT, many, "", n)
    if found == many and n == 1:
        found = one
    return found.format(n=localized(n), **fields)


def local(text: str) -> str:
    """`text`, which was declared or made elsewhere, in the language of the window.

    A text that has no translation, as one of a file or a model, is given back as it is.
    """
    if isinstance(text, Said):
        return _local_said(text)
    return QCoreApplication.translate(CONTEXT, text) if text else text


def local_if_made(text: str) -> str:
    """`text` of a file as it is; one that was made here in the language of the window."""
    return local(text) if isinstance(text, Said) else text


def localized(value: float, decimals: int = 0) -> str:
    """A number within a sentence; what is measured is written the same everywhere, without this."""
    return _locale.toString(float(value), "f", decimals)


def language() -> str:
    """The code of the language in use."""
    return _locale.name().partition("_")[0]


def language_for(chosen: str, system: Sequence[str]) -> str:
    """The language for the setting `chosen`; `system` are the system's, the preferred one first."""
    code = chosen
    if chosen == "system":
        code = system[0].replace("_", "-").partition("-")[0].lower() if system else "en"
    return code if code in LANGUAGES else "en"


def has_font(
    code: str,
    families: Callable[[QFontDatabase.WritingSystem], Sequence[str]] = QFontDatabase.families,
) -> bool:
    """Whether the language can be read on this computer; without a font it would be boxes."""
    return code not in _SCRIPTS or bool(families(_SCRIPTS[code]))


def use(app: QCoreApplication, code: str) -> None:
    """Have texts that are made from now on in this language, Qt's own ones too."""
    global _locale  # noqa: PLW0603 - one language for the application, as it has one translator
    for translator in _translators:
        app.removeTranslator(translator)
    _translators.clear()
    _locale = QLocale(code)
    if code == "en":
        return
    own = str(resources_dir() / "translations")
    shipped = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # The translator that was installed last is asked first.
    for name, folder in (
        (f"qtbase_{_QT_FILES.get(code, code)}", shipped),
        (f"tumorview_{code}", own),
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            _translators.append(translator)


def _local_said(text: Said) -> str:
    if text.parts:
        return text.separator.join(map(local, text.parts))
    number = -1 if text.number is None else text.number
    found = QCoreApplication.translate(CONTEXT, text.sentence, "", number)
    if found == text.sentence:
        return str(text)
    fields = {name: _local_field(value) for name, value in text.fields.items()}
    if text.number is not None:
        fields["n"] = localized(text.number)
    return found.format(**fields) if fields else found


def _local_field(value: object) -> object:
    return local(value) if isinstance(value, Said) else value
