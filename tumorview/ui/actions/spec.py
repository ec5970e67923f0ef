"""What one action is, and what a table of them must not do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QKeySequence

from tumorview.ui.icons import icon_names
from tumorview.ui.language import local, tr_noop


class MenuName(StrEnum):
    """Menus of the menu bar, in order."""

    FILE = "&File"
    VIEW = "&View"
    LAYOUT = "&Layout"
    IMAGE = "&Image"
    MEASURE = "&Measure"
    ANALYSIS = "&Analysis"
    HELP = "&Help"


def menu_title(menu: MenuName) -> str:
    """The menu's name in the language of the window, without the mark of its key."""
    # Chinese has the key in brackets behind the name.
    return re.sub(r"\(&.\)|&", "", local(menu.value))


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action.

    Attributes
    ----------
    id
        Stable name, also the QAction's object name.
    text
        As the menu shows it.
    menu
        The menu it stands in.
    keys
        Shortcuts in Qt's portable text; the first is shown.
    icon
        Name of a file in ``resources/icons``, or "".
    tip
        One sentence for the tool tip.
    checkable
        True when it stays on.
    separator
        True when a line stands above it in the menu.
    repeats
        True when it is done again and again while its key is held.
    """

    id: str
    text: str
    menu: MenuName
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    checkable: bool = False
    separator: bool = False
    repeats: bool = False


PRESET_KEYS = tuple(str(n) for n in range(1, 10))
"""Keys of the window presets: the windows of the file, then the preset table."""

PRESETS = tr_noop("Window presets: those of the file first, then those of the modality")
"""What the keys are for."""


def check_table(specs: Iterable[ActionSpec]) -> None:
    """Refuse a table that contradicts itself.

    Raises
    ------
    ValueError
        For an id or a key used twice, a key that Qt does not know, or an icon without a file.
    """
    ids: set[str] = set()
    keys: dict[str, str] = dict.fromkeys(PRESET_KEYS, "window preset")
    known_icons = icon_names()
    for spec in specs:
        if spec.id in ids:
            raise ValueError(f"Two actions have one id. Received: {spec.id!r}")
        ids.add(spec.id)
        if spec.icon and spec.icon not in known_icons:
            raise ValueError(f"Action {spec.id} names no icon of ours. Received: {spec.icon!r}")
        for key in spec.keys:
            sequence = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
            portable = sequence.toString(QKeySequence.SequenceFormat.PortableText)
            if not portable:
                raise ValueError(f"Action {spec.id} has a key that is none. Received: {key!r}")
            if portable in keys:
                raise ValueError(
                    f"Actions {keys[portable]} and {spec.id} share a key. Received: {key!r}"
                )
            keys[portable] = spec.id
