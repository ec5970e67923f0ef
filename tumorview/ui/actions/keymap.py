"""Which keys actions have: those of the table, or those that the user has given them.

Keys are Qt's portable text ("Ctrl+Shift+R"). `chosen` is the setting ``shortcuts``: keys by action
id, () where an action has none; an action that is not in it has the keys of the table.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence

from tumorview.ui.actions.spec import PRESET_KEYS, PRESETS, ActionSpec, MenuName
from tumorview.ui.actions.table import ACTIONS
from tumorview.ui.language import local, tr_noop

Chosen = Mapping[str, tuple[str, ...]]

_PORTABLE = QKeySequence.SequenceFormat.PortableText

_FIXED: Mapping[str, str] = {
    **dict.fromkeys(PRESET_KEYS, PRESETS),
    **dict.fromkeys(
        ("Tab", "Shift+Tab", "Shift+Backtab"), tr_noop("going from control to control")
    ),
    **dict.fromkeys(("Return", "Enter"), tr_noop("pressing the button that has the focus")),
}

SPECS: Mapping[str, ActionSpec] = {spec.id: spec for spec in ACTIONS}


def fixed_keys() -> dict[str, str]:
    """Keys that no action can have, and what they are for; menus have other letters elsewhere."""
    titles = (local(name.value) for name in MenuName)
    menus = {f"Alt+{title[title.index('&') + 1]}": tr_noop("opening a menu") for title in titles}
    return {**_FIXED, **menus}


def portable(key: str) -> str:
    """`key` as Qt writes it, or "" where it is none."""
    return QKeySequence.fromString(key, _PORTABLE).toString(_PORTABLE)


def keys_of(action_id: str, chosen: Chosen) -> tuple[str, ...]:
    """The keys of an action, the first one first."""
    return tuple(portable(k) for k in chosen.get(action_id, SPECS[action_id].keys))


def owner_of(key: str, chosen: Chosen, *, other_than: str) -> str | None:
    """The id of another action that has `key`, or None."""
    return next((id_ for id_ in SPECS if id_ != other_than and key in keys_of(id_, chosen)), None)


def problem_with(chosen: Chosen) -> str:
    """Why these keys cannot be had, in words that go on a sentence; "" where they can."""
    fixed = fixed_keys()
    for action_id, keys in chosen.items():
        if action_id not in SPECS:
            return f"there is no action {action_id!r}"
        for key in keys:
            text = portable(key)
            if not text or ", " in text:
                return f"{key!r}, for {action_id}, is not a key"
            if text in fixed:
                return f"{key!r}, for {action_id}, is for {fixed[text]}"
            other = owner_of(text, chosen, other_than=action_id)
            if other is not None:
                return f"{key!r} is a key of both {action_id} and {other}"
        if len(set(map(portable, keys))) < len(keys):
            return f"{action_id} has one key twice"
    return ""


def with_keys(chosen: Chosen, action_id: str, keys: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """`chosen` with other keys for one action, which are taken from whatever has them.

    What has the keys of the table is left out, so that a later version can change them.
    """
    wished = dict(chosen)
    wished[action_id] = keys
    for key in keys:
        other = owner_of(key, chosen, other_than=action_id)
        if other is not None:
            wished[other] = tuple(k for k in keys_of(other, wished) if k != key)
    return {
        id_: own
        for id_, own in wished.items()
        if id_ in SPECS and own != tuple(map(portable, SPECS[id_].keys))
    }
