"""Help."""

from __future__ import annotations

from tumorview.ui.actions.spec import ActionSpec, MenuName

HELP_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("shortcuts", "Keys and mouse", MenuName.HELP, ("F1",), "keyboard", ""),
    ActionSpec(
        "edit_keys", "Change keys…", MenuName.HELP, (), "keyboard", "Give actions keys of your own"
    ),
    ActionSpec(
        "tour", "Tour of the window", MenuName.HELP, (), "eye", "What is where, in four steps"
    ),
    ActionSpec("about", "About TumorView", MenuName.HELP, (), "info", "", separator=True),
    ActionSpec(
        "licences", "Licences", MenuName.HELP, (), "text", "Of TumorView and of all that is in it"
    ),
)
