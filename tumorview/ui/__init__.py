"""The window: the only room that imports PySide6."""

from tumorview.ui.none_guard import keep_none_alive

keep_none_alive()
