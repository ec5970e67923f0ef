"""Where the window was and what it showed: kept apart from the settings, and never in the way.

Nobody chose what stands here, so a file that cannot be used is dropped with a line in the log, and
one that cannot be written is not written. Neither is told to the user.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import msgspec

from tumorview.paths import state_dir
from tumorview.services.private_file import replacing

STATE_NAME = "window.json"

_log = logging.getLogger(__name__)
_MAX_BYTES = 64 * 1024
_Length = Annotated[int, msgspec.Meta(ge=1, le=100_000)]
_Place = Annotated[int, msgspec.Meta(ge=-1_000_000, le=1_000_000)]


class WindowState(msgspec.Struct, frozen=True):
    """State of the window at its end. What a later version wrote beside it is passed over.

    Attributes
    ----------
    place
        Left, top, width and height of the window that is not maximised, in points of the desktop.
    maximized
        True when it filled its screen.
    screen
        Name of the screen that it was on.
    series_width, result_width
        Columns beside the image, in points.
    series_panel, result_panel
        True when the user wants them to be seen.
    folder
        Where the file dialogs were last.
    tour_seen
        True once the tour was gone through or skipped.
    layout
        Rows and columns of the panes, "2x3".
    link_scrolling, link_window, link_zoom, reference_lines
        What panes do together.
    """

    place: tuple[_Place, _Place, _Length, _Length] | None = None
    maximized: bool = False
    screen: str = ""
    series_width: _Length | None = None
    result_width: _Length | None = None
    series_panel: bool = True
    result_panel: bool = False
    folder: str = ""
    tour_seen: bool = False
    layout: str = "1x1"
    link_scrolling: bool = True
    link_window: bool = False
    link_zoom: bool = False
    reference_lines: bool = True


def state_path() -> Path:
    """The file; need not exist."""
    return state_dir() / STATE_NAME


def load_state(path: Path | None = None) -> WindowState:
    """The state of the last window, or that of a first one; never fails."""
    place = state_path() if path is None else path
    try:
        with place.open("rb") as stream:
            raw = stream.read(_MAX_BYTES + 1)
        if len(raw) > _MAX_BYTES:
            raise msgspec.DecodeError("it is too long")
        return msgspec.json.decode(raw, type=WindowState)
    except FileNotFoundError:
        return WindowState()
    except (OSError, ValueError) as error:  # msgspec's errors are ValueErrors
        # The text of the error may quote a folder.
        _log.warning("The state of the window is dropped (%s)", type(error).__name__)
        return WindowState()


def save_state(state: WindowState, path: Path | None = None) -> bool:
    """Write the state, whole or not at all; False when that was not possible."""
    place = state_path() if path is None else path
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with replacing(place, ".window-") as stream:
            stream.write(msgspec.json.encode(state) + b"\n")
    except OSError as error:
        _log.warning("The state of the window is not kept (%s)", type(error).__name__)
        return False
    return True
