"""Opening, closing and taking away."""

from __future__ import annotations

from tumorview.ui.actions.spec import ActionSpec, MenuName

FILE_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("open_files", "Open files…", MenuName.FILE, ("Ctrl+O",), "open", "Open images"),
    ActionSpec(
        "open_folder",
        "Open folder…",
        MenuName.FILE,
        ("Ctrl+Shift+O",),
        "folder",
        "Open every image in a folder",
    ),
    ActionSpec(
        "open_sample",
        "Open the sample study",
        MenuName.FILE,
        (),
        "sample",
        "A head phantom that ships with TumorView; nobody's data",
    ),
    ActionSpec("close_study", "Close study", MenuName.FILE, ("Ctrl+W",), "", "", separator=True),
    ActionSpec(
        "settings",
        "Settings…",
        MenuName.FILE,
        ("Ctrl+,",),
        "settings",
        "Theme, reading, model, files and keys",
        separator=True,
    ),
    ActionSpec("quit", "Quit", MenuName.FILE, ("Ctrl+Q",), "", "", separator=True),
    ActionSpec(
        "series_panel",
        "Series list",
        MenuName.VIEW,
        ("F8",),
        "panel_left",
        "Show or hide the list of series",
        checkable=True,
    ),
)
