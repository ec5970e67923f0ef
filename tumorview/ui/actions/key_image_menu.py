"""Images to come back to."""

from __future__ import annotations

from tumorview.ui.actions.spec import ActionSpec, MenuName

KEY_IMAGE_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "key_image",
        "Key image",
        MenuName.IMAGE,
        ("K",),
        "key_image",
        "Mark the image on screen to come back to it; kept until TumorView is closed",
        checkable=True,
        separator=True,
    ),
    ActionSpec(
        "next_key_image",
        "Next key image",
        MenuName.IMAGE,
        ("Shift+K",),
        "",
        "Also in another series of the study; from the last to the first",
        repeats=True,
    ),
    ActionSpec(
        "previous_key_image",
        "Previous key image",
        MenuName.IMAGE,
        ("Ctrl+Shift+K",),
        "",
        "Also in another series of the study; from the first to the last",
        repeats=True,
    ),
    ActionSpec("key_images", "List of key images…", MenuName.IMAGE, ("Ctrl+K",)),
)
