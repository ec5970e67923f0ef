"""Mouse and keys in words: the shortcut sheet and the table in the user guide."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence

from tumorview.ui.actions.keymap import keys_of
from tumorview.ui.actions.spec import PRESETS
from tumorview.ui.actions.table import ACTIONS
from tumorview.ui.language import local, tr

_NONE: Mapping[str, tuple[str, ...]] = {}

MOUSE_SHEET: tuple[tuple[str, str], ...] = (
    ("Left drag", "Window: right is wider, up is brighter (lower centre)"),
    ("Ctrl + left drag", "Window, four times as fast"),
    ("Ctrl + Shift + left drag", "Window from the values in a rectangle; Esc gives it up"),
    ("Wheel", "Scroll through the series"),
    ("Ctrl + wheel", "Zoom at the pointer"),
    ("Wheel under the magnifier", "Magnify more or less"),
    ("Right drag", "Zoom"),
    ("Middle drag", "Move the image"),
    ("Double click", "Full screen"),
    ("Shift + left button", "In several panes: all go to the point under the pointer"),
    ("Drag a series from the list", "Show it in the pane where it is dropped"),
    ("Left drag on a mark or handle", "Move the mark, or change it"),
    ("Double click on an arrow or text", "Change its words"),
)
"""Gesture and meaning, for the shortcut sheet."""


def key_sheet(
    text_format: QKeySequence.SequenceFormat, chosen: Mapping[str, tuple[str, ...]] = _NONE
) -> list[tuple[str, str]]:
    """(keys or gesture, what it does) of everything that has one: mouse first, then keys.

    `chosen` are the user's own keys by action id.
    """
    keys = [
        (", ".join(QKeySequence(k).toString(text_format) for k in own), local(spec.text))
        for spec in ACTIONS
        if (own := keys_of(spec.id, chosen))
    ]
    mouse = [(local(gesture), local(meaning)) for gesture, meaning in MOUSE_SHEET]
    rows = [*mouse, *keys, (tr("1 to 9"), local(PRESETS))]
    return [(key, text.rstrip("…")) for key, text in rows]
