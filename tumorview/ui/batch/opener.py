"""The batch dialog from the window's side: made when first asked for, and asked before the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tumorview.services.settings import Settings

if TYPE_CHECKING:
    from tumorview.ui.batch.dialog import BatchDialog


class BatchOpener(QObject):
    """Opens the one batch dialog of a window.

    Signals
    -------
    open_requested(object, int)
        Path and frame number of a row that the user wants to see.
    may_close()
        The window was to be closed while a scan ran, and the user has said yes.
    """

    open_requested = Signal(object, int)
    may_close = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._close_after_scan = False
        self.dialog: BatchDialog | None = None

    def show(self, folder: Path | None, settings: Settings) -> None:
        """Show the dialog with `folder` filled in, its pictures drawn as `settings` say."""
        if self.dialog is None:
            from tumorview.ui.batch.dialog import BatchDialog  # noqa: PLC0415 - seldom needed

            self.dialog = BatchDialog(parent=self._owner)
            self.dialog.open_requested.connect(self.open_requested)
            self.dialog.stop_answered.connect(self._on_stop_answered)
        if folder is not None:
            self.dialog.set_folder(folder)
        self.dialog.set_look(
            settings.model_id,
            settings.engine,
            settings.heatmap_color_map,
            settings.heatmap_opacity,
        )
        self.dialog.show()
        self.dialog.raise_()

    def close(self) -> bool:
        """False while a scan runs: the dialog asks, and `may_close` follows upon a yes."""
        if self.dialog is not None and not self.dialog.close():
            self._close_after_scan = True
            return False
        return True

    def shutdown(self) -> None:
        """Stop and join its threads."""
        if self.dialog is not None:
            self.dialog.shutdown()

    def _on_stop_answered(self, stopped: bool) -> None:
        close, self._close_after_scan = self._close_after_scan and stopped, False
        if close:
            self.may_close.emit()
