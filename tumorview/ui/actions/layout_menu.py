"""Several images beside each other."""

from __future__ import annotations

from tumorview.ui.actions.spec import ActionSpec, MenuName

_LAYOUT = MenuName.LAYOUT

LAYOUT_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "layout_1x1", "One image", _LAYOUT, ("Alt+1",), "layout_1x1", "One pane", checkable=True
    ),
    ActionSpec(
        "layout_1x2",
        "1 \u00d7 2: two side by side",
        _LAYOUT,
        ("Alt+2",),
        "layout_1x2",
        "One row of two panes",
        checkable=True,
    ),
    ActionSpec(
        "layout_2x1",
        "2 \u00d7 1: two, one above the other",
        _LAYOUT,
        ("Alt+3",),
        "layout_2x1",
        "Two rows of one pane",
        checkable=True,
    ),
    ActionSpec(
        "layout_2x2",
        "2 \u00d7 2: four",
        _LAYOUT,
        ("Alt+4",),
        "layout_2x2",
        "Two rows of two panes",
        checkable=True,
    ),
    ActionSpec(
        "layout_1x3",
        "1 \u00d7 3: three side by side",
        _LAYOUT,
        ("Alt+5",),
        "layout_1x3",
        "One row of three panes",
        checkable=True,
    ),
    ActionSpec(
        "layout_2x3",
        "2 \u00d7 3: six",
        _LAYOUT,
        ("Alt+6",),
        "layout_2x3",
        "Two rows of three panes",
        checkable=True,
    ),
    ActionSpec(
        "next_pane",
        "Next pane",
        _LAYOUT,
        ("F6",),
        "",
        "The pane that keys and menus are about; a click does the same",
        separator=True,
        repeats=True,
    ),
    ActionSpec("previous_pane", "Previous pane", _LAYOUT, ("Shift+F6",), repeats=True),
    ActionSpec(
        "link_scrolling",
        "Scroll together",
        _LAYOUT,
        ("L",),
        "link",
        "By position in the patient, for series of one frame of reference",
        checkable=True,
        separator=True,
    ),
    ActionSpec(
        "link_by_hand",
        "Link by hand, with an offset",
        _LAYOUT,
        ("Shift+L",),
        "",
        "For a study of another day: show the same place in both, then link",
        checkable=True,
    ),
    ActionSpec(
        "link_window",
        "Window together",
        _LAYOUT,
        ("W",),
        "",
        "For series of one modality and unit; for MR also of one sequence",
        checkable=True,
    ),
    ActionSpec(
        "link_zoom",
        "Zoom and move together",
        _LAYOUT,
        ("Z",),
        "",
        "A millimetre is as long in every pane",
        checkable=True,
    ),
    ActionSpec(
        "reference_lines",
        "Reference lines",
        _LAYOUT,
        ("X",),
        "reference_lines",
        "Where the slice of the active pane cuts the images of the others",
        checkable=True,
    ),
)
