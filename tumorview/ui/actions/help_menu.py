"""Help."""

from __future__ import annotations

from tumorview.ui.actions.spec import ActionSpec, MenuName

HELP_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("shortcuts", "Keys and mouse", MenuName.HELP, ("F1",), "keyboard", ""),
    ActionSpec("about", "About TumorView", MenuName.HELP, (), "info", "", separator=True),
)
