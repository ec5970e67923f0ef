"""Mouse and keys in words: the shortcut sheet and the table in the user guide."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from tumorview.ui.actions.table import ACTIONS

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
    ("Left drag on a mark or handle", "Move the mark, or change it"),
    ("Double click on an arrow or text", "Change its words"),
)
"""Gesture and meaning, for the shortcut sheet."""


def key_sheet(text_format: QKeySequence.SequenceFormat) -> list[tuple[str, str]]:
    """(keys or gesture, what it does) of everything that has one: mouse first, then keys."""
    keys = [
        (", ".join(QKeySequence(k).toString(text_format) for k in spec.keys), spec.text)
        for spec in ACTIONS
        if spec.keys
    ]
    rows = [*MOUSE_SHEET, *keys, ("1 to 9", "Window presets of the modality (CT)")]
    return [(key, text.rstrip("…")) for key, text in rows]
