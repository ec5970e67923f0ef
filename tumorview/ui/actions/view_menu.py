"""Which panels and texts are there."""

from __future__ import annotations

from tumorview.ui.actions.spec import ActionSpec, MenuName

VIEW_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "result_panel",
        "AI result",
        MenuName.VIEW,
        ("F9",),
        "result",
        "Show or hide the model's result. Read first, AI second.",
        checkable=True,
    ),
    ActionSpec(
        "cycle_overlay",
        "Text on the image",
        MenuName.VIEW,
        ("Space",),
        "text",
        "All text, no identity, no text",
        separator=True,
    ),
    ActionSpec(
        "overlays",
        "DICOM overlays",
        MenuName.VIEW,
        ("O",),
        "overlays",
        "Graphics and regions that the file draws over its image",
        checkable=True,
    ),
    ActionSpec(
        "hide_identity",
        "Hide identity",
        MenuName.VIEW,
        ("Ctrl+H",),
        "eye_off",
        "Hide who the patient is: on the image and in the window title",
        checkable=True,
    ),
    ActionSpec(
        "dicom_header",
        "DICOM header…",
        MenuName.VIEW,
        ("Ctrl+I",),
        "header",
        "Every data element of the file whose image is on screen",
        separator=True,
    ),
    ActionSpec(
        "full_screen",
        "Full screen",
        MenuName.VIEW,
        ("F11",),
        "fullscreen",
        "The image alone on the whole screen",
        checkable=True,
        separator=True,
    ),
)
