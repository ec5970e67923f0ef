"""What a user can do, as one declared table: menus, tool bar, shortcuts and the shortcut sheet.

The table is checked when it is built: two actions with one id or one key, or an icon that does not
exist, stop the application at start rather than surprise somebody later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from tumorview.ui.icons import icon, icon_names


class MenuName(StrEnum):
    """Menus of the menu bar, in order."""

    FILE = "&File"
    VIEW = "&View"
    IMAGE = "&Image"
    ANALYSIS = "&Analysis"
    HELP = "&Help"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action.

    Attributes
    ----------
    id
        Stable name, also the QAction's object name.
    text
        As the menu shows it.
    menu
        The menu it stands in.
    keys
        Shortcuts in Qt's portable text; the first is shown.
    icon
        Name of a file in ``resources/icons``, or "".
    tip
        One sentence for the tool tip.
    checkable
        True when it stays on.
    separator
        True when a line stands above it in the menu.
    repeats
        True when it is done again and again while its key is held.
    """

    id: str
    text: str
    menu: MenuName
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    checkable: bool = False
    separator: bool = False
    repeats: bool = False


PRESET_KEYS = tuple(str(n) for n in range(1, 10))
"""Keys of the window presets, in the order of the preset table."""

ACTIONS: tuple[ActionSpec, ...] = (
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
    ActionSpec(
        "auto_window", "Auto window", MenuName.IMAGE, ("0",), "contrast", "1st to 99th percentile"
    ),
    ActionSpec(
        "invert",
        "Invert grey scale",
        MenuName.IMAGE,
        ("I",),
        "invert",
        "Exchange black and white",
        checkable=True,
    ),
    ActionSpec(
        "fit",
        "Fit to window",
        MenuName.IMAGE,
        ("Ctrl+Return", "Ctrl+Enter"),
        "fit",
        "",
        separator=True,
    ),
    ActionSpec(
        "one_to_one",
        "Zoom 1:1",
        MenuName.IMAGE,
        ("Ctrl+1",),
        "one_to_one",
        "One pixel of the image is one pixel of the screen",
    ),
    ActionSpec(
        "real_size",
        "Real size",
        MenuName.IMAGE,
        ("Ctrl+2",),
        "real_size",
        "One millimetre on the screen is one millimetre in the patient",
    ),
    ActionSpec(
        "magnifier",
        "Magnifier",
        MenuName.IMAGE,
        ("M",),
        "search",
        "Enlarges what lies under the pointer; tap the key to switch it, or hold it for a look",
        checkable=True,
    ),
    ActionSpec(
        "rotate_right",
        "Rotate right",
        MenuName.IMAGE,
        ("R",),
        "rotate_right",
        "By 90 degrees, for the whole series",
        separator=True,
    ),
    ActionSpec(
        "rotate_left",
        "Rotate left",
        MenuName.IMAGE,
        ("Shift+R",),
        "rotate_left",
        "By 90 degrees, for the whole series",
    ),
    ActionSpec(
        "flip_horizontal",
        "Flip horizontally",
        MenuName.IMAGE,
        ("H",),
        "flip_horizontal",
        "Exchange left and right on the screen, for the whole series",
    ),
    ActionSpec(
        "flip_vertical",
        "Flip vertically",
        MenuName.IMAGE,
        ("V",),
        "flip_vertical",
        "Exchange top and bottom on the screen, for the whole series",
    ),
    ActionSpec(
        "reset",
        "Reset view",
        MenuName.IMAGE,
        ("Esc",),
        "reset",
        "Window, zoom, position, rotation and flip",
        separator=True,
    ),
    ActionSpec(
        "previous_image",
        "Previous image",
        MenuName.IMAGE,
        ("Up",),
        separator=True,
        repeats=True,
    ),
    ActionSpec("next_image", "Next image", MenuName.IMAGE, ("Down",), repeats=True),
    ActionSpec("back_ten", "Back 10 images", MenuName.IMAGE, ("Shift+Up",), repeats=True),
    ActionSpec("forward_ten", "Forward 10 images", MenuName.IMAGE, ("Shift+Down",), repeats=True),
    ActionSpec("first_image", "First image", MenuName.IMAGE, ("Home",)),
    ActionSpec("last_image", "Last image", MenuName.IMAGE, ("End",)),
    ActionSpec("cine", "Play the series", MenuName.IMAGE, ("C",), "play", "", checkable=True),
    ActionSpec("cine_faster", "Play faster", MenuName.IMAGE, ("+", "="), repeats=True),
    ActionSpec("cine_slower", "Play slower", MenuName.IMAGE, ("-",), repeats=True),
    ActionSpec(
        "previous_series",
        "Previous series",
        MenuName.IMAGE,
        ("PgUp",),
        separator=True,
        repeats=True,
    ),
    ActionSpec("next_series", "Next series", MenuName.IMAGE, ("PgDown",), repeats=True),
    ActionSpec(
        "analyze_image",
        "Analyse image",
        MenuName.ANALYSIS,
        ("Ctrl+R",),
        "analyze",
        "Ask the model about the image on screen",
    ),
    ActionSpec(
        "analyze_series",
        "Analyse series",
        MenuName.ANALYSIS,
        ("Ctrl+Shift+R",),
        "stack",
        "Ask the model about every image of the series",
    ),
    ActionSpec(
        "cancel_analysis",
        "Stop the analysis",
        MenuName.ANALYSIS,
        ("Ctrl+.",),
        "stop",
        "What is done so far is kept",
    ),
    ActionSpec(
        "batch",
        "Scan a folder…",
        MenuName.ANALYSIS,
        ("Ctrl+B",),
        "batch",
        "Analyse every image of a folder and write a CSV",
        separator=True,
    ),
    ActionSpec("shortcuts", "Keys and mouse", MenuName.HELP, ("F1",), "keyboard", ""),
    ActionSpec("about", "About TumorView", MenuName.HELP, (), "info", "", separator=True),
)

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


