"""The window: the only room that imports PySide6."""

from tumorview.ui.constant_guard import keep_constants_alive

keep_constants_alive()
