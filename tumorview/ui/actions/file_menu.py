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
    ActionSpec(
        "export_image",
        "Export image…",
        MenuName.FILE,
        ("Ctrl+S",),
        "save",
        "The image as shown, as PNG, TIFF or JPEG",
        separator=True,
    ),
    ActionSpec(
        "export_series",
        "Export series…",
        MenuName.FILE,
        ("Ctrl+Shift+S",),
        "stack",
        "Every image of the series as shown, a file each",
    ),
    ActionSpec(
        "export_movie",
        "Export a film of the series…",
        MenuName.FILE,
        ("Ctrl+Shift+E",),
        "film",
        "MP4 or AVI, at the rate that the series plays at",
    ),
    ActionSpec(
        "copy_image",
        "Copy image",
        MenuName.FILE,
        ("Ctrl+C",),
        "copy",
        "The image as on the screen, to the clipboard",
    ),
    ActionSpec(
        "export_report",
        "Report as PDF…",
        MenuName.FILE,
        ("Ctrl+E",),
        "report",
        "Image and model's answer on a page",
    ),
    ActionSpec("print_image", "Print…", MenuName.FILE, ("Ctrl+P",), "print", "With a preview"),
    ActionSpec("close_study", "Close study", MenuName.FILE, ("Ctrl+W",), "", "", separator=True),
    ActionSpec("close_all", "Close all studies", MenuName.FILE, ("Ctrl+Shift+W",)),
    ActionSpec(
        "stop_reading",
        "Stop reading files",
        MenuName.FILE,
        tip="What has been read stays open; series that are not complete say so",
    ),
    ActionSpec("quit", "Quit", MenuName.FILE, ("Ctrl+Q",), "", "", separator=True),
    ActionSpec(
        "series_panel",
        "Series list",
        MenuName.VIEW,
        ("F8",),
        "panel_left",
        "Show or hide the list of studies and series",
        checkable=True,
    ),
    ActionSpec(
        "find_series",
        "Find study or series…",
        MenuName.VIEW,
        ("Ctrl+F",),
        "search",
        "Search the list by name, date, description or modality",
    ),
)