def check_table(specs: Iterable[ActionSpec]) -> None:
    """Refuse a table that contradicts itself.

    Raises
    ------
    ValueError
        For an id or a key used twice, a key that Qt does not know, or an icon without a file.
    """
    ids: set[str] = set()
    keys: dict[str, str] = dict.fromkeys(PRESET_KEYS, "window preset")
    known_icons = icon_names()
    for spec in specs:
        if spec.id in ids:
            raise ValueError(f"Two actions have one id. Received: {spec.id!r}")
        ids.add(spec.id)
        if spec.icon and spec.icon not in known_icons:
            raise ValueError(f"Action {spec.id} names no icon of ours. Received: {spec.icon!r}")
        for key in spec.keys:
            sequence = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
            portable = sequence.toString(QKeySequence.SequenceFormat.PortableText)
            if not portable:
                raise ValueError(f"Action {spec.id} has a key that is none. Received: {key!r}")
            if portable in keys:
                raise ValueError(
                    f"Actions {keys[portable]} and {spec.id} share a key. Received: {key!r}"
                )
            keys[portable] = spec.id


class ActionTable(QObject):
    """The QActions of the table, by id."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        check_table(ACTIONS)
        self._actions = {spec.id: self._make(spec) for spec in ACTIONS}

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def all(self) -> list[QAction]:
        """Every action, in the table's order."""
        return list(self._actions.values())

    def of_menu(self, menu: MenuName) -> list[tuple[QAction, bool]]:
        """(action, line above it) of one menu, in the table's order."""
        return [(self._actions[s.id], s.separator) for s in ACTIONS if s.menu is menu]

    def connect_jobs(
        self,
        jobs: Mapping[str, Callable[[], object]],
        switches: Mapping[str, Callable[[bool], object]],
    ) -> None:
        """Say what actions do, by id: `jobs` when triggered, `switches` when set or cleared."""
        for name, job in jobs.items():
            self[name].triggered.connect(lambda _=False, job=job: job())
        for name, switch in switches.items():
            self[name].toggled.connect(switch)

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.text, self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setAutoRepeat(spec.repeats)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        if spec.icon:
            action.setIcon(icon(spec.icon))
        name = spec.text.rstrip("…")
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        head = f"{name}  ({key})" if key else name
        action.setToolTip(f"{head}\n{spec.tip}" if spec.tip else head)
        return action
